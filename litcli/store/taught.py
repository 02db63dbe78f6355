"""What the library was taught about kinds of pages: descriptions, each kept as the text of a portal file that a person can read.

The reader of portal files is loaded where there is something to read: most libraries were taught nothing.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from litcli.errors import BadValue, NotFound
from litcli.store.context import Context

if TYPE_CHECKING:
    from litcli.extract.description import Description


class Taught:
    """The descriptions of a library."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql
        self._now = context.now

    def all(self) -> "tuple[Description, ...]":
        """Return all of them, sorted by name; raises `BadValue` for one that this litcli cannot read."""
        return tuple(_read(row["name"], row["toml"]) for row in self._sql.rows("SELECT name, toml FROM taught ORDER BY name"))

    def find(self, name: str) -> "Description | None":
        """Return the one of this name, or None."""
        row = self._sql.row("SELECT name, toml FROM taught WHERE name = ?", (name,))
        return _read(row["name"], row["toml"]) if row else None

    def put(self, description: "Description") -> None:
        """Keep a description; it takes the place of the former one of its name."""
        from litcli.extract.portal_file import to_toml

        row = self._sql.row("SELECT id FROM taught WHERE name = ?", (description.name,))
        values = {"toml": to_toml(description), "at": self._now()}
        if row:
            self._sql.update("taught", row["id"], **values)
        else:
            self._sql.insert("taught", name=description.name, **values)

    def drop(self, names: Sequence[str]) -> int:
        """Drop the ones of these names; return how many. Raises `NotFound` for a name that is none."""
        for name in names:
            if not self._sql.run("DELETE FROM taught WHERE name = ?", (name,)):
                near = get_close_matches(name, self._sql.texts("SELECT name FROM taught"), 3, 0.6)
                hint = f"; did you mean {' or '.join(near)}?" if near else "; 'litcli portals' shows what was taught"
                raise NotFound(f"nothing was taught under the name '{name}'{hint}")
        return len(names)


def _read(name: str, toml: str) -> "Description":
    from litcli.extract.description import TAUGHT
    from litcli.extract.portal_file import parse

    try:
        return parse(toml, TAUGHT)
    except BadValue as error:
        raise BadValue(f"what was taught as '{name}' cannot be read ({error}); 'litcli unteach {name}' drops it") from error
