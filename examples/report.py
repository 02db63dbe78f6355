"""Reads pages into a library of its own and prints a report in Markdown: each reference, the words of the page that its
values were read from, what the page does not say, and what was set aside. Shows litcli's small public API.

    python examples/report.py examples/pages > report.md
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from litcli import Extraction, Item, Library, Read, cite, ingest, read_pages

QUOTED = ("title", "container-title", "issued", "DOI")


def report(paths: Sequence[str]) -> Iterator[str]:
    """Yield the report's lines."""
    heard: list[Item] = []
    with TemporaryDirectory() as folder, Library.create(Path(folder) / "report.litcli") as library:
        counts = ingest(library, paths, each=heard.append)
        entries = library.entries.all("key")
        references = str(cite(entries, style="apa", format="markdown"))
    yield f"# {counts.total} pages, {len(entries)} works\n"
    yield references
    yield "## What each page says\n"
    for read in read_pages(paths):
        if isinstance(read, Read) and isinstance(read.reading, Extraction):
            yield from evidence(read, read.reading)
    yield "## Set aside\n"
    yield from (f"- {item.place}: {item.taken.reason}" for item in heard if item.set_aside)


def evidence(read: Read, reading: Extraction) -> Iterator[str]:
    """Yield the words of one page that some of its values were read from."""
    yield f"### {read.source.origin} ({reading.portal}, {reading.confidence:.0%} sure)\n"
    for field in QUOTED:
        for found in reading.evidence.get(field, ()):
            words = " … ".join(read.page.text[start:end] for start, end in found.parts)
            yield f"- {field}: “{words}” (characters {found.start}-{found.end}, {found.rule})"
    if reading.missing:
        yield f"- not stated: {', '.join(reading.missing)}"
    yield ""


if __name__ == "__main__":
    for line in report(sys.argv[1:] or ["examples/pages"]):
        print(line)
