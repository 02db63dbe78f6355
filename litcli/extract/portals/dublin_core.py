"""Dublin Core as XML: oai_dc, qualified (dcterms), in RDF, and DSpace's dim; what most repositories give out.

    <oai_dc:dc><dc:title>...</dc:title><dc:creator>Bell, Anna</dc:creator><dc:date>2014</dc:date><dc:source>Journal; Vol. 3</dc:source>

What surprised us: an element may mean anything. Dates are those of the deposit and of embargoes as often as of the work, contributors
supervisors, sponsors or editors, relations other works; identifiers that are bare numbers are the repository's. So only what shows
by itself what it is, is taken; a date with a time of day comes last.
"""

import re
from typing import TYPE_CHECKING

from litcli.extract.base.embedded import NO_ABSTRACT
from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import addresses, first_of_each, hosted, licences, number_of_pages
from litcli.extract.base.xml_record import SURE, Row, XmlRecord, abstracts, in_another_language, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Parts, Span
from litcli.extract.layout import Layout, strip
from litcli.extract.readers.words import split_words
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "dublin-core"

_ROWS = (
    Row("DOI", "identifier.doi"),
    Row("DOI", "identifier"),
    Row("DOI", "relation.doi"),
    Row("handle", "identifier"),
    Row("handle", "identifier.uri"),
    Row("ISBN", "identifier.isbn"),
    Row("ISSN", "identifier.issn"),
    Row("ISSN", "relation.issn"),
    Row("ISSN", "relation.ispartofissn"),
    Row("PMID", "identifier.pmid"),
    Row("PMCID", "identifier.pmcid"),
    Row("arXiv", "identifier.arxiv"),
    Row("publisher", "publisher"),
    Row("publisher-place", "publisher.place"),
    Row("event-title", "relation.conference"),
    Row("container-title", "source.title"),
    Row("container-title", "citation.title"),
    Row("container-title", "relation.ispartof"),
    Row("collection-title", "relation.ispartofseries"),
    Row("volume", "citation.volume"),
    Row("issue", "citation.issue"),
    Row("edition", "edition"),
    Row("mesh", "subject.mesh"),
    Row("index-term", "subject.lcsh"),
    Row("genre", "degree/name"),
    Row("publisher", "degree/grantor"),
    Row("funding", "description.sponsorship"),
)
_DATES = ("date.issued", "issued", "date", "created", "date.created", "dateAccepted")
_ALTERNATIVE = re.compile(r"info:eu-repo/semantics/altIdentifier/(doi|pmid|isbn|hdl|arxiv|issn)/(.+)")
_NAMED_NUMBER = re.compile(r"(?:urn:)?(?P<kind>isbn|e?issn|pmid|pmcid|arxiv|pubmed)[:\s]\s*(?P<number>\S.*)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?P<issn>\d{4}-\d{3}[\dXx])|(?P<isbn>97[89][\d-]{10,14})")
_FIELDS = {
    "isbn": "ISBN",
    "issn": "ISSN",
    "eissn": "ISSN",
    "pmid": "PMID",
    "pubmed": "PMID",
    "pmcid": "PMCID",
    "arxiv": "arXiv",
    "hdl": "handle",
    "doi": "DOI",
}
_NO_WORD = re.compile(
    r"^(?:info:|https?:|urn:)|::|^(?:ddc|udc|lcc|msc|pacs|jel|acm|bk|rvk)\b|^\d[\d.]{2,}\b|^[A-Z]\d{1,2}$|^\w{1,3}\d+ - ",
    re.IGNORECASE,
)
"""What is no keyword but a class of a classification or an address."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")
_NO_DATE = re.compile(r"^info:|embargo", re.IGNORECASE)
_LONG = 100
"""A shorter description is a note, unless it is called an abstract."""
_PICTURES = frozenset({"image", "stillimage", "still image", "movingimage", "physicalobject", "sound"})


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a work that is read."""
    record = record_of(layout, NAME)
    kinds = {text.casefold() for text in record.words(record.at("type"))}
    if kinds and kinds <= _PICTURES:
        return "the record of a picture, a sound or a thing"
    return "a record without a title" if not record.at("title") else None


