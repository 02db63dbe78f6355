"""One work or two: joined, parted, remembered."""

import pytest

from litcli.errors import BadValue, NotFound
from litcli.store.decisions import Decision
from tests.store.conftest import BEES, source, take

LATER = BEES | {"issued": {"date-parts": [[2014]]}}


@pytest.fixture
def shelf(library):
    take(library, "one", BEES | {"DOI": "10.1/a"})
    take(library, "two", LATER | {"volume": "2"})
    take(library, "three", {"title": "Wings of hover flies in strong winds", "author": [{"family": "Ito"}]})
    return library


def test_what_may_be_one_work_is_paired_with_reasons(shelf):
    (pair,) = shelf.decisions.pairs()
    assert (pair.one, pair.other, pair.likeness.verdict) == ("zurcher2013", "zurcher2014", "unsure")
    assert pair.likeness.reasons == ("same title", "same authors", "year differs by one")


@pytest.mark.parametrize("verdict", ["different", "version"])
def test_what_was_decided_is_not_asked_again(shelf, verdict):
    with shelf.change("decide"):
        getattr(shelf.decisions, verdict)("zurcher2014", "zurcher2013")
    assert list(shelf.decisions.pairs()) == []
    (decision,) = shelf.decisions.all()
    assert decision == Decision("zurcher2014", "zurcher2013", verdict, decision.at)
    assert shelf.decisions.all("ito" + "nd") == []


def test_what_is_in_the_trash_is_not_paired(shelf):
    with shelf.change("rm"):
        shelf.entries.trash(["zurcher2014"])
    assert list(shelf.decisions.pairs()) == []


def test_merging_keeps_sources_tags_edits_and_keys(shelf):
    with shelf.change("prepare"):
        shelf.tags.add(["zurcher2013"], ["a"])
        shelf.tags.add(["zurcher2014"], ["a", "b"])
        shelf.edits.set("zurcher2013", "note", "first")
        shelf.edits.set("zurcher2014", "note", "second")
        shelf.edits.set("zurcher2014", "page", "7")
        shelf.entries.rename("zurcher2014", "later")
    with shelf.change("merge"):
        assert shelf.decisions.merge(["zurcher2013", "later"]) == "zurcher2013"
    entry = shelf.entries.get("zurcher2014")
    assert (entry.citekey, entry.aliases, entry.tags) == ("zurcher2013", ("later", "zurcher2014"), ("a", "b"))
    assert (entry.record["note"], entry.record["page"], entry.record["volume"]) == ("first", "7", "2")
    assert [one.sha256 for one in shelf.extractions.of_entry("later")] == [source("one").sha256, source("two").sha256]
    assert shelf.check() == []


def test_merging_keeps_what_was_decided_with_others(shelf):
    with shelf.change("decide"):
        shelf.decisions.different("zurcher2014", "itond")
        shelf.decisions.different("zurcher2014", "zurcher2013")
        shelf.decisions.merge(["zurcher2013", "zurcher2014"])
    assert [(one.one, one.other) for one in shelf.decisions.all()] == [("zurcher2013", "itond")]


def test_merging_one_entry_is_refused(shelf):
    with pytest.raises(BadValue, match="two entries or more"), shelf.change("merge"):
        shelf.decisions.merge(["zurcher2013", "ZURCHER2013"])


def test_splitting_gives_each_source_an_entry_and_remembers_that(shelf):
    with shelf.change("merge"):
        shelf.decisions.merge(["zurcher2013", "zurcher2014"])
        shelf.edits.set("zurcher2013", "note", "stays")
    with shelf.change("split"):
        assert shelf.decisions.split("zurcher2013") == ["zurcher2013", "zurcher2014a"]
    assert shelf.entries.get("zurcher2014a").record == LATER | {"volume": "2"}
    assert shelf.entries.get("zurcher2013").record == BEES | {"DOI": "10.1/a", "note": "stays"}
    assert list(shelf.decisions.pairs()) == []
    assert shelf.check() == []


def test_splitting_off_named_sources_puts_them_together(shelf):
    with shelf.change("merge"):
        shelf.decisions.merge(["itond", "zurcher2013", "zurcher2014"])
        sources = [one.id for one in shelf.extractions.of_entry("itond")]
        assert len(shelf.decisions.split("itond", sources[:2])) == 2
    assert len(shelf.extractions.of_entry("itond")) == 1


@pytest.mark.parametrize(("sources", "error"), [((), BadValue), ((1,), BadValue), ((99,), NotFound)])
def test_what_cannot_be_split_is_refused(shelf, sources, error):
    with pytest.raises(error), shelf.change("split"):
        shelf.decisions.split("zurcher2013", sources)
