"""Dates: a text in any of some forty languages to a `Date`, in full, in part, or a range; and the dates within a longer text.

A date is cut into tokens, each becomes one letter (Y year, N number, M month name, S season, ...), and the string of letters is
looked up in a table of forms: "15. Juni 1998" is "N.MY". What surprised us: "01/01/1982" is sure but "01/02/1982" is not (the
year alone is kept), "2009-10" is October and "2009–10" (a dash) two years, and "may", "set" or "out" before a year may be words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from litcli.model.date_words import PENDING, Mark, words
from litcli.model.folding import unaccented
from litcli.model.record import CslDate

Part = tuple[int, ...]
"""A year, a year and month, or a year, month and day."""


@dataclass(frozen=True)
class Date:
    """A date as far as it is known; either `parts`, or a `literal` that keeps a text which is no date ("in press")."""

    parts: tuple[Part, ...] = ()
    """One part, or two for a range."""
    season: int | None = None
    """1 spring, 2 summer, 3 autumn, 4 winter."""
    circa: bool = False
    literal: str | None = None

    @property
    def year(self) -> int | None:
        """The year, the first one of a range."""
        return self.parts[0][0] if self.parts else None

    def to_csl(self) -> CslDate:
        """Return the date as CSL-JSON writes it."""
        shown = CslDate()
        if self.parts:
            shown["date-parts"] = [list(part) for part in self.parts]
        if self.season:
            shown["season"] = self.season
        if self.circa:
            shown["circa"] = True
        if self.literal is not None:
            shown["literal"] = self.literal
        return shown

    @classmethod
    def from_csl(cls, shown: CslDate) -> "Date":
        """Undo `to_csl`."""
        parts = tuple(tuple(part) for part in shown.get("date-parts", []) if part)
        return cls(parts, shown.get("season"), bool(shown.get("circa")), shown.get("literal"))

    def edtf(self) -> str:
        """Return the date in the Extended Date/Time Format (ISO 8601-2); a literal comes back as it stands.

        >>> Date(((2013, 5, 1),)).edtf(), Date(((2010,), (2012,))).edtf(), Date(((2010,),), season=4, circa=True).edtf()
        ('2013-05-01', '2010/2012', '2010-24~')

        It counts 1 BC as the year 0; CSL, and so `parts`, as -1.

        >>> Date(((-44, 3, 15),)).edtf(), Date(((-1,),)).edtf()
        ('-0043-03-15', '0000')
        """
        if not self.parts:
            return self.literal or ""
        season = f"-{self.season + 20}" if self.season else ""
        about = "~" if self.circa else ""
        return "/".join(_iso(part) + season + about for part in self.parts)


class DateSpan(NamedTuple):
    """A date and its place; `parse_date(text[start:end]) == date`."""

    date: Date
    start: int
    end: int


def parse_date(text: str) -> Date:
    """Read a date; a text that is no date comes back as a literal.

    >>> parse_date("15 Juni 1998").edtf(), parse_date("sept.-dic. 2023").edtf(), parse_date("in press")
    ('1998-06-15', '2023-09/2023-12', Date(parts=(), season=None, circa=False, literal='in press'))
    """
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        bare = _TIME.sub("", plain).strip("()[]{}<>⟨⟩.,;:| ")
        found = _read(_letters(_tokens(bare)))
        if found:
            return found
    return Date(literal=plain)


def find_dates(text: str) -> list[DateSpan]:
    """Find the dates of a text, in order; each holds at least a year in four digits. Years within a DOI or a link are none.

    >>> [found.date.edtf() for found in find_dates("Received: 6 March 2014 / Published: 15 May 2014; 7(2), 243")]
    ['2014-03-06', '2014-05-15']
    """
    return list(_found(text) if len(text) <= _SHORT else _dates(text))


def is_pending(text: str) -> bool:
    """Tell whether a text says that the work is yet to appear, or undated: "in press", "w druku", "n.d.".

    >>> is_pending("In Press"), is_pending("2013")
    (True, False)
    """
    return " ".join(text.split()).casefold().strip("()[] ") in PENDING


def pending(status: str) -> str | None:
    """Return what a status says of a work yet to appear; None for any other status.

    >>> pending("Accepted/In press"), pending("Published")
    ('In press', None)
    """
    return next((part.strip() for part in status.split("/")[::-1] if is_pending(part)), None)


_SHORT = 400
"""The dates of texts up to this long are remembered: several readers look at the same line."""
_LONGEST = 80
"""No date is longer; a longer text is kept as a literal at once."""
_REACH = 36
"""How far from its year a date may reach."""

_TIME = re.compile(r"(?<=\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d|UTC|GMT|[ap]\.?m\.?)?$")
_TOKEN = re.compile(r"(\d+)(?:(?:st|nd|rd|th|er|º|ª|°)(?!\w))?|([年月日号년월일])|([^\W\d_]+\.?)|(\S)")
_YEAR = re.compile(r"(?<![\dA-Z_@#])(?:1[0-9]\d\d|20\d\d|2100)(?![\da-z_])")
_NOT_A_YEAR = re.compile(r"(?:[\w)][-.:]|[\w.]_|\d,)$")
_ADDRESS = re.compile(
    r"(?:\bhttps?://|\bwww\.|(?<!\d)10\.\d{4,9}/)\S*|(?<!\S)[^\s_]{0,80}_\S*|\bissn\D{0,12}\d{4}-\d{3}[\dX]", re.IGNORECASE
)
_SIGNS = {"&": "/", "’": "", "'": "", "`": ""}
_DASHES = frozenset("‐‑‒–—―−～〜")
_WORDY = frozenset({"set", "out", "pro", "led", "sub", "may", "ago", "mar", "lis", "lip", "abe", "ira", "tem", "dub", "elo"})
"""Names of months that are common words; before a bare year they count only with a capital or a full stop."""


class _Token(NamedTuple):
    letter: str
    value: int
    start: int
    end: int


Values = Sequence[int]
_Build = Callable[[Values], Date | None]


def _at(*order: int) -> _Build:
    """Build a date of the values at these places: the year's, the month's, the day's."""
    return lambda v: _single(*(v[i] for i in order))


