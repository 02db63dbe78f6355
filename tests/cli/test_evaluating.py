import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.intake.corpora import corpus

from .conftest import Runner


@pytest.fixture
def small(home: Path) -> str:
    return str(corpus(home / "corpus"))


def test_the_sums_stand_last(run: Runner, small: str) -> None:
    done = run("eval", small)
    assert done.code == 0
    assert done.lines[-3:-1] == ["negatives rejected: 2/2", "overall P 0.3125 R 0.7143 F1 0.4348 over 4 pages"]
    assert re.fullmatch(r"expected calibration error 0\.\d{4} over 16 values in \d+ bins", done.lines[-1])
    assert "title            1.000  1.000  1.000  2  0  0  0" in done.lines
    assert "accepted  2  1  0" in done.lines


def test_json_tells_the_same_in_lines(run: Runner, small: str) -> None:
    rows = run("eval", small, "--json").json
    assert {row["of"] for row in rows} == {"field", "portal", "language", "verdict", "bin", "overall"}
    assert rows[-1].items() >= {
        "right": 5, "wrong": 1, "missing": 1, "invented": 10, "f1": 0.4348, "pages": 4, "negatives": 2, "negatives_rejected": 2,
    }.items()  # fmt: skip
    assert sum(row["values"] for row in rows if row["of"] == "bin") == 16


def test_errors_are_listed_with_what_was_read_and_stated(run: Runner, small: str) -> None:
    lines = run("eval", small, "--errors").lines
    assert "shifts: publisher missing: read nothing, stated 'Sleep House'" in lines
    assert any(
        re.fullmatch(r"shifts: issued wrong \(pure\.status-date, 0\.\d\d sure\): read '2019', stated '2018'", x) for x in lines
    )
    assert [row["said"] for row in run("eval", small, "--errors", "--json").json if row["of"] == "error"].count("invented") == 10


def test_the_plot_is_an_svg(run: Runner, small: str, home: Path) -> None:
    done = run("eval", small, "--plot", "plot.svg")
    assert (done.code, done.err) == (0, "drew plot.svg\n")
    drawn = ET.parse(home / "plot.svg").getroot()  # noqa: S314  our own file
    bars = [title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert sum(int(text.split()[1]) for text in bars if text) == 16
    assert run("eval", small, "--plot", "plot.png").code == 2


def test_the_exit_code_holds_a_floor(run: Runner, small: str) -> None:
    assert run("eval", small, "--min", "0.43", "--max-ece", "0.9").code == 0
    done = run("eval", small, "--min", "0.5")
    assert (done.code, done.err) == (4, "litcli: the overall F1 is 0.4348, below 0.5\n")
    assert run("eval", small, "--max-ece", "0.1").code == 4


def test_a_folder_that_is_no_corpus_is_told(run: Runner, home: Path) -> None:
    done = run("eval", str(home))
    assert done.code == 2
    assert "no corpus; it holds pages/NAME.txt with gold/NAME.json, or NAME.txt beside NAME.json" in done.err
