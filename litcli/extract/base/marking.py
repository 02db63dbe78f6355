"""Named marks: the words and lines that tell whose page it is.

A mark holds where its words stand on the page and, if it has a pattern, a line matches it. Every page meets the marks of every
portal, so the plain words come first: a pattern is tried only where they are there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from litcli.extract.candidates import Candidate, Span, claims
from litcli.extract.layout import Layout


@dataclass(frozen=True)
class Mark:
    """One sign of a portal."""

    weight: float
    """How much it says; a page is the portal's own from 0.5 on."""
    words: str
    """What must stand on the page, letter by letter."""
    pattern: str = ""
    """What a line must hold; "" where the words are enough. "^" and "$" are its ends."""
    within: int = 0
    """Among how many lines from the top it must stand, from the end of the page where below zero; 0 for anywhere."""

    @cached_property
    def inner(self) -> str:
        """The longest of the words that has a space on both sides: looked up at once among the page's; "" where there is none."""
        return max(self.words.split(" ")[1:-1], key=len, default="")


def weigh(layout: Layout, marks: Iterable[Mark]) -> float:
    """Return how much the marks on the page say together."""
    return sum(mark.weight for mark, _ in found(layout, marks))


def found(layout: Layout, marks: Iterable[Mark]) -> Iterator[tuple[Mark, Span]]:
    """Yield the marks that are on the page, each with its first place."""
    text, tokens = layout.page.visible, layout.page.tokens
    for mark in marks:
        if (mark.inner and mark.inner not in tokens) or mark.words not in text:
            continue
        first, last = _reach(layout, mark.within) if mark.within else (0, len(text))
        place = text.find(mark.words, first, last)
        if place < 0:
            continue
        if not mark.pattern:
            yield mark, (place, place + len(mark.words))
        elif match := _compiled(mark.pattern).search(text, first, last):
            yield mark, match.span()


def kind(layout: Layout, marks: Iterable[Mark], rule: str, normaliser: str, sure: float = 0.75) -> list[Candidate]:
    """Claim the type that all works of a portal have, at the surest mark that shows the portal ("in-journal")."""
    best = max(found(layout, marks), key=lambda pair: pair[0].weight, default=None)
    return claims(layout.text, "type", best[1], f"{rule}.type:{normaliser}", sure) if best else []


def _reach(layout: Layout, within: int) -> Span:
    """Return where the first lines of the page stand, or its last."""
    lines = layout.lines[:within] if within > 0 else layout.lines[within:]
    return (lines[0].start, lines[-1].end) if lines else (0, 0)


_LINE_START = re.compile(r"(?<![\[\\])\^")
_BEFORE = r"^[ \t]*(?:[•·●▪◦*–-][ \t]+)?"
"""A line begins behind its indent and its bullet, as it does for readers."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_LINE_START.sub(lambda _: _BEFORE, pattern), re.MULTILINE)
