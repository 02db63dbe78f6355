"""JSON that carries pages: JSON lines, an array of objects, or one object, each with a text field and perhaps an id.

Lines stream. A whole document is read at once, so it is bound to the size of one page.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from litcli.model.record import Json

TEXT_FIELDS = (
    "text",
    "body",
    "content",
    "html",
    "page",
    "raw",
    "abstract_page",
    "page_text",
    "full_text",
    "fulltext",
    "raw_text",
)
"""Where the page's text may stand, the first that holds one wins."""

_ID_FIELDS = ("id", "_id", "key", "name", "file", "filename", "path", "url", "doi", "pmid")
_LISTS = ("pages", "records", "items", "results", "data", "documents")

NO_TEXT = f"no text in it (looked for {', '.join(TEXT_FIELDS[:6])})"


@dataclass(frozen=True)
class Found:
    """One object: the page's text, or why there is none."""

    id: str | None
    text: str | None
    reason: str = ""


def starts_json_lines(head: bytes) -> bool:
    r"""Say whether the first line is a JSON object by itself.

    >>> starts_json_lines(b'{"text": "On Bees"}\n{"text"'), starts_json_lines(b'{\n "text": "On Bees"}')
    (True, False)
    """
    first = head.lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and isinstance(_load(first), dict)


def may_be_json(head: bytes) -> bool:
    """Say whether a text may be one JSON document; whether it is, only reading all of it tells."""
    return re.match(rb"\s*(?:\{\s*[\"}]|\[\s*[{\"])", head) is not None


def from_lines(lines: Iterable[bytes]) -> Iterator[Found]:
    """Yield the page of each line of JSON lines; empty lines are passed over."""
    for line in lines:
        if line.strip():
            yield _found(_load(line))


def from_document(content: bytes) -> list[Found] | None:
    """Return the pages of a whole JSON document; None where it is no JSON."""
    data = _load(content)
    if isinstance(data, dict):
        inner = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), None)
        data = inner if inner is not None and _text(data) is None else [data]
    return [_found(item) for item in data] if isinstance(data, list) else None


def _load(content: bytes) -> Json:
    try:
        data: Json = json.loads(content, strict=False)
    except (ValueError, RecursionError):
        return None
    return data


def _found(item: Json) -> Found:
    if isinstance(item, str):
        return Found(None, item)
    if not isinstance(item, dict):
        return Found(None, None, "a line that is no JSON object")
    text = _text(item)
    id_ = next((str(item[key]) for key in _ID_FIELDS if isinstance(item.get(key), str | int)), None)
    return Found(id_, text, "" if text else NO_TEXT)


def _text(item: dict[str, Json]) -> str | None:
    values = (item.get(key) for key in TEXT_FIELDS)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)
