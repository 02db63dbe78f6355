"""Citation lines: one line that names the work's place, alone or with authors, year and title before it.

    Twin Res Hum Genet. 2006 Dec;9(6):772-7.                        the journal and its numbers
    Häkkinen, K. (2008). Title. Tieteessä tapahtuu, 26(6).          year in brackets after the names (APA, Harvard, EPrints)
    Jabaaij L, Schers HJ. Title. Huisarts Wet 2006;49(13):655-9.    Vancouver
    Л.В. Филимонова. Title // Труды КарНЦ РАН. No 2. C. 3-13        two slashes (GOST)
    V.M. Abazov, G. Bernardi, et al.. Title. Journal, Publisher, 2014, 90, pp.092006.
    林小青,石大山.题名[J].学报,2015,12(03):45-52.                   a letter for the kind behind the title (GB/T 7714)

Where the page has the title elsewhere (`known`), it parts the line: names before, journal behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from litcli.extract.candidates import Candidate, Span, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.hosts import (
    IN_BOOK,
    LONGEST_JOURNAL,
    PERIODICAL,
    container_in,
    house_behind,
    journal_above,
    series_in,
)
from litcli.extract.readers.locators import Locator, read_locators
from litcli.extract.readers.people import edited_in, is_affiliation, likeness, names_in
from litcli.model.identifiers import find_identifiers

_YEAR = r"(?:1[6-9]|20)\d{2}"
_YEAR_IN = re.compile(rf"[\s,.]\(?\[?({_YEAR})(?:[a-z]|,[^()]{{1,20}})?[)\]][.,:]?\s+")
_BREAK = re.compile(r"(?<=[^\W\d_]{2})[.?!]\s+(?=[^\W\d_a-z])|(?<=\))\.\s+|(?<=\d)\.\s+(?=[^\W\d_])|[?!]\s+(?=[^\W\d_])")
_YEAR_OPENS = re.compile(rf"({_YEAR})\s\([^\W\d_]{{4,20}}\)\s?(?:In:|Ingår i)")
"""How a citation begins with the year and the language of the work: "2025 (English)In: Moss Studies"."""
_YEAR_FIRST = re.compile(rf"^({_YEAR}),\s+([^\W\d_][^;]{{8,200}}?),\s+(?:с|c|p|pp|S|s|str|стр|lk)\.?\s?(\d+\s?[-–]\s?\d+)\.?$")
"""The year, the host, the pages: "2019, Eye Movement Research, с. 239-274"."""
_LONGEST_CITATION = 1000
"""In a citation as short as this the title is also found in other capitals."""
_VOLUME = re.compile(r"(?:vol|том|т|tom|bd|br|no|nr|№)\b", re.IGNORECASE)
"""How numbers begin that stand where the host would."""
_HOSTED = frozenset("JCNGA")
"""Kinds of work that another one holds, in GB/T 7714; behind the letter of others stands who published them."""
SHORTEST_KNOWN = 25
"""A shorter title may stand in any line."""
REACH = 1500
"""So many lines below the record may hold its own citation."""
_KIND_MARK = re.compile(r"\s?\[([JMCDRNPGA]|DB|CP|EB|DS)(?:/(?:OL|CD|DK|MT))?\]\s*[.．,，]?\s*")
_ENTRY_NUMBER = re.compile(r"\s*\[\d{1,3}\]\s*")
_FULL_STOP = re.compile(r"[.．。]\s*(?=\S)")
_SLASHES = re.compile(r"\s*//\s*")


@dataclass(frozen=True)
class Pieces:
    """What a citation line was parted into; absent where it does not say."""

    names: Span | None = None
    title: Span | None = None
    container: Span | None = None
    year: Span | None = None


def read_citation(layout: Layout, span: Span, rule: str, confidence: float, known: str | None = None) -> list[Candidate]:
    """Return all that a citation in the span says, as candidates."""
    line = layout.piece(span)
    dated = _YEAR_FIRST.match(line.text)
    if dated and not _VOLUME.match(dated[2]):
        return list(_year_first(layout, dated, line.start, rule, confidence))
    locators = read_locators(line)
    locator = next((found for found in locators if found.size > 1 or found.labels), None)
    if locator and _KIND_MARK.search(layout.text, *span):
        locator = _without_volume(layout, locator)
    pieces = _pieces(layout, span, locator, known)
    if locator and locator.start - span[0] > LONGEST_JOURNAL and not (pieces.container or pieces.names or pieces.title):
        return []
    found = list(locator_candidates(layout, locator, rule, confidence)) if locator else []
    if not pieces.container and locator and locator.start - span[0] <= 2:
        found += journal_above(layout, line, rule)
    if pieces.container:
        found += claims(layout.text, "container-title", pieces.container, rule, confidence - 0.04)
    if pieces.container and (edited := edited_in(layout.text, *span)):
        found += claimed(layout.text, "editor", names_in(layout, (edited.span("editor"),)), rule, confidence)
        found += claims(layout.text, "type", edited.span("mark"), f"{rule}:in-book", confidence)
    if pieces.title:
        found += claims(layout.text, "title", pieces.title, rule, confidence - 0.12)
    if locator and pieces.container:
        found += house_behind(layout, span, locator, rule, confidence)
    if (pieces.title or pieces.container) and (mark := _KIND_MARK.search(layout.text, *span)):
        found += claims(layout.text, "type", mark.span(1), f"{rule}:kind-mark", confidence - 0.04)
    if not (locator and locator.issued):
        found += _issued(layout, span, pieces, rule, confidence)
    stranger = 0.25 if known and pieces.title else 0.0
    if pieces.names and (
        people := claim(layout.text, "author", names_in(layout, (pieces.names,)), rule, confidence - 0.05 - stranger)
    ):
        found.append(people)
    return found + series_in(layout, span, rule, confidence)


def journal_lines(
    layout: Layout, lines: tuple[Line, ...], rule: str, confidence: float, known: str | None = None
) -> Iterator[Candidate]:
    """Yield what the lines say that hold a locator or a citation around the known title."""
    for line in lines:
        if not read_locators(line) and not (known and _holds_citation(line.text, known)):
            continue
        if re.search(_YEAR, line.text) or IN_BOOK.match(line.text) or not is_affiliation(line.text):
            yield from read_citation(layout, line.span, rule, confidence, known)


def citation_below(layout: Layout, known: str | None, rule: str) -> list[Candidate]:
    """Return what the page's own citation says that stands below the record, under a heading such as "Citation" or "How to cite"."""
    if not known or len(known) < SHORTEST_KNOWN:
        return []
    for line in layout.lines[layout.tail : layout.tail + REACH]:
        if known in line.text and any(
            _cites(layout, other.folded) for other in layout.lines[max(0, line.index - 2) : line.index]
        ):
            found = [item for item in find_identifiers(line.text) if item.kind == "DOI"][:1]
            places = [(line.start + item.start, line.start + item.end) for item in found]
            dois = [claimed for place in places for claimed in claims(layout.text, "DOI", place, rule, 0.85)]
            return [*read_citation(layout, line.span, rule, 0.88, known), *dois]
    return []


