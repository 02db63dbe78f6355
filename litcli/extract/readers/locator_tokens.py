"""The table of tokens that locators are made of: numbers with and without a label, pairs, ranges and dates.

A line comes in, with identifiers and addresses blotted out; `TOKEN` matches one number with its label at one of its `starts`, and
`MEANING` tells by the name of the group that matched which part of a locator it is.
"""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Span
from litcli.model import date_words
from litcli.model.date_words import Mark
from litcli.model.folding import unaccented

LABELS = {
    "volume": "Jaargang Jrg Volume Volumen Vols Vol Band Bd Jahrgang Jg Årgang Årg Ročník Roč Rocznik Tome Tomo Tom Том Vuosikerta Vsk Cilt Évf "
    "Volym Volyymi Svazek Sv المجلد مجلد دوره ปีที่ כרך Годиште Tomas Köide Tập",
    "issue": "Issue Issues Iss Nro Number Numéro Número Numero Nummer Núm Num Nos No Nr N° Nº n° Fascículo Fascicule Fasc Heft Hft Häfte "
    "Číslo Čís Ausgabe № Вып Выпуск Szám Sayı Zeszyt Especial Br Broj Бр Број العدد عدد شماره ฉบับที่ גיליון חוברת Tölublað Nomor",
    "page": "Page(s) Pages Page Pp pp Páginas Págs Pág pág Seiten Seite Sidor Sider Sid Side Sivut Strony Стр стр Oldal Pagine "
    "Pagg الصفحات صفحات صفحه صص หน้า עמודים Puslapiai Psl Lappuses Leheküljed Lk Bls Blaðsíður Halaman Hal Hlm",
    "number": "Article-ID Article-id Article-number Article-no Art-no Art-nr Artikelnummer Article Paper-No Paper-number",
}
"""Label words before a number; a hyphen stands for any space or full stop. Taken in any case."""
LETTERS = {"volume": "T Т V 巻 卷", "issue": "H z č n 号 號 期", "page": "p S С C str"}
"""Short labels, which need a full stop or a digit behind them and another number before them."""
SUFFIXES = {"volume": "巻卷권", "issue": "号號期호", "year": "年년", "page": "頁页쪽"}
"""Labels of Chinese, Japanese and Korean stand behind their number."""

YEAR = r"(?:1[6-9]|20)\d{2}"
_SPAN = r"(?:\s?[-–—−‐‑]+\s?|\s(?:à|to|bis)\s)"
_PAGE = rf"[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?(?:{_SPAN}[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?|-(?=\s|$|[.,;)]))?(?![\d/])"
RANGE = (
    r"\d{1,4}:\d{1,3}[-–]\d{1,4}:\d{1,3}(?![\w:])|"  # pages of an article with a number: "23:1-23:28"
    rf"\d{{2,7}}-(?=\s*$)|[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?{_SPAN}[A-Za-z]{{0,2}}\d{{1,7}}[a-z]?(?![\w])"
)
_VALUE = (
    r"(?:[A-Za-z]?\d+(?:\.\d{2,})?(?:[A-Za-z]\b)?(?:\s?[-–/&+]\s?(?!(?:19|20)\d{2}\b)\d+)*|[IVXLC]{1,7}\b|[Ss]uppl?\.? ?\d*|S\d+)"
)
_MONTH = r"[^\W\d_]{3,10}\.?(?:[-–/][^\W\d_]{3,10}\.?)?"


