"""One candidate from statements that stand apart: each item with its own place and CSS selector."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from litcli.extract.candidates import Candidate, Item, Parts, claim, with_selectors
from litcli.model.fields import BY_NAME
from litcli.pages.page import Embedded

WORD_PARTINGS = (re.compile(r"\s*[;|]\s*"), re.compile(r"\s*,\s*"))
"""What parts several values in one statement: the first that stands in it does."""


class Place(NamedTuple):
    """Where one value stands, and how it is read."""

    parts: Parts
    selector: str
    normaliser: str = ""
    """A normaliser other than the field's own; see `litcli.extract.normalise.NAMED`."""


def place(*rows: Embedded, normaliser: str = "") -> Place:
    """Return the place of a value that is put together from whole statements."""
    return Place(tuple((row.start, row.end) for row in rows), rows[0].selector, normaliser)


def told(text: str, field: str, places: Iterable[Place], rule: str, confidence: float) -> Candidate | None:
    """Return the candidate: for a list field all values, each once; for any other the first that is one."""
    items: dict[str, Item] = {}
    confidence = round(confidence, 3)
    for spot in places:
        full = f"{rule}:{spot.normaliser}" if spot.normaliser else rule
        found = claim(text, field, [spot.parts], full, confidence)
        if found:
            items.setdefault(str(found.items[0].value), with_selectors(found, [spot.selector]).items[0])
            if not BY_NAME[field].many:
                break
    first = next(iter(items.values()), None)
    return Candidate(field, tuple(items.values()), first.evidence.rule, confidence) if first else None


def parted(text: str, row: Embedded, partings: Sequence[re.Pattern[str]]) -> Iterator[Place]:
    """Yield the places of several values in one statement, parted by the first of the marks that stands in it."""
    value = text[row.start : row.end]
    parting = next((mark for mark in partings if mark.search(value)), None)
    start = 0
    for match in parting.finditer(value) if parting else ():
        if match.start() > start:
            yield Place(((row.start + start, row.start + match.start()),), row.selector)
        start = match.end()
    if start < len(value):
        yield Place(((row.start + start, row.end),), row.selector)
