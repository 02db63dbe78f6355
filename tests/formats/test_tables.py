"""What the tables of every format promise."""

from collections.abc import Sequence
from types import ModuleType

import pytest

from litcli.formats._base import Row, Tables
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.types import TYPES
from tests.formats.found import MODULES, READERS, WRITERS, by_name

TABLED = tuple(module for module in MODULES if hasattr(module, "BOTH_WAYS"))
EACH = pytest.mark.parametrize("module", TABLED, ids=by_name)


def test_the_formats() -> None:
    assert len({module.NAME for module in MODULES}) == len(MODULES)
    assert all(suffix.startswith(".") for module in MODULES for suffix in module.SUFFIXES)


@pytest.mark.parametrize("ability", [READERS, WRITERS], ids=["read", "write"])
def test_an_ending_stands_for_one_format(ability: Sequence[ModuleType]) -> None:
    first = [module.SUFFIXES[0] for module in ability if module.SUFFIXES]
    assert {suffix for suffix in first if first.count(suffix) > 1} == SHARED_SUFFIXES & set(first)


@EACH
def test_rows_name_fields_and_types(module: ModuleType) -> None:
    for row in (*module.BOTH_WAYS, *module.EXPORT_ONLY, *module.IMPORT_ONLY):
        assert row.field in BY_NAME
        assert row.types <= set(TYPES)


SHARED_SUFFIXES: set[str] = set()
"""First endings of several formats, which their content tells apart."""
SHARED = {
    "ris": {"AN", "SN", "C1", "N1"},
    "nbib": {"GN", "LID"},
    "enw": {"M", "@", "Z"},
    "endnote-xml": {"accession-num", "isbn", "research-notes"},
}
"""Names that hold several fields, each value marked with its own."""


@EACH
@pytest.mark.parametrize("type_", tuple(TYPES))
def test_no_name_means_two_fields_of_one_type(module: ModuleType, type_: str) -> None:
    outward = Tables(module.BOTH_WAYS, module.EXPORT_ONLY, module.IMPORT_ONLY).outward(type_)
    keys = [key for key in outward.values() if key not in SHARED.get(module.NAME, ())]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("module", [module for module in TABLED if module in WRITERS], ids=by_name)
@pytest.mark.parametrize("field", tuple(BY_NAME))
def test_a_field_is_carried_or_named_as_lost(module: ModuleType, field: str) -> None:
    entry = Entry("a", {"type": "article-journal", field: "article-journal"})
    carried = {row.field for row in module.BOTH_WAYS if not row.types or "article-journal" in row.types}
    assert module.lost(entry) == (() if field in carried | {"type"} else (field,))


def test_a_row_for_a_type_goes_before_the_row_for_all() -> None:
    tables = Tables(
        (Row("publisher", "school", frozenset({"thesis"})), Row("publisher", "publisher")), (), (Row("publisher", "press"),)
    )
    assert tables.outward("thesis") == {"publisher": "school"}
    assert tables.outward("book") == {"publisher": "publisher"}
    assert tables.inward("book") == {"publisher": "publisher", "press": "publisher"}
