"""Lines that a program wrapped at a column, and what was broken at the end of a line: words, ranges, addresses.

A page was wrapped if all its lines stay within a column and its line ends fall where the next word would have gone beyond it. Such an end
parts nothing, unless the next line plainly begins something: a label, a heading, a list, names below a title. Lines of a
printed page, whose letters have different widths, end less regularly; those are left to the readers, but for broken words.

What surprised us: programs that wrap also break behind hyphens, so that nearly all hyphens at their line ends are real; typesetters break
words, so that few of theirs are. Unless the page has the word in one form elsewhere, the number of such hyphens decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from litcli.extract.damage.mended import Edit, Mended
from litcli.extract.damage.signs import begins_row, is_heading, names_share
from litcli.extract.vocabulary import vocabulary

_NARROWEST, _WIDEST = 36, 132
"""Columns at which pages are wrapped."""
_FEWEST = 2
"""So many line ends in the middle of a sentence show that a page was wrapped."""
_GUESSED_LINE = 0.9
_GUESSED_HYPHEN = 0.85
_TYPESET = 0.12
"""Where more of the line ends that part nothing have a hyphen, words were broken."""
_MOST = 0.7
"""Or one, where so many of the longer lines are full."""
_PROSE = 3
"""A paragraph of so many lines is no title and no line of names."""

_ITEM = re.compile(r"[-•·●■▪◦‣*–|+>]\s|#|\(?\d{1,3}[.)]\s|\d{1,2}\s?[A-ZÀ-Þ]|\||https?:|©")
"""How begins what does not go on from the line above."""
_NAMED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){0,2}:\s")
"""And a row, whether its label is known or not."""
_TAGGED = re.compile(r"^(?:[A-Z][A-Z0-9]{1,3} {0,2}- |@\w+\{|%[A-Z] |[ \t]*[\w-]{1,40}[ \t]*=[ \t]*[{\"])", re.MULTILINE)
"""Lines of an export, which has its own way to go on."""
_BROKEN = re.compile(r"[-–¬/]\s?\n")
_ADDRESS = re.compile(r"(?:\b10\.\d{4,9}/|https?://)\S*$")
_ADDRESS_GOES_ON = re.compile(r"[/.\-_=&?%]$")
_FURTHER = re.compile(r"[a-z0-9][^\s:\[\]]*(?=\s|$)")
_NUMBER = re.compile(r"\d{1,6}(?![\d/:])")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]{2,})[-¬]$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_STOP = (".", "?", "!", ":", ";", "。")
_IDEOGRAPHS = "\u2e80"
"""From here on stand the scripts that have no spaces between words."""
_HYPHENED = frozenset(
    "self non well long short high low cross case follow co pre post anti semi quasi half all ex inter two three one four time evidence "
    "large small full multi double single open free health work age sex risk dose state data computer population community".split()
)
"""What stands before a hyphen more often than it opens one word with what follows."""


@dataclass(frozen=True)
class _Column:
    """Where a page was wrapped."""

    width: int
    plain: bool
    """Whether the page shows it well enough that a line may go on with a capital letter."""


@dataclass(frozen=True)
class _Row:
    """A line, without the white space around it."""

    start: int
    end: int
    text: str
    width: int
    """With the white space before it."""
    near: bool
    """Whether it stands right below another."""


def mend_wraps(mended: Mended) -> Mended:
    r"""Join what was wrapped, and words that were broken.

    >>> mend_wraps(Mended("The environ-\nment of old roofs and the environment of walls")).text
    'The environment\nof old roofs and the environment of walls'
    """
    text = mended.text
    longest = max(text.split("\n"), key=len)
    unwrapped = len(longest) > 2 * _WIDEST or (len(longest) > _WIDEST and " " in longest.strip())
    if (unwrapped and not _BROKEN.search(text)) or len(_TAGGED.findall(text)) > 2:
        return mended
    rows = list(_rows(text))
    column = None if unwrapped else _column(rows)
    if not column and not _BROKEN.search(text):
        return mended
    wrapped = set(_wrapped(rows, column)) if column else set()
    return mended.edited(_joints(text, rows, wrapped, column.width if column else 0))


def _rows(text: str) -> Iterator[_Row]:
    place, near = 0, False
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = place + line.index(bare)
            yield _Row(start, start + len(bare), bare, start - place + len(bare), near)
        near = bool(bare)
        place += len(line) + 1


def _column(rows: Sequence[_Row]) -> _Column | None:
    """Return the column at which a page was wrapped; None where it was not."""
    width = max((row.width for row in rows if " " in row.text or row.text[0] >= _IDEOGRAPHS), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    within = early = full = long = 0
    for row, following in pairwise(rows):
        if following.near and row.width > width // 2:
            filled = _is_full(row, following, width)
            full, long = full + filled, long + 1
            if _in_a_sentence(row, following):
                within, early = within + filled, early + (not filled)
    if not within or early > within // 5:
        return None
    return _Column(width, within >= _FEWEST or full >= _MOST * long)


def _in_a_sentence(row: _Row, following: _Row) -> bool:
    return row.text[-1] not in _STOP and (_goes_on(row, following) or _is_dense(row, following))


def _goes_on(row: _Row, following: _Row) -> bool:
    return following.text[0].islower() or (_is_open(row.text) and not following.text[0].isdigit())


def _is_dense(row: _Row, following: _Row) -> bool:
    """Tell whether a line ends and the next begins in a script without spaces."""
    return row.text[-1] >= _IDEOGRAPHS and following.text[0] >= _IDEOGRAPHS


def _is_open(text: str) -> bool:
    """Tell whether a text cannot end so: with a comma, a small word, an open bracket."""
    last = text.rsplit(None, 1)[-1]
    return last in _small_words() or text[-1] in ",&" or text.count("(") > text.count(")")


@cache
def _small_words() -> frozenset[str]:
    """Return the words of all languages that no title, name or sentence ends with."""
    return frozenset(word for words in vocabulary().function_words.values() for word in words if word.isalpha()) - {
        "is",
        "was",
        "been",
    }


def _is_full(row: _Row, following: _Row, column: int) -> bool:
    """Tell whether the next line's first word would not have fitted."""
    if row.text[-1] >= _IDEOGRAPHS:
        return row.width >= column - 1
    return row.width + 1 + len(following.text.split(None, 1)[0]) > column


