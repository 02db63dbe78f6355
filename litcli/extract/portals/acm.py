"""The ACM Digital Library: papers and articles, on the pages of today, of 2020, and of citation.cfm before.

    research-article / Title / Authors: Names / CHI '19: Proceedings of ... / Paper No.: 417, Pages 1 - 13 / https://doi.org/10.1145/... /
    Published: 02 May 2019 Publication History / ... / Abstract / References / Index Terms
    Title / Authors: / Name / Affiliation / View Profile / , / Name / ... / Authors Info & Claims / ACM Transactions on ..., Volume 16, Issue 2
    • June 2020 • Article No.: 23, pp 1-28 • https://doi.org/10.1145/... / Published: 11 April 2020 Publication History
    Title / Authors: [tab] Name [tab] Affiliation / ... / Published in: / · Proceeding / PODC '09 Proceedings of ... / Pages 123-132 /
    ... doi>10.1145/...

What surprised us: the date of an article's issue stands before its numbers, that of its appearance below; each affiliation stands twice.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work

NAME = "acm"

MARKS = (
    Mark(0.5, "Authors Info & Claims"),
    Mark(0.5, "doi>10.1145/"),
    Mark(0.4, "ACM Digital Library", r"^ACM Digital Library(?: home)?$"),
    Mark(0.4, "Publication History", r"^(?:Published|Online): ?\d{1,2} \w+ \d{4} ?Publication History$"),
    Mark(0.3, "https://doi.org/10.1145/", r"(?:^|• )https://doi\.org/10\.1145/\S+$"),
    Mark(0.2, "CCS Concepts"),
    Mark(0.2, "Author Tags"),
)
_ACRONYM = r"(?:[A-Z][\w&/. -]{1,30}? ?'\d\d:? )?"
_PROCEEDINGS = rf"(?P<container_title>{_ACRONYM}(?P<type__at_event>(?:Proceedings|Companion|Adjunct|Extended Abstracts)\b[^•]*?))"
_NUMBERS = r"(?:(?:Article|Paper) No\.: ?(?P<number>\w+),? ?)?(?:•? ?(?:[Pp]ages?|pp\.?) ?(?P<page>\w+(?: ?[-–] ?\w+)?))?"
_JOURNAL = re.compile(
    r"^(?P<container_title>(?P<type__in_journal>[A-Z][^•]*?)), Volume (?P<volume>\w+), Issue (?P<issue>[\w-]+)"
    rf"(?: ?• ?(?P<issued__calendar>[A-Z]\w+ \d{{4}}))?(?: ?• ?{_NUMBERS})?(?: ?• .*)?$"
)
_IN_PROCEEDINGS = re.compile(rf"^{_PROCEEDINGS}(?: ?• ?(?P<issued__calendar>[A-Z]\w+ \d{{4}}))?(?: ?• ?{_NUMBERS})?(?: ?• .*)?$")
_NUMBERS_ALONE = re.compile(rf"^(?=Article|Paper|Pages?\b){_NUMBERS}$")
_DATE = re.compile(r"^(?:Published|Online): ?(?P<issued__calendar>\d{1,2} \w+ \d{4}) ?Publication History$")
_DOI = re.compile(r"(?:^|• |doi>)(?:https://doi\.org/)?(?P<DOI>10\.1145/\S*\w)$")
_OLD_NAME = re.compile(r"^(?:Authors?:)?\s*(?P<author>[^\t]{4,60}?)\s*\t\s*\S.*$")
_OLD_IMPRINT = re.compile(r"^(?P<publisher>ACM) (?P<publisher_place>New York, NY, USA) ©(?P<issued__calendar>\d{4})$")
_HEAD = 120


def marks(layout: Layout) -> float:
    """Weigh the site's buttons and the DOI."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Tell the contents of proceedings or of an issue."""
    papers = sum(line.folded == "research-article" for line in layout.lines)
    return "a list of several works" if papers > 2 else None


def read(layout: Layout) -> Draft:
    """Return what the page states at its head."""
    draft = generic.read(layout, NAME)
    head = layout.lines[:_HEAD]
    hosts = read_lines(layout, head, (_JOURNAL,), NAME, 0.95) or read_lines(layout, head, (_IN_PROCEEDINGS,), NAME, 0.95)
    found = [*hosts, *read_lines(layout, head, (_DOI, _OLD_IMPRINT), NAME, 0.94)]
    stated_fields = {candidate.field for candidate in found}
    found += [one for one in read_lines(layout, head, (_NUMBERS_ALONE,), NAME, 0.94) if one.field not in stated_fields]
    if "issued" not in stated_fields:
        found += read_lines(layout, head, (_DATE,), NAME, 0.94)
    if "type" not in stated_fields:
        found += kind(layout, MARKS, NAME, "in-journal", 0.6)
    return amended(draft, (*found, *_title(layout), *_people(layout)))


def _byline(layout: Layout) -> Line | None:
    return next(
        (
            line
            for line in layout.lines[1:_HEAD]
            if line.folded.startswith(("authors:", "author:")) or line.folded in {"authors", "author"}
        ),
        None,
    )


def _title(layout: Layout) -> Iterator[Candidate]:
    """Read the line above the names, or above the button for the full text."""
    byline = _byline(layout)
    above = next((line for line in reversed(layout.lines[: byline.index if byline else 0]) if not _is_button(line)), None)
    if above:
        yield from claims(layout.text, "title", above.span, f"{NAME}.title", 0.94)


def _is_button(line: Line) -> bool:
    return line.text.startswith(("Full Text:", "Share on")) or bool(kind_of_work(line.text) and len(line.text.split()) < 3)


def _people(layout: Layout) -> list[Candidate]:
    """Read names that stand one a line, above an affiliation or before it; a line of names is read as any other."""
    byline = _byline(layout)
    if not byline:
        return []
    stop = next((line.index for line in layout.lines[byline.index : _HEAD] if line.text.startswith("Authors Info")), None)
    if stop:
        return people_between(layout, byline.index + 1, stop, f"{NAME}.author", 0.94)
    places: list[Parts] = []
    for line in layout.lines[byline.index : byline.index + 40]:
        if not (name := _OLD_NAME.match(line.text)):
            break
        places.append((moved(line.start, name, "author"),))
    return claimed(layout.text, "author", places, f"{NAME}.author", 0.94)
