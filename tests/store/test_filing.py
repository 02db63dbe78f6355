"""What becomes of a page or a record: new, same, joined, or set aside with its reason."""

from dataclasses import replace

import pytest

from litcli.errors import BadValue, InputError, NotFound
from litcli.extract.result import Rejection
from litcli.identity.contrast import Contrast, Difference
from litcli.pages.page import Page
from litcli.store.extractions import Passage
from litcli.store.filing import Outcome, Taken
from litcli.store.pages import INBOX, Status
from tests.store.conftest import BEES, dump, read, source, take


def test_a_new_page_becomes_an_entry(library):
    assert take(library, "one", BEES) == Taken(Outcome.NEW, "zurcher2013")
    entry = library.entries.get("zurcher2013")
    assert entry.record == BEES
    assert (entry.portals, entry.confidence, entry.edited) == (("pure",), 0.9, ())
    assert library.pages.get(source("one").sha256).citekeys == ("zurcher2013",)


def test_the_same_page_again_changes_nothing_and_leaves_no_step(library):
    take(library, "one", BEES)
    before = dump(library)
    assert take(library, "one", BEES | {"title": "Read by a later reader"}) == Taken(Outcome.SAME, "zurcher2013")
    assert dump(library) == before
    assert len(library.history.log()) == 1


@pytest.mark.parametrize(
    ("reading", "outcome", "status", "reason"),
    [
        (Rejection("a news article"), Outcome.REJECTED, Status.REJECTED, "a news article"),
        (InputError("x.txt", "it is empty"), Outcome.FAILED, Status.FAILED, "it is empty"),
        (read(BEES, doubts=("two titles", "no date")), Outcome.DOUBTFUL, Status.DOUBTFUL, "two titles; no date"),
    ],
)
def test_what_is_no_plain_record_waits_in_the_inbox_with_its_reason(library, reading, outcome, status, reason):
    with library.change("ingest"):
        assert library.take(source("x"), None, reading) == Taken(outcome, None, reason)
        again = Outcome.FAILED if outcome is Outcome.FAILED else Outcome.SAME
        assert library.take(source("x"), None, reading) == Taken(again, None, reason)
    assert library.entries.count() == 0
    (page,) = library.pages.with_status(*INBOX)
    assert (page.status, page.reason, page.citekeys) == (status, reason, ())
    assert library.pages.source(page.sha256) == source("x")


def test_a_second_page_of_a_work_joins_its_entry(library):
    take(library, "one", BEES)
    taken = take(library, "two", BEES | {"volume": "14", "title": BEES["title"].upper()}, portal="pubmed")
    assert taken == Taken(Outcome.JOINED, "zurcher2013", "same title, same authors, same year")
    entry = library.entries.get("zurcher2013")
    assert entry.record == BEES | {"volume": "14"}
    assert entry.portals == ("pubmed", "pure")
    assert [one.sha256 for one in library.extractions.of_entry("zurcher2013")] == [source("one").sha256, source("two").sha256]


def test_works_that_share_a_doi_join_although_titles_differ_in_language(library):
    take(library, "one", BEES | {"DOI": "10.1/bees"})
    german = {"title": "Sammelflüge einzeln lebender Bienen auf Bergwiesen", "DOI": "10.1/BEES"}
    assert take(library, "two", BEES | german).outcome == Outcome.JOINED


def test_another_doi_is_another_work_with_a_key_of_its_own(library):
    take(library, "one", BEES | {"DOI": "10.1/a"})
    assert take(library, "two", BEES | {"DOI": "10.1/b"}) == Taken(Outcome.NEW, "zurcher2013a")


def test_what_may_be_the_same_work_is_new_and_said(library):
    take(library, "one", BEES)
    taken = take(library, "two", BEES | {"issued": {"date-parts": [[2014]]}})
    assert taken == Taken(Outcome.NEW, "zurcher2014", "may be the same work as zurcher2013", ("zurcher2013",))


def test_a_page_of_a_work_in_the_trash_joins_it_there_and_says_so(library):
    take(library, "one", BEES)
    with library.change("rm"):
        library.entries.trash(["zurcher2013"])
    assert take(library, "one", BEES) == Taken(
        Outcome.SAME, "zurcher2013", "in the trash; 'litcli restore zurcher2013' takes it out"
    )
    taken = take(library, "two", BEES | {"volume": "2"})
    assert (taken.outcome, taken.citekey) == (Outcome.JOINED, "zurcher2013")
    assert taken.reason.endswith("in the trash; 'litcli restore zurcher2013' takes it out")
    assert library.entries.count() == 0
    with library.change("restore"):
        library.entries.restore(["zurcher2013"])
    assert library.entries.get("zurcher2013").record["volume"] == "2"


