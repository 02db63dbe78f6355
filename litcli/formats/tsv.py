"""TSV (.tsv): a table for spreadsheets, with tabs.

In go entries, out comes a row each under a head that names the columns (`_table`), cells as `_cells` writes them. A cell that a
spreadsheet would run as a formula has an apostrophe in front, which reading takes away.
"""

from collections.abc import Iterable, Iterator

from litcli.formats import _table
from litcli.formats._base import Failure, Options, Read, Row
from litcli.model.entry import Entry

NAME = "tsv"
LABEL = "TSV table"
SUFFIXES = (".tsv", ".tab")

BOTH_WAYS = _table.BOTH_WAYS
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = _table.IMPORT_ONLY

_DELIMITERS = "\t"
"""The first one is written."""


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a table."""
    del options
    return _table.written(entries, _DELIMITERS[0])


def likely(head: str) -> float:
    """Tell how likely a file is such a table: its first row names fields."""
    return _table.likelihood(head, _DELIMITERS)


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a table holds; never raises for what stands in it."""
    return _table.parse(lines, _DELIMITERS)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry: none."""
    del entry
    return ()
