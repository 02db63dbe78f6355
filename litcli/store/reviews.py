"""Which entries are most likely wrong, and which of them a person has looked through already.

An entry's expected error is the sum over its fields of what is lacking to certainty, each field weighing as much as it matters; what
a person set counts for certain, and so does an entry that no page gave. What surprised us: "looked through" must not outlive what was
looked at, so it is remembered of what the pages say, and an entry whose pages say something else today is shown again.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from litcli.errors import BadValue
from litcli.identity.merge import Version, merge
from litcli.model.record import Record
from litcli.store import effective
from litcli.store.context import Context
from litcli.store.entries import Entries
from litcli.store.plain import to_evidence, to_json, to_record
from litcli.store.sql import marks

WEIGHTS = {
    "title": 3.0, "author": 3.0, "container-title": 2.0, "issued": 2.0, "DOI": 2.0, "type": 1.0, "volume": 1.0, "page": 1.0,
    "number": 1.0, "editor": 1.0, "publisher": 1.0, "issue": 0.5, "abstract": 0.5,
}  # fmt: skip
"""How much a wrong value of a field harms a reference."""
OTHERWISE = 0.25

_BATCH = 500


@dataclass(frozen=True)
class Due:
    """An entry that a person may look through."""

    citekey: str
    expected: float
    """How much of it is expected to be wrong: the sum over its fields of weight and doubt."""
    sure: dict[str, float]
    """How sure each field is that a page gave, what weighs most in doubt first."""


class Reviews:
    """What a person has looked through, and what is due."""

    def __init__(self, context: Context, entries: Entries) -> None:
        self._sql = context.sql
        self._entries = entries

    def due(self, keys: Sequence[str] | None = None) -> list[Due]:
        """Return the entries that nobody has looked through, of these or of all, the one most likely wrong first."""
        chosen = None if keys is None else [self._entries.id(key) for key in keys]
        return sorted(self._due(chosen), key=lambda due: (-due.expected, due.citekey))

    def accept(self, key: str) -> None:
        """Remember that a person found an entry right as it stands; raises `BadValue` for one that no page gave."""
        entry = self._entries.id(key)
        stated = effective.versions(self._sql, entry)
        if not self._sql.number("SELECT count(page) FROM extractions WHERE entry = ?", (entry,)):
            raise BadValue(f"no page gave '{key}', so there is nothing to look through")
        self._sql.update("entries", entry, reviewed=_digest(merge(stated).record))

    def accepted(self, key: str) -> bool:
        """Tell whether a person found an entry right as its pages have it today."""
        entry = self._entries.id(key)
        reviewed = self._sql.row("SELECT reviewed FROM entries WHERE id = ?", (entry,))
        return bool(reviewed and reviewed[0] == _digest(merge(effective.versions(self._sql, entry)).record))

    def _due(self, chosen: Sequence[int] | None) -> Iterator[Due]:
        edited = self._edited()
        for entry, rows in groupby(self._rows(chosen), key=lambda row: row[0]):
            sources = list(rows)
            merged = merge([version for *_, version in sources])
            if sources[0][2] != _digest(merged.record):
                versions = {version.source: version for *_, version in sources}
                origins = {field: versions[origin] for field, origin in merged.origins.items() if isinstance(origin, int)}
                sure = {field: version.sure(field) for field, version in origins.items() if field not in edited.get(entry, ())}
                yield _weighed(sources[0][1], sure)

    def _rows(self, chosen: Sequence[int] | None) -> Iterator[tuple[int, str, str | None, Version]]:
        """Yield every source of the entries that a page gave: its entry, key, what was looked through, and what it says."""
        if chosen is None:
            bounds: list[Sequence[int]] = [()]
        else:
            bounds = [chosen[start : start + _BATCH] for start in range(0, len(chosen), _BATCH)]
        for some in bounds:
            only = f"AND e.id IN ({marks(len(some))})" if some else ""
            for row in self._sql.rows(_SOURCES.format(only), some):
                said = to_record(row["record"]), to_evidence(row["evidence"])
                yield (
                    row["entry"],
                    row["citekey"],
                    row["reviewed"],
                    effective.version(row["id"], row["portal"], row["confidence"], *said),
                )

    def _edited(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for row in self._sql.rows("SELECT entry, field FROM edits"):
            found.setdefault(row["entry"], set()).add(row["field"])
        return found


_SOURCES = """
    SELECT x.entry, e.citekey, e.reviewed, x.id, x.portal, x.confidence, x.record, x.evidence
    FROM extractions x JOIN entries e ON e.id = x.entry
    WHERE e.trashed IS NULL AND EXISTS (SELECT 1 FROM extractions p WHERE p.entry = e.id AND p.page IS NOT NULL) {0}
    ORDER BY x.entry, x.id
"""


def _weighed(citekey: str, sure: dict[str, float]) -> Due:
    doubt = {field: WEIGHTS.get(field, OTHERWISE) * (1 - confidence) for field, confidence in sure.items()}
    ordered = sorted(sure, key=lambda field: (-doubt[field], field))
    return Due(citekey, round(sum(doubt.values()), 3), {field: sure[field] for field in ordered})


def _digest(record: Record) -> str:
    return hashlib.sha256(to_json(record).encode()).hexdigest()[:16]
