"""MODS: records of libraries and repositories as XML, also packed into METS.

    <mods><titleInfo><nonSort>The</nonSort><title>...</title></titleInfo><name type="personal"><namePart type="family">...</name>
    <originInfo><publisher/><dateIssued/></originInfo><relatedItem type="host">...</relatedItem></mods>

What surprised us: the role of a name may be a code, a word, or not given; only the related item called "host" is what the work
stands in, all others are other works; "series" is one too when it is within the host.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import addresses, dated, first_of_each, hosted, licences, located, number_of_pages, words_at
from litcli.extract.base.xml_record import (
    SURE,
    Person,
    Row,
    XmlRecord,
    abstracts,
    in_another_language,
    in_language,
    is_of,
    record_of,
)
from litcli.extract.candidates import Candidate, Span
from litcli.extract.layout import Layout
from litcli.extract.vocabulary import fold
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "mods"

_ROWS = (
    Row("type", "genre[@authority='coar']", "coar-type"),
    Row("type", "genre", "coded-type"),
    Row("type", "typeOfResource", "mods-type", 0.9),
    Row("language", "language/languageTerm[@type='code']"),
    Row("language", "language/languageTerm"),
    Row("language", "language"),
    Row("DOI", "identifier[@type='doi']"),
    Row("DOI", "identifier[@type='DOI']"),
    Row("ISBN", "identifier[@type='isbn']"),
    Row("ISBN", "identifier[@type='ISBN']"),
    Row("PMID", "identifier[@type='pmid']"),
    Row("PMCID", "identifier[@type='pmc']"),
    Row("arXiv", "identifier[@type='arxiv']"),
    Row("handle", "identifier[@type='hdl']"),
    Row("handle", "identifier[@type='uri']"),
    Row("handle", "location/url"),
    Row("publisher", "originInfo/publisher"),
    Row("publisher", "originInfo/agent/namePart"),
    Row("publisher-place", "originInfo/place/placeTerm[@type='text']"),
    Row("publisher-place", "originInfo/place/placeTerm"),
    Row("edition", "originInfo/edition"),
    Row("mesh", "subject[@authority='mesh']/topic"),
    Row("index-term", "subject[@authority='lcsh']/topic"),
    Row("index-term", "subject[@authority='fast']/topic"),
    Row("index-term", "subject[@authority='gnd']/topic"),
)
_HOST = (
    Row("ISSN", "identifier[@type='issn']"),
    Row("ISSN", "identifier[@type='ISSN']"),
    Row("ISBN", "identifier[@type='isbn']"),
    Row("publisher", "originInfo/publisher"),
    Row("publisher-place", "originInfo/place/placeTerm"),
    Row("volume", "part/detail[@type='volume']/number"),
    Row("issue", "part/detail[@type='issue']/number"),
    Row("issue", "part/detail[@type='number']/number"),
    Row("number", "part/detail[@type='article']/number"),
    Row("number", "part/detail[@type='articleNumber']/number"),
)
"""Below the host."""

_DATES = (
    "originInfo/dateIssued",
    "originInfo/copyrightDate",
    "relatedItem[@type='host']/part/date",
    "relatedItem[@type='host']/originInfo/dateIssued",
    "originInfo/dateCreated",
)
_ROLES = {
    "author": "aut author cre creator verfasser dis dissertant auteur autor",
    "editor": "edt editor edc hrsg herausgeber pbd",
    "translator": "trl translator übersetzer",
    "supervisor": "ths dgs supervisor advisor degree-supervisor betreuer",
}
_FIELD_OF_ROLE = {fold(word).replace("-", " "): field for field, roles in _ROLES.items() for word in roles.split()} | {
    "thesis advisor": "supervisor", "degree supervisor": "supervisor", "dissertation advisor": "supervisor",
}  # fmt: skip
_GRANTORS = frozenset({"dgg", "degree grantor", "Degree grantor", "pbl", "publisher"})
_ABSTRACT_TYPES = frozenset({"", "abstract", "summary", "content"})


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a single work."""
    record = record_of(layout, NAME)
    if not record.find("titleInfo/title"):
        return "a record without a title"
    issuance = " ".join(record.words(record.at("originInfo/issuance")))
    serial = re.search(r"serial|continuing", issuance) and not record.find("relatedItem[@type='host']")
    return "the record of a journal, not of a work" if serial else None


