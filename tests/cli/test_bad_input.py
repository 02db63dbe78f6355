"""What a person may hand to the program by mistake: one clear line each, the right exit code, nothing left behind."""

import gzip
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from litcli.citations.styles import find

from .conftest import SHIFTS, Runner


def broken_zip() -> bytes:
    return b"PK\x03\x04" + bytes(40)


def climbing_tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo("../../outside.txt")
        member.size = len(SHIFTS)
        archive.addfile(member, io.BytesIO(SHIFTS.encode()))
    return packed.getvalue()


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "binary.txt": bytes(range(256)) * 20,
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "broken.zip": broken_zip(),
    "cut.tar.gz": climbing_tar()[:-30],
    "climbing.tar.gz": climbing_tar(),
    "cut.txt.gz": gzip.compress(SHIFTS.encode() * 50)[:-20],
}


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_named_and_the_rest_goes_on(run: Runner, home: Path, name: str, command: str) -> None:
    if (content := BAD[name]) is not None:
        (home / name).write_bytes(content)
    (home / "good.txt").write_text(SHIFTS, encoding="utf-8")
    done = run(command, name, "good.txt", "--json", "--library", "refs.litcli")
    assert done.code == 3
    assert name in done.err.splitlines()[0]
    assert "Traceback" not in done.err
    good = done.json[-1]
    assert (good["source"], good.get("citekey", "holt2019")) == ("good.txt", "holt2019")
    assert not (home.parent / "outside.txt").exists()


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "image.png"])
def test_where_nothing_could_be_read_no_library_is_made(run: Runner, home: Path, name: str) -> None:
    if (content := BAD[name]) is not None:
        (home / name).write_bytes(content)
    before = set(home.iterdir())
    done = run("ingest", name, "--library", "deep/er/refs.litcli")
    assert done.code == 3
    assert done.err.splitlines()[-1] == "1 page: 1 failed"
    assert set(home.iterdir()) == before


def test_what_cannot_be_read_waits_in_the_inbox_with_its_reason(run: Runner, home: Path) -> None:
    (home / "good.txt").write_text(SHIFTS, encoding="utf-8")
    for name in ("empty.txt", "image.png", "binary.txt"):
        (home / name).write_bytes(BAD[name])
    first = run("ingest", ".", "--library", "refs.litcli")
    assert (first.code, first.err.splitlines()[-1]) == (3, "4 pages: 1 new (holt2019), 3 failed")
    waiting = run("inbox", "list", "--json", "--library", "refs.litcli").json
    assert {Path(page["origin"]).name: page["reason"] for page in waiting} == {
        "binary.txt": "a binary file, not text",
        "empty.txt": "it is empty",
        "image.png": "a PNG image, not text",
    }
    shown = run("inbox", "show", waiting[0]["sha256"], "--library", "refs.litcli")
    assert shown.lines[-1] == "(the page is no text)"
    again = run("ingest", ".", "--library", "refs.litcli")
    assert (again.code, again.err.splitlines()[-1]) == (3, "4 pages: 1 the same as before, 3 failed")
    retried = run("inbox", "retry", "--all", "--library", "refs.litcli")
    assert (retried.code, retried.err) == (0, "3 pages: 3 the same as before\n")


LOOKING = (
    ("list",),
    ("search", "x"),
    ("show", "x"),
    ("why", "x"),
    ("stats",),
    ("export", "--to", "ris"),
    ("cite",),
    ("log",),
    ("db", "info"),
)
CHANGING = (
    ("set", "x", "volume=1"),
    ("tag", "add", "t", "x"),
    ("rm", "x"),
    ("undo",),
    ("inbox", "retry", "--all"),
    ("merge", "x", "y"),
)


