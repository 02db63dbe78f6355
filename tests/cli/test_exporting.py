import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from litcli.formats._profiles import PROFILES

from .conftest import BIBTEX, Runner


def test_export_writes_stdout_or_a_file(run: Runner, library: Path, home: Path) -> None:
    shown = run("export", "holt2019", "--to", "bibtex")
    assert (shown.code, shown.err, shown.lines[0]) == (0, "", "@article{holt2019,")
    written = run("export", "holt2019", "-o", "refs.bib", "-q")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (home / "refs.bib").read_text(encoding="utf-8") == shown.out
    assert run("export", "--to", "bibtex", "-o", "all.txt").err.splitlines()[-1] == "wrote 2 entries to all.txt"
    assert "JATS reference list has no place for " in run("export", "holt2019", "--to", "jats").err


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


RIS = ("export", "--to", "ris", "-o", "refs.ris")


def test_a_file_is_read_back_and_what_is_not_whole_in_it_is_listed(run: Runner, library: Path, home: Path) -> None:
    done = run("export", "--verify", "--to", "jats", "--omit", "keyword", "-o", "refs.xml")
    assert done.code == 4
    assert "holt2019: dropped status, abstract, peer-reviewed" in done.err
    assert done.err.splitlines()[-1] == "0 of 2 entries are whole in refs.xml"
    (line,) = run("export", "--verify", "holt2019", "--to", "jats", "--omit", "status,abstract", "--json").json
    assert line["altered"] == [{"citekey": "holt2019", "dropped": ["peer-reviewed"], "changed": [], "added": []}]
    assert line["text"].startswith("<?xml")
    assert run("export", "--verify", "--to", "markdown").code == 2
    whole = run("export", "--verify", "--to", "jsonl", "-o", "all.jsonl")
    assert (whole.code, whole.err) == (0, "2 of 2 entries are whole in all.jsonl\n")


def test_a_misprinted_isbn_of_a_page_comes_back_from_a_file(run: Runner, home: Path) -> None:
    page = "On dusk hedges\n\nAnna Holt\n\nType: Book\nPublisher: Wall Press\nDate: 2011\nISBN: 978-3-642-23350-1\nLanguage: English\n"
    (home / "page.txt").write_text(page, encoding="utf-8")
    run("ingest", "page.txt")
    (entry,) = run("list", "--json").json
    assert (entry["record"].get("ISBN"), entry["record"]["extra"]) == (None, ["isbn: 978-3-642-23350-1"])
    done = run("export", "--to", "bibtex", "--verify", "-o", "refs.bib")
    assert (done.code, done.err) == (0, "1 of 1 entry is whole in refs.bib\n")
    run("init", "other.litcli")
    assert run("--library", "other.litcli", "import", "refs.bib").code == 0
    (again,) = run("--library", "other.litcli", "list", "--json").json
    assert again["record"] == entry["record"]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_chooses_format_bytes_and_places(run: Runner, library: Path, home: Path, profile: str) -> None:
    run("tag", "add", "to-read", "holt2019")
    run("set", "holt2019", "author=Möller, Åsa", "attachment=files/a.pdf")
    done = run("export", "holt2019", "--profile", profile, "-o", "refs.out", "-q")
    assert (done.code, done.err) == (0, "")
    content = (home / "refs.out").read_bytes()
    wanted = PROFILES[profile]
    assert (b"\r\n" in content) == (wanted.newline == "\r\n")
    assert content.isascii() == wanted.ascii
    assert (b"files/a.pdf" in content) == ("attachment" not in wanted.omit)
    assert run("import", "refs.out", "--library", "other.litcli").code == 0
    (again,) = run("list", "--json", "--library", "other.litcli").json
    assert again["record"]["author"] == [{"family": "Möller", "given": "Åsa"}]
    assert "to-read" in (*again["tags"], *again["record"].get("keyword", ()))


def test_fields_are_chosen_by_any_of_their_names(run: Runner, library: Path) -> None:
    run("tag", "add", "to-read", "holt2019")
    (only,) = json.loads(run("export", "holt2019", "--to", "csl-json", "--fields", "title,year", "--fields", "tags").out)
    assert (set(only), only["custom"]) == ({"id", "type", "title", "issued", "custom"}, {"tags": ["to-read"]})
    (rest,) = json.loads(run("export", "holt2019", "--to", "csl-json", "--omit", "abstract,tags,peer-reviewed").out)
    assert "abstract" not in rest
    assert "title" in rest
    assert not {"tags", "peer-reviewed"} & set(rest["custom"])


