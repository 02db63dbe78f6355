"""The BMJ and the journals of its publisher.

    Research / Title / BMJ 2018; 361 doi: https://doi.org/10.1136/bmj.k1999 (Published 23 May 2018) Cite this as: BMJ 2018;361:k1999 /
    Name, professor1, / Name, statistician2 / Addresses / Abstract / Objective text / Design text / ...
    Original research / Title / Free / http://orcid.org/...Name1, / Name2 / Addresses / Correspondence to ... / Abstract / ...

What surprised us: what a person is stands behind the name in small letters; an ORCID is glued to the name behind it; the heads of an
abstract's parts have no colon.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import likeness

NAME = "bmj"

MARKS = (
    Mark(0.5, "BMJ ", r"^BMJ \d{4}; ?\d+ doi: ?https?://"),
    Mark(0.3, "10.1136/", r"^https?://(?:dx\.)?doi\.org/10\.1136/bmj\S+$", within=30),
    Mark(0.3, "Correspondence to", r"^\s*Correspondence to:? "),
    Mark(0.2, "Cite this as: BMJ "),
)
_CITED = re.compile(r"Cite this as: (?P<container_title>BMJ) (?P<issued__calendar>\d{4});(?P<volume>\d+):(?P<number>\w+)$")
_PLACE = re.compile(r"^(?P<container_title>BMJ) \d{4}; ?(?P<volume>\d+) doi: ?https?://(?:dx\.)?doi\.org/(?P<DOI>10\.\S+)")
_PUBLISHED = re.compile(r"\(Published (?P<issued__calendar>\d{1,2} [A-Z]\w+ \d{4})\)")
_JOURNAL = re.compile(r"^(?P<container_title>(?:BMJ|Journal|Annals|Archives|Heart|Gut|Thorax)\b[\w &]{0,60})$")
_NAME = re.compile(r"^(?:https?://orcid\.org/[\dX-]{19})?\s?(?P<name>[A-ZÀ-Þ][^,\d:;]{2,50}?)(?=\s?\d|,\s[a-z]|,?$)")
"""A name, before what the person is and the numbers of addresses."""
_LIKE_NAME = 0.6
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the citation of the journal, the DOI and the address for letters."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell the contents of an issue."""
    return (
        "a list of several works"
        if sum(bool(re.search(r"BMJ \d{4};\d+:", line.text)) for line in layout.lines[:_HEAD]) > 2
        else None
    )


def read(layout: Layout) -> Draft:
    """Return what the page states at its head."""
    draft = generic.read(layout, NAME)
    head = layout.lines[:_HEAD]
    found = read_lines(layout, head, (_CITED,), NAME, 0.96)
    stated_fields = {candidate.field for candidate in found}
    found += [one for one in read_lines(layout, head, (_PLACE,), NAME, 0.95) if one.field not in stated_fields]
    if placed := first_line(head, _PLACE):
        found += (
            claims(layout.text, "title", layout.lines[placed[0].index - 1].span, f"{NAME}.title", 0.95) if placed[0].index else []
        )
        draft = draft.without("page", "issue")
    else:
        found += read_lines(layout, head[:3], (_JOURNAL,), NAME, 0.9)
    found += read_lines(layout, head, (_PUBLISHED,), NAME, 0.96)
    return amended(draft, (*found, *_people(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _people(layout: Layout) -> Iterator[Candidate]:
    """Read the names that stand one a line above the first address or the heading of addresses."""
    stop = next((line.index for line in layout.lines[:_HEAD] if _is_address(line)), 0)
    first = stop
    while first > 1 and (name := _NAME.match(layout.lines[first - 1].text)) and likeness(name["name"]) >= _LIKE_NAME:
        first -= 1
    named = ((line, _NAME.match(line.text)) for line in layout.lines[first:stop])
    places: list[Parts] = [(moved(line.start, name, "name"),) for line, name in named if name]
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.94):
        yield people


def _is_address(line: Line) -> bool:
    return (
        line.folded == "author affiliations"
        or bool(re.match(r"1\s?[A-Z]", line.text))
        or line.text.startswith("Correspondence to")
    )
