import pytest

from litcli.identity.contrast import Contrast, Difference, contrast
from litcli.identity.merge import Version, merge
from litcli.model.record import Record

OURS: Record = {"title": "On Bees", "issued": {"date-parts": [[2020]]}, "keyword": ["bees"], "note": "lent"}


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (OURS, Contrast()),
        ({"title": "ON BEES"}, Contrast()),
        ({"issued": {"date-parts": [[2020, 5]]}}, Contrast(("issued",))),
        ({"volume": "3"}, Contrast(("volume",))),
        ({"keyword": ["Bees", "Alps"]}, Contrast(("keyword",))),
        ({"note": "borrowed"}, Contrast((), (Difference("note", "lent", "borrowed"),))),
        (
            {"issued": {"date-parts": [[2021]]}},
            Contrast((), (Difference("issued", {"date-parts": [[2020]]}, {"date-parts": [[2021]]}),)),
        ),
    ],
)
def test_a_statement_fills_or_differs(theirs: Record, expected: Contrast) -> None:
    versions = [Version(1, OURS, {}, 0.95, stated=True), Version(2, theirs, {}, 0.9, stated=True)]
    assert contrast(OURS, merge(versions).record, theirs) == expected


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "united"),
    [
        ("keyword", ["bees", "Alps"], ["alps", "foraging"], ["bees", "Alps", "foraging"]),
        ("attachment", ["a.pdf"], ["A.pdf", "a.pdf"], ["a.pdf", "A.pdf"]),
        ("extra", ["M1: 3"], ["m1: 3"], ["M1: 3", "m1: 3"]),
        ("ISSN", ["1234-5679"], ["2345-6785"], ["1234-5679", "2345-6785"]),
    ],
)
def test_lists_of_texts_are_united_where_a_file_states_one(
    field: str, ours: list[str], theirs: list[str], united: list[str]
) -> None:
    def merged(**second: bool) -> list[str]:
        return merge([Version(1, {field: ours}, {field: 0.95}), Version(2, {field: theirs}, {}, 0.9, **second)]).record[field]

    assert sorted(merged(stated=True)) == sorted(united)
    assert merged() in (ours, theirs)


def test_authors_are_never_mixed() -> None:
    ours: Record = {"author": [{"family": "Ng"}]}
    theirs: Record = {"author": [{"family": "Young"}]}
    assert merge([Version(1, ours, {}, 0.95), Version(2, theirs, {}, 0.9, stated=True)]).record == ours