def _cites(layout: Layout, folded: str) -> bool:
    """Tell a heading that says how to cite the page's work."""
    return "cit" in folded and any(label.kind == "citation" for label in layout.vocabulary.labels.get(folded, ()))


def locator_candidates(layout: Layout, locator: Locator, rule: str, confidence: float) -> Iterator[Candidate]:
    """Yield the numbers of a locator."""
    sure = confidence if locator.size > 1 else confidence - 0.1
    places = (
        ("volume", locator.volume),
        ("issue", locator.issue),
        ("number" if locator.page and _is_article_number(layout.text, locator.page) else "page", locator.page),
        ("number", locator.number),
        ("issued", locator.issued),
    )
    for field, span in places:
        if span:
            yield from claims(layout.text, field, span, rule, sure)


def _issued(layout: Layout, span: Span, pieces: Pieces, rule: str, confidence: float) -> list[Candidate]:
    """Return the year of a citation, in brackets behind its names or before all."""
    opening = _YEAR_OPENS.match(layout.text, *span)
    if pieces.year or not opening:
        return claims(layout.text, "issued", pieces.year, rule, confidence) if pieces.year else []
    return claims(layout.text, "issued", opening.span(1), rule, confidence - 0.1)


def _is_article_number(text: str, span: Span) -> bool:
    """Tell an article number in the pages' place: "11(5): e0123456"."""
    return bool(re.fullmatch(r"e\d{3,}", text[span[0] : span[1]], re.IGNORECASE))


