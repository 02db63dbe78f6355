from pathlib import Path

from .conftest import Runner


def test_undo_redo_and_log(run: Runner, library: Path) -> None:
    run("set", "holt2019", "volume=15")
    run("tag", "add", "x", "holt2019")
    assert run("undo").err.startswith("undone: tag 1 entry as x (20")
    assert run("undo").err.startswith("undone: set volume of holt2019 (20")
    assert [line.split(maxsplit=3)[3] for line in run("log").lines][:2] == [
        "undone  tag 1 entry as x", "undone  set volume of holt2019",
    ]  # fmt: skip
    assert run("redo").err.startswith("done again: set volume of holt2019 (20")
    (step,) = run("log", "--limit", "1", "--json").json
    assert (step["summary"], step["undone"]) == ("tag 1 entry as x", True)
    assert run("show", "holt2019", "--json").json[0]["record"]["volume"] == "15"


def test_where_there_is_nothing_to_undo(run: Runner, home: Path) -> None:
    run("init")
    assert (run("undo").code, run("undo").err) == (1, "litcli: nothing to undo\n")
    assert (run("redo").code, run("redo").err) == (1, "litcli: nothing to redo\n")
    assert (run("log").code, run("log").err) == (1, "nothing was changed yet\n")


def test_an_ingest_is_undone_at_once(run: Runner, pages: Path, home: Path) -> None:
    run("ingest", "pages", "--library", "library.litcli")
    assert len(run("list").lines) == 2
    assert run("undo").err.startswith("undone: ingest pages (20")
    assert run("list").code == 1
    assert run("inbox", "list").code == 1
    run("redo")
    assert len(run("list").lines) == 2
