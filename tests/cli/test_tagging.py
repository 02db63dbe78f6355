from pathlib import Path

from .conftest import Runner


def tags(run: Runner, key: str) -> list[str]:
    return run("show", key, "--json").json[0]["tags"]


def test_add_and_rm(run: Runner, library: Path) -> None:
    assert run("tag", "add", "oncology/trials", "--where", "lenalidomide").err == "tagged 1 entry as oncology/trials\n"
    assert run("tag", "add", "oncology/trials", "galon2012", "holt2019", "--yes").err == (
        "tagged 1 entry as oncology/trials; 1 had it already\n"
    )
    assert tags(run, "galon2012") == tags(run, "holt2019") == ["oncology/trials"]
    assert run("list", "tag:oncology/", "--columns", "key").lines == ["galon2012", "holt2019"]
    assert run("tag", "rm", "oncology/trials", "holt2019").err == "took oncology/trials off 1 entry\n"
    assert run("tag", "rm", "oncology/trials", "holt2019").err == "took oncology/trials off 0 entries; 1 did not have it\n"
    assert tags(run, "holt2019") == []
    assert run("tag", "rm", "oncology/trails", "holt2019").err == (
        "litcli: there is no tag 'oncology/trails'; did you mean oncology/trials?\n"
    )


def test_add_asks_and_only_shows(run: Runner, library: Path) -> None:
    assert run("tag", "add", "x", "--where", "year:>2000").code == 2
    dry = run("tag", "add", "x", "--where", "year:>2000", "--dry-run")
    assert (dry.code, dry.err) == (0, "tagged 2 entries as x (a dry run: nothing was changed)\n")
    assert run("tag", "list").code == 1
    assert run("tag", "add", "a,b", "holt2019").code == 2


def test_list_and_tree(run: Runner, library: Path) -> None:
    assert (run("tag", "list").code, run("tag", "tree").err) == (1, "there are no tags\n")
    run("tag", "add", "a/b", "holt2019")
    run("tag", "add", "a/c/d", "holt2019", "galon2012", "--yes")
    assert run("tag", "list").lines == ["a/b    1", "a/c/d  2"]
    assert run("tag", "list", "--json").json == [{"tag": "a/b", "entries": 1}, {"tag": "a/c/d", "entries": 2}]
    assert run("tag", "tree").lines == ["a (2)", "  b (1)", "  c (2)", "    d (2)"]
    assert run("tag", "tree", "--json").json[0] == {"tag": "a", "entries": 2, "depth": 0}


def test_rename_merge_and_prune(run: Runner, library: Path) -> None:
    run("tag", "add", "a/b", "holt2019")
    run("tag", "add", "c", "galon2012")
    assert run("tag", "rename", "a", "z").err == "renamed 1 tag\n"
    assert tags(run, "holt2019") == ["z/b"]
    assert run("tag", "rename", "c", "z/b").code == 2
    assert run("tag", "merge", "c", "z/b").err == "z/b took the place of c; 1 entry tagged anew\n"
    assert tags(run, "galon2012") == ["z/b"]
    run("tag", "rm", "z/b", "galon2012", "holt2019", "--yes")
    assert run("tag", "prune", "--dry-run").err == "dropped 1 unused tag: z/b (a dry run: nothing was changed)\n"
    assert run("tag", "prune").err == "dropped 1 unused tag: z/b\n"
    assert run("tag", "prune").err == "dropped 0 unused tags\n"
