"""The files of label tables, one a language, as dictionaries.

They are TOML of the plainest kind: a section, or a key and its words in one line. What surprised us: reading 27 of them with `tomllib`
takes longer than reading fifty pages, and every process pays it; a line whose words are a JSON array is read in a twentieth of
that. A test reads every file with `tomllib` as well.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, cast

FOLDER = Path(__file__).with_name("labels")


class Table(TypedDict, total=False):
    """One language's file; en.toml explains its shape."""

    rows: dict[str, list[str]]
    sections: dict[str, list[str]]
    types: dict[str, list[str]]
    noise: dict[str, list[str]]
    negative: dict[str, list[str]]
    words: dict[str, list[str]]
    pure: dict[str, list[str] | dict[str, list[str]]]
    status: dict[str, list[str]]


def read_tables() -> Iterator[tuple[str, Table]]:
    """Yield each language with its table, English first."""
    for path in sorted(FOLDER.glob("*.toml"), key=lambda path: (path.name != "en.toml", path.name)):
        yield path.stem, read_table(path.read_text(encoding="utf-8"))


def read_table(text: str) -> Table:
    r"""Return what `tomllib` makes of the text of a table.

    >>> read_table('[rows]\ntitle = ["Titel"]\n[pure.rows]\n"page count" = ["Sidor", "S."]')
    {'rows': {'title': ['Titel']}, 'pure': {'rows': {'page count': ['Sidor', 'S.']}}}
    """
    table: dict[str, dict[str, object]] = {}
    section: dict[str, object] = {}
    for line in text.splitlines():
        if line.startswith("["):
            name, _, inner = line.strip("[] ").partition(".")
            section = table.setdefault(name, {})
            if inner:
                outer, section = section, {}
                outer[inner] = section
        elif line and not line.startswith("#"):
            key, _, words = line.partition(" = ")
            section[key.strip('"')] = json.loads(words)
    return cast("Table", table)
