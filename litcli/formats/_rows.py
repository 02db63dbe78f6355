"""The rows of a table in a text file, with the lines that they stand on.

What surprised us: one quotation mark that nobody closes makes the rest of a file one cell, so a row that does not end within
`LONGEST_ROW` lines is set aside, and reading goes on in the line below its first.
"""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from litcli.formats._base import Failure

LONGEST_ROW = 2000
"""A row of more lines has lost a quotation mark."""
LONGEST_CELL = 16 * 1024 * 1024
"""A longer cell, in characters, is none."""
LONGEST_NAME = 80
"""A longer head of a column is no name; each row's cells are kept under them."""


class Text(NamedTuple):
    """One row as it stands in the file."""

    line: int
    text: str


def whole_rows(lines: Iterable[str], delimiters: str) -> Iterator[Text | Failure]:
    """Put the lines of each row together; one whose quotation marks do not close is a failure, and the next line begins a row."""
    opened = re.compile(rf'(?:^|[{re.escape(delimiters)}])"(?:[^"]|"")*+$')
    fresh, again = enumerate(lines, start=1), deque[tuple[int, str]]()
    while one := again.popleft() if again else next(fresh, None):
        number, line = one
        if not line.strip(" \t\n\ufeff"):
            continue
        held = [one]
        inside = line.count('"') % 2 == 1 and opened.search(line.rstrip("\n").removeprefix("\ufeff")) is not None
        while inside and len(held) < LONGEST_ROW and (more := again.popleft() if again else next(fresh, None)):
            held.append(more)
            inside = more[1].count('"') % 2 == 0
        if inside:
            again.extendleft(reversed(held[1:]))
            yield Failure(number, "a quotation mark opens here and does not close", line.rstrip("\n"))
        else:
            yield Text(number, "".join(text for _, text in held).rstrip("\n"))


def cells_of(row: Text, delimiter: str) -> list[str] | Failure:
    """Return the cells of a row, or why it is none."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        return next(csv.reader([row.text.removeprefix("\ufeff")], delimiter=delimiter), [])
    except csv.Error as error:
        return Failure(row.line, f"no row of a table: {error}", row.text)


def names_of(head: Text, delimiter: str) -> list[str]:
    """Return the names of the columns; one that is no name is called by its place, so that no row repeats it."""
    names = cells_of(head, delimiter)
    if isinstance(names, Failure):
        return []
    return [name if 0 < len(name) <= LONGEST_NAME else f"column {at}" for at, name in enumerate(names, start=1)]
