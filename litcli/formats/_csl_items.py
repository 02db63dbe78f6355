"""Items of CSL as files hold them, JSON or YAML: an entry as an item, its tags under `custom`, and back."""

from collections.abc import Mapping
from typing import cast

from litcli.formats._base import Read, Row
from litcli.model.csl import CslItem, Custom, from_item, to_item
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import Json

BOTH_WAYS = tuple(Row(row.name, row.name if row.csl else f"custom.{row.name}") for row in FIELDS)
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = (
    Row("event-title", "event"),
    Row("container-title-short", "journalAbbreviation"),
    Row("title-short", "shortTitle"),
)
_KNOWN = frozenset(row.field for row in BOTH_WAYS)


def written(entry: Entry) -> CslItem:
    """Return an entry as an item, the variables in the order of the field table.

    >>> list(written(Entry("a", {"title": "Bees", "type": "book"}, tags=("x",))))
    ['id', 'type', 'title', 'custom']
    """
    item = {"type": "document"} | to_item(entry.citekey, entry.record)
    custom = cast("Custom", item.pop("custom", {}))
    if entry.tags:
        custom["tags"] = list(entry.tags)
    ordered = {name: item[name] for name in ("id", *(row.name for row in FIELDS)) if name in item} | item
    return ordered | {"custom": custom} if custom else ordered


def read(item: Mapping[str, Json], line: int, source: str) -> Read:
    """Return the record of an item that starts at a line."""
    custom = item.get("custom")
    held = dict(custom) if isinstance(custom, Mapping) else {}
    tags = held.pop("tags", None)
    citekey, record = from_item({**item, "custom": held} if held else {name: item[name] for name in item if name != "custom"})
    return Read(
        citekey, {"type": "document"} | record, tuple(str(tag) for tag in tags) if isinstance(tags, list) else (), line, source
    )


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that an item cannot carry: none of the field table's."""
    return tuple(name for name in entry.record if name not in _KNOWN)
