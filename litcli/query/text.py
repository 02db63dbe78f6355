r"""The one way in which text becomes words to search: case, accents and widths folded, each CJK character a word of its own.

The library's index holds text that went through `fold`, and a query's words go through it too, so memory and SQLite agree
whatever the SQLite: its tokenizer (unicode61) finds nothing left to fold, and splits at the spaces. It also finds what
unicode61 alone would not: "moller" in "Møller", "CO2" in "CO₂", a word inside a Chinese title. What surprised us: unicode61
splits at vowel signs of Indic scripts and at Arabic and Hebrew points, so marks are dropped here, in every script.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from litcli.model.folding import LETTERS

BREAK = "\ue000"
"""Stands as a word of its own between the items of a list, so that no phrase reaches from one into the next."""


def fold(text: str) -> str:
    """Return the words of a text as they are compared, with single spaces between them.

    >>> fold("Anti-CD20 in Sjögren's Syndrome: O’Neil, Møller & Straße")
    'anti cd20 in sjogren s syndrome o neil moller strasse'
    >>> fold("CO₂ 癌症 ﬁbrosis")
    'co2 癌 症 fibrosis'
    """
    return " ".join(text.translate(_FOLDED).split())


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared.

    >>> tokens("COVID-19")
    ('covid', '19')
    """
    return tuple(text.translate(_FOLDED).split())


def fold_items(items: Iterable[str]) -> str:
    """Fold a list so that no phrase reaches from one item into the next."""
    return f" {BREAK} ".join(fold(item) for item in items)


def contains(folded: str, words: tuple[str, ...], *, prefix: bool = False) -> bool:
    """Tell whether a folded text has the words next to one another; with `prefix` the last one may be a beginning.

    >>> contains("tumor immune microenvironment", ("immune", "micro"), prefix=True)
    True
    """
    wanted = " " + " ".join(words) + ("" if prefix else " ")
    return wanted in f" {folded} "


def spans(text: str, words: tuple[str, ...], *, prefix: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where in the unfolded text the words stand, (start, end) each, for marking what matched.

    >>> text = "The naïve T-cell"
    >>> [text[start:end] for start, end in spans(text, ("naive", "t"))]
    ['naïve T']
    """
    placed = _placed(text)
    for first in range(len(placed) - len(words) + 1):
        run = placed[first : first + len(words)]
        found = tuple(word for word, _, _ in run)
        if found == words or (prefix and found[:-1] == words[:-1] and found[-1].startswith(words[-1])):
            yield run[0][1], run[-1][2]


def _placed(text: str) -> list[tuple[str, int, int]]:
    """Return each word of a text, folded, with its place."""
    found: list[tuple[str, int, int]] = []
    open_ = False
    for at, char in enumerate(text):
        folded = _FOLDED[ord(char)]
        word = folded.strip()
        if word and open_ and not folded.startswith(" "):
            before, start, _ = found.pop()
            found.append((before + word, start, at + 1))
        elif word:
            found.append((word, at, at + 1))
        open_ = folded.endswith(word) if word else open_ and not folded
    return found


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        unified = normalize("NFKD", normalize("NFKD", chr(code)).casefold())
        self[code] = folded = "".join(map(_fold_one, unified))
        return folded


def _fold_one(char: str) -> str:
    if char in LETTERS:
        return LETTERS[char]
    group = category(char)
    if group[0] in "LN":
        return f" {char} " if _CJK.match(char) else char
    return "" if group[0] == "M" or group == "Cf" else " "


_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Scripts that are written without spaces: kana and the unified ideographs."""

_FOLDED = _Folding()
