"""What a person sees on a terminal, and the program as it is installed."""

import fcntl
import os
import pty
import re
import resource
import signal
import struct
import subprocess
import sys
import termios
from functools import partial
from pathlib import Path

import pytest

from .conftest import SHIFTS, Runner

LITCLI = [sys.executable, "-m", "litcli"]
STYLED = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOURED = re.compile(r"\x1b\[[0-9;]*\b[34]\d[0-9;]*m")


def on_terminal(*arguments: str, columns: int = 60, answer: bytes = b"") -> tuple[int, str]:
    """Run the program on a terminal of its own; return its exit code and all that it showed."""
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}} | {"TERM": "xterm-256color"}
    with subprocess.Popen([*LITCLI, *arguments], stdin=its, stdout=its, stderr=its, env=env, close_fds=True) as program:
        os.close(its)
        if answer:
            os.write(mine, answer)
        shown = b""
        try:
            while piece := os.read(mine, 65536):
                shown += piece
        except OSError:  # Linux says so when the other side is closed
            pass
    os.close(mine)
    return program.returncode, shown.decode().replace("\r\n", "\n")


def test_a_table_fits_and_the_title_gives_way(library: Path) -> None:
    code, shown = on_terminal("list", columns=60)
    head, first, second = (line.rstrip() for line in STYLED.sub("", shown).splitlines())
    assert code == 0
    assert head == "Key        Year  Authors      Title"
    assert first == "galon2012  2012  Galon & Osk  Lenalidomide in older adults …"
    assert len(second) == 60
    assert "\x1b[1m" in shown


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("cite", "holt2019"), 0),
        (("cite", "--in-text", "holt2019, p. \x1b[2J"), 0),
        (("cite", "--from", "paper.tex"), 1),
        (("cite", "--style", "\x1b[2J.csl"), 2),
        (("list", "year:\x1b[2Jx"), 2),
        (("export", "--to", "ris", "--verify"), 0),
        (("export", "--to", "ris"), 0),
        (("list", "--json"), 0),
    ],
    ids=repr,
)
def test_nothing_steers_the_terminal(run: Runner, library: Path, home: Path, arguments: tuple[str, ...], code: int) -> None:
    run("set", "holt2019", "title=Shifts \x9b2J and \x1b[2J sleep", "container-title=Sleep\x9b2J")
    (home / "paper.tex").write_text("\\cite{a\x1b[2Jb\x9b2Jc}\n", encoding="utf-8")
    got, shown = on_terminal(*arguments)
    assert (got, re.findall(r"\x1b\[2J|\x9b", shown)) == (code, [])


def test_a_long_value_wraps_beside_its_label(library: Path) -> None:
    lines = STYLED.sub("", on_terminal("show", "holt2019", columns=50)[1]).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Title"))
    assert re.fullmatch(r" {8,}\S.*", lines[at + 1])
    assert all(len(line) <= 50 for line in lines)


def test_what_matched_is_marked_unless_colours_are_off(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, shown = on_terminal("search", "myeloma")
    assert code == 0
    assert COLOURED.search(shown)
    assert not COLOURED.search(on_terminal("search", "myeloma", "--no-color")[1])
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOURED.search(on_terminal("search", "myeloma")[1])


def test_what_was_read_is_in_brackets_where_colours_are_off(home: Path) -> None:
    (home / "page.txt").write_text(SHIFTS, encoding="utf-8")
    assert "[volume: 14]" in on_terminal("extract", "page.txt", "--explain", "--no-color")[1]
    assert "[volume:" not in on_terminal("extract", "page.txt", "--explain")[1]


def test_a_page_cannot_steer_the_terminal(home: Path) -> None:
    (home / "page.txt").write_text(SHIFTS.replace("nurses: a", "nurses \x1b]0;owned\x07\x1b[2J: a"), encoding="utf-8")
    for arguments in (
        ("extract", "page.txt"),
        ("extract", "page.txt", "--explain"),
        ("ingest", "page.txt"),
        ("list",),
        ("search", "sleep"),
    ):
        shown = on_terminal(*arguments, "--library", "x.litcli", columns=120)[1]
        assert "\x1b]0" not in shown
        assert "\x1b[2J" not in shown
    assert "\x1b[2J" not in on_terminal("show", "holt2019", "--page", "--library", "x.litcli")[1]


@pytest.mark.parametrize(("answer", "code", "volumes"), [(b"y\n", 0, ["9", "9"]), (b"n\n", 1, ["3", "14"])])
def test_a_change_of_more_than_one_entry_is_asked_about(
    run: Runner, library: Path, answer: bytes, code: int, volumes: list[str]
) -> None:
    ended, shown = on_terminal("set", "volume=9", "--where", "year:>2000", columns=80, answer=answer)
    assert "This changes 2 entries. Go on? [y/N]: " in shown
    assert ended == code
    assert [entry["record"]["volume"] for entry in run("list", "--json").json] == volumes


def test_long_work_shows_a_bar_unless_told_to_be_quiet(pages: Path) -> None:
    code, shown = on_terminal("ingest", "pages", "--library", "x.litcli", columns=100)
    assert code == 3
    assert re.search(r"5/5.*/s", STYLED.sub("", shown))
    assert STYLED.sub("", shown).splitlines()[-1].startswith("5 pages: 2 new (holt2019, galon2012)")
    assert "/s" not in on_terminal("ingest", "pages", "-q", "--library", "y.litcli")[1]


def many_pages(folder: Path, number: int) -> None:
    folder.mkdir()
    for at in range(number):
        (folder / f"{at:04}.txt").write_text(SHIFTS.replace("Night shifts", f"Night shifts in ward {at}"), encoding="utf-8")


def test_ctrl_c_keeps_what_was_committed(run: Runner, home: Path) -> None:
    many_pages(home / "many", 4000)
    command = [*LITCLI, "ingest", "many", "--json", "-j", "2", "--library", "library.litcli"]
    # A shell's background job is started deaf to Ctrl-C, and so would be what it starts.
    listening = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **streams, start_new_session=True, preexec_fn=listening) as program:  # noqa: PLW1509  no threads here
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        os.killpg(program.pid, signal.SIGINT)
        rest, said = program.stdout.read(), program.stderr.read().decode()
    assert program.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped; kept at least ")
    assert "Traceback" not in said
    kept = len(run("list").lines)
    assert 0 < kept < 4000
    assert kept >= max(int(said.split("kept at least ")[1].split()[0]), 1 + rest.count(b"\n"))
    assert run("db", "check").code == 0


