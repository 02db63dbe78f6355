"""ScienceDirect: articles and chapters of Elsevier.

    Journal / Volume 484, 15 June 2015, Pages 95-106 / Review / Title / Author links open overlay panelName a b, Name a c /
    https://doi.org/10.1016/...Get rights and content / Highlights / Abstract / Keywords / one a line
    Book / 2016, Pages 141-163 / Chapter 7 - Title / Author links open overlay panel ... / ...

What surprised us: letters behind the names point at affiliations and may be glued to them, when nobody can tell where a name ends; the
words of a link are glued to the DOI; a lone number behind the date is that of the article.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, Line, strip

NAME = "sciencedirect"

MARKS = (
    Mark(0.6, "Author links open overlay panel"),
    Mark(0.3, "Get rights and content"),
    Mark(0.3, "Add to Mendeley"),
    Mark(0.2, "Show full outline"),
    Mark(0.2, "ScienceDirect"),
)
_PLACE = re.compile(
    r"^Volumes? (?P<volume>[\w–-]+)(?:, (?:Issues? (?P<issue>[\w–-]+)|Supplement \w+|Part \w+))*, "
    r"(?P<issued__calendar>(?:\d{1,2} )?(?:[A-Z][a-z]+(?:[–-][A-Z][a-z]+)? )?(?:19|20)\d\d), "
    r"(?:Pages? (?P<page>\w+(?:[-–]\w+)?)|(?P<number>\d{4,7}))$"
)
_CHAPTER = re.compile(r"^(?P<issued__calendar>(?:19|20)\d\d), Pages (?P<page>\w+(?:[-–]\w+)?)$")
_CHAPTER_NUMBER = re.compile(r"^(?:Chapter \w+|Chapitre \w+|\d{1,3}) [-–] ")
_DOI = re.compile(r"^(?:DOI: )?https?://doi\.org/(?P<DOI>10\.1016/\S+?)(?:Get rights and content)?$")
_NAMES = re.compile(r"^Author links open overlay panel\s?(?P<names>.*)$")
_LETTERS = re.compile(r"(?:\s(?:[a-z]{1,2}|\d{1,2}))+$|\s?[∗*†⁎]+$")
_GLUED = re.compile(r"[a-zà-ÿ]{2}[A-ZÀ-Þ][a-zà-ÿ]")


def marks(layout: Layout) -> float:
    """Weigh the links around names and DOI."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of the names."""
    draft = generic.read(layout, NAME)
    chapter = first_line(layout.lines[:80], _CHAPTER)
    placed = first_line(layout.lines[:80], _PLACE) or chapter
    found = read_lines(layout, layout.lines[:80], (_CHAPTER if placed == chapter else _PLACE, _DOI), NAME, 0.95)
    found += kind(layout, MARKS, NAME, "in-book" if placed and placed == chapter else "in-journal", 0.75)
    if placed and placed[0].index:
        found += claims(layout.text, "container-title", layout.lines[placed[0].index - 1].span, f"{NAME}.journal", 0.94)
    named = first_line(layout.lines[:80], _NAMES)
    if named:
        title = layout.lines[named[0].index - 1]
        number = _CHAPTER_NUMBER.match(title.text) if placed and placed == chapter else None
        found += claims(layout.text, "title", (title.start + (number.end() if number else 0), title.end), f"{NAME}.title", 0.95)
        found += _people(layout, *named)
    return amended(draft.without("author") if named else draft, found)


def _people(layout: Layout, line: Line, match: re.Match[str]) -> Iterator[Candidate]:
    """Read the names behind the link's words, without the letters of affiliations; names that run together stay unread."""
    if not match["names"] or _GLUED.search(match["names"]):
        return
    places: list[Parts] = []
    for piece in re.finditer(r"[^,;]+", match["names"]):
        start = line.start + match.start("names") + piece.start()
        text = piece.group()
        while letters := _LETTERS.search(text):
            text = text[: letters.start()]
        if " " in text.strip():
            places.append((strip(layout.text, start, start + len(text)),))
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.93):
        yield people
