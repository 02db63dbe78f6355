"""Entries are found by key, listed, thrown away and taken back, renamed."""

import pytest

from litcli.errors import BadValue, NotFound
from tests.store.conftest import BEES, take


@pytest.fixture
def shelf(library):
    for number, year in enumerate((2013, 2013, 2014)):
        take(library, f"page {number}", BEES | {"title": f"Bees of the {number}. kind", "issued": {"date-parts": [[year]]}})
    return library


def test_keys_are_found_in_any_case(shelf):
    assert shelf.entries.keys() == ["zurcher2013", "zurcher2013a", "zurcher2014"]
    assert shelf.entries.get("ZURCHER2013a").citekey == "zurcher2013a"


def test_keys_are_completed(shelf):
    assert shelf.entries.keys("zurcher2013") == ["zurcher2013", "zurcher2013a"]
    assert shelf.entries.keys("Z", limit=1) == ["zurcher2013"]
    assert shelf.entries.keys("x") == []


def test_many_come_in_the_order_asked_for_each_once(shelf):
    asked = ["zurcher2014", "zurcher2013", "ZURCHER2014"]
    assert [entry.citekey for entry in shelf.entries.many(asked)] == ["zurcher2014", "zurcher2013"]


def test_more_entries_than_a_statement_takes(library):
    with library.change("add"):
        keys = [library.add({"title": f"Book {number}"}, "import", f"b{number}").citekey for number in range(1203)]
    assert [entry.citekey for entry in library.entries.many(keys[::-1])] == keys[::-1]


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("zurcher2015", "no entry has the key 'zurcher2015'; did you mean zurcher2014"),
        ("nothing", "no entry has the key 'nothing'; 'litcli list' shows the keys"),
        ("", "no entry has the key ''"),
    ],
)
def test_an_unknown_key_names_what_is_near(shelf, key, says):
    with pytest.raises(NotFound, match=says):
        shelf.entries.get(key)


def test_the_trash_keeps_everything_until_it_is_asked_back(shelf):
    before = shelf.entries.get("zurcher2014")
    with shelf.change("rm"):
        assert shelf.entries.trash(["zurcher2014", "zurcher2014"]) == 1
    assert shelf.entries.count() == 2
    assert shelf.entries.keys("zurcher2014") == []
    assert shelf.entries.trashed() == [before]
    with pytest.raises(NotFound, match="'zurcher2014' is in the trash; take it out with 'litcli restore zurcher2014'"):
        shelf.entries.get("zurcher2014")
    with shelf.change("restore"):
        assert shelf.entries.restore(["zurcher2014"]) == 1
    assert shelf.entries.get("zurcher2014") == before
    with pytest.raises(NotFound, match="is not in the trash"):
        shelf.entries.restore(["zurcher2014"])


def test_a_renamed_entry_is_found_by_its_former_keys(shelf):
    with shelf.change("rename"):
        shelf.entries.rename("zurcher2013", "bees")
        shelf.entries.rename("bees", "Bees:2")
    entry = shelf.entries.get("zurcher2013")
    assert (entry.citekey, entry.aliases) == ("Bees:2", ("bees", "zurcher2013"))
    assert shelf.entries.get("BEES") == entry


def test_a_key_can_be_taken_back_and_change_its_case(shelf):
    with shelf.change("rename"):
        shelf.entries.rename("zurcher2013", "bees")
        shelf.entries.rename("bees", "zurcher2013")
        shelf.entries.rename("zurcher2013", "Zurcher2013")
    entry = shelf.entries.get("bees")
    assert (entry.citekey, entry.aliases) == ("Zurcher2013", ("bees",))


@pytest.mark.parametrize(
    ("new", "says"),
    [("zurcher2014", "is taken"), ("ZURCHER2014", "is taken"), ("a b", "cannot be a citekey"), ("ü", "cannot be a citekey")],
)
def test_a_key_that_is_taken_or_malformed_is_refused(shelf, new, says):
    with pytest.raises(BadValue, match=says), shelf.change("rename"):
        shelf.entries.rename("zurcher2013", new)


def test_a_former_key_is_not_given_to_another_entry(shelf):
    with shelf.change("rename"):
        shelf.entries.rename("zurcher2014", "bees")
        with pytest.raises(BadValue, match="is taken"):
            shelf.entries.rename("zurcher2013", "zurcher2014")
        assert shelf.add(BEES | {"title": "x", "issued": {"date-parts": [[2014]]}}, "hand").citekey == "zurcher2014a"


def test_keys_are_made_anew_only_where_they_differ(shelf):
    with shelf.change("set"):
        shelf.edits.set("zurcher2014", "issued", {"date-parts": [[2020]]})
        shelf.entries.rename("zurcher2013", "bees")
        assert shelf.entries.regenerate(shelf.entries.keys()) == {"bees": "zurcher2013", "zurcher2014": "zurcher2020"}
    assert shelf.entries.get("zurcher2014").citekey == "zurcher2020"


def test_all_entries_come_one_by_one(shelf):
    assert [entry.citekey for entry in shelf.entries.each("-year")] == ["zurcher2014", "zurcher2013", "zurcher2013a"]
    assert [entry.citekey for entry in shelf.entries.all(limit=2)] == ["zurcher2013", "zurcher2013a"]
