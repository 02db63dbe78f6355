"""README's examples are true: each command line of a `console` block is run, and what it prints is compared with what is shown.

The blocks share one folder and run in order. A line `[...]` stands for lines left out; moments, percentages and sums of doubt may differ;
`# exit code 3` behind a command says how it ends. To write the outputs anew: `python -m tests.test_readme`.
"""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from litcli.cli.changes import ChangeJson
from litcli.cli.outcomes import ItemJson
from litcli.cli.reviewing import DueJson
from litcli.cli.shapes import CitedJson, EntryJson, ExtractedJson, FindingJson, RejectedJson, StyleJson
from litcli.cli.teaching import PortalJson, TaughtJson
from litcli.identity.citekeys import PIECES

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COLUMNS = 88

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"\s+# exit code (\d+)$")
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_VARIES = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "2025-01-31T12:00:00Z"),
    (re.compile(r" *\b\d+%"), " 90%"),
    (re.compile(r"(?<= )\d\.\d\d(?= )"), "0.50"),
)
_LEFT_OUT = "[...]"


@dataclass(frozen=True)
class Shown:
    """A command line and what README shows below it."""

    command: str
    code: int
    output: tuple[str, ...]


def shown(readme: str) -> list[Shown]:
    """Return every command of every console block, in order."""
    found = []
    for block in _BLOCK.findall(readme):
        assert block.startswith("$ "), f"a console block begins with a command: {block[:40]}"
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *output = piece.rstrip("\n").split("\n")
            code = _CODE.search(command)
            found.append(Shown(_CODE.sub("", command), int(code[1]) if code else 0, tuple(output)))
    return found


class Terminal:
    """Runs command lines as a person at a terminal of 88 columns would, in a home of its own with a copy of examples/."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / "you"
        self._cwd = self._home / "refs"
        shutil.copytree(ROOT / "examples", self._cwd / "examples")
        self._environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self._home),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
        }

    def run(self, command: str) -> tuple[int, list[str]]:
        """Return the exit code, and the lines that stdout and then stderr got."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
        with subprocess.Popen(
            ["sh", "-c", command],
            cwd=self._cwd,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
        ) as process:
            os.close(theirs)
            out = b"".join(_read(ours))
            os.close(ours)
            assert process.stderr
            err = process.stderr.read()
        text = _ESCAPE.sub("", (out + err).decode()).replace("\r\n", "\n").replace(str(self._home), "/home/you")
        return process.returncode, [line.rstrip() for line in text.rstrip("\n").split("\n")] if text else []


def _read(terminal: int) -> Iterator[bytes]:
    """Yield what the other side writes, until it has closed."""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other side is closed
            return
        if not piece:
            return
        yield piece


def fits(output: tuple[str, ...], lines: list[str]) -> bool:
    """Tell whether lines are what is shown, but for what may vary."""
    parts = [_LINES if line == _LEFT_OUT else re.escape(_plain(line)) + "\n" for line in output]
    return re.fullmatch("".join(parts), "".join(f"{_plain(line)}\n" for line in lines)) is not None


_LINES = r"(?:.*\n)*"


def _plain(line: str) -> str:
    for varies, instead in _VARIES:
        line = varies.sub(instead, line)
    return line


