"""A page as lines with places: what every reader looks at.

Blank lines are not kept as lines but counted (`blanks`), since lossy text gains and loses them; a line's span covers the text
without the white space, the bullet or the Markdown heading mark around it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from litcli.extract.candidates import Span
from litcli.extract.damage.mended import Mended
from litcli.extract.damage.repair import repair
from litcli.extract.result import Evidence
from litcli.extract.vocabulary import Vocabulary, fold, vocabulary
from litcli.pages.page import Page

_SENTENCE = 60
"""So long is a sentence below the heading of an abstract or of its first part."""
_TITLE = 30
"""A line of fewer bytes above all longer ones is a button of a menu, which may be named "References"."""
PROSE = 120
"""A line of so many characters is taken for prose."""

_BULLET = re.compile(r"(?:[•·●○■▪◦‣*–—-]|#{1,6})\s+")
_BARE_MARK = re.compile(r"[-–—•·*|:.\s]+")
_COUNT_BEHIND = re.compile(r"\s?[(\[（]\d[\d,. ]{0,6}[)\]）]$")
"""How many there are, behind a heading: "References (27)"."""
_EMPTY_CELL = re.compile(r"[-:\s]*")


@dataclass(frozen=True)
class Line:
    """One line that is not blank."""

    index: int
    start: int
    end: int
    text: str
    """The page's characters from `start` to `end`."""
    folded: str
    """As labels and headings are compared."""
    blanks: int
    """How many blank lines stand before it."""
    mark: str
    """"bullet", "heading" (Markdown's #) or ""."""
    cells: tuple[Span, ...]
    """For a row of a table with bars: its cells, without white space; empty cells keep their place as an empty span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True)
class Layout:
    """The lines of a page's visible text, up to where its record ends."""

    page: Page
    lines: tuple[Line, ...]
    tail: int
    """The index of the first line that the record has ended before: references, similar articles, full text."""
    words: Vocabulary | None = None
    """The label tables together with the words of the portal that reads the page; None for the tables alone."""
    mended: Mended | None = None
    """How the text came from the raw one; None where it is the raw one."""

    @property
    def text(self) -> str:
        """The page's whole text, mended: what readers count in."""
        return self.page.text

    def raw(self, evidence: Evidence) -> Evidence:
        """Return evidence as it counts in the raw text."""
        return replace(evidence, parts=tuple(self.mended.back(*part) for part in evidence.parts)) if self.mended else evidence

    def texts(self, evidence: Evidence) -> list[str]:
        """Return what stands, mended, where evidence points in the raw text: what its value was made from."""
        return self.mended.texts(evidence.parts) if self.mended else [self.text[start:end] for start, end in evidence.parts]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines that may state the record."""
        return self.lines[: self.tail]

    @property
    def vocabulary(self) -> Vocabulary:
        """The label tables, with a portal's own words where it has some."""
        return self.words or vocabulary()

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def surety(self, evidence: Evidence) -> float:
        """Return how sure it is that the text was mended rightly where evidence, as readers count, points."""
        return self.mended.surety(self.raw(evidence).parts) if self.mended and self.mended.guesses else 1.0

    def line_at(self, position: int) -> Line | None:
        """Return the line at or before a position."""
        index = bisect_right(self._starts, position) - 1
        return self.lines[index] if index >= 0 else None

    def piece(self, span: Span) -> Line:
        """Return a part of a line as if it were a line by itself, for what reads lines."""
        start, end = span
        line = self.line_at(start)
        return Line(line.index if line else 0, start, end, self.text[start:end], "", 0, "", ())

    def between(self, first: int, stop: int) -> Iterator[Line]:
        """Yield the lines from one index up to another; a slice of them would be copied for the few that are looked at."""
        return map(self.lines.__getitem__, range(max(0, first), min(stop, len(self.lines))))

    def after(self, index: int) -> Line | None:
        """Return the line after the one with this index, within the body."""
        return self.lines[index + 1] if index + 1 < self.tail else None

    def part(self, first: int, stop: int | None = None) -> "Layout":
        """Return the lines from one index up to another as if the page had no others: without a menu above, other works below."""
        lines = tuple(replace(line, index=index) for index, line in enumerate(self.lines[first:stop]))
        return replace(self, lines=lines, tail=_tail(lines, self.vocabulary))

    def under(self, words: Vocabulary, keeps: Callable[[Line], bool]) -> "Layout":
        """Return the page as a portal with words of its own sees it, with only the lines that it keeps."""
        lines = tuple(replace(line, index=index) for index, line in enumerate(filter(keeps, self.lines)))
        return replace(self, lines=lines, tail=_tail(lines, words), words=words)


