"""Names: every written form of a person's or a group's name to a `Name`, and a line of names to its single names.

"Given Family", "Family, Given", "Family AB", "FAMILY Given", "Houtum, van, G.J.J.A.N.", "宮野 隆" and a group all go through
`parse_name`. What surprised us: particles with a capital belong to the family name ("Di Lorenzo"), those without are kept apart
("van" "Houtum") but never lost; capitals may be initials ("MJP Punkkinen") or a family name ("TIAN Yu"); nothing on a page
tells whether "Finn Schultz Larsen" has two family names, so the last word is taken.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from litcli.model import name_chinese
from litcli.model.name_lists import is_incomplete, split_names
from litcli.model.name_marks import LONGEST, CleanName, clean_name
from litcli.model.name_order import before_initials, family_in_front, given_names
from litcli.model.name_shape import looks_like_name
from litcli.model.name_tokens import has_han, is_capitals, is_group, is_initial_like, is_lower
from litcli.model.name_words import KOREAN, KOREAN_DOUBLE, LEADING, PARTICLES, SUFFIXES, UPPER
from litcli.model.record import CslName

__all__ = ["CleanName", "Name", "Order", "clean_name", "is_incomplete", "looks_like_name", "parse_name", "split_names"]


class Order(StrEnum):
    """Which part of a name without a comma stands first."""

    AUTO = "auto"
    GIVEN_FIRST = "given-first"
    FAMILY_FIRST = "family-first"


@dataclass(frozen=True)
class Name:
    """A person, or a group as `literal`. A part that the text does not have is None."""

    family: str | None = None
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    orcid: str | None = None

    def to_csl(self) -> CslName:
        """Return the name as CSL-JSON writes it."""
        shown = CslName()
        if self.family:
            shown["family"] = self.family
        if self.given:
            shown["given"] = self.given
        if self.dropping_particle:
            shown["dropping-particle"] = self.dropping_particle
        if self.non_dropping_particle:
            shown["non-dropping-particle"] = self.non_dropping_particle
        if self.suffix:
            shown["suffix"] = self.suffix
        if self.literal:
            shown["literal"] = self.literal
        if self.orcid:
            shown["ORCID"] = self.orcid
        return shown

    @classmethod
    def from_csl(cls, shown: CslName) -> "Name":
        """Undo `to_csl`."""
        return cls(
            family=shown.get("family") or None,
            given=shown.get("given") or None,
            dropping_particle=shown.get("dropping-particle") or None,
            non_dropping_particle=shown.get("non-dropping-particle") or None,
            suffix=shown.get("suffix") or None,
            literal=shown.get("literal") or None,
            orcid=shown.get("ORCID") or None,
        )

    def display(self) -> str:
        """Return the name as one says it.

        >>> Name("Beethoven", "Ludwig", non_dropping_particle="van").display(), Name("宮野", "隆").display()
        ('Ludwig van Beethoven', '宮野 隆')
        """
        if self.literal:
            return self.literal
        eastern = has_han(self.family or "") and not _KATAKANA.fullmatch(self.family or "")
        parts = (
            (self.family, self.given)
            if eastern
            else (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        )
        return " ".join(part for part in parts if part)

    def inverted(self) -> str:
        """Return the name as an index lists it.

        >>> Name("Beethoven", "Ludwig", non_dropping_particle="van").inverted(), Name("King", "M. L.", suffix="Jr.").inverted()
        ('van Beethoven, Ludwig', 'King, M. L., Jr.')
        """
        if self.literal:
            return self.literal
        family = " ".join(part for part in (self.non_dropping_particle, self.family) if part)
        given = " ".join(part for part in (self.given, self.dropping_particle) if part)
        return ", ".join(part for part in (family, given, self.suffix) if part)


@lru_cache(maxsize=4096)
def parse_name(text: str, order: Order = Order.AUTO) -> Name | None:
    """Read a name in any of its written forms, whatever marks stand around it; None where there is no name.

    >>> name = parse_name("Houtum, van, G.J.J.A.N.")
    >>> name.family, name.non_dropping_particle, name.given
    ('Houtum', 'van', 'G.J.J.A.N.')
    """
    start, end, orcid = clean_name(text)
    plain = unicodedata.normalize("NFC", " ".join(text[start:end].split()))
    if not any(c.isalpha() for c in plain):
        return None
    name = _read(plain, order) if len(plain) <= LONGEST else Name(literal=plain)
    return replace(name, orcid=orcid) if orcid else name


def _read(plain: str, order: Order) -> Name:
    if has_han(plain):
        return _eastern(plain)
    parts = [part.strip() for part in plain.split(",") if any(c.isalpha() for c in part)]
    with_initials = len(parts) > 1 and all(map(is_initial_like, parts[-1].split()))
    if not with_initials and (is_group(plain) or _has_number(plain)):
        return Name(literal=plain)
    return _inverted(parts) if len(parts) > 1 else _straight(_tokens(plain), order)


def _has_number(plain: str) -> bool:
    tokens = plain.replace(",", " ").split()
    return any(c.isdigit() for token in tokens if token.casefold() not in SUFFIXES for c in token)


def _inverted(parts: list[str]) -> Name:
    """Read "Family, Given", with a particle or a suffix as a further part."""
    suffix = next((part for part in parts[1:] if part.casefold() in SUFFIXES), None)
    head, *further = (_tokens(part) for part in parts if part is not suffix)
    if not further:
        return replace(_straight(head, Order.AUTO), suffix=suffix)
    if len(head) > 1 and head[-1].casefold() in SUFFIXES:
        suffix = head.pop()
    given = [token for part in further for token in part]
    if len(given) > 1 and given[-1].casefold() in SUFFIXES and not is_capitals(given[-1]):
        suffix = given.pop()
    between = []
    if len(further) > 1 and all(map(is_lower, further[0])):
        between, given = given[: len(further[0])], given[len(further[0]) :]
    given, behind = _without_tail(given)
    return _person(head, given, suffix, [*between, *behind])


def _straight(tokens: list[str], order: Order) -> Name:
    """Read a name without a comma."""
    if len(tokens) == 1:
        word = tokens[0]
        return Name(literal=word) if word.isupper() and len(word) > 1 else Name(family=word)
    tokens, suffix = _suffix(tokens)
    if order is Order.GIVEN_FIRST:
        cut = 0
    elif order is Order.FAMILY_FIRST:
        cut = before_initials(tokens) or _first_family_name(tokens)
    else:
        cut = family_in_front(tokens)
    if cut:
        return _person(tokens[:cut], tokens[cut:], suffix)
    cut = given_names(tokens)
    return _person(tokens[cut:], tokens[:cut], suffix)


def _person(family: list[str], given: list[str], suffix: str | None, behind: list[str] | None = None) -> Name:
    """Put a person together; lower-case particles leave the family name, in front of it or behind."""
    at = 0
    while at < len(family) - 1 and is_lower(family[at]) and not _HELD.match(family[at]):
        at += 1
    front, family = family[:at], family[at:]
    family, tail = (family, []) if front else _without_tail(family)
    particle = " ".join([*front, *tail, *(behind or [])])
    return Name(" ".join(family), " ".join(given) or None, non_dropping_particle=particle or None, suffix=suffix)


def _without_tail(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Part lower-case particles from the end: "Houtum van", "G.J. van"."""
    at = len(tokens)
    while at > 1 and is_lower(tokens[at - 1]) and tokens[at - 1].casefold() in PARTICLES:
        at -= 1
    return tokens[:at], tokens[at:]


