"""Writing a file that a person named: whole or not at all, through links, and to devices and pipes as well."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from litcli.errors import UsageError


def write_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, piece by piece; what stood there before goes only when the new one is complete."""
    pieces = [content] if isinstance(content, bytes) else content
    if path.exists() and not path.is_file():
        _put(path, pieces)
        return
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
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
