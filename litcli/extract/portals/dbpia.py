"""DBpia, a library of Korean journals and proceedings.

    학술저널 / Title / Title in English / 논문 기본정보 / 자료유형 / 학술저널 / 저자정보 / Name (University) Name (University) / 저널정보 /
    Society / Journal / Journal 제9권 제1호 / 2020.06 / 5 - 28 (24page) / 이용수 / ... / 초록· 키워드 / abstract / #word #word / 목차 / ...

What surprised us: publisher, journal, issue, month and pages are five lines below one label; keywords are tags.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, Parts, claimed, claims, moved
from litcli.extract.layout import Layout, Line

NAME = "dbpia"

MARKS = (
    Mark(0.4, "DBpia", within=8),
    Mark(0.4, "논문 기본정보", r"^논문 기본정보$"),
    Mark(0.3, "저널정보", r"^저널정보$"),
    Mark(0.3, "초록· 키워드"),
    Mark(0.2, "저자정보", r"^저자정보$"),
    Mark(0.3, "검색결과", r"^검색결과"),
)
_LIST = re.compile(r"^검색결과|[\d,]+ ?건의? 검색결과")
_MONTH = re.compile(r"^(?P<issued__stated_date>\d{4}\.\d{1,2}|\d{4})$")
_PAGES = re.compile(r"^(?P<page>\d+ - \d+|\d+)(?: ?\(\d+ ?page\))?$")
_ISSUE = re.compile(r"(?:제 ?(?P<volume>\d+)권)?[ ,]*(?:제 ?(?P<issue>[\w-]+)호)?(?: ?\(통권.*\))?$")
_PERSON = re.compile(r"([가-힣A-Za-z][^()]*?) ?\([^()]*\)|([가-힣]{2,5})(?=\s|$)")
_TAG = re.compile(r"#([^\s#][^#]*)")
_KINDS = frozenset(("학술저널", "학술대회자료", "전문잡지", "연구보고서", "전자책", "학위논문"))


def marks(layout: Layout) -> float:
    """Weigh the name of the library and its headings."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states below its headings."""
    draft = generic.read(layout, NAME).without("author", "container-title", "keyword", "number-of-pages", "event-title")
    return amended(draft, (*_head(layout), *_host(layout), *_text(layout)))


def _at(layout: Layout, heading: str) -> int | None:
    return next((line.index for line in layout.lines if line.text.replace(" ", "") == heading), None)


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read type and titles at the top, the names below their heading."""
    kind = next((line for line in layout.lines[:20] if line.text in _KINDS), None)
    if kind:
        yield from claims(layout.text, "type", kind.span, f"{NAME}.type", 0.95)
        if below := layout.after(kind.index):
            yield from titles(layout, below, NAME)
    at = _at(layout, "저자정보")
    if at is not None and (line := layout.after(at)):
        places: list[Parts] = [(moved(line.start, found, found.lastindex or 1),) for found in _PERSON.finditer(line.text)]
        yield from claimed(layout.text, "author", places, f"{NAME}.author", 0.95)


def _host(layout: Layout) -> Iterator[Candidate]:
    """Read the lines below the heading of the journal."""
    at = _at(layout, "저널정보")
    if at is None:
        return
    lines = layout.lines[at + 1 : at + 6]
    for pattern in (_MONTH, _PAGES):
        if found := first_line(lines[1:], pattern):
            yield from stated(layout, found[0].start, found[1], NAME, 0.95)
    named = [line for line in lines if not _MONTH.match(line.text) and not _PAGES.match(line.text)]
    yield from _named(layout, named)


def _named(layout: Layout, lines: list[Line]) -> Iterator[Candidate]:
    if len(lines) > 1:
        yield from claims(layout.text, "publisher", lines[0].span, f"{NAME}.publisher", 0.92)
        yield from claims(layout.text, "container-title", lines[1].span, f"{NAME}.container-title", 0.95)
    if len(lines) > 2 and (issue := _ISSUE.search(lines[2].text)):
        yield from stated(layout, lines[2].start, issue, NAME, 0.95)


def _text(layout: Layout) -> Iterator[Candidate]:
    """Read the abstract and the tags below it."""
    at = _at(layout, "초록·키워드")
    if at is None:
        return
    for line in layout.lines[at + 1 : at + 8]:
        if line.text.startswith("#"):
            places: list[Parts] = [(moved(line.start, found, 1),) for found in _TAG.finditer(line.text)]
            yield from claimed(layout.text, "keyword", places, f"{NAME}.keyword", 0.95)
            return
        if line.index == at + 1:
            yield from claims(layout.text, "abstract", line.span, f"{NAME}.abstract", 0.95)
