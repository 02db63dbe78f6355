"""figshare, and the repositories of universities that it hosts: data, theses, papers, posters.

    Title / Download (12.3 MB) Share Embed Cite / dataset / posted on 2018-03-12, 10:22 authored by Names / description / History / ... /
    Usage metrics / Categories / ... / Keywords / ... / Licence / CC BY 4.0 / Exports

What surprised us: kind, date and names stand in two small lines below the buttons; words of several lines may be glued to one; a description may
be a paper's abstract, a list of files, or nothing.
"""

import re
from types import MappingProxyType

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers import abstracts
from litcli.extract.readers.words import split_words

NAME = "figshare"

MARKS = (
    Mark(0.6, "posted on ", r"^posted on \d{4}-\d\d-\d\d, \d\d:\d\d (?:authored|by)"),
    Mark(0.2, "Search on figshare"),
    Mark(0.2, "Usage metrics"),
    Mark(0.2, "m9.figshare"),
)
_POSTED = re.compile(r"^posted on (?P<issued__calendar>\d{4}-\d\d-\d\d), \d\d:\d\d (?:authored )?by (?P<author>.+)$")
_AWARDED = re.compile(r"^(?P<issued__calendar>\d{4}(?:-\d\d-\d\d)?)$")
_DOI = re.compile(r"^(?:DOI:? ?)?(?:https://doi\.org/)?(?P<DOI>10\.\d{4,9}/\S+)$")
_KINDS = MappingProxyType(
    {
        "dataset": "dataset",
        "software": "software",
        "thesis": "thesis",
        "preprint": "preprint",
        "journal contribution": "in-journal",
        "chapter": "in-book",
        "conference contribution": "at-event",
        "book": "whole-book",
        "report": "report",
    }
)
"""The kinds of items; a figure, a poster, a presentation or media have no type of their own here."""
_END_OF_DESCRIPTION = frozenset(
    {"history", "funding", "usage metrics", "categories", "references", "related materials", "exports", "keywords"}
)
_AFTER_KEYWORDS = frozenset({"licence", "license", "exports", "doi", "select an option", "categories"})
_BUTTONS = re.compile(r"^(?:Download|Share|Cite|Version \d)\b|\([\d.]+ [kMGT]?B\)$|^cite all versions$", re.IGNORECASE)
_LONGEST_LIST = 20


def marks(layout: Layout) -> float:
    """Weigh the line of date and names, and the site's headings."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around the line of its date and names."""
    draft = generic.read(layout, NAME)
    posted = first_line(layout.lines[:40], _POSTED)
    if not posted:
        return draft
    line, match = posted
    found = [
        *stated(layout, line.start, match, NAME, 0.95),
        *_kind(layout, line),
        *_title(layout, line),
        *_description(layout, line),
    ]
    found += [*read_lines(layout, layout.lines, (_DOI,), NAME, 0.95), *_list(layout), *_funding(layout)]
    if genre := _below(layout, "thesis type"):
        found += claims(layout.text, "genre", genre.span, f"{NAME}.genre", 0.93)
    below = _below(layout, "year awarded")
    if below and (year := _AWARDED.match(below.text)):
        found = [one for one in found if one.field != "issued"] + stated(layout, below.start, year, NAME, 0.96)
    return amended(draft.without("abstract", "keyword"), found)


def _below(layout: Layout, heading: str) -> Line | None:
    found = next((line for line in layout.lines if line.folded == heading), None)
    return layout.after(found.index) if found else None


def _funding(layout: Layout) -> list[Candidate]:
    """Read who paid, one a line up to the next heading."""
    heading = next((line.index for line in layout.lines if line.folded == "funding"), None)
    lines = layout.lines[heading + 1 : heading + 1 + _LONGEST_LIST] if heading is not None else ()
    stop = next((at for at, line in enumerate(lines) if line.folded in _END_OF_DESCRIPTION), len(lines))
    return claimed(layout.text, "funding", [(line.span,) for line in lines[:stop]], f"{NAME}.funding", 0.93) if stop else []


def _kind(layout: Layout, posted: Line) -> list[Candidate]:
    """Read the kind of the item, which stands right above the line of date and names."""
    above = layout.lines[posted.index - 1] if posted.index else None
    kind = _KINDS.get(above.folded) if above else None
    return claims(layout.text, "type", above.span, f"{NAME}.type:{kind}", 0.95) if above and kind else []


def _title(layout: Layout, posted: Line) -> list[Candidate]:
    """Read the first line upwards that is no button and no version."""
    above = [line for line in layout.lines[: max(0, posted.index - 1)] if not _BUTTONS.match(line.text) and not line.mark]
    return claims(layout.text, "title", above[-1].span, f"{NAME}.title", 0.94) if above else []


def _description(layout: Layout, posted: Line) -> list[Candidate]:
    """Read what stands below, up to the first heading."""
    below = layout.lines[posted.index + 1 :]
    stop = next((line.index for line in below if line.folded in _END_OF_DESCRIPTION), len(layout.lines))
    spans = [line.span for line in layout.lines[posted.index + 1 : stop]]
    size = sum(end - start for start, end in spans)
    return claimed(layout.text, "abstract", [tuple(spans)], f"{NAME}.description", 0.92) if size >= abstracts.SHORTEST else []


def _list(layout: Layout) -> list[Candidate]:
    """Read the keywords; those of one line that nothing parts stay unread."""
    heading = next((line for line in layout.lines if line.folded == "keywords"), None)
    lines = layout.lines[heading.index + 1 : heading.index + 1 + _LONGEST_LIST] if heading else ()
    stop = next((at for at, line in enumerate(lines) if line.folded in _AFTER_KEYWORDS), len(lines))
    parted = [words for line in lines[:stop] for words in split_words(layout, line.span)]
    return claimed(layout.text, "keyword", parted, f"{NAME}.keyword", 0.93) if stop > 1 or len(parted) > 1 else []
