"""Times files of references: what formats' own libraries take to write the same records, and files for `import` to read."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string, write_string

from litcli.formats._base import Options
from litcli.intake import formats
from litcli.model.csl import to_item
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record
from tests.bench.works import Work, bibtex, work

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


def _written(name: str, entries: Sequence[Entry]) -> str:
    return "".join(formats.writer(name).write(entries, Options()))


def _least(task: Callable[[], object]) -> float:
    """Return the least seconds of processor time of three runs."""
    took = []
    for _ in range(3):
        start = time.process_time()
        task()
        took.append(time.process_time() - start)
    return min(took)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(writing(int(sys.argv[1]))))
