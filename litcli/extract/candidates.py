"""A candidate: what one rule says that one field is, with the places that it read.

Readers find places; `litcli.extract.normalise` turns the text there into values. `claim` does both at once, so that for every
candidate the value is, by construction, what the normaliser makes of the characters that its evidence points at.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from litcli.extract.normalise import Scalar, normalise
from litcli.extract.result import Evidence
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import CslDate, CslName, Value

Span = tuple[int, int]
"""A place on the page: start and end, in characters of `Page.text`."""

Parts = tuple[Span, ...]
"""The places that one value was put together from, in the order in which it was."""


@dataclass(frozen=True)
class Item:
    """One value and its place."""

    value: Scalar
    evidence: Evidence


@dataclass(frozen=True)
class Standing:
    """How a value stands among all that was found for its field."""

    witnesses: int = 1
    """How many rules say so."""
    rival: float = 0.0
    """How sure the strongest other value is; 0 where there is none."""


ALONE = Standing()


@dataclass(frozen=True)
class Candidate:
    """What one rule says that one field is; several items for a list field, one for any other."""

    field: str
    items: tuple[Item, ...]
    rule: str
    confidence: float
    standing: Standing = ALONE
    """Told when it has been weighed against the others."""

    @property
    def value(self) -> Value:
        """The value as the record holds it."""
        if BY_NAME[self.field].kind is Kind.NAMES:
            return self.people
        if BY_NAME[self.field].many:
            return [str(item.value) for item in self.items]
        return cast("str | CslDate", self.items[0].value)

    @property
    def people(self) -> list[CslName]:
        """The names of a field that holds names; none for any other."""
        named = BY_NAME[self.field].kind is Kind.NAMES
        return [cast("CslName", item.value) for item in self.items] if named else []

    @property
    def start(self) -> int:
        """Where its first item starts."""
        return self.items[0].evidence.start

    @property
    def end(self) -> int:
        """Where its last item ends."""
        return self.items[-1].evidence.end

    def at(self, confidence: float) -> "Candidate":
        """Return the same candidate with another confidence, for all its items."""
        items = tuple(Item(item.value, item.evidence.at(confidence)) for item in self.items)
        return Candidate(self.field, items, self.rule, confidence, self.standing)


def moved(start: int, found: re.Match[str], group: int | str = 0) -> Span:
    """Return the place on the page of a match's group; `start` is where the text that was matched begins."""
    first, last = found.span(group)
    return start + first, start + last


def claim(text: str, field: str, places: Iterable[Parts], rule: str, confidence: float) -> Candidate | None:
    """Read the places and return the candidate; None where nothing there is a value of the field.

    `places` holds the parts of each item: one item for a scalar field, one for each person or word of a list. An item that is
    no value is left out. `rule` may name a normaliser other than the field's own, after a colon ("generic.type:container").
    """
    items: list[Item] = []
    seen: set[str] = set()
    for parts in places:
        value = normalise(field, [text[start:end] for start, end in parts], rule)
        if value is None or (isinstance(value, str) and value in seen):
            continue
        items.append(Item(value, Evidence(parts, rule, confidence)))
        if isinstance(value, str):
            seen.add(value)
    return Candidate(field, tuple(items), rule, confidence) if items else None


def claims(text: str, field: str, span: Span, rule: str, confidence: float) -> list[Candidate]:
    """Claim one place for a scalar field; an empty list where it holds no value, ready to be added to others."""
    return claimed(text, field, [(span,)], rule, confidence)


def claimed(text: str, field: str, places: Iterable[Parts], rule: str, confidence: float) -> list[Candidate]:
    """Claim the places, and return the candidate ready to be added to others; an empty list where nothing there is a value."""
    found = claim(text, field, places, rule, confidence)
    return [found] if found else []


def with_selectors(candidate: Candidate, selectors: Sequence[str]) -> Candidate:
    """Return the candidate with a CSS selector for each item."""
    pairs = zip(candidate.items, selectors, strict=True)
    return replace(candidate, items=tuple(replace(i, evidence=replace(i.evidence, selector=s)) for i, s in pairs))
