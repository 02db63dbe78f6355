"""Runs the pandoc that `pypandoc-binary` ships, as a process of its own; some 0.03 s a call."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from litcli.errors import UsageError


class Failed(Exception):
    """Pandoc gave up; the message is what it said. `litcli.citations.bibliography` makes a `UsageError` of it."""


def run(arguments: Sequence[str], stdin: bytes) -> bytes:
    """Return what pandoc writes to its standard output; raises `Failed`."""
    try:
        done = subprocess.run([_binary(), *arguments], input=stdin, capture_output=True, check=False)  # noqa: S603  no shell
    except OSError as error:
        raise UsageError(f"pandoc cannot be started: {error}; run: pip install --force-reinstall pypandoc-binary") from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise Failed(said or f"it ended with {done.returncode}")
    return done.stdout


def _binary() -> str:
    """Return the path of pandoc without importing pypandoc, which costs more than the call."""
    package = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    for folder in (package and package.submodule_search_locations) or ():
        if (shipped := Path(folder) / "files" / name).is_file():
            return str(shipped)
    if installed := shutil.which("pandoc"):
        return installed
    raise UsageError("citations need pandoc, which is not installed; run: pip install pypandoc-binary")
