"""Where in a text without separators one page ends and the next begins.

In goes a page, out come the places where further pages begin in its text; none where it is one page. A joint is weighed twice. The line
alone (`line_signs`) tells cheaply whether it is worth a look: of a hundred single pages some twenty have such lines. Then what stands
before it and what stands behind it are read, and the two records (`piece_signs`) decide. The weights are in joints.json, fitted by
`python -m tests.joints` on pages of the tests, joined and single. Doubt means: no cut. A cut through a page makes two wrong records, a
missed one is told as a doubt.

What surprised us: how sure the readers are of the second title says more than any other sign. And a record's lines do not say where it
ends: works that it cites are records too, but never with a text of their own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path
from typing import TypedDict

from litcli.extract.engine import read
from litcli.extract.joint_signs import REACH, Looks, Sign, line_signs, piece_signs
from litcli.extract.layout import Line, as_it_is
from litcli.extract.result import Extraction, Reading
from litcli.pages.page import Page

FILE = Path(__file__).with_suffix(".json")

LOOKED = 0.25
"""A line less likely a joint than this is not looked at."""
CUT = 0.5
"""Two pieces are cut apart from this much on."""
DOUBTED = 0.3
"""Less than a cut, yet so likely that the page wants a person's look."""

_FEWEST = 2
"""Lines that a page has at least."""
_HORIZON = 45
"""So many lines behind the first joint that would do, a better one is looked for."""
_DENSE = 0.04
"""Where fewer of the lines have a blank one above them, any line may begin a page."""

Reader = Callable[[Page], Reading]


class Weights(TypedDict):
    """joints.json: what each sign adds to the logarithm of the odds of a joint."""

    about: str
    line: dict[str, float]
    pieces: dict[str, float]


@dataclass(frozen=True)
class Joints:
    """The places in a page's text where further pages begin, and whether there may be more of them."""

    starts: tuple[int, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True)
class Joint:
    """A line at which a page may begin."""

    at: int
    """Its index."""
    chance: float
    title: int
    """Where the title of the page behind it stands."""


def joints(page: Page, reader: Reader = read) -> Joints:
    """Return where further pages begin in the text of a page."""
    return Search(page, reader).run()


class Search:
    """One page, with what was read of it."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self._page = page
        self._reader = reader
        self._layout = as_it_is(page)
        self.looks = Looks(self._layout)
        self._lines = self._layout.lines
        self._read: dict[tuple[int, int], Reading] = {}
        gaps = sum(line.blanks > 0 for line in self._lines)
        self._dense = gaps < _DENSE * len(self._lines)

    def run(self) -> Joints:
        starts: list[int] = []
        start, doubtful = 0, False
        while (found := self._next(start)) is not None:
            if found.chance < CUT:
                doubtful = True
                break
            starts.append(self.place(found.at))
            start = found.at
        return Joints(tuple(starts), doubtful)

    def _next(self, start: int) -> Joint | None:
        """Return the first joint behind a line, or a doubtful one where there is none."""
        chosen: list[Joint] = []
        doubted: Joint | None = None
        for at in self._candidates(start):
            if chosen and at > chosen[0].at + _HORIZON:
                break
            joint = self.joint(start, at)
            if joint and joint.chance >= CUT:
                chosen.append(joint)
            elif joint and joint.chance >= DOUBTED:
                doubted = doubted or joint
        return self._first(chosen) or doubted

    def _first(self, found: list[Joint]) -> Joint | None:
        """Return the likeliest of some joints; an earlier one if a whole page stands between the two."""
        while found:
            best = max(found, key=lambda joint: joint.chance)
            earlier = [joint for joint in found if joint.at < best.at and joint.title != best.title]
            between = max(earlier, key=lambda joint: joint.chance, default=None)
            if between is None:
                return best
            after = self.joint(between.at, best.at)
            if after is None or after.chance < CUT:
                return best
            found = [joint for joint in found if joint.at < best.at and joint.title != best.title]
        return None

    def _candidates(self, start: int) -> Iterator[int]:
        weights = _weights()["line"]
        return (at for at in self.lines_from(start) if _chance(line_signs(self.looks, start, at), weights) >= LOOKED)

    def lines_from(self, start: int) -> Iterator[int]:
        """Yield the lines at which the page behind one that begins at a line may begin."""
        return (at for at in range(start + _FEWEST, len(self._lines)) if self._dense or self._lines[at].blanks)

    def joint(self, start: int, at: int) -> Joint | None:
        """Weigh the joint before a line by reading what stands on both sides; None where one of them is no record with a title."""
        signs = self.signs(start, at)
        behind = self._piece(at, at + REACH)
        if not signs or not isinstance(behind, Extraction):
            return None
        return Joint(at, _chance(signs, _weights()["pieces"]), self.place(at) + behind.evidence["title"][0].start)

    def signs(self, start: int, at: int) -> list[Sign]:
        """Return what the pieces on both sides say; nothing where one of them is no record with a title."""
        behind = self._piece(at, at + REACH)
        if not isinstance(behind, Extraction) or "title" not in behind.record:
            return []
        before = self._piece(start, at)
        if not isinstance(before, Extraction) or "title" not in before.record:
            return []
        head = self._lines[at : at + REACH]
        return list(piece_signs(before, behind, head, self.place(at), self._layout.vocabulary))

    def _piece(self, start: int, stop: int) -> Reading:
        """Read some lines as a page of their own."""
        if (start, stop) not in self._read:
            text = self._page.text[self.place(start) : self._lines[min(stop, len(self._lines)) - 1].end]
            self._read[start, stop] = self._reader(replace(self._page, text=text, visible_end=-1, embedded=(), doubts=()))
        return self._read[start, stop]

    def place(self, at: int) -> int:
        """Return where a line begins, its bullet included."""
        return self._page.text.rfind("\n", 0, self._lines[at].start) + 1


def _chance(signs: Iterable[Sign], weights: Mapping[str, float]) -> float:
    odds = sum(weights.get(name, 0.0) * amount for name, amount in signs)
    return 1 / (1 + exp(-odds))


@cache
def _weights() -> Weights:
    found: Weights = json.loads(FILE.read_text(encoding="utf-8"))
    return found