def read(layout: Layout) -> Draft:
    """Return what the record states."""
    record = record_of(layout, NAME)
    language = _language(record)
    found = record.rows(_ROWS)
    return record.draft(
        first_of_each([*found, *number_of_pages(record, record.at("physicalDescription/extent")), *_host(record)]),
        _titles(record, language),
        *(record.people(field, _people(record, field)) for field in _ROLES),
        _issued(record),
        _thesis(record, found),
        _series(record),
        _abstracts(record, language),
        _keywords(record, language),
        _event(record),
        licences(record, ("accessCondition/@href", "accessCondition")),
        addresses(record, ("location/url", "identifier[@type='uri']")),
    )


def _language(record: XmlRecord) -> str | None:
    stated = record.at("language/languageTerm") + record.at("language")
    return next((code for text in record.words(stated) if (code := language_code(text))), None)


def _titles(record: XmlRecord, language: str | None) -> list[Candidate]:
    stated = record.find("titleInfo")
    main = in_language(record, [element for element in stated if not element.get("type")] or stated[:1], language)[:1]
    others = [element for element in stated if element not in main]
    translated = [element for element in others if element.get("type") == "translated"]
    translated += in_another_language(
        record, [element for element in others if element.get("type") in {None, "alternative"}], main, language
    )
    short = [element for element in others if element.get("type") == "abbreviated"]
    return [
        *_title(record, "title", main),
        *_title(record, "translated-title", translated, 0.85),
        *record.claims("title-short", [(span,) for element in short[:1] for span in record.at("title", element)[:1]]),
    ]


def _title(record: XmlRecord, field: str, elements: list["Element"], sure: float = SURE) -> list[Candidate]:
    """Claim the first of some titles: what stands before it ("The"), itself, its subtitle, the part that it is."""
    for element in elements[:1]:
        article = record.at("nonSort", element)[:1]
        parts = [span for path in ("title", "subTitle", "partNumber", "partName") for span in record.at(path, element)]
        return record.claims(field, [(*article, *parts)], "article-titles" if article else "titles", sure)
    return []


def _people(record: XmlRecord, field: str) -> Iterator[Person]:
    """Yield those who have a role; who has none is an author, where nobody is called one."""
    names = [element for element in record.find("name") if element.get("type") != "conference"]
    roles = [_roles(record, element) for element in names]
    for element, role in zip(names, roles, strict=True):
        unnamed = field == "author" and not role and not any("author" in other for other in roles)
        if (field in role or unnamed) and (person := _person(record, element)):
            yield person


def _roles(record: XmlRecord, name: "Element") -> set[str]:
    terms = record.words(record.at("role/roleTerm", name) + record.at("role", name))
    return {_FIELD_OF_ROLE.get(fold(term).strip(" .").replace("-", " "), term) for term in terms}


def _person(record: XmlRecord, name: "Element") -> Person | None:
    orcid = [
        span
        for span in record.at("nameIdentifier[@type='orcid']", name) or record.at("@valueURI", name)
        if _is_orcid(record, span)
    ][:1]
    if family := record.first("namePart[@type='family']", name):
        suffix = [span for span in record.at("namePart[@type='termsOfAddress']", name) if _is_suffix(record, span)]
        return Person.of(family, record.at("namePart[@type='given']", name), suffix, orcid)
    whole = [span for part in record.find("namePart", name) if not part.get("type") and (span := record.span(part))][:1]
    whole = whole or record.at("displayForm", name)[:1]
    if not whole:
        return None
    group = name.get("type") == "corporate"
    return Person((*whole, *(() if group else orcid)), "group" if group else "name" + "-orcid" * bool(orcid))


