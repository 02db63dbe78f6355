"""JSTOR: articles, chapters and books, on its site and on the cover sheets of its PDFs.

    JOURNAL ARTICLE / Title / Names / Journal / Vol. 38, No. 1 (Mar., 2004), pp. 23-62 (40 pages) / Published By: ... /
    https://doi.org/10.2307/... / https://www.jstor.org/stable/... / Abstract
    BOOK CHAPTER / 3 Title / From Book / Names / https://doi.org/... / Pages 45-67 (23 pages) / Published By: ... / Copyright Date: 2011
    Title / Author(s): Names / Source: Journal, Vol. 9 (Jan., 1897), pp. 107-116 / Published by: ... / Stable URL: ... / Accessed: ...
    Review / Reviewed Work(s): Book by Author / Review by: Name / Source: ...

What surprised us: the paragraphs on JSTOR itself look like an abstract; a chapter's number stands before its title without a stop.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "jstor"

MARKS = (
    Mark(0.4, "jstor.org/stable/", r"^https?://www\.jstor\.org/stable/\S+$", within=30),
    Mark(0.4, " pages)", r"^Vol\. .+, pp?\. .+ \(\d+ pages?\)$"),
    Mark(0.3, "Stable URL: ", within=30),
    Mark(0.3, "Accessed: ", r"^Accessed: \d\d[-/]\d\d[-/]\d{4}", within=30),
    Mark(0.3, "This is a preview. Log in through your library"),
    Mark(0.3, "Your use of the JSTOR archive"),
    Mark(0.2, "JOURNAL ARTICLE"),
    Mark(0.2, "BOOK", r"^BOOK(?: CHAPTER)?$"),
    Mark(0.2, "10.2307/", within=30),
)
_PLACE = re.compile(
    r"^(?:Vol\. (?P<volume>[\w/-]+))?(?:, )?(?:No\. (?P<issue>[\w/-]+))?(?:, [A-Z][^()]+?)? ?\((?P<issued__calendar>[^()]*\d{4})\),"
    r" pp?\. (?P<page>[\w-]+)(?: \(\d+ pages?\))?$"
)
_CHAPTER = re.compile(r"^(?:\d{1,2}|[IVXL]+)\.? (?P<title>\S.+)$")
_BOOK = re.compile(r"^From:? (?P<container_title>\S.+)$")
_PAGES = re.compile(r"^Pages (?P<page>\w+(?:-\w+)?) \(\d+ pages?\)$")
_COPYRIGHT = re.compile(r"^Copyright Date: (?P<issued__calendar>\d{4})$")
_EXTENT = re.compile(r"^Pages: (?P<number_of_pages>\d+)$")
_REVIEWED = re.compile(r"^Reviewed Works?(?:\(s\))?: (?P<title>.+)$")
_REVIEWER = re.compile(r"^Review by: (?P<author>.+)$")
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the stable address, the line of numbers and the site's notices."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, by what kind of work it says it is."""
    kinds = {line.text: line.index for line in layout.lines[:_HEAD] if line.text in {"BOOK", "BOOK CHAPTER", "CHAPTER"}}
    if "BOOK" in kinds:
        return _book(layout, kinds["BOOK"])
    draft = generic.read(layout, NAME)
    if kinds:
        return amended(draft, _chapter(layout, min(kinds.values())))
    found = [*_article(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)]
    return amended(draft, (*found, *read_lines(layout, layout.lines[:_HEAD], (_REVIEWED, _REVIEWER), NAME, 0.94)))


def _article(layout: Layout) -> Iterator[Candidate]:
    """Read the journal above the line of numbers, the names above it, and the title above those."""
    placed = first_line(layout.lines[:_HEAD], _PLACE)
    if not placed or placed[0].index < 2:
        return
    line, match = placed
    yield from stated(layout, line.start, match, NAME, 0.96)
    yield from claims(layout.text, "container-title", layout.lines[line.index - 1].span, f"{NAME}.journal", 0.95)
    people = people_between(layout, line.index - 2, line.index - 1, f"{NAME}.author", 0.94)
    title = line.index - (3 if people else 2)
    if title >= 0:
        yield from people
        yield from claims(layout.text, "title", layout.lines[title].span, f"{NAME}.title", 0.94)


def _chapter(layout: Layout, at: int) -> Iterator[Candidate]:
    """Read the title without its number, the book below it, and the names below that."""
    head = layout.lines[at:_HEAD]
    yield from claims(layout.text, "type", head[0].span, f"{NAME}.type:in-book", 0.95)
    if len(head) < 3:
        return
    numbered = _CHAPTER.match(head[1].text)
    title = (head[1].start + (numbered.start("title") if numbered else 0), head[1].end)
    yield from claims(layout.text, "title", title, f"{NAME}.title", 0.95)
    yield from read_lines(layout, head, (_BOOK, _PAGES, _COPYRIGHT), NAME, 0.95)
    if book := first_line(head, _BOOK):
        yield from people_between(layout, book[0].index + 1, book[0].index + 2, f"{NAME}.author", 0.94)


def _book(layout: Layout, at: int) -> Draft:
    """Read a whole book: its chapters below are no works of their own."""
    stop = next((line.index for line in layout.lines if line.folded == "table of contents"), len(layout.lines))
    page = layout.part(at, stop)
    found = [
        *claims(page.text, "type", page.lines[0].span, f"{NAME}.type:whole-book", 0.95),
        *(claims(page.text, "title", page.lines[1].span, f"{NAME}.title", 0.95) if len(page.lines) > 1 else []),
        *read_lines(page, page.lines, (_COPYRIGHT, _EXTENT), NAME, 0.95),
        *people_between(page, 2, 3, f"{NAME}.author", 0.94),
    ]
    return amended(generic.read(page, NAME).without("container-title", "page"), found)
