"""Kept pages read again: `litcli reextract`."""

from typing import Annotated

import typer

from litcli.cli.changes import Tally, show
from litcli.cli.choose import chosen
from litcli.cli.common import AsJson, Jobs, Keys, Where, command, new_app
from litcli.cli.outcomes import tell_broken
from litcli.cli.progress import progress_beside
from litcli.cli.session import Session
from litcli.errors import UsageError
from litcli.intake import rereading

app = new_app()


@command(
    app, "reextract", "litcli reextract --diff", "litcli reextract KEY --apply", "litcli reextract --where portal:pure --apply"
)
def reextract(
    ctx: typer.Context,
    keys: Keys = None,
    where: Where = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what today's reader would change; change nothing.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Take what today's reader says.")] = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Read kept pages again with today's reader.

    Without keys all of them. Each change is one line: entry, field, what goes
    and what comes, the rules that read it. What was edited is never touched,
    and no entry is taken away.
    """
    if diff == apply:
        raise UsageError("say --diff to see what would change, or --apply to take it")
    session = Session.of(ctx)
    screen = session.screen
    with session.reading() if diff else session.changing() as library:
        some = None if not keys and where is None else [entry.citekey for entry in chosen(library, keys, where)]
        read = rereading.compare if diff else rereading.take
        total = library.entries.count() if some is None else len(some)
        tally, told = Tally(), set[str]()
        with progress_beside(screen, "Reading", total) as advance:
            for again in read(library, some, session.guidance(library), jobs or session.settings.jobs):
                advance()
                tell_broken(screen, again.broken, told)
                for change in again.changes:
                    show(screen, change, as_json=as_json)
                tally.add(again.changes)
    screen.did(tally.told(), dry_run=diff)
