"""BibTeX and BibLaTeX, the two dialects: what each calls a kind of work, a date, an archive.

What surprised us: a book that has only editors is a `@collection` in BibLaTeX; a preprint is a `@misc` in one and `@online` in the other, so
that a document or web page with a number of arXiv has to say that it is none.
"""

import re

from litcli.formats import _bibtex_dates, _bibtex_tables
from litcli.formats._bibtex_types import ALSO, ALSO_BIBLATEX, KINDS, STATES, SUBTYPES
from litcli.formats._bibtex_types import BIBLATEX as TYPES
from litcli.formats._bibtex_write import Dialect
from litcli.model import type_codes
from litcli.model.record import Record, text

_MASTER = re.compile(r"\b(?:master|magister|m\.?sc)", re.IGNORECASE)


def _classic(type_: str, record: Record) -> tuple[str, str]:
    if type_ == "thesis" and _MASTER.search(text(record, "genre") or ""):
        return "mastersthesis", ""
    if type_ == "document" and "arXiv" in record:
        return "misc", type_
    return SUBTYPES.get(type_) or (type_codes.BIBTEX.get(type_, "misc"), "")


def _modern(type_: str, record: Record) -> tuple[str, str]:
    if type_ == "book" and "author" not in record and "editor" in record:
        return "collection", ""
    if type_ in {"webpage", "document"} and "arXiv" in record:
        return "online" if type_ == "webpage" else "misc", type_
    return TYPES.get(type_, ("misc", type_))


BIBTEX = Dialect(
    tables=_bibtex_tables.BIBTEX,
    kind=_classic,
    date=_bibtex_dates.classic,
    archive=("archiveprefix", "arXiv", "primaryclass"),
    words={},
    lists=frozenset(),
    also=ALSO,
    twice={"language": "langid"},
)
BIBLATEX = Dialect(
    tables=_bibtex_tables.BIBLATEX,
    kind=_modern,
    date=_bibtex_dates.modern,
    archive=("eprinttype", "arxiv", "eprintclass"),
    words={"genre": KINDS, "status": STATES},
    lists=frozenset({"publisher", "institution", "organization", "location"}),
    also=ALSO_BIBLATEX,
    twice={},
)

MARKS = {
    BIBTEX: frozenset({"journal", "year", "month", "address", "school", "archiveprefix"}),
    BIBLATEX: frozenset({"journaltitle", "date", "location", "eprinttype", "langid", "subtitle"}),
}
"""Names of fields that tell which dialect a file is in."""
