"""The fields of BibTeX and BibLaTeX as data: one table, a column for each dialect, and what both say only on the way in or out.

Styles ignore a field that they do not know, so what a dialect has no field for stands under the other's name, or under one of ours.
What surprised us: in BibLaTeX a web page has an `organization` and no `publisher`; BibTeX's styles print `howpublished` of whatever is
no book, article, report or thesis, and nothing of its `publisher`.
"""

from typing import NamedTuple

from litcli.formats._base import Row, Tables
from litcli.formats._bibtex_types import IN_BOOKS, SUBTYPES
from litcli.model.types import ARTICLES, BOOKS


class Line(NamedTuple):
    """A field of the record, and what each dialect calls it."""

    field: str
    bibtex: str
    biblatex: str
    types: frozenset[str] = frozenset()
    """As in `Row`."""

    @property
    def classic(self) -> Row:
        """The row of BibTeX's table."""
        return Row(self.field, self.bibtex, self.types)

    @property
    def modern(self) -> Row:
        """The row of BibLaTeX's table."""
        return Row(self.field, self.biblatex, self.types)


def _same(field: str, key: str, types: frozenset[str] = frozenset()) -> Line:
    return Line(field, key, key, types)


_THESES, _REPORTS = frozenset({"thesis"}), frozenset({"report"})
_HANDED_OUT = frozenset({"pamphlet", "manuscript", "speech"})
_OTHERS = (
    frozenset({name for name, (entry_type, _) in SUBTYPES.items() if entry_type == "misc"} | {"document"})
    - _HANDED_OUT
    - {"dataset"}
)
"""Types whose publisher BibLaTeX's styles know as `organization`."""

_LINES = (
    _same("author", "author"),
    _same("title", "title"),
    _same("title-short", "shorttitle"),
    _same("container-title", "booktitle", IN_BOOKS),
    Line("container-title", "journal", "maintitle", BOOKS),
    Line("container-title", "journal", "journaltitle"),
    _same("container-title-short", "shortjournal"),
    _same("editor", "editor"),
    _same("translator", "translator"),
    _same("supervisor", "supervisor"),
    Line("issued", "year", "date"),
    _same("volume", "volume"),
    _same("issue", "number", ARTICLES),
    _same("issue", "issue"),
    _same("number", "eid", ARTICLES | IN_BOOKS | BOOKS),
    _same("number", "number"),
    _same("collection-number", "number", IN_BOOKS | BOOKS),
    _same("collection-number", "seriesnumber"),
    _same("page", "pages"),
    _same("number-of-pages", "pagetotal"),
    Line("publisher", "school", "institution", _THESES),
    Line("publisher", "institution", "institution", _REPORTS),
    Line("publisher", "howpublished", "howpublished", _HANDED_OUT),
    Line("publisher", "howpublished", "organization", _OTHERS),
    Line("publisher", "howpublished", "publisher", frozenset({"dataset"})),
    _same("publisher", "publisher"),
    Line("publisher-place", "address", "location"),
    _same("edition", "edition"),
    _same("version", "version"),
    _same("collection-title", "series"),
    _same("event-title", "eventtitle"),
    _same("event-place", "venue"),
    _same("event-date", "eventdate"),
    _same("genre", "type"),
    _same("status", "pubstate"),
    _same("editorial-notice", "editorialnotice"),
    _same("original-title", "origtitle"),
    _same("original-date", "origdate"),
    _same("translated-title", "translatedtitle"),
    _same("DOI", "doi"),
    _same("arXiv", "eprint"),
    _same("PMID", "pmid"),
    _same("PMCID", "pmcid"),
    _same("handle", "handle"),
    _same("ISSN", "issn"),
    _same("ISBN", "isbn"),
    _same("URL", "url"),
    _same("accessed", "urldate"),
    _same("submitted", "submitted"),
    _same("accepted", "accepted"),
    _same("available-date", "availabledate"),
    Line("language", "language", "langid"),
    _same("keyword", "keywords"),
    _same("index-term", "indexterms"),
    _same("mesh", "mesh"),
    _same("abstract", "abstract"),
    _same("translated-abstract", "translatedabstract"),
    _same("note", "note"),
    _same("funding", "funding"),
    _same("license", "copyright"),
    _same("archive", "archive"),
    _same("peer-reviewed", "peerreviewed"),
    _same("citation-count", "citationcount"),
    _same("citation-source", "citationsource"),
    _same("related", "relations"),
    _same("attachment", "file"),
    _same("extra", "extra"),
)

_BOTH_EXPORT = (
    Row("authors-incomplete", "author"),
    Row("editorial-notice", "pubstate"),
    Row("author", "options"),
)
_BOTH_IMPORT = (
    Row("container-title", "booktitle"),
    Row("container-title", "journaltitle"),
    Row("container-title", "journal"),
    Row("container-title-short", "journal-abbrev"),
    Row("publisher", "publisher"),
    Row("publisher", "institution"),
    Row("publisher", "school"),
    Row("publisher", "organization"),
    Row("publisher", "howpublished"),
    Row("publisher-place", "location"),
    Row("publisher-place", "address"),
    Row("event-title", "conference"),
    Row("event-place", "eventvenue"),
    Row("page", "page"),
    Row("number", "article-number"),
    Row("number", "articleno"),
    Row("number", "eid"),
    Row("issue", "issue"),
    Row("keyword", "keyword"),
    Row("note", "annotation"),
    Row("note", "annote"),
    Row("note", "addendum"),
    Row("language", "language"),
    Row("language", "langid"),
    Row("language", "hyphenation"),
    Row("number-of-pages", "numpages"),
    Row("status", "status"),
    Row("license", "rights"),
    Row("PMCID", "pmc"),
    Row("attachment", "pdf"),
)

BIBTEX = Tables(
    tuple(line.classic for line in _LINES),
    (
        *_BOTH_EXPORT,
        Row("issued", "month"),
        Row("issued", "day"),
        *(Row("issued", name) for name in ("endyear", "endmonth", "endday", "issued")),
        Row("language", "langid"),
        Row("arXiv", "archiveprefix"),
        Row("arXiv", "primaryclass"),
    ),
    (*_BOTH_IMPORT, *(line.modern for line in _LINES if line.modern != line.classic)),
)
BIBLATEX = Tables(
    tuple(line.modern for line in _LINES),
    (*_BOTH_EXPORT, Row("arXiv", "eprinttype"), Row("arXiv", "eprintclass")),
    (*_BOTH_IMPORT, *(line.classic for line in _LINES if line.modern != line.classic)),
)

SECOND = frozenset(
    {"organization", "institution", "school", "howpublished", "annotation", "annote", "addendum", "language", "pdf"}
)
"""Names that are read after the others, for another one may state their field more exactly."""
