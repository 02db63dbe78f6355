"""The clipboard, through the program that the platform has for it; HTML and RTF arrive as such, so that italics survive."""

import shutil
import subprocess
import sys
from dataclasses import dataclass

from litcli.errors import UsageError


@dataclass(frozen=True)
class _Program:
    """A program that takes what is to be copied from its standard input."""

    command: tuple[str, ...]
    typed: tuple[str, ...] = ()
    """Its option for a MIME type, which follows; none where it takes text alone."""
    encoding: str = "utf-8"


_PROGRAMS = (
    _Program(("pbcopy",)),
    _Program(("wl-copy",), ("--type",)),
    _Program(("xclip", "-selection", "clipboard"), ("-t",)),
    _Program(("xsel", "--clipboard", "--input")),
    _Program(("termux-clipboard-set",)),
    _Program(("clip.exe",), encoding="utf-16"),
)
"""The first that is installed is used."""

_TYPES = {"html": "text/html", "rtf": "text/rtf"}
_PATIENCE = 10.0


def copy(text: str, format_: str) -> None:
    """Put a text on the clipboard; raises `UsageError` where that cannot be done."""
    program = next((program for program in _PROGRAMS if shutil.which(program.command[0])), None)
    if program is None:
        names = ", ".join(program.command[0] for program in _PROGRAMS)
        raise UsageError(f"there is no program for the clipboard; install one of {names}, or write a file with -o")
    kind = (*program.typed, _TYPES[format_]) if program.typed and format_ in _TYPES else ()
    try:
        done = subprocess.run(  # noqa: S603  no shell
            [*program.command, *kind],
            input=text.encode(program.encoding),
            stdout=subprocess.DEVNULL,  # a program that stays in the background keeps what it inherits open
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"{program.command[0]} cannot copy: {error}") from error
    if done.returncode:
        where = "" if sys.platform in {"darwin", "win32"} else "; it needs a desktop to run in"
        raise UsageError(
            f"{program.command[0]} cannot copy: it ended with {done.returncode}{where}; write a file with -o instead"
        )
