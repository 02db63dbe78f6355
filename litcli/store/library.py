"""A library: one SQLite file, opened as a whole, with a part for each group of tables.

    with Library.open(path) as library:
        with library.change("tag 3 entries"):
            library.tags.add(["semeraro2013"], ["oncology/trials"])

Every write happens inside `change`, which is one transaction and one step of the history. Opening never makes a file, and a
library made by a newer litcli is not touched.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from litcli.errors import BadValue, InputError, LibraryDamaged, LibraryError, LibraryNewer, LibraryReadOnly
from litcli.extract.result import Reading
from litcli.identity import citekeys
from litcli.model.record import Record
from litcli.pages.page import Page, Source
from litcli.store.autos import Autos
from litcli.store.context import Context, Options
from litcli.store.decisions import Decisions
from litcli.store.edits import Edits
from litcli.store.entries import Entries
from litcli.store.extractions import Extractions, Passage
from litcli.store.filing import Filing, Taken
from litcli.store.history import History, Step
from litcli.store.migrations import APPLICATION_ID, migration, steps
from litcli.store.pages import Pages
from litcli.store.reviews import Reviews
from litcli.store.search import Search
from litcli.store.sql import Sql, files, translated
from litcli.store.tags import Tags
from litcli.store.taught import Taught
from litcli.store.upkeep import Info, Upkeep

_DEFAULTS = Options()

_LAYOUT = ("page_size = 8192", "journal_mode = WAL")
"""Set once, when the file is made. A record with its abstract leaves much of SQLite's usual 4,096 bytes a page unused."""


class Library:
    """An open library; use it as a context manager, or `close` it."""

    def __init__(self, sql: Sql, options: Options) -> None:
        context = Context(sql, options.clock, citekeys.pattern(options.citekey_pattern))
        self._sql = sql
        self.path = sql.path
        self.history = History(context)
        self.entries = Entries(context)
        self.edits = Edits(context, self.entries)
        self.tags = Tags(context, self.entries)
        self.pages = Pages(context)
        self.extractions = Extractions(context, self.entries, self.edits, self.pages)
        self.decisions = Decisions(context, self.entries)
        self.reviews = Reviews(context, self.entries)
        self.search = Search(context)
        self.taught = Taught(context)
        self.autos = Autos(context)
        self._upkeep = Upkeep(context, self.pages)
        self._filing = Filing(context, self.pages, self.extractions, self.entries)

    @classmethod
    def open(cls, path: Path | str, *, readonly: bool = False, options: Options = _DEFAULTS) -> Self:
        """Open a library that exists; brings one of an older litcli up to date.

        Raises `LibraryMissing`, `LibraryDamaged` (also for a file of another program), `LibraryNewer`, `LibraryBusy`.
        """
        sql = Sql.open(Path(path), readonly=readonly, patience=options.patience)
        try:
            if _outdated(sql):
                _bring_up_to_date(Path(path), options)
            return cls(sql, options)
        except BaseException:
            sql.close()
            raise

    @classmethod
    def create(cls, path: Path | str, *, options: Options = _DEFAULTS) -> Self:
        """Make a new library, its folder too; raises `BadValue` where the file exists. What fails leaves no file."""
        place = Path(path)
        if place.exists():
            raise BadValue(f"{place} exists already; open it, or name another file")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"the folder {place.parent} cannot be made: {error.strerror}") from error
        sql = Sql.create(place, patience=options.patience)
        try:
            for pragma in _LAYOUT:
                sql.run(f"PRAGMA {pragma}")
            return cls(_built(sql), options)
        except BaseException:
            sql.close()
            for file in files(place):
                file.unlink(missing_ok=True)
            raise

    @classmethod
    def temporary(cls, *, options: Options = _DEFAULTS) -> Self:
        """Make a library in memory, for a trial where there is no file yet."""
        return cls(_built(Sql.temporary()), options)

    def change(self, summary: str, more: Step | None = None) -> AbstractContextManager[Step]:
        """Open a change: one transaction and one step of the history; all of the block is kept, or nothing.

        A block that changes nothing leaves no step. With `more` the block is added to that step if nothing has happened
        since: a long batch commits now and then and is still undone at once.
        """
        return self.history.change(summary, more)

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Run a block with its changes and keep none of them: a dry run."""
        with suppress(_Rehearsed), self.history.change("rehearsal"):
            yield
            raise _Rehearsed

    def take(self, source: Source, page: Page | None, reading: Reading | InputError) -> Taken:
        """Store one read page; `page` is None and `reading` the error where it could not be decoded.

        The same page again changes nothing; a page of a work that is here already becomes a further source of its entry; what
        is in doubt, rejected or failed waits in the inbox with its reason.
        """
        return self._filing.take(source, page, reading)

    def retake(self, ref: str, page: Page | None, reading: Reading | InputError) -> Taken:
        """Store what reading a kept page again gave; an entry is never taken away by it, and edits stay on top."""
        return self._filing.retake(ref, page, reading)

    def accept(self, ref: str, key: str | None = None) -> Taken:
        """Let a doubtful page become an entry, or a further source of the entry `key`."""
        return self._filing.accept(ref, key)

    def add(
        self,
        record: Record,
        origin: Literal["hand", "import"],
        citekey: str | None = None,
        *,
        aliases: Sequence[str] = (),
        passage: Passage | None = None,
    ) -> Taken:
        """Store a record that a person typed, or that a file held at a passage.

        A wished key is its key where that is free; with the aliases it finds the entry too where no other has it.
        """
        return self._filing.add(record, origin, citekey, aliases=aliases, passage=passage)

    def info(self) -> Info:
        """Return what the library holds: counts, size, version of the schema."""
        return self._upkeep.info()

    def check(self) -> list[str]:
        """Return what is wrong with the library, a line each; empty where it is sound."""
        return self._upkeep.check()

    def repair(self) -> int:
        """Work out anew what follows from pages and edits, inside a change; return how many records changed."""
        return self._upkeep.repair()

    def backup(self, to: Path) -> None:
        """Write a whole copy; raises `BadValue` where the file exists."""
        self._upkeep.backup(to)

    def compact(self) -> int:
        """Give back the room that is not needed; return how many bytes that was."""
        return self._upkeep.compact()

    def close(self) -> None:
        """Close the file."""
        self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is kept."""


def _outdated(sql: Sql) -> bool:
    """Tell whether the schema is of an older litcli; refuse what is not ours, and what a newer litcli made."""
    if sql.number("PRAGMA application_id") != APPLICATION_ID:
        raise LibraryDamaged(f"the library {sql.path} is no litcli library; name another file, or make one with 'litcli init'")
    with translated(sql.path):
        applied = {step.name for step in migration.applied(sql.database)}
        pending = {step.name for step in migration.pending(sql.database)}
    newer = applied - (steps() - pending)
    if newer:
        raise LibraryNewer(f"the library {sql.path} was made by a newer litcli (it has '{max(newer)}'); update litcli to open it")
    return bool(pending)


def _bring_up_to_date(path: Path, options: Options) -> None:
    try:
        sql = Sql.open(path, readonly=False, patience=options.patience)
        try:
            _built(sql)
        finally:
            sql.close()
    except LibraryReadOnly as error:
        raise LibraryReadOnly(
            f"the library {path} is of an older litcli and may not be written; copy it and open the copy"
        ) from error


def _built(sql: Sql) -> Sql:
    """Bring the schema up to date."""
    sql.run(f"PRAGMA application_id = {APPLICATION_ID}")
    with translated(sql.path):
        migration.apply(sql.database)
    return sql
