"""What was read off the pages: each record with its evidence, and which page or edit each value of an entry came from."""

import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from litcli.errors import NotFound
from litcli.extract.result import Evidence, Extraction
from litcli.identity.merge import EDIT, merge
from litcli.model import fields
from litcli.model.record import Record, Value
from litcli.store import effective
from litcli.store.context import Context
from litcli.store.edits import Edit, Edits
from litcli.store.entries import Entries
from litcli.store.pages import Pages
from litcli.store.plain import EvidenceMap, compressed, evidence_to_json, storable, to_evidence, to_json, to_record, to_texts
from litcli.store.sql import Plain

_AS_STORED: Mapping[str, Extraction] = MappingProxyType({})


@dataclass(frozen=True)
class StoredExtraction:
    """One record as it was read, and what it belongs to."""

    id: int
    sha256: str | None
    """Its page; None for what a person or a file stated."""
    origin: str | None
    """Where the page, or the record of a file, was found."""
    ordinal: int
    citekey: str | None
    """Its entry; None while it waits in the inbox."""
    portal: str
    """"pure", "generic", ..., or "import" or "hand"."""
    confidence: float | None
    record: Record
    evidence: EvidenceMap
    doubts: tuple[str, ...]
    added: str
    line: int | None = None
    """Where a file of references states it; None for a page and for what a person typed."""
    format: str | None = None
    """The format of that file."""

    def says(self, read: Extraction) -> bool:
        """Tell whether reading gave the same again."""
        return evidence_to_json(read.evidence) == evidence_to_json(self.evidence) and read.record == self.record

    def to_extraction(self) -> Extraction:
        """Return it as the reader gave it."""
        missing = fields.missing(self.record)
        return Extraction(self.portal, self.confidence or 0.0, self.record, self.evidence, missing, self.doubts)


@dataclass(frozen=True)
class Passage:
    """A record as it stands in a file of references."""

    origin: str
    """The file: a path, "refs.zip!/refs.bib", "-"."""
    line: int
    """Where it begins, counted from 1."""
    format: str
    text: str
    """"" where the format has no such text."""


@dataclass(frozen=True)
class Statement:
    """What one source says of one field."""

    extraction: StoredExtraction
    value: Value
    evidence: tuple[Evidence, ...]
    """Empty for what a person or a file stated."""
    used: bool
    """Whether the entry's value is this one."""


@dataclass(frozen=True)
class Why:
    """Where an entry's value for a field comes from."""

    citekey: str
    field: str
    value: Value | None
    """None: the entry has none."""
    edit: Edit | None
    """The person's edit, which wins."""
    statements: tuple[Statement, ...]
    """What each source says; the used one first."""


@dataclass(frozen=True)
class Stand:
    """An entry's record, and for each field the rules that read it and the portal of its page."""

    record: Record
    rules: Mapping[str, tuple[str, ...]]
    """("edit",) for what a person set; none for what a file stated."""
    portals: Mapping[str, str]


