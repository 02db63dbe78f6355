"""Runs pandoc, as a process of its own: some 0.03 s a call, none where the same was asked before.

A `Call` holds all that pandoc is to see. It runs in an empty folder with the call's files beside it and without a data folder of
the user's, so that what comes out depends on the call and the program alone, and both make the key of the `Cache`.

The pandoc is the one that `pypandoc-binary` ships, or the one on the PATH where that is newer.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from litcli.citations.cache import Cache, key_of
from litcli.errors import UsageError

PATIENCE = 60.0
"""Seconds that any call may take."""

_HERMETIC = ("+RTS", "-M1G", "-RTS", "--data-dir", ".")
"""No call may take more memory: a document of nothing but brackets took 7 GB within a minute. It would take any of ours, too."""
_OUT_OF_MEMORY = 251
"""How a program of GHC ends that would take more than `-M` allows."""
_REINSTALL = "run: pip install --force-reinstall pypandoc-binary"


class Failed(Exception):
    """Pandoc gave up; the message is what it said. `litcli.citations.bibliography` makes a `UsageError` of it."""


@dataclass(frozen=True)
class Call:
    """One run of pandoc, and all that it sees."""

    arguments: tuple[str, ...]
    document: bytes
    """Its standard input."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By the names under which the arguments mention them."""
    patience: float = PATIENCE


@dataclass(frozen=True)
class Engine:
    """A pandoc; the same file has the same stamp."""

    path: str
    size: int
    changed: int

    @property
    def stamp(self) -> bytes:
        """What tells it from any other."""
        return f"{self.path}:{self.size}:{self.changed}".encode()

    @property
    def version(self) -> tuple[int, ...]:
        """Its version; empty where it does not say."""
        return _version(self)


def run(call: Call, cache: Cache | None = None) -> bytes:
    """Return what pandoc writes to its standard output; raises `Failed`."""
    engine = find(cache)
    key = key_of(_parts(engine, call))
    if cache and (known := cache.get(key)) is not None:
        return known
    with TemporaryDirectory(prefix="litcli-") as folder:
        for name, content in call.files.items():
            Path(folder, name).write_bytes(content)
        written = _output(engine, call, folder)
    if cache:
        cache.put(key, written)
    return written


def find(cache: Cache | None = None) -> Engine:
    """Return the pandoc to use: the one that came with litcli, or the system's where it is newer."""
    shipped, installed = _shipped(), shutil.which("pandoc")
    if shipped is None and installed is None:
        raise UsageError("citations need pandoc, which is not installed; run: pip install pypandoc-binary")
    engines = [_engine(path) for path in (shipped, installed) if path]
    return engines[0] if len(engines) == 1 else max(engines, key=lambda engine: _kept_version(engine, cache))


def _parts(engine: Engine, call: Call) -> Iterator[bytes]:
    yield engine.stamp
    yield from (argument.encode() for argument in call.arguments)
    yield call.document
    for name, content in call.files.items():
        yield name.encode()
        yield content


def _output(engine: Engine, call: Call, folder: str) -> bytes:
    command = [engine.path, *_HERMETIC, *call.arguments]
    try:
        done = subprocess.run(  # noqa: S603  no shell
            command, input=call.document, capture_output=True, cwd=folder, timeout=call.patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"pandoc did not end within {call.patience:.0f} s and was stopped; give it less at once") from error
    except OSError as error:
        raise UsageError(f"pandoc cannot be started: {error}; {_REINSTALL}") from error
    if done.returncode < 0:
        raise UsageError(
            f"pandoc was killed by signal {-done.returncode}, perhaps for want of memory; try again, or fewer entries"
        )
    if done.returncode == _OUT_OF_MEMORY:
        raise UsageError("pandoc needed more than 1 GB of memory and was stopped; give it less at once")
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise Failed(said or f"it ended with {done.returncode}")
    return done.stdout


def _engine(path: str) -> Engine:
    try:
        status = Path(path).stat()
    except OSError as error:
        raise UsageError(f"pandoc cannot be started: {error}; {_REINSTALL}") from error
    return Engine(path, status.st_size, status.st_mtime_ns)


def _kept_version(engine: Engine, cache: Cache | None) -> tuple[int, ...]:
    key = key_of([engine.stamp, b"version"])
    known = cache.get(key) if cache else None
    if known is not None:
        return _numbers(known.decode())
    version = engine.version
    if cache and version:
        cache.put(key, ".".join(map(str, version)).encode())
    return version


@lru_cache(maxsize=8)
def _version(engine: Engine) -> tuple[int, ...]:
    try:
        done = subprocess.run([engine.path, "--version"], capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  no shell
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _numbers(done.stdout.decode(errors="replace"))


def _numbers(told: str) -> tuple[int, ...]:
    stated = re.search(r"\d+(?:\.\d+)*", told)
    return tuple(map(int, stated[0].split("."))) if stated else ()


def _shipped() -> str | None:
    """Return the pandoc of `pypandoc-binary` without importing it, which costs more than the call."""
    package = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    for folder in (package and package.submodule_search_locations) or ():
        if (shipped := Path(folder) / "files" / name).is_file():
            return str(shipped)
    return None
