"""Answers kept from one run to the next: a folder of files, each named by the hash of all that was asked.

A cache is never needed: what cannot be read, is damaged or cannot be written counts as not there. Several processes may use one
folder, since files appear whole and under their last name. What was not used for longest goes first when it grows too large.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LARGEST = 64 * 1024 * 1024
_MOST = 2_000
_SPARED = 0.75
"""Of either limit, so much is left where a limit was passed."""
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Cache:
    """A folder of answers; it is made when the first is kept."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, or None."""
        file = self.folder / key
        try:
            kept = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        answer = kept[_DIGEST:]
        return answer if hashlib.sha256(answer).digest() == kept[:_DIGEST] else None

    def put(self, key: str, answer: bytes) -> None:
        """Keep an answer, if that can be done."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self.folder / key, hashlib.sha256(answer).digest() + answer)
            self._trim()

    def _trim(self) -> None:
        with os.scandir(self.folder) as files:
            kept = sorted((file.stat().st_mtime, file.stat().st_size, file.path) for file in files)
        if len(kept) <= _MOST and sum(size for _, size, _ in kept) <= _LARGEST:
            return
        room, places = _LARGEST * _SPARED, int(_MOST * _SPARED)
        for _, size, path in reversed(kept):
            room, places = room - size, places - 1
            if room < 0 or places < 0:
                Path(path).unlink(missing_ok=True)


def key_of(parts: Iterable[bytes]) -> str:
    """Return the name under which the answer to a question is kept; each part counts, and where it ends.

    >>> key_of([b"a", b"b"]) == key_of([b"ab"])
    False
    """
    told = hashlib.sha256()
    for part in parts:
        told.update(f"{len(part)}:".encode())
        told.update(part)
    return told.hexdigest()


def _write(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix="new-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as fresh:
            fresh.write(content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
