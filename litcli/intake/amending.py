"""A file of references with entries added to it, or with those in it put as they are now; all else in it stays as it is.

In go the file's name and entries, out comes what the file is to be; who calls writes it.
"""

import codecs
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO, StringIO
from typing import cast

from litcli.errors import InputError, UsageError
from litcli.formats._base import Failure, Read, Reader, Updater
from litcli.identity import blocking
from litcli.identity.likeness import Verdict, compare
from litcli.intake import formats, imports
from litcli.intake.exports import Plan
from litcli.intake.opened import Opened, opened
from litcli.model.entry import Entry

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Addition:
    """What a file is to become where entries are added to it."""

    content: bytes
    added: tuple[Entry, ...]
    taken: tuple[str, ...] = ()
    """The keys under which the file has other works; these entries were not added."""


def append(planned: Plan, path: str, entries: Iterable[Entry]) -> Addition:
    """Return a file with the entries behind what stands in it that it does not have yet; all in it stays as it is.

    Raises `InputError` for a file that cannot be read, `UsageError` for one that cannot take them without losing something.
    """
    file, content = _whole(path)
    held = list(_records(file, planned.reader))
    known = _Known([found for found in held if isinstance(found, Read)])
    shown = [(entry, known.has(entry)) for entry in entries]
    fresh = [entry for entry, there in shown if there is None]
    taken = tuple(entry.citekey for entry, there in shown if there is False)
    if not fresh:
        return Addition(content, (), taken)
    between: str | None = getattr(planned.writer, "BETWEEN", None)
    if between is not None:
        return Addition(_joined(planned, file, content, fresh, between), tuple(fresh), taken)
    return Addition(_rewritten(planned, path, held, fresh), tuple(fresh), taken)


@dataclass(frozen=True)
class Update:
    """What a file is to become where its entries are put as they are now."""

    content: bytes
    before: bytes
    found: tuple[str, ...]
    """The keys of the entries that are in it."""


def update(planned: Plan, path: str, entries: Iterable[Entry]) -> Update:
    """Return a file with its entries put as they are now, and all else in it left alone; raises `UsageError` for most formats."""
    if not hasattr(planned.writer, "update"):
        able = ", ".join(formats.every().updaters)
        raise UsageError(f"a file in {planned.writer.LABEL} cannot be updated in place ({able or 'none'} can); export it anew")
    file, content = _whole(path)
    held = {key for found in _records(file, planned.reader) if isinstance(found, Read) for key in (found.citekey, *found.aliases)}
    there = [entry for entry in entries if not held.isdisjoint((entry.citekey, *entry.aliases))]
    updater = cast("Updater", planned.writer)
    text = updater.update("".join(file.pieces()), [planned.shown(entry) for entry in there], planned.options)
    return Update(_as_before(file, content, text), content, tuple(entry.citekey for entry in there))


def _whole(path: str) -> tuple[Opened, bytes]:
    """Return a file as text, and its bytes."""
    for file in opened(path, None, frozenset):
        if isinstance(file, InputError):
            raise file
        file.stream.seek(0)
        content = file.stream.read()
        return replace(file, stream=BytesIO(content)), content
    raise InputError(path, "cannot be read")


def _records(file: Opened, module: Reader) -> Iterator[Read | Failure]:
    for found in imports.records(file, module):
        if isinstance(found, InputError):
            raise found
        yield found


class _Known:
    """The works of a file, found by key and by what is the same work."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self._by_citekey = {read.citekey.casefold(): read for read in reads if read.citekey}
        self._by_key: dict[str, list[Read]] = {}
        for read in reads:
            for key in blocking.keys(read.record):
                self._by_key.setdefault(key, []).append(read)

    def has(self, entry: Entry) -> bool | None:
        """Tell whether the file has an entry's work; False where it has another under the entry's key, None where neither."""
        near = [read for key in blocking.keys(entry.record) for read in self._by_key.get(key, ())]
        if any(compare(entry.record, read.record).verdict is Verdict.SAME for read in near):
            return True
        namesake = self._by_citekey.get(entry.citekey.casefold())
        return None if namesake is None else compare(entry.record, namesake.record).verdict is not Verdict.DIFFERENT


def _joined(planned: Plan, file: Opened, content: bytes, fresh: Sequence[Entry], between: str) -> bytes:
    text, added = "".join(file.pieces()), "".join(planned.text(fresh))
    if text.strip():
        added = ("" if text.endswith("\n") else "\n") + between + added
    return content + _like(file, content, added)


def _rewritten(planned: Plan, path: str, held: Sequence[Read | Failure], fresh: Sequence[Entry]) -> bytes:
    """Write what a file holds and more of it anew, where nothing of it is lost so."""
    reads = [found for found in held if isinstance(found, Read)]
    kept = [Entry(read.citekey, read.record, read.tags, aliases=read.aliases) for read in reads]
    text = "".join(planned.writer.write([*kept, *map(planned.shown, fresh)], planned.options))
    again = planned.reader.read(StringIO(text))
    same = [(one.citekey, one.record, one.tags) for one in again if isinstance(one, Read)][: len(reads)]
    if len(reads) != len(held) or same != [(one.citekey, one.record, one.tags) for one in reads]:
        raise UsageError(f"{path} holds what would be lost if it were written anew; export to another file")
    return planned.encoded(text)


def _as_before(file: Opened, content: bytes, text: str) -> bytes:
    """Return a changed text in the encoding and with the line ends of the file that it was read from."""
    mark = next((mark for mark in _MARKS if content.startswith(mark)), b"")
    return mark + _like(file, content, text)


def _like(file: Opened, content: bytes, text: str) -> bytes:
    charset = "utf-8" if file.by_line else file.charset
    ended = text.replace("\n", "\r\n") if "\r\n" in content[:4096].decode(charset, errors="replace") else text
    try:
        return ended.encode(charset)
    except UnicodeEncodeError as error:
        raise UsageError(
            f"{file.origin} is in {file.charset}, which has no '{ended[error.start]}'; save it as UTF-8 first"
        ) from error
