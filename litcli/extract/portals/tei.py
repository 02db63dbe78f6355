"""TEI: the records of HAL and other archives of open access, and the headers of texts in TEI.

    <biblFull><titleStmt><title xml:lang="fr">...</title><author role="aut"><persName><forename/><surname/></persName></author></titleStmt>
    <sourceDesc><biblStruct><analytic/><monogr><title level="j"/><imprint><biblScope unit="volume"/></imprint></monogr></biblStruct></sourceDesc>

What surprised us: a header states the work twice, as the file (titleStmt) and as what the file was made from (sourceDesc), and only
the second is the reference; HAL's own page number is a handle of the archive, and the kind of work a code ("ART", "COMM").
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import addresses, dated, first_of_each, licences, words_at
from litcli.extract.base.xml_record import Person, Row, XmlRecord, abstracts, in_another_language, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Span
from litcli.extract.layout import Layout
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "tei"

_HEADERS = ("teiHeader/fileDesc", "fileDesc", ".")
_PROFILES = ("teiHeader/profileDesc", "profileDesc")

_SOURCE = (
    Row("DOI", "idno[@type='doi']"),
    Row("DOI", "idno[@type='DOI']"),
    Row("DOI", "analytic/idno[@type='DOI']"),
    Row("DOI", "analytic/idno[@type='doi']"),
    Row("DOI", "monogr/idno[@type='doi']"),
    Row("PMID", "idno[@type='pubmed']"),
    Row("PMID", "idno[@type='PMID']"),
    Row("PMCID", "idno[@type='pubmedcentral']"),
    Row("PMCID", "idno[@type='PMCID']"),
    Row("arXiv", "idno[@type='arxiv']"),
    Row("arXiv", "idno[@type='arXiv']"),
    Row("ISBN", "monogr/idno[@type='isbn']"),
    Row("ISBN", "monogr/idno[@type='ISBN']"),
    Row("ISSN", "monogr/idno[@type='issn']"),
    Row("ISSN", "monogr/idno[@type='eissn']"),
    Row("ISSN", "monogr/idno[@type='ISSN']"),
    Row("ISSN", "monogr/idno[@type='eISSN']"),
    Row("container-title", "monogr/title[@level='j']"),
    Row("container-title", "monogr/title[@level='m']"),
    Row("event-title", "monogr/meeting/title"),
    Row("event-date", "monogr/meeting/date[@type='start']"),
    Row("event-date", "monogr/meeting/date"),
    Row("event-place", "monogr/meeting/settlement"),
    Row("event-place", "monogr/meeting/address/addrLine"),
    Row("publisher", "monogr/imprint/publisher"),
    Row("publisher", "monogr/authority[@type='institution']"),
    Row("publisher-place", "monogr/imprint/pubPlace"),
    Row("volume", "monogr/imprint/biblScope[@unit='volume']"),
    Row("issue", "monogr/imprint/biblScope[@unit='issue']"),
    Row("issue", "monogr/imprint/biblScope[@unit='number']"),
    Row("collection-title", "monogr/imprint/biblScope[@unit='serie']"),
    Row("collection-title", "series/title"),
    Row("page", "monogr/imprint/biblScope[@unit='pp']"),
    Row("edition", "monogr/edition"),
)
"""Below the work that the text was made from."""

_CLASSES = (
    Row("type", "textClass/classCode[@scheme='halTypology']/@n", "hal-type"),
    Row("language", "langUsage/language/@ident"),
    Row("mesh", "textClass/classCode[@scheme='mesh']"),
)
_ROLES = {
    "author": ("aut", "crp", "author", ""),
    "editor": ("edt", "sad", "editor"),
    "translator": ("trl",),
    "supervisor": ("ths", "dir"),
}
_DATES = ("datePub", "published", "dateDefended", "dateEpub", "whenProduced", "")
_NO_PAGE = re.compile(r"^\s*(?:n/?a|non|sans|ahead|in press)|^\D+$", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]+\d[\w.-]*|(?:art(?:icle)?|n°)\.?\s*\d+|\d{5,}", re.IGNORECASE)
_PAGES = re.compile(r"\d{1,5}\s?p(?:ages?|\.)?", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a work."""
    record = record_of(layout, NAME)
    return None if _titles(record, _work(record), None) else "a text without a title in its header"


