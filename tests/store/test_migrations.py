"""The schema: built by its steps from any of them, and in step with the tables that it follows from."""

from zlib import compress

import pytest

from litcli.model.fields import FIELDS
from litcli.pages.page import Source
from litcli.query.searchable import COLUMNS
from litcli.store import effective
from litcli.store.filing import Outcome, Taken
from litcli.store.library import Library
from litcli.store.migrations import APPLICATION_ID, JOURNALED, TEXT_COLUMNS, migration, steps
from litcli.store.sql import Sql
from tests.store.conftest import BEES, take


@pytest.mark.parametrize("stop_before", sorted(steps()))
@pytest.mark.parametrize("readonly", [False, True])
def test_a_library_of_any_older_schema_is_brought_up_to_date(tmp_path, options, stop_before, readonly):
    path = tmp_path / "old.litcli"
    old = Sql.create(path, patience=0)
    old.run(f"PRAGMA application_id = {APPLICATION_ID}")
    migration.apply(old.database, stop_before=stop_before)
    old.close()
    with Library.open(path, readonly=readonly, options=options) as library, Library.temporary() as new:
        assert _schema(library) == _schema(new)
        assert library.info().schema == "m009_auto_exports"
        assert library.check() == []


def test_what_was_done_under_an_older_schema_can_be_undone(tmp_path, options):
    path = tmp_path / "old.litcli"
    old = Sql.create(path, patience=0)
    old.run(f"PRAGMA application_id = {APPLICATION_ID}")
    migration.apply(old.database, stop_before="m005_taught")
    for step, statement in enumerate((_PAGE, "UPDATE pages SET reason = 'later'", "DELETE FROM pages"), 1):
        old.run("INSERT INTO history (summary, at) VALUES ('a change', '2024-01-01')")
        old.run("INSERT INTO open_step VALUES (?)", (step,))
        old.run(statement)
        old.run("DELETE FROM open_step")
    old.close()
    with Library.open(path, options=options) as library:
        assert library.pages.with_status() == []
        library.history.undo()
        assert [(page.reason, page.offset) for page in library.pages.with_status()] == [("later", 0)]
        library.history.undo()
        assert library.pages.source("abcd") == Source("a.txt", 1, b"On bees", "text/plain")
        assert library.pages.get("abcd").reason == "news"
        library.history.undo()
        assert library.pages.with_status() == []


_PAGE = f"""
    INSERT INTO pages (sha256, origin, ordinal, media_type, charset, size, status, reason, reader, added, content)
    VALUES ('abcd', 'a.txt', 1, 'text/plain', 'utf-8', 7, 'rejected', 'news', '0', '2024-01-01', x'{compress(b"On bees").hex()}')
"""


def test_a_record_stated_under_an_older_schema_is_known_again_and_its_step_can_be_undone(tmp_path, options):
    path = tmp_path / "old.litcli"
    old = Sql.create(path, patience=0)
    old.run(f"PRAGMA application_id = {APPLICATION_ID}")
    migration.apply(old.database, stop_before="m008_passages")
    for step, statement in enumerate((_ENTRY, _STATED, "DELETE FROM extractions"), 1):
        old.run("INSERT INTO history (summary, at) VALUES ('a change', '2024-01-01')")
        old.run("INSERT INTO open_step VALUES (?)", (step,))
        old.run(statement)
        old.run("DELETE FROM open_step")
    old.close()
    with Library.open(path, options=options) as library:
        library.history.undo()
        (source,) = library.extractions.of_entry("bees")
        assert (source.origin, source.line, source.format, library.extractions.passage(source.id)) == (None, None, None, None)
        with library.change("import"):
            assert library.add({"type": "book", "title": "Bees"}, "import", "bees") == Taken(Outcome.SAME, "bees")


_ENTRY = """
    INSERT INTO entries (citekey, type, title, added, modified, keys, record)
    VALUES ('bees', 'book', 'Bees', '2024-01-01', '2024-01-01', '[]', '{"type":"book","title":"Bees"}')
"""
_STATED = """
    INSERT INTO extractions (ordinal, entry, portal, record, evidence, doubts, added)
    VALUES (1, 1, 'import', '{"type":"book","title":"Bees"}', '{}', '[]', '2024-01-01')
"""


def test_a_library_is_migrated_once(library, reopen):
    before = library.history._sql.texts("SELECT applied_at FROM _sqlite_migrations")
    with reopen() as again:
        assert again.history._sql.texts("SELECT applied_at FROM _sqlite_migrations") == before


def test_the_index_has_the_columns_that_queries_search():
    assert tuple(name.replace("-", "_") for name in COLUMNS) == TEXT_COLUMNS


def test_every_field_that_wants_a_column_has_one(library):
    columns = set(library.history._sql.database["entries"].columns_dict)
    assert {row.name.lower().replace("-", "_") for row in FIELDS if row.column} <= columns
    assert {row.name for row in FIELDS if row.column} == {*effective._TEXTS, "issued"}


def test_every_table_that_people_change_is_journaled(library):
    tables = {name for name in library.history._sql.database.table_names() if not name.startswith(("entries_fts", "_"))}
    beside = {"auto_exports", "entry_keys", "history", "journal", "open_step", "stale", "sqlite_stat1"}
    assert tables - set(JOURNALED) == beside & tables
    for name in JOURNALED:
        assert next(iter(library.history._sql.database[name].columns_dict)) == "id"


def test_a_library_is_kept_in_write_ahead_mode_with_references_checked(library):
    take(library, "one", BEES)
    sql = library.history._sql
    assert sql.texts("PRAGMA journal_mode") == ["wal"]
    assert sql.number("PRAGMA foreign_keys") == 1
    assert sql.number("PRAGMA synchronous") == 1


def _schema(library: Library) -> list[str]:
    return library.history._sql.texts("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
