import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer import Abort, Exit

from litcli import errors
from litcli.cli.errors import exit_code
from litcli.errors import InputError, LibraryBusy, LibraryMissing, NotFound, QueryError, UnknownName, UsageError

from .conftest import SHIFTS


def raising(error: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (NotFound("no entry is called 'x'"), 1, "litcli: no entry is called 'x'\n"),
        (LibraryMissing("there is no library at x"), 1, "litcli: there is no library at x\n"),
        (UsageError("name a key"), 2, "litcli: name a key\n"),
        (UnknownName("field", "colour", ["color"]), 2, "litcli: no field is called 'colour'; did you mean color?\n"),
        (InputError("a.txt", "is empty"), 3, "litcli: a.txt: is empty\n"),
        (errors.Findings("two entries lack a title"), 4, "litcli: two entries lack a title\n"),
        (LibraryBusy("in use"), 5, "litcli: in use\n"),
        (QueryError("no such field", "colour:red", 0, 6), 2, "litcli: no such field\ncolour:red\n^^^^^^\n"),
        (UsageError("a line\nand another"), 2, "litcli: a line and another\n"),
        (Abort(), 1, "litcli: nothing was changed\n"),
        (OSError(28, "No space left on device"), 2, "litcli: input or output: No space left on device\n"),
        (OSError(36, "File name too long", "aaa"), 2, "litcli: aaa: File name too long\n"),
    ],
)
def test_each_error_is_one_line_and_its_code(error: Exception, code: int, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(raising(error)) == code
    assert capsys.readouterr() == ("", line)


def test_a_result_that_is_a_number_is_the_code() -> None:
    assert exit_code(lambda: 3) == 3
    assert exit_code(lambda: None) == 0


def test_a_fault_of_ours_is_one_line_and_a_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(raising(ZeroDivisionError("division by zero"))) == 70
    (file,) = (home.parent / ".user" / "state" / "litcli").iterdir()
    assert capsys.readouterr().err == (
        f"litcli: a fault in litcli (ZeroDivisionError: division by zero); the details are in {file}; please report them\n"
    )
    assert "Traceback" in file.read_text()


def test_a_fault_is_told_even_where_the_state_folder_cannot_be(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home.parent / ".user").write_text("in the way")
    assert exit_code(raising(ZeroDivisionError("x"))) == 70
    err = capsys.readouterr().err
    place = Path(err.split("the details are in ")[1].split(";")[0])
    assert "Traceback" in place.read_text()
    place.unlink()


def test_a_reader_that_has_seen_enough_ends_us_quietly(home: Path) -> None:
    script = f"'{sys.executable}' -m litcli config --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, cwd=home)
    assert done.stderr == ""
    assert done.stdout in {"141\n", "0\n"}


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("extract - <&-", 3, "-: it is empty\n"),
        ("formats <&-", 0, ""),
        ("formats >&-", 0, ""),
        ("extract missing.txt 2>&-", 3, ""),
        ("--version >/dev/full", 2, "litcli: input or output: No space left on device\n"),
        ("extract missing.txt 2>/dev/full", 2, ""),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_streams_may_be_closed_or_full(home: Path, line: str, code: int, said: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m litcli {line}"], capture_output=True, text=True, check=False, cwd=home
    )
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["extract", "a" * 5000], 3, f"{'a' * 5000}: File name too long\n"),
        (["extract", "one\ntwo"], 3, "one\ufffdtwo: no such file or folder\n"),
        (["list", "--library", "a" * 5000], 5, f"litcli: the library {'a' * 5000} cannot be opened: File name too long\n"),
    ],
)
def test_an_odd_name_of_a_file_is_told_in_one_line(run, arguments: list[str], code: int, said: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out, done.err) == (code, "", said)


def test_a_library_may_be_called_anything(home: Path) -> None:
    (home / "page.txt").write_text(SHIFTS, encoding="utf-8")
    name = b"odd \xff name?#%20.litcli"
    done = subprocess.run(
        [sys.executable, "-m", "litcli", "ingest", "page.txt", "--library", name], capture_output=True, check=False, cwd=home
    )
    assert done.returncode == 0
    assert (home / os.fsdecode(name)).is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Usage: litcli"),
        (["--colour"], 2, "litcli: No such option: --colour"),
        (["confg"], 2, "litcli: No such command 'confg'. Did you mean 'config'?\nTry 'litcli --help'.\n"),
        (
            ["search", "-moth"],
            2,
            (
                "litcli: No such option: -m\nTry 'litcli search --help'.\n"
                "A query that begins with - comes after --: litcli search -- '-word'\n"
            ),
        ),
        (["config", "--jsn"], 2, "litcli: No such option: --jsn (Possible options: --json)\nTry 'litcli config --help'.\n"),
        (["extract"], 2, "litcli: Missing argument 'PATH...'.\nTry 'litcli extract --help'.\n"),
    ],
)
def test_a_mistake_in_the_command_line_is_pointed_at(run, arguments: list[str], code: int, said: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(said)


def test_an_exit_inside_a_command_is_its_code() -> None:
    assert exit_code(lambda: Exit(3).exit_code) == 3
