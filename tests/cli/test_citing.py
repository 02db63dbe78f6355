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
        (("--locale", "xx"), "litcli: no locale is called 'xx'"),
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
    assert len(run("styles").lines) > 10_000
    assert len(run("styles", "medicine").lines) > 1_000
    assert (run("styles", "no-such-style").code, run("styles", "no-such-style").out) == (1, "")