def test_doubts_about_the_decoding_are_told_and_kept(library):
    page = Page(source("one"), "one", "windows-1252", doubts=("the encoding was guessed",))
    with library.change("ingest"):
        assert library.take(page.source, page, read(BEES)) == Taken(Outcome.NEW, "zurcher2013", "the encoding was guessed")
    stored = library.pages.get(page.source.sha256)
    assert (stored.status, stored.charset, stored.reason) == (Status.OK, "windows-1252", "the encoding was guessed")


def test_a_doubtful_page_is_accepted_as_a_new_entry(library):
    take(library, "one", BEES, doubts=("two titles",))
    with library.change("accept"):
        assert library.accept(source("one").sha256[:8]) == Taken(Outcome.NEW, "zurcher2013")
    assert library.pages.with_status(*INBOX) == []
    assert library.entries.get("zurcher2013").record == BEES


def test_a_doubtful_page_is_accepted_into_an_entry(library):
    take(library, "one", BEES)
    take(library, "two", {"title": "Something else", "volume": "9"}, doubts=("no author",))
    with library.change("accept"):
        assert library.accept(source("two").sha256, "zurcher2013") == Taken(Outcome.JOINED, "zurcher2013", "by hand")
    assert library.entries.get("zurcher2013").record["volume"] == "9"


def test_only_a_doubtful_page_can_be_accepted(library):
    take(library, "one", BEES)
    with pytest.raises(BadValue, match="nothing was read from the page"), library.change("accept"):
        library.accept(source("one").sha256)
    with pytest.raises(NotFound, match="there is no page 'abcd'"), library.change("accept"):
        library.accept("abcd")


def test_reading_a_page_again_takes_todays_record_and_keeps_edits(library):
    take(library, "one", BEES)
    with library.change("edit"):
        library.edits.set("zurcher2013", "title", "My title")
    with library.change("reextract"):
        taken = library.retake(source("one").sha256, None, read(BEES | {"title": "Read anew", "volume": "1"}))
    assert taken == Taken(Outcome.UPDATED, "zurcher2013")
    assert library.entries.get("zurcher2013").record == BEES | {"title": "My title", "volume": "1"}


def test_reading_a_page_again_with_the_same_result_changes_no_entry(library):
    take(library, "one", BEES)
    before = library.entries.get("zurcher2013")
    with library.change("reextract"):
        assert library.retake(source("one").sha256, None, read(BEES)) == Taken(Outcome.SAME, "zurcher2013")
    assert library.entries.get("zurcher2013") == before


def test_an_entry_is_never_taken_away_by_reading_its_page_again(library):
    take(library, "one", BEES)
    with library.change("reextract"):
        taken = library.retake(source("one").sha256, None, Rejection("a news article"))
    assert taken == Taken(Outcome.SAME, "zurcher2013", "kept, though today's reader would set it aside: a news article")
    assert library.entries.get("zurcher2013").record == BEES


def test_a_rejected_page_that_is_read_today_becomes_an_entry(library):
    with library.change("ingest"):
        library.take(source("one"), None, Rejection("not understood"))
    with library.change("retry"):
        assert library.retake(source("one").sha256, None, read(BEES)) == Taken(Outcome.NEW, "zurcher2013")
    assert library.pages.get(source("one").sha256).status is Status.OK


def test_a_page_that_waits_as_before_is_the_same(library):
    doubtful = replace(read(BEES), doubts=("two titles",))
    with library.change("ingest"):
        library.take(source("one"), None, Rejection("a shop"))
        library.take(source("two"), None, doubtful)
    with library.change("retry"):
        assert library.retake(source("one").sha256, None, Rejection("a shop")) == Taken(Outcome.SAME, None, "a shop")
        assert library.retake(source("one").sha256, None, Rejection("news")).outcome is Outcome.REJECTED
        assert library.retake(source("two").sha256, None, doubtful) == Taken(Outcome.SAME, None, "two titles")
        sharper = replace(doubtful, record=BEES | {"volume": "1"})
        assert library.retake(source("two").sha256, None, sharper).outcome is Outcome.DOUBTFUL


def test_an_import_keeps_the_wished_key_where_it_is_free(library):
    with library.change("import"):
        assert library.add(BEES, "import", "Bees:2013") == Taken(Outcome.NEW, "Bees:2013")
        other = library.add({"title": "On other insects"}, "import", "bees:2013")
    assert other == Taken(Outcome.NEW, "bees:2013a", "its key bees:2013 is taken")
    assert library.entries.get("bees:2013").portals == ("import",)
    assert library.entries.get("bees:2013").confidence is None


