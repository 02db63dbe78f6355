"""The library as a file, and the settings."""

import os
from pathlib import Path
from typing import Annotated

import typer

from litcli.cli.choose import change, count
from litcli.cli.common import AsJson, DryRun, Yes, command, new_app
from litcli.cli.config import config_file, read_settings
from litcli.cli.output import Column
from litcli.cli.session import NAME, Session
from litcli.errors import Findings, LibraryMissing

app = new_app()
db = new_app()
_REMEDIES = "'litcli db repair' puts records and index right, 'litcli db restore' takes a backup"
app.add_typer(db, name="db", help="Look after the library's file.")


@command(app, "init", "litcli init", "litcli init --library ~/papers.litcli")
def init(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Make a library in this folder.

    Its name is library.litcli, and it is then found from every folder below.
    """
    from litcli.store.library import Library

    session = Session.of(ctx)
    path = session.library or Path(NAME)
    Library.create(path).close()
    if as_json:
        session.screen.json({"path": str(path)})
    session.screen.say(f"made the library {path}")


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
    screen.say(f"the config file is {file}{'' if file.exists() else ' (not there yet)'}")


@command(db, "path", "litcli db path")
def path_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Print where the library is."""
    session = Session.of(ctx)
    if as_json:
        session.screen.json({"path": str(session.path), "exists": session.path.exists()})
    else:
        session.screen.text(str(session.path))
    if not session.path.exists():
        raise LibraryMissing(f"there is no library at {session.path} yet; 'litcli ingest' or 'litcli init' makes it")


@command(db, "info", "litcli db info", "litcli db info --json")
def info(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show what the library holds."""
    session = Session.of(ctx)
    with session.reading() as library:
        held = library.info()
    pages = {status.value: number for status, number in held.pages.items()}
    shown: dict[str, object] = {
        "path": held.path,
        "bytes": held.size,
        "schema": held.schema,
        "entries": held.entries,
        "trashed": held.trashed,
        "pages": pages,
        "extractions": held.extractions,
        "edits": held.edits,
        "tags": held.tags,
        "steps": held.steps,
    }
    if as_json:
        session.screen.json(shown)
    else:
        told = {**shown, "pages": ", ".join(f"{number} {status}" for status, number in pages.items())}
        session.screen.pairs((name.capitalize(), str(value)) for name, value in told.items())


@command(db, "check", "litcli db check")
def check(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Check the file and what is in it.

    Exit code 4 says that something is wrong; 'litcli db repair' mends what follows from pages and edits.
    """
    session = Session.of(ctx)
    with session.reading() as library:
        findings = library.check()
    for finding in findings:
        if as_json:
            session.screen.json({"finding": finding})
        else:
            session.screen.text(finding)
    if findings:
        raise Findings(f"{count(findings, 'finding', 'findings')} in {session.path}; {_REMEDIES}")
    session.screen.say(f"{session.path} is sound")


@command(db, "repair", "litcli db repair")
def repair(ctx: typer.Context, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Work out anew what follows from pages and edits.

    That is the records, and the index of words.
    """
    session = Session.of(ctx)
    with session.changing() as library, change(library, "repair", dry_run=dry_run):
        changed = library.repair()
    if as_json:
        session.screen.json({"path": str(session.path), "records": changed})
    session.screen.did(f"put {count(changed, 'record', 'records')} right, and the index", dry_run=dry_run)


@command(db, "backup", "litcli db backup backup.litcli")
def backup(
    ctx: typer.Context,
    to: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    as_json: AsJson = False,
) -> None:
    """Write a whole copy of the library, also while it is in use."""
    session = Session.of(ctx)
    with session.reading() as library:
        library.backup(to)
    if as_json:
        session.screen.json({"path": str(session.path), "backup": str(to)})
    session.screen.did(f"copied {session.path} to {to}")


@command(db, "restore", "litcli db restore papers.litcli --yes")
def restore(
    ctx: typer.Context,
    backup_file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or any other library.")],
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the library's place.

    The library that was there is kept beside it.
    """
    from litcli.store.library import Library
    from litcli.store.sql import files

    session = Session.of(ctx)
    target = session.path
    fresh = _beside(target, "restoring")
    with Library.open(backup_file, readonly=True) as kept:
        if findings := kept.check():
            raise Findings(f"{backup_file} is damaged ({findings[0]}); nothing was changed")
        if target.exists():
            session.screen.confirm(f"this puts {backup_file} in the place of {target}", yes=yes)
        target.parent.mkdir(parents=True, exist_ok=True)
        kept.backup(fresh)
    aside = _beside(target, "before-restore")
    for file, kept_as in zip(
        files(target), files(aside), strict=True
    ):  # what it left beside itself would be taken for the backup's
        if file.exists():
            file.rename(kept_as)
    if aside.exists():
        session.screen.say(f"the library that was there is now {aside}")
    fresh.rename(target)
    if as_json:
        session.screen.json({"path": str(target), "backup": str(backup_file)})
    session.screen.did(f"{target} is now what {backup_file} holds")


@command(db, "compact", "litcli db compact")
def compact(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Give back the room that the file does not need."""
    session = Session.of(ctx)
    with session.changing() as library:
        freed = library.compact()
    if as_json:
        session.screen.json({"path": str(session.path), "freed": max(freed, 0)})
    session.screen.did(f"gave back {count(max(freed, 0), 'byte', 'bytes')}")


def _beside(file: Path, word: str) -> Path:
    """Return a name beside a file that is free: "library.litcli.before-restore", "...-2"."""
    names = [file.with_name(f"{file.name}.{word}")]
    while names[-1].exists():
        names.append(file.with_name(f"{file.name}.{word}-{len(names) + 1}"))
    return names[-1]
