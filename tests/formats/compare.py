"""What a record became on its way through a file: the fields that came back otherwise."""

from types import ModuleType

from litcli.formats._base import Read
from litcli.model.entry import Entry
from litcli.model.record import Record, Value


def changed(format_: ModuleType, entry: Entry, read: Read) -> dict[str, tuple[object, object]]:
    """Name what differs though `lost` does not say so, and what `lost` names though it came back."""
    lost = set(format_.lost(entry))
    before = _whole(entry.record, entry.citekey, entry.tags)
    after = _whole(read.record, read.citekey, read.tags)
    wrong = _differing(_without(before, lost), _without(after, lost))
    vain = {name: (name, "came back") for name in lost if not _differing(_only(before, name), _only(after, name))}
    return wrong | vain


def _whole(record: Record, citekey: str, tags: tuple[str, ...]) -> Record:
    return {**record, "citekey": citekey, "tags": list(tags)}


def _differing(before: Record, after: Record) -> dict[str, tuple[object, object]]:
    return {name: (before.get(name), after.get(name)) for name in before | after if before.get(name) != after.get(name)}


def _without(record: Record, lost: set[str]) -> Record:
    """Leave out fields, and parts of names and dates ("author.ORCID")."""
    return {name: _bare(value, lost, name) for name, value in record.items() if name not in lost}


def _only(record: Record, name: str) -> Record:
    field = name.partition(".")[0]
    return {field: record[field]} if field in record else {}


def _bare(value: Value, lost: set[str], field: str) -> Value:
    parts = {name.partition(".")[2] for name in lost if name.startswith(f"{field}.")}
    if not parts or isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {part: said for part, said in value.items() if part not in parts}
    return [{part: said for part, said in one.items() if part not in parts} if isinstance(one, dict) else one for one in value]
