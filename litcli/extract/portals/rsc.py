"""RSC Publishing: articles of the Royal Society of Chemistry, their landing pages and their full text in HTML.

    Issue 12, 2018 / From the journal: / Journal / Title† / Names / Author affiliations / ... / Abstract / ... / Article information /
    DOI https://doi.org/10.1039/C8CT00999A / Article type Edge Article / Submitted 01 Jan 2018 / Accepted 12 Mar 2018 /
    First published 13 Mar 2018 / Download Citation / Chem. Teaspoons, 2018,9, 4400-4410 / Permissions
    Open Access Article / ... / DOI: 10.1039/C5TA25999G / (Paper) / Tea Adv., 2016, / 6, 24190-24194 / Title† / Names / Addresses /
    Received ... , Accepted ... / First published on 26th February 2016 / Abstract

What surprised us: letters behind names point at addresses, glued or apart; the citation of the full text is broken over two lines; the
short citation under "Permissions" has the names and the journal but no title.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims
from litcli.extract.layout import Layout, Line, strip

NAME = "rsc"

MARKS = (
    Mark(0.3, "10.1039/", r"^(?:DOI:? ?)?(?:https://doi\.org/)?10\.1039/\S+$|^DOI: ?10\.1039/\S+"),
    Mark(0.4, "From the journal:"),
    Mark(0.3, "Article type ", r"^Article type [A-Z][\w ]+$"),
    Mark(0.3, "First published", r"^First published(?: on)? \d{1,2}(?:st|nd|rd|th)? \w+ \d{4}$"),
    Mark(0.3, "Request permissions", r"^Request permissions$"),
    Mark(0.2, "Search articles by author"),
)
_CITED = re.compile(
    r"^(?P<container_title_short>[A-Z][\w. &()-]+?), (?P<issued__calendar>(?:19|20)\d\d), ?"
    r"(?P<volume>\w+)(?:\((?P<issue>[\w-]+)\))?, (?P<page>\w+(?:[-–]\w+)?)$"
)
_FULL_TEXT = re.compile(
    r"^(?:DOI: ?10\.1039/\S+ )?(?:\([A-Z][\w ]+\) )?(?P<container_title>[A-Z][\w. &()-]+?), (?P<issued__calendar>(?:19|20)\d\d),$"
)
_NUMBERS = re.compile(r"^(?P<volume>\d+), (?P<page>\w+(?:[-–]\w+)?)$")
_ONE_LINE = re.compile(
    r"^(?:DOI: ?10\.1039/\S+ )?\([A-Z][\w ]+\) (?P<container_title>[A-Z][\w. &()-]+?), "
    r"(?P<issued__calendar>(?:19|20)\d\d), (?P<volume>\d+), (?P<page>\w+(?:[-–]\w+)?)$"
)
_ISSUE = re.compile(r"^Issue (?P<issue>\w+), \d{4}$")
_DOI = re.compile(r"^(?:DOI:? ?)?(?:https://doi\.org/)?(?P<DOI>10\.1039/\S+)(?: \(.*)?$")
_ONLINE = re.compile(r"^First published(?: on)? (?P<issued__calendar>\d{1,2}(?:st|nd|rd|th)? \w+ \d{4})$")
_LICENSE = re.compile(
    r"^(?:Open Access\s+)?(?P<license>Creative Commons [\w-]+) licen[sc]e$|licensed under a\s?(?P<license1>Creative Commons [A-Z].*?Licence)"
)
_MARKS_APART = re.compile(r"\s*\*\s?[a-z]{0,4}$|\s+[a-z]{1,4}(?:\s?\*)?$")
"""Marks behind a name that point at addresses: "Chen a", "Aumann *b"."""
_PARTING = re.compile(r",(?=\s*[A-ZÀ-Þ])|,?\s+and\s+|,[a-z*]{1,4}(?=\s|$)")
_ADDRESS = re.compile(r"^([a-z])\s?(?=[A-ZÀ-Þ])")
_VOWELS = frozenset("aeiouy")
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the DOI, the dates and the site's own words."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the full name of the journal where it has it."""
    draft = generic.read(layout, NAME)
    found = read_lines(layout, layout.lines, (_CITED,), NAME, 0.95) or _full_text(layout)
    found += read_lines(layout, layout.lines, (_ISSUE, _DOI, _LICENSE), NAME, 0.94)
    if not any(candidate.field == "issued" for candidate in found):
        found += read_lines(layout, layout.lines, (_ONLINE,), NAME, 0.94)
    head = list(_head(layout))
    return amended(
        draft.without("author") if head else draft,
        (*found, *_journal(layout, found), *head, *kind(layout, MARKS, NAME, "in-journal", 0.85)),
    )


def _full_text(layout: Layout) -> list[Candidate]:
    """Read the citation above the full text, which may be broken behind the year."""
    head = layout.lines[:_HEAD]
    whole = read_lines(layout, head, (_ONE_LINE,), NAME, 0.95)
    return whole or read_lines(layout, head, (_FULL_TEXT, _NUMBERS), NAME, 0.94)


def _journal(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """Read the journal's name below its label; without one its short form is all that there is."""
    label = next((line for line in layout.lines[:_HEAD] if line.folded == "from the journal"), None)
    name = layout.after(label.index) if label else None
    if name:
        return claims(layout.text, "container-title", name.span, f"{NAME}.journal", 0.96)
    short = next((one for one in found if one.field == "container-title-short"), None)
    parts = short.items[0].evidence.parts if short else ()
    return claimed(layout.text, "container-title", [parts], f"{NAME}.journal", 0.9) if parts else []


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the line of names, which ends above the addresses, and the title above it."""
    head = layout.lines[:_HEAD]
    stop = next((line.index for line in head if line.folded == "author affiliations" or _ADDRESS.match(line.text)), 0)
    names = layout.lines[stop - 1] if stop > 1 else None
    if not names:
        return
    yield from claims(layout.text, "title", layout.lines[names.index - 1].span, f"{NAME}.title", 0.94)
    people = claim(layout.text, "author", _names(layout, names, _letters(layout, stop)), f"{NAME}.author", 0.93)
    if people:
        yield people


def _letters(layout: Layout, first: int) -> frozenset[str]:
    """Return the letters that the addresses begin with."""
    marks = (_ADDRESS.match(line.text) for line in layout.lines[first : first + 20])
    return frozenset(mark[1] for mark in marks if mark)


def _names(layout: Layout, line: Line, letters: frozenset[str]) -> list[Parts]:
    """Return the names without the letters behind them; none where letters are glued to a name so that nobody can tell its end."""
    places: list[Parts] = []
    start = line.start
    for piece in [*_PARTING.finditer(line.text), None]:
        stop = line.start + (piece.start() if piece else len(line.text))
        first, last = strip(layout.text, start, stop, ",")
        size = _size(layout.text[first:last], letters)
        if size is None:
            return []
        places.append(((first, first + size),))
        start = line.start + piece.end() if piece else stop
    return places


def _size(name: str, letters: frozenset[str]) -> int | None:
    """Return how many characters of a name are not marks; None where that cannot be told.

    >>> _size("Ellen Wharf ab", frozenset("ab")), _size("Peng Chenab", frozenset("ab")), _size("Ada Garciab", frozenset("ab"))
    (11, 9, None)
    """
    if apart := _MARKS_APART.search(name):
        return apart.start()
    size = len(name)
    while size > 1 and name[size - 1] in letters and (size == len(name) or name[size - 1] < name[size]):
        size -= 1
    return size if len(name) - size < 2 or name[size - 1] not in _VOWELS else None
