"""TSV (.tsv): a table for spreadsheets, with tabs; as CSV in all else (`litcli.formats.csv`)."""

from litcli.formats._table import BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY, Table

__all__ = ["BOTH_WAYS", "EXPORT_ONLY", "IMPORT_ONLY", "LABEL", "NAME", "SUFFIXES", "likely", "lost", "read", "write"]

NAME = "tsv"
LABEL = "TSV table"
SUFFIXES = (".tsv", ".tab")

_TABLE = Table("\t")
likely, read, write, lost = _TABLE.likely, _TABLE.read, _TABLE.write, _TABLE.lost
