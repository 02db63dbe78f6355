"""Google Scholar: the page behind a title in a profile, and one result pasted from a list.

    Title / [PDF] from host / Authors / Names / Publication date / 2018/5 / Journal / ... / Volume / 55 / ... / Description / ... /
    Total citations / Cited by 45 / Scholar articles / Title / MB Holt, P van der Laan - Journal, 2018 / Cited by 45 Related articles
    [PDF] host / Title / MB Holt, P van der Laan - Journal of Coastal Kites, 2018 - Publisher / words … words … /
    Save Cite Cited by 45 Related articles

What surprised us: "Conference" names proceedings; the text below a result is cut together from anywhere in the work and is no abstract; names
and journals that end with "…" were cut.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import names_in

NAME = "scholar"

MARKS = (
    Mark(0.5, "Scholar articles"),
    Mark(0.3, "Total citations"),
    Mark(0.5, "Related articles", r"^(?:☆ )?Save\b.* Cite\b.* Related articles\b"),
    Mark(0.3, "Cited by ", r"Cited by \d+ Related articles"),
)
_RESULT = re.compile(r"^(?P<names>[^–-].*?) - (?:(?P<host>(?!\d{4} -).*?), )?(?P<year>(?:19|20)\d\d)(?: - (?P<publisher>.+))?$")
_TAGS = re.compile(r"^(?:\[(?P<tag>[A-Z]+)\]\s?)+")
_BUTTONS = re.compile(r"^(?:☆ )?Save\b.* Cite\b")
_DATE = re.compile(r"^(?P<issued__stated_date>\d{4}(?:/\d{1,2}){0,2})$")


def marks(layout: Layout) -> float:
    """Weigh the buttons below a result and the headings of the page behind it."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell a list of results."""
    return "a list of search results" if sum(bool(_BUTTONS.match(line.text)) for line in layout.lines) > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page behind a title states in its rows, or the one result."""
    stop = next((line.index for line in layout.lines if line.folded == "scholar articles"), len(layout.lines))
    page = layout.part(0, stop)
    draft = generic.read(page, NAME)
    result = first_line(page.lines, _RESULT)
    if stop == len(layout.lines) and result:
        return amended(draft.without("abstract", "volume", "issue", "page"), _one_result(layout, *result))
    return amended(draft.without("event-title"), (*read_lines(page, page.lines, (_DATE,), NAME, 0.95), *_proceedings(page)))


def _proceedings(layout: Layout) -> Iterator[Candidate]:
    """Read what stands below "Conference": it is what the paper was printed in."""
    label = next((line for line in layout.lines if line.folded == "conference"), None)
    host = layout.after(label.index) if label else None
    if host:
        yield from claims(layout.text, "container-title", host.span, f"{NAME}.proceedings", 0.93)
        yield from claims(layout.text, "type", host.span, f"{NAME}.type:at-event", 0.93)


def _one_result(layout: Layout, line: Line, match: re.Match[str]) -> Iterator[Candidate]:
    """Read the title above the line of names, host, year and publisher, and that line."""
    above = layout.lines[line.index - 1] if line.index else None
    if above:
        tags = _TAGS.match(above.text)
        yield from claims(layout.text, "title", (above.start + (tags.end() if tags else 0), above.end), f"{NAME}.title", 0.94)
        if tags and tags["tag"] in {"BOOK", "B"}:
            yield from claims(layout.text, "type", (above.start, above.start + tags.end()), f"{NAME}.type:whole-book", 0.9)
    yield from claims(layout.text, "issued", moved(line.start, match, "year"), f"{NAME}.issued:calendar", 0.95)
    if match["host"] and "…" not in match["host"]:
        yield from claims(layout.text, "container-title", moved(line.start, match, "host"), f"{NAME}.host", 0.9)
    if match["publisher"] and "." not in match["publisher"] and "…" not in match["publisher"]:
        yield from claims(layout.text, "publisher", moved(line.start, match, "publisher"), f"{NAME}.publisher", 0.85)
    names = moved(line.start, match, "names")
    people = claim(
        layout.text,
        "author",
        names_in(layout, ((names[0], names[0] + len(match["names"].rstrip(" …"))),)),
        f"{NAME}.author",
        0.92,
    )
    if people:
        yield people
    if "…" in match["names"]:
        yield from claims(layout.text, "authors-incomplete", names, f"{NAME}.authors-incomplete", 0.95)
