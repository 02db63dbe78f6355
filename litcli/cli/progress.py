"""A bar on stderr for long work: how much is done, how fast, how long it will take. Only on a terminal, and not with `-q`."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from litcli.cli.output import Screen

_EVERY = 0.1
"""Seconds between two drawings. There is no thread that draws: worker processes are forked meanwhile."""


@contextmanager
def progress(screen: Screen, what: str, total: int | None) -> Iterator[Callable[[], None]]:
    """Show a bar while the block runs; the block calls what it is given once an item."""
    if screen.quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=screen.no_color or None)
    rate = TextColumn("{task.fields[rate]}/s")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(what, total=total, rate="-")
        start = drawn = time.monotonic()

        def advance() -> None:
            nonlocal drawn
            done = int(bar.tasks[0].completed) + 1
            now = time.monotonic()
            known = None if total is None or done > total else total
            bar.update(task, completed=done, total=known, rate=f"{done / max(now - start, 0.001):.0f}")
            if now - drawn > _EVERY:
                drawn = now
                bar.refresh()

        yield advance


def progress_beside(screen: Screen, what: str, total: int | None) -> AbstractContextManager[Callable[[], None]]:
    """Show a bar for work whose results are printed as they come; none where they come on the same terminal."""
    return progress(replace(screen, quiet=screen.quiet or screen.wide), what, total)


def expected(paths: Sequence[str]) -> int | None:
    """Return how many pages the paths will give at least, one a file; None where it cannot be told without reading them."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        if os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
            total += sum(len(files) for _, _, files in os.walk(path))
        else:
            total += 1
    return total
