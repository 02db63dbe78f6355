"""Opening and making a library, and each way in which that can go wrong: one clear error, and nothing is touched."""

import os
import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from litcli.errors import (
    BadValue,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
    UnknownName,
)
from litcli.store.context import Options
from litcli.store.library import Library
from tests.store.conftest import BEES, dump, read, source, take


def test_opening_what_is_not_there_makes_nothing(tmp_path):
    with pytest.raises(LibraryMissing, match=r"none\.litcli does not exist; make it with 'litcli init'"):
        Library.open(tmp_path / "none.litcli")
    with pytest.raises(LibraryMissing, match="is a folder"):
        Library.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_library_is_made_with_its_folder(tmp_path):
    path = tmp_path / "new" / "library.litcli"
    with Library.create(path) as library:
        assert library.info().entries == 0
    assert [found.name for found in path.parent.iterdir()] == ["library.litcli"]
    with pytest.raises(BadValue, match="exists already"):
        Library.create(path)


def test_a_name_with_odd_letters_is_a_file_like_any_other(tmp_path):
    path = tmp_path / "50% of #1? ü.litcli"
    with Library.create(path) as library:
        take(library, "one", BEES)
    with Library.open(path) as library:
        assert library.entries.keys() == ["zurcher2013"]


def test_a_malformed_pattern_makes_no_file(tmp_path):
    with pytest.raises(UnknownName):
        Library.create(tmp_path / "x.litcli", options=Options(citekey_pattern="{colour}"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database" * 100, b"SQLite format 3\0" + b"\1" * 4096])
def test_a_file_that_is_no_library_is_damaged_and_left_alone(tmp_path, content):
    path = tmp_path / "x.litcli"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"x\.litcli is no litcli library"):
        Library.open(path)
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["x.litcli"]


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE entries (a)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="is no litcli library"):
        Library.open(path)
    assert path.read_bytes() == before


def damaged(library, first, last):
    """Overwrite a part of the library's file, counted in hundredths of it."""
    _ingest(library, 40)
    library.close()
    path = Path(library.path)
    content = bytearray(path.read_bytes())
    start, end = len(content) * first // 100, len(content) * last // 100
    content[start:end] = b"\xa5" * (end - start)
    path.write_bytes(content)
    return path


def test_a_damaged_schema_is_told_on_opening(library):
    with pytest.raises(LibraryDamaged, match="is damaged; restore a backup"):
        Library.open(damaged(library, 1, 50))


@pytest.mark.parametrize("first", range(5, 100, 10))
def test_damage_anywhere_is_told_on_opening_or_by_the_check(library, first):
    path = damaged(library, first, first + 5)
    try:
        with Library.open(path) as opened:
            findings = opened.check()
    except LibraryDamaged as error:
        findings = [str(error)]
    assert findings


def test_a_library_of_a_newer_litcli_is_not_touched(library, tmp_path):
    library.close()
    path = tmp_path / "library.litcli"
    database = Database(str(path))
    database["_sqlite_migrations"].insert({"migration_set": "litcli", "name": "m999_of_the_future", "applied_at": ""})
    database.close()
    with pytest.raises(LibraryNewer, match=r"made by a newer litcli.*m999_of_the_future.*update litcli"):
        Library.open(path)


def test_a_busy_library_says_so_after_a_while(library, reopen):
    with library.change("slow"):
        library.add(BEES, "hand")
        with reopen() as other:
            assert other.entries.count() == 0
            with pytest.raises(LibraryBusy, match="is in use by another program"), other.change("meanwhile"):
                pass
    with reopen() as other, other.change("later"):
        other.add({"title": "Another"}, "hand")
    assert library.entries.count() == 2


def test_a_library_opened_for_reading_refuses_changes(library, options):
    take(library, "one", BEES)
    before = dump(library)
    with Library.open(library.path, readonly=True, options=options) as reader:
        assert reader.entries.get("zurcher2013").record == BEES
        with pytest.raises(LibraryReadOnly, match="may not be written"), reader.change("rm"):
            reader.entries.trash(["zurcher2013"])
    assert dump(library) == before


def test_reading_leaves_no_file_behind(library, tmp_path, options):
    take(library, "one", BEES)
    library.close()
    with Library.open(library.path, readonly=True, options=options) as reader:
        assert reader.entries.count() == 1
    assert [found.name for found in tmp_path.iterdir()] == ["library.litcli"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_write_protected_library_can_be_read(library, tmp_path, options):
    take(library, "one", BEES)
    library.close()
    (tmp_path / "library.litcli").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Library.open(library.path, readonly=True, options=options) as reader:
            assert reader.entries.count() == 1
        with Library.open(library.path, options=options) as writer, pytest.raises(LibraryReadOnly), writer.change("add"):
            writer.add({"title": "x"}, "hand")
    finally:
        tmp_path.chmod(0o755)


def test_a_write_protected_file_is_opened_for_reading_as_it_lies(library, tmp_path, options, monkeypatch):
    """The same for root, who may write everything: the system's answer stands in."""
    take(library, "one", BEES)
    library.close()
    monkeypatch.setattr("litcli.store.sql.access", lambda *_: False)
    with Library.open(library.path, readonly=True, options=options) as reader:
        assert reader.entries.count() == 1
    assert [found.name for found in tmp_path.iterdir()] == ["library.litcli"]


def test_a_full_disk_keeps_what_was_there(library):
    take(library, "one", BEES)
    before = dump(library)
    sql = library.history._sql
    pages = sql.number("PRAGMA page_count")
    sql.run(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(LibraryFull, match="the disk is full; free some space"):
        _ingest(library, 200)
    assert dump(library) == before
    assert library.check() == []
    sql.run(f"PRAGMA max_page_count = {pages + 2000}")
    assert take(library, "two", BEES | {"title": "There is room again for bees of all kinds"}).outcome == "new"


def _ingest(library, number_of_pages):
    with library.change("ingest"):
        for number in range(number_of_pages):
            record = BEES | {"title": f"{number} ways to nest in sandy soil of river banks"}
            library.take(source(f"page {number}" * 99), None, read(record))


def test_a_library_that_cannot_be_made_whole_leaves_nothing_behind(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, hard))  # a file that cannot grow stands for a full disk
    try:
        with pytest.raises(LibraryError):
            Library.create(tmp_path / "refs.litcli")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
