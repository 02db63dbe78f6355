"""What each format cannot carry, reviewed: the field, the reason, and the hard entries in which it happens.

`lost` of each format says exactly this, and nothing else differs when an entry comes back from a file. To see what is to be put here
after a purposeful change: `python -m tests.formats losses`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from litcli.model.entry import Entry
from tests.formats.hard import HARD


@dataclass(frozen=True)
class Loss:
    """A field that a format cannot carry."""

    field: str
    """A field, a part of one ("author.ORCID"), "citekey" or "tags"."""
    reason: str
    entries: tuple[str, ...] = ()
    """The hard entries that lose it; where there are none, all that have it."""


def no_place(*fields: str) -> tuple[Loss, ...]:
    return tuple(Loss(field, "the format has no place for it") for field in fields)


_IN_ONE_LINE = 'the format has a name in one line, "Family, Given, Suffix"'

LOSSES: dict[str, tuple[Loss, ...]] = {
    "bibtex": (*no_place("peer-reviewed", "citation-count", "citation-source", "author.ORCID", "editor.ORCID"),),
    "csl-json": (),
    "csl-yaml": (),
    "endnote-xml": (
        Loss("author", _IN_ONE_LINE, ("given-alone", "name-with-comma", "particles-in-family", "suffix-of-degree")),
        *no_place("author.ORCID", "editor.ORCID"),
    ),
    "jsonl": (),
    "ris": (
        Loss(
            "type",
            "RIS has no code of its own for it",
            (*("broadcast", "collection", "entry", "event", "interview", "performance", "review", "book-review", "treaty"),),
        ),
        Loss("supervisor", "RIS has a place for it in a thesis", ("all-roles", "everything")),
        Loss("number-of-pages", "RIS has a place for it in works that are a volume", ("everything", "film", "pamphlet", "roman")),
        *no_place(
            *("event-date", "original-date", "submitted", "accepted", "available-date", "status", "peer-reviewed"),
            *("citation-count", "citation-source", "index-term", "mesh", "translated-abstract", "author.ORCID", "editor.ORCID"),
        ),
    ),
}


def told(format_: ModuleType) -> set[tuple[str, str]]:
    """Return what a format says it loses: hard entry and field."""
    return {(entry.citekey, field) for entry in HARD for field in format_.lost(entry)}


def expected(table: Iterable[Loss]) -> set[tuple[str, str]]:
    """Return what a table says: hard entry and field."""
    return {
        (entry.citekey, loss.field)
        for loss in table
        for entry in HARD
        if entry.citekey in loss.entries or (not loss.entries and has(entry, loss.field))
    }


def has(entry: Entry, field: str) -> bool:
    """Tell whether an entry has a field, or a part of one."""
    name, _, part = field.partition(".")
    value = entry.record.get(name)
    if part:
        return isinstance(value, list) and any(isinstance(one, dict) and part in one for one in value)
    return value is not None or name == "citekey" or (name == "tags" and bool(entry.tags))
