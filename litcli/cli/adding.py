"""A reference that no page and no file gave: `add` takes what a person types."""

from typing import Annotated

import typer

from litcli.cli import complete
from litcli.cli.changing import assignment, tell_odd_dates
from litcli.cli.common import AsJson, DryRun, Tags, command, new_app
from litcli.cli.editor import blank_form, edit_text, read_form
from litcli.cli.outcomes import Told
from litcli.cli.session import Session
from litcli.errors import UsageError
from litcli.identity import citekeys
from litcli.intake.report import Item
from litcli.intake.tagging import tag
from litcli.model.record import Record
from litcli.model.values import parse_value

app = new_app()


@command(
    app,
    "add",
    "litcli add title='On bees' author='Ng, Amy' year=2020 journal=Bees",
    "EDITOR=nano litcli add --type chapter",
)
def add(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FIELD=VALUE]...", help="Its values; without any your editor opens.", autocompletion=complete.assignments
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="What it is.", autocompletion=complete.types)
    ] = "article-journal",
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY", show_default=False, help="Its key, where that is free.")
    ] = None,
    tags: Tags = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add one reference by hand."""
    record: Record = {"type": parse_value("type", kind), **(_typed(words) if words else _edited(kind))}
    if key:
        citekeys.check(key)
    if len(record) == 1:
        raise UsageError("no value was given; nothing was added")
    session = Session.of(ctx)
    tell_odd_dates(session.screen, record)
    told = Told(session.screen, what=("reference", "references"), dry_run=dry_run, as_json=as_json)
    with told, session.filling(dry_run=dry_run) as library:
        with library.change("add a reference by hand"):
            taken = library.add(record, "hand", key)
            if tags and taken.citekey:
                tag(library, [taken.citekey], tags)
        told.hear(Item("by hand", 1, taken))


def _typed(words: list[str]) -> Record:
    if wrong := [word for word in words if "=" not in word]:
        raise UsageError(f"'{wrong[0]}' is no FIELD=VALUE, as in year=2020")
    return dict(assignment(word) for word in words)


def _edited(kind: str) -> Record:
    """Let a person fill in a form."""
    blank = blank_form(kind)
    filled = read_form(blank, edit_text(blank, name="new-reference"))
    return {field: value for field, value in filled.items() if value is not None}
