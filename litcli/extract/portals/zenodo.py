"""Zenodo: data sets, software, papers and slides.

    Published March 12, 2015 | Version v1 / Dataset Open / Title / Creators / Family, Given1 / Description / ... / Citation /
    Soitto, S., & Rope, R. J. (2015). Title (v1) [Data set]. Zenodo. https://doi.org/10.5281/zenodo.16001 / Resource type / Dataset

What surprised us: numbers of affiliations are glued to the names; the version is no volume.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "zenodo"

MARKS = (
    Mark(0.4, "10.5281/zenodo."),
    Mark(
        0.3,
        "Open",
        r"^(?:Dataset|Software|Journal article|Preprint|Report|Presentation|Poster|Thesis|Book|Other) Open(?: Access)?$",
    ),
    Mark(0.3, "Zenodo", r"\. Zenodo\. https?://doi\.org/"),
    Mark(0.3, "| Version", r"^Published [A-Z][a-z]+ \d{1,2}, \d{4} \| Version"),
    Mark(0.2, "Additional details"),
)
_PUBLISHED = re.compile(r"^Published (?P<issued__calendar>[A-Z][a-z]+ \d{1,2}, \d{4}) \|")
_KIND = re.compile(r"^(?P<type>[A-Z][a-z]+(?: [a-z]+)?) Open(?: [Aa]ccess)?$")
_DOI = re.compile(r"^(?P<DOI>10\.5281/zenodo\.\d+)$")


def marks(layout: Layout) -> float:
    """Weigh the DOI, the citation and the line of date and version."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: the title below the line of the kind."""
    draft = generic.read(layout, NAME).without("volume", "issue", "page", "container-title")
    found = read_lines(layout, layout.lines, (_PUBLISHED, _KIND, _DOI), NAME, 0.95)
    return amended(draft, (*found, *_title(layout)))


def _title(layout: Layout) -> list[Candidate]:
    kind = first_line(layout.lines[:12], _KIND)
    following = layout.after(kind[0].index) if kind else None
    return claims(layout.text, "title", following.span, f"{NAME}.title", 0.95) if following else []
