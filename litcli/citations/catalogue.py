"""The shipped styles with what each says of itself: its title, its kind of citation and its fields; searched by words.

That stands at the head of 10,000 files, a second's work to read, so it is kept in the cache for as long as the files do not change.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from litcli.citations import styles
from litcli.citations.cache import Cache, key_of

_HEAD = 6144
"""Bytes; what a style says of itself ends before."""


@dataclass(frozen=True)
class Listed:
    """A style, by what it says of itself."""

    name: str
    title: str
    fields: tuple[str, ...] = ()
    """Of research ("medicine", "social science"), and how it cites ("author-date", "numeric", "note")."""
    parent: str | None = None
    """The style that it is another name of."""


def search(query: str, cache: Cache | None = None) -> list[Listed]:
    """Return the styles that have each word of the query in name or title, or one of whose fields begins with it; best first.

    >>> [style.name for style in search("lancet infectious")]
    ['the-lancet-infectious-diseases']
    """
    words = re.findall(r"[\w-]+", query.casefold())
    slug = "-".join(words)
    found = [style for style in _all(cache) if all(_has(style, word) for word in words)]
    return sorted(found, key=lambda style: _rank(style, words, slug))


def _has(style: Listed, word: str) -> bool:
    named = word in style.name or word in style.title.casefold()
    return named or any(part.startswith(word) for field in style.fields for part in (field, *field.split()))


def _rank(style: Listed, words: Sequence[str], slug: str) -> tuple[bool, bool, bool, bool, str]:
    by_name = all(word in style.name or word in style.title.casefold() for word in words)
    return (
        style.name != slug and style.title.casefold() != " ".join(words),
        not by_name,
        style.parent is not None,
        not style.name.startswith(slug),
        style.name,
    )


def _all(cache: Cache | None) -> list[Listed]:
    """Return the shipped styles, and the aliases as other names of them."""
    key = key_of([b"styles", *(f"{folder}:{folder.stat().st_mtime_ns}".encode() for folder in styles.folders())])
    kept = cache.get(key) if cache else None
    if kept is None:
        read = [[one.name, one.title, one.fields, one.parent] for one in sorted(_read(), key=lambda style: style.name)]
        kept = json.dumps(read).encode()
        if cache:
            cache.put(key, kept)
    listed = [Listed(name, title, tuple(fields), parent) for name, title, fields, parent in json.loads(kept)]
    by_name = {one.name: one for one in listed}
    shipped = [(alias, by_name[style]) for alias, style in styles.ALIASES.items() if alias not in by_name and style in by_name]
    return [Listed(alias, style.title, style.fields, style.name) for alias, style in shipped] + listed


def _read() -> Iterator[Listed]:
    for folder in styles.folders():
        for path in folder.glob("*.csl"):
            yield _listed(path)


def _listed(path: Path) -> Listed:
    with path.open("rb") as file:
        head = file.read(_HEAD).decode(errors="replace")
    title = re.search(r"<title>(.*?)</title>", head, re.DOTALL)
    parent = re.search(r'<link[^>]*href="[^"]*/([^"/]+)"[^>]*rel="independent-parent"', head)
    said = re.findall(r'<category (?:field|citation-format)="([^"]*)"', head)
    fields = tuple(dict.fromkeys(field.replace("_", " ") for field in said if field != "generic-base"))
    return Listed(path.stem, unescape(title[1]) if title else path.stem, fields, parent[1] if parent else None)
