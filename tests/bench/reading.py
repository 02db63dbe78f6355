"""Times reading alone, in this process: milliseconds a page, beside bibtexparser with the same works, and how they grow with a page's length."""

import gc
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string

from litcli.errors import InputError
from litcli.extract.engine import read
from litcli.pages.decode import to_page
from litcli.pages.page import Source
from tests.bench.pages import page, suffix
from tests.bench.works import bibtex, work
from tests.extract.hostile import RUNS

_UNSEEN = 1_000_000
"""Numbers of pages that no other part of the run reads: nothing of them is remembered."""


def per_page(count: int) -> float:
    """Return the mean seconds that an unseen page takes, decoded and read, once the process is warm."""
    sources = [_source(page(number), suffix(number)) for number in range(_UNSEEN, _UNSEEN + 2 * count)]
    _seconds(sources[:count])
    return _seconds(sources[count:]) / count


def per_entry(count: int) -> tuple[float, float]:
    """Return the mean seconds that bibtexparser takes for one of the same works as BibTeX: cut into fields; with names and TeX read too."""
    entries = [bibtex([work(number)]) for number in range(_UNSEEN, _UNSEEN + count)]
    reading = (middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts())
    start = time.process_time()
    for entry in entries:
        parse_string(entry)
    cut = time.process_time()
    for entry in entries:
        parse_string(entry, append_middleware=reading)
    return (cut - start) / count, (time.process_time() - cut) / count


def growth(grown: Callable[[int, int], str], sizes: Sequence[int]) -> list[float]:
    """Return the seconds that a page of each size takes: the best of some that differ, since only disturbance makes it more."""
    times = [max(2, min(9, 1_000_000 // size)) for size in sizes]
    return [
        min(_seconds([_source(grown(size, number), ".txt")]) for number in range(tries))
        for size, tries in zip(sizes, times, strict=True)
    ]


def hostile(sizes: tuple[int, int]) -> dict[str, tuple[float, float]]:
    """Return the seconds that each hostile page takes in two sizes; those that seem to grow worst are timed again, against disturbance."""
    took = {name: (_tried(run.page(sizes[0])), _tried(run.page(sizes[1]))) for name, run in RUNS.items()}
    for name in sorted(took, key=lambda name: took[name][1] / took[name][0])[-8:]:
        again = [(_tried(RUNS[name].page(sizes[0])), _tried(RUNS[name].page(sizes[1]))) for _ in range(2)]
        small, large = zip(took[name], *again, strict=True)  # the least of each
        took[name] = min(small), min(large)
    return took


def _tried(source: Source) -> float:
    gc.collect()
    gc.freeze()  # as in the processes that read files: what earlier pages left is not looked through again
    start = time.process_time()
    with suppress(InputError):
        read(to_page(source))
    return time.process_time() - start


def _seconds(sources: Sequence[Source]) -> float:
    start = time.process_time()
    for source in sources:
        read(to_page(source))
    return time.process_time() - start


def _source(text: str, ending: str) -> Source:
    return Source("page", 1, text.encode(), "text/html" if ending == ".html" else "text/plain")
