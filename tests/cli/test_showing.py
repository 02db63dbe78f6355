from pathlib import Path

import pytest

from .conftest import MYELOMA, MYELOMA_AGAIN, SHIFTS, Runner


def test_show_shows_all_of_an_entry(run: Runner, library: Path) -> None:
    run("set", "holt2019", "volume=15")
    run("tag", "add", "sleep", "holt2019")
    lines = run("show", "holt2019").lines
    assert lines[:6] == [
        "Key: holt2019",
        "Type: article-journal",
        "Title: Night shifts and the sleep of nurses: a diary study",
        "Authors: Holt, Maren; Kvam, Josef",
        "Date: 2019",
        "Journal or book: Journal of Shift Work",
    ]
    assert {"Volume: 15", "Tags: sleep", "Edited: Volume", "Missing: DOI"} <= set(lines)
    assert next(line for line in lines if line.startswith("Source: ")).endswith("pure, 96% sure)")


def test_show_takes_several_keys_and_gives_json(run: Runner, library: Path) -> None:
    assert [line for line in run("show", "holt2019", "galon2012").lines if line.startswith("Key:")] == [
        "Key: holt2019",
        "Key: galon2012",
    ]
    assert [entry["citekey"] for entry in run("show", "holt2019", "galon2012", "--json").json] == ["holt2019", "galon2012"]


def test_show_gives_the_raw_pages(run: Runner, library: Path) -> None:
    done = run("show", "galon2012", "--page")
    assert done.out == f"{MYELOMA}\n{MYELOMA_AGAIN}\n"
    assert [line["text"] for line in run("show", "galon2012", "--page", "--json").json] == [MYELOMA, MYELOMA_AGAIN]
    run("add", "title=On ponds", "author=Roe, Jo", "year=1999")
    without = run("show", "roe1999", "--page")
    assert without.code == 1
    assert without.err.startswith("litcli: 'roe1999' has no page: typed by hand, 2")
    assert run("show", "galon2012", "--page", "--evidence").code == 2


def test_show_gives_the_place_of_each_value(run: Runner, library: Path) -> None:
    run("set", "holt2019", "volume=15")
    shown = run("show", "holt2019", "--evidence")
    rows = {tuple(line.split()[:2]): line.split() for line in shown.lines[1:]}
    start = SHIFTS.index("Maren Holt")
    assert rows["author", "Holt,"][3] == f"{start}-{start + len('Maren Holt')}"
    assert rows["volume", "15"][2:] == ["-", "-", "edit"]
    (entry,) = run("show", "holt2019", "--evidence", "--json").json
    assert entry["evidence"]["author"][0]["start"] == start
    assert "volume" not in entry["evidence"]
    assert entry["origins"]["volume"] is None
    assert [source["portal"] for source in entry["sources"]] == ["pure"]


@pytest.mark.parametrize("field", ["title", "Volume", "pages"])
def test_why_quotes_the_page(run: Runner, library: Path, field: str) -> None:
    (reason,) = run("why", "holt2019", field, "--json").json
    (statement,) = reason["statements"]
    assert statement["used"]
    assert SHIFTS[statement["evidence"]["start"] : statement["evidence"]["end"]] == statement["quoted"][0]
    assert statement["quoted"] == [reason["value"]]


def test_why_tells_place_rule_and_confidence(run: Runner, library: Path) -> None:
    first, second, third, fourth = run("why", "holt2019", "volume").lines
    assert first == "volume: 14"
    assert second.startswith("  from ")
    assert third.startswith(f"    characters {SHIFTS.index('Volume14') + 6}-{SHIFTS.index('Volume14') + 8}, pure.")
    assert third.endswith("% sure")
    assert fourth == "      Volume[14]"


def test_why_tells_of_an_edit_and_of_what_it_hides(run: Runner, library: Path) -> None:
    run("set", "holt2019", "volume=15")
    lines = run("why", "holt2019", "volume").lines
    assert lines[0] == "volume: 15"
    assert lines[1].startswith("  set by hand, 20")
    assert lines[2].endswith("not used: 14")
    run("unset", "holt2019", "volume")
    lines = run("why", "holt2019", "volume").lines
    assert (lines[0], lines[1].startswith("  taken away by hand")) == ("volume: (none)", True)


def test_why_tells_what_each_source_says(run: Runner, library: Path) -> None:
    (reason,) = run("why", "galon2012", "volume", "--json").json
    assert [statement["value"] for statement in reason["statements"]] == ["3", "3"]
    assert [reason["field"] for reason in run("why", "galon2012", "--json").json][:3] == ["type", "title", "author"]
    done = run("why", "galon2012", "publisher")
    assert (done.code, done.err) == (1, "litcli: 'galon2012' has no publisher, and no page or edit states one\n")
    assert run("why", "galon2012", "colour").code == 2
