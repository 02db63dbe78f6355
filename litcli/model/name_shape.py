"""How much a short text looks like a name, by its shape alone."""

from litcli.model.name_marks import clean_name
from litcli.model.name_tokens import has_han, is_group_of_people, is_initial_like, is_institution
from litcli.model.name_words import LEADING, PARTICLES, STOP_WORDS

_LONGEST = 80
_NO_NAME = frozenset(':!?@/=<>{}[]"“”«»_%+#$©®|')
_ENDINGS = tuple(
    "ology ologie ologia ología istry tion tions ción ção zione sion ities ity ität tät ysis ungen schaft ical graphy graphie "
    "ism ismus ness logy ences ematics ysics tional".split()
)
"""Endings of common nouns and adjectives, which family names do not have."""


def looks_like_name(text: str) -> float:
    """Return how much a short text looks like a person's or a group's name, 0 to 1, rather than a title or navigation.

    >>> looks_like_name("Maria Laura Di Lorenzo") > 0.7, looks_like_name("Effect of thickness on films") < 0.3
    (True, True)
    """
    start, end, _ = clean_name(text)
    plain = " ".join(text[start:end].split())
    if not plain or len(plain) > _LONGEST or not any(c.isalpha() for c in plain) or _NO_NAME & set(plain):
        return 0.0
    tokens = plain.replace(",", " ").split()
    if is_group_of_people(plain):
        return 0.6 if len(tokens) <= 8 and plain[0].isupper() else 0.1
    if is_institution(plain) or any(c.isdigit() for c in plain):
        return 0.1
    return _eastern(plain) if has_han(plain) else _western(tokens)


def _eastern(plain: str) -> float:
    letters = plain.replace(" ", "").replace("・", "").replace(",", "")
    return 0.7 if " " in plain and 2 <= len(letters) <= 6 else 0.5 if 2 <= len(letters) <= 4 else 0.1


def _western(tokens: list[str]) -> float:
    score = {1: 0.2, 2: 0.75, 3: 0.75, 4: 0.7, 5: 0.5}.get(len(tokens), 0.2)
    for token in tokens:
        word = token.strip(".,'’").casefold()
        if is_initial_like(token):
            score += 0.12
        elif word in LEADING or (word in PARTICLES and token is not tokens[-1]):
            score += 0.05
        elif word in STOP_WORDS or not token[:1].isupper() or len(token) > 20:
            score -= 0.4
        elif word.endswith(_ENDINGS):
            score -= 0.25
    return round(max(0.0, min(1.0, score)), 3)
