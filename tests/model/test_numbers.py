"""Volumes, issues and pages as pages print them."""

import pytest
from hypothesis import given

from litcli.model.numbers import issue, page_bounds, page_range, volume
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S383-S385", "S383-S385"),
        ("655-9", "655-9"),
        ("44–50", "44-50"),
        ("239 - 252", "239-252"),
        ("123--130", "123-130"),
        ("3022-", "3022"),
        ("pp. 3-13", "3-13"),
        ("S.738-747", "738-747"),
        ("с. 239-274", "239-274"),
        ("88101-088101", "88101-088101"),
        ("iii–xii", "iii-xii"),
        ("12–15, 20–22", "12-15, 20-22"),
        ("e26494", "e26494"),
        ("45 p.", "45 p."),
        ("n/a", "n/a"),
    ],
)
def test_pages(text: str, expected: str) -> None:
    assert page_range(text) == expected


def test_labels_fall_away() -> None:
    assert [volume(text) for text in ("Årg. 1", "Vol. 3", "14", "t")] == ["1", "3", "14", "t"]
    assert [issue(text) for text in ("No. 3–4", "Heft 2", "SUPPL.I", "no")] == ["3-4", "2", "SUPPL.I", "no"]


@given(SOUP)
def test_reading_twice_changes_nothing(text: str) -> None:
    for read in (page_range, volume, issue):
        assert read(read(text)) == read(text)


@pytest.mark.parametrize(
    ("pages", "bounds"),
    [
        ("1-9", ("1", "9")),
        ("123-8", ("123", "128")),
        ("1098-101", ("1098", "1101")),
        ("S383-S85", ("S383", "S385")),
        ("e12-e15", ("e12", "e15")),
        ("98-2", ("98", "2")),
        ("12", None),
        ("1-3, 7-9", None),
        ("xii-xx", None),
    ],
)
def test_the_last_page_of_a_range_is_written_out(pages, bounds):
    assert page_bounds(pages) == bounds
