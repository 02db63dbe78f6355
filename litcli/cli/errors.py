"""The one place where errors become a line on stderr and an exit code.

An error of `litcli.errors` says what to do next in its own words; what the system refuses (a full disk, a name too long) is told
in the system's. Anything else is a fault of ours: one line, and the details in a file in the user's state folder.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from typer.exceptions import Abort, TyperException

from litcli.errors import LitcliError, QueryError, UsageError

if TYPE_CHECKING:
    from typer._click.core import Command

INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program that SIGPIPE ended."""


class OutputClosed(Exception):
    """Whoever read our output has seen enough. No `OSError`, since Typer would make an exit code of its own of that."""


def exit_code(call: Callable[[], object]) -> int:
    """Carry out `call`; return the exit code of what it did, once stderr says what went wrong."""
    _streams()
    try:
        result = call()
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
    except (OutputClosed, BrokenPipeError):
        code = _broken_pipe()
    except LitcliError as error:
        code = _told(error)
    except TyperException as error:
        code = _usage(error)
    except Abort:
        _say("nothing was changed")
        code = 1
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        code = _refused(error)
    except Exception as error:  # noqa: BLE001  what nobody foresaw still gets its line
        code = _fault(error)
    return code


def _streams() -> None:
    """Put something in the place of streams that whoever started us closed; let the others take any name of a file.

    What is no terminal gets UTF-8, as a file that we write does: in another encoding a reference may lose its letters.
    """
    sys.stdin = sys.stdin or _nothing("r")
    sys.stdout = sys.stdout or _nothing("w")
    sys.stderr = sys.stderr or _nothing("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file's name need not be text
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _nothing(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")


def _told(error: LitcliError) -> int:
    _say(str(error))
    if isinstance(error, QueryError):
        _tell("\n".join(map(_harmless, error.caret().splitlines())))
    return error.exit_code


def _usage(error: TyperException) -> int:
    """Show a mistake in the command line; where no command was named, the help is the message."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        _tell(message)
    else:
        _say(message)
        if context is not None:
            _tell(f"Try '{context.command_path} --help'.")
            if type(error).__name__ == "NoSuchOption" and _takes_query(context.command):
                _tell(f"A query that begins with - comes after --: {context.command_path} -- '-word'")
    return error.exit_code


def _takes_query(command: "Command") -> bool:
    return any(param.param_type_name == "argument" and param.metavar in {"QUERY", "[QUERY]"} for param in command.params)


def _broken_pipe() -> int:
    """Leave quietly. Python's own flush at the end must find a file that takes it."""
    _drop_output()
    return BROKEN_PIPE


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: OSError) -> int:
    """Tell what the system refused, of which file or else of our output."""
    _say(f"{os.fsdecode(error.filename) if error.filename else 'input or output'}: {error.strerror or error}")
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()
    return UsageError.exit_code


def _fault(error: Exception) -> int:
    import traceback

    details = "".join(traceback.format_exception(error))
    place = _keep(f"litcli {' '.join(sys.argv[1:])}\n\n{sys.version}\n\n{details}")
    _say(f"a fault in litcli ({type(error).__name__}: {error}); the details are in {place}; please report them")
    return LitcliError.exit_code


def _keep(details: str) -> Path:
    """Write the details of a fault to a file of their own, in the user's state folder if it can be written."""
    import tempfile

    from platformdirs import user_state_path

    folder = user_state_path("litcli")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="fault-", suffix=".txt", dir=folder)
    except OSError:
        handle, name = tempfile.mkstemp(prefix="litcli-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(details)
    return Path(name)


def _say(message: str) -> None:
    _tell("litcli: " + _harmless(" ".join(message.split())))


def _tell(text: str) -> None:
    with suppress(OSError):
        sys.stderr.write(text + "\n")


def _harmless(line: str) -> str:
    from litcli.cli.output import harmless

    return harmless(line)