def _holds_citation(text: str, known: str) -> bool:
    """Tell whether a line has the title and more around it: names and a year before, a journal behind."""
    place = text.find(known)
    return place > 5 and len(text) - len(known) > 15 and bool(re.search(_YEAR, text))


def _pieces(layout: Layout, span: Span, locator: Locator | None, known: str | None) -> Pieces:
    start, end = span
    stop = locator.start if locator else end
    text = layout.text
    if locator and start >= locator.start - 1:
        return Pieces(container=_behind(layout, locator, end))
    if known and (place := _find(text, known, start, end)):
        container = container_in(layout, place[1], stop) if stop > place[1] else None
        year = _year(text, start, place[0]) or (None if locator else _last_year(text, place[1], end))
        return Pieces(_names(layout, start, place[0]), None, container, year)
    if signed := _signed(layout, start, stop, end):
        return signed
    if (bracket := _YEAR_IN.search(text, start, min(stop + 8, end))) and bracket.end() < stop:
        title, container = _title_and_container(layout, bracket.end(), stop)
        return Pieces(_names(layout, start, bracket.start() + 1), title, container, bracket.span(1))
    if vancouver := _vancouver(layout, start, stop):
        return vancouver
    return Pieces(container=container_in(layout, start, stop)) if locator else Pieces()


def _signed(layout: Layout, start: int, stop: int, end: int) -> Pieces | None:
    """Part a citation of a standard that has a sign between the title and its host: "[J]" or "//"."""
    if mark := _KIND_MARK.search(layout.text, start, min(stop + 4, end)):
        return _marked(layout, start, mark, stop)
    slashes = _SLASHES.search(layout.text, start, stop)
    return _gost(layout, start, slashes.start(), slashes.end(), stop) if slashes else None


def _without_volume(layout: Layout, locator: Locator) -> Locator:
    """Read "2014(2)" as year and issue, which is how Chinese journals without volumes are cited."""
    volume = locator.volume
    if volume and not locator.issued and re.fullmatch(_YEAR, layout.text[slice(*volume)]):
        return replace(locator, volume=None, issued=volume)
    return locator


def _find(text: str, known: str, start: int, end: int) -> Span | None:
    place = text.find(known, start, end)
    if place < 0 and end - start < _LONGEST_CITATION:
        part = text[start:end].casefold()
        place = part.find(known.casefold()) + start if len(part) == end - start and known.casefold() in part else -1
    return (place, place + len(known)) if place >= 0 else None


def _gost(layout: Layout, start: int, title_end: int, host_start: int, stop: int) -> Pieces:
    """Part "Names. Title // Host"; names and title by the first full stop after which no name follows."""
    text = layout.text
    host = container_in(layout, host_start, stop)
    for full_stop in re.finditer(r"\.\s+(?=[^\W\d_]{3,})", text[start:title_end]):
        cut = start + full_stop.start()
        if likeness(text[start:cut]) >= 0.5:
            return Pieces((start, cut), strip(text, start + full_stop.end(), title_end), host)
    return Pieces(None, strip(text, start, title_end), host)


