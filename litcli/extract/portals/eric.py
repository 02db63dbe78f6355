"""ERIC: the index of education, each record headed by its numbers.

    ERIC Number: EJ1111309 / Record Type: Journal / Publication Date: 2008-Dec / Pages: 69 / ISSN: EISSN-2330-8516 / Title /
    Family, Given; ... / Journal, v12 n3 p45-67 Dec 2008 / abstract / Descriptors: ... / address of the publisher /
    Publication Type: Journal Articles; ...

What surprised us: title, names and journal follow without labels in this order; "Pages" counts them; N/A is no value; the address of a
publisher or institute stands behind the abstract.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers import abstracts
from litcli.extract.readers.people import likeness, names_in

NAME = "eric"

MARKS = (
    Mark(0.7, "ERIC Number", r"^ERIC Number:? E[DJ]\d{6,7}"),
    Mark(0.3, "Record Type", r"^Record Type: (?:Journal|Non-Journal)"),
    Mark(0.3, "Abstractor", r"^Abstractor: "),
)
_ROW = re.compile(
    r"^(?:ERIC Number|Record Type|Publication Date|Pages|Abstractor|Reference Count|"
    r"ISBN|ISSN|EISSN|Available Date|Peer reviewed|Direct link)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_JOURNAL = re.compile(
    r"^(?P<container_title>(?P<type__in_journal>[^,].{2,120}?))(?:,? v(?P<volume>[\w.-]+))?(?: (?:n|spec iss )(?P<issue>[\w.-]+))?"
    r"(?: p(?P<page>\w[\w-]*))?,? "
    rf"(?:(?:Win|Spr|Sum|Fall|Aut)\w*(?:-(?:Win|Spr|Sum|Fall|Aut)\w*)? )?(?P<issued__calendar>(?:{_MONTH}(?:-{_MONTH})?(?: \d{{1,2}})? )?"
    r"(?:19|20)\d\d)(?: \((?P<number>[^()]+)\))?$"
)


_PROSE = 140


def marks(layout: Layout) -> float:
    """Weigh the number of the record and the labels above the title."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the index holds no record of one work: it numbers several."""
    numbers = sum(line.folded.startswith("eric number") for line in layout.lines)
    return "a list of several works" if numbers > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states: the three lines below the numbers have no labels."""
    draft = generic.read(layout, NAME)
    last = max((line.index for line in layout.lines[:16] if _ROW.match(line.text)), default=-1)
    lines = layout.lines[last + 1 : last + 4]
    return amended(draft, (*_head(layout, lines), *_abstract(layout, last))) if last >= 0 and lines else draft


def _abstract(layout: Layout, last: int) -> list[Candidate]:
    """Read the prose above the descriptors."""
    stop = next((line.index for line in layout.lines if line.text.startswith(("Descriptors:", "Publication Type:"))), 0)
    lines = [line for line in layout.lines[last + 2 : stop] if len(line.text) > _PROSE and not line.text.startswith("ERIC")]
    return (
        list(abstracts.behind(layout, frozenset(range(stop, len(layout.lines))), lines[-1].span, f"{NAME}.abstract", 0.93))
        if lines
        else []
    )


def _head(layout: Layout, lines: tuple[Line, ...]) -> Iterator[Candidate]:
    yield from claims(layout.text, "title", lines[0].span, f"{NAME}.title", 0.96)
    names = lines[1] if len(lines) > 1 and (";" in lines[1].text or likeness(lines[1].text) >= 0.5) else None
    if names and (people := claim(layout.text, "author", names_in(layout, (names.span,)), f"{NAME}.author", 0.95)):
        yield people
    if cited := first_line(lines[1:], _JOURNAL):
        yield from stated(layout, cited[0].start, cited[1], NAME, 0.93)
    elif any(line.text == "Record Type: Journal" for line in layout.lines[:16]):
        yield from kind(layout, MARKS, NAME, "in-journal", 0.8)
