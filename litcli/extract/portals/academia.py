"""Academia.edu: papers that people uploaded.

    Academia.eduAcademia.edu / Log In / Sign Up / ... / Download Free PDF / Title / Profile image of Name / Name / 2016, Journal / visibility /
    145 Views / description / 24 Pages / Abstract / ... / Related papers
    Academia.edu / Log In / Sign Up / Title / Name / PhD thesis, University, 2014 / text / Research Interests: / ... / Download

What surprised us: older pages say the title up to four times; "Research Interests" are here those of the paper.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness

NAME = "academia"

MARKS = (
    Mark(0.5, "Academia.edu", r"^Academia\.edu(?:Academia\.edu)?$"),
    Mark(0.3, "Academia ©", r"^Academia © \d{4}$"),
    Mark(0.3, "Profile image of "),
    Mark(0.2, "Download Free PDF"),
)
_PLACE = re.compile(r"^(?P<issued__calendar>(?:19|20)\d\d), (?P<container_title>[A-Z].{2,150})$")
_THESIS = re.compile(
    r"^(?P<genre>(?P<type>[A-Z][\w.' ]{0,30}(?:[Tt]hesis|[Dd]issertation)))[,:]? (?P<publisher>[A-Z][^,]{3,80}), (?P<issued__calendar>\d{4})$"
)
_MENU = frozenset({"log in", "sign up"})
_BUTTONS = frozenset(
    {"title", "download free pdf", "download pdf", "log in", "sign up", "more", "about", "press", "papers", "terms", "privacy"}
)
_BUTTONS_TOO = ("Academia.edu", "Profile image of ")
_HEAD = 40
_PROFILE = re.compile(r"^[\d,]+ Following$|^Papers by ")


def marks(layout: Layout) -> float:
    """Weigh the site's name and its buttons."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell the page of a person."""
    return "the profile of a person or an organisation" if first_line(layout.lines, _PROFILE) else None


def read(layout: Layout) -> Draft:
    """Return what the page states below its menu."""
    menu = max((line.index for line in layout.lines[:_HEAD] if line.folded in _MENU), default=-1)
    start = next((line.index for line in layout.lines[menu + 1 :] if not _is_button(line)), 0)
    page = layout.part(start)
    draft = generic.read(page, NAME)
    placed = first_line(page.lines[:_HEAD], _PLACE) or first_line(page.lines[:_HEAD], _THESIS)
    found = [*claims(page.text, "title", page.lines[0].span, f"{NAME}.title", 0.93), *_people(page)]
    return amended(draft, (*found, *(stated(page, placed[0].start, placed[1], NAME, 0.9) if placed else [])))


def _is_button(line: Line) -> bool:
    return line.folded in _BUTTONS or line.text.startswith(_BUTTONS_TOO)


def _people(layout: Layout) -> Iterator[Candidate]:
    """Read the names right below the title."""
    last = 1
    while last < min(_HEAD, len(layout.lines)) and (likeness(layout.lines[last].text) >= SURE or _is_button(layout.lines[last])):
        last += 1
    yield from people_between(layout, 1, last, f"{NAME}.author", 0.92)
