"""Names in a RIS file: "Family, Given, Suffix", a group with a comma at its end.

The comma behind a group is EndNote's rule, and Zotero and pandoc keep such a name whole too. A particle of the family name stands
before it, a dropped one behind the given names. What RIS cannot say: that a comma belongs to a part of a name (such a name is
written whole, as a group), or that a name of several words without a given name is a person's.
"""

from functools import lru_cache

from litcli.formats._particles import before, behind
from litcli.model.name_words import SUFFIXES
from litcli.model.names import Name, parse_name
from litcli.model.record import CslName


def write(name: CslName) -> str:
    """Return a name as RIS has it.

    >>> write({"family": "King", "given": "Martin Luther", "suffix": "Jr."}), write({"literal": "World Health Organization"})
    ('King, Martin Luther, Jr.', 'World Health Organization,')
    """
    if len(name) == 2 and "given" in name and "family" in name and _is_plain(name["family"], name["given"]):
        return f"{name['family']}, {name['given']}"
    person = Name.from_csl(name)
    if person.literal:
        return f"{person.literal.strip(' ,')},"
    parts = [part for part in (person.family, person.given, person.suffix, person.dropping_particle) if part]
    whole = person.inverted()
    if any("," in part for part in parts) or not person.family or (len(parts) == 1 and read(whole) != name):
        return f"{person.display().strip(' ,')},"
    if person.suffix and not person.given:
        return f"{whole.removesuffix(person.suffix)}, {person.suffix}"
    return whole


def through(name: CslName) -> CslName | None:
    """Return a name as it is read from what was written, its ORCID aside.

    >>> through({"family": "Ng", "given": "Amy"}), through({"family": "Ng, the elder", "given": "Amy"})
    ({'family': 'Ng', 'given': 'Amy'}, {'literal': 'Amy Ng, the elder'})
    """
    bare = name.copy()
    bare.pop("ORCID", None)
    return read(write(bare))


def read(text: str) -> CslName | None:
    """Read a name; None where there is none.

    >>> read("van Houtum, G.J."), read("D0 Collaboration,")
    ({'family': 'Houtum', 'given': 'G.J.', 'non-dropping-particle': 'van'}, {'literal': 'D0 Collaboration'})
    """
    found = _read(" ".join(text.split()))
    return found.copy() if found else None


@lru_cache(maxsize=8192)
def _read(plain: str) -> CslName | None:
    family, comma, given = plain.partition(", ")
    if comma and _is_plain(family, given):
        return {"family": family, "given": given}
    if plain.endswith(","):
        return {"literal": plain.strip(" ,")} if plain.strip(" ,") else None
    if "," not in plain:
        parsed = parse_name(plain)
        return parsed.to_csl() if parsed else {"literal": plain} if plain else None
    family, given, *rest = (part.strip() for part in plain.split(","))
    suffix = ", ".join(filter(None, rest))
    if given.casefold() in SUFFIXES:
        given, suffix = suffix, given
    head, tail = family.split(), given.split()
    front, cut = before(head), len(tail) - behind(tail)
    found = Name(
        family=" ".join(head[front:]),
        given=" ".join(tail[:cut]),
        dropping_particle=" ".join(tail[cut:]),
        non_dropping_particle=" ".join(head[:front]),
        suffix=suffix,
    )
    return found.to_csl() or None


def _is_plain(family: str, given: str) -> bool:
    """Tell whether a name is no more than it seems: no comma in a part, no particle, no suffix."""
    plain = " " not in family and "," not in family and "," not in given and given.rpartition(" ")[2][:1].isupper()
    return plain and bool(family) and given.casefold() not in SUFFIXES
