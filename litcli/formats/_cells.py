"""A value of a field as the text of one cell of a table, and back; for `litcli.formats.csv` and `litcli.formats.tsv`.

Names are parted by semicolons, "Family, Given, Suffix" each (an ORCID in brackets behind it), a group that would be taken for a
person has a comma at its end; words are parted by semicolons; dates are EDTF. What such a text would not give back stands as JSON,
in a list (`["3–4"]`), so that no table is lossy.

What surprised us: spreadsheets run a cell that begins with =, +, - or @ as a formula, make dates of "6/7" and "3-4", numbers of "2e4",
"007" and "1.10", a time of "1:50 000". All but "3-4" get an apostrophe in front, as a person would type it, which reading takes
away; a range of numbers gets a dash, an ISBN a hyphen.
"""

import json
import re
from collections.abc import Callable
from typing import cast

from litcli.errors import BadValue
from litcli.formats import _ris_names
from litcli.model.dates import Date
from litcli.model.edtf import edtf
from litcli.model.fields import BY_NAME, Field, Kind
from litcli.model.record import CslDate, CslName, Json, Value
from litcli.model.shapes import fits
from litcli.model.values import parse_value


def to_cell(field: str, value: Value) -> str:
    """Return the text of a cell that holds the value.

    >>> to_cell("page", "3-4"), to_cell("keyword", ["bees", "=1+1"]), to_cell("title", "=1+1")
    ('3–4', 'bees; =1+1', "'=1+1")
    """
    row = BY_NAME[field]
    plain = _WRITERS.get(row.kind, _as_text)(row, value)
    return armed(json.dumps(value if isinstance(value, list) else [value], ensure_ascii=False) if plain is None else plain)


def from_cell(field: str, text: str) -> Value:
    """Return the value that a cell holds; raises `BadValue` where it is none of its field.

    >>> from_cell("page", "3–4"), from_cell("author", "Galon, Jérôme; NATO"), from_cell("title", "'=1+1")
    ('3-4', [{'family': 'Galon', 'given': 'Jérôme'}, {'literal': 'NATO'}], '=1+1')
    """
    row, plain = BY_NAME[field], disarmed(text)
    if plain.startswith("[") and (held := _json(row, plain)):
        return held
    if row.kind is Kind.NAMES and ";" in plain:
        names = [name for part in plain.split(";") if (name := _read_name(part))]
        if names:
            return names
    if row.kind is Kind.DATE:
        return edtf(plain).to_csl()
    return parse_value(field, _DASH.sub("-", plain) if row.kind is Kind.NUMBER else plain)


def armed(text: str) -> str:
    """Return a text that a spreadsheet shows as it stands."""
    return f"'{text}" if _ARMED.match(text) else text


def disarmed(text: str) -> str:
    """Undo `armed`."""
    return text[1:] if text.startswith("'") and _ARMED.match(text) else text


_TURNED = "|".join(
    (
        r"\d{1,4}/\d{1,2}(?:/\d{1,4})?",  # a date
        r"\d+ \d+/\d+",  # a fraction
        r"\d+:\d\d.*",  # a time
        r"0\d+|\d+[eE][+-]?\d+|\d{16,}|\d*\.\d*0|\d+[+-]|\d{1,3}(?:,\d{3})+",  # another number
        r"[$€£¥]\s?\d.*|\d.*\s?[%€]",  # money, a share
        r"(?i:true|false)",
    )
)
"""What a spreadsheet turns into something that is not shown, or not saved, as it was written."""
_ARMED = re.compile(rf"'*(?:[=+\-@\t\r\n＝＋－＠]|(?:{_TURNED})$)")
_RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)
_DASH = re.compile(r"(?<=\d)–(?=\d)")
_ORCID = re.compile(r"\s*\((\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)$")


def _as_text(row: Field, value: Value) -> str | None:
    """Write one text; None where it would be read otherwise."""
    if not isinstance(value, str) or value.startswith("["):
        return None
    folded = (
        "\n\n".join(" ".join(part.split()) for part in value.split("\n\n")) if row.kind is Kind.PROSE else " ".join(value.split())
    )
    return value if folded == value else None


def _as_number(row: Field, value: Value) -> str | None:
    """Write a number; a range with a dash, which is no date."""
    shown = _as_text(row, value)
    plain = _RANGE.sub(r"\1–\2", shown) if shown and _RANGE.fullmatch(shown) else shown
    return plain if plain and _comes_back(row, plain, value) else None


def _as_words(row: Field, value: Value) -> str | None:
    words = [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
    plain = "; ".join(words)
    shown = f"{plain};" if len(words) == 1 and "," in plain else plain
    return shown if words and not shown.startswith("[") and _comes_back(row, shown, value) else None


def _as_identifier(row: Field, value: Value) -> str | None:
    if isinstance(value, str):
        return _as_text(row, value)
    items = [_hyphenated(item) if row.name == "ISBN" else item for item in value if isinstance(item, str)]
    return "; ".join(items) or None


def _hyphenated(isbn: str) -> str:
    """Return an ISBN with a hyphen, which keeps it from being a number."""
    return f"{isbn[:3]}-{isbn[3:]}" if len(isbn) == 13 else f"{isbn[:-1]}-{isbn[-1:]}"


def _as_names(row: Field, value: Value) -> str | None:
    shown = [_as_name(cast("CslName", name)) for name in value] if isinstance(value, list) else [None]
    if None in shown:
        return None
    plain = "; ".join(filter(None, shown))
    return plain if len(shown) > 1 or _comes_back(row, plain, value) else f"{plain};"


def _as_name(name: CslName) -> str | None:
    """Write a name as `_read_name` reads it; None where nothing would be read as it."""
    bare = name.copy()
    orcid = bare.pop("ORCID", None)
    literal = bare.get("literal", "")
    forms = (*([literal] if literal and "," not in literal else []), _ris_names.write(bare))
    found = next((form for form in forms if ";" not in form and not form.startswith("[") and _ris_names.read(form) == bare), None)
    return f"{found} ({orcid})" if found and orcid else found


def _read_name(text: str) -> CslName | None:
    plain = text.strip()
    orcid = _ORCID.search(plain)
    name = _ris_names.read(plain[: orcid.start()] if orcid else plain)
    return name | {"ORCID": orcid[1]} if name and orcid else name


def _as_date(row: Field, value: Value) -> str | None:
    del row
    date = cast("CslDate", value)
    plain = Date.from_csl(date).edtf()
    return plain if edtf(plain).to_csl() == date and not plain.startswith("[") else None


def _comes_back(row: Field, plain: str, value: Value) -> bool:
    try:
        return from_cell(row.name, plain) == value
    except BadValue:
        return False


def _json(row: Field, text: str) -> Value | None:
    """Read a cell that holds JSON; None where it is a text that looks like it."""
    try:
        held = cast("Json", json.loads(text))
    except (ValueError, RecursionError):
        return None
    single = held[0] if isinstance(held, list) and len(held) == 1 and not row.many else held
    return cast("Value", single) if fits(row.name, single) else None


_WRITERS: dict[Kind, Callable[[Field, Value], str | None]] = {
    Kind.NUMBER: _as_number,
    Kind.WORDS: _as_words,
    Kind.IDENTIFIER: _as_identifier,
    Kind.NAMES: _as_names,
    Kind.DATE: _as_date,
}
