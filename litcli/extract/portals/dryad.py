"""Dryad: data packages, on the site of today, of 2019 and of before.

    Title / Family, Given, Institute / ... / Publication date: March 12, 2018 / Publisher: Dryad / https://doi.org/10.5061/dryad.ab12c /
    Citation / ... / Abstract / ... / Usage notes / ...
    Title / Name / , Name / Author affiliations / Published Apr 02, 2024 on Dryad. https://doi.org/10.5061/dryad.zz99 / Cite this dataset / ...
    Title [tab] ... / Author [tab] ... / Date Published [tab] ... / When using this data, please cite the original publication: / ...

What surprised us: an older page cites the article that the data belong to before the data; what stands there is no number of the data.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, claimed
from litcli.extract.layout import Layout
from litcli.extract.readers import abstracts

NAME = "dryad"

MARKS = (
    Mark(0.4, "10.5061/dryad.", r"(?:^|on Dryad\. |DOI\s)(?:https?://(?:dx\.)?doi\.org/|doi:)10\.5061/dryad\.\S+$"),
    Mark(0.3, "Dryad", r"^(?:Publisher: Dryad|Dryad(?: Digital Repository)?)$"),
    Mark(0.3, "Dryad", r"^Published .+ on Dryad\.|^Cite this dataset$"),
    Mark(0.2, "Usage notes"),
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)(?P<DOI>10\.5061/dryad\.\S+)$")
_DATE = re.compile(r"^(?:Publication date: |Published |Date Published\s+)(?P<issued__calendar>[A-Z]\w+ \d{1,2}, \d{4})")
_PUBLISHER = re.compile(
    r"^(?:Publisher: )?(?P<publisher>Dryad(?: Digital Repository)?)$|^Published .+ on (?P<publisher1>Dryad)\."
)
_PERSON = re.compile(r"^(?P<name>[^\W\d_][^,\d@]{1,40}, [^,\d@]{1,40}), (?:[^\W\d_].*|https://orcid.*)$")
_NUMBERS = ("volume", "issue", "page", "container-title", "event-title", "event-date")


def marks(layout: Layout) -> float:
    """Weigh the DOI and the publisher's name."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell a list of results."""
    return "a list of search results" if any(line.folded == "search results" for line in layout.lines[:20]) else None


def read(layout: Layout) -> Draft:
    """Return what the page states of the data; the article that they belong to gives it no number."""
    draft = generic.read(layout, NAME).without(*_NUMBERS)
    found = read_lines(layout, layout.lines, (_DATE,), NAME, 0.95)
    found += [
        *read_lines(layout, layout.lines, (_DOI,), NAME, 0.95),
        *read_lines(layout, layout.lines, (_PUBLISHER,), NAME, 0.93),
    ]
    found += [*_people(layout), *_abstract(layout), *kind(layout, MARKS, NAME, "dataset", 0.95)]
    return amended(draft, found)


def _abstract(layout: Layout) -> list[Candidate]:
    """Read the abstract up to the description of the files, which has headings and addresses of its own."""
    files = next((line.index for line in layout.lines if line.text.startswith("README")), None)
    rows = frozenset(range(files, len(layout.lines))) if files else frozenset()
    return list(abstracts.under_headings(layout, rows, f"{NAME}.abstract", 0.95))[:1] if rows else []


def _people(layout: Layout) -> list[Candidate]:
    """Read the names that stand one a line, each with its institute behind it."""
    stop = next((line.index for line in layout.lines if line.text.startswith("Publication date: ")), 0)
    named = ((line, _PERSON.match(line.text)) for line in layout.lines[1:stop])
    places: list[Parts] = [((line.start, line.start + name.end("name")),) for line, name in named if name]
    return claimed(layout.text, "author", places, f"{NAME}.author", 0.94)
