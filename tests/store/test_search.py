"""Both faces of a query find the same: the tree in memory, and its SQL over columns and index."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litcli.errors import QueryError, UnknownName
from litcli.identity import blocking
from litcli.model.entry import Entry
from litcli.query.parser import parse
from litcli.store import effective
from litcli.store.library import Library
from tests.query.cases import CASES, ENTRIES
from tests.store.conftest import BEES, take


def put(library: Library, entry: Entry) -> None:
    """Store an entry as it is, with its portals, tags and times."""
    sql = library.entries._sql
    row = sql.insert(
        "entries",
        citekey=entry.citekey,
        **effective.columns(entry.record, blocking.keys(entry.record)),
        confidence=entry.confidence,
        added=entry.added,
        modified=entry.modified,
    )
    for portal in entry.portals:
        values = {
            "portal": portal,
            "confidence": entry.confidence,
            "record": json.dumps(entry.record),
            "evidence": "{}",
            "doubts": "[]",
        }
        sql.insert("extractions", entry=row, ordinal=1, added=entry.added, **values)
    for alias in entry.aliases:
        sql.insert("aliases", citekey=alias, entry=row)
    if entry.tags:
        library.tags.add([entry.citekey], entry.tags)


@pytest.fixture(scope="module")
def shelf():
    with Library.temporary() as library:
        with library.change("fill"):
            for entry in ENTRIES:
                put(library, entry)
        yield library


def test_what_is_stored_comes_back_whole(shelf):
    assert shelf.entries.many([entry.citekey for entry in ENTRIES]) == list(ENTRIES)


@pytest.mark.parametrize(("query", "keys"), CASES)
def test_sql_finds_what_the_tree_finds(shelf, query, keys):
    node = parse(query)
    assert shelf.search.keys(node) == sorted(keys.split())
    assert [entry.citekey for entry in shelf.search.find(node)] == sorted(keys.split())
    assert shelf.search.count(node) == len(keys.split())
    assert sorted(hit.entry.citekey for hit in shelf.search.ranked(node)) == sorted(keys.split())


WORDS = st.sampled_from(
    (
        'galon watch immun* 2013 oncology trials CO₂ 免疫 ö tumour e26494 -review OR ( ) "trial watch" \' " * : ^ + NEAR { }'
        " year:2010.. year:<2014 has:doi missing:page tag:onc* volume:>9 type:article portal:pure added:2026 publisher:springer"
        " confidence:<0.9"
    ).split(" ")
)


@given(st.lists(WORDS, min_size=1, max_size=6) | st.lists(st.text(max_size=8), max_size=4))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_both_faces_agree(shelf, words):
    try:
        node = parse(" ".join(words))
    except QueryError:
        return
    assert shelf.search.keys(node) == sorted(entry.citekey for entry in ENTRIES if node.matches(entry))


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_stored_and_found_by_its_words(text):
    try:
        node = parse('title:"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')
    except QueryError:
        return
    with Library.temporary() as library:
        with library.change("add"):
            library.add({"type": "book", "title": text}, "hand", "key")
        entry = library.entries.get("key")
        assert node.matches(entry)
        assert library.search.keys(node) == ["key"]


def test_the_best_fitting_comes_first(shelf):
    assert [hit.entry.citekey for hit in shelf.search.ranked(parse("tumour"))] == ["galon2010", "sicong2019"]
    hits = shelf.search.ranked(parse("microenvironment"))
    assert [hit.entry.citekey for hit in hits] == ["galon2010", "semeraro2013"]
    assert hits[0].score > hits[1].score > 0
    assert len(shelf.search.ranked(parse("microenvironment"), limit=1)) == 1


def test_without_a_word_the_newest_come_first(shelf):
    hits = shelf.search.ranked(parse("has:doi"))
    assert [(hit.entry.citekey, hit.score) for hit in hits] == [("gil2026", 0), ("galon2010", 0)]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("citekey", "arxiv2021"),
        ("-citekey", "thesis2020"),
        ("year", "moller1999"),
        ("-issued", "gil2026"),
        ("author", "galon2010"),
        ("title", "chapter2015"),
        ("confidence", "sicong2019"),
        ("added", "empty"),
        ("-modified", "arxiv2021"),
        ("journal", "chapter2015"),
    ],
)
def test_found_entries_are_sorted(shelf, sort, first):
    assert shelf.search.find(parse("-nothing"), sort, limit=1)[0].citekey == first
    assert shelf.entries.all(sort, limit=1)[0].citekey == first


def test_what_has_no_value_comes_last_either_way(shelf):
    for sort in ("doi", "-doi"):
        assert {entry.citekey for entry in shelf.entries.all(sort)[:2]} == {"galon2010", "gil2026"}


def test_an_unknown_sort_names_what_is_near(shelf):
    with pytest.raises(UnknownName, match="did you mean title"):
        shelf.entries.all("titel")


def test_the_index_follows_every_change(library):
    take(library, "one", BEES)
    assert library.search.keys(parse("alpine")) == ["zurcher2013"]
    with library.change("edit"):
        library.edits.set("zurcher2013", "title", "Wasps")
    assert library.search.keys(parse("alpine")) == []
    assert library.search.keys(parse("wasps")) == ["zurcher2013"]
    with library.change("rename"):
        library.entries.rename("zurcher2013", "wasps")
    assert library.search.keys(parse("zurcher2013")) == ["wasps"]
    library.history.undo()
    library.history.undo()
    assert library.search.keys(parse("alpine")) == ["zurcher2013"]
    assert library.search.keys(parse("wasps")) == []


def test_what_is_in_the_trash_is_never_found(library):
    take(library, "one", BEES)
    with library.change("rm"):
        library.entries.trash(["zurcher2013"])
    node = parse("alpine")
    assert (library.search.keys(node), library.search.count(node), library.search.ranked(node)) == ([], 0, [])
