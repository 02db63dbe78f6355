"""What every format shares: the shapes that go in and come out, and the rows of its tables.

A format is a module of this package (or of another, by the entry point "litcli.formats") with the names that `Reader` lists, or
those of `Writer`, or both; `TAKES`, `BETWEEN` and what `Updater` lists where it can do more: `BETWEEN` is what stands between two
records, where they simply follow each other, so that more can be added behind them. Its fields stand in three tables: both ways, export
only (the file says it twice, or says less than the record), import only (other programs' spellings). What none of the first two names
is lost on the way out, and `lost` says so before a byte is written. Reading and writing go record by record, so that a format of lines
takes no more memory for a large file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from io import StringIO
from typing import Protocol

from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import Record, people, text


@dataclass(frozen=True)
class Options:
    """What a person may ask of a format on the way out."""

    ascii: bool = False
    """Write letters beyond ASCII as escapes, where the format has them (BibTeX)."""
    places: tuple[tuple[str, str], ...] = ()
    """What the target calls a field where that is not the format's own choice: (("number", "M1"), ("tags", "KW"))."""

    def place(self, field: str, otherwise: str) -> str:
        """Return what the target calls a field ("tags": our tags)."""
        return dict(self.places).get(field, otherwise) if self.places else otherwise


@dataclass(frozen=True)
class Read:
    """One record of a file."""

    citekey: str
    """The key that the file gives; "" where it gives none."""
    record: Record
    tags: tuple[str, ...] = ()
    line: int = 1
    """Where the record starts, counted from 1."""
    source: str = ""
    """The record as it stands in the file; "" where the format has no such text."""
    aliases: tuple[str, ...] = ()
    """Further keys that the file gives it."""


@dataclass(frozen=True)
class Failure:
    """A part of a file that holds no readable record."""

    line: int
    """Where it starts, counted from 1."""
    reason: str
    text: str
    """The part as it stands in the file."""


@dataclass(frozen=True)
class Loaded:
    """What a file holds, in the order of the file."""

    records: tuple[Read, ...]
    failures: tuple[Failure, ...] = ()


class Takes(Enum):
    """What a reader takes a file as; a module says so by `TAKES`, where it is not lines."""

    LINES = "lines"
    """Line by line, one record at a time in memory; a line without end is left out."""
    PIECES = "pieces"
    """One record at a time too, however long its lines are: what `read` gets may be parts of lines."""
    WHOLE = "whole"
    """All of it in memory; a very large file is cut."""


class Named(Protocol):
    """What every format's module says of itself."""

    NAME: str
    """What `--to` and `--from` call it."""
    LABEL: str
    """What a person calls it."""
    SUFFIXES: tuple[str, ...]
    """Endings of its files, the one that is written first."""


class Reader(Named, Protocol):
    """What the module of a format that can be read offers."""

    def likely(self, head: str) -> float:
        """Tell from the first 64 KB of a file how likely it has this format: 0 no, 1 surely."""

    def read(self, lines: Iterable[str]) -> Iterator[Read | Failure]:
        r"""Yield what a file holds, in its order; `lines` end with "\n" each. Never raises for what stands in them."""


class Writer(Named, Protocol):
    """What the module of a format that can be written offers."""

    def write(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the pieces of a file, lines ended by a line feed."""

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """Return the fields of an entry that the format cannot carry, in the record's order."""


class Updater(Writer, Protocol):
    """What the module of a format offers whose files can be updated in place."""

    def update(self, text: str, entries: Sequence[Entry], options: Options) -> str:
        """Return the text of a file with what has changed in these entries, and all else as it stands."""


def loads(format_: Reader, text: str) -> Loaded:
    """Return all that a text holds."""
    records: list[Read] = []
    failures: list[Failure] = []
    for part in format_.read(StringIO(text, newline=None)):
        if isinstance(part, Read):
            records.append(part)
        else:
            failures.append(part)
    return Loaded(tuple(records), tuple(failures))


def dumps(format_: Writer, entries: Iterable[Entry], options: Options) -> str:
    """Return the entries as one text."""
    return "".join(format_.write(entries, options))


@dataclass(frozen=True)
class Row:
    """One row of a format's table: a field of the record, and what the format calls it."""

    field: str
    key: str
    types: frozenset[str] = frozenset()
    """The CSL types for which the row holds; where empty, all for which no other row of this field names the type."""


def remaining(rows: Sequence[Row], key: str) -> tuple[Row, ...]:
    """Return a row of the key for each field that the rows do not place in every type of work."""
    placed = {"type", *(row.field for row in rows if not row.types)}
    return tuple(Row(field.name, key) for field in FIELDS if field.name not in placed)


@dataclass(frozen=True, eq=False)
class Tables:
    """A format's three tables; there is one of a kind, so what follows from them is remembered by its identity."""

    both_ways: tuple[Row, ...]
    export_only: tuple[Row, ...]
    import_only: tuple[Row, ...]

    def outward(self, type_: str) -> Mapping[str, str]:
        """Return what the format calls each field of a record of this type, in the table's order."""
        return _outward(self, type_)

    def inward(self, type_: str) -> Mapping[str, str]:
        """Return the field that each of the format's names means in a record of this type."""
        return _inward(self, type_)

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """Return the fields of an entry that the tables do not carry whole; "author.ORCID" where a part of a name is."""
        carried = self.outward(text(entry.record, "type") or "")
        fields = [name for name in entry.record if name != "type" and name not in carried]
        return (*fields, *(f"{name}.ORCID" for name in entry.record if any("ORCID" in one for one in people(entry.record, name))))


@cache
def _outward(tables: Tables, type_: str) -> Mapping[str, str]:
    named = {row.field: row.key for row in tables.both_ways if type_ in row.types}
    return {row.field: named.get(row.field, row.key) for row in tables.both_ways if not row.types or type_ in row.types}


@cache
def _inward(tables: Tables, type_: str) -> Mapping[str, str]:
    alias = {row.key: row.field for row in tables.import_only if not row.types or type_ in row.types}
    return alias | {key: name for name, key in tables.outward(type_).items()}
