"""What a person sets stands above what pages say."""

import pytest

from litcli.errors import BadValue, NotFound, UnknownName
from litcli.store import effective
from litcli.store.edits import Edit
from tests.store.conftest import BEES, take


@pytest.fixture
def shelf(library):
    take(library, "one", BEES)
    return library


def stored_equals_rebuilt(library) -> bool:
    sql = library.history._sql
    ids = [row["id"] for row in sql.rows("SELECT id FROM entries")]
    return not any(effective.rebuild(sql, entry, "never") for entry in ids)


def test_an_edit_wins_and_is_told(shelf):
    with shelf.change("set"):
        assert shelf.edits.set("zurcher2013", "journal", "Alpine Bees")
        assert not shelf.edits.set("zurcher2013", "container-title", "Alpine Bees")
    entry = shelf.entries.get("zurcher2013")
    assert (entry.record["container-title"], entry.edited) == ("Alpine Bees", ("container-title",))
    assert [(edit.field, edit.value) for edit in shelf.edits.of("zurcher2013")] == [("container-title", "Alpine Bees")]


def test_a_field_that_was_taken_away_stays_away_when_another_page_states_it(shelf):
    with shelf.change("unset"):
        assert shelf.edits.unset("zurcher2013", "abstract")
    take(shelf, "two", BEES | {"volume": "2"})
    record = shelf.entries.get("zurcher2013").record
    assert "abstract" not in record
    assert record["volume"] == "2"
    assert shelf.edits.of("zurcher2013") == [Edit("abstract", None, shelf.edits.of("zurcher2013")[0].at)]


def test_reverting_lets_the_pages_speak_again(shelf):
    with shelf.change("set"):
        shelf.edits.set("zurcher2013", "title", "Mine")
        shelf.edits.unset("zurcher2013", "keyword")
        assert shelf.edits.revert("zurcher2013", ["title"]) == 1
    assert shelf.entries.get("zurcher2013").record == {field: value for field, value in BEES.items() if field != "keyword"}
    with shelf.change("revert"):
        assert shelf.edits.revert("zurcher2013") == 1
    assert shelf.entries.get("zurcher2013").record == BEES
    with pytest.raises(NotFound, match="has no edit of volume"), shelf.change("revert"):
        shelf.edits.revert("zurcher2013", ["volume"])


def test_an_unknown_field_names_what_is_near(shelf):
    with pytest.raises(UnknownName, match="no field is called 'titel'; did you mean title"), shelf.change("set"):
        shelf.edits.set("zurcher2013", "titel", "x")


@pytest.mark.parametrize("value", ["", [], {}])
def test_a_field_is_never_set_to_nothing(shelf, value):
    with pytest.raises(BadValue, match="cannot be set to nothing"), shelf.change("set"):
        shelf.edits.set("zurcher2013", "title", value)


def test_an_edit_of_the_year_never_changes_the_key(shelf):
    with shelf.change("set"):
        shelf.edits.set("zurcher2013", "issued", {"date-parts": [[1999]]})
    assert shelf.entries.keys() == ["zurcher2013"]


def test_the_stored_record_always_equals_the_rebuilt_one(shelf):
    take(shelf, "two", BEES | {"volume": "2", "title": BEES["title"].upper()}, sure=0.95)
    take(shelf, "three", BEES | {"issue": "4"}, sure=0.4)
    with shelf.change("edit"):
        shelf.edits.set("zurcher2013", "volume", "3")
        shelf.edits.unset("zurcher2013", "issue")
        assert stored_equals_rebuilt(shelf)
        shelf.decisions.split("zurcher2013")
        assert stored_equals_rebuilt(shelf)
        shelf.decisions.merge(["zurcher2013", "zurcher2013a"])
        assert stored_equals_rebuilt(shelf)
    shelf.history.undo()
    with shelf.change("look"):
        assert stored_equals_rebuilt(shelf)
