"""Persée: digitised journals of the humanities, in French.

    Journal / Année 1978 / 33-2 / pp. 211-239 / Title / [article] / sem-linkName / Journal Année 1978 33-2 pp. 211-239 / ... /
    Référence bibliographique / Family Given. Title. In: Journal. 33ᵉ année, N. 2, 1978. pp. 211-239. / DOI : ... / Résumé / ... / Abstract / ...

What surprised us: "33-2" is volume and issue, the name is glued to a link's, and the citation has the family name first without a comma.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims, moved
from litcli.extract.layout import Layout

NAME = "persee"

MARKS = (
    Mark(0.4, "Persée", within=6),
    Mark(0.4, "persee.fr/doc/"),
    Mark(0.4, "Référence bibliographique", r"^Référence bibliographique$"),
    Mark(0.3, "sem-link", r"^sem-link"),
    Mark(0.4, "Année ", r"^.{3,120} Année \d{4} .*pp\. \d"),
    Mark(0.2, "[article]", r"^\[(?:article|compte-rendu|note)\]$"),
)
_PLACE = re.compile(
    r"^(?P<container_title>.{3,120}?) Année (?P<issued>\d{4})(?: (?P<volume>\d+)(?:-(?P<issue>[\w-]+))?)?(?: pp\. (?P<page>\d+(?:-\d+)?))?"
)
_CITED = re.compile(r"^[^.]{3,120}\. (?P<title>.+?)\. In ?: ")
_NAME = re.compile(r"^(?:sem-link ?)?(.+?)(?: \[(?:auteur|autor)\])?$")
_LINK = "sem-link"
_KIND = re.compile(r"^\[(?:article|compte-rendu|note|liminaire|bibliographie)\]$")


def marks(layout: Layout) -> float:
    """Weigh the site's name and the line of the journal."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: it is the contents of an issue."""
    articles = sum(line.text.endswith("[article]") for line in layout.lines)
    return "a table of contents of an issue" if articles > 2 and not first_line(layout.lines[:30], _PLACE) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: names stand between the title and the line of the journal."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:40], _PLACE)
    found = read_lines(layout, layout.lines[:80], (_CITED,), NAME, 0.95)
    if placed:
        found += [*stated(layout, placed[0].start, placed[1], NAME, 0.96), *_head(layout, placed[0].index)]
        draft = draft.without("container-title", "volume", "issue", "page", "issued", "author")
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout, stop: int) -> Iterator[Candidate]:
    at = next((line.index for line in layout.lines[:stop] if _KIND.match(line.text)), None)
    if at:
        yield from claims(layout.text, "title", layout.lines[at - 1].span, f"{NAME}.title", 0.93)
    lines = [
        line for line in layout.lines[(at + 1) if at is not None else 0 : stop] if line.text.startswith(_LINK) or at is not None
    ]
    places: list[Parts] = [(moved(line.start, found, 1),) for line in lines if (found := _NAME.match(line.text))]
    yield from filter(None, [claim(layout.text, "author", places, f"{NAME}.author:given-first", 0.94)] if places else [])
