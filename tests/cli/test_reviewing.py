"""Reviewing: a list for scripts, one entry after the other for a person."""

from pathlib import Path

import pytest

from .conftest import SHIFTS, Runner
from .test_terminal import STYLED, on_terminal


def answered(*answers: str) -> list[str]:
    """Review on a terminal, give these answers and close the input; return the lines that were shown."""
    code, shown = on_terminal("review", columns=100, answer="".join(f"{answer}\n" for answer in (*answers, "\x04")).encode())
    assert code == 0
    return [line.rstrip() for line in STYLED.sub("", shown).splitlines()]


def waiting(run: Runner) -> list[str]:
    return [row["citekey"] for row in run("review", "--json").json]


def test_off_a_terminal_the_worst_is_listed_first_and_nothing_changes(run: Runner, library: Path) -> None:
    before = library.read_bytes()
    first, second = run("review", "--json").json
    assert first["expected_errors"] >= second["expected_errors"] > 0
    assert {first["citekey"], second["citekey"]} == {"galon2012", "holt2019"}
    assert first["record"]["type"] == "article-journal"
    assert set(first["sure"]) <= set(first["record"])
    lines = run("review").lines
    assert [line.split()[0] for line in lines] == [first["citekey"], second["citekey"]]
    assert lines[0].split()[1] == f"{first['expected_errors']:.2f}"
    assert [line.split()[0] for line in run("review", "--limit", "1").lines] == [first["citekey"]]
    assert [row["citekey"] for row in run("review", "myeloma", "--json").json] == ["galon2012"]
    assert library.read_bytes() == before


def test_nothing_to_review_is_told(run: Runner, library: Path) -> None:
    done = run("review", "year:1850")
    assert (done.code, done.out, done.err) == (1, "", "nothing is left to review\n")


def test_an_entry_is_shown_beside_its_page_and_what_is_accepted_is_not_shown_again(run: Runner, library: Path) -> None:
    first, second = waiting(run)
    lines = answered("a", "s")
    assert any(line.startswith(f"1 of 2: {first}; in doubt: ") for line in lines)
    assert any(line.startswith("title Night shifts and the sleep of nurses: a diary study") for line in lines)
    assert any(line.startswith("Volumevolume 14") for line in lines)
    assert lines[-1].endswith("accepted 1; 1 entry left")
    assert waiting(run) == [second]
    assert run("log", "--limit", "1").lines[0].endswith(f"review {first}")
    run("undo")
    assert waiting(run) == [first, second]


def test_a_correction_is_an_edit_and_a_step_of_its_own(run: Runner, library: Path) -> None:
    (key, _) = waiting(run)
    lines = answered("f volume=15", "u issue", "a", "q")
    assert lines[-1].endswith("accepted 1; 1 entry left")
    (entry,) = run("show", key, "--json").json
    assert (entry["record"]["volume"], "issue" in entry["record"], entry["edited"]) == ("15", False, ["issue", "volume"])
    assert [line.split("  ")[-1].strip() for line in run("log", "--limit", "3").lines] == [
        f"review {key}",
        f"unset issue of {key}",
        f"set volume of {key}",
    ]


def test_what_is_rejected_goes_to_the_trash(run: Runner, library: Path) -> None:
    (first, second) = waiting(run)
    assert answered("r")[-1].endswith("rejected 1; 1 entry left")
    assert [row["citekey"] for row in run("list", "--trash", "--json").json] == [first]
    assert waiting(run) == [second]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("f volume", "say what is right as FIELD=VALUE: f volume=2"),
        ("f colour=red", "no field is called 'colour'"),
        ("t", "correct a field first: f FIELD=VALUE"),
        ("x", "'x' is no key here; a accept,"),
    ],
)
def test_a_wrong_answer_is_told_and_asked_again(run: Runner, library: Path, answer: str, told: str) -> None:
    lines = answered(answer, "q")
    assert any(told in line for line in lines)
    assert lines[-1].endswith("changed nothing; 2 entries left")


def test_the_whole_page_is_shown_when_asked_for(run: Runner, library: Path) -> None:
    excerpts, with_whole = answered("q"), answered("p", "q")
    assert len([line for line in with_whole if "Research output:" in line]) == 2 * len(
        [line for line in excerpts if "Research output:" in line]
    )


def test_a_correction_can_be_taught(run: Runner, library: Path, home: Path) -> None:
    odd = SHIFTS.replace("Volume14", "Bandnummer14").replace("Night shifts", "Early shifts").replace("Holt", "Brandt")
    (home / "odd.txt").write_text(odd, encoding="utf-8")
    run("ingest", "odd.txt")
    code, shown = on_terminal("review", "key:brandt2019", columns=100, answer=b"f volume=14\nt\ny\nq\n")
    assert code == 0
    assert "Bandnummer" in shown
    assert "Keep it? [y/N]" in shown
    assert "the library has learned volume; 'litcli reextract --apply' reads kept pages again" in shown
    assert run("log", "--limit", "1").lines[0].endswith("teach pure: volume")
