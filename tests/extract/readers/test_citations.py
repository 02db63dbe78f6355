"""Citation lines parted into names, title, journal and numbers."""

import pytest

from litcli.extract.readers.citations import read_citation
from tests.extract.texts import laid_out


def told(text: str, known: str | None = None) -> dict[str, object]:
    layout = laid_out(text)
    return {found.field: found.value for found in read_citation(layout, layout.lines[0].span, "test.citation", 0.9, known)}


@pytest.mark.parametrize(
    ("text", "title", "container", "families"),
    [
        (
            "Ashford, P. L., & Quint, R. (2011). On the colour of pebbles. Annals of River Stones, 22(4), 101-118.",
            "On the colour of pebbles",
            "Annals of River Stones",
            ["Ashford", "Quint"],
        ),
        (
            "Ashford PL, Quint R. Are pebbles dark? A study of rivers. Ann River 2006;49(13):655-9.",
            "Are pebbles dark? A study of rivers",
            "Ann River",
            ["Ashford", "Quint"],
        ),
        (
            "Л.В. Каменева. История камней в холоде // Труды о реках. No 2. 2014. C. 3-13",
            "История камней в холоде",
            "Труды о реках",
            ["Каменева"],
        ),
    ],
)
def test_parts_a_citation_that_says_all(text, title, container, families):
    found = told(text)
    assert found["title"] == title
    assert found["container-title"] == container
    assert [name["family"] for name in found["author"]] == families


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[1]高原风,方石.河石颜色调查[J].河石学报,2015,12(03):45-52.",
            {"type": "article-journal", "title": "河石颜色调查", "container-title": "河石学报", "volume": "12", "issue": "03"},
        ),
        ("高原风. 河石颜色的地理研究[D]. 河石大学, 2018.", {"type": "thesis", "title": "河石颜色的地理研究"}),
        (
            "Ashford P L, Quint R. On the colour of pebbles[J]. Annals of River Stones, 2011, 22(4): 101-118.",
            {"type": "article-journal", "title": "On the colour of pebbles", "container-title": "Annals of River Stones"},
        ),
    ],
)
def test_a_letter_behind_the_title_tells_the_kind(text: str, expected: dict[str, str]) -> None:
    found = told(text)
    assert {field: found.get(field) for field in expected} == expected
    assert found["author"]


def test_a_host_is_no_title_where_the_citation_has_none():
    found = told("Holt, Anna and Lindner, Bernd (2011) In Journal of Cold Feet 12(3). p.201-215")
    assert found["container-title"] == "Journal of Cold Feet"
    assert "title" not in found


def test_a_known_title_parts_the_line_where_no_style_does():
    text = "P. Ashford, R. Quint, et al.. On the colour of pebbles. River Review D, 2014, 90, pp.092006."
    found = told(text, "On the colour of pebbles")
    assert found["container-title"] == "River Review D"
    assert [name["family"] for name in found["author"]] == ["Ashford", "Quint"]
    assert (found["volume"], found["page"]) == ("90", "092006")


def test_numbers_inside_prose_are_no_citation():
    text = (
        "The Institute is glad to tell that a perspective by our professor has been put on the cover of this month, and that it has been "
        "read by many: you will find it under Macrostones, 2020, 53, 4581-4604 (June):"
    )
    assert told(text) == {}


def test_the_series_of_a_report_and_its_publisher_are_read():
    text = "Steen, A. J. G. (1982). Notes on stones. (DCT rapporten; Vol. 1982.007). Hogeschool aan de Rivier."
    found = told(text)
    assert found["collection-title"] == "DCT rapporten"
    assert found["collection-number"] == "1982.007"
    assert found["publisher"] == "Hogeschool aan de Rivier"
    assert found["issued"] == {"date-parts": [[1982]]}


@pytest.mark.parametrize(
    ("text", "editors"),
    [
        ("In: Anna Holt (ed.), Handbook of Reeds, pp. 12-20", ["Holt"]),
        ("In A. Holt & P. Quay (Eds.), Handbook of Reeds (pp. 12-20).", ["Holt", "Quay"]),
        ("In: Meer, Karl; See, Ute (Hrsg.): Handbook of Reeds, 2011, S. 12-20", ["Meer", "See"]),
    ],
)
def test_who_edited_the_book_is_no_part_of_its_name(text: str, editors: list[str]) -> None:
    found = told(text)
    assert (found["container-title"], found["type"]) == ("Handbook of Reeds", "chapter")
    assert [name["family"] for name in found["editor"]] == editors


def test_a_line_with_the_number_of_a_trial_names_no_journal() -> None:
    assert "container-title" not in told("Trial registration: Register of Trials NCT01234567; Universal Trial Number U1111-1140")
