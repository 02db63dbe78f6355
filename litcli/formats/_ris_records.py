r"""The records of a RIS file as tags and values; for `litcli.formats.ris`.

Written through rispy: one line a value, "ER  - " at the end of a record, a blank line between two. The specification asks for
CR LF, but every program that we know takes LF, and so do `grep` and `git`. Between two paragraphs stands U+2029 behind a blank:
rispy and JabRef keep it, Zotero and pandoc take it for a blank. (A value of several lines makes pandoc give up the whole file,
and a blank line makes JabRef give up the value.)

Read without rispy, which drops a record that has no ER, joins the paragraphs of an abstract, and takes a keyword that goes on in
the next line for two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rispy import RisWriter

from litcli.formats._base import Failure

Tags = dict[str, list[str]]
"""Values by tag, in the order of the file; "TY" among them. Paragraphs are parted by a blank line, the lines of a list by one."""

_BREAK = " \u2029"
_PROSE = frozenset({"AB", "N1", "N2", "RN"})
_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$", re.DOTALL)
_OPENS = re.compile(r"\s*TY {1,2}-")
_WRAPPED_AT = 85
"""Where no line of a file is longer, its lines were cut by a program; otherwise a line's end is a paragraph's."""
_FULL = 60
"""A line that was cut has at least so many characters."""


@dataclass(frozen=True)
class RawRecord:
    """A record as it stands in the file."""

    line: int
    """Where it starts, counted from 1."""
    tags: Tags
    source: str
    """Its lines, without the ER that ends them."""


class _Writer(RisWriter):  # type: ignore[misc]
    def set_header(self, count: int) -> str:
        del count
        return ""


def written(record: Tags) -> str:
    r"""Return one record as it stands in a RIS file, the tags in their order.

    >>> written({"TY": ["JOUR"], "AU": ["Galon, J."], "AB": ["One.\n\nTwo."]}).split("\n")
    ['TY  - JOUR', 'AU  - Galon, J.', 'AB  - One. \u2029Two.', 'ER  - ', '']
    """
    tags = [tag for tag in record if tag != "TY"]
    names = {tag: tag.casefold() for tag in tags} | {"TY": RisWriter.REFERENCE_TYPE_KEY, "UK": "unknown"}
    writer = _Writer(mapping=names, list_tags=tags, delimiter_tags_mapping={})
    named = {names[tag]: [_line(value) for value in values] if tag != "TY" else values[0] for tag, values in record.items()}
    return str(writer.formats([named]))


def parse(lines: Iterable[str]) -> Iterator[RawRecord | Failure]:
    r"""Yield the records of a file, and the parts of it that are none.

    >>> [one.tags for one in parse(["TY  - JOUR\n", "AB  - One.\n", "\n", "Two.\n", "ER  -\n"])]
    [{'TY': ['JOUR'], 'AB': ['One.\n\nTwo.']}]
    """
    for start, part in _parts(line.rstrip("\n").removeprefix("\ufeff") for line in lines):
        record = _record(start, part)
        if "TY" in record.tags and len(record.tags) > 1:
            yield record
        elif record.tags:
            reason = "the record holds nothing" if "TY" in record.tags else "no TY line opens this record"
            yield Failure(record.line, reason, record.source)


def _line(value: str) -> str:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
    return _BREAK.join(part for part in paragraphs if part)


def _parts(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut behind each ER and before each TY, and yield each part with the number of its first line."""
    start, part = 1, list[str]()
    for number, line in enumerate(lines, start=1):
        if _OPENS.match(line) and part:
            yield start, part
            start, part = number, [line]
        elif (tag := _TAG.match(line)) and tag[1] == "ER":
            yield start, part
            start, part = number + 1, []
        else:
            part.append(line)
    yield start, part


def _record(start: int, lines: Sequence[str]) -> RawRecord:
    blank = next((at for at, line in enumerate(lines) if line.strip()), 0)
    widest = max(map(len, lines), default=0)
    tags: Tags = {}
    for tag, held in _values(lines):
        if value := _joined(tag, held, widest):
            tags.setdefault(tag, []).append(value)
    return RawRecord(start + blank, tags, "\n".join(lines).strip("\n"))


def _values(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each tag with the lines of its value."""
    tag, held = "", [""]
    for line in lines:
        found = _TAG.match(line.lstrip() if _OPENS.match(line) else line)
        if found:
            yield tag, held
            tag, held = found[1], [(found[2] or "").strip()]
        else:
            held.append(line.strip())
    yield tag, held


def _joined(tag: str, lines: Sequence[str], widest: int) -> str:
    """Put the lines of a value together: prose as paragraphs, keywords a line each, anything else as one line."""
    if not tag:
        return ""
    if tag == "KW":
        return "\n".join(filter(None, lines))
    if tag not in _PROSE:
        return " ".join(" ".join(lines).split())
    paragraphs = [lines[0]]
    for before, line in pairwise(lines):
        cut = before and line and widest <= _WRAPPED_AT and len(before) >= _FULL
        paragraphs[-1:] = [f"{paragraphs[-1]} {line}"] if cut else [paragraphs[-1], line]
    parts = re.split(r"\s*[\n\u2029]\s*", "\n".join(paragraphs))
    return "\n\n".join(filter(None, parts))
