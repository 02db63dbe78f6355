"""CNKI, the Chinese national index: its pages, old and new, and the text with labels in two languages that it exports.

    Title / Title in English / buttons / 【作者】 ... / 【机构】 ... / 【摘要】 ... / 【关键词】 ... / 【文献出处】 Journal ,Journal in English ,
    编辑部邮箱 ,2015年03期 , 45-52页 / 【分类号】 ... / 【参考文献】 ...
    期刊 / Journal . 2022 ,38 (05) : 112-118 查看该刊数据库收录来源 / Title / names with digits / places / 摘要：... / 关键词： / ...
    Title-题名: ... / Author-作者: ... / Source-文献来源: ... / Summary-摘要: ... / PubTime-发表时间: ... / Year-年: ...

What surprised us: a thesis has university, subject, year and degree in one row, and the year and issue in which CNKI put it online look like a
journal's; so does the day of going online; "页数" counts the pages of the copy.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.parallel import titles
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate
from litcli.extract.layout import Layout

NAME = "cnki"

MARKS = (
    Mark(0.5, "【文献出处】"),
    Mark(0.6, "【网络出版投稿人】"),
    Mark(0.6, "Title-题名"),
    Mark(0.4, "查看该刊数据库收录来源"),
    Mark(0.4, "知网平台在线公开时间"),
    Mark(0.3, "CAJ下载"),
    Mark(0.3, "CAJViewer"),
    Mark(0.3, "节点文献"),
    Mark(0.3, "中国知网", within=6),
    Mark(0.2, "专辑：", r"^专辑："),
    Mark(0.2, "分类号：", r"^分类号："),
    Mark(0.4, "共找到", r"^共找到 ?[\d,]+ ?条结果"),
)
_LIST = re.compile(r"^共找到 ?[\d,]+ ?条结果")
_SOURCE = re.compile(
    r"^【文献出处】 ?(?P<container_title>[^,，]+?) ?[,，].*?(?P<issued>\d{4})年(?P<issue>\w+)期(?: ?[,，] ?(?P<page>[\d+-]+) ?页)?"
)
_PLACE = re.compile(
    r"^(?P<container_title>[^.．,，]{2,40}?) ?[.．] ?(?P<issued>\d{4}) ?[,，] ?(?:(?P<volume>\d+) ?)?[(（](?P<issue>\w+)[)）]"
    r"(?: ?[:：] ?(?P<page>[\d+-]+))?"
)
_THESIS = re.compile(
    r"^【作者基本信息】 ?(?P<publisher>[^,，]+)[,，].*?(?P<issued>\d{4})[,，]\s*(?P<type__coded_type>(?P<genre>[博硕]士))"
)
_BUTTONS = re.compile(
    r"^(?:推荐|CAJ下载|PDF下载|HTML阅读|手机阅读|分页下载|分章下载|整本下载|在线阅读|导出/参考文献|首页|期刊|期刊论文|硕士|博士|学位论文|会议|充值中心|会员|总库|"
    r"个人查重|我的CNKI|文献知网节|下载|打印|收藏|引用|分享)"
)


def marks(layout: Layout) -> float:
    """Weigh labels and notes that only CNKI prints."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: the rows, and the lines without labels around the title."""
    draft = generic.read(layout, NAME)
    found = [*read_lines(layout, layout.lines, (_SOURCE, _THESIS), NAME, 0.95), *_head(layout)]
    if any(candidate.rule.endswith("coded-type") for candidate in found):
        draft = draft.without("container-title", "issue", "volume")
    return amended(draft.without("number-of-pages"), found)


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the journal's line and the title, the first line that is no button; an export has its title in a row."""
    if layout.lines and any("-题名" in line.text for line in layout.lines[:4]):
        return
    placed = first_line(layout.lines[:15], _PLACE)
    if placed:
        yield from stated(layout, placed[0].start, placed[1], NAME, 0.95)
    first = placed[0].index + 1 if placed else 0
    head = layout.lines[first : first + 12]
    line = next((line for line in head if not _BUTTONS.match(line.text) and not layout.vocabulary.knows(line.folded)), None)
    if line and line.text[0] != "【":
        yield from titles(layout, line, NAME)
