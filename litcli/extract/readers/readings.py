"""How the value behind a label is read: one reading a kind of label.

To let a new label word be read, add it to a table in `litcli/extract/labels/`; to read a new kind of value, add a row to READINGS.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from litcli.extract.candidates import Candidate, Parts, Span, claim, claims, moved
from litcli.extract.layout import Layout, strip
from litcli.extract.normalise import NO_VALUE, kind_of_work
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.further import FURTHER
from litcli.extract.readers.hosts import is_menu_word
from litcli.extract.readers.imprints import extent_at
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import SURE, is_affiliation, likeness, names_in, of_people
from litcli.extract.readers.rows import Row
from litcli.extract.readers.titles import bare_title
from litcli.extract.readers.words import words_of_lines
from litcli.extract.vocabulary import fold
from litcli.model.dates import find_dates
from litcli.model.identifiers import find_identifiers

Reading = Callable[[Layout, Row, str], Iterable[Candidate]]

_DASH = re.compile(r"\s+[-–—]+(?:\s+|$)")
_IMPRINTS = (
    re.compile(r"^(?P<place>[^:;]{2,60}?)\s+:\s+(?P<publisher>.+?)(?:,\s*(?:c|©|cop\.\s*)?(?P<year>\d{4})[^,]*)?$"),
    re.compile(r"^(?P<publisher>[^()]{3,100}) \((?P<place>[А-ЯЁІЇЄ][^()\d]{2,40})\)(?P<year>)$"),
    re.compile(r"^(?P<publisher>[^,:]{3,100}),\s+(?P<year>\d{4})\.?(?P<place>)$"),
    re.compile(r"^(?P<publisher>[^,]{3,80}),\s+(?P<place>[^,\d]{3,40}),\s+(?:c|©|cop\.\s?)?(?P<year>\d{4})\.?$"),
)
"""How publisher, place and year stand in one line: "Place : Publisher, 1995", "Publisher, 1995" and "Publisher, Place, 1995"."""
_SERIES = re.compile(
    r"(.{3,120}?)[,;]\s*(?:no\.?|n[º°]|nr\.?|vol\.?|v\.|bd\.?|band|heft|t\.|tome|dl\.?|deel)?\s*(\d{1,5})\.?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d{2}")
_LIKE_NAME = 0.3
"""The word "Authors" may stand in a menu: what stands below it must look a little like a name."""
_DIGIT = re.compile(r"\d")
_LONGEST_WORD = 12
"""What stands below a label for numbers and has none is at most a word so long ("Supplement")."""
_EDITION = re.compile(
    r"\b(?:Auflage|Aufl\b|edition|édition|edición|edição|edizione|uppl(?:aga)?\b|udgave|utgave|издание|изд\b|wyd\b)|版",
    re.IGNORECASE,
)
"""What tells an edition where the label may mean the issue of a journal ("Ausgabe")."""
_EARLY_ACCESS = re.compile(r"\s*[•(]\s?(?:Early|Open) Access.{0,3}$")
"""What stands behind the name of a journal, and is no part of it."""
_EARLY = re.compile(r"online|first published|early|epub|posted", re.IGNORECASE)
_ONLINE = 0.08
"""The day of going online gives way to the day of publication, where a page has both, in a row or in the citation."""
_COMPANY = re.compile(r"\s*,\s+(?=\d+\s?[-–]\s?\d)")
"""Where pages without a label follow a number: "Sayı: 2, 112 - 130, 30.12.2021"."""
_DATE_BEHIND = re.compile(r"(?<=\d)(?:,\s|,?\s\((?:\d{1,2}\s)?(?:[^\W\d_]{3,10}\.?\s)?)(?:19|20)\d\d\)?$")
"""The date behind a number: "12, 2018", "12 (27 March 2009)"."""
_NUMBER_END = re.compile(r"[,;)\]]")
_LONGEST_PLACE = 60
_IN_ADDRESS = re.compile(r"\d.*,|,.*\d")
"""What tells the address of a publisher, behind its name: a number of a house or a postcode, among commas."""
_SOLE_NUMBER = re.compile(r"\d{1,4}\.?")
_EXTENT = re.compile(
    r"(?<![\d.])(\d{1,5})\s?(?:p|pp|pages?|s|S|Seiten|sidor|sider|págs?|páginas|leaves|с|стр|頁|页|ページ|sivua)\b\.?",
    re.IGNORECASE,
)
_YEAR_VOLUME_ISSUE = re.compile(r"(?P<year>\d{4})\s*年?\s*[,，]\s*(?P<volume>\d+)?\s*[(（]\s*(?P<issue>[^()（）]+?)\s*[)）]")
_PIECES = re.compile(r"[^,;]+")
_QUOTED_WHOLE = frozenset(("author", "editor", "keyword"))
"""Lists that exports and heads in YAML put in quotes as a whole: "Holt, Anna; Ruiter, Jan"."""
_ISBN_SHAPE = re.compile(r"[\d-]{9,16}[\dXx]")


def read_row(layout: Layout, row: Row, rule: str) -> list[Candidate]:
    """Return what a label row says; `rule` is the portal's name, which the rule of each candidate begins with."""
    stated = any(fold(layout.text[start:end]) not in NO_VALUE for start, end in row.values)
    if row.kind in _QUOTED_WHOLE and layout.text.startswith('"', row.values[0][0] if row.values else len(layout.text)):
        row = replace(row, values=tuple(strip(layout.text, *value, '"') for value in row.values))
    return list(READINGS.get(row.kind, _nothing)(layout, row, rule)) if stated else []


