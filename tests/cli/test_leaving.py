import json
from pathlib import Path

import pytest

from .conftest import Runner


def test_export_writes_stdout_or_a_file(run: Runner, library: Path, home: Path) -> None:
    shown = run("export", "holt2019", "--to", "bibtex")
    assert (shown.code, shown.lines[0]) == (0, "@article{holt2019,")
    assert shown.err == ""
    assert "peer-reviewed (1 entry)" in run("export", "holt2019", "--to", "ris").err
    written = run("export", "holt2019", "-o", "refs.bib", "-q")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (home / "refs.bib").read_text(encoding="utf-8") == shown.out
    assert run("export", "--to", "bibtex", "-o", "all.txt").err.splitlines()[-1] == "wrote 2 entries to all.txt"


@pytest.mark.parametrize("to", ["bibtex", "ris", "csl-json"])
def test_what_is_exported_can_be_imported(run: Runner, library: Path, home: Path, to: str) -> None:
    run("export", "--to", to, "-o", "refs.out")
    assert run("import", "refs.out", "--from", to, "--library", "other.litcli").code == 0
    assert run("list", "--library", "other.litcli").lines == run("list").lines


def test_export_chooses_entries(run: Runner, library: Path) -> None:
    assert [item["id"] for item in json.loads(run("export", "--where", "year:2019", "--to", "csl-json").out)] == ["holt2019"]
    assert [item["id"] for item in json.loads(run("export", "--to", "csl-json").out)] == ["galon2012", "holt2019"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "litcli: say which format with --to (biblatex, bibtex, csl-json"),
        (("--to", "bibtx"), 2, "litcli: no format is called 'bibtx'; did you mean bibtex"),
        (("-o", "refs.xyz"), 2, "litcli: say which format with --to"),
        (("--to", "ris", "--where", "nothing-like-it", "-o", "x.ris"), 1, "litcli: nothing matches 'nothing-like-it'\n"),
        (("--to", "ris", "-o", "no/such/folder/x.ris"), 2, "litcli: no/such/folder/x.ris cannot be written: No such file"),
    ],
)
def test_what_cannot_be_exported_leaves_no_file(
    run: Runner, library: Path, home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run("export", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert list(home.iterdir()) == [library]


def test_an_empty_library_has_nothing_to_export(run: Runner, home: Path) -> None:
    run("init")
    done = run("export", "--to", "ris", "-o", "refs.ris")
    assert (done.code, done.err, (home / "refs.ris").exists()) == (1, "litcli: the library is empty\n", False)


def test_ascii_writes_escapes(run: Runner, library: Path) -> None:
    run("set", "holt2019", "author=Möller, Åsa")
    assert "Möller, Åsa" in run("export", "holt2019", "--to", "bibtex").out
    assert run("export", "holt2019", "--to", "bibtex", "--ascii").out.isascii()


def test_formats_are_listed(run: Runner) -> None:
    assert {line["format"]: line["suffixes"][:1] for line in run("formats", "--json").json}.items() >= {
        "bibtex": [".bib"], "csl-json": [".json"], "ris": [".ris"],
    }.items()  # fmt: skip
    assert ["bibtex", "BibTeX", ".bib", ".bibtex"] in [line.split() for line in run("formats").lines]
