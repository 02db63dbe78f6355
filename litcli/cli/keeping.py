"""The library as a file, and the settings."""

import os

import typer

from litcli.cli.common import AsJson, command, new_app
from litcli.cli.config import config_file, read_settings
from litcli.cli.output import Column
from litcli.cli.session import Session

app = new_app()


@command(app, "config", "litcli config", "LITCLI_STYLE=vancouver litcli config --json")
def config(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show the settings, and where each comes from."""
    screen = Session.of(ctx).screen
    file = config_file(os.environ)
    rows = read_settings(file, os.environ)
    if as_json:
        for row in rows:
            screen.json({"name": row.name, "value": row.value, "origin": row.origin})
        return
    head = (Column("Setting"), Column("Value", gives_way=True), Column("From", gives_way=True))
    screen.table(head, [(row.name, "" if row.value is None else str(row.value), row.origin) for row in rows])
    screen.say(f"The config file is {file}{'' if file.exists() else ' (not there yet)'}.")
