"""What reading a page gives: an `Extraction`, or a `Rejection` with its reason."""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

from litcli.model.record import Record


class EvidenceJson(TypedDict):
    """One value's place, as `litcli extract --json` prints it; `start` and `end` count characters of the page's text."""

    start: int
    end: int
    rule: str
    confidence: float
    parts: NotRequired[list[list[int]]]
    selector: NotRequired[str]
    normalised: NotRequired[str]
    """How the value differs from what stands there, in a few words."""


@dataclass(frozen=True)
class Evidence:
    """Where one value was read, by which rule, and how sure that is."""

    parts: tuple[tuple[int, int], ...]
    """The places, each (start, end) in characters of `Page.text`, in reading order; several where a value was put together."""
    rule: str
    """"pure.title": who read it and as what."""
    confidence: float
    """0 to 1: how often a value read so is right."""
    selector: str | None = None
    """A CSS selector, for embedded metadata."""

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1][1]

    def at(self, confidence: float) -> "Evidence":
        """Return the same place with another confidence."""
        return Evidence(self.parts, self.rule, confidence, self.selector)

    def to_json(self) -> EvidenceJson:
        """Return the documented shape."""
        shown = EvidenceJson(start=self.start, end=self.end, rule=self.rule, confidence=round(self.confidence, 3))
        if len(self.parts) > 1:
            shown["parts"] = [list(part) for part in self.parts]
        if self.selector:
            shown["selector"] = self.selector
        return shown

    @classmethod
    def from_json(cls, shown: EvidenceJson) -> "Evidence":
        """Undo `to_json`."""
        parts = shown.get("parts") or [[shown["start"], shown["end"]]]
        return cls(tuple((a, b) for a, b in parts), shown["rule"], shown["confidence"], shown.get("selector"))


@dataclass(frozen=True)
class Extraction:
    """One record read off a page."""

    portal: str
    """"pure", "pubmed", ..., or "generic"."""
    confidence: float
    """How sure the record as a whole is, 0 to 1."""
    record: Record
    evidence: dict[str, tuple[Evidence, ...]]
    """For a list field one a item, in order; for any other field a single one."""
    missing: tuple[str, ...]
    """The fields that a work of this type should have and the page does not state."""
    doubts: tuple[str, ...] = ()
    """Why the record wants a person's look; empty where nothing is in doubt."""
    broken: tuple[str, ...] = ()
    """The portals that failed on the page, each with the reason; the generic reader stood in, so the record is no worse for it."""
    notes: tuple[str, ...] = ()
    """What a person should know of the reading, though nothing is in doubt for it."""


@dataclass(frozen=True)
class Rejection:
    """The page holds no record of one scholarly work."""

    reason: str


Reading = Extraction | Rejection
