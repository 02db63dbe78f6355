"""Tells whether a value that comes from outside, as JSON, has the shape that the model gives its field."""

import re
from collections.abc import Callable, Mapping

from litcli.model import identifiers
from litcli.model.fields import BY_NAME, Field, Kind
from litcli.model.record import CslDate, CslName, Json
from litcli.model.types import TYPES


def fits(field: str, value: Json) -> bool:
    """Tell whether `value` is one that `field` may hold; of a field that there is not, never.

    >>> fits("title", "On bees"), fits("title", 5), fits("issued", {"date-parts": [[2013, 5]]}), fits("issued", {"date-parts": [["x"]]})
    (True, False, True, False)
    """
    row = BY_NAME.get(field)
    return row is not None and _CHECKS[row.kind](row, value)


_NAME_PARTS = frozenset(CslName.__annotations__)
_DATE_PARTS = frozenset(CslDate.__annotations__)
_MOST = (9999, 12, 31)
_LEAST = (-9999, 1, 1)


def _text(row: Field, value: Json) -> bool:
    del row
    return isinstance(value, str) and bool(value.strip()) and not _NO_TEXT.search(value)


_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Signs of control and halves of a sign, which no text has."""


def _texts(row: Field, value: Json) -> bool:
    return isinstance(value, list) and bool(value) and all(_text(row, item) for item in value)


def _type(row: Field, value: Json) -> bool:
    del row
    return isinstance(value, str) and value in TYPES


def _flag(row: Field, value: Json) -> bool:
    del row
    return value == "yes"


def _identifier(row: Field, value: Json) -> bool:
    if row.many != isinstance(value, list):
        return False
    items = value if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, str) and identifiers.READERS[row.name](item) == item for item in items)


def _names(row: Field, value: Json) -> bool:
    return isinstance(value, list) and bool(value) and all(_name(row, item) for item in value)


def _name(row: Field, value: Json) -> bool:
    return (
        isinstance(value, Mapping) and bool(value) and value.keys() <= _NAME_PARTS and all(_text(row, v) for v in value.values())
    )


def _date(row: Field, value: Json) -> bool:
    if not isinstance(value, Mapping) or not value or not value.keys() <= _DATE_PARTS:
        return False
    parts = value.get("date-parts")
    dated = "date-parts" not in value or (isinstance(parts, list) and 1 <= len(parts) <= 2 and all(map(_day, parts)))
    literal = "literal" not in value or _text(row, value["literal"])
    season = value.get("season", 1)
    return dated and literal and type(season) is int and 1 <= season <= 4 and value.get("circa", True) is True


def _day(value: Json) -> bool:
    """Tell whether a list is a year, a year and month, or a year, month and day."""
    if not isinstance(value, list) or not 1 <= len(value) <= len(_MOST):
        return False
    return all(type(part) is int and least <= part <= most for least, part, most in zip(_LEAST, value, _MOST, strict=False))


_CHECKS: dict[Kind, Callable[[Field, Json], bool]] = {
    Kind.TEXT: _text,
    Kind.PROSE: _text,
    Kind.NUMBER: _text,
    Kind.TYPE: _type,
    Kind.LANGUAGE: _text,
    Kind.NAMES: _names,
    Kind.WORDS: _texts,
    Kind.DATE: _date,
    Kind.IDENTIFIER: _identifier,
    Kind.FLAG: _flag,
}