def _words(kind: str) -> str:
    words = sorted(LABELS[kind].split(), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\-", r"[.\s]*") for word in words)


_LABELLED = {kind: rf"(?:(?!\d)(?<![^\W\d_])(?:{_words(kind)})(?![^\W\d_]))" for kind in LABELS}
_SINGLE = {
    kind: rf"(?:(?<![^\W_])(?:{'|'.join(letters.split())})(?:\.|(?=\s?(?:\d|(?-i:e)\d{{2}}))))"
    for kind, letters in LETTERS.items()
}
TOKEN = re.compile(
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
            rf"\((?P<year_in>{YEAR})\)",
            rf"(?<=,\s)\((?P<issue_alone>\d{{1,3}})\)(?=[,:]\s*(?:{RANGE}))",
            rf"(?<=,\s)(?P<month_year>(?:0[1-9]|1[0-2])\.{YEAR})(?=\s*(?:[,;.)]|$))",
            rf"(?P<date>(?:(?:(?<!\d)\d{{1,2}}\.?\s)?(?<![^\W\d_]){_MONTH},?\s?)?(?<!\d){YEAR}(?:\s{_MONTH}(?:\s\d{{1,2}})?)?)(?=[\s;:,.)]|$)(?!\s?[-–]\s?\d)",
            rf"(?P<range>(?<![\w.])(?:{RANGE}))",
            rf"(?<=\s)(?P<issue_year>\d{{1,3}}\s?/\s?{YEAR})(?![\d/])",
            r"(?P<vi_volume>(?<![\w.-])\d{1,4}[A-Z]?)\s?\((?P<vi_issue>[^()\s][^()]{0,14})\)",
            (
                rf"(?P<vc_volume>(?<![\w./-])(?!{YEAR}/)\d{{1,4}})"
                rf"(?::(?=\d{{1,3}}(?:\s*\({YEAR}\)|,\s*(?:s|pp?|с)\.))|[./](?=\d{{1,3}}\s?\({YEAR}\)[:,]?\s(?:pp?\.\s?)?\d))(?P<vc_issue>\d{{1,3}})"
            ),
            rf"(?P<year_over>{YEAR})/\d{{1,2}}(?=\s?\()",
            r"(?P<bare>(?:(?<![\w.,-])|(?<=(?:19|20)\d\d,))[A-Za-z]?\d{1,7}(?![\w-]))",
        )
    ),
    re.IGNORECASE,
)
NUMBER_OF_ISSUE = re.compile(rf"(?:(?:{_words('issue')})\.?\s?)?[\w./–\- ]{{1,14}}", re.IGNORECASE)
"""What may stand in brackets behind a volume; it needs a digit besides."""
GAP = re.compile(r"(?:[\s,;:.،()|\[\]/·第]|[–—-]\s)*")
_MASK = re.compile(
    r"\d{1,2}:\d\d\s?[-–]\s?\d{1,2}:\d\d|\b\d{1,4}\s(?:p|pp|pages|s|с|стр)\b(?!\.?\s?\d)|(?<=\s)[012]?\d:[0-5]\d(?:\s[AP]M)?(?![\d–-])|"
    r"\b(?:urn|hdl|ark|handle|oai):\S+|https?://\S+|(?:doi:?\s?)?10\.\d{4,9}/\S+|\b(?:ISSN|ISBN|PMID|PMCID|NIHMSID)\W{0,3}[A-Z]{0,5}[\dX-]{4,17}",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^\W\d_]+|[\d(№]")
_DATED = re.compile(rf"{_MONTH},?\s{YEAR}")
_YEAR_BEHIND = re.compile(rf"\s{YEAR}")
"""Without one no word needs to be tried as a month."""
_FIRST_WORDS = frozenset(
    first
    for labels in (*LABELS.values(), *LETTERS.values())
    for label in labels.casefold().split()
    for first in (re.split(r"\W", label)[0], "".join(filter(str.isalpha, label)))
)
"""The words that a token with a label may begin with."""
_MASKED_NUMBER = re.compile(r"\d(?::\d|\s(?i:pp?|pages|s|с|стр)\b)")
_MASKED_SIGNS = ("10.", "://", "urn:", "hdl:", "ark:", "handle:", "oai:", "issn", "isbn", "pmid", "pmcid", "nihmsid")
"""One of these is in every text that has something to blot out."""
MEANING = {
    "volume": "volume", "volume1": "volume", "volume_cjk": "volume", "issue": "issue", "issue1": "issue", "issue_cjk": "issue",
    "issue_year": "issue",
    "page": "page", "page1": "page",
    "issue_alone": "issue", "page_cjk": "page", "number": "number",
    "year_cjk": "issued", "year_in": "issued", "year_over": "issued", "month_year": "issued", "date": "issued",
}  # fmt: skip


def starts(text: str) -> Iterator[int]:
    """Yield the places where a token may begin: prose is long and has few, and trying the table of tokens everywhere is slow."""
    dated = bool(_YEAR_BEHIND.search(text))
    for piece in _PIECE.finditer(text):
        word, end = piece[0], piece.end()
        opens = not word[0].isalpha() or word.casefold() in _FIRST_WORDS or text[end : end + 1].isdigit()
        if opens or (dated and 2 < len(word) <= 10 and _DATED.match(text, piece.start())):
            yield piece.start()


def masked(text: str) -> str:
    """Blot out identifiers and addresses, whose digits are no volumes, without moving anything."""
    folded = text.casefold()
    if not _MASKED_NUMBER.search(text) and not any(sign in folded for sign in _MASKED_SIGNS):
        return text
    return _MASK.sub(lambda match: "\0" * len(match.group()), text)


def date_in(token: re.Match[str]) -> Span:
    """Return the date of a token without the words before and behind its year that are no months."""
    start, end = token.span("date")
    text = token.string[start:end]
    year = re.search(YEAR, text)
    if not year:
        return start, end
    before, behind = text[: year.start()], text[year.end() :]
    first = start if before and is_month(re.sub(r"^\d{1,2}\.?\s", "", before)) else start + year.start()
    return first, end if behind and is_month(re.sub(r"\d", "", behind)) else start + year.end()


def is_month(text: str) -> bool:
    """Tell whether a text names a month or season, or two of them: "Jan", "Spring", "May-June"."""
    names = re.split(r"[-–/]", text.strip(" ,"))
    return all(date_words.words().get(unaccented(name.strip(" .")), ("", 0))[0] in {Mark.MONTH, Mark.SEASON} for name in names)
