"""`make bench`: how fast litcli is, as ratios to peers, to floors and to itself, all measured in one run.

Nothing from outside is needed; the peers are compared with where `make bench-peers` has installed them. `--quick` runs all of it
with few pages and one round, to see that the harness works; its figures mean nothing.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import bare, citations, floor, references
from tests.bench.measure import Command, Failed, Run, Runs, alternately, beside, run
from tests.bench.pages import GROWN, write
from tests.bench.peers import PEERS, Peer
from tests.bench.reading import growth, hostile, per_entry, per_page
from tests.bench.table import HEAD, Row, seconds, timed
from tests.bench.works import bibtex, work

DONE = (0, 1, 3)
"""The exit codes of a job that was done: 1 where a search finds nothing among few pages, 3 where an invented page is set aside."""


@dataclass(frozen=True)
class Bench:
    """How much to measure, and where."""

    folder: Path
    pages: int
    many: int
    """Pages of the large batch, which is to take no more memory than the small one."""
    rounds: int
    sizes: tuple[int, ...]

    @property
    def small(self) -> Path:
        """The pages."""
        return self.folder / "pages"

    def ingest(self, pages: Path, library: str) -> Command:
        """Return the command that reads pages into a new library."""
        file = self.folder / f"{library}.litcli"
        return self.litcli("ingest", str(pages), "--library", str(file), before=lambda: _remove(file))

    def litcli(self, *arguments: str, before: Callable[[], None] = lambda: None) -> Command:
        """Return a command of litcli."""
        return Command((beside("litcli"), *arguments), before, {"HOME": str(self.folder)}, DONE)


def start_up(bench: Bench) -> Iterator[Row]:
    """Measure what is paid before anything is done."""
    plain = Command((sys.executable, bare.__file__, "--version"))
    empty = Command((sys.executable, "-c", ""))
    ours, typer, python = alternately((bench.litcli("--version"), plain, empty), 4 * bench.rounds)
    yield timed("an empty Python program", python)
    yield timed("a bare Typer program --version", typer, python, "an empty program")
    yield timed("litcli --version", ours, typer, "the bare Typer program", 1.3)


def filling(bench: Bench) -> Iterator[Row]:
    """Measure how pages come in, beside the floor and the peers."""
    file = bench.folder / "works.bib"
    file.write_text(bibtex([work(number) for number in range(1, bench.pages + 1)]), encoding="utf-8")
    fastest, rows = _peers(bench, file)
    base = bench.folder / "floor.db"
    commands = [
        bench.ingest(bench.small, "small"),
        bench.litcli("extract", str(bench.small), "--json"),
        Command((sys.executable, floor.__file__, str(bench.small), str(base)), lambda: _remove(base)),
    ]
    if fastest:
        commands.append(fastest.command(bench.folder / "home", file))
    ingest, extract, least, *rival = alternately(commands, bench.rounds)
    yield timed(f"litcli ingest, {bench.pages} raw pages", ingest)
    yield timed("litcli extract --json, the same pages", extract)._replace(
        ratio=ingest.ratio(extract), to="ingest to this", most=1.4
    )
    yield timed("the floor: read, hash, insert a row", least)._replace(ratio=ingest.ratio(least), to="ingest to this")
    if fastest:
        row = timed(_IMPORTS.format(fastest.name), rival[0])
        yield row._replace(ratio=ingest.ratio(rival[0]), to="ingest to this", most=1.0)
    yield from rows


def looking(bench: Bench) -> Iterator[Row]:
    """Measure the commands that look at the library and write from it."""
    library = ("--library", str(bench.folder / "small.litcli"))
    out = str(bench.folder / "out")
    tasks = {
        "search 'author:galon year:1990..2015'": ("search", "author:galon year:1990..2015"),
        "search 'lighting orchards'": ("search", "lighting orchards"),
        "list": ("list",),
        "list --json": ("list", "--json"),
        "export --to ris": ("export", "--to", "ris", "-o", out),
        "export --to bibtex": ("export", "--to", "bibtex", "-o", out),
        "export --to csl-json": ("export", "--to", "csl-json", "-o", out),
        "cite --style apa, one entry": ("cite", "--where", "doi:10.5555/inv.38.000001", "--style", "apa"),
        "cite --style apa, a tenth of all": ("cite", "--where", "year:2010..2013", "--style", "apa"),
        "cite --style vancouver, all": ("cite", "--style", "vancouver"),
    }
    commands = [bench.litcli(*arguments, *library, before=lambda: _remove(Path(out))) for arguments in tasks.values()]
    start, *runs = alternately([bench.litcli("--version"), *commands], bench.rounds)
    for what, took in zip(tasks, runs, strict=True):
        yield timed(f"litcli {what}", took, start, "litcli --version")


def importing(bench: Bench) -> Iterator[Row]:
    """Measure how files of references come in, beside the peers and beside bibtexparser reading the same."""
    for count in (bench.pages, bench.many):
        file = references.write(bench.folder, "bibtex", count)
        ours = _import(bench, file)
        own = [Command((sys.executable, "-c", references.READ, str(file), *more)) for more in ((), ("names",))]
        took, fields, names = alternately((ours, *own), 1 if count == bench.many else bench.rounds)
        yield timed(f"litcli import, {count} BibTeX entries", took)
        yield timed("bibtexparser reads them, names and TeX too", names)._replace(
            ratio=took.ratio(names), to="import to this", most=1.5
        )
        yield timed("bibtexparser cuts them into fields", fields)._replace(ratio=took.ratio(fields), to="import to this")
        for peer, once, note in _peers_once(bench, file, count):
            row = Row(f"{peer.name} imports them", note=note)
            yield (
                timed(row.what, Runs((once,)))._replace(ratio=took.seconds / once.seconds, to="import to this", most=1.0)
                if once
                else row
            )


def exporting(bench: Bench) -> Iterator[Row]:
    """Measure writing beside the formats' own libraries with the same records, and the memory of reading formats of lines."""
    for name, (theirs, ours) in references.apart(bench.many).items():
        yield Row(f"{bench.many} entries as {name}, its own library", seconds(theirs))
        yield Row(f"{bench.many} entries as {name}, litcli", seconds(ours), "", ours / theirs, "its own library", 1.5)
    for name in references.BY_LINE:
        counts = (bench.many, 4 * bench.many)  # SQLite's cache is full by then
        small, many = (run(_import(bench, references.write(bench.folder, name, count))).peak for count in counts)
        yield Row(f"import of {counts[0]} records of {name}, largest process", _megabytes(small))
        yield Row(
            f"import of {counts[1]} records of {name}, largest process", _megabytes(many), "", many / small, "the other", 1.15
        )


