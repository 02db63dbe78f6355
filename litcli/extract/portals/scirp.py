"""Scientific Research Publishing (SCIRP): articles of its journals.

    Home > Journals > Articles / OJR> Vol.5 No.3, March 2014 / Title / Names / Places / DOI: 10.4236/... PDF HTML XML 4,123 Downloads ... /
    Abstract / ... / Keywords / ... / Share and Cite: / Names (2014) Title. Journal, 5, 210-221. doi: ... / References / ...

What surprised us: the journal's full name stands in the line to cite alone, its letters above the title.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "scirp"

MARKS = (
    Mark(0.1, "Share and Cite", r"^Share and Cite:?$"),
    Mark(0.4, "10.4236/", r"^DOI: ?10\.4236/", within=40),
    Mark(0.4, "> Vol.", r"^[A-Z&]{2,12}> ?Vol\.\d+"),
    Mark(0.3, "Scientific Research Publishing"),
    Mark(0.2, "Home > Journals > Article"),
    Mark(0.3, "Articles per page", r"^Articles per page"),
)
_PLACE = re.compile(r"^[A-Z&]{2,12}> ?Vol\.(?P<volume>\d+)(?: No\.(?P<issue>[\w-]+))?, (?P<issued>(?:[A-Z][a-z]+ )?\d{4})$")
_DOI = re.compile(r"^DOI: ?(?P<DOI>10\.4236/[\w.()-]+)")
_CITED = re.compile(
    r"\(\d{4}\) .+?[.?] ?(?P<container_title>[A-Z][^.]{3,120}?), (?P<volume>\d+)(?:, (?P<page>\d+-\d+|\d+))?\. ?doi:",
    re.IGNORECASE,
)


def marks(layout: Layout) -> float:
    """Weigh the publisher's prefix and the lines around the title."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: it is the contents of an issue."""
    found = [line for line in layout.lines if line.text.startswith("DOI: 10.4236/")]
    return "a table of contents of an issue" if len(found) > 2 else None


def read(layout: Layout) -> Draft:
    """Return what the page states: title and names stand below the line of the issue."""
    draft = generic.read(layout, NAME).without("container-title", "volume", "issue", "page", "issued")
    placed = first_line(layout.lines[:20], _PLACE)
    found = read_lines(layout, layout.lines, (_DOI, _CITED), NAME, 0.95)
    if placed:
        found = [one for one in found if one.field != "volume"]
        found += [*stated(layout, placed[0].start, placed[1], NAME, 0.95), *_head(layout, placed[0].index)]
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout, at: int) -> Iterator[Candidate]:
    if title := layout.after(at):
        yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.96)
        names = layout.after(title.index)
        if names and likeness(names.text) >= SURE:
            yield from claimed(layout.text, "author", names_in(layout, (names.span,)), f"{NAME}.author", 0.95)
