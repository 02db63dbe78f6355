"""SpringerLink, old and new, and Springer Professional.

    2013 | OriginalPaper | Chapter / 5. Title / Authors : Names / Published in: Book / Publisher: Springer New York
    Open Access 09.10.2020 | Original Research / Title / verfasst von: Names / Erschienen in: Cellulose | Ausgabe 17/2020

How SpringerLink's pages look is told in `litcli.extract.base.springer_nature`. What surprised us here: "5." before a title is the
number of the chapter, "OriginalPaper" is said of chapters too, and "17/2020" is an issue and its year.
"""

import re

from litcli.extract.base import generic, springer_books
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.springer_nature import HEAD, KINDS, read_page
from litcli.extract.candidates import Candidate, claim, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.portals import nature
from litcli.extract.readers.people import names_in

NAME = "springer"

_MARKS = (
    Mark(0.6, "Submit manuscript", r"Aims and scope\s*Submit manuscript$"),
    Mark(0.5, "This is a preview of subscription content, log in"),
    Mark(0.5, "Unable to display preview.", r"^Unable to display preview\.\s+Download preview PDF"),
    Mark(0.4, "Similar content being viewed by others", r"^Similar content being viewed by others$"),
    Mark(0.4, "Cite as", r"\|\s*Cite as$"),
    Mark(0.5, "Cite this article", r"\(\d{4}\)\s*Cite this article$"),
    Mark(0.2, "Book Title: ", r"^Book Title: "),
    Mark(0.4, "eBook Packages: ", r"^eBook Packages: "),
    Mark(0.4, "book series", r"^Part of the .*book series\b.*\("),
    Mark(0.4, ", Volume ", r"^[A-Z][a-z]+ \d{4}, Volume \w+, (?:Supplement \w+, )?Issue [\w–-]+, pp\s?\w"),
    Mark(0.2, "First Online:", r"^First Online:"),
    Mark(0.2, "Access this ", r"^Access this (?:article|chapter)$"),
    Mark(0.2, "Downloads", r"^(?:[\d.,]+k? )?Downloads$"),
    Mark(0.2, "Accesses", r"^(?:[\d.,]+k? )?Accesses$"),
    Mark(0.4, "Email author", r"\wEmail authors?$"),
    Mark(0.4, "E-Mail-Autor", r"\wE-Mail-Autors?$"),
    Mark(0.4, "Cite this c", r"^Cite this (?:chapter|conference paper)(?: as:)?$"),
    Mark(0.4, "Publisher Name", r"^Publisher Name\s*:?\s*Springer"),
    Mark(0.2, "Springer Nature remains neutral"),
    Mark(0.1, "doi.org/10.1007/", r"https?://(?:dx\.)?doi\.org/10\.1007/"),
)
_PROFESSIONAL = re.compile(
    r"^(?:(?:Open Access\s)?(?P<date>\d{2}\.\d{2}\.\d{4}|\d{2}-\d{2}-\d{4}|\d{4})\s*\|\s*(?P<kinds>[^|]+(?:\|[^|]+)*))$"
)
_ASSISTANT = re.compile(r"^(?:Aktivieren Sie unsere intelligente Suche|Activate our intelligent search|search-config$)")
_CHAPTER_NUMBER = re.compile(r"^\d{1,3}\.\s+(?=\S)")
_AUTHORS = re.compile(r"^(?:verfasst von|Authors?|Written by)\s*:\s*(?P<names>.+)$", re.IGNORECASE)
_EDITORS = re.compile(r"^(?:herausgegeben von|Editors?|Edited by)\s*:\s*(?P<names>.+)$", re.IGNORECASE)
_HOST = re.compile(
    r"^(?:Erschienen in|Published in)\s*:\s*(?P<host>[^|]+?)(?:\s*\|\s*(?:Ausgabe|Issue|Sonderheft)\s*(?P<issue>[\w-]+)/(?P<year>\d{4}))?$"
)
_PUBLISHER = re.compile(r"^(?:Verlag|Publisher)\s*:\s*(?P<publisher>.+)$")


def marks(layout: Layout) -> float:
    """Weigh the lines that only these sites print; what nature.com claims is not SpringerLink's."""
    if _head_line(layout) and any(_ASSISTANT.match(line.text) for line in layout.lines):
        return 1.0
    if nature.marks(layout) >= 0.5:
        return 0.0
    return weigh(layout, _MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    if springer_books.is_book(layout):
        return springer_books.read(layout, NAME)
    line = _head_line(layout)
    return _professional(generic.read(layout, NAME), layout, line) if line else read_page(layout, NAME)


def _head_line(layout: Layout) -> Line | None:
    """Return the line of Springer Professional that tells date and kind."""
    return next((line for line in layout.lines[:HEAD] if _PROFESSIONAL.match(line.text)), None)


def _professional(draft: Draft, layout: Layout, line: Line) -> Draft:
    """Read the lines around the one that tells date and kind."""
    found = [*_dated(layout, line), *_kind(layout, line), *_title(layout, line)]
    for row in layout.lines[line.index + 1 : line.index + 12]:
        found += _row(layout, row)
    fields = {candidate.field for candidate in found} | {"container-title", "volume", "issue", "page", "genre", "keyword"}
    return draft.without(*fields).plus(*found)


def _dated(layout: Layout, line: Line) -> list[Candidate]:
    head = _PROFESSIONAL.match(line.text)
    return claims(layout.text, "issued", moved(line.start, head, "date"), f"{NAME}.issued:calendar", 0.96) if head else []


def _kind(layout: Layout, line: Line) -> list[Candidate]:
    """Read the kind: that of a chapter or book is named last, all others are articles of a journal."""
    head = _PROFESSIONAL.match(line.text)
    if not head:
        return []
    start, end = moved(line.start, head, "kinds")
    last = strip(layout.text, start + head["kinds"].rfind("|") + 1, end)
    normaliser = KINDS.get(layout.text[last[0] : last[1]].casefold(), "in-journal")
    return claims(layout.text, "type", last, f"{NAME}.type:{normaliser}", 0.95)


def _title(layout: Layout, line: Line) -> list[Candidate]:
    """Read the next line, without the number of the chapter."""
    title = layout.after(line.index)
    if not title:
        return []
    number = _CHAPTER_NUMBER.match(title.text)
    return claims(layout.text, "title", (title.start + (number.end() if number else 0), title.end), f"{NAME}.title", 0.97)


def _row(layout: Layout, line: Line) -> list[Candidate]:
    for pattern, field in ((_AUTHORS, "author"), (_EDITORS, "editor")):
        if found := pattern.match(line.text):
            people = claim(layout.text, field, names_in(layout, [moved(line.start, found, "names")]), f"{NAME}.{field}", 0.97)
            return [people] if people else []
    if publisher := _PUBLISHER.match(line.text):
        return claims(layout.text, "publisher", moved(line.start, publisher, "publisher"), f"{NAME}.publisher", 0.96)
    if host := _HOST.match(line.text):
        issue = claims(layout.text, "issue", moved(line.start, host, "issue"), f"{NAME}.issue", 0.96) if host["issue"] else []
        return [*claims(layout.text, "container-title", moved(line.start, host, "host"), f"{NAME}.host", 0.96), *issue]
    return []