def read(layout: Layout) -> Draft:
    """Return what the elements state."""
    record = record_of(layout, NAME)
    language = _language(record)
    named = record.rows(_ROWS)
    numbers = [found for span in record.at("identifier") + record.at("relation") for found in _identifier(record, span)]
    sources = [
        *(span for element in _own_first(record.find("source"), language) if (span := record.span(element))),
        *(span for path in ("bibliographicCitation", "identifier.citation", "isPartOf") for span in record.at(path)),
    ]
    return record.draft(
        first_of_each([*named, *numbers, *_hosts(record, sources)]),
        record.claims("language", [(span,) for span in (record.at("language.iso") or record.at("language"))[:1]]),
        _type(record),
        _genre(record),
        _titles(record, language),
        _people(record),
        _issued(record),
        _abstracts(record, language),
        _keywords(record, language),
        _beside(record),
    )


def _own_first(elements: list["Element"], language: str | None) -> list["Element"]:
    return sorted(elements, key=lambda element: language_code(element.get("lang", "")) not in {None, language})


def _language(record: XmlRecord) -> str | None:
    codes = (language_code(text) for text in record.words(record.at("language.iso") or record.at("language")))
    return next((code for code in codes if code), None)


def _identifier(record: XmlRecord, span: Span) -> list[Candidate]:
    """Read an identifier that says of which kind it is, or shows it."""
    text = record.layout.text[slice(*span)]
    if other := _ALTERNATIVE.fullmatch(text):
        return record.claims(_FIELDS[other[1]], [((span[0] + other.start(2), span[1]),)])
    if named := _NAMED_NUMBER.fullmatch(text):
        return record.claims(_FIELDS[named["kind"].casefold()], [((span[0] + named.start("number"), span[1]),)])
    if bare := _BARE_NUMBER.fullmatch(text):
        return record.claims(_FIELDS[bare.lastgroup or "issn"], [(span,)])
    return []


def _hosts(record: XmlRecord, spans: list[Span]) -> list[Candidate]:
    found = [candidate for span in spans for candidate in hosted(record, span, 0.93)]
    numbers = [candidate for span in spans for candidate in _identifier(record, span)]
    if not found:
        plain = [span for span in spans if _is_name(record.layout.text[slice(*span)])]
        found = record.claims("container-title", [(span,) for span in plain[:1]], sure=0.8)
    return [*found, *numbers]


def _is_name(text: str) -> bool:
    return (
        3 < len(text) < 120 and "://" not in text and not text.startswith(("urn:", "info:")) and not _BARE_NUMBER.fullmatch(text)
    )


def _type(record: XmlRecord) -> list[Candidate]:
    """Read the type; a word of a vocabulary for all repositories is surer than one of the repository's own."""
    spans = record.at("type") + record.at("type.coar") + record.at("type.driver") + record.at("degree/level")
    for span in sorted(spans, key=lambda span: "/" not in record.layout.text[slice(*span)]):
        sure = SURE if "/" in record.layout.text[slice(*span)] else 0.93
        for normaliser in ("coar-type", "coded-type"):
            if found := record.claims("type", [(span,)], normaliser, sure):
                return found
    return []


def _genre(record: XmlRecord) -> list[Candidate]:
    """Read the kind of a thesis, where a type names it; the longest says most."""
    if record.at("degree/name"):
        return []
    found = [
        one for span in record.at("type") + record.at("degree/level") for one in record.claims("genre", [(span,)], "coded-genre")
    ]
    return [max(found, key=lambda one: len(str(one.value)))] if found else []


