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

WOS = MappingProxyType(
    {
        "DT": ("type",),
        "PT": ("type",),
        "TI": ("title",),
        "AF": ("author",),
        "AU": ("author",),
        "BF": ("author",),
        "BA": ("author",),
        "CA": ("group",),
        "BE": ("editor",),
        "ED": ("editor",),
        "SO": ("host",),
        "JI": ("host-short",),
        "J9": ("host-short",),
        "SE": ("collection-title",),
        "CT": ("event-title",),
        "CL": ("event-place",),
        "PD": ("month",),
        "PY": ("issued",),
        "VL": ("volume",),
        "IS": ("issue",),
        "BP": ("page-first",),
        "EP": ("page-last",),
        "AR": ("number",),
        "AB": ("abstract",),
        "DE": ("keyword",),
        "DI": ("DOI",),
        "PM": ("PMID",),
        "SN": ("ISSN",),
        "EI": ("ISSN",),
        "BN": ("ISBN",),
        "PU": ("publisher",),
        "PI": ("publisher-place",),
        "LA": ("language",),
    }
)
"""Web of Science. "AF" has the names in full; "ID" are words that a machine took from the references."""

OTHER_WOS = frozenset(
    "FN VR ER EF BS CY SP HO ID C1 C3 RP EM RI OI FU FP FX CR NR TC Z9 U1 U2 PA SI SU MA PN D2 EA PG WC SC WE GA UT HC HP DA GP P2 OA "
    "Z1 Z2 Z3 Z8 ZB ZR ZS TT FT DG".split()
)

REFWORKS = MappingProxyType(
    {
        "RT": ("type",),
        "T1": ("title",),
        "OT": ("translated-title",),
        "A1": ("author",),
        "A2": ("editor",),
        "JF": ("host",),
        "JO": ("host-short",),
        "T2": ("collection-title",),
        "FD": ("month",),
        "YR": ("issued",),
        "VO": ("volume",),
        "IS": ("issue",),
        "SP": ("page-first",),
        "OP": ("page-last", "page"),
        "AB": ("abstract",),
        "K1": ("keyword",),
        "DO": ("DOI",),
        "SN": ("ISSN", "ISBN"),
        "PB": ("publisher",),
        "PP": ("publisher-place",),
        "ED": ("edition",),
        "LA": ("language",),
        "UL": ("URL",),
    }
)
"""RefWorks, also as CNKI writes it: all authors under one tag, the whole range of pages under "OP"."""

OTHER_REFWORKS = frozenset("SR ID AD AV CL CN CT DB DS LK NO OL RD RP SF ST U1 U2 U3 U4 U5 WT WV ER".split())

NOTEEXPRESS = MappingProxyType(
    {
        "{Reference Type}": ("type",),
        "{Title}": ("title",),
        "{Translated Title}": ("translated-title",),
        "{Author}": ("author",),
        "{Secondary Author}": ("editor",),
        "{Journal}": ("host",),
        "{Secondary Title}": ("host",),
        "{Date}": ("issued",),
        "{Year}": ("issued",),
        "{Volume}": ("volume",),
        "{Issue}": ("issue",),
        "{Pages}": ("page",),
        "{Abstract}": ("abstract",),
        "{Keywords}": ("keyword",),
        "{DOI}": ("DOI",),
        "{ISBN/ISSN}": ("ISSN", "ISBN"),
        "{ISSN}": ("ISSN",),
        "{ISBN}": ("ISBN",),
        "{Publisher}": ("publisher",),
        "{Author Affiliation}": ("school",),
        "{Place Published}": ("publisher-place",),
        "{Edition}": ("edition",),
        "{Language}": ("language",),
        "{URL}": ("URL",),
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
        "wos": {
            "article": "article-journal", "review": "article-journal", "letter": "article-journal", "note": "article-journal",
            "editorial material": "article-journal", "correction": "article-journal", "book review": "article-journal",
            "article; early access": "article-journal", "review; early access": "article-journal",
            "article; data paper": "article-journal", "proceedings paper": "paper-conference", "meeting abstract": "paper-conference",
            "article; proceedings paper": "paper-conference", "article; book chapter": "chapter", "review; book chapter": "chapter",
            "book chapter": "chapter", "book": "book", "data set": "dataset", "j": "article-journal", "p": "patent",
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
TYPES = MappingProxyType({**TYPES, "refworks": TYPES["endnote"], "noteexpress": TYPES["endnote"]})
"""What each format calls a kind of work (folded) to its CSL type; RIS and BibTeX as for their files.

Words without a plain meaning ("GEN", "misc") are left out: the rest of the record tells more.
"""

WHOLE = frozenset({"book", "report", "thesis", "dataset", "software", "manuscript"})
"""Types that stand in a series, not in a journal or book: their host is the series."""
