"""The process: which pandoc is taken, what it sees, what is kept of it, and how it may fail."""

import os
from pathlib import Path

import pytest

from litcli.citations import pandoc
from litcli.citations.bibliography import cite
from litcli.citations.cache import Cache
from litcli.citations.pandoc import Call, Failed, find, run
from litcli.errors import UsageError
from tests.citations.works import WORKS

ECHO = Call(("-f", "markdown", "-t", "plain"), b"*text*")


def install(folder: Path, version: str, does: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a pandoc on the PATH that says its version and else does something."""
    program = folder / "pandoc"
    program.write_text(
        f'#!/bin/sh\necho run >> {folder}/runs\n[ "$1" = --version ] && {{ echo "pandoc {version}"; exit; }}\n{does}\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return program


@pytest.mark.parametrize(("version", "taken"), [("99.1", True), ("3.10.1", True), ("2.19", False), ("", False), ("3.9", False)])
def test_a_newer_pandoc_of_the_system_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, taken: bool
) -> None:
    program = install(tmp_path, version, "echo theirs", monkeypatch)
    assert (find().path == str(program)) is taken
    assert run(ECHO) == (b"theirs\n" if taken else b"text\n")


def test_versions_are_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "99", "echo theirs", monkeypatch)
    cache = Cache(tmp_path / "cache")
    for _ in range(3):
        pandoc._version.cache_clear()
        find(cache)
    assert (tmp_path / "runs").read_text().count("run") == 1


def test_the_same_question_is_answered_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "99", "date +%N", monkeypatch)
    cache = Cache(tmp_path / "cache")
    first = run(ECHO, cache)
    assert run(ECHO, cache) == first
    assert run(Call(ECHO.arguments, b"*other*"), cache) != first
    assert run(Call((*ECHO.arguments, "--wrap=none"), ECHO.document), cache) != first
    assert run(Call(ECHO.arguments, ECHO.document, {"style.csl": b"x"}), cache) != first
    assert run(ECHO) != first


def test_another_pandoc_is_asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    run(ECHO, cache)
    install(tmp_path, "99", "echo theirs", monkeypatch)
    assert run(ECHO, cache) == b"theirs\n"
    install(tmp_path, "100", "echo newer", monkeypatch)
    assert run(ECHO, cache) == b"newer\n"


def test_it_sees_its_files_and_no_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "pandoc" / "templates"
    home.mkdir(parents=True)
    (home / "default.rtf").write_text("spoilt")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert b"spoilt" not in run(Call(("-f", "markdown", "-t", "rtf", "-s"), b"x"))
    assert run(Call(("-f", "markdown", "-t", "plain", "a.md"), b"", {"a.md": b"*beside*"})) == b"beside\n"


def test_what_pandoc_says_is_the_message() -> None:
    with pytest.raises(Failed, match="Unknown output format nonsense"):
        run(Call(("-t", "nonsense"), b""))


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("kill -9 $$", "pandoc was killed by signal 9"),
        ("exec sleep 20", "pandoc did not end within 0 s and was stopped"),
        ("echo 'half of it'; exit 3", "style apa: pandoc cannot use it: it ended with 3"),
        ("echo 'out of luck' >&2; exit 1", "style apa: pandoc cannot use it: out of luck"),
    ],
)
def test_a_pandoc_that_fails_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, says: str) -> None:
    install(tmp_path, "99", does, monkeypatch)
    monkeypatch.setattr("litcli.citations.bibliography._PATIENCE_A_BYTE", 0.0)
    monkeypatch.setattr(pandoc, "PATIENCE", 0.4)
    cache = Cache(tmp_path / "cache")
    with pytest.raises(UsageError) as caught:
        cite(WORKS[:1], cache=cache)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    pandoc._version.cache_clear()


def test_a_missing_pandoc_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pandoc, "_shipped", lambda: None)
    with pytest.raises(UsageError, match="citations need pandoc, which is not installed; run: pip install pypandoc-binary"):
        run(ECHO)
    monkeypatch.setattr(pandoc, "_shipped", lambda: str(tmp_path / "gone"))
    with pytest.raises(UsageError, match="pandoc cannot be started"):
        run(ECHO)


def test_a_document_of_nothing_but_brackets_takes_no_more_memory_than_there_may_be() -> None:
    with pytest.raises(UsageError, match="more than 1 GB of memory and was stopped; give it less at once"):
        run(Call(("-f", "markdown", "-t", "json"), b"[" * 1_000_000))
