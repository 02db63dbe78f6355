"""PubMed's XML: what E-utilities and the yearly files give out, of articles and of NCBI's books.

    <PubmedArticle><MedlineCitation><PMID/><Article><Journal/><ArticleTitle/><Pagination/><Abstract/><AuthorList/>...</Article>
    <MeshHeadingList/></MedlineCitation><PubmedData><ArticleIdList/></PubmedData></PubmedArticle>

What surprised us: a title in brackets is a translation, and the work's own stands under VernacularTitle; the date of the issue may be
a text ("2014 Nov-Dec"); the ids of the references look like the article's own; a server of preprints stands as the journal.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import first_of_each
from litcli.extract.base.xml_record import Person, Row, XmlRecord, is_of, record_of
from litcli.extract.candidates import Candidate, Parts
from litcli.extract.layout import Layout

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "pubmed-xml"

_CITATION, _BOOK = "MedlineCitation", "BookDocument"
_ARTICLE = f"{_CITATION}/Article"
_IDS = ("PubmedData/ArticleIdList", f"{_BOOK}/ArticleIdList", "PubmedBookData/ArticleIdList")

_ROWS = (
    Row("PMID", f"{_CITATION}/PMID"),
    Row("PMID", f"{_BOOK}/PMID"),
    *(Row("DOI", f"{ids}/ArticleId[@IdType='doi']") for ids in _IDS),
    Row("DOI", f"{_ARTICLE}/ELocationID[@EIdType='doi']"),
    *(Row("PMCID", f"{ids}/ArticleId[@IdType='pmc']") for ids in _IDS),
    Row("container-title", f"{_ARTICLE}/Journal/Title"),
    Row("container-title-short", f"{_ARTICLE}/Journal/ISOAbbreviation"),
    Row("container-title-short", f"{_CITATION}/MedlineJournalInfo/MedlineTA"),
    Row("container-title", f"{_CITATION}/MedlineJournalInfo/MedlineTA"),
    Row("ISSN", f"{_ARTICLE}/Journal/ISSN"),
    Row("volume", f"{_ARTICLE}/Journal/JournalIssue/Volume"),
    Row("issue", f"{_ARTICLE}/Journal/JournalIssue/Issue"),
    Row("language", f"{_ARTICLE}/Language"),
    Row("language", f"{_BOOK}/Language"),
    Row("keyword", f"{_CITATION}/KeywordList/Keyword"),
    Row("keyword", f"{_BOOK}/KeywordList/Keyword"),
    Row("ISBN", f"{_BOOK}/Book/Isbn"),
    Row("publisher", f"{_BOOK}/Book/Publisher/PublisherName"),
    Row("publisher-place", f"{_BOOK}/Book/Publisher/PublisherLocation"),
    Row("collection-title", f"{_BOOK}/Book/CollectionTitle"),
    Row("edition", f"{_BOOK}/Book/Edition"),
    Row("volume", f"{_BOOK}/Book/Volume"),
)
_KINDS = (
    ("preprint", "preprint"),
    ("published erratum", "in-journal"),
    ("retraction of publication", "in-journal"),
    ("dataset", "dataset"),
)
"""Types of publication that tell more than "Journal Article", and how each is read."""

_RELATIONS = {
    "ErratumIn": "has-erratum",
    "ErratumFor": "is-erratum-of",
    "CorrectedandRepublishedIn": "is-republished-in",
    "CorrectedandRepublishedFrom": "is-republished-from",
    "RetractionIn": "has-retraction",
    "RetractionOf": "is-retraction-of",
    "ExpressionOfConcernIn": "has-concern",
    "ExpressionOfConcernFor": "is-concern-about",
    "CommentIn": "has-comment",
    "CommentOn": "is-comment-on",
    "UpdateIn": "has-update",
    "UpdateOf": "is-update-of",
    "RepublishedIn": "is-republished-in",
    "RepublishedFrom": "is-republished-from",
}
_NOTICES = (("RetractionIn", "retracted"), ("ExpressionOfConcernIn", "concern"), ("ErratumIn", "corrected"))
_DOI = re.compile(r"doi:\s?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]+\d[\w.-]*|\d{5,}")
_PREFIX = re.compile(r"\d{4}")


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a work."""
    record = record_of(layout, NAME)
    titles = (f"{_ARTICLE}/ArticleTitle", f"{_ARTICLE}/VernacularTitle", f"{_BOOK}/ArticleTitle", f"{_BOOK}/Book/BookTitle")
    return None if any(record.at(path) for path in titles) else "a record without a title"


