"""INSPIRE: records of high-energy physics.

    Title / Name(Institute) / , / Name(Institute) / Mar 12, 2018 / 15 pages / Published in: Phys.Rev.D 97 (2018) 5, 055099 /
    Published: Mar 21, 2018 / e-Print: 1803.09999 [hep-ph] / DOI: 10.1103/... / cite / claim / reference search / Abstract: (APS) /
    ... / Note: ... / References(60)
    Title / STRAW / Collaboration / • / Name(Institute) / Show All(12) / ... / Contribution to: TRACK 2013
    Title / Name(Institute) / Sep 30, 2016 / 187 pages / Supervisor: / Thesis: PhD / Copenhagen U. / (2016)

What surprised us: the date below the names is that of the eprint; a collaboration's name and the word itself stand in two lines; of hundreds
of names the page shows one.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims, moved
from litcli.extract.layout import Layout, Line

NAME = "inspire"

MARKS = (
    Mark(0.4, "reference search", r"^(?:.*\s)?reference search(?:\s.*)?$"),
    Mark(0.3, "e-Print:", r"^e-Print:"),
    Mark(0.3, "Published in:", r"^Published in: ?$|^Published in: [A-Z]\S+\.\S+ \d+ \(\d{4}\)"),
    Mark(0.2, "Citations per year"),
    Mark(0.2, "INSPIRE HEP"),
    Mark(0.2, "Abstract: ("),
)
_DATE = re.compile(r"^(?P<issued__calendar>[A-Z][a-z]{2}(?: \d{1,2},)? \d{4})$")
_PUBLISHED = re.compile(r"^Published: (?P<issued__calendar>[A-Z][a-z]{2}(?: \d{1,2},)? \d{4})$")
_EXTENT = re.compile(r"^(?P<number_of_pages>\d+) pages$")
_IN_PROCEEDINGS = re.compile(r"^Part of (?P<container_title>(?P<type__at_event>.+?))(?: : .+)?$")
_AT_MEETING = re.compile(r"^Part of (?:Proceedings, )?(?P<event_title>.+?)(?: : .+)?$")
_THESIS = re.compile(r"^Thesis: (?P<genre>(?P<type__thesis>\S.+))$")
_YEAR = re.compile(r"^\((?P<issued__calendar>\d{4})\)$")
_WITH_INSTITUTE = re.compile(r"(?P<name>[^\W\d_][^(),;]{2,60}?)\s?\([^()]*(?:\([^()]*\)[^()]*)?\)(?=\s?,|\s?$|\s?and\b)")
"""A name and its institute in brackets, which may hold brackets themselves."""
_MORE = "Show All("
"""The button for the names that are not shown."""
_LONGEST_NAME = 50
_RESULTS = re.compile(r"^[\d,]+ results \| cite all|^#2$")
_HEAD = 50


def marks(layout: Layout) -> float:
    """Weigh the site's buttons and the labels that only it words so."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell a list of results."""
    return "a list of search results" if first_line(layout.lines, _RESULTS) else None


def read(layout: Layout) -> Draft:
    """Return what the page states; the date of the eprint counts where nothing else has one."""
    draft = generic.read(layout, NAME)
    head = layout.lines[:_HEAD]
    dated = first_line(head, _DATE)
    found = [*read_lines(layout, head, (_PUBLISHED, _EXTENT), NAME, 0.95), *_kind(layout, draft)]
    if dated:
        found += _head(layout, dated[0].index)
        kept = [one for one in draft.of("issued") if one.start != dated[0].start]
        alone = [] if kept else stated(layout, dated[0].start, dated[1], NAME, 0.9)
        draft = draft.without("issued").plus(*kept, *alone)
    return amended(draft.without("type", "event-title", "event-date", "event-place"), found)


def _kind(layout: Layout, draft: Draft) -> Iterator[Candidate]:
    """Tell a thesis, a contribution to a meeting, an article and an eprint by what the page says of each."""
    if thesis := read_lines(layout, layout.lines[:_HEAD], (_THESIS, _YEAR), NAME, 0.95):
        yield from thesis
        label = next((line.index for line in layout.lines if line.text.startswith("Thesis:")), 0)
        school = layout.after(label)
        yield from claims(layout.text, "publisher", school.span, f"{NAME}.school", 0.9) if school else ()
        yield from _supervisors(layout)
    elif journal := draft.best("volume"):
        yield from read_lines(layout, layout.lines[:_HEAD], (_AT_MEETING,), NAME, 0.9)
        yield from claims(layout.text, "type", (journal.start, journal.end), f"{NAME}.type:in-journal", 0.93)
    elif meeting := read_lines(layout, layout.lines[:_HEAD], (_IN_PROCEEDINGS,), NAME, 0.93):
        yield from meeting
    elif eprint := draft.best("arXiv"):
        yield from claims(layout.text, "type", (eprint.start, eprint.end), f"{NAME}.type:preprint", 0.93)


def _supervisors(layout: Layout) -> Iterator[Candidate]:
    label = next((line for line in layout.lines[:_HEAD] if line.text.startswith("Supervisor")), None)
    below = layout.after(label.index) if label else None
    if below and (people := claim(layout.text, "supervisor", list(_people(below)), f"{NAME}.supervisor", 0.93)):
        yield people


def _head(layout: Layout, stop: int) -> Iterator[Candidate]:
    """Read the names above the date, each with its institute in brackets, and the title above them."""
    first = stop
    while first > 1 and _is_name(layout, first - 1):
        first -= 1
    if first == stop:
        return
    yield from claims(layout.text, "title", layout.lines[first - 1].span, f"{NAME}.title", 0.95)
    shown = [line for line in layout.lines[first:stop] if not line.text.startswith(_MORE)]
    places = [place for line in shown for place in _people(line)]
    for line in (line for line in layout.lines[first:stop] if line.text.startswith(_MORE)):
        yield from claims(layout.text, "authors-incomplete", line.span, f"{NAME}.authors-incomplete", 0.95)
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.95):
        yield people
    group = next((line for line in layout.lines[first:stop] if _is_group(layout, line)), None)
    if group and not places:
        named = claim(layout.text, "author", [(group.span,)], f"{NAME}.author:group", 0.9)
        yield from [named] if named else []


def _is_name(layout: Layout, index: int) -> bool:
    line = layout.lines[index]
    below = layout.lines[index + 1]
    named = _WITH_INSTITUTE.search(line.text) is not None or line.text.startswith(_MORE) or line.text in {",", "Collaboration"}
    return named or _is_group(layout, line) or (below.text == "," and len(line.text) < _LONGEST_NAME)


def _is_group(layout: Layout, line: Line) -> bool:
    """Tell the name of a collaboration, which stands above that word."""
    return layout.lines[line.index + 1].text == "Collaboration" and len(line.text) < _LONGEST_NAME


def _people(line: Line) -> Iterator[Parts]:
    for found in _WITH_INSTITUTE.finditer(line.text):
        yield (moved(line.start, found, "name"),)
