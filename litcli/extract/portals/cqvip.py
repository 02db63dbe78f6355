"""CQVIP, the index of journals of Chongqing: labels with a space behind them.

    期刊文献 > / Title 被引量：3 / Title in English / buttons / 摘要 ... 展开更多 / 作者 Name Name / 机构地区 ... /
    出处 《Journal》 2020年第6期30-35，共6页 Journal in English / 基金 ... / 关键词 ... / 分类号 ...

What surprised us: the journal stands between angle quotes, its pages right behind the issue; the number of citations follows the title.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import titles_at
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.layout import Layout

NAME = "cqvip"

MARKS = (
    Mark(0.6, "出处 《", r"^出处 《[^》]+》 ?(?:CAS|CSCD|CSSCI|北大核心|EI| )*\d{4}年第"),
    Mark(0.3, "机构地区 ", r"^机构地区 "),
    Mark(0.3, "维普", within=5),
    Mark(0.4, "检索结果", r"^维普.*检索结果|^检索式：.*结果"),
)
_SOURCE = re.compile(
    r"^出处 《(?P<container_title>[^》]+)》[^\d]*(?P<issued>\d{4})年(?:第(?P<volume>\d+)卷)?第(?P<issue>\w+)期(?P<page>[\d+-]+)?"
)
_TITLE = re.compile(r"^(\S.*?)(?: 被引量[:：] ?\d+)$")
_LIST = re.compile(r"共?找到 ?[\d,]+ ?(?:篇|条)|检索结果")
_PEOPLE = re.compile(r"^作者 (?P<author>.+)$")


def marks(layout: Layout) -> float:
    """Weigh the row of the source and the service's name."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:10], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state, the title without the count behind it."""
    draft = generic.read(layout, NAME)
    found = read_lines(layout, layout.lines, (_SOURCE, _PEOPLE), NAME, 0.95)
    row = next((line.index for line in layout.lines if line.text.startswith(("摘要 ", "作者 ", "出处 "))), 0)
    for line in layout.lines[:row]:
        titled = _TITLE.match(line.text)
        if titled or (not layout.vocabulary.knows(line.folded) and not re.search(r"[>＞]|维普|下载|引用", line.text)):
            own = (line.start, line.start + titled.end(1)) if titled else line.span
            below = layout.after(line.index)
            found += titles_at(layout, own, below.span if below else own, NAME)
            break
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))