def _between(first: tuple[int, ...], last: tuple[int, ...]) -> _Build:
    return lambda v: _range(_single(*(v[i] for i in first)), _single(*(v[i] for i in last)))


def _either(year: int, one: int, other: int) -> _Build:
    """Day and month in an order that nobody stated: sure only where one reading is possible, or both agree."""

    def build(v: Values) -> Date | None:
        readings = {d for d in (_single(v[year], v[one], v[other]), _single(v[year], v[other], v[one])) if d}
        return readings.pop() if len(readings) == 1 else _single(v[year]) if readings else None

    return build


def _iso_month(v: Values) -> Date | None:
    """Read "2008-12", EDTF's seasons "2008-24", and keep the year of what else stands behind a hyphen ("2009-13")."""
    if 21 <= v[1] <= 24:
        return Date(((v[0],),), season=v[1] - 20)
    return _single(v[0], v[1]) or _single(v[0])


_T = "[-–/]"
_SINGLES: tuple[tuple[str, _Build], ...] = (
    ("Y-N-N|Y/N/N/?|Y[.]N[.]N[.]?|Yy?NmNd?|Y[-.,]?M-?N[.]?", _at(0, 1, 2)),
    ("N[.]?[-/]?M[-/,.]?Y|N[.]N[.]Y|N[.-]?R[.-]?Y|NNmY", _at(2, 1, 0)),
    ("M-?N,?Y|NmNd?,?Y", _at(2, 0, 1)),
    ("N[-/]N[-/]Y", _either(2, 0, 1)),
    ("Y[-.,/]?M|Yy?Nm|Y/N/+", _at(0, 1)),
    ("Y-N", _iso_month),
    ("M[-/,.]?Y|N[./]Y|NmY", _at(1, 0)),
    ("S[-,/]?Y", lambda v: Date(((v[1],),), season=v[0])),
    ("Y[-.,]?S", lambda v: Date(((v[0],),), season=v[1])),
    ("Yy?|Y/{2,3}", _at(0)),
)
_RANGES: tuple[tuple[str, _Build], ...] = (
    (f"N[.]?M{_T}N[.]?M,?Y", _between((4, 1, 0), (4, 3, 2))),
    (f"MN{_T}MN,?Y", _between((4, 0, 1), (4, 2, 3))),
    (f"YMN{_T}MN", _between((0, 1, 2), (0, 3, 4))),
    (f"N[.]N[.]{_T}N[.]N[.]Y", _between((4, 1, 0), (4, 3, 2))),
    (f"N[.]?{_T}N[.]?M[,.]?Y|N[.]{_T}N[.]N[.]Y", _between((3, 2, 0), (3, 2, 1))),
    (f"MN{_T}N,?Y", _between((3, 0, 1), (3, 0, 2))),
    (f"YMN{_T}N", _between((0, 1, 2), (0, 1, 3))),
    (f"M{_T}M[,.]?Y", _between((2, 0), (2, 1))),
    (f"YM{_T}M", _between((0, 1), (0, 2))),
    (f"S{_T}S,?Y", _at(2)),
    ("S,?Y[-–/]N", _at(1)),
    ("S,?Y[-–/]Y", lambda v: _range(_single(v[1]), _single(v[2]))),
    ("Y[–/]N", _at(0)),
    ("Y[-–]", _at(0)),
)


