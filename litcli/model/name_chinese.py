"""Chinese names, which are written without a space: which family name they begin with, and several of them in one line.

Only a few hundred family names are in use, nearly all of one character; a name of two or three characters that begins with one of
them has its given name behind it. What surprised us: the same characters begin Japanese names ("高橋", "林田"), so the cut holds
only where a page is known to be in Chinese, and a line of several is taken only where all of it are such names.
"""

import re

Span = tuple[int, int]

FAMILIES = frozenset(
    "王李张劉刘陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢"
    "盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱"
    "錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳"
    "齐齊梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單"
    "包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬鄔臧畅暢宫宮来來嵺苟全褚廉简簡娄婁盖符奚木穆"
    "党燕郎邸冀谈談姬屠连連郜晏栾欒郁商蒙计計喻揭窦竇迟遲宇敖糜鄢冷卓花仇艾蓝藍都巩鞏稽井练練仲乐樂虞卞封竺冼原官衣楚佟栗匡宗"
    "应應台巫鞠僧桑荆谌银扬明沙伏岑习習胥保和蔺水云昌凤酆皮滑汲邴"
)
"""Family names of one character, simplified and traditional, the commonest first."""
DOUBLE = frozenset(
    (
        "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 令狐 慕容 尉迟 尉遲 东方 東方 公孙 公孫 司徒 夏侯 端木 独孤 獨孤 "
        "南宫 南宮 呼延 轩辕 申屠 长孙 宇文 钟离 闾丘 澹台 西门 百里 完颜"
    ).split()
)
"""Family names of two characters."""

_WORD = re.compile(r"[^\s\d,，、;；:：()（）\[\]*†‡＊①-⑳]+")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_MARKS = re.compile(r"[\s\d,，、;；*†‡＊①-⑳]|[(（\[][\d,，*\s]{1,12}[)）\]]")


def cut(name: str) -> tuple[str, str] | None:
    """Return the family and the given name of a Chinese name without a space; None where it is none.

    >>> cut("林小青"), cut("欧阳雨"), cut("编辑部")
    (('林', '小青'), ('欧阳', '雨'), None)
    """
    if not _HAN.fullmatch(name):
        return None
    if name[:2] in DOUBLE and len(name) > 2:
        return name[:2], name[2:]
    return (name[0], name[1:]) if name[0] in FAMILIES and len(name) <= 3 else None


def split_run(text: str) -> list[Span]:
    """Return the span of each name in a line of Chinese names that spaces or numbers part; none where something else stands there.

    >>> line = "魏平[1] 陆水生[2]"
    >>> [line[start:end] for start, end in split_run(line)]
    ['魏平', '陆水生']
    """
    words = [found.span() for found in _WORD.finditer(_MARKS.sub(lambda mark: " " * len(mark[0]), text))]
    return words if len(words) > 1 and all(cut(text[start:end]) for start, end in words) else []
