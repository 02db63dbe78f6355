"""Tags: `litcli tag add|rm|list|tree|rename|merge|prune`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import Asked, change, changing, count, show_changed
from litcli.cli.common import AsJson, DryRun, Keys, Where, Yes, command, new_app
from litcli.cli.output import Column
from litcli.cli.session import Session

app = new_app()
tag = new_app()
app.add_typer(tag, name="tag", help="Put entries in order with tags; 'a/b' is a child of 'a'.")

Tag = Annotated[str, typer.Argument(metavar="TAG", help="A tag, such as oncology/trials.", autocompletion=complete.tags)]
Old = Annotated[str, typer.Argument(metavar="OLD", help="A tag.", autocompletion=complete.tags)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The tag in its place.", autocompletion=complete.tags)]
_COLUMNS = (Column("Tag"), Column("Entries", right=True))


@command(tag, "add", "litcli tag add oncology/trials --where lenalidomide --yes", "litcli tag add to-read KEY")
def add(
    ctx: typer.Context,
    path: Tag,
    keys: Keys = None,
    where: Where = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Tag entries."""
    session = Session.of(ctx)
    asked = Asked(keys, where, yes, dry_run)
    with changing(session, asked, lambda some: f"tag {_entries(some)} as {path}") as (library, chosen):
        added = library.tags.add(chosen, [path])
        show_changed(session.screen, library, chosen, as_json=as_json)
    session.screen.did(f"tagged {_entries(added)} as {path}" + _rest(len(chosen) - added, "had it already"), dry_run=dry_run)


@command(tag, "rm", "litcli tag rm to-read KEY", "litcli tag rm to-read --where 'year:<2000' --yes")
def rm(
    ctx: typer.Context,
    path: Tag,
    keys: Keys = None,
    where: Where = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take a tag off entries."""
    session = Session.of(ctx)
    asked = Asked(keys, where, yes, dry_run)
    with changing(session, asked, lambda some: f"untag {_entries(some)} of {path}") as (library, chosen):
        removed = library.tags.remove(chosen, [path])
        show_changed(session.screen, library, chosen, as_json=as_json)
    session.screen.did(f"took {path} off {_entries(removed)}" + _rest(len(chosen) - removed, "did not have it"), dry_run=dry_run)


@command(tag, "list", "litcli tag list", "litcli tag list --json")
def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the tags, each with the entries that bear it."""
    session = Session.of(ctx)
    with session.reading() as library:
        tags = library.tags.all()
    if as_json:
        for row in tags:
            session.screen.json({"tag": row.path, "entries": row.count})
    else:
        session.screen.table(_COLUMNS, [(row.path, str(row.count)) for row in tags])
    session.screen.none_found(tags, "there are no tags")


@command(tag, "tree", "litcli tag tree")
def tree(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show the tags as a tree.

    A count takes in the children, each entry once.
    """
    session = Session.of(ctx)
    with session.reading() as library:
        tags = library.tags.tree()
    for row in tags:
        if as_json:
            session.screen.json({"tag": row.path, "entries": row.count, "depth": row.depth})
        else:
            session.screen.text(f"{'  ' * row.depth}{row.path.rpartition('/')[2]} ({row.count})")
    session.screen.none_found(tags, "there are no tags")


@command(tag, "rename", "litcli tag rename oncology cancer")
def rename(ctx: typer.Context, old: Old, new: New, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Give a tag another path; its children follow."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"rename the tag {old} to {new}", dry_run=dry_run):
        changed = library.tags.rename(old, new)
    if as_json:
        session.screen.json({"old": old, "new": new, "tags": changed})
    session.screen.did(f"renamed {count(changed, 'tag', 'tags')}", dry_run=dry_run)


@command(tag, "merge", "litcli tag merge neoplasms oncology")
def merge(ctx: typer.Context, old: Old, into: New, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Let one tag take the place of another."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"merge the tag {old} into {into}", dry_run=dry_run):
        moved = library.tags.merge(old, into)
    if as_json:
        session.screen.json({"old": old, "new": into, "entries": moved})
    session.screen.did(f"{into} took the place of {old}; {_entries(moved)} tagged anew", dry_run=dry_run)


@command(tag, "prune", "litcli tag prune")
def prune(ctx: typer.Context, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Drop the tags that no entry bears."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, "prune unused tags", dry_run=dry_run):
        dropped = library.tags.prune()
    for path in dropped if as_json else ():
        session.screen.json({"tag": path})
    session.screen.did(
        f"dropped {count(dropped, 'unused tag', 'unused tags')}{': ' if dropped else ''}{', '.join(dropped)}", dry_run=dry_run
    )


def _entries(some: Sequence[str] | int) -> str:
    return count(some, "entry", "entries")


def _rest(number: int, what: str) -> str:
    return f"; {number} {what}" if number else ""
