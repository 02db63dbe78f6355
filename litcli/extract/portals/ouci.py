"""OUCI: the Open Ukrainian Citation Index, in Ukrainian and English.

    Title / https://doi.org/10... / Видання: Journal, 2020, № 3, с. 33-44 / Видавець: ... / Автори: Name, Name / Анотація / ...
    Title / Основна інформація / Тип публікації / Глава книги / Видання / 2019, Host, с. 239-274 / ...

What surprised us: nearly all DOIs on the page are those of its references; affiliations stand among the names; the journal may be missing,
so that the year stands alone behind its label.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, strip
from litcli.extract.readers.people import SURE, is_affiliation, likeness

NAME = "ouci"

MARKS = (
    Mark(0.4, "Видання", r"^Видання\s?:?(?:$|\s)"),
    Mark(0.3, "Видавець", r"^Видавець\s?:?(?:$|\s)"),
    Mark(0.3, "Автори", r"^Автори\s?:?(?:$|\s)"),
    Mark(0.4, "Індексується в Scopus"),
    Mark(0.3, "Основна інформація"),
    Mark(0.4, "Indexed in Scopus", r"^Indexed in Scopus$"),
    Mark(0.4, "Number of sources in the list of references"),
    Mark(0.3, "Main information", r"^Main information$"),
)
_NUMBERED = re.compile(
    r"^(?:(?:Видання|Published in)\s?:\s?)?(?P<container_title>[^,\d][^\d]*?), (?P<issued__calendar>(?:19|20)\d\d)"
    r"(?:, (?:т|Vol|Volume)\.?\s?(?P<volume>[\w/-]+))?(?:, (?:№|вип|Iss|No|Issue)\.?\s?(?P<issue>[\w./()-]+))?"
    r"(?:, (?:с|с|p|pp)\.?\s?(?P<page>[\w–-]+))?$"
)

_PIECE = re.compile(r"[^,;]*[^,;\s][^,;]*")


def marks(layout: Layout) -> float:
    """Weigh the labels and headings of the index."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the index holds no record of one work: it names the authors of several."""
    return "a list of several works" if sum(line.text.startswith("Автори:") for line in layout.lines) > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states above its list of references."""
    draft = generic.read(layout, NAME)
    found = read_lines(layout, layout.body[:30], (_NUMBERED,), NAME, 0.94)
    title = claims(layout.text, "title", layout.lines[0].span, f"{NAME}.title", 0.95)
    return amended(draft, (*title, *found, _people(draft)))


def _people(draft: Draft) -> Candidate | None:
    """Read the names behind their label, parted by commas; affiliations among them are left out."""
    layout = draft.layout
    row = next((row for row in draft.rows if row.kind == "author" and row.values), None)
    pieces = [piece for start, end in (row.values if row else ()) for piece in _PIECE.finditer(layout.text, start, end)]
    places: list[Parts] = [(strip(layout.text, *piece.span(), "."),) for piece in pieces if _is_name(piece.group())]
    return claim(layout.text, "author", places, f"{NAME}.author", 0.95) if places else None


def _is_name(text: str) -> bool:
    return likeness(text) >= SURE and not is_affiliation(text) and "faculty" not in text.casefold()
