"""How much a short text looks like a name, by its shape alone."""

from litcli.model.name_marks import clean_name
from litcli.model.name_words import PARTICLES, STOP_WORDS, has_han, is_group, is_initial_like


def looks_like_name(text: str) -> float:
    """Return how much a short text looks like a person's or a group's name, 0 to 1, rather than a title or navigation.

    >>> looks_like_name("Maria Laura Di Lorenzo") > 0.7, looks_like_name("Effect of thickness on films") < 0.3
    (True, True)
    """
    start, end, _ = clean_name(text)
    plain = " ".join(text[start:end].split())
    if not plain or len(plain) > 80 or not any(c.isalpha() for c in plain):
        return 0.0
    if has_han(plain):
        return 0.6 if len(plain.replace(" ", "")) <= 6 and plain.replace(" ", "").replace("・", "").isalpha() else 0.1
    tokens = plain.replace(",", " ").split()
    if is_group(plain):
        return 0.4 if len(tokens) <= 6 else 0.2
    if any(c.isdigit() for c in plain) or any(c in plain for c in ':!?@/=<>{}[]"“”_%'):
        return 0.0
    return _score(tokens)


def _score(tokens: list[str]) -> float:
    score = 0.75 if 2 <= len(tokens) <= 4 else 0.45 if len(tokens) == 5 else 0.2 if len(tokens) == 1 else 0.1
    for token in tokens:
        bare = token.strip(".,'’").casefold()
        if is_initial_like(token):
            score += 0.12
        elif token[:1].isupper() and (len(token) < 16) and bare not in STOP_WORDS:
            continue
        elif bare in PARTICLES and token is not tokens[-1]:
            score += 0.05
        else:
            score -= 0.4
    return max(0.0, min(1.0, round(score, 3)))
