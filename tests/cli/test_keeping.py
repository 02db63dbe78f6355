import sqlite3
from contextlib import closing
from pathlib import Path

from .conftest import Runner


def test_init_makes_a_library_that_is_found_from_below(run: Runner, home: Path, monkeypatch) -> None:
    assert run("init").err == "made the library library.litcli\n"
    assert run("init").code == 2
    (home / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(home / "a" / "b")
    assert run("db", "path").lines == [str(home / "library.litcli")]


def test_the_library_is_the_named_one_the_variables_the_nearest_or_ones_own(run: Runner, home: Path) -> None:
    own = home.parent / ".user" / "data" / "litcli" / "library.litcli"
    done = run("db", "path")
    assert (done.code, done.lines) == (1, [str(own)])
    run("init")
    assert run("db", "path").lines == [str(home / "library.litcli")]
    variable = {"LITCLI_LIBRARY": str(home / "variable.litcli")}
    assert run("db", "path", env=variable).lines == [str(home / "variable.litcli")]
    assert run("db", "path", "--library", "named.litcli", env=variable).lines == ["named.litcli"]
    assert run("--library", "named.litcli", "db", "path").lines == ["named.litcli"]


def test_info_and_check(run: Runner, library: Path) -> None:
    assert "Pages: 3 ok, 1 doubtful, 1 rejected, 0 failed" in run("db", "info").lines
    (info,) = run("db", "info", "--json").json
    assert (info["entries"], info["pages"]["ok"], info["extractions"], info["trashed"]) == (2, 3, 4, 0)
    assert (run("db", "check").code, run("db", "check").out) == (0, "")
    with sqlite3.connect(library) as file:
        file.execute("DROP TRIGGER pages_updated")
        file.execute("UPDATE pages SET content = x'00' WHERE id = 1")
    file.close()
    done = run("db", "check")
    assert (done.code, len(done.lines)) == (4, 1)
    assert "its content is damaged" in done.out
    assert done.err.startswith("litcli: 1 finding in ")
    assert "finding" in run("db", "check", "--json").json[0]


def test_repair_puts_right_what_follows_from_pages_and_edits(run: Runner, library: Path) -> None:
    before = run("list", "--json").out
    with closing(sqlite3.connect(library)) as file, file:
        file.execute("INSERT INTO history (id, summary, at) VALUES (99, 'harm', '')")
        file.execute("INSERT INTO open_step VALUES (99)")
        file.execute("UPDATE entries SET record = '{}'")
        file.execute("DELETE FROM open_step")
    assert run("db", "check").code == 4
    assert run("db", "repair", "--dry-run").code == 0
    assert run("db", "check").code == 4
    assert run("db", "repair", "--json").json[0]["records"] > 0
    assert (run("db", "check").code, run("list", "--json").out) == (0, before)


def test_backup_and_restore(run: Runner, library: Path, home: Path) -> None:
    before = run("list", "--json").out
    assert run("db", "backup", "copy.litcli").code == 0
    assert run("db", "backup", "copy.litcli").code == 2
    run("rm", "holt2019")
    refused = run("db", "restore", "copy.litcli")
    assert refused.code == 2
    assert run("list").lines != before
    assert run("db", "restore", "copy.litcli", "--yes").code == 0
    assert run("list", "--json").out == before
    assert len(run("list", "--library", "library.litcli.before-restore").lines) == 1
    assert run("db", "restore", "copy.litcli", "--yes").code == 0
    assert (home / "library.litcli.before-restore-2").is_file()


def test_what_is_damaged_or_missing_is_not_restored(run: Runner, library: Path, home: Path) -> None:
    before = library.read_bytes()
    (home / "text.litcli").write_text("no library", encoding="utf-8")
    assert run("db", "restore", "text.litcli", "--yes").code == 5
    assert run("db", "restore", "missing.litcli", "--yes").code == 1
    assert library.read_bytes() == before


def test_restore_also_where_there_is_no_library(run: Runner, library: Path, home: Path) -> None:
    assert run("db", "restore", "library.litcli", "--library", "new/other.litcli").code == 0
    assert run("list", "--library", "new/other.litcli").lines == run("list").lines


def test_what_a_lost_library_left_behind_is_not_taken_for_the_backups(run: Runner, library: Path, home: Path) -> None:
    run("db", "backup", "copy.litcli")
    before = run("list", "--json").out
    with closing(sqlite3.connect(library)) as open_elsewhere:
        open_elsewhere.execute("SELECT 1 FROM sqlite_master")
        run("set", "holt2019", "volume=99")
        left = (home / "library.litcli-wal").read_bytes()
    library.unlink()
    (home / "library.litcli-wal").write_bytes(left)
    assert run("db", "restore", "copy.litcli", "--library", "library.litcli").code == 0
    assert run("list", "--json").out == before


def test_compact(run: Runner, library: Path) -> None:
    assert run("db", "compact").err.startswith("gave back ")
    assert run("db", "check").code == 0
