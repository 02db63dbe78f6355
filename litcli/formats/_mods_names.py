"""Names in MODS: each part of a name in an element of its own, the roles by MARC's codes; for `litcli.formats.mods`.

A particle is a part of the family name, or of the given names, that stands by itself: "van" and "Beethoven" are two parts of one
type, which every program puts together again; others' files have "van Beethoven" in one. A group is "corporate".
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from litcli.formats import _ris_names
from litcli.formats._particles import before, is_small
from litcli.formats._xml_text import attribute
from litcli.formats._xml_write import Element
from litcli.model import identifiers
from litcli.model.names import Name
from litcli.model.record import CslName
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

ROLES = {"aut": "author", "edt": "editor", "trl": "translator", "ths": "thesis advisor", "dgg": "degree granting institution"}
"""Codes of MARC's relators, and what they mean."""
_CODES = {meaning: code for code, meaning in ROLES.items()} | {
    "creator": "aut",
    "cre": "aut",
    "dis": "aut",
    "dissertant": "aut",
    "supervisor": "ths",
    "advisor": "ths",
    "degree supervisor": "ths",
    "dgs": "ths",
    "degree grantor": "dgg",
    "host institution": "dgg",
    "edc": "edt",
    "editor of compilation": "edt",
}


class Named(NamedTuple):
    """A name in a file."""

    name: CslName
    roles: tuple[str, ...]
    """Codes of `ROLES`, other roles as they stand."""
    kind: str
    """The type of name: "personal", "corporate", "conference", ""."""


def written(name: CslName, role: str) -> Element:
    """Return the element of a name; `role` is a code."""
    person = Name.from_csl(name)
    element = Element("name", {"type": "corporate" if person.literal else "personal"})
    for kind, value in _parts(person):
        element.add("namePart", value, **({"type": kind} if kind else {}))
    element.add("role").parts += [
        Element("roleTerm", {"type": "code", "authority": "marcrelator"}, [role]),
        Element("roleTerm", {"type": "text", "authority": "marcrelator"}, [ROLES[role]]),
    ]
    if person.orcid:
        element.add("nameIdentifier", person.orcid, type="orcid")
    return element


def of_line(line: str) -> Element | None:
    """Return the element of a name whose role is none of ours, as a line of `extra` has it ("name[ill]: Oh, Cy")."""
    found = re.fullmatch(r"name\[([^\[\]/@]{1,60})\]: (.+)", line)
    name = _ris_names.read(found[2]) if found and found[1] not in ROLES else None
    if not found or not name or (name.get("literal") or _ris_names.write(name)) != found[2]:
        return None
    element = Element("name", {"type": "corporate" if "literal" in name else "personal"})
    element.parts += [Element("namePart", {"type": kind} if kind else {}, [value]) for kind, value in _parts(Name.from_csl(name))]
    element.add("role").add("roleTerm", found[1], **({"type": "code", "authority": "marcrelator"} if len(found[1]) == 3 else {}))
    return element


def read(element: "_Element") -> Named | None:
    """Read the element of a name; None where it holds none."""
    parts: dict[str, list[str]] = {}
    roles = []
    orcid = None
    for child in element.iter():
        name, type_ = local(child), attribute(child, "type")
        value = " ".join("".join(str(text) for text in child.itertext()).split())
        if name == "roleTerm":
            roles.append(value.casefold())
        elif name == "nameIdentifier" and type_.casefold() == "orcid":
            orcid = orcid or identifiers.orcid(value)
        elif name in {"namePart", "displayForm"} and value:
            parts.setdefault("display" if name == "displayForm" else type_, []).append(value)
    kind = attribute(element, "type")
    person = _name(parts, kind)
    if person and orcid:
        person["ORCID"] = orcid
    return Named(person, tuple(dict.fromkeys(_CODES.get(role, role) for role in roles)), kind) if person else None


def through(name: CslName) -> CslName | None:
    """Return what becomes of a name that is written and read again, its ORCID aside.

    >>> through({"family": "Berg", "given": "J.", "non-dropping-particle": "van den"})
    {'family': 'Berg', 'given': 'J.', 'non-dropping-particle': 'van den'}
    """
    person = Name.from_csl(name)
    parts: dict[str, list[str]] = {}
    for kind, value in _parts(person):
        parts.setdefault(kind, []).append(" ".join(value.split()))
    return _name(parts, "corporate" if person.literal else "personal")


def _parts(person: Name) -> Iterator[tuple[str, str]]:
    if person.literal:
        yield "", person.literal
    for kind, value in (
        ("given", person.given),
        ("given", person.dropping_particle),
        ("family", person.non_dropping_particle),
        ("family", person.family),
        ("termsOfAddress", person.suffix),
    ):
        if value:
            yield kind, value


def _name(parts: dict[str, list[str]], kind: str) -> CslName | None:
    family, given = parts.get("family", []), parts.get("given", [])
    if family or given:
        surname = " ".join(family).split()
        front = len(" ".join(family[:-1]).split()) if _all_small(family[:-1]) else before(surname)
        behind = len(given) > 1 and _all_small(given[-1:])
        person = Name(
            family=" ".join(surname[front:]) or None,
            given=" ".join(given[:-1] if behind else given) or None,
            dropping_particle=given[-1] if behind else None,
            non_dropping_particle=" ".join(surname[:front]) or None,
            suffix=" ".join(parts.get("termsOfAddress", [])) or None,
        )
        return person.to_csl()
    whole = parts.get("") or parts.get("display", [])
    if not whole:
        return None
    return _ris_names.read(" ".join(whole)) if kind == "personal" else CslName(literal=". ".join(whole))


def _all_small(parts: list[str]) -> bool:
    return bool(parts) and all(is_small(word) for part in parts for word in part.split())
