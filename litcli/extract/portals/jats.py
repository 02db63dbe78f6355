"""JATS: the XML of articles that publishers, PMC and SciELO give out; of it, what stands in its front.

    <article article-type="research-article"><front><journal-meta>...</journal-meta><article-meta>...</article-meta></front>

What surprised us: the editors among the contributors handled the manuscript and edited no book; the date of the volume
("collection", "ppub") is the year that one cites, and the day on which the article appeared may be of the year before; the
preprint of a server has the server for a journal.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from litcli.extract.base.embedded_names import SERVERS
from litcli.extract.base.generic import Draft
from litcli.extract.base.xml_host import licences
from litcli.extract.base.xml_record import Person, Row, XmlRecord, in_language, is_of, record_of
from litcli.extract.candidates import Candidate, Parts
from litcli.extract.layout import Layout
from litcli.extract.vocabulary import fold
from litcli.model.languages import language_code

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAME = "jats"

_JOURNAL = (
    Row("container-title", "journal-title-group/journal-title"),
    Row("container-title", "journal-title"),
    Row("container-title-short", "journal-title-group/abbrev-journal-title"),
    Row("container-title-short", "abbrev-journal-title"),
    Row("container-title-short", "journal-id[@journal-id-type='nlm-ta']"),
    Row("container-title", "journal-title-group/abbrev-journal-title"),
    Row("container-title", "journal-id[@journal-id-type='nlm-ta']"),
    Row("ISSN", "issn"),
    Row("ISSN", "issn-l"),
    Row("publisher", "publisher/publisher-name"),
    Row("publisher-place", "publisher/publisher-loc"),
)
"""Below journal-meta."""

_ARTICLE = (
    Row("DOI", "article-id[@pub-id-type='doi']"),
    Row("PMID", "article-id[@pub-id-type='pmid']"),
    Row("PMCID", "article-id[@pub-id-type='pmcid']"),
    Row("PMCID", "article-id[@pub-id-type='pmc']"),
    Row("PMCID", "article-id[@pub-id-type='pmc']", "pmc-number"),
    Row("arXiv", "article-id[@pub-id-type='arxiv']"),
    Row("handle", "article-id[@pub-id-type='handle']"),
    Row("volume", "volume"),
    Row("issue", "issue"),
    Row("number", "elocation-id"),
    Row("ISBN", "isbn"),
    Row("collection-title", "series-title"),
    Row("edition", "edition"),
    Row("event-title", "conference/conf-name"),
    Row("event-place", "conference/conf-loc"),
    Row("event-date", "conference/conf-date"),
    Row("mesh", "kwd-group[@kwd-group-type='MESH']/kwd"),
    Row("mesh", "kwd-group[@kwd-group-type='mesh']/kwd"),
    Row("index-term", "article-categories/subj-group[@subj-group-type='Discipline-v3']//subject"),
    Row("URL", "self-uri/@href"),
)
"""Below article-meta."""

_LICENCES = ("license/@href", "license/license_ref", "license_ref", "license/license-p", "license/p")
_ISSUED = ("ppub", "print", "collection", "epub-ppub", "pub", "publication", "epub", "electronic", "preprint", "")
_ONLINE = ("epub", "electronic", "pub")
_NO_ABSTRACT = (
    *(
        "graphical",
        "teaser",
        "toc",
        "precis",
        "key-points",
        "executive-summary",
        "web-summary",
        "editor",
        "editors-summary",
        "short",
    ),
    *("author-highlights", "highlights", "plain-language-summary", "author-summary", "summary", "video", "synopsis", "section"),
)
_OTHER_WORDS = (
    "abbreviations",
    "mesh",
    "jel",
    "msc",
    "pacs",
    "research-areas",
    "keyword-list-of-abbreviations",
    "abbrev",
    "headings",
)

RELATIONS = {
    "corrected-article": "is-erratum-of",
    "correction-forward": "has-erratum",
    "retracted-article": "is-retraction-of",
    "retraction-forward": "has-retraction",
    "object-of-concern": "is-concern-about",
    "concern-forward": "has-concern",
    "commentary-article": "is-comment-on",
    "commentary": "has-comment",
    "preprint": "has-preprint",
    "updated-article": "is-update-of",
    "update": "has-update",
    "republished-article": "is-republished-from",
}
"""What a related article is called, and how the work then stands to it."""

NOTICES = {"retraction-forward": "retracted", "concern-forward": "concern", "correction-forward": "corrected"}


def marks(layout: Layout) -> float:
    """Tell a page of XML in this format."""
    return 1.0 if is_of(layout.page, NAME) else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the record is none of a work."""
    meta = _meta(record_of(layout, NAME))
    return "a journal's record, without an article" if meta is None else None


