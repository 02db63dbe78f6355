"""Taylor & Francis eBooks: books and chapters of Routledge, CRC Press and others.

    Book / Title / DOI link for Title / Title book / ByNora Bellman / Edition 1st Edition / First Published 2017 / eBook Published 9 May 2017 /
    Pub. Location London / Imprint Routledge / DOI ... / Pages 248 / eBook ISBN ... / Subjects ... / ABSTRACT / ... / TABLE OF CONTENTS
    Chapter / Title / ... / ByNames / Book / Host / Edition ... / ... / Pages 22 / eBook ISBN ...

What surprised us: "By" is glued to the first name, the pages are counted, also those of a chapter, and the subjects are the shop's.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout, Line

NAME = "taylorfrancis"

MARKS = (
    Mark(0.5, "DOI link for ", r"^DOI link for "),
    Mark(0.3, "eBook Published", r"^eBook Published "),
    Mark(0.3, "Pub. Location", r"^Pub\. [Ll]ocation "),
    Mark(0.2, "First Published ", r"^First Published \d{4}"),
    Mark(0.2, "Imprint ", r"^Imprint [A-Z]"),
    Mark(0.3, "Taylor & Francis eBooks", within=6),
    Mark(0.2, "Showing ", r"^Showing \d+ - \d+ of [\d,]+"),
)
_LIST = re.compile(r"^(?:Showing \d+ - \d+ of|[\d,]+ results)")
_ROWS = (
    re.compile(r"^By ?(?P<author>[A-ZÀ-Þ].+)$"),
    re.compile(r"^Edited [Bb]y ?(?P<editor>[A-ZÀ-Þ].+)$"),
    re.compile(r"^Edition (?P<edition>\d\w*)"),
    re.compile(r"^(?:eBook Published|First Published) (?P<issued>(?:\d{1,2} [A-Z][a-z]+ )?\d{4})$"),
    re.compile(r"^Pub\. [Ll]ocation (?P<publisher_place>.+)$"),
    re.compile(r"^Imprint (?P<publisher>.+)$"),
)
_COUNT = re.compile(r"^Pages (?P<number_of_pages>\d+)$")
_PAGES = re.compile(r"^Pages (?P<page>\d+ ?[-–] ?\d+)$")
_KINDS = {"book": "whole-book", "chapter": "in-book"}


def marks(layout: Layout) -> float:
    """Weigh the link above the names and the rows of publisher and place."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single book or chapter."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state; what the page is stands above its title."""
    draft = generic.read(layout, NAME).without("author", "container-title", "keyword", "page", "volume", "issue", "issued")
    head = next((line for line in layout.lines[:15] if line.folded in _KINDS), None)
    dates = sorted(layout.lines[:40], key=lambda line: not line.text.startswith("eBook Published"))
    found = read_lines(layout, dates, _ROWS, NAME, 0.95)
    found += _head(layout, head) if head else ()
    whole = head is not None and head.folded == "book"
    found += read_lines(layout, layout.lines[:40], (_COUNT, _PAGES) if whole else (_PAGES,), NAME, 0.94)
    return amended(draft, found)


def _head(layout: Layout, head: Line) -> Iterator[Candidate]:
    """Read type, title and, for a chapter, the book that holds it."""
    yield from claims(layout.text, "type", head.span, f"{NAME}.type:{_KINDS[head.folded]}", 0.96)
    if below := layout.after(head.index):
        yield from claims(layout.text, "title", below.span, f"{NAME}.title", 0.96)
    host = next((line for line in layout.lines[head.index + 2 : 40] if line.folded == "book"), None)
    if head.folded == "chapter" and host and (named := layout.after(host.index)):
        yield from claims(layout.text, "container-title", named.span, f"{NAME}.book", 0.95)
