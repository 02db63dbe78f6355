"""What a query means: a tree of frozen nodes, each of which tells whether an entry matches.

`litcli.query.parser` builds it, `matches` evaluates it in memory, and `litcli.store.search` compiles it to SQL beside the schema.
`str(node)` is a query again, and parsing that gives an equal tree.

Every word in a node went through `litcli.query.text`; compare folded text with it (see `litcli.query.searchable`).
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from litcli.model import fields
from litcli.model.entry import Entry
from litcli.model.fields import Kind
from litcli.model.record import CslDate, day, text, words
from litcli.query.searchable import columns, field_text
from litcli.query.text import contains


class Node(ABC):
    """A condition on entries."""

    @abstractmethod
    def matches(self, entry: Entry) -> bool:
        """Tell whether the entry meets the condition."""


@dataclass(frozen=True)
class And(Node):
    """All of two or more conditions hold."""

    parts: tuple[Node, ...]

    def matches(self, entry: Entry) -> bool:
        return all(part.matches(entry) for part in self.parts)

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, And | Or) else str(part) for part in self.parts)


@dataclass(frozen=True)
class Or(Node):
    """At least one of two or more conditions holds."""

    parts: tuple[Node, ...]

    def matches(self, entry: Entry) -> bool:
        return any(part.matches(entry) for part in self.parts)

    def __str__(self) -> str:
        return " OR ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True)
class Not(Node):
    """The condition does not hold."""

    part: Node

    def matches(self, entry: Entry) -> bool:
        return not self.part.matches(entry)

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, And | Or | Not) else f"-{self.part}"


@dataclass(frozen=True)
class Text(Node):
    """A word or a phrase, anywhere (`field` None: any of `searchable.COLUMNS`) or in one field."""

    words: tuple[str, ...]
    """Folded; more than one is a phrase."""
    prefix: bool = False
    """The last word may be a beginning: `immuno*`."""
    field: str | None = None
    """A field's name in `litcli.model.fields`; where `searchable.COLUMNS` does not hold it, the index does not either."""

    def matches(self, entry: Entry) -> bool:
        if self.field is not None:
            return self.accepts(field_text(entry.record, self.field))
        return any(self.accepts(folded) for folded in columns(entry).values())

    def accepts(self, folded: str) -> bool:
        """Tell whether a text, folded as `searchable.field_text` does, has the words."""
        return contains(folded, self.words, prefix=self.prefix)

    def __str__(self) -> str:
        shown = " ".join(self.words)
        dated = self.field is not None and fields.BY_NAME[self.field].kind is Kind.DATE
        bare = shown if shown.isalpha() and not dated else f'"{shown}"'
        return f"{_before(self.field)}{bare}{'*' if self.prefix else ''}"


@dataclass(frozen=True)
class Identifier(Node):
    """An identifier (DOI, PMID, PMCID, arXiv, ISBN, ISSN) is `value`, or begins with it; letters' case does not count."""

    field: str
    value: str
    """Casefolded."""
    prefix: bool = False

    def matches(self, entry: Entry) -> bool:
        return any(_equal(item, self.value, prefix=self.prefix) for item in words(entry.record, self.field))

    def __str__(self) -> str:
        return f"{self.field}:{quoted(self.value)}{'*' if self.prefix else ''}"


@dataclass(frozen=True)
class OfType(Node):
    """The entry is of one of these CSL types."""

    word: str
    """As it was asked for: "article", "thesis", "preprint"."""
    types: tuple[str, ...]
    """The CSL types which that means, sorted."""

    def matches(self, entry: Entry) -> bool:
        return text(entry.record, "type") in self.types

    def __str__(self) -> str:
        word = self.word.removesuffix("*")
        return f"type:{quoted(word)}{'*' if word != self.word else ''}"


@dataclass(frozen=True)
class Dated(Node):
    """A date lies between two, both included; only as much of it is compared as the limit states.

    Dates are texts: "2013", "2013-05", "2013-05-01". "2013-05-01" lies in `2013-05..2013-05`; "2013" does not, because nothing
    says that it was in May.
    """

    field: str
    """A field of kind DATE, or "added" or "modified"."""
    first: str | None
    last: str | None

    def matches(self, entry: Entry) -> bool:
        at = {"added": entry.added, "modified": entry.modified}.get(self.field)
        return self.accepts(at if at is not None else sortable(day(entry.record, self.field)))

    def accepts(self, at: str) -> bool:
        """Tell whether a date as text lies between the two; "" never does."""
        after = self.first is None or at >= self.first
        before = self.last is None or f"{at}~" < f"{self.last}~~"  # "~" sorts after every character of a date
        return at != "" and after and before

    def __str__(self) -> str:
        same = self.first == self.last
        return f"{self.field}:{self.first}" if same else f"{self.field}:{self.first or ''}..{self.last or ''}"


