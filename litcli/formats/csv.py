"""CSV (.csv): a table for spreadsheets, with commas; read with semicolons too, as Excel writes it in much of Europe.

In go entries, out comes a row each under a head that names the columns (`_table`), cells as `_cells` writes them. A cell that a
spreadsheet would run as a formula has an apostrophe in front, which reading takes away.
"""

from litcli.formats._table import BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY, Table

__all__ = ["BOTH_WAYS", "EXPORT_ONLY", "IMPORT_ONLY", "LABEL", "NAME", "SUFFIXES", "likely", "lost", "read", "write"]

NAME = "csv"
LABEL = "CSV table"
SUFFIXES = (".csv",)

_TABLE = Table(",;")
likely, read, write, lost = _TABLE.likely, _TABLE.read, _TABLE.write, _TABLE.lost
