"""Oxford Academic: articles of Oxford University Press.

    Journal / Volume 12, Issue 3 / June 2015 / Article Contents / ... / Journal Article / Title / Names /
    Journal, Volume 12, Issue 3, June 2015, Pages 101–118, https://doi.org/10.1093/... / Published: 12 March 2015 / Abstract

What surprised us: "Oxford Academic" and "Books" stand in the menu, and are neither a person nor the kind of the work.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import head_above
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.layout import Layout

NAME = "oup"

MARKS = (
    Mark(0.4, "https://doi.org/", r"^[A-Z].{3,100}, Volume [\w-]+, Issue .{3,60}, https://doi\.org/10\.\d{4,9}/\S+$"),
    Mark(0.3, "Oxford Academic"),
    Mark(0.4, "Permissions Icon"),
    Mark(0.2, "Published by Oxford University Press"),
)
_PLACE = re.compile(
    r"^(?P<container_title>[A-Z].{2,100}?), Volume (?P<volume>[\w-]+), Issue (?P<issue>[\w/–-]+), (?P<issued__calendar>[^,]*\d{4}), "
    r"(?:Pages? (?P<page>\w+(?:[–-]\w+)?)|(?P<number>\w+)), https://doi\.org/(?P<DOI>10\.\S*\w)$"
)


def marks(layout: Layout) -> float:
    """Weigh the line of journal, numbers and DOI, and the site's menu."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of the journal."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:80], _PLACE)
    if not placed:
        return draft.without("type").plus(*kind(layout, MARKS, NAME, "in-journal", 0.75))
    found = [*stated(layout, placed[0].start, placed[1], NAME, 0.96), *head_above(layout, placed[0], NAME)]
    return amended(draft.without("author"), (*found, *kind(layout, MARKS, NAME, "in-journal", 0.9)))
