"""Cell Press and The Lancet: articles on the sites of Elsevier's journals, today and before 2023.

    ArticlesVolume 391, Issue 10130p1583-1592April 21, 2018 / Title / Prof Name, MD a,* ∙ Name, PhD b / Affiliations & Notes / Article Info /
    Publication History: ... / DOI: 10.1016/... / Copyright: © 2018 ... / Summary / Background / ...
    Comment| Volume 385, ISSUE 9968, P586, February 14, 2015 / Title / Name / Name / Published:February 14, 2015DOI:https://doi.org/10.1016/...

What surprised us: kind, volume, issue, pages and date are glued to one line; the journal is named nowhere but in the menu.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.people import names_in

NAME = "cellpress"

MARKS = (
    Mark(0.5, "Volume ", r"^[A-Z][A-Za-z ]*Volume \d+, Issue \w+p[\w.-]+[A-Z][a-z]+ \d{1,2}, \d{4}"),
    Mark(0.5, "ISSUE ", r"^[A-Z][A-Za-z ]*\| ?Volume \d+, ISSUE \w+, P[\w.-]+, "),
    Mark(0.3, "Affiliations & Notes"),
    Mark(0.2, "10.1016/"),
)
_DATE = r"(?P<issued__calendar>[A-Z][a-z]+ \d{1,2}, \d{4})"
_PLACE = re.compile(
    r"^(?P<type__in_journal>[A-Z][A-Za-z ]*?)\|? ?Volume (?P<volume>\d+), (?:Issue|ISSUE) (?P<issue>\w+),? ?[pP](?P<page>\w+(?:-\w+)?)"
    rf"(?:\.e\d+)?,? ?{_DATE}"
)
_DOI = re.compile(r"DOI: ?(?:https?://doi\.org/)?(?P<DOI>10\.1016/\S+)$")
_LICENSE = re.compile(r"^User License: (?P<license>[^|]+)")
_STOP = re.compile(r"^(?:Affiliations & Notes|Author Affiliations|Show footnotes|Published:|Article Info$|DOI:)")
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the glued line of kind and numbers."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states from the glued line on."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:_HEAD], _PLACE)
    if not placed:
        return amended(draft, kind(layout, MARKS, NAME, "in-journal", 0.85))
    line, match = placed
    found = [
        *stated(layout, line.start, match, NAME, 0.96),
        *read_lines(layout, layout.lines[:_HEAD], (_DOI, _LICENSE), NAME, 0.95),
    ]
    return amended(draft.without("container-title"), (*found, *_head(layout, line.index)))


def _head(layout: Layout, at: int) -> Iterator[Candidate]:
    """Read the title below the glued line, and the names below the title."""
    title = layout.after(at)
    stop = next((line.index for line in layout.lines[at + 1 : at + _HEAD] if _STOP.match(line.text)), 0)
    if not title:
        return
    yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.95)
    names = layout.after(title.index)
    if names and "∙" in names.text:
        people = claim(layout.text, "author", names_in(layout, (names.span,), least=0.3), f"{NAME}.author", 0.95)
        yield from [people] if people else []
    else:
        yield from people_between(layout, title.index + 1, stop, f"{NAME}.author", 0.94)
