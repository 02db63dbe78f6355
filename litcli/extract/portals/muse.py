"""Project MUSE: articles, essays and reviews, their landing pages and the excerpts that stand in for an abstract.

    Title / Names / Journal / Publisher / Volume 41, Number 2, Spring 2006 / pp. 233-257 / 10.1353/las.2006.0021 / Article / Abstract: ...
    In lieu of an abstract, here is a brief excerpt of the content: / Journal 41.2 (2006) 258-263 / [Access article in PDF] / Title / Name / text
    Reviewed by: / Book by Author / Name / text [End Page 410]

What surprised us: the publisher stands between the journal and its numbers; an excerpt is no abstract, as the page itself says; the day on which
the journal was launched here is no date of the article.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout

NAME = "muse"

MARKS = (
    Mark(0.5, "here is a brief excerpt of the content"),
    Mark(0.4, "Launched on MUSE"),
    Mark(0.3, "Project MUSE", r"^Project MUSE(?: -.*)?$"),
    Mark(0.3, "10.1353/", r"^(?:DOI: )?(?:https://doi\.org/)?10\.1353/\S+$"),
    Mark(0.2, "[Access article in PDF]"),
)
_PLACE = re.compile(
    r"^Volume (?P<volume>[\w/-]+)(?:, (?:Number|Issue) (?P<issue>[\w/-]+))?, (?P<issued__calendar>[^,]*\d{4})(?: \(.+\))?$"
)
_PAGES = re.compile(r"^pp?\. (?P<page>\w+(?:-\w+)?)$")
_DOI = re.compile(r"^(?:DOI: )?(?:https://doi\.org/)?(?P<DOI>10\.1353/\S+)$")
_EXCERPT = re.compile(
    r"^(?P<container_title>[A-Z].{2,100}?) (?P<volume>\d+)[.:](?P<issue>[\d/-]+) \((?P<issued__calendar>(?:19|20)\d\d)\) (?P<page>\d+-\d+)$"
)
_LIEU = "In lieu of an abstract"
_OF_ANOTHER = ("author", "container-title", "volume", "issue", "page", "issued", "ISBN")
"""What an excerpt may state of the book that it reviews."""
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the words for the excerpt, the DOI and the site's name."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the excerpt is not taken for an abstract."""
    draft = generic.read(layout, NAME)
    if _LIEU in layout.page.visible:
        draft = draft.without("abstract", *_OF_ANOTHER)
    found = [*read_lines(layout, layout.lines, (_PAGES, _DOI), NAME, 0.95), *kind(layout, MARKS, NAME, "in-journal", 0.85)]
    head = [*_landing(layout)] or [*_excerpt(layout)]
    return amended(draft, (*found, *head))


def _landing(layout: Layout) -> Iterator[Candidate]:
    """Read publisher, journal, names and title, one above the other from the numbers upwards."""
    placed = first_line(layout.lines[:_HEAD], _PLACE)
    if not placed or placed[0].index < 3:
        return
    line, match = placed
    publisher, journal = layout.lines[line.index - 1], layout.lines[line.index - 2]
    yield from stated(layout, line.start, match, NAME, 0.95)
    yield from claims(layout.text, "publisher", publisher.span, f"{NAME}.publisher", 0.93)
    yield from claims(layout.text, "container-title", journal.span, f"{NAME}.journal", 0.94)
    people = people_between(layout, journal.index - 1, journal.index, f"{NAME}.author", 0.94)
    title = layout.lines[journal.index - (2 if people else 1)]
    yield from people
    yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.94)


def _excerpt(layout: Layout) -> Iterator[Candidate]:
    """Read what stands above the excerpt: the citation, the title, which may be broken behind its colon, and the name."""
    lieu = next((line for line in layout.lines if line.text.startswith(_LIEU)), None)
    lines = layout.lines[lieu.index + 1 : lieu.index + 10] if lieu else ()
    place = first_line(lines, _EXCERPT)
    if place:
        yield from stated(layout, place[0].start, place[1], NAME, 0.95)
        lines = layout.lines[place[0].index + 1 : place[0].index + 8]
    rest = [line for line in lines if not line.text.startswith("[") and line.folded not in {"reviewed by", "abstract"}]
    if not rest:
        return
    broken = rest[0].text.endswith(":") and len(rest) > 1
    spans = (rest[0].span, rest[1].span) if broken else (rest[0].span,)
    if title := claim(layout.text, "title", [spans], f"{NAME}.title", 0.9):
        yield title
    below = rest[len(spans)].index if len(rest) > len(spans) else 0
    if below:
        yield from people_between(layout, below, below + 1, f"{NAME}.author", 0.92)
