"""The words that may stand before a colon: the record's fields, and what litcli knows about an entry besides."""

from types import MappingProxyType

from litcli.model import fields
from litcli.model.fields import Kind

SPECIAL = MappingProxyType(
    {
        "key": "key",
        "citekey": "key",
        "tag": "tag",
        "tags": "tag",
        "portal": "portal",
        "added": "added",
        "modified": "modified",
        "confidence": "confidence",
        "has": "has",
        "missing": "missing",
    }
)
"""Words that are no fields of a record, and what each means."""


def resolve(word: str) -> str | None:
    """Return the name that a word before a colon means: of a field, or of `SPECIAL`; None where it means neither.

    >>> resolve("Journal"), resolve("citekey"), resolve("colour")
    ('container-title', 'key', None)
    """
    row = fields.find(word)
    return SPECIAL.get(word.casefold()) or (row.name if row else None)


def is_identifier(name: str) -> bool:
    """Tell whether a name is that of a field of identifiers."""
    return name in fields.BY_NAME and fields.BY_NAME[name].kind is Kind.IDENTIFIER


def near(word: str) -> list[str]:
    """Return the words that were probably meant, the likeliest first; empty where the word is like none of them.

    >>> near("auther"), near("yaer"), near("https")
    (['author'], ['year'], [])
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < _SHORTEST:
        return []
    farthest = 1 if len(word) < _LONG else 2
    known = [name for name in _ALL if len(name) >= _SHORTEST]
    return [name for name, _, _ in process.extract(word.casefold(), known, scorer=OSA.distance, score_cutoff=farthest, limit=1)]


_SHORTEST = 4
_LONG = 6
_ALL = (*SPECIAL, *(word.casefold() for row in fields.FIELDS for word in (row.name, *row.aliases)))