def read(layout: Layout) -> Draft:
    """Return what the front states."""
    record = record_of(layout, NAME)
    meta = _meta(record)
    if meta is None:
        return record.draft()
    journal = next(iter(record.find(".//journal-meta")), meta)
    language = language_code(record.text(record.root, "@lang") or record.text(meta, "@lang"))
    found = [*record.rows(_JOURNAL, of=journal), *record.rows(_ARTICLE, of=meta)]
    return record.draft(
        _hosted(found) if _is_server(found) else found,
        _type(record, found),
        record.claims("language", [(span,) for span in (record.at("@lang") or record.at("@lang", meta))[:1]]),
        _titles(record, meta),
        record.people("author", _people(record, meta, "author")),
        record.people("translator", _people(record, meta, "translator")),
        _dates(record, meta),
        _pages(record, meta),
        _abstracts(record, meta, language),
        _keywords(record, meta, language),
        _funding(record, meta),
        _relations(record, meta),
        licences(record, [f"{'front/' * bool(record.find('front'))}article-meta/permissions/{path}" for path in _LICENCES]),
    )


def _meta(record: XmlRecord) -> "Element | None":
    found = (*record.find("front/article-meta"), *record.find("front-stub"), *record.find("article-meta"))
    return next(iter(found), None)


def _journal(found: list[Candidate]) -> Candidate | None:
    return next((candidate for candidate in found if candidate.field == "container-title"), None)


def _is_server(found: list[Candidate]) -> bool:
    """Tell whether what is stated as the journal is a server of preprints."""
    journal = _journal(found)
    return journal is not None and fold(str(journal.value)).replace(" ", "") in SERVERS


def _hosted(found: list[Candidate]) -> list[Candidate]:
    return [candidate for candidate in found if candidate.field not in {"container-title", "container-title-short"}]


def _type(record: XmlRecord, found: list[Candidate]) -> list[Candidate]:
    journal = _journal(found)
    if journal and _is_server(found):
        return record.claims("type", [journal.items[0].evidence.parts], "preprint")
    stated = record.rows((Row("type", "@article-type", "coded-type"),))
    return stated or (record.claims("type", [journal.items[0].evidence.parts], "in-journal", 0.9) if journal else [])


def _titles(record: XmlRecord, meta: "Element") -> list[Candidate]:
    own = [(*record.at("article-title", group), *record.at("subtitle", group)) for group in record.find("title-group", meta)]
    others = [
        (*record.at("trans-title", group), *record.at("trans-subtitle", group))
        for path in ("title-group/trans-title-group", "title-group")
        for group in record.find(path, meta)
    ]
    short = record.at("title-group/alt-title[@alt-title-type='short']", meta)
    return [
        *record.claims("title", own[:1], "titles"),
        *record.claims("translated-title", [other for other in others if other][:1], "titles"),
        *record.claims("title-short", [(span,) for span in short[:1]]),
    ]


def _people(record: XmlRecord, meta: "Element", role: str) -> Iterator[Person]:
    for contributor in record.find("contrib-group/contrib", meta):
        kind = contributor.get("contrib-type", "author").casefold()
        if kind.startswith(role):
            person = _person(record, contributor)
            if person:
                yield person


def _person(record: XmlRecord, contributor: "Element") -> Person | None:
    """Return where a contributor's name stands, with the ORCID iD beside it."""
    orcid = (
        record.at("contrib-id[@contrib-id-type='orcid']", contributor)[:1]
        or [span for span in record.at("uri", contributor) if "orcid.org" in record.layout.text[slice(*span)]][:1]
    )
    behind = "-orcid" if orcid else ""
    for path in ("name", "name-alternatives/name", "string-name", "name-alternatives/string-name"):
        for name in record.find(path, contributor)[:1]:
            given = record.at("given-names", name)
            if family := record.first("surname", name):
                return Person.of(family, given, record.at("suffix", name), orcid)
            if whole := record.span(name) or (given[0] if given else None):
                return Person((whole, *orcid), "name" + behind)
    group = (
        record.at("collab", contributor) or record.at("collab/institution", contributor) or record.at("on-behalf-of", contributor)
    )
    return Person((group[0],), "group") if group else None


