"""A read page, or a record that a person or a file states, finds its place: a new entry, a known one, or the inbox.

In goes what reading gave, out comes what became of it. A page is known by its content: the same one again changes nothing,
though one that cannot be read is told again. A record of a work that is in the library already becomes a further source of its
entry. What surprised us: a work in the trash was put there on purpose, so a new page of it joins it there and the person is
told, instead of it coming back by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from litcli.errors import BadValue, InputError
from litcli.extract.result import Extraction, Reading, Rejection
from litcli.identity import blocking, citekeys
from litcli.identity.contrast import Contrast, contrast
from litcli.identity.likeness import Likeness, Verdict, compare
from litcli.identity.merge import merge
from litcli.model.record import Record
from litcli.pages.page import Page, Source
from litcli.store import effective
from litcli.store.context import Context
from litcli.store.entries import Entries
from litcli.store.extractions import Extractions, Passage
from litcli.store.pages import Pages, Status, StoredPage
from litcli.store.plain import storable, to_json, to_record
from litcli.store.sql import marks

_NO_CONTRAST = Contrast()


class Outcome(StrEnum):
    """What became of a page or a record."""

    NEW = "new"
    """A new entry."""
    SAME = "same"
    """It was there already; nothing was changed."""
    JOINED = "joined"
    """A further source of an entry that was there."""
    UPDATED = "updated"
    """A kept page, read again, says something else than before."""
    DOUBTFUL = "doubtful"
    """Set aside for a person to look at."""
    REJECTED = "rejected"
    """No record of one scholarly work; kept with the reason."""
    FAILED = "failed"
    """It could not be read; kept with the reason."""


@dataclass(frozen=True)
class Taken:
    """What became of a page or a record."""

    outcome: Outcome
    citekey: str | None
    """Its entry, where it has one."""
    reason: str | None = None
    """Why it was set aside or joined, or what a person should know."""
    like: tuple[str, ...] = ()
    """Entries that may be the same work, for a person to judge: `litcli dedupe`."""
    contrast: Contrast = _NO_CONTRAST
    """What a record of a file that joined an entry added to it, and where it says something else."""


@dataclass(frozen=True)
class _Match:
    entry: int
    citekey: str
    trashed: bool
    record: Record
    likeness: Likeness


class Filing:
    """Puts what was read where it belongs."""

    def __init__(self, context: Context, pages: Pages, extractions: Extractions, entries: Entries) -> None:
        self._sql = context.sql
        self._now = context.now
        self._pattern = context.pattern
        self._pages = pages
        self._extractions = extractions
        self._entries = entries

    def take(self, source: Source, page: Page | None, reading: Reading | InputError) -> Taken:
        """Store one read page; `page` is None and `reading` the error where it could not be decoded."""
        known = self._pages.find(source.sha256)
        if known is not None:
            return self._known(known)
        note = "; ".join((*(page.doubts if page else ()), *_notes(reading))) or None
        status, reason = _verdict(reading)
        row = self._pages.add(source, page.charset if page else None, status, reason or note)
        return self._settle(row, reading, reason or note)

    def retake(self, ref: str, page: Page | None, reading: Reading | InputError) -> Taken:
        """Store what reading a kept page again gave; an entry is never taken away by it, and edits stay on top."""
        stored, row = self._pages.get(ref), self._pages.id(ref)
        status, reason = _verdict(reading)
        if stored.citekeys and isinstance(reading, Extraction):
            return self._renew(stored, row, reading, page)
        if stored.citekeys:
            return Taken(Outcome.SAME, stored.citekeys[0], f"kept, though today's reader would set it aside: {reason}")
        if (status, reason) == (stored.status, stored.reason) and self._waits_so(ref, reading):
            return Taken(Outcome.SAME, None, reason)
        self._sql.run("DELETE FROM extractions WHERE page = ?", (row,))
        self._pages.mark(row, status, reason, page.charset if page else stored.charset)
        return self._settle(row, reading, reason)

    def accept(self, ref: str, key: str | None = None) -> Taken:
        """Let a doubtful page become an entry, or a further source of the entry `key`; raises `BadValue` for any other page."""
        row = self._pages.id(ref)
        waiting = self._sql.row("SELECT id FROM extractions WHERE page = ? AND entry IS NULL", (row,))
        if waiting is None:
            raise BadValue(f"nothing was read from the page {ref} that could be accepted; 'litcli add' makes an entry by hand")
        read = self._extractions.of_page(ref)[0].to_extraction()
        self._sql.run("UPDATE pages SET status = ?, reason = NULL WHERE id = ?", (Status.OK, row))
        self._sql.run("DELETE FROM extractions WHERE id = ?", (waiting["id"],))
        if key is None:
            return self._file(row, read)
        entry = self._entries.id(key)
        self._extractions.add(row, entry, read)
        effective.rebuild(self._sql, entry, self._now())
        return Taken(Outcome.JOINED, self._entries.get(key).citekey, "by hand")

    def add(
        self,
        record: Record,
        origin: Literal["hand", "import"],
        citekey: str | None = None,
        *,
        aliases: Sequence[str] = (),
        passage: Passage | None = None,
    ) -> Taken:
        """Store a record that a person typed or a file held; a wished key that is free is its key, or an alias where it joins."""
        wish = citekeys.own(citekey or "")
        stated = to_json(record)
        same = self._sql.row(_STATED_BEFORE, (stated, stated, origin, stated))
        if same is not None:
            gone = same["trashed"] is not None
            taken = Taken(Outcome.SAME, same["citekey"], _in_trash(same["citekey"]) if gone else None)
        else:
            taken = self._file(None, Extraction(origin, 0.0, record, {}, ()), wish, passage)
        self._also_known(taken.citekey or "", [wish, citekey or "", *aliases])
        return taken

    def _also_known(self, citekey: str, wishes: Sequence[str]) -> None:
        """Let wished keys find the entry too, if no other has them."""
        for wish in dict.fromkeys(map(storable, wishes)):
            if citekeys.plain(wish) and wish != citekey and wish.lower() not in self._entries.taken(wish):
                entry = self._sql.number("SELECT id FROM entries WHERE citekey = ?", (citekey,))
                self._sql.insert("aliases", citekey=wish, entry=entry)

    def _settle(self, page: int, reading: Reading | InputError, note: str | None) -> Taken:
        """Let a page's record find its entry, or wait."""
        if isinstance(reading, InputError):
            return Taken(Outcome.FAILED, None, note)
        if isinstance(reading, Rejection):
            return Taken(Outcome.REJECTED, None, note)
        if reading.doubts:
            self._extractions.add(page, None, reading)
            return Taken(Outcome.DOUBTFUL, None, note)
        taken = self._file(page, reading)
        reasons = [reason for reason in (taken.reason, note) if reason]
        return replace(taken, reason="; ".join(reasons) or None)

    def _known(self, page: StoredPage) -> Taken:
        citekey = next(iter(page.citekeys), None)
        if citekey and self._sql.number("SELECT count(*) FROM entries WHERE citekey = ? AND trashed IS NOT NULL", (citekey,)):
            return Taken(Outcome.SAME, citekey, _in_trash(citekey))
        if page.status is Status.FAILED:
            return Taken(Outcome.FAILED, None, page.reason)
        return Taken(Outcome.SAME, citekey, page.reason if page.status is not Status.OK else None)

    def _file(self, page: int | None, read: Extraction, wish: str = "", passage: Passage | None = None) -> Taken:
        """Find the record's entry, or make one."""
        keys = blocking.keys(read.record)
        matches = self._matches(read.record, keys)
        same = [match for match in matches if match.likeness.verdict is Verdict.SAME]
        if same:
            return self._join(page, read, same[0], passage)
        like = tuple(match.citekey for match in matches if match.likeness.verdict is Verdict.UNSURE and not match.trashed)
        citekey = self._new(page, read, keys, wish, passage)
        reasons = [f"may be the same work as {', '.join(like[:3])}"] if like else []
        if wish and citekey != wish:
            reasons.append(f"its key {wish} is taken")
        return Taken(Outcome.NEW, citekey, "; ".join(reasons) or None, like)

    def _join(self, page: int | None, read: Extraction, match: _Match, passage: Passage | None) -> Taken:
        self._extractions.add(page, match.entry, read, passage)
        effective.rebuild(self._sql, match.entry, self._now())
        reason = ", ".join(match.likeness.reasons)
        told = f"{reason}; {_in_trash(match.citekey)}" if match.trashed else reason
        now = self._sql.texts("SELECT record FROM entries WHERE id = ?", (match.entry,))[0] if page is None else None
        added = contrast(match.record, to_record(now), read.record) if now else _NO_CONTRAST
        return Taken(Outcome.JOINED, match.citekey, told, contrast=added)

    def _new(self, page: int | None, read: Extraction, keys: Sequence[str], wish: str, passage: Passage | None) -> str:
        version = effective.version(0, read.portal, None if page is None else read.confidence, read.record, read.evidence)
        record = merge([version]).record
        base = wish or self._pattern.key(record)
        citekey = citekeys.free(base, self._entries.taken(base))
        now = self._now()
        entry = self._sql.insert(
            "entries",
            citekey=citekey,
            **effective.columns(record, keys),
            confidence=None if page is None else round(read.confidence, 4),
            added=now,
            modified=now,
        )
        self._extractions.add(page, entry, read, passage)
        return citekey

    def _waits_so(self, ref: str, reading: Reading | InputError) -> bool:
        """Tell whether a page of the inbox waits with this reading already."""
        waiting = self._extractions.of_page(ref)
        return waiting[0].says(reading) if waiting and isinstance(reading, Extraction) else not waiting

    def _renew(self, stored: StoredPage, row: int, read: Extraction, page: Page | None) -> Taken:
        """Put what the page says today in the place of what was read before."""
        before = self._extractions.of_page(stored.sha256)[0]
        self._pages.mark(row, stored.status, stored.reason, page.charset if page else stored.charset)
        if before.says(read):
            return Taken(Outcome.SAME, stored.citekeys[0])
        self._extractions.replace(before.id, read)
        effective.rebuild(self._sql, self._sql.number("SELECT entry FROM extractions WHERE id = ?", (before.id,)), self._now())
        return Taken(Outcome.UPDATED, stored.citekeys[0])

    def _matches(self, record: Record, keys: Sequence[str]) -> list[_Match]:
        """Return the entries that are or may be this record's work, the surest first."""
        rows = self._sql.rows(_CANDIDATES.format(marks(len(keys))), keys)
        known = [(row, to_record(row["record"])) for row in rows]
        matches = [
            _Match(row["id"], row["citekey"], row["trashed"] is not None, other, compare(record, other)) for row, other in known
        ]
        return sorted(matches, key=lambda match: (-match.likeness.score, match.entry))


