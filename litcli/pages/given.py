"""One input as what cuts it into pages gets it, and the pages that it makes of it.

An input is a stream: its start is at hand, all of it goes by once. What makes a page of a piece of it says where the piece
began (`offset`, in bytes of the input; in its UTF-8 for UTF-16 and UTF-32).
"""

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from litcli.errors import InputError
from litcli.pages.decode import decode, wide_charset
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.page import Found, Source
from litcli.pages.sniff import HEAD, is_html
from litcli.pages.xml_tree import MEDIA_TYPE as XML
from litcli.pages.xml_tree import first_element

PAGE_LIMIT = 20 * 1024 * 1024
"""No page is larger than this, in bytes. A dump may be: it is read page by page."""

LOOK = 1024 * 1024
"""How much of an input is looked at to see what it is and how its pages are parted."""

TOO_LARGE = f"one page of more than {PAGE_LIMIT >> 20} MB"


HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})

_TAG = re.compile(r"<[a-zA-Z!/]")


class Readable(Protocol):
    """What bytes are read from: a file, standard input, a member of an archive."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none at the end."""


@dataclass(frozen=True)
class Given:
    """One input that holds something."""

    origin: str
    head: bytes
    """Its start; wide encodings are made UTF-8."""
    chunks: Iterator[bytes]
    """All of it, as it stands."""
    charset: str | None = None
    """"utf-16-le" or another wide encoding; None for all others."""
    fields: Fields = PLAIN

    def recoded(self) -> Iterator[bytes]:
        """Yield all of it; wide encodings are made UTF-8."""
        return recoded(self.chunks, self.charset)

    def lines(self) -> Iterator[bytes]:
        """Yield its lines; one longer than a page may be comes in parts."""
        return split_lines(self.recoded(), PAGE_LIMIT)

    def whole(self) -> bytes | None:
        """Return all of it as it stands; None where that is more than one page may hold."""
        pieces, size = [], 0
        for chunk in self.chunks:
            size += len(chunk)
            if size > PAGE_LIMIT:
                return None
            pieces.append(chunk)
        return b"".join(pieces)


class Stream:
    """Chunks as a stream, for what reads from one."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._chunk = io.BytesIO()

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none at the end."""
        found = self._chunk.read(size)
        if not found:
            self._chunk = io.BytesIO(next(self._chunks, b""))
            found = self._chunk.read(size)
        return found


def fill(stream: Readable, size: int) -> bytes:
    """Read until there are `size` bytes or no more: a pipe gives less than it is asked for."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def recoded(chunks: Iterable[bytes], charset: str | None) -> Iterator[bytes]:
    """Yield the UTF-8 of a wide encoding; what is in another passes as it stands."""
    if charset is None:
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(charset)(errors="replace")
    for number, chunk in enumerate(chunks):
        text = decoder.decode(chunk)
        yield (text if number else text.removeprefix("\ufeff")).encode(errors="replace")


def split_lines(chunks: Iterable[bytes], longest: int = 1 << 24) -> Iterator[bytes]:
    r"""Yield lines with their ends; a form feed is a line of its own, and a line longer than `longest` comes in parts.

    >>> list(split_lines([b"a\r", b"\nb\fc"]))
    [b'a\r\n', b'b', b'\x0c', b'c']
    """
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).splitlines(keepends=True) or [b""]
        for line in whole:
            yield from _feeds(line)
        if len(rest) > longest:
            yield from _feeds(rest)
            rest = b""
    if rest:
        yield from _feeds(rest)


def records(lines: Iterable[bytes]) -> Iterator[tuple[int, int, bytes | None]]:
    r"""Yield where each line of a file of one record a line begins and ends, and the line; None for one longer than a page may be.

    >>> list(records([b"a\n", b"\f", b"b\n"]))
    [(0, 2, b'a\n'), (2, 5, b'\x0cb\n')]
    """
    start = end = 0
    parts: list[bytes] = []
    for line in chain(lines, [b""]):
        end += len(line)
        if end - start <= PAGE_LIMIT:
            parts.append(line)
        else:
            parts.clear()
        if end > start and (not line or line.endswith((b"\n", b"\r"))):
            yield start, end, b"".join(parts) if end - start <= PAGE_LIMIT else None
            start, parts = end, []


def page(origin: str, content: bytes) -> Source:
    """Return an input that is one page; it keeps its own bytes."""
    head = content[:HEAD].decode(wide_charset(content[:HEAD]) or "utf-8", errors="replace")
    return Source(origin, 1, content, _media_type(head))


@dataclass(frozen=True)
class Spot:
    """Where a piece of an input stands, of which a page is to be made."""

    origin: str
    ordinal: int
    offset: int = 0

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"{self.origin} (page {self.ordinal})"

    def page(self, text: str, doubts: tuple[str, ...] = (), stated: str = "") -> Found:
        """Return the page whose text this is; `stated` is the media type told beside it."""
        text = text.strip("\r\n\f\ufeff")
        if not text.strip():
            return InputError(self.name, "it holds no text")
        content = text.encode(errors="replace")
        return Source(self.origin, self.ordinal, content, _media_type(text, stated), doubts, self.offset)

    def decoded(self, content: bytes | None, charset: str | None = None, stated: str = "") -> Found:
        """Return the page whose bytes these are, None for too many of them; charset and media type are told beside it."""
        if content is None:
            return InputError(self.name, TOO_LARGE)
        try:
            decoded = decode(content, self.name, charset)
        except InputError as error:
            return error
        return self.page(decoded.text, decoded.doubts, stated)


def _feeds(line: bytes) -> list[bytes]:
    return [part for part in re.split(rb"(\f)", line) if part] if b"\f" in line else [line]


def _media_type(text: str, stated: str = "") -> str:
    """Tell XML with records and HTML by their text; what is said to be HTML must have a tag at least."""
    if stated == XML or first_element(text) is not None:
        return XML
    html = is_html(text.removeprefix("\ufeff")) or (stated in HTML_TYPES and _TAG.search(text))
    return "text/html" if html else "text/plain"
