"""Abstracts of meetings: of the European Geosciences Union, the American Physical Society, and the AACR.

    Geophysical Research Abstracts / Vol. 12, EGU2010-9999, 2010 / EGU General Assembly 2010 / © Author(s) 2010 / Title / Names (1), (2) /
    (1) Address, ... / text
    EGU22-9998, updated on ... / https://doi.org/10.5194/... / EGU General Assembly 2022 / ... / Title / Names1,2 / Names / 1Address / text /
    How to cite: ...
    Bulletin of the American Physical Society / APS March Meeting 2013 / Volume 58, Number 1 / Monday–Friday, March 18–22, 2013;
    Baltimore, Maryland / ... / Abstract: A12.00004 : Title / Authors: / Name / (Address) / text
    Abstract 3141: Title / Names / DOI: ... Published October 2014 / Proceedings: AACR Annual Meeting 2014; April 5-9, 2014; San Diego, CA /
    Abstract / ... / Citation Format: ...

What surprised us: the bulletins are numbered like journals, but what they hold was given at a meeting; a star behind a title thanks a sponsor.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import PROSE, Layout
from litcli.extract.readers.people import names_in

NAME = "meetings"

MARKS = (
    Mark(0.5, "EGU General Assembly ", r"^EGU General Assembly \d{4}$", within=12),
    Mark(0.5, "Bulletin of the American Physical Society", r"^Bulletin of the American Physical Society$"),
    Mark(0.5, "Proceedings: ", r"^Proceedings: [^;]+; [^;]*\d{4}; [^;]+$"),
    Mark(0.3, "Geophysical Research Abstracts", r"^Geophysical Research Abstracts$"),
    Mark(0.3, "Abstract ID: "),
    Mark(0.2, "© Author(s)"),
)
_SHAPES = (
    re.compile(r"^(?P<container_title>Geophysical Research Abstracts|Bulletin of the American Physical Society)$"),
    re.compile(r"^(?P<event_title>(?P<type__at_event>EGU General Assembly) (?P<issued__calendar>\d{4}))$"),
    re.compile(r"^(?P<event_title>(?P<type__at_event>[A-Z]{2,6} [\w ]*Meeting) (?P<issued__calendar>\d{4}))$"),
    re.compile(r"^(?:Vol\. (?P<volume>\d+), )?(?P<number>EGU(?:GA)?\d{2,4}-\d+)(?:-\d+)?(?:, \d{4}|, updated on .*)?$"),
    re.compile(r"^Volume (?P<volume>\d+), Number (?P<issue>\d+)$"),
    re.compile(r"^(?:[A-Z]\w+day[–-][A-Z]\w+day, )(?P<event_date>[A-Z]\w+ \d{1,2}[–-][^;]*\d{4}); (?P<event_place>.+)$"),
    re.compile(r"^Proceedings: (?P<event_title>(?P<type__at_event>[^;]+)); (?P<event_date>[^;]*\d{4}); (?P<event_place>[^;]+)$"),
    re.compile(r"^Abstract: (?P<number>[A-Z]{1,2}\d{1,2}\.\d{4,5}) ?: (?P<title>.+?)\*?$"),
    re.compile(r"^Abstract (?P<number>[A-Z]{0,3}-?\d+): \S"),
    re.compile(r"(?:^|\s)Published (?P<issued__calendar>[A-Z]\w+ \d{4})$"),
)
_VENUE = re.compile(r"General Assembly \d{4}, (?P<event_place>[A-Z][^,\d]+, [A-Z][^,\d]+), (?P<event_date>\d{1,2}[^,]*\d{4}),")
_HOST = re.compile(
    r"\b(?P<container_title>Cancer Res(?:earch)?) (?P<issued__calendar>\d{4});(?P<volume>\d+)\((?P<issue>[^()]+)\)"
)
_ADDRESS = re.compile(r"^\(.+\)$")


def marks(layout: Layout) -> float:
    """Weigh the names of the meetings and their bulletins."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states of the abstract and of the meeting where it was given."""
    draft = generic.read(layout, NAME).without(
        "event-title", "event-date", "event-place", "volume", "issue", "page", "container-title"
    )
    found = read_lines(layout, layout.lines, _SHAPES, NAME, 0.95)
    found += [*read_lines(layout, layout.lines, (_VENUE,), NAME, 0.93), *read_lines(layout, layout.lines, (_HOST,), NAME, 0.93)]
    return amended(draft, (*_once(found), *_physicists(layout)))


def _once(found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the first candidate of each field: the head says it before the citation does."""
    seen: set[str] = set()
    for candidate in found:
        if candidate.field not in seen:
            seen.add(candidate.field)
            yield candidate


def _physicists(layout: Layout) -> Iterator[Candidate]:
    """Read names that stand each above an address in brackets, and the text below the last address."""
    heading = first_line(layout.lines, re.compile(r"^(?:Authors?|Presenter):$"))
    if not heading:
        return
    spans = []
    last = heading[0].index
    for line in layout.lines[last + 1 : last + 200]:
        if _ADDRESS.match(line.text):
            last = line.index
        elif len(line.text) > PROSE:
            break
        else:
            spans.append(line.span)
    if people := claim(layout.text, "author", names_in(layout, spans, least=0.3), f"{NAME}.author", 0.94):
        yield people
    below = layout.after(last)
    if below:
        yield from claims(layout.text, "abstract", below.span, f"{NAME}.abstract", 0.93)
