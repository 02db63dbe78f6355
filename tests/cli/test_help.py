"""Every command has help, and the examples in it work."""

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup

from litcli.cli.app import COMMANDS, load
from litcli.extract.description import TAUGHT, Description
from litcli.store.library import Library
from tests.intake.corpora import corpus

ROWS = {name: row for rows in COMMANDS.values() for name, row in rows.items()}


def commands() -> Iterator[tuple[str, object]]:
    for name in ROWS:
        command = load(name)
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {inner}", one) for inner, one in command.commands.items())
        else:
            yield name, command


def examples() -> Iterator[tuple[str, str]]:
    for name, command in commands():
        yield from ((name, line) for line in command.epilog.splitlines())


@pytest.mark.parametrize("name", ROWS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    assert load(name).help.splitlines()[0] == ROWS[name].line


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_has_help_that_ends_with_an_example(run, name: str, command) -> None:
    done = run(*name.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: litcli {name} ")
    assert "--library FILE" in done.out
    assert "--json " in done.out
    assert done.lines[-1] == f"  {command.epilog.splitlines()[-1]}"
    assert all(len(line) <= 80 for line in done.out.partition("Examples:")[0].splitlines())


@pytest.mark.parametrize("name", [name for name in ROWS if isinstance(load(name), TyperGroup)])
def test_no_line_of_a_list_of_commands_is_cut(run, name: str) -> None:
    listed = run(name, "--help").out.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize(("name", "example"), [pytest.param(*one, id=one[1]) for one in examples()])
def test_every_example_works(run, world: Path, name: str, example: str) -> None:
    words, stdin, env = parsed(example.replace("KEY", "\0"), world)
    keys = {"restore": ["thrown1985"], "split": ["galon2012"], "merge": ["clinics2001", "clinics2003"]}.get(
        name, ["galon2012", "holt2019"]
    )
    asked = iter(keys)
    arguments = [word.replace("\0", next(asked)) if "\0" in word else word for word in words]
    refs = {"PAGE": doubtful(world)}
    done = run(*(refs.get(word, word) for word in arguments), stdin=stdin, env=env)
    assert done.code == (3 if example in SET_ASIDE else 0), done.err


SET_ASIDE = {"litcli extract pages/ --json > records.jsonl"}
"""The examples that come upon a page to set aside."""


def parsed(example: str, world: Path) -> tuple[list[str], bytes, dict[str, str]]:
    """Take a line of shell apart: what is piped in, the environment before it, the arguments."""
    words = shlex.split(example.partition(" > ")[0])
    stdin = b""
    if words[0] == "cat":
        stdin = (world / words[1]).read_bytes()
        words = words[words.index("|") + 1 :]
    at = words.index("litcli")
    return words[at + 1 :], stdin, dict(word.split("=", 1) for word in words[:at])


def doubtful(world: Path) -> str:
    with Library.open(world.parent / "library.litcli", readonly=True) as opened:
        return next(page.sha256[:8] for page in opened.pages.with_status() if page.status == "doubtful")


@pytest.fixture
def world(home: Path, library: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with all that the examples name: files, tags, edits, a trash, something undone, an editor."""
    shutil.copy(pages / "a-shifts.txt", home / "page.txt")
    shutil.make_archive(str(home / "dump"), "zip", pages, "a-shifts.txt")
    (home / "refs.bib").write_text(
        "@article{x1999, author = {Roe, Jo}, title = {Ice on ponds}, journal = {Ponds}, year = {1999}}\n"
    )
    (home / "paper.md").write_text("Nurses sleep less [@holt2019, p. 2].\n")
    corpus(home / "corpus")
    tools = home / "tools"
    tools.mkdir()
    (tools / "nano").write_text("#!/bin/sh\nprintf 'note: seen in the editor\\n' >> \"$1\"\n")
    (tools / "nano").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    with Library.open(library) as opened:
        fill(opened)
        opened.backup(home / "papers.litcli")
    monkeypatch.setenv("LITCLI_LIBRARY", str(library.rename(home.parent / "library.litcli")))
    return home


def fill(library: Library) -> None:
    def stated(title: str, author: str, journal: str, year: int, key: str) -> None:
        people = [{"family": author, "given": "Tom"}]
        record = {"type": "article-journal", "title": title, "author": people, "container-title": journal}
        library.add({**record, "issued": {"date-parts": [[year]]}}, "hand", key)

    with library.change("what the examples need"):
        stated("Peat and its uses in horticulture", "Moor", "Soil Letters", 1985, "moor1985")
        stated("Peat fires of the dry years and their smoke", "Moor", "Soil Letters", 1984, "thrown1985")
        stated("Rural clinics in winter and their waiting rooms", "Fell", "The Lancet", 2001, "clinics2001")
        stated("Urban clinics in summer and their waiting lists", "Fell", "The Lancet", 2003, "clinics2003")
        stated("Urban clinics in summer and their waiting halls", "Roe", "The Lancet", 2004, "clinics2004")
        library.entries.trash(["thrown1985"])
        library.edits.set("clinics2003", "title", "Rural clinics in winter and their waiting rooms")
        library.edits.set("clinics2003", "issued", {"date-parts": [[2001]]})
        library.edits.set("galon2012", "title", "Lenalidomide in older adults with myeloma")
        library.tags.add(["galon2012"], ["oncology/trials", "to-read", "neoplasms"])
        library.tags.add(["moor1985"], ["to-read"])
        library.taught.put(Description("pure", TAUGHT, upon="pure", rows=(("archive", ("Held by",)),)))
    with library.change("something to redo"):
        library.tags.add(["holt2019"], ["sleep"])
    library.history.undo()
