"""With `--json` every command prints JSON lines of a shape that scripts may rely on."""

from pathlib import Path

import pytest

from .conftest import Runner

ENTRY = {"citekey", "record", "tags", "portals", "confidence", "missing", "edited", "aliases", "added", "modified"}
STEP = {"step", "at", "summary", "rows", "undone"}
ITEM = {"source", "ordinal", "outcome", "citekey", "reason", "like", "fills", "differs"}
PAGE = {"sha256", "origin", "ordinal", "offset", "status", "reason", "added"}


@pytest.mark.parametrize(
    ("arguments", "shape"),
    [
        (("list",), ENTRY),
        (("search", "sleep"), ENTRY | {"score"}),
        (("show", "holt2019"), ENTRY),
        (("show", "holt2019", "--evidence"), ENTRY | {"evidence", "origins", "sources"}),
        (("show", "holt2019", "--page"), {"citekey", "sha256", "origin", "line", "format", "text"}),
        (("why", "holt2019"), {"citekey", "field", "value", "edit", "statements"}),
        (("stats",), {"by", "value", "entries"}),
        (("set", "holt2019", "volume=9"), ENTRY),
        (("unset", "holt2019", "volume"), ENTRY),
        (("revert", "galon2012"), ENTRY),
        (("note", "holt2019", "Read it."), ENTRY),
        (("tag", "add", "x", "holt2019"), ENTRY),
        (("tag", "rm", "to-read", "galon2012"), ENTRY),
        (("tag", "list"), {"tag", "entries"}),
        (("tag", "tree"), {"tag", "entries", "depth"}),
        (("tag", "rename", "to-read", "read"), {"old", "new", "tags"}),
        (("tag", "merge", "to-read", "read"), {"old", "new", "entries"}),
        (("tag", "prune"), {"tag"}),
        (("keys", "rename", "holt2019", "nurses"), ENTRY),
        (("keys", "regenerate", "galon2012", "holt2019", "--yes"), {"old", "new"}),
        (("merge", "galon2012", "holt2019"), ENTRY),
        (("split", "galon2012"), ENTRY),
        (("rm", "holt2019"), ENTRY),
        (("restore", "old2000"), ENTRY),
        (("undo",), STEP),
        (("redo",), STEP),
        (("log",), STEP),
        (("add", "title=Ice on ponds"), ITEM),
        (("inbox", "list"), PAGE),
        (("portals", "pure"), {"portal", "kind", "origin", "upon", "about", "toml"}),
        (("review",), {"citekey", "expected_errors", "sure", "record"}),
        (("export", "--to", "ris"), {"format", "entries", "output", "text"}),
        (("cite", "holt2019"), {"style", "format", "unresolved", "lacking", "entries", "output", "text"}),
        (("styles", "lancet"), {"style", "title", "fields", "parent", "sample"}),
        (("formats",), {"format", "label", "suffixes", "reads", "writes", "updates", "loses"}),
        (("init", "--library", "new.litcli"), {"path"}),
        (("db", "path"), {"path", "exists"}),
        (("db", "info"), {"path", "bytes", "schema", "entries", "trashed", "pages", "extractions", "edits", "tags", "steps"}),
        (("db", "backup", "copy.litcli"), {"path", "backup"}),
        (("db", "compact"), {"path", "freed"}),
        (("config",), {"name", "value", "origin"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_line_has_its_shape(run: Runner, library: Path, arguments: tuple[str, ...], shape: set[str]) -> None:
    run("add", "title=Peat fires", "author=Moor, Ann", "year=2000", "--key", "old2000")
    run("rm", "old2000")
    run("tag", "add", "unused", "holt2019")
    run("tag", "rm", "unused", "holt2019")
    run("tag", "add", "to-read", "galon2012")
    run("set", "galon2012", "volume=9")
    run("set", "holt2019", "year=2020")
    run("undo")
    env = {"LITCLI_CITEKEY_PATTERN": "{year}{family}"}
    done = run(*arguments, "--json", env=env)
    assert done.code == 0, done.err
    assert done.json
    assert {frozenset(line) for line in done.json} == {frozenset(shape)}


def test_pages_and_files_of_references_give_items(run: Runner, pages: Path, home: Path) -> None:
    (home / "refs.bib").write_text("@book{x, title = {Ice on ponds}, year = 1999}", encoding="utf-8")
    for arguments in (("ingest", "pages"), ("import", "refs.bib")):
        assert {frozenset(line) for line in run(*arguments, "--json", "--library", "library.litcli").json} == {frozenset(ITEM)}
    (page,) = (page for page in run("inbox", "list", "--json").json if page["status"] == "doubtful")
    (shown,) = run("inbox", "show", page["sha256"], "--json").json
    assert set(shown) == PAGE | {"record", "text"}
    assert set(run("inbox", "retry", page["sha256"], "--json").json[0]) == ITEM
    assert set(run("inbox", "reject", page["sha256"], "--json").json[0]) == PAGE
    run("undo")
    assert set(run("inbox", "accept", page["sha256"], "--json").json[0]) == ITEM
