"""What is one work, what is not, and what a person should look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.identity.likeness import Verdict, compare

AUTHORS = [
    {"family": "Semeraro", "given": "Michaela"},
    {"family": "Vacchelli", "given": "Erika"},
    {"family": "Galon", "given": "Jérôme"},
]
ARTICLE = {
    "type": "article-journal",
    "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": AUTHORS,
    "issued": {"date-parts": [[2013]]},
}
INITIALS = [{"family": name["family"], "given": name["given"][0]} for name in AUTHORS]
SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT


def without(*fields):
    return {field: value for field, value in ARTICLE.items() if field not in fields}


CASES = {
    "the same record": ({}, {}, SAME),
    "capitals and dashes": ({}, {"title": "TRIAL WATCH – lenalidomide based immunochemotherapy"}, SAME),
    "one letter misread": ({}, {"title": "Trial Watch: Lenalidomide-based immunochernotherapy"}, SAME),
    "initials only": ({}, {"author": INITIALS}, SAME),
    "authors cut off": ({}, {"author": AUTHORS[:2]}, SAME),
    "a name without its accent": ({}, {"author": [*AUTHORS[:2], {"family": "Galon", "given": "Jerome"}]}, SAME),
    "a more exact date": ({}, {"issued": {"date-parts": [[2013, 11, 1]]}}, SAME),
    "a generic type": ({}, {"type": "document"}, SAME),
    "the same DOI in capitals": ({"DOI": "10.4161/onci.26494"}, {"DOI": "10.4161/ONCI.26494"}, SAME),
    "the same DOI, a subtitle left out": (
        {"DOI": "10.1/a", "title": "Lenalidomide in practice: a review"},
        {"DOI": "10.1/a", "title": "Lenalidomide in practice"},
        SAME,
    ),
    "the same DOI, title translated": (
        {"DOI": "10.1/a"},
        {"DOI": "10.1/a", "title": "Immunochemotherapie mit Lenalidomid"},
        SAME,
    ),
    "the same PMID, another year": ({"PMID": "1"}, {"PMID": "1", "issued": {"date-parts": [[2014]]}}, SAME),
    "two versions on arXiv": ({"arXiv": "2101.00001v1"}, {"arXiv": "2101.00001v2"}, SAME),
    "the journal abbreviated": ({"container-title": "Journal of Clinical Oncology"}, {"container-title": "J Clin Oncol"}, SAME),
    "volume and pages only on one page": ({"volume": "2", "page": "1-9"}, {}, SAME),
    "the page range cut": ({"page": "117-125"}, {"page": "117"}, SAME),
    "without authors, in one place": (
        {"author": [], "container-title": "Bees", "page": "1-9"},
        {"author": [], "container-title": "BEES", "page": "1-9"},
        SAME,
    ),
    # not beyond doubt
    "without authors": ({"author": []}, {"author": []}, UNSURE),
    "without authors, on other pages": (
        {"author": [], "container-title": "Bees", "page": "1-9"},
        {"author": [], "container-title": "Bees", "page": "2-9"},
        UNSURE,
    ),
    "preprint and article, a DOI each": ({"DOI": "10.1/a"}, {"DOI": "10.1/b", "type": "article"}, UNSURE),
    "preprint and article years later, a DOI each": (
        {"DOI": "10.1/a"},
        {"DOI": "10.1/b", "type": "article", "issued": {"date-parts": [[2010]]}},
        UNSURE,
    ),
    "a year later": ({}, {"issued": {"date-parts": [[2014]]}}, UNSURE),
    "many years later": ({}, {"issued": {"date-parts": [[2019]]}}, UNSURE),
    "no year": ({}, {"issued": {"literal": "in press"}}, UNSURE),
    "no authors": ({}, {"author": []}, UNSURE),
    "only the first author": ({}, {"author": AUTHORS[:1]}, UNSURE),
    "conference paper and article": ({}, {"type": "paper-conference"}, UNSURE),
    "preprint and article": ({}, {"type": "article"}, UNSURE),
    "another journal": ({"container-title": "OncoImmunology"}, {"container-title": "Blood"}, UNSURE),
    "another volume": ({"volume": "2"}, {"volume": "3"}, UNSURE),
    "other pages": ({"page": "1-9"}, {"page": "20-28"}, UNSURE),
    "another edition": ({"type": "book", "edition": "2"}, {"type": "book", "edition": "3"}, UNSURE),
    "another ISBN": ({"type": "book", "ISBN": ["9783642233500"]}, {"type": "book", "ISBN": ["9781402894626"]}, UNSURE),
    "a DOI of another work, quoted": (
        {"DOI": "10.1/a"},
        {"DOI": "10.1/a", "title": "Bees of the Alps", "author": [{"family": "Ito"}]},
        UNSURE,
    ),
    "an erratum with the DOI of its article": (
        {"DOI": "10.1/a"},
        {"DOI": "10.1/a", "title": f"Erratum to: {ARTICLE['title']}"},
        UNSURE,
    ),
    "a title that many works have": ({"title": "Editorial"}, {"title": "Editorial"}, UNSURE),
    "one PMID, two PMCIDs": ({"PMID": "1", "PMCID": "PMC1"}, {"PMID": "1", "PMCID": "PMC2"}, UNSURE),
    "at one place in two languages": (
        {"volume": "2", "page": "1-9"},
        {"volume": "2", "page": "1-9", "title": "Lenalidomid: ein Überblick"},
        UNSURE,
    ),
    # different
    "a preprint of others, a DOI each": (
        {"DOI": "10.1/a"},
        {"DOI": "10.1/b", "type": "article", "author": [{"family": "Ito", "given": "Ken"}]},
        DIFFERENT,
    ),
    "other DOIs": ({"DOI": "10.1/a"}, {"DOI": "10.1/b"}, DIFFERENT),
    "other DOIs and one PMID": ({"DOI": "10.1/a", "PMID": "1"}, {"DOI": "10.1/b", "PMID": "1"}, DIFFERENT),
    "other PMIDs": ({"PMID": "1"}, {"PMID": "2"}, DIFFERENT),
    "an erratum": ({}, {"title": f"Erratum to: {ARTICLE['title']}"}, DIFFERENT),
    "a reply": ({}, {"title": f"Reply: {ARTICLE['title']}"}, DIFFERENT),
    "another part": (
        {"title": "Immunochemotherapy of myeloma, Part I"},
        {"title": "Immunochemotherapy of myeloma, Part II"},
        DIFFERENT,
    ),
    "another number": (
        {"title": "Annual report of the registry 2013"},
        {"title": "Annual report of the registry 2014"},
        DIFFERENT,
    ),
    "other authors": ({}, {"author": [{"family": "Ito", "given": "Ken"}, {"family": "Sato", "given": "Mai"}]}, DIFFERENT),
    "another given name": ({}, {"author": [{"family": "Semeraro", "given": "Paolo"}, *AUTHORS[1:]]}, DIFFERENT),
    "another title": ({}, {"title": "Trial Watch: Adoptive cell transfer for anticancer immunotherapy"}, DIFFERENT),
    "no title": ({}, {"title": ""}, DIFFERENT),
}


@pytest.mark.parametrize(("one", "other", "verdict"), CASES.values(), ids=CASES.keys())
def test_two_records(one, other, verdict):
    one, other = ({field: value for field, value in (ARTICLE | change).items() if value} for change in (one, other))
    there, back = compare(one, other), compare(other, one)
    assert there.verdict == back.verdict == verdict, there.reasons
    assert there.reasons


def test_a_short_title_needs_its_place_in_a_journal():
    editorial = ARTICLE | {"title": "Editorial", "container-title": "Blood", "volume": "3"}
    assert compare(editorial, editorial).verdict == SAME


def test_reasons_are_fit_to_be_shown():
    assert compare(ARTICLE, ARTICLE).reasons == ("same title", "same authors", "same year")
    assert compare(ARTICLE | {"DOI": "10.1/a"}, ARTICLE | {"DOI": "10.1/b"}).reasons == ("other DOI: 10.1/a and 10.1/b",)


RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(
            ["On Bees", "On Bees: a very long study of wings", "Part II of a very long study of wings", "x"]
        ),
        "author": st.lists(st.sampled_from([{"family": "Ito", "given": "K"}, {"literal": "WHO"}, {"given": "Mo"}]), min_size=1),
        "issued": st.sampled_from([{"date-parts": [[2013]]}, {"date-parts": [[2014, 1]]}, {"literal": "in press"}]),
        "DOI": st.sampled_from(["10.1/a", "10.1/b"]),
        "PMID": st.sampled_from(["1", "2"]),
        "type": st.sampled_from(["book", "chapter", "document"]),
        "volume": st.sampled_from(["1", "2"]),
        "page": st.sampled_from(["1", "1-9", "7"]),
        "container-title": st.sampled_from(["J Bees", "Journal of Bees", "Wasps"]),
    },
)


@given(RECORDS, RECORDS)
def test_comparing_has_no_direction(one, other):
    assert (compare(one, other).verdict, compare(one, other).score) == (compare(other, one).verdict, compare(other, one).score)


@given(RECORDS)
def test_a_record_is_never_another_work_than_itself_when_it_has_a_title(record):
    if "title" in record:
        assert compare(record, record).verdict != DIFFERENT