def citing(bench: Bench) -> Iterator[Row]:
    """Measure citations beside pandoc alone: one, a long list in each style, one that is to fit into memory."""
    for style in ("apa", "vancouver"):
        alone, warm, kept = citations.one(bench.folder, style, 4 * bench.rounds)
        yield Row(f"pandoc alone, one reference, {style}", seconds(alone))
        yield Row("litcli, loaded: the same", seconds(warm), "", warm / alone, "pandoc alone", 2.5)
        yield Row("litcli, loaded: asked again", seconds(kept), "", kept / alone, "pandoc alone", 1)
    for style in citations.STYLES:
        ours, ratio = citations.many(bench.folder, style, bench.pages, bench.rounds)
        yield Row(f"{bench.pages} references, {style}", seconds(ours), "", ratio, "pandoc alone", 1.3)
    for style in ("vancouver", "apa", "chicago-author-date"):
        size = citations.peak(style, 10 * bench.pages)
        yield Row(f"{10 * bench.pages} references, {style}, largest process", _megabytes(size), "", size / 2**30, "1 GiB", 1)


def reading(bench: Bench) -> Iterator[Row]:
    """Measure reading alone, on one core."""
    page = per_page(bench.pages // 4)
    cut, read = per_entry(bench.pages // 4)
    yield Row("bibtexparser, such a work cut into fields", seconds(cut))
    yield Row("bibtexparser, with its names and TeX read", seconds(read))
    yield Row(
        "a page of 1.5 KB, warm, one core",
        seconds(page),
        "",
        page / read,
        "names and TeX read",
        3,
        f"{page / cut:.0f} x fields alone",
    )
    for shape, grown in GROWN.items():
        took = growth(grown, bench.sizes)
        yield Row(f"a page of {_size(bench.sizes[0])}, {shape}", seconds(took[0]))
        for (less, fewer), (more, larger) in pairwise(zip(took, bench.sizes, strict=True)):
            yield Row(
                f"a page of {_size(larger)}, {shape}",
                seconds(more),
                "",
                more / less / (larger / fewer),
                "its share by length",
                1.3,
            )


def hostility(bench: Bench) -> Iterator[Row]:
    """Measure how pages grow that are made to cost much; the worst of them is a row."""
    small, large = bench.sizes[-2:]
    took = hostile((small, large))
    slowest = max(took, key=lambda name: took[name][1])
    worst = max(took, key=lambda name: took[name][1] / max(took[name][0], _CHEAP))
    yield Row(f"{_size(large)} of what costs most: {slowest}", seconds(took[slowest][1]))
    ratio = took[worst][1] / max(took[worst][0], _CHEAP) / (large / small)
    yield Row(f"{_size(large)} of what grows worst: {worst}", seconds(took[worst][1]), "", ratio, "its share by length", 1.5)


def hostile_files(bench: Bench) -> Iterator[Row]:
    """Measure how reading a file of references grows with it, for each format with what takes it longest."""
    size = bench.sizes[-1] // 4
    for name, (what, half, whole) in references.growth(size).items():
        yield Row(f"{_size(size)} as {name}: {what}"[:44], seconds(whole), "", whole / max(half, _CHEAP), "half of it", 3)


def memory(bench: Bench) -> Iterator[Row]:
    """Measure that a batch's memory does not grow with its pages; SQLite's own cache fills up to 16 MB, and then stays."""
    large = write(bench.folder / "many", bench.many)
    tasks = {
        "extract": (lambda pages: bench.litcli("extract", str(pages), "--json"), 1.15),
        "ingest": (lambda pages: bench.ingest(pages, "memory"), 1.4),
    }
    for what, (command, most) in tasks.items():
        small, many = (run(command(pages)).peak for pages in (bench.small, large))
        yield Row(f"{what} of {bench.pages} pages, largest process", _megabytes(small))
        yield Row(f"{what} of {bench.many} pages, largest process", _megabytes(many), "", many / small, "the other", most)


SECTIONS = {
    "Start-up": start_up,
    "Pages in": filling,
    "Looking and leaving": looking,
    "Importing references": importing,
    "Exporting references": exporting,
    "Citations": citing,
    "Reading alone": reading,
    "Hostile pages": hostility,
    "Files that cost much": hostile_files,
    "Memory": memory,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure litcli's speed as ratios.")
    parser.add_argument("--quick", action="store_true", help="few pages, one round: only to see that it runs")
    parser.add_argument("--only", choices=[name.split()[0].lower() for name in SECTIONS], help="one section of the table")
    asked = parser.parse_args()
    size = (48, 96, 1, (1_000, 4_000)) if asked.quick else (1000, 5000, 5, (1_000, 10_000, 100_000, 1_000_000))
    busy = os.getloadavg()[0]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {busy:.1f} before; medians of {size[2]} rounds\n{HEAD}"
    )
    with TemporaryDirectory(prefix="litcli-bench-") as folder:
        bench = Bench(Path(folder), *size)
        write(bench.small, bench.pages)
        if asked.only == "looking":
            run(bench.ingest(bench.small, "small"))
        for name, section in SECTIONS.items():
            if asked.only in {None, name.split()[0].lower()}:
                print(f"\n{name}")
                for row in section(bench):
                    print(row.drawn(), flush=True)


_CHEAP = 0.02
"""Seconds; a page that costs less is counted as this much, since a clock tells no more."""
_IMPORTS = "{} imports as many BibTeX entries"


def _peers(bench: Bench, file: Path) -> tuple[Peer | None, list[Row]]:
    """Run each peer once; return the fastest, and a row for each of the others."""
    took: dict[str, float] = {}
    rows = []
    for peer in PEERS:
        what = _IMPORTS.format(peer.name)
        home = bench.folder / "home"
        if not peer.binary.exists():
            rows.append(Row(what, note="not installed: make bench-peers"))
            continue
        try:
            once = run(peer.command(home, file))
        except Failed as failed:
            rows.append(Row(what, note=failed.short))
            continue
        if peer.held(home) != bench.pages:
            raise Failed(f"{peer.name} holds {peer.held(home)} of {bench.pages} entries")
        took[peer.name] = once.seconds
        rows.append(Row(what, seconds(once.seconds), seconds(once.cores), note="once"))
    fastest = min((peer for peer in PEERS if peer.name in took), key=lambda peer: took[peer.name], default=None)
    return fastest, [row for row in rows if not (fastest and row.what.startswith(fastest.name))]


def _import(bench: Bench, file: Path) -> Command:
    library = bench.folder / "imported.litcli"
    return bench.litcli("import", str(file), "--library", str(library), before=lambda: _remove(library))


def _peers_once(bench: Bench, file: Path, count: int) -> Iterator[tuple[Peer, Run | None, str]]:
    """Run each peer once; yield what it took, or why that is not known."""
    home = bench.folder / "home"
    for peer in PEERS:
        try:
            once = run(peer.command(home, file)) if peer.binary.exists() else None
        except Failed as failed:
            yield peer, None, failed.short
            continue
        if once and peer.held(home) != count:
            raise Failed(f"{peer.name} holds {peer.held(home)} of {count} entries")
        yield peer, once, "" if once else "not installed: make bench-peers"


def _remove(file: Path) -> None:
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _size(characters: int) -> str:
    return f"{characters // 1000} KB" if characters < 1_000_000 else f"{characters // 1_000_000} MB"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"


if __name__ == "__main__":
    main()
