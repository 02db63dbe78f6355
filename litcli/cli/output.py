"""The screen: data to stdout, talk to stderr.

On a terminal a table fits the width, and the column marked `gives_way` is cut first. In a pipe nothing is cut, there is no head,
no colour and no tab: two spaces or more part the columns, so `grep`, `awk -F'  +'` and `wc -l` do what they should. There a long
cell, such as an abstract, stands out of its column instead of widening it for every row.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from litcli.errors import NotFound, UsageError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_ALIGNED = 60
"""In a pipe, cells up to this width align the columns behind them."""

_GAPS = re.compile(r"\s+")
_CONTROL = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""A page may hold anything; what would steer the terminal is shown as a mark instead."""
_NO_LINE_ENDS = _CONTROL | dict.fromkeys(map(ord, "\n\u2028\u2029"), "\N{REPLACEMENT CHARACTER}")
"""A message is one line, whatever a file is called."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    head: str
    gives_way: bool = False
    right: bool = False


@dataclass(frozen=True)
class Screen:
    """Where a command shows what it found and says what it did."""

    quiet: bool = False
    verbose: bool = False
    no_color: bool = False

    @property
    def wide(self) -> bool:
        """Whether stdout is a terminal, so that a person reads along."""
        return sys.stdout.isatty()

    @property
    def coloured(self) -> bool:
        """Whether colours are seen, so that they may say what nothing else does."""
        console = self.console() if self.wide else None
        return console is not None and console.color_system is not None and not console.no_color

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def say(self, message: str) -> None:
        """Tell a person what happened; `-q` silences it."""
        if not self.quiet:
            self.warn(message)

    def note(self, message: str) -> None:
        """Tell what only `-v` asks for."""
        if self.verbose:
            self.warn(message)

    def warn(self, message: str) -> None:
        """Tell what must be heard even with `-q`."""
        sys.stderr.write(f"{harmless(message)}\n")

    def text(self, text: "str | Text") -> None:
        """Print text as it stands."""
        if not isinstance(text, str):
            self.console().print(_text(text), soft_wrap=True)
        else:
            self.piece(f"{text}\n")

    def piece(self, text: str) -> None:
        """Print a part of a file as it stands; what would steer a terminal is not shown on one."""
        sys.stdout.write(text.replace("\r\n", "\n").translate(_CONTROL) if self.wide else text)

    def heading(self, text: str) -> None:
        """Print a line above what belongs together."""
        if not self.wide:
            self.text(text)
            return
        from rich.text import Text

        self.text(Text(text.translate(_CONTROL), style="bold"))

    def json(self, value: Mapping[str, object]) -> None:
        """Print one JSON line."""
        self.piece(json.dumps(value, ensure_ascii=False) + "\n")

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence["str | Text"]]) -> None:
        """Print a table."""
        if self.wide:
            self._drawn(columns, rows)
        else:
            _plain(rows)

    def pairs(self, rows: Iterable[tuple[str, "str | Text"]]) -> None:
        """Print labels and values; on a terminal a long value wraps beside its label, paragraphs stay apart."""
        if not self.wide:
            for label, value in rows:
                self.text(f"{label}: {value}")
            return
        from rich.table import Table

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        for label, value in rows:
            grid.add_row(label, _text(value))
        self.console().print(grid)

    def console(self) -> "Console":
        """Return rich's console on stdout."""
        from rich.console import Console

        return Console(no_color=self.no_color or None, highlight=False, markup=False, emoji=False)

    def did(self, what: str, *, dry_run: bool = False) -> None:
        """Say what was done, or would have been."""
        self.say(f"{what} (a dry run: nothing was changed)" if dry_run else what)

    def none_found(self, found: Sized, otherwise: str) -> None:
        """Leave with exit code 1 where nothing was found."""
        if not found:
            self.say(otherwise)
            raise typer.Exit(NotFound.exit_code)

    def confirm(self, what: str, *, yes: bool) -> None:
        """Go on only with a person's yes, or with `--yes`."""
        if yes:
            return
        if not self.interactive:
            raise UsageError(f"{what}; add --yes to do it, or --dry-run to see it")
        sys.stderr.write(f"{what[0].upper()}{what[1:]}. Go on? [y/N]: ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
            raise typer.Abort

    def _drawn(self, columns: Sequence[Column], rows: Iterable[Sequence["str | Text"]]) -> None:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", collapse_padding=True)
        for column in columns:
            table.add_column(
                column.head, no_wrap=not column.gives_way, justify="right" if column.right else "left", overflow="ellipsis"
            )
        for row in rows:
            table.add_row(*map(_line, row))
        self.console().print(table)


def harmless(message: str) -> str:
    r"""Return a message as one line that steers no terminal, whatever a file or a key in it is called.

    >>> harmless("\x1b[31m: no such\nfile")
    '�[31m: no such�file'
    """
    return message.translate(_NO_LINE_ENDS)


def one_line(text: str) -> str:
    """Return the text with every run of white space made one space.

    >>> one_line(" a b   c ")
    'a b c'
    """
    return _GAPS.sub(" ", text).strip()


def _line(value: "str | Text") -> "Text":
    """Return a cell that is cut, never wrapped."""
    cell = _text(one_line(value) if isinstance(value, str) else value)
    cell.no_wrap, cell.overflow = True, "ellipsis"
    return cell


def _text(value: "str | Text") -> "Text":
    from rich.text import Text

    shown = Text(value) if isinstance(value, str) else value.copy()
    shown.plain = shown.plain.translate(_CONTROL)
    return shown


def _plain(rows: Iterable[Sequence["str | Text"]]) -> None:
    from rich.cells import cell_len

    lines = [[one_line(str(value)) or "-" for value in row] for row in rows]
    widths = [
        max((width for width in map(cell_len, column) if width <= _ALIGNED), default=0) for column in zip(*lines, strict=True)
    ]
    for line in lines:
        padded = (value + " " * max(width - cell_len(value), 0) for value, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")
