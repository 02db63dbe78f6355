"""`formats`: which formats of references there are, and what each can carry."""

from typing import TypedDict

import typer

from litcli.cli.common import AsJson, command, new_app
from litcli.cli.output import Column
from litcli.cli.session import Session

app = new_app()


class FormatJson(TypedDict):
    """`formats`: one format."""

    format: str
    label: str
    suffixes: list[str]
    reads: bool
    writes: bool
    updates: bool
    """Whether a file of it can be updated in place."""
    loses: list[str]
    """The fields that it cannot carry, whatever the type of work."""


@command(app, "formats", "litcli formats", "litcli formats --json")
def formats(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the formats of files that can be read and written, and what each cannot carry."""
    from litcli.intake.formats import every, loses

    screen = Session.of(ctx).screen
    found = every()
    listed = [
        FormatJson(
            format=name,
            label=module.LABEL,
            suffixes=list(module.SUFFIXES),
            reads=name in found.readers,
            writes=name in found.writers,
            updates=name in found.updaters,
            loses=list(loses(found.writers[name])) if name in found.writers else [],
        )
        for name, module in found.by_name.items()
    ]
    if as_json:
        for line in listed:
            screen.json(line)
    else:
        screen.table(_HEAD, map(_row, listed))
    for broken in found.broken:
        screen.warn(broken)


_NAMED = 6
"""More fields are only counted."""
_HEAD = (Column("Format"), Column("Name"), Column("Use"), Column("Endings"), Column("Cannot carry", gives_way=True))


def _row(line: FormatJson) -> tuple[str, ...]:
    use = "both ways" if line["reads"] and line["writes"] else "read" if line["reads"] else "write"
    loses = ", ".join(line["loses"]) if len(line["loses"]) <= _NAMED else f"{len(line['loses'])} fields; --json names them"
    return line["format"], line["label"], use, " ".join(line["suffixes"]), loses
