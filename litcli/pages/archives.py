"""Archives to the pages in them, whatever their names: zip, tar (also .gz, .bz2, .xz), and single compressed files.

Members are read as streams and never written to disk, so a path that climbs out can do no harm; it is set aside all the same,
since who made it meant harm. So are links, encrypted members, what unpacks to far more than it is (a bomb), and an archive in
an archive in an archive.

What surprised us: Python's zipfile and tarfile raise some fifteen kinds of error for broken archives; `_BROKEN` lists them (a few
bytes of xz may ask for more memory than there is). Yet tarfile takes a damaged header for the end of the archive and says nothing;
nor does gzip check what it unpacked before its end is read.
"""

import bz2
import gzip
import lzma
import re
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import IO, BinaryIO, Self, cast

from litcli.errors import InputError
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.given import PAGE_LIMIT, Readable
from litcli.pages.page import Found
from litcli.pages.sniff import HEAD, SET_ASIDE, archive_kind
from litcli.pages.split import split

_DEEPEST = 2
"""An archive in an archive is opened, one in that is not."""

_MOST_RATIO = 200
"""What unpacks to more than this many times its size, and to more than a page may be, is a bomb."""

_STEP = 4096
"""The start is read in such steps, so that little is lost where a compressed file breaks off."""

_IN_MEMORY = 16 * 1024 * 1024

_BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(ValueError, LookupError, OverflowError, NotImplementedError, RuntimeError, MemoryError),
)

_CLIMBS = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)")


class _Bomb(Exception):
    """More came out than can have been meant."""


def members(origin: str, stream: BinaryIO, fields: Fields = PLAIN) -> Iterator[Found]:
    """Yield the pages of a stream: those in it where it is an archive, its own where it is not."""
    yield from _opened(_Place(origin, 1, fields), _Peeked(stream))


@dataclass(frozen=True)
class _Place:
    """Where in archives a stream was found, how deep, and what is said of its fields."""

    name: str
    depth: int
    fields: Fields

    def member(self, name: str) -> "_Place":
        """Return the place of a member of this archive."""
        shown = "".join(letter if letter.isprintable() else "?" for letter in name)
        return replace(self, name=f"{self.name}!/{shown}")

    @property
    def deeper(self) -> "_Place":
        """The place of what is unpacked here."""
        return replace(self, depth=self.depth + 1)


class _Peeked:
    """A stream whose start was looked at. Where it broke off there, what came before is given first, then the error."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._error: Exception | None = None
        self._at = 0
        pieces: list[bytes] = []
        try:
            while sum(len(piece) for piece in pieces) < HEAD and (piece := stream.read(_STEP)):
                pieces.append(piece)
        except _BROKEN as error:
            self._error = error
        self.head = b"".join(pieces)

    def read(self, size: int = -1, /) -> bytes:
        if self._at < len(self.head):
            piece = self.head[self._at :] if size < 0 else self.head[self._at : self._at + size]
            self._at += len(piece)
            return piece
        if self._error:
            raise self._error
        return self._stream.read(size)


class _Metered:
    """An unpacked stream that stops a bomb. `packed` tells how many bytes it was unpacked from so far."""

    def __init__(self, stream: Readable, packed: Callable[[], int]) -> None:
        self._stream = stream
        self._packed = packed
        self._given = 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(size)
        self._given += len(piece)
        if self._given > PAGE_LIMIT and self._given > _MOST_RATIO * self._packed():
            raise _Bomb
        return piece


class _Counted:
    """A packed stream that counts what is read of it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.read_so_far = 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(size)
        self.read_so_far += len(piece)
        return piece


def _opened(place: _Place, given: _Peeked) -> Iterator[Found]:
    kind = archive_kind(given.head)
    if kind is None:
        yield from split(place.name, given, place.fields)
    elif place.depth > _DEEPEST:
        yield InputError(place.name, "an archive in an archive in an archive; unpack it first")
    else:
        yield from _guarded(place, _some(place, _OPENERS[kind](place, given)))


def _guarded(place: _Place, found: Iterator[Found]) -> Iterator[Found]:
    try:
        yield from found
    except _Bomb:
        yield InputError(
            place.name, f"it unpacks to more than {_MOST_RATIO} times its size, as a bomb does; the rest was left out"
        )
    except _BROKEN as error:
        yield InputError(place.name, f"it is broken ({str(error).splitlines()[0] if str(error) else type(error).__name__})")


