"""Wanfang: articles and theses, in the rows of its old and its new pages.

    Title / Title in English / buttons / doi： ... / 摘要： ... / Abstract： ... / 作者： Name[1] Name[2] / 作者单位： ... /
    刊 名： Journal ISTICPKU / Journal： ... / 年，卷(期)： 2009, 17(2) / 关键词： ... / 机标分类号： ... / 在线出版日期： ... /
    页数： 共6页 / 页码： 88-93
    Title / DOI：... / 摘要：... / 关键词：... / 作者：... / 刊名：Journal 北大核心 / 年，卷（期）：2019，27（4） / 页数：6（188-193）

What surprised us: names and keywords are parted by spaces alone; the lists that the journal is in follow its name; the day of going online is
Wanfang's, not the journal's; the English name of the journal has a row of its own.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "wanfang"

MARKS = (
    Mark(0.4, "万方数据", within=8),
    Mark(0.4, "万方平台首次上网日期"),
    Mark(0.3, "机标分类号", r"^机标分类号[:：]"),
    Mark(0.3, "刊 名", r"^刊 名[:：]"),
    Mark(0.3, "所属期刊栏目", r"^所属期刊栏目[:：]"),
    Mark(0.3, "在线出版日期", r"^在线出版日期[:：]"),
    Mark(0.3, "学位授予单位", r"^学位授予单位[:：]"),
    Mark(0.2, "导师姓名", r"^导师姓名[:：]"),
    Mark(0.2, "年，卷", r"^年，卷[(（]期[)）]"),
    Mark(0.3, "找到", r"^找到 ?[\d,]+ ?条结果"),
)
_LIST = re.compile(r"找到 ?[\d,]+ ?条(?:结果|学术论文)")
_JOURNAL = re.compile(r"^刊 ?名[:：] ?(?P<container_title>\S+(?: ?\([^()]*\))?)")
_PAGES = (
    re.compile(r"^页数[:：] ?(?:共)?\d+ ?[(（](?P<page>[\d+-]+)[)）]"),
    re.compile(r"^页码[:：] ?(?P<page>[\d+-]+)"),
)
_YEAR = (
    re.compile(r"^年，卷[(（]期[)）][:：] ?(?P<issued>\d{4})"),
    re.compile(r"^学位年度[:：] ?(?P<issued>\d{4})"),
)
_WORDS = re.compile(r"^关键词[:：] ?(?P<keyword>\S.*)$")
_BUTTONS = re.compile(r"^(?:万方数据|首页|学术论文|下载|在线阅读|引用|收藏|分享|打印|导出|期刊论文|学位论文)")


def marks(layout: Layout) -> float:
    """Weigh the name of the service and rows that only it prints."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state, the date of the service left out where they have the journal's."""
    draft = generic.read(layout, NAME).without("number-of-pages")
    found = read_lines(layout, layout.lines, (_JOURNAL, *_PAGES, *_YEAR, _WORDS), NAME, 0.95)
    for line, below in pairwise(layout.lines):
        if line.folded == "学位年度" and below.text.isdigit():
            found += claims(layout.text, "issued", below.span, f"{NAME}.issued", 0.95)
    return amended(draft, (*found, *_titles(layout)))


def _titles(layout: Layout) -> Iterator[Candidate]:
    """Read the first line that is neither a button nor a row as the title."""
    for line in layout.lines[:15]:
        if _BUTTONS.match(line.text) or layout.vocabulary.knows(line.folded):
            continue
        if not re.match(r"\w{2,6} ?[:：]", line.text):
            yield from titles(layout, line, NAME)
        return
