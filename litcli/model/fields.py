"""THE table: every field that a record may have. Columns, query fields, "missing", help and docs follow from it.

A field bears its CSL name (CSL 1.0.2, appendix IV; schema `csl-data.json`). What CSL has no variable for is marked `csl=False`
and travels under `custom` in CSL-JSON. To add a field, add a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType

from litcli.errors import UnknownName
from litcli.model.types import ARTICLES


class Kind(StrEnum):
    """The shape of a field's value; see `litcli.model.record.Value`."""

    TEXT = "text"
    """One line of text."""
    PROSE = "prose"
    """Text with paragraphs, parted by a blank line."""
    NUMBER = "number"
    """A number as printed: "14", "3-4", "SUPPL.I". Always a string."""
    TYPE = "type"
    """A CSL type."""
    LANGUAGE = "language"
    """A language code as in BCP 47 ("en", "pt-BR")."""
    NAMES = "names"
    """A list of persons or groups."""
    WORDS = "words"
    """A list of texts."""
    DATE = "date"
    """A date, in full or in part, or a range."""
    IDENTIFIER = "identifier"
    """An identifier, normalised and validated."""
    FLAG = "flag"
    """"yes" where the page says so; absent otherwise."""


@dataclass(frozen=True)
class Field:
    """One row of the table."""

    name: str
    kind: Kind
    label: str
    """What a table's head or a form calls it."""
    aliases: tuple[str, ...] = ()
    """Other names that queries and `set` take."""
    column: bool = False
    """Kept in a column of its own, for sorting and comparing."""
    indexed: bool = False
    """Found by a plain word."""
    expected: tuple[str, ...] = ()
    """The types for which its absence is reported as missing; "*" means every type."""
    csl: bool = True
    """CSL has this variable."""

    @property
    def many(self) -> bool:
        """Whether the value is a list."""
        return self.kind in {Kind.NAMES, Kind.WORDS} or self.name in {"ISSN", "ISBN"}


_JOURNAL = tuple(sorted(ARTICLES))
_IN_BOOK = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
_WHOLE = ("book", "report", "thesis", "dataset", "software")

