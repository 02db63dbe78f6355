"""OSTI: reports and articles of the U.S. Department of Energy.

    U.S. Department of Energy / Office of Scientific and Technical Information / Title / Journal Article · date · Physical Review D /
    ; ; ; more »; « less / abstract / Research Organization: ... / OSTI ID: ... / Journal Information: ... Journal Issue: 9 Vol. 94; ISSN ...

What surprised us: the names may be lost while their semicolons stay; organisations that did or paid the research are no authors; a report has an
article's shape but a number instead of a journal.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "osti"

MARKS = (
    Mark(0.5, "Office of Scientific and Technical Information"),
    Mark(0.5, "OSTI ID", r"^OSTI ID:"),
    Mark(0.3, "OSTI Identifier"),
    Mark(0.3, "Sponsoring Organization", r"^Sponsoring Org(?:anization)?\.?:"),
    Mark(0.3, " · ", r"^(?:Journal Article|Technical Report|Conference|Patent|Thesis/Dissertation|Book) · "),
)
_KIND = re.compile(
    r"^(?P<type>Journal Article|Technical Report|Conference|Patent|Thesis/Dissertation|Book) ·(?: [A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:]+ \w+"
    r" (?P<issued>\d{4}))?(?: ·(?: (?P<container_title>\S.*))?)?$"
)
_JOURNAL = re.compile(
    r"Journal Name: (?P<container_title>.+?)(?: Journal Issue: (?P<issue>[\w-]+))?(?: Vol\. (?P<volume>[\w-]+))?; "
    r"ISSN (?P<ISSN>\d{4}-\d{3}[\dXx])"
)
_LOST = re.compile(r"^(?:[;\s»«]|more|less)+$")
_DOI = re.compile(r"https?://doi\.org/(?P<DOI>10\.\d{4,9}/\S*[\w)])")


def marks(layout: Layout) -> float:
    """Weigh the office's name and number, and the line of the kind."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: title above the line of the kind, names below."""
    draft = generic.read(layout, NAME)
    line = first_line(layout.lines[:25], _KIND)
    found = read_lines(layout, layout.lines, (_KIND, _JOURNAL, _DOI), NAME, 0.94)
    fields = ("author", "container-title", "volume", "issue", "publisher-place") if line else ("author",)
    return amended(draft.without(*fields), (*found, *(_head(layout, line[0]) if line else ())))


def _head(layout: Layout, kind: Line) -> Iterator[Candidate]:
    """Read title, names and abstract around the line of the kind."""
    if kind.index:
        yield from claims(layout.text, "title", layout.lines[kind.index - 1].span, f"{NAME}.title", 0.96)
    below = [line for line in layout.lines[kind.index + 1 : kind.index + 5] if not line.text.startswith("DOI:")]
    if below and not _LOST.match(below[0].text) and likeness(below[0].text) >= SURE:
        people = claim(layout.text, "author", names_in(layout, (below[0].span,)), f"{NAME}.author", 0.92)
        yield from [people] if people else []
    prose = next((line for line in below if len(line.text) > PROSE), None)
    if prose:
        yield from claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.9)
