"""Hindawi: articles of its journals, as its own site showed them.

    Journal/2014/Article / ... / Research Article | Open Access / Volume 2014 | Article ID 123456 | https://doi.org/10.1155/... / Show citation /
    Title / Names with marks / Show more / Academic Editor: ... / Received ... / Published 17 Mar 2014 / Abstract / ...
    Journal / Volume 2012 (2012), Article ID 123456, 9 pages / http://dx.doi.org/10.1155/2012/123456 / Research Article / Title / Names / ...

What surprised us: the year is the volume, and the journal's name is glued to year and "Article" in the path above.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "hindawi"

MARKS = (
    Mark(0.3, "10.1155/", r"^(?:Volume \d{4} ?\| ?Article ID .*)?(?:DOI: ?)?https?://(?:dx\.)?doi\.org/10\.1155/\S+$", within=40),
    Mark(0.4, "Article ID ", r"^Volume \d{4}(?: \(\d{4}\),| ?\|) ?Article ID \w+"),
    Mark(0.1, "Academic Editor", r"^Academic Editors?: "),
    Mark(0.3, "Hindawi", within=8),
    Mark(0.2, "Show citation", r"^Show citation$"),
    Mark(0.2, "Article of the Year"),
)
_PLACE = re.compile(
    r"^Volume (?P<volume>\d{4})(?: \((?P<issued>\d{4})\),| ?\|) ?Article ID (?P<number>\w+)(?:, (?P<number_of_pages>\d+) pages)?"
    r"(?: ?\| ?https?://doi\.org/(?P<DOI>10\.1155/\S+))?"
)
_PATH = re.compile(r"^(?P<container_title>.{3,100}?)/\d{4}/Article$")
_PUBLISHED = re.compile(r"^Published (?P<issued>\d{1,2} [A-Z][a-z]+ \d{4})$")
_BUTTONS = frozenset(("show citation", "show more", "on this page"))


def marks(layout: Layout) -> float:
    """Weigh the publisher's prefix, its numbers and its editors."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: it is a journal's home."""
    home = any(line.folded in {"journal overview", "journal profile", "about this journal"} for line in layout.lines[:25])
    return "a page of a journal about itself" if home and not first_line(layout.lines, _PLACE) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: title and names stand below the line of the numbers."""
    draft = generic.read(layout, NAME).without("container-title", "volume", "issue", "page", "issued")
    placed = first_line(layout.lines[:40], _PLACE)
    found = read_lines(layout, layout.lines[:50], (_PATH, _PUBLISHED), NAME, 0.95)
    if placed:
        dated = any(one.field == "issued" for one in found)
        found += [one for one in stated(layout, placed[0].start, placed[1], NAME, 0.95) if one.field != "issued" or not dated]
        found += _head(layout, placed[0], named=any(one.field == "container-title" for one in found))
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout, placed: Line, *, named: bool) -> Iterator[Candidate]:
    """Read journal, title and names around the line of the numbers; on old pages the journal stands above it, a link and the kind below."""
    if placed.index and not named:
        yield from claims(layout.text, "container-title", layout.lines[placed.index - 1].span, f"{NAME}.journal", 0.9)
    below = [line for line in layout.lines[placed.index + 1 : placed.index + 7] if line.folded not in _BUTTONS]
    below = [line for line in below if not line.text.startswith("http") and not layout.vocabulary.knows(line.folded)]
    if below:
        yield from claims(layout.text, "title", below[0].span, f"{NAME}.title", 0.95)
    if len(below) > 1 and likeness(below[1].text) >= SURE:
        yield from claimed(layout.text, "author", names_in(layout, (below[1].span,)), f"{NAME}.author", 0.94)
