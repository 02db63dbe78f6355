"""JSON lines: the shape that `litcli list --json` prints, and what may stand in such a file."""

import json

import pytest

from litcli.cli.shapes import entry_json
from litcli.formats import jsonl
from litcli.formats._base import Failure, Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Json, Record

ENTRY = Entry(
    citekey="galon2013",
    record={"type": "book", "title": "Über Bienen", "author": [{"family": "Galon", "ORCID": "0000-0002-1825-0097"}]},
    tags=("a/b", "c"),
    portals=("pubmed",),
    confidence=0.9,
    added="2026-03-01T12:00:00Z",
    modified="2026-03-02T12:00:00Z",
    aliases=("galon2012",),
    edited=("title",),
)


def test_everything_is_in_the_line_and_what_a_file_can_state_comes_back() -> None:
    text = dumps(jsonl, [ENTRY], Options())
    shown = {name: value for name, value in entry_json(ENTRY).items() if name != "missing"}
    assert json.loads(text) == shown
    assert loads(jsonl, text).records == (Read("galon2013", ENTRY.record, ("a/b", "c"), 1, text.rstrip("\n"), ("galon2012",)),)
    assert dumps(jsonl, [ENTRY], Options(ascii=True)).isascii()


@pytest.mark.parametrize(
    ("held", "record"),
    [
        ({"title": "A"}, {"type": "document", "title": "A"}),
        ({"type": "poem", "title": "A"}, {"type": "document", "title": "A", "extra": ['type: "poem"']}),
        ({"title": 5}, {"type": "document", "title": "5"}),
        ({"issued": {"date-parts": [["2013", 5]]}}, {"type": "document", "issued": {"date-parts": [[2013, 5]]}}),
        ({"issued": {"date-parts": [[2013, 40]]}}, {"type": "document", "extra": ['issued: {"date-parts": [[2013, 40]]}']}),
        ({"DOI": "none"}, {"type": "document", "extra": ['DOI: "none"']}),
        ({"author": [{"family": ["x"]}]}, {"type": "document", "extra": ['author: [{"family": ["x"]}]']}),
        ({"colour": {"a": 1}}, {"type": "document", "extra": ['colour: {"a": 1}']}),
    ],
)
def test_values_of_another_shape(held: Json, record: Record) -> None:
    (found,) = loads(jsonl, json.dumps({"record": held})).records
    assert found.record == record


def test_what_is_no_record_comes_back_with_its_line() -> None:
    text = '{"record": {"title": "A"}}\n\nx\n[1]\n{"record": {}}\n{"source": "a.txt", "rejected": "a list"}\n{"record": {"title": "B"}}'
    loaded = loads(jsonl, text)
    assert [(found.record["title"], found.line) for found in loaded.records] == [("A", 1), ("B", 7)]
    assert loaded.failures == (
        Failure(3, "no JSON: Expecting value: line 1 column 1 (char 0)", "x"),
        Failure(4, "the line is no JSON object", "[1]"),
        Failure(5, "the object holds no record", '{"record": {}}'),
        Failure(6, "no reference: a list", '{"source": "a.txt", "rejected": "a list"}'),
    )