def _wrapped(rows: Sequence[_Row], column: _Column) -> Iterator[int]:
    """Yield the index of each line whose end parts nothing."""
    lines = 1
    for at, (row, following) in enumerate(pairwise(rows)):
        full = following.near and _is_full(row, following, column.width)
        goes_on = full and (column.plain or _goes_on(row, following)) and not _begins(row, following, lines)
        lines = lines + 1 if goes_on else 1
        if goes_on:
            yield at


def _begins(row: _Row, following: _Row, lines: int) -> bool:
    """Tell whether something begins with the line below a full one; `lines` is how many its paragraph has so far."""
    if is_heading(row.text) or is_heading(following.text) or begins_row(following.text) or following.text.startswith("by "):
        return True
    if _is_open(row.text):
        return False
    if _ITEM.match(following.text):
        return True
    if following.text[0].islower() or lines >= _PROSE or row.text[-1] == "-":
        return False
    return bool(_NAMED.match(following.text)) or names_share(following.text) >= 0.6 > names_share(row.text)


def _joints(text: str, rows: Sequence[_Row], wrapped: set[int], column: int) -> Iterator[Edit]:
    hyphened = [row.end for row, following in pairwise(rows) if following.near and _breaks_word(row, following)]
    hyphens = _Hyphens.of(text, len(hyphened) > _TYPESET * max(len(wrapped), len(rows) / 2)) if hyphened else None
    for at, (row, following) in enumerate(pairwise(rows)):
        if not following.near:
            continue
        if hyphens and _breaks_word(row, following):
            real, sure = hyphens.is_real(row.text, following.text)
            yield Edit(row.end - (not real), following.start, "", sure)
            if at not in wrapped and (gap := text.find(" ", following.start, following.end)) > 0:
                yield Edit(gap, gap + 1, "\n")
        elif _breaks_range(row, following) or _breaks_address(row, following, column):
            yield Edit(row.end, following.start, "")
        elif at in wrapped:
            put = "" if _is_dense(row, following) or (row.text[-1] == "-" and row.text[-2:-1].isalnum()) else " "
            yield Edit(
                row.end, following.start, put, 1.0 if _in_a_sentence(row, following) or at - 1 in wrapped else _GUESSED_LINE
            )


def _breaks_word(row: _Row, following: _Row) -> bool:
    return (
        row.text[-1] in "-¬"
        and following.text[0].islower()
        and following.text[:2].isalpha()
        and bool(_LAST_WORD.search(row.text))
    )


def _breaks_range(row: _Row, following: _Row) -> bool:
    return row.text[-1] in "-–" and row.text[-2:-1].isdigit() and bool(_NUMBER.match(following.text))


def _breaks_address(row: _Row, following: _Row, column: int) -> bool:
    """Tell whether a DOI or URL goes on below: broken behind a sign, or where the column ended."""
    address = _ADDRESS.search(row.text)
    further = _FURTHER.match(following.text)
    if not address or not further or not (re.search(r"[\d/._=%-]", further[0]) or further.end() == following.width):
        return False
    return bool(_ADDRESS_GOES_ON.search(row.text)) or row.width == column


@dataclass(frozen=True)
class _Hyphens:
    """What a page tells of its hyphens."""

    words: frozenset[str]
    compounds: frozenset[str]
    typeset: bool
    """Whether it has so many at its line ends that words were broken."""

    @classmethod
    def of(cls, text: str, typeset: bool) -> "_Hyphens":  # noqa: FBT001  a value, no fork
        folded = text.casefold()
        return cls(frozenset(_WORD.findall(folded)), frozenset(_COMPOUND.findall(folded)), typeset)

    def is_real(self, before: str, behind: str) -> tuple[bool, float]:
        """Tell whether the hyphen between two lines is the word's own, and how sure that is."""
        left = re.split(r"\s", before)[-1][:-1].casefold().lstrip("(\"'“‘[")
        right = _WORD.match(behind)
        last, next_word = left.split("-")[-1], right[0].casefold() if right else ""
        if f"{left}-{next_word}" in self.compounds or f"{last}-{next_word}" in self.compounds:
            return True, 1.0
        if last + next_word in self.words or before.endswith("¬"):
            return False, 1.0
        if last in _HYPHENED:
            return True, 1.0
        return not self.typeset, _GUESSED_HYPHEN
