"""BibTeX (.bib), as LaTeX's classic styles, JabRef, Zotero, Mendeley and pandoc read it.

In go entries, out comes UTF-8 text with TeX's own signs escaped; with `ascii` also letters, as far as every reader knows their
escapes. Titles keep the capitals that are decidable (`_capitals`), names their particles (`_bibtex_names`), dates what a year and a
month can say (`_bibtex_dates`); the CSL type that no entry type stands for goes to `entrysubtype`. Reading takes BibTeX and BibLaTeX
alike (`_bibtex_read`); a block that is no entry comes back with its line and its text.

What surprised us: in pandoc and biber a "von" is dropped in sorting unless `useprefix` is set; a thesis without a stated kind
would print "PhD thesis" unless its `type` says otherwise; styles print `pubstate`, so a work that has appeared has a `status`
instead; styles lower the case even of math, so it stands in braces.
"""

import re
from collections.abc import Iterable, Iterator

from litcli.formats import _bibtex_dates, _bibtex_read, _bibtex_write
from litcli.formats._base import Failure, Options, Read
from litcli.formats._bibtex_tables import BIBTEX
from litcli.formats._bibtex_types import SUBTYPES
from litcli.formats._bibtex_values import VERBATIM, address, verbatim
from litcli.formats._bibtex_write import Dialect
from litcli.model import type_codes
from litcli.model.entry import Entry
from litcli.model.record import Record, text

NAME = "bibtex"
LABEL = "BibTeX"
SUFFIXES = (".bib", ".bibtex")

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = BIBTEX.both_ways, BIBTEX.export_only, BIBTEX.import_only


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a BibTeX file, a blank line between two."""
    return _bibtex_write.write(DIALECT, entries, options)


def likely(head: str) -> float:
    """Tell how likely a file is BibTeX: an entry opens somewhere at the beginning of a line."""
    return 0.9 if _OPENING.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a BibTeX or BibLaTeX file holds; never raises for what stands in it."""
    return _bibtex_read.read("".join(lines))


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that BibTeX cannot carry: an address with a sign that would upset it, that there are more authors than none."""
    return tuple(name for name in entry.record if _is_lost(entry.record, name))


_OPENING = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)


def _is_lost(record: Record, name: str) -> bool:
    if name in VERBATIM:
        value = text(record, name) or ""
        return address(verbatim(value)) != value
    return name == "authors-incomplete" and "author" not in record


_MASTER = re.compile(r"\b(?:master|magister|m\.?sc)", re.IGNORECASE)


def _kind(type_: str, record: Record) -> tuple[str, str]:
    if type_ == "thesis" and _MASTER.search(text(record, "genre") or ""):
        return "mastersthesis", ""
    if type_ == "document" and "arXiv" in record:
        return "misc", type_
    return SUBTYPES.get(type_) or (type_codes.BIBTEX.get(type_, "misc"), "")


DIALECT = Dialect(BIBTEX, _kind, _bibtex_dates.classic, ("archiveprefix", "arXiv", "primaryclass"), {})
