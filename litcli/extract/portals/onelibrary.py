"""1library and its sisters (5dok, 9lib, 9dok, 123deta, ...): a document's text in the frame of one host, in any language.

    • No results found / Title / N/A / N/A / Protected / Academic year: 2021 / Share "Title" / Copied! / 13 / 0 / 0 / Full text / (1) / text

How the frame looks is told in `litcli.extract.base.hosted`. What surprised us: covers of archives stand within it, which are theirs to
read; words of running heads are torn apart ("T H E S A T I S F A C T I O N"), and names stand between the numbers of their affiliations.
"""

import re
from dataclasses import replace

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.hosted import confirmed, document, frame
from litcli.extract.base.marking import weigh
from litcli.extract.base.patterns import amended
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout
from litcli.extract.portals import hal, pure_cover

NAME = "1library"

_TORN = re.compile(r"(?:\b\w ){5,}")
_FROM_TEXT = {
    "type",
    "title",
    "author",
    "abstract",
    "keyword",
    "DOI",
    "ISSN",
    "ISBN",
    "container-title",
    "volume",
    "issue",
    "page",
    "number",
    "issued",
}
_FURTHEST = 60
"""So many lines of the document are its first page."""


def marks(layout: Layout) -> float:
    """Tell the frame; a cover of an archive within it is another portal's."""
    if not frame(layout):
        return 0.0
    return 0.0 if max(weigh(layout, hal.MARKS), weigh(layout, pure_cover.MARKS)) > 0.5 else 0.9


def read(layout: Layout) -> Draft:
    """Return what the first page of the document states, under the frame's title."""
    around = frame(layout)
    if not around:
        return generic.read(layout, NAME)
    page = document(layout, around).part(0, _FURTHEST)
    draft = generic.read(page, NAME)
    sure = 0.93 if confirmed(around, page) else 0.8
    title = claims(page.text, "title", around.title.span, f"{NAME}.title", sure)
    kept = tuple(candidate for candidate in draft.candidates if candidate.field in _FROM_TEXT and not _is_torn(page, candidate))
    return amended(replace(draft, candidates=kept), title)


def _is_torn(page: Layout, candidate: Candidate) -> bool:
    return bool(_TORN.search(page.text[candidate.start : candidate.end]))
