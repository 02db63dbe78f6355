"""The Astrophysics Data System of NASA: records on its pages of today and of before 2019.

    NASA/ADS / Title / Family, Given; / Family, Given / Abstract / ... / Publication: / The Astrophysical Journal, Volume 870, Issue 1,
    article id. 23 / Pub Date: / January 2019 / DOI: / ... / arXiv: / ... / Bibcode: / ... / Keywords: / word; / word
    SAO/NASA ADS ... / Title: / ... / Authors: / Family, G.; Family, G. / Publication: / ... / Bibliographic Code: / ... / Abstract

What surprised us: an eprint has the publication "arXiv e-prints", which is no journal; the menu names an abstract before the record does.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import PROSE, Layout
from litcli.extract.readers.people import SURE, likeness
from litcli.extract.readers.words import words_of_lines

NAME = "ads"

MARKS = (
    Mark(0.4, "NASA/ADS", r"^NASA/ADS$"),
    Mark(0.5, "SAO/NASA ADS"),
    Mark(0.3, "Bibcode:"),
    Mark(0.3, "Bibliographic Code:"),
    Mark(0.2, "full text sources"),
)
_EPRINT = re.compile(r"^(?:Publication: ?)?(?P<type__preprint>arXiv e-prints|eprint arXiv:\S+)")
_BUTTONS = frozenset({"show affiliations", "hide affiliations"})
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the site's name and the code of the record."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell a list of results."""
    return (
        "a list of search results" if any(line.text.startswith("Your search returned") for line in layout.lines[:_HEAD]) else None
    )


def read(layout: Layout) -> Draft:
    """Return what the page states; an eprint is in no journal."""
    draft = generic.read(layout, NAME)
    eprint = first_line(layout.lines, _EPRINT)
    if eprint:
        draft = draft.without("container-title").plus(*stated(layout, eprint[0].start, eprint[1], NAME, 0.95))
    elif any(candidate.field == "volume" for candidate in draft.candidates):
        draft = draft.without("type")
    return amended(draft, (*_head(layout), *_keywords(layout)))


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the names above the abstract, one a line, and the title above them."""
    stop = next((line.index for line in layout.lines[:_HEAD] if line.folded == "abstract" and _has_prose(layout, line.index)), 0)
    first = stop
    while first > 1 and (likeness(layout.lines[first - 1].text) >= SURE or layout.lines[first - 1].folded in _BUTTONS):
        first -= 1
    if first < stop:
        yield from claims(layout.text, "title", layout.lines[first - 1].span, f"{NAME}.title", 0.95)
        yield from people_between(layout, first, stop, f"{NAME}.author", 0.95)


def _has_prose(layout: Layout, index: int) -> bool:
    below = layout.after(index)
    return below is not None and len(below.text) > PROSE


def _keywords(layout: Layout) -> list[Candidate]:
    """Read the words below a heading that names their journal too: "ApJ Keywords:"."""
    heading = next((line for line in layout.lines if line.text.rstrip().endswith(" Keywords:")), None)
    below = layout.after(heading.index) if heading else None
    return claimed(layout.text, "keyword", words_of_lines(layout, [below.span]), f"{NAME}.keyword", 0.93) if below else []
