"""A reference of JATS to a record of ours; for `litcli.formats.jats`.

A `ref` holds one citation, or several, or one in two forms, of which the one in elements counts. Every element is a leaf with its
path; what no row of the tables knows is kept under it. A page, a date and an address are put together from several.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from litcli.formats import _jats_names
from litcli.formats._base import Failure, Read
from litcli.formats._draft import Draft
from litcli.formats._jats_tables import FROM_JATS, HOSTED, LEFT_OUT, PATHS, TABLES, WHOLE
from litcli.formats._xml_fields import take
from litcli.formats._xml_records import XmlRecord
from litcli.formats._xml_text import attribute, leaves, marked, step
from litcli.model import identifiers
from litcli.model.dates import Date, find_dates, parse_date
from litcli.model.edtf import edtf
from litcli.model.fields import BY_NAME, Kind
from litcli.model.names import Name
from litcli.model.record import Record
from litcli.model.types import BOOKS
from litcli.pages.xml_formats import INLINE
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_CITATIONS = ("element-citation", "nlm-citation", "citation", "mixed-citation", "product")
"""Elements that hold a citation, the fullest first."""
_TAGS = {"italic": "i", "bold": "b", "sup": "sup", "sub": "sub"}
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "advisor": "supervisor", "allauthors": "author"}
_OWN_TITLES = frozenset({"article-title", "chapter-title", "part-title", "data-title"})
_DATES = frozenset(row.name for row in BY_NAME.values() if row.kind is Kind.DATE)
_UNSAID = re.compile(
    r"person-group|etal|(?:string-)?name\b|collab|on-behalf-of|uri|ext-link|date-in-citation|access-date|conf-date|x$"
)
_LETTERED = re.compile(r"(\d{4})[a-z]\b")


def read(part: XmlRecord) -> Iterator[Read | Failure]:
    """Yield the works of a `ref`."""
    key = _jats_names.citekey(attribute(part.element, "id"))
    for citation in _citations(part.element):
        if len(citation) or not (citation.text or "").strip():
            yield Read(key, _record(citation), (), part.line, part.source)
            key = ""
        else:
            yield Failure(part.line, "the reference is a text without elements; it may be read as a page", part.source)


def _citations(reference: "_Element") -> list["_Element"]:
    """Return the citations of a reference; of those in several forms the fullest."""
    found = []
    for child in reference:
        if local(child) == "citation-alternatives":
            forms = sorted((one for one in child if local(one) in _CITATIONS), key=lambda one: _CITATIONS.index(local(one)))
            found += forms[:1]
        elif local(child) in _CITATIONS:
            found.append(child)
    elements = [one for one in found if local(one) != "mixed-citation"]
    return elements if elements and len(found) == 2 * len(elements) else found


def _record(citation: "_Element") -> Record:
    type_, inward = _meaning(citation)
    draft = Draft(type_)
    draft.read("language", attribute(citation, "lang"), "xml:lang")
    said: dict[str, list[str]] = {}
    for child in citation:
        if local(child) in _jats_names.NAMES or local(child) in {"person-group", "etal"}:
            _take_names(draft, child)
    for path, element in leaves(citation, PATHS, _styles):
        if not _UNSAID.match(path) and (value := " ".join(marked(element, _styles).split())):
            said.setdefault(path, []).append(f"PMC{value}" if path == "pub-id[pmcid]" and value.isdecimal() else value)
    issued = _issued(citation, said)
    draft.put("issued", issued.to_csl() if issued.parts or issued.literal else None, "")
    _take_dates(draft, citation)
    _take_pages(draft, said)
    ours = [path for path in TABLES.outward(type_).values() if path in said]
    by_field: dict[str, list[str]] = {}
    for path in dict.fromkeys([*ours, *inward, *said]):
        if path in said and path not in LEFT_OUT:
            by_field.setdefault(inward.get(path, ""), []).append(path)
    for name, paths in by_field.items():
        take(draft, name, [(path, value) for path in paths for value in said[path]])
    _take_addresses(draft, citation)
    return draft.record()


def _meaning(citation: "_Element") -> tuple[str, Mapping[str, str]]:
    """Return the type of a work, and the field that each element means in it."""
    stated = attribute(citation, "publication-type") or attribute(citation, "citation-type")
    type_ = FROM_JATS.get(stated.strip().lower().replace("_", "-"), FROM_JATS.get(stated, ""))
    names = {local(child) for child in citation}
    titled, sourced = bool(names & _OWN_TITLES), "source" in names
    if stated == "article" and sourced:
        type_ = "article-journal"
    elif not type_:
        type_ = "article-journal" if titled and sourced else "book" if sourced and "publisher-name" in names else "document"
    if type_ in BOOKS and titled and sourced:
        type_ = "chapter"
    inward = dict(TABLES.inward(type_))
    if titled and type_ in WHOLE:
        inward["source"] = "container-title"
    elif not titled and type_ not in HOSTED:
        inward["source"] = "title"
    return type_, inward


def _take_names(draft: Draft, element: "_Element") -> None:
    """Take the names of a group, or one that stands alone, which is an author."""
    role = attribute(element, "person-group-type") if local(element) == "person-group" else "author"
    field = _ROLES.get(role or "author")
    for child in element if local(element) == "person-group" else (element,):
        name = _jats_names.read(child) if local(child) in _jats_names.NAMES else None
        if name and field:
            draft.add(field, name)
        elif name:
            draft.keep(f"person-group[{role}]: {Name.from_csl(name).inverted()}")
        elif local(child) == "etal" and field == "author":
            draft.put("authors-incomplete", "yes", "etal")


def _issued(citation: "_Element", said: Mapping[str, list[str]]) -> Date:
    """Return the date of issue: the one for programs, or the one in words where that says more of the same year."""
    exact = edtf(_iso(citation))
    worded = _worded(*(next(iter(said.get(name, [])), "") for name in ("year", "month", "day", "season")))
    fuller = worded.year == exact.year and sum(map(len, worded.parts)) > sum(map(len, exact.parts)) and not exact.season
    return worded if fuller or not exact.parts else exact


def _iso(element: "_Element") -> str:
    """Return the date for programs of an element, or of the year in it; what another date in it states is that one's."""
    stated = attribute(element, "iso-8601-date")
    inside = (_iso(child) for child in element if local(child) in {"year", "date"})
    return stated or next(filter(None, inside), "")


