"""Wiley Online Library: articles, early views and chapters, on the pages of today and of 2010 to 2018.

    Journal / Volume 55, Issue 3 p. 1201-1212 / RESEARCH ARTICLE / Open Access / Title / Names / First published: 12 March 2018 /
    https://doi.org/10.1111/... / Citations: 45 / SECTIONS / Abstract / ... / Volume 55, Issue 3 / May 2018 / Pages 1201-1212
    Chapter 7 / Title / Names / Book Editor(s): Names / First published: 10 January 2014 / https://doi.org/10.1002/...ch7 / Summary
    Title / Names / Article first published online: 4 MAR 2011 / DOI: 10.1111/... / Journal / Volume 48, Issue 2, pages 301-312, April 2011

What surprised us: between the names stand "Corresponding Author", mail addresses and each name again; the date of the issue, where the page
has it, stands at its very end; Cochrane's reviews, once on the same site, look the same and have a portal of their own.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "wiley"

MARKS = (
    Mark(0.3, "irst published", r"^(?:First published: |Article first published online: ?)\d{1,2} \w+ \d{4}"),
    Mark(0.3, "10.1", r"^(?:https://doi\.org/|DOI: )10\.(?:1002|1111|1113|1046|1096|1034|1029)/\S+$"),
    Mark(0.3, "Citations: ", r"^Citations: ?\d+$"),
    Mark(0.3, "Book Editor(s): "),
    Mark(0.4, "Skip to Article Content"),
    Mark(0.3, "Article first published online: "),
    Mark(0.5, "Search for more papers by this author"),
    Mark(0.2, "Citing Literature"),
)
_COCHRANE = "10.1002/14651858."
_CHAPTER = re.compile(r"^https://doi\.org/(?P<type__in_book>10\.\d{4,9}/\d{13}\.ch\w+)$")
_ONLINE = re.compile(r"^(?:First published: |Article first published online: ?)(?P<issued__calendar>\d{1,2} \w+ \d{4})")
_DOI = re.compile(r"^(?:https://doi\.org/|DOI: )(?P<DOI>10\.\d{4,9}/\S+)$")
_EDITORS = re.compile(r"^Book Editor\(s\): (?P<editor>.+)$")
_PLACE = re.compile(
    r"^Volume ?(?P<volume>[\w-]+), Issue ?(?P<issue>[\w-]+)(?:,? (?:pp?\.|[Pp]ages?) ?(?P<page>\w+(?:[-–]\w+)?)| (?P<number>e?\d{3,}))?"
    r"(?:, (?P<issued__calendar>[A-Z]\w+ \d{4}))?$"
)
_EARLY = re.compile(r"^(?P<status>Early View)(?: (?P<number>e?\d{3,}))?$")
_MONTH = re.compile(r"^(?P<issued__calendar>(?:\d{1,2} )?[A-Z]\w+(?:[/–-][A-Z]\w+)? \d{4})$")
_HEAD = 80


def marks(layout: Layout) -> float:
    """Weigh the dates, the DOI and the site's buttons; Cochrane's reviews are not meant."""
    return 0.0 if _COCHRANE in layout.page.visible else weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell the contents of an issue by what stands where an article has none."""
    contents = sum(line.text.startswith("Pages: ") for line in layout.lines)
    return "a list of several works" if contents > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states around the date on which it was first published."""
    draft = generic.read(layout, NAME)
    head = layout.lines[:_HEAD]
    found = [*read_lines(layout, head, (_CHAPTER,), NAME, 0.95), *read_lines(layout, head, (_DOI, _EDITORS), NAME, 0.95)]
    placed = [*_place(layout, _PLACE), *_place(layout, _EARLY)]
    dated = any(candidate.field == "issued" for candidate in placed)
    if not dated and any(row.name == "citation_publication_date" for row in layout.page.embedded):
        draft = draft.without("issued")
    elif not dated:
        placed += _issue_date(layout) or read_lines(layout, head, (_ONLINE,), NAME, 0.93)
    if not any(candidate.field == "type" for candidate in found):
        found += kind(layout, MARKS, NAME, "in-journal", 0.85)
    return amended(draft, (*found, *placed, *_people(layout, draft)))


def _place(layout: Layout, pattern: re.Pattern[str]) -> list[Candidate]:
    """Read the numbers at the head, and the journal's name above them."""
    placed = first_line(layout.lines[:_HEAD], pattern)
    if not placed:
        return []
    line, match = placed
    above = layout.lines[line.index - 1] if line.index else None
    named = bool(above) and above is not None and not layout.vocabulary.knows(above.folded)
    journal = claims(layout.text, "container-title", above.span, f"{NAME}.journal", 0.94) if above and named else []
    return [*journal, *stated(layout, line.start, match, NAME, 0.95)]


def _issue_date(layout: Layout) -> list[Candidate]:
    """Read the date of the issue, which closes the page below the numbers said once more."""
    for line in reversed(layout.lines[:-1]):
        below = layout.lines[line.index + 1]
        if _PLACE.match(line.text) and (month := _MONTH.match(below.text)):
            return stated(layout, below.start, month, NAME, 0.95)
    return []


def _people(layout: Layout, draft: Draft) -> list[Candidate]:
    """Read the names between the title and the date."""
    online = first_line(layout.lines[:_HEAD], _ONLINE)
    title = draft.best("title")
    line = layout.line_at(title.end - 1) if title else None
    if not online or not line or line.index >= online[0].index:
        return []
    editors = first_line(layout.lines[: online[0].index], _EDITORS)
    stop = editors[0].index if editors else online[0].index
    return people_between(layout, line.index + 1, stop, f"{NAME}.author")
