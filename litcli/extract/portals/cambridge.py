"""Cambridge Core: articles, chapters and books.

    Skip to main content Accessibility help / Title / • Name (a1) (a2), Name (a3) ... / abstract / • Send article to Kindle
    Title / Published online by Cambridge University Press: 12 March 2015 / Name and Name / Article contents / Abstract
    Home / >Books / >Title / Title / Subtitle / buttons / Name, University / Publisher: / ... / Online publication date: / June 2019 /
    Print publication year: / ... / Online ISBN: / ... / DOI: / ... / Subjects: / ... / Book description / ... / Reviews / ... / Contents / ...

What surprised us: the letters in brackets behind the names point at affiliations; a text about sending to a reading device is no abstract; many
pages do not name the journal at all.
"""

import re
from collections.abc import Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, is_affiliation, likeness, names_in

NAME = "cambridge"

MARKS = (
    Mark(0.5, "Skip to main content Accessibility help"),
    Mark(0.6, "Published online by Cambridge University Press"),
    Mark(0.4, "Send article to Kindle"),
    Mark(0.4, "to Kindle", r"^(?:Save|Send) (?:article|book|chapter) to Kindle"),
    Mark(0.3, "(a1)", r"[^\W\d_]\s?\(a1\)"),
    Mark(0.3, "Rights & Permissions", r"^(?:Rights & Permissions|\[Opens in a new window\])"),
    Mark(0.2, "10.1017/", r"^(?:DOI:?\s?)?https?://(?:dx\.)?doi\.org/10\.1017/"),
)
_CHAPTER = re.compile(r"(?:Send|Save) (?:book|chapter) to Kindle|^Book contents", re.MULTILINE)
_ONLINE = re.compile(r"^Published online by Cambridge University Press:?\s*(?P<issued__calendar>\d{1,2} \w+ \d{4})")
_NAVIGATION = re.compile(r"^Skip to main content Accessibility help$")
_NUMBER = re.compile(r"^\d{1,2} - (?=\S)")
_MARKED = re.compile(r"[^\W\d_]\s?\(a\d{1,2}\)")
_SHORTEST = 8
_PRINTED = "print publication year"
"""A label that only books have."""
_BOOK_ENDS = frozenset(("reviews", "contents", "metrics", "recommend this book"))
_PLACE = re.compile(
    r"^(?P<container_title>[A-Z][^,|]{3,90}?)(?:,\s|\s\|\s)Volume (?P<volume>[\w-]+)(?:,\s(?:Issue|Special Issue) (?P<issue>[\w./-]+))?"
    r"(?:[,:]\s.*?)?,\s(?P<issued>(?:[A-Z]\w+(?:[ /-][A-Z]\w+)? )?\d{4}),\s(?:pp?\.\s(?P<page>\w+(?:\s?[–-]\s?\w+)?)|(?P<number>e\d+))"
)


def marks(layout: Layout) -> float:
    """Weigh the site's navigation, its imprint and its reading device."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the site holds no article: it lists an issue."""
    titles = sum(line.folded.startswith(("get access", "view abstract", "export citation")) for line in layout.lines)
    return "the table of contents of an issue" if titles >= 6 else None


def read(layout: Layout) -> Draft:
    """Return what the page states; an article unless a book is spoken of."""
    if any(line.folded == _PRINTED for line in layout.lines):
        return _book(layout)
    draft = generic.read(layout, NAME)
    host = "in-book" if _CHAPTER.search(layout.page.visible) else "in-journal"
    found = read_lines(layout, layout.lines[:60], (_PLACE,), NAME, 0.94) or read_lines(
        layout, layout.lines[:20], (_ONLINE,), NAME, 0.94
    )
    return amended(draft, (*_title(layout), *_marked_names(layout), *found, *kind(layout, MARKS, NAME, host, 0.8)))


def _book(layout: Layout) -> Draft:
    """Read a book: its rows, and the lines without labels above them."""
    stop = next((line.index for line in layout.lines if line.folded in _BOOK_ENDS), len(layout.lines))
    page = layout.part(0, stop)
    rows = next((line.index for line in page.lines if line.folded in {"publisher", _PRINTED}), 0)
    path = [line.index for line in page.lines[:rows] if line.text.startswith(">")]
    head = page.lines[path[-1] + 1 : rows] if path else page.lines[:rows]
    draft = generic.read(page, NAME).without("author", "keyword", "page", "container-title", "volume")
    return amended(draft, (*_book_head(page, head), *kind(page, MARKS, NAME, "whole-book", 0.9)))


def _book_head(page: Layout, head: Sequence[Line]) -> list[Candidate]:
    """Read the title with its subtitle, which buttons end, and the person above the rows, with the place where they work."""
    buttons = next((at for at, line in enumerate(head) if page.vocabulary.knows(line.folded)), len(head))
    parts = tuple(line.span for line in head[: min(2, buttons)])
    found = (
        [claim(page.text, "title", [parts], f"{NAME}.title:subtitled" if len(parts) > 1 else f"{NAME}.title", 0.95)]
        if parts
        else []
    )
    named = [line for line in head[buttons:] if likeness(line.text.split(",")[0]) >= SURE]
    for line in named[-1:]:
        field = "editor" if line.text.startswith("Edited by") else "author"
        start = line.start + (len("Edited by ") if field == "editor" else 0)
        pieces = [moved(start, piece) for piece in re.finditer(r"[^,;]+", page.text[start : line.end])]
        people = [
            span for span in pieces if likeness(page.text[slice(*span)]) >= SURE and not is_affiliation(page.text[slice(*span)])
        ]
        found.append(claim(page.text, field, names_in(page, people), f"{NAME}.{field}", 0.93))
    return [one for one in found if one]


def _marked_names(layout: Layout) -> list[Candidate]:
    """Read the names that letters in brackets follow: "(a1)"."""
    lines = [line.span for line in layout.lines[:20] if _MARKED.search(line.text)]
    return claimed(layout.text, "author", names_in(layout, lines), f"{NAME}.author", 0.94) if lines else []


def _title(layout: Layout) -> list[Candidate]:
    """Read the line above the day of publication, else the first one below the navigation; a chapter's number is left out."""
    online = first_line(layout.lines[:20], _ONLINE)
    opened = first_line(layout.lines[:3], _NAVIGATION)
    line = layout.lines[online[0].index - 1] if online and online[0].index else layout.after(opened[0].index) if opened else None
    if not line or len(line.text) < _SHORTEST:
        return []
    number = _NUMBER.match(line.text)
    return claims(layout.text, "title", (line.start + (number.end() if number else 0), line.end), f"{NAME}.title", 0.93)
