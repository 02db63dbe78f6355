"""Events: the line at the head of a page that names the conference where the work was given, with its date."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Span, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.locators import read_locators
from litcli.model.dates import DateSpan, find_dates

HEAD = 8
"""An event stands among so many first lines."""
LONGEST_PLACE = 80
"""A line of place and date is no longer."""

_WORDS = re.compile(
    r"\b(?:workshop|conference|congress|symposium|colloquium|annual meeting|summit|tagung|kongress|konferenz|jahrestagung|colloque|congrès|"
    r"journées|congreso|jornadas|congresso|convegno|konferens|konference|konferanse|konferenssi|konferencja|zjazd|konference|конференция|"
    r"конференції|съезд|学会|研究会|大会|会议|학술대회)\b|学会|大会|会议|학술대회",
    re.IGNORECASE,
)


_NO_PLACE = re.compile(r":\s|^\D*\d{4}\D*$")
"""A label, or a year alone, is no place and date of an event."""
_PLACE = re.compile(r"[^\W\d_][^\d:;]{2,50}")


def event_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield the event that a line among the first names, if it or the next one has its date; a line that says it twice is halved."""
    for line in lines[:HEAD]:
        if line.index >= HEAD or not 15 < len(line.text) < 260 or not _WORDS.search(line.text) or _is_other(layout, line):
            continue
        name = (line.start, _once(line))
        (start, _), dates = _dated(layout, line, name)
        if dates:
            first = (start + dates[0].start, start + dates[0].end)
            yield from claims(layout.text, "event-title", name, f"{rule}.event-line", 0.8)
            yield from claims(layout.text, "event-date", first, f"{rule}.event-line", 0.75)
            yield from claims(layout.text, "issued", first, f"{rule}.event-line:year", 0.5)
            place = strip(layout.text, start, first[0], ",;|–-")
            if start != name[0] and _PLACE.fullmatch(layout.text, *place):
                yield from claims(layout.text, "event-place", place, f"{rule}.event-line", 0.75)
            return


def _is_other(layout: Layout, line: Line) -> bool:
    """Tell the kind of a work, and what names proceedings with their pages or volume, from the line of an event."""
    words = layout.vocabulary
    if words.knows(line.folded) or words.opens_noise(line.folded) or line.text.startswith("In ") or "Proceedings" in line.text:
        return True
    return any(found.page or (found.volume and found.labels) for found in read_locators(line))


def _dated(layout: Layout, line: Line, name: Span) -> tuple[Span, list[DateSpan]]:
    """Return where the event's dates are, and the dates: in its own line, or in the next one that holds nothing but place and date."""
    own = [] if line.text.rstrip().endswith(".") else find_dates(layout.text[name[0] : name[1]])
    below = layout.after(line.index)
    if own or not below or len(below.text) > LONGEST_PLACE or below.cells:
        return name, own
    dates = find_dates(below.text)
    alone = dates and dates[-1].end > len(below.text) - 3 and not _NO_PLACE.search(below.text)
    return below.span, dates if alone else []


def is_event(text: str) -> bool:
    """Tell whether a line names an event with its date and nothing else."""
    return len(text) < 200 and bool(_WORDS.search(text)) and not text.endswith(".") and bool(find_dates(text))


def _once(line: Line) -> int:
    half = len(line.text) // 2
    twice = len(line.text) % 2 == 1 and line.text[:half] == line.text[half + 1 :]
    return line.start + half if twice else line.end
