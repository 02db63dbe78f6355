"""Which line at the head of a page is the title."""

import pytest

from litcli.extract.readers.titles import read_title
from tests.extract.texts import laid_out

BELOW = (
    "Anna Bergqvist, Jan Meer\n\nAbstract\n\n"
    + "The stones in the cold rivers are darker than those in the warm ones, and nobody knows why. " * 3
)


def title(head: str) -> str | None:
    found = read_title(laid_out(f"{head}\n\n{BELOW}"), frozenset(), "test")
    return str(found.value) if found else None


@pytest.mark.parametrize(
    "line",
    [
        "Home range of the water vole along a gradient of sheep grazing in upland bogs",
        "Search for the dark stones of cold rivers: a survey of forty years in two regions",
        "Stones of cold rivers",
    ],
)
def test_a_title_may_begin_with_a_word_that_buttons_bear(line: str) -> None:
    assert title(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Home About Journals Contact",
        "首页 期刊 论文 关于我们",
        "Note! If you want an answer to a question, you must specify your email address",
    ],
)
def test_buttons_and_notices_are_no_titles(line: str) -> None:
    assert title(line) is None
