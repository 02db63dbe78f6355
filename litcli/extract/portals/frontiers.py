"""Frontiers: articles of its journals.

    ORIGINAL RESEARCH article / Front. Psychol., 12 March 2015 / Sec. ... / Volume 6 - 2015 | https://doi.org/10.3389/... / Title /
    Name1* Name2 / affiliations / abstract without a heading / Keywords: ... /
    Citation: Soitto S and Rope RJ (2015) Title. Front. Psychol. 6:999. doi: 10.3389/... / Edited by: ... / Reviewed by: ...

What surprised us: only numbers part the names; editor and reviewers are named below the article, and are none of its people.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, strip

NAME = "frontiers"

MARKS = (
    Mark(0.6, "10.3389/", r"^Citation: .*10\.3389/"),
    Mark(0.4, "Front. ", r"^Front\. [A-Z][\w. ]+, \d{1,2} [A-Z][a-z]+ \d{4}"),
    Mark(0.3, "10.3389/"),
    Mark(0.2, "Edited by:"),
)
_CITED = re.compile(
    r"^Citation: (?P<names>.+?) \((?P<year>\d{4})\) (?P<head>.+?)[.?!] (?P<container_title>Front\. [A-Z][^:\d]*?) "
    r"(?P<volume>\d+):(?P<number>\d+)\. "
    r"(?:doi: ?|https?://doi\.org/)(?P<DOI>10\.3389/\S*\w)"
)
_PUBLISHED = re.compile(r"\bPublished(?: online)?: (?P<issued__calendar>\d{1,2} \w+ \d{4})")
_DATED = re.compile(r"^(?P<container_title>Front\. [A-Z][\w. ]+), (?P<issued__calendar>\d{1,2} [A-Z][a-z]+ \d{4})")
_NAME = re.compile(r"(?P<name>[^\d,;*†]{4,60}?)\s?(?:\d[\d,†‡*\s]*|[*†]+)(?=\s|$|[^\W\d_]|,)")


def marks(layout: Layout) -> float:
    """Weigh the citation and the line of journal and date."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; editors and reviewers are left out."""
    draft = generic.read(layout, NAME).without("editor")
    found: list[Candidate] = []
    for shape in (_CITED, _PUBLISHED, _DATED):
        if line := first_line(layout.lines, shape):
            known = {candidate.field for candidate in found}
            found += [
                candidate for candidate in stated(layout, line[0].start, line[1], NAME, 0.95) if candidate.field not in known
            ]
    return amended(draft, (*found, *_head(layout), *kind(layout, MARKS, NAME, "in-journal", 0.9)))


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the title that the citation repeats, and the names below it, which numbers part."""
    cited = first_line(layout.lines, _CITED)
    head = cited[1]["head"] if cited else ""
    title = next((line for line in layout.lines[:40] if len(line.text) > 10 and line.text.rstrip(".?!") == head), None)
    line = layout.after(title.index) if title else None
    if not title or not line:
        return
    yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.96)
    places: list[Parts] = [
        (strip(layout.text, line.start + name.start("name"), line.start + name.end("name")),)
        for name in _NAME.finditer(line.text)
    ]
    if places and (people := claim(layout.text, "author", places, f"{NAME}.author", 0.93)):
        yield people
