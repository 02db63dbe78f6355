"""Locators: the numbers that lead to a work in its journal or book, wherever a line has them.

    Vol. 29 Issue (8): 88101-088101      2006 Dec;9(6):772-7       Ročník 39; číslo 1; s. 239 - 252
    Volume 7 (2004) no. 6-7, pp. 713-720 56(3) 298-303             1988 年 59 巻 10 号 p. 848-853
    2014, 90, pp.092006                  2 (1992) 2221-2229        Bd. 14. H. 1/2. ... S. 1 - 94

A line is cut into numbers with and without a label, which are then given their meaning by label first and by order second. What
order does not tell for certain stays unread.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from litcli.extract.candidates import Span
from litcli.extract.layout import Line
from litcli.model import date_words
from litcli.model.date_words import Mark
from litcli.model.folding import unaccented

LABELS = {
    "volume": "Jaargang Jrg Volume Volumen Vols Vol Band Bd Jahrgang Jg Årgang Årg Ročník Roč Rocznik Tome Tomo Tom Том Vuosikerta Vsk Cilt Évf "
    "Volym Volyymi Svazek Sv",
    "issue": "Issue Issues Iss Number Numéro Número Numero Nummer Núm Num Nos No Nr N° Nº n° Fascículo Fascicule Fasc Heft Hft Häfte "
    "Číslo Čís Ausgabe № Вып Выпуск Szám Sayı Zeszyt Especial",
    "page": "Page(s) Pages Page Pp pp Páginas Págs Pág pág Seiten Seite Sidor Sider Sid Side Sivut Strony Стр стр Oldal Pagine "
    "Pagg",
    "number": "Article-ID Article-id Article-number Article-no Art-no Art-nr Artikelnummer Article",
}
"""Label words before a number; a hyphen stands for any space or full stop. Taken in any case."""
LETTERS = {"volume": "T Т V", "issue": "H z č n", "page": "p S С C str"}
"""Short labels, which need a full stop or a digit behind them and another number before them."""
SUFFIXES = {"volume": "巻卷권", "issue": "号號期호", "year": "年년", "page": "頁页쪽"}
"""Labels of Chinese, Japanese and Korean stand behind their number."""

_YEAR = r"(?:1[6-9]|20)\d{2}"
_SPAN = r"(?:\s?[-–—−‐‑]+\s?|\s(?:à|to|bis)\s)"
_PAGE = rf"[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?(?:{_SPAN}[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?|-(?=\s|$|[.,;)]))?(?![\d/])"
_RANGE = rf"\d{{2,7}}-(?=\s*$)|[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?{_SPAN}[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?(?![\w])"
_VALUE = (
    r"(?:[A-Za-z]?\d+(?:\.\d{2,})?(?:[A-Za-z]\b)?(?:\s?[-–/&+]\s?(?!(?:19|20)\d{2}\b)\d+)*|[IVXLC]{1,7}\b|[Ss]uppl?\.? ?\d*|S\d+)"
)
_MONTH = r"[^\W\d_]{3,10}\.?(?:[-–/][^\W\d_]{3,10}\.?)?"


def _words(kind: str) -> str:
    words = sorted(LABELS[kind].split(), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\-", r"[.\s]*") for word in words)


_LABELLED = {kind: rf"(?:(?<![^\W\d_])(?:{_words(kind)})(?![^\W\d_]))" for kind in LABELS}
_SINGLE = {kind: rf"(?:(?<![^\W_])(?:{'|'.join(letters.split())})(?:\.|(?=\s?\d)))" for kind, letters in LETTERS.items()}
_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<vlab>{_LABELLED['volume']})[.:,\s]*(?P<volume>{_VALUE})",
            rf"(?P<nlab>{_LABELLED['number']}(?![a-z]))[.:,\s]*(?P<number>[A-Za-z]{{0,4}}\d(?:[\d.-]*\d)?(?=(?-i:[A-Z][a-z]{{3}})|\b))",
            rf"(?P<ilab>{_LABELLED['issue']})[.:,\s]*\(?(?P<issue>{_VALUE}|[Ee]special)\)?",
            rf"(?P<plab>{_LABELLED['page']})[.:,\s]*(?P<page>{_PAGE})",
            rf"(?P<vsin>{_SINGLE['volume']})\s?(?P<volume1>\d{{1,4}})",
            rf"(?P<isin>{_SINGLE['issue']})\s?(?P<issue1>\d{{1,3}}(?:\s?[-/]\s?\d{{1,3}})?)",
            rf"(?P<psin>{_SINGLE['page']})\s?(?P<page1>{_PAGE})",
            rf"(?P<year_cjk>\d{{4}})\s?[{SUFFIXES['year']}]",
            rf"(?P<volume_cjk>\d{{1,4}})\s?[{SUFFIXES['volume']}]",
            rf"(?P<page_cjk>\d{{1,5}}(?:{_SPAN}\d{{1,5}})?)\s?[{SUFFIXES['page']}](?!数)",
            rf"(?P<issue_cjk>\d{{1,4}})\s?[{SUFFIXES['issue']}]",
            rf"\((?P<year_in>{_YEAR})\)",
            rf"(?<=,\s)\((?P<issue_alone>\d{{1,3}})\)(?=[,:]\s*(?:{_RANGE}))",
            rf"(?P<date>(?:(?:(?<!\d)\d{{1,2}}\.?\s)?(?<![^\W\d_]){_MONTH}\s)?(?<!\d){_YEAR}(?:\s{_MONTH}(?:\s\d{{1,2}})?)?)(?=[\s;:,.)]|$)(?!\s?[-–]\s?\d)",
            rf"(?P<range>(?<![\w.])(?:{_RANGE}))",
            rf"(?<=\s)(?P<issue_year>\d{{1,3}}\s?/\s?{_YEAR})(?![\d/])",
            r"(?P<vi_volume>(?<![\w.-])\d{1,4}[A-Z]?)\s?\((?P<vi_issue>[^()\s][^()]{0,14})\)",
            rf"(?P<vc_volume>(?<![\w.-])\d{{1,4}}):(?P<vc_issue>\d{{1,3}})(?=\s*\({_YEAR}\)|,\s*(?:s|pp?|с)\.)",
            rf"(?P<year_over>{_YEAR})/\d{{1,2}}(?=\s?\()",
            r"(?P<bare>(?<![\w.,-])[A-Za-z]?\d{1,7}(?![\w-]))",
        )
    ),
    re.IGNORECASE,
)
_GAP = re.compile(r"(?:[\s,;:.()|\[\]/·第]|[–—-]\s)*")
_MASK = re.compile(
    r"\d{1,2}:\d\d\s?[-–]\s?\d{1,2}:\d\d|\b\d{1,4}\s(?:p|pp|pages|s)\b(?!\.?\s?\d)|(?<=\s)[012]?\d:[0-5]\d(?:\s[AP]M)?(?![\d–-])|"
    r"\b(?:urn|hdl|ark|handle|oai):\S+|https?://\S+|(?:doi:?\s?)?10\.\d{4,9}/\S+|\b(?:ISSN|ISBN|PMID|PMCID|NIHMSID)\W{0,3}[A-Z]{0,5}[\dX-]{4,17}",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^\W\d_]+|[\d(№]")
_DATED = re.compile(rf"{_MONTH}\s{_YEAR}")
_FIRST_WORDS = frozenset(
    first
    for labels in (*LABELS.values(), *LETTERS.values())
    for label in labels.casefold().split()
    for first in (re.split(r"\W", label)[0], "".join(filter(str.isalpha, label)))
)
"""The words that a token with a label may begin with."""
_ISSUE_BEHIND = re.compile(r"[,\s]*(?:n|no|nº|p|pp)\.?\s?\d", re.IGNORECASE)
"""What tells the letter of a volume from a word's: "v12 n3", "v. 7, n. 2, p. 15-28"."""
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})\.?\s$")
_NUMBERS_BEHIND = re.compile(rf"\s?(?:\({_YEAR}\)|{_YEAR}\s*$|[.,:]\s?(?:pp?\.|S\.|{_RANGE}))")
_REACH = 40
"""No name of a month is longer."""
_MASKED_NUMBER = re.compile(r"\d(?::\d|\s(?i:pp?|pages|s)\b)")
_MASKED_SIGNS = ("10.", "://", "urn:", "hdl:", "ark:", "handle:", "oai:", "issn", "isbn", "pmid", "pmcid", "nihmsid")
"""One of these is in every text that has something to blot out."""
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
    text = _masked(line)
    found: list[Locator] = []
    place = 0
    for start in islice(_starts(text), _MOST):
        token = _TOKEN.match(text, start) if start >= place else None
        if not token:
            continue
        locator = _scan(text, token) if _may_open(text, token) else None
        if locator:
            found.append(locator)
        place = locator.end if locator else token.end()
    return tuple(found)


