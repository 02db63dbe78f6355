"""Files of references as text, line by line, however large: opened, unpacked, their encoding decided.

In goes what a person names: a file, a folder of them, standard input, a zip or a compressed file; out comes each file as an
`Opened`, or why it cannot be read. A byte order mark or NULs tell the wide encodings, then the whole file is tried as UTF-8. Where
some of its lines are UTF-8 and others are not, programs have pasted two encodings together, and the others are read as
Windows-1252, one by one; a file without any UTF-8 is read as it states or as is guessed. Each doubt is told once.

What surprised us: a file without a line's end may be as large as the disk, so that no line is ever read unbounded.
"""

import bz2
import codecs
import gzip
import io
import lzma
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO, BinaryIO, cast

from litcli.errors import InputError
from litcli.formats._base import Failure
from litcli.intake.formats import COMPRESSED
from litcli.pages.decode import decode, wide_charset
from litcli.pages.sniff import HEAD, archive_kind, binary_kind

LONGEST_LINE = 16 * 1024 * 1024
"""A longer line is left out, in characters; what begins it is told and kept."""
KEPT = 1024 * 1024
"""Characters that are kept of such a line."""
_BLOCK = 1024 * 1024
_SAMPLE = 256 * 1024
"""Bytes from which an encoding is guessed."""
_IN_MEMORY = 16 * 1024 * 1024
_MOST_RATIO = 200
"""What unpacks to more than this many times its size, and to more than `_IN_MEMORY`, is a bomb."""

_STATED = re.compile(rb"^%+\s*encoding\s*:\s*([\w.:-]{2,40})", re.IGNORECASE | re.MULTILINE)
"""What JabRef writes on top of a BibTeX file."""

_UNPACKERS: Mapping[str, Callable[[BinaryIO], object]] = MappingProxyType({"gzip": gzip.open, "bzip2": bz2.open, "xz": lzma.open})
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


Suffixes = Callable[[], frozenset[str]]
"""Tells the endings of files of references; asked only for folders and archives, since it loads every format."""


@dataclass(frozen=True)
class Opened:
    """One file of references as text."""

    origin: str
    """Its path; "refs.zip!/refs.bib" for a file in an archive, "-" for standard input."""
    charset: str
    doubts: tuple[str, ...]
    """What a person should know of its encoding."""
    stream: BinaryIO
    by_line: bool = False
    """Whether lines are in different encodings."""

    @property
    def head(self) -> str:
        """The first 64 KB, from which the format is told."""
        self.stream.seek(0)
        start = self.stream.read(HEAD)
        text = start.decode("utf-8" if self.by_line else self.charset, errors="replace")
        return _uniform(text.removeprefix("\ufeff"))

    def pieces(self) -> Iterator[str]:
        r"""Yield the lines, each with "\n" at its end; one that is very long comes in pieces."""
        self.stream.seek(0)
        pieces = _mixed_pieces(self.stream) if self.by_line else _pieces(self.stream, self.charset)
        for piece in pieces:
            yield piece.replace("\0", "") if "\0" in piece else piece

    def lines(self, left_out: Callable[[Failure], None]) -> Iterator[str]:
        """Yield the lines; one that is very long is left out, and handed to `left_out` as far as it is kept."""
        number, over = 1, False
        for piece in self.pieces():
            ended = piece.endswith("\n")
            if not over and not ended and len(piece) >= LONGEST_LINE:
                over = True
                left_out(Failure(number, f"a line of more than {LONGEST_LINE >> 20} MB was left out", piece[:KEPT]))
            elif not over:
                yield piece
            elif ended:
                yield "\n"
            if ended:
                number, over = number + 1, False

    def at_most(self, most: int, left_out: Callable[[Failure], None]) -> Iterator[str]:
        """Yield what `pieces` yields up to `most` characters; that there is more is handed to `left_out`."""
        total, number = 0, 1
        for piece in self.pieces():
            total += len(piece)
            if total > most:
                reason = f"from here on more than {most >> 20} MB, which this format needs in memory at once; split the file"
                left_out(Failure(number, reason, ""))
                return
            number += piece.count("\n")
            yield piece


def opened(path: str, stdin: BinaryIO | None, suffixes: Suffixes) -> Iterator[Opened | InputError]:
    """Yield the files behind a name ("-": `stdin`); of a folder and of an archive, those that end in one of `suffixes`.

    Each is to be read before the next one is asked for.
    """
    try:
        if path == "-":
            yield from _texts("-", stdin or io.BytesIO(), suffixes)
        elif Path(path).is_dir():
            yield from _folder(Path(path), suffixes)
        else:
            with Path(path).open("rb") as file:
                yield from _texts(path, file, suffixes)
    except FileNotFoundError:
        yield InputError(path, "no such file")
    except (OSError, ValueError) as error:
        yield InputError(path or "''", (error.strerror if isinstance(error, OSError) else None) or str(error))


def _folder(folder: Path, suffixes: Suffixes) -> Iterator[Opened | InputError]:
    known = suffixes()
    files = sorted(file for file in folder.rglob("*") if _wanted(file.name, known) and file.is_file())
    if not files:
        yield InputError(str(folder), "no file of references in it")
    for file in files:
        yield from opened(str(file), None, suffixes)


