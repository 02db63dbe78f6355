"""The blocks of a BibTeX file: where they stand, and that the short way cuts entries as bibtexparser does."""

from types import ModuleType

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litcli.formats import biblatex, bibtex
from litcli.formats._base import Options, dumps, loads
from litcli.formats._bibtex_scan import BrokenBlock, CommentBlock, EntryBlock, StringBlock, blocks
from litcli.model.entry import Entry
from tests.formats.hard import HARD

PIECES = (
    *(
        "@article{a,",
        "\n@book{b,",
        "\n@string{s = {x}}",
        "\n@comment{",
        "\n@preamble{",
        "title = {One}",
        "year = 2013",
        "x = s # {y}",
    ),
    *(",", "\n", " ", "{", "}", '"', "(", ")", "=", "#", "\\", "\\{", "\\}", "{\\'e}", "word", "é", "@", "%"),
)
ANY = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize("module", [bibtex, biblatex], ids=["bibtex", "biblatex"])
def test_entries_are_cut_as_bibtexparser_cuts_them(module: ModuleType) -> None:
    text = dumps(module, HARD, Options())
    ours = [(one.type, one.key, list(one.fields)) for one in blocks(text) if isinstance(one, EntryBlock)]
    theirs = bibtexparser.parse_string(text, parse_stack=[]).entries
    assert ours == [(one.entry_type, one.key, [(field.key, field.value) for field in one.fields]) for one in theirs]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=ANY)
def test_every_block_stands_where_it_says(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert block.start >= at
        assert text.startswith(block.raw, block.start)
        assert block.line == text.count("\n", 0, block.start) + 1
        at = block.start + len(block.raw)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=ANY)
def test_an_unchanged_library_leaves_any_file_as_it_is(text: str) -> None:
    first: dict[str, Entry] = {}
    for read in loads(bibtex, text).records:
        first.setdefault(read.citekey, Entry(read.citekey, read.record, read.tags))
    assert bibtex.update(text, list(first.values()), Options()) == text


def test_kinds_of_blocks() -> None:
    text = '@string{j = "J"}\n@preamble{"x"} free text\n@comment{c {d}}\n@article{a, title = j # { K}}\n@book{b, title {x}}\n@misc{c}'
    found = [(type(block).__name__, block.line, block.raw) for block in blocks(text)]
    assert found == [
        ("StringBlock", 1, '@string{j = "J"}'),
        ("Block", 2, '@preamble{"x"}'),
        ("CommentBlock", 3, "@comment{c {d}}"),
        ("EntryBlock", 4, "@article{a, title = j # { K}}"),
        ("BrokenBlock", 5, "@book{b, title {x}}"),
        ("EntryBlock", 6, "@misc{c}"),
    ]
    assert [type(block) for block in blocks(text)].count(StringBlock) == 1
    assert any(isinstance(block, BrokenBlock) and block.reason for block in blocks(text))
    assert [block.text for block in blocks(text) if isinstance(block, CommentBlock)] == ["c {d}"]
