"""Web of Science: the page of a record, old and new; its tagged text is read as an export.

    Title / By: Dolmos, K (Dolmos, Karin)[ 1 ] ; Larch, P (Larch, Peter)[ 2 ] / JOURNAL / Volume: 12 Issue: 3 Pages: 45-58 / DOI: ... /
    Published: MAR 2015 / Abstract / ... / Keywords / Author Keywords: ... / KeyWords Plus: ... / Publisher / NAME, STREET, TOWN / ...
    Title / By / Reed, S (Reed, Sanna) [1] ; ... / Source / JOURNAL / Volume / 8 / Issue / 7 / Article Number / 1123 / ...

What surprised us: every name stands in two forms, the full one in brackets; the publisher's address follows its name; journals are in capitals.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.words import split_words

NAME = "wos"

MARKS = (
    Mark(0.5, "WOS:0", r"^(?:Accession Number):?\s*WOS:\d{15}$|^WOS:\d{15}$"),
    Mark(0.4, "Web of Science Core Collection"),
    Mark(0.3, "KeyWords Plus", r"^Key[Ww]ords Plus(?::|$)"),
    Mark(0.3, "Keywords Plus", r"^Keywords Plus$"),
    Mark(0.3, "IDS Number", r"^IDS Number"),
    Mark(0.2, "Web of Science", r"^Web of Science$", within=8),
)
_LIST = re.compile(r"^(?:Results: [\d,]+|[\d,]+ results from Web of Science)")
_NUMBERS = ("Volume", "Book Series", "Issue", "Article Number", "Pages", "DOI")
_EDITORS = re.compile(r"^Edited by:? (?P<editor>.+)$")
_BY = re.compile(r"^By:? ")
_FULL = re.compile(r"\(([^()]{3,120})\)(?=\s*(?:\[|;|\(provided|$))")
_PUBLISHER = re.compile(r"^([^,]{3,100}), .*\d")


def marks(layout: Layout) -> float:
    """Weigh the database's name, its number of the record and its own kind of keywords."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:15], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: names in full, the publisher without its address."""
    draft = generic.read(layout, NAME).without("publisher")
    found = read_lines(layout, layout.lines[:20], (_EDITORS,), NAME, 0.95)
    return amended(draft, (*_people(layout), *_rows(layout), *_host(layout), *found))


def _host(layout: Layout) -> list[Candidate]:
    """Read the journal or the proceedings, the line in capitals above the numbers."""
    numbers = next((line.index for line in layout.lines[:20] if line.text.startswith(_NUMBERS)), 0)
    lines = [line for line in layout.lines[:numbers] if line.text.isupper() and len(line.text) > 2]
    return claims(layout.text, "container-title", lines[-1].span, f"{NAME}.container-title", 0.96) if lines else []


def _people(layout: Layout) -> Iterator[Candidate]:
    """Read the names in brackets, which are the full ones."""
    named = next((line for line in layout.lines[:40] if _BY.match(line.text)), None)
    if not named and (by := next((line for line in layout.lines[:40] if line.folded == "by"), None)):
        named = layout.after(by.index)
    if named:
        places = [(moved(named.start, found, 1),) for found in _FULL.finditer(named.text)]
        yield from claimed(layout.text, "author", places, f"{NAME}.author", 0.97)


def _rows(layout: Layout) -> Iterator[Candidate]:
    """Read what stands below labels of one line: the journal, the publisher, the authors' keywords."""
    for heading, field in (("source", "container-title"), ("publisher", "publisher"), ("author keywords", "keyword")):
        line = next((layout.lines[at.index + 1] for at in layout.lines[:-1] if at.folded == heading), None)
        yield from _claimed(layout, line, field) if line else ()


def _claimed(layout: Layout, line: Line, field: str) -> list[Candidate]:
    if field == "keyword":
        found = claim(layout.text, field, split_words(layout, line.span), f"{NAME}.keyword", 0.95)
        return [found] if found else []
    name = _PUBLISHER.match(line.text) if field == "publisher" else None
    span = (line.start, line.start + name.end(1)) if name else line.span
    return claims(layout.text, field, span, f"{NAME}.{field}", 0.95)
