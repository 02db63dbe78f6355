"""The shape of a single token of a name (initials, a particle, a family name in capitals) and of a group's name."""

import re
from functools import lru_cache

from litcli.model.folding import unaccented
from litcli.model.name_words import (
    DEGREES,
    EAST_ASIAN,
    GROUP_CJK,
    GROUP_ENDINGS,
    GROUP_WORDS,
    INSTITUTION_ENDINGS,
    INSTITUTION_WORDS,
    LEADING,
    UPPER,
)

_INITIALS = re.compile(
    rf"-?(?:[{UPPER}][a-z]?[.’'‐-]{{1,2}}|[{UPPER}]\.?-){{0,6}}(?:[{UPPER}]\.?|[{UPPER}][a-zа-я]{{1,2}}\.|[{UPPER}]\.,?)"
)
_CAPITALS = re.compile(rf"[{UPPER}](?:-?[{UPPER}]){{0,3}}")
_HYPHENED = re.compile(r"(?:al|el|bin|ibn)-\w")
_BETWEEN = re.compile(r"[\s(),]+")
_HAN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")


def is_initials(token: str) -> bool:
    """Tell whether a token is initials with their full stops, or a single letter: "G.J.J.A.N.", "J.-U.", "-P.", "Th.", "H".

    >>> is_initials("C.V.C."), is_initials("Yu."), is_initials("Mol"), is_initials("GJ")
    (True, True, False, False)
    """
    return bool(_INITIALS.fullmatch(token))


def is_capitals(token: str) -> bool:
    """Tell whether a token may be initials without full stops: one to four capitals ("HJ", "J-W").

    >>> is_capitals("HJ"), is_capitals("J-W"), is_capitals("Li"), is_capitals("SMITH")
    (True, True, False, False)
    """
    return bool(_CAPITALS.fullmatch(token))


def is_initial_like(token: str) -> bool:
    """Tell whether a token is initials in either writing."""
    return is_capitals(token) or is_initials(token)


def is_surname_in_capitals(token: str) -> bool:
    """Tell whether a token is all capitals and too long, or too well spoken, for initials: "TIAN", "DAI", "DUPONT".

    >>> is_surname_in_capitals("TIAN"), is_surname_in_capitals("MJP"), is_surname_in_capitals("Li")
    (True, False, False)
    """
    letters = [c for c in token if c.isalpha()]
    if len(letters) < 2 or not all(c.isupper() for c in letters) or "." in token:
        return False
    if len(letters) <= 3:
        return "-" not in token and unaccented(token) in EAST_ASIAN
    return len(letters) > 4 or any(c in "AEIOUYАЕИОУЫЭЮЯ" for c in token.upper())


def is_lower(token: str) -> bool:
    """Tell whether a token begins with a lower-case letter, as particles do."""
    return token[:1].islower() or (token[:1] in "'’" and token[1:2].islower())


def is_name(token: str) -> bool:
    """Tell whether a token is no particle: it begins with a capital, or is one word with its particle.

    >>> is_name("Laith"), is_name("al-Hassan"), is_name("bin")
    (True, True, False)
    """
    return not is_lower(token) or bool(_HYPHENED.match(token))


def has_han(text: str) -> bool:
    """Tell whether a text holds Chinese, Japanese or Korean letters."""
    return bool(_HAN.search(text))


@lru_cache(maxsize=1024)
def is_group(text: str) -> bool:
    """Tell whether a text names a group or an institution rather than a person.

    >>> is_group("D0 Collaboration"), is_group("Deutsche Gesellschaft für Kardiologie"), is_group("Jane Doe")
    (True, True, False)
    """
    return is_group_of_people(text) or is_institution(text)


@lru_cache(maxsize=1024)
def is_group_of_people(text: str) -> bool:
    """Tell whether a text has a word that only a collective author has: "Collaboration", "Arbeitsgruppe"."""
    return any(token in GROUP_WORDS or token.endswith(GROUP_ENDINGS) for token in _words(text))


@lru_cache(maxsize=1024)
def is_institution(text: str) -> bool:
    """Tell whether a text has a word of an institution: "University", "Institut", "研究所"."""
    return bool(GROUP_CJK.search(text)) or any(
        token in INSTITUTION_WORDS or token.endswith(INSTITUTION_ENDINGS) for token in _words(text)
    )


def is_full(text: str) -> bool:
    """Tell whether a text is given and family name, or more, rather than a family name with its particle.

    >>> is_full("John Smith"), is_full("van Essen"), is_full("Di Lorenzo"), is_full("Galon")
    (True, False, False, False)
    """
    tokens = text.replace(" - ", "-").split()
    return len(tokens) > 1 and tokens[0].casefold() not in LEADING and any(is_name(token) for token in tokens[1:])


def is_degree(text: str) -> bool:
    """Tell whether a text is an academic degree: "PhD", "M.D."."""
    return text.strip().casefold() in DEGREES


def _words(text: str) -> list[str]:
    return _BETWEEN.split(text.casefold())
