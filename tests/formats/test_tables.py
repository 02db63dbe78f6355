"""What the tables of every format promise."""

from types import ModuleType

import pytest

from litcli import formats
from litcli.formats._base import Row, Tables
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.types import TYPES
from litcli.registry import find

MODULES = tuple(find(formats, "litcli.formats").modules.values())
EACH = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.NAME)


def test_the_formats() -> None:
    assert sorted(module.NAME for module in MODULES) == ["bibtex", "csl-json", "ris"]
    suffixes = [suffix for module in MODULES for suffix in module.SUFFIXES]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") for suffix in suffixes)


@EACH
def test_rows_name_fields_and_types(module: ModuleType) -> None:
    for row in (*module.BOTH_WAYS, *module.EXPORT_ONLY, *module.IMPORT_ONLY):
        assert row.field in BY_NAME
        assert row.types <= set(TYPES)


SHARED = {"ris": {"AN", "SN", "C1", "N1"}}
"""Names that hold several fields, each value marked with its own."""


@EACH
@pytest.mark.parametrize("type_", tuple(TYPES))
def test_no_name_means_two_fields_of_one_type(module: ModuleType, type_: str) -> None:
    outward = Tables(module.BOTH_WAYS, module.EXPORT_ONLY, module.IMPORT_ONLY).outward(type_)
    keys = [key for key in outward.values() if key not in SHARED.get(module.NAME, ())]
    assert len(set(keys)) == len(keys)


@EACH
@pytest.mark.parametrize("field", tuple(BY_NAME))
def test_a_field_is_carried_or_named_as_lost(module: ModuleType, field: str) -> None:
    entry = Entry("a", {"type": "article-journal", field: "article-journal"})
    carried = {row.field for row in module.BOTH_WAYS if not row.types or "article-journal" in row.types}
    assert module.lost(entry) == (() if field in carried | {"type"} else (field,))


LOST = {
    "bibtex": {"peer-reviewed", "citation-count", "citation-source", "authors-incomplete"},
    "ris": {
        *("event-date", "original-date", "submitted", "accepted", "available-date", "status", "peer-reviewed"),
        *("citation-count", "citation-source", "index-term", "mesh", "translated-abstract"),
    },
    "csl-json": set(),
}
"""What a format has no place for; only to grow shorter."""


@EACH
def test_what_a_format_has_no_place_for(module: ModuleType) -> None:
    assert set(BY_NAME) - {row.field for row in module.BOTH_WAYS} - {"type"} == LOST[module.NAME]


def test_a_row_for_a_type_goes_before_the_row_for_all() -> None:
    tables = Tables(
        (Row("publisher", "school", frozenset({"thesis"})), Row("publisher", "publisher")), (), (Row("publisher", "press"),)
    )
    assert tables.outward("thesis") == {"publisher": "school"}
    assert tables.outward("book") == {"publisher": "publisher"}
    assert tables.inward("book") == {"publisher": "publisher", "press": "publisher"}