def _is_orcid(record: XmlRecord, span: Span) -> bool:
    return bool(re.search(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]", record.layout.text[slice(*span)]))


def _is_suffix(record: XmlRecord, span: Span) -> bool:
    return bool(re.fullmatch(r"(?:jr|sr|[iv]+)\.?", record.layout.text[slice(*span)], re.IGNORECASE))


def _issued(record: XmlRecord) -> list[Candidate]:
    for path in _DATES:
        stated = sorted(record.find(path), key=lambda element: element.get("keyDate") != "yes")
        for element in (element for element in stated if element.get("point") != "end"):
            if found := [one for span in record.below(element)[:1] for one in dated(record, span)]:
                return found
    return []


def _host(record: XmlRecord) -> list[Candidate]:
    """Read what the work stands in: its title, numbers and pages, also where they are one text."""
    found: list[Candidate] = []
    for host in record.find("relatedItem[@type='host']")[:1]:
        titles = record.find("titleInfo", host)
        short = [element for element in titles if element.get("type") == "abbreviated"]
        found += _title(record, "container-title", [element for element in titles if element not in short] or short)
        found += record.claims("container-title-short", [(span,) for item in short[:1] for span in record.at("title", item)[:1]])
        found += record.rows(_HOST, of=host)
        for extent in record.find("part/extent", host)[:1]:
            first, last = record.at("start", extent)[:1], record.at("end", extent)[:1]
            last = [] if record.words(first) == record.words(last) else last
            found += record.claims("page", [(*first, *last)] if first else [(span,) for span in record.at("list", extent)[:1]])
        texts = record.at("part/text", host) + record.at("note", host)
        found += [one for span in texts for one in located(record, span, 0.9)]
        editors = [_person(record, name) for name in record.find("name", host) if "editor" in _roles(record, name)]
        found += record.people("editor", [person for person in editors if person])
    if not found:
        found += [one for span in record.at("note[@type='citation/reference']") for one in hosted(record, span, 0.85)]
    return found


def _series(record: XmlRecord) -> list[Candidate]:
    series = record.find("relatedItem[@type='series']") + record.find("relatedItem[@type='host']/relatedItem[@type='series']")
    found: list[Candidate] = []
    for item in series[:1]:
        found += record.claims("collection-title", [(span,) for span in record.at("titleInfo/title", item)[:1]])
        numbers = record.at("titleInfo/partNumber", item) + record.at("part/detail/number", item)
        found += record.claims("collection-number", [(span,) for span in numbers[:1]])
    return found


def _thesis(record: XmlRecord, found: list[Candidate]) -> list[Candidate]:
    """Read the degree of a thesis, and the school that stands as who granted it."""
    if not any(one.field == "type" and one.value == "thesis" for one in found):
        return []
    named = [one for span in record.at("genre") for one in record.claims("genre", [(span,)], "coded-genre")]
    grantors = [
        span
        for name in record.find("name[@type='corporate']")
        if _roles(record, name) & _GRANTORS
        for span in record.at("namePart", name)[:1]
    ]
    school = [] if record.at("originInfo/publisher") else record.claims("publisher", [(span,) for span in grantors[:1]])
    return [*named[:1], *school]


def _abstracts(record: XmlRecord, language: str | None) -> list[Candidate]:
    stated = [element for element in record.find("abstract") if (element.get("type") or "").casefold() in _ABSTRACT_TYPES]
    return abstracts(record, stated, language)


def _keywords(record: XmlRecord, language: str | None) -> list[Candidate]:
    free = [subject for subject in record.find("subject") if not subject.get("authority")]
    spans = [span for subject in in_language(record, free, language) for span in record.at("topic", subject)]
    return record.claims("keyword", words_at(record, spans))


def _event(record: XmlRecord) -> list[Candidate]:
    names = record.find("name[@type='conference']") + record.find("relatedItem[@type='host']/name[@type='conference']")
    return record.claims(
        "event-title", [tuple(record.at("namePart", name)[:1]) for name in names[:1] if record.at("namePart", name)]
    )
