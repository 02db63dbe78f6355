"""CiNii: the Japanese index of articles, theses and books.

    title / • name / • university / 書誌事項 / タイトル別名 / 著者 / 抄録 / 収録刊行物 / • journal / journal 10 (10), 644-650, 1989 / publisher

What surprised us: the first author may stand above in Japanese script and again among all authors in Latin letters; the numbers of the
journal stand behind its repeated name, mostly without labels.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, stated
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import likeness, names_in

NAME = "cinii"

MARKS = (
    Mark(0.4, "書誌事項", r"^\W*書誌事項$"),
    Mark(0.4, "収録刊行物", r"^\W*収録刊行物$"),
    Mark(0.3, "詳細情報について"),
    Mark(0.3, "Bibliographic Information", r"^\W*Bibliographic Information$"),
    Mark(0.4, "CRID", r"^\W*CRID\W*$"),
    Mark(0.4, "NAID", r"NII論文ID|NAID"),
    Mark(0.2, "この論文をさがす"),
    Mark(0.2, "Search this article"),
)
_HEADS = ("書誌事項", "bibliographic information")
_HOSTS = ("収録刊行物", "journal", "published in")
_OTHER_HEADS = (
    "キーワード",
    "keywords",
    "詳細情報",
    "詳細情報 詳細情報について",
    "details",
    "details 詳細情報について",
    "抄録",
    "abstract",
    "関連論文",
)
_NUMBERS = (
    r"\s(?P<volume>\d[\w.-]*)\s?(?:\((?P<issue>[^()]{1,20})\))?(?:,?\s(?P<page>[A-Za-z]?\d[\w.–-]*))?,?\s(?P<issued__calendar>(?:1[89]|20)\d\d"
    r"(?:-\d\d(?:-\d\d)?)?)$"
)
_PLACE = re.compile(
    r"(?:大学|研究所|研究院|研究科|学部|学科|病院|センター|株式会社|高等学校|機構|協会)|univers|institut|department|hospital|corporation",
    re.IGNORECASE,
)


def marks(layout: Layout) -> float:
    """Weigh the headings that only CiNii words so."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    draft = generic.read(layout, NAME)
    kept = draft if _has_row(draft, "author") else draft.without("author").plus(_authors(layout))
    first = layout.lines[0]
    title = draft.best("title")
    named = title and title.rule.endswith(".title") and _has_row(draft, "title")
    found = [] if named else claims(layout.text, "title", first.span, f"{NAME}.title", 0.94)
    return amended(kept, (*found, *_host(layout)))


def _has_row(draft: Draft, field: str) -> bool:
    return any(row.kind == field and row.values for row in draft.rows)


def _authors(layout: Layout) -> Candidate | None:
    """Read the names between title and bibliography, universities left out."""
    stop = next((line.index for line in layout.lines if line.folded in _HEADS), 0)
    lines = [line for line in layout.lines[1:stop] if not _PLACE.search(line.text) and likeness(line.text) >= 0.5]
    return claim(layout.text, "author", names_in(layout, [line.span for line in lines]), f"{NAME}.author", 0.9)


def _host(layout: Layout) -> Iterator[Candidate]:
    """Read journal, numbers and publisher below the heading of the host."""
    lines = list(_below(layout, _HOSTS))
    if not lines:
        return
    journal = lines[0]
    yield from claims(layout.text, "container-title", journal.span, f"{NAME}.container-title", 0.95)
    yield from claims(layout.text, "type", journal.span, f"{NAME}.type:in-journal", 0.85)
    for line in lines[1:]:
        if numbers := re.match(re.escape(journal.text) + _NUMBERS, line.text):
            yield from stated(layout, line.start, numbers, NAME, 0.95)
        elif not any(map(str.isdigit, line.text)):
            yield from claims(layout.text, "publisher", line.span, f"{NAME}.publisher", 0.85)
            return


def _below(layout: Layout, heads: tuple[str, ...]) -> Iterator[Line]:
    start = next((line.index for line in layout.lines if line.folded in heads), None)
    if start is None:
        return
    for line in layout.lines[start + 1 : start + 5]:
        if line.folded in _OTHER_HEADS or line.folded in layout.vocabulary.sections:
            return
        yield line
