"""Locators: the numbers that lead to a work in its journal or book, wherever a line has them.

    Vol. 29 Issue (8): 88101-088101      2006 Dec;9(6):772-7       Ročník 39; číslo 1; s. 239 - 252
    Volume 7 (2004) no. 6-7, pp. 713-720 56(3) 298-303             1988 年 59 巻 10 号 p. 848-853
    2014, 90, pp.092006                  2 (1992) 2221-2229        Bd. 14. H. 1/2. ... S. 1 - 94

A line is cut into numbers with and without a label, which are then given their meaning by label first and by order second. What
order does not tell for certain stays unread.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from litcli.extract.candidates import Span
from litcli.extract.layout import Line
from litcli.extract.readers.locator_tokens import (
    GAP,
    MEANING,
    NUMBER_OF_ISSUE,
    RANGE,
    TOKEN,
    YEAR,
    date_in,
    is_month,
    masked,
    starts,
)

_ISSUE_BEHIND = re.compile(r"[,\s]*(?:n|no|nº|p|pp|号|號|期)\.?\s?\d", re.IGNORECASE)
"""What tells the letter of a volume from a word's: "v12 n3", "v. 7, n. 2, p. 15-28"."""
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})\.?\s$")
_NUMBERS_BEHIND = re.compile(
    rf"\s?(?:\({YEAR}\)|{YEAR}\s*$|[.,:]\s?(?:pp?\.|S\.|{RANGE})|,\s(?:No|Nr|no|Iss|Issue|Heft)\.?\s\d|[.,:]\s?[A-Z]{{0,2}}\d{{1,7}}[A-Z]?\s?(?:\({YEAR}\)|[–-]\sPublished))"
)
_YEARS = re.compile(rf"{YEAR}\s?[-–]\s?{YEAR}")
_IS_RANGE = re.compile(r"\d\s?[-–]\s?\d")
"""A range of pages that is all of its line opens a locator even with a single letter: "p. 71-88"."""
_ONE_PAGE = re.compile(r"(?:^|[^\w])(?:p|s|с)\.\s?$|page\s?$|pages?\t$", re.IGNORECASE)
"""What stands before a page alone; "Pages 248" says how many there are."""
_REACH = 40
"""No name of a month is longer."""
_DIGIT = re.compile(r"\d")
_LONGEST = 4000
"""What stands further behind in a line is not read."""
_MOST = 300
"""So many places of a line may begin a locator; a line of more numbers is a table, no citation."""
_BRIDGE = 45
"""A labelled number may stand so far behind the last one: a place or the name of a section comes between."""


@dataclass(frozen=True)
class Locator:
    """The numbers of one place in the literature, each with its span; absent where the line does not say."""

    start: int
    end: int
    volume: Span | None = None
    issue: Span | None = None
    page: Span | None = None
    number: Span | None = None
    issued: Span | None = None
    labels: int = 0
    """How many of them a label names."""

    @property
    def size(self) -> int:
        """How many numbers it holds."""
        return sum(part is not None for part in (self.volume, self.issue, self.page, self.number, self.issued))


@dataclass
class _Draft:
    """Numbers gathered so far, by meaning; `loose` are those without a label."""

    named: dict[str, Span] = field(default_factory=dict)
    loose: list[Span] = field(default_factory=list)
    labels: int = 0
    end: int = 0
    ranged: bool = False
    """Whether the pages are a range without a label."""


def read_locators(line: Line) -> list[Locator]:
    """Return the locators of a line, in order, each with its place on the page."""
    return [_moved(locator, line.start) for locator in _read(line.text[:_LONGEST])] if _DIGIT.search(line.text) else []


@lru_cache(maxsize=2048)
def _read(line: str) -> tuple[Locator, ...]:
    """Read a line; several readers ask for the same one, so the answers are remembered."""
    text = masked(line)
    found: list[Locator] = []
    place = 0
    for start in islice(starts(text), _MOST):
        token = TOKEN.match(text, start) if start >= place else None
        if not token:
            continue
        locator = _scan(text, token) if _may_open(text, token) else None
        if locator:
            found.append(locator)
        place = locator.end if locator else token.end()
    return tuple(found)


def _may_open(text: str, token: re.Match[str]) -> bool:
    """Tell whether a locator may begin here: not with a single letter, nor with a bare number in the middle of words."""
    if token.group("vsin") and _ISSUE_BEHIND.match(text, token.end()):
        return True
    if token.group("vsin") or token.group("isin") or token.group("psin"):
        return bool(token.group("psin") and _IS_RANGE.search(token[0]) and token[0].strip() == text.strip(" ."))
    if token.group("range"):
        before = text[: token.start()].rstrip()
        return not before or before[-1] in ",.;:)"
    if token.group("bare"):
        word = _WORD_BEFORE.search(text, max(0, token.start() - _REACH), token.start())
        if word and is_month(word.group(1)):
            return False
        return bool(_NUMBERS_BEHIND.match(text, token.end()))
    return True


def _scan(text: str, token: re.Match[str]) -> Locator | None:
    draft = _Draft()
    start = date_in(token)[0] if token.group("date") else token.start()
    found: re.Match[str] | None = token
    while found:
        if not _take(draft, found):
            break
        draft.end = date_in(found)[1] if found.group("date") else found.end()
        found = _next(text, draft.end, reach=0 if draft.named.keys() == {"issued"} else _BRIDGE)
    locator = _resolved(draft, start)
    return locator if locator and _holds(locator, text) else None


