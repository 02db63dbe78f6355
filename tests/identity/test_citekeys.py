"""Citekeys: from a pattern, plain ASCII, counted on with letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import BadValue, UnknownName
from litcli.identity.citekeys import PIECES, check, free, pattern

RECORD = {
    "type": "article-journal",
    "title": "The Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": [{"family": "Semeraro", "given": "M"}, {"family": "Vacchelli"}, {"family": "Galon"}, {"family": "Ito"}],
    "issued": {"date-parts": [[2013, 11]]},
    "container-title": "Journal of Clinical Oncology",
    "volume": "14",
    "page": "117-125",
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{family}{year}", "semeraro2013"),
        ("{families}{shortyear}", "semerarovacchelligalonetal13"),
        ("{family}{year}{title}", "semeraro2013trial"),
        ("{family}_{year}-{words}", "semeraro_2013-trialwatchlenalidomide"),
        ("{journal}:{volume}.{page}", "jco:14.117"),
        ("Ref{year}", "Ref2013"),
        ("{type}/{family}", "articlejournal/semeraro"),
    ],
)
def test_patterns(text, key):
    assert pattern(text).key(RECORD) == key


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"author": [{"family": "Müller"}], "issued": {"date-parts": [[2013]]}}, "muller2013"),
        ({"author": [{"family": "O’Neil-Ørsted"}]}, "oneilorstednd"),
        ({"author": [{"family": "Beethoven", "non-dropping-particle": "van"}]}, "vanbeethovennd"),
        ({"author": [{"family": "王", "given": "思聪"}]}, "wangnd"),
        ({"author": [{"literal": "World Health Organization of Everything"}]}, "worldhealthorganizationnd"),
        ({"author": [{"given": "Plato"}]}, "platond"),
        ({"editor": [{"family": "Galon"}]}, "galonnd"),
        ({"title": "The bees"}, "beesnd"),
        ({"title": "Die"}, "diend"),
        ({"title": "?!"}, "anonnd"),
        ({}, "anonnd"),
        ({"title": "Bees", "issued": {"literal": "in press"}}, "beesnd"),
        ({"title": "x" * 200}, "x" * 64),
    ],
)
def test_what_stands_in_for_what_is_missing(record, key):
    assert pattern("{family}{year}").key(record) == key


def test_a_pattern_of_which_nothing_is_left_gives_a_key_all_the_same():
    assert pattern("{volume}{journal}").key({}) == "entry"


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("{famly}{year}", UnknownName, "no piece of a citekey is called 'famly'; did you mean family"),
        ("{}", UnknownName, "no piece of a citekey is called ''"),
        ("plain", BadValue, "names no piece"),
        ("", BadValue, "names no piece"),
        ("{family} {year}", BadValue, "may hold"),
        ("{family}{year", BadValue, "may hold"),
        ("{family}ü", BadValue, "may hold"),
    ],
)
def test_malformed_patterns_are_refused(text, error, says):
    with pytest.raises(error, match=says):
        pattern(text)


def test_letters_go_on_after_z():
    taken = set()
    for _ in range(60):
        taken.add(free("li2020", taken))
    assert {"li2020", "li2020a", "li2020z", "li2020aa", "li2020az", "li2020ba", "li2020bg"} <= taken
    assert free("Li2020", taken) == "Li2020bh"


@pytest.mark.parametrize("key", ["", "a b", "ü2013", "-a", "a,b", "a{b}", "a%", "a#", "a\n", "a~", "a\\"])
def test_what_would_not_live_in_latex_is_no_key(key):
    with pytest.raises(BadValue, match="cannot be a citekey"):
        check(key)


@given(
    st.sampled_from(sorted(PIECES)),
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.text(),
            "author": st.lists(
                st.fixed_dictionaries({}, optional={"family": st.text(), "literal": st.text(), "given": st.text()})
            ),
            "container-title": st.text(),
            "volume": st.text(),
            "page": st.text(),
            "type": st.text(),
        },
    ),
)
def test_every_key_is_well_formed(piece, record):
    key = pattern("{" + piece + "}").key(record)
    assert check(key) == key
    assert re.fullmatch(r"[a-z0-9]{1,64}", key)
