"""EPrints: archives of universities, old pages and new.

    Title / Family, Given and Family, Given (2011) Title. Journal, 84 (1). pp. 1-9. ISSN 1550-7998 / Abstract / Item Type: Article / ...
    Permanent URL / Schmidt, D; Hoerstrup, S P (2006). Title. Journal, 136(39-40):618-623. / Item Type: ... / Deposited On: ...

What surprised us: "and" parts names that stand family name first; an asterisk marks those from elsewhere; the dates of deposit and last change
are no dates of the work, and the number in the address is none of its numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.people import likeness

NAME = "eprints"

MARKS = (
    Mark(0.4, "Item Type", r"^\|?\s?Item Type\s?:?\s?\|?"),
    Mark(0.4, "Depositing User", r"^\|?\s?Depositing User\s?:?"),
    Mark(0.3, "Deposited On", r"^Deposited On\s?:"),
    Mark(0.3, "Last Modified", r"^\|?\s?Last Modified\s?:"),
    Mark(0.4, "/id/eprint/"),
    Mark(0.2, "eprint", r"https?://\S*eprints?\S*"),
    Mark(0.4, "Repository Staff Only"),
    Mark(  # one publisher (10.4236) prints citations in the same form
        0.6,
        " (",
        r"^(?!.*10\.4236/)(?:[^\W\d_][\w'’ .-]+, [^\W\d_][\w'’ .-]+(?: and |; )){1,}"
        r"[^\W\d_][\w'’ .-]+, [\w'’ .-]+ \((?:18|19|20)\d\d\) (?!In\s)[^\s\"“'‘].{10,}\. \S",
    ),
    Mark(0.6, " (", r"^[^\W\d_][\w'’ .-]+, [^\W\d_][\w'’ .-]+ \((?:18|19|20)\d\d\) [^\s\"“'‘].{10,}\. \S.*\bISSN\b"),
)
_YEAR = re.compile(r"\s?\((?P<year>(?:1[6-9]|20)\d{2})(?:[-, ][^()]{1,12})?\)\.?\s")
_JOINED = re.compile(r"\s+and\s+|\s*;\s*")
_THESIS = re.compile(
    r"\.\s(?P<genre>(?:PhD|Ph\.D\.|Doctoral|Masters?|MPhil|MSc|MA|MRes|DPhil|EdD|Engineering D|"
    r"University of .{3,30} Doctoral) ?(?:thesis|dissertation)|Thesis|PhD thesis),\s(?P<publisher>[^.]+)",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\.\sIn:\s(?P<container>.+?)(?=\.\s(?:[^\W\d_][^.]{2,60}),\s|,\s\d|\.\sISBN|\.\s\(|\.\spp|\.$)(?:\.\s(?P<publisher>[^.,\d]{3,60})(?:,\s[^.\d]{2,50})?)?"
)


def marks(layout: Layout) -> float:
    """Weigh the rows that the software prints under every record, and the shape of its citation."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of an archive holds no record: it cites several works, one a line."""
    return "a list of several works" if len(list(_citations(layout))) >= 3 else None


def read(layout: Layout) -> Draft:
    """Return what the page states; the citation parted by its year in brackets."""
    draft = _without_classes(generic.read(layout, NAME))
    line = next(_citations(layout), None)
    return amended(draft.without("container-title", "volume", "issue", "page"), _parts(layout, line)) if line else draft


def _without_classes(draft: Draft) -> Draft:
    """Leave out what stands under "Subjects": classes of a library, no words for this work."""
    classes = {
        row.values[0][0]
        for row in draft.rows
        if row.values and draft.layout.text[row.label[0] : row.label[1]].startswith("Subjects")
    }
    kept = (c for c in draft.candidates if not (c.field == "keyword" and c.start in classes))
    return replace(draft, candidates=tuple(kept))


def _citations(layout: Layout) -> Iterator[Line]:
    """Yield the lines that begin with names, family name first, and a year in brackets."""
    for line in layout.body[:60]:
        year = _YEAR.search(line.text)
        if year and year.start() > 3 and len(line.text) - year.end() > 15 and _are_names(line.text[: year.start()]):
            yield line


def _are_names(text: str) -> bool:
    pieces = [piece for piece in _JOINED.split(text) if piece]
    inverted = sum("," in piece and len(piece) < 60 for piece in pieces)
    return inverted >= 0.8 * len(pieces) and likeness("; ".join(pieces[:8])) >= 0.5


def _parts(layout: Layout, line: Line) -> Iterator[Candidate]:
    """Part "Names (year) Title. Host"; the title stands above too, or ends at its first full stop."""
    year = _YEAR.search(line.text)
    if not year:
        return
    if people := claim(layout.text, "author", list(_names(layout, line, year.start())), f"{NAME}.author", 0.96):
        yield people
    yield from claims(layout.text, "issued", moved(line.start, year, "year"), f"{NAME}.issued:calendar", 0.95)
    title = _title(layout, line, year.end())
    if not title:
        return
    yield from claims(layout.text, "title", title, f"{NAME}.title", 0.96)
    yield from _place(layout, title, line.end)


def _names(layout: Layout, line: Line, stop: int) -> Iterator[Parts]:
    start = 0
    for parting in [*_JOINED.finditer(line.text, 0, stop), None]:
        end = parting.start() if parting else stop
        span = strip(layout.text, line.start + start, line.start + end, "*,;")
        if span[0] < span[1]:
            yield (span,)
        start = parting.end() if parting else stop


def _title(layout: Layout, line: Line, start: int) -> Span | None:
    """Return the title within the citation: what a line above says, else up to the first full stop that a place follows."""
    rest = line.text[start:]
    above = [other for other in layout.lines[: line.index] if len(other.text) > 8 and rest.startswith(other.text.rstrip("."))]
    if above:
        return line.start + start, line.start + start + len(above[-1].text.rstrip("."))
    for stop in re.finditer(r"[.?!](?=\s+\S)", rest):
        if stop.start() > 8 and not re.search(r"\b\w$", rest[: stop.start()][-2:]):
            return line.start + start, line.start + start + stop.start() + (rest[stop.start()] in "?!")
    return None


def _place(layout: Layout, title: Span, end: int) -> Iterator[Candidate]:
    """Read what follows the title: a thesis and its university, a book, or a journal and its numbers."""
    text = layout.text[title[1] : end]
    if thesis := _THESIS.match(text):
        for field, group, rule in (
            ("type", "genre", "type:thesis"),
            ("genre", "genre", "genre"),
            ("publisher", "publisher", "publisher"),
        ):
            yield from claims(
                layout.text, field, (title[1] + thesis.start(group), title[1] + thesis.end(group)), f"{NAME}.{rule}", 0.95
            )
        return
    cited = read_citation(layout, (title[0], end), f"{NAME}.citation", 0.95, layout.text[slice(*title)])
    if host := _HOST.match(text):
        cited = [candidate for candidate in cited if candidate.field not in {"container-title", "volume", "issue"}]
        yield from claims(
            layout.text,
            "container-title",
            (title[1] + host.start("container"), title[1] + host.end("container")),
            f"{NAME}.host",
            0.9,
        )
    yield from (candidate for candidate in cited if candidate.field not in {"author", "title", "issued"})
