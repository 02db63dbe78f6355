"""An entry of the library: a citekey, the effective record, and what litcli knows about it."""

from dataclasses import dataclass

from litcli.model.record import Record


@dataclass(frozen=True)
class Entry:
    """What queries evaluate, formats write and the terminal shows.

    `record` is the effective one: the extractions merged field by field, with the person's edits on top.
    """

    citekey: str
    record: Record
    tags: tuple[str, ...] = ()
    """Full paths ("oncology/trials"), sorted."""
    portals: tuple[str, ...] = ()
    """The portals of its pages; "import" or "hand" where there is no page."""
    confidence: float | None = None
    """How sure the extracted record is, 0 to 1; None for what a person or a file stated."""
    added: str = ""
    """UTC, ISO 8601 to the second: "2026-03-01T12:00:00Z"."""
    modified: str = ""
    aliases: tuple[str, ...] = ()
    """Former citekeys, which still find it."""
    edited: tuple[str, ...] = ()
    """The fields whose value is a person's."""
