"""RePEc, as IDEAS and EconPapers show it: articles and working papers of economics.

    IDEAS home Printed from https://ideas.repec.org/... / Title / Author / Listed: / Family, Given / Abstract / Suggested Citation /
    Family, Given & Family, Given, 2015. "Title," Journal, Publisher, vol. 12(3), pages 101-118. / Handle: RePEc:...
    Family, Given, 2009. "Title," Series 1234, Institution.

What surprised us: publisher and journal are parted by a comma alone; a working paper has its number behind the name of the series.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.layout import Layout

NAME = "repec"

MARKS = (
    Mark(0.6, "IDEAS home Printed from"),
    Mark(0.4, "RePEc:", r"^Handle: ?RePEc:\S+"),
    Mark(0.3, "My bibliography"),
    Mark(0.2, "RePEc:"),
    Mark(0.4, "EconPapers"),
)
_HEAD = r"^(?P<author>[^\"“]{3,600}?), (?P<issued__calendar>\d{4})\. [\"“](?P<title>.+?),?[\"”],? "
_ARTICLE = re.compile(
    _HEAD + r"(?P<container_title>(?P<type__in_journal>[^\"]+?)), (?P<publisher>[^,]+(?:, [A-Z][^,]+)?), "
    r"vol\. (?P<volume>\w+)(?:\((?P<issue>[^()]+)\))?,"
    r" pages? (?P<page>\w+(?:-\w+)?)"
)
_PAPER = re.compile(
    _HEAD + r"(?P<collection_title>(?P<type__report>[^\"\d]{4,90}?)) (?P<number>[\w./-]*\d[\w./-]*), (?P<publisher>[^.]+)\."
)


def marks(layout: Layout) -> float:
    """Weigh the handle and what IDEAS prints on top."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, by its suggested citation."""
    draft = generic.read(layout, NAME)
    article = first_line(layout.lines, _ARTICLE)
    if article:
        return amended(draft, stated(layout, article[0].start, article[1], NAME, 0.95))
    paper = first_line(layout.lines, _PAPER)
    if not paper:
        return draft
    return amended(
        draft.without("container-title", "volume", "issue", "page"), stated(layout, paper[0].start, paper[1], NAME, 0.95)
    )
