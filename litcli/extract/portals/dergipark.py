"""DergiPark, the journals of Turkey, in Turkish and English, and the journals' own sites that it serves.

    Araştırma Makalesi / BibTex RIS Kaynak Göster / Title / Title in English / Yıl 2021, Cilt: 8 Sayı: 2, 112 - 130, 30.12.2021 / Names /
    DOI / Öz / abstract / Anahtar Kelimeler / words / Kaynakça / ... / Ayrıntılar / ...
    Yıl 2020, Cilt 9 , Sayı 2, Sayfalar 903 - 930 2020-06-30 / Title / Title in English / Name [1] / abstract / abstract in English / ...
    Research Article / BibTex RIS Cite / Title / Year 2023, Issue: 13, 771 - 784, 31.12.2023 / ...

What surprised us: volume and issue may be empty ("Yıl 2022, , 86 - 107"), pages "0 - 0" are none, and the journal is named in the menu alone.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "dergipark"

_PLACE = re.compile(
    r"^(?:Yıl|Year):? \d{4} ?,(?: ?(?:Cilt|Volume):? (?P<volume>[\w.-]+) ?,?)?(?: ?(?:Sayı|Issue):? (?P<issue>[^,]+?))? ?,"
    r" ?(?:(?:Sayfalar|Pages):? )?(?:0 ?- ?0|(?P<page>\d+ ?- ?\d+|\d+))?,? ?(?P<issued>\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d)$"
)
MARKS = (
    Mark(0.6, " - ", r"^(?:Yıl|Year):? \d{4} ?,.*\d ?- ?\d+,? ?(?:\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d)$"),
    Mark(0.3, "BibTex RIS", r"^(?:PDF )?(?:EndNote )?BibTex RIS (?:Kaynak Göster|Cite)$"),
    Mark(0.3, "DergiPark", within=10),
    Mark(0.2, "Yayımlandığı Sayı", r"^Yayımlandığı Sayı Yıl \d{4}"),
    Mark(0.3, "Yayın İçeriği", r"^Yayın İçeriği$"),
)
_ABOUT = frozenset(("yayın i̇çeriği", "amaç ve kapsam", "aim & scope", "yazım kuralları", "author guidelines"))
_HEADINGS = frozenset(("öz", "abstract", "özet", "anahtar kelimeler", "keywords", "kaynakça", "references"))
_JOURNAL = re.compile(r"\b(?:Dergisi|Journal|Derg\.|Bülteni|Yıllığı|Review|Mecmuası|Araştırmaları)\b")


def marks(layout: Layout) -> float:
    """Weigh the line of year, issue, pages and date, and the buttons."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article."""
    about = any(line.folded in _ABOUT for line in layout.lines)
    return "a page of a journal about itself" if about and not first_line(layout.lines[:40], _PLACE) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: titles and names stand around the line of the numbers."""
    placed = first_line(layout.lines[:40], _PLACE)
    draft = generic.read(layout, NAME)
    if not placed:
        return draft
    line, match = placed
    found = [
        *stated(layout, line.start, match, NAME, 0.96),
        *_titles(layout, line),
        *_people(layout, line),
        *_abstract(layout, line),
    ]
    draft = draft.without("container-title", "volume", "issue", "page", "author", "title", "language")
    return amended(draft, (*found, *_journal(layout, line), *kind(layout, MARKS, NAME, "in-journal", 0.8)))


def _titles(layout: Layout, placed: Line) -> Iterator[Candidate]:
    """Read title and translation, below the line of the numbers where that stands first, else above it."""
    if placed.index < 2:
        below = layout.after(placed.index)
        yield from titles(layout, below, NAME) if below else ()
        return
    above = [line for line in layout.lines[max(0, placed.index - 2) : placed.index] if not layout.vocabulary.knows(line.folded)]
    if above:
        yield from titles(layout, above[0], NAME)


def _people(layout: Layout, placed: Line) -> list[Candidate]:
    """Read the lines of names between the numbers and the abstract."""
    names: list[Line] = []
    for line in layout.lines[placed.index + 1 : placed.index + 12]:
        if line.folded in _HEADINGS or len(line.text) > 2 * PROSE:
            break
        if likeness(line.text) >= SURE and len(line.text.split()) < 12 * (1 + line.text.count(",")):
            names.append(line)
    people = (
        claim(layout.text, "author", names_in(layout, [line.span for line in names]), f"{NAME}.author", 0.93) if names else None
    )
    return [people] if people else []


def _abstract(layout: Layout, placed: Line) -> list[Candidate]:
    """Read the first prose below the names; the abstract in the other language follows it."""
    prose = next((line for line in layout.lines[placed.index + 1 : placed.index + 15] if len(line.text) > PROSE), None)
    return claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.94) if prose else []


def _journal(layout: Layout, placed: Line) -> list[Candidate]:
    """Read the journal's name off the menu above the title."""
    line = next(
        (line for line in layout.lines[: max(0, placed.index - 2)] if _JOURNAL.search(line.text) and len(line.text) < 100), None
    )
    return claims(layout.text, "container-title", line.span, f"{NAME}.journal", 0.85) if line else []
