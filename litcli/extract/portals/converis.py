"""Converis: the portal of the University of Turku, in English and Finnish.

    A1 Refereed original research article in a scientific journal / Title / AuthorsFamily, Given; ... / PublisherWiley / Volume12 / Abstract
    Title / names / 2014 / Journal / 193 / 34 / 38 / 5 / 0368-2048 / DOIhttps://doi.org/...(external) / Last updated on ...

What surprised us: all labels may be lost, so that numbers stand one a line; the first page less the last, and one more, is the number of pages,
which tells them apart; the headings of a structured abstract stand on lines of their own.
"""

import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, stated
from litcli.extract.base.structured import structured_abstract
from litcli.extract.candidates import Candidate, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import likeness, names_in

NAME = "converis"

_CLASS = (
    r"^(?:[A-K][1-6])\s(?:Refereed|Vertaisarvioitu|Non-refereed|Other|Review|Book|Article|Doctoral|Popularised|Unrefereed|Muu|Kirja|"
    r"Artikkeli|Ei-)"
)
MARKS = (
    Mark(0.5, " ", _CLASS),
    Mark(0.4, "research.utu.fi/converis"),
    Mark(0.4, "Publication's open availability at the time of reporting"),
    Mark(0.4, "Julkaisun avoimuus kirjaamishetkellä"),
    Mark(0.3, "Self-archived copy"),
    Mark(0.5, "Last updated on", r"^Last updated on \d{4}-\d\d-\d\d at \d\d:\d\d$"),
    Mark(0.5, "Last updated on", r"^Last updated on \d{2}/\d{2}/\d{4} \d\d:\d\d:\d\d [AP]M$"),
    Mark(0.3, "(external)", r"^DOIhttps?://\S+\(external\)"),
    Mark(0.3, "Aloitussivu"),
    Mark(0.3, "Vuosikerta"),
)
_KIND = re.compile(rf"{_CLASS}.*$")
_DOI = re.compile(r"^DOIhttps?://(?:dx\.)?doi\.org/(?P<DOI>10\.\d{4,9}/\S+?)(?:\(external\))?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NUMBER = re.compile(r"^[A-Za-z]?\d{1,7}$")
_ISSN = re.compile(r"^\d{4}-\d{3}[\dXx]$")
_FIRST = re.compile(r"^(?:Aloitussivu|First page(?: number)?)\s?:?\s?(\w+)$")
_LAST = re.compile(r"^(?:Lopetussivu|Last page(?: number)?)\s?:?\s?(\w+)$")
_ENDS = re.compile(
    r"^(?:Last updated on|Viimeisin päivitys|Funding information|Rahoitustiedot|Downloadable publication|Ladattava julkaisu)"
)


def marks(layout: Layout) -> float:
    """Weigh the class of the ministry, the labels on open availability, the line of the last update."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, with labels or without."""
    draft = generic.read(layout, NAME)
    found = [*_kind(layout), *_doi(layout), *_pages(layout), *structured_abstract(layout, _ENDS, f"{NAME}.abstract")]
    return amended(draft, (*found, *_unlabelled(layout)))


def _kind(layout: Layout) -> Iterator[Candidate]:
    """Read the line of the class, and the title below it."""
    for line in layout.lines[:6]:
        if _KIND.match(line.text):
            yield from claims(layout.text, "type", (line.start + 3, line.end), f"{NAME}.type", 0.96)
            if following := layout.after(line.index):
                yield from claims(layout.text, "title", following.span, f"{NAME}.title", 0.96)
            return


def _doi(layout: Layout) -> list[Candidate]:
    return [
        candidate
        for line in layout.lines
        if (found := _DOI.match(line.text))
        for candidate in stated(layout, line.start, found, NAME, 0.97)
    ]


def _pages(layout: Layout) -> list[Candidate]:
    """Put first and last page together; a first page alone is all that is known."""
    ends = [(line, found) for pattern in (_FIRST, _LAST) for line in layout.lines if (found := pattern.match(line.text))]
    parts = tuple(moved(line.start, found, 1) for line, found in ends[:2])
    return claimed(layout.text, "page", [parts], f"{NAME}.page", 0.93) if parts and _FIRST.match(ends[0][0].text) else []


def _unlabelled(layout: Layout) -> Iterator[Candidate]:
    """Read a page that lost its labels: names, year, journal, numbers, ISSN, each on a line."""
    year = next((line for line in layout.lines[1:12] if _YEAR.match(line.text)), None)
    host = layout.after(year.index) if year else None
    if not year or not host or _NUMBER.match(host.text):
        return
    numbers = []
    for line in layout.lines[host.index + 1 : host.index + 7]:
        if not _NUMBER.match(line.text):
            break
        numbers.append(line)
    issn = layout.lines[host.index + 1 + len(numbers)] if host.index + 1 + len(numbers) < len(layout.lines) else None
    if not (issn and _ISSN.match(issn.text)) and len(numbers) < 2:
        return
    yield from claims(layout.text, "issued", year.span, f"{NAME}.issued", 0.93)
    yield from claims(layout.text, "container-title", host.span, f"{NAME}.journal", 0.9)
    yield from claims(layout.text, "type", host.span, f"{NAME}.type:in-journal", 0.85)
    if issn and _ISSN.match(issn.text):
        yield from claims(layout.text, "ISSN", issn.span, f"{NAME}.ISSN", 0.95)
    names = layout.lines[year.index - 1]
    if likeness(names.text) >= 0.5 and (
        people := claim(layout.text, "author", names_in(layout, (names.span,)), f"{NAME}.author", 0.93)
    ):
        yield people
    yield from _numbers(layout, numbers)


def _numbers(layout: Layout, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Tell volume, issue and pages apart by the number of pages; without that, nothing is told."""
    values = [int(line.text) if line.text.isdigit() else -1 for line in lines]
    for at in range(1, len(values) - 2 + 1):
        if at + 2 < len(values) and values[at] > 0 and values[at + 1] - values[at] + 1 == values[at + 2]:
            page = claim(layout.text, "page", [(lines[at].span, lines[at + 1].span)], f"{NAME}.page", 0.92)
            yield from [page] if page else []
            yield from claims(layout.text, "number-of-pages", lines[at + 2].span, f"{NAME}.number-of-pages", 0.9)
            yield from claims(layout.text, "volume", lines[0].span, f"{NAME}.volume", 0.9)
            if at == 2:
                yield from claims(layout.text, "issue", lines[1].span, f"{NAME}.issue", 0.88)
            return