FIELDS: tuple[Field, ...] = (
    Field("type", Kind.TYPE, "Type", column=True, expected=("*",)),
    Field("title", Kind.TEXT, "Title", ("ti",), column=True, indexed=True, expected=("*",)),
    Field("author", Kind.NAMES, "Authors", ("authors", "au", "by"), indexed=True, expected=("*",)),
    Field("authors-incomplete", Kind.FLAG, "Authors left out", ("et-al",), csl=False),
    Field("issued", Kind.DATE, "Date", ("date", "year", "published"), column=True, expected=("*",)),
    Field(
        "container-title",
        Kind.TEXT,
        "Journal or book",
        ("journal", "container", "booktitle"),
        column=True,
        indexed=True,
        expected=(*_JOURNAL, "chapter", "entry-encyclopedia", "entry-dictionary"),
    ),
    Field("volume", Kind.NUMBER, "Volume", ("vol",), expected=_JOURNAL),
    Field("issue", Kind.NUMBER, "Issue", ("no",), expected=_JOURNAL),
    Field("page", Kind.NUMBER, "Pages", ("pages", "pp"), expected=(*_JOURNAL, *_IN_BOOK)),
    Field("number", Kind.NUMBER, "Article or report number", ("article-number", "eid")),
    Field("number-of-pages", Kind.NUMBER, "Number of pages", ("extent",)),
    Field("editor", Kind.NAMES, "Editors", ("editors", "ed"), indexed=True),
    Field("translator", Kind.NAMES, "Translators", ("translators",)),
    Field("supervisor", Kind.NAMES, "Supervisors", ("supervisors", "advisor", "advisors"), csl=False),
    Field("publisher", Kind.TEXT, "Publisher", ("institution", "school"), column=True, expected=(*_WHOLE, *_IN_BOOK)),
    Field("publisher-place", Kind.TEXT, "Place", ("place", "address")),
    Field("edition", Kind.NUMBER, "Edition"),
    Field("version", Kind.NUMBER, "Version"),
    Field("collection-title", Kind.TEXT, "Series", ("series",), indexed=True),
    Field("collection-number", Kind.NUMBER, "Number in the series", ("series-number",)),
    Field("container-title-short", Kind.TEXT, "Short title of the journal", ("journal-short",)),
    Field("title-short", Kind.TEXT, "Short title"),
    Field("original-title", Kind.TEXT, "Original title"),
    Field("translated-title", Kind.TEXT, "Translated title", indexed=True, csl=False),
    Field(
        "event-title",
        Kind.TEXT,
        "Event",
        ("event", "conference"),
        indexed=True,
        expected=("paper-conference", "speech"),
    ),
    Field("event-place", Kind.TEXT, "Place of the event"),
    Field("event-date", Kind.DATE, "Date of the event"),
    Field("original-date", Kind.DATE, "Date of the original", ("origdate",)),
    Field("submitted", Kind.DATE, "Submitted"),
    Field("accepted", Kind.DATE, "Accepted", csl=False),
    Field("available-date", Kind.DATE, "Available online", ("online-date",)),
    Field("accessed", Kind.DATE, "Accessed", ("urldate",)),
    Field("genre", Kind.TEXT, "Genre", ("kind",), expected=("thesis",)),
    Field("status", Kind.TEXT, "Status"),
    Field("editorial-notice", Kind.TEXT, "Editorial notice", ("notice", "retraction", "retracted"), csl=False),
    Field("DOI", Kind.IDENTIFIER, "DOI", ("doi",), column=True, expected=("*",)),
    Field("PMID", Kind.IDENTIFIER, "PubMed ID", ("pmid", "pubmed"), column=True),
    Field("PMCID", Kind.IDENTIFIER, "PMC ID", ("pmcid", "pmc"), column=True),
    Field("arXiv", Kind.IDENTIFIER, "arXiv ID", ("arxiv", "eprint"), column=True, csl=False),
    Field("handle", Kind.IDENTIFIER, "Handle", ("hdl",), csl=False),
    Field("ISSN", Kind.IDENTIFIER, "ISSN", ("issn",)),
    Field("ISBN", Kind.IDENTIFIER, "ISBN", ("isbn",), expected=("book",)),
    Field("URL", Kind.TEXT, "URL", ("url", "link")),
    Field("language", Kind.LANGUAGE, "Language", ("lang", "la"), column=True),
    Field("keyword", Kind.WORDS, "Keywords", ("keywords", "kw", "subject"), indexed=True),
    Field("index-term", Kind.WORDS, "Index terms", ("index-terms", "descriptor", "descriptors"), csl=False),
    Field("mesh", Kind.WORDS, "MeSH terms", ("mesh-terms",), csl=False),
    Field("abstract", Kind.PROSE, "Abstract", ("ab",), indexed=True, expected=("*",)),
    Field("translated-abstract", Kind.PROSE, "Translated abstract", ("abstract-translated",), csl=False),
    Field("note", Kind.PROSE, "Note", ("notes",), indexed=True),
    Field("license", Kind.TEXT, "Licence", csl=False),
    Field("funding", Kind.WORDS, "Funding", ("funder", "funders", "grant", "grants"), csl=False),
    Field("archive", Kind.TEXT, "Archive"),
    Field("peer-reviewed", Kind.FLAG, "Peer reviewed", ("refereed",), csl=False),
    Field("citation-count", Kind.NUMBER, "Times cited", ("cited",), csl=False),
    Field("citation-source", Kind.TEXT, "Citations counted by", csl=False),
    Field("related", Kind.WORDS, "Related works", ("relations",), csl=False),
    Field("attachment", Kind.WORDS, "Attachments", ("attachments", "file", "files"), csl=False),
    Field("extra", Kind.WORDS, "Other fields of its file", csl=False),
)

BY_NAME = MappingProxyType({row.name: row for row in FIELDS})

_BY_WORD = {word.casefold(): row for row in FIELDS for word in (row.name, row.label, *row.aliases)}


def find(word: str) -> Field | None:
    """Return the field that a person means by a name or an alias, in any case; None where there is none.

    >>> find("journal").name, find("doi").name, find("colour")
    ('container-title', 'DOI', None)
    """
    return _BY_WORD.get(word.casefold())


def named(word: str) -> Field:
    """Return the field that a person means, as `find` does; raises `UnknownName`, which says what is near.

    >>> named("journal").name
    'container-title'
    """
    row = find(word)
    if row is None:
        near = dict.fromkeys(_BY_WORD[close].name for close in get_close_matches(word.casefold(), _BY_WORD, n=3, cutoff=0.7))
        raise UnknownName("field", word, tuple(near), "'litcli set --help' names them")
    return row


def missing(record: Mapping[str, object]) -> tuple[str, ...]:
    """Return the fields that a work of the record's type should have and the record does not hold, in the table's order.

    An article number stands in for pages.

    >>> missing({"type": "article-journal", "title": "x", "author": [], "issued": {}, "number": "1", "issue": "1", "abstract": "x"})
    ('container-title', 'volume', 'DOI')
    """
    kinds = {"*", record.get("type")}
    have = record.keys() | ({"page"} if "number" in record else set())
    return tuple(row.name for row in FIELDS if kinds.intersection(row.expected) and row.name not in have)
