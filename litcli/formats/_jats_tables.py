"""The elements of a JATS citation and the fields of the record that stand in them: the tables of `litcli.formats.jats`."""

from litcli.formats._base import Row, Tables
from litcli.formats._xml_write import Paths
from litcli.model.types import ARTICLES, BOOKS, TYPES

WHOLE = BOOKS | {"thesis", "report"}
"""Types whose own title is the source's."""

HOSTED = ARTICLES | {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"}
"""Types whose source is what they stand in, even where no title of their own is given."""

PUBLICATION_TYPES = {name: name for name in TYPES} | {
    "article": "preprint",
    "article-journal": "journal",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "dataset": "data",
    "document": "other",
    "paper-conference": "confproc",
    "webpage": "web",
}
"""CSL types and what JATS suggests for them; for all others CSL's own word, as pandoc has it."""
FROM_JATS = {
    **{name: name for name in TYPES},
    "book-chapter": "chapter",
    "bookchapter": "chapter",
    "commun": "personal_communication",
    "computer-program": "software",
    "conf-proc": "paper-conference",
    "conf-paper": "paper-conference",
    "conference": "paper-conference",
    "conference-paper": "paper-conference",
    "conference-proceeding": "paper-conference",
    "database": "dataset",
    "discussion": "post",
    "dissertation": "thesis",
    "edited-book": "book",
    "encyclopedia": "entry-encyclopedia",
    "eprint": "article",
    "gov": "report",
    "journal-article": "article-journal",
    "letter": "personal_communication",
    "list": "document",
    "website": "webpage",
    "working-paper": "report",
    **{word: csl for csl, word in PUBLICATION_TYPES.items() if csl != word},
}
"""Words of journals' files."""

BOTH_WAYS = (
    Row("author", "person-group[author]"),
    Row("editor", "person-group[editor]"),
    Row("translator", "person-group[translator]"),
    Row("authors-incomplete", "person-group[author]/etal"),
    Row("title", "source", WHOLE),
    Row("title", "data-title", frozenset({"dataset"})),
    Row("title", "article-title"),
    Row("translated-title", "trans-title"),
    Row("container-title", "source", frozenset(TYPES) - WHOLE),
    Row("collection-title", "series"),
    Row("event-title", "conf-name"),
    Row("event-place", "conf-loc"),
    Row("event-date", "conf-date"),
    Row("edition", "edition"),
    Row("version", "version"),
    Row("publisher", "publisher-name"),
    Row("publisher-place", "publisher-loc"),
    Row("issued", "year"),
    Row("volume", "volume"),
    Row("issue", "issue"),
    Row("page", "fpage"),
    Row("number-of-pages", "size[pages]"),
    Row("number", "elocation-id", ARTICLES),
    Row("number", "patent", frozenset({"patent"})),
    Row("number", "pub-id[std-designation]", frozenset({"standard"})),
    Row("number", "pub-id[publisher-id]"),
    Row("DOI", "pub-id[doi]"),
    Row("PMID", "pub-id[pmid]"),
    Row("PMCID", "pub-id[pmcid]"),
    Row("arXiv", "pub-id[arxiv]"),
    Row("handle", "pub-id[handle]"),
    Row("ISSN", "issn"),
    Row("ISBN", "isbn"),
    Row("URL", "uri"),
    Row("accessed", "date-in-citation[access-date]"),
    Row("language", "@lang"),
    Row("genre", "comment[genre]"),
    Row("editorial-notice", "comment[editorial-notice]"),
    Row("note", "comment"),
)
EXPORT_ONLY = (
    Row("issued", "month"),
    Row("issued", "day"),
    Row("issued", "season"),
    Row("page", "lpage"),
    Row("page", "page-range"),
)
IMPORT_ONLY = (
    Row("supervisor", "person-group[advisor]"),
    Row("container-title", "source[container-title]"),
    Row("title", "chapter-title"),
    Row("title", "part-title"),
    Row("title", "data-title"),
    Row("title", "article-title"),
    Row("number", "elocation-id"),
    Row("number", "patent"),
    Row("number", "std"),
    Row("publisher", "institution"),
    Row("accessed", "date-in-citation"),
    Row("accessed", "access-date"),
    Row("event-title", "conf-acronym"),
    Row("note", "annotation/p"),
    Row("note", "annotation"),
    Row("DOI", "object-id[doi]"),
    Row("PMCID", "pub-id[pmc]"),
    Row("PMID", "pub-id[medline]"),
    Row("arXiv", "pub-id[arXiv]"),
    Row("ISBN", "pub-id[isbn]"),
    Row("ISSN", "pub-id[issn]"),
)
TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

LEFT_OUT = frozenset({"year", "month", "day", "season", "fpage", "lpage", "page-range", "page-count", "uri", "label"})
"""Elements that are read together with others."""

PATHS = Paths(
    {
        "": "content-type",
        "pub-id": "pub-id-type",
        "object-id": "pub-id-type",
        "person-group": "person-group-type",
        "size": "units",
    }
)
OWN = frozenset(
    {
        *(
            "issue-part",
            "issue-title",
            "part-title",
            "trans-source",
            "supplement",
            "volume-series",
            "issue-id",
            "volume-id",
            "gov",
            "std",
        ),
        *(
            "institution",
            "conf-sponsor",
            "conf-acronym",
            "conf-num",
            "article-version",
            "time-stamp",
            "object-id",
            "season",
            "series",
        ),
        *("page-count", "chapter-title", "data-title", "pub-id"),
    }
)
"""Elements whose lines of `extra` become elements again."""
