"""A row of the table that `make bench` prints, and how rows are drawn."""

from typing import NamedTuple

from tests.bench.measure import Runs

HEAD = f"{'':46}{'clock':>11}{'all cores':>14}"


class Row(NamedTuple):
    """One measurement."""

    what: str
    value: str = ""
    """What was measured, with its unit."""
    cores: str = ""
    """Seconds on all cores together."""
    ratio: float | None = None
    to: str = ""
    """What the ratio is to."""
    most: float | None = None
    """The ratio that it is to stay below; None where nothing is asked of it."""
    note: str = ""

    @property
    def over(self) -> bool:
        """Whether it is more than it is to be."""
        return self.ratio is not None and self.most is not None and self.ratio > self.most

    def drawn(self) -> str:
        """Return the row as a line."""
        ratio = "" if self.ratio is None else f"{self.ratio:8.2f} x {self.to}"
        asked = "" if self.most is None else f"{'OVER' if self.over else 'ok'} (at most {self.most:g})"
        return "  ".join(
            (f"  {self.what:<44}", f"{self.value:>9}", f"{self.cores:>12}", f"{ratio:<34}", self.note or asked)
        ).rstrip()


def seconds(value: float) -> str:
    """Return a time as the table shows it.

    >>> seconds(1.234), seconds(0.0123)
    ('1.23 s', '12.3 ms')
    """
    return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.1f} ms"


def timed(what: str, runs: Runs, against: Runs | None = None, to: str = "", most: float | None = None) -> Row:
    """Return the row for a command's runs, with the ratio to another's."""
    return Row(what, seconds(runs.seconds), seconds(runs.cores), runs.ratio(against) if against else None, to, most)
