"""Heads of article pages: the title and the names around a line that a portal knows for certain."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, is_affiliation, likeness, names_in

_BUTTON = re.compile(r"^(?:Get access|Open access|Free access)(?: Arrow)?$", re.IGNORECASE)
"""What sites put between title and names."""
_LEAST = 0.3
"""What is less like a name than this, between others that are names, is none."""


def head_above(layout: Layout, line: Line, rule: str, sure: float = 0.93) -> Iterator[Candidate]:
    """Yield the lines of names right above a line as authors, and the line above those as title."""
    at = line.index
    while at > 1 and likeness(layout.lines[at - 1].text) >= SURE:
        at -= 1
    title = next((above for above in layout.lines[:at][::-1] if not _BUTTON.match(above.text)), None)
    if not title:
        return
    yield from claims(layout.text, "title", title.span, f"{rule}.title", sure)
    names = [named.span for named in layout.lines[at : line.index]]
    if people := claim(layout.text, "author", names_in(layout, names), f"{rule}.author", sure):
        yield people


def people_between(layout: Layout, first: int, stop: int, rule: str, sure: float = 0.93) -> list[Candidate]:
    """Return the names in the lines from one index up to another as authors, each once, though buttons and addresses stand between."""
    lines = [line for line in layout.lines[max(first, 0) : stop] if likeness(line.text) >= SURE and not is_affiliation(line.text)]
    places: dict[str, Parts] = {}
    for parts in names_in(layout, [line.span for line in lines], least=_LEAST):
        places.setdefault(layout.text[parts[0][0] : parts[-1][1]], parts)
    people = claim(layout.text, "author", places.values(), rule, sure)
    return [people] if people else []
