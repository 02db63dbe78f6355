"""The raw pages: kept as they came, by their SHA-256, whatever became of them; those set aside are the inbox."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from litcli import __version__
from litcli.errors import BadValue, NotFound
from litcli.pages.page import Source
from litcli.store.context import Context
from litcli.store.plain import compressed, storable
from litcli.store.sql import marks

_BATCH = 500
_SHORTEST = 4


class Status(StrEnum):
    """What became of a page."""

    OK = "ok"
    """It has an entry."""
    DOUBTFUL = "doubtful"
    """It was read, but a person should look before it becomes an entry."""
    REJECTED = "rejected"
    """It holds no record of one scholarly work."""
    FAILED = "failed"
    """It could not be read."""


INBOX = (Status.DOUBTFUL, Status.REJECTED, Status.FAILED)
"""What waits for a person."""


@dataclass(frozen=True)
class StoredPage:
    """A page of the library, without its content."""

    id: int
    sha256: str
    origin: str
    ordinal: int
    offset: int
    """Where in its input it began, in bytes."""
    media_type: str
    charset: str | None
    """None where it could not be read."""
    size: int
    """Bytes of its content."""
    status: Status
    reason: str | None
    """Why it was set aside; for a page that was not, what a person should know of it."""
    reader: str
    """The version of litcli that read it."""
    added: str
    citekeys: tuple[str, ...]
    """The entries that it is a source of; none for most of the inbox."""


class Pages:
    """The pages of a library. A page is named by its SHA-256 or the first few characters of it."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql
        self._now = context.now

    def get(self, ref: str) -> StoredPage:
        """Return a page; raises `NotFound`, also where several begin so."""
        return _to_page(self._sql.rows(f"{_SELECT} WHERE p.id = ? GROUP BY p.id", (self.id(ref),))[0])

    def find(self, sha256: str) -> StoredPage | None:
        """Return the page with this whole SHA-256, or None."""
        row = self._sql.row(f"{_SELECT} WHERE p.sha256 = ? GROUP BY p.id", (sha256,))
        return _to_page(row) if row else None

    def known(self, hashes: Iterable[str]) -> set[str]:
        """Return which of these SHA-256 are in the library: such pages need not be read again."""
        wanted, found = list(hashes), set()
        for start in range(0, len(wanted), _BATCH):
            some = wanted[start : start + _BATCH]
            found.update(self._sql.texts(f"SELECT sha256 FROM pages WHERE sha256 IN ({marks(len(some))})", some))
        return found

    def source(self, ref: str) -> Source:
        """Return a page as it came; `litcli.pages.decode.to_page` gives its text."""
        return self._source(self.id(ref))

    def _source(self, page: int) -> Source:
        row = self._sql.rows(f"SELECT {', '.join(_KEPT)} FROM pages WHERE id = ?", (page,))[0]
        content, doubts = zlib.decompress(row["content"]), tuple(json.loads(row["doubts"]))
        return Source(row["origin"], row["ordinal"], content, row["media_type"], doubts, row["offset"])

    def with_status(self, *statuses: Status) -> list[StoredPage]:
        """Return the pages of these statuses, or all, oldest first; `with_status(*INBOX)` is the inbox."""
        wanted = statuses or tuple(Status)
        return [
            _to_page(row)
            for row in self._sql.rows(f"{_SELECT} WHERE p.status IN ({marks(len(wanted))}) GROUP BY p.id ORDER BY p.id", wanted)
        ]

    def of_entry(self, key: str) -> list[str]:
        """Return the SHA-256 of the pages of an entry that is not in the trash, oldest first."""
        return self._sql.texts(_OF_ENTRY, (key,))

    def without_entry(self) -> list[str]:
        """Return the SHA-256 of the pages that no entry has, oldest first."""
        return self._sql.texts(_WITHOUT_ENTRY)

    def each(self, *portals: str) -> Iterator[Source]:
        """Yield the pages of these portals, or all, and with them those that nothing was read from; one by one, oldest first."""
        chosen = f"WHERE x.portal IN ({marks(len(portals))}) OR x.portal IS NULL" if portals else ""
        statement = f"SELECT DISTINCT p.id FROM pages p LEFT JOIN extractions x ON x.page = p.id {chosen} ORDER BY p.id"
        for row in self._sql.each(statement, portals):
            yield self._source(row["id"])

    def counts(self) -> dict[Status, int]:
        """Return how many pages there are of each status."""
        found = {row[0]: row[1] for row in self._sql.rows("SELECT status, count(*) FROM pages GROUP BY status")}
        return {status: found.get(status, 0) for status in Status}

    def reject(self, refs: Sequence[str], reason: str = "rejected by hand") -> int:
        """Say that pages of the inbox hold nothing of use: they stay, and are not asked for again. Return how many."""
        rows = dict.fromkeys(self.id(ref) for ref in refs)
        for row in rows:
            if self._sql.number("SELECT count(*) FROM extractions WHERE page = ? AND entry IS NOT NULL", (row,)):
                raise BadValue("a page that has an entry cannot be rejected; put the entry in the trash with 'litcli rm'")
            self._sql.update("pages", row, status=Status.REJECTED, reason=storable(reason))
        return len(rows)

    def id(self, ref: str) -> int:
        """Return the number of a page's row, for the other parts of the store; raises `NotFound`."""
        plain = ref.strip().lower()
        rows = self._sql.rows("SELECT id FROM pages WHERE sha256 >= ? AND sha256 < ? LIMIT 2", (plain, f"{plain}g"))
        if len(plain) < _SHORTEST or not rows:
            raise NotFound(f"there is no page '{ref}'; name it by the first {_SHORTEST} or more characters of its SHA-256")
        if len(rows) > 1:
            raise NotFound(f"several pages begin with '{ref}'; name more characters of the SHA-256")
        return int(rows[0]["id"])

    def add(self, source: Source, charset: str | None, status: Status, reason: str | None) -> int:
        """Store a page, for `litcli.store.filing`; return the number of its row."""
        return self._sql.insert(
            "pages",
            sha256=source.sha256,
            origin=storable(source.origin),
            ordinal=source.ordinal,
            offset=source.offset,
            doubts=json.dumps([storable(doubt) for doubt in source.doubts]),
            media_type=source.media_type,
            charset=charset,
            size=len(source.content),
            status=status,
            reason=None if reason is None else storable(reason),
            reader=__version__,
            added=self._now(),
            content=compressed(source.content),
        )

    def mark(self, row: int, status: Status, reason: str | None, charset: str | None) -> None:
        """Note what came of reading a page again, for `litcli.store.filing`; what is the same as before is no change."""
        plain = None if reason is None else storable(reason)
        noted: dict[str, str | None] = {"status": status, "reason": plain, "charset": charset, "reader": __version__}
        known = self._sql.row(f"SELECT {', '.join(noted)} FROM pages WHERE id = ?", (row,))
        if known is None or dict(known) != noted:
            self._sql.update("pages", row, **noted)


