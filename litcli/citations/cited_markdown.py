"""What Markdown cites, as pandoc reads it: its syntax tree tells citations from code, addresses and escaped signs.

The tree has no lines; the first place where a key stands behind an "@" tells its line. Works that the document defines itself
(`references:` in its head) are none of the library's, and figures and tables are no works: "@fig-map" of Quarto, "@fig:map" of
pandoc-crossref where the document has that label.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from litcli.citations import pandoc
from litcli.citations.cache import Cache
from litcli.citations.mentions import Cited, Mention, decoded
from litcli.errors import InputError
from litcli.model.record import Json

_FORMATS = {".org": "org", ".rst": "rst", ".ipynb": "ipynb"}
_QUARTO = {".qmd", ".ipynb"}
_CROSS = re.compile(r"(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|eq|sec)-")
"""What Quarto's own references begin with."""
_LABEL = re.compile(r"\{#((?:fig|tbl|eq|lst|sec):[\w:.\-]+)")
"""What pandoc-crossref's references refer to; they may begin with a capital."""


def read(path: Path, content: bytes, cache: Cache | None) -> Cited:
    """Return what the document cites."""
    suffix = path.suffix.casefold()
    text = decoded(content)
    arguments = ("-f", _FORMATS.get(suffix, "markdown"), "-t", "json", "--sandbox")
    try:
        tree = json.loads(pandoc.run(pandoc.Call(arguments, text.encode()), cache))
        keys = list(_keys(tree["blocks"], tree["meta"]))
    except pandoc.Failed as failure:
        raise InputError(str(path), f"pandoc cannot read it: {failure}") from failure
    except RecursionError as error:
        raise InputError(str(path), "its quotes, lists or emphasis lie too deep in each other") from error
    if suffix in _QUARTO:
        keys = [key for key in keys if not _CROSS.match(key)]
    labels = set(_LABEL.findall(text))
    keys = [key for key in keys if key[:1].lower() + key[1:] not in labels]
    lines = _Lines(text)
    mentions = tuple(Mention(key, path, lines.of(key)) for key in keys if key != "*")
    return Cited(mentions, "*" in keys, (path,))


def _keys(blocks: Json, head: dict[str, Json]) -> Iterator[str]:
    """Yield the keys that a document cites: in its head, in its body, and those that it wants without citing them."""
    own = set(_ids(head.pop("references", None)))
    nocite = head.pop("nocite", None)
    yield from (key for part in (head, blocks, nocite) for key in _cited(part) if key not in own)


def _cited(part: Json) -> Iterator[str]:
    """Yield the keys in a part of the tree, in order."""
    if isinstance(part, list):
        for inner in part:
            yield from _cited(inner)
    elif isinstance(part, dict) and part.get("t") == "Cite":
        citations, _ = part["c"]
        for citation in citations:
            yield from _cited(citation["citationPrefix"])
            yield citation["citationId"]
            yield from _cited(citation["citationSuffix"])
    elif isinstance(part, dict):
        for inner in part.values():
            yield from _cited(inner)


def _ids(references: Json) -> Iterator[str]:
    """Yield the ids of the works that the head of the document defines."""
    listed = references["c"] if isinstance(references, dict) and references["t"] == "MetaList" else []
    for reference in listed:
        if reference["t"] == "MetaMap":
            yield "".join(_strings(reference["c"].get("id")))


def _strings(part: Json) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for inner in part:
            yield from _strings(inner)
    elif isinstance(part, dict):
        yield from _strings(part.get("c"))


class _Lines:
    """The lines of the keys: each time a key is asked for, the next place where it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._reached: dict[str, tuple[int, int]] = {}

    def of(self, key: str) -> int | None:
        place, line = self._reached.get(key, (0, 1))
        found = re.compile(rf"@\{{?{re.escape(key)}(?![\w-])").search(self._text, place)
        if not found:
            return line if place else None
        line += self._text.count("\n", place, found.start())
        self._reached[key] = (found.end(), line)
        return line
