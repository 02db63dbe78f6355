r"""The records of a RIS file as tags and values; for `litcli.formats.ris`.

Written one line a value, "ER  - " at the end of a record, a blank line between two. The specification asks for CR LF, but every
program that we know takes LF, and so do `grep` and `git`. Between two paragraphs stands U+2029 behind a blank: rispy and JabRef keep
it, Zotero and pandoc take it for a blank. (A value of several lines makes pandoc give up the whole file, and a blank line makes JabRef
give up the value.)

What surprised us in other programs' files: records without an ER, tags in small letters, with one blank or with blanks before them,
keywords that go on in the next line, abstracts cut into lines of eighty characters, and a byte order mark before every record of files
that were put together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase, digits

from litcli.formats._base import Failure
from litcli.formats._tagged import Raw, Syntax, joined, one_line, parse, prose

Tags = dict[str, list[str]]
"""Values by tag, in the order of the file; "TY" among them. Paragraphs are parted by a blank line, the lines of a list by one."""

_PROSE = frozenset({"AB", "N1", "N2", "RN", "M2"})
_LISTS = frozenset({"KW", "L1", "L2", "L4"})
_LOOSE = re.compile(r"\ufeff?(?:\s*(TY)|([A-Z][A-Z0-9])|[ \t]+([A-Z][A-Z0-9])(?=  )) {1,2}-(?:\s(.*)|)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as it stands in the file."""

    line: int
    """Where it starts, counted from 1."""
    tags: Tags
    source: str
    """Its lines, without the ER that ends them."""


def written(record: Tags) -> str:
    r"""Return one record as it stands in a RIS file, the tags in their order.

    >>> written({"TY": ["JOUR"], "AU": ["Galon, J."], "AB": ["One.\n\nTwo."]}).split("\n")
    ['TY  - JOUR', 'AU  - Galon, J.', 'AB  - One. \u2029Two.', 'ER  - ', '']
    """
    lines = [f"{tag}  - {one_line(value)}" for tag, values in record.items() for value in values]
    return "\n".join([*lines, "ER  - ", ""])


def records(lines: Iterable[str]) -> Iterator[RawRecord | Failure]:
    r"""Yield the records of a file, and the parts of it that are none.

    >>> [one.tags for one in records(["TY  - JOUR\n", "AB  - One.\n", "\n", "Two.\n", "ER  -\n"])]
    [{'TY': ['JOUR'], 'AB': ['One.\n\nTwo.']}]
    """
    for part in parse(lines, _SYNTAX):
        yield _record(part) if isinstance(part, Raw) else part


_TAGS = frozenset(first + second for first in ascii_uppercase for second in ascii_uppercase + digits)


def _state(line: str) -> tuple[str, str] | None:
    """Read a line "TY  - JOUR"; small letters count where two blanks follow."""
    if line[2:6] == "  - ":
        tag = line[:2] if line[:2] in _TAGS else line[:2].upper()
        if tag in _TAGS:
            return tag, line[6:]
    found = _LOOSE.match(line) if "-" in line[:12] else None
    return (found[1] or found[2] or found[3], found[4] or "") if found else None


_SYNTAX = Syntax(_state, begins=lambda tag, _stated, _blank: tag == "TY", ends="ER")


def _record(raw: Raw) -> RawRecord | Failure:
    tags: Tags = {}
    widest = -1
    for tag, lines in raw.statements:
        if len(lines) == 1 and "\u2029" not in lines[0]:
            value = " ".join(lines[0].split())
        elif tag in _PROSE:
            widest = raw.widest if widest < 0 < len(lines) - 1 else widest
            value = prose(lines, widest)
        elif tag in _LISTS:
            value = "\n".join(filter(None, map(str.strip, lines)))
        else:
            value = joined(lines)
        if value:
            tags.setdefault(tag, []).append(value)
    if "TY" in tags and len(tags) > 1:
        return RawRecord(raw.line, tags, raw.source)
    reason = "the record holds nothing" if "TY" in tags else "no TY line opens this record"
    return Failure(raw.line, reason, raw.source)
