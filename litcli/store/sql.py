"""The one door to SQLite: opens the file as a library needs it, runs statements, and turns SQLite's errors into litcli's.

In go a path and statements, out come rows. What surprised us: a connection opened with `mode=ro` leaves `-wal` and `-shm` files
behind, so a library that is only read is opened for writing with `query_only` on wherever the file allows it; and `BEGIN` alone
takes its lock late, when waiting can no longer help, so every change begins with `BEGIN IMMEDIATE`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import W_OK, access, fsencode
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from sqlite_utils import Database

from litcli.errors import BadValue, LibraryBusy, LibraryDamaged, LibraryError, LibraryFull, LibraryMissing, LibraryReadOnly

Plain = str | int | float | bytes | None
"""What a column holds."""

_ERRORS = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: (LibraryBusy, "is in use by another program; try again when that has finished"),
        sqlite3.SQLITE_LOCKED: (LibraryBusy, "is in use by another program; try again when that has finished"),
        sqlite3.SQLITE_NOTADB: (LibraryDamaged, "is no litcli library; name another file, or restore a backup"),
        sqlite3.SQLITE_CORRUPT: (LibraryDamaged, "is damaged; restore a backup with 'litcli db restore'"),
        sqlite3.SQLITE_READONLY: (
            LibraryReadOnly,
            "may not be written; copy it to where you may write, or change its permissions",
        ),
        sqlite3.SQLITE_FULL: (
            LibraryFull,
            "cannot grow, the disk is full; free some space and try again; what was done before stays",
        ),
        sqlite3.SQLITE_CANTOPEN: (LibraryError, "cannot be opened; check that it is a file and that you may read it"),
        sqlite3.SQLITE_TOOBIG: (LibraryError, "takes no value of more than a thousand million bytes; shorten it"),
        sqlite3.SQLITE_IOERR: (LibraryError, "cannot be read or written; check the disk"),
    }
)
"""What a person is told for SQLite's primary error codes."""


class Sql:
    """One connection to one library."""

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.path = path
        connection.row_factory = sqlite3.Row
        self.database = Database(connection, execute_plugins=False)

    @classmethod
    def open(cls, path: Path, *, readonly: bool, patience: float) -> "Sql":
        """Open a file that exists; waits up to `patience` seconds for other programs."""
        if not path.is_file():
            what = "is a folder, not a library" if path.is_dir() else "does not exist; make it with 'litcli init'"
            raise LibraryMissing(f"the library {path} {what}")
        if not readonly or access(path, W_OK):
            sql = cls._connect(path, "mode=rw", patience)
            sql.run(f"PRAGMA query_only = {int(readonly)}")
            return sql
        return cls._connect(path, "mode=ro" if access(path.parent, W_OK) else "immutable=1", patience)

    @classmethod
    def create(cls, path: Path, *, patience: float) -> "Sql":
        """Make a new file."""
        if not access(path.parent, W_OK):
            raise LibraryReadOnly(
                f"the library {path} cannot be made, its folder may not be written; name another with --library"
            )
        return cls._connect(path, "mode=rwc", patience)

    @classmethod
    def temporary(cls) -> "Sql":
        """Open a library in memory."""
        sql = cls("(in memory)", sqlite3.connect(":memory:", isolation_level=None))
        sql.run("PRAGMA foreign_keys = ON")
        return sql

    @classmethod
    def _connect(cls, path: Path, mode: str, patience: float) -> "Sql":
        with translated(str(path)):
            connection = sqlite3.connect(
                f"file:{quote(fsencode(path.absolute()))}?{mode}", uri=True, timeout=patience, isolation_level=None
            )
        try:
            sql = cls(str(path), connection)
            for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY", "cache_size = -16000"):
                sql.run(f"PRAGMA {pragma}")
            sql.run("SELECT 1 FROM sqlite_master LIMIT 1")
        except BaseException:
            connection.close()
            raise
        return sql

    def rows(self, statement: str, values: Sequence[Plain] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with translated(self.path):
            found: list[sqlite3.Row] = self.database.conn.execute(statement, values).fetchall()
            return found

    def each(self, statement: str, values: Sequence[Plain] = ()) -> Iterator[sqlite3.Row]:
        """Yield the rows of a query one by one."""
        with translated(self.path):
            yield from self.database.conn.execute(statement, values)

    def row(self, statement: str, values: Sequence[Plain] = ()) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        with translated(self.path):
            found: sqlite3.Row | None = self.database.conn.execute(statement, values).fetchone()
            return found

    def number(self, statement: str, values: Sequence[Plain] = ()) -> int:
        """Return the number that a query counts; 0 where it finds nothing."""
        found = self.row(statement, values)
        return int(found[0] or 0) if found else 0

    def texts(self, statement: str, values: Sequence[Plain] = ()) -> list[str]:
        """Return the first column of a query's rows."""
        return [row[0] for row in self.rows(statement, values)]

    def run(self, statement: str, values: Sequence[Plain] | Mapping[str, Plain] = ()) -> int:
        """Run a statement; return how many rows it changed."""
        with translated(self.path):
            return self.database.conn.execute(statement, values).rowcount

    def run_many(self, statement: str, values: Iterable[Sequence[Plain]]) -> None:
        """Run a statement once for each of many rows of values."""
        with translated(self.path):
            self.database.conn.executemany(statement, values)

    def insert(self, table: str, **values: Plain) -> int:
        """Insert a row; return its id."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        with translated(self.path):
            statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            return self.database.conn.execute(statement, tuple(values.values())).lastrowid or 0

    def update(self, table: str, row: int, **values: Plain) -> None:
        """Change columns of one row."""
        names = ", ".join(f"{name} = ?" for name in values)
        self.run(f"UPDATE {table} SET {names} WHERE id = ?", (*values.values(), row))

    @property
    def writing(self) -> bool:
        """Whether a transaction is open."""
        return self.database.conn.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction: all of it is kept, or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self.writing:
                self.run("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the connection."""
        self.database.close()


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Raise litcli's errors for SQLite's."""
    try:
        yield
    except OverflowError as error:
        raise BadValue("a number is too large; the largest that a library takes is 9223372036854775807") from error
    except UnicodeEncodeError as error:
        raise BadValue("half a character cannot be stored nor looked for; write it anew") from error
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _ERRORS:
            raise
        kind, what = _ERRORS[code]
        raise kind(f"the library {path} {what}") from error


def files(path: Path) -> tuple[Path, ...]:
    """Return the files that a library is, and may be: itself, and those that SQLite keeps beside it while it is open.

    >>> [file.name for file in files(Path("refs.litcli"))]
    ['refs.litcli', 'refs.litcli-wal', 'refs.litcli-shm']
    """
    return tuple(path.with_name(path.name + ending) for ending in ("", "-wal", "-shm"))


def marks(count: int) -> str:
    """Return that many question marks for a list of values.

    >>> marks(3)
    '?, ?, ?'
    """
    return ", ".join("?" * count)
