"""PLOS: articles of its journals.

    Browse Subject Areas / ... / Title / • Name , / Affiliation ... / • Name / Abstract / Background / ... /
    Citation: Yang B, Yu R-l (2013) Title. PLoS ONE 8(5): e64354. https://doi.org/10.1371/... / Editor: ... / Published: May 15, 2013

What surprised us: full names stand as bullets, each above its affiliation, while the citation has initials alone; the editor is the article's
academic editor; "Contributed equally" repeats the names.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.base.structured import structured_abstract
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, strip
from litcli.extract.readers.people import SURE, is_affiliation, likeness

NAME = "plos"

MARKS = (
    Mark(0.5, "Click through the PLOS taxonomy"),
    Mark(0.4, "For more information about PLOS Subject Areas"),
    Mark(0.5, "10.1371/journal.", r"^Citation: .*10\.1371/journal\."),
    Mark(0.2, "10.1371/journal."),
)
_CITED = re.compile(
    r"^Citation: .+? \((?P<issued>\d{4})\) .+\. (?P<container_title>PL[oO]S [A-Z][\w ]+?) (?P<volume>\d+)\((?P<issue>\d+)\): "
    r"(?P<number>e?\d+)\. (?:https?://(?:dx\.)?doi\.org/|doi:)(?P<DOI>10\.1371/[\w.]*\w)"
)
_PUBLISHED = re.compile(r"\bPublished: (?P<issued__calendar>\w+ \d{1,2}, \d{4})")
_ENDS = re.compile(r"^(?:Citation|Author Summary|Author summary|Figures|Editor|Trial registration|Introduction)\b")
_MENU = ("Loading metrics", "Peer-reviewed", "Research Article", "Open Access")


def marks(layout: Layout) -> float:
    """Weigh what PLOS says of its subject areas, and its citation."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the editor is no editor of the work."""
    draft = generic.read(layout, NAME).without("editor")
    cited = first_line(layout.lines, _CITED)
    dated = first_line(layout.lines, _PUBLISHED)
    found = stated(layout, cited[0].start, cited[1], NAME, 0.96) if cited else []
    if dated:
        found = [c for c in found if c.field != "issued"] + stated(layout, dated[0].start, dated[1], NAME, 0.96)
    abstract = structured_abstract(layout, _ENDS, f"{NAME}.abstract")
    return amended(draft, (*found, *abstract, *kind(layout, MARKS, NAME, "in-journal", 0.9), *_head(layout)))


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the bullets as names, and the line above the first as title."""
    stop = next((line.index for line in layout.lines if layout.vocabulary.sections.get(line.folded) == "abstract"), 0)
    bullets = [line for line in layout.lines[:stop] if line.mark == "bullet" and line.text not in _MENU]
    names = [line for line in bullets if likeness(line.text) >= SURE and not is_affiliation(line.text)]
    if not names:
        return
    if names[0].index:
        yield from claims(layout.text, "title", layout.lines[names[0].index - 1].span, f"{NAME}.title", 0.93)
    places: list[Parts] = [(strip(layout.text, *line.span, ","),) for line in names]
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.95):
        yield people
