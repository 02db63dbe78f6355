"""Entry -> format -> entry: what a format carries comes back as it was, and `losses` names all that it does not."""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings

from litcli.formats._base import Options, dumps, loads
from litcli.intake.formats import of_content
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.types import TYPES
from tests.formats.compare import changed
from tests.formats.found import BOTH_WAYS, READERS, WRITERS, by_name
from tests.formats.hard import HARD
from tests.formats.losses import LOSSES, expected, told
from tests.formats.strategies import entries, files

UNICODE, ASCII = Options(), Options(ascii=True)
EACH = pytest.mark.parametrize("format_", BOTH_WAYS, ids=by_name)
EITHER = pytest.mark.parametrize("options", [UNICODE, ASCII], ids=["utf-8", "ascii"])


def test_hard_entries_are_many_and_tell_every_type_and_field() -> None:
    assert len({entry.citekey for entry in HARD}) == len(HARD) > 250
    assert {entry.record["type"] for entry in HARD} == set(TYPES)
    assert {field for entry in HARD for field in entry.record} == set(BY_NAME)


@EACH
@EITHER
def test_hard_entries_come_back(format_: ModuleType, options: Options) -> None:
    wrong = {}
    for entry in HARD:
        loaded = loads(format_, dumps(format_, [entry], options))
        if len(loaded.records) != 1 or loaded.failures:
            wrong[entry.citekey] = {"records": loaded}
        elif found := changed(format_, entry, loaded.records[0]):
            wrong[entry.citekey] = found
    assert wrong == {}


@pytest.mark.parametrize("format_", [one for one in BOTH_WAYS if hasattr(one, "BETWEEN")], ids=by_name)
def test_two_files_with_what_stands_between_two_records_are_one(format_: ModuleType) -> None:
    one, other = HARD[:9], HARD[9:18]
    assert dumps(format_, one, UNICODE) + format_.BETWEEN + dumps(format_, other, UNICODE) == dumps(format_, HARD[:18], UNICODE)


@EACH
def test_hard_entries_stay_apart(format_: ModuleType) -> None:
    loaded = loads(format_, dumps(format_, HARD, UNICODE))
    assert loaded.failures == ()
    assert len(loaded.records) == len(HARD)
    assert [entry.citekey for entry, read in zip(HARD, loaded.records, strict=True) if changed(format_, entry, read)] == []


@EACH
def test_a_file_of_any_hard_entry_is_known_by_its_content(format_: ModuleType) -> None:
    dialects = {"bibtex", "biblatex"} if format_.NAME in {"bibtex", "biblatex"} else {format_.NAME}
    found = {entry.citekey: of_content(dumps(format_, [entry], UNICODE), "x") for entry in HARD}
    assert [key for key, module in found.items() if module is None or module.NAME not in dialects] == []


@pytest.mark.parametrize("format_", WRITERS, ids=by_name)
def test_losses_are_those_of_the_table(format_: ModuleType) -> None:
    table = LOSSES.get(format_.NAME, ())
    assert told(format_) - expected(table) == set(), "lost, but not in the table"
    assert expected(table) - told(format_) == set(), "in the table, but not lost"
    assert [loss.field for loss in table if not expected([loss])] == [], "in the table, but in no hard entry"
    assert all(loss.reason for loss in table)


@EACH
@EITHER
@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(entry=entries())
def test_any_entry_comes_back(format_: ModuleType, options: Options, entry: Entry) -> None:
    (read,) = loads(format_, dumps(format_, [entry], options)).records
    assert changed(format_, entry, read) == {}


@pytest.mark.parametrize("format_", READERS, ids=by_name)
@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=files)
def test_reading_never_raises(format_: ModuleType, text: str) -> None:
    loaded = loads(format_, text)
    assert all(read.record for read in loaded.records)
    assert all(failure.reason and failure.text for failure in loaded.failures)


@EACH
def test_after_one_trip_the_file_stays_as_it_is(format_: ModuleType) -> None:
    once = again(format_, dumps(format_, HARD, UNICODE))
    assert again(format_, once).split("\n") == once.split("\n")


def again(format_: ModuleType, text: str) -> str:
    return dumps(format_, [Entry(read.citekey, read.record, read.tags) for read in loads(format_, text).records], UNICODE)
