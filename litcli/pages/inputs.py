"""What the user names, to pages: files, folders, archives, standard input, as one stream.

Nothing here raises for a bad input: whatever cannot be read is yielded as an `InputError` that names it, in its place in the
order, and the rest goes on. Only hidden files, and the folder of images and scripts that a browser saves beside "page.html",
are passed over in silence.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from litcli.errors import InputError
from litcli.pages.archives import members
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.page import Found
from litcli.pages.sniff import SET_ASIDE


def sources(paths: Sequence[str], stdin: BinaryIO | None = None, fields: Fields = PLAIN) -> Iterator[Found]:
    """Yield every page of the named inputs, in order; "-" is standard input. `fields` says which field of a dump holds its pages.

    >>> [error] = sources(["no/such/folder"])
    >>> str(error)
    'no/such/folder: no such file or folder'
    """
    for path in paths:
        if path == "-":
            yield from members("-", stdin, fields) if stdin else [InputError("-", "there is no standard input")]
        else:
            yield from _named(path, fields)


def _named(path: str, fields: Fields) -> Iterator[Found]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # Path("") would be the working directory
    except (OSError, ValueError) as error:
        yield InputError(path or "''", _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, fields)
    else:
        yield from _file(path, fields)


def _folder(top: str, fields: Fields) -> Iterator[Found]:
    found = False
    for entry in _walk(top):
        found = True
        yield from [entry] if isinstance(entry, InputError) else _file(entry, fields)
    if not found:
        yield InputError(top, "no files in it")


def _walk(top: str) -> Iterator[str | InputError]:
    """Yield the files below a folder in the order of names, without recursion."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            mode = Path(path).stat().st_mode
            inner = sorted((entry.name for entry in Path(path).iterdir()), reverse=True) if stat.S_ISDIR(mode) else []
        except OSError as error:
            yield InputError(path, _reason(error))
            continue
        if stat.S_ISDIR(mode):
            waiting += [str(Path(path, name)) for name in inner if not _passed_over(path, name, inner)]
        elif not stat.S_ISREG(mode):
            yield InputError(path, "no file: a pipe, a socket or a device")
        else:
            reason = SET_ASIDE.get(Path(path).suffix.lower())
            yield InputError(path, reason) if reason else path


def _passed_over(folder: str, name: str, beside: list[str]) -> bool:
    """Say whether a name is hidden, the folder of a saved page, or a link to a folder, which may lead round in a circle."""
    if name.startswith("."):
        return True
    saved = name.removesuffix("_files")
    if saved != name and {f"{saved}.html", f"{saved}.htm"} & set(beside):
        return True
    path = Path(folder, name)
    return path.is_symlink() and path.is_dir()


def _file(path: str, fields: Fields) -> Iterator[Found]:
    try:
        with Path(path).open("rb") as stream:
            yield from members(path, stream, fields)
    except OSError as error:
        yield InputError(path, _reason(error))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read (permission denied)"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
