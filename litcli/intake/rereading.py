"""Kept pages read again with today's reader: what that would change in the library, and taking it.

Entry after entry, each with all its pages, since an entry says what its pages say together; then the pages of the inbox. Edits are part
of what an entry says, so a field that a person set never changes. What surprised us: to show what would change nothing need be written and
taken back; the entry's record is worked out from the new readings as it would be from stored ones. So memory stays flat however many
pages are kept.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from litcli.extract.description import Guidance
from litcli.extract.result import Extraction
from litcli.intake.changes import RECORD, VERDICT, Change, between, verdict_of
from litcli.intake.guidance import GENERIC
from litcli.intake.reading import Read, read_all
from litcli.intake.report import Item
from litcli.pages.page import Source
from litcli.store.library import Library
from litcli.store.pages import Status

BATCH = 100
"""Entries that are committed together."""


@dataclass(frozen=True)
class Again:
    """The pages of one entry, or one page of the inbox, read again."""

    citekey: str | None
    reads: tuple[Read, ...]
    changes: tuple[Change, ...]

    @property
    def broken(self) -> Iterator[str]:
        """Yield what failed of the portals."""
        for read in self.reads:
            yield from read.reading.broken if isinstance(read.reading, Extraction) else ()


def compare(library: Library, keys: Sequence[str] | None, guidance: Guidance, jobs: int = 0) -> Iterator[Again]:
    """Yield what today's reader makes of these entries' pages, or of all pages; nothing is stored."""
    waiting: deque[_Waiting] = deque()
    for result in read_all(_sources(library, keys, waiting), jobs, guidance):
        first = waiting[0]
        first.reads += [result] if isinstance(result, Read) else []
        first.left -= 1
        if not first.left:
            waiting.popleft()
            yield Again(first.citekey, tuple(first.reads), tuple(_changes(library, first.citekey, first.reads)))


def take(library: Library, keys: Sequence[str] | None, guidance: Guidance, jobs: int = 0) -> Iterator[Again]:
    """Store what today's reader makes of the pages, as one step of the history; yield it once it is stored."""
    step = None
    some: list[Again] = []
    for again in compare(library, keys, guidance, jobs):
        some.append(again)
        if len(some) == BATCH:
            with library.change("read kept pages again", step) as step:
                stored = [_store(library, one) for one in some]
            yield from stored
            some = []
    with library.change("read kept pages again", step):
        stored = [_store(library, one) for one in some]
    yield from stored


@dataclass
class _Waiting:
    """An entry, or a page of the inbox, whose pages are being read."""

    citekey: str | None
    left: int
    reads: list[Read] = field(default_factory=list)


def _sources(library: Library, keys: Sequence[str] | None, waiting: deque[_Waiting]) -> Iterator[Source]:
    """Yield the pages, noting to what each belongs just before."""
    for key in library.entries.keys() if keys is None else keys:
        refs = library.pages.of_entry(key)
        if refs:
            waiting.append(_Waiting(key, len(refs)))
        yield from map(library.pages.source, refs)
    for ref in library.pages.without_entry() if keys is None else ():
        waiting.append(_Waiting(None, 1))
        yield library.pages.source(ref)


def _changes(library: Library, key: str | None, reads: Sequence[Read]) -> Iterator[Change]:
    if key is None:
        yield from _of_inbox(library, reads[0])
        return
    new = {read.source.sha256: read.reading for read in reads if isinstance(read.reading, Extraction)}
    before, after = library.extractions.stand(key), library.extractions.stand(key, new)
    place = Item.place_of(reads[0].source.origin, reads[0].source.ordinal) if len(reads) == 1 else ""
    for name, old_rules, new_rules in between(before.record, after.record, (before.rules, after.rules)):
        portal = after.portals.get(name) or before.portals[name]
        yield Change(key, place, portal, name, before.record.get(name), after.record.get(name), old_rules, new_rules)
    for read in reads:
        if not isinstance(read.reading, Extraction):
            yield _set_aside(key, read)


def _set_aside(key: str, read: Read) -> Change:
    """Tell of a page that today's reader would not take; what it said before stays."""
    place = Item.place_of(read.source.origin, read.source.ordinal)
    return Change(key, place, GENERIC, VERDICT, RECORD, verdict_of(read.reading), note="kept as it was read before")


def _of_inbox(library: Library, read: Read) -> Iterator[Change]:
    page = library.pages.get(read.source.sha256)
    old = RECORD if page.status is Status.OK else f"{page.status}: {page.reason or ''}"
    new = verdict_of(read.reading)
    if old != new and not (page.status is Status.REJECTED and _rejected_still(library, read)):
        portal = read.reading.portal if isinstance(read.reading, Extraction) else GENERIC
        yield Change(None, Item.place_of(page.origin, page.ordinal), portal, VERDICT, old, new)


def _rejected_still(library: Library, read: Read) -> bool:
    """Tell whether a page stays rejected: by today's reader too, or by a person, who rejects what a reader had made a record of."""
    return not isinstance(read.reading, Extraction) or bool(library.extractions.of_page(read.source.sha256))


def _store(library: Library, again: Again) -> Again:
    """Take what was read; a page of the inbox of which nothing changes keeps the reason that a person may have given."""
    if again.citekey is None and not again.changes:
        return again
    taken = [library.retake(read.source.sha256, read.page, read.reading) for read in again.reads]
    if again.citekey is None and taken[0].citekey:
        noted = tuple(replace(change, note=f"{taken[0].outcome} {taken[0].citekey}") for change in again.changes)
        return replace(again, changes=noted)
    return again
