"""Characters that stand for others: ligatures, invisible marks, odd spaces, wide letters, accents as characters of their own.

A joiner without width is a letter's business in Persian and in the scripts of India, and stays there; wide punctuation stays on pages
with ideographs, where it is at home.
"""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from litcli.extract.damage.mended import Edit, Mended

_ACCENTS = "\u0300-\u036f\u0483-\u0487\u0653-\u0655\u3099\u309a"
_JAMO = "\u1100-\u11ff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_CONTROLS = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIGITS = "\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59"
_WIDE = "\uff01-\uff5e"
_WIDE_TEXT = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_ODD = re.compile(f"[{_CONTROLS}{_SPACES}{_INVISIBLE}{_ACCENTS}{_JAMO}{_WIDE}{_DIGITS}\ufb00-\ufb06\uf0a7\uf0b7]")
"""What a page without damage has none of."""

_IDEOGRAPH = re.compile("[\u2e80-\u2fff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_UNITS = re.compile(
    rf"(?P<broken>\u00ad[{_INVISIBLE}]*\n[ \t]*(?=\w))"
    rf"|(?P<joiner>(?<=[\u0590-\u0dff])[\u200c\u200d](?=[\u0590-\u0dff])|(?<=[\u2190-\U0001faff])\u200d)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    r"|(?P<leaf>(?<=[^\n])[\f\v](?=[^\n]))"
    rf"|(?P<control>[{_CONTROLS}]+)"
    rf"|(?P<space>[{_SPACES}])"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    rf"|(?P<composed>\w[{_ACCENTS}]+|[{_JAMO}]+)"
    rf"|(?P<number>[{_DIGITS}]+)"
    rf"|(?P<letter>[{_WIDE_TEXT}])"
    rf"|(?P<sign>[{_WIDE}])"
    r"|(?P<bullet>[\uf0a7\uf0b7])"
)
_AROUND = 100
_FEW = 0.08
_PUT = MappingProxyType({"broken": "", "invisible": "", "leaf": "\n", "control": "", "space": " ", "bullet": "•"})


def mend_characters(mended: Mended) -> Mended:
    r"""Put plain characters in the place of odd ones.

    >>> mend_characters(Mended("de\ufb01ned\u00a0in Mu\u0308nchen")).text
    'defined in München'
    """
    first = _ODD.search(mended.text)
    return mended.edited(_edits(mended.text, max(0, first.start() - 2))) if first else mended


def _edits(text: str, first: int) -> Iterator[Edit]:
    kept = ("joiner", "sign") if _IDEOGRAPH.search(text) else ("joiner",)
    for unit in _UNITS.finditer(text, first):
        kind = unit.lastgroup or ""
        if kind not in kept and (kind != "number" or _is_of_numbers(text, unit)):
            put = _plain(kind, unit[0])
            if put != unit[0]:
                yield Edit(unit.start(), unit.end(), put)


def _plain(kind: str, unit: str) -> str:
    if kind in _PUT:
        return _PUT[kind]
    if kind == "number":
        return "".join(str(unicodedata.digit(digit)) for digit in unit)
    return unicodedata.normalize("NFC" if kind == "composed" else "NFKC", unit)


def _is_of_numbers(text: str, unit: re.Match[str]) -> bool:
    """Tell a row or a citation, whose digits are read as numbers, from a sentence or a title, which keeps the digits of its script."""
    start = max(text.rfind("\n", max(0, unit.start() - _AROUND), unit.start()) + 1, unit.start() - _AROUND)
    stop = text.find("\n", unit.end(), unit.end() + _AROUND)
    around = text[start : stop if stop >= 0 else unit.end() + _AROUND]
    return sum(map(str.isdigit, around)) > _FEW * len(around)
