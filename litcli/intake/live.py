"""Automatic exports: after a change, each file whose entries are others than when it was written last is written anew.

In goes the library, out come the files that were written and those that could not be; a failing one never breaks the change.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from litcli.errors import LitcliError
from litcli.intake import exports
from litcli.model.entry import Entry
from litcli.query.parser import parse
from litcli.store.autos import AutoExport
from litcli.store.library import Library

Write = Callable[[Path, Iterable[bytes]], None]
"""Writes a file whole or not at all."""


def refresh(library: Library, write: Write) -> Iterator[tuple[str, str | None]]:
    """Write the files that are out of date; yield each that was written, or why it was not."""
    for auto in library.autos.all():
        try:
            entries = _entries(library, auto)
            if _mark(auto, entries) != library.autos.written(auto.path) or not Path(auto.path).exists():
                _write(auto, entries, write)
                library.autos.mark(auto.path, _mark(auto, entries))
                yield auto.path, None
        except (LitcliError, OSError) as error:
            yield auto.path, str(error)


def register(library: Library, auto: AutoExport, write: Write) -> None:
    """Write a file, and let it be written after each change from now on."""
    entries = _entries(library, auto)
    _write(auto, entries, write)
    library.autos.add(auto)
    library.autos.mark(auto.path, _mark(auto, entries))


def _write(auto: AutoExport, entries: Sequence[Entry], write: Write) -> None:
    plan = exports.plan(auto.format, auto.profile, only=auto.fields, omit=auto.omit, ascii=auto.ascii)
    write(Path(auto.path), plan.content(entries))


def _entries(library: Library, auto: AutoExport) -> list[Entry]:
    """Return the entries that belong into a file; keys that are gone are left out."""
    if auto.where is None and not auto.keys:
        return library.entries.all(auto.sort or "citekey")
    wanted = {key.casefold() for key in auto.keys}
    named = [entry for entry in library.entries.each() if wanted.intersection(map(str.casefold, (entry.citekey, *entry.aliases)))]
    found = [] if auto.where is None else library.search.find(parse(auto.where), auto.sort or "citekey")
    return list({entry.citekey: entry for entry in (*(named if wanted else ()), *found)}.values())


def _mark(auto: AutoExport, entries: Iterable[Entry]) -> str:
    """Return what changes with all that a file says."""
    mark = hashlib.sha256(repr(auto).encode(errors="replace"))
    for entry in entries:
        mark.update(repr((entry.citekey, entry.record, entry.tags, entry.aliases)).encode(errors="replace"))
    return mark.hexdigest()
