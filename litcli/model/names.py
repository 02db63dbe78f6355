"""Names: every written form of a person's or a group's name to a `Name`, and a line of names to its single names.

"Given Family", "Family, Given", "Family AB", "FAMILY Given", "Houtum, van, G.J.J.A.N.", "宮野 隆" and a group all go through
`parse_name`. What surprised us: particles with a capital belong to the family name ("Di Lorenzo"), those without are kept apart
("van" "Houtum") but never lost; capitals may be initials ("MJP Punkkinen") or a family name ("TIAN Yu"); nothing on a page
tells whether "Finn Schultz Larsen" has two family names, so the last word is taken.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from litcli.model.name_lists import is_incomplete, split_names
from litcli.model.name_marks import LONGEST, CleanName, clean_name
from litcli.model.name_shape import looks_like_name
from litcli.model.name_tokens import (
    fold,
    has_han,
    is_capitals,
    is_group,
    is_initial_like,
    is_initials,
    is_lower,
    is_surname_in_capitals,
)
from litcli.model.name_words import JOINERS, KINSHIP, KOREAN, LEADING, PARTICLES, PINYIN, SUFFIXES
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
        eastern = has_han(self.family or "") and not _is_katakana(self.family or "")
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


def parse_name(text: str, order: Order = Order.AUTO) -> Name | None:
    """Read a name in any of its written forms, whatever marks stand around it; None where there is no name.

    >>> name = parse_name("Houtum, van, G.J.J.A.N.")
    >>> name.family, name.non_dropping_particle, name.given
    ('Houtum', 'van', 'G.J.J.A.N.')
    """
    start, end, orcid = clean_name(text)
    plain = " ".join(text[start:end].split())
    if not any(c.isalpha() for c in plain):
        return None
    name = _read(plain, order) if len(plain) <= LONGEST else Name(literal=plain)
    return _with_orcid(name, orcid) if orcid else name


def _with_orcid(name: Name, orcid: str) -> Name:
    return Name(**{**name.__dict__, "orcid": orcid})


def _read(plain: str, order: Order) -> Name:
    if has_han(plain):
        return _eastern(plain)
    parts = [part for part in (part.strip() for part in plain.split(",")) if part]
    inverted = len(parts) > 1 and all(is_initial_like(token) for token in parts[-1].split())
    if not inverted and (is_group(plain) or _has_number(plain)):
        return Name(literal=plain)
    if len(parts) > 1:
        return _inverted(parts)
    return _straight(_tokens(parts[0]) if parts else [plain], order)


def _has_number(plain: str) -> bool:
    return any(c.isdigit() for token in plain.replace(",", " ").split() if token.casefold() not in SUFFIXES for c in token)


def _inverted(parts: list[str]) -> Name:
    """Read "Family, Given", with a particle or a suffix as a further part."""
    suffix = next((part for part in parts[1:] if part.casefold() in SUFFIXES), None)
    rest = [part for part in parts if part is not suffix]
    if len(rest) == 1:
        name = _straight(_tokens(rest[0]), Order.AUTO)
        return Name(name.family, name.given, None, name.non_dropping_particle, suffix, name.literal)
    if len(rest) > 2 and all(is_lower(token) for token in rest[1].split()):
        return Name(rest[0], " ".join(rest[2:]), non_dropping_particle=rest[1], suffix=suffix)
    head, given = _tokens(rest[0]), _tokens(" ".join(rest[1:]))
    if len(head) > 1 and head[-1].casefold() in SUFFIXES:
        suffix = head.pop()
    if len(given) > 1 and given[-1].casefold() in SUFFIXES and not is_capitals(given[-1]):
        suffix = given.pop()
    behind = _lower_tail(given)
    front, family = _particles(head)
    back, family = (family[:0], family) if front else _tail_particles(family)
    particle = " ".join([*front, *back, *given[len(given) - behind :]])
    return Name(" ".join(family), " ".join(given[: len(given) - behind]) or None, None, particle or None, suffix)


def _straight(tokens: list[str], order: Order) -> Name:
    """Read a name without a comma."""
    if len(tokens) == 1:
        return Name(literal=tokens[0]) if tokens[0].isupper() and len(tokens[0]) > 1 else Name(tokens[0])
    tokens, suffix = _suffix(tokens)
    cut = _family_first(tokens) if order is Order.AUTO else 0
    if order is Order.FAMILY_FIRST:
        cut = _trailing_initials(tokens) or 1 + next(
            (at for at, token in enumerate(tokens) if token.casefold() not in LEADING), 0
        )
    if cut:
        front, family = _particles(tokens[:cut])
        back, family = ([], family) if front else _tail_particles(family)
        return Name(" ".join(family), " ".join(tokens[cut:]), None, " ".join([*front, *back]) or None, suffix)
    cut = _given_first(tokens)
    front, family = _particles(tokens[cut:])
    return Name(" ".join(family), " ".join(tokens[:cut]) or None, None, " ".join(front) or None, suffix)


def _family_first(tokens: list[str]) -> int:
    """Return how many tokens the family name in front has; 0 where the given name stands first."""
    run = _capital_run(tokens)
    if 0 < run < len(tokens) and not is_initial_like(tokens[-1]):
        sure = run > 1 or not is_capitals(tokens[0]) or fold(tokens[0]) in _KOREAN_ONLY
        if sure or _sounds_chinese(tokens[run:]):
            return run
    return _trailing_initials(tokens)


def _capital_run(tokens: list[str]) -> int:
    """Return how many tokens in front are a family name in capitals: "TIAN Yu", "DE LA TOUR Jean"."""
    run = 0
    while run < len(tokens) and tokens[run].isupper() and "." not in tokens[run] and len(tokens[run]) > 1:
        run += 1
    return run if any(map(is_surname_in_capitals, tokens[:run])) else 0


def _trailing_initials(tokens: list[str]) -> int:
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
        chinese = len(last) <= 3 and not (set("IUV") & set(last) and _sounds_chinese(tokens[:cut]))
        return cut if chinese else 0
    return cut


def _given_first(tokens: list[str]) -> int:
    """Return how many tokens the given names have."""
    last = len(tokens) - 1
    for at in range(1, len(tokens)):
        if is_lower(tokens[at]) and at < last and not (tokens[at] in JOINERS and at > 1):
            return at
    run = _capital_run(tokens[::-1])
    if 0 < run < len(tokens):
        return len(tokens) - run
    if tokens[0] in PARTICLES:
        return 0
    cut = _after_initials(tokens) or last
    while cut > 1 and _opens_family(tokens, cut):
        cut -= 1
    return cut


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


def _suffix(tokens: list[str]) -> tuple[list[str], str | None]:
    """Part a suffix from the end; "Ivanova IV" has none."""
    last = tokens[-1]
    if last.casefold() not in SUFFIXES or (is_capitals(last) and len(tokens) < 3):
        return tokens, None
    return tokens[:-1], last


def _particles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Part the lower-case particles from the front of a family name."""
    at = 0
    while at < len(tokens) - 1 and is_lower(tokens[at]) and not re.match(r"(?:al|el|d|l)[-'’]\w", tokens[at]):
        at += 1
    return tokens[:at], tokens[at:]


