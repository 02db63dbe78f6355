"""Chalmers University of Technology: research.chalmers.se, and the library's older site.

    Title / Artikel i vetenskaplig tidskrift, 2006 / abstract / keyword, one a line / Författare / name / department / Journal / Vol. 600 3022-
    Title / Name (department) ; Name / Journal Vol. 100 (2008), p. 086101. / [Artikel, refereegranskad vetenskaplig] / Nyckelord: ...
    Title / Name (department) / Göteborg : Chalmers University of Technology, 1994. ISBN: ...- v, 21 s. / Nyckelord: ...

What surprised us: keywords stand one a line without a heading, between abstract and authors; "3022-" is a first page whose last is not known;
the date that the record was made looks like the work's.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import is_affiliation, likeness, names_in

NAME = "chalmers"

MARKS = (
    Mark(0.5, "CPL Pubid"),
    Mark(0.4, "CPL - Chalmers Publication Library"),
    Mark(0.4, "Institutioner (Chalmers)"),
    Mark(0.2, "Chalmers"),
    Mark(0.6, "Göteborg : Chalmers"),
    Mark(0.2, "Denna post skapades"),
    Mark(0.4, "Ämneskategorier", r"^Ämneskategorier(?: \(SSIF 2011\))?$"),
    Mark(0.4, "Subject Categories", r"^Subject Categories(?: \(SSIF 2011\))?$"),
    Mark(0.4, "Skapat", r"^Skapat\n+\d{4}-"),
    Mark(0.3, "Latest update", r"^Latest update\n+\d{1,2}/\d{1,2}/\d{4}"),
    Mark(0.3, "Mer information", r"^Mer information$"),
)
_KIND = re.compile(r"^(?P<type>[^\W\d_][^\d,]{3,60}(?:, [^\d,]{3,30})?), (?P<issued__calendar>(?:1[89]|20)\d\d)$")
_AUTHORS = ("författare", "author", "authors")
_HEADS = frozenset(
    "ämneskategorier|subject categories|styrkeområden|areas of advance|isbn|issn|doi|"
    "mer information|more information|identifikatorer|identifiers|"
    "kategorisering|categorizing|publicerad i|published in|utgivare|publisher|opponent|fundament|basic sciences|infrastruktur|infrastructure|"
    "ämneskategorier (ssif 2011)|subject categories (ssif 2011)|hållbar utveckling|sustainable development|relaterade dataset".split(
        "|"
    )
)
_NUMBERS = re.compile(r"^Vol\. \w+")
_IMPRINT = re.compile(
    r"^(?P<publisher_place>[^:\d]{2,40}) : (?P<publisher>[^,]{4,80}), (?P<issued__calendar>\d{4})\.(?: ISBN: (?P<ISBN>[\d-]+[\dXx])\.)?"
    r"(?:-? ?(?:[ivxlc]+, )?(?P<number_of_pages>\d+) s\.)?"
)


def marks(layout: Layout) -> float:
    """Weigh the headings of the site, the line of kind and year, the numbers of the library's records."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, by the line of kind and year, or by that of the imprint."""
    draft = generic.read(layout, NAME)
    if (kind := first_line(layout.lines[:8], _KIND)) and kind_of_work(kind[1]["type"]):
        return amended(draft.without("author"), _new(layout, *kind))
    imprint = first_line(layout.lines[:12], _IMPRINT)
    found = [*_old_names(layout), *(stated(layout, imprint[0].start, imprint[1], NAME, 0.93) if imprint else ())]
    return amended(draft.without("page") if imprint else draft, found)


def _new(layout: Layout, kind: Line, match: re.Match[str]) -> Iterator[Candidate]:
    yield from stated(layout, kind.start, match, NAME, 0.96)
    if kind.index:
        yield from claims(layout.text, "title", layout.lines[kind.index - 1].span, f"{NAME}.title", 0.96)
    heading = next((line.index for line in layout.lines if line.folded in _AUTHORS), None)
    if heading is None:
        return
    words = [
        line for line in layout.lines[kind.index + 1 : heading] if len(line.text) < PROSE / 2 and not line.text.endswith(".")
    ]
    places: list[Parts] = [(line.span,) for line in words]
    if words and (found := claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.9)):
        yield found
    names = [line.span for line in _names(layout, heading)]
    if people := claim(layout.text, "author", names_in(layout, names), f"{NAME}.author", 0.95):
        yield people


def _names(layout: Layout, heading: int) -> Iterator[Line]:
    """Yield the lines of names below the heading: not departments, not the journal above its numbers."""
    for line in layout.lines[heading + 1 :]:
        if line.folded in _HEADS or _NUMBERS.match(line.text):
            return
        following = layout.after(line.index)
        host = following is not None and (
            _NUMBERS.match(following.text) or "(ISSN)" in following.text or "(eISSN)" in following.text
        )
        if not host and "," not in line.text and not is_affiliation(line.text) and likeness(line.text) >= 0.5:
            yield line


def _old_names(layout: Layout) -> list[Candidate]:
    """Read the line in which semicolons part names with departments in brackets behind them."""
    for line in layout.lines[:12]:
        cuts = [piece.partition(" (")[0] for piece in line.text.split(" ; ")]
        if ("(Instit" in line.text or "(Fysiska" in line.text or len(cuts) > 1) and likeness("; ".join(cuts)) >= 0.5:
            starts = [match.end() for match in re.finditer(r"^| ; ", line.text)]
            spans = [
                strip(layout.text, line.start + at, line.start + at + len(name)) for at, name in zip(starts, cuts, strict=True)
            ]
            people = claim(layout.text, "author", [(span,) for span in spans], f"{NAME}.author", 0.94)
            return [people] if people else []
    return []
