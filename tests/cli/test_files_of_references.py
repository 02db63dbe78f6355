"""Hard entries in each format through the whole program: imported, exported again, and twice changes nothing."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from litcli.formats._base import Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.store.library import Library
from litcli.store.tags import fit
from tests.cli.conftest import Runner
from tests.formats.found import BOTH_WAYS, by_name
from tests.formats.hard import HARD


def apart(number: int, entry: Entry) -> Entry:
    """Give an entry an author and an identifier of its own, or it would be the same work as another."""
    return replace(entry, record={**entry.record, "DOI": f"10.5555/hard.{number}"})


ENTRIES = tuple(apart(number, entry) for number, entry in enumerate(HARD) if entry.citekey != "ng2013")
"""All but the one whose key another has in capitals."""


@pytest.mark.parametrize("format_", BOTH_WAYS, ids=by_name)
def test_a_file_comes_back_out_of_the_library(run: Runner, home: Path, format_: ModuleType) -> None:
    file = home / f"refs{format_.SUFFIXES[0]}"
    file.write_text(dumps(format_, ENTRIES, Options()), encoding="utf-8")
    run("init")
    first = run("import", str(file), "--from", format_.NAME)
    assert (first.code, first.err) == (0, f"{len(ENTRIES)} references: {len(ENTRIES)} new\n")
    out = home / f"out{format_.SUFFIXES[0]}"
    assert run("export", "--to", format_.NAME, "-o", str(out)).code == 0
    written = loads(format_, file.read_text(encoding="utf-8")).records
    exported = {read.citekey: read for read in loads(format_, out.read_text(encoding="utf-8")).records}
    assert len(exported) == len(ENTRIES)
    assert {read.citekey: told for read in written if (told := differing(read, exported.get(read.citekey)))} == {}
    before = snapshot(home)
    again = run("import", str(file), "--from", format_.NAME)
    assert again.code == 0
    assert snapshot(home) == before


def differing(before: Read, after: Read | None) -> object:
    if after is None:
        return "is missing"
    names = [name for name in before.record | after.record if before.record.get(name) != after.record.get(name)]
    wrong = {name: (before.record.get(name), after.record.get(name)) for name in names}
    tags = {fit(tag) for tag in before.tags} - {""}
    return wrong | ({} if set(after.tags) == tags else {"tags": (before.tags, after.tags)})


def snapshot(home: Path) -> list[Entry]:
    with Library.open(home / "library.litcli") as library:
        return library.entries.all()


FEW = tuple(entry for entry in ENTRIES if len(str(entry.record)) < 600)[::15]


@pytest.mark.parametrize("format_", BOTH_WAYS, ids=by_name)
@pytest.mark.parametrize(("encoding", "ends"), [("utf-8-sig", "\r\n"), ("utf-16", "\r\n"), ("utf-8", "\r")])
def test_marks_of_encoding_and_line_ends_change_nothing(
    run: Runner, home: Path, format_: ModuleType, encoding: str, ends: str
) -> None:
    text = dumps(format_, FEW, Options())
    (home / "a").write_bytes(text.encode())
    (home / "b").write_bytes(text.replace("\n", ends).encode(encoding))
    run("init")
    run("import", "a", "--from", format_.NAME)
    before = snapshot(home)
    assert len(before) == len(FEW)
    again = run("import", "b")
    assert (again.code, again.err) == (0, f"{len(FEW)} references: {len(FEW)} the same as before\n")
    assert snapshot(home) == before