def read(layout: Layout) -> Draft:
    """Return what the header states."""
    record = record_of(layout, NAME)
    work = _work(record)
    profile = next((found for path in _PROFILES for found in record.find(path)), record.root)
    stated = record.rows(_CLASSES, of=profile)
    language = next((language_code(str(one.value)) for one in stated if one.field == "language"), None)
    host = [] if work is None else record.rows(_SOURCE, of=work)
    return record.draft(
        first_of_each([*stated, *_pages(record, work, host), *_type(record, work, stated)]),
        _titles(record, work, language),
        *(record.people(field, _people(record, work, field)) for field in _ROLES),
        _issued(record, work),
        abstracts(record, record.find("abstract", profile), language),
        _keywords(record, profile, language),
        _funders(record),
        licences(
            record,
            [
                f"{head}/publicationStmt/availability/{path}"
                for head in _HEADERS
                for path in ("licence/@target", "licence", "license/@target")
            ],
        ),
        addresses(record, [f"{head}/publicationStmt/idno[@type='halUri']" for head in _HEADERS]),
    )


def _work(record: XmlRecord) -> "Element | None":
    """Return the work that the text was made from."""
    for head in _HEADERS:
        for path in ("sourceDesc/biblStruct", "sourceDesc/biblFull", "sourceDesc/bibl", "sourceDesc/listBibl/biblStruct"):
            if found := record.find(f"{head}/{path}"):
                return found[0]
    return None


def _stated(record: XmlRecord, work: "Element | None", name: str) -> list["Element"]:
    """Return the elements of a name where the work states them: in what it was made from, else in the title of the file."""
    own = (
        []
        if work is None
        else record.find(f"analytic/{name}", work) or record.find(f"monogr/{name}", work) or record.find(name, work)
    )
    return own or [element for head in _HEADERS for element in record.find(f"{head}/titleStmt/{name}")]


def _titles(record: XmlRecord, work: "Element | None", language: str | None) -> list[Candidate]:
    stated = [title for title in _stated(record, work, "title") if title.get("level") not in {"j", "s"}]
    subtitles = [title for title in stated if title.get("type") == "sub"]
    main = [title for title in stated if title.get("type") in {None, "main"} and title not in subtitles] or stated[:1]
    own = in_language(record, main, language)[:1]
    below = in_language(record, subtitles, own[0].get("lang") and language_code(own[0].get("lang", "")) if own else None)[:1]
    places = tuple(span for title in (*own, *below) for span in record.below(title))
    translated = in_another_language(record, main, own, language)
    return [
        *record.claims("title", [places] if places else [], "titles"),
        *record.claims("translated-title", [record.below(title) for title in translated[:1]]),
    ]


def _people(record: XmlRecord, work: "Element | None", field: str) -> Iterator[Person]:
    """Yield those who have a role, which an attribute gives or the name of the element."""
    for element in _stated(record, work, "author") if field != "editor" else []:
        if element.get("role", "") in _ROLES[field] and (person := _person(record, element)):
            yield person
    if field == "editor" and work is not None:
        for element in record.find("monogr/editor", work) + record.find("editor", work):
            if person := _person(record, element):
                yield person
    if field == "supervisor" and work is not None:
        for element in record.find("monogr/authority[@type='supervisor']", work):
            if span := record.span(element):
                yield Person((span,), "name")


