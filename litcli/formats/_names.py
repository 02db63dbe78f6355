"""Which names of a record a format writes otherwise than the model has them."""

from collections.abc import Callable

from litcli.model.record import CslName, Record, people


def altered(record: Record, way: Callable[[CslName], CslName | None]) -> tuple[str, ...]:
    """Return the fields with a name that `way`, to a file and back, makes another; ORCIDs aside.

    >>> altered({"author": [{"family": "A"}], "editor": [{"given": "B"}]}, lambda name: {"family": name.get("family", "")})
    ('editor',)
    """
    return tuple(name for name in record if any(way(person) != _bare(person) for person in people(record, name)))


def _bare(person: CslName) -> CslName:
    bare = person.copy()
    bare.pop("ORCID", None)
    return bare
