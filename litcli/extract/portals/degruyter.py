"""De Gruyter: articles, chapters and books, on the pages before 2021 and since.

    Journal / Editor-in-Chief: ... / Online ISSN 2194-9646 / Volume 49, Issue 3-4 / Issues / Title / Names / Published Online: ... | DOI: ...
    Open Access Published by De Gruyter November 8, 2023 / Title / • Name / Name / EMAIL logo / , Name / From the journal ABI Technik
    Book Requires Authentication / Title / Subtitle / Name / Volume 7 in the series Studies / DOI / Cite this book / About this book / ... /
    eBook published on: / April 18, 2016 / eBook ISBN: / ...

What surprised us: the editors are the journal's; every name stands twice on new pages; the names of tabs and buttons stand among the lines.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "degruyter"

MARKS = (
    Mark(0.5, "Jump to Content", r"^Jump to Content\s?Jump to Main Navigation"),
    Mark(0.3, "Show Summary Details"),
    Mark(0.3, "See all formats and pricing"),
    Mark(0.6, "De Gruyter", r"Published by De Gruyter(?:\s\w+)?\s\w+ \d{1,2}, \d{4}"),
    Mark(0.4, "From the journal", r"^From the (?:journal|book) \S"),
    Mark(0.3, "10.1515/", r"^(?:.*\|\s)?(?:DOI:?\s)?https?://doi\.org/10\.1515/"),
    Mark(0.3, "EMAIL logo"),
    Mark(0.4, "eBook ", r"^eBook (?:published on|veröffentlicht am):"),
    Mark(0.3, "Cite this book", r"^Cite this book$"),
    Mark(0.3, "Dieses Buch zitieren", r"^Dieses Buch zitieren$"),
)
_OPENED = re.compile(r"Published by De Gruyter(?:\s[A-Z]\w+)?\s(?P<issued__calendar>[A-Z][a-z]+ \d{1,2}, \d{4})")
_FROM = re.compile(
    r"^From the (?:journal (?P<container_title>(?P<type__in_journal>.+))|book (?P<container_title2>(?P<type__in_book>.+)))$"
)
_ONLINE = re.compile(r"^Published Online:? ?(?P<issued__calendar>\d{4}-\d\d-\d\d)")
_ISSUE = re.compile(r"^Volume (?P<volume>[\w-]+)(?:, Issue (?P<issue>[\w/.–-]+))?")
_BOOK = re.compile(r"^(?:Book|Buch|E-Book)\b.{0,60}$")
_SERIES = re.compile(r"^(?:Volume|Band) (?P<collection_number>[\w/-]+) (?:in the series|der Reihe) (?P<collection_title>.+)$")
_ROLE = re.compile(r"^(?:Edited by|Herausgegeben von)[:\s]+")
_EBOOK = re.compile(r"^eBook (?:published on|veröffentlicht am):?$")
_BOOK_LINK = frozenset(("cite this book", "dieses buch zitieren"))
_BUTTONS = frozenset({"more options …", "more options ...", "issues", "get access", "published online", "show summary details"})
_EDITORS = re.compile(r"^(?:Editors?-in-Chief|Managing Editor|Ed\. by|Editor):?", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the site's navigation, its imprint and its DOI."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the journal's editors are none of the work's."""
    if cited := next((line for line in layout.lines if line.folded in _BOOK_LINK), None):
        return _book(layout, cited.index)
    draft = generic.read(layout, NAME).without("editor")
    if opened := first_line(layout.lines[:12], _OPENED):
        page = layout.part(opened[0].index + 1)
        found = [*read_lines(layout, layout.lines[:60], (_OPENED, _FROM), NAME, 0.95), *_new_head(page)]
        return amended(draft.without("author"), found)
    found = read_lines(layout, layout.lines[:40], (_ISSUE, _ONLINE), NAME, 0.95)
    return amended(draft, (*found, *_journal(layout), *kind(layout, MARKS, NAME, "in-journal", 0.8)))


def _book(layout: Layout, stop: int) -> Draft:
    """Read a book: its head down to the link for citing it, the date and the rows below."""
    draft = generic.read(layout, NAME).without("container-title", "volume", "issue", "author", "editor")
    kinds = [line.index for line in layout.lines[:stop] if _BOOK.match(line.text)]
    head = [line for line in layout.lines[(kinds[-1] + 1) if kinds else 0 : stop] if not line.text.startswith("http")]
    found = [
        *read_lines(layout, head, (_SERIES,), NAME, 0.95),
        *_book_head(layout, [line for line in head if not _SERIES.match(line.text)]),
    ]
    if online := first_line(layout.lines, _EBOOK):
        dated = layout.lines[online[0].index + 1 : online[0].index + 2]
        found += [one for line in dated for one in claims(layout.text, "issued", line.span, f"{NAME}.issued", 0.94)]
    if house := next((line for line in layout.lines[:4] if line.text == "De Gruyter"), None):
        found += claims(layout.text, "publisher", house.span, f"{NAME}.publisher", 0.9)
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "whole-book", 0.9)))


def _book_head(layout: Layout, head: list[Line]) -> Iterator[Candidate]:
    """Read title, subtitle and names, which stand one below the other."""
    names = [line for line in head[1:] if likeness(_ROLE.sub("", line.text)) >= SURE]
    stop = head.index(names[0]) if names else 1
    parts = tuple(line.span for line in head[: min(2, stop)])
    if parts:
        title = claim(layout.text, "title", [parts], f"{NAME}.title:subtitled" if len(parts) > 1 else f"{NAME}.title", 0.95)
        yield from filter(None, [title])
    for line in names[:1]:
        role = _ROLE.match(line.text)
        span = (line.start + (role.end() if role else 0), line.end)
        field = "editor" if role else "author"
        yield from claimed(layout.text, field, names_in(layout, (span,)), f"{NAME}.{field}", 0.93)


def _journal(layout: Layout) -> list[Candidate]:
    """Read the line above the editors or the ISSN as the journal, buttons left out."""
    stop = next((line.index for line in layout.lines[:25] if _EDITORS.match(line.text) or "ISSN" in line.text), 0)
    for line in reversed(layout.lines[max(0, stop - 3) : stop]):
        if line.folded not in _BUTTONS and not line.text.startswith(("Online", "Print", "Jump")):
            return claims(layout.text, "container-title", line.span, f"{NAME}.journal", 0.94)
    return []


def _new_head(page: Layout) -> Iterator[Candidate]:
    """Read the title, and each name once: it stands as a line alone, then again behind a bullet or a comma."""
    stop = next((line.index for line in page.lines[:80] if _FROM.match(line.text)), 0)
    if not stop:
        return
    yield from claims(page.text, "title", page.lines[0].span, f"{NAME}.title", 0.95)
    places: list[Parts] = []
    said: set[str] = set()
    for line in page.lines[1:stop]:
        span = strip(page.text, line.start + _joint(line), line.end, ",")
        name = page.text[slice(*span)]
        if name and name not in said and "logo" not in name and likeness(name) >= 0.6:
            said.add(name)
            places.append((span,))
    if found := claim(page.text, "author", places, f"{NAME}.author", 0.93):
        yield found


def _joint(line: Line) -> int:
    """Return how long the word is that joins a name to the one before."""
    return 4 if line.text.startswith("and ") else 0
