"""What a page's embedded metadata states, as candidates for our fields, checked against the visible text.

In goes a page whose HTML was read (`Page.embedded`), out come candidates in no order; `litcli.extract.weigh` weighs them with
what stands in the visible text. Names and trust are tables in `embedded_names`; JSON-LD, a tree, is read by `linked_data`.

What surprised us: a preprint server states itself as the journal; a lone first page may be an article number ("e26494"); a page
with several COinS lists other works; and metadata may be another page's altogether, left over from a template, so a title or a
DOI that contradicts the visible text loses its trust.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from litcli.extract.base import coins, linked_data
from litcli.extract.base.checked import Visible
from litcli.extract.base.embedded_names import MEANINGS, ORCIDS, PAGES, PEOPLE, SERVERS, TRUST, WORDS, Meaning
from litcli.extract.base.leaves import leaves
from litcli.extract.base.told import WORD_PARTINGS, Place, parted, place, told
from litcli.extract.candidates import Candidate
from litcli.extract.vocabulary import fold
from litcli.model.names import split_names
from litcli.pages.page import Embedded, Page

_SHORTEST_ABSTRACT = 100
"""A shorter description is a slogan of the site, or the beginning of an abstract."""

_NO_JOURNAL = re.compile(r"\d+\s*[:(;,]|;|\bvol\b|\b(?:19|20)\d\d\b|://|^(?:urn|info):", re.IGNORECASE)
"""In what Dublin Core gives as the source: a whole citation, or an address."""

NO_ABSTRACT = re.compile(
    r"(?:made available|submitted by|approved for entry|thesis \(|item withdrawn|includes bibliog)", re.IGNORECASE
)
"""What repositories describe an item with, besides its abstract."""

_NO_WORD = re.compile(r"::|^(?:info|https?):")
"""In a keyword: the path of a class in a classification, or an address."""

_PROCEEDINGS = re.compile(r"^Proceedings of the (?:\d|.*(?:Conference|Symposium|Workshop|Meeting|Congress))", re.IGNORECASE)
"""Proceedings that are stated as a journal; academies and societies have journals that are called so too."""
_CODE = re.compile(r"ACM ?PUB\d")
"""A code that the ACM writes for itself."""
_LONE = 0.6
"""The trust in the only author of a COinS: many state the first one alone."""

_SITE_NAME = re.compile(r"\s+(?:[|–—·»-]|::)\s+")


def read(page: Page) -> list[Candidate]:
    """Return what the page's metadata states; an empty list where it has none."""
    if not any(row.vocabulary in TRUST for row in page.embedded):
        return []
    visible = Visible(page.visible)
    stated = [row for row in page.embedded if row.vocabulary not in {"json-ld", "coins"}]
    plain = [*stated, *coins.rows(page)]
    found = [*_values(page, plain, visible), *_people(page, plain), *_keywords(page, plain), *_pages(page, plain)]
    return [visible.checked(candidate) for candidate in (*found, *linked_data.read(page))]


def other_than_a_work(page: Page) -> str | None:
    """Return what the metadata says that the page is, where that is no record of a work ("a news article")."""
    if any(row.name in {"citation_title", "bepress_citation_title", "eprints.title"} for row in page.embedded):
        return None
    return linked_data.other_than_a_work(page)


def _name(row: Embedded) -> str:
    """Return the name as the tables have it."""
    name = row.name.replace(":", ".") if row.vocabulary in {"dc", "prism"} else row.name
    return name.replace("dcterms.", "dc.", 1) if row.vocabulary == "dc" else name


def _rule(vocabulary: str, name: str) -> str:
    return f"{vocabulary}.{name.replace(':', '.').removeprefix(vocabulary + '.')}"


def _values(page: Page, rows: Sequence[Embedded], visible: Visible) -> Iterator[Candidate]:
    named: dict[str, list[Embedded]] = {}
    for row in rows:
        named.setdefault(_name(row), []).append(row)
    for name, of_name in named.items():
        for meaning in MEANINGS.get(name, ()):
            vocabulary = of_name[0].vocabulary
            places = [spot for row in of_name for spot in _meant(page, row, meaning, visible)]
            candidate = told(page.text, meaning.field, places, _rule(vocabulary, name), TRUST[vocabulary] * meaning.weight)
            if candidate:
                yield candidate
            if meaning.field == "abstract":
                others = (
                    told(page.text, "translated-abstract", [spot], _rule(vocabulary, name), TRUST[vocabulary])
                    for spot in places[1:]
                )
                yield from (other for other in others if other)


