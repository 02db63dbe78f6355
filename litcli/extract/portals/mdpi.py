"""MDPI: articles of its journals, on its own site and on mirrors of it.

    Next Article in Journal / title of another work / ... / Background: / Article / Title / by / Name / 1,2,*, / Name / 2 and / ... / 1 /
    address / AgriEngineering 2024, 6(1), 396-408; https://doi.org/10.3390/... / ... / Published: 12 February 2024 / Abstract / : / ...

What surprised us: the titles of four neighbours stand above the work's own; the names may be lost, so that addresses follow the title; a single
number behind the issue is that of the article.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import is_affiliation, names_in

NAME = "mdpi"

MARKS = (
    Mark(0.4, "Next Article in Journal"),
    Mark(0.3, "Previous Article in Journal"),
    Mark(0.3, "Column Width:"),
    Mark(0.3, "Arial Georgia Verdana"),
    Mark(0.6, "10.3390/", r"^[A-Z][\w .&-]{2,60} (?:19|20)\d\d, \d+(?:\([\w-]+\))?, [\w-]+; (?:https?://\S*|doi:)10\.3390/"),
    Mark(0.2, "Submission received:"),
)
_PLACE = re.compile(
    r"^(?P<container_title>[^\W\d_][^\d;]{2,80}?) (?P<issued>(?:19|20)\d\d), (?P<volume>\d+)(?:\((?P<issue>[\w/-]+)\))?,"
    r" (?:(?P<page>\d+\s?[-–]\s?\d+)|(?P<number>\w+));? (?:https?://\S*?|doi:\s?)(?P<DOI>10\.3390/[\w.-]*\w)"
)
_PUBLISHED = re.compile(r"Published: (?P<issued__calendar>\d{1,2} \w+ \d{4})")
_ACCESS = re.compile(r"^(?:Open Access|Feature Paper|Editor’s Choice)+\s*")
_SHORT = 50
_MARKS_ONLY = re.compile(r"^[\d,*†‡§\s]*(?:and|,)?$")
_BY = re.compile(r"^by(?:\s+(?P<author>\S.+))?$")


def marks(layout: Layout) -> float:
    """Weigh the links to the neighbours, the reading tools and the line of journal, numbers and DOI."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the site holds no article: it lists several."""
    cited = sum(bool(_PLACE.match(line.text)) for line in layout.lines)
    return "a list of several works" if cited > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states: below the neighbours and tools."""
    tools = max((line.index for line in layout.lines[:30] if line.text == "Background:"), default=None)
    page = layout.part(tools + 1) if tools is not None and tools + 1 < len(layout.lines) else layout
    draft = generic.read(page, NAME).without("author")
    found = read_lines(page, page.lines[:120], (_PLACE,), NAME, 0.96)
    dated = read_lines(page, page.lines[:120], (_PUBLISHED,), NAME, 0.95)
    found = [candidate for candidate in found if candidate.field != "issued" or not dated]
    stop = first_line(page.lines[:120], _PLACE)
    head = page.lines[: stop[0].index] if stop else page.lines[:40]
    return amended(draft, (*found, *dated, *kind(page, MARKS, NAME, "in-journal", 0.9), *_head(page, head)))


def _head(page: Layout, head: tuple[Line, ...]) -> Iterator[Candidate]:
    """Read the title below the kind of article, and the names behind "by"."""
    title = next((line for line in head if not (len(line.text) < _SHORT and kind_of_work(_ACCESS.sub("", line.text)))), None)
    if title:
        yield from claims(page.text, "title", title.span, f"{NAME}.title", 0.96)
    by = first_line(head, _BY)
    if not by:
        return
    line, match = by
    spans = [(line.start + match.start("author"), line.end)] if match["author"] else []
    for below in head[line.index + 1 :] if not spans else ():
        if re.fullmatch(r"\d{1,2}", below.text) and _is_address(page, below):
            break
        if not _MARKS_ONLY.match(below.text):
            spans.append(below.span)
    if people := claim(page.text, "author", names_in(page, spans), f"{NAME}.author", 0.95):
        yield people


def _is_address(page: Layout, line: Line) -> bool:
    """Tell whether an address follows a number: the list of names is over."""
    following = page.after(line.index)
    return following is not None and (is_affiliation(following.text) or following.text.count(",") >= 2)
