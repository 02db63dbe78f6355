"""dblp: records of the computer science bibliography.

    [+][–] share record / Names: / Title. Journal 16(2): 23:1-23:28 (2020) / Details and statistics / DOI: ... / access: closed /
    type: Journal Article / metadata version: 2020-07-02
    Names: / Title. PODC 2009: 123-132      Names: / Title. CoRR abs/2101.09999 (2021)

What surprised us: people of one name are told apart by a number behind it; pages count from one in each article, with its number before them
("23:1-23:28"); a record has no abstract.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import names_in

NAME = "dblp"

MARKS = (
    Mark(0.4, "metadata version: "),
    Mark(0.3, "share record"),
    Mark(0.3, "Details and statistics"),
    Mark(0.3, "dblp key:"),
)
_SHAPES = (
    re.compile(
        r"^(?P<title>.+?[.?!]) (?P<container_title>[A-Z].*?) (?P<volume>\d+)(?:\((?P<issue>[\w-]+)\))?: (?P<page>[\w:-]+) "
        r"\((?P<issued__calendar>\d{4})\)$"
    ),
    re.compile(
        r"^(?P<title>.+?[.?!]) CoRR (?P<type__preprint>abs)/(?P<arXiv>\d{4}\.\d{4,5}|[a-z-]+/\d{7}) \((?P<issued__calendar>\d{4})\)$"
    ),
    re.compile(r"^(?P<title>.+?[.?!]) (?P<container_title>[A-Z][^.:]*?) (?P<issued__calendar>\d{4}): (?P<page>[\w:-]+)$"),
    re.compile(r"^(?P<title>.+?[.?!]) (?P<container_title>[A-Z][^.:]*?) (?P<issued__calendar>\d{4})$"),
)
"""How a title and its place stand in one line: in a journal, an eprint, in proceedings, in proceedings without pages."""
_DOI = re.compile(r"^DOI: (?P<DOI>10\.\S+)$")
_KIND = re.compile(r"^type: (?P<type>(?!Informal)\S.+)$")
_NUMBER = re.compile(r"\s\d{4}$")


def marks(layout: Layout) -> float:
    """Weigh the site's buttons and the words below a record."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the record states: the names, which end with a colon, and below or behind them title and place."""
    draft = generic.read(layout, NAME)
    found = read_lines(layout, layout.lines, (_DOI, _KIND), NAME, 0.95)
    named = next((line for line in layout.lines if line.text.endswith(":") and _shape(layout, line.index + 1)), None)
    if not named:
        return amended(draft, found)
    found += [*_record(layout, layout.lines[named.index + 1]), *_people(layout, named)]
    return amended(draft.without("volume", "issue", "page", "author", "container-title", "issued"), found)


def _shape(layout: Layout, index: int) -> re.Match[str] | None:
    text = layout.lines[index].text if index < len(layout.lines) else ""
    return next((match for shape in _SHAPES if (match := shape.match(text))), None)


def _record(layout: Layout, line: Line) -> list[Candidate]:
    match = _shape(layout, line.index)
    return stated(layout, line.start, match, NAME, 0.96) if match else []


def _people(layout: Layout, line: Line) -> Iterator[Candidate]:
    """Read the names without the numbers that tell people of one name apart."""
    places: list[Parts] = []
    for ((start, end),) in names_in(layout, ((line.start, line.end - 1),)):
        number = _NUMBER.search(layout.text, start, end)
        places.append(((start, number.start() if number else end),))
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.96):
        yield people
