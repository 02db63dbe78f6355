"""The full-text index: the words of every entry, folded by `litcli.query.searchable` as queries are.

The schema notes in `stale` which entries were touched; `refresh` writes those anew before a change is committed, so the index
always equals what is stored.
"""

from litcli.model.entry import Entry
from litcli.query.searchable import COLUMNS, columns
from litcli.store.plain import to_record, to_texts
from litcli.store.sql import Sql, marks

_NAMES = ", ".join(name.replace("-", "_") for name in COLUMNS)
_INSERT = f"INSERT INTO entries_fts (rowid, {_NAMES}) VALUES (?, {marks(len(COLUMNS))})"
_STALE = """
    SELECT e.id, e.citekey, e.record, (SELECT json_group_array(citekey) FROM aliases WHERE entry = e.id) AS aliases
    FROM entries e JOIN stale s ON s.entry = e.id
"""


def refresh(sql: Sql) -> None:
    """Index anew what was touched since the last time."""
    if not sql.number("SELECT count(*) FROM stale"):
        return
    sql.run("DELETE FROM entries_fts WHERE rowid IN (SELECT entry FROM stale)")
    sql.run_many(_INSERT, (words_of(row["id"], row["citekey"], row["record"], row["aliases"]) for row in sql.rows(_STALE)))
    sql.run("DELETE FROM stale")


def rebuild(sql: Sql) -> None:
    """Index every entry anew."""
    sql.run("INSERT OR IGNORE INTO stale SELECT id FROM entries UNION SELECT rowid FROM entries_fts")
    refresh(sql)


def words_of(row: int, citekey: str, record: str, aliases: str) -> tuple[int | str | None, ...]:
    """Return an entry's row of the index."""
    found = columns(Entry(citekey, to_record(record), aliases=to_texts(aliases)))
    return (row, *(found.get(name) for name in COLUMNS))
