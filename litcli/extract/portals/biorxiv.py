"""bioRxiv and medRxiv: preprints.

    New Results / Title / View ORCID ProfileName, Name / doi: https://doi.org/10.1101/... / This article is a preprint ... / Abstract /
    Competing Interest Statement / ... / Posted March 14, 2020.

What surprised us: the words of a link are glued to the names; what follows the abstract (interests, funding, declarations) has the same shape.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.base.structured import structured_abstract
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, strip

NAME = "biorxiv"

MARKS = (
    Mark(0.5, "certified by peer review"),
    Mark(0.5, "Rxiv a license to display the preprint in perpetuity"),
    Mark(0.3, "View ORCID Profile"),
    Mark(0.2, "bioRxiv"),
    Mark(0.2, "medRxiv"),
)
_DOI = re.compile(r"^doi: https?://doi\.org/(?P<DOI>10\.(?:1101|64898)/\S*\w)")
_POSTED = re.compile(r"^Posted (?P<issued__calendar>[A-Z][a-z]+ \d{1,2}, \d{4})")
_LINK = re.compile(r"View ORCID Profile\s?")
_ENDS = re.compile(
    r"^(?:Competing Interest Statement|Clinical Trial|Funding Statement|Author Declarations|Footnotes|Copyright|Data Availability)"
)


def marks(layout: Layout) -> float:
    """Weigh the notice on review, the licence and the links to profiles."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states above and below its DOI."""
    draft = generic.read(layout, NAME)
    found = [*read_lines(layout, layout.lines, (_DOI, _POSTED), NAME, 0.95), *kind(layout, MARKS, NAME, "preprint", 0.9)]
    return amended(draft, (*found, *_head(layout), *structured_abstract(layout, _ENDS, f"{NAME}.abstract")))


def _head(layout: Layout) -> list[Candidate]:
    """Read the line above the DOI as names, and the line above that as title."""
    doi = first_line(layout.lines[:40], _DOI)
    if not doi or doi[0].index < 2:
        return []
    line, title = layout.lines[doi[0].index - 1], layout.lines[doi[0].index - 2]
    places: list[Parts] = []
    for piece in re.finditer(r"[^,;]+", line.text):
        link = _LINK.search(piece.group())
        span = strip(layout.text, line.start + piece.start() + (link.end() if link else 0), line.start + piece.end())
        places.append((span,))
    people = claim(layout.text, "author", places, f"{NAME}.author", 0.93)
    return [*claims(layout.text, "title", title.span, f"{NAME}.title", 0.95), *([people] if people else [])]