@pytest.mark.parametrize(
    ("wish", "citekey", "aliases"),
    [
        ("Müller2013", "Müller2013", ()),
        ("Müller 2013", "Muller2013", ("Müller 2013",)),
        ("DBLP:ng/20", "DBLP:ng/20", ()),
        ("S0140-6736(20)1", "S0140-6736201", ("S0140-6736(20)1",)),
        ("{}", "zurcher2013", ()),
        (None, "zurcher2013", ()),
    ],
)
def test_a_wished_key_is_kept_or_made_fit_for_latex_and_then_still_finds_its_entry(library, wish, citekey, aliases):
    with library.change("import"):
        assert library.add(BEES, "import", wish).citekey == citekey
    assert library.entries.get(citekey).aliases == aliases


def test_other_keys_of_a_file_find_the_entry_where_no_other_has_them(library):
    with library.change("import"):
        library.add({"title": "On other insects"}, "import", "insects")
        library.add(BEES, "import", "bees", aliases=["Insects", "Bienen"])
        library.add(BEES, "import", "bees", aliases=["abeilles"])
    assert library.entries.get("bees").aliases == ("Bienen", "abeilles")
    assert library.entries.get("INSECTS").citekey == "insects"


PASSAGE = Passage("refs.bib", 12, "bibtex", "@article{bees,\n  title = {...}\n}\udcff\x00")


def test_what_a_file_says_is_kept_with_its_place_and_comes_back_with_redo(library):
    with library.change("import"):
        library.add(BEES, "import", "bees", passage=PASSAGE)
    before = dump(library)
    library.history.undo()
    library.history.redo()
    assert dump(library) == before
    (source,) = library.extractions.of_entry("bees")
    assert (source.origin, source.line, source.format) == ("refs.bib", 12, "bibtex")
    assert library.extractions.passage(source.id) == PASSAGE


def test_a_record_that_joins_says_what_it_fills_and_where_it_differs(library):
    take(library, "one", BEES | {"volume": "3"})
    with library.change("import"):
        stated = BEES | {"issue": "2", "keyword": ["foraging", "Alps"], "attachment": ["a.pdf"]}
        del stated["abstract"]
        taken = library.add(stated | {"number": "7"}, "import", "Zur13", passage=PASSAGE)
        again = library.add(stated | {"number": "8", "attachment": ["A.pdf"]}, "import", "Zur13")
    assert taken.contrast == Contrast(("keyword", "issue", "attachment", "number"), ())
    assert again.contrast.differs == (Difference("number", "7", "8"),)
    record = library.entries.get("zur13").record
    assert sorted(record["keyword"]) == ["Alps", "bees", "foraging"]
    assert sorted(record["attachment"]) == ["A.pdf", "a.pdf"]
    assert (record["volume"], record["abstract"]) == ("3", BEES["abstract"])
    assert [one.format for one in library.extractions.of_entry("zur13")] == [None, "bibtex", None]


def test_the_same_record_under_another_key_is_found_by_both(library):
    with library.change("import"):
        library.add(BEES, "import", "bees")
        assert library.add(BEES, "import", "again") == Taken(Outcome.SAME, "bees")
    assert library.entries.get("again").aliases == ("again",)


def test_importing_the_same_record_again_changes_nothing(library):
    with library.change("import"):
        library.add(BEES, "import", "bees")
    before = dump(library)
    with library.change("import"):
        assert library.add(BEES, "import", "bees") == Taken(Outcome.SAME, "bees")
    assert dump(library) == before


def test_an_imported_record_of_a_known_work_joins_it_and_its_key_becomes_an_alias(library):
    take(library, "one", BEES)
    with library.change("import"):
        assert library.add(BEES | {"page": "1-9"}, "import", "Zur13").outcome == Outcome.JOINED
    assert library.entries.get("zur13").citekey == "zurcher2013"
    assert library.entries.get("zur13").record["page"] == "1-9"


def test_names_that_no_encoding_can_write_are_kept_as_far_as_possible(library):
    with library.change("ingest"):
        page = source("one", origin="bad\udcff.txt")
        library.take(page, None, read(BEES | {"note": "half a pair \ud83d and a \0"}))
    assert library.pages.get(page.sha256).origin == "bad\ufffd.txt"
    assert library.entries.get("zurcher2013").record["note"].startswith("half a pair \ufffd and a ")
