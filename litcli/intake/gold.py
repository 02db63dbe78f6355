"""A corpus: pages, and beside them what a careful person reads off each. In goes its folder, out comes a `Case` a page.

Two layouts are known, and a folder may hold both:

    pages/NAME.txt + gold/NAME.json    what the page states, key by key; a key that is null: the page does not state it; a key that
                                       is absent is not judged; "negative": true for a page that holds no record
    NAME.txt (.html) + NAME.json       {"portal": ..., "record": {CSL-JSON}}: the whole record, so that what it does not name the page
                                       does not state; {"rejected": "why"} for a page that holds no record

What surprised us: of an abstract only the two ends are given in the first layout, since corpora may abridge what lies between.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

from litcli.errors import BadValue
from litcli.model.fields import FIELDS
from litcli.model.record import Json, Record, Value, text

KEYS: Mapping[str, str] = {
    "title": "title", "container_title": "container-title", "volume": "volume", "issue": "issue", "pages": "page",
    "article_number": "number", "doi": "DOI", "issn": "ISSN", "isbn": "ISBN", "publisher": "publisher", "type": "type",
    "pmid": "PMID", "language": "language", "event": "event-title", "authors": "author", "editors": "editor", "keywords": "keyword",
}  # fmt: skip
"""The keys of the first layout that are judged, each with its field; `year` and the abstract's two ends come besides."""

ENDINGS = (".txt", ".html", ".htm", ".mhtml", ".md", ".xml", ".eml", ".pdf")
"""The files that are pages, in the order in which they are looked for beside a JSON."""


class Ends(NamedTuple):
    """The first and last characters of a text of which the middle may be abridged."""

    first: str
    last: str


Stated = Value | Ends | None
"""What a page states of a field; None: nothing."""


@dataclass(frozen=True)
class Case:
    """One page of a corpus, and what a person reads off it."""

    name: str
    page: Path
    portal: str
    language: str
    """Of the work; "?" where nobody says."""
    negative: bool
    """Whether the page holds no record of one work."""
    stated: Mapping[str, Stated]
    """Field to what the page states; a field that is absent is not judged."""


def cases(folder: Path) -> list[Case]:
    """Return the cases of a corpus, by name; raises `BadValue` where there is none, and where a page or its JSON is amiss."""
    found = [*_apart(folder), *_beside(folder)]
    if not found:
        raise BadValue(f"{folder}: no corpus; it holds pages/NAME.txt with gold/NAME.json, or NAME.txt beside NAME.json")
    return sorted(found, key=lambda case: case.name)


def _apart(folder: Path) -> Iterator[Case]:
    """Yield the cases of the first layout."""
    for path in sorted((folder / "gold").glob("*.json")):
        gold = _object(path)
        yield Case(
            path.stem,
            _page(folder / "pages", path),
            str(gold.get("portal") or "?"),
            str(gold.get("language") or "?"),
            negative=bool(gold.get("negative")),
            stated={} if gold.get("negative") else _named(gold),
        )


def _named(gold: Mapping[str, Json]) -> dict[str, Stated]:
    """Return what the keys of the first layout state, by field."""
    stated: dict[str, Stated] = {
        field: cast("Value", gold[key]) if gold[key] else None for key, field in KEYS.items() if key in gold
    }
    if "year" in gold:
        stated["issued"] = {"date-parts": [[int(str(gold["year"]))]]} if gold["year"] else None
    if "abstract_start" in gold:
        ends = Ends(str(gold["abstract_start"] or ""), str(gold.get("abstract_end") or ""))
        stated["abstract"] = ends if ends.first else None
    return stated


def _beside(folder: Path) -> Iterator[Case]:
    """Yield the cases of the second layout."""
    for path in sorted(folder.rglob("*.json")):
        if path.parent.name == "gold" or not _has_page(path.parent, path):
            continue
        told = _object(path)
        if "record" not in told and "rejected" not in told:
            raise BadValue(f'{path}: neither "record" nor "rejected" is stated; \'litcli eval --help\' shows both layouts')
        record = cast("Record", told.get("record") or {})
        yield Case(
            path.relative_to(folder).with_suffix("").as_posix(),
            _page(path.parent, path),
            str(told.get("portal") or "?"),
            text(record, "language") or "?",
            negative="record" not in told,
            stated={row.name: record.get(row.name) for row in FIELDS} if record else {},
        )


def _object(path: Path) -> Mapping[str, Json]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadValue(f"{path}: cannot be read as JSON: {error}") from error
    if not isinstance(found, dict):
        raise BadValue(f"{path}: no JSON object")
    return found


def _page(folder: Path, gold: Path) -> Path:
    """Return the page that a JSON tells of."""
    found = next((path for ending in ENDINGS if (path := folder / f"{gold.stem}{ending}").is_file()), None)
    if found is None:
        raise BadValue(f"{gold}: there is no page {folder / gold.stem}.txt")
    return found


def _has_page(folder: Path, gold: Path) -> bool:
    return any((folder / f"{gold.stem}{ending}").is_file() for ending in ENDINGS)
