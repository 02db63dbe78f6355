"""CSL-JSON (.json): what Zotero, pandoc and every citation processor of CSL take; the record model itself, so nothing is lost.

In go entries, out comes a JSON array of items as the schema of CSL 1.0.2 has them, two blanks deep, in UTF-8 (with `ascii` in JSON's
escapes), the variables in the order of the field table; tags stand under `custom`. Reading takes an array, a single item, items
line by line, or an object with `items`, and what other programs do to the schema (`litcli.model.csl`). Items are decoded one by
one, so that those before a fault are read.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring, encode_basestring_ascii

from litcli.formats import _csl_items
from litcli.formats._base import Failure, Options, Read, Takes
from litcli.model.entry import Entry
from litcli.model.record import Json

NAME = "csl-json"
LABEL = "CSL-JSON"
SUFFIXES = (".json", ".csljson")
TAKES = Takes.WHOLE

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = _csl_items.BOTH_WAYS, _csl_items.EXPORT_ONLY, _csl_items.IMPORT_ONLY


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a CSL-JSON file, one item after the other."""
    opening, encode = "[\n", encode_basestring_ascii if options.ascii else encode_basestring
    for entry in entries:
        yield f"{opening}  {_drawn(_csl_items.written(entry), encode, '  ')}"
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def likely(head: str) -> float:
    """Tell how likely a file is CSL-JSON: JSON with what its items are named for."""
    start = head.lstrip("\ufeff \n\t")
    return 0.9 if start[:1] in {"[", "{"} and _ITEM.search(start) else 0.3 if start[:1] == "[" or start[:2] == "{}" else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a CSL-JSON file holds; never raises for what stands in it."""
    for found in _values("".join(lines).removeprefix("\ufeff")):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found.value, Mapping) and found.value:
            yield _csl_items.read(found.value, found.line, found.source)
        else:
            yield Failure(found.line, "the item is no JSON object", found.source)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry: none of the field table's."""
    return _csl_items.lost(entry)


@dataclass(frozen=True)
class _Found:
    value: Json
    line: int
    source: str


_ITEM = re.compile(r'"(?:id|type|title|issued|author|container-title|DOI)"\s*:')


def _values(text: str) -> Iterator[_Found | Failure]:
    """Yield the items of a file, and the fault that ends it."""
    decoder = json.JSONDecoder()
    at, listed = _next(text, 0, listed=False)
    line = 1 + text.count("\n", 0, at)
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            place = error.lineno if isinstance(error, json.JSONDecodeError) else line
            said = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
            yield Failure(line, f"no JSON from line {place} on: {said}", text[at:])
            return
        items = value.get("items") if isinstance(value, dict) else None
        if isinstance(items, list):
            yield from (_Found(item, line, json.dumps(item, ensure_ascii=False)) for item in items)
        else:
            yield _Found(value, line, text[at:end])
        before, (at, listed) = at, _next(text, end, listed=listed)
        line += text.count("\n", before, at)


def _next(text: str, at: int, *, listed: bool) -> tuple[int, bool]:
    """Return where the next item starts, and whether it stands in an array."""
    while at < len(text) and (
        text[at].isspace() or text[at] == "," or (text[at] == "[" and not listed) or (text[at] == "]" and listed)
    ):
        listed = listed or text[at] == "["
        at += 1
    return at, listed


def _drawn(value: object, encode: Callable[[str], str], margin: str) -> str:
    """Write JSON as `json.dumps` does with an indent, in half of its time: that has no compiled code for it."""
    inner = f"{margin}  "
    if isinstance(value, str):
        return encode(value)
    if isinstance(value, Mapping) and value:
        members = f",\n{inner}".join([f"{encode(name)}: {_drawn(held, encode, inner)}" for name, held in value.items()])
        return f"{{\n{inner}{members}\n{margin}}}"
    if isinstance(value, list | tuple) and value:
        members = f",\n{inner}".join([_drawn(held, encode, inner) for held in value])
        return f"[\n{inner}{members}\n{margin}]"
    return json.dumps(value)
