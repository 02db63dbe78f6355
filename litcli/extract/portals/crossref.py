"""Crossref's XML (unixref): what the agency of DOIs answers for one of them, and what publishers deposit there.

    <crossref><journal><journal_metadata/><journal_issue/><journal_article>...</journal_article></journal></crossref>
    <crossref><book><book_metadata/><content_item/></book></crossref>, also conference, dissertation, posted_content, report-paper

What surprised us: which work is meant is the innermost one, a chapter before its book; dates come first in print, then online, and
either may be a year alone; the preprint of a posted work is told among its relations.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import first_of_each, licences
from litcli.extract.base.xml_record import Person, Row, XmlRecord, abstracts, in_another_language, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Parts
from litcli.extract.layout import Layout
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "crossref"

_KINDS = (
    ("journal/journal_article", "in-journal"),
    ("book/content_item", "in-book"),
    ("conference/conference_paper", "at-event"),
    ("dissertation", "thesis"),
    ("posted_content", "preprint"),
    ("report-paper/report-paper_metadata", "report"),
    ("report-paper/report-paper_series_metadata", "report"),
    ("report-paper/content_item", "in-book"),
    ("database/dataset", "dataset"),
    ("peer_review", "in-journal"),
    ("pending_publication", "in-journal"),
    ("book/book_metadata", "whole-book"),
    ("book/book_series_metadata", "whole-book"),
    ("book/book_set_metadata", "whole-book"),
    ("conference/proceedings_metadata", "whole-book"),
    ("conference/proceedings_series_metadata", "whole-book"),
)
"""Where the work may stand, the innermost first, and how its kind is read."""

_OWN = (
    Row("DOI", "doi_data/doi"),
    Row("number", "publisher_item/item_number[@item_number_type='article_number']"),
    Row("number", "publisher_item/item_number[@item_number_type='article-number']"),
    Row("number", "publisher_item/identifier[@id_type='report-number']"),
    Row("publisher", "institution/institution_name"),
    Row("publisher-place", "institution/institution_place"),
    Row("genre", "degree"),
    Row("language", "@language"),
    Row("ISBN", "isbn"),
)
"""Below the work."""

_AROUND = (
    Row("container-title", "journal_metadata/full_title"),
    Row("container-title-short", "journal_metadata/abbrev_title"),
    Row("ISSN", "journal_metadata/issn"),
    Row("volume", "journal_issue/journal_volume/volume"),
    Row("issue", "journal_issue/issue"),
    Row("number", "journal_issue/special_numbering"),
    Row("event-title", "event_metadata/conference_name"),
    Row("event-place", "event_metadata/conference_location"),
    Row("event-date", "event_metadata/conference_date"),
    Row("language", "journal_metadata/@language"),
    Row("language", "*/@language"),
)
"""Beside the work, in what it stands in."""

_BOOKS = ("book_metadata", "book_series_metadata", "book_set_metadata", "proceedings_metadata", "proceedings_series_metadata")
_BOOK = (
    Row("container-title", "titles/title"),
    Row("container-title", "proceedings_title"),
    Row("ISBN", "isbn"),
    Row("ISSN", "series_metadata/issn"),
    Row("collection-title", "series_metadata/titles/title"),
    Row("collection-number", "series_metadata/volume"),
    Row("volume", "volume"),
    Row("edition", "edition_number"),
    Row("publisher", "publisher/publisher_name"),
    Row("publisher-place", "publisher/publisher_place"),
)
_RELATIONS = {
    "isPreprintOf": "is-preprint-of",
    "hasPreprint": "has-preprint",
    "isVersionOf": "is-version-of",
    "hasVersion": "has-version",
    "isCommentOn": "is-comment-on",
    "isSupplementTo": "is-supplement-to",
    "isSupplementedBy": "is-supplemented-by",
}
_UPDATES = {"correction": "is-erratum-of", "erratum": "is-erratum-of", "corrigendum": "is-erratum-of", "retraction": "is-retraction-of",
            "expression_of_concern": "is-concern-about", "new_version": "is-update-of", "new_edition": "is-update-of"}  # fmt: skip


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a single work."""
    record = record_of(layout, NAME)
    home = _home(record)
    if sum(len(record.find(f"*/{name}", home)) for name in ("journal_article", "content_item", "conference_paper")) > 1:
        return "a list of several works: a deposit of many"
    if record.find("error", home):
        return "an answer that says that there is no such DOI"
    return None if _work(record)[0] is not None else "the record of a journal, without an article"


