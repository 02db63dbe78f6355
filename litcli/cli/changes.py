"""Changes of values as a person and a script see them: one line a change, what went and what came marked word by word.

    halvorsen2021  volume: [-3-]{+4+}  (pure.volume -> taught.pure.volume)

On a terminal colours take the place of the brackets. Of a long text only what stands around its changes is shown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypedDict

from litcli.cli.choose import count
from litcli.cli.output import Screen, one_line
from litcli.intake.changes import VERDICT, Change
from litcli.model.record import Value
from litcli.model.values import show_value

if TYPE_CHECKING:
    from rich.text import Text

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_KEPT = 12
"""Of unchanged words so many are shown on each side of a change."""
_LONGEST = 40_000
"""The words of two longer texts are not compared: the one goes, the other comes."""

_What = Literal["same", "gone", "new"]
_BRACKETS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
_STYLES = {"same": "", "gone": "red strike", "new": "green"}


class ChangeJson(TypedDict):
    """`reextract`, `teach`: one field that another reading changes."""

    citekey: str | None
    source: str
    portal: str
    field: str
    old: Value | None
    new: Value | None
    old_rules: list[str]
    new_rules: list[str]
    note: str
    confirmed: bool
    """Whether it contradicts what a person confirmed."""


@dataclass
class Tally:
    """Counts changes as they are shown."""

    fields: Counter[str] = field(default_factory=Counter)
    portals: Counter[str] = field(default_factory=Counter)
    about: int = 0
    """Of how many entries, and pages of the inbox, something changes."""
    confirmed: int = 0
    """How many contradict what a person confirmed."""

    def add(self, changes: Sequence[Change]) -> None:
        """Count what changes of one entry or page."""
        self.about += bool(changes)
        self.fields.update(change.field for change in changes)
        self.portals.update(change.portal for change in changes)
        self.confirmed += sum(change.confirmed for change in changes)

    def told(self) -> str:
        """Return the sum: by field, then by portal.

        >>> Tally(Counter(volume=2, title=1), Counter(pure=3), 2).told()
        '3 changes in 2 records: volume 2, title 1; by portal: pure 3'
        """
        if not self.fields:
            return "nothing changes"
        total = count(self.fields.total(), "change", "changes")
        return f"{total} in {count(self.about, 'record', 'records')}: {_listed(self.fields)}; by portal: {_listed(self.portals)}"


def show(screen: Screen, change: Change, *, as_json: bool) -> None:
    """Print one change."""
    if as_json:
        screen.json(change_json(change))
        return
    pieces = list(differences(_text(change.old), _text(change.new), whole=change.field == VERDICT))
    screen.text(_coloured(change, pieces) if screen.coloured else _plain(change, pieces))


def change_json(change: Change) -> ChangeJson:
    """Return the line for one change."""
    return ChangeJson(
        citekey=change.citekey,
        source=change.source,
        portal=change.portal,
        field=change.field,
        old=change.old,
        new=change.new,
        old_rules=list(change.old_rules),
        new_rules=list(change.new_rules),
        note=change.note,
        confirmed=change.confirmed,
    )


def differences(old: str, new: str, *, whole: bool = False) -> Iterator[tuple[_What, str]]:
    """Yield the pieces of two texts: what both have, what only the old one has, what only the new one; `whole` compares no words.

    >>> list(differences("On bees", "On wasps"))
    [('same', 'On '), ('gone', 'bees'), ('new', 'wasps')]
    """
    if whole or len(old) + len(new) > _LONGEST:
        yield from ((("gone", old),) if old else ())
        yield from ((("new", new),) if new else ())
        return
    from rapidfuzz.distance import Levenshtein

    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for step in Levenshtein.opcodes(before, after):
        gone, came = "".join(before[step.src_start : step.src_end]), "".join(after[step.dest_start : step.dest_end])
        if step.tag == "equal":
            yield "same", gone
            continue
        if gone:
            yield "gone", gone
        if came:
            yield "new", came


def why(change: Change) -> str:
    """Return the rules that a value comes from, then and now."""
    old, new = " + ".join(change.old_rules), " + ".join(change.new_rules)
    return f"{old} -> {new}" if old and new and old != new else new or old


def _text(value: Value | None) -> str:
    return "" if value is None else one_line(show_value(value))


def _plain(change: Change, pieces: Sequence[tuple[_What, str]]) -> str:
    shown = "".join(f"{_BRACKETS[what][0]}{text}{_BRACKETS[what][1]}" for what, text in _shortened(pieces))
    return f"{change.about}  {change.field}: {shown}{_behind(change)}"


def _coloured(change: Change, pieces: Sequence[tuple[_What, str]]) -> "Text":
    from rich.text import Text

    line = Text()
    line.append(change.about, style="bold").append(f"  {change.field}: ")
    for what, text in _shortened(pieces):
        line.append(text, style=_STYLES[what])
        if what == "gone":
            line.append(" ")
    return line.append(_behind(change), style="dim")


def _behind(change: Change) -> str:
    reason = "; ".join(filter(None, (why(change), change.note)))
    return f"  ({reason})" if reason else ""


def _shortened(pieces: Sequence[tuple[_What, str]]) -> Iterator[tuple[_What, str]]:
    """Yield the pieces, of what is the same only what stands beside a change."""
    for at, (what, text) in enumerate(pieces):
        words = _TOKEN.findall(text)
        left, right = (0 if at == 0 else _KEPT), (0 if at == len(pieces) - 1 else _KEPT)
        long = what == "same" and len(words) > left + right + 1
        yield what, "".join((*words[:left], "…", *words[len(words) - right :])) if long else text


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.most_common())