def test_entries_are_sorted(run: Runner, library: Path) -> None:
    def keys(*arguments: str) -> list[str]:
        return [item["id"] for item in json.loads(run("export", "--to", "csl-json", *arguments).out)]

    assert keys("--sort", "-year") == ["holt2019", "galon2012"]
    assert keys("holt2019", "galon2012") == ["holt2019", "galon2012"]
    assert keys("holt2019", "galon2012", "--sort", "year") == ["galon2012", "holt2019"]
    assert keys("--where", "year:2000..", "--sort", "-year") == ["holt2019", "galon2012"]


@pytest.mark.parametrize("to", ["bibtex", "ris", "jsonl", "csl-json", "csv"])
def test_only_what_a_file_does_not_have_is_added_to_it(run: Runner, library: Path, home: Path, to: str) -> None:
    file = home / "refs.out"
    run("export", "galon2012", "--to", to, "--append", "refs.out")
    before = file.read_bytes()
    assert run("export", "--to", to, "--append", "refs.out").err.splitlines()[-1] == "added 1 entry to refs.out"
    if to != "csl-json":
        assert file.read_bytes().startswith(before)
    whole = file.read_bytes()
    assert run("export", "--to", to, "--append", "refs.out").err.splitlines()[-1] == "added 0 entries to refs.out"
    assert file.read_bytes() == whole
    run("import", "refs.out", "--library", "other.litcli")
    assert run("list", "--library", "other.litcli").lines == run("list").lines


def test_what_stands_in_a_file_stays_as_it_is(run: Runner, library: Path, home: Path) -> None:
    file = home / "refs.bib"
    mine = "% mine\r\n@comment{x}\r\n@book{holt2019, title={Caf\xe9}}\r\n@article{b, title={no end"
    file.write_bytes(mine.encode("cp1252"))
    done = run("export", "--append", "refs.bib")
    assert done.code == 3
    assert "refs.bib has another work under the key holt2019; it was not added\n" in done.err
    assert file.read_bytes().startswith(mine.encode("cp1252"))
    assert b"@article{galon2012,\r\n" in file.read_bytes()


def test_a_file_that_would_lose_something_takes_nothing(run: Runner, library: Path, home: Path) -> None:
    (home / "refs.json").write_text('[{"id": "x", "title": "On bees"}, {"broken')
    done = run("export", "--append", "refs.json")
    assert (done.code, done.err) == (
        2,
        "litcli: refs.json holds what would be lost if it were written anew; export to another file\n",
    )


def test_only_some_formats_are_updated_in_place(run: Runner, library: Path, home: Path) -> None:
    run(*RIS)
    done = run("export", "--update", "refs.ris")
    assert done.code == 2
    assert done.err.startswith("litcli: a file in RIS cannot be updated in place (")
    assert run("export", "--update", "no.ris").code == 2


MINE = """\
% mine
@article{holt2019,
    author = "Holt, M.",
    title     = {Night shifts}, % keep this
    mynote = {mine}
}
@book{other, title = {Not in the library}}
"""


def test_entries_are_changed_in_place_and_nothing_else_of_the_file(run: Runner, library: Path, home: Path) -> None:
    file = home / "refs.bib"
    file.write_bytes(MINE.replace("\n", "\r\n").encode("utf-16"))
    done = run("export", "--omit", "abstract", "--update", "refs.bib")
    assert (done.code, done.err) == (0, "1 entry in refs.bib as in the library now\n")
    content = file.read_bytes().decode("utf-16")
    assert content.startswith('% mine\r\n@article{holt2019,\r\n    author = "Holt, Maren and Kvam, Josef",\r\n    title     = {')
    assert "% keep this\r\n    mynote = {mine}" in content
    assert content.endswith("@book{other, title = {Not in the library}}\r\n")
    assert "galon2012" not in content
    again = run("export", "--where", "year:2000..", "--omit", "abstract", "--update", "refs.bib")
    assert again.err.splitlines() == [
        "1 entry not in refs.bib; --append adds what it does not have",
        "1 entry in refs.bib as in the library already; nothing was changed",
    ]


