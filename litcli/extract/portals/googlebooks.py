"""Google Books: the page about a book.

    Title / Front Cover / Names / Publisher, Mar 6, 2008 - Subject - 214 pages / 0 Reviews / description / More » /
    What people are saying / ... / Common terms and phrases / ... / Bibliographic information / Title / Title / series / Authors /
    Names / Edition / 2, illustrated / Publisher / Name, 2008 / Original from / ... / ISBN / ... / Length / 214 pages / Subjects / ... /
    Export Citation

What surprised us: the row of the publisher ends in the year, the series stands below the title in its row, and a snippet of another
edition has the same title and names.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import names_in
from litcli.extract.readers.words import split_words

NAME = "googlebooks"

MARKS = (
    Mark(0.4, "Common terms and phrases", r"^Common terms and phrases$"),
    Mark(0.4, "Bibliographic information", r"^Bibliographic information$"),
    Mark(0.3, "What people are saying"),
    Mark(0.3, "EndNote RefMan"),
    Mark(0.2, "From inside the book"),
    Mark(0.3, "Google Books", within=6),
    Mark(0.2, "Shop for Books on Google Play"),
    Mark(0.3, "About ", r"^About [\d,]+ results"),
)
_LIST = re.compile(r"^About [\d,]+ results")
_IMPRINT = re.compile(
    r"^(?P<publisher>[^-]+?), (?P<issued>(?:[A-Z][a-z]{2} (?:\d{1,2}, )?)?\d{4}) - (?:.+? - )?(?P<number_of_pages>\d+) pages$|"
    r"^(?P<publisher2>[^-]+?), (?P<issued2>(?:[A-Z][a-z]{2} (?:\d{1,2}, )?)?\d{4})(?: - .+)?$"
)
_ROWS = frozenset(
    (
        "title", "author", "authors", "editor", "editors", "edition", "publisher", "isbn", "length", "subjects", "original from", "digitized",
        "translated by", "compiled by", "illustrated by", "export citation", "contributor", "contributors",
    )
)  # fmt: skip
_EDITION = re.compile(r"^(\d+)(?:, | |$)")
_YEAR_BEHIND = re.compile(r"^(?P<publisher>.+?), (?P<issued>\d{4})$")


def marks(layout: Layout) -> float:
    """Weigh the headings of the page."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page is about no single book."""
    return "a list of search results" if first_line(layout.lines[:10], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows at the end of the page state, and the line of publisher and date above."""
    start = next((line.index for line in layout.lines if line.folded == "bibliographic information"), None)
    if start is None:
        return generic.read(layout, NAME)
    rows = dict(_rows(layout, start))
    found = [*_book(layout, rows), *_head(layout, start), *kind(layout, MARKS, NAME, "whole-book", 0.9)]
    draft = generic.read(layout, NAME).without(
        "author", "container-title", "volume", "issue", "page", "keyword", "abstract", "collection-title"
    )
    return amended(draft, found)


def _rows(layout: Layout, start: int) -> Iterator[tuple[str, list[Line]]]:
    """Yield the rows by label: the label in a line of its own, or before a tab."""
    label = ""
    values: list[Line] = []
    for line in layout.lines[start + 1 :]:
        head, tab, _ = line.text.partition("\t")
        name = (head if tab else line.text).casefold()
        if name in _ROWS:
            if label:
                yield label, values
            label, values = name, []
            if tab:
                values = [layout.piece((line.start + len(head) + 1, line.end))]
        elif label:
            values.append(line)
    if label:
        yield label, values


def _book(layout: Layout, rows: dict[str, list[Line]]) -> Iterator[Candidate]:
    title = rows.get("title", [])
    if title:
        yield from claims(layout.text, "title", title[0].span, f"{NAME}.title", 0.97)
    for series in title[1:2]:
        yield from claims(layout.text, "collection-title", series.span, f"{NAME}.collection-title", 0.9)
    for label, field in (("author", "author"), ("authors", "author"), ("editor", "editor"), ("editors", "editor")):
        spans = [line.span for line in rows.get(label, [])]
        yield from filter(None, [claim(layout.text, field, names_in(layout, spans), f"{NAME}.{field}", 0.96)] if spans else [])
    for line in rows.get("publisher", [])[:1]:
        parted = _YEAR_BEHIND.match(line.text)
        yield from (
            stated(layout, line.start, parted, NAME, 0.94)
            if parted
            else claims(layout.text, "publisher", line.span, f"{NAME}.publisher", 0.94)
        )
    for line in rows.get("edition", [])[:1]:
        if number := _EDITION.match(line.text):
            yield from claims(layout.text, "edition", moved(line.start, number, 1), f"{NAME}.edition", 0.94)
    for line in rows.get("length", [])[:1]:
        yield from claims(layout.text, "number-of-pages", line.span, f"{NAME}.number-of-pages", 0.95)
    for line in rows.get("subjects", [])[:1]:
        stop = line.text.find(" › ")
        span = (line.start, line.start + stop if stop > 0 else line.end)
        yield from claimed(layout.text, "keyword", split_words(layout, span), f"{NAME}.keyword", 0.85)


def _head(layout: Layout, start: int) -> Iterator[Candidate]:
    """Read the line of publisher and date below the names, and the description below it."""
    imprint = first_line(layout.lines[: min(20, start)], _IMPRINT)
    if not imprint:
        return
    line, match = imprint
    yield from stated(layout, line.start, match, NAME, 0.95)
    for below in layout.lines[line.index + 1 : line.index + 4]:
        if len(below.text) > 2 * len("What people are saying - Write a review"):
            yield from claims(layout.text, "abstract", below.span, f"{NAME}.abstract", 0.9)
            return
