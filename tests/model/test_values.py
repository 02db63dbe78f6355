"""A text to a field's value, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import BadValue, UnknownName
from litcli.model import types
from litcli.model.record import Value
from litcli.model.values import parse_value, show_value
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("title", " On  bees ", "On bees"),
        ("abstract", "One\nline.\n\n\nTwo.", "One line.\n\nTwo."),
        ("journal", "Bees", "Bees"),
        ("type", "Journal article", "article-journal"),
        ("year", "May 2009", {"date-parts": [[2009, 5]]}),
        ("issued", "in press", {"literal": "in press"}),
        ("volume", "Vol. 14", "14"),
        ("volume", "IV-1/W1", "IV-1/W1"),
        ("pages", "pp. 3–13", "3-13"),
        ("doi", "https://doi.org/10.1071/AN15489", "10.1071/AN15489"),
        ("issn", "1552-3098, 1941-0468", ["1552-3098", "1941-0468"]),
        ("isbn", "978-3-642-23350-0", ["9783642233500"]),
        ("language", "Engels", "en"),
        ("language", "pt_BR", "pt-BR"),
        ("keywords", "bees; flowers, wild; bees", ["bees", "flowers, wild"]),
        ("keywords", "bees, flowers", ["bees", "flowers"]),
        ("peer-reviewed", "ja", "yes"),
        ("author", "Galon, Jérôme", [{"family": "Galon", "given": "Jérôme"}]),
        ("author", "Smith J, Jones K", [{"family": "Smith", "given": "J"}, {"family": "Jones", "given": "K"}]),
        ("editor", "D0 Collaboration; Ng, Amy", [{"literal": "D0 Collaboration"}, {"family": "Ng", "given": "Amy"}]),
    ],
)
def test_a_value_is_read_and_its_text_reads_back(field: str, text: str, value: Value) -> None:
    assert parse_value(field, text) == value
    assert parse_value(field, show_value(value)) == value


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("doi", "10183/23679", "DOI: '10183/23679' is no DOI; one looks like 10.1000/xyz123"),
        ("type", "artcle-journal", "type: no type is called 'artcle-journal'; did you mean article-journal?"),
        ("language", "Klingonese", "language: 'Klingonese' is no language; give its name or its code, such as en or pt-BR"),
        ("author", "123", "author: '123' holds no name; write 'Family, Given; Family, Given'"),
        ("title", "  ", "title: there is no value; use `unset` to take a field's value away"),
        ("peer-reviewed", "perhaps", "peer-reviewed: the only value is 'yes'; use `unset` to take it away"),
    ],
)
def test_what_a_field_cannot_hold(field: str, text: str, message: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_value(field, text)
    assert str(caught.value) == message


def test_an_unknown_field_names_the_near_one() -> None:
    with pytest.raises(UnknownName, match="no field is called 'titel'; did you mean title"):
        parse_value("titel", "x")


@given(st.sampled_from(["title", "issued", "volume", "page", "keyword", "abstract"]), SOUP)
def test_a_shown_value_reads_back(field: str, text: str) -> None:
    try:
        value = parse_value(field, text)
    except BadValue:
        return
    assert parse_value(field, show_value(value)) == value


@pytest.mark.parametrize("year", [-44, -1, 79, 800])
def test_an_early_year_is_shown_as_it_is_read(year: int) -> None:
    value: Value = {"date-parts": [[year, 3, 15]]}
    assert parse_value("issued", show_value(value)) == value


def test_every_type_is_found_by_its_name_and_its_label() -> None:
    for type_, label in types.TYPES.items():
        assert types.find(type_) == type_
        assert types.find(label) == type_


_FAMILY = st.sampled_from(
    ["Galon", "van Houtum", "Di Lorenzo", "O'Brien", "Driessen - Mol", "Филимонова", "d'Alembert", "García López"]
)
_GIVEN = st.sampled_from(["J.", "Jérôme", "S A", "H.-P.", "G.J.J.A.N.", "Maria L.", "Л.В."])
_PERSON = st.builds("{}, {}".format, _FAMILY, _GIVEN)
_GROUP = st.sampled_from(["D0 Collaboration", "WHO", "ABC Study Group", "宮野, 隆", "秋山亨", "King, M. L., Jr."])


@given(st.lists(st.one_of(_PERSON, _GROUP), min_size=1, max_size=5))
def test_shown_names_read_back(names: list[str]) -> None:
    value = parse_value("author", "; ".join(names))
    assert show_value(value) == "; ".join(names)
    assert parse_value("author", show_value(value)) == value
