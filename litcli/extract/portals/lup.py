"""Lund University Publications, and other archives of the same software (LibreCat).

    Title / Holt, Anna LU and Lindner, Bernd LU (2011) In Journal of Moss 12(3). p.201-215 / Mark / Abstract / ... /
    Please use this url to cite or link to this publication: / https://... / author / Holt, Anna LU and Lindner, Bernd LU / organization / ... /
    publishing date / 2011 / type / Contribution to journal / keywords / ... / in / Journal of Moss / volume / 12 / ...

What surprised us: those of the university have its letters behind their names ("LU"), and the small words "in" and "pages" are labels
that stand alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended
from litcli.extract.candidates import Candidate, Span, claim, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.vocabulary import Label

NAME = "lup"

MARKS = (
    Mark(0.3, "Please use this url to cite or link to this publication"),
    Mark(0.4, "LU publication?"),
    Mark(0.4, "date added to LUP"),
    Mark(0.3, "Lund University Publications", within=12),
    Mark(0.3, "LUND UNIVERSITY LIBRARIES", within=12),
    Mark(0.2, "publishing date", r"^publishing date$"),
    Mark(0.1, " LU ", r"[^\W\d_], [^\W\d_][\w.' -]* LU\b"),
)
_OWN: dict[str, tuple[Label, ...]] = {
    word: (Label(kind, "en", word),)
    for word, kind in (
        ("in", "container-title"),
        ("host publication", "host-title"),
        ("series title", "collection-title"),
        ("publishing date", "issued"),
        ("pages", "page"),
        ("article number", "number"),
        ("subject", "ignored"),
        ("organization", "ignored"),
        ("external identifiers", "ignored"),
    )
}
_HEAD = re.compile(r"^[^()]{3,1500}?, [^()]{1,1500}?\s\((?P<year>(?:19|20)\d{2})\)(?:\s(?:In|p\.)|$)")
_LETTERS = " LU"


def marks(layout: Layout) -> float:
    """Weigh what the software prints around every record."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page holds no record: it names several works."""
    return "a list of search results" if sum(1 for _ in _heads(layout)) > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states: the head names title and year, the rows the rest."""
    draft = generic.read(layout, NAME, _OWN)
    return amended(replace(draft, candidates=tuple(_without_letters(layout, found) for found in draft.candidates)), _head(layout))


def _heads(layout: Layout) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the lines "Names (year) In ..." that have a title above them."""
    for line in layout.body[1:60]:
        if head := _HEAD.match(line.text):
            yield line, head


def _head(layout: Layout) -> Iterator[Candidate]:
    """Yield title and year around the first such line."""
    for line, head in _heads(layout):
        yield from claims(layout.text, "title", layout.lines[line.index - 1].span, f"{NAME}.title", 0.96)
        yield from claims(layout.text, "issued", moved(line.start, head, "year"), f"{NAME}.issued", 0.95)
        return


def _without_letters(layout: Layout, found: Candidate) -> Candidate:
    """Return people without the letters of the university behind their names."""
    if found.field not in {"author", "editor", "supervisor"}:
        return found
    places = [tuple(map(partial(_bare, layout), item.evidence.parts)) for item in found.items]
    return claim(layout.text, found.field, places, found.rule, found.confidence) or found


def _bare(layout: Layout, span: Span) -> Span:
    return span[0], span[1] - len(_LETTERS) * layout.text[slice(*span)].endswith(_LETTERS)