class Extractions:
    """The extractions of a library."""

    def __init__(self, context: Context, entries: Entries, edits: Edits, pages: Pages) -> None:
        self._sql = context.sql
        self._now = context.now
        self._entries = entries
        self._edits = edits
        self._pages = pages

    def of_entry(self, key: str) -> list[StoredExtraction]:
        """Return an entry's sources, oldest first."""
        return [
            _to_extraction(row) for row in self._sql.rows(f"{_SELECT} WHERE x.entry = ? ORDER BY x.id", (self._entries.id(key),))
        ]

    def of_page(self, ref: str) -> list[StoredExtraction]:
        """Return what was read off a page; empty where it was rejected or could not be read."""
        return [
            _to_extraction(row)
            for row in self._sql.rows(f"{_SELECT} WHERE x.page = ? ORDER BY x.ordinal", (self._pages.id(ref),))
        ]

    def why(self, key: str, field: str) -> Why:
        """Return where the entry's value for a field comes from; raises `NotFound` where nothing ever stated one."""
        name, entry = fields.named(field).name, self._entries.id(key)
        merged = effective.of(self._sql, entry)
        edit = next((one for one in self._edits.of(key) if one.field == name), None)
        origin = merged.origins.get(name)
        statements = [
            Statement(source, source.record[name], source.evidence.get(name, ()), source.id == origin)
            for source in self.of_entry(key)
            if name in source.record
        ]
        if edit is None and not statements:
            raise NotFound(f"'{key}' has no {name}, and no page or edit states one")
        statements.sort(key=lambda one: not one.used)
        return Why(self._entries.get(key).citekey, name, merged.record.get(name), edit, tuple(statements))

    def stand(self, key: str, instead: Mapping[str, Extraction] = _AS_STORED) -> Stand:
        """Return an entry's record as it is, or as it would be if its pages (by SHA-256) were read so."""
        sources = self.of_entry(key)
        read = {source.id: instead.get(source.sha256 or "", source) for source in sources}
        versions = [
            effective.version(row, one.portal, one.confidence, one.record, dict(one.evidence)) for row, one in read.items()
        ]
        merged = merge(versions, effective.edits(self._sql, self._entries.id(key)))
        rules, portals = {}, {}
        for field, origin in merged.origins.items():
            one = read[origin] if isinstance(origin, int) else None
            portals[field] = one.portal if one else EDIT
            rules[field] = tuple(dict.fromkeys(place.rule for place in one.evidence.get(field, ()))) if one else (EDIT,)
        return Stand(merged.record, rules, portals)

    def origins(self, key: str) -> dict[str, int | None]:
        """Return which extraction each field of an entry comes from, by number; None for an edit."""
        merged = effective.of(self._sql, self._entries.id(key))
        return {field: origin if isinstance(origin, int) else None for field, origin in merged.origins.items()}

    def passage(self, number: int) -> Passage | None:
        """Return the record behind an extraction as its file has it; None where no file stated it."""
        row = self._sql.row("SELECT origin, line, format, passage FROM extractions WHERE id = ?", (number,))
        if row is None or row["format"] is None:
            return None
        text = zlib.decompress(row["passage"]).decode(errors="surrogatepass") if row["passage"] else ""
        return Passage(row["origin"], row["line"], row["format"], text)

    def add(self, page: int | None, entry: int | None, read: Extraction, passage: Passage | None = None) -> int:
        """Store an extraction, for `litcli.store.filing`; return the number of its row."""
        found = _columns(passage) if passage else {}
        return self._sql.insert(
            "extractions",
            page=page,
            ordinal=1,
            entry=entry,
            portal=read.portal,
            confidence=None if page is None else round(read.confidence, 4),
            record=to_json(read.record),
            evidence=evidence_to_json(read.evidence),
            doubts=to_json(read.doubts),
            added=self._now(),
            **found,
        )

    def replace(self, row: int, read: Extraction) -> None:
        """Put what a page says today in the place of what was read before, for `litcli.store.filing`."""
        self._sql.update(
            "extractions",
            row,
            portal=read.portal,
            confidence=round(read.confidence, 4),
            record=to_json(read.record),
            evidence=evidence_to_json(read.evidence),
            doubts=to_json(read.doubts),
        )


_SELECT = """
    SELECT x.id, p.sha256, coalesce(p.origin, x.origin) AS origin, x.ordinal, e.citekey, x.portal, x.confidence, x.record, x.evidence,
        x.doubts, x.added, x.line, x.format
    FROM extractions x LEFT JOIN pages p ON p.id = x.page LEFT JOIN entries e ON e.id = x.entry
"""


def _to_extraction(row: sqlite3.Row) -> StoredExtraction:
    return StoredExtraction(
        row["id"],
        row["sha256"],
        row["origin"],
        row["ordinal"],
        row["citekey"],
        row["portal"],
        row["confidence"],
        to_record(row["record"]),
        to_evidence(row["evidence"]),
        to_texts(row["doubts"]),
        row["added"],
        row["line"],
        row["format"],
    )


def _columns(passage: Passage) -> dict[str, Plain]:
    text = passage.text.encode(errors="surrogatepass")
    return {
        "origin": storable(passage.origin),
        "line": passage.line,
        "format": passage.format,
        "passage": compressed(text) if text else None,
    }
