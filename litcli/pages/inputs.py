"""What the user names, to pages: files, folders, archives, standard input, as one stream.

Nothing here raises for a bad input: whatever cannot be read is yielded as an `InputError` that names it, in its place in the
order, and the rest goes on. Only hidden files, and the folder of images and scripts that a browser saves beside "page.html",
are passed over in silence.
"""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from litcli.errors import InputError
from litcli.pages.archives import members
from litcli.pages.page import Source
from litcli.pages.sniff import SET_ASIDE

Found = Source | InputError


def sources(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Yield every page of the named inputs, in order; "-" is standard input.

    >>> [error] = sources(["no/such/folder"])
    >>> str(error)
    'no/such/folder: no such file or folder'
    """
    for path in paths:
        if path == "-":
            yield from members("-", stdin) if stdin else [InputError("-", "there is no standard input")]
        else:
            yield from _named(path)


def _named(path: str) -> Iterator[Found]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        yield InputError(path, _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        yield from _file(path)


def _folder(top: str) -> Iterator[Found]:
    """Walk a folder in the order of names, without recursion."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            mode = Path(path).stat().st_mode
            inner = sorted((entry.name for entry in Path(path).iterdir()), reverse=True) if stat.S_ISDIR(mode) else None
        except OSError as error:
            yield InputError(path, _reason(error))
            continue
        if inner is not None:
            waiting += [str(Path(path, name)) for name in inner if not _passed_over(path, name, inner)]
        elif not stat.S_ISREG(mode):
            yield InputError(path, "no file: a pipe, a socket or a device")
        elif Path(path).suffix.lower() in SET_ASIDE:
            yield InputError(path, f"{SET_ASIDE[Path(path).suffix.lower()]}, not a page")
        else:
            yield from _file(path)


def _passed_over(folder: str, name: str, beside: list[str]) -> bool:
    """Say whether a name is hidden, the folder of a saved page, or a link to a folder, which may lead round in a circle."""
    if name.startswith("."):
        return True
    saved = name.removesuffix("_files")
    if saved != name and {f"{saved}.html", f"{saved}.htm"} & set(beside):
        return True
    path = Path(folder, name)
    return path.is_symlink() and path.is_dir()


def _file(path: str) -> Iterator[Found]:
    try:
        with Path(path).open("rb") as stream:
            yield from members(path, stream)
    except OSError as error:
        yield InputError(path, _reason(error))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read (permission denied)"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
