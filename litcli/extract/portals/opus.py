"""OPUS: archives of German universities (OPUS 4, by KOBV), and the bibliography of Mainz that looks alike.

    Title / Names / abstract / Metadaten / Verfasserangaben: ... / Titel des übergeordneten Werkes: ... / Erste Seite: 2 / Letzte Seite: 9
    Person: Krausch, Georg (Autor) / Titel: ... / Quelle: Journal. Bd. 14. H. 1/2. Lausanne : Elsevier Sequoia. S. 1 - 94

What surprised us: first and last page have rows of their own; the line of the source holds journal, numbers, place and publisher, parted by full
stops; the university is "Universität" beside a publisher.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Span, claim, claims
from litcli.extract.layout import PROSE, Layout, strip
from litcli.extract.readers.people import SURE, likeness

NAME = "opus"

MARKS = (
    Mark(0.4, "Verfasserangaben", r"^Verfasserangaben\s?:"),
    Mark(0.3, "Dokumentart", r"^Dokumentart\s?:"),
    Mark(0.3, "Document Type", r"^Document Type\s?:"),
    Mark(0.4, "Datum der Freischaltung", r"^Datum der Freischaltung\s?:"),
    Mark(
        0.4,
        "Release Date",
        r"^(?:Release Date|Date of Publication \(online\)|Date of first Publication|Year of first Publication|Completed Date)\s?:",
    ),
    Mark(0.3, "Titel des übergeordneten Werk", r"^Titel des übergeordneten Werk(?:e?s)?\b.*:"),
    Mark(0.3, "Parent Title", r"^Parent Title \("),
    Mark(0.3, "Freies Schlagwort", r"^Freies Schlagwort / Tag\s?:"),
    Mark(0.4, "frontdoor"),
    Mark(0.3, "DDC-Sachgruppe", r"^DDC-Sachgruppe\s?:"),
    Mark(0.3, "Person der Universität", r"^Person der Universität\s?:"),
    Mark(0.2, "Quelle", r"^Quelle:.*\bBd\. \d"),
)
_SOURCE = re.compile(
    r"^Quelle:\s+(?P<container_title>.+?)\. (?:Bd\. (?P<volume>[\w/-]+)\. )?(?:H\. (?P<issue>[\w/-]+)\. )?"
    r"(?:(?P<publisher_place>[^:.]{2,40}) : (?P<publisher>[^.]{2,60})\. )?(?:.*?\bS\. (?P<page>\w+(?:\s?[-–]\s?\w+)?))?"
)
_FIRST = re.compile(r"^(?:Erste Seite|First Page)\s?:?\s+(\w+)$")
_LAST = re.compile(r"^(?:Letzte Seite|Last Page)\s?:?\s+(\w+)$")
_COUNT = re.compile(r"^(?:Seitenzahl|Page Number)\s?:?\s+(?P<number_of_pages>\d{1,4})(?: S\.?| Seiten)?$")


def marks(layout: Layout) -> float:
    """Weigh the labels that OPUS words so."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; first and last page are put together."""
    draft = generic.read(layout, NAME)
    found = [*read_lines(layout, layout.lines, (_SOURCE, _COUNT), NAME, 0.94), *_pages(layout)]
    return amended(draft, found if draft.of("abstract") else [*found, *_abstract(layout)])


def _abstract(layout: Layout) -> list[Candidate]:
    """Read the prose above the data, which has no heading."""
    stop = next((line.index for line in layout.lines if line.folded in {"metadaten", "metadata"}), 0)
    line = next((line for line in layout.lines[1:stop] if len(line.text) > PROSE and likeness(line.text) < SURE), None)
    return claims(layout.text, "abstract", line.span, f"{NAME}.abstract", 0.85) if line else []


def _pages(layout: Layout) -> Iterator[Candidate]:
    ends: list[Span] = []
    for pattern in (_FIRST, _LAST):
        ends += [
            strip(layout.text, line.start + found.start(1), line.start + found.end(1))
            for line in layout.lines
            if (found := pattern.match(line.text))
        ][:1]
    if len(ends) == 2 and (page := claim(layout.text, "page", [tuple(ends)], f"{NAME}.page", 0.95)):
        yield page
