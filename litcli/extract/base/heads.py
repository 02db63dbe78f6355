"""Heads of article pages: the title and the names above a line that a portal knows for certain."""

from collections.abc import Iterator

from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in


def head_above(layout: Layout, line: Line, rule: str, sure: float = 0.93) -> Iterator[Candidate]:
    """Yield the lines of names right above a line as authors, and the line above those as title."""
    at = line.index
    while at > 1 and likeness(layout.lines[at - 1].text) >= SURE:
        at -= 1
    if not at:
        return
    yield from claims(layout.text, "title", layout.lines[at - 1].span, f"{rule}.title", sure)
    names = [named.span for named in layout.lines[at : line.index]]
    if people := claim(layout.text, "author", names_in(layout, names), f"{rule}.author", sure):
        yield people
