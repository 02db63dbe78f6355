"""Which entries `cite` takes: those named, those that a search finds, those that a document cites; with the places in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from litcli.cli.choose import chosen
from litcli.cli.session import Session
from litcli.errors import NotFound, UsageError
from litcli.model.entry import Entry

if TYPE_CHECKING:
    from litcli.intake.manuscript import Resolved
    from litcli.store.library import Library

STYLE, GIVEN = "style", "given"
_GIVEN = frozenset({"given", "key-order", "keys"})


@dataclass(frozen=True)
class Asked:
    """What a person asks to have cited."""

    keys: Sequence[str] = ()
    """Perhaps with a place behind each: "smith2020, p. 12"."""
    where: str | None = None
    documents: tuple[Path, ...] = ()
    order: str = STYLE


@dataclass(frozen=True)
class Gathered:
    """What is to be cited."""

    entries: list[Entry]
    places: list[str]
    """In each entry; empty for most."""
    unresolved: "tuple[Resolved, ...]" = ()
    """What the documents cite that is no one entry."""
    files: tuple[Path, ...] = ()
    """What was read to know."""


def gather(session: Session, asked: Asked) -> Gathered:
    """Find the entries; raises `NotFound` where there is none."""
    with session.reading() as library:
        if asked.documents:
            return _sorted(library, _from_documents(session, library, asked), asked.order)
        if asked.keys or asked.where is not None:
            return _sorted(library, _named(library, asked), asked.order)
        entries = library.entries.all()
        if not entries:
            raise NotFound("the library is empty")
        return _sorted(library, Gathered(entries, []), asked.order)


def _named(library: "Library", asked: Asked) -> Gathered:
    from litcli.citations.locators import parted

    pairs = [parted(text) for text in asked.keys]
    if not any(place for _, place in pairs):
        return Gathered(chosen(library, asked.keys, asked.where), [])
    if asked.where is not None:
        raise UsageError("name the entries with places by their keys; leave --where out")
    return Gathered([library.entries.get(key) for key, _ in pairs], [place for _, place in pairs])


def _from_documents(session: Session, library: "Library", asked: Asked) -> Gathered:
    from litcli.citations import cited
    from litcli.intake.manuscript import entries_of, resolve

    read = [cited.read(path, session.citations) for path in asked.documents]
    resolved = [found for one in read for found in resolve(library, one)]
    named = _named(library, asked).entries if asked.keys or asked.where is not None else []
    every = library.entries.all() if any(one.everything for one in read) else []
    entries = {entry.citekey: entry for entry in (*named, *entries_of(resolved), *every)}
    unresolved = tuple(found for found in resolved if found.entry is None)
    if not entries:
        names = ", ".join(map(str, asked.documents))
        raise NotFound(f"{names} cites nothing{' that the library holds: ' + _listed(unresolved) if unresolved else ''}")
    return Gathered(list(entries.values()), [], unresolved, tuple(file for one in read for file in one.files))


def _listed(unresolved: "Sequence[Resolved]") -> str:
    return ", ".join(found.mention.key for found in unresolved)


def _sorted(library: "Library", gathered: Gathered, order: str) -> Gathered:
    """Put the entries into the order of a field, where one is named."""
    if order == STYLE or order.casefold() in _GIVEN:
        return gathered
    if any(gathered.places):
        raise UsageError("places in works stand in the order given; leave --order out")
    rank = {entry.citekey: at for at, entry in enumerate(library.entries.each(order))}
    entries = sorted(gathered.entries, key=lambda entry: rank[entry.citekey])
    return Gathered(entries, [], gathered.unresolved, gathered.files)
