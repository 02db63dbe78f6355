"""WARC, the files that web archives and crawlers write: one page a response that a server gave with status 200.

Of the records only those of HTML and plain text are pages, whether a response, a resource or a conversion; requests, images and
errors are passed over in silence. The address (WARC-Target-URI) becomes part of the page's origin.

What surprised us: warcio takes the end of a file that breaks off for the end of its record, so lengths are compared here; and
it talks on standard error, unless its sentences are empty.
"""

import re
from collections.abc import Iterator
from typing import Protocol, cast

from litcli.errors import InputError
from litcli.pages.given import HTML_TYPES, PAGE_LIMIT, Given, Readable, Spot, Stream, fill
from litcli.pages.page import Found

_MARK = b"WARC/"
_OF_PAGES = frozenset({"response", "resource", "conversion"})
_READABLE = HTML_TYPES | {"text/plain"}
_UNPACKED = frozenset({"gzip", "x-gzip", "deflate", "identity", ""})
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


class _Limited(Protocol):
    """What warcio reads the bytes of one record from; `limit` says how many are left."""

    limit: int

    def read(self, size: int, /) -> bytes: ...


class _Headers(Protocol):
    def get_header(self, name: str, default: str = ...) -> str: ...
    def get_statuscode(self) -> str: ...


class _Record(Protocol):
    """What is used of warcio's record."""

    rec_type: str
    rec_headers: _Headers
    http_headers: _Headers | None
    raw_stream: _Limited

    def content_stream(self) -> Readable: ...


class _Archive(Protocol):
    offset: int
    """Where the record at hand begins."""

    def __iter__(self) -> Iterator[_Record]: ...


def pages(given: Given) -> Iterator[Found] | None:
    """Return the pages of a WARC file; None for what is none."""
    return _pages(given) if given.head.startswith(_MARK) else None


def _pages(given: Given) -> Iterator[Found]:
    archive = _opened(given)
    ordinal = 0
    try:
        for record in archive:
            if _holds_a_page(record):
                ordinal += 1
                yield _page(record, Spot(_origin(given, record), ordinal, archive.offset))
    except Exception as error:  # noqa: BLE001  warcio raises many kinds; what came before is kept
        yield InputError(
            f"{given.origin} (page {ordinal + 1})", f"the WARC file is broken here ({_line(error)}); the rest was left out"
        )
        return
    if not ordinal:
        yield InputError(given.origin, "a WARC file without a page: no HTML or text that a server gave with status 200")


def _opened(given: Given) -> _Archive:
    from warcio.archiveiterator import ArchiveIterator

    class Silent(ArchiveIterator):  # type: ignore[misc]  # it has no types
        INC_RECORD = ""

    return cast("_Archive", Silent(Stream(given.chunks)))


def _holds_a_page(record: _Record) -> bool:
    if record.rec_type not in _OF_PAGES:
        return False
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return False
    return _media_type(record) in _READABLE


def _page(record: _Record, spot: Spot) -> Found:
    packed = record.http_headers.get_header("Content-Encoding", "") if record.http_headers else ""
    if packed.strip().lower() not in _UNPACKED:
        return InputError(spot.origin, f"its content is packed as '{packed}', which cannot be unpacked")
    content = fill(record.content_stream(), PAGE_LIMIT + 1)
    if len(content) > PAGE_LIMIT:
        return spot.decoded(None)
    while record.raw_stream.read(1 << 16):
        pass
    if record.raw_stream.limit > 0:
        return InputError(spot.origin, "the WARC file breaks off within this page")
    charset = _CHARSET.search(_content_type(record))
    return spot.decoded(content, charset[1] if charset else None, _media_type(record))


def _media_type(record: _Record) -> str:
    return _content_type(record).partition(";")[0].strip().lower()


def _content_type(record: _Record) -> str:
    return (record.http_headers or record.rec_headers).get_header("Content-Type", "")


def _origin(given: Given, record: _Record) -> str:
    address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ")
    return f"{given.origin}#{address}" if address else given.origin


def _line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:100] or type(error).__name__
