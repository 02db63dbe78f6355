"""References out: `export` writes files of references; `formats` says which there are."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import count
from litcli.cli.common import AsJson, Keys, Where, command, new_app
from litcli.cli.deliver import Output, chosen_or_all, deliver
from litcli.cli.output import Column, Screen
from litcli.cli.session import Session
from litcli.errors import UsageError
from litcli.model.entry import Entry

if TYPE_CHECKING:
    from litcli.formats._base import Writer

app = new_app()


@command(
    app,
    "export",
    "litcli export --to ris -o refs.ris",
    "litcli export --where 'tag:oncology/' --to bibtex > refs.bib",
    "litcli export KEY --to csl-json",
)
def export(
    ctx: typer.Context,
    keys: Keys = None,
    where: Where = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            show_default=False,
            help="See 'litcli formats'. [default: by the ending of FILE]",
            autocompletion=complete.formats,
        ),
    ] = None,
    output: Output = None,
    only_ascii: Annotated[
        bool, typer.Option("--ascii", help="Write letters beyond ASCII as escapes, where the format can.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write entries as a file of references.

    Without keys all of them.
    """
    from litcli.formats._base import Options, dumps

    session = Session.of(ctx)
    module = _format(to, output)
    entries = chosen_or_all(session, keys, where)
    written = dumps(module, entries, Options(ascii=only_ascii))
    _tell_lost(session.screen, module, entries)
    deliver(session.screen, written, output, entries, {"format": module.NAME}, as_json=as_json)


@command(app, "formats", "litcli formats", "litcli formats --json")
def formats(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the formats of files that can be read and written."""
    from litcli.intake.formats import every

    screen = Session.of(ctx).screen
    found = every()
    if as_json:
        for name, module in found.by_name.items():
            screen.json({"format": name, "label": module.LABEL, "suffixes": list(module.SUFFIXES)})
    else:
        rows = [(name, module.LABEL, " ".join(module.SUFFIXES)) for name, module in found.by_name.items()]
        screen.table((Column("Writer"), Column("Name"), Column("Endings")), rows)
    for broken in found.broken:
        screen.warn(broken)


def _format(to: str | None, output: Path | None) -> "Writer":
    from litcli.intake import formats as known

    if to:
        return known.writer(to)
    found = output and known.of_file(str(output))
    if not found:
        names = ", ".join(known.every().writers)
        raise UsageError(f"say which format with --to ({names}), or name a file with its ending, as in -o refs.bib")
    return found


def _tell_lost(screen: Screen, module: "Writer", entries: Sequence[Entry]) -> None:
    """Say which fields the format cannot carry."""
    lost = [field for entry in entries for field in module.lost(entry)]
    counted = {field: lost.count(field) for field in dict.fromkeys(lost)}
    if counted:
        told = ", ".join(f"{field} ({count(number, 'entry', 'entries')})" for field, number in counted.items())
        screen.say(f"{module.LABEL} has no place for {told}")
