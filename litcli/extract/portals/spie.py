"""The SPIE Digital Library: papers of proceedings, and articles.

    12 March 2018 Title / Names / Author Affiliations + / Proceedings Volume 10534, Ribbons XXVII; 105340A (2018) https://doi.org/10.1117/... /
    Event: SPIE LASE, 2018, San Francisco, California, United States / Abstract / ... / Names "Title", Proc. SPIE ...
    21 May 2019 Title / Names / Author Affiliations + / Journal, Vol. 58, Issue 5, 054999 (May 2019). https://doi.org/10.1117/...

What surprised us: the day stands before the title in its line; older papers have no number.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.layout import Layout

NAME = "spie"

MARKS = (
    Mark(
        0.6,
        "https://doi.org/10.1117/",
        r"^(?:Proceedings Volume \d+, .*|.*, Vol\. \d+, Issue \d+, .*)https://doi\.org/10\.1117/\S+$",
    ),
    Mark(0.3, "Photo-Optical Instrumentation Engineers"),
    Mark(0.3, "Citation Download Citation"),
    Mark(0.3, "Proc. SPIE ", r"^Proc\. SPIE \d+, "),
)
_PAPER = re.compile(
    r"^Proceedings Volume (?P<volume>\d+), (?P<container_title>(?P<type__at_event>[^;]+)); (?:(?P<number>\w+) )?\(\d{4}\) "
    r"https://doi\.org/(?P<DOI>10\.1117/\S+)$"
)
_ARTICLE = re.compile(
    r"^(?P<container_title>(?P<type__in_journal>[A-Z][^,]+)), Vol\. (?P<volume>\d+), Issue (?P<issue>\d+), "
    r"(?P<page>\w+) \((?P<issued__calendar>[^()]+)\)\. https://doi\.org/(?P<DOI>10\.1117/\S+)$"
)
_TITLE = re.compile(r"^(?P<issued__calendar>\d{1,2} [A-Z][a-z]+ \d{4}) (?P<title>\S.+)$")
_EVENT = re.compile(r"^Event: (?P<event_title>[^,]+), (?P<event_date>\d{4}), (?P<event_place>\S.+)$")
_HEAD = 40


def marks(layout: Layout) -> float:
    """Weigh the line of volume, number and DOI, and the publisher's notices."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell the contents of a volume."""
    return "a list of several works" if sum(line.text.startswith("Proc. SPIE ") for line in layout.lines) > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states at its head."""
    draft = generic.read(layout, NAME).without("event-title")
    head = layout.lines[:_HEAD]
    host = read_lines(layout, head, (_PAPER,), NAME, 0.95) or read_lines(layout, head, (_ARTICLE,), NAME, 0.95)
    titled = read_lines(layout, head, (_TITLE,), NAME, 0.95)
    return amended(draft, (*host, *titled, *read_lines(layout, head, (_EVENT,), NAME, 0.94)))
