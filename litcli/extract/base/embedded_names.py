"""Which name of which vocabulary means which field, and how far each is to be trusted: the tables of `embedded`.

Names stand as `litcli.pages.metadata` gives them, "dcterms." and "dc:" made "dc.". To read one more name, add a row.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Meaning:
    """What a name states."""

    field: str
    weight: float = 1.0
    """How often it is used for what it is meant for; multiplied with the trust in its vocabulary."""
    normaliser: str = ""
    """A normaliser other than the field's own; see `litcli.extract.normalise.NAMED`."""


TRUST = MappingProxyType(
    {
        "yaml": 0.99,
        "highwire": 0.95,
        "bepress": 0.94,
        "eprints": 0.94,
        "prism": 0.92,
        "json-ld": 0.88,
        "coins": 0.86,
        "dc": 0.84,
        "og": 0.55,
        "html": 0.5,
    }
)
"""How often a vocabulary's values are right, before they are checked against the visible text."""

_DATE = "stated-date"

MEANINGS = MappingProxyType(
    {
        # Highwire Press, as Google Scholar asks for it
        "citation_title": (Meaning("title"),),
        "citation_journal_title": (Meaning("container-title"), Meaning("type", 0.93, "in-journal")),
        "citation_journal_abbrev": (Meaning("container-title-short"),),
        "citation_inbook_title": (Meaning("container-title"), Meaning("type", 0.95, "in-book")),
        "citation_book_title": (Meaning("container-title"), Meaning("type", 0.95, "in-book")),
        "citation_conference_title": (Meaning("container-title", 0.85), Meaning("type", 0.96, "at-event")),
        "citation_conference": (Meaning("container-title", 0.85), Meaning("type", 0.96, "at-event")),
        "citation_dissertation_institution": (Meaning("publisher", 0.95), Meaning("type", 0.98, "thesis")),
        "citation_technical_report_institution": (Meaning("publisher", 0.95), Meaning("type", 0.98, "report")),
        "citation_technical_report_number": (Meaning("number"), Meaning("type", 0.95, "report")),
        "citation_series_title": (Meaning("collection-title", 0.9),),
        "citation_publication_date": (Meaning("issued", 1.0, _DATE),),
        "citation_cover_date": (Meaning("issued", 0.98, _DATE),),
        "citation_date": (Meaning("issued", 0.95, _DATE),),
        "citation_year": (Meaning("issued", 0.95, _DATE),),
        "citation_online_date": (Meaning("issued", 0.7, _DATE),),
        "citation_volume": (Meaning("volume"),),
        "citation_issue": (Meaning("issue"),),
        "citation_article_number": (Meaning("number"),),
        "citation_pages": (Meaning("page", 0.95),),
        "citation_num_pages": (Meaning("number-of-pages"),),
        "citation_doi": (Meaning("DOI"),),
        "citation_pmid": (Meaning("PMID"),),
        "citation_pmcid": (Meaning("PMCID"),),
        "citation_arxiv_id": (Meaning("arXiv"), Meaning("type", 0.7, "preprint")),
        "citation_issn": (Meaning("ISSN"),),
        "citation_eissn": (Meaning("ISSN"),),
        "citation_isbn": (Meaning("ISBN"),),
        "citation_publisher": (Meaning("publisher"),),
        "citation_language": (Meaning("language"),),
        "citation_abstract": (Meaning("abstract"),),
        "citation_abstract_html_url": (Meaning("URL", 0.9),),
        "citation_public_url": (Meaning("URL", 0.85), Meaning("handle", 0.85)),
        "citation_dissertation_name": (Meaning("genre", 0.95), Meaning("type", 0.98, "thesis")),
        "citation_license": (Meaning("license", 0.95, "creative-commons"),),
        # bepress (Digital Commons)
        "bepress_citation_title": (Meaning("title"),),
        "bepress_citation_journal_title": (Meaning("container-title"), Meaning("type", 0.93, "in-journal")),
        "bepress_citation_dissertation_institution": (Meaning("publisher", 0.95), Meaning("type", 0.98, "thesis")),
        "bepress_citation_dissertation_name": (Meaning("genre", 0.95), Meaning("type", 0.98, "thesis")),
        "bepress_citation_date": (Meaning("issued", 1.0, _DATE),),
        "bepress_citation_volume": (Meaning("volume"),),
        "bepress_citation_issue": (Meaning("issue"),),
        "bepress_citation_doi": (Meaning("DOI"),),
        "bepress_citation_issn": (Meaning("ISSN"),),
        "bepress_citation_isbn": (Meaning("ISBN"),),
        "bepress_citation_publisher": (Meaning("publisher"),),
        "bepress_citation_abstract_html_url": (Meaning("URL", 0.9),),
        # EPrints
        "eprints.title": (Meaning("title"),),
        "eprints.type": (Meaning("type", 0.95, "coded-type"),),
        "eprints.thesis_type": (Meaning("genre", 0.8),),
        "eprints.publication": (Meaning("container-title"),),
        "eprints.book_title": (Meaning("container-title"),),
        "eprints.series": (Meaning("collection-title"),),
        "eprints.event_title": (Meaning("event-title"),),
        "eprints.event_location": (Meaning("event-place"),),
        "eprints.date": (Meaning("issued", 1.0, _DATE),),
        "eprints.volume": (Meaning("volume"),),
        "eprints.number": (Meaning("issue"),),
        "eprints.pagerange": (Meaning("page"),),
        "eprints.pages": (Meaning("number-of-pages"),),
        "eprints.id_number": (Meaning("DOI"),),
        "eprints.doi": (Meaning("DOI"),),
        "eprints.issn": (Meaning("ISSN"),),
        "eprints.isbn": (Meaning("ISBN"),),
        "eprints.publisher": (Meaning("publisher"),),
        "eprints.institution": (Meaning("publisher", 0.6),),
        "eprints.place_of_pub": (Meaning("publisher-place"),),
        "eprints.abstract": (Meaning("abstract"),),
        "eprints.language": (Meaning("language"),),
        "eprints.funders": (Meaning("funding", 0.95),),
        # PRISM
        "prism.title": (Meaning("title"),),
        "prism.publicationname": (Meaning("container-title"), Meaning("type", 0.9, "in-journal")),
        "prism.volume": (Meaning("volume"),),
        "prism.number": (Meaning("issue"),),
        "prism.issueidentifier": (Meaning("issue", 0.7),),
        "prism.pagerange": (Meaning("page"),),
        "prism.publicationdate": (Meaning("issued", 0.95, _DATE),),
        "prism.coverdate": (Meaning("issued", 0.95, _DATE),),
        "prism.doi": (Meaning("DOI"),),
        "prism.issn": (Meaning("ISSN"),),
        "prism.eissn": (Meaning("ISSN"),),
        "prism.isbn": (Meaning("ISBN"),),
        # Dublin Core, as repositories and OJS write it
        "dc.title": (Meaning("title"),),
        "dc.type": (Meaning("type", 0.95, "coded-type"),),
        "dc.type.articletype": (Meaning("type", 0.7, "coded-type"),),
        "dc.date.issued": (Meaning("issued", 1.0, _DATE),),
        "dc.issued": (Meaning("issued", 1.0, _DATE),),
        "dc.date": (Meaning("issued", 0.9, _DATE),),
        "dc.date.created": (Meaning("issued", 0.65, _DATE),),
        "dc.created": (Meaning("issued", 0.6, _DATE),),
        "dc.identifier": (Meaning("DOI"), Meaning("ISBN", 0.9), Meaning("ISSN", 0.7)),
        "dc.identifier.doi": (Meaning("DOI"),),
        "dc.identifier.issn": (Meaning("ISSN"),),
        "dc.identifier.isbn": (Meaning("ISBN"),),
        "dc.identifier.pmid": (Meaning("PMID"),),
        "dc.publisher": (Meaning("publisher", 0.9),),
        "dc.source": (Meaning("container-title", 0.7),),
        "dc.ispartof": (Meaning("container-title", 0.65),),
        "dc.relation.ispartof": (Meaning("container-title", 0.7),),
        "dc.source.volume": (Meaning("volume"),),
        "dc.source.issue": (Meaning("issue"),),
        "dc.source.issn": (Meaning("ISSN"),),
        "dc.identifier.pagenumber": (Meaning("page"),),
        "dc.language": (Meaning("language", 0.95),),
        "dc.language.iso": (Meaning("language"),),
        "dc.abstract": (Meaning("abstract"),),
        "dc.description.abstract": (Meaning("abstract"),),
        "dc.description": (Meaning("abstract", 0.85),),
        "dc.title.alternative": (Meaning("translated-title", 0.8),),
        "dc.identifier.uri": (Meaning("DOI", 0.95), Meaning("URL", 0.95), Meaning("handle")),
        "dc.rights": (Meaning("license", 0.95, "creative-commons"),),
        "dc.rights.uri": (Meaning("license", 1.0, "creative-commons"),),
        "dc.rights.license": (Meaning("license", 1.0, "creative-commons"),),
        "dc.license": (Meaning("license", 1.0, "creative-commons"),),
        "dc.date.submitted": (Meaning("submitted", 0.95, _DATE),),
        "dc.date.datesubmitted": (Meaning("submitted", 0.95, _DATE),),
        "dc.datesubmitted": (Meaning("submitted", 0.95, _DATE),),
        "dc.description.sponsorship": (Meaning("funding", 0.95),),
        "dc.contributor.sponsor": (Meaning("funding", 0.95),),
        "dc.subject.mesh": (Meaning("mesh"),),
        "dc.subject.lcsh": (Meaning("index-term"),),
        "dc.relation.isversionof": (Meaning("related", 0.9, "is-version-of"),),
        "dc.relation.hasversion": (Meaning("related", 0.9, "has-version"),),
        "dc.relation.issupplementto": (Meaning("related", 0.95, "is-supplement-to"),),
        "dc.relation.issupplementedby": (Meaning("related", 0.95, "is-supplemented-by"),),
        # COinS: OpenURL pairs
        "rft.atitle": (Meaning("title"),),
        "rft.jtitle": (Meaning("container-title"), Meaning("type", 0.9, "in-journal")),
        "rft.inbook": (Meaning("container-title"), Meaning("type", 0.95, "in-book")),
        "rft.inproceedings": (Meaning("container-title", 0.9), Meaning("type", 0.95, "at-event")),
        "rft.genre": (Meaning("type", 0.85, "coded-type"),),
        "rft.stitle": (Meaning("container-title-short"),),
        "rft.date": (Meaning("issued", 1.0, _DATE),),
        "rft.volume": (Meaning("volume"),),
        "rft.issue": (Meaning("issue"),),
        "rft.artnum": (Meaning("number"),),
        "rft.issn": (Meaning("ISSN"),),
        "rft.eissn": (Meaning("ISSN"),),
        "rft.isbn": (Meaning("ISBN"),),
        "rft.pub": (Meaning("publisher"),),
        "rft.publisher": (Meaning("publisher"),),
        "rft.place": (Meaning("publisher-place"),),
        "rft.series": (Meaning("collection-title"),),
        "rft.edition": (Meaning("edition"),),
        "rft.language": (Meaning("language"),),
        "rft.description": (Meaning("abstract", 0.8),),
        "rft_id": (Meaning("DOI"), Meaning("PMID", 0.9)),
        "rft.identifier": (Meaning("DOI"),),
        # the front matter of a note in Markdown; its date may be the note's
        "yaml.title": (Meaning("title"),),
        "yaml.journal": (Meaning("container-title"), Meaning("type", 0.93, "in-journal")),
        "yaml.date": (Meaning("issued", 0.8, _DATE),),
        "yaml.year": (Meaning("issued", 1.0, _DATE),),
        "yaml.volume": (Meaning("volume"),),
        "yaml.issue": (Meaning("issue"),),
        "yaml.pages": (Meaning("page"),),
        "yaml.doi": (Meaning("DOI"),),
        "yaml.issn": (Meaning("ISSN"),),
        "yaml.isbn": (Meaning("ISBN"),),
        "yaml.publisher": (Meaning("publisher"),),
        "yaml.language": (Meaning("language"),),
        "yaml.abstract": (Meaning("abstract"),),
        # Open Graph and plain HTML: witnesses more than sources
        "og:title": (Meaning("title"),),
        "og:url": (Meaning("URL"),),
        "book:isbn": (Meaning("ISBN"),),
        "title": (Meaning("title", 0.9),),
    }
)
"""Names whose every statement is one value."""

