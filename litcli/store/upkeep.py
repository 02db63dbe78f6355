"""Care of the file: what is in it, whether it is sound, a copy of it, less room.

`check` holds the file to SQLite's own checks and the library to its promises: an entry's record equals the one rebuilt from
pages and edits, a page's content has the SHA-256 it is kept under, the index has the words of every entry.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from litcli.errors import BadValue, LibraryDamaged, LibraryError
from litcli.store import effective, index
from litcli.store.context import Context
from litcli.store.migrations import migration
from litcli.store.pages import Pages, Status
from litcli.store.plain import to_json


@dataclass(frozen=True)
class Info:
    """What a library holds."""

    path: str
    size: int
    """Bytes of its file."""
    schema: str
    """The newest step of its schema."""
    entries: int
    trashed: int
    pages: Mapping[Status, int]
    extractions: int
    edits: int
    tags: int
    steps: int
    """How many changes can be undone or redone."""


class Upkeep:
    """Takes care of a library's file."""

    def __init__(self, context: Context, pages: Pages) -> None:
        self._sql = context.sql
        self._pages = pages

    def info(self) -> Info:
        """Return what the library holds."""
        count = self._sql.number
        return Info(
            self._sql.path,
            count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
            migration.applied(self._sql.database)[-1].name,
            count("SELECT count(*) FROM entries WHERE trashed IS NULL"),
            count("SELECT count(*) FROM entries WHERE trashed IS NOT NULL"),
            self._pages.counts(),
            count("SELECT count(*) FROM extractions"),
            count("SELECT count(*) FROM edits"),
            count("SELECT count(*) FROM tags"),
            count("SELECT count(*) FROM history"),
        )

    def check(self) -> list[str]:
        """Return what is wrong with the library, a line each; empty where it is sound."""
        try:
            return [*self._file(), *self._records(), *self._contents(), *self._index()]
        except LibraryDamaged as error:
            return [str(error)]

    def repair(self) -> int:
        """Work out anew what follows from pages and edits, records and index; return how many records changed."""
        rows = self._sql.rows("SELECT id, modified FROM entries")
        changed = sum(effective.rebuild(self._sql, row["id"], row["modified"]) for row in rows)
        index.rebuild(self._sql)
        return changed

    def backup(self, to: Path) -> None:
        """Write a whole copy while the library may be in use; raises `BadValue` where the file exists."""
        if to.exists():
            raise BadValue(f"{to} exists already; name another file")
        try:
            with closing(sqlite3.connect(to)) as target:
                self._sql.database.conn.backup(target)
        except BaseException as error:
            to.unlink(missing_ok=True)
            if isinstance(error, sqlite3.Error):
                raise LibraryError(f"the backup {to} cannot be written: {error}") from error
            raise

    def compact(self) -> int:
        """Give back the room that is not needed; return how many bytes that was."""
        before = self.info().size
        self._sql.run("INSERT INTO entries_fts (entries_fts) VALUES ('optimize')")
        self._sql.run("VACUUM")
        self._sql.run("PRAGMA wal_checkpoint(TRUNCATE)")
        return before - self.info().size

    def _file(self) -> Iterator[str]:
        yield from (f"the file: {text}" for text in self._sql.texts("PRAGMA integrity_check") if text != "ok")
        for row in self._sql.rows("PRAGMA foreign_key_check"):
            yield f"the table {row[0]}: row {row[1]} points at nothing in {row[2]}"

    def _records(self) -> Iterator[str]:
        for row in self._sql.rows("SELECT id, citekey, record FROM entries ORDER BY citekey"):
            if to_json(effective.of(self._sql, row["id"]).record) != row["record"]:
                yield f"the entry {row['citekey']}: its record is not what its pages and edits give"

    def _contents(self) -> Iterator[str]:
        for row in self._sql.each("SELECT sha256, origin, content FROM pages"):
            try:
                sound = hashlib.sha256(zlib.decompress(row["content"])).hexdigest() == row["sha256"]
            except zlib.error:
                sound = False
            if not sound:
                yield f"the page {row['sha256'][:12]} ({row['origin']}): its content is damaged"

    def _index(self) -> Iterator[str]:
        for row in self._sql.rows("SELECT citekey FROM entries WHERE id NOT IN (SELECT rowid FROM entries_fts) ORDER BY citekey"):
            yield f"the entry {row['citekey']}: it is not in the index"