def _dates(record: XmlRecord, meta: "Element") -> list[Candidate]:
    dates = [(element.get("date-type") or element.get("pub-type") or "", element) for element in record.find("pub-date", meta)]
    issued = [date for kind in _ISSUED for name, element in dates if name == kind and (date := _date(record, element))]
    online = [date for kind in _ONLINE for name, element in dates if name == kind and (date := _date(record, element))]
    if issued and online and len(online[0]) > len(issued[0]) and _year(record, online[0]) == _year(record, issued[0]):
        issued = online
    found = [*record.claims("issued", issued[:1], "date-parts" if issued and len(issued[0]) > 1 else "calendar")]
    if online and issued and online[0] != issued[0]:
        found += record.claims("available-date", online[:1], "date-parts")
    for field, kind in (("submitted", "received"), ("accepted", "accepted")):
        stated = [_date(record, element) for element in record.find(f"history/date[@date-type='{kind}']", meta)[:1]]
        found += record.claims(field, stated, "date-parts")
    return found


def _date(record: XmlRecord, element: "Element") -> Parts:
    """Return where year, month and day stand, or the season; what the date is in one place where it is not in parts."""
    year = record.at("year", element)[:1]
    if not year:
        return tuple(record.at("@iso-8601-date", element) or record.at("string-date", element))[:1]
    month = (record.at("month", element) or record.at("season", element))[:1]
    return (*year, *month, *(record.at("day", element)[:1] if month else []))


def _year(record: XmlRecord, date: Parts) -> str:
    return record.layout.text[slice(*date[0])][:4]


def _pages(record: XmlRecord, meta: "Element") -> list[Candidate]:
    first, last = record.at("fpage", meta)[:1], record.at("lpage", meta)[:1]
    whole = record.at("page-range", meta)[:1] if not last else []
    last = [] if record.words(first) == record.words(last) else last
    return record.claims("page", [tuple(whole) or (*first, *last)]) if first or whole else []


def _abstracts(record: XmlRecord, meta: "Element", language: str | None) -> list[Candidate]:
    stated = [element for element in record.find("abstract", meta) if element.get("abstract-type", "") not in _NO_ABSTRACT]
    own = in_language(record, stated, language)[:1]
    others = [*(element for element in stated if element not in own), *record.find("trans-abstract", meta)]
    others = [element for element in others if element.get("abstract-type", "") not in _NO_ABSTRACT]
    if not own:
        own, others = others[:1], others[1:]
    return [*record.prose("abstract", own), *record.prose("translated-abstract", others[:1])]


def _keywords(record: XmlRecord, meta: "Element", language: str | None) -> list[Candidate]:
    groups = [group for group in record.find("kwd-group", meta) if group.get("kwd-group-type", "").casefold() not in _OTHER_WORDS]
    spans = [span for group in in_language(record, groups, language) for span in record.at(".//kwd", group)]
    return record.claims("keyword", [(span,) for span in spans])


def _funding(record: XmlRecord, meta: "Element") -> list[Candidate]:
    awards = record.find("funding-group/award-group", meta)
    places = [
        tuple((record.at("funding-source", award) or record.at("funding-source/institution-wrap/institution", award))[:1])
        + tuple(record.at("award-id", award)[:1])
        for award in awards
    ]
    return record.claims("funding", [place for place in places if place]) if awards else []


def _relations(record: XmlRecord, meta: "Element") -> list[Candidate]:
    found: list[Candidate] = []
    for other in record.find("related-article", meta) + record.find("related-object", meta):
        kind = other.get("related-article-type") or other.get("document-type") or ""
        identifier = record.at("@href", other)
        if kind in RELATIONS and identifier:
            found += record.claims("related", [(identifier[0],)], RELATIONS[kind])
        if kind in NOTICES:
            found += record.claims(
                "editorial-notice", [(span,) for span in record.at("@related-article-type", other)], NOTICES[kind], 0.9
            )
    return found
