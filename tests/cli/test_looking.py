from pathlib import Path

import pytest

from .conftest import Runner

HOLT = "holt2019   2019  Holt & Kvam  Night shifts and the sleep of nurses: a diary study"
GALON = "galon2012  2012  Galon & Osk  Lenalidomide in older adults with myeloma: a registry study"


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ((), [GALON, HOLT]),
        (("--sort", "-year"), [HOLT, GALON]),
        (("--sort", "title", "--limit", "1"), [GALON]),
        (("author:kvam",), [HOLT.replace("holt2019   ", "holt2019  ")]),
        (("year:2010..2015", "--columns", "key,journal,doi,missing"), ["galon2012  Registry Medicine  -  DOI"]),
        (("--columns", "title", "--sort", "title"), [GALON.split("  ", 3)[3], HOLT.split("  ", 3)[3]]),
        (("holt", "--columns", "type, pages ,Volume,tags,confidence"), ["article-journal  101-112  14  -  96%"]),
    ],
)
def test_list_is_a_table_without_a_head_in_a_pipe(
    run: Runner, library: Path, arguments: tuple[str, ...], lines: list[str]
) -> None:
    done = run("list", *arguments)
    assert (done.code, done.err) == (0, "")
    assert done.lines == lines


def test_list_in_json_gives_whole_entries(run: Runner, library: Path) -> None:
    (entry,) = run("list", "galon", "--json").json
    assert list(entry) == [
        "citekey",
        "record",
        "tags",
        "portals",
        "confidence",
        "missing",
        "edited",
        "aliases",
        "added",
        "modified",
    ]
    assert entry["citekey"] == "galon2012"
    assert entry["record"]["page"] == "20-31"
    assert (entry["missing"], entry["tags"], entry["portals"]) == (["DOI"], [], ["pure"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nothing-like-it",), 1, "nothing in the library matches 'nothing-like-it'\n"),
        (("--trash",), 1, "the trash is empty\n"),
        (("--columns", "key,colour"), 2, "litcli: no column is called 'colour'"),
        (("--sort", "colour"), 2, "litcli: no field to sort by is called 'colour'"),
        (("--trash", "--sort", "year"), 2, "litcli: the trash comes in the order of throwing; leave out --sort\n"),
    ],
)
def test_what_list_cannot_show_is_told(run: Runner, library: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run("list", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(said)


def test_list_shows_the_trash(run: Runner, library: Path) -> None:
    run("rm", "holt2019")
    assert run("list").lines == [GALON]
    assert run("list", "--trash").lines == [HOLT.replace("holt2019   ", "holt2019  ")]
    assert run("list", "--trash", "myeloma").code == 1


def test_search_puts_the_best_first(run: Runner, library: Path) -> None:
    run("set", "holt2019", "note=Compare with the registry of lenalidomide.")
    assert [line.split()[0] for line in run("search", "lenalidomide").lines] == ["galon2012", "holt2019"]
    first, second = run("search", "lenalidomide", "--json").json
    assert (first["citekey"], second["citekey"]) == ("galon2012", "holt2019")
    assert first["score"] > second["score"] > 0
    assert [hit["citekey"] for hit in run("search", "lenalidomide", "--limit", "1", "--json").json] == ["galon2012"]


def test_stats_counts(run: Runner, library: Path) -> None:
    run("tag", "add", "x/y", "galon2012")
    assert run("stats").lines == [
        "year  2012  1",
        "year  2019  1",
        "type  article-journal  2",
        "container-title  Registry Medicine      1",
        "container-title  Journal of Shift Work  1",
        "tag  x/y  1",
        "missing  DOI  2",
    ]
    assert run("stats", "galon", "--json").json == [
        {"by": "year", "value": "2012", "entries": 1},
        {"by": "type", "value": "article-journal", "entries": 1},
        {"by": "container-title", "value": "Registry Medicine", "entries": 1},
        {"by": "tag", "value": "x/y", "entries": 1},
        {"by": "missing", "value": "DOI", "entries": 1},
    ]
    assert run("stats", "nothing-like-it").code == 1


def test_a_long_cell_in_a_pipe_widens_no_other_row(run: Runner, library: Path) -> None:
    run("set", "galon2012", "abstract=Short.")
    galon, holt = run("list", "--columns", "key,abstract,year").lines
    assert galon == "galon2012  Short.  2012"
    assert holt.startswith("holt2019   Forty nurses kept a sleep diary over eight weeks")
    assert holt.endswith("  2019")