def _meant(page: Page, row: Embedded, meaning: Meaning, visible: Visible) -> Iterator[Place]:
    """Yield the place of the value in a statement; nothing where the statement does not hold what its name promises."""
    value = page.text[row.start : row.end]
    if meaning.field == "abstract" and not _is_abstract(value):
        return
    if meaning.field == "container-title" and row.vocabulary == "dc" and _NO_JOURNAL.search(value):
        return
    if meaning.field == "title" and row.vocabulary in {"og", "html"}:
        end = _seen_end(value, visible)
        if end:
            yield Place(((row.start, row.start + end),), row.selector)
        return
    if meaning.field == "publisher" and _CODE.match(value):
        return
    yield place(row, normaliser=_of_host(value) if meaning.normaliser == "in-journal" else meaning.normaliser)


def _of_host(value: str) -> str:
    """Return the normaliser that makes the type of a work of what is stated as its journal: a server, proceedings, or a journal."""
    if fold(value).replace(" ", "") in SERVERS:
        return "preprint"
    return "at-event" if _PROCEEDINGS.search(value) else "in-journal"


def _is_abstract(value: str) -> bool:
    return len(value) >= _SHORTEST_ABSTRACT and not value.endswith(("...", "…")) and not NO_ABSTRACT.match(value)


def _seen_end(value: str, visible: Visible) -> int:
    """Return where the part of a window's title ends that the page shows: the site's name follows it ("On Bees | Journal")."""
    ends = [len(value), *(match.start() for match in reversed(list(_SITE_NAME.finditer(value))))]
    return next((end for end in ends if visible.holds(value[:end])), 0)


def _people(page: Page, rows: Sequence[Embedded]) -> Iterator[Candidate]:
    for vocabulary, name, of_name in _grouped(rows, PEOPLE.keys()):
        orcids = _orcids(rows, name) if name in ORCIDS.values() else {}
        places = [_with_orcid(spot, orcids.get(row)) for row in of_name for spot in _names(page, row)]
        candidate = told(page.text, PEOPLE[name], places, _rule(vocabulary, name), TRUST[vocabulary])
        if candidate:
            yield candidate.at(_LONE) if vocabulary == "coins" and len(candidate.items) == 1 else candidate


def _orcids(rows: Sequence[Embedded], name: str) -> dict[Embedded, Embedded]:
    """Return each statement of a person with that of the ORCID iD which follows it, before the next person."""
    found: dict[Embedded, Embedded] = {}
    person: Embedded | None = None
    for row in rows:
        if row.name == name:
            person = row
        elif person and ORCIDS.get(row.name) == name:
            found.setdefault(person, row)
    return found


def _with_orcid(spot: Place, orcid: Embedded | None) -> Place:
    return spot._replace(parts=(*spot.parts, (orcid.start, orcid.end))) if orcid else spot


def _names(page: Page, row: Embedded) -> Iterator[Place]:
    """Yield the places of the people in a statement: one, or several parted by semicolons, or a line of names."""
    value = page.text[row.start : row.end]
    if row.name.endswith("authors") and ";" not in value:
        for start, end in split_names(value):
            yield Place(((row.start + start, row.start + end),), row.selector)
    else:
        yield from parted(page.text, row, WORD_PARTINGS[:1])


def _keywords(page: Page, rows: Sequence[Embedded]) -> Iterator[Candidate]:
    for vocabulary, name, of_name in _grouped(rows, WORDS.keys()):
        partings = WORD_PARTINGS if len(of_name) == 1 else WORD_PARTINGS[:1]
        meant = [row for row in of_name if not _NO_WORD.search(page.text[row.start : row.end])]
        places = [spot for row in meant for spot in parted(page.text, row, partings)]
        candidate = told(page.text, "keyword", places, _rule(vocabulary, name), TRUST[vocabulary] * WORDS[name])
        if candidate:
            yield candidate


def _grouped(rows: Iterable[Embedded], names: Iterable[str]) -> Iterator[tuple[str, str, list[Embedded]]]:
    wanted = frozenset(names)
    groups: dict[str, list[Embedded]] = {}
    for row in rows:
        if _name(row) in wanted:
            groups.setdefault(_name(row), []).append(row)
    for name, group in groups.items():
        yield group[0].vocabulary, name, group


def _pages(page: Page, rows: Sequence[Embedded]) -> Iterator[Candidate]:
    first_of: dict[str, Embedded] = {}
    for row in rows:
        first_of.setdefault(_name(row), row)
    for names in PAGES:
        pair = [first_of[name] for name in names if name in first_of]
        if pair and _name(pair[0]) == names[0]:
            vocabulary = pair[0].vocabulary
            found = leaves(page.text, pair, _rule(vocabulary, names[0]), TRUST[vocabulary])
            if found:
                yield found
