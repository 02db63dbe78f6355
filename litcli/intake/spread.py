"""Spreads work over processes: results in the order of the items, flat in memory, and no item can stop the others.

In goes a function and a stream of items; out comes each item's result, or `Lost` where the item killed its worker. A few items
are worked in this process, since starting others costs more than they save; so are all of them where none can be started. What
surprised us: when one worker dies, every chunk in flight fails alike, so the oldest of them is then worked item by item, each in
a process of its own, until the guilty one shows. And workers outlive a parent that is killed, unless they watch it.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 24
"""Up to so many items are worked in this process."""
CHUNK = 12
"""Items that travel to a worker together."""
AHEAD = 3
"""Chunks in flight for each worker: enough that none waits, few enough that memory stays flat."""
MOST = 256
"""No machine does better with more processes."""


@dataclass(frozen=True)
class Lost(Generic[Item]):
    """The worker died of this item."""

    item: Item


def spread(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int = 0, before: Callable[[], object] = lambda: None
) -> Iterator[Result | Lost[Item]]:
    """Yield the result for each item, in order; `jobs` processes work, 0 means one a core.

    `before` is called once before others are started: what it loads, those that are forked have, and need not load each.

    >>> list(spread(abs, [-1, 2]))
    [1, 2]
    """
    stream = iter(items)
    jobs = min(jobs or os.cpu_count() or 1, MOST)
    first = list(islice(stream, FEW + 1))
    pool = _started(jobs, before) if jobs > 1 and len(first) > FEW else None
    if pool is None:
        yield from map(work, chain(first, stream))
    else:
        yield from _Spread(work, jobs, pool).run(chain(first, stream))


class _Spread(Generic[Item, Result]):
    """One run over processes."""

    def __init__(self, work: Callable[[Item], Result], jobs: int, pool: ProcessPoolExecutor) -> None:
        self._work = work
        self._jobs = jobs
        self._pool = pool
        self._flying: deque[tuple[list[Item], Future[list[Result]]]] = deque()

    def run(self, items: Iterator[Item]) -> Iterator[Result | Lost[Item]]:
        try:
            while chunk := list(islice(items, CHUNK)):
                self._flying.append((chunk, self._send(chunk)))
                if len(self._flying) >= self._jobs * AHEAD:
                    yield from self._land()
            while self._flying:
                yield from self._land()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _send(self, chunk: list[Item]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_each, self._work, chunk)
        except BrokenProcessPool as broken:
            failed: Future[list[Result]] = Future()
            failed.set_exception(broken)
            return failed

    def _land(self) -> Iterator[Result | Lost[Item]]:
        """Yield the results of the oldest chunk."""
        chunk, future = self._flying.popleft()
        try:
            yield from future.result()
        except BrokenProcessPool:
            self._pool.shutdown()
            yield from _alone(self._work, chunk)
            self._pool = _pool(self._jobs)
            self._flying = deque((chunk, self._send(chunk) if _failed(future) else future) for chunk, future in self._flying)


def _failed(future: Future[list[Result]]) -> bool:
    return not future.done() or future.exception() is not None


def _alone(work: Callable[[Item], Result], chunk: Sequence[Item]) -> Iterator[Result | Lost[Item]]:
    """Work each item in a process of its own."""
    for item in chunk:
        with _pool(1) as pool:
            try:
                yield pool.submit(work, item).result()
            except BrokenProcessPool:
                yield Lost(item)


def _each(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _started(jobs: int, before: Callable[[], object]) -> ProcessPoolExecutor | None:
    """Return a pool whose processes run; None where none can: a platform without, a script without its `__main__` guard."""
    before()
    gc.freeze()  # what is loaded now, the collector of a forked process need not look through, nor copy
    try:
        pool = _pool(jobs)
        pool.submit(os.getpid).result()
    except (OSError, ImportError, BrokenProcessPool):
        return None
    finally:
        gc.unfreeze()
    return pool


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_follow)


def _follow() -> None:
    """Leave Ctrl-C to the parent, which ends the workers in order; but end with a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
