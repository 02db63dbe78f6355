"""Values to and from what a column holds: JSON as text, and text that SQLite can keep.

What surprised us: file names and JSON files may hold half a surrogate pair, which no encoding can write, and a NUL ends a text
for SQLite's own JSON functions.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import cast

from litcli.extract.result import Evidence, EvidenceJson
from litcli.model.record import Record, Value

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

EvidenceMap = dict[str, tuple[Evidence, ...]]
"""Field to evidence: for a list field one an item, for any other a single one."""


def storable(text: str) -> str:
    r"""Return the text with what cannot be stored replaced.

    >>> storable("a\x00b\udcffc")
    'a�b�c'
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def compressed(content: bytes) -> bytes:
    """Compress a text; the small window for a small one costs a quarter of the time, which goes into clearing memory."""
    window, memory = (13, 6) if len(content) <= 1 << 13 else (15, 8)
    work = zlib.compressobj(wbits=window, memLevel=memory)
    return work.compress(content) + work.flush()


def to_json(value: Record | Value | Sequence[str] | Mapping[str, Sequence[EvidenceJson]]) -> str:
    """Write a value as compact JSON."""
    return storable(_COMPACT.encode(value))


def to_record(stored: str) -> Record:
    """Read a stored record."""
    return cast("Record", json.loads(stored))


def to_value(stored: str) -> Value:
    """Read a stored value."""
    return cast("Value", json.loads(stored))


def to_texts(stored: str | None) -> tuple[str, ...]:
    """Read a stored list of texts, sorted and each once."""
    return tuple(sorted(set(cast("list[str]", json.loads(stored or "[]")))))


def evidence_to_json(evidence: EvidenceMap) -> str:
    """Write the evidence of a record."""
    return to_json({field: [one.to_json() for one in several] for field, several in evidence.items()})


def to_evidence(stored: str) -> EvidenceMap:
    """Read the evidence of a record."""
    shapes = cast("dict[str, list[EvidenceJson]]", json.loads(stored))
    return {field: tuple(Evidence.from_json(one) for one in several) for field, several in shapes.items()}
