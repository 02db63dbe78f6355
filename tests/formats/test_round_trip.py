"""Entry -> format -> entry: what a format's table carries comes back as it was."""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings

from litcli.formats import bibtex, csl_json, ris
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record
from tests.formats.hard import HARD
from tests.formats.strategies import entries, files

FORMATS = (bibtex, ris, csl_json)
UNICODE, ASCII = Options(), Options(ascii=True)


def carried(format_: ModuleType, entry: Entry, record: Record) -> Record:
    lost = format_.lost(entry)
    return {name: value for name, value in record.items() if name not in lost}


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
@pytest.mark.parametrize("options", [UNICODE, ASCII], ids=["utf-8", "ascii"])
@pytest.mark.parametrize("entry", HARD, ids=lambda entry: entry.citekey)
def test_hard_entry_comes_back(format_: ModuleType, options: Options, entry: Entry) -> None:
    loaded = loads(format_, dumps(format_, [entry], options))
    assert loaded.failures == ()
    (read,) = loaded.records
    assert carried(format_, entry, read.record) == carried(format_, entry, entry.record)
    assert (read.citekey, read.tags) == (entry.citekey, entry.tags)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
def test_hard_entries_stay_apart(format_: ModuleType) -> None:
    loaded = loads(format_, dumps(format_, HARD, UNICODE))
    assert [read.citekey for read in loaded.records] == [entry.citekey for entry in HARD]
    assert [read.record for read in loaded.records] == [carried(format_, entry, entry.record) for entry in HARD]


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
@pytest.mark.parametrize("options", [UNICODE, ASCII], ids=["utf-8", "ascii"])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entry=entries())
def test_any_entry_comes_back(format_: ModuleType, options: Options, entry: Entry) -> None:
    (read,) = loads(format_, dumps(format_, [entry], options)).records
    assert carried(format_, entry, read.record) == carried(format_, entry, entry.record)
    assert read.tags == entry.tags


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
@settings(max_examples=200, deadline=None)
@given(text=files)
def test_reading_never_raises(format_: ModuleType, text: str) -> None:
    loaded = loads(format_, text)
    assert all(read.record for read in loaded.records)
    assert all(failure.reason and failure.text for failure in loaded.failures)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.NAME)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_file_cut_short_gives_what_is_whole(format_: ModuleType, share: float) -> None:
    whole = dumps(format_, HARD, UNICODE)
    cut = loads(format_, whole[: int(len(whole) * share)])
    full = loads(format_, whole)
    kept = [read.record for read in cut.records]
    assert kept[:-1] == [read.record for read in full.records][: len(kept) - 1]
    assert len(kept) + len(cut.failures) >= 10
