"""Markdown (.md): a list of references for people, one a point; written only.

In go entries, out come lines of `_reference`, the container in italics and the address as a link. No text of an entry is taken for
Markdown: its signs are escaped, and addresses hold none. What the line does not tell is named by `lost`.
"""

import re
from collections.abc import Iterable, Iterator

from litcli.formats import _pandoc_markdown
from litcli.formats._base import Options, Row, Tables
from litcli.formats._reference import ROWS, Kind, Piece, line, untold
from litcli.formats._xml_write import cleaned, uncarried
from litcli.model.entry import Entry

NAME = "markdown"
LABEL = "Markdown list"
SUFFIXES = (".md", ".markdown")

BOTH_WAYS = ROWS
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY: tuple[Row, ...] = ()

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    r"""Yield the entries as a list.

    >>> entry = Entry("a", {"type": "webpage", "title": "<script> *x*", "URL": "https://a.org/<b>"})
    >>> print(*write([entry], Options()))
    - (n.d.). \<script\> \*x\*. <https://a.org/%3Cb%3E>
    <BLANKLINE>
    """
    del options
    for entry in entries:
        yield f"- {_pandoc_markdown.begun(''.join(map(_written, line(entry.record))))}\n"


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the line does not tell, "tags" among them."""
    tags = ("tags",) if entry.tags else ()
    return tuple(dict.fromkeys((*_TABLES.lost(entry), *untold(entry.record), *uncarried(entry.record), *tags)))


def _written(piece: Piece) -> str:
    if piece.kind is Kind.ADDRESS:
        return f"<{piece.text}>"
    escaped = _pandoc_markdown.everywhere(cleaned(re.sub(r"\s+", " ", piece.text)))
    return f"*{escaped}*" if piece.kind is Kind.CONTAINER else escaped
