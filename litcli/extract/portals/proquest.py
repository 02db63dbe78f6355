"""ProQuest: dissertations and articles, with the table "Indexing (details)" of each.

    Dissertation or Thesis / Title / Name. University ProQuest Dissertations & Theses, 2011. 3456789. / Abstract/Details / Abstract / ... /
    Indexing (details) / Subject / ... / Identifier / keyword / ... / Title / ... / Author / ... / Number of pages / 231 / Degree date / 2011 /
    Place of publication / ... / ISBN / ... / University/institution / ... / Degree / Ph.D. / ... / ProQuest document ID / ...

What surprised us: the database's own number stands like pages behind the year, and place and publisher of the copy are ProQuest's.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.people import names_in
from litcli.extract.readers.words import split_words

NAME = "proquest"

MARKS = (
    Mark(0.5, "ProQuest document ID", r"^ProQuest document ID"),
    Mark(0.3, "Indexing (details)"),
    Mark(0.2, "ProQuest Dissertations"),
    Mark(0.2, "ProQuest", within=5),
    Mark(0.2, "Database copyright ProQuest"),
    Mark(0.3, "results", r"^[\d,]+ results$"),
)
_LIST = re.compile(r"^[\d,]+ results$")
_FIELDS = {
    "title": "title", "author": "author", "publication title": "container-title", "volume": "volume", "issue": "issue", "pages": "page",
    "number of pages": "number-of-pages", "degree date": "issued", "publication date": "issued", "publication year": "issued",
    "university/institution": "publisher", "publisher": "publisher", "place of publication": "publisher-place", "isbn": "ISBN", "issn": "ISSN",
    "doi": "DOI", "document type": "type", "identifier / keyword": "keyword", "advisor": "supervisor", "language of publication": "language",
    "language": "language",
}  # fmt: skip
"""The labels of the table, each in a line of its own, with the field below it."""
_OTHERS = frozenset(
    (
        "subject", "classification", "school code", "source", "country of publication", "department", "university location", "degree",
        "source type", "dissertation/thesis number", "proquest document id", "document url", "copyright", "database", "company / organization",
        "publication subject", "accession number", "committee member", "location", "people", "identifier", "document feature", "section",
    )
)  # fmt: skip
_SHOP = frozenset(("Ann Arbor",))
"""Where ProQuest prints dissertations, which is not where the university is."""


def marks(layout: Layout) -> float:
    """Weigh the database's number of the record and its table."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the table states; what stands above it is said there again."""
    start = next((line.index for line in layout.lines if line.folded.startswith("indexing (details)")), None)
    draft = generic.read(layout, NAME)
    if start is None:
        return draft
    rows = layout.lines[start + 1 :]
    found = [candidate for line, field in _labelled(rows) for candidate in _claimed(layout, line, field)]
    return amended(
        draft.without("container-title", "volume", "issue", "page", "keyword", "publisher", "publisher-place", "genre"), found
    )


def _labelled(rows: tuple[Line, ...]) -> Iterator[tuple[Line, str]]:
    """Yield the line below each label of the table, with the label's field."""
    for label, value in pairwise(rows):
        if label.folded in _FIELDS and value.folded not in _FIELDS and value.folded not in _OTHERS:
            yield value, _FIELDS[label.folded]


def _claimed(layout: Layout, line: Line, field: str) -> list[Candidate]:
    if field in {"author", "supervisor"}:
        found = claim(layout.text, field, names_in(layout, (line.span,)), f"{NAME}.{field}", 0.96)
        return [found] if found else []
    if field == "keyword":
        found = claim(layout.text, field, split_words(layout, line.span), f"{NAME}.keyword", 0.94)
        return [found] if found else []
    if field == "publisher-place" and line.text in _SHOP:
        return []
    found_type = claims(layout.text, field, strip(layout.text, *line.span, ";,"), f"{NAME}.{field}", 0.96)
    return [
        *found_type,
        *(claims(layout.text, "genre", line.span, f"{NAME}.genre", 0.9) if field == "type" and "hesis" in line.text else []),
    ]
