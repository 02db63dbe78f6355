"""Reads inputs: paths in, one result a page out, in order; nothing is stored. What goes wrong with a page is its result."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import BinaryIO

from litcli.errors import InputError
from litcli.extract.description import UNGUIDED, Guidance
from litcli.extract.engine import read
from litcli.extract.result import Reading, Rejection
from litcli.intake.spread import Lost, spread
from litcli.intake.timed import TooLong, limit
from litcli.pages.decode import to_page
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.inputs import sources
from litcli.pages.page import Page, Source
from litcli.pages.sniff import REFERENCES, SET_ASIDE

SECONDS = 20
"""How long one page may take; a page takes some milliseconds."""

_SAMPLE = Source(
    "sample", 1, b"Bees and their hives\n\nIda Osk\n\nJournal: Hives\nPublished: May 2019\nLanguage: English\n", "text/plain"
)


@dataclass(frozen=True)
class Read:
    """One page as it was read; `page` is None where the bytes are no text, and then `reading` says why."""

    source: Source
    page: Page | None
    reading: Reading | InputError


@dataclass(frozen=True)
class Known:
    """A page that need not be read, because the library has it."""

    source: Source


Input = Source | Known | InputError
Result = Read | Known | InputError


def read_pages(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    jobs: int = 0,
    guidance: Guidance = UNGUIDED,
    fields: Fields = PLAIN,
) -> Iterator[Read | InputError]:
    """Yield one result a page, in the order of the inputs; an input that cannot be opened is an `InputError`.

    `fields` says which field of the records of a dump (JSON lines, CSV) holds the page; without it, a plain one does.
    """
    for result in read_all(sources(paths, stdin, fields), jobs, guidance):
        if not isinstance(result, Known):
            yield result


def read_text(text: str, *, media_type: str = "text/plain") -> Reading:
    """Read one page that is at hand as text ("text/html": as HTML); stores nothing. Raises `InputError` where it is empty.

    >>> type(read_text("Subscribe to our newsletter")).__name__
    'Rejection'
    """
    return read(to_page(Source("text", 1, text.encode(), media_type)))


def read_all(inputs: Iterable[Input], jobs: int = 0, guidance: Guidance = UNGUIDED) -> Iterator[Result]:
    """Read what is to be read, `jobs` pages at a time (0: as many as there are cores); what is known or failed passes through."""
    for result in spread(partial(_read, guidance), inputs, jobs, before=_load):
        yield _died(result.item) if isinstance(result, Lost) else result


def reader_of(guidance: Guidance) -> Callable[[Page], Reading]:
    """Return the reader of a page that heeds the guidance."""
    return read if guidance == UNGUIDED else partial(read, guidance=guidance)


def read_source(source: Source, reader: Callable[[Page], Reading] | None = None) -> Read:
    """Decode one page and read it, by another reader than usual if one is named."""
    page = None
    try:
        with limit(SECONDS):
            page = to_page(source)
            return Read(source, page, _named(source, (reader or read)(page)))
    except InputError as error:
        return Read(source, page, error)
    except TooLong:
        return Read(source, page, InputError(source.origin, f"reading it took longer than {SECONDS} s"))
    except Exception as error:  # noqa: BLE001  a broken reader costs one page, never the batch
        return Read(source, page, InputError(source.origin, f"a fault in the reader ({type(error).__name__}: {error})"))


def _named(source: Source, reading: Reading) -> Reading:
    """Say of what holds no record and is named as a file of references which command reads it; one reference is read as a page is."""
    named = SET_ASIDE.get(PurePath(source.origin).suffix.casefold()) == REFERENCES
    return Rejection(REFERENCES) if named and isinstance(reading, Rejection) else reading


def _read(guidance: Guidance, item: Input) -> Result:
    return read_source(item, reader_of(guidance)) if isinstance(item, Source) else item


def _load() -> None:
    """Read a tiny page, so that label tables, portals and the like are loaded once and not by every process."""
    read_source(_SAMPLE)


def _died(item: Input) -> Result:
    return Read(item, None, InputError(item.origin, "the process that read it died")) if isinstance(item, Source) else item
