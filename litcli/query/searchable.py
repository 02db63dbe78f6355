"""What of an entry can be searched as words: each field's text, and the columns in which a plain word is looked for.

The library fills its full-text index from `columns`, so that SQLite and `Node.matches` look at the same words.
"""

from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import CslName, Record, words, year
from litcli.query.text import fold, fold_items

OTHER = "other"
"""The column of what is short and exact: citekeys, identifiers, the article number, the year."""

COLUMNS: tuple[str, ...] = (*(row.name for row in FIELDS if row.indexed), OTHER)
"""Where a plain word is looked for, in the order of the full-text index."""

_EXACT = ("DOI", "PMID", "PMCID", "arXiv", "ISBN", "ISSN", "URL", "number")


def columns(entry: Entry) -> dict[str, str]:
    """Return the folded text of every column that the entry fills."""
    texts = {name: field_text(entry.record, name) for name in COLUMNS[:-1] if name in entry.record}
    return texts | {OTHER: _other(entry)}


def field_text(record: Record, field: str) -> str:
    """Return the folded text of one field; "" where the record does not have it. A list's items stay apart.

    >>> field_text({"author": [{"family": "Møller", "given": "Jens Ole"}]}, "author")
    'jens ole moller j o moller jo moller jens ole'
    """
    value = record.get(field)
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return fold(value.get("literal", ""))
    return fold_items(item if isinstance(item, str) else _name(item) for item in value or ())


def _name(name: CslName) -> str:
    """Write a name in every order in which people type it: Ole Kim, O Kim, Kim O, Kim Ole."""
    family = " ".join(name[part] for part in ("dropping-particle", "non-dropping-particle", "family", "suffix") if part in name)
    given = name.get("given", "")
    initials = [word[0] for word in given.replace("-", " ").replace(".", " ").split()]
    forms = (given, family, " ".join(initials), family, "".join(initials), family, given)
    return " ".join((*(forms if given else (family,)), name.get("literal", "")))


def _other(entry: Entry) -> str:
    exact = [item for name in _EXACT for item in words(entry.record, name)]
    issued = year(entry.record)
    return fold_items((entry.citekey, *entry.aliases, *exact, *([str(issued)] if issued else [])))
