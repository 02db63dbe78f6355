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
from collections.abc import Iterable, Iterator, Sequence

from litcli.formats import _bibtex_read, _bibtex_update, _bibtex_write
from litcli.formats._base import Failure, Options, Read, Takes
from litcli.formats._bibtex_dialects import BIBTEX
from litcli.formats._bibtex_values import VERBATIM, address, verbatim
from litcli.model.entry import Entry
from litcli.model.record import Record, text

NAME = "bibtex"
LABEL = "BibTeX"
SUFFIXES = (".bib", ".bibtex")
TAKES = Takes.WHOLE
BETWEEN = "\n"

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = BIBTEX.tables.both_ways, BIBTEX.tables.export_only, BIBTEX.tables.import_only


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a BibTeX file, a blank line between two."""
    return _bibtex_write.write(BIBTEX, entries, options)


def likely(head: str) -> float:
    """Tell how likely a file is BibTeX: an entry opens somewhere at the beginning of a line."""
    return 0.9 if _OPENING.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a BibTeX or BibLaTeX file holds; never raises for what stands in it."""
    return _bibtex_read.read("".join(lines))


def update(text: str, entries: Sequence[Entry], options: Options) -> str:
    """Return the text of a person's file with what has changed in these entries, and all else as it stands."""
    return _bibtex_update.updated(BIBTEX, text, entries, options)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that BibTeX cannot carry: an address with a sign that would upset it, that there are more authors than none."""
    return tuple(name for name in entry.record if _is_lost(entry.record, name))


_OPENING = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)


def _is_lost(record: Record, name: str) -> bool:
    if name in VERBATIM:
        value = text(record, name) or ""
        return address(verbatim(value)) != value
    return name == "authors-incomplete" and "author" not in record
