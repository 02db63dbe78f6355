"""What another reading of a page changes, field by field, each change with the rules that read the value then and now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from litcli.errors import InputError
from litcli.extract.result import Extraction, Reading, Rejection
from litcli.model.fields import BY_NAME
from litcli.model.record import Record, Value

VERDICT = "verdict"
"""Stands for a field where what changes is what becomes of the page."""
RECORD = "a record"

Rules = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Change:
    """One field that another reading changes."""

    citekey: str | None
    """None for a page that no entry has."""
    source: str
    """The page, as messages call it; "" where several pages make the entry."""
    portal: str
    field: str
    old: Value | None
    new: Value | None
    old_rules: tuple[str, ...] = ()
    new_rules: tuple[str, ...] = ()
    note: str = ""
    """What a person should know of it."""
    confirmed: bool = False
    """Whether it contradicts what a person confirmed."""

    @property
    def about(self) -> str:
        """The entry, or the page where there is none."""
        return self.citekey or self.source


def between(old: Record, new: Record, rules: tuple[Rules, Rules]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the fields in which two records differ, in the table's order, with the rules of the old value and of the new one."""
    for field in (*BY_NAME, *sorted((old.keys() | new.keys()) - BY_NAME.keys())):
        if old.get(field) != new.get(field):
            yield field, rules[0].get(field, ()) if field in old else (), rules[1].get(field, ()) if field in new else ()


def rules_of(read: Extraction) -> dict[str, tuple[str, ...]]:
    """Return the rules that read each field."""
    return {field: tuple(dict.fromkeys(place.rule for place in several)) for field, several in read.evidence.items()}


def verdict_of(reading: Reading | InputError) -> str:
    """Return what becomes of a page that is read so.

    >>> verdict_of(Rejection("news"))
    'rejected: news'
    """
    match reading:
        case InputError():
            return f"failed: {reading.reason}"
        case Rejection():
            return f"rejected: {reading.reason}"
    return f"doubtful: {'; '.join(reading.doubts)}" if reading.doubts else RECORD
