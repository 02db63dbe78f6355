"""Where the family name is in a name without a comma: in front ("TIAN Yu", "Van Essen GA") or behind the given names.

Takes the tokens of a name, gives a count of tokens. What surprised us: "LI Wei" and "LI Smith" differ only in how the second word
sounds; "del Carmen" is a given name and "del Bosque" a family name; a Russian patronymic at the end tells that the family name is in front.
"""

import re

from litcli.model.folding import unaccented
from litcli.model.name_tokens import is_capitals, is_initial_like, is_initials, is_lower, is_surname_in_capitals
from litcli.model.name_words import JOINERS, KINSHIP, KOREAN_ONLY, LEADING, MARIAN, PARTICLES, PINYIN, VIETNAMESE

_VIETNAMESE_LETTER = re.compile(r"[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
_PATRONYMIC = re.compile(r".{2,}(?:[оеё]вич|[оеё]вна|ична|инична|йович|[иії]вна|[oe]vich|[oe]vna)", re.IGNORECASE)


def family_in_front(tokens: list[str]) -> int:
    """Return how many tokens the family name in front has; 0 where the given name stands first."""
    if len(tokens) == 3 and _PATRONYMIC.fullmatch(tokens[2]) and not _PATRONYMIC.fullmatch(tokens[1]):
        return 1
    if _is_vietnamese(tokens):
        return 1
    run = _capital_run(tokens)
    if 0 < run < len(tokens) and not is_initial_like(tokens[-1]):
        sure = run > 1 or not is_capitals(tokens[0]) or unaccented(tokens[0]) in KOREAN_ONLY
        if sure or _sounds_chinese(tokens[run:]):
            return run
    return before_initials(tokens)


def _is_vietnamese(tokens: list[str]) -> bool:
    """Tell whether a name is written as in Vietnam: "Nguyễn Văn Ruộng"; one that ends in a family name was turned round."""
    named = len(tokens) > 2 and tokens[0].capitalize() in VIETNAMESE and tokens[-1].capitalize() not in VIETNAMESE
    return named and bool(_VIETNAMESE_LETTER.search(" ".join(tokens)))


def _capital_run(tokens: list[str]) -> int:
    """Return how many tokens in front are a family name in capitals: "TIAN Yu", "DE LA TOUR Jean"."""
    run = 0
    while run < len(tokens) and tokens[run].isupper() and "." not in tokens[run] and len(tokens[run]) > 1:
        run += 1
    return run if any(map(is_surname_in_capitals, tokens[:run])) else 0


def before_initials(tokens: list[str]) -> int:
    """Return where the initials behind a family name begin ("Van Essen GA", "Филимонова Л.В."); 0 where there are none."""
    cut = len(tokens)
    while cut and is_initial_like(tokens[cut - 1]):
        cut -= 1
    if cut in {0, len(tokens)} or is_initial_like(tokens[0]):
        return 0
    last = tokens[-1]
    if len(tokens) - cut > 1 and any(len(token) > 1 and is_capitals(token) for token in tokens[cut:]):
        return 0
    if len(tokens) - cut == 1 and is_surname_in_capitals(last) and len(last) >= 2:
        eastern = unaccented(last) in KOREAN_ONLY or (set("IUV") & set(last) and _sounds_chinese(tokens[:cut]))
        return 0 if eastern or len(last) > 3 else cut
    return cut


_HYPHENED_PARTICLE = re.compile(r"\w-(?:de|den|der|van|ter|te|von|ten)$")
"""How the first of two Dutch family names ends whose second has a particle: "Oosterwaal-de Ruijter"."""


def given_names(tokens: list[str]) -> int:
    """Return how many tokens the given names have."""
    last = len(tokens) - 1
    if hyphened := next((at for at in range(1, last) if _HYPHENED_PARTICLE.search(tokens[at])), 0):
        return hyphened
    at = next((at for at in range(1, last) if _is_particle_at(tokens, at)), 0)
    if at:
        return at - 1 if at > 1 and tokens[at - 1].casefold() in LEADING else at
    run = _capital_run(tokens[::-1])
    if 0 < run < len(tokens):
        return len(tokens) - run
    if tokens[0] in PARTICLES:
        return 0
    cut = _after_initials(tokens) or last
    while cut > 1 and _opens_family(tokens, cut):
        cut -= 1
    return cut


def _is_particle_at(tokens: list[str], at: int) -> bool:
    """Tell whether a family name begins here in lower case; "y" joins two of them, "del Carmen" is a given name."""
    if not is_lower(tokens[at]) or (tokens[at] in JOINERS and at > 1):
        return False
    named = next((token for token in tokens[at:-1] if not is_lower(token)), "")
    return unaccented(named) not in MARIAN


def _after_initials(tokens: list[str]) -> int:
    """Return where a family name of several words begins behind initials: "Juan J. García López", "K. V. Subba Rao"."""
    initials = [at for at, token in enumerate(tokens[:-1]) if is_initials(token) and token.casefold() not in LEADING]
    if not initials or initials[-1] == 0 or len(tokens) - initials[-1] > 3:
        return 0
    return initials[-1] + 1


def _opens_family(tokens: list[str], cut: int) -> bool:
    """Tell whether the token before `cut` belongs to the family name too."""
    before, first = tokens[cut - 1], tokens[cut]
    if before in JOINERS or first in JOINERS:
        return True
    return before.casefold() in LEADING or (first.casefold() in KINSHIP and not is_initial_like(before))


def _sounds_chinese(tokens: list[str]) -> bool:
    return bool(PINYIN.fullmatch(unaccented(" ".join(tokens))))