def _next(text: str, place: int, reach: int) -> re.Match[str] | None:
    gap = GAP.match(text, place)
    close = gap.end() if gap else place
    if found := TOKEN.match(text, close):
        return found
    for far in TOKEN.finditer(text, close, close + reach + 20 if reach else close):
        if far.start() - close > reach or "\0" in text[close : far.start()]:
            return None
        labelled = any(far.group(name) for name in ("plab", "vlab", "ilab", "nlab", "psin"))
        start = date_in(far)[0] if far.group("date") else far.start()
        parted = text[start - 2 : start].strip() in {".", ",", ":"}
        if labelled or (parted and (far.group("date") or far.group("range"))):
            return far
    return None


def _take(draft: _Draft, token: re.Match[str]) -> bool:
    """Add a token; False where it cannot belong to the same locator, since its place is taken."""
    groups = {name for name, value in token.groupdict().items() if value is not None}
    if "vi_volume" in groups:
        return _take_pair(draft, token)
    if "vc_volume" in groups:
        draft.named |= {"volume": token.span("vc_volume"), "issue": token.span("vc_issue")}
        return True
    if "range" in groups:
        return _take_range(draft, token)
    if "bare" in groups:
        if draft.named.keys() >= {"volume", "page"}:
            return False  # what follows the pages in brackets counts them
        draft.loose.append(token.span("bare"))
        return len(draft.loose) <= 3
    return _take_named(draft, token, next(name for name in groups if name in MEANING))


def _take_range(draft: _Draft, token: re.Match[str]) -> bool:
    """Take "298-303" for pages, unless a month beside it makes days of it, or two years alone a time."""
    following = re.match(r"\s?([^\W\d_]{3,})", token.string[token.end() :])
    if "page" in draft.named or (following and is_month(following.group(1))):
        return False
    if not draft.named and not draft.loose and _is_time(token):
        return False
    draft.named["page"] = token.span("range")
    draft.ranged = True
    return True


def _is_time(token: re.Match[str]) -> bool:
    """Tell days behind their month, and a span of years, from pages: "April 5-9, 2014", "Clocks in the Fens, 1700-1850"."""
    month = _WORD_BEFORE.search(token.string, max(0, token.start() - _REACH), token.start())
    return bool(month and is_month(month[1])) or bool(_YEARS.fullmatch(token.group("range")))


def _pair_before(draft: _Draft, text: str) -> bool:
    """Make volume and issue of "12-3", which was taken for pages, where pages with a label follow: "1987 12-3 pp. 45-67"."""
    start, end = draft.named["page"]
    pair = re.fullmatch(r"(\d{1,4})\s?[-–]\s?(\d{1,3})", text[start:end])
    if not pair or {"volume", "issue"} & draft.named.keys():
        return False
    draft.named |= {"volume": (start + pair.start(1), start + pair.end(1)), "issue": (start + pair.start(2), start + pair.end(2))}
    draft.ranged = False
    return True


def _take_named(draft: _Draft, token: re.Match[str], name: str) -> bool:
    meaning = MEANING[name]
    if meaning == "page" and draft.ranged and _pair_before(draft, token.string):
        draft.named["page"] = token.span(name)
        return True
    if meaning in draft.named:
        return meaning == "issued"
    draft.named[meaning] = date_in(token) if name == "date" else token.span(name)
    if meaning == "issue" and (dated := re.fullmatch(rf"(\d+)\s?/\s?({YEAR})", token.group(name))):
        start = token.start(name)
        draft.named["issue"] = (start + dated.start(1), start + dated.end(1))
        draft.named.setdefault("issued", (start + dated.start(2), start + dated.end(2)))
    draft.labels += meaning != "issued"
    return True


def _take_pair(draft: _Draft, token: re.Match[str]) -> bool:
    inner = token.group("vi_issue")
    if "volume" in draft.named:
        return False
    draft.named["volume"] = token.span("vi_volume")
    if re.fullmatch(YEAR, inner):
        draft.named.setdefault("issued", token.span("vi_issue"))
    elif NUMBER_OF_ISSUE.fullmatch(inner) and any(map(str.isdigit, inner)):
        draft.named["issue"] = token.span("vi_issue")
    else:
        return False
    return True


def _resolved(draft: _Draft, start: int) -> Locator | None:
    """Give the numbers without a label their meaning, by what is not yet known: volume first, then issue, then page."""
    named = dict(draft.named)
    loose = list(draft.loose)
    if loose and "volume" not in named and (named.keys() - {"issued"} or len(loose) > 1 or loose[0][0] == start):
        named["volume"] = loose.pop(0)
    numbers = len(loose) > 1 or (loose and "page" in named and loose[0][0] < named["page"][0])
    if numbers and "issue" not in named:
        named["issue"] = loose.pop(0)
    if loose and "page" not in named and "number" not in named:
        named["page"] = loose.pop(0)
    if loose or not named:
        return None
    return Locator(start, draft.end, labels=draft.labels, **named)


def _holds(locator: Locator, text: str) -> bool:
    """Tell whether the numbers say enough to be a locator and no accident of prose."""
    if not (locator.volume or locator.page or locator.number or (locator.issue and locator.labels)):
        return False
    if len(text) > 400 and not (locator.size + locator.labels >= 3 and locator.end > 0.5 * len(text)):
        return False
    if locator.size == 1 and locator.page and locator.labels and not _IS_RANGE.search(text[slice(*locator.page)]):
        return bool(_ONE_PAGE.search(text[: locator.page[0]]))
    return locator.size >= 2 or locator.labels > 0


def _moved(locator: Locator, by: int) -> Locator:
    def move(span: Span | None) -> Span | None:
        return None if span is None else (span[0] + by, span[1] + by)

    return Locator(
        locator.start + by,
        locator.end + by,
        move(locator.volume),
        move(locator.issue),
        move(locator.page),
        move(locator.number),
        move(locator.issued),
        locator.labels,
    )
