"""The JSON shapes that commands print with `--json`: one line a record. What stands here is a promise to scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from litcli.extract.differences import Item, difference
from litcli.extract.result import Evidence, EvidenceJson, Extraction
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, missing
from litcli.model.record import Record, Value

if TYPE_CHECKING:
    from litcli.intake.reading import Read

Places = EvidenceJson | list[EvidenceJson]
"""One place; for a list field one an item."""


class ExtractedJson(TypedDict):
    """`extract`: one record of one page."""

    source: str
    ordinal: int
    offset: int
    sha256: str
    portal: str
    confidence: float
    record: Record
    missing: list[str]
    doubts: list[str]
    """Why the record wants a person's look; empty where it is accepted."""
    evidence: dict[str, Places]


class RejectedJson(TypedDict):
    """`extract`: a page without a record."""

    source: str
    ordinal: int
    offset: int
    rejected: str


class EntryJson(TypedDict):
    """`list`, `search`, `show`, and every command that changes entries."""

    citekey: str
    record: Record
    tags: list[str]
    portals: list[str]
    confidence: float | None
    missing: list[str]
    edited: list[str]
    aliases: list[str]
    added: str
    modified: str


class CitedJson(TypedDict):
    """`cite`: what was cited."""

    style: str
    format: str
    unresolved: list[str]
    """What a document cites and the library lacks."""
    lacking: dict[str, list[str]]
    """By key, the fields that the style prints and the entry has not."""
    entries: list[str]
    output: str | None
    text: str | None
    """None where a file was written."""


class FindingJson(TypedDict):
    """`cite --check`: something wrong with a citation."""

    file: str
    line: int | None
    key: str
    problem: str
    detail: str


class StyleJson(TypedDict):
    """`styles`: a citation style."""

    style: str
    title: str
    fields: list[str]
    parent: str | None
    """The style that it is another name of."""
    sample: str | None
    """A reference; None where many styles are listed."""


def read_json(read: "Read") -> ExtractedJson | RejectedJson:
    """Return the line for one read page."""
    source, reading = read.source, read.reading
    if not isinstance(reading, Extraction):
        return RejectedJson(source=source.origin, ordinal=source.ordinal, offset=source.offset, rejected=reading.reason)
    return ExtractedJson(
        source=source.origin,
        ordinal=source.ordinal,
        offset=source.offset,
        sha256=source.sha256,
        portal=reading.portal,
        confidence=round(reading.confidence, 3),
        record=reading.record,
        missing=list(reading.missing),
        doubts=list(reading.doubts),
        evidence={
            name: places(name, found, read.page.text if read.page else "", reading.record[name])
            for name, found in reading.evidence.items()
        },
    )


def places(field: str, found: Sequence[Evidence], page: str = "", value: Value | None = None) -> Places:
    """Return where a field's value stands: a list for a field that is a list. With the page's text: how it differs from it, too."""
    shown = [evidence.to_json() for evidence in found]
    for place, changed in zip(shown, changes(found, page, value), strict=True):
        if changed:
            place["normalised"] = changed
    return shown if BY_NAME[field].many else shown[0]


def changes(found: Sequence[Evidence], page: str, value: Value | None) -> list[str | None]:
    """Return how each item of a value differs from what stands at its place; None for one that does not, or without the page."""
    items: Sequence[Item] = value if isinstance(value, list) else [value or ""]
    if not page or len(items) != len(found):
        return [None] * len(found)
    return [difference([page[start:end] for start, end in place.parts], item) for place, item in zip(found, items, strict=True)]


def entry_json(entry: Entry) -> EntryJson:
    """Return the line for one entry."""
    return EntryJson(
        citekey=entry.citekey,
        record=entry.record,
        tags=list(entry.tags),
        portals=list(entry.portals),
        confidence=entry.confidence,
        missing=list(missing(entry.record)),
        edited=list(entry.edited),
        aliases=list(entry.aliases),
        added=entry.added,
        modified=entry.modified,
    )
