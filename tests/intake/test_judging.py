import pytest

from litcli.extract.result import Evidence
from litcli.intake.gold import Ends
from litcli.intake.judging import Said, judge

AUTHORS = [{"family": "Galon", "given": "Ida"}, {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"}]


@pytest.mark.parametrize(
    ("field", "stated", "read", "said"),
    [
        ("title", "On Bees: a study", "On bees – A Study", "right"),
        ("title", "On Bees", "On Bees and Wasps", "wrong"),
        ("title", "On Bees", None, "missing"),
        ("title", None, "On Bees", "invented"),
        ("title", None, None, None),
        ("author", AUTHORS, [{"family": "Galon", "given": "I."}, {"family": "van der Meer", "given": "J."}], "right"),
        ("author", AUTHORS, AUTHORS[:1], "wrong"),
        ("author", AUTHORS, [*AUTHORS[:1], {"family": "Meer", "given": "Jan"}], "wrong"),
        ("author", [{"literal": "Bee Group"}], [{"literal": "Bee group"}], "right"),
        ("issued", {"date-parts": [[2013]]}, {"date-parts": [[2013, 5]]}, "right"),
        ("issued", {"date-parts": [[2013, 5]]}, {"date-parts": [[2013]]}, "wrong"),
        ("issued", {"date-parts": [[2013]]}, {"literal": "in press"}, "wrong"),
        ("issued", {"literal": "in press"}, {"literal": "in press"}, "right"),
        ("page", "12–19", "12-19", "right"),
        ("page", "12-19", "12-20", "wrong"),
        ("number", "e104", None, "missing"),
        ("number", None, "e104", None),
        ("language", None, "en", None),
        ("ISSN", ["1234-5679", "2049-3630"], ["2049-3630"], "right"),
        ("ISSN", ["1234-5679"], ["2049-3630"], "wrong"),
        ("keyword", ["bees", "wasps"], ["Wasps", "Bees"], "right"),
        ("keyword", ["bees", "wasps"], ["bees"], "wrong"),
        ("abstract", Ends("The bees fly", "at dusk."), "The bees fly over the hill and come home at dusk.", "right"),
        ("abstract", Ends("The bees fly", "at dusk."), "The bees fly over the hill.", "wrong"),
        ("abstract", Ends("The bees fly", ""), "The bees fly over the hill.", "right"),
    ],
)
def test_a_value_is_judged_by_what_the_page_states(field, stated, read, said):
    found = [judgement.said for judgement in judge({field: stated}, {} if read is None else {field: read}, {})]
    assert found == ([Said(said)] if said else [])


def test_an_article_number_may_stand_for_pages():
    (judgement,) = judge({"number": "e104"}, {"page": "e104"}, {"page": (Evidence(((3, 7),), "ojs.page", 0.9),)})
    assert (judgement.field, judgement.said, judgement.confidence, judgement.rule) == ("number", Said.RIGHT, 0.9, "ojs.page")


def test_a_list_is_as_sure_as_its_least_sure_item():
    places = (Evidence(((0, 4),), "x.author", 0.9), Evidence(((5, 9),), "x.author", 0.7))
    (judgement,) = judge({"author": AUTHORS}, {"author": AUTHORS}, {"author": places})
    assert judgement.confidence == 0.7


def test_what_is_not_judged_is_passed_over():
    assert list(judge({}, {"title": "On Bees"}, {})) == []
