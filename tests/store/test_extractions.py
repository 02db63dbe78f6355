"""Each value of an entry is traced to its page, its place and its rule, or to an edit."""

import pytest

from litcli.errors import NotFound, UnknownName
from litcli.extract.result import Evidence
from tests.store.conftest import BEES, read, source, take


@pytest.fixture
def shelf(library):
    take(library, "one", BEES, sure=0.8)
    take(library, "two", BEES | {"issued": {"date-parts": [[2013, 5]]}, "volume": "2"}, sure=0.7, portal="pubmed")
    return library


def test_an_extraction_comes_back_as_it_was_read(shelf):
    (stored,) = shelf.extractions.of_page(source("one").sha256)
    again = stored.to_extraction()
    given = read(BEES, sure=0.8)
    assert (again.record, again.evidence, again.portal, again.confidence) == (
        given.record,
        given.evidence,
        given.portal,
        given.confidence,
    )
    assert again.missing == ("container-title", "volume", "issue", "page", "DOI")


def test_why_names_the_page_that_the_value_came_from(shelf):
    why = shelf.extractions.why("zurcher2013", "year")
    assert (why.field, why.value, why.edit) == ("issued", {"date-parts": [[2013, 5]]}, None)
    used, other = why.statements
    assert (used.used, used.extraction.portal, used.extraction.sha256) == (True, "pubmed", source("two").sha256)
    assert used.evidence == (Evidence(((0, 5),), "pubmed.issued", 0.7),)
    assert (other.used, other.value) == (False, {"date-parts": [[2013]]})


def test_why_names_the_edit_that_wins(shelf):
    with shelf.change("set"):
        shelf.edits.set("zurcher2013", "volume", "3")
        shelf.edits.unset("zurcher2013", "abstract")
    why = shelf.extractions.why("zurcher2013", "volume")
    assert (why.value, why.edit.value, [one.used for one in why.statements]) == ("3", "3", [False])
    why = shelf.extractions.why("zurcher2013", "abstract")
    assert (why.value, why.edit.value, len(why.statements)) == (None, None, 2)
    assert shelf.extractions.origins("zurcher2013")["volume"] is None


def test_why_of_what_nobody_stated(shelf):
    with pytest.raises(NotFound, match="has no DOI, and no page or edit states one"):
        shelf.extractions.why("zurcher2013", "doi")
    with pytest.raises(UnknownName):
        shelf.extractions.why("zurcher2013", "colour")


def test_origins_name_an_extraction_for_each_field(shelf):
    first, second = (one.id for one in shelf.extractions.of_entry("zurcher2013"))
    origins = shelf.extractions.origins("zurcher2013")
    assert set(origins) == {*BEES, "volume"}
    assert (origins["title"], origins["issued"], origins["volume"]) == (first, second, second)


def test_what_waits_in_the_inbox_has_no_entry_yet(shelf):
    take(shelf, "three", BEES, doubts=("two titles",))
    (stored,) = shelf.extractions.of_page(source("three").sha256)
    assert (stored.citekey, stored.doubts) == (None, ("two titles",))


def test_an_entry_tells_what_it_would_say_if_its_pages_were_read_otherwise(shelf):
    key, two = "zurcher2013", source("two").sha256
    now = shelf.extractions.stand(key)
    assert now.record == shelf.entries.get(key).record
    assert (now.rules["volume"], now.portals["volume"]) == (("pubmed.volume",), "pubmed")
    would = shelf.extractions.stand(key, {two: read(BEES | {"volume": "3", "issue": "1"}, portal="taught.x")})
    assert (would.record["volume"], would.record["issue"]) == ("3", "1")
    assert would.rules["issue"] == ("taught.x.issue",)
    with shelf.change("set"):
        shelf.edits.set(key, "volume", "9")
    edited = shelf.extractions.stand(key, {two: read(BEES | {"volume": "3"})})
    assert (edited.record["volume"], edited.rules["volume"], edited.portals["volume"]) == ("9", ("edit",), "edit")
    assert shelf.extractions.stand(key).record == shelf.entries.get(key).record
