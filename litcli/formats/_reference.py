"""One reference as a line for people: author (year). title. container volume(issue), pages. publisher. address.

No style of any journal, only what a list of references needs to be read; `litcli cite` knows the styles. Names stand in full, parted
by semicolons; editors stand where the authors would, or before the container; a report's or an article's number stands behind the
pages. In goes a record, out come pieces, so that each format escapes a text and marks up what stands out in it its own way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote

from litcli.formats._base import Row
from litcli.model.dates import Date
from litcli.model.names import Name
from litcli.model.record import Record, day, people, text
from litcli.model.types import ARTICLES, TYPES

BY_PUBLISHERS = frozenset(TYPES) - ARTICLES
"""Types whose publisher is told."""
ROWS = (
    *(
        Row(name, name)
        for name in ("author", "editor", "issued", "title", "container-title", "volume", "issue", "page", "number")
    ),
    Row("publisher", "publisher", BY_PUBLISHERS),
    *(Row(name, name) for name in ("DOI", "URL")),
)
"""The fields that the line tells."""

_ENDS = (".", "?", "!", "…", "。")
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    CONTAINER = auto()
    ADDRESS = auto()
    """An address of the web, safe to be linked to."""


@dataclass(frozen=True)
class Piece:
    """A part of the line."""

    text: str
    kind: Kind = Kind.TEXT


def line(record: Record) -> list[Piece]:
    """Return the pieces of the line.

    >>> record = {"type": "article-journal", "title": "On bees", "volume": "2", "issue": "1", "page": "3-4"}
    >>> record |= {"author": [{"family": "Galon", "given": "J."}], "container-title": "Bees", "DOI": "10.1/a b"}
    >>> "".join(piece.text for piece in line(record))
    'Galon, J. (n.d.). On bees. Bees 2(1), 3-4. https://doi.org/10.1/a%20b'
    """
    sentences = [part for part in (_head(record), _title(record), *_place(record), _address(record)) if part]
    pieces: list[Piece] = []
    for sentence in sentences:
        pieces += ([Piece(" ")] if pieces else []) + sentence
    return pieces


def untold(record: Record) -> tuple[str, ...]:
    """Return the fields of the line that it does not tell whole: a date but for its year, an address beside a DOI.

    >>> untold({"issued": {"date-parts": [[2013, 5]]}, "URL": "https://a.org", "DOI": "10.1/a"})
    ('issued', 'URL')
    """
    parts = (day(record) or {}).get("date-parts", [])
    more = bool(parts) and (day(record) != {"date-parts": [parts[0][:1]]})
    doubled = "DOI" in record and "URL" in record and _link(text(record, "URL") or "") != _doi(record)
    return tuple(name for name in record if (name == "issued" and more) or (name == "URL" and doubled))


def _head(record: Record) -> list[Piece]:
    authors, editors = _names(record, "author"), _edited(record)
    date = Date.from_csl(day(record) or {})
    year = _year(date.parts[0][0]) if date.parts else date.literal or "n.d."
    return [Piece(" ".join(filter(None, (authors or editors, f"({year})."))))]


def _year(year: int) -> str:
    """Return a year as references have it, as CSL counts: there is no year 0."""
    return f"{-year} BC" if year < 0 else f"{year:04d}"


def _title(record: Record) -> list[Piece]:
    title = text(record, "title")
    return [Piece(_ended(title))] if title else []


def _place(record: Record) -> Iterator[list[Piece]]:
    """Yield who edited what the work stands in, that itself with the work's place in it, and who published it."""
    container = text(record, "container-title")
    edited = _edited(record) if "author" in record else ""
    if edited and not container:
        yield [Piece(_ended(edited))]
    volume, issue = text(record, "volume") or "", text(record, "issue")
    numbers = f"{volume}({issue})" if issue else volume
    rest = ", ".join(filter(None, (numbers, text(record, "page"), text(record, "number"))))
    if container:
        parted = f"{' ' if numbers else ', '}{rest}" if rest else ""
        tail = _ended(f"{container}{parted}").removeprefix(container)
        lead = [Piece(f"In {edited}: ")] if edited else []
        yield [*lead, Piece(container, Kind.CONTAINER), *([Piece(tail)] if tail else [])]
    elif rest:
        yield [Piece(_ended(rest))]
    publisher = text(record, "publisher")
    if publisher and text(record, "type") in BY_PUBLISHERS:
        yield [Piece(_ended(publisher))]


def _address(record: Record) -> list[Piece]:
    if "DOI" in record:
        return [Piece(_doi(record), Kind.ADDRESS)]
    stated = text(record, "URL")
    if not stated:
        return []
    return [Piece(_link(stated), Kind.ADDRESS) if stated.startswith(("http://", "https://")) else Piece(stated)]


def _doi(record: Record) -> str:
    return f"https://doi.org/{quote(text(record, 'DOI') or '', safe='/:;()-._')}"


def _link(stated: str) -> str:
    """Return an address with nothing in it that ends a link or an attribute."""
    return quote(stated, safe=_SAFE)


def _edited(record: Record) -> str:
    names = _names(record, "editor")
    return names and f"{names} ({'eds.' if len(people(record, 'editor')) > 1 else 'ed.'})"


def _names(record: Record, field: str) -> str:
    return "; ".join(Name.from_csl(person).inverted() or Name.from_csl(person).display() for person in people(record, field))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(_ENDS) else f"{sentence}."