Operator = Literal["<", "<=", ">", ">=", "="]


@dataclass(frozen=True)
class Number(Node):
    """A number compares so: `confidence:<0.8`, `citation-count:>=100`, `volume:>12`. A text that is no number never matches."""

    field: str
    """"confidence", or a field of the table."""
    operator: Operator
    value: float

    def matches(self, entry: Entry) -> bool:
        stated = entry.confidence if self.field == "confidence" else as_number(text(entry.record, self.field))
        return stated is not None and self.accepts(stated)

    def accepts(self, stated: float) -> bool:
        """Tell whether a number compares so."""
        match self.operator:
            case "<":
                return stated < self.value
            case "<=":
                return stated <= self.value
            case ">":
                return stated > self.value
            case ">=":
                return stated >= self.value
        return stated == self.value

    def __str__(self) -> str:
        return f"{self.field}:{self.operator}{Decimal(repr(self.value)):f}"


@dataclass(frozen=True)
class Has(Node):
    """The entry has a value for the field; "tag" and "confidence" may be asked for too."""

    field: str

    def matches(self, entry: Entry) -> bool:
        if self.field == "tag":
            return bool(entry.tags)
        return entry.confidence is not None if self.field == "confidence" else self.field in entry.record

    def __str__(self) -> str:
        return f"has:{self.field}"


@dataclass(frozen=True)
class Missing(Node):
    """The field is absent, and a work of this type should have it; where no type must have the field, it is absent."""

    field: str

    def matches(self, entry: Entry) -> bool:
        if self.types:
            return self.field in fields.missing(entry.record)
        return not Has(self.field).matches(entry)

    @property
    def types(self) -> tuple[str, ...]:
        """The types that should have the field; "*" means every type; empty where no type must."""
        row = fields.BY_NAME.get(self.field)
        return row.expected if row else ()

    def __str__(self) -> str:
        return f"missing:{self.field}"


@dataclass(frozen=True)
class Tag(Node):
    """A tag: `tag:a/b` is that tag alone, `tag:a/` is `a` and all below it, `tag:a*` is every tag that begins so."""

    path: str
    """Casefolded, without the slash or star at its end."""
    reach: Literal["", "/", "*"] = ""

    def matches(self, entry: Entry) -> bool:
        return any(self.accepts(tag) for tag in entry.tags)

    def accepts(self, tag: str) -> bool:
        """Tell whether a tag's full path is meant."""
        below = self.reach == "/" and tag.casefold().startswith(f"{self.path}/")
        return below or _equal(tag, self.path, prefix=self.reach == "*")

    def __str__(self) -> str:
        return f"tag:{quoted(self.path + '/')}" if self.reach == "/" else f"tag:{quoted(self.path)}{self.reach}"


@dataclass(frozen=True)
class Key(Node):
    """The citekey, or a former one, is or begins with this."""

    value: str
    """Casefolded."""
    prefix: bool = False

    def matches(self, entry: Entry) -> bool:
        return any(_equal(key, self.value, prefix=self.prefix) for key in (entry.citekey, *entry.aliases))

    def __str__(self) -> str:
        return f"key:{quoted(self.value)}{'*' if self.prefix else ''}"


@dataclass(frozen=True)
class Portal(Node):
    """A page of the entry came from this portal; "import" or "hand" where there is no page."""

    value: str
    """Casefolded."""
    prefix: bool = False

    def matches(self, entry: Entry) -> bool:
        return any(_equal(portal, self.value, prefix=self.prefix) for portal in entry.portals)

    def __str__(self) -> str:
        return f"portal:{quoted(self.value)}{'*' if self.prefix else ''}"


def sortable(date: CslDate | None) -> str:
    """Return a date's beginning as text that sorts: "2013", "2013-05", "2013-05-01"; "" where there is no date in it.

    >>> sortable({"date-parts": [[2013, 5], [2013, 6]]})
    '2013-05'
    """
    parts = (date or {}).get("date-parts") or [[]]
    return "-".join(f"{part:0{2 if at else 4}d}" for at, part in enumerate(parts[0]))


def as_number(stated: str | None) -> float | None:
    """Return the number that a text is as a whole: "14", "0.5"; None for "SUPPL.I"."""
    plain = (stated or "").replace(".", "", 1)
    return float(stated) if stated and plain.isascii() and plain.isdigit() else None


def quoted(value: str) -> str:
    r"""Return a value as the search language quotes it.

    >>> print(quoted('10.1/a"b'))
    "10.1/a\"b"
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _before(field: str | None) -> str:
    return f"{field}:" if field else ""


def _equal(stated: str, asked: str, *, prefix: bool) -> bool:
    folded = stated.casefold()
    return folded.startswith(asked) if prefix else folded == asked