def _starts(text: str) -> Iterator[int]:
    """Yield the places where a token may begin: prose is long and has few, and trying the table of tokens everywhere is slow."""
    for piece in _PIECE.finditer(text):
        word, end = piece[0], piece.end()
        opens = not word[0].isalpha() or word.casefold() in _FIRST_WORDS or text[end : end + 1].isdigit()
        if opens or (2 < len(word) <= 10 and _DATED.match(text, piece.start())):
            yield piece.start()


def _masked(text: str) -> str:
    """Blot out identifiers and addresses, whose digits are no volumes, without moving anything."""
    folded = text.casefold()
    if not _MASKED_NUMBER.search(text) and not any(sign in folded for sign in _MASKED_SIGNS):
        return text
    return _MASK.sub(lambda match: "\0" * len(match.group()), text)


def _may_open(text: str, token: re.Match[str]) -> bool:
    """Tell whether a locator may begin here: not with a single letter, nor with a bare number in the middle of words."""
    if token.group("vsin") and _ISSUE_BEHIND.match(text, token.end()):
        return True
    if token.group("vsin") or token.group("isin") or token.group("psin"):
        return False
    if token.group("range"):
        before = text[: token.start()].rstrip()
        return not before or before[-1] in ",.;:)"
    if token.group("bare"):
        word = _WORD_BEFORE.search(text, max(0, token.start() - _REACH), token.start())
        if word and _is_month(word.group(1)):
            return False
        return bool(_NUMBERS_BEHIND.match(text, token.end()))
    return True


