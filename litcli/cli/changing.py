"""Changing entries: values, notes, the trash. What a person sets stands above what pages say, also when they are read again."""

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from litcli.cli import complete
from litcli.cli.choose import Asked, change, changing, count, show_changed
from litcli.cli.common import AsJson, DryRun, Key, Keys, Where, Yes, command, new_app
from litcli.cli.editor import edit_text, form, read_form
from litcli.cli.output import Screen
from litcli.cli.session import Session
from litcli.errors import BadValue, UsageError
from litcli.model.dates import pending
from litcli.model.fields import FIELDS, named
from litcli.model.record import Value, text
from litcli.model.values import parse_value

if TYPE_CHECKING:
    from litcli.store.library import Library

app = new_app()

Settings = dict[str, Value | None]
"""Field to its new value; None takes the field away."""


@command(
    app,
    "set",
    "litcli set KEY container-title=OncoImmunology volume=2",
    "litcli set language=en --where 'journal:lancet missing:language' --yes",
    more="\b\n" + fill(f"The fields: {', '.join(row.name for row in FIELDS)}.", 76, break_on_hyphens=False),
)
def set_(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[KEY]... FIELD=VALUE...", help="Keys and new values.", autocompletion=complete.keys_and_fields),
    ],
    where: Where = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Set fields of entries; the pages stay as they are."""
    values: Settings = dict(assignment(word) for word in words if "=" in word)
    if not values:
        raise UsageError("say what to set as FIELD=VALUE, as in volume=2")
    keys = [word for word in words if "=" not in word]
    _put(Session.of(ctx), Asked(keys, where, yes, dry_run), values, as_json=as_json)


@command(app, "unset", "litcli unset KEY volume issue", "litcli unset note --where tag:to-read --yes")
def unset(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[KEY] FIELD...", help="A key, unless --where, and fields.", autocompletion=complete.keys_and_fields
        ),
    ],
    where: Where = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take fields away from entries, whatever the pages say."""
    keys, fields = (words[:1], words[1:]) if where is None else ([], words)
    if not fields:
        raise UsageError("name the fields to take away: litcli unset KEY FIELD...")
    values: Settings = {named(word).name: None for word in fields}
    _put(Session.of(ctx), Asked(keys, where, yes, dry_run), values, as_json=as_json)


@command(app, "revert", "litcli revert KEY title", "litcli revert KEY")
def revert(
    ctx: typer.Context,
    key: Key,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]...", help="Fields; none means all but the note.", autocompletion=complete.fields),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Drop edits of an entry, so that what its pages say stands again."""
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"revert edits of {key}", dry_run=dry_run):
        dropped = library.edits.revert(key, list(fields or ()))
        show_changed(session.screen, library, [key], as_json=as_json)
    session.screen.did(f"dropped {count(dropped, 'edit', 'edits')} of {key}", dry_run=dry_run)


@command(app, "edit", "EDITOR=nano litcli edit KEY")
def edit(ctx: typer.Context, key: Key, as_json: AsJson = False) -> None:
    """Change an entry in your editor (VISUAL or EDITOR)."""
    session = Session.of(ctx)
    with session.reading() as library:
        entry = library.entries.get(key)
    before = form(entry)
    values = read_form(before, edit_text(before, name=entry.citekey))
    if values:
        _put(session, Asked([entry.citekey]), values, as_json=as_json)
    else:
        session.screen.say("nothing was changed")


@command(app, "note", "litcli note KEY 'Compare with the 2010 trial.'", "EDITOR=nano litcli note KEY")
def note(
    ctx: typer.Context,
    key: Key,
    words: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="A paragraph to add; without it your editor opens.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write a note on an entry."""
    session = Session.of(ctx)
    with session.reading() as library:
        entry = library.entries.get(key)
    before = text(entry.record, "note") or ""
    after = edit_text(before, name=f"{entry.citekey}-note") if words is None else f"{before}\n\n{words}"
    if after.strip() == before:
        session.screen.say("nothing was changed")
        return
    value = parse_value("note", after.strip()) if after.strip() else None
    _put(session, Asked([entry.citekey]), {"note": value}, as_json=as_json)


@command(app, "rm", "litcli rm KEY", "litcli rm --where 'year:<1990' --dry-run")
def rm(
    ctx: typer.Context, keys: Keys = None, where: Where = None, yes: Yes = False, dry_run: DryRun = False, as_json: AsJson = False
) -> None:
    """Put entries in the trash; 'litcli restore' takes them out again."""
    session = Session.of(ctx)
    asked = Asked(keys, where, yes, dry_run)
    with changing(session, asked, lambda some: f"trash {_named(some)}") as (library, chosen):
        show_changed(session.screen, library, chosen, as_json=as_json)
        trashed = library.entries.trash(chosen)
    session.screen.did(f"put {count(trashed, 'entry', 'entries')} in the trash: {_named(chosen)}", dry_run=dry_run)


@command(app, "restore", "litcli restore KEY")
def restore(
    ctx: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Citekeys in the trash.", autocompletion=complete.trash)],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take entries out of the trash.

    'litcli list --trash' shows what is in it.
    """
    session = Session.of(ctx)
    with session.changing() as library, change(library, f"restore {_named(keys)}", dry_run=dry_run):
        restored = library.entries.restore(keys)
        show_changed(session.screen, library, keys, as_json=as_json)
    session.screen.did(f"took {count(restored, 'entry', 'entries')} out of the trash", dry_run=dry_run)


def assignment(word: str) -> tuple[str, Value]:
    """Read "volume=2" as a field and its value; raises `UnknownName` or `BadValue`.

    >>> assignment("journal=The Lancet")
    ('container-title', 'The Lancet')
    """
    name, _, value = word.partition("=")
    field = named(name).name
    if not value.strip():
        raise BadValue(f"{field} cannot be set to nothing; 'litcli unset' takes a field away")
    return field, parse_value(field, value)


def tell_odd_dates(screen: Screen, values: Mapping[str, Value | None]) -> None:
    """Say which values of dates are none, and no word for one that is yet to come, as "in press" is; all are kept as they stand."""
    for field, value in values.items():
        words = value.get("literal", "") if isinstance(value, dict) else ""
        if words and not pending(words):
            screen.say(f"{field}: '{words}' is no date that litcli knows; it is kept as it stands")


def _put(session: Session, asked: Asked, values: Settings, *, as_json: bool) -> None:
    """Set and take away fields of the chosen entries."""
    told = _told(values)
    with changing(session, asked, lambda some: f"{told} of {_named(some)}") as (library, chosen):
        changed = [key for key in chosen if _put_one(library, key, values)]
        show_changed(session.screen, library, chosen, as_json=as_json)
    tell_odd_dates(session.screen, values)
    session.screen.did(f"{told} of {count(changed, 'entry', 'entries')}", dry_run=asked.dry_run)


def _put_one(library: "Library", key: str, values: Settings) -> bool:
    edits = library.edits
    done = [edits.unset(key, field) if value is None else edits.set(key, field, value) for field, value in values.items()]
    return any(done)


def _told(values: Settings) -> str:
    """Return what is done to which fields, as the history tells it."""
    new = [field for field, value in values.items() if value is not None]
    gone = [field for field, value in values.items() if value is None]
    return " and ".join(f"{verb} {', '.join(fields)}" for verb, fields in (("set", new), ("unset", gone)) if fields)


def _named(keys: Sequence[str]) -> str:
    return ", ".join(keys) if len(keys) <= 3 else f"{', '.join(keys[:2])} and {len(keys) - 2} more"
