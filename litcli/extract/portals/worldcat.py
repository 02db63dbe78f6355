"""WorldCat, the union catalogue: the page of a book, old and new.

    Title : subtitle / Author: ... / Publisher: Oxford : Yard Press, 2008. / Series: ... / Edition/Format: Print book : English : 2nd ed
    View all ... / Summary: ... / Rating: ... / Subjects / one a line / View all subjects / ... / Details / ISBN: ... / OCLC Number: ... /
    Description: xii, 214 pages
    Title : subtitle / Authors: ... / Summary: ... / Print Book, English, 2008 / Edition: 2nd ed. View all formats and editions / Publisher:
    Yard Press, Oxford, 2008 / Physical Description: ... / OCLC Number / Unique Identifier: ...

What surprised us: format, language and edition share one row with colons between them; contents and responsibility look like abstracts
and names.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, strip

NAME = "worldcat"

MARKS = (
    Mark(0.4, "OCLC Number", r"^OCLC Number"),
    Mark(0.3, "WorldCat", within=6),
    Mark(0.3, "Edition/Format:", r"^Edition/Format:"),
    Mark(0.3, "View all formats and editions"),
    Mark(0.2, "View all editions and formats"),
    Mark(0.2, "Find a copy in the library"),
    Mark(0.4, "Results ", r"^Results 1-\d+ of about [\d,]+|^[\d,]+ results in WorldCat"),
)
_LIST = re.compile(r"^Results 1-\d+ of about [\d,]+|^[\d,]+ results in WorldCat")
_FORMAT = re.compile(
    r"^Edition/Format: (?:Print |eBook |E)?(?P<type>[Bb]ook|[Tt]hesis[^:]*|[Aa]rticle[^:]*|[^:]*?)(?: : (?P<language>[A-Z][a-z]+))?"
    r"(?: : (?P<edition>\d[^:]*?|[^:]*?\b[Ee]d\b[^:]*?))?(?:\s+View all.*)?$"
)
_EDITION = re.compile(r"^Edition: (?P<edition>.+?)\.?(?: View all.*)?$")
_SUMMARY = re.compile(r"^(?:Summary|Abstract): ?(?P<abstract>\S.*)$")
_PRINTED = re.compile(r"^(?:Print |e)?(?P<type>Book|Thesis[^,]*|Article|Chapter), (?P<language>[A-Z][a-z]+), (?P<issued>\d{4})$")
_ROW = re.compile(r"^(?:Authors?|By|Publisher|Summary|Print Book|eBook): ?")
_BETWEEN = frozenset(("more like this", "similar items", "find a copy in the library", "details"))
"""Headings that would end a record, but stand between the parts of it here."""
_END_OF_SUBJECTS = re.compile(r"^(?:View all subjects|More like this|Similar Items|User lists)")


def marks(layout: Layout) -> float:
    """Weigh the number of the record and rows that only this catalogue has."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state, and the title, the line above the first of them."""
    seen = layout.under(layout.vocabulary, lambda line: line.folded not in _BETWEEN)
    draft = generic.read(seen, NAME)
    found = [*read_lines(layout, layout.lines, (_FORMAT, _EDITION, _SUMMARY, _PRINTED), NAME, 0.94), *_subjects(layout)]
    if first := first_line(layout.lines[:30], _ROW):
        above = layout.lines[first[0].index - 1] if first[0].index else None
        found += claims(layout.text, "title", above.span, f"{NAME}.title", 0.96) if above else []
    return amended(draft.without("container-title"), found)


def _subjects(layout: Layout) -> Iterator[Candidate]:
    """Read the subjects, one a line, down to the button behind them."""
    start = next((line.index for line in layout.lines if line.folded == "subjects"), None)
    places: list[Parts] = []
    for line in layout.lines[start + 1 :] if start is not None else ():
        if _END_OF_SUBJECTS.match(line.text) or layout.vocabulary.knows(line.folded):
            break
        places.append((strip(layout.text, *line.span, "."),))
    yield from filter(None, [claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.92)] if places else [])