def _wanted(name: str, suffixes: frozenset[str]) -> bool:
    path = Path(name)
    inner = path.with_suffix("") if path.suffix.casefold() in COMPRESSED else path
    return inner.suffix.casefold() in suffixes and not path.name.startswith(".")


def _texts(origin: str, stream: BinaryIO, suffixes: Suffixes, *, inner: bool = False) -> Iterator[Opened | InputError]:
    """Yield what a stream holds: itself, or what is packed in it."""
    with _seekable(stream) as file:
        head = file.read(HEAD)
        kind = None if wide_charset(head) else archive_kind(head)
        try:
            if kind is None:
                yield _text(origin, file, head)
            elif inner or kind == "tar":
                yield InputError(origin, "an archive; unpack it first")
            elif kind == "zip":
                yield from _zipped(origin, file, suffixes)
            else:
                yield from _unpacked(origin, file, kind, suffixes)
        except InputError as error:
            yield error
        except _BROKEN as error:
            yield InputError(origin, f"it is broken ({str(error).splitlines()[0] if str(error) else type(error).__name__})")


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream that can be read twice: itself, or a copy, kept in memory while it is small."""
    if stream.seekable():
        yield stream
        return
    with _spool() as spool:
        shutil.copyfileobj(stream, spool, _BLOCK)
        spool.seek(0)
        yield spool


def _spool() -> BinaryIO:
    return cast("BinaryIO", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))


def _zipped(origin: str, file: BinaryIO, suffixes: Suffixes) -> Iterator[Opened | InputError]:
    known = suffixes()
    with zipfile.ZipFile(file) as archive:
        members = [info for info in archive.infolist() if _wanted(info.filename, known)]
        if not members:
            yield InputError(origin, "no file of references in it")
        for info in members:
            name = f"{origin}!/{''.join(letter if letter.isprintable() else '?' for letter in info.filename)}"
            if info.flag_bits & 1:
                yield InputError(name, "it is encrypted")
                continue
            with archive.open(info) as member, _spool() as spool:
                _fill(name, spool, member, info.compress_size)
                yield from _texts(name, spool, suffixes, inner=True)


def _unpacked(origin: str, file: BinaryIO, kind: str, suffixes: Suffixes) -> Iterator[Opened | InputError]:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    with closing(cast("IO[bytes]", _UNPACKERS[kind](file))) as packed, _spool() as spool:
        _fill(origin, spool, packed, size)
        yield from _texts(origin, spool, suffixes, inner=True)


def _fill(origin: str, spool: BinaryIO, packed: IO[bytes], size: int) -> None:
    """Unpack; raises `InputError` for a bomb."""
    given = 0
    while block := packed.read(_BLOCK):
        given += len(block)
        if given > max(_IN_MEMORY, _MOST_RATIO * size):
            raise InputError(origin, f"it unpacks to more than {_MOST_RATIO} times its size, as a bomb does")
        spool.write(block)
    spool.seek(0)


def _text(origin: str, file: BinaryIO, head: bytes) -> Opened:
    """Decide the encoding of a file; raises `InputError` for one that is no text."""
    if not head:
        raise InputError(origin, "it is empty")
    if wide := wide_charset(head):
        return Opened(origin, wide, (), file)
    if kind := binary_kind(head.replace(b"\0", b"")):
        raise InputError(origin, f"{kind}, not text")
    if _is_utf8(file):
        return Opened(origin, "utf-8", (), file)
    return _other(origin, file, head)


def _is_utf8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _other(origin: str, file: BinaryIO, head: bytes) -> Opened:
    """Decide the encoding of what is not all UTF-8."""
    file.seek(0)
    good, bad, first, sample = 0, 0, 0, [head[:1024]]
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        if line.isascii():
            continue
        if _utf8(line) is not None:
            good += 1
            continue
        bad, first = bad + 1, first or number
        if sum(map(len, sample)) < _SAMPLE:
            sample.append(line[:_SAMPLE])
    if good:
        lines = f"{bad} line{'s are' if bad > 1 else ' is'} no UTF-8 (line {first}{' the first' if bad > 1 else ''})"
        return Opened(origin, "utf-8", (f"{lines}, read as windows-1252",), file, by_line=True)
    stated = _STATED.search(head)
    decoded = decode(b"\n".join(sample), origin, stated[1].decode() if stated else None)
    return Opened(origin, decoded.charset, decoded.doubts, file)


def _pieces(stream: BinaryIO, charset: str) -> Iterator[str]:
    """Yield the lines, a too long one in pieces."""
    text = io.TextIOWrapper(stream, charset, errors="replace", newline=None)
    try:
        first = text.readline(LONGEST_LINE).removeprefix("\ufeff")
        if first:
            yield first
        yield from iter(lambda: text.readline(LONGEST_LINE), "")
    finally:
        with suppress(ValueError):  # the stream is closed where the reader stopped early
            text.detach()


def _mixed_pieces(stream: BinaryIO) -> Iterator[str]:
    for line in iter(lambda: stream.readline(LONGEST_LINE), b""):
        yield from io.StringIO(_either(line.removeprefix(codecs.BOM_UTF8)), newline=None)


def _either(line: bytes) -> str:
    """Read a line as UTF-8, or as what it else most likely is."""
    text = _utf8(line)
    return line.decode("cp1252", errors="replace") if text is None else text


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None


def _uniform(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
