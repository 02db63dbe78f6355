"""Raw pages are kept as they came, and the inbox tells why a page waits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litcli import __version__
from litcli.errors import BadValue, NotFound
from litcli.extract.result import Rejection
from litcli.pages.page import Page, Source
from litcli.store.pages import INBOX, Status
from litcli.store.plain import storable
from tests.store.conftest import BEES, read, source, take


@given(st.binary(max_size=300), st.text(max_size=20), st.integers(1, 9), st.lists(st.text(max_size=9)), st.integers(0, 1 << 50))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_page_comes_back_as_it_came(library, content, origin, ordinal, doubts, offset):
    told = tuple(storable(doubt) for doubt in doubts)
    page = Source(storable(origin) or "-", ordinal, content, "text/html", told, offset)
    if page.sha256 in library.pages.known([page.sha256]):
        return
    with library.change("ingest"):
        library.take(page, None, Rejection("no record"))
    assert library.pages.source(page.sha256) == page


def test_a_page_is_described(library):
    take(library, "one", BEES)
    page = library.pages.get(source("one").sha256[:10].upper())
    assert (page.origin, page.ordinal, page.media_type, page.charset, page.size) == ("page.txt", 1, "text/plain", "utf-8", 3)
    assert (page.status, page.reason, page.reader, page.citekeys) == (Status.OK, None, __version__, ("zurcher2013",))


def test_known_pages_need_not_be_read_again(library):
    take(library, "one", BEES)
    hashes = [source(str(number)).sha256 for number in range(1500)]
    assert library.pages.known([*hashes, source("one").sha256]) == {source("one").sha256}


@pytest.mark.parametrize(
    ("ref", "says"), [("abcd", "there is no page 'abcd'"), ("ab", "first 4 or more"), ("", "there is no page")]
)
def test_a_page_that_is_not_there_is_not_found(library, ref, says):
    take(library, "one", BEES)
    with pytest.raises(NotFound, match=says):
        library.pages.get(ref)


def test_pages_are_listed_and_counted_by_status(library):
    take(library, "one", BEES)
    take(library, "two", BEES | {"title": "x"}, doubts=("two titles",))
    with library.change("ingest"):
        library.take(source("three"), None, Rejection("news"))
    assert library.pages.counts() == {Status.OK: 1, Status.DOUBTFUL: 1, Status.REJECTED: 1, Status.FAILED: 0}
    assert [page.reason for page in library.pages.with_status(*INBOX)] == ["two titles", "news"]
    assert len(library.pages.with_status()) == 3


def test_a_waiting_page_is_rejected_by_hand(library):
    take(library, "two", BEES, doubts=("two titles",))
    with library.change("reject"):
        assert library.pages.reject([source("two").sha256]) == 1
    assert library.pages.get(source("two").sha256).status is Status.REJECTED


def test_a_page_with_an_entry_cannot_be_rejected(library):
    take(library, "one", BEES)
    with pytest.raises(BadValue, match="put the entry in the trash"), library.change("reject"):
        library.pages.reject([source("one").sha256])


def test_pages_are_listed_by_entry_and_by_portal(library):
    take(library, "one", BEES)
    take(library, "two", BEES, portal="pubmed")
    take(library, "three", BEES, doubts=("a doubt",))
    with library.change("ingest"):
        library.take(source("four"), None, Rejection("no record"))
    one, two, three, four = (source(text).sha256 for text in ("one", "two", "three", "four"))
    assert library.pages.of_entry("zurcher2013") == [one, two]
    assert library.pages.without_entry() == [three, four]
    assert [page.sha256 for page in library.pages.each()] == [one, two, three, four]
    assert [page.sha256 for page in library.pages.each("pubmed")] == [two, four]
    with library.change("rm"):
        library.entries.trash(["zurcher2013"])
    assert library.pages.of_entry("zurcher2013") == []
    assert library.pages.without_entry() == [three, four]


def test_a_page_that_reads_as_before_is_no_change(library):
    take(library, "one", BEES)
    steps = library.history.log()
    with library.change("reextract"):
        library.retake(source("one").sha256, Page(source("one"), "one", "utf-8"), read(BEES))
    assert library.history.log() == steps
