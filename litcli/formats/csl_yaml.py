"""CSL-YAML (.yaml): what pandoc reads as a bibliography or as the head of a document, `references:` of CSL's items.

In go entries, out come the items of CSL-JSON as YAML, each text as the Markdown that pandoc takes it for (`_pandoc_markdown`), a plain
date as a text; tags stand under `custom`. Reading takes that, a bare list of items, the head of a Markdown document, and dates in
the Extended Date/Time Format or in pandoc-citeproc's own shape. Only texts, lists and mappings are made of what a file states, item
by item, so that those before a fault are read; an alias is what it stands for, but a file cannot grow by it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from litcli.formats import _csl_items
from litcli.formats._base import Failure, Options, Read, Takes
from litcli.formats._pandoc_markdown import escaped, plain, unescaped
from litcli.formats._yaml_items import items
from litcli.model.dates import Date
from litcli.model.edtf import edtf
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, FIELDS, Kind
from litcli.model.record import Json, Record, day

if TYPE_CHECKING:
    from yaml import SafeDumper, ScalarNode

NAME = "csl-yaml"
LABEL = "CSL-YAML"
SUFFIXES = (".yaml", ".yml")
TAKES = Takes.WHOLE

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = _csl_items.BOTH_WAYS, _csl_items.EXPORT_ONLY, _csl_items.IMPORT_ONLY

_AS_THEY_STAND = frozenset({"id", "citation-key", "type", "custom"})
_NO_PROSE = frozenset(row.name for row in FIELDS if row.kind is Kind.IDENTIFIER) | {"URL"}
_DATES = frozenset(row.name for row in FIELDS if row.kind is Kind.DATE)
_WIDTH = 120


_NUMBER = re.compile(r"[-+.]?\d")
_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HEAD = re.compile(r"^references:[ \t]*(?:\[\]|$)", re.MULTILINE)
_OPENING = re.compile(r"\ufeff?\s*(?:---\s+)?references:\s")
_ITEM = re.compile(r"(?:---\s+)?-\s+(?:id|type|title|author|citation-key):\s")


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a CSL-YAML file, one item after the other."""
    from yaml import dump

    dumper = _dumper()
    opening = "---\nreferences:\n"
    for entry in entries:
        item = _each(_dated(cast("Mapping[str, Json]", _csl_items.written(entry))), escaped)
        yield opening + dump([item], Dumper=dumper, sort_keys=False, allow_unicode=not options.ascii, width=_WIDTH)
        opening = ""
    yield "---\nreferences: []\n...\n" if opening else "...\n"


def likely(head: str) -> float:
    """Tell how likely a file is CSL-YAML: it has references, or is a list of items."""
    if _OPENING.match(head):
        return 1.0
    return 0.9 if _HEAD.search(head) else 0.6 if _ITEM.match(head.lstrip("\ufeff \n")) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a CSL-YAML file holds; never raises for what stands in it."""
    from yaml import YAMLError

    text = _UNREADABLE.sub("\ufffd", "".join(lines).removeprefix("\ufeff"))
    held = text.split("\n")
    line = 0
    try:
        for found in items(text):
            line = found.end
            source = "\n".join(held[found.start : found.end])
            if isinstance(found.value, Mapping) and found.value:
                yield _csl_items.read(_item(found.value), found.start + 1, source)
            else:
                yield Failure(found.start + 1, "the item is no mapping", source or "-")
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error)
        place = mark.line + 1 if mark else line + 1
        yield Failure(line + 1, f"no YAML from line {place} on: {said}", "\n".join(held[line:]).strip("\n") or held[-1] or "-")


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry: none of the field table's."""
    return _csl_items.lost(entry)


@cache
def _dumper() -> "type[SafeDumper]":
    """Return the writer of YAML: a value that comes again is said again, and a text like a number of YAML 1.2 is quoted."""
    try:
        from yaml import CSafeDumper as Base
    except ImportError:
        from yaml import SafeDumper as Base

    def text(dumper: "SafeDumper", value: str) -> "ScalarNode":
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="'" if _NUMBER.match(value) else None)

    dumper: type[SafeDumper] = type("Dumper", (Base,), {"ignore_aliases": lambda *_: True})
    dumper.add_representer(str, text)
    return dumper


def _dated(item: Mapping[str, Json]) -> dict[str, Json]:
    """Return an item with its dates as texts, as pandoc writes them; seasons, words and years before Christ stay CSL's."""
    dates = {name: Date.from_csl(date) for name in item if name in _DATES and (date := day(cast("Record", item), name))}
    plain_dates = {name: date for name, date in dates.items() if date.parts and not date.season}
    return {**item, **{name: date.edtf() for name, date in plain_dates.items() if all(part[0] > 0 for part in date.parts)}}


def _each(item: Mapping[str, Json], change: Callable[[str], str]) -> dict[str, Json]:
    """Change every text of an item that pandoc reads as Markdown."""
    return {name: stated if name in _AS_THEY_STAND else _changed(stated, change) for name, stated in item.items()}


def _changed(stated: Json, change: Callable[[str], str]) -> Json:
    if isinstance(stated, str):
        return change(stated)
    if isinstance(stated, Mapping):
        return {name: _changed(value, change) for name, value in stated.items()}
    return [_changed(value, change) for value in stated] if isinstance(stated, list) else stated


def _item(stated: Mapping[str, Json]) -> dict[str, Json]:
    """Return an item of YAML as JSON has it."""
    item: dict[str, Json] = {}
    for name, value in stated.items():
        row = BY_NAME.get(name)
        if name in _AS_THEY_STAND or row is None:
            item[name] = value if name in _AS_THEY_STAND else _changed(value, plain)
        elif row.kind is Kind.DATE:
            item[name] = _date(value)
        elif row.kind is Kind.NAMES and not isinstance(value, list):
            item[name] = [_changed(value, plain)]
        else:
            item[name] = _changed(value, unescaped if name in _NO_PROSE else plain)
    return item


def _date(stated: Json) -> Json:
    """Return a date as CSL-JSON has it, whether it is a text, CSL's mapping, or a list with a mapping a part."""
    if isinstance(stated, str):
        return cast("Json", edtf(plain(stated)).to_csl())
    if isinstance(stated, list):
        parts = [
            [part[name] for name in ("year", "month", "day") if part.get(name)] for part in stated if isinstance(part, Mapping)
        ]
        first = next((part for part in stated if isinstance(part, Mapping)), {})
        return _date({**first, "date-parts": [part for part in parts if part]})
    if not isinstance(stated, Mapping):
        return stated
    sure = {name: value for name, value in stated.items() if name != "circa" or str(value).casefold() in _TRUE}
    return {name: plain(value) if isinstance(value, str) else value for name, value in sure.items()}
