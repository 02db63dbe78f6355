"""Files of references into the library: each record finds its entry as a page's would, a part that is no record is reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from litcli.errors import InputError
from litcli.formats._base import Failure, Read, Reader
from litcli.intake import formats
from litcli.intake.report import Each, Item, Report, Tally
from litcli.intake.tagging import tag
from litcli.pages.decode import to_page
from litcli.pages.page import Source
from litcli.store.filing import Outcome, Taken
from litcli.store.library import Library

BATCH = 200
"""Records that are committed together."""
LARGEST = 256 * 1024 * 1024
"""A larger file is not read, in bytes: it is in memory as a whole, several times over."""


@dataclass(frozen=True)
class _Part:
    """One part of a file: a record, or why it is none."""

    source: str
    ordinal: int
    content: Read | Failure | InputError
    doubts: tuple[str, ...] = ()
    """What a person should know of the file; told with its first part."""


def import_files(
    library: Library,
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    format_name: str | None = None,
    tags: Sequence[str] = (),
    each: Each | None = None,
) -> Report:
    """Read files of references ("-": `stdin`) into a library, and tag their entries.

    The format is the one named, or the one of the file's ending, or the one in which the file makes most sense.
    """
    tally, step = Tally(each), None
    parts = (part for path in paths for part in _parts(path, stdin, format_name))
    while some := list(islice(parts, BATCH)):
        with library.change(f"import {', '.join(paths)}", step) as step:
            items = [_item(library, part, tags) for part in some]
        for item in items:
            tally.add(item)
    return tally.report()


def _parts(path: str, stdin: BinaryIO | None, format_name: str | None) -> Iterator[_Part]:
    try:
        page = to_page(Source(path, 1, _content(path, stdin), "text/plain"))
        found = list(_reader(page.text, path, format_name).read(StringIO(page.text)))
    except InputError as error:
        yield _Part(path, 1, error)
        return
    if not found:
        yield _Part(path, 1, InputError(path, "holds no reference"))
    for ordinal, content in enumerate(found, start=1):
        yield _Part(path, ordinal, content, page.doubts if ordinal == 1 else ())


def _reader(text: str, path: str, format_name: str | None) -> Reader:
    module = formats.reader(format_name) if format_name else formats.of_text(text) or formats.of_suffix(path)
    if module is None:
        raise InputError(path, "is in no format of references that litcli knows; see 'litcli formats'")
    return module


def _content(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-":
        return _limited(path, stdin) if stdin else b""
    try:
        with Path(path).open("rb") as file:
            return _limited(path, file)
    except FileNotFoundError as error:
        raise InputError(path, "no such file") from error
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error


def _limited(path: str, file: BinaryIO) -> bytes:
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError(path, f"more than {LARGEST >> 20} MB; split it and import the parts")
    return content


def _item(library: Library, part: _Part, tags: Sequence[str]) -> Item:
    taken = _take(library, part.content, tags)
    reasons = [reason for reason in (taken.reason, *part.doubts) if reason]
    return Item(part.source, part.ordinal, replace(taken, reason="; ".join(reasons) or None))


def _take(library: Library, content: Read | Failure | InputError, tags: Sequence[str]) -> Taken:
    if isinstance(content, InputError):
        return Taken(Outcome.FAILED, None, content.reason)
    if isinstance(content, Failure):
        return Taken(Outcome.FAILED, None, f"line {content.line}: {content.reason}")
    taken = library.add(content.record, "import", content.citekey or None)
    if taken.citekey and (wanted := (*content.tags, *tags)):
        tag(library, taken.citekey, wanted)
    return taken