def test_what_a_document_cites_is_exported(run: Runner, library: Path, home: Path) -> None:
    (home / "paper.aux").write_text("\\relax\n\\citation{holt2019,nobody2020}\n\\citation{holt2019}\n")
    done = run("export", "--aux", "paper.aux", "--to", "bibtex")
    assert [line for line in done.lines if line.startswith("@")] == ["@article{holt2019,"]
    assert "paper.aux: 'nobody2020' is cited, and the library does not have it\n" in done.err
    (home / "none.aux").write_text("\\relax\n")
    assert run("export", "--aux", "none.aux", "--to", "bibtex").code == 1


def test_a_file_for_each_value(run: Runner, library: Path, home: Path) -> None:
    run("tag", "add", "a/b", "holt2019")
    run("tag", "add", "A-b", "galon2012")
    done = run("export", "--split-by", "tag", "--to", "jsonl", "-o", "out")
    assert (done.code, done.err) == (0, "wrote 2 entries to 2 files in out\n")
    assert sorted(file.name for file in (home / "out").iterdir()) == ["A-b.jsonl", "a-b-2.jsonl"]
    done = run("export", "--split-by", "yaer", "--to", "ris", "-o", "none")
    assert (done.code, done.err) == (2, "litcli: no field is called 'yaer'; did you mean issued?\n")
    run("export", "--split-by", "year", "--to", "ris", "-o", "years", "-q")
    assert sorted(file.name for file in (home / "years").iterdir()) == ["2012.ris", "2019.ris"]


def test_an_automatic_export_follows_the_library(run: Runner, library: Path, home: Path) -> None:
    registered = run("export", "--auto", "refs.jsonl", "--where", "year:2019", "--omit", "abstract")
    assert registered.err == "wrote refs.jsonl, and writes it after each change that touches it\n"
    file = home / "refs.jsonl"
    first = file.read_text(encoding="utf-8")
    stamp = file.stat().st_mtime_ns
    run("set", "galon2012", "volume=9")
    assert file.stat().st_mtime_ns == stamp
    run("set", "holt2019", "title=On nurses")
    assert json.loads(file.read_text(encoding="utf-8"))["record"]["title"] == "On nurses"
    run("undo")
    assert file.read_text(encoding="utf-8").replace(json.loads(file.read_text())["modified"], "") == first.replace(
        json.loads(first)["modified"], ""
    )
    run("set", "galon2012", "year=2019")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2
    (listed,) = run("export", "--auto-list", "--json").json
    assert (listed["path"], listed["where"], listed["omit"]) == (str(file), "year:2019", ["abstract"])
    assert run("export", "--auto-remove", "refs.jsonl").code == 0
    file.unlink()
    run("set", "holt2019", "title=On sleep")
    assert not file.exists()


def test_a_failing_automatic_export_never_breaks_a_change(run: Runner, library: Path, home: Path) -> None:
    (home / "out").mkdir()
    run("export", "--auto", "out/refs.jsonl")
    shutil.rmtree(home / "out")
    done = run("set", "holt2019", "volume=77")
    assert done.code == 0
    assert "the automatic export " in done.err
    assert "was not written: " in done.err
    assert run("show", "holt2019", "--json").json[0]["record"]["volume"] == "77"
    assert run("import", "-", "--dry-run", stdin=BIBTEX).code == 0


def test_a_watched_library_is_exported_after_each_change(run: Runner, library: Path, home: Path) -> None:
    file = home / "refs.jsonl"
    litcli = [sys.executable, "-c", "from litcli.cli.app import app; app()", "export", "--watch", "-o", "refs.jsonl"]
    listening = partial(signal.signal, signal.SIGINT, signal.default_int_handler)  # where the tests run in the background
    with subprocess.Popen(litcli, cwd=home, stderr=subprocess.DEVNULL, preexec_fn=listening) as watching:  # noqa: PLW1509  no threads here
        try:
            wait_for(lambda: file.exists() and len(file.read_text(encoding="utf-8").splitlines()) == 2)
            run("rm", "holt2019")
            wait_for(lambda: len(file.read_text(encoding="utf-8").splitlines()) == 1)
        finally:
            watching.send_signal(signal.SIGINT)
        assert watching.wait(10) == 130


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        time.sleep(0.05)
