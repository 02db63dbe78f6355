r"""The records of a file of XML, one by one, each with its place and its text; for the formats that are XML.

In go lines or parts of them, out comes for every outermost element of a record's name the element itself, what stands in the file
for it and the line where that starts. The file is cut before it is parsed, so that a broken record costs nothing but itself, and a
large file no more than its largest record. What surprised us: EndNote writes a whole library as one line, and its line breaks as "&#xD;".

Nothing that a file declares is expanded or fetched (`litcli.pages.xml_tree`): a file that declares entities of its own is told
as a failure, and so is each record that makes use of one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from html.entities import html5
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from litcli.formats._base import Failure
from litcli.pages.xml_tree import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST = 8 * 1024 * 1024
"""A longer record, in characters, is no record."""
BREAK = "\u2029"
"""What a line break that is written as a character reference becomes: it is meant, and white space around it is not."""

_PROLOG = 64 * 1024
"""So much of what stands before the first record is looked at for declarations."""
_TAG = 4096
"""No tag that counts is longer."""
_CHUNK = 64 * 1024
_UNTIL = {"<!--": "-->", "<![CDATA[": "]]>"}
_ENTITY = re.compile(r"&([\w.-]{1,64});")
_LINE_BREAK = re.compile(r"&#(?:0{0,5}13|[xX]0{0,4}[dD]);")


@dataclass(frozen=True)
class XmlRecord:
    """A record as it stands in the file."""

    line: int
    """Where it starts, counted from 1."""
    source: str
    element: "_Element"


def is_xml(head: str) -> bool:
    """Tell whether a file that begins so is of XML at all, not one of another format that has a tag in some text."""
    return head.lstrip("\ufeff \t\n").startswith("<")


def parse(lines: Iterable[str], name: str) -> Iterator[XmlRecord | Failure]:
    r"""Yield the elements of a name, and the parts of the file that are none although they begin as one.

    >>> found = list(parse(["<xml><record><a>R&D</a></record>\n", "<!-- <record> --><record><a>"], "record"))
    >>> found[0].element.findtext("a"), found[0].source, found[1].line, found[1].reason
    ('R&D', '<record><a>R&D</a></record>', 2, 'it ends in the middle')
    """
    declares = False
    for piece in _cut(lines, name):
        if isinstance(piece, Failure):
            declares = True
            yield piece
        else:
            yield _parsed(*piece, declares=declares)


def _parsed(line: int, source: str, *, declares: bool) -> XmlRecord | Failure:
    if len(source) > LONGEST:
        return Failure(line, f"longer than a record may be ({LONGEST >> 20} MB)", source)
    unknown = next((name for name in _ENTITY.findall(source) if f"{name};" not in html5), None) if declares else None
    if unknown:
        return Failure(line, f"makes use of the entity '{unknown}', which is not expanded", source)
    root, fault = whole(_LINE_BREAK.sub(BREAK, source))
    if fault or not len(root):
        return Failure(line, "nested too deeply" if "depth" in fault else fault or "no element", source)
    return XmlRecord(line, source, root[0])


def _cut(lines: Iterable[str], name: str) -> Iterator[tuple[int, str] | Failure]:
    """Yield each record's line and text; before the first one a failure where the file declares entities.

    Records never stand in one another: one that is open where the next begins is broken, and ends there.
    """
    before: list[str] | None = []
    held: list[str] = []
    seen = start = depth = size = 0
    filled = False
    for piece in _pieces(lines, name):
        opens = piece.mark in {_Mark.OPENS, _Mark.EMPTY}
        if opens and before is not None:
            yield from _declared(before)
            before = None
        if opens and held and filled:
            yield start, "".join(held)
            held, depth = [], 0
        if opens and not held:
            start, filled, size = piece.line, False, 0
        if opens or held:
            if size <= LONGEST:
                held.append(piece.text)
                size += len(piece.text)
            depth += (piece.mark is _Mark.OPENS) - (piece.mark is _Mark.CLOSES)
            filled = filled or (piece.mark is _Mark.NONE and not piece.text.isspace())
            if not depth:
                yield start, "".join(held)
                held = []
        elif before is not None and seen < _PROLOG:
            before.append(piece.text)
            seen += len(piece.text)
    yield from _declared(before or [])
    if held:
        yield start, "".join(held)


def _declared(before: list[str]) -> Iterator[Failure]:
    text = "".join(before)
    at = text.find("<!ENTITY")
    if at >= 0:
        yield Failure(1 + text.count("\n", 0, at), "declares entities, which are not expanded", text.strip())


class _Mark(Enum):
    NONE = auto()
    OPENS = auto()
    CLOSES = auto()
    EMPTY = auto()


class _Piece(NamedTuple):
    line: int
    text: str
    mark: _Mark


def _pieces(lines: Iterable[str], name: str) -> Iterator[_Piece]:
    """Yield a file in pieces, its tags of a name marked; those in comments and in CDATA are text."""
    tokens = _tokens(name)
    number = 1
    rest = until = ""
    for line in chain(_chunks(lines), [""]):
        text = rest + line
        at = 0
        whole = _whole(text, until) if line else len(text)
        while at < whole:
            if until:
                shut = text.find(until, at)
                end, until = (whole, until) if shut < 0 else (shut + len(until), "")
                mark = _Mark.NONE
            elif (found := tokens.search(text, at, whole)) is None:
                end, mark = whole, _Mark.NONE
            elif found.start() > at:
                end, mark = found.start(), _Mark.NONE
            else:
                end, until = found.end(), _UNTIL.get(found[0], "")
                mark = _Mark.NONE if until else _mark(found[0])
            yield _Piece(number, text[at:end], mark)
            number += text.count("\n", at, end)
            at = end
            whole = max(at, _whole(text, until)) if line else len(text)
        rest = text[whole:]


def _chunks(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines put together, since a tag is found sooner in one long text than in many short ones."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _CHUNK:
            yield "".join(held)
            held, size = [], 0
    yield from filter(None, ["".join(held)])


def _whole(text: str, until: str) -> int:
    """Return how much of a text may be looked at: what may be the start of a tag or of an end waits for more."""
    if until:
        return max(0, len(text) - len(until) + 1)
    at = text.rfind("<", max(0, len(text) - _TAG))
    return len(text) if at < 0 or text.find(">", at) >= 0 else at


def _mark(tag: str) -> _Mark:
    return _Mark.CLOSES if tag.startswith("</") else _Mark.EMPTY if tag.endswith("/>") else _Mark.OPENS


@cache
def _tokens(name: str) -> re.Pattern[str]:
    return re.compile(rf"<!--|<!\[CDATA\[|</?(?:[\w.-]{{1,40}}:)?{re.escape(name)}(?=[\s/>])[^<>]*>?")