_OPEN = 2
"""The last rows keep only the year of a range that states no more; they are no use within a longer text."""


def _single(year: int, month: int = 0, day: int = 0) -> Date | None:
    """Return the date, or None where the calendar has no such day."""
    if not month and not day:
        return Date(((year,),))
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return Date(((year, month, day),) if day else ((year, month),))


def _range(first: Date | None, last: Date | None) -> Date | None:
    if not first or not last or len(first.parts) != 1 or len(last.parts) != 1 or first.season or last.season:
        return None
    start, end = first.parts[0], last.parts[0]
    if start == end:
        return first
    depth = min(len(start), len(end))
    circa = first.circa or last.circa
    return Date((start, end), circa=circa) if start[:depth] < end[:depth] else None


_FORMS = tuple((re.compile(pattern), build) for pattern, build in (*_RANGES, *_SINGLES))
_SINGLE = "|".join(pattern for pattern, _ in _SINGLES)
_DOUBLE = re.compile(f"((?:{_SINGLE})[~?%]?){_T}((?:{_SINGLE})[~?%]?)")
_VALUED = frozenset("YNMSR")


def _read(tokens: Sequence[_Token]) -> Date | None:
    """Read the tokens as one date, all of them."""
    letters = "".join(token.letter for token in tokens)
    about = letters.startswith("c") or letters[-1:] in {"~", "?", "%"}
    if about:
        inner = list(tokens[1:] if letters.startswith("c") else tokens[:-1])
        found = _plain(inner, "".join(token.letter for token in inner))
        return Date(found.parts, found.season, circa=True) if found else None
    return _plain(tokens, letters)


def _plain(tokens: Sequence[_Token], letters: str) -> Date | None:
    for pattern, build in _FORMS:
        if pattern.fullmatch(letters):
            return build([token.value for token in tokens if token.letter in _VALUED])
    double = _DOUBLE.fullmatch(letters)
    if not double:
        return None
    return _range(_read(tokens[: double.end(1)]), _read(tokens[double.start(2) :]))


