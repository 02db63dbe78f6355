"""The records of a file whose every value stands behind a tag, as RIS, MEDLINE, EndNote and Web of Science have them.

In go lines, out come the statements of each record: a tag, and the lines of its value. Nothing is held but the record at hand. What
surprised us: files without the line that ends a record, files whose records are only parted by blank lines, which abstracts have as
well, and a file that is one line of a hundred megabytes: a record longer than `LONGEST` is set aside before it is taken apart.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from litcli.formats._base import Failure

LONGEST = 8 * 1024 * 1024
"""A longer record, in characters, is none."""

Statement = tuple[str, list[str]]
"""A tag and the lines of its value."""


@dataclass(frozen=True)
class Syntax:
    """How a format writes a record."""

    state: Callable[[str], tuple[str, str] | None]
    """Returns the tag that a line states, and its value, its line end included; None of a line that goes on with the value before."""
    begins: Callable[[str, Sequence[Statement], bool], bool]
    """Whether a tag begins a record, given what the record at hand states so far, and whether a blank line stands before."""
    ends: str = ""
    """The tag that ends a record."""


@dataclass(frozen=True)
class Raw:
    """A record as it stands in the file."""

    line: int
    statements: list[Statement]
    source: str

    @property
    def widest(self) -> int:
        """The length of its longest line."""
        return max(map(len, self.source.split("\n")), default=0)


def parse(lines: Iterable[str], syntax: Syntax) -> Iterator[Raw | Failure]:
    r"""Yield the records of a file in its order; text before the first tag of a record is no record's.

    >>> percent = Syntax(lambda line: (line[1], line[3:]) if line[:1] == "%" else None, lambda _tag, _stated, blank: blank)
    >>> [raw.statements for raw in parse(["%T On\n", "bees\n", "\n", "%T On wasps\n"], percent) if isinstance(raw, Raw)]
    [[('T', ['On\n', 'bees\n', '\n'])], [('T', ['On wasps\n'])]]
    """
    start, statements, held = 1, list[Statement](), list[str]()
    blank = False
    state, begins, ends = syntax.state, syntax.begins, syntax.ends
    for number, line in enumerate(lines, start=1):
        stated = state(line) if len(line) < LONGEST else None
        if stated is None:
            blank = blank or not line.strip()
            if statements:
                statements[-1][1].append(line)
                held.append(line)
            continue
        tag, value = stated
        if statements and (tag == ends or begins(tag, statements, blank)):
            yield _whole(start, statements, held)
            statements, held = [], []
        blank = False
        if tag != ends:
            if not statements:
                start = number
            statements.append((tag, [value]))
            held.append(line)
    if statements:
        yield _whole(start, statements, held)


def opened(head: str, opening: re.Pattern[str]) -> float:
    r"""Tell how likely a file begins with a record, given what opens one at the start of a line; text may stand before it.

    >>> [opened(text, re.compile("^TY  -", re.MULTILINE)) for text in ("\nTY  - BOOK", "Provider: X\nTY  - BOOK", "TY")]
    [1.0, 0.8, 0.0]
    """
    found = opening.search(head)
    if not found:
        return 0.0
    return 0.8 if head[: found.start()].strip("\ufeff \t\n") else 1.0


def _whole(start: int, statements: list[Statement], held: list[str]) -> Raw | Failure:
    source = "".join(held).strip("\n")
    if len(source) > LONGEST:
        return Failure(start, f"the record is longer than {LONGEST >> 20} million characters", source)
    return Raw(start, statements, source)


BREAK = " \u2029"
"""What we write between two paragraphs, so that a value stays on one line."""
_WRAPPED_AT = 85
"""Where no line of a record is longer, its lines were cut by a program; otherwise a line's end is a paragraph's."""
_FULL = 60
"""A line that was cut has at least so many characters."""


def one_line(value: str) -> str:
    """Return a value as it is written: on one line, with U+2029 between two paragraphs."""
    if value.isprintable() and "  " not in value:  # then a single blank is the only white space: most values, told at once
        return value.strip(" ")
    if "\n" not in value:
        return " ".join(value.split())
    return BREAK.join(filter(None, (" ".join(part.split()) for part in value.split("\n\n"))))


def no_list(keywords: Sequence[str]) -> Sequence[str]:
    """Return keywords as they are written; a single one with a semicolon twice, for where there is but one it is read as a list.

    >>> no_list(["bees", "a; b"]), no_list(["a; b"])
    (['bees', 'a; b'], ['a; b', 'a; b'])
    """
    return [*keywords, *keywords] if len(keywords) == 1 and ";" in keywords[0] else keywords


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a value that is one line."""
    return " ".join((lines[0] if len(lines) == 1 else " ".join(lines)).split())


def prose(lines: Sequence[str], widest: int) -> str:
    r"""Return the lines of a value with paragraphs, given the length of the longest line of its record.

    >>> prose(["One.", "", "Two. \u2029Three."], 100)
    'One.\n\nTwo.\n\nThree.'
    """
    if len(lines) == 1 and "\u2029" not in lines[0]:
        return " ".join(lines[0].split())
    held = [lines[0].strip()]
    for before, line in pairwise(map(str.strip, lines)):
        cut = before and line and widest <= _WRAPPED_AT and len(before) >= _FULL
        held.append(f"{held.pop()} {line}" if cut else line)
    parts = (" ".join(part.split()) for line in held for part in line.split("\u2029"))
    return "\n\n".join(filter(None, parts))
