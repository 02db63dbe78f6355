"""Texts of a file of XML as values of fields; for the formats that are XML."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from litcli.errors import BadValue
from litcli.formats._draft import Draft
from litcli.model.edtf import edtf
from litcli.model.fields import BY_NAME, Kind
from litcli.model.values import parse_value

_COUNTED = re.compile(r"(\d+) p\.")


def take(draft: Draft, name: str, said: Sequence[tuple[str, str]]) -> None:
    """Take what a file says of one field, paths with their texts; a name that no field bears is kept with all of them.

    >>> draft = Draft("book")
    >>> take(draft, "number-of-pages", [("extent", "69 p.")])
    >>> take(draft, "", [("form", "print")])
    >>> draft.record()
    {'type': 'book', 'number-of-pages': '69', 'extra': ['form: print']}
    """
    row = BY_NAME.get(name)
    if row is None:
        for path, value in said:
            draft.keep(f"{path}: {' '.join(value.split())}")
    elif row.kind is Kind.DATE:
        for path, value in said:
            draft.put(name, edtf(value).to_csl(), f"{path}: {value}")
    elif row.kind is Kind.WORDS:
        draft.put(name, list(dict.fromkeys(value for _, value in said)), said[0][0])
    elif row.many:
        draft.put(name, list(dict.fromkeys(_identified(draft, name, said))), said[0][0])
    elif row.kind is Kind.PROSE:
        draft.read(name, "\n\n".join(value for _, value in said), said[0][0])
    else:
        for path, value in said:
            pages = _COUNTED.fullmatch(value) if name in {"number-of-pages", "page"} else None
            draft.read("number-of-pages" if pages else name, pages[1] if pages else value, path)


def _identified(draft: Draft, name: str, said: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the identifiers, whatever stands beside one ("(pbk.)"); a text without one is kept."""
    for path, value in said:
        found = [one for part in (value, *re.split(r"[\s(),;]+", value)) for one in _read(name, part)]
        yield from found
        if not found:
            draft.keep(f"{path}: {value}")


def _read(name: str, value: str) -> Iterator[str]:
    with suppress(BadValue):
        yield from (one for one in parse_value(name, value) if isinstance(one, str))