def read(layout: Layout) -> Draft:
    """Return what the record states."""
    record = record_of(layout, NAME)
    home = next(iter(record.find(_ARTICLE) or record.find(_BOOK)), record.root)
    book = bool(record.find(_BOOK))
    kind = _book_type(record) if book else _type(record)
    draft = record.draft(
        first_of_each([*record.rows(_ROWS), *_pages(record, home)]),
        kind,
        _book_titles(record) if book else _titles(record, home),
        _people(record, home),
        _dates(record, home),
        record.prose("abstract", record.find("Abstract", home)[:1]),
        record.prose("translated-abstract", record.find(f"{_CITATION}/OtherAbstract")[:1], 0.9),
        _mesh(record),
        _funding(record, home),
        _relations(record),
    )
    return draft.without("container-title", "container-title-short") if any(one.value == "article" for one in kind) else draft


def _type(record: XmlRecord) -> list[Candidate]:
    kinds = record.at(f"{_ARTICLE}/PublicationTypeList/PublicationType")
    for name, normaliser in _KINDS:
        for span in kinds:
            if record.words([span])[0].casefold() == name:
                return record.claims("type", [(span,)], normaliser)
    stated = [one for span in kinds for one in record.claims("type", [(span,)], "medline-type")]
    journal = record.at(f"{_ARTICLE}/Journal/Title")
    return stated[:1] or record.claims("type", [(span,) for span in journal[:1]], "in-journal", 0.9)


def _book_type(record: XmlRecord) -> list[Candidate]:
    """Tell a chapter by a title of its own beside the book's."""
    chapter = record.at(f"{_BOOK}/ArticleTitle")[:1]
    book = record.at(f"{_BOOK}/Book/BookTitle")[:1]
    return record.claims("type", [(span,) for span in chapter or book], "in-book" if chapter else "whole-book")


def _book_titles(record: XmlRecord) -> list[Candidate]:
    chapter = record.at(f"{_BOOK}/ArticleTitle")[:1]
    book = record.at(f"{_BOOK}/Book/BookTitle")[:1]
    return [
        *record.claims("title", [(span,) for span in chapter or book]),
        *record.claims("container-title", [(span,) for span in book if chapter]),
    ]


def _titles(record: XmlRecord, home: "Element") -> list[Candidate]:
    """Read the title; one in brackets is a translation of the vernacular one, which may not be stated."""
    own, stated = record.at("VernacularTitle", home)[:1], record.at("ArticleTitle", home)[:1]
    translated = [
        (start + 1, end - 1 - text.endswith(".")) for start, end in stated if (text := record.words([(start, end)])[0])[0] == "["
    ]
    places = own or translated or stated
    return [
        *record.claims("title", [(span,) for span in places]),
        *record.claims("translated-title", [(span,) for span in translated if own]),
    ]


def _people(record: XmlRecord, home: "Element") -> list[Candidate]:
    lists = record.find("AuthorList", home)
    editors = [one for one in (*lists, *record.find("Book/AuthorList", home)) if one.get("Type") == "editors"]
    authors = [one for one in lists if one.get("Type") != "editors"]
    authors = authors or [one for one in record.find("Book/AuthorList", home) if one.get("Type") != "editors"]
    incomplete = [span for one in authors if one.get("CompleteYN") == "N" for span in record.at("@CompleteYN", one)]
    return [
        *record.people("author", [person for one in authors[:1] for person in _names(record, one)]),
        *record.people("editor", [person for one in editors[:1] for person in _names(record, one)]),
        *record.claims("authors-incomplete", [(span,) for span in incomplete]),
    ]


