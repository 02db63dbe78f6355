"""Pages of books on Springer's sites, which end in a section "Bibliographic Information" that says all of the book again.

    Book / Title / Subtitle / ... / Overview / Editors: / ... / Part of the book series: ... / About this book / ... / Keywords / one a line /
    Table of contents (21 papers) / ... / Bibliographic Information / Book Title: ... / Book Subtitle: ... / Editors: ... / Series Title: ... /
    DOI: ... / Publisher: Springer Cham / Copyright Information: ... 2021 / Softcover ISBN: ... Published: 02 December 2021 /
    Number of Pages: XII, 228

What surprised us: every form of the book has an ISBN and a day of its own; the year of the copyright is the book's.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims, moved
from litcli.extract.layout import PROSE, Layout

_TITLE = re.compile(r"^Book Title: (.+)$")
_SUBTITLE = re.compile(r"^Book Subtitle: (.+)$")
_ROWS = (
    re.compile(r"^Authors?: (?P<author>.+)$"),
    re.compile(r"^Editors?: (?P<editor>.+)$"),
    re.compile(r"^Series Title: (?P<collection_title>.+)$"),
    re.compile(r"^DOI: (?:https?://doi\.org/)?(?P<DOI>10\.\S+)$"),
    re.compile(r"^Publisher: (?P<publisher>.+)$"),
    re.compile(r"^Copyright Information: .*?(?P<issued>\d{4})$"),
    re.compile(r"^Edition Number: (?P<edition>\d+)$"),
    re.compile(r"^Number of Pages: (?:[IVXLC]+, )?(?P<number_of_pages>\d+)"),
)
_ISBN = re.compile(r"^(?:Softcover|Hardcover|eBook|Print) ISBN: ([\d-]{10,17}[\dX]?)")
_ENDS = ("table of contents", "editors and affiliations", "authors and affiliations", "back to top", "bibliographic information")


def is_book(layout: Layout) -> bool:
    """Tell whether the page is that of a whole book."""
    return any(line.text.startswith("Book Title: ") for line in layout.lines)


def read(layout: Layout, rule: str) -> Draft:
    """Return what the page says of its book."""
    draft = generic.read(layout, rule).without(
        "container-title", "volume", "issue", "page", "author", "editor", "title", "ISBN", "keyword"
    )
    found = read_lines(layout, layout.lines, _ROWS, rule, 0.96)
    title = claims(layout.text, "type", layout.lines[0].span, f"{rule}.type:whole-book", 0.93)
    return amended(draft, (*title, *found, *_title(layout, rule), *_isbns(layout, rule), *_about(layout, rule)))


def _title(layout: Layout, rule: str) -> list[Candidate]:
    parts = tuple(
        moved(line.start, row, 1) for pattern in (_TITLE, _SUBTITLE) for line in layout.lines if (row := pattern.match(line.text))
    )
    found = (
        claim(layout.text, "title", [parts], f"{rule}.title:subtitled" if len(parts) > 1 else f"{rule}.title", 0.97)
        if parts
        else None
    )
    return [found] if found else []


def _isbns(layout: Layout, rule: str) -> list[Candidate]:
    places: list[Parts] = [(moved(line.start, row, 1),) for line in layout.lines if (row := _ISBN.match(line.text))]
    found = claim(layout.text, "ISBN", places, f"{rule}.ISBN", 0.96) if places else None
    return [found] if found else []


def _about(layout: Layout, rule: str) -> Iterator[Candidate]:
    """Read the prose about the book, and the words below their heading."""
    about = next((line.index for line in layout.lines if line.folded == "about this book"), None)
    if about is not None:
        prose = [line.span for line in layout.lines[about + 1 : about + 8]]
        stop = next((at for at, (start, end) in enumerate(prose) if end - start < PROSE // 2), len(prose))
        yield from filter(None, [claim(layout.text, "abstract", [tuple(prose[:stop])], f"{rule}.about", 0.94)] if stop else [])
    words = next((line.index for line in layout.lines if line.folded == "keywords"), None)
    places: list[Parts] = []
    for line in layout.lines[words + 1 :] if words is not None else ():
        if line.folded.startswith(_ENDS) or len(line.text) > PROSE // 2:
            break
        places.append((line.span,))
    yield from filter(None, [claim(layout.text, "keyword", places, f"{rule}.keyword", 0.94)] if places else [])
