"""A value is found where a page states it, in whatever form; what no reader could read there is not found."""

import pytest

from litcli.extract.finding import find, same
from litcli.extract.layout import lay_out
from litcli.model.fields import named
from litcli.model.values import parse_value
from tests.extract.heide import ABSTRACT, TORF, page_of

PAGE = """\
Zeiten der Heide –
eine Sammlung
Hrsg. von Anna Moor und Karl Fell
Autor(en): Brandt, Ida; Wiese, O.
Erschienen: 3. Mai 1991 (Heft 2), S. 123–9
| Band | 14 |
TijdschriftNature
DOI https://doi.org/10.1000/ABC.1
Stichworte
Torf
Heide
Sprache: Deutsch
Band 2013 und Heft 13
"""


def found(field: str, text: str, page: str = PAGE) -> list[str]:
    page_text = page_of(page)
    places = find(lay_out(page_text), named(field).name, parse_value(field, text))
    return [page_text.text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("field", "text", "places"),
    [
        ("title", "zeiten der heide - eine sammlung", ["Zeiten der Heide –\neine Sammlung"]),
        ("editor", "Moor, Anna; Fell, Karl", ["Anna Moor und Karl Fell"]),
        ("editor", "Moor, A.; Fell, K.", ["Anna Moor und Karl Fell"]),
        ("author", "Ida Brandt; Otto Wiese", ["Brandt, Ida; Wiese, O."]),
        ("author", "Brandt, Ida", []),
        ("author", "Brandt, Ida; Moor, Anna", []),
        ("issued", "1991-05", ["3. Mai 1991"]),
        ("issued", "1991", ["3. Mai 1991"]),
        ("issued", "1991-06", []),
        ("page", "123-129", ["123–9"]),
        ("volume", "14", ["14"]),
        ("volume", "13", ["13"]),
        ("volume", "201", []),
        ("journal", "Nature", ["Nature"]),
        ("doi", "10.1000/abc.1", ["10.1000/ABC.1"]),
        ("keyword", "Torf; Heide", ["Torf\nHeide"]),
        ("language", "de", ["Deutsch"]),
        ("publisher", "Moorverlag", []),
    ],
)
def test_a_value_is_found_in_the_form_that_the_page_has(field: str, text: str, places: list[str]):
    assert [place for place in found(field, text) if place in places or not places] == places


def test_an_abstract_is_found_by_its_beginning():
    assert found("abstract", "Torf wurde über Jahrhunderte", TORF) == [ABSTRACT.format("Torf")]
    assert same("abstract", ABSTRACT.format("Torf"), "Torf wurde über")
    assert not same("abstract", ABSTRACT.format("Torf"), "Wolle wurde über")


@pytest.mark.parametrize(
    ("field", "one", "wished", "alike"),
    [
        ("title", "On Bees.", "on bees", True),
        ("title", "On Bees", "On Bees and Wasps", False),
        ("keyword", ["Torf", "Heide"], ["torf", "heide"], True),
        ("keyword", ["Torf"], ["Torf", "Heide"], False),
        ("author", [{"family": "Meulen", "non-dropping-particle": "van der"}], [{"family": "van der Meulen"}], True),
        ("author", [{"family": "Moor", "given": "A."}], [{"family": "Moor", "given": "Anna"}], True),
        ("author", [{"family": "Moor", "given": "B."}], [{"family": "Moor", "given": "Anna"}], False),
        ("issued", {"date-parts": [[2013]]}, {"date-parts": [[2013, 5]]}, False),
        ("issued", None, {"date-parts": [[2013, 5]]}, False),
        ("title", None, "On Bees", False),
    ],
)
def test_a_person_may_say_less_than_the_page_but_nothing_else(field: str, one, wished, alike: bool):
    assert same(field, one, wished) == alike
