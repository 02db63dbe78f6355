"""Files of references into the library: each record finds its entry as a page's would, a part that is no record is kept in the inbox.

In go names of files, in any of the formats that are read; out comes what became of each record. A file is read record by record,
and they are committed some hundred at a time, so that a large file takes no more memory than a small one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from litcli.errors import InputError
from litcli.formats._base import Failure, Read, Reader, Takes
from litcli.intake import formats
from litcli.intake.opened import Opened, opened
from litcli.intake.report import Each, Item, Report, Tally
from litcli.intake.tagging import tag
from litcli.pages.page import Page, Source
from litcli.store.extractions import Passage
from litcli.store.filing import Outcome, Taken
from litcli.store.library import Library
from litcli.store.tags import fit

BATCH = 500
"""Records that are committed together, at most."""
LARGEST = 128 * 1024 * 1024
"""Characters of a file in a format that is read as a whole; what stands behind them is left out."""
KEPT = 4 * 1024 * 1024
"""Characters that are kept of a part that is no record."""
_HELD = 8 * 1024 * 1024
"""Characters of records that are committed together, at most."""


@dataclass(frozen=True)
class _Part:
    """One part of a file: a record, or why it is none."""

    source: str
    ordinal: int
    content: Read | Failure | InputError
    format: str = ""
    doubts: tuple[str, ...] = ()
    """What a person should know of the file; told with its first part."""

    @property
    def size(self) -> int:
        """Characters of the file that it holds."""
        content = self.content
        return len(content.source if isinstance(content, Read) else content.text if isinstance(content, Failure) else "")


def import_files(
    library: Library,
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    format_name: str | None = None,
    tags: Sequence[str] = (),
    each: Each | None = None,
) -> Report:
    """Read files of references (folders and archives of them, "-": `stdin`) into a library, and tag their entries.

    The format is the one named, or the one that the file's beginning has, or the one of its ending.
    """
    tally, step = Tally(each), None
    for some in _batches(part for path in paths for part in _parts(path, stdin, format_name)):
        with library.change(f"import {', '.join(paths)}", step) as step:
            items = _stored(library, some, tags)
        for item in items:
            tally.add(item)
    return tally.report()


def format_of(file: Opened, format_name: str | None = None) -> Reader:
    """Return the format of an opened file: the one named, or the one that it has; raises `InputError` where that is none."""
    module = formats.reader(format_name) if format_name else formats.of_content(file.head, file.origin)
    if module is None:
        raise InputError(
            file.origin,
            "is in no format of references that litcli knows; 'litcli formats' lists them, and pages are read by 'litcli ingest'",
        )
    return module


def records(file: Opened, module: Reader) -> Iterator[Read | Failure | InputError]:
    """Yield what an opened file holds, to its end or to where it cannot be read on."""
    left_out: list[Failure] = []
    takes: Takes = getattr(module, "TAKES", Takes.LINES)
    try:
        for found in module.read(_taken_as(takes, file, left_out)):
            yield found
            if takes is Takes.LINES:
                yield from left_out
                left_out.clear()
        yield from left_out
    except InputError as error:
        yield error
    except Exception as error:  # noqa: BLE001  another package's format may fail in any way; what it read before stays
        yield InputError(file.origin, f"the format {module.NAME} failed on it: {type(error).__name__}: {error}")


def _taken_as(takes: Takes, file: Opened, left_out: list[Failure]) -> Iterator[str]:
    """Return a file as its format takes it; what of it is left out goes to `left_out`."""
    match takes:
        case Takes.WHOLE:
            return file.at_most(LARGEST, left_out.append)
        case Takes.PIECES:
            return file.pieces()
        case Takes.LINES:
            return file.lines(left_out.append)


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    some, size = list[_Part](), 0
    for part in parts:
        some.append(part)
        size += part.size
        if len(some) == BATCH or size > _HELD:
            yield some
            some, size = [], 0
    if some:
        yield some


def _parts(path: str, stdin: BinaryIO | None, format_name: str | None) -> Iterator[_Part]:
    for file in opened(path, stdin, formats.suffixes):
        if isinstance(file, InputError):
            yield _Part(file.place, 1, file)
            continue
        try:
            module = format_of(file, format_name)
        except InputError as error:
            yield _Part(file.origin, 1, error)
            continue
        ordinal = 0
        for ordinal, content in enumerate(records(file, module), start=1):
            yield _Part(file.origin, ordinal, content, module.NAME, file.doubts if ordinal == 1 else ())
        if not ordinal:
            yield _Part(file.origin, 1, InputError(file.origin, "holds no reference"))


def _stored(library: Library, parts: Sequence[_Part], tags: Sequence[str]) -> list[Item]:
    """Store some parts, and tag their entries; entries with the same tags get them together."""
    items = []
    tagged: dict[tuple[str, ...], list[str]] = {}
    for part in parts:
        taken = _take(library, part)
        reasons = [reason for reason in (taken.reason, *part.doubts) if reason]
        items.append(Item(part.source, part.ordinal, replace(taken, reason="; ".join(reasons) or None)))
        if taken.citekey and isinstance(part.content, Read):
            wanted = (*(fitting for group in part.content.tags if (fitting := fit(group))), *tags)
            tagged.setdefault(wanted, []).append(taken.citekey)
    for wanted, citekeys in tagged.items():
        tag(library, citekeys, wanted)
    return items


def _take(library: Library, part: _Part) -> Taken:
    match part.content:
        case InputError(reason=reason):
            return Taken(Outcome.FAILED, None, reason)
        case Failure() as failure:
            return _keep(library, part, failure)
        case Read() as read:
            passage = Passage(part.source, read.line, part.format, read.source)
            return library.add(read.record, "import", read.citekey or None, aliases=read.aliases, passage=passage)


def _keep(library: Library, part: _Part, failure: Failure) -> Taken:
    """Keep a part that is no record in the inbox, where a person finds it with its place and its reason."""
    reason = f"line {failure.line}: {failure.reason}"
    if not failure.text.strip():
        return Taken(Outcome.FAILED, None, reason)
    if len(failure.text) > KEPT:
        reason += f"; its first {KEPT >> 20} MB are kept"
    text = failure.text[:KEPT]
    source = Source(part.source, part.ordinal, text.encode(errors="replace"), "text/plain")
    taken = library.take(source, Page(source, text, "utf-8"), InputError(part.source, reason))
    return replace(taken, reason=reason) if taken.outcome is Outcome.FAILED else taken
