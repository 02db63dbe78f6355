"""RIS's tags and the fields that stand in them: the tables of `litcli.formats.ris`."""

from litcli.formats._base import Row, Tables, remaining
from litcli.formats._ris_types import NUMBERED, REPORTS, SERIAL, VERSIONED, WHOLE
from litcli.model.types import ARTICLES, BOOKS

NOTES = "N1"
"""The tag of all that has none of its own."""

_TAGGED = (
    Row("author", "AU"),
    Row("editor", "A3", BOOKS),
    Row("editor", "A2"),
    Row("translator", "A4"),
    Row("supervisor", "A3", frozenset({"thesis"})),
    Row("title", "TI"),
    Row("title-short", "ST"),
    Row("original-title", "OP"),
    Row("translated-title", "TT"),
    Row("container-title", "JF", SERIAL),
    Row("container-title", "T2"),
    Row("container-title-short", "J2"),
    Row("collection-title", "T2", SERIAL),
    Row("collection-title", "T3"),
    Row("event-title", "C3"),
    Row("event-place", "C1"),
    Row("issued", "PY"),
    Row("volume", "VL"),
    Row("number", "SN", REPORTS),
    Row("number", "M1", NUMBERED),
    Row("number", "C7"),
    Row("PMID", "AN"),
    Row("PMCID", "AN"),
    Row("arXiv", "AN"),
    Row("handle", "AN"),
    Row("ISSN", "AN", REPORTS),
    Row("ISSN", "SN"),
    Row("ISBN", "AN", REPORTS),
    Row("ISBN", "SN"),
    Row("issue", "IS"),
    Row("collection-number", "M1", BOOKS),
    Row("collection-number", "SV"),
    Row("page", "SE", WHOLE),
    Row("page", "SP"),
    Row("number-of-pages", "SP", WHOLE),
    Row("version", "ET", VERSIONED),
    Row("edition", NOTES, VERSIONED),
    Row("edition", "ET"),
    Row("publisher", "PB"),
    Row("publisher-place", "CY"),
    Row("genre", "M3"),
    Row("DOI", "DO"),
    Row("URL", "UR"),
    Row("accessed", "Y2"),
    Row("language", "LA"),
    Row("archive", "AV"),
    Row("license", "CR"),
    Row("keyword", "KW"),
    Row("attachment", "L1"),
    Row("abstract", "AB"),
)
BOTH_WAYS = (*_TAGGED, *remaining(_TAGGED, NOTES))
EXPORT_ONLY = (
    Row("container-title", "JO", ARTICLES),
    Row("issued", "DA"),
    Row("page", "EP"),
    Row("number", "SP", ARTICLES),
    Row("PMCID", "C2", ARTICLES),
)
IMPORT_ONLY = (
    Row("author", "A1"),
    Row("editor", "ED"),
    Row("editor", "A2"),
    Row("title", "T1"),
    Row("title", "CT"),
    Row("title", "BT", BOOKS),
    Row("container-title", "JF"),
    Row("container-title", "BT"),
    Row("container-title", "JO"),
    Row("container-title", "J1"),
    Row("container-title-short", "JA"),
    Row("issue", "M1", ARTICLES),  # EndNote's; a long one is an accession number
    Row("number", "C7"),
    Row("PMCID", "C2", ARTICLES),
    Row("abstract", "N2"),
    Row("note", "RN"),
    Row("attachment", "L2"),
    Row("attachment", "L4"),
    Row("URL", "LK"),
)
APART = frozenset({"TY", "ID", "LB", "PY", "Y1", "DA", "SP", "EP", "AN", "SN", "N1", "M2", "C2", "L3"})
"""Tags that say nothing of the work, or that are not read by themselves."""

TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)
