"""Times formatted citations, in this process, beside pandoc alone on the same works as CSL-JSON.

Pandoc alone gets the style's file as it is shipped and the items as `export --to csl-json` writes them, and may do no more than
format them: what litcli adds (a style put right, items made ready, letters behind years) counts against litcli.
"""

import json
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from litcli.citations import pandoc, styles
from litcli.citations.bibliography import cite
from litcli.citations.cache import Cache
from litcli.model.csl import to_item
from litcli.model.entry import Entry
from tests.bench.works import work

STYLES = (
    "apa", "vancouver", "ieee", "nature", "cell", "ama", "chicago-author-date", "chicago-notes-bibliography", "mla",
    "harvard-cite-them-right", "acs", "din-1505-2",
)  # fmt: skip


_LONG = 4.0
"""Seconds."""


def entries(count: int) -> list[Entry]:
    """Return invented articles."""
    return [_entry(number) for number in range(count)]


def one(folder: Path, style: str, rounds: int) -> tuple[float, float, float]:
    """Return the seconds of one reference: pandoc alone; litcli, whose modules are loaded; litcli, that was asked before."""
    works = entries(rounds + 1)
    cache = Cache(folder / "cache")
    cite(works[-1:], style=style, cache=cache)
    alone, ours = zip(
        *((_timed(_alone(folder, works[at : at + 1], style)), _seconds(works[at], style)) for at in range(rounds)), strict=True
    )
    again = [_timed(lambda: cite(works[-1:], style=style, cache=cache)) for _ in range(rounds)]
    return median(alone), median(ours), median(again)


def many(folder: Path, style: str, count: int, rounds: int) -> tuple[float, float]:
    """Return the seconds that litcli takes for a long list, and how many times pandoc's they are: medians of rounds.

    Where pandoc alone takes long, one round tells enough.
    """
    works = entries(count)
    taken: list[tuple[float, float]] = []
    while len(taken) < rounds and all(alone < _LONG for alone, _ in taken):
        taken.append((_timed(_alone(folder, works, style)), _timed(lambda: cite(works, style=style))))
    return median(ours for _, ours in taken), median(ours / alone for alone, ours in taken)


def peak(style: str, count: int) -> int:
    """Return the bytes of the largest process that a list takes; of processes that ended, the largest counts."""
    cite(entries(count), style=style)
    return 1024 * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))


def _seconds(entry: Entry, style: str) -> float:
    return _timed(lambda: cite([entry], style=style))


def _timed(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def _alone(folder: Path, works: Sequence[Entry], style: str) -> Callable[[], object]:
    """Write what pandoc is to read, and return its call."""
    references = folder / "alone.json"
    references.write_text(json.dumps([to_item(entry.citekey, entry.record) for entry in works]), encoding="utf-8")
    command = [
        pandoc.find().path,
        "-f",
        "markdown",
        "-t",
        "plain",
        "--wrap=none",
        "--citeproc",
        "--bibliography",
        str(references),
    ]
    document = b"---\nnocite: '@*'\n---\n"
    call = [*command, "--csl", str(styles.find(style).path)]
    return lambda: subprocess.run(call, input=document, capture_output=True, check=True)


def _entry(number: int) -> Entry:
    made = work(number)
    return Entry(
        f"work{number}",
        {
            "type": "article-journal",
            "title": made.title,
            "author": [{"family": family, "given": given} for family, given in made.authors],
            "container-title": made.journal,
            "issued": {"date-parts": [[made.year, made.month]]},
            "volume": str(made.volume),
            "issue": str(made.issue),
            "page": made.pages,
            "DOI": made.doi,
        },
    )
