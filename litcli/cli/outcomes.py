"""Tells what became of the pages or records of a batch: what wants a look as it comes, the sum at the end, the exit code."""

from collections import Counter
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self, TypedDict

import typer

from litcli.cli.choose import count
from litcli.cli.output import Screen
from litcli.cli.progress import progress
from litcli.errors import InputError
from litcli.intake.report import SET_ASIDE, Item
from litcli.store.filing import Outcome

SET_ASIDE_CODE = InputError.exit_code
_KEYS_SHOWN = 5

_WORDS: dict[Outcome, str] = {
    Outcome.NEW: "new",
    Outcome.JOINED: "joined to entries that were there",
    Outcome.UPDATED: "updated",
    Outcome.SAME: "the same as before",
    Outcome.DOUBTFUL: "doubtful",
    Outcome.REJECTED: "rejected",
    Outcome.FAILED: "failed",
}
"""Each outcome as the sum names it, in its order."""


class ItemJson(TypedDict):
    """`ingest`, `import`, `add`, `inbox accept` and `retry`, `reextract`: what became of one page or record."""

    source: str
    ordinal: int
    outcome: str
    citekey: str | None
    reason: str | None
    like: list[str]


class Told:
    """Hears of every item; on leaving says the sum, and ends the program with 3 where something was set aside."""

    def __init__(
        self,
        screen: Screen,
        *,
        total: int | None = None,
        what: tuple[str, str] = ("page", "pages"),
        dry_run: bool = False,
        as_json: bool = False,
    ) -> None:
        self._screen = screen
        self._as_json = as_json
        self._what = what
        self._dry_run = dry_run
        self._counts: Counter[Outcome] = Counter()
        self._new: list[str] = []
        self._broken: set[str] = set()
        self._bar = progress(screen, "Reading", total)
        self._advance: Callable[[], None] = _nothing

    def hear(self, item: Item) -> None:
        """Count an item, and show what a person should know of it."""
        self._advance()
        taken = item.taken
        self._counts[taken.outcome] += 1
        if taken.outcome is Outcome.NEW and taken.citekey and len(self._new) <= _KEYS_SHOWN:
            self._new.append(taken.citekey)
        if self._as_json:
            self._screen.json(item_json(item))
        tell_broken(self._screen, item.broken, self._broken)
        line = (
            f"{item.place}: {' '.join(filter(None, (taken.outcome, taken.citekey)))}{f': {taken.reason}' if taken.reason else ''}"
        )
        if item.set_aside:
            self._screen.warn(line)
        elif taken.reason and (taken.citekey or taken.outcome is not Outcome.SAME):
            self._screen.say(line)
        else:
            self._screen.note(line)

    def __enter__(self) -> Self:
        self._advance = self._bar.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.__exit__(kind, error, trace)
        if kind is None or self._counts:
            self._sum_up(stopped=kind is not None)
        if kind is None and any(self._counts[outcome] for outcome in SET_ASIDE):
            raise typer.Exit(SET_ASIDE_CODE)

    def _sum_up(self, *, stopped: bool) -> None:
        shown = [f"{self._counts[outcome]} {word}" for outcome, word in _WORDS.items() if self._counts[outcome]]
        total = count(self._counts.total(), *self._what)
        keys = f" ({', '.join(self._new)})" if 0 < len(self._new) <= _KEYS_SHOWN else ""
        shown[0:1] = [f"{shown[0]}{keys}"] if shown and self._counts[Outcome.NEW] else shown[0:1]
        before = "Stopped; kept at least " if stopped else ""
        self._screen.did(f"{before}{total}{': ' if shown else ''}{', '.join(shown)}", dry_run=self._dry_run)


def tell_broken(screen: Screen, broken: Iterable[str], told: set[str]) -> None:
    """Say which portals failed, each once a batch; the set remembers what was told."""
    for one in broken:
        portal = one.partition(":")[0]
        if portal not in told:
            screen.warn(f"{one}; the generic reader stood in for it")
            told.add(portal)


def item_json(item: Item) -> ItemJson:
    """Return the line for one item."""
    taken = item.taken
    return ItemJson(
        source=item.source,
        ordinal=item.ordinal,
        outcome=taken.outcome.value,
        citekey=taken.citekey,
        reason=taken.reason,
        like=list(taken.like),
    )


def _nothing() -> None:
    """Stands for the bar until there is one."""
