"""Fields for which a format has no place, as lines "Label: value" of one of its notes, and back.

A value takes one line: a line break in it is U+2028. Lines that begin with no field's label are a person's.
"""

from collections.abc import Iterable, Sequence

from litcli.formats import _ris_names
from litcli.formats._draft import Draft
from litcli.formats._edtf import edtf
from litcli.model.dates import Date
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, day, people, words
from litcli.model.types import TYPES

_BREAK = "\u2028"
_TYPE = f"{BY_NAME['type'].label}: "
_FIELDS = {row.label: row for row in BY_NAME.values()}


def lines(record: Record, names: Iterable[str]) -> list[str]:
    """Return the fields of a record as lines.

    >>> lines({"funding": ["NSF 1"], "accepted": {"date-parts": [[2013, 5]]}}, ["accepted", "funding"])
    ['Accepted: 2013-05', 'Funding: NSF 1']
    """
    return [f"{BY_NAME[name].label}: {value}" for name in names for value in _values(record, name)]


def type_of(stated: Iterable[str]) -> str | None:
    """Return the CSL type that one of the lines states.

    >>> type_of(["Funding: NSF", "Type: review-book"])
    'review-book'
    """
    found = (line.removeprefix(_TYPE) for line in stated if line.startswith(_TYPE))
    return next((name for name in found if name in TYPES), None)


def take(draft: Draft, stated: Sequence[str], path: str) -> list[str]:
    """Take the fields among lines into a draft, `path` saying where they stood, and return the lines that are none."""
    found: dict[str, list[str]] = {}
    rest = []
    for line in stated:
        label, colon, value = line.partition(": ")
        if colon and label in _FIELDS:
            found.setdefault(label, []).append(value.replace(_BREAK, "\n"))
        else:
            rest.append(line)
    for label, values in found.items():
        _take(draft, label, values, path)
    return rest


def _values(record: Record, name: str) -> list[str]:
    match BY_NAME[name].kind:
        case Kind.NAMES:
            return [_ris_names.write(person) for person in people(record, name)]
        case Kind.DATE:
            return [Date.from_csl(day(record, name) or {}).edtf()]
    return [value.replace("\n", _BREAK) for value in words(record, name)]


def _take(draft: Draft, label: str, values: list[str], path: str) -> None:
    row = _FIELDS[label]
    source = f"{path}: {label}: {'; '.join(values)}"
    if row.kind is Kind.NAMES:
        draft.put(row.name, [name for value in values if (name := _ris_names.read(value))], source)
    elif row.kind is Kind.DATE:
        draft.put(row.name, edtf(values[0]).to_csl(), source)
    elif row.kind is Kind.WORDS:
        draft.put(row.name, values, source)
    elif row.name != "type" or values[0] not in TYPES:
        for value in values:
            draft.read(row.name, value, path)