def lay_out(page: Page) -> Layout:
    """Return the page's lines, mended, and where its record ends."""
    repaired = repair(page)
    return replace(as_it_is(repaired.page), mended=repaired.mended)


def as_it_is(page: Page) -> Layout:
    """Return the page's lines, whatever damage its text has: for what cuts the raw text."""
    lines = tuple(_lines(page.visible))
    return Layout(page, lines, _tail(lines, vocabulary()))


def strip(text: str, start: int, end: int, also: str = "") -> Span:
    """Return the span without the white space (and the characters of `also`) at its ends.

    >>> strip("  a b, ", 0, 7, ",")
    (2, 5)
    """
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end


def _lines(text: str) -> Iterator[Line]:
    index = blanks = place = 0
    for raw in text.split("\n"):
        start, end = strip(text, place, place + len(raw), "\ufeff\u200b\xad\u200e\u200f")
        place += len(raw) + 1
        if start == end or _BARE_MARK.fullmatch(text, start, end):
            blanks += 1
            continue
        mark = ""
        if bullet := _BULLET.match(text, start, end):
            mark = "heading" if text[start] == "#" else "bullet"
            start = bullet.end()
        content = text[start:end]
        folded = fold(content[:200])
        yield Line(index, start, end, content, folded, blanks, mark, tuple(_cells(text, start, end)))
        index, blanks = index + 1, 0


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    if text[start] != "|" and text[end - 1] != "|" and text.find("|---", start, end) < 0:
        return
    place = start + 1 if text[start] == "|" else start
    stop = end - 1 if text[end - 1] == "|" else end
    for piece in text[place:stop].split("|"):
        first, last = strip(text, place, place + len(piece))
        yield (first, first) if _EMPTY_CELL.fullmatch(text, first, last) else (first, last)
        place += len(piece) + 1


def _tail(lines: tuple[Line, ...], words: Vocabulary) -> int:
    """Find the first line below which nothing belongs to the record; never above the first that is longer than a button."""
    titled = next((line.index for line in lines if len(line.text.encode()) >= _TITLE), 0)
    opened = next((line.index for line in lines if _opens_abstract(line, lines, words)), -1)
    for line in lines[max(2, titled + 1, opened + 1 + _named_parts(lines, opened, words)) :]:
        if words.sections.get(_COUNT_BEHIND.sub("", line.folded)) == "tail" and not line.cells:
            return line.index
        if line.folded.startswith(words.tail_starts):
            return line.index
    return len(lines)


def _named_parts(lines: tuple[Line, ...], opened: int, words: Vocabulary) -> int:
    """Return 1 where an abstract's first part is headed as the text below an abstract mostly is: "Abstract / Introduction / ..."."""
    below = lines[opened + 1 : opened + 3] if opened >= 0 else ()
    return int(len(below) > 1 and words.sections.get(below[0].folded) == "tail" and len(below[1].text) > _SENTENCE)


def _opens_abstract(line: Line, lines: tuple[Line, ...], words: Vocabulary) -> bool:
    """Tell whether an abstract stands below the line; a menu above it may name "References" without ending anything."""
    if words.sections.get(line.folded) != "abstract":
        return False
    below = [other for other in lines[line.index + 1 : line.index + 8] if other.folded not in words.noise]
    return bool(below) and (len(below[0].text) > PROSE or any(len(other.text) > _SENTENCE for other in below[:2]))
