"""Which XML holds the record of a work, and how its elements are told apart: the tables of `xml_dumps` and `xml_lines`.

Names are compared without their namespace, since landing records lose or misspell the declarations more often than the names.
To read another format, add a row here and a module in `litcli.extract.portals` that bears its name.
"""

from dataclasses import dataclass

from litcli.pages.tags import words


@dataclass(frozen=True)
class Format:
    """One format of records."""

    name: str
    roots: frozenset[str]
    """The elements that hold all of one record."""
    told_by: frozenset[str] = frozenset()
    """Children of which a root has one at least, where other formats have elements of its name."""
    left_out: frozenset[str] = frozenset()
    """Elements below which nothing speaks of the work itself: its text, other works."""


FORMATS = (
    Format("tei", words("biblFull")),
    Format("tei", words("TEI TEI.2"), left_out=words("body back facsimile encodingDesc revisionDesc")),
    Format("marc", words("record"), words("leader controlfield datafield")),
    Format("mods", words("mods")),
    Format("jats", words("article"), words("front front-stub"), words("body back floats-group sub-article response")),
    Format("jats", words("front"), words("journal-meta article-meta")),
    Format("pubmed-xml", words("PubmedArticle PubmedBookArticle"), left_out=words("ReferenceList")),
    Format(
        "datacite",
        words("resource"),
        words("titles creators publicationYear resourceType"),
        words("geoLocations formats"),
    ),
    Format(
        "crossref",
        words("crossref"),
        words(
            "journal book conference dissertation posted_content report-paper database standard peer_review pending_publication error"
        ),
        words("citation_list component_list"),
    ),
    Format("crossref", words("doi_batch"), left_out=words("head citation_list component_list")),
    Format("arxiv-xml", words("arXiv arXivRaw")),
    Format("arxiv-xml", words("entry"), words("id title summary")),
    Format(
        "dublin-core",
        words("dc qualifieddc oai_dcterms dcterms dim Description metadata"),
        words("title creator identifier field alternative abstract"),
    ),
)
"""The first whose element stands in a page is the page's: those that others are packed into come first."""

RECORDS = frozenset().union(*(form.roots for form in FORMATS)) | words("record mets doi_record")
"""Elements that are one page of a dump each, its outermost ones; wrappers with a header of their own included."""

PACKED = words("biblFull")
"""Records that stand inside an element of `RECORDS` and are pages by themselves where they do."""

ROOTS = RECORDS - words("record resource entry article metadata Description dc") | words(
    "modsCollection OAI-PMH PubmedArticleSet pmc-articleset teiCorpus crossref_result doi_records searchRetrieveResponse"
)
"""Names of a document's first element that tell by themselves that it is such XML; for any other, `SPACES` must."""

SPACES = (
    "openarchives.org/",
    "loc.gov/MARC21",
    "loc.gov/mods",
    "loc.gov/METS",
    "info:lc/xmlns/marcxchange",
    "purl.org/dc/",
    "datacite.org/",
    "tei-c.org/ns",
    "crossref.org/",
    "w3.org/2005/Atom",
    "arxiv.org/",
    "//DTD JATS",
    "//NLM//DTD",
    "dtd-version=",
    "article-type=",
    "<journal-meta",
    "<article-meta",
    "<datafield",
)
"""What stands near the start of such XML: a namespace, the name of a document type, an attribute."""

INLINE = words(
    "a abbr b bold br break code em email emph ext-link fixed-case foreign hi i inf inline-formula inline-graphic italic lb math "
    "mml:math monospace named-content overline p-s q roman sans-serif sc scp small span strike strong styled-content sub sup "
    "superscript subscript tex-math tt u underline uri xref alternatives fn milestone-start milestone-end"
)
"""Elements within a line of text."""

PROSE = words("p ab title article-title subtitle AbstractText ArticleTitle abstract summary description note trans-title")
"""Elements that are text even where other elements than `INLINE` stand in it."""

UNSAID = words("id ID rid schemaLocation noNamespaceSchemaLocation nil space")
"""Attributes that say nothing of a work."""

MARKERS = words("fn aff corresp author-notes table-fn")
"""What an `xref` points at that is no part of the text around it: the mark of a footnote."""

VERBATIM = words("leader 006 007 008")
"""Fields of MARC in which the place of a character counts."""