@pytest.mark.parametrize("arguments", LOOKING + CHANGING, ids=" ".join)
def test_without_a_library_nothing_is_made(run: Runner, home: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    place = home.parent / ".user" / "data" / "litcli" / "library.litcli"
    assert (done.code, done.out) == (1, "")
    assert done.err == f"litcli: there is no library at {place}; 'litcli ingest' or 'litcli init' makes one\n"
    assert list(home.parent.iterdir()) == [home]
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",), ("search", "sleep"), ("show", "holt2019"), ("why", "holt2019"), ("stats",), ("export", "--to", "ris"), ("log",),
        ("cite", "holt2019"), ("db", "info"), ("db", "check"), ("inbox", "list"), ("tag", "list"), ("dedupe",), ("config",), ("styles", "apa"),
        ("rm", "holt2019", "--dry-run"), ("set", "holt2019", "volume=9", "--dry-run"), ("reextract", "--diff"), ("ingest", "missing.txt"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_reads_or_fails_leaves_the_library_as_it_was(
    run: Runner, library: Path, home: Path, arguments: tuple[str, ...]
) -> None:
    before = library.read_bytes()
    run(*arguments)
    assert library.read_bytes() == before
    assert list(home.iterdir()) == [library]


@pytest.mark.parametrize("arguments", [("list",), ("set", "galon2012", "volume=1"), ("ingest", "page.txt")], ids=" ".join)
def test_what_is_no_library_is_told(run: Runner, home: Path, arguments: tuple[str, ...]) -> None:
    (home / "page.txt").write_text(SHIFTS, encoding="utf-8")
    (home / "library.litcli").write_text("not a database", encoding="utf-8")
    done = run(*arguments)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith("litcli: the library ")
    assert done.err.count("\n") == 1
    assert (home / "library.litcli").read_text(encoding="utf-8") == "not a database"


def test_a_library_of_another_program_is_told(run: Runner, home: Path) -> None:
    other = sqlite3.connect(home / "library.litcli")
    other.execute("CREATE TABLE x (y)")
    other.close()
    assert run("list").code == 5


def test_a_library_of_a_newer_litcli_is_not_touched(run: Runner, library: Path) -> None:
    with sqlite3.connect(library) as newer:
        newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('litcli', 'm999_future', 'now')")
    newer.close()
    before = library.read_bytes()
    for arguments in (("list",), ("set", "galon2012", "volume=1")):
        done = run(*arguments)
        assert (done.code, done.out) == (5, "")
        assert "made by a newer litcli" in done.err
    assert library.read_bytes() == before


def test_a_busy_library_is_told(run: Runner, library: Path) -> None:
    holder = sqlite3.connect(library, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        done = run("tag", "add", "x", "galon2012")
        assert done.code == 5
        assert "in use by another program" in done.err
        assert run("list").code == 0
    finally:
        holder.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_library_that_may_not_be_written_can_be_looked_at(run: Runner, library: Path) -> None:
    library.chmod(0o444)
    assert run("list").code == 0
    done = run("tag", "add", "x", "galon2012")
    assert done.code == 5
    assert "may not be written" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(run: Runner, library: Path) -> None:
    done = run("export", "--to", "bibtex", "-o", "/dev/full")
    assert (done.code, done.err.splitlines()[-1]) == (2, "litcli: /dev/full cannot be written: No space left on device")


@pytest.mark.parametrize("query", ["year:20x0..", "has:colour", "confidence:high", "*", "a OR", '"open'])
def test_a_mistake_in_a_query_is_pointed_at(run: Runner, library: Path, query: str) -> None:
    for arguments in (("list", query), ("search", query), ("export", "--to", "ris", "--where", query), ("rm", "--where", query)):
        done = run(*arguments)
        assert (done.code, done.out) == (2, "")
        first, shown, carets = done.err.splitlines()
        assert first.startswith("litcli: ")
        assert shown == query
        assert set(carets.strip()) == {"^"}


@pytest.mark.parametrize("query", ["COVID-19", "O'Neil", "C++", "10.1000/xyz", "Bees: a story", "(a", "a:b:c", "it's"])
def test_what_people_paste_is_no_mistake(run: Runner, library: Path, query: str) -> None:
    assert run("search", query).code in {0, 1}


def test_no_such_key_names_what_is_near(run: Runner, library: Path) -> None:
    for arguments in (
        ("show", "galon2013"),
        ("why", "galon2013"),
        ("rm", "galon2013"),
        ("cite", "galon2013"),
        ("note", "galon2013", "x"),
    ):
        done = run(*arguments)
        assert (done.code, done.err) == (1, "litcli: no entry has the key 'galon2013'; did you mean galon2012?\n")


def test_a_file_name_that_is_no_text_is_no_fault(run: Runner, home: Path) -> None:
    raw = os.fsencode(home) + b"/\xff.txt"
    Path(os.fsdecode(raw)).write_text(SHIFTS, encoding="utf-8")
    for arguments in (
        ("ingest", ".", "--json"),
        ("inbox", "list"),
        ("show", "holt2019"),
        ("extract", ".", "--json"),
        ("extract", "."),
    ):
        done = run(*arguments, "--library", str(home.parent / "x.litcli"))
        assert done.code in {0, 1}, done.err
        assert "fault" not in done.err


def test_a_library_in_a_folder_that_is_none_is_told(run: Runner, home: Path) -> None:
    (home / "file").write_text("x", encoding="utf-8")
    (home / "page.txt").write_text(SHIFTS, encoding="utf-8")
    done = run("ingest", "page.txt", "--library", "file/refs.litcli")
    assert (done.code, "cannot be made" in done.err) == (5, True)
    shutil.rmtree(home)


@pytest.mark.parametrize("command", [("list",), ("search", "lenalidomide"), ("log",)])
def test_a_limit_that_no_library_can_count_to_is_told(run: Runner, library: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--limit", "99999999999999999999")
    assert (done.code, done.out) == (2, "")
    assert done.err == "litcli: a number is too large; the largest that a library takes is 9223372036854775807\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("cite", "--from", "paper.md", "-o", "paper.md"),
        ("cite", "--from", "paper.md", "--style", "own.csl", "-o", "own.csl"),
        ("export", "--aux", "paper.md", "--to", "markdown", "-o", "paper.md"),
        ("export", "--to", "ris", "-o", "library.litcli"),
        ("export", "--to", "ris", "--auto", "library.litcli"),
        ("cite", "holt2019", "-o", "library.litcli"),
    ],
    ids=" ".join,
)
def test_what_is_read_is_never_written_over(run: Runner, library: Path, home: Path, arguments: tuple[str, ...]) -> None:
    (home / "paper.md").write_text("As found [@holt2019].\n", encoding="utf-8")
    shutil.copy(find("apa").path, home / "own.csl")
    before = [(home / name).read_bytes() for name in ("paper.md", "own.csl", "library.litcli")]
    done = run(*arguments)
    assert (done.code, done.err.splitlines()[-1].endswith("would be lost; name another file to write")) == (2, True)
    assert [(home / name).read_bytes() for name in ("paper.md", "own.csl", "library.litcli")] == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "\udcff"),
        ("set", "holt2019", "title=\udcff bad"),
        ("add", "title=\udcff bad"),
        ("note", "holt2019", "\udcff"),
        ("list", "\udcff"),
        ("cite", "--in-text", "holt2019, p. \udcff"),
        ("export", "--to", "ris", "--auto", "\udcff.ris"),
        ("export", "--auto-remove", "\udcff.ris"),
        ("inbox", "show", "\udcff"),
    ],
    ids=ascii,
)
def test_what_is_no_text_is_not_taken_for_one(run: Runner, library: Path, arguments: tuple[str, ...]) -> None:
    before = run("list", "--json").out
    done = run(*arguments)
    assert (done.code, "fault" in done.err) == (2, False), done.err
    assert (run("list", "--json").out, run("export", "--auto-list").code) == (before, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--to", "ris", "-o", "a.ris", "--append", "b.ris"),
        ("export", "--to", "ris", "-o", "a.ris", "--auto", "b.ris"),
        ("export", "-o", "a.bib", "--update", "b.bib"),
        ("export", "--to", "ris", "--split-by", ""),
        ("export", "--to", "ris", "--split-by", "type,year"),
        ("cite", "holt2019", "--check", "paper.md"),
        ("cite", "--check", "paper.md", "-o", "refs.html"),
    ],
    ids=" ".join,
)
def test_a_wish_is_not_passed_over(run: Runner, library: Path, home: Path, arguments: tuple[str, ...]) -> None:
    (home / "paper.md").write_text("[@holt2019]", encoding="utf-8")
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert sorted(file.name for file in home.iterdir()) == ["library.litcli", "paper.md"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_what_goes_to_a_pipe_is_utf_8_whatever_the_terminal_speaks(run: Runner, library: Path, encoding: str) -> None:
    run("set", "holt2019", "title=Kovač and 𝛽 in Ωmega")
    whole = run("export", "--to", "bibtex", "holt2019").out
    done = subprocess.run(
        [sys.executable, "-m", "litcli", "export", "--to", "bibtex", "holt2019"],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert (done.stdout.decode(), "Kovač and 𝛽 in Ωmega" in whole) == (whole, True)
