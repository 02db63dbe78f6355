"""CSL-JSON: what is written fits the schema of CSL 1.0.2, and what other programs' files give."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from litcli.formats import csl_json
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS, Kind
from litcli.model.types import TYPES
from tests.formats.hard import HARD
from tests.formats.strategies import entries

OTHERS = {"archive_location", "chapter-number", "medium", "original-publisher"}
"""Variables of CSL that stand in `extra`."""
VARIABLES = {row.name for row in FIELDS if row.csl} | {"id", "custom"} | OTHERS
NAMES = {row.name for row in FIELDS if row.kind is Kind.NAMES}
DATES = {row.name for row in FIELDS if row.kind is Kind.DATE}
NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}


def check_date(date: dict[str, Any]) -> None:
    """The schema's `date-variable`."""
    assert set(date) <= {"date-parts", "season", "circa", "literal", "raw", "edtf"}
    parts = date.get("date-parts", [[1]])
    assert 1 <= len(parts) <= 2
    assert all(1 <= len(part) <= 3 and all(isinstance(number, int) for number in part) for part in parts)


def check_item(item: dict[str, Any]) -> None:
    """What the schema's `csl-data.json` asks of an item, of the variables that we write."""
    assert set(item) <= VARIABLES
    assert item["type"] in TYPES
    for name, value in item.items():
        if name in NAMES:
            assert all(set(person) <= NAME_PARTS and all(isinstance(part, str) for part in person.values()) for person in value)
        elif name in DATES:
            check_date(value)
        elif name == "custom":
            assert isinstance(value, dict)
        else:
            assert isinstance(value, str)


@pytest.mark.parametrize("entry", HARD, ids=lambda entry: entry.citekey)
def test_hard_entry_fits_the_schema(entry: Entry) -> None:
    (item,) = json.loads(dumps(csl_json, [entry], Options()))
    check_item(item)


@settings(max_examples=100, deadline=None)
@given(entry=entries())
def test_any_entry_fits_the_schema(entry: Entry) -> None:
    (item,) = json.loads(dumps(csl_json, [entry], Options()))
    check_item(item)


def test_order_and_layout() -> None:
    record = {"note": "ü", "title": "Bees", "type": "book", "peer-reviewed": "yes"}
    assert dumps(csl_json, [Entry("a", record, tags=("x",))], Options()) == (
        '[\n  {\n    "id": "a",\n    "type": "book",\n    "title": "Bees",\n    "note": "ü",\n'
        '    "custom": {\n      "peer-reviewed": "yes",\n      "tags": [\n        "x"\n      ]\n    }\n  }\n]\n'
    )
    assert '"note": "\\u00fc"' in dumps(csl_json, [Entry("a", record)], Options(ascii=True))
    assert dumps(csl_json, [], Options()) == "[]\n"


def test_an_item_has_a_type() -> None:
    (item,) = json.loads(dumps(csl_json, [Entry("a", {"title": "Bees"})], Options()))
    assert item == {"id": "a", "type": "document", "title": "Bees"}


def test_orcids_are_carried() -> None:
    entry = Entry("a", {"type": "book", "author": [{"family": "A", "ORCID": "0000-0002-1825-0097"}, {"family": "B"}]})
    (read,) = loads(csl_json, dumps(csl_json, [entry], Options())).records
    assert read.record == entry.record
    assert csl_json.lost(entry) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[]", []),
        ("", []),
        ('{"id": "a", "type": "book"}', [("a", {"type": "book"}, 1)]),
        ('{"id": "a", "type": "book"}\n{"id": "b", "type": "map"}', [("a", {"type": "book"}, 1), ("b", {"type": "map"}, 2)]),
        ('{"items": [{"id": "a", "type": "book"}]}', [("a", {"type": "book"}, 1)]),
        ('\ufeff[\n{"id": 7, "type": "book", "volume": 2}]', [("7", {"type": "book", "volume": "2"}, 2)]),
    ],
)
def test_files_of_other_programs(text: str, read: list[tuple[str, dict[str, Any], int]]) -> None:
    loaded = loads(csl_json, text)
    assert [(one.citekey, one.record, one.line) for one in loaded.records] == read
    assert loaded.failures == ()


def test_items_before_a_fault_are_read() -> None:
    loaded = loads(csl_json, '[\n{"id": "a", "type": "book"},\n5,\n{"id": "b",\n "type": }\n]')
    assert [one.citekey for one in loaded.records] == ["a"]
    assert [(failure.line, failure.reason) for failure in loaded.failures] == [
        (3, "the item is no JSON object"),
        (4, "no JSON from line 5 on: Expecting value"),
    ]


def test_a_deep_file_is_no_fault_of_ours() -> None:
    (failure,) = loads(csl_json, '{"a":' * 100_000).failures
    assert failure.reason == "no JSON from line 1 on: nested too deeply"
