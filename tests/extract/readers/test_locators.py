"""Numbers of volumes, issues and pages, in the forms that portals print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.extract.readers.locators import read_locators
from tests.extract.texts import line

NUMBERS = ("volume", "issue", "page", "number", "issued")


def told(text: str) -> dict[str, str]:
    found = read_locators(line(text))
    if not found:
        return {}
    return {name: text[span[0] : span[1]] for name in NUMBERS if (span := getattr(found[0], name))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ACM Trans. Dew 16(2): 23:1-23:28 (2020)", {"volume": "16", "issue": "2", "page": "23:1-23:28", "issued": "2020"}),
        ("Vol. 29 Issue (8): 88101-88107", {"volume": "29", "issue": "8", "page": "88101-88107"}),
        (
            "Annales du Sel, Volume 7 (2004) no. 6-7, pp. 713-720.",
            {"volume": "7", "issue": "6-7", "page": "713-720", "issued": "2004"},
        ),
        (
            "Twig Res. 2006 Dec;9(6):772-7. doi: 10.1234/twig.2006",
            {"issued": "2006 Dec", "volume": "9", "issue": "6", "page": "772-7"},
        ),
        ("Moss Science 56(3) 298-303 https://doi.org/10.1234/MS15489", {"volume": "56", "issue": "3", "page": "298-303"}),
        ("1988 年 59 巻 10 号 p. 848-853", {"issued": "1988", "volume": "59", "issue": "10", "page": "848-853"}),
        ("River D, Society of Stones, 2014, 90, pp.092006.", {"issued": "2014", "volume": "90", "page": "092006"}),
        ("J. Pebbl. I France 2 (1992) 2221-2229", {"volume": "2", "issued": "1992", "page": "2221-2229"}),
        ("Rocks and reports. Bd. 14. H. 1/2. Lausanne : Kiesel. S. 1 - 94", {"volume": "14", "issue": "1/2", "page": "1 - 94"}),
        ("Robots Ročník 39; číslo 1; s. 239 - 252", {"volume": "39", "issue": "1", "page": "239 - 252"}),
        ("// Труды РАН. No 2. Сер. Мхи. 2014. C. 3-13", {"issue": "2", "issued": "2014", "page": "3-13"}),
        ("Coastal Reeds 18.9 (2000): 638-644", {"volume": "18", "issue": "9", "page": "638-644", "issued": "2000"}),
        ("Coastal Reeds 18/9 (2000) 638-644", {"volume": "18", "issue": "9", "page": "638-644", "issued": "2000"}),
        ("Moss Letters 8 (2018), p. 16294", {"volume": "8", "issued": "2018", "page": "16294"}),
        ("Cellulose Notes | Ausgabe 17/2020", {"issue": "17", "issued": "2020"}),
        (
            "Wet Mornings, E-ISSN 2049-3630, Vol. 12, no 3, article id e70176Article in journal",
            {"volume": "12", "issue": "3", "number": "e70176"},
        ),
        ("Мохи. – 2016. – Т. 14, № 2. – С. 3-9.", {"issued": "2016", "volume": "14", "issue": "2", "page": "3-9"}),
        ("苔藓学报 2016年 第14卷 第2期 第12-19页", {"issued": "2016", "volume": "14", "issue": "2", "page": "12-19"}),
        ("Cadernos de Sinos, v. 7, n. 2, p. 15-28, 2014", {"volume": "7", "issue": "2", "page": "15-28", "issued": "2014"}),
        ("Пічна справа, (2), 33–41.", {"issue": "2", "page": "33–41"}),
        ("Mosblad, Jaargang 14, nummer 2", {"volume": "14", "issue": "2"}),
        ("Stone Science, 26(6).", {"volume": "26", "issue": "6"}),
        ("Mosses Bull. v12 n3 p5-9 2008", {"volume": "12", "issue": "3", "page": "5-9", "issued": "2008"}),
    ],
)
def test_reads_the_numbers_of_a_place_in_the_literature(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Last Modified: 02 Feb 2018 13:13",
        "Maintenance: Tuesday, 5.7.2016, 07:00-08:00",
        "Conference on Dew, 20-21 January 2022, Online",
        "Moss Meeting 2014; April 5-9, 2014; San Diego, CA",
        "Keeping Time in the Fens, 1700-1850",
        "Сажа в дымоходах. Печорск. 2002. 220 с.",
        "48 Citations (Scopus)",
        "In 1974 the fields were mown, and in 1981 and 1990 they were mown again by 13,888 people.",
        "StatePublished - Jan 1 2022",
        "Institut für Kiesel, Zülpicher Str. 77, W-5000 Köln 41, Germany",
        "ISSN 1234-5679",
        "https://example.org/article/view/616",
    ],
)
def test_takes_no_other_numbers_for_volumes_and_pages(text):
    assert told(text) == {}


@given(st.text(alphabet=st.sampled_from("0123456789 ()-–:;,.VolNpS年卷é\n"), max_size=200))
def test_every_span_lies_in_its_line_and_holds_a_letter_or_digit(text):
    for number in read_locators(line("x " + text.replace("\n", " "))):
        for name in NUMBERS:
            if span := getattr(number, name):
                assert number.start <= span[0] < span[1] <= number.end
