"""One input to its pages, as a stream: a dump of any size costs the memory of one page.

The first megabyte decides what an input is; then it goes by, and each piece becomes a `Source` of its own with the UTF-8 of its
text. An input that is one page keeps its own bytes; so does, in its `InputError`, one of less than a megabyte that is no text.

To read another kind of input, write a module whose `pages` returns None for what it does not know, and name it in `_KINDS`.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from litcli.errors import InputError
from litcli.pages import json_dumps, mail, partings, pdf, tables, warc, xml_dumps
from litcli.pages.decode import wide_charset
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.given import LOOK, PAGE_LIMIT, TOO_LARGE, Given, Readable, fill, page, recoded
from litcli.pages.page import Found, Source
from litcli.pages.sniff import HEAD, binary_kind


def split(origin: str, stream: Readable, fields: Fields = PLAIN) -> Iterator[Found]:
    """Yield the pages of one input, and an `InputError` for whatever of it cannot be read."""
    head = fill(stream, LOOK)
    if not head.strip():
        yield InputError(origin, "it holds no text" if head else "it is empty", head if len(head) < LOOK else None)
        return
    charset = wide_charset(head[:HEAD])
    chunks = chain([head], iter(lambda: stream.read(LOOK), b""))
    given = Given(origin, b"".join(recoded([head], charset)), chunks, charset, fields)
    yield from next(found for kind in _KINDS if (found := kind(given)) is not None)


def _pdf(given: Given) -> Iterator[Found] | None:
    return _whole_pdf(given) if pdf.is_pdf(given.head) else None


def _whole_pdf(given: Given) -> Iterator[Found]:
    content = given.whole()
    if content is None:
        yield InputError(given.origin, f"a PDF file of more than {PAGE_LIMIT >> 20} MB")
    else:
        yield Source(given.origin, 1, content, pdf.MEDIA_TYPE)


def _binary(given: Given) -> Iterator[Found] | None:
    kind = None if given.charset else binary_kind(given.head[:HEAD])
    whole = given.head if len(given.head) < LOOK else None
    return iter([InputError(given.origin, f"{kind}, not text", whole)]) if kind else None


def _single(given: Given) -> Iterator[Found]:
    content = given.whole()
    yield (
        InputError(given.origin, f"{TOO_LARGE}, without separators between pages")
        if content is None
        else page(given.origin, content)
    )


_KINDS: tuple[Callable[[Given], Iterator[Found] | None], ...] = (
    _pdf,
    warc.pages,
    _binary,
    xml_dumps.pages,
    json_dumps.lines,
    json_dumps.document,
    mail.pages,
    tables.pages,
    partings.pages,
    _single,
)
"""What reads each kind of input; the first that knows it."""
