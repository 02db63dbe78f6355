"""SAGE Journals: articles, on the pages of today and before 2021.

    Journal / Impact Factor: 2.3 / Research article / First published online March 12, 2015 / Title / Names View all authors and affiliations /
    Volume 12, Issue 3 / https://doi.org/10.1177/... / Abstract / Keywords
    Title / Show all authors / Names / First Published June 1, 2011 Research Article / https://doi.org/10.1177/...

What surprised us: the words of a link are glued to the last name; issue and online publication have different dates, of which the page
often tells the second alone.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.people import names_in

NAME = "sage"

MARKS = (
    Mark(0.6, "View all authors and affiliations"),
    Mark(0.4, "Show all authors", r"^Show all authors$"),
    Mark(0.3, "10.1177/", r"https://doi\.org/10\.1177/"),
    Mark(0.2, "5-Year Impact Factor"),
)
_NAMES = re.compile(r"^(?P<names>.*?)\s?View all authors and affiliations")
_ONLINE = re.compile(r"^First [Pp]ublished(?: online)? (?P<issued__calendar>[A-Z][a-z]+ \d{1,2}, \d{4})")
_ISSUE = re.compile(r"^Volume (?P<volume>\w+), Issue (?P<issue>[\w_-]+)$")
_DOI = re.compile(r"^https?://doi\.org/(?P<DOI>10\.1177/\S*\w)$")
_KEYWORDS = re.compile(r"^(?P<keyword>\S.+)$")


def marks(layout: Layout) -> float:
    """Weigh the links behind the names, and the DOI."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of the names."""
    draft = generic.read(layout, NAME)
    found = [
        *read_lines(layout, layout.lines[:40], (_ONLINE, _ISSUE, _DOI), NAME, 0.94),
        *kind(layout, MARKS, NAME, "in-journal", 0.85),
    ]
    return amended(draft, (*found, *_head(layout), *_journal(layout), *_keywords(layout)))


def _head(layout: Layout) -> list[Candidate]:
    """Read the names before the link's words, and the line above them as title."""
    named = first_line(layout.lines[:40], _NAMES)
    if not named or not named[0].index:
        return []
    line, match = named
    title = claims(layout.text, "title", layout.lines[line.index - 1].span, f"{NAME}.title", 0.94)
    people = claim(
        layout.text, "author", names_in(layout, ((line.start, line.start + match.end("names")),)), f"{NAME}.author", 0.94
    )
    return [*title, *([people] if people else [])]


def _journal(layout: Layout) -> list[Candidate]:
    """Read the line above the impact factor."""
    factor = next((line for line in layout.lines[1:10] if line.text.startswith("Impact Factor")), None)
    return claims(layout.text, "container-title", layout.lines[factor.index - 1].span, f"{NAME}.journal", 0.93) if factor else []


def _keywords(layout: Layout) -> list[Candidate]:
    """Read the one line below the heading."""
    heading = next((line for line in layout.lines if line.folded == "keywords"), None)
    line = layout.after(heading.index) if heading else None
    words = _KEYWORDS.match(line.text) if line and "," in line.text else None
    return stated(layout, line.start, words, NAME, 0.93) if line and words else []
