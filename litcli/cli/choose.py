"""Which entries a command acts on, and how a change is carried out: asked about first, kept as one step, or only shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litcli.cli.output import Screen
from litcli.errors import NotFound, UsageError
from litcli.model.entry import Entry
from litcli.query.parser import parse

if TYPE_CHECKING:
    from litcli.cli.session import Session
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


@dataclass(frozen=True)
class Asked:
    """Which entries a person wants changed, and how."""

    keys: Sequence[str] | None
    where: str | None = None
    yes: bool = False
    dry_run: bool = False


@contextmanager
def changing(session: "Session", asked: Asked, what: Callable[[Sequence[str]], str]) -> Iterator[tuple["Library", list[str]]]:
    """Open a change of the chosen entries: yields the library and their keys. Before more than one is changed, a person may say no.

    `what` words for the history what is done to the entries with these keys.
    """
    with session.changing() as library:
        keys = [entry.citekey for entry in chosen(library, asked.keys, asked.where)]
        if len(keys) > 1 and not asked.dry_run:
            session.screen.confirm(f"this changes {count(keys, 'entry', 'entries')}", yes=asked.yes)
        with change(library, what(keys), dry_run=asked.dry_run):
            yield library, keys


def change(library: "Library", summary: str, *, dry_run: bool = False) -> AbstractContextManager[object]:
    """Return the context in which a change is one step of the history; with `dry_run` all of it is taken back at its end."""
    return library.rehearsal() if dry_run else library.change(summary)


def show_changed(screen: Screen, library: "Library", keys: Sequence[str], *, as_json: bool) -> None:
    """With `--json`, print what the entries are now."""
    if as_json:
        from litcli.cli.shapes import entry_json

        for entry in library.entries.many(keys):
            screen.json(entry_json(entry))


def count(things: Sequence[object] | int, one: str, several: str) -> str:
    """Return a number with its noun.

    >>> count(1, "entry", "entries"), count([1, 2], "entry", "entries")
    ('1 entry', '2 entries')
    """
    number = things if isinstance(things, int) else len(things)
    return f"{number} {one if number == 1 else several}"
