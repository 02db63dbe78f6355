"""The search language in memory: what is found, what is a mistake, and that nothing else can happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import QueryError
from litcli.model.entry import Entry
from litcli.query.parser import parse
from tests.query.cases import CASES, ENTRIES


@pytest.mark.parametrize(("query", "keys"), CASES)
def test_a_query_finds_its_entries(query: str, keys: str) -> None:
    node = parse(query)
    assert [entry.citekey for entry in ENTRIES if node.matches(entry)] == keys.split()


@pytest.mark.parametrize(("query", "_keys"), CASES)
def test_a_tree_written_out_is_its_own_query(query: str, _keys: str) -> None:
    assert parse(str(parse(query))) == parse(query)


@pytest.mark.parametrize(
    ("query", "marked", "says"),
    [
        ("", " ", "nothing to search for"),
        ("  ", "  ", "nothing to search for"),
        ("++ &", "++ &", "nothing to search for"),
        ('""', '""', "nothing to search for"),
        ("auther:smith", "auther", "did you mean author?"),
        ("galon yaer:2010", "yaer", "did you mean year?"),
        ("jurnal:(a OR b)", "jurnal", "did you mean journal?"),
        ("author:", "author:", "nothing follows 'author:'"),
        ("author: smith", "author:", "nothing follows 'author:'"),
        ("(author:) x", "author:", "nothing follows 'author:'"),
        ("author:&", "author:&", "no letter or digit"),
        ('galon "trial watch', '"', "never closed"),
        ('title:"trial', '"', "never closed"),
        ("year:20x0", "year:20x0", "is no date"),
        ("year:2015..2010", "year:2015..2010", "2015 comes after 2010"),
        ("year:..", "year:..", "is no date"),
        ("year:2013*", "year:2013*", "is no date"),
        ("issued:2013-13", "issued:2013-13", "there is no date 2013-13"),
        ("issued:2013-02-29", "issued:2013-02-29", "there is no date 2013-02-29"),
        ("year:>9999", "year:>9999", "there is no date"),
        ("year:<0001", "year:<0001", "there is no date"),
        ("added:soon", "added:soon", "is no date"),
        ("confidence:<abc", "confidence:<abc", "no comparison of numbers"),
        ("confidence:high", "confidence:high", "no comparison of numbers"),
        ("volume:9..3", "volume:9..3", "9 is more than 3"),
        ("type:boook", "type:boook", "did you mean book?"),
        ("type:xyzzy", "type:xyzzy", "types are CSL's"),
        ("peer-reviewed:maybe", "peer-reviewed:maybe", "yes or no"),
        ("has:colour", "has:colour", "no field is called 'colour'"),
        ("missing:volme", "missing:volme", "did you mean volume?"),
        ("tag:/", "tag:/", "name a tag"),
        ("*omics", "*omics", "not at its beginning"),
        ("(a OR b", "(", "nothing closes"),
        ("a OR b)", ")", "nothing opens"),
        ("author:(a b", "author:(", "nothing closes"),
        ("a OR", "OR", "one is not there"),
        ("OR a", "OR", "one is not there"),
        ("a OR OR b", "OR", "one is not there"),
        ("(a OR) b", "OR", "one is not there"),
        ("a OR &", "OR", "one is not there"),
        ("(" * 60 + "a" + ")" * 60, "(", "deep"),
    ],
)
def test_a_mistake_is_marked(query: str, marked: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert says in str(caught.value)
    assert (
        query[caught.value.start : caught.value.end] == marked.strip() or marked == query[caught.value.start : caught.value.end]
    )


_SIGNS = (
    *'()"-*:/\\<>=.&',
    " ",
    " OR ",
    " NOT ",
    " AND ",
    "author:",
    "year:",
    "tag:",
    "doi:",
    "has:",
    "volume:",
    "key:",
    "type:",
    "foo:",
)
_TEXTS = ("galon", "COVID-19", "2013", "2010..2015", ">0.5", "10.1002/nop2.70364", '"a b"', "é", "肿瘤", "book", "x/y/", "\ue000")
_PIECES = st.sampled_from(_SIGNS + _TEXTS)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_any_text_is_a_query_or_a_marked_mistake(query: str) -> None:
    try:
        node = parse(query)
    except QueryError:
        return
    assert parse(str(node)) == node
    assert {node.matches(entry) for entry in ENTRIES} <= {True, False}


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_a_quoted_title_is_always_found(title: str) -> None:
    try:
        node = parse('"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"')
    except QueryError:
        return
    assert node.matches(Entry("k", {"type": "book", "title": title}))


@pytest.mark.parametrize("between", [" ", " OR ", " -", " title:"])
def test_too_many_terms_are_a_mistake_and_many_are_not(between: str) -> None:
    words = [f"w{number}" for number in range(501)]
    assert parse(between.join(words[:500]))
    with pytest.raises(QueryError, match="a query may have 500 terms, no more") as mistake:
        parse(between.join(words))
    assert mistake.value.query[mistake.value.start : mistake.value.end].endswith("w500")


def test_of_a_long_query_only_what_stands_around_the_mistake_is_shown() -> None:
    with pytest.raises(QueryError) as mistake:
        parse("a" * 5000 + " OR")
    shown, carets = mistake.value.caret().split("\n")
    assert (shown, carets) == ("a" * 99 + " OR", " " * 100 + "^^")
