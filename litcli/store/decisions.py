"""Which entries are one work and which are not: what a person decided once is not asked again.

"The same" joins entries into one (`merge`), which can be undone and can be split again; "different" and "version of" are
remembered between two entries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from litcli.errors import BadValue, NotFound
from litcli.identity import blocking, citekeys
from litcli.identity.likeness import Likeness, Verdict, compare
from litcli.identity.merge import merge
from litcli.store import effective
from litcli.store.context import Context
from litcli.store.entries import Entries
from litcli.store.plain import to_record

Decided = Literal["different", "version"]


@dataclass(frozen=True)
class Decision:
    """What a person said of two entries."""

    one: str
    """For a version: the later one."""
    other: str
    verdict: Decided
    at: str


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one work."""

    one: str
    other: str
    likeness: Likeness


class Decisions:
    """The identity of a library's entries."""

    def __init__(self, context: Context, entries: Entries) -> None:
        self._sql = context.sql
        self._now = context.now
        self._pattern = context.pattern
        self._entries = entries

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs of entries that are or may be one work and were not decided on, by key; see `dedupe`."""
        for row in self._sql.rows(_PAIRS):
            likeness = compare(to_record(row["one_record"]), to_record(row["other_record"]))
            if likeness.verdict is not Verdict.DIFFERENT:
                yield Pair(row["one"], row["other"], likeness)

    def merge(self, keys: Sequence[str]) -> str:
        """Make one entry of several; return its key.

        The first one stays: it gets the others' sources and tags, and their edits where it has none of that field. The others'
        keys become its aliases.
        """
        first, *others = dict.fromkeys(self._entries.id(key) for key in keys)
        if not others:
            raise BadValue("merging takes two entries or more; name another key")
        for other in others:
            self._move(other, first)
        effective.rebuild(self._sql, first, self._now())
        return self._entries.get(keys[0]).citekey

    def split(self, key: str, sources: Sequence[int] = ()) -> list[str]:
        """Make entries of an entry's sources; return their keys, the first being the entry itself.

        `sources` are the numbers of extractions that go into one new entry together; without them every source but the first gets
        an entry of its own. Edits and tags stay with the entry, and the parts are remembered as different works.
        """
        entry = self._entries.id(key)
        own = [row[0] for row in self._sql.rows("SELECT id FROM extractions WHERE entry = ? ORDER BY id", (entry,))]
        unknown = set(sources) - set(own)
        if unknown:
            raise NotFound(
                f"'{key}' has no source {', '.join(map(str, sorted(unknown)))}; 'litcli show {key} --evidence' lists them"
            )
        if len(own) < 2 or set(sources) == set(own):
            raise BadValue(f"'{key}' cannot be split: one source must stay, and another leave")
        groups = [list(sources)] if sources else [[source] for source in own[1:]]
        parts = [entry, *(self._part(group) for group in groups)]
        effective.rebuild(self._sql, entry, self._now())
        self._part_ways(parts)
        return [self._sql.texts("SELECT citekey FROM entries WHERE id = ?", (part,))[0] for part in parts]

    def different(self, one: str, other: str) -> None:
        """Remember that two entries are not the same work."""
        self._decide(one, other, "different")

    def version(self, later: str, earlier: str) -> None:
        """Remember that one entry is a version of another: a preprint and its article, two editions."""
        self._decide(later, earlier, "version")

    def all(self, key: str | None = None) -> list[Decision]:
        """Return what was decided, on one entry or on all."""
        where = "" if key is None else f" WHERE {self._entries.id(key)} IN (d.one, d.other)"
        rows = self._sql.rows(f"{_DECISIONS}{where} ORDER BY d.id")
        return [Decision(row["one"], row["other"], row["verdict"], row["at"]) for row in rows]

    def _decide(self, one: str, other: str, verdict: Decided) -> None:
        a, b = self._entries.id(one), self._entries.id(other)
        if a == b:
            raise BadValue(f"'{one}' and '{other}' are the same entry")
        self._sql.run("DELETE FROM decisions WHERE (one = ? AND other = ?) OR (one = ? AND other = ?)", (a, b, b, a))
        self._sql.insert("decisions", one=a, other=b, verdict=verdict, at=self._now())

    def _move(self, gone: int, into: int) -> None:
        """Hand all that an entry has to another, and drop it."""
        moves = (
            "UPDATE extractions SET entry = :into WHERE entry = :gone",
            "INSERT INTO entry_tags (entry, tag) SELECT :into, tag FROM entry_tags WHERE entry = :gone ON CONFLICT DO NOTHING",
            "DELETE FROM entry_tags WHERE entry = :gone",
            "UPDATE OR IGNORE edits SET entry = :into WHERE entry = :gone",
            "DELETE FROM edits WHERE entry = :gone",
            "UPDATE aliases SET entry = :into WHERE entry = :gone",
            "DELETE FROM decisions WHERE :gone IN (one, other) AND :into IN (one, other)",
            "UPDATE OR IGNORE decisions SET one = :into WHERE one = :gone",
            "UPDATE OR IGNORE decisions SET other = :into WHERE other = :gone",
            "DELETE FROM decisions WHERE :gone IN (one, other)",
        )
        citekey = self._sql.texts("SELECT citekey FROM entries WHERE id = ?", (gone,))[0]
        for statement in moves:
            self._sql.run(statement, {"gone": gone, "into": into})
        self._sql.run("DELETE FROM entries WHERE id = ?", (gone,))
        self._sql.insert("aliases", citekey=citekey, entry=into)

    def _part(self, sources: Sequence[int]) -> int:
        """Make a new entry of some extractions."""
        rows = self._sql.rows("SELECT record FROM extractions WHERE id = ?", (sources[0],))
        record = merge([effective.version(0, "", 1.0, to_record(rows[0]["record"]), {})]).record
        base, now = self._pattern.key(record), self._now()
        citekey = citekeys.free(base, self._entries.taken(base))
        part = self._sql.insert(
            "entries", citekey=citekey, **effective.columns(record, blocking.keys(record)), added=now, modified=now
        )
        for source in sources:
            self._sql.update("extractions", source, entry=part)
        effective.rebuild(self._sql, part, now)
        return part

    def _part_ways(self, parts: Sequence[int]) -> None:
        for place, one in enumerate(parts):
            for other in parts[place + 1 :]:
                self._sql.insert("decisions", one=one, other=other, verdict="different", at=self._now())


_DECISIONS = """
    SELECT a.citekey AS one, b.citekey AS other, d.verdict, d.at
    FROM decisions d JOIN entries a ON a.id = d.one JOIN entries b ON b.id = d.other
"""

_PAIRS = """
    SELECT DISTINCT a.citekey AS one, b.citekey AS other, a.record AS one_record, b.record AS other_record
    FROM entry_keys k JOIN entry_keys l ON l.key = k.key AND l.entry > k.entry
        JOIN entries a ON a.id = k.entry JOIN entries b ON b.id = l.entry
    WHERE a.trashed IS NULL AND b.trashed IS NULL AND NOT EXISTS (
        SELECT 1 FROM decisions d WHERE (d.one = a.id AND d.other = b.id) OR (d.one = b.id AND d.other = a.id)
    )
    ORDER BY a.citekey, b.citekey
"""