def _scan(text: str, token: re.Match[str]) -> Locator | None:
    draft = _Draft()
    start = _date_in(token)[0] if token.group("date") else token.start()
    found: re.Match[str] | None = token
    while found:
        if not _take(draft, found):
            break
        draft.end = _date_in(found)[1] if found.group("date") else found.end()
        found = _next(text, draft.end, reach=0 if draft.named.keys() == {"issued"} else _BRIDGE)
    locator = _resolved(draft, start)
    return locator if locator and _holds(locator, text) else None


def _next(text: str, place: int, reach: int) -> re.Match[str] | None:
    gap = _GAP.match(text, place)
    close = gap.end() if gap else place
    if found := _TOKEN.match(text, close):
        return found
    for far in _TOKEN.finditer(text, close, close + reach + 20 if reach else close):
        if far.start() - close > reach or "\0" in text[close : far.start()]:
            return None
        labelled = any(far.group(name) for name in ("plab", "vlab", "ilab", "nlab", "psin"))
        start = _date_in(far)[0] if far.group("date") else far.start()
        parted = text[start - 2 : start].strip() in {".", ",", ":"}
        if labelled or (parted and (far.group("date") or far.group("range"))):
            return far
    return None


def _date_in(token: re.Match[str]) -> Span:
    """Return the date of a token without the words before and behind its year that are no months."""
    start, end = token.span("date")
    text = token.string[start:end]
    year = re.search(_YEAR, text)
    if not year:
        return start, end
    before, behind = text[: year.start()], text[year.end() :]
    first = start if before and _is_month(re.sub(r"^\d{1,2}\.?\s", "", before)) else start + year.start()
    return first, end if behind and _is_month(re.sub(r"\d", "", behind)) else start + year.end()


def _is_month(text: str) -> bool:
    names = re.split(r"[-–/]", text.strip())
    return all(date_words.words().get(unaccented(name.strip(" .")), ("", 0))[0] in {Mark.MONTH, Mark.SEASON} for name in names)


_MEANING = {
    "volume": "volume", "volume1": "volume", "volume_cjk": "volume", "issue": "issue", "issue1": "issue", "issue_cjk": "issue",
    "issue_year": "issue",
    "page": "page", "page1": "page",
    "issue_alone": "issue", "page_cjk": "page", "number": "number",
    "year_cjk": "issued", "year_in": "issued", "year_over": "issued", "date": "issued",
}  # fmt: skip


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
        draft.loose.append(token.span("bare"))
        return len(draft.loose) <= 3
    return _take_named(draft, token, next(name for name in groups if name in _MEANING))


def _take_range(draft: _Draft, token: re.Match[str]) -> bool:
    """Take "298-303" for pages, unless a month behind it makes days of it."""
    following = re.match(r"\s?([^\W\d_]{3,})", token.string[token.end() :])
    if "page" in draft.named or (following and _is_month(following.group(1))):
        return False
    draft.named["page"] = token.span("range")
    draft.ranged = True
    return True


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
    meaning = _MEANING[name]
    if meaning == "page" and draft.ranged and _pair_before(draft, token.string):
        draft.named["page"] = token.span(name)
        return True
    if meaning in draft.named:
        return meaning == "issued"
    draft.named[meaning] = _date_in(token) if name == "date" else token.span(name)
    if meaning == "issue" and (dated := re.fullmatch(rf"(\d+)\s?/\s?({_YEAR})", token.group(name))):
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
    if re.fullmatch(_YEAR, inner):
        draft.named.setdefault("issued", token.span("vi_issue"))
    elif re.fullmatch(rf"(?:(?:{_words('issue')})\.?\s?)?[\w./–\- ]{{1,14}}", inner, re.IGNORECASE) and any(
        map(str.isdigit, inner)
    ):
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
