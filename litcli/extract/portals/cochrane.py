"""The Cochrane Library: reviews and protocols, on its own site and on Wiley's before 2018.

    Cochrane Database of Systematic Reviews / Title / Cochrane Systematic Review - Intervention Version published: 12 March 2018 /
    https://doi.org/10.1002/14651858.CD009999.pub3 / Name | Name / View authors' declarations of interest / Abstract / Available in / ...
    Protocol / Intervention / Title / Names / First published: 20 August 2013 / Editorial Group: ... / DOI: 10.1002/14651858.CD010888 / Abstract

What surprised us: below "Abstract" stand the languages that it is available in; the number of a review is stated in the citation only.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout
from litcli.extract.readers import abstracts

NAME = "cochrane"

MARKS = (
    Mark(0.3, "10.1002/14651858.", r"^(?:https://doi\.org/|DOI: ?)10\.1002/14651858\.\S+$"),
    Mark(0.3, "Version published: "),
    Mark(0.3, "Cochrane Systematic Review - "),
    Mark(0.3, "declarations of interest"),
    Mark(0.3, "Editorial Group: Cochrane"),
    Mark(0.2, "First published: "),
    Mark(0.5, "Cochrane Reviews matching "),
    Mark(0.1, "Cochrane Database of Systematic Reviews"),
)
_JOURNAL = re.compile(r"^(?P<container_title>Cochrane Database of Systematic Reviews)$")
_DATE = re.compile(r"(?:Version|First) published: (?P<issued__calendar>\d{1,2} [A-Z]\w+ \d{4})")
_DOI = re.compile(r"^(?:https://doi\.org/|DOI: ?)(?P<DOI>10\.1002/14651858\.\S+)$")
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the DOI, the dates and the site's words."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell a list of reviews that match a search."""
    return (
        "a list of search results"
        if any(line.text.startswith("Cochrane Reviews matching") for line in layout.lines[:_HEAD])
        else None
    )


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of its version."""
    draft = generic.read(layout, NAME)
    head = layout.lines[:_HEAD]
    found = read_lines(layout, head, (_JOURNAL, _DATE, _DOI), NAME, 0.95)
    return amended(draft, (*found, *_head(layout), *_abstract(layout), *kind(layout, MARKS, NAME, "in-journal", 0.9)))


def _head(layout: Layout) -> list[Candidate]:
    """Read the title above the line of the version, and the names down to the declarations of interest."""
    version = next((line for line in layout.lines[1:_HEAD] if line.text.startswith("Cochrane Systematic Review - ")), None)
    stop = next((line for line in layout.lines[:_HEAD] if "declarations of interest" in line.text), None)
    if not version:
        return []
    title = claims(layout.text, "title", layout.lines[version.index - 1].span, f"{NAME}.title", 0.95)
    return [*title, *(people_between(layout, version.index + 1, stop.index, f"{NAME}.author", 0.94) if stop else [])]


def _abstract(layout: Layout) -> list[Candidate]:
    """Read the abstract from its first part on, below the languages."""
    heading = first_line(layout.lines, re.compile(r"^Abstract$"))
    below = layout.lines[heading[0].index + 1 : heading[0].index + 30] if heading else ()
    first = next((line for line in below if line.folded in {"background", "rationale", "objectives"}), None)
    spans = abstracts.read_on(layout, frozenset(), first.index) if first else []
    return claimed(layout.text, "abstract", [tuple(spans)], f"{NAME}.abstract", 0.94) if spans else []
