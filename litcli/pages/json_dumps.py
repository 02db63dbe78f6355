"""JSON that carries pages: JSON lines, an array of objects, or one object, each with a text field and perhaps an id.

Lines and arrays stream. What surprised us: where the first object is one by itself, the lines behind it are read one by one
whatever they are, so a dump that breaks off loses its last line alone.
"""

import codecs
import json
import re
from collections.abc import Iterator

from litcli.errors import InputError
from litcli.model.record import Json
from litcli.pages.fields import no_text
from litcli.pages.given import PAGE_LIMIT, Given, Spot, page, recoded, records
from litcli.pages.page import Found

_LISTS = ("pages", "records", "items", "results", "data", "documents")

_NO_OBJECT = "a line that is no JSON object"

_DECODER = json.JSONDecoder(strict=False)
_SPACE = codecs.BOM_UTF8 + b" \t\r\n"
_DOCUMENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[{\"])")
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_BETWEEN = " \t\r\n,"


def lines(given: Given) -> Iterator[Found] | None:
    """Return the page of each line of JSON lines, empty ones passed over; None where the first is no object by itself."""
    first = given.head.lstrip(_SPACE).split(b"\n", 1)[0]
    return _lines(given) if first.startswith(b"{") and isinstance(_load(first), dict) else None


def document(given: Given) -> Iterator[Found] | None:
    """Return the pages of a JSON document, or the one page that only begins like one; None where nothing looks like JSON."""
    if not _DOCUMENT.match(given.head):
        return None
    start = _ARRAY.match(given.head)
    return _array(given, start.end()) if start and _is_array(given.head[start.end() :]) else _document(given)


def _is_array(head: bytes) -> bool:
    """Say whether what follows a "[" is an item of an array."""
    text = head.decode(errors="replace")
    first = _next(text, 0)
    return first is not None and text[first[2] :].lstrip()[:1] in ",]"


def _lines(given: Given) -> Iterator[Found]:
    filled = (record for record in records(given.lines()) if record[2] is None or record[2].strip())
    for ordinal, (offset, _, line) in enumerate(filled, 1):
        spot = Spot(given.origin, ordinal, offset)
        yield spot.decoded(None) if line is None else _found(given, spot, _load(line.removeprefix(codecs.BOM_UTF8)))


def _document(given: Given) -> Iterator[Found]:
    content = given.whole()
    if content is None:
        yield InputError(given.origin, f"a JSON document of more than {PAGE_LIMIT >> 20} MB; write one object a line instead")
        return
    data = _load(b"".join(recoded([content], given.charset)).removeprefix(codecs.BOM_UTF8))
    if not isinstance(data, dict | list):
        yield page(given.origin, content)
        return
    for ordinal, item in enumerate(data if isinstance(data, list) else _items_of(given, data), 1):
        yield _found(given, Spot(given.origin, ordinal), item)


def _items_of(given: Given, data: dict[str, Json]) -> list[Json]:
    """Return the pages that a document lists, or the document as the only one."""
    inner = next((listed for key in _LISTS if isinstance(listed := data.get(key), list)), None)
    return [data] if inner is None or given.fields.text_of(data) else inner


def _array(given: Given, start: int) -> Iterator[Found]:
    ordinal = 0
    try:
        for ordinal, (offset, item) in enumerate(_items(given, start), 1):
            yield _found(given, Spot(given.origin, ordinal, offset), item)
    except ValueError:
        yield InputError(f"{given.origin} (page {ordinal + 1})", "the JSON array is broken here; the rest was left out")


def _items(given: Given, place: int) -> Iterator[tuple[int, Json]]:
    """Yield the items of an array as they come by, each with its place; raises `ValueError` where it is broken or breaks off."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    rest, before = "", place
    for chunk in given.recoded():
        rest += decoder.decode(chunk[before:])
        at = before = 0
        while found := _next(rest, at):
            item, start, end = found
            place += _size(rest[at:start])
            yield place, item
            place, at = place + _size(rest[start:end]), end
        rest = rest[at:]
        if rest.lstrip(_BETWEEN).startswith("]"):
            return
        if len(rest) > PAGE_LIMIT:
            break
    raise ValueError


def _next(text: str, place: int) -> tuple[Json, int, int] | None:
    """Return the next item, where it begins and where it ends; None where that is not to be seen yet."""
    while text[place : place + 1] in _BETWEEN and place < len(text):
        place += 1
    try:
        item, end = _DECODER.raw_decode(text, place)
    except (ValueError, RecursionError):
        return None
    return item, place, end


def _size(text: str) -> int:
    return len(text.encode(errors="replace"))


def _load(content: bytes) -> Json:
    try:
        data: Json = json.loads(content, strict=False)
    except (ValueError, RecursionError):
        return None
    return data


def _found(given: Given, spot: Spot, item: Json) -> Found:
    if isinstance(item, str):
        return spot.page(item)
    if not isinstance(item, dict):
        return InputError(spot.name, _NO_OBJECT)
    name, text = given.fields.id_of(item), given.fields.text_of(item)
    place = f"{given.origin}#{name}" if name else given.origin
    if text is None:
        return InputError(place if name else spot.name, no_text(given.fields))
    return Spot(place, spot.ordinal, spot.offset).page(text)
