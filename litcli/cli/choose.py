"""Which entries a command acts on, and how a change is carried out: asked about first, kept as one step, or only shown."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from litcli.cli.output import Screen
from litcli.cli.shapes import entry_json
from litcli.errors import NotFound, UsageError
from litcli.model.entry import Entry
from litcli.query.parser import parse

if TYPE_CHECKING:
    from litcli.store.library import Library


def chosen(library: "Library", keys: Sequence[str] | None, where: str | None) -> list[Entry]:
    """Return the entries named by key and those that `where` finds, each once; raises where there is none."""
    if not keys and where is None:
        raise UsageError("name one or more keys, or choose entries with --where QUERY")
    named = library.entries.many(list(keys or ()))
    found = [] if where is None else library.search.find(parse(where))
    entries = {entry.citekey: entry for entry in (*named, *found)}
    if not entries:
        raise NotFound(f"nothing matches '{where}'")
    return list(entries.values())


def keys_of(entries: Sequence[Entry]) -> list[str]:
    """Return the entries' citekeys."""
    return [entry.citekey for entry in entries]


def ask(screen: Screen, entries: Sequence[Entry], *, yes: bool, dry_run: bool) -> None:
    """Let a person say no before more than one entry is changed."""
    if len(entries) > 1 and not dry_run:
        screen.confirm(f"this changes {count(entries, 'entry', 'entries')}", yes=yes)


def change(library: "Library", summary: str, *, dry_run: bool = False) -> AbstractContextManager[object]:
    """Return the context in which a change is one step of the history; with `dry_run` all of it is taken back at its end."""
    return library.rehearsal() if dry_run else library.change(summary)


def show_changed(screen: Screen, library: "Library", keys: Sequence[str], *, as_json: bool) -> None:
    """With `--json`, print what the entries are now."""
    if as_json:
        for entry in library.entries.many(keys):
            screen.json(entry_json(entry))


def count(things: Sequence[object] | int, one: str, several: str) -> str:
    """Return a number with its noun.

    >>> count(1, "entry", "entries"), count([1, 2], "entry", "entries")
    ('1 entry', '2 entries')
    """
    number = things if isinstance(things, int) else len(things)
    return f"{number} {one if number == 1 else several}"
