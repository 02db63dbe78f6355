"""What stands at the beginning of every line, or between words: the quote marks of mail, bullets, numbers, gaps.

Only what most lines of a page have is damage; a list on a page, or a quotation, is the page's own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from litcli.extract.damage.mended import Edit, Mended

MOST = 0.8
"""What is done to so many of the lines was done to the page."""
FEWEST = 4
"""On fewer lines nothing is common."""

_FEWEST_TABS = 3
_FEWEST_GAPS = 3

_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?P<mark>[-*+•·●▪◦–])[ \t]+(?=\S)", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*\(?(?P<mark>\d{1,4})[.):][ \t]+(?=\S)", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)
_GAP = re.compile(r"(?<=[\w,.;:)]) {2,}(?=[\w(])")
_BESIDE = re.compile(r"\S\n[^\n]")
_BLANKS = re.compile(r"\n+")
_TAB_IN_WORDS = re.compile(r"(?<=[^\W\d_A-Z,;])[ ]?\t[ ]?(?=[a-z\u00df-\u00ff]+[ ,.;)])")


def mend_margins(mended: Mended) -> Mended:
    r"""Take off what stands before every line.

    >>> mend_margins(Mended("> On bees\n> by A. Smith\n>\n> Abstract\n> Bees.")).text
    'On bees\nby A. Smith\n\nAbstract\nBees.'
    """
    for mend in (_unquoted, _unlisted, _unnumbered, _dedented, _closed_up):
        mended = mended.edited(mend(mended.text))
    return mended


def _count(text: str, but: str = "") -> int:
    """Return how many lines say anything; on a page of too few nothing is common."""
    return max(FEWEST, sum(1 for line in text.split("\n") if line.strip(" \t\r\f\v" + but)))


def _unquoted(text: str) -> list[Edit]:
    """Take off the marks of a quotation in a mail."""
    if ">" not in text:
        return []
    found = list(_QUOTE.finditer(text))
    return [Edit(one.start(), one.end(), "") for one in found] if len(found) >= MOST * _count(text, ">") else []


def _unlisted(text: str) -> list[Edit]:
    """Take off the bullets of a list of all lines, which are the same."""
    found = list(_BULLET.finditer(text))
    if len(found) < FEWEST * MOST:
        return []
    (mark, times), *_ = Counter(one["mark"] for one in found).most_common(1)
    return [Edit(one.start(), one.end(), "") for one in found if one["mark"] == mark] if times >= MOST * _count(text) else []


def _unnumbered(text: str) -> list[Edit]:
    """Take off the numbers of a list of all lines, which go up by one."""
    found = list(_NUMBER.finditer(text))
    if len(found) < FEWEST * MOST or len(found) < MOST * _count(text):
        return []
    steps = sum(int(later["mark"]) - int(earlier["mark"]) == 1 for earlier, later in pairwise(found))
    return [Edit(one.start(), one.end(), "") for one in found] if steps >= MOST * (len(found) - 1) else []


def _dedented(text: str) -> list[Edit]:
    """Take off the indentation that all lines have."""
    if not text[:1].isspace():
        return []
    found = list(_INDENT.finditer(text))
    if len(found) < _count(text):
        return []
    common = min(one.end() - one.start() for one in found)
    return [Edit(one.start(), one.start() + common, "") for one in found]


def _closed_up(text: str) -> list[Edit]:
    """Take out the blank line that stands behind each line, also behind blank ones."""
    if _BESIDE.search(text):
        return []
    gaps = list(_BLANKS.finditer(text.rstrip("\n")))
    odd = all((gap.end() - gap.start()) % 2 == 0 for gap in gaps)
    wide = sum(gap.end() - gap.start() > 2 for gap in gaps)
    if len(gaps) < FEWEST or not odd or wide < _FEWEST_GAPS or wide == len(gaps):
        return []
    return [Edit(gap.start(), gap.start() + (gap.end() - gap.start()) // 2, "") for gap in gaps]


def mend_gaps(mended: Mended) -> Mended:
    """Make gaps between words single where a page has them between all words; a gap alone parts a label from its value.

    >>> mend_gaps(Mended("On  the  moss  of  old  roofs  and  walls,  by  Jan  Smit")).text
    'On the moss of old roofs and walls, by Jan Smit'
    """
    mended = mended.edited(_narrowed(mended.text))
    return mended.edited(_untabbed(mended.text))


def _narrowed(text: str) -> list[Edit]:
    if text.count("  ") < 2 * FEWEST:
        return []
    gaps = list(_GAP.finditer(text))
    between = sum(found for line in text.split("\n") if (found := len(_GAP.findall(line))) > 2)
    if between < 2 * FEWEST or len(gaps) < text.count(" ") / 4:
        return []
    (usual, _), *_ = Counter(one.end() - one.start() for one in gaps).most_common(1)
    return [Edit(one.start(), one.end(), " " if one.end() - one.start() <= usual else "  ") for one in gaps]


def _untabbed(text: str) -> Iterator[Edit]:
    if "\t" not in text or not _TAB_IN_WORDS.search(text):
        return
    between = sum(len(_TAB_IN_WORDS.findall(line)) for line in text.split("\n") if line.count("\t") > 1)
    if between >= _FEWEST_TABS and between >= 0.25 * text.count("\t"):
        at = text.find("\t")
        while at >= 0:
            yield Edit(at, at + 1, " ")
            at = text.find("\t", at + 1)
