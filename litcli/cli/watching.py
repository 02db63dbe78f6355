"""Doing something again whenever one of its files changes, until Ctrl-C."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from litcli.cli.output import Screen
from litcli.errors import LitcliError

_PAUSE = 0.3
"""Seconds between looks; a person does not notice, and a core does not either."""

Stamps = dict[Path, tuple[int, int, int] | None]


def watch(screen: Screen, once: Callable[[], Iterable[Path]]) -> None:
    """Do `once`, which returns the files that it depends on, and do it again when one of them changes; never returns.

    What goes wrong the first time ends it. Later, an error is told, and the next change tries again: a document that is being
    written is broken now and then.
    """
    stamps = _stamps(once())
    screen.say(f"watching {', '.join(sorted(path.name for path, stamp in stamps.items() if stamp))}; Ctrl-C ends it")
    while True:
        time.sleep(_PAUSE)
        if _stamps(stamps) == stamps:
            continue
        before = _stamps(stamps)
        try:
            stamps = {path: before.get(path) for path in once()}
        except LitcliError as error:
            screen.warn(str(error))
            stamps = before


def _stamps(paths: Iterable[Path]) -> Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes with a file; None while it is not there, as while an editor replaces it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
