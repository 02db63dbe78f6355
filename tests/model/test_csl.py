"""Records to CSL-JSON items and back."""

import pytest

from litcli.model.csl import from_item, to_item
from litcli.model.record import Record

FULL: Record = {
    "type": "article-journal",
    "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": [{"family": "Galon", "given": "Jérôme", "ORCID": "0000-0001-9635-1339"}, {"literal": "The IMiD Group"}],
    "issued": {"date-parts": [[2013, 11], [2013, 12]]},
    "keyword": ["cereblon", "multiple myeloma"],
    "ISSN": ["2162-4011", "2162-402X"],
    "arXiv": "1311.00001",
    "number": "e26494",
    "peer-reviewed": "yes",
}


def test_a_record_becomes_what_the_schema_asks_for() -> None:
    assert to_item("galon2013", FULL) == {
        "id": "galon2013",
        "type": "article-journal",
        "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
        "author": [{"family": "Galon", "given": "Jérôme"}, {"literal": "The IMiD Group"}],
        "issued": {"date-parts": [[2013, 11], [2013, 12]]},
        "keyword": "cereblon, multiple myeloma",
        "ISSN": "2162-4011, 2162-402X",
        "number": "e26494",
        "archive": "arXiv",
        "archive_location": "1311.00001",
        "custom": {"author-ORCID": ["0000-0001-9635-1339", None], "peer-reviewed": "yes"},
    }


@pytest.mark.parametrize(
    "record",
    [
        FULL,
        {"type": "book", "keyword": ["neoplasms, benign"]},
        {"type": "book", "keyword": ["a;b", "c, d"]},
        {"type": "dataset", "archive": "Zenodo", "arXiv": "1311.00001"},
        {"type": "book", "issued": {"literal": "in press"}},
        {"type": "book", "issued": {"date-parts": [[1888]], "season": 2, "circa": True}},
        {"type": "book", "citation-count": "48", "citation-source": "Scopus", "note": "one\n\ntwo"},
        {
            "type": "thesis",
            "author": [{"family": "Ng", "given": "Amy"}],
            "authors-incomplete": "yes",
            "supervisor": [{"family": "Roe", "given": "Jane", "ORCID": "0000-0002-1825-0097"}],
            "available-date": {"date-parts": [[2016, 4, 7]]},
            "accepted": {"date-parts": [[2016, 3]]},
            "editorial-notice": "Retracted",
            "mesh": ["Bees", "Neoplasms, benign"],
            "funding": ["Bee Fund, 12", "Rain Council"],
            "related": ["has-erratum DOI:10.1000/182"],
            "translated-abstract": "one\n\ntwo",
            "handle": "2142/99",
        },
    ],
)
def test_a_record_comes_back_whole(record: Record) -> None:
    assert from_item(to_item("k", record)) == ("k", record)


def test_an_item_that_is_written_out_does_not_change_the_record() -> None:
    to_item("k", FULL)
    assert FULL["author"][0]["ORCID"] == "0000-0001-9635-1339"


@pytest.mark.parametrize(
    ("item", "record"),
    [
        ({"issued": {"date-parts": [["2013", "5"]]}}, {"issued": {"date-parts": [[2013, 5]]}}),
        ({"issued": {"raw": "2013-05-02"}}, {"issued": {"date-parts": [[2013, 5, 2]]}}),
        ({"issued": {"raw": "2013-05/2013-06"}}, {"issued": {"date-parts": [[2013, 5], [2013, 6]]}}),
        ({"issued": {"raw": "forthcoming"}}, {"issued": {"literal": "forthcoming"}}),
        ({"issued": {"date-parts": [[]]}}, {}),
        ({"issued": "May 2013"}, {"issued": {"date-parts": [[2013, 5]]}}),
        ({"issued": {"literal": "May 2013"}}, {"issued": {"literal": "May 2013"}}),
        ({"volume": 14, "page": "1-4"}, {"volume": "14", "page": "1-4"}),
        ({"ISBN": "9783161484100 9780306406157"}, {"ISBN": ["9783161484100", "9780306406157"]}),
        ({"keyword": "a; b, c"}, {"keyword": ["a", "b, c"]}),
        ({"event": "ASH"}, {"event-title": "ASH"}),
        ({"medium": "DVD", "note": "seen"}, {"note": "seen", "extra": ["medium: DVD"]}),
        ({"collection-editor": [{"family": "Roe", "given": "R"}]}, {"extra": ["collection-editor: Roe || R"]}),
        (
            {"author": ["ENCODE Consortium", {"family": "Roe", "isInstitution": "1"}]},
            {"author": [{"literal": "ENCODE Consortium"}, {"family": "Roe"}]},
        ),
        ({"title": "", "author": []}, {}),
        ({"custom": {"lab": "x"}}, {"extra": ["lab: x"]}),
    ],
)
def test_other_programs_items_are_understood(item: dict[str, object], record: Record) -> None:
    assert from_item(item) == ("", record)
