"""Does confidence mean something? In go pairs (how sure, right or not), out come bins and the expected calibration error.

Of values said to be 0.9 sure nine in ten should be right. The error is the mean distance between the two, over bins of equal width,
each weighing as much as it has values (Naeini, Cooper and Hauskrecht 2015, with ten bins).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10

Pair = tuple[float, bool]
"""How sure a value was, and whether it is right."""


@dataclass(frozen=True)
class Bin:
    """The values whose confidence lies from `low` up to `high`."""

    low: float
    high: float
    count: int
    sure: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""


def bins(pairs: Iterable[Pair], number: int = BINS) -> list[Bin]:
    """Return the bins that hold a value, the least sure first.

    >>> bins([(0.95, True), (0.91, False), (0.2, False)])
    [Bin(low=0.2, high=0.3, count=1, sure=0.2, right=0.0), Bin(low=0.9, high=1.0, count=2, sure=0.93, right=0.5)]
    """
    held: dict[int, list[Pair]] = {}
    for sure, right in pairs:
        held.setdefault(min(int(sure * number + 1e-9), number - 1), []).append((sure, right))
    return [_bin(place, held[place], number) for place in sorted(held)]


def calibration_error(found: Sequence[Bin]) -> float:
    """Return the expected calibration error of bins; 0 where nothing was read.

    >>> calibration_error([Bin(0.9, 1.0, 3, 0.95, 1.0), Bin(0.2, 0.3, 1, 0.25, 0.0)])
    0.1
    """
    total = sum(one.count for one in found)
    return round(sum(one.count * abs(one.sure - one.right) for one in found) / max(1, total), 4)


def _bin(place: int, pairs: Sequence[Pair], number: int) -> Bin:
    sure = round(sum(pair[0] for pair in pairs) / len(pairs), 4)
    right = round(sum(pair[1] for pair in pairs) / len(pairs), 4)
    return Bin(place / number, (place + 1) / number, len(pairs), sure, right)
