"""Reads inputs: paths in, one result a page out, in order; nothing is stored. What goes wrong with a page is its result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from litcli.errors import InputError
from litcli.extract.engine import read
from litcli.extract.result import Reading
from litcli.intake.spread import Lost, spread
from litcli.intake.timed import TooLong, limit
from litcli.pages.decode import to_page
from litcli.pages.inputs import sources
from litcli.pages.page import Page, Source

SECONDS = 20
"""How long one page may take; a page takes some milliseconds."""


@dataclass(frozen=True)
class Read:
    """One page as it was read; `page` is None where the bytes are no text, and then `reading` says why."""

    source: Source
    page: Page | None
    reading: Reading | InputError


def read_pages(paths: Sequence[str], *, stdin: BinaryIO | None = None, jobs: int = 0) -> Iterator[Read | InputError]:
    """Yield one result a page, in the order of the inputs; an input that cannot be opened is an `InputError`."""
    for result in spread(_read, sources(paths, stdin), jobs):
        if isinstance(result, Lost):
            yield _lost(result.item)
        else:
            yield result


def read_source(source: Source) -> Read:
    """Decode one page and read it."""
    page = None
    try:
        with limit(SECONDS):
            page = to_page(source)
            return Read(source, page, read(page))
    except InputError as error:
        return Read(source, page, error)
    except TooLong:
        return Read(source, page, InputError(source.origin, f"reading took longer than {SECONDS} s"))
    except Exception as error:  # noqa: BLE001  a broken reader costs one page, never the batch
        return Read(source, page, InputError(source.origin, f"a fault in the reader ({type(error).__name__}: {error})"))


def _read(item: Source | InputError) -> Read | InputError:
    return item if isinstance(item, InputError) else read_source(item)


def _lost(item: Source | InputError) -> Read | InputError:
    return item if isinstance(item, InputError) else Read(item, None, InputError(item.origin, "the process that read it died"))
