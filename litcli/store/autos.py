"""Files that are to be written anew after each change that touches what is in them: which, how, and what was written last.

They are a setting of the library and no change of its references, so that undoing a change never takes one away.
"""

import json
from dataclasses import asdict, dataclass
from typing import TypedDict

from litcli.errors import NotFound
from litcli.store.context import Context
from litcli.store.plain import storable


@dataclass(frozen=True)
class AutoExport:
    """One file, and what a person asked of it; the names are those of the options of `export`."""

    path: str
    """Absolute."""
    format: str
    profile: str | None = None
    keys: tuple[str, ...] = ()
    where: str | None = None
    fields: tuple[str, ...] = ()
    omit: tuple[str, ...] = ()
    ascii: bool = False
    sort: str | None = None


class _Asked(TypedDict):
    """An `AutoExport` without its path, as the table keeps it."""

    format: str
    profile: str | None
    keys: list[str]
    where: str | None
    fields: list[str]
    omit: list[str]
    ascii: bool
    sort: str | None


class Autos:
    """The automatic exports of a library."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql

    def all(self) -> list[AutoExport]:
        """Return them, by path."""
        rows = self._sql.rows("SELECT path, asked FROM auto_exports ORDER BY path")
        return [_to_auto(row["path"], json.loads(row["asked"])) for row in rows]

    def add(self, auto: AutoExport) -> None:
        """Register a file, in the place of what was asked of it before."""
        asked = asdict(auto)
        path = storable(asked.pop("path"))
        with self._sql.transaction():
            self._sql.run("DELETE FROM auto_exports WHERE path = ?", (path,))
            self._sql.insert("auto_exports", path=path, asked=storable(json.dumps(asked, ensure_ascii=False)))

    def remove(self, path: str) -> None:
        """Write a file no more; raises `NotFound`. The file stays."""
        with self._sql.transaction():
            if not self._sql.run("DELETE FROM auto_exports WHERE path = ?", (path,)):
                known = ", ".join(auto.path for auto in self.all())
                raise NotFound(f"there is no automatic export to {path}; there are {known or 'none'}")

    def written(self, path: str) -> str | None:
        """Return the mark of what was written last; None where nothing was."""
        row = self._sql.row("SELECT written FROM auto_exports WHERE path = ?", (path,))
        return row["written"] if row else None

    def mark(self, path: str, written: str) -> None:
        """Remember what was written."""
        with self._sql.transaction():
            self._sql.run("UPDATE auto_exports SET written = ? WHERE path = ?", (written, path))


def _to_auto(path: str, asked: _Asked) -> AutoExport:
    return AutoExport(
        path,
        asked["format"],
        asked["profile"],
        tuple(asked["keys"]),
        asked["where"],
        tuple(asked["fields"]),
        tuple(asked["omit"]),
        asked["ascii"],
        asked["sort"],
    )
