"""What becomes of entries in a file: it is read back as an import would read it, and compared with them.

In go the entries as they were to be written and the file's bytes; out comes, for each entry that is not whole in it, which fields are
gone, which say something else, and which it did not have before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from litcli.errors import InputError
from litcli.formats._base import Read, Reader
from litcli.identity.contrast import Difference
from litcli.intake import imports
from litcli.intake.exports import plan
from litcli.intake.opened import opened
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record, Value


@dataclass(frozen=True)
class Altered:
    """What is not whole of one entry."""

    citekey: str
    dropped: tuple[str, ...]
    """Fields that the file does not give back; ("entry",) where it does not give back the entry."""
    changed: tuple[Difference, ...]
    """Fields that it gives back otherwise."""
    added: tuple[str, ...]
    """Fields that it gives and the entry does not have."""


def verify(entries: Sequence[Entry], format: str | None = None, *, profile: str | None = None) -> list[Altered]:  # noqa: A002
    """Return the entries that a file of a format ("ris"), or for a program ("zotero"), would not give back whole."""
    planned = plan(format, profile)
    return altered([planned.shown(entry) for entry in entries], b"".join(planned.content(entries)), planned.reader)


def altered(entries: Sequence[Entry], content: bytes, reader: Reader) -> list[Altered]:
    """Return the entries that a file does not give back whole."""
    reads = list(_reads(content, reader))
    by_key = {read.citekey: read for read in reversed(reads)}
    in_order = len(reads) == len(entries)
    found = []
    for at, entry in enumerate(entries):
        read = reads[at] if in_order else by_key.get(entry.citekey)
        one = _compared(entry, read) if read else Altered(entry.citekey, ("entry",), (), ())
        if one.dropped or one.changed or one.added:
            found.append(one)
    return found


def _reads(content: bytes, reader: Reader) -> Iterator[Read]:
    for file in opened("-", BytesIO(content), frozenset):
        if not isinstance(file, InputError):
            yield from (found for found in imports.records(file, reader) if isinstance(found, Read))


def _compared(entry: Entry, read: Read) -> Altered:
    ours, theirs = _flat(entry), _flat(read)
    dropped = [name for name in ours if name not in theirs]
    changed = [Difference(name, ours[name], theirs[name]) for name in ours if name in theirs and ours[name] != theirs[name]]
    added = [name for name in theirs if name not in ours]
    return Altered(entry.citekey, tuple(dropped), tuple(changed), tuple(added))


def _flat(one: Entry | Read) -> Record:
    """Return all that is compared by name: beside the fields the keys, the tags, and the ORCID iDs of names."""
    flat: Record = {"citekey": one.citekey}
    for name, value in one.record.items():
        bare, orcids = _without_orcids(value)
        flat[name] = bare
        if orcids:
            flat[f"{name}.ORCID"] = orcids
    return flat | {name: sorted(words) for name, words in (("tags", one.tags), ("aliases", one.aliases)) if words}


def _without_orcids(value: Value) -> tuple[Value, list[str]]:
    if not isinstance(value, list) or not any(isinstance(item, dict) and "ORCID" in item for item in value):
        return value, []
    names = [item for item in value if isinstance(item, dict)]
    bare = [cast("CslName", {part: said for part, said in name.items() if part != "ORCID"}) for name in names]
    return bare, [name.get("ORCID", "") for name in names]
