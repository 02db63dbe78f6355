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

_BACKSLASH = Loss("URL", "an escape in TeX: written as addresses write it, %5C", ("backslash-in-url",))

_IN_SURNAME = "a small word before a surname is taken for a particle, which stands there too"

LOSSES: dict[str, tuple[Loss, ...]] = {
    "biblatex": (_BACKSLASH,),
    "bibtex": (_BACKSLASH,),
    "csl-json": (),
    "csl-yaml": (),
    "endnote-xml": (Loss("author", _IN_ONE_LINE, ("given-alone", "name-with-comma", "particles-in-family", "suffix-of-degree")),),
    "enw": (Loss("author", _IN_ONE_LINE, ("given-alone", "name-with-comma", "particles-in-family", "suffix-of-degree")),),
    "nbib": (Loss("author", _IN_ONE_LINE, ("given-alone", "name-with-comma", "particles-in-family", "suffix-of-degree")),),
    "csv": (),
    "tsv": (),
    "html": (
        *no_place(
            *(
                "PMCID",
                "abstract",
                "accepted",
                "accessed",
                "arXiv",
                "archive",
                "attachment",
                "author.ORCID",
                "authors-incomplete",
            ),
            *("available-date", "citation-count", "citation-source", "collection-number", "editor.ORCID", "editorial-notice"),
            *("event-date", "event-place", "event-title", "extra", "funding", "genre", "handle", "index-term", "license", "mesh"),
            *("note", "original-date", "original-title", "peer-reviewed", "related", "status", "submitted", "supervisor", "tags"),
            *("title-short", "translated-abstract", "translated-title", "translator", "version"),
        ),
    ),
    "jats": (
        Loss("author", _IN_SURNAME, ("particles-in-family",)),
        Loss("container-title", "the title of a book is its source", ("book-in-volumes",)),
        *no_place(
            *("abstract", "accepted", "archive", "attachment", "author.ORCID", "available-date", "citation-count"),
            *("citation-source", "collection-number", "container-title-short", "editor.ORCID", "extra", "funding", "index-term"),
            *("keyword", "license", "mesh", "original-date", "original-title", "peer-reviewed", "related", "status", "submitted"),
            *("supervisor", "tags", "title-short", "translated-abstract"),
        ),
    ),
    "jsonl": (),
    "markdown": (
        Loss("URL", "a reference has one address, and that is its DOI's", ("address", "everything")),
        Loss(
            "issued",
            "the line tells the year",
            (
                *("before-christ", "circa", "circa-month", "circa-range", "circa-season", "day", "everything", "last-day"),
                *("late-year", "month", "month-range", "month-range-over-years", "newspaper", "range", "season", "winter"),
                "year-range",
            ),
        ),
        Loss(
            "publisher",
            "the line does not tell who publishes a journal",
            (
                *("ampersand", "apostrophe-first", "brace-crossed", "commas", "everything", "formula", "one-letter"),
                *("only-signs", "semicolons", "true-and-null", "yaml-like"),
            ),
        ),
        *no_place(
            *("ISBN", "ISSN", "PMCID", "PMID", "abstract", "accepted", "accessed", "arXiv", "archive", "attachment"),
            *("author.ORCID", "authors-incomplete", "available-date", "citation-count", "citation-source", "collection-number"),
            *("collection-title", "container-title-short", "edition", "editor.ORCID", "editorial-notice", "event-date"),
            *(
                "event-place",
                "event-title",
                "extra",
                "funding",
                "genre",
                "handle",
                "index-term",
                "keyword",
                "language",
                "license",
            ),
            *("mesh", "note", "number-of-pages", "original-date", "original-title", "publisher-place", "related", "status"),
            *(
                "submitted",
                "supervisor",
                "tags",
                "title-short",
                "translated-abstract",
                "translated-title",
                "translator",
                "version",
            ),
            "peer-reviewed",
        ),
    ),
    "mods": (Loss("author", _IN_SURNAME, ("particles-in-family",)),),
    "ris": (Loss("author", _IN_ONE_LINE, ("given-alone", "name-with-comma", "particles-in-family", "suffix-of-degree")),),
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


def all_with(field: str) -> set[str]:
    """Return the hard entries that have a field, or a part of one."""
    return {entry.citekey for entry in HARD if has(entry, field)}


def has(entry: Entry, field: str) -> bool:
    """Tell whether an entry has a field, or a part of one."""
    name, _, part = field.partition(".")
    value = entry.record.get(name)
    if part:
        return isinstance(value, list) and any(isinstance(one, dict) and part in one for one in value)
    return value is not None or name == "citekey" or (name == "tags" and bool(entry.tags))
