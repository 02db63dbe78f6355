"""Scopus (.csv): its table of documents, all columns of every age of it; read only. Scopus' RIS and BibTeX are read as such.

In go lines, out come records; a column that no field of ours holds goes to `extra` under its name. What surprised us: authors are
parted by commas in older files and by semicolons in newer ones, and stand in full in a column of their own with Scopus' numbers
behind them; an ISSN has no hyphen; "[No abstract available]" is no abstract.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from litcli.errors import BadValue
from litcli.formats import _ris_names
from litcli.formats._base import Failure, Read, Row
from litcli.formats._draft import Draft
from litcli.formats._rows import Text, cells_of, names_of, whole_rows
from litcli.model.values import parse_value

NAME = "scopus"
LABEL = "Scopus"
SUFFIXES: tuple[str, ...] = ()
"""Its files end in .csv, as any table does; they are known by their head."""

BOTH_WAYS: tuple[Row, ...] = ()
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = (
    Row("author", "Author full names"),
    Row("author", "Authors"),
    Row("title", "Title"),
    Row("issued", "Year"),
    Row("container-title", "Source title"),
    Row("volume", "Volume"),
    Row("issue", "Issue"),
    Row("number", "Art. No."),
    Row("page", "Page start"),
    Row("citation-count", "Cited by"),
    Row("DOI", "DOI"),
    Row("URL", "Link"),
    Row("abstract", "Abstract"),
    Row("keyword", "Author Keywords"),
    Row("index-term", "Index Keywords"),
    Row("funding", "Funding Details"),
    Row("editor", "Editors"),
    Row("publisher", "Publisher"),
    Row("event-title", "Conference name"),
    Row("event-date", "Conference date"),
    Row("event-place", "Conference location"),
    Row("ISSN", "ISSN"),
    Row("ISBN", "ISBN"),
    Row("PMID", "PubMed ID"),
    Row("language", "Language of Original Document"),
    Row("container-title-short", "Abbreviated Source Title"),
)

_FIELDS = {row.key.casefold(): row.field for row in IMPORT_ONLY}
_OWN = frozenset({"eid", "art. no.", "author(s) id", "source title", "document type"})
"""Columns that tell a table of Scopus'; three of them do."""
_APART = frozenset({"authors", "author full names", "page start", "page end", "document type"})
"""Columns that are read together with another."""
_TYPES = {
    "conference paper": "paper-conference",
    "conference review": "paper-conference",
    "book": "book",
    "book chapter": "chapter",
    "report": "report",
    "dissertation": "thesis",
    "preprint": "article",
}
"""What a document is that is no article in a journal."""
_NUMBER = re.compile(r"\s*\(\d+\)$")
_NO_ABSTRACT = "[No abstract available]"


def likely(head: str) -> float:
    """Tell how likely a file is of Scopus: by the names of its columns."""
    return 1.0 if len(_OWN.intersection(_head(head.split("\n", 1)[0]))) > 2 else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a table of Scopus' holds; never raises for what stands in it."""
    columns: list[str] = []
    for row in whole_rows(lines, ","):
        if isinstance(row, Failure):
            yield row
        elif columns and row.text.strip(", "):
            cells = cells_of(row, ",")
            yield cells if isinstance(cells, Failure) else _read(row, dict(zip(columns, cells, strict=False)))
        elif not columns:
            columns = names_of(row, ",")
            if not any(name.casefold() in _FIELDS for name in columns):
                yield Failure(row.line, "the first row names no column of Scopus'", row.text)
                return


def _head(line: str) -> list[str]:
    return [cell.strip('"\ufeff ').casefold() for cell in line.split(",")]


def _read(row: Text, cells: Mapping[str, str]) -> Read:
    stated = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    folded = {name.casefold(): cell for name, cell in stated.items()}
    kind = folded.get("document type", "")
    draft = Draft(_TYPES.get(kind.casefold(), "article-journal"))
    if kind and kind != "Article" and kind.casefold() not in _TYPES:
        draft.keep(f"Document Type: {kind}")
    _take_authors(draft, folded)
    _take_pages(draft, folded)
    for name, cell in stated.items():
        if name.casefold() not in _APART:
            _take(draft, _FIELDS.get(name.casefold()), name, cell)
    if draft.has("citation-count"):
        draft.put("citation-source", LABEL, "")
    return Read("", draft.record(), (), row.line, row.text)


def _take(draft: Draft, field: str | None, name: str, cell: str) -> None:
    """Take one cell."""
    if field is None or cell == _NO_ABSTRACT:
        draft.keep(f"{name}: {cell}")
    elif field in {"keyword", "index-term", "funding"}:
        draft.put(field, list(dict.fromkeys(_parted(cell))), f"{name}: {cell}")
    elif field == "editor":
        draft.put(field, [found for one in _parted(cell) if (found := _ris_names.read(one))], f"{name}: {cell}")
    elif field == "language":
        for language in _parted(cell):
            draft.read(field, language, name)
    else:
        draft.read(field, cell, name)


def _take_authors(draft: Draft, stated: Mapping[str, str]) -> None:
    """Take the names in full where there are as many; Scopus' numbers for them are kept."""
    full, short = _parted(stated.get("author full names", "")), stated.get("authors", "")
    names = [_NUMBER.sub("", name) for name in full]
    draft.put("author", [found for name in names if (found := _ris_names.read(name))], "Author full names")
    if full:
        draft.keep(f"Author full names: {'; '.join(full)}")
    elif short and short != "[No author name available]":
        try:
            draft.put("author", parse_value("author", short), f"Authors: {short}")
        except BadValue:
            draft.keep(f"Authors: {short}")


def _take_pages(draft: Draft, stated: Mapping[str, str]) -> None:
    first, last = stated.get("page start", ""), stated.get("page end", "")
    draft.read("page", first if first == last else "-".join(filter(None, (first, last))), "Page start")


def _parted(cell: str) -> list[str]:
    return [part for one in cell.split(";") if (part := " ".join(one.split()))]
