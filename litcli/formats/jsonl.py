"""JSON lines (.jsonl): everything that the library knows of an entry, an object a line; nothing is lost.

In go entries, out comes the shape that `litcli list --json` prints: the record as the model has it, beside it citekey, aliases, tags,
portals, confidence, when it was added and changed, and which fields are a person's. Reading takes that shape, and the lines of
`litcli extract --json`. A value that has not the shape of its field is read as another program's spelling (`litcli.model.csl`) or
kept in `extra`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from litcli.formats._base import Failure, Options, Read, Row
from litcli.formats._draft import Draft
from litcli.model.csl import from_item
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import Json, Record, Value
from litcli.model.shapes import fits

NAME = "jsonl"
LABEL = "JSON lines"
SUFFIXES = (".jsonl", ".ndjson")
BETWEEN = ""

BOTH_WAYS = tuple(Row(row.name, f"record.{row.name}") for row in FIELDS)
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY: tuple[Row, ...] = ()

LONGEST = 16 * 1024 * 1024
"""A longer line, in characters, is no record."""


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries, a line each."""
    for entry in entries:
        yield json.dumps(_line(entry), ensure_ascii=options.ascii) + "\n"


def likely(head: str) -> float:
    """Tell how likely a file is JSON lines: the first line is an object that holds a record."""
    first = next((line for line in head.lstrip("\ufeff").split("\n") if line.strip()), "")
    return 1.0 if first.lstrip().startswith("{") and '"record":' in first.replace(" ", "") else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file holds; never raises for what stands in it."""
    for number, line in enumerate(lines, start=1):
        stated = line.removeprefix("\ufeff").strip()
        if stated:
            yield _read(number, stated)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry: none."""
    del entry
    return ()


def _line(entry: Entry) -> dict[str, Json]:
    return {
        "citekey": entry.citekey,
        "record": cast("Json", entry.record),
        "tags": entry.tags,
        "portals": entry.portals,
        "confidence": entry.confidence,
        "edited": entry.edited,
        "aliases": entry.aliases,
        "added": entry.added,
        "modified": entry.modified,
    }


def _read(number: int, line: str) -> Read | Failure:
    try:
        if len(line) > LONGEST:
            return Failure(number, f"the line is longer than {LONGEST >> 20} million characters", line)
        stated = cast("Json", json.loads(line))
    except (ValueError, RecursionError) as error:
        return Failure(number, f"no JSON: {error}", line)
    if not isinstance(stated, Mapping):
        return Failure(number, "the line is no JSON object", line)
    if "rejected" in stated:
        return Failure(number, f"no reference: {stated['rejected']}", line)
    held = stated.get("record")
    if not isinstance(held, Mapping) or not held:
        return Failure(number, "the object holds no record", line)
    return Read(
        citekey=_text(stated.get("citekey")),
        record=_record(held),
        tags=_texts(stated.get("tags")),
        line=number,
        source=line,
        aliases=_texts(stated.get("aliases")),
    )


def _record(held: Mapping[str, Json]) -> Record:
    """Return the record, each value as it stands where it has its field's shape."""
    typed = fits("type", held.get("type"))
    draft = Draft(str(held["type"]) if typed else "document")
    for name, value in held.items():
        if name == "type" and typed:
            continue
        spelled = value if fits(name, value) else cast("Json", from_item({name: value})[1].get(name))
        if fits(name, spelled):
            draft.put(name, cast("Value", spelled), name)
        elif value not in _EMPTY:
            draft.keep(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return draft.record()


_EMPTY: tuple[Json, ...] = ("", None, [], {})


def _text(stated: Json) -> str:
    return stated.strip() if isinstance(stated, str) else ""


def _texts(stated: Json) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, stated))) if isinstance(stated, list) else ()
