"""Volumes, issues and pages as pages print them."""

import pytest
from hypothesis import given

from litcli.model.numbers import VolumeIssue, issue, page_range, volume, volume_issue
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14(2)", VolumeIssue("14", "2")),
        ("136(39-40)", VolumeIssue("136", "39-40")),
        ("12 (Suppl 1)", VolumeIssue("12", "Suppl 1")),
        ("Vol. 14, No. 2", VolumeIssue("14", "2")),
        ("Volume 7 (2004) no. 6-7", VolumeIssue("7", "6-7")),
        ("2012, Vol. 29 Issue (8)", VolumeIssue("29", "8")),
        ("Bd. 14. H. 1/2", VolumeIssue("14", "1/2")),
        ("55 (2016), Nr.12", VolumeIssue("55", "12")),
        ("Ročník 39; číslo 1", VolumeIssue("39", "1")),
        ("vol.43 no.3", VolumeIssue("43", "3")),
        ("Т. 5, № 2", VolumeIssue("5", "2")),
        ("59 巻 10 号", VolumeIssue("59", "10")),
        ("2011,(10)", VolumeIssue(None, "10")),
        ("17/2020", VolumeIssue(None, "17")),
        ("Vol. II", VolumeIssue("II", None)),
        ("Vol. 1982.007", VolumeIssue("1982.007", None)),
        ("No 2", VolumeIssue(None, "2")),
        ("600", VolumeIssue("600", None)),
        ("in press", "in press"),
        ("IV-1/W1", "IV-1/W1"),
        ("2013", "2013"),
        ("", ""),
    ],
)
def test_volume_and_issue(text: str, expected: VolumeIssue | str) -> None:
    assert volume_issue(text) == expected


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
    assert volume_issue(text) == text or isinstance(volume_issue(text), VolumeIssue)
