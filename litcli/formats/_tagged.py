"""The records of a file whose every value stands behind a tag, as RIS, MEDLINE, EndNote and Web of Science have them.

In go lines, out come the statements of each record: a tag, and the lines of its value. Nothing is held but the record at hand. What
surprised us: files without the line that ends a record, files whose records are only parted by blank lines, which abstracts have as
well, and a file that is one line of a hundred megabytes: a record longer than `LONGEST` is set aside before it is taken apart.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from litcli.formats._base import Failure

LONGEST = 8 * 1024 * 1024
"""A longer record, in characters, is none."""

Statement = tuple[str, list[str]]
"""A tag and the lines of its value."""


@dataclass(frozen=True)
class Syntax:
    """How a format writes a record."""

    tag: re.Pattern[str]
    """Matches a line that states a tag: group 1 the tag, group 2 its value."""
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

    >>> percent = Syntax(re.compile(r"%(.) (.*)"), lambda tag, stated, blank: blank)
    >>> [raw.statements for raw in parse(["%T On\n", "bees\n", "\n", "%T On wasps\n"], percent) if isinstance(raw, Raw)]
    [[('T', ['On', 'bees', ''])], [('T', ['On wasps'])]]
    """
    held = _Held(1)
    blank = False
    for number, line in enumerate(lines, start=1):
        plain = line.rstrip("\n").removeprefix("\ufeff")
        found = syntax.tag.match(plain) if len(plain) < LONGEST else None
        if found is None:
            blank = blank or not plain.strip()
            held.go_on(plain)
            continue
        tag = found[1]
        if held.statements and syntax.begins(tag, held.statements, blank):
            yield held.whole()
            held = _Held(number)
        blank = False
        if tag != syntax.ends:
            held.state(number, plain, tag, found[2] or "")
            continue
        if held.statements:
            yield held.whole()
        held = _Held(number + 1)
    if held.statements:
        yield held.whole()


BREAK = " \u2029"
"""What we write between two paragraphs, so that a value stays on one line."""
_WRAPPED_AT = 85
"""Where no line of a record is longer, its lines were cut by a program; otherwise a line's end is a paragraph's."""
_FULL = 60
"""A line that was cut has at least so many characters."""


def one_line(value: str) -> str:
    """Return a value as it is written: on one line, with U+2029 between two paragraphs."""
    return BREAK.join(filter(None, (" ".join(part.split()) for part in value.split("\n\n"))))


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a value that is one line."""
    return " ".join((" ".join(lines) if len(lines) > 1 else lines[0]).split())


def prose(lines: Sequence[str], widest: int) -> str:
    r"""Return the lines of a value with paragraphs, given the length of the longest line of its record.

    >>> prose(["One.", "", "Two. \u2029Three."], 100)
    'One.\n\nTwo.\n\nThree.'
    """
    held = [lines[0].strip()]
    for before, line in pairwise(map(str.strip, lines)):
        cut = before and line and widest <= _WRAPPED_AT and len(before) >= _FULL
        held.append(f"{held.pop()} {line}" if cut else line)
    parts = (" ".join(part.split()) for line in held for part in line.split("\u2029"))
    return "\n\n".join(filter(None, parts))


@dataclass(slots=True)
class _Held:
    """The record at hand."""

    line: int
    statements: list[Statement] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    size: int = 0

    def state(self, number: int, line: str, tag: str, value: str) -> None:
        if not self.statements:
            self.line = number
            self.lines.clear()
        self.statements.append((tag, [value]))
        self.lines.append(line)
        self.size += len(line)

    def go_on(self, line: str) -> None:
        if self.statements:
            self.statements[-1][1].append(line)
        self.lines.append(line)
        self.size += len(line)

    def whole(self) -> Raw | Failure:
        source = "\n".join(self.lines).strip("\n")
        if self.size > LONGEST:
            return Failure(self.line, f"the record is longer than {LONGEST >> 20} million characters", source)
        return Raw(self.line, self.statements, source)