def _first_family_name(tokens: list[str]) -> int:
    return 1 + next((at for at, token in enumerate(tokens) if token.casefold() not in LEADING), 0)


def _suffix(tokens: list[str]) -> tuple[list[str], str | None]:
    """Part a suffix from the end; "Ivanova IV" has none."""
    last = tokens[-1]
    if last.casefold() not in SUFFIXES or (is_capitals(last) and len(tokens) < 3):
        return tokens, None
    return tokens[:-1], last


def _tokens(text: str) -> list[str]:
    """Cut at spaces and behind initials ("J.A.Smith"); a hyphen with spaces around it holds its neighbours together."""
    held = re.sub(r" ([-–]) ", "\0\\1\0", text)
    tokens = _GLUED.sub(r"\1 ", held).split()
    return [token.replace("\0", " ") for token in tokens if any(c.isalpha() for c in token)]


def is_eastern_name(text: str) -> bool:
    """Tell whether a text is a Chinese or Korean name for certain: one without a space that begins with a known family name.

    >>> is_eastern_name("김민수"), is_eastern_name("林小青"), is_eastern_name("논문 상세"), is_eastern_name("Kim")
    (True, True, False, False)
    """
    korean = _HANGUL.fullmatch(text) and text[0] in KOREAN
    return bool(korean) or name_chinese.cut(text) is not None


def _eastern(plain: str) -> Name:
    """Read a Chinese, Japanese or Korean name, family first; without a space it stays whole, save where the cut is certain."""
    parts = re.split(r"[\s,，]+", plain)
    if is_group(plain) or len(parts) > 2 or not all(map(has_han, parts)):
        return Name(literal=plain)
    if len(parts) == 2:
        given_first = parts[1] in KOREAN and parts[0] not in KOREAN and _HANGUL.fullmatch("".join(parts))
        return Name(*(parts[::-1] if given_first else parts))
    western = re.split(r"[・·･]", plain)
    if len(western) > 1 and _KATAKANA.fullmatch(plain):
        return Name(western[-1], "・".join(western[:-1]))
    if _HANGUL.fullmatch(plain) and plain[0] in KOREAN and plain[:2] not in KOREAN_DOUBLE:
        return Name(plain[0], plain[1:])
    return Name(literal=plain)


_GLUED = re.compile(rf"(?<!\S)((?:[{UPPER}]\.-?){{1,4}})(?=[{UPPER}][^\W\d_][^\W\d_])")
_HELD = re.compile(r"(?:al|el|d|l)[-'’]\w")
"""A particle that is one word with its name: "al-Hassan", "d'Alembert"."""
_KATAKANA = re.compile(r"[\u30a0-\u30ff\uff65 ]+")
_HANGUL = re.compile(r"[가-힣]{3}")