def _some(place: _Place, found: Iterator[Found]) -> Iterator[Found]:
    first = next(found, None)
    if first is None:
        yield InputError(place.name, "it holds no pages")
        return
    yield first
    yield from found


def _zip(place: _Place, given: _Peeked) -> Iterator[Found]:
    with _seekable(given) as file, zipfile.ZipFile(file) as archive:
        names = frozenset(archive.namelist())
        for info in archive.infolist():
            if info.is_dir() or _hidden(info.filename) or _saved_parts(info.filename, names):
                continue
            inner = place.member(info.filename)
            refusal = _refusal(info.filename) or _zip_refusal(info)
            yield from [InputError(inner.name, refusal)] if refusal else _guarded(inner, _zip_member(inner, archive, info))


def _zip_refusal(info: zipfile.ZipInfo) -> str | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link; links are not followed"
    return "it is encrypted" if info.flag_bits & 1 else None


def _zip_member(place: _Place, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Found]:
    with archive.open(info) as stream:
        yield from _opened(place.deeper, _Peeked(_Metered(stream, lambda: info.compress_size)))


def _seekable(given: _Peeked) -> IO[bytes]:
    """Return the whole as a file that can be sought in, as zip needs it: kept in memory while it is small."""
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # the caller closes it
    while piece := given.read(HEAD):
        spool.write(piece)
    spool.seek(0)
    return cast("IO[bytes]", spool)


def _packed(place: _Place, given: _Peeked) -> Iterator[Found]:
    """Open what is compressed as a whole: a tar, or one file."""
    counted = _Counted(given)
    opener = _UNPACKERS[archive_kind(given.head) or ""]
    with closing(opener(cast("BinaryIO", counted))) as stream:
        inner = _Peeked(_Metered(stream, lambda: counted.read_so_far))
        yield from _tar(place, inner) if archive_kind(inner.head) == "tar" else _opened(place.deeper, inner)
        while inner.read(HEAD):
            pass


def _tar(place: _Place, given: _Peeked) -> Iterator[Found]:
    with tarfile.open(fileobj=cast("BinaryIO", given), mode="r|", tarinfo=_Header) as archive:
        while (info := archive.next()) is not None:
            archive.members = []  # type: ignore[attr-defined]  # else it keeps them all in memory
            if info.isdir() or _hidden(info.name):
                continue
            inner = place.member(info.name)
            refusal = _refusal(info.name) or _tar_refusal(info)
            stream = None if refusal else archive.extractfile(info)
            unread = InputError(inner.name, refusal or "no file")
            yield from [unread] if stream is None else _opened(inner.deeper, _Peeked(stream))


class _Header(tarfile.TarInfo):
    """The header of a member; a damaged one is an error wherever it stands."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Read a header."""
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf.strip(b"\0"):  # zeros, or nothing at all, are the end
                raise tarfile.ReadError(str(error)) from error
            raise


def _tar_refusal(info: tarfile.TarInfo) -> str | None:
    if info.issym() or info.islnk():
        return "a link; links are not followed"
    return None if info.isfile() else "no file: a pipe or a device"


def _refusal(name: str) -> str | None:
    if _CLIMBS.match(name):
        return "its path climbs out of the archive"
    suffix = re.search(r"\.[^./\\]+$", name)
    return SET_ASIDE.get(suffix[0].lower()) if suffix else None


def _hidden(name: str) -> bool:
    return any(part.startswith("__MACOSX") or (part.startswith(".") and part.strip(".")) for part in re.split(r"[/\\]", name))


def _saved_parts(name: str, names: frozenset[str]) -> bool:
    """Say whether a member belongs to a page that a browser saved as "page.html" and "page_files/"."""
    page = re.match(r"(.*)_files/", name)
    return page is not None and bool({f"{page[1]}.html", f"{page[1]}.htm"} & names)


def _gunzip(packed: BinaryIO) -> gzip.GzipFile:
    return gzip.GzipFile(fileobj=packed)


_UNPACKERS: MappingProxyType[str, Callable[[BinaryIO], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]] = MappingProxyType(
    {"gzip": _gunzip, "bzip2": bz2.BZ2File, "xz": lzma.LZMAFile}
)

_OPENERS = MappingProxyType({"zip": _zip, "tar": _tar, **dict.fromkeys(_UNPACKERS, _packed)})
