"""What a further statement of a work adds to what is known of it, and where the two say different things.

In go the entry's record before and after the statement joined it, and the statement; out come the fields that it filled or
made fuller, and those in which it differs, each with both values.
"""

from dataclasses import dataclass

from litcli.identity.merge import agree
from litcli.model.record import Record, Value


@dataclass(frozen=True)
class Difference:
    """A field of which two sources say different things."""

    field: str
    ours: Value
    """What the entry had before."""
    theirs: Value


@dataclass(frozen=True)
class Contrast:
    """How a statement stands to an entry."""

    fills: tuple[str, ...] = ()
    """The fields that it gave, or gave more of."""
    differs: tuple[Difference, ...] = ()


def contrast(before: Record, after: Record, stated: Record) -> Contrast:
    """Return what a statement changed in an entry's record, and where it says something else.

    >>> ours, theirs = {"title": "On Bees", "volume": "3"}, {"title": "On Bees", "volume": "4", "issue": "1"}
    >>> contrast(ours, {**ours, "issue": "1"}, theirs)
    Contrast(fills=('issue',), differs=(Difference(field='volume', ours='3', theirs='4'),))
    """
    fills, differs = [], []
    for field, theirs in stated.items():
        ours = before.get(field)
        if ours is not None and not agree(field, ours, theirs) and not _taken_in(after.get(field), ours, theirs):
            differs.append(Difference(field, ours, theirs))
        elif after.get(field) != ours:
            fills.append(field)
    return Contrast(tuple(fills), tuple(differs))


def _taken_in(now: Value | None, ours: Value, theirs: Value) -> bool:
    """Tell whether a list now holds the items of both."""
    return all(isinstance(value, list) for value in (now, ours, theirs)) and all(
        item in (now or ()) for value in (ours, theirs) for item in value
    )
