"""Which tag of which export format means which field: the tables of `tagged`.

A tag may mean several fields ("SN" an ISSN or an ISBN): each is tried, and what is no value of its field says nothing. Where
several tags mean the same, the one that stands first here is taken. Meanings that are no fields are explained in `tagged.READINGS`.
To read one more tag, add a row.
"""

from types import MappingProxyType

from litcli.model.type_codes import FROM_BIBTEX, FROM_RIS

RIS = MappingProxyType(
    {
        "TY": ("type",),
        "T1": ("title",),
        "TI": ("title",),
        "CT": ("title",),
        "BT": ("host",),
        "JF": ("host",),
        "T2": ("host",),
        "JO": ("host",),
        "JA": ("host-short",),
        "J1": ("host-short",),
        "J2": ("host-short",),
        "T3": ("collection-title",),
        "TT": ("translated-title",),
        "ST": ("title-short",),
        "A1": ("author",),
        "AU": ("author",),
        "A2": ("editor",),
        "ED": ("editor",),
        "DA": ("issued",),
        "PY": ("issued",),
        "Y1": ("issued",),
        "VL": ("volume",),
        "IS": ("issue",),
        "SP": ("page-first",),
        "EP": ("page-last",),
        "C7": ("number",),
        "AB": ("abstract",),
        "N2": ("abstract",),
        "KW": ("keyword",),
        "DO": ("DOI",),
        "M3": ("DOI",),
        "UR": ("DOI", "URL"),
        "U6": ("DOI",),
        "C2": ("PMCID",),
        "SN": ("ISSN", "ISBN"),
        "PB": ("publisher",),
        "CY": ("publisher-place",),
        "ET": ("edition",),
        "LA": ("language",),
    }
)

OTHER_RIS = frozenset(
    "A3 A4 AD AN AV C1 C3 C4 C5 C6 C8 CA CN CP DB DP DS ER ID JE L1 L2 L3 L4 LB LK M1 M2 N1 NV OP PP RI RN RP SE TA U1 U2 U3 U4 U5 "
    "VO Y2".split()
)
"""Tags that say nothing about the work, or not the same thing in every program; known, so that their lines are no values."""

MEDLINE = MappingProxyType(
    {
        "PMID": ("PMID",),
        "PT": ("type",),
        "TT": ("original",),
        "TI": ("title",),
        "FAU": ("author",),
        "AU": ("author",),
        "CN": ("group",),
        "FED": ("editor",),
        "ED": ("editor",),
        "JT": ("host",),
        "BTI": ("host",),
        "TA": ("host-short",),
        "CTI": ("collection-title",),
        "DP": ("issued",),
        "VI": ("volume",),
        "IP": ("issue",),
        "PG": ("page",),
        "AB": ("abstract",),
        "OT": ("keyword",),
        "LID": ("DOI",),
        "AID": ("DOI",),
        "PMC": ("PMCID",),
        "IS": ("ISSN",),
        "ISBN": ("ISBN",),
        "PB": ("publisher",),
        "EN": ("edition",),
        "LA": ("language",),
    }
)

ENDNOTE = MappingProxyType(
    {
        "%0": ("type",),
        "%T": ("title",),
        "%A": ("author",),
        "%E": ("editor",),
        "%J": ("host",),
        "%B": ("host",),
        "%S": ("collection-title",),
        "%Q": ("translated-title",),
        "%!": ("title-short",),
        "%D": ("issued",),
        "%8": ("month",),
        "%V": ("volume",),
        "%N": ("issue",),
        "%P": ("page",),
        "%X": ("abstract",),
        "%K": ("keyword",),
        "%R": ("DOI",),
        "%U": ("DOI", "URL"),
        "%2": ("PMCID",),
        "%@": ("ISSN", "ISBN"),
        "%I": ("publisher",),
        "%C": ("publisher-place",),
        "%7": ("edition",),
        "%G": ("language",),
    }
)

BIBTEX = MappingProxyType(
    {
        "@": ("type",),
        "title": ("title",),
        "author": ("author",),
        "editor": ("editor",),
        "journal": ("host",),
        "journaltitle": ("host",),
        "booktitle": ("host",),
        "shortjournal": ("host-short",),
        "series": ("collection-title",),
        "date": ("issued",),
        "year": ("issued",),
        "month": ("month",),
        "volume": ("volume",),
        "number": ("issue",),
        "pages": ("page",),
        "eid": ("number",),
        "article-number": ("number",),
        "articleno": ("number",),
        "numpages": ("number-of-pages",),
        "pagetotal": ("number-of-pages",),
        "abstract": ("abstract",),
        "keywords": ("keyword",),
        "doi": ("DOI",),
        "pmid": ("PMID",),
        "pmcid": ("PMCID",),
        "eprint": ("arXiv",),
        "url": ("DOI", "URL"),
        "issn": ("ISSN",),
        "isbn": ("ISBN",),
        "publisher": ("publisher",),
        "school": ("publisher",),
        "institution": ("publisher",),
        "address": ("publisher-place",),
        "location": ("publisher-place",),
        "edition": ("edition",),
        "language": ("language",),
        "langid": ("language",),
    }
)

TYPES = MappingProxyType(
    {
        "ris": {code.casefold(): kind for code, kind in FROM_RIS.items() if kind != "document"},
        "bibtex": {entry_type: kind for entry_type, kind in FROM_BIBTEX.items() if kind != "document"},
        "medline": {
            "journal article": "article-journal", "review": "article-journal", "letter": "article-journal", "editorial": "article-journal",
            "comment": "article-journal", "case reports": "article-journal", "randomized controlled trial": "article-journal",
            "clinical trial": "article-journal", "meta-analysis": "article-journal", "systematic review": "article-journal",
            "preprint": "article", "book": "book", "book chapter": "chapter", "report": "report", "thesis": "thesis", "dataset": "dataset",
            "patent": "patent",
        },
        "endnote": {
            "journal article": "article-journal", "article": "article-journal", "electronic article": "article-journal",
            "preprint": "article", "magazine article": "article-magazine",
            "newspaper article": "article-newspaper", "book": "book", "edited book": "book", "electronic book": "book",
            "book section": "chapter", "conference proceedings": "paper-conference", "conference paper": "paper-conference",
            "thesis": "thesis", "report": "report", "government document": "report", "patent": "patent", "standard": "standard",
            "map": "map", "dataset": "dataset", "computer program": "software", "software": "software", "encyclopedia": "entry-encyclopedia",
            "manuscript": "manuscript", "blog": "post-weblog",
        },
    }
)  # fmt: skip
"""What each format calls a kind of work (folded) to its CSL type; RIS and BibTeX as for their files.

Words without a plain meaning ("GEN", "misc") are left out: the rest of the record tells more.
"""

WHOLE = frozenset({"book", "report", "thesis", "dataset", "software", "manuscript"})
"""Types that stand in a series, not in a journal or book: their host is the series."""
