"""A page's text with the values that were read from it marked in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litcli.cli.output import Screen
from litcli.extract.result import Evidence

if TYPE_CHECKING:
    from rich.text import Text

_COLOURS = ("green", "cyan", "magenta", "yellow", "blue", "red")


@dataclass(frozen=True)
class Mark:
    """One marked stretch of a page's text."""

    start: int
    end: int
    field: str


def marks(evidence: Mapping[str, Sequence[Evidence]]) -> list[Mark]:
    """Return the stretches in reading order; of two that overlap the one that starts first stands.

    >>> marks({"title": [Evidence(((0, 8),), "x", 1)], "issued": [Evidence(((4, 8),), "x", 1), Evidence(((9, 13),), "x", 1)]})
    [Mark(start=0, end=8, field='title'), Mark(start=9, end=13, field='issued')]
    """
    every = sorted(
        (start, -end, field) for field, found in evidence.items() for place in found for start, end in place.parts if end > start
    )
    kept: list[Mark] = []
    for start, minus_end, field in every:
        if not kept or start >= kept[-1].end:
            kept.append(Mark(start, -minus_end, field))
    return kept


def show_page(screen: Screen, text: str, found: Sequence[Mark]) -> None:
    """Print the text: in colours, or in brackets where none are seen."""
    screen.text(in_colours(text, found) if screen.coloured else in_brackets(text, found))


def in_brackets(text: str, found: Sequence[Mark]) -> str:
    """Return the text with each value in brackets behind its field's name.

    >>> in_brackets("On Bees, 2013", [Mark(0, 7, "title"), Mark(9, 13, "issued")])
    '[title: On Bees], [issued: 2013]'
    """
    return "".join(f"[{mark.field}: {piece}]" if mark else piece for piece, mark in _pieces(text, found))


def in_colours(text: str, found: Sequence[Mark]) -> "Text":
    """Return the text for a terminal: a colour a field, its name before the value."""
    from rich.text import Text

    colours = {field: _COLOURS[at % len(_COLOURS)] for at, field in enumerate(dict.fromkeys(mark.field for mark in found))}
    shown = Text()
    for piece, mark in _pieces(text, found):
        if mark:
            shown.append(f"{mark.field} ", style="dim")
        shown.append(piece, style=f"bold {colours[mark.field]}" if mark else "")
    return shown


def _pieces(text: str, found: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    at = 0
    for mark in found:
        yield text[at : mark.start], None
        yield text[mark.start : mark.end], mark
        at = mark.end
    yield text[at:], None
