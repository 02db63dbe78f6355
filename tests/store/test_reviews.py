"""What a person looks through first, and what is not shown again."""

from dataclasses import replace

import pytest

from litcli.errors import BadValue, NotFound
from litcli.pages.page import Page
from litcli.store.reviews import OTHERWISE, WEIGHTS, Due
from tests.store.conftest import BEES, read, source, take

WASPS = BEES | {"title": "Nests of paper wasps under the eaves of barns", "author": [{"family": "Holt", "given": "Ida"}]}
SHAKY = ("title", "author", "issued", "type", "abstract", "keyword")
"""The fields of these records, as they weigh."""


def weight(*fields: str) -> float:
    return sum(WEIGHTS.get(field, OTHERWISE) for field in fields)


def test_the_entry_most_likely_wrong_comes_first(library):
    take(library, "one", BEES, sure=0.9)
    take(library, "two", WASPS, sure=0.6)
    first, second = library.reviews.due()
    assert first == Due("holt2013", round(0.4 * weight(*BEES), 3), dict.fromkeys(("author", "title", "issued", *SHAKY[3:]), 0.6))
    assert (second.citekey, second.expected) == ("zurcher2013", round(0.1 * weight(*BEES), 3))
    assert [due.citekey for due in library.reviews.due(["zurcher2013"])] == ["zurcher2013"]


def test_what_a_person_set_is_not_in_doubt(library):
    take(library, "one", BEES, sure=0.9)
    with library.change("set"):
        library.edits.set("zurcher2013", "title", "Foraging ranges of bees")
        library.edits.unset("zurcher2013", "keyword")
    (due,) = library.reviews.due()
    assert due.sure.keys() == BEES.keys() - {"title", "keyword"}
    assert due.expected == round(0.1 * weight(*due.sure), 3)


def test_what_was_looked_through_is_not_shown_again_until_its_page_says_something_else(library):
    take(library, "one", BEES)
    with library.change("review"):
        library.reviews.accept("zurcher2013")
    assert library.reviews.due() == []
    with library.change("an edit is the person's own"):
        library.edits.set("zurcher2013", "volume", "3")
    assert library.reviews.due() == []
    page = source("one")
    with library.change("read again"):
        library.retake(page.sha256, Page(page, "one", "utf-8"), read(BEES | {"volume": "14"}))
    assert [due.citekey for due in library.reviews.due()] == ["zurcher2013"]


def test_looking_through_can_be_undone(library):
    take(library, "one", BEES)
    with library.change("review"):
        library.reviews.accept("zurcher2013")
    library.history.undo()
    assert [due.citekey for due in library.reviews.due()] == ["zurcher2013"]
    library.history.redo()
    assert library.reviews.due() == []


def test_several_pages_are_as_sure_as_the_one_that_is_used(library):
    take(library, "one", BEES, sure=0.6)
    take(library, "two", BEES | {"DOI": "10.1234/bees"}, sure=0.95)
    (due,) = library.reviews.due()
    assert (due.sure["title"], due.sure["DOI"]) == (0.95, 0.95)


def test_what_no_page_gave_is_not_due(library):
    with library.change("add"):
        library.add(BEES, "hand")
    assert library.reviews.due() == []
    with pytest.raises(BadValue, match="no page gave 'zurcher2013'"), library.change("review"):
        library.reviews.accept("zurcher2013")
    with pytest.raises(NotFound):
        library.reviews.due(["none1999"])


def test_what_is_in_the_trash_is_not_due(library):
    take(library, "one", BEES)
    with library.change("trash"):
        library.entries.trash(["zurcher2013"])
    assert library.reviews.due() == []


def test_no_entries_chosen_are_none(library):
    take(library, "one", BEES)
    assert library.reviews.due([]) == []


def test_a_field_is_as_sure_as_its_least_sure_place(library):
    page, said = source("one"), read(BEES)
    first, second = said.evidence["author"]
    shaky = replace(said, evidence=said.evidence | {"author": (first, replace(second, confidence=0.4))})
    with library.change("ingest"):
        library.take(page, Page(page, "one", "utf-8"), shaky)
    (due,) = library.reviews.due()
    assert next(iter(due.sure.items())) == ("author", 0.4)


def test_what_was_found_right_is_so_until_its_pages_say_something_else(library):
    take(library, "one", BEES)
    assert not library.reviews.accepted("zurcher2013")
    with library.change("review"):
        library.reviews.accept("zurcher2013")
    assert library.reviews.accepted("zurcher2013")
    with library.change("reextract"):
        library.retake(source("one").sha256, Page(source("one"), "one", "utf-8"), read(BEES | {"volume": "3"}))
    assert not library.reviews.accepted("zurcher2013")
