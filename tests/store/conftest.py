"""Real libraries in real files, with a clock that ticks once a call."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from litcli.extract.result import Evidence, Extraction
from litcli.model.record import Record
from litcli.pages.page import Page, Source
from litcli.store.context import Options
from litcli.store.library import Library

BEES = Record(
    {
        "type": "article-journal",
        "title": "Foraging ranges of solitary bees in alpine meadows",
        "author": [{"family": "Zürcher", "given": "Anna"}, {"family": "Brunner", "given": "Karl"}],
        "issued": {"date-parts": [[2013]]},
        "keyword": ["bees", "foraging"],
        "abstract": "Bees fly far. They also come back.",
    }
)


@pytest.fixture
def options() -> Options:
    ticks = count()
    return Options(clock=lambda: f"2026-01-01T{next(ticks) // 3600 % 24:02d}:00:00Z", patience=0.05)


@pytest.fixture
def library(tmp_path, options) -> Iterator[Library]:
    with Library.create(tmp_path / "library.litcli", options=options) as made:
        yield made


@pytest.fixture
def reopen(library, options) -> Callable[[], Library]:
    """Open the same file a second time."""
    return lambda: Library.open(library.path, options=options)


def read(record: Record, *, sure: float = 0.9, doubts: tuple[str, ...] = (), portal: str = "pure") -> Extraction:
    """Return an extraction of a record, with evidence for each value."""
    evidence = {
        field: tuple(Evidence(((0, 5),), f"{portal}.{field}", sure) for _ in range(len(value) if isinstance(value, list) else 1))
        for field, value in record.items()
    }
    return Extraction(portal, sure, record, evidence, (), doubts)


def source(text: str, origin: str = "page.txt", ordinal: int = 1) -> Source:
    return Source(origin, ordinal, text.encode(), "text/plain")


def take(library: Library, text: str, record: Record, **more):
    """Take a page with this text, from which this record was read."""
    with library.change(f"ingest {text[:20]}"):
        page = source(text)
        return library.take(page, Page(page, text, "utf-8"), read(record, **more))


def dump(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables but the history's own."""
    database = library.history._sql.database
    own = {"history", "journal", "open_step", "_sqlite_migrations"}
    names = [name for name in database.table_names() if name not in own and not name.startswith("entries_fts_")]
    tables = {
        name: [tuple(row) for row in database.execute(f"SELECT rowid, * FROM {name} ORDER BY 1")]
        for name in names
        if name != "entry_keys"
    }
    return tables | {"entry_keys": [tuple(row) for row in database.execute("SELECT * FROM entry_keys ORDER BY 1, 2")]}
