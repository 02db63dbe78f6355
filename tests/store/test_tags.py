"""Tags: rows with paths, found in any case, moved with their children."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import BadValue, NotFound
from litcli.store.tags import TagCount, check
from tests.store.conftest import BEES, take


@pytest.fixture
def shelf(library):
    take(library, "one", BEES)
    take(library, "two", BEES | {"title": "Something quite different about wasps", "issued": {"date-parts": [[2014]]}})
    with library.change("tag"):
        library.tags.add(["zurcher2013"], ["Oncology/trials", "to-read"])
        library.tags.add(["zurcher2013", "zurcher2014"], ["oncology"])
    return library


def paths(library):
    return [(tag.path, tag.count) for tag in library.tags.all()]


def test_tags_are_counted_each_by_itself(shelf):
    assert paths(shelf) == [("oncology", 2), ("Oncology/trials", 1), ("to-read", 1)]
    assert shelf.tags.all("ONCO") == [TagCount("oncology", 2, 0), TagCount("Oncology/trials", 1, 1)]
    assert shelf.entries.get("zurcher2013").tags == ("Oncology/trials", "oncology", "to-read")


def test_the_tree_shows_parents_that_are_no_tags_and_counts_each_entry_once(shelf):
    with shelf.change("tag"):
        shelf.tags.add(["zurcher2013", "zurcher2014"], ["a/b c/d", "a-z"])
        shelf.tags.add(["zurcher2013"], ["A/x"])
    assert shelf.tags.tree()[:5] == [
        TagCount("a", 2, 0),
        TagCount("a/b c", 2, 1),
        TagCount("a/b c/d", 2, 2),
        TagCount("A/x", 1, 1),
        TagCount("a-z", 2, 0),
    ]


def test_a_tag_is_added_once_in_any_case(shelf):
    with shelf.change("tag"):
        assert shelf.tags.add(["zurcher2013", "zurcher2014"], ["TO-READ", "to-read"]) == 1
    assert ("to-read", 2) in paths(shelf)


def test_tags_are_taken_off(shelf):
    with shelf.change("untag"):
        assert shelf.tags.remove(["zurcher2013", "zurcher2014"], ["ONCOLOGY"]) == 2
    assert paths(shelf) == [("oncology", 0), ("Oncology/trials", 1), ("to-read", 1)]
    with pytest.raises(NotFound, match="there is no tag 'to-raed'; did you mean to-read"):
        shelf.tags.remove(["zurcher2013"], ["to-raed"])


def test_renaming_takes_the_children_along(shelf):
    with shelf.change("rename"):
        assert shelf.tags.rename("oncology", "medicine/oncology") == 2
    assert paths(shelf) == [("medicine/oncology", 2), ("medicine/oncology/trials", 1), ("to-read", 1)]
    with shelf.change("rename"):
        assert shelf.tags.rename("Medicine/Oncology", "medicine") == 2
    assert paths(shelf) == [("medicine", 2), ("medicine/trials", 1), ("to-read", 1)]


def test_a_tags_case_can_be_changed(shelf):
    with shelf.change("rename"):
        shelf.tags.rename("oncology", "ONCOLOGY")
    assert paths(shelf) == [("ONCOLOGY", 2), ("ONCOLOGY/trials", 1), ("to-read", 1)]


def test_a_parent_that_is_no_tag_can_be_renamed(shelf):
    with shelf.change("rename"):
        shelf.tags.add(["zurcher2013"], ["a/b"])
        assert shelf.tags.rename("a", "z") == 1
    assert ("z/b", 1) in paths(shelf)


def test_renaming_to_a_tag_that_is_there_is_refused(shelf):
    with pytest.raises(BadValue, match="join them with 'litcli tag merge to-read oncology'"), shelf.change("rename"):
        shelf.tags.rename("to-read", "oncology")
    with pytest.raises(NotFound, match="there is no tag 'nothing'"), shelf.change("rename"):
        shelf.tags.rename("nothing", "something")


def test_merging_joins_entries_and_children(shelf):
    with shelf.change("merge"):
        shelf.tags.add(["zurcher2014"], ["cancer/trials", "cancer/drugs", "cancer"])
        assert shelf.tags.merge("cancer", "oncology") == 2
    assert paths(shelf) == [("oncology", 2), ("oncology/drugs", 1), ("Oncology/trials", 2), ("to-read", 1)]


def test_merging_a_tag_into_itself_changes_nothing(shelf):
    before = paths(shelf)
    with shelf.change("merge"):
        assert shelf.tags.merge("oncology", "Oncology") == 0
    assert paths(shelf) == before


def test_merging_a_tag_into_its_child_keeps_every_entry_tagged(shelf):
    with shelf.change("merge"):
        shelf.tags.merge("oncology", "oncology/trials")
    assert shelf.entries.get("zurcher2014").tags == ("Oncology/trials",)


def test_pruning_drops_what_nobody_bears_but_keeps_what_the_trash_bears(shelf):
    with shelf.change("prune"):
        shelf.tags.remove(["zurcher2013"], ["to-read"])
        shelf.entries.trash(["zurcher2013", "zurcher2014"])
        assert shelf.tags.prune() == ["to-read"]
    assert paths(shelf) == [("oncology", 0), ("Oncology/trials", 0)]


def test_a_new_path_is_made_plain_too(shelf):
    with shelf.change("rename"):
        shelf.tags.rename("to-read", " reading / later ")
        shelf.tags.merge("Oncology / trials", " reading/  later")
    assert paths(shelf) == [("oncology", 2), ("reading/later", 1)]


@pytest.mark.parametrize(
    ("text", "path"), [("a", "a"), (" a / b ", "a/b"), ("to  read", "to read"), ("C++", "C++"), ("zu\u0308rich", "z\u00fcrich")]
)
def test_a_path_is_made_plain(text, path):
    assert check(text) == path


@pytest.mark.parametrize("text", ["", " ", "/", "a//b", "/a", "a/", "-a", "a,b", 'a"b', "a*", "a\nb\x00"])
def test_what_cannot_be_typed_back_is_no_tag(text):
    with pytest.raises(BadValue, match="cannot be a tag"):
        check(text)


@given(st.text())
def test_a_plain_path_stays_as_it_is(text):
    try:
        path = check(text)
    except BadValue:
        return
    assert check(path) == path