def read(layout: Layout) -> Draft:
    """Return what the record states."""
    record = record_of(layout, NAME)
    work, normaliser = _work(record)
    if work is None:
        return record.draft()
    around = record.find("*", _home(record))[0]
    book = next((found for name in _BOOKS for found in record.find(name, around)), None)
    whole = normaliser == "whole-book"
    host = [
        one for one in ([] if book is None else record.rows(_BOOK, of=book)) if not (whole and one.field == "container-title")
    ]
    found = first_of_each([*record.rows(_OWN, of=work), *record.rows(_AROUND, of=around), *host])
    language = next((language_code(str(one.value)) for one in found if one.field == "language"), None)
    return record.draft(
        found,
        record.claims("type", [record.below(work)[:1]], normaliser),
        _titles(record, work, language),
        *(record.people(role, _people(record, [work], role)) for role in ("author", "translator")),
        record.people("editor", _people(record, [one for one in (work, book) if one is not None], "editor")),
        _dates(record, work, around),
        _pages(record, work),
        _abstracts(record, work, language),
        _related(record, work),
        licences(record, (f".//{work.tag}/program/license_ref",)),
    )


def _home(record: XmlRecord) -> "Element":
    """Return what the work stands in: of a deposit its body."""
    return next(iter(record.find("body")), record.root)


def _work(record: XmlRecord) -> tuple["Element | None", str]:
    return next(((found, kind) for path, kind in _KINDS for found in record.find(path, _home(record))), (None, ""))


def _titles(record: XmlRecord, work: "Element", language: str | None) -> list[Candidate]:
    titles = record.find("titles/title", work) or record.find("proceedings_title", work)
    own = in_language(record, titles, language)[:1]
    subtitle = record.at("titles/subtitle", work)[:1] if len(titles) == 1 else []
    original = record.at("titles/original_language_title", work)[:1]
    translated = [record.below(title) for title in in_another_language(record, titles, own, language)[:1]]
    main = [(*record.below(title), *subtitle) for title in own]
    return [
        *record.claims("title", [(span,) for span in original] or main, "titles"),
        *record.claims("translated-title", main if original else translated, "titles"),
    ]


def _people(record: XmlRecord, homes: list["Element"], role: str) -> Iterator[Person]:
    for home in homes:
        for one in [*record.find("contributors/*", home), *record.find("person_name", home)]:
            if one.get("contributor_role", "author") != role:
                continue
            if family := record.first("surname", one):
                yield Person.of(family, record.at("given_name", one), record.at("suffix", one), record.at("ORCID", one))
            elif one.tag == "organization" and (span := record.span(one)):
                yield Person((span,), "group")


def _dates(record: XmlRecord, work: "Element", around: "Element") -> list[Candidate]:
    """Read the date of the issue or in print, and the day online; the fuller of two of one year."""
    books = [date for name in _BOOKS for date in record.find(f"{name}/publication_date", around)]
    stated = [*record.find("publication_date", work), *record.find("journal_issue/publication_date", around), *books]
    stated += [
        *record.find("posted_date", work),
        *record.find("approval_date", work),
        *record.find("database_date/publication_date", work),
    ]
    printed = [_date(record, date) for date in stated if date.get("media_type", "print") != "online"]
    online = [_date(record, date) for date in stated if date.get("media_type") == "online"]
    issued = (printed or online)[:1]
    if printed and online and len(online[0]) > len(printed[0]) and record.words(online[0][:1]) == record.words(printed[0][:1]):
        issued = online[:1]
    accepted = [_date(record, date) for date in record.find("acceptance_date", work)[:1]]
    return [
        *record.claims("issued", issued, "date-parts"),
        *(record.claims("available-date", online[:1], "date-parts") if printed and issued != online[:1] else []),
        *record.claims("accepted", accepted, "date-parts"),
    ]


def _date(record: XmlRecord, element: "Element") -> Parts:
    month = record.at("month", element)[:1]
    return (*record.at("year", element)[:1], *month, *(record.at("day", element)[:1] if month else []))


def _pages(record: XmlRecord, work: "Element") -> list[Candidate]:
    for pages in record.find("pages", work)[:1]:
        first, last = record.at("first_page", pages)[:1], record.at("last_page", pages)[:1]
        last = [] if record.words(first) == record.words(last) else last
        return record.claims("page", [(*first, *last)] if first else [])
    return []


def _abstracts(record: XmlRecord, work: "Element", language: str | None) -> list[Candidate]:
    stated = [one for one in record.find("abstract", work) if one.get("abstract-type", "") in {"", "abstract"}]
    return abstracts(record, stated, language)


def _related(record: XmlRecord, work: "Element") -> list[Candidate]:
    found: list[Candidate] = []
    for relation in record.find("program/related_item/intra_work_relation", work) + record.find(
        "program/related_item/inter_work_relation", work
    ):
        name = _RELATIONS.get(relation.get("relationship-type", ""))
        if name and (span := record.span(relation)):
            found += record.claims("related", [(span,)], name)
    for update in record.find("crossmark/updates/update", work):
        name = _UPDATES.get(update.get("type", "").casefold())
        if name and (span := record.span(update)):
            found += record.claims("related", [(span,)], name)
    return first_of_each(found)
