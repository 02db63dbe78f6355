"""EndNote's tags and the fields that stand in them: the tables of `litcli.formats.enw`."""

import re

from litcli.formats._base import Row, Tables, remaining
from litcli.formats._ris_types import NUMBERED, REPORTS, SERIAL, VERSIONED, WHOLE
from litcli.model.types import ARTICLES

_WITH_NUMBER = NUMBERED | REPORTS

_TAGGED = (
    Row("author", "A"),
    Row("editor", "E"),
    Row("translator", "?"),
    Row("supervisor", "Y", frozenset({"thesis"})),
    Row("title", "T"),
    Row("title-short", "!"),
    Row("translated-title", "Q"),
    Row("container-title", "J", ARTICLES | SERIAL),
    Row("container-title", "B"),
    Row("collection-title", "B", SERIAL),
    Row("collection-title", "S"),
    Row("issued", "D"),
    Row("volume", "V"),
    Row("number", "@", REPORTS),
    Row("number", "N", NUMBERED),
    Row("number", "]"),
    Row("issue", "Z", _WITH_NUMBER),
    Row("issue", "N"),
    Row("page", "&", WHOLE),
    Row("page", "P"),
    Row("number-of-pages", "P", WHOLE),
    Row("number-of-pages", "Z"),
    Row("version", "7", VERSIONED),
    Row("edition", "Z", VERSIONED),
    Row("edition", "7"),
    Row("publisher", "I"),
    Row("publisher-place", "C"),
    Row("genre", "9"),
    Row("PMID", "M"),
    Row("PMCID", "M"),
    Row("arXiv", "M"),
    Row("handle", "M"),
    Row("ISSN", "M", REPORTS),
    Row("ISSN", "@"),
    Row("ISBN", "M", REPORTS),
    Row("ISBN", "@"),
    Row("DOI", "R"),
    Row("URL", "U"),
    Row("accessed", "["),
    Row("language", "G"),
    Row("keyword", "K"),
    Row("abstract", "X"),
    Row("attachment", ">"),
)
BOTH_WAYS = (*_TAGGED, *remaining(_TAGGED, "Z"))
EXPORT_ONLY = (
    Row("issued", "8"),
    Row("number", "P", ARTICLES),
    Row("PMCID", "2", ARTICLES),
)
IMPORT_ONLY = (
    Row("container-title", "J"),
    Row("container-title", "B"),
    Row("PMCID", "2", ARTICLES),
    Row("translator", "Y"),
    Row("note", "O"),
)

TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)
APART = frozenset("0D8PM@ZF")
"""Tags that are read together with another, or say nothing of the work."""
DASHED = re.compile(r"\d\s?[-–]\s?\w")
"""Pages that are a range, and no number of pages."""
