"""Every error that litcli raises on purpose, in one tree, each with the exit code that the shell sees.

    LitcliError (70)
    ├── UsageError (2)          the request cannot be carried out as it was put
    │   ├── QueryError          the search expression is malformed; knows where
    │   ├── UnknownName         no such field, format, style, portal, ...; knows what is near
    │   └── BadValue            a value that its field cannot hold
    ├── NotFound (1)            no such key, nothing matched
    ├── InputError (3)          one input cannot be read; the batch goes on
    ├── Findings (4)            a check found something
    └── LibraryError (5)        the library cannot be used
        ├── LibraryMissing (1)  there is none where one was named
        ├── LibraryBusy         locked by another program
        ├── LibraryDamaged      no SQLite file, or one that fails its own check
        ├── LibraryNewer        made by a newer litcli
        ├── LibraryReadOnly     may not be written
        └── LibraryFull         the disk is full

A message says what happened, where, and what to do next, in one line. `litcli.cli` is the only place that catches them all.
"""

from collections.abc import Sequence

_AROUND = 100
"""Of a long query, so many characters are shown before, within and behind the place of the mistake."""


class LitcliError(Exception):
    """Base of the tree; `exit_code` is what the shell sees."""

    exit_code = 70


class UsageError(LitcliError):
    """The request cannot be carried out as it was put."""

    exit_code = 2


class QueryError(UsageError):
    """The search expression is malformed; `start` and `end` mark the place in `query`, counted in characters."""

    def __init__(self, message: str, query: str, start: int, end: int) -> None:
        super().__init__(message)
        self.query = query
        self.start = start
        self.end = max(end, start + 1)

    def caret(self) -> str:
        """Return the query, or what stands around the place, with carets under it.

        >>> print(QueryError("no such field", "colour:red", 0, 6).caret())
        colour:red
        ^^^^^^
        """
        first, last = max(0, self.start - _AROUND), min(self.end, self.start + _AROUND)
        shown = " ".join(self.query[first : last + _AROUND].splitlines())
        return f"{shown}\n{' ' * (self.start - first)}{'^' * (last - self.start)}"


class UnknownName(UsageError):
    """No such field, format, style or portal; says which names are near, else (`otherwise`) where names are found."""

    def __init__(self, what: str, name: str, near: Sequence[str] = (), otherwise: str = "") -> None:
        hint = f"; did you mean {' or '.join(near)}?" if near else f"; {otherwise}" if otherwise else ""
        super().__init__(f"no {what} is called '{name}'{hint}")
        self.what = what
        self.name = name
        self.near = tuple(near)


class BadValue(UsageError):
    """A value that its field cannot hold."""


class NotFound(LitcliError):
    """No such key, or nothing matched."""

    exit_code = 1


class InputError(LitcliError):
    """One input cannot be read. `place` names it, `reason` says why; the batch goes on.

    `content` holds its bytes where they are at hand and few, so that a library can keep them with the reason.
    """

    exit_code = 3

    def __init__(self, place: str, reason: str, content: bytes | None = None) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason
        self.content = content

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, bytes | None]]:
        """Let the error travel between processes whole."""
        return type(self), (self.place, self.reason, self.content)


class Findings(LitcliError):
    """A check, `--strict` or `--verify` found something."""

    exit_code = 4


class LibraryError(LitcliError):
    """The library cannot be used."""

    exit_code = 5


class LibraryMissing(LibraryError):
    """There is no library where one was named."""

    exit_code = 1


class LibraryBusy(LibraryError):
    """Another program holds the library."""


class LibraryDamaged(LibraryError):
    """The file is no SQLite database, or fails its own check."""


class LibraryNewer(LibraryError):
    """The library was made by a newer litcli."""


class LibraryReadOnly(LibraryError):
    """The library may not be written."""


class LibraryFull(LibraryError):
    """The disk is full."""