@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[DateSpan, ...]:
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[DateSpan]:
    addresses = iter([*(found.span() for found in _ADDRESS.finditer(text)), (len(text), len(text))])
    address = next(addresses)
    last = 0
    for year in _YEAR.finditer(text):
        while address[1] <= year.start() and address[0] < len(text):
            address = next(addresses)
        if year.start() < last or address[0] <= year.start() < address[1]:
            continue
        found = _around(text, year.start(), year.end(), last)
        if found:
            yield found
            last = found.end


_SEARCHES = tuple(
    re.compile(f"c?(?:{pattern})")
    for pattern in (
        "|".join(pattern for pattern, _ in _RANGES[:-_OPEN]),
        _DOUBLE.pattern,
        *(pattern for pattern, _ in _SINGLES[:-1]),
        "(?<=c)Yy?|Yy",
    )
)
"""The forms to look for in a longer text, the longest first; a bare year comes last, by itself."""


def _around(text: str, start: int, end: int, floor: int) -> DateSpan | None:
    """Read the longest date around a year that stands at `start`."""
    left = max(floor, start - _REACH)
    left = max(left, text.rfind("\n", left, start) + 1)
    right = text.find("\n", end, end + _REACH)
    tokens = _letters(_tokens(text, left, right if right >= 0 else min(len(text), end + _REACH)))
    letters = "".join(token.letter for token in tokens)
    place = next((at for at, token in enumerate(tokens) if token.start <= start < token.end), None)
    if place is None:
        return None
    for pattern in _SEARCHES:
        for match in pattern.finditer(letters):
            if match.start() <= place < match.end() and _apart(text, tokens, match):
                found = _span(text, tokens[match.start() : match.end()])
                if found:
                    return found
    clean = not _NOT_A_YEAR.search(text, max(0, start - 2), start) and not re.match(r"[.,:]\d|-\w|/\w", text[end : end + 2])
    return _span(text, tokens[place : place + 1]) if clean else None


def _span(text: str, tokens: Sequence[_Token]) -> DateSpan | None:
    start, end = tokens[0].start, tokens[-1 if tokens[-1].letter != "." else -2].end
    found = parse_date(text[start:end])
    return DateSpan(found, start, end) if found.parts else None


def _apart(text: str, tokens: Sequence[_Token], match: re.Match[str]) -> bool:
    """Tell whether the date stands free of the digits around it, and its month is no common word."""
    first, last = tokens[match.start()], tokens[match.end() - 1]
    if first.letter == "Y" and _NOT_A_YEAR.search(text, max(0, first.start - 2), first.start):
        return False
    before, after = text[max(0, first.start - 1) : first.start], text[last.end : last.end + 1]
    if first.letter == "N" and (before in {".", ",", "/", "-"} or before.isupper()):
        return False
    if last.letter == "N" and (after in {"-", "–", "/"} or after.isalpha()):
        return False
    return not (match[0] == "MY" and text[first.start : first.end] in _WORDY)


def _tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[_Token]:
    table = words()
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        number, sign, word, other = found.groups()
        if number:
            yield _Token(_number(number), int(number), *found.span())
            continue
        if other:
            yield _Token("–" if other in _DASHES else _SIGNS.get(other, other), 0, *found.span())
            continue
        key = unaccented(sign or word)
        mark, value = table.get(key) or table.get(key.rstrip(".")) or (Mark.OTHER, 0)
        yield _Token(mark.value, value, *found.span())


def _number(digits: str) -> str:
    if len(digits) <= 2:
        return "N"
    return "Y" if len(digits) == 4 and 1000 <= int(digits) <= 2100 else "D"


def _letters(tokens: Iterator[_Token]) -> list[_Token]:
    kept = [token for token in tokens if token.letter]
    return kept[1:] if kept and kept[0].letter == "," else kept


def _iso(part: Part) -> str:
    stated, *rest = part
    year = stated + 1 if stated < 0 else stated
    return "-".join([f"{'-' if year < 0 else ''}{abs(year):04d}", *(f"{number:02d}" for number in rest)])