_KEPT = ("origin", "ordinal", "offset", "media_type", "doubts", "content")

_SELECT = """
    SELECT p.id, p.sha256, p.origin, p.ordinal, p.offset, p.media_type, p.charset, p.size, p.status, p.reason, p.reader, p.added,
        group_concat(e.citekey, ' ') AS citekeys
    FROM pages p LEFT JOIN extractions x ON x.page = p.id LEFT JOIN entries e ON e.id = x.entry
"""

_OF_ENTRY = """
    SELECT p.sha256 FROM entries e JOIN extractions x ON x.entry = e.id JOIN pages p ON p.id = x.page
    WHERE e.citekey = ? AND e.trashed IS NULL ORDER BY x.id
"""
_WITHOUT_ENTRY = """
    SELECT p.sha256 FROM pages p LEFT JOIN extractions x ON x.page = p.id
    GROUP BY p.id HAVING count(x.entry) = 0 ORDER BY p.id
"""


def _to_page(row: sqlite3.Row) -> StoredPage:
    return StoredPage(
        row["id"],
        row["sha256"],
        row["origin"],
        row["ordinal"],
        row["offset"],
        row["media_type"],
        row["charset"],
        row["size"],
        Status(row["status"]),
        row["reason"],
        row["reader"],
        row["added"],
        tuple((row["citekeys"] or "").split()),
    )
