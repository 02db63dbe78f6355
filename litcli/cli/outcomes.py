"""Tells what became of the pages or records of a batch: what wants a look as it comes, the sum at the end, the exit code."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self, TypedDict

import typer

from litcli.cli.choose import count
from litcli.cli.output import Screen
from litcli.cli.progress import progress
from litcli.errors import InputError
from litcli.intake.report import SET_ASIDE, Item
from litcli.model.record import Value
from litcli.model.values import show_value
from litcli.store.filing import Outcome, Taken

SET_ASIDE_CODE = InputError.exit_code
_KEYS_SHOWN = 5
_SHOWN = 40
"""Characters of a value that a message shows."""

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
    fills: list[str]
    """The fields that a record of a file which joined an entry gave, or gave more of."""
    differs: list["DifferenceJson"]
    """The fields in which it says something else than the entry did."""


class DifferenceJson(TypedDict):
    """A field of which an entry and a record of a file say different things."""

    field: str
    ours: Value
    theirs: Value


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
        self._fuller = 0
        self._conflicting = 0
        self._new: list[str] = []
        self._broken: set[str] = set()
        self._bar = progress(screen, "Reading", total)
        self._advance: Callable[[], None] = _nothing

    def hear(self, item: Item) -> None:
        """Count an item, and show what a person should know of it."""
        self._advance()
        taken = item.taken
        self._counts[taken.outcome] += 1
        self._fuller += bool(taken.contrast.fills)
        self._conflicting += bool(taken.contrast.differs)
        if taken.outcome is Outcome.NEW and taken.citekey and len(self._new) <= _KEYS_SHOWN:
            self._new.append(taken.citekey)
        if self._as_json:
            self._screen.json(item_json(item))
        tell_broken(self._screen, item.broken, self._broken)
        said = "; ".join(filter(None, (taken.reason, _contrasted(taken))))
        line = f"{item.place}: {' '.join(filter(None, (taken.outcome, taken.citekey)))}{f': {said}' if said else ''}"
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
        shown = [f"{self._counts[outcome]} {self._word(outcome)}" for outcome in _WORDS if self._counts[outcome]]
        total = count(self._counts.total(), *self._what)
        keys = f" ({', '.join(self._new)})" if 0 < len(self._new) <= _KEYS_SHOWN else ""
        shown[0:1] = [f"{shown[0]}{keys}"] if shown and self._counts[Outcome.NEW] else shown[0:1]
        before = "Stopped; kept at least " if stopped else ""
        self._screen.did(f"{before}{total}{': ' if shown else ''}{', '.join(shown)}", dry_run=self._dry_run)

    def _word(self, outcome: Outcome) -> str:
        """Return what the sum calls an outcome, with what joined records did to their entries."""
        further = ((self._fuller, "fuller"), (self._conflicting, "conflicting"))
        did = ", ".join(f"{number} {word}" for number, word in further if number)
        return f"{_WORDS[outcome]} ({did})" if did and outcome is Outcome.JOINED else _WORDS[outcome]


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
        fills=list(taken.contrast.fills),
        differs=[DifferenceJson(field=one.field, ours=one.ours, theirs=one.theirs) for one in taken.contrast.differs],
    )


def _contrasted(taken: Taken) -> str:
    """Return in words what a joined record adds, and where it differs."""
    fills = [f"fills {', '.join(taken.contrast.fills)}"] if taken.contrast.fills else []
    pairs = [(one.field, *told_apart(one.ours, one.theirs)) for one in taken.contrast.differs]
    differs = [f"{field} differs: {ours} here, {theirs} there" for field, ours, theirs in pairs]
    return "; ".join((*fills, *differs))


def told_apart(ours: Value, theirs: Value) -> tuple[str, str]:
    """Return two values as a message shows them, each cut so that the first difference is seen.

    >>> told_apart("14", "15")
    ('"14"', '"15"')
    >>> told_apart("bats; canals; lamps with a shield; moths", "bats; canals; lamps with a shield; moths; monitoring")
    ('"…ith a shield; moths"', '"…ith a shield; moths; monitoring"')
    >>> told_apart([{"family": "Berg", "given": "A. van"}], [{"family": "Berg", "given": "A.", "dropping-particle": "van"}])
    ('"given: A. van"', '"given: A., dropping-particle: van"')
    >>> told_apart([{"family": "Ng", "given": "Amy"}], [{"literal": "Ng, Amy"}])
    ('"family: Ng, given: Amy"', '"literal: Ng, Amy"')
    """
    first, second = (" ".join(show_value(value).split()) for value in (ours, theirs))
    if first == second:
        first, second = _parts_apart(ours, theirs)
    same = next(
        (at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(len(first), len(second))
    )
    skipped = max(0, same - _SHOWN // 2) if max(len(first), len(second)) > _SHOWN else 0
    return _cut(first, skipped), _cut(second, skipped)


def _parts_apart(ours: Value, theirs: Value) -> tuple[str, str]:
    """Return the first names that look the same and have other parts."""
    if isinstance(ours, list) and isinstance(theirs, list):
        for one, other in zip(ours, theirs, strict=False):
            if one != other and isinstance(one, dict) and isinstance(other, dict):
                return _parts(one, other), _parts(other, one)
    return json.dumps(ours, ensure_ascii=False), json.dumps(theirs, ensure_ascii=False)


def _parts(name: Mapping[str, object], other: Mapping[str, object]) -> str:
    return ", ".join(f"{part}: {said}" for part, said in name.items() if said != other.get(part)) or "no more"


def _cut(text: str, skipped: int) -> str:
    begun = "…" + text[skipped + 1 :] if skipped else text
    return f'"{begun if len(begun) <= _SHOWN else begun[: _SHOWN - 1] + "…"}"'


def _nothing() -> None:
    """Stands for the bar until there is one."""
