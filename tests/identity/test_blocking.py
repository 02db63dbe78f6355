"""Keys under which a work is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.identity.blocking import family, keys
from litcli.identity.folding import fold, squeeze

RECORD = {
    "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": [{"family": "Semeraro", "given": "Michaela"}],
    "issued": {"date-parts": [[2013, 11]]},
    "volume": "2",
    "page": "117-125",
    "DOI": "10.4161/ONCI.26494",
    "PMID": "24482747",
    "ISBN": ["9783642233500"],
}


def test_all_keys_of_a_full_record():
    assert keys(RECORD) == [
        "at:semeraro|2|117",
        "doi:10.4161/onci.26494",
        "isbn:9783642233500",
        "pmid:24482747",
        "ti:trialwatchlenalidomidebasedi|2013",
        "ti:trialwatchlenalidomidebasedi|semeraro",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "TRIAL WATCH. Lenalidomide based immuno-chemotherapy"},
        {"title": "Trial Watch: Lenalidomide-based immunochemotherapy: an update"},
        {"issued": {"date-parts": [[2014]]}, "DOI": "10.1/x"},
        {"author": [{"family": "SEMERARO", "given": "M."}], "DOI": "10.1/x"},
        {"title": "Another title altogether"},
    ],
)
def test_versions_of_a_work_share_a_key(change):
    assert set(keys(RECORD)) & set(keys(RECORD | change))


def test_other_works_share_none():
    assert not set(keys(RECORD)) & set(keys({"title": "Trial Watch: Adoptive cell transfer", "author": RECORD["author"]}))


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ({}, []),
        ({"title": "?!"}, []),
        ({"title": "Bees"}, ["ti:bees"]),
        ({"title": "Bees", "editor": [{"literal": "W.H.O."}]}, ["ti:bees|who"]),
        ({"volume": "2"}, []),
        ({"volume": "2", "number": "e26494"}, ["at:|2|e26494"]),
        ({"arXiv": "2101.00001v2"}, ["arxiv:2101.00001"]),
    ],
)
def test_what_is_missing_gives_no_key(record, found):
    assert keys(record) == found


def test_the_first_author_or_editor_names_the_family():
    assert family({"author": [{"family": "Ørsted-Łuk"}]}) == "orstedluk"
    assert family({"author": [{"given": "?"}], "editor": [{"family": "Ito"}]}) == "ito"
    assert family({}) == ""


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert squeeze(text) == squeeze(fold(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("CO₂", "co2"),
        ("ﬁn", "fin"),
        ("Ærø Łódź", "aero lodz"),
        ("a_b", "a b"),
        ("İstanbul", "istanbul"),
        ("癌症", "癌症"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded
