import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from .conftest import Runner


def test_cite_formats_references(run: Runner, library: Path, home: Path) -> None:
    done = run("cite", "holt2019")
    assert done.out.startswith("Holt, M., & Kvam, J. (2019). Night shifts and the sleep of nurses: a diary study. ")
    assert done.err == ""
    assert run("cite", "holt2019", "--style", "vancouver").out.startswith("1. Holt M, Kvam J.")
    assert run("cite", "holt2019", "galon2012", "--in-text").out == "(Galon & Osk, 2012; Holt & Kvam, 2019)\n"
    assert run("cite", "holt2019", env={"LITCLI_STYLE": "vancouver"}).out.startswith("1. Holt M")
    assert "<i>" in run("cite", "holt2019", "--format", "html").out.replace("em>", "i>")
    assert run("cite", "--where", "sleep", "-o", "refs.txt").err == "wrote 1 entry to refs.txt\n"
    assert (home / "refs.txt").read_text(encoding="utf-8") == done.out


def test_cite_tells_what_a_reader_will_miss(run: Runner, library: Path) -> None:
    run("unset", "holt2019", "volume", "journal")
    assert run("cite", "holt2019").err == "apa: holt2019 has no container-title, volume\n"
    assert run("cite", "holt2019", "-q").err == ""


def test_cite_warns_of_what_editors_took_back(run: Runner, library: Path) -> None:
    run("set", "holt2019", "editorial-notice=Retracted")
    assert run("cite", "holt2019", "-q").err == "holt2019: Retracted\n"
    assert "[Retracted] Night shifts" in run("list", "holt").out
    assert "Editorial notice" in run("show", "holt2019").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--style", "vancuver"), "litcli: no style is called 'vancuver'; did you mean "),
        (("--format", "pdf"), "litcli: no format of citations is called 'pdf'"),
        (("--format", "docx"), "litcli: docx is no text; name a file with -o\n"),
        (("-o", "refs.pdf"), "litcli: citations are not written as .pdf; name a format with --format (text, html, "),
        (("--in-text", "--number"), "litcli: --number is for the list of references; leave it out, or --in-text\n"),
        (("--locale", "xx"), "litcli: no locale is called 'xx'; one looks like de-DE or pt-BR\n"),
    ],
)
def test_what_cannot_be_cited_is_told(run: Runner, library: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("cite", "holt2019", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_docx_goes_to_a_file(run: Runner, library: Path, home: Path) -> None:
    assert run("cite", "holt2019", "--format", "docx", "-o", "refs.docx").code == 0
    assert (home / "refs.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "begins"), [("refs.docx", b"PK"), ("refs.html", b"<div"), ("refs.rtf", b"{\\rtf"), ("refs.list", b"Holt, M.")]
)
def test_the_ending_of_the_file_tells_the_format(run: Runner, library: Path, home: Path, name: str, begins: bytes) -> None:
    assert run("cite", "holt2019", "-o", name).code == 0
    assert (home / name).read_bytes().startswith(begins)


def test_the_style_needs_what_it_prints(run: Runner, library: Path) -> None:
    run("unset", "holt2019", "issue")
    assert run("cite", "holt2019", "--style", "ieee").err == "ieee: holt2019 has no issue\n"
    assert run("cite", "holt2019", "--style", "nature", "--strict").code == 0
    strict = run("cite", "holt2019", "--strict")
    assert (strict.code, strict.out) == (4, run("cite", "holt2019").out)
    assert strict.err == "apa: holt2019 has no issue\nlitcli: 1 reference lacks what apa prints\n"
    (told,) = run("cite", "holt2019", "--json").json
    assert (told["lacking"], told["unresolved"]) == ({"holt2019": ["issue"]}, [])


def test_places_in_works(run: Runner, library: Path) -> None:
    assert run("cite", "--in-text", "holt2019, p. 12").out == "(Holt & Kvam, 2019, p. 12)\n"
    assert run("cite", "--in-text", "holt2019, ch. 3", "--locale", "de").out == "(Holt & Kvam, 2019, Kapitel 3)\n"
    twice = run("cite", "--in-text", "holt2019, p. 12", "holt2019, p. 30").out
    assert twice == "(Holt & Kvam, 2019, p. 12; 2019, p. 30)\n"
    assert run("cite", "--in-text", "holt2019, p. 12", "--where", "sleep").code == 2
    refused = run("cite", "holt2019, p. 12")
    assert (refused.code, refused.err) == (2, "litcli: a place in a work ('KEY, p. 12') stands in the text; add --in-text\n")
    assert run("cite", "--in-text", "none2019, p. 12").code == 1


def test_a_place_that_the_style_leaves_out_is_told(run: Runner, library: Path) -> None:
    done = run("cite", "--in-text", "holt2019, p. 12", "galon2012", "--style", "nature")
    assert done.out == "1,2\n"
    assert done.err == "nature: citations in this style do not say where in a work; p. 12 is left out\n"
    assert run("cite", "--in-text", "holt2019, p. 12", "--style", "ieee").err == ""


def test_order_and_numbers(run: Runner, library: Path) -> None:
    def first(*options: str) -> list[str]:
        return [line[:8] for line in run("cite", *options).lines]

    assert first("holt2019", "galon2012") == ["Galon, I", "Holt, M."]
    assert first("holt2019", "galon2012", "--order", "given") == ["Holt, M.", "Galon, I"]
    assert first("--order", "-issued", "--number") == ["1. Holt,", "2. Galon"]
    assert first("--order", "issued", "--style", "vancouver") == ["1. Galon", "2. Holt "]
    assert run("cite", "--order", "nonsense").code == 2


def test_what_a_document_cites(run: Runner, library: Path, home: Path) -> None:
    (home / "paper.md").write_text("Nurses [@holt2019, p. 3] differ [@nobody2020].\n\nOld: @GALON2012.\n")
    done = run("cite", "--from", "paper.md", "--style", "vancouver")
    assert (done.code, [line[:8] for line in done.lines]) == (3, ["1. Holt ", "2. Galon"])
    assert done.err == "paper.md:1: nobody2020: no entry has the key 'nobody2020'; 'litcli list' shows the keys\n"
    (home / "paper.aux").write_text("\\citation{galon2012}\n\\citation{holt2019}\n")
    done = run("cite", "--aux", "paper.aux", "--style", "vancouver")
    assert (done.code, [line[:8] for line in done.lines], done.err) == (0, ["1. Galon", "2. Holt "], "")


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("paper.md", "@nobody and @noone", 1, "litcli: paper.md cites nothing that the library holds: nobody, noone\n"),
        ("paper.md", "Nothing.", 1, "litcli: paper.md cites nothing\n"),
        ("paper.docx", "no archive", 3, "litcli: paper.docx: this is no Word document: "),
        ("paper.pdf", "", 2, "litcli: paper.pdf: litcli finds citations in files that end in .md, "),
    ],
)
def test_a_document_that_cites_nothing_is_told(
    run: Runner, library: Path, home: Path, name: str, content: str, code: int, said: str
) -> None:
    (home / name).write_text(content)
    done = run("cite", "--from", name, "-o", "refs.html")
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(said)
    assert not (home / "refs.html").exists()


def test_a_manuscript_is_checked(run: Runner, library: Path, home: Path) -> None:
    run("set", "galon2012", "editorial-notice=Retracted")
    (home / "paper.md").write_text("Nurses [@holt2019].\n\n[@galon2012; @nobody2020]\n")
    done = run("cite", "--check", "paper.md", "--style", "nature")
    assert done.code == 4
    assert done.lines == [
        "paper.md:3: galon2012: retracted: Retracted: Lenalidomide in older adults with myeloma: a registry study",
        "paper.md:3: nobody2020: unresolved: no entry has the key 'nobody2020'; 'litcli list' shows the keys",
    ]
    assert done.err == "litcli: paper.md cites 3 works; 2 findings\n"
    assert run("cite", "--check", "paper.md", "--style", "nature", "--json").json[0] == {
        "file": "paper.md",
        "line": 3,
        "key": "galon2012",
        "problem": "retracted",
        "detail": "Retracted: Lenalidomide in older adults with myeloma: a registry study",
    }
    (home / "paper.md").write_text("Nurses [@holt2019].\n")
    assert run("cite", "--check", "paper.md").err == "paper.md cites 1 work; nothing is wrong\n"
    assert run("cite", "--check", "paper.md", "--style", "vancuver").code == 2
    assert run("cite", "--check", "none.md").code == 3


def clipboard(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, does: str) -> None:
    folder.mkdir()
    (folder / name).write_text(f"#!/bin/sh\n{does}\n")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_copying(run: Runner, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run("cite", "holt2019").out
    clipboard(home / "bin", monkeypatch, "wl-copy", 'echo "$@" > asked; cat > copied')
    done = run("cite", "holt2019", "--clipboard")
    assert (done.code, done.out, done.err) == (0, "", "copied 1 entry\n")
    assert ((home / "copied").read_text(encoding="utf-8"), (home / "asked").read_text()) == (shown, "\n")
    run("cite", "holt2019", "--clipboard", "--format", "html")
    assert "<em>" in (home / "copied").read_text(encoding="utf-8")
    assert (home / "asked").read_text() == "--type text/html\n"
    refused = run("cite", "holt2019", "--clipboard", "--format", "docx")
    assert (refused.code, refused.err) == (2, "litcli: docx cannot be copied; write a file with -o, or copy html or rtf\n")


def test_a_clipboard_that_fails_is_told(run: Runner, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard(home / "bin", monkeypatch, "wl-copy", "exit 1")
    done = run("cite", "holt2019", "--clipboard")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("litcli: wl-copy cannot copy: it ended with 1")
    monkeypatch.setenv("PATH", str(home))
    assert run("cite", "holt2019", "--clipboard").err.startswith("litcli: there is no program for the clipboard; install one of ")


def test_the_cache_is_no_promise(run: Runner, library: Path, home: Path) -> None:
    shown = run("cite", "holt2019").out
    (kept,) = (home.parent / ".user" / "cache" / "litcli" / "citations").iterdir()
    kept.write_bytes(b"spoilt")
    assert run("cite", "holt2019").out == shown
    for file in (kept, kept.parent):
        file.unlink() if file.is_file() else file.rmdir()
    kept.parent.write_text("in the way")
    assert run("cite", "holt2019").out == shown


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("kill -9 $$", "litcli: pandoc was killed by signal 9, perhaps for want of memory; try again, or fewer entries\n"),
        ("echo half; echo 'out of luck' >&2; exit 1", "litcli: style apa: pandoc cannot use it: out of luck\n"),
    ],
)
def test_nothing_is_half_written(
    run: Runner, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    (home / "refs.html").write_text("as it was")
    folder = home / "bin"
    folder.mkdir()
    (folder / "pandoc").write_text(f'#!/bin/sh\n[ "$1" = --version ] && {{ echo "pandoc 99"; exit; }}\n{does}\n')
    (folder / "pandoc").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    done = run("cite", "holt2019", "-o", "refs.html")
    assert (done.code, done.out, done.err) == (2, "", said)
    assert (home / "refs.html").read_text() == "as it was"
    assert sorted(path.name for path in home.iterdir()) == ["bin", "library.litcli", "refs.html"]


def wait_for(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.05)


def test_a_live_bibliography(run: Runner, library: Path, home: Path) -> None:
    paper, refs = home / "paper.md", home / "refs.html"
    paper.write_text("Nurses [@holt2019].\n")
    program = [str(Path(sys.executable).with_name("litcli")), "cite", "--watch", "--from", "paper.md", "-o", "refs.html"]
    listening = partial(signal.signal, signal.SIGINT, signal.default_int_handler)  # where the tests run in the background
    with subprocess.Popen(program, cwd=home, stderr=subprocess.PIPE, text=True, preexec_fn=listening) as watching:  # noqa: PLW1509  no threads here
        try:
            wait_for(lambda: refs.exists() and "ref-holt2019" in refs.read_text())
            paper.write_text("Nurses [@holt2019; @galon2012; @nobody].\n")
            wait_for(lambda: "ref-galon2012" in refs.read_text())
            paper.write_text("Nothing.\n")
            time.sleep(1)
            paper.write_text("Nurses [@holt2019].\n")
            wait_for(lambda: "ref-galon2012" not in refs.read_text())
            run("set", "holt2019", "title=A quite other title")
            wait_for(lambda: "quite other" in refs.read_text())
        finally:
            watching.send_signal(signal.SIGINT)
            said = watching.communicate(timeout=20)[1]
    assert watching.returncode == 130
    assert "watching library.litcli, paper.md; Ctrl-C ends it\n" in said
    assert "paper.md:1: nobody: no entry has the key 'nobody'" in said
    assert "paper.md cites nothing\n" in said
    assert sorted(path.name for path in home.iterdir()) == ["library.litcli", "paper.md", "refs.html"]


def test_watching_needs_something_to_watch_and_to_write(run: Runner, library: Path, home: Path) -> None:
    (home / "paper.md").write_text("@holt2019")
    said = "litcli: --watch needs a document and a file to write: --from paper.md -o refs.html\n"
    for options in (("-o", "refs.html"), ("--from", "paper.md"), ()):
        assert (run("cite", "--watch", *options).code, run("cite", "--watch", *options).err) == (2, said)


def test_styles_are_listed(run: Runner) -> None:
    (found,) = run("styles", "lancet infectious").lines
    assert found.startswith("the-lancet-infectious-diseases  The Lancet Infectious Diseases  1 Halvorsen I, Osei-Tutu K, ")
    (told,) = run("styles", "lancet infectious", "--json").json
    assert told.pop("sample").startswith("1 Halvorsen I")
    assert told == {
        "style": "the-lancet-infectious-diseases",
        "title": "The Lancet Infectious Diseases",
        "fields": ["numeric", "medicine"],
        "parent": "the-lancet",
    }
    assert all(style["sample"] for style in run("styles", "vancouver", "--json").json)
    assert len(run("styles").lines) > 10_000
    assert len(run("styles", "medicine").lines) > 1_000
    assert (run("styles", "no-such-style").code, run("styles", "no-such-style").out) == (1, "")
