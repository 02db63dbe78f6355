"""IOPscience: articles of IOP Publishing and its partners, and papers of its conference series.

    Journal / PAPER • OPEN ACCESS / Title / Name1, Name2 and Name1 / Published 12 March 2018 • © 2018 IOP Publishing Ltd /
    Journal, Volume 51, Number 12 / Citation Maren B Holt et al 2018 J. Kite Phys. 51 125001 / DOI 10.1088/... / Article PDF / ... / Abstract
    Title / Names / Published under licence by IOP Publishing Ltd / IOP Conference Series: Kites, Volume 432, 5th Conference 4–7 June 2018,
    Delft / Citation A K Falk and O Bello 2018 IOP Conf. Ser.: Kites 432 012011
    Title / Names / Show affiliations / Names 2009 J. Kite Phys. 42 125204 / doi:10.1088/... / © 2009 IOP Publishing Ltd /
    Published 24 February 2009

What surprised us: the page's own citation has the pages, or the number of the article, at its end, and the full name of the journal stands in
another line; the event of a conference series follows its volume.
"""

import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness
from litcli.model.dates import find_dates

NAME = "iop"

MARKS = (
    Mark(0.3, "IOP Publishing Ltd"),
    Mark(0.3, "Turn on MathJax"),
    Mark(0.3, "Export citation and abstract"),
    Mark(0.3, "Author e-mails"),
    Mark(0.4, "Citation ", r"^Citation [A-Z].* (?:19|20)\d\d .+ \w+ \w+$"),
    Mark(0.2, "10.1088/", r"^(?:DOI |doi: ?)10\.1088/\S+$"),
    Mark(0.2, "Show affiliations"),
)
_CITED = re.compile(
    r"^(?:Citation )?[A-Z].*? (?P<issued__calendar>(?:19|20)\d\d) (?P<container_title_short>[A-Z].*?) (?P<volume>\d+) (?P<page>[A-Z]{0,2}\d+)$"
)
_JOURNAL = re.compile(r"^(?P<container_title>[A-Z].*?), Volume (?P<volume>\w+)(?:, Number (?P<issue>[\w-]+))?$")
_SERIES = re.compile(
    r"^(?P<container_title>[A-Z].*?(?:Conference Series|Conf\. Ser\.)[^,]*), Volume (?P<volume>\w+), (?P<event>.+)$"
)
_DOI = re.compile(r"^(?:DOI |doi: ?)(?P<DOI>10\.\d{4,9}/\S+)$")
_PUBLISHED = re.compile(r"^Published (?:online )?(?P<issued__calendar>\d{1,2} [A-Z]\w+ \d{4})")
_ISSUE = re.compile(r"^Issue (?P<issue>\w+) \((?P<issued__calendar>\d{1,2} [A-Z]\w+ \d{4})\)$")
_LICENSE = re.compile(r"under the terms of the (?P<license>Creative Commons [\w -]+?\d\.\d licen[sc]e)")
_HEAD = 80


def marks(layout: Layout) -> float:
    """Weigh the publisher's notices and the page's own citation."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around its own citation."""
    draft = generic.read(layout, NAME).without("event-title", "event-date", "event-place")
    head = layout.lines[:_HEAD]
    cited = read_lines(layout, head, (_CITED,), NAME, 0.95)
    series = list(_series(layout))
    found = [*cited, *read_lines(layout, head, (_DOI,), NAME, 0.95), *read_lines(layout, layout.lines, (_LICENSE,), NAME, 0.9)]
    found += [one for one in read_lines(layout, head, (_JOURNAL,), NAME, 0.95) if one.field != "volume" or not cited]
    found += read_lines(layout, layout.lines, (_ISSUE,), NAME, 0.95) or read_lines(layout, head, (_PUBLISHED,), NAME, 0.96)
    found += [] if any(one.field == "container-title" for one in (*found, *series)) else _short_journal(layout, cited)
    found += series or kind(layout, MARKS, NAME, "in-journal", 0.85)
    return amended(draft, (*found, *_head(layout)))


def _short_journal(layout: Layout, cited: Sequence[Candidate]) -> list[Candidate]:
    """Read the journal off the citation, where its full name is nowhere."""
    short = next((one for one in cited if one.field == "container-title-short"), None)
    return claims(layout.text, "container-title", (short.start, short.end), f"{NAME}.journal", 0.9) if short else []


def _series(layout: Layout) -> Iterator[Candidate]:
    """Read the event behind the volume of a conference series: its title, its date, its place."""
    named = first_line(layout.lines[:_HEAD], _SERIES)
    if not named:
        return
    line, match = named
    yield from (one for one in stated(layout, line.start, match, NAME, 0.95))
    start = line.start + match.start("event")
    dates = find_dates(match["event"])
    stop = start + dates[0].start if dates else line.end
    yield from claims(layout.text, "event-title", (start, stop), f"{NAME}.event", 0.93)
    yield from claims(layout.text, "type", (start, stop), f"{NAME}.type:at-event", 0.95)
    if dates:
        yield from claims(layout.text, "event-date", (stop, start + dates[0].end), f"{NAME}.event-date", 0.93)
        yield from claims(layout.text, "event-place", (start + dates[0].end, line.end), f"{NAME}.event-place", 0.9)


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the names above the first date or button below them, and the title above the names."""
    stop = next((line.index for line in layout.lines[1:_HEAD] if _ends_names(line)), 0)
    first = stop
    while first > 1 and likeness(layout.lines[first - 1].text) >= SURE:
        first -= 1
    if not stop or first == stop:
        return
    yield from claims(layout.text, "title", layout.lines[first - 1].span, f"{NAME}.title", 0.94)
    yield from people_between(layout, first, stop, f"{NAME}.author", 0.94)


def _ends_names(line: Line) -> bool:
    return line.text.startswith(("Published ", "Show affiliations", "Hide affiliations", "Accepted ", "View affiliations"))
