"""Reads a corpus and judges each field against what a person read off the pages: accuracy by field, portal, language; calibration.

In goes a corpus' folder (see `litcli.intake.gold`), out come `Judged` pages and, of them, `Figures`. precision = right / (right +
wrong + invented), recall = right / (right + wrong + missing). Of a page that holds several records the first is judged.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from litcli.errors import InputError
from litcli.extract import engine
from litcli.extract.result import Extraction, Reading
from litcli.extract.verdict import VITAL
from litcli.intake.gold import Case, cases
from litcli.intake.judging import Judgement, Said, judge
from litcli.intake.reading import read_source
from litcli.intake.reliability import Bin, Pair, bins
from litcli.model.fields import FIELDS
from litcli.pages.inputs import sources
from litcli.pages.page import Found, Page

Reader = Callable[[Page], Reading]

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True)
class Figures:
    """How many values were read right, and how many not."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right."""
        return self.right / max(1, self.right + self.wrong + self.invented)

    @property
    def recall(self) -> float:
        """Of what is stated, the share that was read right."""
        return self.right / max(1, self.right + self.wrong + self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def total(self) -> int:
        """How many judgements there are."""
        return self.right + self.wrong + self.missing + self.invented


@dataclass(frozen=True)
class Judged:
    """One page, its reading and what is to be said of it."""

    case: Case
    reading: Extraction | None
    """The first record; None where there is none."""
    reason: str | None
    """Why there is none."""
    judgements: tuple[Judgement, ...] = field(default=())

    @property
    def verdict(self) -> str:
        """What the reader said of the whole: "accepted", "doubtful" or "rejected"."""
        if self.reading is None:
            return "rejected"
        return "doubtful" if self.reading.doubts else "accepted"

    @property
    def misleads(self) -> bool:
        """Whether the record would make a wrong reference: a vital field is wrong or invented, or the page holds no record."""
        wrong = any(j.field in VITAL and j.said in {Said.WRONG, Said.INVENTED} for j in self.judgements)
        return self.reading is not None and (self.case.negative or wrong)


def evaluate(corpus: Path, reader: Reader = engine.read) -> Iterator[Judged]:
    """Yield each page of a corpus with its judgements, by name; raises `BadValue` where the folder is no corpus."""
    for case in cases(corpus):
        readings = [_read(found, reader) for found in sources([str(case.page)])]
        records = [reading for reading in readings if isinstance(reading, Extraction)]
        reason = next((reading for reading in readings if isinstance(reading, str)), None)
        yield judged(case, records[0] if records else None, reason)


def judged(case: Case, reading: Extraction | None, reason: str | None = None) -> Judged:
    """Return what is to be said of a page that was read so."""
    record, evidence = (reading.record, reading.evidence) if reading else ({}, {})
    return Judged(case, reading, None if reading else reason, tuple(judge(case.stated, record, evidence)))


def by_field(pages: Iterable[Judged]) -> dict[str, Figures]:
    """Return the figures of each field, in the order of the table of fields."""
    found = _grouped((judgement.field, judgement) for page in pages for judgement in page.judgements)
    return {row.name: found[row.name] for row in FIELDS if row.name in found}


def by(pages: Iterable[Judged], key: Callable[[Case], str]) -> dict[str, Figures]:
    """Return the figures of each group of pages ("portal", "language"), the worst first."""
    found = _grouped((key(page.case), judgement) for page in pages for judgement in page.judgements)
    return dict(sorted(found.items(), key=lambda group: group[1].f1))


def overall(pages: Iterable[Judged]) -> Figures:
    """Return the figures of all fields together."""
    return _figures(judgement for page in pages for judgement in page.judgements)


def reliability(pages: Iterable[Judged]) -> list[Bin]:
    """Return how sure the values were that were read, and how often they were right."""
    return bins(pair for page in pages for pair in pairs(page))


def pairs(page: Judged) -> Iterator[Pair]:
    """Yield for each value that was read how sure it was and whether it is right."""
    for judgement in page.judgements:
        if judgement.confidence is not None:
            yield judgement.confidence, judgement.said is Said.RIGHT


def verdicts(pages: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Count, for each verdict of the reader, the "pages" and how many of them "mislead" or hold no record ("negative")."""
    found: dict[str, Counter[str]] = {verdict: Counter() for verdict in ("accepted", "doubtful", "rejected")}
    for page in pages:
        found[page.verdict].update(pages=1, misleading=int(page.misleads), negative=int(page.case.negative))
    return found


def _read(found: Found, reader: Reader) -> Extraction | str:
    """Return the record of a page, or why there is none."""
    if isinstance(found, InputError):
        return found.reason
    reading = read_source(found, reader).reading
    return reading if isinstance(reading, Extraction) else reading.reason


def _grouped(judgements: Iterable[tuple[_Key, Judgement]]) -> Mapping[_Key, Figures]:
    groups: dict[_Key, list[Judgement]] = {}
    for key, judgement in judgements:
        groups.setdefault(key, []).append(judgement)
    return {key: _figures(group) for key, group in groups.items()}


def _figures(judgements: Iterable[Judgement]) -> Figures:
    count = Counter(judgement.said for judgement in judgements)
    return Figures(count[Said.RIGHT], count[Said.WRONG], count[Said.MISSING], count[Said.INVENTED])
