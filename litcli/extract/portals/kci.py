"""KCI, the Korea Citation Index.

    논문 상세 / Title / Title in English / Journal / 약어 : ... / 2019, vol.12, no.3, pp. 101-124 (24 pages) / DOI : ... / 발행기관 : ... /
    연구분야 : ... / Name 1, Name 2 / 1 University / 초록 열기/닫기 버튼 / abstract / abstract in English / 키워드 열기/닫기 버튼 / words / ...

What surprised us: buttons to open and close stand where the headings would; the abstracts of both languages follow each other without one.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claimed, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in
from litcli.extract.readers.words import split_words

NAME = "kci"

MARKS = (
    Mark(0.4, "초록 열기/닫기", r"^초록 열기/닫기"),
    Mark(0.3, "키워드 열기/닫기", r"^키워드 열기/닫기"),
    Mark(0.3, "KCI", r"^KCI(?: |$)", within=6),
    Mark(0.3, "한국학술지인용색인", within=8),
    Mark(0.4, "발행기관 : ", r"^발행기관 : "),
    Mark(0.3, "연구분야 : ", r"^연구분야 : "),
    Mark(0.3, "논문 검색결과", r"^논문 검색결과"),
)
_PLACE = re.compile(
    r"^(?P<issued>\d{4}), vol\.? ?(?P<volume>[\w.-]+)?(?:, no\.? ?(?P<issue>[\w./-]+)?)?,?"
    r"(?: 통권 \d+ ?호,?)?(?: pp\.? ?(?P<page>\w+(?: ?- ?\w+)?))?"
)
_PUBLISHER = re.compile(r"^발행기관 : (?P<publisher>.+)$")
_LIST = re.compile(r"^논문 검색결과|검색결과 ?[\d,]+ ?건")
_SHORT = "약어 :"


def marks(layout: Layout) -> float:
    """Weigh the index's name, its rows and its buttons."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: titles and journal stand above the line of the numbers."""
    draft = generic.read(layout, NAME).without("author")
    placed = first_line(layout.lines[:20], _PLACE)
    found = [*read_lines(layout, layout.lines[:25], (_PUBLISHER,), NAME, 0.95), *_below_buttons(layout)]
    if placed:
        found += [*stated(layout, placed[0].start, placed[1], NAME, 0.96), *_head(layout, placed[0])]
    return amended(draft, (*found, *_people(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _head(layout: Layout, placed: Line) -> Iterator[Candidate]:
    above = [
        line
        for line in layout.lines[max(0, placed.index - 6) : placed.index]
        if not layout.vocabulary.knows(line.folded) and not line.text.startswith((_SHORT, "KCI", "로그인"))
    ]
    if len(above) > 1:
        yield from claims(layout.text, "container-title", above[-1].span, f"{NAME}.journal", 0.95)
        yield from titles(layout, above[-3] if len(above) > 2 and above[-2].index == above[-3].index + 1 else above[-2], NAME)


def _people(layout: Layout) -> list[Candidate]:
    """Read the first line of names below the rows."""
    rows = [line.index for line in layout.lines[:25] if line.text.startswith(("발행기관", "연구분야", "DOI"))]
    first = rows[-1] + 1 if rows else 0
    line = next((line for line in layout.lines[first : first + 4] if rows and likeness(line.text) >= SURE), None)
    return claimed(layout.text, "author", names_in(layout, (line.span,)), f"{NAME}.author", 0.95) if line else []


def _below_buttons(layout: Layout) -> Iterator[Candidate]:
    """Read abstract and keywords, of which the first line is in the work's language."""
    for line in layout.lines[:-1]:
        below = layout.lines[line.index + 1]
        if line.text.startswith("초록 열기/닫기") and len(below.text) > len(line.text):
            yield from claims(layout.text, "abstract", below.span, f"{NAME}.abstract", 0.95)
        if line.text.startswith("키워드 열기/닫기"):
            yield from claimed(layout.text, "keyword", split_words(layout, below.span), f"{NAME}.keyword", 0.94)
