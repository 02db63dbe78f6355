"""Europe PMC: abstracts and articles of the life sciences.

    Europe PMC / ... / Title / Soitto S1, Rope RJ2 / Author information / Journal, 12 Mar 2015, 12(3):101-118 / DOI: ... PMID: ... /
    PMCID: ... / Abstract

What surprised us: the numbers of affiliations are glued to the initials; a page number may be that of an article.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, Line, strip

NAME = "europepmc"

MARKS = (
    Mark(0.4, "Europe PMC"),
    Mark(0.3, "Search worldwide, life-sciences literature"),
    Mark(0.3, "Free full text in Europe PMC"),
    Mark(0.3, "(", r"^[A-Z][^\d]{3,100}, \d{1,2} [A-Z][a-z]{2} \d{4}, \d+(?:\([^)]+\))?:\S+"),
)
_PLACE = re.compile(
    r"^(?P<container_title>(?P<type__in_journal>[A-Z][^\d]{3,100}?)), (?P<issued__calendar>\d{1,2} [A-Z][a-z]{2} \d{4}), "
    r"(?P<volume>\w+)(?:\((?P<issue>[^()]+)\))?:(?:(?P<page>\w+-\w+)|(?P<number>[\w.]+))"
)
_NAME = re.compile(r"(?P<name>[^\d,;][^,;\d]*?[A-Z]+)[\d\s*]*(?=,|;|$)")


def marks(layout: Layout) -> float:
    """Weigh the site's name and the line of journal, day and numbers."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the site holds no article: it places several."""
    return "a list of search results" if sum(bool(_PLACE.match(line.text)) for line in layout.lines) > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states above the line of the journal."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:40], _PLACE)
    return (
        amended(draft, (*stated(layout, placed[0].start, placed[1], NAME, 0.95), *_head(layout, placed[0]))) if placed else draft
    )


def _head(layout: Layout, placed: Line) -> list[Candidate]:
    """Read the names above the journal, links left out, and the line above them as title."""
    lines = [line for line in layout.lines[max(0, placed.index - 4) : placed.index] if line.folded != "author information"]
    if len(lines) < 2:
        return []
    names, title = lines[-1], lines[-2]
    text = names.text.removesuffix("Author information")
    places: list[Parts] = [
        (strip(layout.text, names.start + name.start("name"), names.start + name.end("name")),) for name in _NAME.finditer(text)
    ]
    people = claim(layout.text, "author", places, f"{NAME}.author", 0.92) if places else None
    return [*claims(layout.text, "title", title.span, f"{NAME}.title", 0.93), *([people] if people else [])]