def _marked(layout: Layout, start: int, mark: re.Match[str], stop: int) -> Pieces:
    """Part "Names. Title[J]. Host"; names and title by the first full stop before which nothing but names stands."""
    text = layout.text
    if number := _ENTRY_NUMBER.match(text, start):
        start = number.end()
    host = container_in(layout, mark.end(), stop) if mark[1] in _HOSTED else None
    for full_stop in _FULL_STOP.finditer(text, start, mark.start()):
        if likeness(text[start : full_stop.start()]) >= 0.5:
            return Pieces((start, full_stop.start()), strip(text, full_stop.end(), mark.start()), host)
    return Pieces(None, strip(text, start, mark.start()), host)


def _title_and_container(layout: Layout, start: int, stop: int) -> tuple[Span | None, Span | None]:
    """Part "Title. Container" at the last break between sentences that leaves something that looks like a container."""
    breaks = list(_BREAK.finditer(layout.text, start, stop))
    for found in reversed(breaks):
        container = container_in(layout, found.end(), stop)
        if container:
            keep = found.start() + (layout.text[found.start()] in "?!")
            return strip(layout.text, start, keep), container
    title = strip(layout.text, start, stop, ".,(;")
    if IN_BOOK.match(layout.text, *title) and PERIODICAL.search(layout.text, *title):
        return None, container_in(layout, *title)
    return (title if title[1] - title[0] > 10 else None), None


def _vancouver(layout: Layout, start: int, stop: int) -> Pieces | None:
    """Part "Jabaaij L, Schers HJ. Title. Journal"; the names must be plainly names."""
    for found in re.finditer(r"\.\.?\s+(?=[^\W\d_a-z]|\d)", layout.text[start:stop]):
        cut = start + found.start()
        head = layout.text[start:cut]
        if len(head) > 12 and likeness(head) >= 0.6 and ("," in head or " " in head) and not head.endswith((" J", " A", " M")):
            title, container = _title_and_container(layout, start + found.end(), stop)
            if title and container:
                return Pieces(_names(layout, start, cut), title, container)
    return None


def _names(layout: Layout, start: int, end: int) -> Span | None:
    span = strip(layout.text, start, end, ".,;:(")
    if layout.text[span[1] : span[1] + 1] == "." and re.search(r"[\s.][A-ZÀ-Þ]$", layout.text[span[0] : span[1]]):
        span = (span[0], span[1] + 1)
    year = re.search(rf"[\s,]*\(?{_YEAR}[^\w]*$", layout.text[span[0] : span[1]])
    if year:
        span = (span[0], span[0] + year.start())
    return span if span[1] - span[0] > 3 and likeness(layout.text[span[0] : span[1]]) >= 0.5 else None


def _last_year(text: str, start: int, end: int) -> Span | None:
    """Return the year that closes a part of the text behind the title: ", 2007."."""
    found = list(re.finditer(rf"(?<=[,.;]\s)({_YEAR})(?=\s*(?:[.,;)]|$))", text[start:end]))
    return (start + found[-1].start(1), start + found[-1].end(1)) if found else None


def _year_first(layout: Layout, found: re.Match[str], base: int, rule: str, confidence: float) -> Iterator[Candidate]:
    for field, group in (("issued", 1), ("container-title", 2), ("page", 3)):
        yield from claims(layout.text, field, moved(base, found, group), rule, confidence)


def _year(text: str, start: int, end: int) -> Span | None:
    found = re.search(rf"[(\[]({_YEAR})[a-z]?[)\]]", text[start:end])
    return moved(start, found, 1) if found else None


def _behind(layout: Layout, locator: Locator, end: int) -> Span | None:
    """Return the host title behind numbers that come first: "2019, Eye Movement Research, c. 239-274"."""
    issued = locator.issued
    later = [part for part in (locator.volume, locator.issue, locator.page, locator.number) if part]
    if not issued or not later or issued[0] != locator.start:
        return None
    first = min(part[0] for part in later)
    stop = layout.text.rfind(",", issued[1], min(first, end))
    return (
        container_in(layout, issued[1] + 1, stop) if stop - issued[1] > 10 and ";" not in layout.text[issued[1] : stop] else None
    )
