"""SSRN: working papers.

    Download This Paper / ... / Title / Journal, Forthcoming / 44 Pages / Posted: 12 Mar 2015 / Name / university / Date Written: ... /
    Abstract / Keywords: ... / Suggested Citation: / Family, Given and Family, Given, Title (March 10, 2015). ... Available at SSRN: ...

What surprised us: the citation parts names and title by a comma alone, so that only the title above it tells where the names end; a
journal below the title says where the paper will appear.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, Line, strip

NAME = "ssrn"

MARKS = (
    Mark(0.6, "Available at SSRN"),
    Mark(0.4, "Add Paper to My Library"),
    Mark(0.3, "Date Written:", r"^Date Written: "),
    Mark(0.2, "JEL Classification"),
)
_CITED = re.compile(r"Available at SSRN:? ")
_WRITTEN = re.compile(r"^Date Written: (?P<issued__calendar>[A-Z][a-z]+ (?:\d{1,2}, )?\d{4})")
_PAGES = re.compile(r"^(?P<number_of_pages>\d{1,4}) Pages$")
_AND = re.compile(r",?\s+and\s+|(?<=[a-zà-ÿ.])\s*;\s*")


def marks(layout: Layout) -> float:
    """Weigh the citation and the site's buttons."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: the citation parted by the title above it."""
    draft = generic.read(layout, NAME).without("author", "title", "container-title", "volume", "issue", "page")
    found = [*read_lines(layout, layout.lines, (_WRITTEN, _PAGES), NAME, 0.95), *kind(layout, MARKS, NAME, "preprint", 0.9)]
    cited = first_line(layout.lines, _CITED)
    return amended(draft, (*found, *(_parts(layout, cited[0]) if cited else ())))


def _parts(layout: Layout, line: Line) -> Iterator[Candidate]:
    title = next((other for other in layout.lines[: line.index] if len(other.text) > 12 and line.text.find(other.text) > 3), None)
    if not title:
        return
    yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.96)
    stop = line.text.find(title.text)
    edges = [0, *(edge for joint in _AND.finditer(line.text, 0, stop) for edge in joint.span()), stop]
    spans = [
        strip(layout.text, line.start + start, line.start + end, ",") for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    places: list[Parts] = [(span,) for span in spans if span[0] < span[1]]
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.94):
        yield people
