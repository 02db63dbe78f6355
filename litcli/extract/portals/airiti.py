"""Airiti, the library of journals and theses of Taiwan.

    Title / Title in English / Name(Name in Latin letters)；Name(...) / Journal；9卷1期 (2018 / 03) ， P1 - 24 / 繁體中文 DOI： ... /
    keywords；keywords in English / 中文摘要 / ... / 英文摘要 / ... / 參考文獻

What surprised us: the keywords of both languages stand in one line without a label.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claim, claimed
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import names_in
from litcli.extract.readers.words import split_words

NAME = "airiti"

MARKS = (
    Mark(0.5, "期", r"^[^；;\n]{2,60}[；;](?:[^\s；;]+卷)?[^\s；;]+期 \(\d{4} / \d\d(?: ?/ ?\d\d)?\) ?[，,] ?P[P.]*\d"),
    Mark(0.3, "華藝線上圖書館", within=6),
    Mark(0.3, "華藝", within=6),
    Mark(0.2, "airitilibrary"),
    Mark(0.3, "筆資料", r"^共 ?[\d,]+ ?筆資料"),
)
_PLACE = re.compile(
    r"^(?P<container_title>[^；;]{2,60})[；;](?:(?P<volume>[^\s；;]+?)卷)?(?P<issue>[^\s；;]+?)期 \((?P<issued__stated_date>\d{4} / \d\d)"
    r"(?: ?/ ?\d\d)?\) ?[，,] ?"
    r"P[P.]*(?P<page>\d+ ?- ?\d+|\d+)"
)
_LIST = re.compile(r"共 ?[\d,]+ ?筆資料")
_WORD = re.compile(r"[\u3400-\u9fff]")


def marks(layout: Layout) -> float:
    """Weigh the line of the journal and the name of the library."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: titles and names stand above the line of the journal, keywords below it."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:25], _PLACE)
    if not placed:
        return draft
    line, match = placed
    found: list[Candidate] = stated(layout, line.start, match, NAME, 0.96)
    above = layout.lines[max(0, line.index - 3) : line.index]
    if above:
        people = claim(layout.text, "author", names_in(layout, (above[-1].span,)), f"{NAME}.author", 0.95)
        found += [people] if people else []
        head = [one for one in above[:-1] if not layout.vocabulary.knows(one.folded) and " / " not in one.text]
        found += titles(layout, head[0], NAME) if head else []
    found += _keywords(layout, layout.lines[line.index + 1 : line.index + 4])
    return amended(draft.without("volume"), (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _keywords(layout: Layout, lines: tuple[Line, ...]) -> list[Candidate]:
    """Read the line of keywords; those in English are left out where there are some in Chinese."""
    line = next((line for line in lines if len(re.findall("[；;]", line.text)) > 1), None)
    words = split_words(layout, line.span) if line else []
    chinese = [word for word in words if _WORD.search(layout.text[word[0][0] : word[-1][1]])]
    return claimed(layout.text, "keyword", chinese or words, f"{NAME}.keyword", 0.92) if words else []
