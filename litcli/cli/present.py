"""Entries as a person reads them: one cell a column for tables, label and value for one entry."""

from collections.abc import Callable, Iterator, Sequence

from litcli.cli.output import Column
from litcli.errors import UnknownName
from litcli.model import fields
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS, missing
from litcli.model.names import Name
from litcli.model.record import Record, people, text, year
from litcli.model.values import show_value

DEFAULT_COLUMNS = ("key", "year", "author", "title")

_OWN: dict[str, tuple[Column, Callable[[Entry], str]]] = {
    "key": (Column("Key"), lambda entry: entry.citekey),
    "year": (Column("Year"), lambda entry: str(year(entry.record) or "")),
    "author": (Column("Authors", gives_way=True), lambda entry: short_authors(entry.record)),
    "title": (Column("Title", gives_way=True), lambda entry: marked_title(entry.record)),
    "tag": (Column("Tags", gives_way=True), lambda entry: ", ".join(entry.tags)),
    "portal": (Column("Portal", gives_way=True), lambda entry: ", ".join(entry.portals)),
    "confidence": (Column("Sure", right=True), lambda entry: "" if entry.confidence is None else f"{entry.confidence:.0%}"),
    "missing": (Column("Missing", gives_way=True), lambda entry: ", ".join(missing_of(entry))),
    "edited": (Column("Edited", gives_way=True), lambda entry: ", ".join(entry.edited)),
    "added": (Column("Added"), lambda entry: entry.added[:10]),
    "modified": (Column("Modified"), lambda entry: entry.modified[:10]),
}
"""The columns that are more, or shorter, than a field as it stands."""

_ALL_NAMED = "'litcli list --help' names the columns, 'litcli set --help' the fields"

COLUMN_NAMES = (*_OWN, *(row.name for row in FIELDS if row.name not in _OWN))


def columns(names: Sequence[str]) -> list[Column]:
    """Return the columns that a person named."""
    return [
        _OWN[name][0] if name in _OWN else Column(fields.BY_NAME[name].label, gives_way=True) for name in map(column_name, names)
    ]


def row(entry: Entry, names: Sequence[str]) -> list[str]:
    """Return one entry's cells."""
    return [cell(entry, column_name(name)) for name in names]


def cell(entry: Entry, name: str) -> str:
    """Return one cell; empty where the entry does not have the value."""
    if name in _OWN:
        return _OWN[name][1](entry)
    value = entry.record.get(name)
    return "" if value is None else show_value(value)


def column_name(word: str) -> str:
    """Return the column that a person means by a word.

    >>> column_name("journal"), column_name("tags"), column_name("doi")
    ('container-title', 'tag', 'DOI')
    """
    lower = word.casefold()
    for name in (lower, lower.removesuffix("s")):
        if name in _OWN:
            return name
    if found := fields.find(word):
        return found.name
    from difflib import get_close_matches

    raise UnknownName("column", word, get_close_matches(lower, COLUMN_NAMES), _ALL_NAMED)


def pairs(record: Record) -> Iterator[tuple[str, str]]:
    """Yield label and value of every field that the record has, in the table's order."""
    for field in FIELDS:
        if (value := record.get(field.name)) is not None:
            yield field.label, show_value(value)


def missing_of(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the entry should have and does not."""
    return missing(entry.record)


def marked_title(record: Record) -> str:
    """Return the title, in front of it that the work is retracted, where no title says so itself.

    >>> marked_title({"title": "On bees", "editorial-notice": "Retracted"}), marked_title({"title": "On bees"})
    ('[Retracted] On bees', 'On bees')
    """
    title, notice = text(record, "title") or "", text(record, "editorial-notice")
    return title if not notice or title.casefold().startswith(notice.casefold()) else f"[{notice}] {title}"


def short_authors(record: Record) -> str:
    """Return who wrote it, as a table has room for.

    >>> short_authors({"author": [{"family": "Galon"}, {"family": "Kroemer"}, {"family": "Zitvogel"}]})
    'Galon et al.'
    >>> short_authors({"author": [{"family": "Galon"}, {"family": "Meulen", "non-dropping-particle": "van der"}]})
    'Galon & van der Meulen'
    """
    names = [Name.from_csl(person) for person in people(record, "author") or people(record, "editor")]
    families = [_family(name) for name in names]
    whole = len(families) < 3 and "authors-incomplete" not in record
    return " & ".join(families) if whole or not families else f"{families[0]} et al."


def _family(name: Name) -> str:
    shown = name.literal or name.family or name.given or ""
    return f"{name.non_dropping_particle} {shown}" if name.non_dropping_particle and not name.literal else shown
