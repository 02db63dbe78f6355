"""BibLaTeX (.bib), as biber, JabRef, Better BibTeX and pandoc read it: `date`, `journaltitle`, `location`, `@online`, `@report`.

Written are its own types and fields, so that biber finds no fault with a record that is whole; what it has no field for stands under
a name of ours, which styles ignore. Reading is BibTeX's: people mix the two in one file, and so one reader takes both.

What surprised us: biber takes a `year` beside a `date` for a mistake; a `type` and a `pubstate` are keys that it translates ("phdthesis",
"inpress"), but any other text is printed as it stands; a book that has only editors is a `@collection`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from litcli.formats import _bibtex_update, _bibtex_write, bibtex
from litcli.formats._base import Options, Takes
from litcli.formats._bibtex_dialects import BIBLATEX
from litcli.model.entry import Entry

NAME = "biblatex"
LABEL = "BibLaTeX"
SUFFIXES = (".biblatex",)
TAKES = Takes.WHOLE
BETWEEN = "\n"

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = BIBLATEX.tables.both_ways, BIBLATEX.tables.export_only, BIBLATEX.tables.import_only

read = bibtex.read


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a BibLaTeX file, a blank line between two."""
    return _bibtex_write.write(BIBLATEX, entries, options)


def likely(head: str) -> float:
    """Tell how likely a file is BibLaTeX: it is likely BibTeX, and says what only BibLaTeX says."""
    rated = bibtex.likely(head)
    return rated + 0.05 if rated and _MARKS.search(head) else 0.0


def update(text: str, entries: Sequence[Entry], options: Options) -> str:
    """Return the text of a person's file with what has changed in these entries, and all else as it stands."""
    return _bibtex_update.updated(BIBLATEX, text, entries, options)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that BibLaTeX cannot carry, which are those that BibTeX cannot."""
    return bibtex.lost(entry)


_MARKS = re.compile(
    r"^[ \t]*@(?:online|report|thesis|collection|mv\w+|inreference|xdata)\s*\{|[\n,]\s*(?:journaltitle|date|langid|location)\s*=",
    re.MULTILINE | re.IGNORECASE,
)
