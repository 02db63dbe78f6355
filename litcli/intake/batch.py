"""Stores what is read: pages from inputs, pages that are kept already, records from files. One history step a batch.

Reading runs ahead outside the transaction, so another program can use the library meanwhile; what was committed stays when
something stops the batch. What surprised us: looking first which pages the library has makes a second run nearly free.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from litcli.errors import InputError
from litcli.extract.description import Guidance
from litcli.extract.result import Extraction, Reading
from litcli.intake.reading import Input, Known, Read, Result, read_all, read_source, reader_of
from litcli.intake.report import Each, Item, Report, Tally
from litcli.intake.tagging import tag
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.inputs import sources
from litcli.pages.page import Source
from litcli.store.filing import Outcome, Taken
from litcli.store.library import Library
from litcli.store.sql import files

BATCH = 100
"""Pages that are committed together."""

_UNREAD = InputError("", "the library has this page")
"""Stands for the reading of a page that is known; the library looks at the page first."""

_Thing = TypeVar("_Thing")


def ingest(  # noqa: PLR0913  all but two have a default
    library: Library,
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    jobs: int = 0,
    tags: Sequence[str] = (),
    each: Each | None = None,
    guidance: Guidance | None = None,
    fields: Fields = PLAIN,
) -> Report:
    """Read the pages of files, folders and archives ("-": `stdin`) into a library, and tag their entries.

    `each` hears of every page in order; without `guidance` what the library was taught guides the reader; `fields` says which field
    of the records of a dump holds the page. A bad page is kept with its reason and the batch goes on; only what is wrong with the
    library itself stops it.
    """
    tally, step = Tally(each), None
    inputs = _known(library, _others(library, sources(paths, stdin, fields)))
    guided = _taught(library) if guidance is None else guidance
    for some in _batches(read_all(inputs, jobs, guided)):
        if all(isinstance(result, InputError) and result.content is None for result in some):
            items = [_item(library, result, tags, guided) for result in some]
        else:
            with library.change(f"ingest {_named(paths)}", step) as step:
                items = [_item(library, result, tags, guided) for result in some]
        for item in items:
            tally.add(item)
    return tally.report()


def reread(
    library: Library, refs: Sequence[str], *, jobs: int = 0, each: Each | None = None, guidance: Guidance | None = None
) -> Report:
    """Read kept pages again with today's reader; edits stay on top, and no entry is taken away."""
    tally, step = Tally(each), None
    kept = (library.pages.source(ref) for ref in refs)
    for some in _batches(read_all(kept, jobs, _taught(library) if guidance is None else guidance)):
        with library.change(f"read {len(refs)} kept pages again", step) as step:
            items = [_again(library, result) for result in some if isinstance(result, Read)]
        for item in items:
            tally.add(item)
    return tally.report()


def _taught(library: Library) -> Guidance:
    return Guidance(library.taught.all())


def _item(library: Library, result: Result, tags: Sequence[str], guidance: Guidance) -> Item:
    if isinstance(result, InputError):
        return Item(result.place, 1, _failed(library, result))
    if isinstance(result, Known) and not library.pages.known([result.source.sha256]):
        result = read_source(result.source, reader_of(guidance))  # undone by another program meanwhile
    source = result.source
    page, reading = (result.page, result.reading) if isinstance(result, Read) else (None, _UNREAD)
    taken = library.take(source, page, reading)
    if tags and taken.citekey:
        tag(library, [taken.citekey], tags)
    return Item(source.origin, source.ordinal, taken, _broken(reading))


def _failed(library: Library, error: InputError) -> Taken:
    """Keep what cannot be read, where its bytes are at hand."""
    if error.content is None:
        return Taken(Outcome.FAILED, None, error.reason)
    return library.take(Source(error.place, 1, error.content, "application/octet-stream"), None, error)


def _again(library: Library, read: Read) -> Item:
    taken = library.retake(read.source.sha256, read.page, read.reading)
    return Item(read.source.origin, read.source.ordinal, taken, _broken(read.reading))


def _broken(reading: Reading | InputError) -> tuple[str, ...]:
    return reading.broken if isinstance(reading, Extraction) else ()


def _known(library: Library, found: Iterable[Source | InputError]) -> Iterator[Input]:
    """Mark the pages that the library has, so that they are not read."""
    for some in _batches(found):
        known = library.pages.known(item.sha256 for item in some if isinstance(item, Source))
        yield from (Known(item) if isinstance(item, Source) and item.sha256 in known else item for item in some)


def _others(library: Library, found: Iterable[Source | InputError]) -> Iterator[Source | InputError]:
    """Pass over the library's own files, which may lie among the pages."""
    own = [file.resolve() for file in files(Path(library.path))]
    for item in found:
        if isinstance(item, Source) or not any(
            item.place.endswith(file.name) and Path(item.place).resolve() == file for file in own
        ):
            yield item


def _batches(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    rest = iter(things)
    while some := list(islice(rest, BATCH)):
        yield some


def _named(paths: Sequence[str]) -> str:
    return ", ".join(paths) if len(paths) <= 3 else f"{', '.join(paths[:2])} and {len(paths) - 2} more inputs"
