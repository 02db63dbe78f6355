"""The program's frame: which commands there are, and where each is found.

A command's module is loaded when the command runs, never for `--version` or `--help`: those show the table below alone. To add
a command, write it in the module of its group (or a new one) and add its row; a test compares the row with the command's help.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from litcli import __version__
from litcli.cli.common import common_options
from litcli.cli.errors import OutputClosed, exit_code

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter


class Row(NamedTuple):
    """One command: its module in `litcli.cli`, and the line that `litcli --help` shows."""

    module: str
    line: str


COMMANDS: dict[str, dict[str, Row]] = {
    "Reading": {
        "ingest": Row("reading", "Read pages into the library; the same page twice changes nothing."),
        "extract": Row("reading", "Read pages and show their records; store nothing."),
        "import": Row("importing", "Take the references of other programs' files into the library."),
        "add": Row("adding", "Add one reference by hand."),
        "inbox": Row("inbox", "Look at the pages that were set aside, and decide on them."),
        "review": Row("reviewing", "Look through the entries that are most likely wrong, the worst first."),
        "reextract": Row("rereading", "Read kept pages again with today's reader."),
        "portals": Row("teaching", "List the portals: built in, of other packages, described in files, taught."),
        "teach": Row("teaching", "Derive a rule from what a page states, for all pages of its kind."),
        "unteach": Row("teaching", "Drop what the library was taught of kinds of pages."),
    },
    "Looking": {
        "list": Row("looking", "List entries as a table."),
        "search": Row("looking", "Search; the best fitting first, with what matched marked."),
        "show": Row("showing", "Show all of an entry."),
        "why": Row("showing", "Show where a value comes from: a place on a page, or an edit."),
        "stats": Row("looking", "Count entries by year, type, journal and tag, and what they lack."),
    },
    "Changing": {
        "set": Row("changing", "Set fields of entries; the pages stay as they are."),
        "unset": Row("changing", "Take fields away from entries, whatever the pages say."),
        "revert": Row("changing", "Drop edits of an entry, so that what its pages say stands again."),
        "edit": Row("changing", "Change an entry in your editor (VISUAL or EDITOR)."),
        "note": Row("changing", "Write a note on an entry."),
        "tag": Row("tagging", "Put entries in order with tags; 'a/b' is a child of 'a'."),
        "keys": Row("identity", "Rename entries, or make their keys anew."),
        "dedupe": Row("identity", "List pairs of entries that may be one work; decide on them."),
        "merge": Row("identity", "Make one entry of several; the other keys still find it."),
        "split": Row("identity", "Make several entries of one."),
        "rm": Row("changing", "Put entries in the trash; 'litcli restore' takes them out again."),
        "restore": Row("changing", "Take entries out of the trash."),
        "undo": Row("history", "Take back the last change that is not undone yet."),
        "redo": Row("history", "Bring back the change that was undone last."),
        "log": Row("history", "List the changes of the library, newest first."),
    },
    "Leaving": {
        "export": Row("exporting", "Write entries as a file of references."),
        "cite": Row("citing", "Format entries as references, in any of 10,000 styles."),
        "styles": Row("citing", "List the citation styles."),
        "formats": Row("formats", "List the formats of files that can be read and written, and what each cannot carry."),
    },
    "Keeping": {
        "init": Row("keeping", "Make a library in this folder."),
        "db": Row("keeping", "Look after the library's file."),
        "config": Row("keeping", "Show the settings, and where each comes from."),
        "eval": Row("evaluating", "Read a corpus and compare with what a person read: accuracy and calibration."),
    },
}
"""The commands by group, in the order in which help shows them."""


class Root(TyperGroup):
    """The group of all commands; holds a stub for each until one is run."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  passed through
        super().__init__(**attributes)
        self.params = [*self.params, *common_options()]
        self.commands = {
            name: TyperCommand(name, help=row.line, rich_markup_mode=None)
            for group in COMMANDS.values()
            for name, row in group.items()
        }

    def resolve_command(self, ctx: "Context", args: list[str]) -> tuple[str | None, "Command | None", list[str]]:
        """Find the command as usual, and load it."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, load(name) if name and stub else stub, rest

    def invoke(self, ctx: "Context") -> object:
        """Run the command; a closed pipe ends it, and is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosed from error

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002  the base class passes it
        """Write one section a group."""
        width = max(len(name) for name in self.commands)
        for group, rows in COMMANDS.items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), row.line) for name, row in rows.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401  passed through
    ) -> Any:  # noqa: ANN401  as the base class has it
        """Run, and leave with the exit code of what happened; without `standalone_mode` errors come out as they are."""
        run = partial(super().main, args, prog_name or "litcli", complete_var, False, windows_expand_args, **extra)
        return sys.exit(exit_code(run)) if standalone_mode else run()


def load(name: str) -> "Command":
    """Import a command's module and return the command."""
    (row,) = (group[name] for group in COMMANDS.values() if name in group)
    return get_group(import_module(f"litcli.cli.{row.module}").app).commands[name]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"litcli {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Root,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(no_args_is_help=True)
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Raw abstract pages in, correct references out: offline, and with the place on the page where each value stands."""
