"""Pages that hold no record of one work, each in `negatives/`, and the reason that the reader gives for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from litcli.extract import engine, verdict
from litcli.extract.candidates import Candidate, Standing
from litcli.extract.result import Rejection
from tests.extract.texts import page

REASONS = {
    "conf": "a page of a journal about itself",
    "cookie": "nothing on it is plainly the record of a work",
    "course-de": "a course",
    "empty": "no title and no abstract",
    "error": "an error",
    "issue-ru": "no title and no abstract",
    "login": "a wall: log in, cookies or consent",
    "news": "news",
    "news-de": "news",
    "profile": "a list of several works",
    "project": "an activity, a prize or a project",
    "search-es": "a list of search results",
    "shop": "a shop",
    "toc": "a list of several works",
}


@pytest.mark.parametrize("path", sorted(Path(__file__).with_name("negatives").glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_of_another_kind_is_rejected(path):
    assert engine.read(page(path.read_text(encoding="utf-8"))) == Rejection(REASONS[path.stem])


@pytest.mark.parametrize(
    "count",
    [
        "312 results",
        "About 2,310 results (0.31 seconds)",
        "Showing 1-20 of 314 results",
        "1.234 Treffer",
        "Найдено 320 результатов",
        "找到 1,245 条结果",
    ],
)
def test_a_page_that_counts_results_is_a_list_of_them(count: str):
    listed = "Moss on the roofs of cold valleys\nAnna Bergqvist, Jan Ruiter\nSalt in the wind of the coast\nIda Holt"
    assert engine.read(page(f"{count}\n{listed}")) == Rejection("a list of search results")


def test_labels_of_title_and_authors_that_come_again_are_of_several_works():
    one = "Title: On the number of chairs in a room\nAuthors: Mara Stuhl, Pieter de Bank\nComments: 4 pages"
    two = "Title: Tables that have no legs at all\nAuthors: Mara Stuhl\nSubjects: furniture"
    assert engine.read(page(f"{one}\n{two}")) == Rejection("a list of several works")


def test_labels_that_come_again_with_the_title_in_another_language_are_of_one_work():
    one = "Title: The growth of moss on old roofs of houses\nAuthor: Petrov, Ivan\n"
    other = "Title: Рост мха на старых крышах домов\nAuthor: Петров, Иван\n"
    read = engine.read(page(f"{one}{other}Journal: Moss\nVolume: 3\nYear: 2019\n"))
    assert not isinstance(read, Rejection)


def chosen(**confidences: float) -> dict[str, Candidate]:
    return {field.replace("_", "-"): Candidate(field.replace("_", "-"), (), "x.y", sure) for field, sure in confidences.items()}


@pytest.mark.parametrize(
    ("fields", "confidence", "doubts"),
    [
        ({"title": 0.9, "author": 0.9, "type": 0.9, "container_title": 0.9}, 0.656, []),
        ({"title": 0.9, "author": 0.9, "volume": 0.1}, 0.81, []),
        ({"title": 0.95, "author": 0.5, "type": 0.95}, 0.451, ["what may be wrong: authors (50% sure)"]),
        (
            {"title": 0.98, "author": 0.8, "container_title": 0.4},
            0.314,
            ["what may be wrong: journal or book (40% sure), authors (80% sure)"],
        ),
        ({"author": 0.98}, 0.49, ["the page states no title"]),
    ],
)
def test_a_record_is_as_sure_as_what_is_vital_in_it(fields, confidence, doubts):
    assert (verdict.confidence_of(chosen(**fields)), verdict.doubts_of(chosen(**fields))) == (confidence, doubts)


def test_what_is_most_likely_wrong_is_left_out_and_said():
    chosen = {
        "title": Candidate("title", (), "generic.title", 0.1),
        "volume": Candidate("volume", (), "generic.citation", 0.2),
        "issue": Candidate("issue", (), "generic.citation", 0.6),
    }
    assert verdict.kept(chosen).keys() == {"title", "issue"}
    assert verdict.left_out(chosen) == ["left out, since most likely wrong: volume (20% sure)"]


def test_a_page_that_states_everything_twice_is_doubtful():
    row = Candidate("x", (), "generic.row", 0.95, Standing(1, 0.9))
    chosen = {field: replace(row, field=field) for field in ("title", "volume", "issue", "page")}
    assert verdict.doubts_of(chosen) == ["it may hold several works: it states more than one volume, issue, pages"]
    del chosen["page"]
    assert verdict.doubts_of(chosen) == []
