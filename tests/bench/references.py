"""Times files of references: what formats' own libraries take to write the same records, and files for `import` to read."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import cast

import rispy
from bibtexparser.entrypoint import parse_string, write_string

from litcli.formats._base import Options, Reader, loads
from litcli.intake import formats
from litcli.model.csl import to_item
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record
from tests.bench.works import Work, bibtex, work
from tests.formats.hostile import NESTED, REPEATED, written

BY_LINE = ("ris", "nbib", "csv", "jsonl")
"""Formats of which a large file is to take no more memory than a small one."""

READ = """
import sys
from bibtexparser import middlewares, parse_string
names = [middlewares.LatexDecodingMiddleware(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
parse_string(open(sys.argv[1], encoding="utf-8").read(), append_middleware=names if sys.argv[2:] else [])
"""
"""A program that has bibtexparser read a file; with a further argument its names and TeX too."""


def entry(made: Work) -> Entry:
    """Return a work as an entry of a library."""
    record: Record = {
        "type": "article-journal",
        "title": made.title,
        "author": [CslName(family=family, given=given) for family, given in made.authors],
        "issued": {"date-parts": [[made.year, made.month]]},
        "container-title": made.journal,
        "volume": str(made.volume),
        "issue": str(made.issue),
        "page": made.pages,
        "DOI": made.doi,
        "keyword": list(made.keywords),
        "abstract": made.abstract,
    }
    return Entry(f"work{made.number}", record)


def write(folder: Path, name: str, count: int) -> Path:
    """Write a file of so many works in a format; return it."""
    writer = formats.writer(name)
    file = folder / f"{count}{writer.SUFFIXES[0]}"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(writer.write((entry(work(number)) for number in range(1, count + 1)), Options()))
    return file


def apart(count: int) -> dict[str, tuple[float, float]]:
    """Return what `writing` returns, measured in a process of its own: a large one makes those that it starts seem large too."""
    done = subprocess.run([sys.executable, "-m", __name__, str(count)], capture_output=True, check=True)
    return {name: (theirs, ours) for name, (theirs, ours) in json.loads(done.stdout).items()}


def writing(count: int) -> dict[str, tuple[float, float]]:
    """Return for each format with a library of its own the seconds that this takes to write so many works, and that we take."""
    entries = [entry(work(number)) for number in range(1, count + 1)]
    parsed = parse_string(bibtex([work(number) for number in range(1, count + 1)]))
    records = rispy.loads("".join(formats.writer("ris").write(entries, Options())))
    items = [to_item(one.citekey, one.record) for one in entries]
    theirs: dict[str, Callable[[], object]] = {
        "bibtex": lambda: write_string(parsed),
        "ris": lambda: rispy.dumps(records),
        "csl-json": lambda: json.dumps(items, indent=2, ensure_ascii=False),
    }
    return {name: (_least(own), _least(partial(_written, name, entries))) for name, own in theirs.items()}


def growth(size: int) -> dict[str, tuple[str, float, float]]:
    """Return for each format that is read the hostile text that takes it longest, and the seconds for half of the characters and all."""
    slowest = {}
    for name, reader in formats.every().readers.items():
        texts = {
            "a file of its own": written(cast("ModuleType", reader)),
            **{repr(part)[1:-1]: part for part in (*NESTED, *REPEATED)},
        }
        what = max(texts, key=lambda one: _reading(reader, texts[one], size // 8, 1))
        slowest[name] = (what, _reading(reader, texts[what], size // 2, 3), _reading(reader, texts[what], size, 3))
    return slowest


def _reading(reader: Reader, part: str, size: int, rounds: int) -> float:
    """Return the least seconds of processor time that a reader takes for a text of a part again and again."""
    text = (part * (size // len(part) + 1))[:size]
    return _least(lambda: loads(reader, text), rounds)


def _written(name: str, entries: Sequence[Entry]) -> str:
    return "".join(formats.writer(name).write(entries, Options()))


def _least(task: Callable[[], object], rounds: int = 3) -> float:
    """Return the least seconds of processor time of some runs."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        task()
        took.append(time.process_time() - start)
    return min(took)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(writing(int(sys.argv[1]))))