def _names(record: XmlRecord, names: "Element") -> Iterator[Person]:
    for author in record.find("Author", names):
        if author.get("ValidYN") == "N":
            continue
        if family := record.first("LastName", author):
            given = record.at("ForeName", author) or record.at("Initials", author)
            yield Person.of(family, given, record.at("Suffix", author), record.at("Identifier[@Source='ORCID']", author))
        elif group := record.at("CollectiveName", author)[:1]:
            yield Person((*group,), "group")


def _dates(record: XmlRecord, home: "Element") -> list[Candidate]:
    """Read the date of the issue, in parts or as a text; the day on which the article was online beside it."""
    issue = (
        record.find("Journal/JournalIssue/PubDate", home)
        + record.find("Book/PubDate", home)
        + record.find("ContributionDate", home)
    )
    issued = [_date(record, element) for element in issue]
    online = [_date(record, element) for element in record.find("ArticleDate", home)[:1]]
    texts = record.at("Journal/JournalIssue/PubDate/MedlineDate", home)[:1]
    found = [
        *record.claims("issued", [date for date in issued if date][:1], "date-parts"),
        *record.claims("issued", [(span,) for span in texts]),
    ]
    found = found or [
        one
        for span in texts
        if (year := _PREFIX.match(record.layout.text, *span))
        for one in record.claims("issued", [(year.span(),)])
    ]
    received = [("submitted", "received"), ("accepted", "accepted")]
    stated = [(field, record.find(f"PubmedData/History/PubMedPubDate[@PubStatus='{status}']")[:1]) for field, status in received]
    return [
        *(found[:1] or record.claims("issued", online, "date-parts")),
        *(record.claims("available-date", online, "date-parts") if found else []),
        *(one for field, dates in stated for date in dates for one in record.claims(field, [_date(record, date)], "date-parts")),
    ]


def _date(record: XmlRecord, element: "Element") -> Parts:
    year = record.at("Year", element)[:1]
    month = (record.at("Month", element) or record.at("Season", element))[:1]
    return (*year, *month, *(record.at("Day", element)[:1] if month else [])) if year else ()


def _pages(record: XmlRecord, home: "Element") -> list[Candidate]:
    """Read the pages, or the number that stands in their place."""
    span = (record.at("Pagination/MedlinePgn", home) or record.at("Pagination/StartPage", home))[:1]
    code = bool(span) and _CODE.fullmatch(record.words(span)[0]) is not None
    return record.claims("number" if code else "page", [(place,) for place in span])


def _mesh(record: XmlRecord) -> list[Candidate]:
    return record.claims("mesh", [(span,) for span in record.at(f"{_CITATION}/MeshHeadingList/MeshHeading/DescriptorName")])


def _funding(record: XmlRecord, home: "Element") -> list[Candidate]:
    grants = record.find("GrantList/Grant", home)
    places = [(*record.at("Agency", grant)[:1], *record.at("GrantID", grant)[:1]) for grant in grants]
    return record.claims("funding", [place for place in places if place])


def _relations(record: XmlRecord) -> list[Candidate]:
    """Read which other works this one corrects, comments on or takes back, and what was said of it."""
    found: list[Candidate] = []
    others = record.find(f"{_CITATION}/CommentsCorrectionsList/CommentsCorrections")
    for other in others:
        relation = _RELATIONS.get(other.get("RefType", ""))
        cited = [doi.span(1) for span in record.at("RefSource", other) if (doi := _DOI.search(record.layout.text, *span))]
        place = (record.at("PMID", other) or cited)[:1]
        if relation and place:
            found += record.claims("related", [(place[0],)], relation)
    for kind, notice in _NOTICES:
        for other in (other for other in others if other.get("RefType") == kind):
            return [
                *first_of_each(found),
                *record.claims("editorial-notice", [(span,) for span in record.at("@RefType", other)], notice),
            ]
    return first_of_each(found)
