"""DataCite: the XML that repositories of data register their DOIs with, kernels 2 to 4.

    <resource><identifier identifierType="DOI">10.5555/...</identifier><creators><creator>...</creator></creators>
    <titles><title>...</title></titles><publisher/><publicationYear/><resourceType resourceTypeGeneral="Dataset"/></resource>

What surprised us: the publisher of an article is its journal as often as not; the related identifiers are other works, but for
the one that the work is part of; the general type may be "Text", and the words beside it the kind.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import first_of_each, licences, number_of_pages, words_at
from litcli.extract.base.xml_record import Person, Row, XmlRecord, abstracts, in_another_language, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Parts
from litcli.extract.layout import Layout
from litcli.extract.normalise_more import RELATIONS
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "datacite"

_ROWS = (
    Row("DOI", "identifier[@identifierType='DOI']"),
    Row("DOI", "identifier"),
    Row("handle", "identifier[@identifierType='Handle']"),
    Row("PMID", "alternateIdentifiers/alternateIdentifier[@alternateIdentifierType='PMID']"),
    Row("arXiv", "alternateIdentifiers/alternateIdentifier[@alternateIdentifierType='arXiv']"),
    Row("ISBN", "alternateIdentifiers/alternateIdentifier[@alternateIdentifierType='ISBN']"),
    Row("type", "resourceType/@resourceTypeGeneral", "datacite-type"),
    Row("type", "resourceType", "coded-type", 0.93),
    Row("genre", "resourceType", "coded-genre"),
    Row("language", "language"),
    Row("publisher", "publisher"),
    Row("ISSN", "relatedIdentifiers/relatedIdentifier[@relationType='IsPartOf'][@relatedIdentifierType='ISSN']"),
    Row("ISBN", "relatedIdentifiers/relatedIdentifier[@relationType='IsPartOf'][@relatedIdentifierType='ISBN']"),
    Row("mesh", "subjects/subject[@subjectScheme='MeSH']"),
)
_CONTAINER = (
    Row("container-title", "titles/title"),
    Row("volume", "volume"),
    Row("issue", "issue"),
    Row("number", "number[@numberType='Article']"),
    Row("publisher", "publisher"),
    Row("edition", "edition"),
)
"""Below the related item that the work is published in."""

_OTHER_TITLES = frozenset({"AlternativeTitle", "Subtitle", "TranslatedTitle", "Other"})
_ROLES = {"Editor": "editor", "Supervisor": "supervisor", "Translator": "translator"}
_SERIES = re.compile(
    r"(?P<host>[^,;\d][^;]{2,120}?)[,;]\s*(?P<volume>\d{1,4})(?:\((?P<issue>[\w-]{1,10})\))?(?:[,;:]\s*(?P<page>\w*\d+[-–]\w*\d+))?\.?"
)
"""What the description of a series is, as DataCite asks for it: "Journal of Moss, 14(2), 101-118"."""
_RELATED = {name.replace("-", ""): name for name in RELATIONS} | {
    "isnewversionof": "is-version-of",
    "obsoletes": "is-update-of",
    "isobsoletedby": "has-update",
}


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a work."""
    record = record_of(layout, NAME)
    if not record.find("titles/title"):
        return "a record without a title"
    kind = " ".join(record.words(record.at("resourceType/@resourceTypeGeneral")))
    return (
        f"the record of no work but of {kind}"
        if kind in {"Instrument", "PhysicalObject", "Service", "Award", "Project"}
        else None
    )


def read(layout: Layout) -> Draft:
    """Return what the record states."""
    record = record_of(layout, NAME)
    language = language_code(" ".join(record.words(record.at("language"))[:1]))
    hosted = _container(record)
    stated = record.rows(_ROWS)
    if {"volume", "issue", "page"} & {one.field for one in hosted} and not any(one.field == "type" for one in stated):
        stated += record.claims("type", [hosted[0].items[0].evidence.parts], "in-journal", 0.9)
    return record.draft(
        first_of_each([*stated, *hosted, *number_of_pages(record, record.at("sizes/size"))]),
        _titles(record, language),
        record.people("author", _people(record, record.find("creators/creator"), "creatorName")),
        *(
            record.people(field, _people(record, _contributors(record, kind), "contributorName"))
            for kind, field in _ROLES.items()
        ),
        _dates(record),
        abstracts(record, record.find("descriptions/description[@descriptionType='Abstract']"), language),
        _keywords(record, language),
        _funding(record),
        _related(record),
        licences(record, ("rightsList/rights/@rightsURI", "rightsList/rights/@rightsIdentifier", "rightsList/rights")),
    )


