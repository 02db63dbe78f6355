r"""Tables of pages: CSV, TSV and their kin with a column that holds the text of a page in each row.

A file is a table when its first line is a row of names and the rows to be seen have as many cells; which column holds the
pages, `litcli.pages.fields` says. A file with the suffix of tables need not begin with names: its columns are then 1, 2, 3.

What surprised us: Python's csv takes one open quote for a cell that never ends, so a cell is bound to the size of a page. And
what databases write with tabs quotes nothing, but writes line ends as "\n".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Literal

from litcli.errors import InputError
from litcli.pages.decode import Decoded, decode
from litcli.pages.fields import ID_FIELDS, TEXT_FIELDS, Fields, text_column
from litcli.pages.given import LOOK, PAGE_LIMIT, Given, Spot, records
from litcli.pages.page import Found

_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_Quoting = Literal[0, 3]

_WRITTEN: tuple[tuple[str, _Quoting], ...] = (
    ("\t", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_NONE),
    (",", csv.QUOTE_MINIMAL),
    (";", csv.QUOTE_MINIMAL),
    ("|", csv.QUOTE_MINIMAL),
)
"""What parts the cells, and how they are quoted."""

_SEEN = 50
"""So many rows are looked at to tell a table."""
_LONGEST_NAME = 60
_TOO_LONG = "\0"
"""Stands for a line that is longer than a page may be."""

_ESCAPED = re.compile(r"\\([\\nrt])")
_UNESCAPED = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class _Table:
    """How a table is written, and what is to be seen of it."""

    delimiter: str
    quoting: _Quoting
    header: tuple[str, ...]
    """The names of the columns; their numbers where the file does not begin with names."""
    rows: tuple[list[str], ...]
    charset: str
    doubts: tuple[str, ...]

    def place(self, name: str) -> int | None:
        """Return the column of this name."""
        folded = [each.casefold() for each in self.header]
        return folded.index(name.casefold()) if name.casefold() in folded else None


def pages(given: Given) -> Iterator[Found] | None:
    """Return the page of each row of a table; None for what is none."""
    suffixed = PurePath(given.origin).suffix.lower() in _SUFFIXES
    table = _table(given, suffixed=suffixed)
    if table is None:
        return None
    text = _text_place(table, given.fields)
    if text is not None:
        return _pages(given, table, text, _id_place(table, given.fields))
    return iter([InputError(given.origin, _no_column(table, given.fields))]) if suffixed else None


def _table(given: Given, *, suffixed: bool) -> _Table | None:
    if not any(mark in given.head[:LOOK].split(b"\n", 1)[0] for mark in (b"\t", b",", b";", b"|")) and not suffixed:
        return None
    cut = len(given.head) >= LOOK
    plainly = Decoded(given.head.decode(errors="replace"), "utf-8")
    if _written(plainly, cut=cut, suffixed=suffixed) is None:
        return None  # before the encoding is guessed, which takes longer than reading the page
    return _written(decode(given.head, given.origin), cut=cut, suffixed=suffixed)


def _written(decoded: Decoded, *, cut: bool, suffixed: bool) -> _Table | None:
    doubts = () if decoded.charset == "utf-8" else decoded.doubts
    for delimiter, quoting in _WRITTEN:
        rows = _head_rows(decoded.text, delimiter, quoting, cut=cut)
        header, *body = rows or [[]]
        if not body or not _alike(rows, suffixed=suffixed):
            continue
        if _names(header):
            return _Table(delimiter, quoting, tuple(name.strip() for name in header), tuple(body), decoded.charset, doubts)
        if suffixed and len(header) > 1:
            numbers = tuple(str(number) for number in range(1, len(header) + 1))
            return _Table(delimiter, quoting, numbers, tuple(rows), decoded.charset, doubts)
    return None


def _head_rows(text: str, delimiter: str, quoting: _Quoting, *, cut: bool) -> list[list[str]]:
    try:
        rows = list(islice(_reader(io.StringIO(text, newline=""), delimiter, quoting), _SEEN + 1))
    except csv.Error:
        return []
    return [row for row in (rows[:-1] if cut and len(rows) <= _SEEN else rows) if row]


def _alike(rows: list[list[str]], *, suffixed: bool) -> bool:
    """Say whether the rows have as many cells as the first; without the suffix of tables there must be several of both."""
    width = len(rows[0])
    odd = sum(len(row) != width for row in rows)
    if width == 1:
        return suffixed and not odd and rows[0][0].strip().casefold() in TEXT_FIELDS
    return odd * 2 <= len(rows) if suffixed else odd * 10 <= len(rows) > 2


def _names(header: list[str]) -> bool:
    names = [name.strip() for name in header]
    return len(set(names)) == len(names) and all(
        len(name) <= _LONGEST_NAME and "\n" not in name and not name.isdecimal() for name in names
    )


def _text_place(table: _Table, fields: Fields) -> int | None:
    return text_column(table.header, table.rows) if fields.text is None else table.place(fields.text)


def _id_place(table: _Table, fields: Fields) -> int | None:
    names = ID_FIELDS if fields.id is None else (fields.id,)
    return next((place for name in names if (place := table.place(name)) is not None), None)


def _no_column(table: _Table, fields: Fields) -> str:
    columns = ", ".join(name or "''" for name in table.header[:8]) + (", ..." if len(table.header) > 8 else "")
    if fields.text is not None:
        return f"a table without a column '{fields.text}' (it has {columns})"
    return f"a table in which no column is plainly the text of pages (it has {columns}); name one with --text-field"


def _pages(given: Given, table: _Table, text: int, name: int | None) -> Iterator[Found]:
    for ordinal, (offset, row) in enumerate(_rows(given, table), 1):
        id_ = " ".join(row[name].split()) if isinstance(row, list) and name is not None and name < len(row) else ""
        spot = Spot(f"{given.origin}#{id_}" if id_ else given.origin, ordinal, offset)
        if isinstance(row, str):
            yield InputError(spot.name, row)
        elif len(row) > len(table.header) and any(row[len(table.header) :]):
            yield InputError(spot.name, f"a row of {len(row)} cells in a table of {len(table.header)} columns")
        elif text >= len(row) or not row[text].strip():
            yield InputError(spot.origin if id_ else spot.name, f"no text in its column '{table.header[text]}'")
        else:
            yield spot.page(_unescaped(row[text]) if table.delimiter == "\t" else row[text], table.doubts)


def _rows(given: Given, table: _Table) -> Iterator[tuple[int, list[str] | str]]:
    """Yield each row below the header with the place where it begins; in place of a broken one, what is wrong with it."""
    lines = _Lines(given, table.charset)
    reader = _reader(lines, table.delimiter, table.quoting)
    headed = table.header[:2] == ("1", "2")
    while True:
        offset = lines.consumed
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield offset, f"a broken row ({error}); is a quote left open?"
            continue
        if row is None:
            return
        if row and headed:
            yield offset, f"a line of more than {PAGE_LIMIT >> 20} MB" if row == [_TOO_LONG] else row
        headed = headed or bool(row)


class _Lines:
    """The lines of a table as texts; `consumed` tells how many bytes they were so far, so where the next row begins."""

    def __init__(self, given: Given, charset: str) -> None:
        self._records = records(given.lines())
        self._charset = charset
        self.consumed = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        start, self.consumed, line = next(self._records)
        text = f"{_TOO_LONG}\n" if line is None else line.decode(self._charset, errors="replace")
        return text if start else text.removeprefix("\ufeff")


def _reader(lines: Iterable[str], delimiter: str, quoting: _Quoting) -> "Iterator[list[str]]":
    csv.field_size_limit(PAGE_LIMIT)  # the module has one limit for all its readers, and no other way to set it
    return csv.reader(lines, delimiter=delimiter, quoting=quoting)


def _unescaped(cell: str) -> str:
    """Return the line ends of a cell that has none but as databases write them."""
    if "\\n" not in cell or "\n" in cell:
        return cell
    return _ESCAPED.sub(lambda found: _UNESCAPED[found[1]], cell)
