"""Érudit: journals of French-speaking Canada.

    Volume 28, numéro 1, printemps 2009 / Theme / Title / Title in English / Names / Diffusion numérique : 12 mai 2009 / URI ... / DOI ... /
    Un article de la revue Journal / Volume 28, numéro 1, printemps 2009, p. 55–74 / Tous droits réservés © Publisher, 2009 / Résumés / ...

What surprised us: the day of going online is not the journal's, which has a season; the rights name the publisher.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claimed
from litcli.extract.layout import Layout
from litcli.extract.readers.people import SURE, likeness, names_in

NAME = "erudit"

MARKS = (
    Mark(0.4, "Érudit", within=6),
    Mark(0.5, "Un article de la revue ", r"^Un article de la revue "),
    Mark(0.4, "An article from ", r"^An article (?:from|of) (?:the )?journal "),
    Mark(0.4, "id.erudit.org"),
    Mark(0.3, "Diffusion numérique", r"^Diffusion numérique"),
    Mark(0.3, "Online publication: "),
)
_JOURNAL = re.compile(r"^(?:Un article de la revue|An article (?:from|of) (?:the )?journal) (?P<container_title>.+)$")
_PLACE = re.compile(
    r"^(?:Volume (?P<volume>[\w–-]+), )?(?:(?:[Nn]uméro|[Nn]umber|Issue) (?P<issue>[\w–, -]+?), )?"
    r"(?P<issued>(?:[^\W\d_]+(?:[–-][^\W\d_]+)? )?\d{4})"
    r", p\. (?P<page>\w+(?:[–-]\w+)?)$"
)
_PUBLISHER = re.compile(r"^(?:Tous droits réservés|All Rights Reserved|Copyright) © (?P<publisher>.+?), \d{4}$")
_ISSUE = re.compile(r"^(?:Volume \w+|Numéro \w+|Number \w+|Hors[- ]série)")
_ONLINE = ("Diffusion numérique", "Online publication")


def marks(layout: Layout) -> float:
    """Weigh the line that names the journal, and the site's links."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: it is the contents of an issue."""
    issue = any(line.folded.startswith(("sommaire (", "table of contents (")) for line in layout.lines[:30])
    return "a table of contents of an issue" if issue and not first_line(layout.lines, _JOURNAL) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: titles and names stand above the day of going online."""
    draft = generic.read(layout, NAME).without("container-title", "issued", "volume", "issue", "page")
    found = read_lines(layout, layout.lines[:60], (_JOURNAL, _PLACE, _PUBLISHER), NAME, 0.95)
    return amended(draft, (*found, *_head(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout) -> Iterator[Candidate]:
    stop = next((line.index for line in layout.lines[:30] if line.text.startswith((*_ONLINE, "URI ", "DOI "))), 0)
    above = [line for line in layout.lines[max(0, stop - 3) : stop] if not _ISSUE.match(line.text)]
    if above and likeness(above[-1].text) >= SURE:
        yield from claimed(layout.text, "author", names_in(layout, (above.pop().span,)), f"{NAME}.author", 0.95)
    if above:
        yield from titles(layout, above[0], NAME)