def _person(record: XmlRecord, element: "Element") -> Person | None:
    orcid = (record.at("idno[@type='ORCID']", element) or record.at("persName/idno[@type='ORCID']", element))[:1]
    behind = "-orcid" * bool(orcid)
    for name in [*record.find("persName", element), element]:
        family, given = record.at("surname", name)[:1], record.at("forename", name)[:2]
        if family:
            order = ("family", "family-given", "family-given-middle")[len(given)]
            return Person((*family, *given, *orcid), order + behind)
    group = record.at("orgName", element)[:1]
    if group:
        return Person((group[0],), "group")
    whole = record.at("persName", element)[:1] or ([span] if (span := record.span(element)) else [])
    return Person((*whole, *orcid), "name" + behind) if whole else None


def _issued(record: XmlRecord, work: "Element | None") -> list[Candidate]:
    """Read the date of the work, by its attribute or its text; not the day of the deposit."""
    dates = [] if work is None else record.find("monogr/imprint/date", work) + record.find("date", work)
    dates += [date for head in _HEADERS for date in record.find(f"{head}/publicationStmt/date")] if not dates else []
    ordered = sorted(
        dates, key=lambda date: _DATES.index(date.get("type", "")) if date.get("type", "") in _DATES else len(_DATES)
    )
    ordered += [
        date
        for head in _HEADERS
        for date in record.find(f"{head}/editionStmt/edition[@type='current']/date[@type='whenProduced']")
    ]
    spans = [span for date in ordered for span in (*record.at("@when", date), *record.below(date)[:1])]
    online = [] if work is None else record.at("monogr/imprint/date[@type='dateEpub']", work)
    found = [one for span in spans for one in dated(record, span)][:1]
    return [
        *found,
        *(record.claims("available-date", [(span,) for span in online[:1]], "stated-date") if found and online else []),
    ]


def _pages(record: XmlRecord, work: "Element | None", host: list[Candidate]) -> list[Candidate]:
    """Return what the host states, its pages read as what they are: a range, a number of the article, or a count."""
    kept = [one for one in host if one.field != "page"]
    bounds = [] if work is None else record.find("monogr/imprint/biblScope[@unit='page']", work)
    for element in bounds:
        first, last = record.at("@from", element)[:1], record.at("@to", element)[:1]
        kept += record.claims("page", [(*first, *last)] if first else [(span,) for span in [record.span(element)] if span])
    stated: list[Span] = [] if work is None else record.at("monogr/imprint/biblScope[@unit='pp']", work)
    for span in stated[:1]:
        text = record.words([span])[0]
        if not _NO_PAGE.match(text):
            field = "number-of-pages" if _PAGES.fullmatch(text) else "number" if _CODE.fullmatch(text) else "page"
            kept += record.claims(field, [(span,)])
    return kept


def _type(record: XmlRecord, work: "Element | None", stated: list[Candidate]) -> list[Candidate]:
    """Tell the kind where no code names it: by the level of the title that it stands in."""
    if any(one.field == "type" for one in stated) or work is None:
        return []
    titles = {level: record.at(f"monogr/title[@level='{level}']", work)[:1] for level in "jm"}
    part = bool(record.find("analytic", work))
    if titles["j"]:
        return record.claims("type", [(span,) for span in titles["j"]], "in-journal", 0.93)
    if record.at("monogr/meeting/title", work) or record.at("monogr/meeting", work):
        return record.claims(
            "type", [(span,) for span in record.below(record.find("monogr/meeting", work)[0])[:1]], "at-event", 0.93
        )
    return record.claims("type", [(span,) for span in titles["m"]], "in-book" if part else "whole-book", 0.9)


def _keywords(record: XmlRecord, profile: "Element", language: str | None) -> list[Candidate]:
    terms = in_language(
        record, record.find("textClass/keywords/term", profile) + record.find("textClass/keywords/list/item", profile), language
    )
    spans = [span for term in terms if (span := record.span(term))]
    return record.claims("keyword", words_at(record, spans))


def _funders(record: XmlRecord) -> list[Candidate]:
    return record.claims("funding", [(span,) for head in _HEADERS for span in record.at(f"{head}/titleStmt/funder")])