def _titles(record: XmlRecord, language: str | None) -> list[Candidate]:
    stated = record.find("titles/title")
    main = in_language(
        record, [title for title in stated if title.get("titleType") not in _OTHER_TITLES] or stated[:1], language
    )[:1]
    subtitles = in_language(record, [title for title in stated if title.get("titleType") == "Subtitle"], language)[:1]
    places: Parts = tuple(span for title in (*main, *subtitles) for span in record.below(title))
    translated = [title for title in stated if title.get("titleType") == "TranslatedTitle"] or in_another_language(
        record, [title for title in stated if title.get("titleType") != "Subtitle"], main, language
    )
    return [
        *record.claims("title", [places], "titles"),
        *record.claims("translated-title", [record.below(title) for title in translated[:1]]),
    ]


def _contributors(record: XmlRecord, kind: str) -> list["Element"]:
    return record.find(f"contributors/contributor[@contributorType='{kind}']")


def _people(record: XmlRecord, elements: list["Element"], name: str) -> Iterator[Person]:
    for element in elements:
        whole = record.find(name, element)[:1]
        family, given = record.first("familyName", element), record.at("givenName", element)
        orcid = [
            span
            for identifier in record.find("nameIdentifier", element)
            if _is_orcid(identifier) and (span := record.span(identifier))
        ]
        if family and given:
            yield Person.of(family, given, orcid=orcid)
        elif whole and (span := record.span(whole[0])):
            group = whole[0].get("nameType") == "Organizational"
            yield Person((span,) if group else (span, *orcid[:1]), "group" if group else "name" + "-orcid" * bool(orcid))


def _is_orcid(identifier: "Element") -> bool:
    return identifier.get("nameIdentifierScheme", "").casefold() == "orcid"


def _dates(record: XmlRecord) -> list[Candidate]:
    """Read the day on which the work was issued, where it is of the year of publication, else the year."""
    year = record.at("publicationYear")[:1]
    days = [span for kind in ("Issued", "Available", "Created") for span in record.at(f"dates/date[@dateType='{kind}']")]
    same = [span for span in days if not year or record.layout.text[span[0] : span[0] + 4] == record.words(year)[0][:4]]
    issued = [one for span in (*same, *year) for one in record.claims("issued", [(span,)], "stated-date")][:1]
    accepted = record.at("dates/date[@dateType='Accepted']")[:1]
    submitted = record.at("dates/date[@dateType='Submitted']")[:1]
    return [
        *issued,
        *record.claims("accepted", [(span,) for span in accepted]),
        *record.claims("submitted", [(span,) for span in submitted]),
    ]


def _container(record: XmlRecord) -> list[Candidate]:
    """Read what the work is published in: a related item, or the description of a series."""
    for item in record.find("relatedItems/relatedItem[@relationType='IsPublishedIn']")[:1]:
        first, last = record.at("firstPage", item)[:1], record.at("lastPage", item)[:1]
        return [*record.rows(_CONTAINER, of=item), *record.claims("page", [(*first, *last)] if first else [])]
    for span in record.at("descriptions/description[@descriptionType='SeriesInformation']"):
        if series := _SERIES.fullmatch(record.layout.text, *span):
            names = (("container-title", "host"), ("volume", "volume"), ("issue", "issue"), ("page", "page"))
            return [
                one for field, group in names if series[group] for one in record.claims(field, [(series.span(group),)], sure=0.9)
            ]
    return []


def _keywords(record: XmlRecord, language: str | None) -> list[Candidate]:
    free = in_language(
        record, [subject for subject in record.find("subjects/subject") if not subject.get("subjectScheme")], language
    )
    spans = [span for subject in free if (span := record.span(subject))]
    schemes = [subject for subject in record.find("subjects/subject") if subject.get("subjectScheme", "MeSH") != "MeSH"]
    terms = [(span,) for subject in schemes if (span := record.span(subject)) and not record.text(subject)[:1].isdigit()]
    return [*record.claims("keyword", words_at(record, spans)), *record.claims("index-term", terms)]


def _funding(record: XmlRecord) -> list[Candidate]:
    places = [
        (*record.at("funderName", funding)[:1], *record.at("awardNumber", funding)[:1])
        for funding in record.find("fundingReferences/fundingReference")
    ]
    return record.claims("funding", places)


def _related(record: XmlRecord) -> list[Candidate]:
    found: list[Candidate] = []
    for other in record.find("relatedIdentifiers/relatedIdentifier[@relatedIdentifierType='DOI']"):
        relation = _RELATED.get(other.get("relationType", "").casefold())
        if relation and (span := record.span(other)):
            found += record.claims("related", [(span,)], relation)
    return first_of_each(found)
