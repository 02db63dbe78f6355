"""The effective record of an entry: its extractions merged, a person's edits on top. Always the same for the same rows.

`of` works it out from the rows, `rebuild` stores it; nothing else writes an entry's record. The columns beside it (what is
sorted and compared) and the keys under which its work is found follow from the record alone.
"""

from collections.abc import Mapping, Sequence

from litcli.identity import blocking
from litcli.identity.folding import fold
from litcli.identity.merge import Merged, Version, merge
from litcli.model.record import Record, Value, day, people, text
from litcli.query.tree import sortable
from litcli.store.plain import EvidenceMap, storable, to_evidence, to_json, to_record, to_value
from litcli.store.sql import Plain, Sql

STATED: Mapping[str, float] = {"hand": 1.0, "import": 0.9}
"""The trust of a record that no page gave: what a person typed, what a file held."""

_DEFAULT_TRUST = 0.5


def of(sql: Sql, entry: int) -> Merged:
    """Work out an entry's effective record from its extractions and edits."""
    return merge(versions(sql, entry), edits(sql, entry))


def versions(sql: Sql, entry: int) -> list[Version]:
    """Return what each of the entry's extractions says."""
    rows = sql.rows("SELECT id, portal, confidence, record, evidence FROM extractions WHERE entry = ? ORDER BY id", (entry,))
    return [
        version(row["id"], row["portal"], row["confidence"], to_record(row["record"]), to_evidence(row["evidence"]))
        for row in rows
    ]


def version(source: int, portal: str, confidence: float | None, record: Record, evidence: EvidenceMap) -> Version:
    """Return one extraction as a version: a field is as sure as the least sure of its places."""
    trust = {field: min(one.confidence for one in several) for field, several in evidence.items() if several}
    otherwise = STATED.get(portal, _DEFAULT_TRUST) if confidence is None else confidence
    return Version(source, record, trust, otherwise, confidence is None)


def edits(sql: Sql, entry: int) -> dict[str, Value | None]:
    """Return the entry's edits; None for a field that was taken away."""
    rows = sql.rows("SELECT field, value FROM edits WHERE entry = ? ORDER BY field", (entry,))
    return {row["field"]: None if row["value"] is None else to_value(row["value"]) for row in rows}


def rebuild(sql: Sql, entry: int, now: str) -> bool:
    """Store the effective record of an entry; tell whether it was another before."""
    record = of(sql, entry).record
    values: dict[str, Plain] = {**columns(record, blocking.keys(record)), "confidence": confidence(sql, entry)}
    names = ", ".join(values)
    row = sql.row(f"SELECT {names} FROM entries WHERE id = ?", (entry,))
    if row is not None and dict(row) == values:
        return False
    sql.update("entries", entry, **values, modified=now)
    return True


def confidence(sql: Sql, entry: int) -> float | None:
    """Return how sure the surest page of an entry is; None where no page gave it."""
    row = sql.row("SELECT max(confidence) FROM extractions WHERE entry = ?", (entry,))
    return row[0] if row else None


def columns(record: Record, keys: Sequence[str]) -> dict[str, Plain]:
    """Return what an entry's row holds of a record with these blocking keys."""
    return {
        **{column: _plain(text(record, field)) for field, column in _TEXTS.items()},
        "issued": sortable(day(record)) or None,
        "first_author": _first_author(record),
        "keys": to_json(keys),
        "record": to_json(record),
    }


_TEXTS: Mapping[str, str] = {
    "type": "type",
    "title": "title",
    "container-title": "container_title",
    "publisher": "publisher",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "arXiv": "arxiv",
    "language": "language",
}
"""Field to column, of the fields that are one text; a test holds this equal to the fields with `column=True`."""


def _plain(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _first_author(record: Record) -> str | None:
    """Return the name to sort by: family name first, folded."""
    for person in people(record, "author") or people(record, "editor"):
        return fold(f"{person.get('family') or person.get('literal') or ''} {person.get('given', '')}") or None
    return None
