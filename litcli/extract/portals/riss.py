"""RISS, the union catalogue of Korean universities: theses, articles and books.

    RISS 검색 - 국내학위논문 상세보기 / Title = Title in English / link / 저자 / ... / 발행사항 / Town : University, Year / 학위논문사항 /
    학위논문(석사)-- University : Subject Year / ... / 형태사항 / 88 p. / 국문 초록 (Abstract) / ...

What surprised us: the title and its translation stand in one line around a "="; what kind of thesis it is stands in front of the university.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.parallel import titles_at
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate
from litcli.extract.layout import Layout

NAME = "riss"

MARKS = (
    Mark(0.5, "RISS 검색", r"^RISS 검색 - "),
    Mark(0.4, "riss.kr/link"),
    Mark(0.3, "학술연구정보서비스", within=8),
    Mark(0.3, "이 자료와 함께 이용한 RISS 자료"),
    Mark(0.2, "일반주기명", r"^일반주기명$"),
)
_LIST = re.compile(r"^RISS 검색결과|검색결과 ?[\d,]+ ?건")
_DEGREE = re.compile(r"^(?P<genre>(?P<type>학위논문 ?\([^()]+\)))")
_OTHER = re.compile(r"^(?:RISS|학술연구정보서비스|로그인|http|국내|해외|무료|원문|내보내기|부가기능|내책장)")


def marks(layout: Layout) -> float:
    """Weigh the catalogue's name and its links."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state, and the title above them."""
    draft = generic.read(layout, NAME)
    return amended(draft, (*_titles(layout), *read_lines(layout, layout.lines, (_DEGREE,), NAME, 0.95)))


def _titles(layout: Layout) -> Iterator[Candidate]:
    """Read the first line that names neither the catalogue nor what can be done with a record."""
    line = next(
        (line for line in layout.lines[:12] if not _OTHER.match(line.text) and not layout.vocabulary.knows(line.folded)), None
    )
    if not line:
        return
    own, _, other = line.text.partition(" = ")
    stop = line.start + len(own)
    yield from titles_at(layout, (line.start, stop), (line.end - len(other), line.end), NAME)
