"""Names and citekeys in JATS; for `litcli.formats.jats`.

A particle stands with the surname it belongs to, or behind the given names where it is dropped, since what JATS calls a prefix is
"Dr." or "Sir". A citekey is the `id` of its reference, which XML wants to be a name: other signs are written as "_xE9_". In the files
of journals an `id` counts the references ("B12"), and is no citekey.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.formats._particles import before, behind
from litcli.formats._xml_write import Element
from litcli.model.names import Name, parse_name
from litcli.model.record import CslName
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMES = frozenset({"name", "string-name", "collab", "name-alternatives", "collab-alternatives", "on-behalf-of"})
"""Elements that are a name."""

_STRANGE = re.compile(r"[^A-Za-z0-9._-]|_(?=x[0-9A-F]{1,6}_)")
_WRITTEN = re.compile(r"_x([0-9A-F]{1,6})_")
_COUNTED = re.compile(
    r"(?:(?:.*[-_.])?(?:b|bb|bib|bibr|c|cr|cit|cite|citation|ce|r|rf|ref|refs|reference|rs|i|en|fn|l|id|s|sbref|rid)[-_.]?)?\d+[a-z]?",
    re.IGNORECASE,
)
_PREFIX = "ref-"


def identifier(citekey: str) -> str:
    """Return a citekey as the `id` of a reference.

    >>> identifier("galon2013"), identifier("Ng:bee"), identifier("B12")
    ('galon2013', 'Ng_x3A_bee', '_x42_12')
    """
    named = _STRANGE.sub(lambda found: f"_x{ord(found[0]):X}_", citekey)
    plain = re.match(r"[A-Za-z]", citekey) and not _COUNTED.fullmatch(citekey) and not citekey.startswith(_PREFIX)
    return named if plain or named.startswith("_x") else f"_x{ord(citekey[0]):X}_{named[1:]}" if citekey else "_"


def citekey(stated: str) -> str:
    """Return the citekey that an `id` is; "" where it only counts. pandoc writes "ref-" in front.

    >>> citekey("Ng_x3A_bee"), citekey("ref-galon2013"), citekey("B12"), citekey("jats-bib-0001"), citekey("_x42_12")
    ('Ng:bee', 'galon2013', '', '', 'B12')
    """
    if _WRITTEN.search(stated):
        return _WRITTEN.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), stated)
    return "" if _COUNTED.fullmatch(stated) or stated == "_" else stated.removeprefix(_PREFIX)


def written(name: CslName) -> Element:
    """Return the element of a name."""
    person = Name.from_csl(name)
    if person.literal:
        return Element("collab", parts=[person.literal])
    element = Element("name")
    for part, value in _parts(person):
        element.add(part, value)
    return element


def read(element: "_Element") -> CslName | None:
    """Read the element of a name; None where it holds none."""
    if local(element) in {"name-alternatives", "collab-alternatives"}:
        return next((name for child in element if (name := read(child))), None)
    parts = {local(child): _text(child) for child in element}
    if "surname" in parts or "given-names" in parts:
        return _person(parts)
    whole = _text(element)
    if local(element) != "string-name":
        return {"literal": whole} if whole else None
    parsed = parse_name(whole)
    return parsed.to_csl() if parsed else None


def through(name: CslName) -> CslName | None:
    """Return what becomes of a name that is written and read again, its ORCID aside.

    >>> through({"family": "Berg", "given": "J.", "non-dropping-particle": "van den"}), through({"family": "van Berg"})
    ({'family': 'Berg', 'given': 'J.', 'non-dropping-particle': 'van den'}, {'family': 'Berg', 'non-dropping-particle': 'van'})
    """
    person = Name.from_csl(name)
    return {"literal": " ".join(person.literal.split())} if person.literal else _person(dict(_parts(person)))


def _parts(person: Name) -> Iterator[tuple[str, str]]:
    surname = " ".join(filter(None, (person.non_dropping_particle, person.family)))
    given = " ".join(filter(None, (person.given, person.dropping_particle)))
    yield from (
        (part, value) for part, value in (("surname", surname), ("given-names", given), ("suffix", person.suffix)) if value
    )


def _person(parts: dict[str, str]) -> CslName:
    family, given = parts.get("surname", "").split(), parts.get("given-names", "").split()
    front, cut = before(family), len(given) - behind(given)
    return Name(
        family=" ".join(family[front:]) or None,
        given=" ".join(given[:cut]) or None,
        dropping_particle=" ".join(given[cut:]) or None,
        non_dropping_particle=" ".join(family[:front]) or None,
        suffix=" ".join(parts.get("suffix", "").split()) or None,
    ).to_csl()


def _text(element: "_Element") -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