def extent_of(layout: Layout, row: Row, rule: str) -> list[Candidate]:
    """Return the number of pages where a row "Description" or "Format" describes the copy, not the work."""
    start, end = row.values[0]
    return extent_at(layout, (start, end), f"{rule}.extent", row.confidence)


def _nothing(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    del layout, row, rule
    yield from ()


def _plain(field: str) -> Reading:
    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        yield from claims(layout.text, field, row.values[0], f"{rule}.{row.kind}", row.confidence)

    return reading


def _title(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read a title without the names that catalogues print behind it."""
    found = claim(layout.text, "title", [bare_title(layout, row.values[0])], f"{rule}.{row.kind}", row.confidence)
    yield from [found] if found else []


def _extent(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read how many pages a work has off its description: "xii, 214 pages : illustrations ; 24 cm", "1 vol. (211 p.)"."""
    start, end = row.values[0]
    if extent := _EXTENT.search(layout.text, start, end):
        yield from claims(layout.text, "number-of-pages", extent.span(1), f"{rule}.{row.kind}", row.confidence)
    elif not layout.text[start].isalpha():
        yield from claims(layout.text, "number-of-pages", (start, end), f"{rule}.{row.kind}", row.confidence)


def _number(field: str) -> Reading:
    """Read a number, up to the comma or bracket behind which other things follow in the same line."""

    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        start, end = row.values[0]
        if row.shape == "alone" and len(layout.text[start:end]) > _LONGEST_WORD and not _DIGIT.search(layout.text, start, end):
            return
        if field == "issue" and _EDITION.search(layout.text, start, end):
            yield from claims(layout.text, "edition", (start, end), f"{rule}.edition", row.confidence)
            return
        if any(found.size > 1 and found.labels for found in read_locators(layout.piece((start, end)))):
            yield from read_citation(layout, (_line_start(layout, row), end), f"{rule}.{row.kind}", row.confidence)
            return
        company = _COMPANY.search(layout.text, start, end)
        end = company.start() if company and row.shape == "colon" else end
        if dated := _DATE_BEHIND.search(layout.text, start, end):
            end = dated.start()
        whole = claims(layout.text, field, (start, end), f"{rule}.{row.kind}", row.confidence)
        cut = _NUMBER_END.search(layout.text, start + 1, end) if row.shape in {"colon", "table"} else None
        yield from whole or (
            claims(layout.text, field, (start, cut.start()), f"{rule}.{row.kind}", row.confidence) if cut else ()
        )

    return reading


def _line_start(layout: Layout, row: Row) -> int:
    """Return where the numbers of a row begin: with its label where that is in their line ("Vol. 38, No. 1 (2004), pp. 23-62")."""
    line = layout.line_at(row.values[0][0])
    return row.label[0] if line and line.start <= row.label[0] else row.values[0][0]


def _lines(field: str) -> Reading:
    """Read all lines of the value as one text."""

    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        found = claim(layout.text, field, [row.values], f"{rule}.{row.kind}", row.confidence)
        if found:
            yield found

    return reading


def _people(field: str) -> Reading:
    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        if field == "editor" and is_affiliation(layout.text[row.values[0][0] : row.values[0][1]]):
            if likeness(layout.text[row.values[0][0] : row.values[0][1]].split(",")[0]) < SURE:
                yield from _publisher(layout, row, rule)
            return
        cased = layout.text[slice(*row.values[0])].upper() != layout.text[slice(*row.values[0])].lower()
        least = _LIKE_NAME if row.shape == "alone" and cased else 0.0
        places = of_people(layout, names_in(layout, row.values[:1], least) + names_in(layout, row.values[1:], least=0.5))
        if found := claim(layout.text, field, places, f"{rule}.{row.kind}", row.confidence):
            yield found

    return reading


def _container(field: str) -> Reading:
    """Read the name of a journal or book, with the numbers behind it where the row has them too."""

    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        start, end = row.values[0]
        start += len("In:") * layout.text.startswith("In:", start, end)
        bar = layout.text.find("|", start, end)
        if row.shape == "alone" and is_menu_word(layout, layout.text[start:end]):
            return
        if early := _EARLY_ACCESS.search(layout.text, start, end):
            end = early.start()
        if _YEAR.fullmatch(layout.text[start:end].strip()):
            yield from claims(layout.text, "issued", (start, end), f"{rule}.{row.kind}", row.confidence)
        elif read_locators(layout.piece((start, end))):
            yield from read_citation(layout, (start, end), f"{rule}.{row.kind}", row.confidence)
        else:
            yield from claims(
                layout.text, field, strip(layout.text, start, bar if bar > 0 else end), f"{rule}.{row.kind}", row.confidence
            )

    return reading


def _page(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read pages; a number alone behind "Pages" may be the first page or their count, so it stays unread."""
    start, end = row.values[0]
    text = layout.text[start:end]
    if extent := extent_at(layout, (start, end), f"{rule}.page", 0.8) or _counted(layout, (start, end), rule):
        yield from extent
    elif not _SOLE_NUMBER.fullmatch(text.strip()) or not layout.text[row.label[0] : row.label[1]].rstrip(": ").endswith("s"):
        yield from claims(layout.text, "page", (start, end), f"{rule}.page", row.confidence)


def _counted(layout: Layout, span: Span, rule: str) -> list[Candidate]:
    extent = _EXTENT.fullmatch(layout.text[slice(*span)].strip())
    return claims(layout.text, "number-of-pages", moved(span[0], extent, 1), f"{rule}.page", 0.8) if extent else []


def _status(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read "Published - 15 Jun 1998"."""
    start, end = row.values[0]
    dash = _DASH.search(layout.text, start, end)
    status_end = dash.start() if dash else end
    word = fold(layout.text[start:status_end]).split("/")[0]
    if word in layout.vocabulary.statuses or dash:
        yield from claims(layout.text, "status", strip(layout.text, start, status_end), f"{rule}.status", row.confidence)
    yield from _date(layout, row, rule)


def _date(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    start, end = row.values[0]
    found = find_dates(layout.text[start:end])
    if found:
        span = (start + found[0].start, start + found[0].end)
        online = bool(_EARLY.search(layout.text, *row.label))
        yield from claims(layout.text, "issued", span, f"{rule}.{row.kind}", row.confidence - _ONLINE * online)


def _identifier(kind: str) -> Reading:
    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        for span in row.values[:1]:
            yield from _identifiers(layout, span, kind, f"{rule}.{kind}", row.confidence)

    return reading


def _identifiers(layout: Layout, span: Span, kind: str, rule: str, confidence: float) -> Iterator[Candidate]:
    """Read the identifiers of one kind; an ISBN with a wrong check digit is none, and kept in `extra` as imports keep it."""
    start, end = span
    found = [item for item in find_identifiers(layout.text[start:end]) if item.kind == kind]
    places: list[Parts] = [((start + item.start, start + item.end),) for item in found]
    if not places:
        direct = claim(layout.text, kind, [((start, end),)], rule, confidence)
        if direct:
            yield direct
        elif kind == "ISBN" and (shape := _ISBN_SHAPE.search(layout.text, start, end)):
            yield from claims(layout.text, "extra", shape.span(), f"{rule}:misprinted-isbn", 0.6)
        return
    many = places if kind in {"ISSN", "ISBN"} else places[:1]
    if candidate := claim(layout.text, kind, many, rule, confidence):
        yield candidate


def _isbn_issn(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    for kind in ("ISSN", "ISBN"):
        if any(item.kind == kind for item in find_identifiers(layout.text[row.values[0][0] : row.values[0][1]])):
            yield from _identifiers(layout, row.values[0], kind, f"{rule}.{kind}", row.confidence)


def _keyword(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    places = words_of_lines(layout, row.values)
    if len(row.values) == 1 and len(places) == 1 and len(layout.text[row.values[0][0] : row.values[0][1]].split()) > 6:
        return
    if found := claim(layout.text, "keyword", places, f"{rule}.keyword", row.confidence):
        yield found


def _type(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    kind = kind_of_work(layout.text[row.values[0][0] : row.values[0][1]])
    if kind:
        yield from claims(layout.text, "type", row.values[0], f"{rule}.{row.kind}", row.confidence)
    if kind and "/" in kind:
        yield from claims(layout.text, "genre", row.values[0], f"{rule}.genre", row.confidence)
    if not kind:
        yield from extent_of(layout, row, rule)


def _degree(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read a degree, with the school and the year where they stand behind it: "PhD, Medicine, 2011, University of Fenmoor"."""
    start, end = row.values[0]
    kind, *further = [
        strip(layout.text, start + found.start(), start + found.end()) for found in _PIECES.finditer(layout.text[start:end])
    ]
    if not further or not kind_of_work(layout.text[slice(*kind)]):
        yield from _type(layout, row, rule)
        return
    yield from _type(layout, replace(row, values=(kind,)), rule)
    for span in further:
        text = layout.text[slice(*span)]
        if _YEAR.fullmatch(text):
            yield from claims(layout.text, "issued", span, f"{rule}.{row.kind}", row.confidence - 0.1)
        elif is_affiliation(text):
            yield from claims(layout.text, "publisher", span, f"{rule}.{row.kind}", row.confidence - 0.05)


def _volume_issue(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    start, end = row.values[0]
    if ordered := _YEAR_VOLUME_ISSUE.search(layout.text, start, end):
        for field, name in (("issued", "year"), ("volume", "volume"), ("issue", "issue")):
            if ordered.group(name):
                yield from claims(layout.text, field, ordered.span(name), f"{rule}.{name}", row.confidence)
        return
    yield from read_citation(layout, (start, end), f"{rule}.volume-issue", row.confidence)


def _publisher(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read a publisher, with place and year where they stand in the same line."""
    start, end = row.values[0]
    imprint = next((found for shape in _IMPRINTS if (found := shape.match(layout.text[start:end]))), None)
    if imprint:
        for field, name in (("publisher-place", "place"), ("publisher", "publisher"), ("issued", "year")):
            if imprint.group(name):
                span = moved(start, imprint, name)
                yield from claims(layout.text, field, span, f"{rule}.imprint", row.confidence - 0.05)
        return
    name, comma, address = layout.text[start:end].partition(",")
    if comma and _IN_ADDRESS.search(address):
        end = start + len(name)
    yield from claims(layout.text, "publisher", (start, end), f"{rule}.publisher", row.confidence)


def _imprint(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read place, publisher and date, each on a line of its own, or all in one line."""
    if len(row.values) == 1:
        yield from _publisher(layout, row, rule)
        return
    lines = [span for span in row.values if not find_dates(layout.text[span[0] : span[1]])]
    if len(lines) >= 2:
        yield from claims(layout.text, "publisher-place", lines[0], f"{rule}.imprint", 0.8)
        yield from claims(layout.text, "publisher", lines[1], f"{rule}.imprint", 0.85)
    for span in row.values:
        for date in find_dates(layout.text[span[0] : span[1]])[:1]:
            yield from claims(
                layout.text, "issued", (span[0] + date.start, span[0] + date.end), f"{rule}.imprint", row.confidence
            )


def _series(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read a series and the number of the work in it: "Moss studies, 12", "(Moss studies ; 12)"."""
    start, end = row.values[0]
    if layout.text[start] == "(" and layout.text[end - 1] == ")":
        start, end = strip(layout.text, start + 1, end - 1)
    numbered = _SERIES.fullmatch(layout.text, start, end)
    if not numbered:
        yield from claims(layout.text, "collection-title", (start, end), f"{rule}.{row.kind}", row.confidence)
        return
    for field, group in (("collection-title", 1), ("collection-number", 2)):
        yield from claims(layout.text, field, numbered.span(group), f"{rule}.{row.kind}", row.confidence)


def _event(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    start, end = row.values[0]
    dash = _DASH.search(layout.text, start, end)
    title = strip(layout.text, start, dash.start() if dash and dash.start() - start > 12 else end, "-–,;")
    yield from claims(layout.text, "event-title", title, f"{rule}.event", row.confidence)
    dates = find_dates(layout.text[start:end])
    if dates:
        span = (start + dates[0].start, start + dates[0].end)
        if not _YEAR.fullmatch(layout.text[slice(*span)]):  # a year alone is part of the name
            yield from claims(layout.text, "event-date", span, f"{rule}.event", row.confidence - 0.1)
    if dash and title[1] < dash.start() + 1:
        place = strip(layout.text, dash.end(), start + dates[0].start if dates else end, "-–,;:(")
        if 2 < place[1] - place[0] < _LONGEST_PLACE and not _DIGIT.search(layout.text, *place):
            yield from claims(layout.text, "event-place", place, f"{rule}.event", row.confidence - 0.1)


READINGS: dict[str, Reading] = {
    "title": _title,
    "translated-title": _plain("translated-title"),
    "author": _people("author"),
    "editor": _people("editor"),
    "container-title": _container("container-title"),
    "host-title": _container("container-title"),
    "collection-title": _series,
    "collection-number": _plain("collection-number"),
    "volume": _number("volume"),
    "issue": _number("issue"),
    "volume-issue": _volume_issue,
    "page": _page,
    "number-of-pages": _extent,
    "number": _number("number"),
    "issued": _date,
    "status-date": _status,
    "publisher": _publisher,
    "imprint": _imprint,
    "publisher-place": _plain("publisher-place"),
    "edition": _plain("edition"),
    "event": _event,
    "event-place": _plain("event-place"),
    "event-date": _plain("event-date"),
    "DOI": _identifier("DOI"),
    "PMID": _identifier("PMID"),
    "PMCID": _identifier("PMCID"),
    "arXiv": _identifier("arXiv"),
    "ISSN": _identifier("ISSN"),
    "ISBN": _identifier("ISBN"),
    "isbn-issn": _isbn_issn,
    "language": _plain("language"),
    "keyword": _keyword,
    "type": _type,
    "degree": _degree,
    "license": _plain("license"),
    **FURTHER,
}
"""Kind of label to its reading; a kind that is not here only marks where other values end."""
