"""Pages that hold no record of one work, each in `negatives/`, and the reason that the reader gives for it."""

from pathlib import Path

import pytest

from litcli.extract import engine
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
