"""Citation lines of PubMed and PMC."""

import pytest

from litcli.extract.base import nlm
from litcli.extract.layout import Layout, lay_out
from litcli.pages.page import Page, Source


def layout_of(text: str) -> Layout:
    return lay_out(Page(Source("a.txt", 1, b"", "text/plain"), text, "utf-8"))


def read(text: str) -> dict[str, object]:
    layout = layout_of(text)
    citation = next(nlm.find_citations(layout, layout.lines), None)
    found = nlm.read_citation(layout, citation, "x") if citation else []
    return {candidate.field: candidate.value for candidate in found if candidate.field != "type"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Den Res. 2006 Dec;9(6):772-7. doi: 10.5555/den.772.",
            {"container-title": "Den Res", "issued": {"date-parts": [[2006, 12]]}, "volume": "9", "issue": "6", "page": "772-7"},
        ),
        (
            "3. Den Res (Nordwinkel). 2010 Jan-Feb;5(1 Suppl):S1-9.",
            {
                "container-title": "Den Res (Nordwinkel)",
                "issued": {"date-parts": [[2010, 1], [2010, 2]]},
                "volume": "5",
                "issue": "1 Suppl",
                "page": "S1-9",
            },
        ),
        (
            "Den Rev. 2005 Jan 25;(1):CD999234.",
            {"container-title": "Den Rev", "issued": {"date-parts": [[2005, 1, 25]]}, "issue": "1", "number": "CD999234"},
        ),
        (
            "Den Res. 2019;7:147. doi: 10.5555/den.147",
            {"container-title": "Den Res", "issued": {"date-parts": [[2019]]}, "volume": "7", "number": "147"},
        ),
        (
            "Den Res. 1987 Mar;7(2):147.",
            {"container-title": "Den Res", "issued": {"date-parts": [[1987, 3]]}, "volume": "7", "issue": "2", "page": "147"},
        ),
        ("Den Res. 2012 Jan 30. doi: 10.5555/den.1", {"container-title": "Den Res", "issued": {"date-parts": [[2012, 1, 30]]}}),
        (
            "denRxiv [Preprint]. 2021 Mar 1:2021.02.28.433251. doi: 10.5555/2021.02.28.433251",
            {"container-title": "denRxiv", "issued": {"date-parts": [[2021, 3, 1]]}},
        ),
        (
            "Proc Den Conf. 2009 Nov 1;1-4 Nov(2009):308–313.",
            {"container-title": "Proc Den Conf", "issued": {"date-parts": [[2009, 11, 1]]}, "page": "308-313"},
        ),
        (
            "Den Res. 2005 Jan 6;352(1):1-9; discussion 10-2.",
            {
                "container-title": "Den Res",
                "issued": {"date-parts": [[2005, 1, 6]]},
                "volume": "352",
                "issue": "1",
                "page": "1-9",
            },
        ),
        ("Winter sleep was studied in 2009. 2010 was a warm year.", {}),
        ("Author manuscript; available in PMC: 2021 Feb 4.", {}),
    ],
)
def test_a_citation_line_is_parted(line: str, expected: dict[str, object]) -> None:
    assert read(line) == expected


def test_the_journal_may_stand_above_among_buttons() -> None:
    text = "Den Res\nActions\nSearch in PubMed\n. 2012 Mar 1;30(7):725-32. doi: 10.5555/den.725"
    assert read(text)["container-title"] == "Den Res"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMCID: PMC999\nPMID: 999", True),
        ("PMID: 999 PMCID: PMC999", False),
        ("PMID: 999\nPMCID: PMC999", False),
        ("nothing", False),
    ],
)
def test_whose_number_leads(text: str, expected: object) -> None:
    assert nlm.leads_with_pmcid(layout_of(text).lines) is expected
