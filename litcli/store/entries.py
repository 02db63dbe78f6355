"""The entries: found by key, listed, put in the trash and taken out again, renamed.

Keys are found in any case, by alias too. An entry in the trash is out of every list and search until it is restored; it keeps
its key, its pages and its edits. What surprised us: BibTeX tells no "Li2020" from "li2020", so neither does a library.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from litcli.errors import BadValue, NotFound, UnknownName
from litcli.identity import citekeys
from litcli.model.entry import Entry
from litcli.model.fields import find
from litcli.store.context import Context
from litcli.store.plain import to_record, to_texts
from litcli.store.sql import marks

SELECT = """
    SELECT e.id, e.citekey, e.record, e.confidence, e.added, e.modified, e.trashed,
        (SELECT json_group_array(t.path) FROM entry_tags et JOIN tags t ON t.id = et.tag WHERE et.entry = e.id) AS tags,
        (SELECT json_group_array(portal) FROM extractions WHERE entry = e.id) AS portals,
        (SELECT json_group_array(citekey) FROM aliases WHERE entry = e.id) AS aliases,
        (SELECT json_group_array(field) FROM edits WHERE entry = e.id) AS edited
    FROM entries e
"""
"""All that makes an `Entry`."""

_BATCH = 500

_SORTS = {
    "citekey": "e.citekey",
    "key": "e.citekey",
    "author": "e.first_author",
    "issued": "e.issued",
    "title": "folded(e.title)",
    "container-title": "folded(e.container_title)",
    "publisher": "folded(e.publisher)",
    "type": "e.type",
    "language": "e.language",
    "DOI": "e.doi",
    "PMID": "e.pmid",
    "PMCID": "e.pmcid",
    "arXiv": "e.arxiv",
    "confidence": "e.confidence",
    "added": "e.added",
    "modified": "e.modified",
}
"""What a list can be sorted by."""


def to_entry(row: sqlite3.Row) -> Entry:
    """Return a row of `SELECT` as an entry."""
    return Entry(
        row["citekey"],
        to_record(row["record"]),
        to_texts(row["tags"]),
        to_texts(row["portals"]),
        row["confidence"],
        row["added"],
        row["modified"],
        to_texts(row["aliases"]),
        to_texts(row["edited"]),
    )


def ordering(sort: str) -> str:
    """Return the SQL for a sort such as "author" or "-issued" (descending); what has no value comes last.

    >>> ordering("-year")
    'e.issued IS NULL, e.issued DESC, e.citekey'
    """
    name = sort.removeprefix("-")
    row = find(name)
    expression = _SORTS.get(name) or _SORTS.get(row.name if row else "")
    if expression is None:
        raise UnknownName("field to sort by", name, get_close_matches(name, _SORTS, 3, 0.5), f"there are {', '.join(_SORTS)}")
    return f"{expression} IS NULL, {expression}{' DESC' if sort.startswith('-') else ''}, e.citekey"


class Entries:
    """The entries of a library."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql
        self._now = context.now
        self._pattern = context.pattern

    def get(self, key: str) -> Entry:
        """Return an entry by its key or an alias; raises `NotFound` naming near keys."""
        return to_entry(self._row(self.id(key)))

    def many(self, keys: Sequence[str]) -> list[Entry]:
        """Return entries in the order asked for, each once; raises `NotFound` for the first key that is none."""
        return list(self._load(list(dict.fromkeys(self.id(key) for key in keys))))

    def all(self, sort: str = "citekey", limit: int | None = None) -> list[Entry]:
        """Return all entries, or the first `limit` of them; sort by a field's name, "-" before it for descending."""
        return list(self.each(sort, limit))

    def each(self, sort: str = "citekey", limit: int | None = None) -> Iterator[Entry]:
        """Yield all entries one by one, sorted as in `all`."""
        bound = -1 if limit is None else limit
        for row in self._sql.each(f"{SELECT} WHERE e.trashed IS NULL ORDER BY {ordering(sort)} LIMIT ?", (bound,)):
            yield to_entry(row)

    def order(self, sort: str) -> list[str]:
        """Return the keys of all entries, sorted as in `all`."""
        return self._sql.texts(f"SELECT e.citekey FROM entries e WHERE e.trashed IS NULL ORDER BY {ordering(sort)}")

    def count(self) -> int:
        """Return how many entries there are, those in the trash not counted."""
        return self._sql.number("SELECT count(*) FROM entries WHERE trashed IS NULL")

    def keys(self, prefix: str = "", limit: int | None = None) -> list[str]:
        """Return the keys that begin so, sorted; for shell completion."""
        statement = "SELECT citekey FROM entries WHERE trashed IS NULL AND citekey >= ? AND citekey < ? ORDER BY citekey LIMIT ?"
        return self._sql.texts(statement, (prefix, f"{prefix}\U0010ffff", -1 if limit is None else limit))

    def trashed(self) -> list[Entry]:
        """Return what is in the trash, last thrown first."""
        return [
            to_entry(row) for row in self._sql.rows(f"{SELECT} WHERE e.trashed IS NOT NULL ORDER BY e.trashed DESC, e.citekey")
        ]

    def trash(self, keys: Sequence[str]) -> int:
        """Put entries in the trash; return how many."""
        ids = dict.fromkeys(self.id(key) for key in keys)
        for entry in ids:
            self._sql.update("entries", entry, trashed=self._now())
        return len(ids)

    def restore(self, keys: Sequence[str]) -> int:
        """Take entries out of the trash; return how many. Raises `NotFound` for a key that is not in it."""
        ids = dict.fromkeys(self._thrown(key) for key in keys)
        for entry in ids:
            self._sql.update("entries", entry, trashed=None)
        return len(ids)

    def rename(self, key: str, new: str) -> None:
        """Give an entry another key; the former one stays an alias. Raises `BadValue` for a key that is taken or malformed."""
        entry = self.id(key)
        citekeys.check(new)
        holder = self._holder(new)
        if holder not in {None, entry}:
            raise BadValue(f"the key '{new}' is taken; choose another")
        self._move(entry, new)

    def regenerate(self, keys: Sequence[str]) -> dict[str, str]:
        """Make keys anew from the pattern; return the old and new keys of those that changed. Former keys stay aliases."""
        changed = {}
        for entry in self.many(keys):
            base = self._pattern.key(entry.record)
            own = {entry.citekey.lower(), *(alias.lower() for alias in entry.aliases)}
            new = citekeys.free(base, self.taken(base) - own)
            if new != entry.citekey:
                self._move(self.id(entry.citekey), new)
                changed[entry.citekey] = new
        return changed

    def id(self, key: str) -> int:
        """Return the number of an entry's row, for the other parts of the store; raises `NotFound` as `get` does."""
        row = self._find(key)
        if row is None:
            near = get_close_matches(key.lower(), self.keys(key[:1].lower()), 3, 0.6)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; 'litcli list' shows the keys"
            raise NotFound(f"no entry has the key '{key}'{hint}")
        if row["trashed"] is not None:
            raise NotFound(f"'{row['citekey']}' is in the trash; take it out with 'litcli restore {row['citekey']}'")
        return int(row["id"])

    def taken(self, base: str) -> set[str]:
        """Return the keys and aliases that begin with `base`, lower-cased."""
        bounds = (base, f"{base}\U0010ffff")
        statement = "SELECT citekey FROM {0} WHERE citekey >= ? AND citekey < ?"
        both = f"{statement.format('entries')} UNION ALL {statement.format('aliases')}"
        return {key.lower() for key in self._sql.texts(both, (*bounds, *bounds))}

    def _find(self, key: str) -> sqlite3.Row | None:
        found = self._sql.row("SELECT id, citekey, trashed FROM entries WHERE citekey = ?", (key,))
        by_alias = "SELECT e.id, e.citekey, e.trashed FROM aliases a JOIN entries e ON e.id = a.entry WHERE a.citekey = ?"
        return found or self._sql.row(by_alias, (key,))

    def _thrown(self, key: str) -> int:
        row = self._find(key)
        if row is None or row["trashed"] is None:
            raise NotFound(f"'{key}' is not in the trash; 'litcli list --trash' shows what is")
        return int(row["id"])

    def _holder(self, key: str) -> int | None:
        row = self._find(key)
        return int(row["id"]) if row else None

    def _move(self, entry: int, new: str) -> None:
        old = self._sql.texts("SELECT citekey FROM entries WHERE id = ?", (entry,))[0]
        self._sql.run("DELETE FROM aliases WHERE citekey = ? AND entry = ?", (new, entry))
        self._sql.update("entries", entry, citekey=new)
        if old.lower() != new.lower():
            self._sql.insert("aliases", citekey=old, entry=entry)

    def _row(self, entry: int) -> sqlite3.Row:
        return self._sql.rows(f"{SELECT} WHERE e.id = ?", (entry,))[0]

    def _load(self, ids: Sequence[int]) -> Iterator[Entry]:
        for start in range(0, len(ids), _BATCH):
            some = ids[start : start + _BATCH]
            rows = {row["id"]: row for row in self._sql.rows(f"{SELECT} WHERE e.id IN ({marks(len(some))})", some)}
            yield from (to_entry(rows[entry]) for entry in some)
