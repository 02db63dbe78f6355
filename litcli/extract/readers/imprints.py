"""Imprints as library catalogues print them: place, publisher, year and extent in one line, the report's series and number behind.

Cambridge, MA, The Institute Press, 1964, 45 p.; Technical Report ; No. 9
"""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Span, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import is_affiliation
from litcli.extract.vocabulary import fold

_IMPRINT = re.compile(
    r"^(?P<place>[^\W\d_][^:;]{1,60}?)(?:,\s*\[etc\.?\])?\s*[,:]\s+(?P<publisher>(?:The\s)?[^\W\d_][^,;:]{3,100}),\s+(?P<year>(?:1[6-9]|20)\d{2}),?"
    r"\s*[.;:]?\s+(?P<extent>\d{1,4})\s?(?:p|pp|s|S|blz|str|с)\b\.?(?P<rest>.*)$"
)
_LONGEST_EXTENT = 120
_LONGEST_SCHOOL = 14
"""An institution has no more words."""
_EXTENT = re.compile(
    r"(?:[\divxlc\[\]]{1,8}[,;]\s*|\d\s(?:vol|v|Bd|t)\.?\s*\(|\d online resource \()*(\d{1,5})\s?(?:p|pp|pages?|s|S|Seiten|leaves)\b\.?"
    r"(?:\)?\s?[:;+(][^.]*(?:\.[^.]*){0,4})?",
    re.IGNORECASE,
)
_SERIES = re.compile(r"^[\s;.,(]*(?P<series>[^;:/()]{4,80}?)\s*[;,]\s*(?:No|Nr|Vol|Bd)\.?\s*(?P<number>[\w.-]{1,12})")


def imprint_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield what the first line says that has the shape of an imprint."""
    for line in lines:
        found = _IMPRINT.match(line.text) if len(line.text) < 300 else None
        if not found:
            continue
        for field, name, sure in (
            ("publisher", "publisher", 0.85),
            ("issued", "year", 0.88),
            ("number-of-pages", "extent", 0.85),
        ):
            span = moved(line.start, found, name)
            yield from claims(layout.text, field, span, f"{rule}.imprint", sure)
        yield from claims(layout.text, "publisher-place", (line.start, line.start + found.end("place")), f"{rule}.imprint", 0.7)
        if series := _SERIES.match(found.group("rest")):
            base = line.start + found.start("rest")
            kind = kind_of_work(series.group("series"))
            if kind:
                yield from claims(layout.text, "type", moved(base, series, "series"), f"{rule}.imprint", 0.8)
            span = moved(base, series, "number")
            yield from claims(layout.text, "number", span, f"{rule}.imprint", 0.75)
        return


def school_behind(layout: Layout, line: Line) -> Span | None:
    """Return where the institution stands in a line that names it behind a kind of thesis: "PhD thesis, University of Fenmoor."."""
    kind, comma, school = line.text.partition(",")
    if not comma or not is_affiliation(school) or len(school.split()) > _LONGEST_SCHOOL or not is_thesis(layout, kind):
        return None
    return strip(layout.text, line.start + len(kind) + 1, line.end, ".")


def is_thesis(layout: Layout, text: str) -> bool:
    """Tell whether a text is a word for a kind of thesis."""
    return layout.vocabulary.types.get(fold(text), "").startswith("thesis")


def extent_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield the number of pages of the first line that describes the copy of a book: "xii, 214 p. : ill. ; 24 cm"."""
    for line in lines:
        if is_extent(line.text):
            yield from extent_at(layout, line.span, f"{rule}.extent", 0.85)
            return


def extent_at(layout: Layout, span: Span, rule: str, sure: float) -> list[Candidate]:
    """Return the number of pages where a stretch of text describes the copy of a book, and nothing else."""
    found = _EXTENT.fullmatch(layout.text, *span) if span[1] - span[0] < _LONGEST_EXTENT else None
    return claims(layout.text, "number-of-pages", found.span(1), rule, sure) if found else []


def is_extent(text: str) -> bool:
    """Tell whether a line describes the copy of a book with more than the number of its pages.

    >>> is_extent("xii, 214 p. : ill. ; 24 cm"), is_extent("214 pages")
    (True, False)
    """
    return len(text) < _LONGEST_EXTENT and bool(re.search(r"[:;+]", text)) and bool(_EXTENT.fullmatch(text))


def is_imprint(text: str) -> bool:
    """Tell whether a line has the shape of an imprint."""
    return len(text) < 300 and bool(_IMPRINT.match(text))