def _titles(record: XmlRecord, language: str | None) -> list[Candidate]:
    stated = record.find("title")
    own = in_language(record, stated, language)[:1]
    others = in_another_language(record, record.find("title.alternative") + record.find("alternative") + stated, own, language)
    return [
        *record.claims("title", [record.below(element) for element in own]),
        *record.claims("translated-title", [record.below(element) for element in others[:1]], sure=0.9),
    ]


def _people(record: XmlRecord) -> list[Candidate]:
    authors = _names(record, record.at("contributor.author") or record.at("creator") or record.at("creator/name"))
    return [
        *record.claims("author", authors),
        *record.claims("editor", _names(record, record.at("contributor.editor"))),
        *record.claims("translator", _names(record, record.at("contributor.translator"))),
        *record.claims("supervisor", _names(record, record.at("contributor.advisor") + record.at("contributor.supervisor"))),
    ]


def _names(record: XmlRecord, spans: list[Span]) -> list[Parts]:
    """Return the places of names, also of several in one element that semicolons part."""
    places: list[Parts] = []
    for start, end in spans:
        at = start
        for piece in record.layout.text[start:end].split(";"):
            name = strip(record.layout.text, at, at + len(piece))
            at += len(piece) + 1
            if name[0] < name[1]:
                places.append((name,))
    return places


def _issued(record: XmlRecord) -> list[Candidate]:
    """Read the date of the work: the first that is no time of day, else a day of the deposit, which is less sure."""
    spans = [(path, span) for path in _DATES for span in record.at(path)]
    dated = [(path, span) for path, span in spans if not _NO_DATE.search(record.layout.text[slice(*span)])]
    plain = [span for _, span in dated if not _TIME.match(record.layout.text[slice(*span)])]
    found = [one for span in plain for one in record.claims("issued", [(span,)], "stated-date")][:1]
    days = [span for _, span in dated if _TIME.match(record.layout.text[slice(*span)])]
    found = found or [
        one for start, _ in days[-1:] for one in record.claims("issued", [((start, start + 10),)], "stated-date", 0.7)
    ]
    accepted = record.at("dateAccepted") or record.at("date.accepted")
    submitted = record.at("dateSubmitted") or record.at("date.submitted")
    return [
        *found,
        *record.claims("accepted", [(s,) for s in accepted[:1]]),
        *record.claims("submitted", [(s,) for s in submitted[:1]]),
    ]


def _abstracts(record: XmlRecord, language: str | None) -> list[Candidate]:
    called = record.find("abstract") + record.find("description.abstract")
    stated = called or [element for element in record.find("description") if _is_abstract(record, element)]
    return abstracts(record, stated, language, SURE if called else 0.93)


def _is_abstract(record: XmlRecord, element: "Element") -> bool:
    parts = record.below(element)
    text = record.layout.text[slice(*parts[0])] if parts else ""
    return sum(end - start for start, end in parts) >= _LONG and not NO_ABSTRACT.match(text)


def _keywords(record: XmlRecord, language: str | None) -> list[Candidate]:
    elements = in_language(
        record, record.find("subject") + record.find("subject.keyword") + record.find("subject.other"), language
    )
    spans = [
        span for element in elements if (span := record.span(element)) and not _NO_WORD.search(record.layout.text[slice(*span)])
    ]
    several = len(spans) == 1 or any(";" in text for text in record.words(spans))
    places = [parts for span in spans for parts in (split_words(record.layout, span) if several else [(span,)])]
    return record.claims("keyword", places, sure=0.93)


def _beside(record: XmlRecord) -> list[Candidate]:
    """Read the licence, the number of pages and the address, wherever what stands there shows that it is one."""
    return [
        *licences(record, ("rights", "rights.uri", "license", "rights.license")),
        *number_of_pages(record, record.at("extent") + record.at("format.extent") + record.at("format")),
        *addresses(record, ("identifier", "identifier.uri")),
    ]
