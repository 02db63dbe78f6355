"""The rows of a table in a text file, with the lines that they stand on.

What surprised us: one quotation mark that nobody closes makes the rest of a file one cell, so a row that does not end within
`LONGEST_ROW` lines is set aside, and reading goes on in the line below its first.
"""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from enum import Enum
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
    opening = re.compile(rf'(?:^|[{re.escape(delimiters)}])"')
    behind = frozenset(f"{delimiters}\n")
    fresh, again = enumerate(lines, start=1), deque[tuple[int, str]]()
    while one := again.popleft() if again else next(fresh, None):
        number, line = one
        if not line.strip(" \t\n\ufeff"):
            continue
        held = [one]
        state = _End.INSIDE if line.count('"') % 2 and _end(line, opening, behind, inside=False) is _End.INSIDE else _End.BETWEEN
        while state is _End.INSIDE and len(held) < LONGEST_ROW and (more := again.popleft() if again else next(fresh, None)):
            held.append(more)
            state = _end(more[1], opening, behind, inside=True) if '"' in more[1] else state
        if state is _End.BETWEEN:
            yield Text(number, "".join(text for _, text in held).rstrip("\n"))
        else:
            again.extendleft(reversed(held[1:]))
            yield Failure(number, "a quotation mark opens here and does not close", line.rstrip("\n"))


class _End(Enum):
    """Where a line ends."""

    BETWEEN = 0
    """Outside quotation marks: the row ends with it."""
    INSIDE = 1
    """Within a cell in quotation marks."""
    BROKEN = 2
    """Behind a mark that closes no cell, for more stands behind it."""


_CLOSING = re.compile(r'(?:[^"]|"")*+"')


def _end(line: str, opening: re.Pattern[str], behind: frozenset[str], *, inside: bool) -> _End:
    """Tell where a line ends that begins within quotation marks or outside of them."""
    place = 1 if line.startswith("\ufeff") else 0
    while True:
        if not inside:
            found = opening.search(line, place) if place else opening.search(line)
            if not found:
                return _End.BETWEEN
            place, inside = found.end(), True
        closed = _CLOSING.match(line, place)
        if not closed:
            return _End.INSIDE
        place, inside = closed.end(), False
        if place < len(line) and line[place] not in behind:
            return _End.BROKEN


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
