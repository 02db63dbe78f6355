"""Which pages are of one kind, and by which of their lines such pages are told from others.

In goes a page that no portal knows, then every other kept page, one at a time; out come the lines that the page shares with those of its
kind, and the marks that a portal file recognises them by. Only lines of the first page are counted, so memory stays flat however
many pages there are.
"""

import re
from collections import Counter
from collections.abc import Collection
from itertools import takewhile
from math import ceil

from litcli.extract.base.marking import Mark
from litcli.extract.vocabulary import fold, vocabulary

SHORTEST, LONGEST = 4, 60
"""How long the lines are that may be the same on every page."""
ENOUGH = 1.5
"""Pages that share so much are of one kind; a line that is no label of the tables counts 1, one that is a part of it."""
KNOWN = 0.35
MOST = 0.6
"""A line that so large a part of the pages of a kind have belongs to the kind."""
STRAY = 0.02
"""A line that more of the other pages have is no mark."""
MARKS = 3

_HEAD = re.compile(r"([^\W\d_][^:：]{2,39})\s?[:：](?=\s|$)")
_NUMBER = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")


class Kin:
    """What one page has in common with others."""

    def __init__(self, text: str, values: Collection[str] = ()) -> None:
        """`values` are texts that were read off the page: a line that holds one may be the page's own."""
        words = vocabulary()
        read = [fold(value) for value in values]
        self._text = text
        self._printed = features(text)
        self._read = {line for line in self._printed if any(value in line or line in value for value in read)}
        self._weights = {line: KNOWN if words.knows(line) else 1.0 for line in self._printed}
        self._shared: Counter[str] = Counter()
        self._elsewhere: Counter[str] = Counter()
        self.pages = 0
        """How many pages of the same kind were met."""
        self._others = 0

    def meet(self, text: str) -> bool:
        """Count another page in, and tell whether it is of the kind."""
        shared = features(text).keys() & self._printed.keys()
        if sum(self._weights[folded] for folded in shared) >= ENOUGH:
            self.pages += 1
            self._shared.update(shared)
            return True
        self._others += 1
        self._elsewhere.update(shared)
        return False

    def constant(self) -> frozenset[str]:
        """Return the folded lines that pages of the kind have in common; none where there is only the one."""
        least = ceil(MOST * self.pages)
        return frozenset(folded for folded, count in self._shared.items() if count >= least) if self.pages else frozenset()

    def marks(self) -> tuple[Mark, ...]:
        """Return what the pages of the kind are told by: a line that no other page has is enough, of others two must be there."""
        constant = self.constant() or self._likely()
        least = STRAY * max(1, self._others)
        fit = [one for one in constant if self._weights[one] == 1.0 and self._elsewhere[one] <= least]
        best = sorted(fit, key=lambda one: (self._elsewhere[one], -self._shared[one], -len(one), one))[:MARKS]
        sure = self.pages > 0 and bool(best) and not self._elsewhere[best[0]]
        weight = 0.5 if sure or len(best) == 1 else 0.25
        return tuple(Mark(weight, self._printed[one]) for one in best)

    def heads(self) -> tuple[str, ...]:
        """Return the lines that all pages of the kind begin with: they are no part of a record."""
        constant = self.constant()
        lines = (line.strip() for line in self._text.split("\n"))
        return tuple(dict.fromkeys(takewhile(lambda line: fold(line) in constant, filter(None, lines))))

    def _likely(self) -> frozenset[str]:
        """Return what may be on other pages of the kind, where none was met: labels, and the line at the top."""
        labels = [folded for folded, printed in self._printed.items() if printed.endswith((":", "："))]
        return frozenset({*labels, *list(self._printed)[:1]} - self._read)


def features(text: str) -> dict[str, str]:
    r"""Return the lines and labels of a text that may be the same on other pages, folded, each as it is printed.

    >>> features("Heide Archive\nLeaf: Moor Letters\n2019")
    {'heide archive': 'Heide Archive', 'leaf': 'Leaf:', 'leaf: moor letters': 'Leaf: Moor Letters'}
    """
    found: dict[str, str] = {}
    for raw in text.split("\n"):
        line = raw.strip()
        if head := _HEAD.match(line):
            found.setdefault(fold(head[1]), line[: head.end()])
        if SHORTEST <= len(line) <= LONGEST and _LETTERS.search(line) and not _NUMBER.search(line):
            found.setdefault(fold(line), line)
    return found