def _tail_particles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Part the lower-case particles from the end: "Houtum van"."""
    behind = _lower_tail(tokens)
    return (tokens[len(tokens) - behind :], tokens[: len(tokens) - behind]) if behind < len(tokens) else ([], tokens)


def _lower_tail(tokens: list[str]) -> int:
    behind = 0
    while behind < len(tokens) and is_lower(tokens[-1 - behind]) and tokens[-1 - behind].casefold() in PARTICLES:
        behind += 1
    return behind


_KOREAN_ONLY = frozenset("kim lee park pak choi ryu yoo yoon seo moon kwon shin cho jeon jung oh nam heo".split())


def _sounds_chinese(tokens: list[str]) -> bool:
    return bool(PINYIN.fullmatch(fold(" ".join(tokens))))


def _tokens(text: str) -> list[str]:
    """Cut at spaces; a hyphen with spaces around it holds its neighbours together."""
    return [token.replace("\0", " ") for token in re.sub(r" ([-–]) ", "\0\\1\0", text).split()]


def _eastern(plain: str) -> Name:
    """Read a Chinese, Japanese or Korean name: family first; without a space it stays whole, save where the cut is certain."""
    parts = re.split(r"[\s\u3000,，]+", plain)
    if is_group(plain) or len(parts) > 2:
        return Name(literal=plain)
    if len(parts) == 2:
        return Name(parts[0], parts[1]) if all(has_han(part) for part in parts) else Name(literal=plain)
    western = re.split(r"[・·･]", plain)
    if len(western) > 1 and _is_katakana(plain):
        return Name(western[-1], "・".join(western[:-1]))
    if (
        len(plain) == 3
        and all("가" <= c <= "힣" for c in plain)
        and plain[0] in KOREAN
        and plain[:2] not in {"남궁", "황보", "선우", "제갈", "사공", "독고"}
    ):
        return Name(plain[0], plain[1:])
    return Name(literal=plain)


def _is_katakana(text: str) -> bool:
    return bool(re.fullmatch(r"[\u30a0-\u30ff\uff65 ]+", text))