def test_a_killed_batch_leaves_a_sound_library_and_can_be_taken_up_again(run: Runner, home: Path) -> None:
    many_pages(home / "many", 150)
    command = [*LITCLI, "ingest", "many", "--json", "-j", "1", "--library", "library.litcli"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.kill()
    assert run("db", "check").code == 0
    assert len(run("list").lines) >= 100
    assert run("ingest", "many").code == 0
    assert len(run("list").lines) == 150


def test_the_console_script_and_the_module_are_one_program() -> None:
    script = Path(sys.executable).with_name("litcli")
    shown = [
        subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
        for command in ([script], LITCLI)
    ]
    assert shown[0] == shown[1]
    assert re.fullmatch(r"litcli \d+\.\d+\.\d+\n", shown[0])


def test_the_way_through_of_the_first_session(home: Path, pages: Path) -> None:
    lines = """
        litcli init
        litcli ingest pages/ || test $? -eq 3
        litcli list
        litcli show galon2012 --evidence
        litcli why galon2012 title
        litcli search 'author:galon year:2010..2015 "tumor microenvironment"'
        litcli tag add oncology/trials --where lenalidomide
        litcli set galon2012 container-title="OncoImmunology"
        litcli export --where 'tag:oncology/' --to ris -o refs.ris
        litcli cite galon2012 --style apa
        cat pages/a-shifts.txt | litcli extract - --json
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["sh", "-ec", lines], capture_output=True, text=True, check=False, env={**os.environ, "PATH": path})
    assert done.returncode == 0, done.stderr
    assert "OncoImmunology" in (home / "refs.ris").read_text(encoding="utf-8")
    assert "Galon, I., & Osk, P. (2012)." in done.stdout


def test_starting_costs_no_more_than_a_bare_typer_program(tmp_path: Path) -> None:
    bare = tmp_path / "bare.py"
    bare.write_text(
        "import typer\napp = typer.Typer()\n@app.command()\ndef main(version: bool = typer.Option(False, '--version')) -> None:\n"
        "    print('0.1')\napp()\n"
    )

    def cost(command: list[str]) -> float:
        start = _spent()
        subprocess.run([*command, "--version"], capture_output=True, check=True)
        return _spent() - start

    ours, theirs = (min(cost(command) for _ in range(5)) for command in (LITCLI, [sys.executable, str(bare)]))
    assert ours <= 1.3 * theirs


def _spent() -> float:
    """Return the seconds of processor time that all programs run so far have used: what else the machine does is not in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_what_another_reading_changes_is_coloured_or_in_brackets(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = library.parent / "portals"
    folder.mkdir()
    (folder / "x.toml").write_text('name = "x"\nupon = "pure"\n[corrections]\nvolume = "issue"\nissue = ""\n', encoding="utf-8")
    code, shown = on_terminal("reextract", "holt2019", "--diff", columns=88)
    assert code == 0
    assert "\x1b[9;31m14\x1b[0m" in shown
    assert "\x1b[32m14\x1b[0m" in shown
    assert STYLED.sub("", shown).splitlines()[:2] == [
        "holt2019  volume: 14   (pure.volume)",
        "holt2019  issue: 2 14  (pure.issue -> x.issue)",
    ]
    monkeypatch.setenv("NO_COLOR", "1")
    assert STYLED.sub("", on_terminal("reextract", "holt2019", "--diff", columns=88)[1]).splitlines()[:2] == [
        "holt2019  volume: [-14-]  (pure.volume)",
        "holt2019  issue: [-2-]{+14+}  (pure.issue -> x.issue)",
    ]


@pytest.mark.parametrize(("answer", "kept"), [(b"y\n", True), (b"n\n", False)])
def test_on_a_terminal_a_person_says_whether_a_rule_is_kept(library: Path, run: Runner, answer: bytes, kept: bool) -> None:
    code, shown = on_terminal("teach", "holt2019", "archive=Journal of Shift Work", columns=100, answer=answer)
    assert "This teaches pages of pure; 4 changes in 4 records: archive 4; by portal: pure 4. Go on? [y/N]:" in STYLED.sub(
        "", shown
    )
    assert (code, "taught" in run("portals", "pure", "--json").out) == (0 if kept else 1, kept)
