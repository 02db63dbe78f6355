"""Whole pages read, and what holds for every page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litcli.extract import engine, portals
from litcli.extract.normalise import normalise
from litcli.extract.result import Extraction, Rejection
from tests.extract.texts import PURE, UNKNOWN_PORTAL, page


def read(text: str) -> Extraction:
    reading = engine.read(page(text))
    assert isinstance(reading, Extraction), reading
    return reading


def test_a_pure_page_gives_all_that_it_states_and_names_what_it_lacks():
    found = read(PURE)
    assert found.portal == "pure"
    assert found.record == {
        "title": "Dew on spider silk: a field study of wet mornings",
        "author": [
            {"family": "Bergqvist", "given": "Anna"},
            {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"},
            {"family": "O'Neil", "given": "M."},
        ],
        "type": "article-journal",
        "peer-reviewed": "yes",
        "language": "en",
        "number": "e1207",
        "container-title": "Journal of Wet Mornings",
        "volume": "14",
        "issue": "3-4",
        "status": "Published",
        "issued": {"date-parts": [[2016, 5, 12]]},
        "keyword": ["dew", "orb webs", "Araneae"],
        "citation-count": "12",
        "citation-source": "Scopus",
        "abstract": found.record["abstract"],
    }
    assert found.missing == ("DOI",)
    assert str(found.record["abstract"]).startswith("Silk that is wet")
    assert str(found.record["abstract"]).endswith("not the wind.")


def test_a_page_of_an_unknown_portal_is_read_by_what_it_says():
    found = read(UNKNOWN_PORTAL)
    assert found.portal == "generic"
    assert found.record["title"] == "On the colour of pebbles in cold rivers"
    assert found.record["container-title"] == "Annals of River Stones"
    assert (found.record["volume"], found.record["issue"], found.record["page"]) == ("22", "4", "101-118")
    assert found.record["keyword"] == ["pebbles", "moss", "colour"]


def test_an_identifier_among_the_references_is_not_the_works_own():
    assert "DOI" not in read(UNKNOWN_PORTAL).record


@pytest.mark.parametrize("text", [PURE, UNKNOWN_PORTAL])
def test_every_value_is_what_its_normaliser_makes_of_the_characters_it_points_at(text):
    found = read(text)
    for field, places in found.evidence.items():
        value = found.record[field]
        items = value if isinstance(value, list) else [value]
        assert len(items) == len(places)
        for item, place in zip(items, places, strict=True):
            assert normalise(field, [text[start:end] for start, end in place.parts], place.rule) == item


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Please log in\n\nForgot your password?",
        "404 Not Found\n\nThe page could not be found.",
        "15 Search results for moss\n\nMoss and stones\n\nAnna Bergqvist\n\nStones 3 (2001) 1-4\n\nMoss and rivers\n\nJan Meer",
        "We use cookies",
    ],
)
def test_a_page_without_a_record_is_rejected_with_its_reason(text):
    reading = engine.read(page(text))
    assert isinstance(reading, Rejection)
    assert reading.reason


def test_a_portal_that_raises_everywhere_costs_no_page(monkeypatch):
    def fail(_layout):
        raise RuntimeError("out of order")

    broken = portals.Portal("broken", fail, fail, fail)
    claiming = portals.Portal("claiming", lambda _layout: 1.0, fail, fail)
    monkeypatch.setattr(portals, "all_portals", lambda: (broken, claiming))
    found = read(UNKNOWN_PORTAL)
    assert found.record["title"] == "On the colour of pebbles in cold rivers"
    assert found.broken == (
        "portal broken is broken: RuntimeError: out of order",
        "portal claiming is broken: RuntimeError: out of order",
    )
    assert not found.doubts


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PURE.splitlines(), *UNKNOWN_PORTAL.splitlines(), "", "|", "Title:", "\ufeff", "年", "10.1/x"]),
        max_size=40,
    )
)
def test_no_order_of_lines_breaks_the_reading(lines):
    text = "\n".join(lines)
    reading = engine.read(page(text))
    if isinstance(reading, Extraction):
        for places in reading.evidence.values():
            assert all(0 <= start < end <= len(text) for place in places for start, end in place.parts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text):
    engine.read(page(text))


def test_a_name_given_in_two_forms_is_read_with_the_family_name_of_the_one_and_the_given_names_of_the_other():
    text = (
        "El musgo en los tejados de las casas viejas\n\nMaría José García López, Juan Pérez\n\nResumen\n\n"
        "El objetivo de este estudio es saber cómo el musgo en los tejados de las casas viejas depende de la lluvia del año.\n\n"
        "Cómo citar\n\nGarcía López, M. J., & Pérez, J. (2018). El musgo en los tejados de las casas viejas. Revista de Musgos, 12(2), 45-67."
    )
    found = read(text)
    assert found.record["author"] == [{"family": "García López", "given": "María José"}, {"family": "Pérez", "given": "Juan"}]
    assert [[text[start:end] for start, end in place.parts] for place in found.evidence["author"]] == [
        ["María José García López", "García López, M. J."],
        ["Juan Pérez", "Pérez, J."],
    ]


def test_family_names_in_capitals_are_told_by_their_neighbours():
    text = "Growth of the moss on the roofs of old houses in winter\n\nHiroshi TANAKA, Megumi ODA, Ken ABE\n\nJournal: Moss\nVolume: 3\nIssue: 2"
    assert [name["family"] for name in read(text).record["author"]] == ["TANAKA", "ODA", "ABE"]


def test_initials_behind_family_names_stay_initials():
    text = "Growth of the moss on the roofs of old houses in winter\n\nTanaka HAR, Oda MEG, Abe K\n\nJournal: Moss\nVolume: 3\nIssue: 2"
    assert [name["family"] for name in read(text).record["author"]] == ["Tanaka", "Oda", "Abe"]


def test_names_of_a_spanish_work_have_two_family_names_unless_the_first_is_a_given_name():
    text = (
        "El musgo en los tejados de las casas viejas\n\nJuan Pérez Martín, María José García, Ana de la Fuente\n\nResumen\n\n"
        "El objetivo de este estudio es saber cómo el musgo en los tejados de las casas viejas depende de la lluvia del año."
    )
    assert read(text).record["author"] == [
        {"family": "Pérez Martín", "given": "Juan"},
        {"family": "García", "given": "María José"},
        {"family": "Fuente", "given": "Ana", "non-dropping-particle": "de la"},
    ]
