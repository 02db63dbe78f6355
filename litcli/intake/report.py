"""What became of the pages and records of a batch."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from litcli.store.filing import Outcome, Taken

SET_ASIDE = (Outcome.DOUBTFUL, Outcome.REJECTED, Outcome.FAILED)
"""The outcomes that want a person's look."""


@dataclass(frozen=True)
class Item:
    """What became of one page or one record of a file."""

    source: str
    """Where it was found: a path, "dump.zip!/b.txt", "-"."""
    ordinal: int
    """1 for the first page or record of an input."""
    taken: Taken
    broken: tuple[str, ...] = ()
    """The portals that failed on the page, each with the reason; the generic reader stood in."""

    @property
    def place(self) -> str:
        """What a message calls it; the first of an input needs no number."""
        return self.place_of(self.source, self.ordinal)

    @staticmethod
    def place_of(source: str, ordinal: int) -> str:
        """Return what a message calls the page or record with this number of an input.

        >>> Item.place_of("a.txt", 1), Item.place_of("dump.txt", 7)
        ('a.txt', 'dump.txt (no. 7)')
        """
        return source if ordinal == 1 else f"{source} (no. {ordinal})"

    @property
    def set_aside(self) -> bool:
        """Whether it wants a person's look."""
        return self.taken.outcome in SET_ASIDE


Each = Callable[[Item], None]
"""Called for every item, in order, once what became of it is stored."""


@dataclass(frozen=True)
class Report:
    """How many items had which outcome."""

    counts: Mapping[Outcome, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many items there were."""
        return sum(self.counts.values())

    @property
    def set_aside(self) -> int:
        """How many want a person's look."""
        return sum(self.counts.get(outcome, 0) for outcome in SET_ASIDE)


class Tally:
    """Counts the items as they come."""

    def __init__(self, each: Each | None = None) -> None:
        self._counts: Counter[Outcome] = Counter()
        self._each = each

    def add(self, item: Item) -> None:
        """Count an item, and hand it on."""
        self._counts[item.taken.outcome] += 1
        if self._each:
            self._each(item)

    def report(self) -> Report:
        """Return the counts so far."""
        return Report(dict(self._counts))
