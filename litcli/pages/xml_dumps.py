"""XML that holds records, cut into one page a record, as a stream.

A document whose first element is a record is one page and keeps its bytes. Of a wrapper (OAI-PMH, SRU, a collection, a set of
articles, documents one behind the other) each outermost record becomes an XML text of its own, with the header that its
source gave it and the namespaces that were declared above it.
"""

import codecs
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from litcli.errors import InputError
from litcli.pages.decode import Decoded, decode
from litcli.pages.given import LOOK, PAGE_LIMIT, TOO_LARGE, Given, Spot, page
from litcli.pages.page import Found
from litcli.pages.xml_formats import PACKED, RECORDS
from litcli.pages.xml_lines import holds_record
from litcli.pages.xml_markup import harmless
from litcli.pages.xml_tree import BROKEN, MEDIA_TYPE, WRAPPER, faults, first_element, local, parser

if TYPE_CHECKING:
    from lxml.etree import _Element

_START = re.compile(rf"<(?:[\w.-]{{1,40}}:)?({'|'.join(sorted(RECORDS))})(?=[\s/>])".encode())
_LONGEST_START = 100


@dataclass(frozen=True)
class Cut:
    """One record of a dump, as XML; or why there is none."""

    text: str | None
    reason: str = ""
    doubts: tuple[str, ...] = ()
    name: str = ""
    """The record's element; "" where no record is meant."""
    number: int = 0
    """Which element of that name it is in the input, from 1 on."""


def pages(given: Given) -> Iterator[Found] | None:
    """Return the records of XML; None for what is no XML."""
    if not given.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    head = decode(given.head, given.origin)
    return None if first_element(head.text) is None else _pages(given, head)


def _pages(given: Given, head: Decoded) -> Iterator[Found]:
    if is_one_record(head.text):
        content = given.whole()
        yield InputError(given.origin, TOO_LARGE) if content is None else page(given.origin, content)
        return
    starts = _Starts()
    for ordinal, found in enumerate(cut(_texts(given.recoded(), head.charset, starts), PAGE_LIMIT), 1):
        spot = Spot(given.origin, ordinal, starts.of(found))
        if found.text is None:
            whole = given.head if ordinal == 1 and len(given.head) < LOOK else None
            yield InputError(spot.name if found.name else given.origin, found.reason, whole)
        else:
            yield spot.page(found.text, (*head.doubts, *found.doubts), MEDIA_TYPE)


def is_one_record(text: str) -> bool:
    """Say whether an XML document is a single record, none of many in a wrapper or behind each other, told from its start."""
    root = first_element(text)
    if root not in RECORDS or any(f"<{name}" in text for name in PACKED):
        return False
    return sum(1 for _ in re.finditer(rf"<(?:[\w.-]{{1,40}}:)?{root}[\s/>]", text)) == 1


class _Starts:
    """Where in the input the elements begin that may be records, in bytes; told as they go by, forgotten when asked."""

    def __init__(self) -> None:
        self._places: defaultdict[str, deque[int]] = defaultdict(deque)
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._end = b""
        self._at = 0

    def see(self, chunk: bytes) -> None:
        """Look through the next bytes."""
        seen = self._end + chunk
        for found in _START.finditer(seen):
            if found.end() > len(self._end):
                self._places[found[1].decode()].append(self._at - len(self._end) + found.start())
        self._end = seen[-_LONGEST_START:]
        self._at += len(chunk)

    def of(self, found: Cut) -> int:
        """Return where a record begins; records are asked for in their order."""
        places = self._places[found.name]
        while places and self._counts[found.name] < found.number - 1:
            places.popleft()
            self._counts[found.name] += 1
        return places[0] if places else 0


