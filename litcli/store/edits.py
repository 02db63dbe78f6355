"""The user's layer: values that a person set or took away, above what was extracted and never touched by reading again."""

from collections.abc import Sequence
from dataclasses import dataclass

from litcli.errors import BadValue, NotFound
from litcli.model.fields import named
from litcli.model.record import Value
from litcli.store import effective
from litcli.store.context import Context
from litcli.store.entries import Entries
from litcli.store.plain import to_json, to_value


@dataclass(frozen=True)
class Edit:
    """What a person did to one field."""

    field: str
    value: Value | None
    """None: the field was taken away."""
    at: str


class Edits:
    """The edits of a library's entries."""

    def __init__(self, context: Context, entries: Entries) -> None:
        self._sql = context.sql
        self._now = context.now
        self._entries = entries

    def of(self, key: str) -> list[Edit]:
        """Return an entry's edits, sorted by field."""
        rows = self._sql.rows("SELECT field, value, at FROM edits WHERE entry = ? ORDER BY field", (self._entries.id(key),))
        return [Edit(row["field"], None if row["value"] is None else to_value(row["value"]), row["at"]) for row in rows]

    def set(self, key: str, field: str, value: Value) -> bool:
        """Set a field; tell whether that changes anything. The value comes from `litcli.model.values.parse_value`."""
        if not value:
            raise BadValue(f"{field} cannot be set to nothing; 'litcli unset' takes a field away")
        return self._put(key, field, to_json(value))

    def unset(self, key: str, field: str) -> bool:
        """Take a field away, whatever the pages say; tell whether that changes anything."""
        return self._put(key, field, None)

    def revert(self, key: str, fields: Sequence[str] = ()) -> int:
        """Drop the edits of these fields, else all but the note; the pages' values stand again. Return how many were dropped."""
        entry = self._entries.id(key)
        names = [named(field).name for field in fields] or [edit.field for edit in self.of(key) if edit.field != "note"]
        dropped = sum(self._sql.run("DELETE FROM edits WHERE entry = ? AND field = ?", (entry, name)) for name in names)
        if fields and not dropped:
            raise NotFound(f"'{key}' has no edit of {', '.join(names)}")
        effective.rebuild(self._sql, entry, self._now())
        return dropped

    def _put(self, key: str, field: str, value: str | None) -> bool:
        entry, name = self._entries.id(key), named(field).name
        old = self._sql.row("SELECT id, value FROM edits WHERE entry = ? AND field = ?", (entry, name))
        if old is None:
            self._sql.insert("edits", entry=entry, field=name, value=value, at=self._now())
        elif old["value"] == value:
            return False
        else:
            self._sql.update("edits", old["id"], value=value, at=self._now())
        effective.rebuild(self._sql, entry, self._now())
        return True
