"""What was changed, and the way back: undo, redo, log."""

from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli.common import AsJson, command, new_app
from litcli.cli.output import Column
from litcli.cli.session import Session

if TYPE_CHECKING:
    from litcli.store.history import Step

app = new_app()

_COLUMNS = (
    Column("Step", right=True),
    Column("When"),
    Column("Rows", right=True),
    Column("State"),
    Column("What", gives_way=True),
)


@command(app, "undo", "litcli undo")
def undo(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Take back the last change that is not undone yet."""
    session = Session.of(ctx)
    with session.changing() as library:
        step = library.history.undo()
    if as_json:
        session.screen.json(_step_json(step))
    session.screen.did(f"undone: {step.summary} ({step.at}); 'litcli redo' brings it back")


@command(app, "redo", "litcli redo")
def redo(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Bring back the change that was undone last."""
    session = Session.of(ctx)
    with session.changing() as library:
        step = library.history.redo()
    if as_json:
        session.screen.json(_step_json(step))
    session.screen.did(f"done again: {step.summary} ({step.at})")


@command(app, "log", "litcli log", "litcli log --limit 5 --json")
def log(
    ctx: typer.Context,
    limit: Annotated[int | None, typer.Option("--limit", "-l", min=1, metavar="N", help="Show the last N changes.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the changes of the library, newest first."""
    session = Session.of(ctx)
    with session.reading() as library:
        steps = library.history.log(limit)
    if as_json:
        for step in steps:
            session.screen.json(_step_json(step))
    else:
        rows = [(str(step.id), step.at, str(step.rows), "undone" if step.undone else "done", step.summary) for step in steps]
        session.screen.table(_COLUMNS, rows)
    session.screen.none_found(steps, "nothing was changed yet")


def _step_json(step: "Step") -> dict[str, object]:
    return {"step": step.id, "at": step.at, "summary": step.summary, "rows": step.rows, "undone": step.undone}
