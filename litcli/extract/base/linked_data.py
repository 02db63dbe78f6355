"""JSON-LD in the words of schema.org, as candidates: a work, what it is part of, and who made it.

The leaves come flat ("scholarlyarticle.1.author.2.familyname"); `Thing` gives the tree back. The volume, the issue and the
journal stand in a chain of `isPartOf`, or together in one object of two types; both are walked the same way.
"""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import NamedTuple

from litcli.extract.base.embedded_names import SERVERS, TRUST
from litcli.extract.base.leaves import leaves
from litcli.extract.base.told import WORD_PARTINGS, Place, parted, place, told
from litcli.extract.candidates import Candidate
from litcli.extract.vocabulary import fold
from litcli.pages.page import Embedded, Page

_WORKS = MappingProxyType(
    {
        "scholarlyarticle": ("in-journal", 0.85),
        "medicalscholarlyarticle": ("in-journal", 0.95),
        "article": ("in-journal", 0.5),
        "chapter": ("in-book", 1.0),
        "book": ("whole-book", 0.9),
        "thesis": ("thesis", 1.0),
        "report": ("report", 0.95),
        "dataset": ("dataset", 1.0),
        "softwaresourcecode": ("software", 0.95),
        "creativework": ("", 0.0),
        "publication": ("", 0.0),
    }
)
"""Types of objects that are a work, each with the normaliser that makes it a type of ours, and its weight."""

_OTHERS = MappingProxyType(
    {
        "newsarticle": "a news article",
        "reportagenewsarticle": "a news article",
        "profilepage": "a person's profile",
        "searchresultspage": "search results",
        "jobposting": "a job advertisement",
        "recipe": "a recipe",
    }
)
"""Types of objects that say that a page is no record of a work."""

_FIELDS: tuple[tuple[tuple[str, ...], str, float, str], ...] = (
    (("name", "headline"), "title", 1.0, ""),
    (("datepublished",), "issued", 1.0, "stated-date"),
    (("datecreated",), "issued", 0.6, "stated-date"),
    (("abstract", "description"), "abstract", 0.95, ""),
    (("numberofpages",), "number-of-pages", 1.0, ""),
    (("bookedition",), "edition", 1.0, ""),
    (("inlanguage", "inlanguage.name", "inlanguage.alternatename"), "language", 0.8, ""),
    (("publisher.name", "publisher", "sourceorganization.name"), "publisher", 0.85, ""),
    (("license",), "license", 0.9, ""),
    (("funder.name", "funding.funder.name"), "funding", 0.9, ""),
    (("isbn",), "ISBN", 1.0, ""),
    (("issn",), "ISSN", 0.9, ""),
    (("volumenumber",), "volume", 1.0, ""),
    (("issuenumber",), "issue", 1.0, ""),
    (("url",), "URL", 0.6, ""),
)
"""Keys of the work itself."""

_HOST_FIELDS = (("volumenumber", "volume"), ("issuenumber", "issue"), ("issn", "ISSN"), ("isbn", "ISBN"))
"""Keys of what the work is part of."""

_DOI_KEYS = ("identifier", "identifier.value", "identifier.@id", "sameas", "@id", "doi", "url")
_HOSTS = frozenset({"periodical", "journal", "book", "publication", "creativeworkseries", "bookseries", "proceedings"})
_GROUPS = frozenset(
    {"organization", "collegeoruniversity", "researchorganization", "ngo", "governmentorganization", "consortium"}
)
_SHORTEST_ABSTRACT = 100
_DEEPEST = 5


class Thing(NamedTuple):
    """One object of the page's linked data: all leaves, and the path that its own begin with."""

    leaves: dict[str, list[Embedded]]
    path: str
    text: str

    def rows(self, key: str) -> list[Embedded]:
        """Return the statements of a key, one for each item where it holds a list."""
        own = f"{self.path}.{key}"
        found = list(self.leaves.get(own, ()))
        number = 1
        while more := self.leaves.get(f"{own}.{number}"):
            found += more
            number += 1
        return found

    def things(self, key: str) -> Iterator["Thing"]:
        """Yield the objects that a key holds: one, or each of a list."""
        own = f"{self.path}.{key}"
        number = 1
        while f"{own}.{number}" in self.leaves:
            yield self._replace(path=f"{own}.{number}")
            number += 1
        if number == 1 and own in self.leaves:
            yield self._replace(path=own)

    def types(self) -> frozenset[str]:
        """Return its types, lower-cased."""
        return frozenset(self.value(row).rpartition("/")[2].lower() for row in self.rows("@type"))

    def value(self, row: Embedded) -> str:
        """Return what a statement says."""
        return self.text[row.start : row.end]


def read(page: Page) -> list[Candidate]:
    """Return what the first work in the page's linked data states; an empty list where there is none."""
    work = next((thing for thing in _tops(page) if _kind(thing) in _WORKS), None)
    return [] if work is None else [candidate for candidate in _candidates(page, work) if candidate]


