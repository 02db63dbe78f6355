"""A text that was rewritten in places, and the way from each of its characters back to the raw ones, and forth.

Each repair is a list of edits upon what the repairs before it left. Characters that an edit put in stand for all that it replaced;
what an edit left out stands for nothing, so no place begins or ends with it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from litcli.extract.candidates import Parts, Span


@dataclass(frozen=True)
class Edit:
    """What to put in the place of some characters of a text."""

    start: int
    end: int
    put: str
    sure: float = 1.0
    """How often such an edit is right; what is read there is no surer than that."""


@dataclass(frozen=True)
class _Step:
    """Where the edits of one repair were in the text before it (`old`) and are in the one after it (`new`)."""

    old_starts: tuple[int, ...]
    old_ends: tuple[int, ...]
    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]

    def back(self, start: int, end: int) -> Span:
        """Return the place before the repair of what stands between two places after it."""
        first = self._old(start)
        return first[0], max(first[0], self._old(end - 1)[1])

    def _old(self, at: int) -> Span:
        edit = bisect_right(self.new_starts, at) - 1
        if edit < 0:
            return at, at + 1
        if at < self.new_ends[edit]:
            return self.old_starts[edit], self.old_ends[edit]
        moved = at + self.old_ends[edit] - self.new_ends[edit]
        return moved, moved + 1

    def forth(self, start: int, end: int) -> Span:
        """Return the place after the repair of what stood between two places before it; what an edit put between is outside."""
        first = self._new_start(start)
        return first, max(first, self._new_end(end))

    def _new_start(self, at: int) -> int:
        edit = bisect_right(self.old_starts, at) - 1
        if edit < 0:
            return at
        begins = self.old_starts[edit] == at < self.old_ends[edit]
        return self.new_starts[edit] if begins else self.new_ends[edit] + max(0, at - self.old_ends[edit])

    def _new_end(self, at: int) -> int:
        edit = bisect_left(self.old_starts, at) - 1
        if edit < 0:
            return at
        cut = at < self.old_ends[edit]
        return self.new_starts[edit] if cut else self.new_ends[edit] + at - self.old_ends[edit]


@dataclass(frozen=True)
class Mended:
    """A text after some repairs."""

    text: str
    steps: tuple[_Step, ...] = ()
    guesses: tuple[tuple[Span, float], ...] = ()
    """Places in the raw text that were mended by a guess, and how sure it is."""

    doubts: tuple[str, ...] = ()
    """What a person should know of the repairs."""

    def edited(self, edits: Iterable[Edit], guesses: Iterable[tuple[Span, float]] = ()) -> "Mended":
        """Return the text with the edits made, which are in order; of two that overlap the first is made.

        `guesses` are places of the text as it was whose lines are unsure, edited or not.

        >>> Mended("o\u00adn &amp; on").edited([Edit(1, 2, ""), Edit(4, 9, "&")]).text
        'on & on'
        """
        made = _apart(edits)
        if not made:
            return self
        pieces, new_starts, new_ends = [], [], []
        at = size = 0
        for edit in made:
            pieces += [self.text[at : edit.start], edit.put]
            new_starts.append(size + edit.start - at)
            size = new_starts[-1] + len(edit.put)
            new_ends.append(size)
            at = edit.end
        step = _Step(tuple(edit.start for edit in made), tuple(edit.end for edit in made), tuple(new_starts), tuple(new_ends))
        unsure = [*(((edit.start, edit.end), edit.sure) for edit in made if edit.sure < 1), *guesses]
        guessed = tuple((self.back(*span), sure) for span, sure in unsure)
        return Mended("".join([*pieces, self.text[at:]]), (*self.steps, step), (*self.guesses, *guessed), self.doubts)

    def back(self, start: int, end: int) -> Span:
        """Return the place in the raw text of a place in this one."""
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end

    def forth(self, start: int, end: int) -> Span:
        """Return the place in this text of a place in the raw one."""
        for step in self.steps:
            start, end = step.forth(start, end)
        return start, end

    def surety(self, parts: Parts) -> float:
        """Return how sure it is that places of the raw text were mended rightly, up to where they begin and end."""
        met = (sure for (first, last), sure in self.guesses if any(first <= end and start <= last for start, end in parts))
        return min(met, default=1.0)

    def texts(self, parts: Parts) -> list[str]:
        """Return what stands, mended, at places of the raw text: what a value was made from."""
        return [self.text[slice(*self.forth(*part))] for part in parts]


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    made: list[Edit] = []
    for edit in edits:
        if not made or edit.start >= made[-1].end:
            made.append(edit)
    return made
