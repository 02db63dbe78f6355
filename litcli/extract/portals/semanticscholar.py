"""Semantic Scholar: papers of all fields.

    DOI:10... Corpus ID: 12345678 / Title / S. Soitto, R. Rope / Published in Journal 12 March 2015 / Medicine / TLDR / ... / Abstract

What surprised us: the sentence under TLDR is a machine's, no abstract; fields of study are no keywords.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import head_above
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.layout import Layout

NAME = "semanticscholar"

MARKS = (
    Mark(0.6, "Corpus ID"),
    Mark(0.3, "Semantic Scholar"),
    Mark(0.2, "TLDR"),
    Mark(0.2, "Highly Influenced"),
)
_PLACE = re.compile(
    r"^Published(?: in (?P<container_title>(?P<type__in_journal>\D.+?)))? (?P<issued__calendar>(?:(?:\d{1,2} )?[A-Z][a-z]+ )?(?:19|20)\d\d)$"
)


def marks(layout: Layout) -> float:
    """Weigh the number in the site's corpus."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of publication."""
    draft = generic.read(layout, NAME).without("keyword")
    placed = first_line(layout.lines[:40], _PLACE)
    return (
        amended(draft, (*stated(layout, placed[0].start, placed[1], NAME, 0.93), *head_above(layout, placed[0], NAME)))
        if placed
        else draft
    )
