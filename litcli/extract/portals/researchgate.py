"""ResearchGate: publications as their authors put them there.

    Article / Title / March 2015 Journal 12(3):101-118 / DOI:10... / Authors: / Name / university / Name / university /
    Request full-text PDF / To read the full-text of this research, you can request a copy directly from the authors. / Abstract

What surprised us: the month stands before the journal; universities stand among the names.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import claims
from litcli.extract.layout import Layout

NAME = "researchgate"

MARKS = (
    Mark(0.5, "Request full-text"),
    Mark(0.4, "you can request a copy directly from the author"),
    Mark(0.3, "Discover the world's research"),
    Mark(0.3, "ResearchGate"),
    Mark(
        0.3,
        "(",
        r"^(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4} .+ \d+\([^)]+\):[\w-]+$",
    ),
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLACE = re.compile(
    rf"^(?P<issued__calendar>(?:{_MONTHS}) \d{{4}})(?:\s?·?\s(?P<container_title>(?P<type__in_journal>[^\d·].*?))"
    r"(?: (?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?(?::(?P<page>\w+(?:-\w+)?))?)?)?$"
)


def marks(layout: Layout) -> float:
    """Weigh the request for the full text and the line of month and journal."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of the month."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:30], _PLACE)
    if not placed or not placed[0].index:
        return draft
    title = claims(layout.text, "title", layout.lines[placed[0].index - 1].span, f"{NAME}.title", 0.93)
    return amended(draft, (*stated(layout, placed[0].start, placed[1], NAME, 0.93), *title))