def _texts(chunks: Iterable[bytes], charset: str, starts: _Starts) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(charset)(errors="replace")
    for chunk in chunks:
        starts.see(chunk)
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def cut(pieces: Iterable[str], limit: int) -> Iterator[Cut]:
    """Yield each record of a dump as it comes; in place of one of more than `limit` characters, and of a deleted one, the reason.

    >>> dump = "<r xmlns:m='http://www.loc.gov/mods/v3'><m:mods><m:note>a</m:note></m:mods><m:mods/></r>"
    >>> [found.text for found in cut([dump], 1000)][1]
    '<m:mods xmlns:m="http://www.loc.gov/mods/v3"/>'
    """
    reader = parser()
    cutter = _Cutter(limit)
    for piece in chain([f"<{WRAPPER}>"], harmless(pieces), [f"</{WRAPPER}>"]):
        cutter.fed(piece)
        reader.feed(piece.encode())
        for event, found in reader.read_events():
            element = cast("_Element", found)
            if event == "start":
                cutter.begun(element)
            else:
                yield from cutter.ended(element)
    yield from cutter.rest(faults(reader))


class _Cutter:
    """Follows the elements as they begin and end, and takes out the outermost records."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        """Characters since the last record began or ended."""
        self._names = RECORDS
        self._counts = dict.fromkeys(RECORDS, 0)
        self._open: _Element | None = None
        """The record that is being read."""
        self._taken: tuple[str, int] = ("", 0)
        """Its name, and which of that name it is."""
        self._found = False
        self._unknown = 0
        """Records of no format that is known, before the first that is: one failure of the file, not one each."""
        self._first = ""
        self._said = ""

    def fed(self, piece: str) -> None:
        """Take note of the next piece before it is parsed."""
        self._size += len(piece)
        if not self._found and self._open is None and any(f"<{packed}" in piece for packed in PACKED):
            self._names = PACKED

    def begun(self, element: "_Element") -> None:
        """Take note of an element that begins."""
        name = local(element)
        self._first = self._first or name.replace(WRAPPER, "")
        if name in self._counts:
            self._counts[name] += 1
            if self._open is None and name in self._names:
                self._open, self._size, self._taken = element, 0, (name, self._counts[name])

    def ended(self, element: "_Element") -> Iterator[Cut]:
        """Yield the record that an element ends, if it does."""
        if element is self._open:
            yield from self._record(element)
            self._open, self._size = None, 0
            _forget(element)
        elif self._size > self._limit:
            _forget(element)
        elif self._open is None and local(element) == "error":
            self._said = " ".join("".join(map(str, element.itertext())).split())[:100] or element.get("code", "")

    def rest(self, faults: str) -> Iterator[Cut]:
        """Yield what the end of a dump tells: a record that was cut off, faults that may have cost some, or that there was none."""
        broken_off = self._open if self._open is not None and (self._found or holds_record(self._open)) else None
        if broken_off is None and not self._found:
            yield Cut(None, f"{self._none()}{f'; it is broken: {faults}' if faults else ''}")
            return
        if self._unknown:
            yield Cut(None, f"records of no format that litcli knows stand before its first: {self._unknown}")
        if broken_off is not None:
            yield Cut(_written(broken_off), "", (f"{BROKEN} (it ends in the middle)",), *self._taken)
        elif faults:
            yield Cut(None, f"broken XML ({faults}): some of it may not have been read")

    def _record(self, element: "_Element") -> Iterator[Cut]:
        if local(element) == "Description" and not any(local(child) == "title" for child in element):
            return
        deleted = any(local(child) == "header" and child.get("status") == "deleted" for child in element)
        if not (self._found or deleted or self._size > self._limit or holds_record(element)):
            self._unknown += 1
            return
        self._found = True
        if self._size > self._limit:
            yield Cut(None, f"one record of more than {self._limit >> 20} MB", (), *self._taken)
        elif deleted:
            yield Cut(None, "a record that its source has deleted", (), *self._taken)
        else:
            yield Cut(_written(element), "", (), *self._taken)

    def _none(self) -> str:
        said = f": {self._said}" if self._said else ""
        known = f"XML without a record that litcli knows (its first element is <{self._first}>{said})"
        return f"{known}; a file of references is for 'litcli import'" if self._unknown else known


def _forget(element: "_Element") -> None:
    """Free an element that was read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _written(element: "_Element") -> str:
    from lxml.etree import tostring

    return tostring(element, encoding="unicode", with_tail=False)
