"""What today's reader would change in the library, line by line, and taking it."""

from pathlib import Path

import pytest

from litcli.cli.changes import differences, show
from litcli.cli.output import Screen
from litcli.extract.result import Extraction
from litcli.intake import reading
from litcli.intake.changes import Change

from .conftest import MYELOMA, NEWS, Runner

PORTAL = """\
name = "registry"
upon = "pure"

[[places]]
field = "archive"
before = "Journal"
"""
"""Reads the journal as the archive, which no page of the tests states."""


@pytest.fixture
def better(home: Path) -> None:
    """Let today's reader read Pure pages in another way than the one that filled the library."""
    (home / "portals").mkdir()
    (home / "portals" / "registry.toml").write_text(PORTAL, encoding="utf-8")


def test_reextract_wants_one_of_diff_and_apply(run: Runner, library: Path) -> None:
    for arguments in ((), ("--diff", "--apply")):
        done = run("reextract", *arguments)
        assert (done.code, done.err) == (2, "litcli: say --diff to see what would change, or --apply to take it\n")


def test_the_same_reader_changes_nothing(run: Runner, library: Path) -> None:
    steps = run("log").lines
    for how, behind in (("--diff", " (a dry run: nothing was changed)"), ("--apply", "")):
        done = run("reextract", how)
        assert (done.code, done.out, done.err) == (0, "", f"nothing changes{behind}\n")
    assert run("log").lines == steps


@pytest.mark.usefixtures("better")
def test_each_change_is_one_line_with_its_rules_and_the_sum_tells_fields_and_portals(run: Runner, library: Path) -> None:
    done = run("reextract", "--diff")
    assert done.code == 0
    assert done.lines == [
        "galon2012  archive: {+Registry Medicine+}  (registry.archive)",
        "holt2019  archive: {+Journal of Shift Work+}  (registry.archive)",
    ]
    assert done.err == "2 changes in 2 records: archive 2; by portal: pure 2 (a dry run: nothing was changed)\n"


@pytest.mark.usefixtures("better")
def test_keys_and_queries_select(run: Runner, library: Path) -> None:
    assert run("reextract", "holt2019", "--diff").lines == ["holt2019  archive: {+Journal of Shift Work+}  (registry.archive)"]
    assert run("reextract", "--where", "galon", "--diff").lines == [
        "galon2012  archive: {+Registry Medicine+}  (registry.archive)"
    ]
    assert run("reextract", "--where", "nobody", "--diff").code == 1


@pytest.mark.usefixtures("better")
def test_json_is_one_line_a_change(run: Runner, library: Path) -> None:
    assert run("reextract", "holt2019", "--diff", "--json").json == [
        {
            "citekey": "holt2019",
            "source": run("show", "holt2019", "--page", "--json").json[0]["origin"],
            "portal": "pure",
            "field": "archive",
            "old": None,
            "new": "Journal of Shift Work",
            "old_rules": [],
            "new_rules": ["registry.archive"],
            "note": "",
            "confirmed": False,
        }
    ]


@pytest.mark.usefixtures("better")
def test_diff_changes_nothing_and_apply_takes_it_as_one_step(run: Runner, library: Path) -> None:
    before = run("list", "--json").out
    run("reextract", "--diff")
    assert run("list", "--json").out == before
    done = run("reextract", "--apply")
    assert done.err == "2 changes in 2 records: archive 2; by portal: pure 2\n"
    assert {line["record"]["archive"] for line in run("list", "--json").json} == {
        "Registry Medicine",
        "Journal of Shift Work",
    }
    assert run("reextract", "--diff").err == "nothing changes (a dry run: nothing was changed)\n"
    run("undo")
    assert run("list", "--json").out == before


@pytest.mark.usefixtures("better")
def test_what_was_edited_is_never_touched(run: Runner, library: Path) -> None:
    run("set", "galon2012", "archive=Galon & Sons")
    run("unset", "holt2019", "archive")
    assert run("reextract", "--diff").err == "nothing changes (a dry run: nothing was changed)\n"
    assert run("reextract", "--apply").code == 0
    (entry,) = run("show", "galon2012", "--json").json
    assert entry["record"]["archive"] == "Galon & Sons"
    assert "archive" not in run("show", "holt2019", "--json").json[0]["record"]


def test_a_value_of_several_words_is_compared_word_by_word(run: Runner, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def better(page):
        read = original(page)
        if isinstance(read, Extraction) and "myeloma" in page.text:
            read.record["title"] = "Lenalidomide in older patients with myeloma: a registry study of two years"
            del read.record["page"]
        return read

    original = reading.read
    monkeypatch.setattr(reading, "read", better)
    assert run("reextract", "galon2012", "--diff").lines == [
        "galon2012  title: Lenalidomide in older [-adults-]{+patients+} with myeloma: a registry study{+ of two years+}  (pure.title)",
        "galon2012  page: [-20-31-]  (pure.page)",
    ]


def test_a_page_of_the_inbox_may_become_an_entry(run: Runner, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "news.txt").write_text(NEWS, encoding="utf-8")
    run("ingest", "news.txt", "--library", "refs.litcli")
    reason = run("inbox", "list", "--json", "--library", "refs.litcli").json[0]["reason"]
    original, myeloma = reading.read, reading.read_text(MYELOMA)
    monkeypatch.setattr(reading, "read", lambda page: myeloma if page.text.startswith("Town") else original(page))
    line = f"news.txt  verdict: [-rejected: {reason}-]{{+a record+}}"
    assert run("reextract", "--diff", "--library", "refs.litcli").lines == [line]
    assert run("reextract", "--apply", "--library", "refs.litcli").lines == [f"{line}  (new galon2012)"]
    assert run("list", "--library", "refs.litcli").lines[0].startswith("galon2012")


def test_a_page_that_would_be_set_aside_keeps_its_entry(run: Runner, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from litcli.extract.result import Rejection

    monkeypatch.setattr(reading, "read", lambda _page: Rejection("a shop"))
    before = run("list", "--json").out
    done = run("reextract", "holt2019", "--apply")
    assert done.lines == ["holt2019  verdict: [-a record-]{+rejected: a shop+}  (kept as it was read before)"]
    assert run("list", "--json").out == before


def test_what_a_person_said_of_a_rejected_page_stays(run: Runner, library: Path) -> None:
    page = run("inbox", "list", "--json").json[0]["sha256"]
    run("inbox", "reject", page, "--reason", "a poster")
    run("reextract", "--apply")
    assert [line["reason"] for line in run("inbox", "list", "--json").json if line["sha256"] == page] == ["a poster"]


def test_of_a_long_text_only_what_stands_around_a_change_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    old = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."
    change = Change("a2020", "", "pure", "abstract", old, old.replace("fourteen", "14"), ("x",), ("y",))
    show(Screen(), change, as_json=False)
    assert (
        capsys.readouterr().out
        == "a2020  abstract: …eight nine ten eleven twelve thirteen [-fourteen-]{+14+} fifteen.  (x -> y)\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "Bees", [("new", "Bees")]),
        ("Bees", "", [("gone", "Bees")]),
        ("20-31", "20-39", [("same", "20-"), ("gone", "31"), ("new", "39")]),
        ("a" * 30_000, "b" * 30_000, [("gone", "a" * 30_000), ("new", "b" * 30_000)]),
    ],
)
def test_two_texts_are_compared_in_words(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    assert list(differences(old, new)) == pieces