_CANDIDATES = """
    SELECT e.id, e.citekey, e.trashed, e.record FROM entries e JOIN (
        SELECT entry, min(key LIKE 'ti:%') AS by_title FROM entry_keys WHERE key IN ({0})
        GROUP BY entry ORDER BY by_title, entry LIMIT 200
    ) k ON k.entry = e.id
"""
"""The entries that share a key, those that share more than a title's beginning first."""

_STATED_BEFORE = """
    SELECT e.citekey, e.trashed FROM extractions x INDEXED BY extractions_stated CROSS JOIN entries e ON e.id = x.entry
    WHERE x.page IS NULL AND length(x.record) = length(?) AND substr(x.record, 1, 120) = substr(?, 1, 120)
        AND +x.portal = ? AND +x.record = ?
"""
"""What surprised us: without the "+" SQLite puts the record that is asked for in the place of `x.record` and has no use for the index."""


def _verdict(reading: Reading | InputError) -> tuple[Status, str | None]:
    """Return a page's status, and why it waits in the inbox."""
    match reading:
        case InputError():
            return Status.FAILED, reading.reason
        case Rejection():
            return Status.REJECTED, reading.reason
    return (Status.DOUBTFUL, "; ".join(reading.doubts)) if reading.doubts else (Status.OK, None)


def _notes(reading: Reading | InputError) -> tuple[str, ...]:
    return reading.notes if isinstance(reading, Extraction) else ()


def _in_trash(citekey: str) -> str:
    return f"in the trash; 'litcli restore {citekey}' takes it out"