def test_every_command_prints_what_is_shown(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    wrong = []
    for example in shown(README.read_text(encoding="utf-8")):
        code, lines = terminal.run(example.command)
        if code != example.code:
            wrong.append(f"$ {example.command}\nends with {code}, not {example.code}:\n" + "\n".join(lines))
        elif not fits(example.output, lines):
            wrong.append(f"$ {example.command}\nprints\n" + "\n".join(lines))
    assert not wrong, "\n\n".join(["README shows something else (python -m tests.test_readme writes it anew)", *wrong])


def test_every_command_has_an_example() -> None:
    commands = " ".join(example.command for example in shown(README.read_text(encoding="utf-8")))
    listed = subprocess.run(
        [Path(sys.executable).with_name("litcli"), "--help"], capture_output=True, text=True, check=True, env={"LANG": "C.UTF-8"}
    ).stdout
    names = re.findall(r"^  ([a-z]+)  +[A-Z]", listed.partition("Reading:")[2], re.MULTILINE)
    assert len(names) > 30
    assert [name for name in names if not re.search(rf"litcli (?:--library \S+ )?{name}\b", commands)] == []


def test_the_quick_start_is_two_commands() -> None:
    quick = README.read_text(encoding="utf-8").partition("## Quick start")[2].partition("```sh\n")[2].partition("```")[0]
    assert [line.partition("#")[0].strip() for line in quick.strip().split("\n")] == ["make demo", "make test"]


def test_the_python_runs(tmp_path: Path) -> None:
    (script,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    first, *rest = done.stdout.split("\n")
    assert first == "13 1"
    assert [line for line in rest if line.startswith("ID  - ")] == [
        "ID  - oseitutu2023",
        "ID  - raghunathan2022",
        "ID  - tsai2023",
    ]
    assert "\n3. Tsai WL, Osei-Tutu K. A diffusion model" in done.stdout


@pytest.mark.parametrize(
    ("command", "shapes"),
    [
        ("`extract`", (ExtractedJson, RejectedJson)),
        ("`ingest`", (ItemJson,)),
        ("`teach`", (TaughtJson,)),
        ("`reextract`", (ChangeJson,)),
        ("`portals`", (PortalJson,)),
        ("`review`", (DueJson,)),
        ("`list`", (EntryJson,)),
        ("`cite`", (CitedJson,)),
        ("`cite --check`", (FindingJson,)),
        ("`styles`", (StyleJson,)),
    ],
)
def test_json_shapes_are_told_in_full(command: str, shapes: tuple[type, ...]) -> None:
    lines = README.read_text(encoding="utf-8").split("\n")
    (told,) = [line.split(" | ")[1] for line in lines if line.startswith(f"| {command}") and line.count("`") > 6]
    assert re.findall(r"`(\w+)`", told) == [key for shape in shapes for key in shape.__annotations__]


def test_every_piece_of_a_citekey_pattern_is_told() -> None:
    readme = README.read_text(encoding="utf-8")
    assert [name for name in PIECES if f"`{{{name}}}`" not in readme] == []


@pytest.mark.parametrize(
    ("output", "lines", "same"),
    [
        (("a", "[...]", "d"), ["a", "b", "c", "d"], True),
        (("a", "[...]", "d"), ["a", "b", "c"], False),
        (("made 2025-03-01T10:00:00Z  97%",), ["made 2026-12-24T23:59:59Z  100%"], True),
        (("a (b)*",), ["a (b)*"], True),
        ((), [], True),
    ],
)
def test_what_fits(output: tuple[str, ...], lines: list[str], same: bool) -> None:
    assert fits(output, lines) is same


def write_anew() -> None:
    """Put what the commands print today into README; outputs that still fit stay as they are."""
    with TemporaryDirectory() as folder:
        terminal = Terminal(Path(folder))

        def block(found: re.Match[str]) -> str:
            return "```console\n" + "".join(_said(terminal, example) for example in shown(found[0])) + "```"

        README.write_text(_BLOCK.sub(block, README.read_text(encoding="utf-8")), encoding="utf-8")


def _said(terminal: Terminal, example: Shown) -> str:
    code, lines = terminal.run(example.command)
    output = example.output if fits(example.output, lines) else [_told(line) for line in lines]
    ends = f"    # exit code {code}" if code else ""
    return "".join(f"{line}\n" for line in (f"$ {example.command}{ends}", *output))


def _told(line: str) -> str:
    return _VARIES[0][0].sub(_VARIES[0][1], line)


if __name__ == "__main__":
    write_anew()
