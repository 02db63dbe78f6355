"""Which field of a dump's records holds the page's text, and which names it: as a person says, or as is plain.

Plain is a name that means nothing else ("text", "html", "abstract_page"), or the only text of some length. Where titles and
abstracts have fields of their own, the dump holds references and no pages, and no field is plain.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from litcli.pages.tags import words

TEXT_FIELDS = tuple(
    (
        "text html page body content page_text page_html page_content abstract_page raw raw_text raw_html full_text fulltext markdown"
    ).split()
)
"""Where the page's text may stand, the first that holds one wins."""

ID_FIELDS = tuple("id _id key uid name file filename path url uri link doi pmid".split())

_OF_WORKS = words("title abstract authors author journal summary description doi year keywords ti ab au")
"""Fields of which a record of a work has three at least; none of them holds a page."""

_LONG = 200
"""A text that may be a page has so many characters, in the middle of all rows."""
_SHORT = 120


@dataclass(frozen=True)
class Fields:
    """What a person says of a dump's fields; None: find out."""

    text: str | None = None
    id: str | None = None

    def text_of(self, record: Mapping[str, object]) -> str | None:
        """Return the page's text in one record of a dump; None where there is none.

        >>> Fields().text_of({"id": 7, "text": "On bees"}), Fields("a.b").text_of({"a": {"b": "On bees"}})
        ('On bees', 'On bees')
        """
        if self.text is not None:
            return _text(_found(record, self.text))
        named = (_text(record.get(name)) for name in TEXT_FIELDS)
        return next((text for text in named if text), None) or self._only(record)

    def id_of(self, record: Mapping[str, object]) -> str | None:
        """Return what names one record of a dump; None where nothing does."""
        if self.id is not None:
            return _name(_found(record, self.id))
        return next((name for key in ID_FIELDS if (name := _name(record.get(key)))), None)

    @staticmethod
    def _only(record: Mapping[str, object]) -> str | None:
        long = [name for name, value in record.items() if isinstance(value, str) and len(value) >= _LONG]
        return _text(record[long[0]]) if len(long) == 1 and _may_hold_pages(long[0], record) else None


PLAIN = Fields()
"""Nothing is said of the fields."""


def no_text(fields: Fields) -> str:
    """Return why a record of a dump has no page.

    >>> no_text(Fields("page"))
    "no text in its field 'page'"
    """
    if fields.text is not None:
        return f"no text in its field '{fields.text}'"
    return f"no text in it (looked for {', '.join(TEXT_FIELDS[:5])} and the like); name the field with --text-field"


def text_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """Return which column of a table holds pages, where that is plain.

    >>> text_column(["id", "Text"], [["1", "On bees"]]), text_column(["title", "abstract", "year"], [["On bees", "We " * 99, "2011"]])
    (1, None)
    """
    names = [name.strip().casefold() for name in header]
    for name in TEXT_FIELDS:
        if name in names and any(_cell(row, names.index(name)).strip() for row in rows):
            return names.index(name)
    lengths = [_middle(len(_cell(row, place)) for row in rows) for place in range(len(names))]
    long = [place for place, length in enumerate(lengths) if length >= _SHORT]
    return long[0] if len(long) == 1 and lengths[long[0]] >= _LONG and _may_hold_pages(names[long[0]], names) else None


def _may_hold_pages(name: str, names: Iterable[str]) -> bool:
    known = {each.strip().casefold() for each in names} & _OF_WORKS
    return name.strip().casefold() not in _OF_WORKS and len(known) < 3


def _found(record: object, path: str) -> object:
    """Return what stands under a name, or under names parted by dots, one inside the other."""
    if isinstance(record, Mapping) and path in record:
        return record[path]
    for name in path.split("."):
        record = record.get(name) if isinstance(record, Mapping) else None
    return record


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _name(value: object) -> str | None:
    return " ".join(str(value).split())[:_LONG] or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _middle(lengths: Iterable[int]) -> int:
    ordered = sorted(lengths)
    return ordered[len(ordered) // 2] if ordered else 0