def _worded(year: str, month: str, day: str, season: str) -> Date:
    """Put a date together; the letter behind a year tells works of one year apart.

    >>> _worded("2013a", "05", "1", "").edtf(), _worded("2013", "", "", "Summer").edtf(), _worded("2013", "13", "", "").edtf()
    ('2013-05-01', '2013-22', '2013')
    """
    plain = _LETTERED.sub(r"\1", year)
    if month.isdecimal() and plain.isdecimal():
        whole = edtf(f"{plain}-{int(month):02d}" + (f"-{int(day):02d}" if day.isdecimal() else ""))
    else:
        whole = parse_date(" ".join(filter(None, (day if month else "", month or season, plain))))
    return whole if whole.parts else edtf(plain)


def _take_dates(draft: Draft, citation: "_Element") -> None:
    """Take the dates that stand in one element each."""
    inward = TABLES.inward("")
    for child in citation:
        path = step(child, PATHS)
        field = inward.get(path, "")
        if field not in _DATES or path == "year":
            continue
        stated = " ".join(marked(child, _styles).split())
        date = edtf(_iso(child))
        if not date.parts:
            date = edtf(stated)
        if not date.parts and (inside := find_dates(stated)):
            date = inside[0].date
        draft.put(field, date.to_csl() if stated or date.parts else None, f"{path}: {stated}")


def _take_pages(draft: Draft, said: Mapping[str, list[str]]) -> None:
    first, last, whole = (next(iter(said.get(name, [])), "") for name in ("fpage", "lpage", "page-range"))
    both = first if first == last else "-".join(filter(None, (first, last)))
    draft.read("page", whole or both, "page-range")


def _take_addresses(draft: Draft, citation: "_Element") -> None:
    """Take the addresses, those in comments too; a link to a DOI is that."""
    for element in citation.iter():
        name = local(element)
        if name not in {"uri", "ext-link"}:
            continue
        stated = " ".join((attribute(element, "href") or "".join(str(part) for part in element.itertext())).split())
        if name == "ext-link" and (doi := identifiers.doi(stated)):
            draft.put("DOI", doi, f"ext-link: {stated}")
        else:
            draft.read("URL", stated, name)


def _styles(element: "_Element") -> tuple[str, ...] | None:
    name = local(element)
    return (_TAGS[name],) if name in _TAGS else () if name in INLINE else None
