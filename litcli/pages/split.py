"""One input to its pages, as a stream: a dump of any size costs the memory of one page.

The first megabyte decides how its pages are parted; then lines go by, and each piece becomes a `Source` of its own with the
UTF-8 of its text. An input that is one page keeps its own bytes; so does, in its `InputError`, one of less than a megabyte that
is no text.

To read another kind of dump, add a row to `_KINDS`, or a parting to `litcli.pages.partings`.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from litcli.errors import InputError
from litcli.pages import json_dumps, mail, partings
from litcli.pages.decode import decode, wide_charset
from litcli.pages.page import Found, Source
from litcli.pages.sniff import HEAD, binary_kind, is_html

PAGE_LIMIT = 20 * 1024 * 1024
"""No page is larger than this, in bytes. A dump may be: it is read page by page."""

_TOO_LARGE = f"one page of more than {PAGE_LIMIT >> 20} MB"


class Readable(Protocol):
    """What bytes are read from: a file, standard input, a member of an archive."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none at the end."""


@dataclass(frozen=True)
class _Input:
    origin: str
    head: bytes
    """Its start; wide encodings are made UTF-8."""
    chunks: Iterator[bytes]
    """All of it, as it stands."""
    charset: str | None
    """"utf-16-le" or another wide encoding; None for all others."""

    def lines(self) -> Iterator[bytes]:
        return partings.split_lines(_recoded(self.chunks, self.charset), PAGE_LIMIT)


_Reader = Callable[[_Input], Iterator[Found]]


def split(origin: str, stream: Readable) -> Iterator[Found]:
    """Yield the pages of one input, and an `InputError` for whatever of it cannot be read."""
    head = fill(stream, partings.LOOK)
    whole = head if len(head) < partings.LOOK else None
    if not head.strip():
        yield InputError(origin, "it holds no text" if head else "it is empty", whole)
        return
    charset = wide_charset(head[:HEAD])
    kind = None if charset else binary_kind(head[:HEAD])
    if kind:
        yield InputError(origin, f"{kind}, not text", whole)
        return
    chunks = chain([head], iter(lambda: stream.read(partings.LOOK), b""))
    given = _Input(origin, b"".join(_recoded([head], charset)), chunks, charset)
    reader = next((reader for tells, reader in _KINDS if tells(given.head)), _single)
    yield from reader(given)


def _json_lines(given: _Input) -> Iterator[Found]:
    return _json_pages(given.origin, json_dumps.from_lines(given.lines()))


def _json_document(given: _Input) -> Iterator[Found]:
    content = _joined(given.chunks)
    found = None if content is None else json_dumps.from_document(b"".join(_recoded([content], given.charset)))
    if content is None:
        yield InputError(given.origin, f"a JSON document of more than {PAGE_LIMIT >> 20} MB; write one object a line instead")
    elif found is None:
        yield _whole(given.origin, content)
    else:
        yield from _json_pages(given.origin, found)


def _json_pages(origin: str, found: Iterable[json_dumps.Found]) -> Iterator[Found]:
    for ordinal, page in enumerate(found, 1):
        place = f"{origin}#{page.id}" if page.id else origin
        if page.text is None:
            yield InputError(place if page.id else f"{origin} (page {ordinal})", page.reason)
        else:
            yield _piece(place, ordinal, page.text)


def _parted(given: _Input) -> Iterator[Found]:
    parting = partings.parting(given.head)
    if parting is None:
        yield from _single(given)
        return
    ordinal = 0
    for content in parting.cut(given.lines(), PAGE_LIMIT):
        if content is None or content.strip():
            ordinal += 1
            yield _part(given.origin, ordinal, content, mailed=parting is partings.MBOX)


def _part(origin: str, ordinal: int, content: bytes | None, *, mailed: bool) -> Found:
    place = f"{origin} (page {ordinal})"
    if content is None:
        return InputError(place, _TOO_LARGE)
    if mailed:
        return _piece(origin, ordinal, mail.body(content))
    try:
        decoded = decode(content, place)
    except InputError as error:
        return error
    return _piece(origin, ordinal, decoded.text, decoded.doubts)


def _mail(given: _Input) -> Iterator[Found]:
    content = _joined(given.chunks)
    yield InputError(given.origin, _TOO_LARGE) if content is None else _piece(given.origin, 1, mail.body(content))


def _single(given: _Input) -> Iterator[Found]:
    content = _joined(given.chunks)
    yield (
        InputError(given.origin, f"{_TOO_LARGE}, without separators between pages")
        if content is None
        else _whole(given.origin, content)
    )


def _whole(origin: str, content: bytes) -> Source:
    head = content[:HEAD].decode(wide_charset(content[:HEAD]) or "utf-8", errors="replace")
    return Source(origin, 1, content, _media_type(head))


def _piece(origin: str, ordinal: int, text: str, doubts: tuple[str, ...] = ()) -> Found:
    text = text.strip("\r\n\f\ufeff")
    if not text.strip():
        return InputError(f"{origin} (page {ordinal})", "it holds no text")
    return Source(origin, ordinal, text.encode(errors="replace"), _media_type(text), doubts)


def _media_type(text: str) -> str:
    return "text/html" if is_html(text.removeprefix("\ufeff")) else "text/plain"


def fill(stream: Readable, size: int) -> bytes:
    """Read until there are `size` bytes or no more: a pipe gives less than it is asked for."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _joined(chunks: Iterable[bytes]) -> bytes | None:
    """Return all of it; None where that is more than one page may hold."""
    pieces, size = [], 0
    for chunk in chunks:
        size += len(chunk)
        if size > PAGE_LIMIT:
            return None
        pieces.append(chunk)
    return b"".join(pieces)


def _recoded(chunks: Iterable[bytes], charset: str | None) -> Iterator[bytes]:
    if charset is None:
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(charset)(errors="replace")
    for number, chunk in enumerate(chunks):
        text = decoder.decode(chunk)
        yield (text if number else text.removeprefix("\ufeff")).encode(errors="replace")


_KINDS: tuple[tuple[Callable[[bytes], bool], _Reader], ...] = (
    (json_dumps.starts_json_lines, _json_lines),
    (json_dumps.may_be_json, _json_document),
    (mail.is_mail, _mail),
    (lambda _: True, _parted),
)
"""How to tell each kind of input from its start, and what reads it; the first that fits."""