def other_than_a_work(page: Page) -> str | None:
    """Return what the linked data says that the page is, where that is no record of a work."""
    kinds = [_kind(thing) for thing in _tops(page)]
    if any(kind in _WORKS for kind in kinds):
        return None
    return next((_OTHERS[kind] for kind in kinds if kind in _OTHERS), None)


def _tops(page: Page) -> list[Thing]:
    leaves: dict[str, list[Embedded]] = {}
    paths: dict[str, None] = {}
    for row in page.embedded:
        if row.vocabulary != "json-ld":
            continue
        steps = row.name.split(".")
        paths.setdefault(".".join(steps[:2]))
        leaves.setdefault(row.name, []).append(row)
        for size in range(2, len(steps)):
            leaves.setdefault(".".join(steps[:size]), [])
    return [Thing(leaves, path, page.text) for path in paths]


def _kind(thing: Thing) -> str:
    return thing.path.partition(".")[0]


def _candidates(page: Page, work: Thing) -> Iterator[Candidate | None]:
    for keys, field, weight, normaliser in _FIELDS:
        rows = [row for key in keys for row in _deep(work, key) if _holds(field, work.value(row))]
        yield _claimed(page, field, rows, keys[0], weight, normaliser)
    yield _claimed(page, "DOI", [row for key in _DOI_KEYS for row in _deep(work, key)], "doi", 1.0)
    yield _type(page, work)
    for field in ("author", "editor", "translator"):
        yield told(page.text, field, _people(work, field), f"json-ld.{field}", TRUST["json-ld"])
    yield told(page.text, "keyword", _words(work), "json-ld.keywords", 0.9 * TRUST["json-ld"])
    for first, last in (("pagestart", "pageend"), ("pagination", "")):
        yield leaves(page.text, [*work.rows(first)[:1], *work.rows(last)[:1]], f"json-ld.{first}", TRUST["json-ld"])
    yield from _hosts(page, work)


def _claimed(page: Page, field: str, rows: Iterable[Embedded], key: str, weight: float, normaliser: str = "") -> Candidate | None:
    places = (place(row, normaliser=normaliser) for row in rows)
    return told(page.text, field, places, f"json-ld.{key}", TRUST["json-ld"] * weight)


def _holds(field: str, value: str) -> bool:
    return field != "abstract" or (len(value) >= _SHORTEST_ABSTRACT and not value.endswith(("...", "…")))


def _deep(thing: Thing, path: str) -> Iterator[Embedded]:
    """Yield the statements of "identifier.value": those of a key of the objects that another key holds."""
    key, _, inner = path.partition(".")
    if not inner:
        yield from thing.rows(key)
        return
    for within in thing.things(key):
        yield from within.rows(inner)


def _type(page: Page, work: Thing) -> Candidate | None:
    normaliser, weight = _WORKS[_kind(work)]
    if not normaliser:
        return None
    names = (host.value(row) for host in _chain(work) for row in host.rows("name"))
    if any(fold(name).replace(" ", "") in SERVERS for name in names):
        normaliser = "preprint"
    return _claimed(page, "type", work.rows("@type"), "@type", weight, normaliser)


def _people(work: Thing, field: str) -> Iterator[Place]:
    """Yield the places of people: family and given name where they stand apart, else the name; with the ORCID."""
    for row in work.rows(field):
        yield place(row)
    for person in work.things(field):
        parts = [*person.rows("familyname")[:1], *person.rows("givenname")[:1]]
        parts = parts if len(parts) == 2 else person.rows("name")[:1]
        if parts and person.types() & _GROUPS:
            yield place(*parts, normaliser="group")
        elif parts:
            yield place(*parts, *_orcid(person))


def _orcid(person: Thing) -> list[Embedded]:
    rows = (row for key in ("@id", "sameas", "identifier") for row in person.rows(key))
    return [row for row in rows if "orcid.org/" in person.value(row)][:1]


def _words(work: Thing) -> Iterator[Place]:
    rows = work.rows("keywords")
    marks = WORD_PARTINGS if len(rows) == 1 else ()
    for row in rows:
        yield from parted(work.text, row, marks)
    for term in work.things("keywords"):
        for row in term.rows("name"):
            yield place(row)


def _hosts(page: Page, work: Thing) -> Iterator[Candidate | None]:
    hosts = list(_chain(work))
    for key, field in _HOST_FIELDS:
        rows = [row for host in hosts for row in host.rows(key)]
        yield _claimed(page, field, rows, f"ispartof.{key}", 0.98)
    named = [host for host in hosts if host.types() & _HOSTS] or [host for host in hosts if not host.types()]
    yield _claimed(page, "container-title", [row for host in named for row in host.rows("name")], "ispartof.name", 1.0)


def _chain(work: Thing) -> Iterator[Thing]:
    """Yield what the work is part of, and what that is part of, and so on."""
    waiting = [work]
    for _ in range(_DEEPEST):
        waiting = [host for thing in waiting for host in thing.things("ispartof")]
        yield from waiting
