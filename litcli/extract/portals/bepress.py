"""Digital Commons (bepress): archives of American universities.

    Theses and Dissertations / Date of Award / 12-2022 / Document Type / Thesis / Degree Name / First Advisor / ... / Abstract / ... /
    Recommended Citation / Brett, Caitlin K., "Title" (2022). Theses and Dissertations. 1094. / https://...
    Smith, A. (2010) "Title," Journal: Vol. 2 : Iss. 1 , Article 3.

What surprised us: title and author often stand in the recommended citation alone; labels stay where their values were lost; advisors and members
of the committee are no authors; pages of the network list the works of many archives.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.people import SURE, is_affiliation, names_in

NAME = "bepress"

MARKS = (
    Mark(0.6, "Recommended Citation", r"^Recommended Citation$"),
    Mark(0.3, "Date of Award", r"^Date of Award$"),
    Mark(0.3, "Date of Degree", r"^Date of Degree$"),
    Mark(0.2, "Degree Name", r"^Degree Name$"),
    Mark(0.2, "First Advisor", r"^First Advisor$"),
    Mark(0.2, "Committee Member", r"^Committee Member$"),
    Mark(0.1, "Document Type", r"^Document Type$"),
    Mark(0.6, "Powered by Scholars. Published by Universities"),
)
_CITED = re.compile(
    r"^(?P<author>[^\"“]{3,300}?),? [\"“](?P<title>.+)[\"”] \((?P<issued__calendar>\d{4})\)\. "
    r"(?P<collection_title>[^.]{3,120})\.(?: (?P<number>\d+)\.)?"
)
_JOURNAL = re.compile(
    r"^(?P<author>[^\"“]{3,300}?) \((?P<issued__calendar>\d{4})\) [\"“](?P<title>.+?),?[\"”] "
    r"(?P<container_title>(?P<type__in_journal>[^:]{3,120})): "
    r"Vol\. (?P<volume>\w+)(?:\s?: (?:Iss|No)\. (?P<issue>\w+))?(?:\s?, Article (?P<number>\w+))?"
)
_LISTED = re.compile(r"^(?:Full-Text Articles in|Articles \d+ - \d+ of)")
_PEOPLE = ("advisor", "committee member", "committee chair", "major professor", "mentor", "reader", "chair")


def marks(layout: Layout) -> float:
    """Weigh the headings that the software prints in this order."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the network holds no record: it lists the works of a field."""
    return "a list of several works" if first_line(layout.lines, _LISTED) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: title and author are the citation's, or not stated."""
    draft = generic.read(layout, NAME).without("collection-title", "number", "container-title")
    cited = first_line(layout.lines, _JOURNAL) or first_line(layout.lines, _CITED)
    found = stated(layout, cited[0].start, cited[1], NAME, 0.95) if cited else []
    named = _below_title(draft) if not cited and _is_on_top(draft) else None
    draft = draft.without("author") if named else draft.without("title", "author")
    found += named or []
    if cited and not draft.of("type"):
        return amended(draft, found)
    thesis = [stating for stating in found if stating.field not in {"collection-title", "number"}]
    return amended(draft, (*(thesis if _is_thesis(draft) else found), *_degree(layout)))


def _is_on_top(draft: Draft) -> bool:
    """Tell whether the title stands above the first label, where it is not one of the labels' lost values."""
    title = draft.best("title")
    labels = [row.label[0] for row in draft.rows]
    return title is not None and (not labels or title.start < min(labels))


def _below_title(draft: Draft) -> list[Candidate]:
    """Read the line below the title as names, universities left out."""
    layout, title = draft.layout, draft.best("title")
    above = layout.line_at(title.end - 1) if title else None
    line = layout.after(above.index) if above else None
    places = (
        [place for place in names_in(layout, (line.span,), least=SURE) if not is_affiliation(layout.text[slice(*place[0])])]
        if line
        else []
    )
    return claimed(layout.text, "author", places, f"{NAME}.author", 0.88)


def _is_thesis(draft: Draft) -> bool:
    best = draft.best("type")
    return best is not None and best.value == "thesis"


def _degree(layout: Layout) -> Iterator[Candidate]:
    """Read the degree below its heading as the kind of thesis."""
    heading = next((line for line in layout.lines if line.folded == "degree name"), None)
    following = layout.after(heading.index) if heading else None
    if following and not following.folded.endswith(_PEOPLE) and following.folded not in layout.vocabulary.labels:
        yield from claims(layout.text, "genre", following.span, f"{NAME}.genre", 0.85)
