"""Events: the line at the head of a page that names the conference where the work was given, with its date."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout, Line
from litcli.model.dates import find_dates

HEAD = 8
"""An event stands among so many first lines."""

_WORDS = re.compile(
    r"\b(?:workshop|conference|congress|symposium|colloquium|annual meeting|summit|tagung|kongress|konferenz|jahrestagung|colloque|congrès|"
    r"journées|congreso|jornadas|congresso|convegno|konferens|konference|konferanse|konferenssi|konferencja|zjazd|konference|конференция|"
    r"конференції|съезд|学会|研究会|大会|会议|학술대회)\b|学会|大会|会议|학술대회",
    re.IGNORECASE,
)


def event_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield the event that a line among the first names, if the line has its date too; a line that says it twice is halved."""
    for line in lines[:HEAD]:
        if line.index >= HEAD or not 15 < len(line.text) < 260 or not _WORDS.search(line.text):
            continue
        start, end = line.start, _once(line)
        dates = find_dates(layout.text[start:end])
        if dates and not line.text.rstrip().endswith("."):
            yield from claims(layout.text, "event-title", (start, end), f"{rule}.event-line", 0.8)
            first = dates[0]
            yield from claims(layout.text, "event-date", (start + first.start, start + first.end), f"{rule}.event-line", 0.75)
            yield from claims(layout.text, "issued", (start + first.start, start + first.end), f"{rule}.event-line:year", 0.5)
            return


def is_event(text: str) -> bool:
    """Tell whether a line names an event with its date and nothing else."""
    return len(text) < 200 and bool(_WORDS.search(text)) and not text.endswith(".") and bool(find_dates(text))


def _once(line: Line) -> int:
    half = len(line.text) // 2
    twice = len(line.text) % 2 == 1 and line.text[:half] == line.text[half + 1 :]
    return line.start + half if twice else line.end
