"""References as rows of a table; for `litcli.formats.csv` and `litcli.formats.tsv`.

The first row names the columns: `citekey`, every field of the field table by its name, `tags`, `aliases`. Reading takes any subset of
them in any order, the other names that fields have ("Journal", "Year"), and the columns of Zotero and PubMed; a column that is none
of them goes to `extra`.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from litcli.errors import BadValue
from litcli.formats._base import Failure, Options, Read, Row
from litcli.formats._cells import disarmed, from_cell, to_cell
from litcli.formats._draft import Draft
from litcli.formats._rows import Text, cells_of, names_of, whole_rows
from litcli.model import fields, types
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import year

COLUMNS = ("citekey", *(row.name for row in FIELDS), "tags", "aliases")
"""The columns of a table that we write."""
BOTH_WAYS = tuple(Row(row.name, row.name) for row in FIELDS)
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = (
    Row("type", "Item Type"),
    Row("type", "BibliographyType"),
    Row("type", "Document Type"),
    Row("issued", "Publication Year"),
    Row("container-title", "Publication Title"),
    Row("container-title", "Journal/Book"),
    Row("container-title-short", "Journal Abbreviation"),
    Row("title-short", "Short Title"),
    Row("abstract", "Abstract Note"),
    Row("number-of-pages", "Num Pages"),
    Row("collection-number", "Series Number"),
    Row("accessed", "Access Date"),
    Row("license", "Rights"),
    Row("note", "Notes"),
    Row("attachment", "File Attachments"),
    Row("keyword", "Author Keywords"),
)


@dataclass(frozen=True)
class Table:
    """Tables whose cells one of these signs parts; the first is written, the one that parts the names of fields is read."""

    delimiters: str

    def write(self, entries: Iterable[Entry], options: Options) -> Iterator[str]:
        """Yield the lines of a table, its head first; a byte order mark tells spreadsheets that it is UTF-8."""
        del options
        buffer = StringIO()
        writer = csv.writer(buffer, delimiter=self.delimiters[0], lineterminator="\n")
        yield "\ufeff"
        for row in _rows(entries):
            writer.writerow(row)
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()

    def likely(self, head: str) -> float:
        """Tell how likely a file is a table of references: its first row names fields."""
        first = head.removeprefix("\ufeff").split("\n", 1)[0]
        named = max(_named(first, delimiter) for delimiter in self.delimiters)
        return min(0.9, 0.3 * named) if named > 1 else 0.0

    def read(self, lines: Iterable[str]) -> Iterator[Read | Failure]:
        """Yield what a table holds; never raises for what stands in it."""
        rows = whole_rows(lines, self.delimiters)
        head = next(rows, None)
        if head is None or isinstance(head, Failure):
            yield from () if head is None else (head,)
            return
        delimiter = max(self.delimiters, key=lambda one: _named(head.text, one))
        names = names_of(head, delimiter)
        if not any(map(_meaning, names)):
            yield Failure(head.line, "the first row names no field of a reference", head.text)
            return
        columns = tuple((name, _meaning(name)) for name in names)
        for row in rows:
            if isinstance(row, Failure):
                yield row
            elif row.text.strip(f"{delimiter} \t"):
                cells = cells_of(row, delimiter)
                yield cells if isinstance(cells, Failure) else _read(row, columns, cells)

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """Return the fields that a table cannot carry: none."""
        del entry
        return ()


def _rows(entries: Iterable[Entry]) -> Iterator[Sequence[str]]:
    yield COLUMNS
    for entry in entries:
        cells = {name: to_cell(name, value) for name, value in entry.record.items()}
        cells["citekey"] = to_cell("title", entry.citekey)
        cells |= {
            name: to_cell("keyword", list(words)) for name, words in (("tags", entry.tags), ("aliases", entry.aliases)) if words
        }
        yield [cells.get(column, "") for column in COLUMNS]


def _named(head: str, delimiter: str) -> int:
    """Return how many columns of a head are fields."""
    return sum(1 for column in head.removeprefix("\ufeff").split(delimiter) if _meaning(column.strip(' "\n')))


def _meaning(column: str) -> str | None:
    """Return the field that a column holds, or "citekey", "tags", "aliases"."""
    plain = " ".join(column.split()).casefold()
    row = fields.find(plain)
    return _BESIDE.get(plain) or _OTHERS.get(plain) or (row.name if row else None)


_BESIDE = {
    "citekey": "citekey",
    "key": "citekey",
    "id": "citekey",
    "citation key": "citekey",
    "tags": "tags",
    "manual tags": "tags",
    "aliases": "aliases",
}
_OTHERS = {row.key.casefold(): row.field for row in IMPORT_ONLY}
_YEARS = frozenset({"year", "publication year"})
_ITEM_TYPES = {
    "bookSection": "chapter",
    "computerProgram": "software",
    "encyclopediaArticle": "entry-encyclopedia",
    "forumPost": "post",
    "videoRecording": "motion_picture",
    "audioRecording": "song",
    "letter": "personal_communication",
    "email": "personal_communication",
    "statute": "legislation",
    "case": "legal_case",
    "artwork": "graphic",
}
"""Zotero's kinds of items that are no words of ours."""


def _read(row: Text, columns: Sequence[tuple[str, str | None]], cells: Sequence[str]) -> Read:
    beyond = [(f"column {at + 1}", None) for at in range(len(columns), len(cells))]
    stated = [(name, meaning, cell) for (name, meaning), cell in zip((*columns, *beyond), cells, strict=False) if cell.strip()]
    held = {
        meaning: str(from_cell("title", cell.strip())) for _, meaning, cell in reversed(stated) if meaning in {"citekey", "type"}
    }
    kind = held.get("type", "")
    type_ = _ITEM_TYPES.get(kind) or types.find(kind)
    draft = Draft(type_ or "document")
    beside: dict[str, tuple[str, ...]] = {}
    for name, meaning, cell in sorted(stated, key=lambda one: one[0].casefold() in _YEARS):
        if meaning in {"tags", "aliases"}:
            beside[meaning] = (*beside.get(meaning, ()), *_words(cell))
        elif meaning == "type":
            if not type_ or from_cell("title", cell.strip()) != kind:
                _take(draft, None, name, cell)
        elif meaning != "citekey":
            _take(draft, meaning, name, cell)
        elif (key := str(from_cell("title", cell.strip()))) != held["citekey"]:
            beside["aliases"] = (*beside.get("aliases", ()), key)
    return Read(held.get("citekey", ""), draft.record(), beside.get("tags", ()), row.line, row.text, beside.get("aliases", ()))


def _words(cell: str) -> list[str]:
    """Return the words of a cell; none of one that holds only what parts them."""
    try:
        value = from_cell("keyword", cell)
    except BadValue:
        return []
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _take(draft: Draft, field: str | None, name: str, cell: str) -> None:
    shown = disarmed(cell.strip())
    try:
        value = from_cell(field, cell.strip()) if field else None
    except BadValue:
        value = None
    if field == "issued" and isinstance(value, dict) and year(draft.record()) == year({"issued": value}) is not None:
        return
    if value is None or field is None:
        draft.keep(f"{name}: {shown}")
    else:
        draft.put(field, value, f"{name}: {shown}")
