"""Which names of a record a format writes otherwise than the model has them, and with them all that it loses."""

from collections.abc import Callable

from litcli.formats._base import Tables
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record, people

Way = Callable[[CslName], CslName | None]
"""A name to a file and back, its ORCID aside."""


def lost(tables: Tables, entry: Entry, way: Way) -> tuple[str, ...]:
    """Return what a format that has a place for ORCIDs loses: fields without a row, and names that would be read otherwise."""
    untabled = (name for name in tables.lost(entry) if not name.endswith(".ORCID"))
    return tuple(dict.fromkeys((*untabled, *altered(entry.record, way))))


def altered(record: Record, way: Way) -> tuple[str, ...]:
    """Return the fields with a name that `way`, to a file and back, makes another; ORCIDs aside.

    >>> altered({"author": [{"family": "A"}], "editor": [{"given": "B"}]}, lambda name: {"family": name.get("family", "")})
    ('editor',)
    """
    return tuple(name for name in record if any(way(person) != _bare(person) for person in people(record, name)))


def _bare(person: CslName) -> CslName:
    bare = person.copy()
    bare.pop("ORCID", None)
    return bare
