"""MEDLINE's tags and the fields that stand in them: the tables of `litcli.formats.nbib`."""

import re
from collections.abc import Iterable

from litcli.formats._base import Row, Tables, remaining
from litcli.model.types import ARTICLES, BOOKS

_IN_BOOKS = frozenset({"chapter", "entry-encyclopedia", "entry-dictionary"})

_TAGGED = (
    Row("PMID", "PMID"),
    Row("ISSN", "IS"),
    Row("ISBN", "ISBN"),
    Row("volume", "VI"),
    Row("issue", "IP"),
    Row("issued", "DP"),
    Row("title", "TI"),
    Row("container-title", "BTI", _IN_BOOKS),
    Row("page", "PG"),
    Row("DOI", "LID"),
    Row("number", "LID"),
    Row("abstract", "AB"),
    Row("license", "CI"),
    Row("author", "FAU"),
    Row("editor", "FED"),
    Row("language", "LA"),
    Row("funding", "GR"),
    Row("edition", "EN"),
    Row("publisher", "PB"),
    Row("publisher-place", "PL"),
    Row("container-title-short", "TA"),
    Row("container-title", "JT"),
    Row("collection-title", "CTI"),
    Row("translated-title", "TT"),
    Row("keyword", "OT"),
    Row("mesh", "MH"),
    Row("PMCID", "PMC"),
)
BOTH_WAYS = (
    *_TAGGED,
    *remaining(_TAGGED, "GN"),
)
EXPORT_ONLY = (
    Row("title", "BTI", BOOKS),
    Row("author", "AU"),
    Row("editor", "ED"),
    Row("DOI", "AID"),
    Row("number", "PG", ARTICLES),
)
IMPORT_ONLY = (
    Row("author", "CN"),
    Row("title", "BTI", BOOKS),
    Row("DOI", "AID"),
    Row("ISSN", "ISSN"),
    Row("keyword", "KW"),
    Row("translated-abstract", "OAB"),
    Row("available-date", "DEP"),
)

TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

REPEATED = frozenset({"PT", "LID", "AID"})
"""Tags that state several things, so that a further one does no harm."""
APART = frozenset({"PMID", "PT", "TI", "TT", "BTI", "DP", "PG", "LID", "AID", "GN", "FAU", "AU", "CN", "FED", "ED", "AUID"})
"""Tags that are read together with another, or in their order."""
PEOPLE = {"FAU": "author", "AU": "author", "CN": "author", "FED": "editor", "ED": "editor"}
FULL = {"AU": "FAU", "ED": "FED"}
"""The tag before it that says the same name in full."""
CODE = re.compile(r"[A-Za-z]+\d[\w.]*|\d{5,}")
"""A single page that is an article number."""
_PUBMED = re.compile(r"OWN: (?:NLM|NASA|PIP|KIE|HSR|HMD)")
"""The line of `extra` of a record that PubMed made."""


def of_pubmed(extra: Iterable[str]) -> bool:
    """Tell from the lines of `extra` whether PubMed made the record, which ends titles with a full stop.

    >>> of_pubmed(["STAT: MEDLINE", "OWN: NLM"]), of_pubmed(["OWN: ERIC"])
    (True, False)
    """
    return any(map(_PUBMED.match, extra))
