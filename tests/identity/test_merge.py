"""Versions of a work become one record, whatever their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.identity.merge import EDIT, Version, merge


def versions(*values, field="title", sure=None):
    trust = sure or [0.9] * len(values)
    return [Version(number, {field: value}, {field: trust[number]}) for number, value in enumerate(values)]


FULL = [{"family": "Galon", "given": "Jérôme"}, {"family": "Zitvogel", "given": "Laurence"}]
INITIALS = [{"family": "Galon", "given": "J."}, {"family": "Zitvogel", "given": "L."}]
OTHERS = [{"family": "Ito", "given": "Ken"}]


@pytest.mark.parametrize(
    ("field", "values", "trust", "merged"),
    [
        ("volume", ["14", "15"], [0.9, 0.8], "14"),
        ("volume", ["14", "15", "15"], [0.9, 0.8, 0.8], "15"),
        ("volume", ["14", "15", "15"], [0.99, 0.8, 0.8], "14"),
        ("volume", ["1", "14"], [0.9, 0.9], "14"),
        ("title", ["ON BEES", "On Bees"], [0.95, 0.9], "On Bees"),
        ("title", ["Uber Bienen", "Über Bienen"], [0.95, 0.9], "Über Bienen"),
        ("title", ["On Bees", "On Bees: a study"], [0.95, 0.9], "On Bees: a study"),
        ("title", ["On Bees", "On Bees | Journal of Bees"], [0.95, 0.9], "On Bees"),
        ("author", [FULL, INITIALS], [0.8, 0.9], FULL),
        ("author", [FULL, OTHERS], [0.8, 0.9], OTHERS),
        ("author", [FULL, FULL[:1]], [0.8, 0.9], FULL[:1]),
        ("keyword", [["bees"], ["Bees", "wings"]], [0.9, 0.8], ["Bees", "wings"]),
        ("keyword", [["bees"], ["wings"]], [0.9, 0.8], ["bees"]),
        ("issued", [{"date-parts": [[2013]]}, {"date-parts": [[2013, 5, 1]]}], [0.9, 0.8], {"date-parts": [[2013, 5, 1]]}),
        ("issued", [{"date-parts": [[2013]]}, {"date-parts": [[2014, 5, 1]]}], [0.9, 0.8], {"date-parts": [[2013]]}),
        ("issued", [{"literal": "in press"}, {"date-parts": [[2014]]}], [0.8, 0.9], {"date-parts": [[2014]]}),
        ("page", ["117", "117-125"], [0.9, 0.8], "117-125"),
        ("page", ["117-25", "117-125"], [0.9, 0.8], "117-125"),
        ("page", ["117", "1170"], [0.9, 0.8], "117"),
        ("language", ["en", "en-GB"], [0.9, 0.8], "en-GB"),
        ("abstract", ["Bees. " * 20, "Bees. " * 40], [0.9, 0.8], "Bees. " * 40),
        ("abstract", ["Bees.", "Bees. " * 40], [0.9, 0.8], "Bees."),
        ("DOI", ["10.1/a", "10.1/ab"], [0.9, 0.8], "10.1/a"),
    ],
)
def test_a_field_of_several_versions(field, values, trust, merged):
    assert merge(versions(*values, field=field, sure=trust)).record == {field: merged}
    assert merge(reversed(versions(*values, field=field, sure=trust))).record == {field: merged}


def test_each_field_comes_from_the_version_that_states_it_best():
    one = Version(7, {"title": "On Bees", "volume": "1"}, {"title": 0.99, "volume": 0.3})
    two = Version(8, {"title": "Navigation", "volume": "2", "issue": "3"}, {"title": 0.4, "volume": 0.9, "issue": 0.9})
    merged = merge([one, two])
    assert merged.record == {"title": "On Bees", "volume": "2", "issue": "3"}
    assert merged.origins == {"title": 7, "volume": 8, "issue": 8}


@pytest.mark.parametrize(("sure", "left_out"), [(0.9, True), (0.2, False)])
def test_that_authors_are_left_out_goes_with_the_authors_of_the_page_that_says_so(sure, left_out):
    short = Version(1, {"author": FULL[:1], "authors-incomplete": "yes"}, {"author": sure})
    whole = Version(2, {"author": FULL}, {"author": 0.5})
    assert ("authors-incomplete" in merge([short, whole]).record) is left_out
    assert "authors-incomplete" not in merge([short], {"author": FULL}).record


def test_of_a_preprint_and_its_article_the_article_says_when_and_where_it_appeared():
    preprint = {
        "type": "article",
        "title": "Sorting spoons",
        "issued": {"date-parts": [[2021, 5, 2]]},
        "DOI": "10.48550/arXiv.2105.1",
    }
    article = {"type": "article-journal", "title": "Sorting Spoons", "issued": {"date-parts": [[2022]]}, "volume": "3"}
    first, second = Version(1, preprint | {"arXiv": "2105.00001"}, {}, 0.99), Version(2, article, {}, 0.8)
    merged = merge([first, second]).record
    assert merged == article | {"title": "Sorting spoons", "arXiv": "2105.00001", "DOI": "10.48550/arXiv.2105.1"}
    assert merge([first]).record == first.record


def test_edits_win_and_can_take_away():
    merged = merge(versions("On Bees"), {"title": None, "note": "mine", "volume": "3"})
    assert merged.record == {"volume": "3", "note": "mine"}
    assert merged.origins == {"note": EDIT, "volume": EDIT}


def test_nothing_merged_is_nothing():
    assert merge([]).record == {}


def test_fields_come_in_the_tables_order_and_unknown_ones_last():
    merged = merge([Version(1, {"zz": "x", "DOI": "10.1/a", "title": "T", "aa": "y"}, {})])
    assert list(merged.record) == ["title", "DOI", "aa", "zz"]


VALUES = {
    "title": st.sampled_from(["On Bees", "ON BEES", "On bees: a study", "On Bees: A Study of Wings", "Wasps"]),
    "volume": st.sampled_from(["1", "2", "SUPPL.I"]),
    "author": st.lists(st.sampled_from([*FULL, *INITIALS, *OTHERS, {"literal": "WHO"}]), min_size=1, max_size=3),
    "keyword": st.lists(st.sampled_from(["bees", "Bees", "wings", "sand"]), min_size=1, max_size=3),
    "issued": st.sampled_from(
        [{"date-parts": [[2013]]}, {"date-parts": [[2013, 5]]}, {"date-parts": [[2013], [2014]]}, {"literal": "in press"}]
    ),
    "abstract": st.sampled_from(["Bees. " * 20, "Bees. " * 30, "bees " * 30, "Other."]),
}
RECORDS = st.fixed_dictionaries({}, optional=VALUES)
TRUST = st.fixed_dictionaries({}, optional={field: st.sampled_from([0.3, 0.5, 0.9, 0.99, 1.0]) for field in VALUES})


@given(st.lists(st.tuples(RECORDS, TRUST), max_size=5), st.randoms())
def test_the_order_of_the_versions_never_matters(parts, random):
    ordered = [Version(number, record, trust) for number, (record, trust) in enumerate(parts)]
    shuffled = random.sample(ordered, len(ordered))
    assert merge(shuffled) == merge(ordered)
    renumbered = [Version(len(parts) - one.source, one.record, one.trust) for one in shuffled]
    assert merge(renumbered).record == merge(ordered).record


@given(st.lists(st.tuples(RECORDS, TRUST), max_size=5))
def test_every_value_is_one_that_a_version_states(parts):
    merged = merge(Version(number, record, trust) for number, (record, trust) in enumerate(parts))
    assert set(merged.record) == {field for record, _ in parts for field in record}
    for field, source in merged.origins.items():
        assert merged.record[field] == parts[source][0][field]


def test_a_journal_keeps_its_full_name_though_a_surer_page_abbreviates_it():
    full = Version(1, {"title": "On Bees", "container-title": "Journal of Nocturnal Ecology"}, {"container-title": 0.7})
    short = Version(2, {"title": "On Bees", "container-title": "J Noct Ecol"}, {"container-title": 0.98})
    assert merge([full, short]).record["container-title"] == "Journal of Nocturnal Ecology"
    other = Version(3, {"title": "On Bees", "container-title": "Journal of Daylight"}, {"container-title": 0.99})
    assert merge([full, other]).record["container-title"] == "Journal of Daylight"
