"""Tags: a person's own order of the entries. Each is a row with its full path; "oncology/trials" is a child of "oncology".

A path is found in any case and spelled as it was first given. A parent need not be a tag itself; `tree` shows it all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from unicodedata import normalize

from litcli.errors import BadValue, NotFound
from litcli.store.context import Context
from litcli.store.entries import Entries


@dataclass(frozen=True)
class TagCount:
    """A tag and how many entries bear it; with its children in `tree`, by itself in `all`."""

    path: str
    count: int
    depth: int = 0
    """0 for "oncology", 1 for "oncology/trials"."""


class Tags:
    """The tags of a library."""

    def __init__(self, context: Context, entries: Entries) -> None:
        self._sql = context.sql
        self._entries = entries

    def add(self, keys: Sequence[str], paths: Sequence[str]) -> int:
        """Tag entries; return how many tags were new to their entries."""
        ids = [self._make(path) for path in dict.fromkeys(map(check, paths))]
        added = 0
        for entry in dict.fromkeys(self._entries.id(key) for key in keys):
            added += sum(
                self._sql.run("INSERT INTO entry_tags (entry, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", (entry, tag))
                for tag in ids
            )
        return added

    def remove(self, keys: Sequence[str], paths: Sequence[str]) -> int:
        """Take tags off entries; return how many were taken off. Raises `NotFound` for a tag that there is not."""
        ids = [self._id(path) for path in dict.fromkeys(map(check, paths))]
        removed = 0
        for entry in dict.fromkeys(self._entries.id(key) for key in keys):
            removed += sum(self._sql.run("DELETE FROM entry_tags WHERE entry = ? AND tag = ?", (entry, tag)) for tag in ids)
        return removed

    def all(self, prefix: str = "") -> list[TagCount]:
        """Return the tags that begin so, sorted, each with the entries that bear itself."""
        rows = self._sql.rows(_COUNTS, (_folded(prefix), f"{_folded(prefix)}\U0010ffff"))
        return [TagCount(row["path"], row["count"], row["path"].count("/")) for row in rows]

    def tree(self) -> list[TagCount]:
        """Return the tags as a tree, parents before children; a count takes in the children, each entry once."""
        bearing: dict[str, set[int]] = {}
        spelled: dict[str, str] = {}
        for row in self._sql.rows(_BEARERS):
            parts = row["path"].split("/")
            for depth in range(1, len(parts) + 1):
                path = "/".join(parts[:depth])
                spelled.setdefault(_folded(path), path)
                bearing.setdefault(_folded(path), set()).update({row["entry"]} - {None})
        ordered = sorted(bearing, key=lambda folded: folded.split("/"))
        return [TagCount(spelled[folded], len(bearing[folded]), folded.count("/")) for folded in ordered]

    def rename(self, old: str, new: str) -> int:
        """Give a tag another path, its children following; return how many paths changed.

        Raises `BadValue` where the new path is a tag already (that is what `merge` is for).
        """
        old, new = check(old), check(new)
        moves = self._moves(old, new)
        for path in moves.values():
            other = self._find(path)
            if other is not None and other not in moves:
                raise BadValue(f"there is a tag '{path}' already; join them with 'litcli tag merge {old} {new}'")
        for tag in moves:
            self._sql.update("tags", tag, folded=f"\x1f{tag}")
        for tag, path in moves.items():
            self._sql.update("tags", tag, path=path, folded=_folded(path))
        return len(moves)

    def merge(self, old: str, into: str) -> int:
        """Let `into` take the place of a tag and its children's of its children; return how many entries were tagged anew."""
        old, into = check(old), check(into)
        moved = 0
        for tag, path in self._moves(old, into).items():
            if self._within(tag, into):
                continue
            target = self._make(path)
            moved += self._sql.run(
                "INSERT INTO entry_tags (entry, tag) SELECT entry, ? FROM entry_tags WHERE tag = ? ON CONFLICT DO NOTHING",
                (target, tag),
            )
            self._drop(tag)
        return moved

    def prune(self) -> list[str]:
        """Drop the tags that no entry bears; return their paths."""
        unused = "SELECT {0} FROM tags WHERE id NOT IN (SELECT tag FROM entry_tags) ORDER BY folded"
        paths = self._sql.texts(unused.format("path"))
        self._sql.run(f"DELETE FROM tags WHERE id IN ({unused.format('id')})")
        return paths

    def _moves(self, old: str, new: str) -> dict[int, str]:
        """Return what becomes of a tag and its children: row and new path. Raises `NotFound` where there is neither."""
        below = f"{_folded(old)}/"
        rows = self._sql.rows(
            "SELECT id, path FROM tags WHERE folded = ? OR (folded >= ? AND folded < ?) ORDER BY folded",
            (_folded(old), below, f"{below}\U0010ffff"),
        )
        if not rows:
            raise self._unknown(old)
        depth = old.count("/") + 1
        return {row["id"]: "/".join([new, *row["path"].split("/")[depth:]]) for row in rows}

    def _within(self, tag: int, path: str) -> bool:
        """Tell whether a tag is this one or a child of it."""
        folded = self._sql.texts("SELECT folded FROM tags WHERE id = ?", (tag,))[0]
        return folded == _folded(path) or folded.startswith(f"{_folded(path)}/")

    def _find(self, path: str) -> int | None:
        row = self._sql.row("SELECT id FROM tags WHERE folded = ?", (_folded(path),))
        return int(row["id"]) if row else None

    def _id(self, path: str) -> int:
        found = self._find(path)
        if found is None:
            raise self._unknown(path)
        return found

    def _unknown(self, path: str) -> NotFound:
        near = get_close_matches(path, self._sql.texts("SELECT path FROM tags"), 3, 0.6)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; 'litcli tag list' shows the tags"
        return NotFound(f"there is no tag '{path}'{hint}")

    def _make(self, path: str) -> int:
        found = self._find(path)
        return self._sql.insert("tags", path=path, folded=_folded(path)) if found is None else found

    def _drop(self, tag: int) -> None:
        self._sql.run("DELETE FROM entry_tags WHERE tag = ?", (tag,))
        self._sql.run("DELETE FROM tags WHERE id = ?", (tag,))


_COUNTS = """
    SELECT t.path, count(e.id) AS count
    FROM tags t LEFT JOIN entry_tags et ON et.tag = t.id LEFT JOIN entries e ON e.id = et.entry AND e.trashed IS NULL
    WHERE t.folded >= ? AND t.folded < ? GROUP BY t.id ORDER BY t.folded
"""

_BEARERS = """
    SELECT t.path, e.id AS entry
    FROM tags t LEFT JOIN entry_tags et ON et.tag = t.id LEFT JOIN entries e ON e.id = et.entry AND e.trashed IS NULL
    ORDER BY t.folded
"""


def check(path: str) -> str:
    """Return a tag's path in its plain form; raises `BadValue` for one that cannot be typed back.

    >>> check(" oncology / trials ")
    'oncology/trials'
    """
    parts = [" ".join(part.split()) for part in normalize("NFC", path).split("/")]
    joined = "/".join(parts)
    if not all(parts) or not joined.isprintable() or joined.startswith("-") or any(char in joined for char in ',"*'):
        raise BadValue(f"'{path}' cannot be a tag: write words, '/' between parent and child, without , \" * or a leading -")
    return joined


def fit(path: str) -> str:
    """Return the tag that stands for a group or collection of another program; "" where nothing of its name can.

    >>> fit("Theses/*Read*, soon"), fit("a//b"), fit("--")
    ('Theses/Read soon', 'a/b', '')
    """
    plain = "".join(char for char in normalize("NFC", path) if char not in ',"*' and (char.isprintable() or char.isspace()))
    parts = (" ".join(part.split()) for part in plain.lstrip("- ").split("/"))
    return "/".join(filter(None, parts)).lstrip("-/ ")


def _folded(path: str) -> str:
    return normalize("NFC", path).casefold()
