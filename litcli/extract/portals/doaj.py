"""DOAJ: articles of open-access journals.

    DOAJ Directory of Open Access Journals / Journal (Mar 2015) / Title / Name, / Name / Affiliations / DOI / Journal volume & issue /
    Vol. 12, no. 3 / pp. 101 – 118 / Abstract / Read online / ... / Keywords / one a line / Published in Journal / ISSN / Publisher

What surprised us: a link stands between the heading of the abstract and the abstract; names stand again among the affiliations.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims
from litcli.extract.layout import Layout, strip

NAME = "doaj"

MARKS = (
    Mark(0.5, "Directory of Open Access Journals"),
    Mark(0.4, "Journal volume & issue"),
    Mark(0.3, "Read online", r"^Read online$"),
    Mark(0.2, "Published in", r"^Published in [A-Z]"),
)
_DATED = re.compile(r"^(?P<container_title>.{3,120}?) \((?P<issued__calendar>(?:[A-Z][a-z]{2} )?(?:19|20)\d\d)\)$")
_NUMBERS = re.compile(r"^Vol\. (?P<volume>[\w-]+)(?:, (?:no|iss)\. (?P<issue>[\w/-]+))?$")
_PAGES = re.compile(r"^pp\. (?P<page>\w+(?:\s?[–-]\s?\w+)?)$")
_READ = "read online"


def marks(layout: Layout) -> float:
    """Weigh the directory's name and its headings."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: the head below the line of journal and date."""
    draft = generic.read(layout, NAME)
    dated = first_line(layout.lines[:20], _DATED)
    found = [
        *read_lines(layout, layout.lines[:60], (_DATED, _NUMBERS, _PAGES), NAME, 0.95),
        *kind(layout, MARKS, NAME, "in-journal", 0.85),
    ]
    found += [*_abstract(layout), *_keywords(layout)]
    return amended(draft, (*found, *(_head(layout, dated[0].index) if dated else ())))


def _head(layout: Layout, at: int) -> list[Candidate]:
    """Read the title below the journal, and the names down to the affiliations."""
    stop = next((line.index for line in layout.lines[at:] if line.folded in {"affiliations", "doi"}), at)
    lines = layout.lines[at + 1 : stop]
    if not lines:
        return []
    places: list[Parts] = [(strip(layout.text, *line.span, ","),) for line in lines[1:]]
    people = claim(layout.text, "author", places, f"{NAME}.author", 0.95) if places else None
    return [*claims(layout.text, "title", lines[0].span, f"{NAME}.title", 0.95), *([people] if people else [])]


def _abstract(layout: Layout) -> list[Candidate]:
    link = next((line for line in layout.lines if line.folded == _READ), None)
    prose = layout.after(link.index) if link else None
    return (
        claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.93)
        if prose and len(prose.text) > len(_READ) * 4
        else []
    )


def _keywords(layout: Layout) -> list[Candidate]:
    start = next((line.index for line in layout.lines if line.folded == "keywords"), None)
    stop = next((line.index for line in layout.lines if line.text.startswith("Published in ")), 0)
    if start is None or stop <= start:
        return []
    places: list[Parts] = [(line.span,) for line in layout.lines[start + 1 : stop]]
    return claimed(layout.text, "keyword", places, f"{NAME}.keyword", 0.93)
