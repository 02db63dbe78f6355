from pathlib import Path

from .conftest import Runner


def twins(run: Runner, year: str) -> None:
    """Two entries on one title, the second as of `year`."""
    run("add", "title=Rural clinics in winter and their waiting rooms", "author=Fell, Tom", "year=2001", "journal=The Lancet")
    run("add", "title=Peat and its uses in horticulture", "author=Fell, Tom", "year=2001", "journal=The Lancet", "--key", "twin")
    run("set", "twin", "title=Rural clinics in winter and their waiting rooms", f"year={year}")


def test_dedupe_lists_pairs_and_remembers_what_was_said(run: Runner, library: Path) -> None:
    assert (run("dedupe").code, run("dedupe").err) == (1, "no two entries look like one work\n")
    twins(run, "2002")
    (pair,) = run("dedupe", "--json").json
    assert ({pair["one"], pair["other"]}, pair["verdict"]) == ({"fell2001", "twin"}, "unsure")
    lines = run("dedupe").lines
    assert lines[0].startswith("fell2001, twin: perhaps one work (")
    assert lines[1] == "  fell2001: Fell 2001 Rural clinics in winter and their waiting rooms"
    assert run("dedupe", "--not", "fell2001", "twin").err == "remembered: fell2001 is not twin\n"
    assert run("dedupe").code == 1
    run("undo")
    assert run("dedupe", "--version-of", "twin", "fell2001").err == "remembered: twin is a version of fell2001\n"
    assert run("dedupe", "--not", "a", "b", "--version-of", "c", "d").code == 2


def test_dedupe_merges_what_is_the_same_beyond_doubt(run: Runner, library: Path) -> None:
    assert run("dedupe", "--merge-sure", "--yes").code == 1
    twins(run, "2001")
    assert run("dedupe", "--merge-sure").code == 2
    assert run("dedupe", "--merge-sure", "-n").err == "merged 1 pair: twin into fell2001 (a dry run: nothing was changed)\n"
    assert run("dedupe", "--merge-sure", "--yes").err == "merged 1 pair: twin into fell2001\n"
    assert run("show", "twin", "--json").json[0]["citekey"] == "fell2001"


def test_merge_and_split(run: Runner, library: Path) -> None:
    assert run("merge", "galon2012", "holt2019").err == "merged 2 entries into galon2012\n"
    assert run("show", "holt2019", "--json").json[0]["aliases"] == ["holt2019"]
    run("undo")
    assert run("merge", "galon2012").code == 2
    assert run("split", "holt2019").code == 2
    done = run("split", "galon2012")
    assert done.err == "split galon2012 into galon2012, galon2012a\n"
    assert run("list", "galon", "--columns", "key").lines == ["galon2012", "galon2012a"]


def test_split_takes_the_numbers_that_show_tells(run: Runner, library: Path) -> None:
    sources = [source["source"] for source in run("show", "galon2012", "--evidence", "--json").json[0]["sources"]]
    assert run("split", "galon2012", "--source", str(sources[0])).err == "split galon2012 into galon2012, galon2012a\n"
    assert run("split", "holt2019", "--source", "999").code == 1


def test_keys_are_renamed_and_made_anew(run: Runner, library: Path) -> None:
    assert run("keys", "rename", "holt2019", "nurses").err == "renamed holt2019 to nurses\n"
    assert run("show", "holt2019", "--json").json[0]["citekey"] == "nurses"
    assert run("keys", "rename", "nurses", "galon2012").code == 2
    assert run("keys", "regenerate", "nurses").lines == ["nurses -> holt2019"]
    done = run("keys", "regenerate", "galon2012", "--json", env={"LITCLI_CITEKEY_PATTERN": "{year}{family}"})
    assert done.json == [{"old": "galon2012", "new": "2012galon"}]
    assert run("keys", "regenerate", "galon2012", env={"LITCLI_CITEKEY_PATTERN": "{colour}"}).code == 2
