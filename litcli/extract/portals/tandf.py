"""Taylor & Francis Online: articles of its journals, on its own site and on others that it has carried.

    2,763 / Views / 2 / CrossRef citations to date / 0 / Altmetric / Articles / Title / Names / Pages 25-39 | Published online: 18 Jan 2012 /
    Abstract / ... / Keywords: / Notes / Additional information

What surprised us: counts of views stand first, each above its label; the journal is often not named at all, and "Published online" is not the
date of the issue, which may be lost.
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
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "tandf"

MARKS = (
    Mark(0.6, "CrossRef citations to date"),
    Mark(0.5, "Published online:", r"^Pages [\w-]+ \| .*(?:Published online|Accepted|Received):? ?:?"),
    Mark(0.5, "Published online:", r"^(?:Received|Accepted) \d{1,2} \w{3} \d{4}, .*Published online: \d{1,2} \w{3} \d{4}"),
    Mark(0.3, "Cite this article"),
    Mark(0.2, "10.1080/", r"https?://(?:dx\.)?doi\.org/10\.1080/"),
    Mark(0.2, "Additional information"),
)
_PLACE = re.compile(r"^Pages (?P<page>\w+[-–]\w+)\s?\|")
_ONLINE = re.compile(r"Published online: (?P<issued__calendar>\d{1,2} \w{3,9} \d{4})")
_ISSUE = re.compile(
    r"^(?P<container_title>[A-Z][^,|]{3,100}?),? Volume (?P<volume>\d+), (?P<issued>\d{4})(?: - (?:Issue|Iss) (?P<issue>[\w–-]+)(?::.*)?)?$"
)
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<DOI>10\.1080/\S*[\w)])$")
_COUNTS = re.compile(r"^(?:[\d,.]+K?|Views|CrossRef citations(?: to date)?|Altmetric)$")


def marks(layout: Layout) -> float:
    """Weigh the counts and the line of pages and dates."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: below the counts."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:60], _PLACE) or first_line(layout.lines[:60], _ONLINE)
    found = read_lines(layout, layout.lines[:60], (_PLACE, _ISSUE, _DOI), NAME, 0.95)
    dated = any(candidate.field == "issued" for candidate in found)
    found += [] if dated else read_lines(layout, layout.lines[:60], (_ONLINE,), NAME, 0.9)
    head = list(_head(layout, placed[0])) if placed else []
    return amended(draft, (*found, *head, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout, placed: Line) -> Iterator[Candidate]:
    """Read title and names between the counts and the line of pages."""
    last = max((line.index for line in layout.lines[: placed.index] if _COUNTS.match(line.text)), default=-1)
    lines = [line for line in layout.lines[last + 1 : placed.index] if not _ISSUE.match(line.text)]
    if len(lines) > 1 and (kind_of_work(lines[0].text) or len(lines[0].text.split()) <= 2) and likeness(lines[1].text) < SURE:
        lines = lines[1:]
    if not lines:
        return
    yield from claims(layout.text, "title", lines[0].span, f"{NAME}.title", 0.94)
    names = [line.span for line in lines[1:] if likeness(line.text) >= SURE]
    if people := claim(layout.text, "author", names_in(layout, names), f"{NAME}.author", 0.93):
        yield people
