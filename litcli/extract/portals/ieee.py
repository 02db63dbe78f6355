"""IEEE Xplore: articles and papers.

    Conferences > 2015 IEEE International Conference on ... / Title / Publisher: IEEE / Name; Name / All Authors / 12 / Cites in / Papers /
    Abstract: / ... / Published in: ... / Date of Conference: 03-05 June 2015 / Date Added to IEEE Xplore: ... / ISBN ... / DOI: ... /
    Published in: IEEE Transactions on ... ( Volume: 12, Issue: 3, June 2015) / Page(s): 101 - 118 / Date of Publication: 12 March 2015

What surprised us: the menu names the conference, and is no event; the date on which a paper was added is not that of the paper;
early articles have the pages 1 - 1.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, claimed
from litcli.extract.layout import Layout
from litcli.extract.readers.people import names_in

NAME = "ieee"

MARKS = (
    Mark(0.5, "Date Added to IEEE"),
    Mark(0.4, "IEEE Xplore"),
    Mark(0.3, "10.1109/", r"^DOI: ?10\.1109/"),
    Mark(0.3, "Date of Conference", r"^Date of Conference: "),
    Mark(0.3, " > ", r"^(?:Conferences|Journals & Magazines) > .+"),
    Mark(0.2, "INSPEC Accession Number"),
)
_HELD = re.compile(r"^Date of Conference: ?(?P<event_date>[\w -]*?(?P<issued__year>(?:19|20)\d\d))$")
_IN_PROCEEDINGS = re.compile(
    r"^Published in: ?(?P<container_title>(?P<type__at_event>[^()]*(?:Conference|Symposium|Workshop|Congress|"
    r"Proceedings)[^()]*))$"
)
_IN_JOURNAL = re.compile(
    r"^Published in: ?(?P<container_title>(?P<type__in_journal>[^()]+?)) ?\( ?(?:Early Access|"
    r"Volume: ?(?P<volume>[\w-]+)(?:, Issue: ?(?P<issue>[\w-]+))?"
    r"(?:, (?P<issued__calendar>[^)]*\d{4}))?) ?\)$"
)


def marks(layout: Layout) -> float:
    """Weigh the site's name, its breadcrumbs and its dates."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the menu is no event."""
    draft = generic.read(layout, NAME).without("event-title", "event-date")
    found = read_lines(layout, layout.lines, (_HELD, _IN_PROCEEDINGS, _IN_JOURNAL), NAME, 0.95)
    pages = [candidate for candidate in draft.of("page") if candidate.value != "1-1"]
    return amended(draft.without("page").plus(*pages), (*found, *_people(layout)))


def _people(layout: Layout) -> list[Candidate]:
    """Read the line above the link to all authors."""
    link = next((line for line in layout.lines[1:40] if line.text == "All Authors"), None)
    names = layout.lines[link.index - 1] if link else None
    return claimed(layout.text, "author", names_in(layout, (names.span,)), f"{NAME}.author", 0.94) if names else []
