"""The library's file: looked at, checked, copied, made small."""

import pytest

from litcli.errors import BadValue, LibraryError
from litcli.store.library import Library
from litcli.store.pages import Status
from tests.store.conftest import BEES, dump, take


def test_info_counts_what_is_there(library):
    take(library, "one", BEES)
    with library.change("edit"):
        library.edits.set("zurcher2013", "note", "x")
        library.tags.add(["zurcher2013"], ["a/b"])
        library.add({"title": "Gone"}, "hand", "gone")
        library.entries.trash(["gone"])
    info = library.info()
    assert (info.entries, info.trashed, info.extractions, info.edits, info.tags, info.steps) == (1, 1, 2, 1, 1, 2)
    assert (info.pages[Status.OK], info.schema, info.path) == (1, "m009_auto_exports", library.path)
    assert info.size > 50_000


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        ("UPDATE entries SET record = '{}'", "the entry zurcher2013: its record is not what its pages and edits give"),
        ("UPDATE pages SET content = x'00'", "(page.txt): its content is damaged"),
        ("DELETE FROM entries_fts", "the entry zurcher2013: it is not in the index"),
        ("DELETE FROM entries", "the table extractions: row 1 points at nothing in entries"),
    ],
)
def test_the_check_names_what_is_wrong(library, harm, finding):
    take(library, "one", BEES)
    assert library.check() == []
    sql = library.history._sql
    sql.run("PRAGMA foreign_keys = OFF")
    with library.change("harm"):
        sql.run(harm)
        if "fts" in harm:
            sql.run("DELETE FROM stale")
    assert any(finding in line for line in library.check())


def test_what_follows_from_pages_and_edits_is_repaired(library):
    take(library, "one", BEES)
    before = dump(library)
    with library.change("harm"):
        library.history._sql.run("UPDATE entries SET record = '{}', title = 'wrong'")
    with library.change("repair"):
        assert library.repair() == 1
    assert dump(library) == before
    assert library.check() == []


def test_a_backup_is_a_whole_library(library, tmp_path):
    take(library, "one", BEES)
    copy = tmp_path / "copy.litcli"
    library.backup(copy)
    with Library.open(copy) as opened:
        assert dump(opened) == dump(library)
        assert opened.history.undo().summary == "ingest one"
    with pytest.raises(BadValue, match="exists already"):
        library.backup(copy)
    with pytest.raises(LibraryError, match="cannot be written"):
        library.backup(tmp_path / "no" / "folder.litcli")
    assert library.entries.count() == 1


def test_compacting_gives_room_back_and_keeps_everything(library):
    for number in range(30):
        take(library, f"page {number} " * 400, BEES | {"title": f"{number} ways to nest in the sand"})
    for _ in range(29):
        library.history.undo()
    with library.change("edit"):
        library.edits.set("zurcher2013", "note", "x")
    before = dump(library)
    assert library.compact() > 0
    assert dump(library) == before
    assert library.check() == []
