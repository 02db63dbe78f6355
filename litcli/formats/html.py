"""HTML (.html): a list of references for people, with COinS, from which the Zotero connector takes the entries; written only.

In go entries, out comes a page with a list, one reference a point: a line of `_reference`, and what `_coins` tells programs beside it.
Every text is escaped; of markup only italics, bold type, superscript and subscript in a text are markup again; only addresses of the
web become links.
"""

from collections.abc import Iterable, Iterator
from html import escape

from litcli.formats import _coins
from litcli.formats._base import Options, Row, Tables
from litcli.formats._reference import ROWS, Kind, Piece, line, untold
from litcli.formats._xml_text import runs
from litcli.formats._xml_write import Element, ascii_only, cleaned, uncarried
from litcli.model.entry import Entry

NAME = "html"
LABEL = "HTML list with COinS"
SUFFIXES = (".html", ".htm")

_IN_LINE = {row.field for row in ROWS if not row.types}
BOTH_WAYS = (*ROWS, *(Row(name, key) for name, key in _coins.KEYS.items() if name not in _IN_LINE))
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY: tuple[Row, ...] = ()

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>References</title>
</head>
<body>
<ul class="references">
"""
_TAIL = "</ul>\n</body>\n</html>\n"


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a page."""
    yield _HEAD
    for entry in entries:
        item = _item(entry)
        yield ascii_only(item) if options.ascii else item
    yield _TAIL


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that neither line nor COinS tells, "tags" among them."""
    tags = ("tags",) if entry.tags else ()
    untold_fields = (name for name in untold(entry.record) if name not in _coins.KEYS)
    return tuple(dict.fromkeys((*_TABLES.lost(entry), *untold_fields, *uncarried(entry.record), *tags)))


def _item(entry: Entry) -> str:
    text = "".join(map(_written, line(entry.record)))
    coins = escape(_coins.context(entry.record))
    return f'<li id="{escape(cleaned(entry.citekey))}">{text}<span class="Z3988" title="{coins}"></span></li>\n'


def _written(piece: Piece) -> str:
    if piece.kind is Kind.ADDRESS:
        return f'<a href="{escape(piece.text)}">{escape(piece.text)}</a>'
    text = "".join(_inline(part) for part in runs(cleaned(piece.text), Element))
    return f"<cite>{text}</cite>" if piece.kind is Kind.CONTAINER else text


def _inline(part: Element | str) -> str:
    if isinstance(part, str):
        return escape(part, quote=False)
    return f"<{part.name}>{''.join(map(_inline, part.parts))}</{part.name}>"
