"""Japanese names that run together: a space stands only between family and given name.

"宮野 隆平尾 雄二加藤 征史郎" is 宮野 隆, 平尾 雄二, 加藤 征史郎. Between two spaces stand the given name of one person and the family
name of the next; where one ends and the other begins, a list of common family names tells, else the length does where it leaves
no choice. What stays doubtful leaves the whole line unread: no name at all is better than two wrong ones.
"""

import re
from functools import cache
from importlib.resources import files

from litcli.extract.candidates import Span

_ENDINGS = frozenset("郎男子美夫雄彦介助之香奈代恵江枝朗哉")
"""How given names of three letters end."""
_KANA = re.compile(r"^[\u3041-\u30fc]{2,}(?=[\u4e00-\u9fff々])")
_CHINESE = re.compile(r"[\u3041-\u30fc\u4e00-\u9fff々ヶ]+")
_LONGEST_GIVEN = 3
_LONGEST_FAMILY = 4


def split_run(text: str) -> list[Span]:
    """Return the span of each name in a line of names without separators; none where one is in doubt.

    >>> line = "宮野 隆平尾 雄二加藤 征史郎苅田 淳"
    >>> [line[start:end] for start, end in split_run(line)]
    ['宮野 隆', '平尾 雄二', '加藤 征史郎', '苅田 淳']
    """
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    if len(words) < 2 or not all(_CHINESE.fullmatch(text, *word) for word in words):
        return []
    names: list[Span] = []
    start = words[0][0]
    for first, last in words[1:-1]:
        cut = _cut(text[first:last])
        if not cut:
            return []
        names.append((start, first + cut))
        start = first + cut
    return [*names, (start, words[-1][1])]


def _cut(word: str) -> int:
    """Return where the family name begins behind a given name; 0 where that is in doubt."""
    known = [size for size in range(1, len(word)) if word[size:] in family_names() and size <= _LONGEST_GIVEN]
    if known:
        return known[0]
    if kana := _KANA.match(word):
        return kana.end() if 2 <= len(word) - kana.end() <= _LONGEST_FAMILY else 0
    if len(word) in {2, 4}:
        return len(word) // 2
    return 3 if len(word) in {5, 6} and word[2] in _ENDINGS else 0


@cache
def family_names() -> frozenset[str]:
    """Return the common family names."""
    listed = files("litcli.extract.base").joinpath("surnames_ja.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())
