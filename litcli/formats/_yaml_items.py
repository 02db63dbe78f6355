"""The items of a file of YAML, one by one as they come: texts, lists and mappings, and nothing else that a file may ask for.

No tag of YAML makes anything of its own, "2013-05-01" and "007" stay texts, and a value that is left empty or "null" is None. An
alias stands for a value that came before; what all aliases stand for, and how deep an item is, has a limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from litcli.model.record import Json

if TYPE_CHECKING:
    from yaml.events import Event

DEEPEST = 50
"""No item is nested more deeply."""
HEAVIEST = 400_000
"""All aliases of a file stand for no more values, counted wherever they stand."""
_VALUE = 100
"""So many characters of a text count as one more value."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Found:
    """An item and its lines in the file."""

    value: Json
    start: int
    """Its first line, counted from 0."""
    end: int
    """The line behind its last."""


def items(text: str) -> Iterator[Found]:
    r"""Yield the items of a list of references, or of one under "references", in the first document of a file.

    Raises `yaml.YAMLError` where the file is no YAML from there on.

    >>> [found.value for found in items("title: x\nreferences:\n- id: a\n  issued: 2013-05-01\n- [1, ~]\n")]
    [{'id': 'a', 'issued': '2013-05-01'}, ['1', None]]
    """
    import yaml

    events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    builder = _Builder(events)
    root = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    if isinstance(root, yaml.SequenceStartEvent):
        yield from builder.items()
    elif isinstance(root, yaml.MappingStartEvent):
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            name, first = builder.value(key), next(events)
            if name == "references" and isinstance(first, yaml.SequenceStartEvent):
                yield from builder.items()
            else:
                builder.value(first)


class _Builder:
    """Makes values of the events of a file."""

    def __init__(self, events: "Iterator[Event]") -> None:
        self._events = events
        self._anchors: dict[str, tuple[Json, int]] = {}
        self._aliased = 0
        """What all aliases so far stand for."""
        self._end = 0

    def items(self) -> Iterator[Found]:
        """Yield the values of a list that has begun."""
        from yaml import SequenceEndEvent

        while not isinstance(event := next(self._events), SequenceEndEvent):
            value = self.value(event)
            yield Found(value, event.start_mark.line, max(self._end, event.start_mark.line + 1))

    def value(self, event: "Event") -> Json:
        """Return the value that begins with an event."""
        return self._built(event, 0)[0]

    def _built(self, event: "Event", depth: int) -> tuple[Json, int]:
        """Return a value and its weight."""
        import yaml

        if depth > DEEPEST:
            raise yaml.composer.ComposerError(None, None, "an item is nested too deeply", event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            built = self._anchors.get(event.anchor)
            self._aliased += built[1] if built else 0
        elif isinstance(event, yaml.ScalarEvent):
            built = (None if event.implicit[0] and event.value in _NULL else event.value), 1 + len(event.value) // _VALUE
        elif isinstance(event, yaml.SequenceStartEvent):
            built = self._listed(depth)
        else:
            built = self._mapped(depth)
        if built is None:
            raise yaml.composer.ComposerError(None, None, f"nothing has the anchor '{event.anchor}'", event.start_mark)
        if self._aliased > HEAVIEST:
            raise yaml.composer.ComposerError(None, None, "the file grows too large by its aliases", event.start_mark)
        if event.anchor:
            self._anchors[event.anchor] = built
        return built

    def _listed(self, depth: int) -> tuple[Json, int]:
        from yaml import SequenceEndEvent

        listed, weight = list[Json](), 1
        while not isinstance(event := self._next(), SequenceEndEvent):
            value, more = self._built(event, depth + 1)
            listed.append(value)
            weight += more
        return listed, weight

    def _mapped(self, depth: int) -> tuple[Json, int]:
        from yaml import MappingEndEvent

        mapped, weight = dict[str, Json](), 1
        while not isinstance(event := self._next(), MappingEndEvent):
            key, _ = self._built(event, depth + 1)
            value, more = self._built(self._next(), depth + 1)
            mapped[str(key)] = value
            weight += more
        return mapped, weight

    def _next(self) -> "Event":
        event = next(self._events)
        mark = event.end_mark
        self._end = mark.line + (mark.column > 0)
        return event
