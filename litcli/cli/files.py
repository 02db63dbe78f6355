"""Writing a file that a person named: whole or not at all, through links, and to devices and pipes as well."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from litcli.errors import UsageError

_SHOWN = 40
"""Of a file's name, so much stands in that of the one being written: a name that just fits leaves room for no more."""
_LIBRARY = b"SQLite format 3\0"
"""How a library begins, and any other file of SQLite."""


def write_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, piece by piece; what stood there before goes only when the new one is complete.

    A library is not written over, nor a file that its owner protects from being written.
    """
    pieces = [content] if isinstance(content, bytes) else content
    if path.exists() and not path.is_file():
        _put(path, pieces)
        return
    try:
        target = _target(path)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:_SHOWN]}-", dir=target.parent)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        fresh.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        fresh.replace(target)
    except BaseException as error:
        fresh.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UsageError(f"{path} cannot be written: {error.strerror}") from error
        raise


def keep_apart(output: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse to write over a file that was read for what is written, such as the manuscript that cites."""
    if output and output.exists() and any(file.exists() and output.samefile(file) for file in inputs):
        raise UsageError(f"{output} is what is read and would be lost; name another file to write")


def _target(path: Path) -> Path:
    """Return the file that a path means, behind its links; raises where it may not be replaced."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # still one, so it leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.is_file():
        if not os.access(target, os.W_OK):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        with target.open("rb") as file:
            if file.read(len(_LIBRARY)) == _LIBRARY:
                raise UsageError(f"{path} is a library and would be lost; name another file to write")
    return target


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write to what is no plain file: a device, a pipe."""
    try:
        with path.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