PEOPLE = MappingProxyType(
    {
        "citation_author": "author",
        "citation_authors": "author",
        "citation_editor": "editor",
        "citation_translator": "translator",
        "bepress_citation_author": "author",
        "bepress_citation_editor": "editor",
        "eprints.creators_name": "author",
        "eprints.editors_name": "editor",
        "dc.creator": "author",
        "dc.creator.personalname": "author",
        "dc.contributor.author": "author",
        "dc.contributor.editor": "editor",
        "dc.contributor.advisor": "supervisor",
        "dc.contributor.supervisor": "supervisor",
        "eprints.supervisors_name": "supervisor",
        "prism.author": "author",
        "rft.au": "author",
        "rft.creator": "author",
        "rft.aucorp": "author",
        "yaml.author": "author",
        "yaml.authors": "author",
        "yaml.editor": "editor",
        "yaml.editors": "editor",
    }
)
"""Names whose statements are people, in order; several in one statement are parted by semicolons."""

WORDS = MappingProxyType(
    {
        "citation_keywords": 1.0,
        "citation_keyword": 1.0,
        "bepress_citation_keywords": 1.0,
        "eprints.keywords": 1.0,
        "prism.keyword": 1.0,
        "dc.subject": 0.85,
        "rft.subject": 0.8,
        "article:tag": 0.9,
        "yaml.keywords": 1.0,
        "yaml.tags": 1.0,
    }
)
"""Names whose statements are keywords, with their weight."""

ORCIDS = MappingProxyType(
    {
        "citation_author_orcid": "citation_author",
        "citation_editor_orcid": "citation_editor",
        "yaml.author.orcid": "yaml.author",
        "yaml.editor.orcid": "yaml.editor",
    }
)
"""Names whose statements are the ORCID iD of the person stated before."""

PAGES = (
    ("citation_firstpage", "citation_lastpage"),
    ("bepress_citation_firstpage", "bepress_citation_lastpage"),
    ("prism.startingpage", "prism.endingpage"),
    ("rft.spage", "rft.epage"),
)
"""First and last page, put together."""

SERVERS = frozenset(
    (
        *("arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "socarxiv", "eartharxiv", "engrxiv"),
        *("ssrn", "ssrnelectronicjournal", "researchsquare", "preprints", "preprintsorg", "authorea"),
    )
)
"""Preprint servers, which pages state as journals; folded, without spaces."""
