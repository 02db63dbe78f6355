"""EndNote's elements and the fields of the record that stand in them: the tables of `litcli.formats.endnote_xml`."""

from litcli.formats._base import Row, remaining
from litcli.formats._ris_types import NUMBERED, REPORTS, SERIAL, VERSIONED, WHOLE
from litcli.model.types import ARTICLES, BOOKS

_IN_SERIES = BOOKS | {"chapter", "entry-dictionary", "entry-encyclopedia", "report"}
"""Types whose "number" is the one in the series."""
NOTES = "research-notes"
"""The element of all that has none of its own."""

_PLACED = (
    Row("author", "contributors/authors/author"),
    Row("editor", "contributors/tertiary-authors/author", BOOKS),
    Row("editor", "contributors/secondary-authors/author"),
    Row("translator", "contributors/subsidiary-authors/author"),
    Row("supervisor", "contributors/tertiary-authors/author", frozenset({"thesis"})),
    Row("title", "titles/title"),
    Row("title-short", "titles/short-title"),
    Row("translated-title", "titles/translated-title"),
    Row("original-title", "orig-pub"),
    Row("container-title", NOTES, SERIAL),
    Row("container-title", "titles/secondary-title"),
    Row("container-title-short", "periodical/abbr-1"),
    Row("collection-title", "titles/secondary-title", SERIAL),
    Row("collection-title", "titles/tertiary-title"),
    Row("event-title", "custom3"),
    Row("event-place", "custom1", frozenset({"paper-conference"})),
    Row("issued", "dates/year"),
    Row("volume", "volume"),
    Row("issue", NOTES, NUMBERED | _IN_SERIES),
    Row("issue", "number"),
    Row("number", "isbn", REPORTS),
    Row("number", "number", NUMBERED),
    Row("number", "custom7"),
    Row("collection-number", "number", _IN_SERIES),
    Row("page", "section", WHOLE),
    Row("page", "pages"),
    Row("number-of-pages", "pages", WHOLE),
    Row("version", "edition", VERSIONED),
    Row("edition", NOTES, VERSIONED),
    Row("edition", "edition"),
    Row("publisher", "publisher"),
    Row("publisher-place", "pub-location"),
    Row("genre", "work-type"),
    Row("DOI", "electronic-resource-num"),
    Row("PMID", "accession-num"),
    Row("PMCID", "accession-num"),
    Row("arXiv", "accession-num"),
    Row("handle", "accession-num"),
    Row("ISSN", "accession-num", REPORTS),
    Row("ISSN", "isbn"),
    Row("ISBN", "accession-num", REPORTS),
    Row("ISBN", "isbn"),
    Row("URL", "urls/related-urls/url"),
    Row("accessed", "access-date"),
    Row("language", "language"),
    Row("archive", "availability"),
    Row("keyword", "keywords/keyword"),
    Row("attachment", "urls/pdf-urls/url"),
    Row("abstract", "abstract"),
    Row("note", "notes"),
)
BOTH_WAYS = (*_PLACED, *remaining(_PLACED, NOTES))
EXPORT_ONLY = (
    Row("container-title", "periodical/full-title", ARTICLES),
    Row("container-title-short", "titles/alt-title", ARTICLES),
    Row("issued", "dates/pub-dates/date"),
    Row("number", "pages", ARTICLES),
    Row("PMCID", "custom2", ARTICLES),
)
IMPORT_ONLY = (
    Row("container-title", "periodical/full-title"),
    Row("container-title-short", "titles/alt-title"),
    Row("issue", "issue"),
    Row("number", "report-id"),
    Row("PMCID", "custom2", ARTICLES),
    Row("URL", "urls/web-urls/url"),
    Row("attachment", "urls/text-urls/url"),
    Row("attachment", "urls/image-urls/url"),
)
LEFT_OUT = frozenset(
    {
        *("database", "source-app", "rec-number", "label", "notes", NOTES),
        *("dates/year", "dates/pub-dates/date", "accession-num", "isbn", "pages"),
    }
)
"""Elements that say nothing of the work, or that are read together with another."""

ORDER = (
    *("database", "source-app", "rec-number", "foreign-keys", "ref-type", "contributors", "auth-address", "auth-affiliaton"),
    *("titles", "periodical", "alt-periodical", "pages", "volume", "number", "issue", "secondary-volume", "secondary-issue"),
    *("num-vols", "edition", "section", "reprint-edition", "reprint-status", "keywords", "dates", "pub-location", "publisher"),
    *("orig-pub", "isbn", "accession-num", "call-num", "report-id", "coden", "electronic-resource-num", "abstract", "label"),
    *("image", "caption", "notes", NOTES, "work-type", "reviewed-item", "availability", "remote-source", "meeting-place"),
    *("work-location", "work-extent", "pack-method", "size", "repro-ratio", "remote-database-name"),
    *("remote-database-provider", "language", "urls", "access-date", "modified-date"),
    *(f"custom{number}" for number in range(1, 8)),
    *(f"misc{number}" for number in range(1, 4)),
)
"""The elements of a record, in the order of the document type."""
FURTHER = frozenset(ORDER) - {
    "foreign-keys",
    "contributors",
    "titles",
    "periodical",
    "alt-periodical",
    "keywords",
    "dates",
    "urls",
}
"""Elements whose lines of `extra` become elements again."""
