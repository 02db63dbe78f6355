"""Gaps that a scan leaves in words and numbers: "J ournal", "19 98".

A capital alone before small letters is often right ("C elegans", "P value"), so two pieces are put together only where they make a
word that the page has elsewhere, or that labels are made of. Where a page has such gaps, other pieces like them are doubtful.
"""

import re
from collections.abc import Iterator
from functools import cache

from litcli.extract.damage.mended import Edit, Mended
from litcli.extract.vocabulary import fold, vocabulary
from litcli.model.folding import unaccented
from litcli.model.months import MONTHS

_GAP = re.compile(r"(?P<head>[A-ZÀ-ÞА-Я])(?<!\w\w)(?P<gap> )(?P<rest>[a-zß-ÿĀ-žа-яё]{2,})(?!\w)")
_SPLIT_YEAR = re.compile(r"(?:1[89]|20)(?<!\d\d\d)(?P<gap> )\d\d(?!\d|[.,/:-]\d)")
_BEFORE_YEAR = re.compile(r"(?:[(©]|\s[-–]|(?P<word>[^\W\d_]{3,})[.:]?(?:\s\d{1,2},)?)\s?$")
_BEHIND_YEAR = re.compile(r"\s?(?:[).;,:]|$)|\s(?P<word>[^\W\d_]{3,})", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST = 2
_WORDS = frozenset("AIOEYÀÉÓUÅÖaieoyuàéвикосуя")
"""Letters that are words by themselves."""
_WORD = re.compile(r"[^\W\d_]+")
_DATES = frozenset({"issued", "submitted", "accepted", "status-date"})
_DOUBTFUL = 0.5
_AROUND = 40


def mend_broken_words(mended: Mended) -> Mended:
    """Close gaps in words and years, where that is plain.

    >>> mend_broken_words(Mended("J ournal: Moss, published in May 19 98")).text
    'Journal: Moss, published in May 1998'
    """
    text = mended.text
    years = list(_years(text))
    found = list(_GAP.finditer(text))
    if not found and not years:
        return mended
    words = _words(text) if any(gap["head"] not in _WORDS for gap in found) else frozenset[str]()
    broken = [_makes_word(gap, words) for gap in found]
    joined = [Edit(*gap.span("gap"), "") for gap, is_broken in zip(found, broken, strict=True) if is_broken]
    unsure = [(gap.span(), _DOUBTFUL) for gap, is_broken in zip(found, broken, strict=True) if joined and not is_broken]
    return mended.edited(sorted([*years, *joined], key=lambda edit: edit.start), unsure)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _makes_word(gap: re.Match[str], words: frozenset[str]) -> bool:
    """Tell whether two pieces make a known word, of which the second is none."""
    whole = (gap["head"] + gap["rest"]).casefold()
    known = whole in _label_words() or (whole in words and gap["head"] not in _WORDS)
    return known and gap["rest"] not in _label_words() and gap["rest"] not in _small_words()


def _years(text: str) -> Iterator[Edit]:
    """Yield years that brackets, a month or a label tell, or that are no range; all of them on a page whose years are all like that."""
    found = list(_SPLIT_YEAR.finditer(text))
    if len(found) >= _FEWEST and not _YEAR.search(text):
        yield from (Edit(*year.span("gap"), "") for year in found)
        return
    for year in found:
        if _may_end(text, year.end()) and (_is_told(text, year.start()) or _is_no_range(text, year)):
            yield Edit(*year.span("gap"), "")


def _is_no_range(text: str, year: re.Match[str]) -> bool:
    """Tell whether two numbers behind a comma are no pages that lost their dash: the second is the smaller one."""
    before = text[max(0, year.start() - 2) : year.start()].rstrip(" ")[-1:]
    return before in (",", ";") and year[0][3:] < year[0][:2]


def _may_end(text: str, at: int) -> bool:
    """Tell whether a year may end at a place: before a sign, the end of the line, or a month."""
    behind = _BEHIND_YEAR.match(text, at)
    return behind is not None and (behind["word"] is None or unaccented(behind["word"]) in _months())


def _is_told(text: str, at: int) -> bool:
    before = _BEFORE_YEAR.search(text, max(0, at - _AROUND), at)
    return before is not None and (before["word"] is None or _leads_to_year(before["word"]))


def _leads_to_year(word: str) -> bool:
    return unaccented(word) in _months() or any(label.kind in _DATES for label in vocabulary().labels.get(fold(word), ()))


@cache
def _months() -> frozenset[str]:
    return frozenset(word for names in MONTHS for word in names.split())


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for words in vocabulary().function_words.values() for word in words)


@cache
def _label_words() -> frozenset[str]:
    """Return the words that labels and headings are made of."""
    words = vocabulary()
    return frozenset(word for label in (*words.labels, *words.sections) for word in _WORD.findall(label) if len(word) > 3)
