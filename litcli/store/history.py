"""What was changed, step by step, and how to go back and forth.

Every write happens inside `change`: one transaction and one step. The schema's triggers note for each changed row what undoes
the change (see `litcli.store.migrations`), so a step can be reversed without knowing what it was about; reversing is a change
like any other and is noted likewise, which is why redoing is the same as reversing once more. A new change drops what was
undone and not redone. What surprised us: nothing may be summed up in the journal, since reversing row by row in exact order is
what keeps unique columns and references satisfied on the way.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from litcli.errors import NotFound
from litcli.store import index
from litcli.store.context import Context
from litcli.store.plain import storable

_CHUNK = 500


@dataclass(frozen=True)
class Step:
    """One change of the library."""

    id: int
    summary: str
    at: str
    """UTC, ISO 8601 to the second."""
    undone: bool = False
    rows: int = 0
    """How many rows it changed."""


class History:
    """The steps, newest last."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql
        self._now = context.now

    @contextmanager
    def change(self, summary: str, more: Step | None = None) -> Iterator[Step]:
        """Open a change: all of the block is kept as one step, or nothing of it.

        A block that changes nothing leaves no step. With `more`, the block is added to that step if nothing has happened
        since, so that a long batch commits now and then and is undone at once. A change within a change is part of it.
        """
        if self._sql.writing:
            yield self._current()
            return
        with self._sql.transaction():
            step = self._open(summary, more)
            before = self._last_entry()
            yield step
            self._close(step, before)

    def undo(self) -> Step:
        """Reverse the newest step that is not undone; raises `NotFound` where there is none."""
        return self._turn("SELECT max(id) FROM history WHERE NOT undone", "nothing to undo", undone=True)

    def redo(self) -> Step:
        """Take back the last undo; raises `NotFound` where there is none."""
        return self._turn("SELECT min(id) FROM history WHERE undone", "nothing to redo", undone=False)

    def log(self, limit: int | None = None) -> list[Step]:
        """Return the steps, newest first."""
        rows = self._sql.rows(f"{_STEPS} ORDER BY h.id DESC LIMIT ?", (-1 if limit is None else limit,))
        return [_to_step(row) for row in rows]

    def mark(self) -> tuple[int, int, int]:
        """Return what is another after every change of the library."""
        row = self._sql.rows("SELECT max(id), total(undone), (SELECT max(id) FROM journal) FROM history")[0]
        step, undone, entry = (int(number or 0) for number in row)
        return step, undone, entry

    def version(self) -> int:
        """Return a number that is another once another program has changed the library."""
        return self._sql.number("PRAGMA data_version")

    def _open(self, summary: str, more: Step | None) -> Step:
        newest = self._sql.number("SELECT max(id) FROM history")
        if more is not None and more.id == newest and self._sql.number("SELECT NOT undone FROM history WHERE id = ?", (newest,)):
            step = more
        else:
            at = self._now()
            step = Step(self._sql.insert("history", summary=storable(summary), at=at), summary, at)
        self._sql.run("INSERT INTO open_step VALUES (?)", (step.id,))
        return step

    def _close(self, step: Step, before: int) -> None:
        index.refresh(self._sql)
        self._sql.run("DELETE FROM open_step")
        if self._last_entry() > before:
            self._sql.run("DELETE FROM journal WHERE step IN (SELECT id FROM history WHERE undone)")
            self._sql.run("DELETE FROM history WHERE undone")
        else:
            self._sql.run("DELETE FROM history WHERE id = ? AND id NOT IN (SELECT step FROM journal)", (step.id,))

    def _last_entry(self) -> int:
        return self._sql.number("SELECT max(id) FROM journal")

    def _current(self) -> Step:
        row = self._sql.rows("SELECT id, summary, at FROM history WHERE id = (SELECT step FROM open_step)")[0]
        return Step(row["id"], row["summary"], row["at"])

    def _turn(self, which: str, otherwise: str, *, undone: bool) -> Step:
        with self._sql.transaction():
            number = self._sql.number(which)
            if not number:
                raise NotFound(otherwise)
            self._sql.run("INSERT INTO open_step VALUES (?)", (number,))
            self._reverse(number)
            index.refresh(self._sql)
            self._sql.run("DELETE FROM open_step")
            self._sql.run("UPDATE history SET undone = ? WHERE id = ?", (int(undone), number))
            return _to_step(self._sql.rows(f"{_STEPS} WHERE h.id = ?", (number,))[0])

    def _reverse(self, step: int) -> None:
        """Reverse a step row by row, last change first; its notes give way to those which the triggers write meanwhile."""
        newest = last = self._last_entry()
        chunk = "SELECT id, tab, row, op, image FROM journal WHERE step = ? AND id <= ? ORDER BY id DESC LIMIT ?"
        while rows := self._sql.rows(chunk, (step, last, _CHUNK)):
            for row in rows:
                self._reverse_row(row["tab"], row["row"], row["op"], row["image"])
            last = rows[-1]["id"] - 1
        self._sql.run("DELETE FROM journal WHERE step = ? AND id <= ?", (step, newest))

    def _reverse_row(self, table: str, row: int, operation: str, image: str | None) -> None:
        if operation == "insert":
            self._sql.run(f"DELETE FROM {table} WHERE id = ?", (row,))
            return
        values = json.loads(image or "{}")
        column = _BLOBS.get(table, "")
        if column in values:
            values[column] = bytes.fromhex(values[column]) or None
        if operation == "update":
            self._sql.update(table, row, **values)
        else:
            self._sql.insert(table, **values)


_BLOBS = {"pages": "content", "extractions": "passage"}
"""Columns of bytes, which the journal has as hexadecimal digits."""

_STEPS = """
    SELECT h.id, h.summary, h.at, h.undone, (SELECT count(*) FROM journal WHERE step = h.id) AS rows FROM history h
"""


def _to_step(row: sqlite3.Row) -> Step:
    return Step(row["id"], row["summary"], row["at"], bool(row["undone"]), row["rows"])
