"""The letters behind years ("2019a") of works that are cited alike, for the list of references.

A list depends on how works are cited in these letters alone. Pandoc has it otherwise: where it adds first names or a second author
to a citation, to tell it from another, it changes the reference too ("van Dijk, Amy" among "Ng, A."), and it compares all with all:
a thousand references in APA take it 8 s, ten thousand gigabytes. So the list is made with a style that cites by a mark, and works
share a mark where the real style cites them alike (`letters.lua`, in the same run). Citations can only look alike where year and
first name do, or the title, so that few need be compared; the style's own sorting gives the letters their order, as ever.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from litcli.citations.ready import Ready
from litcli.model.csl import CslItem
from litcli.model.fields import FIELDS, Kind

LUA = Path(__file__).with_suffix(".lua")
"""To be run before citeproc."""

_BATCH = 150
"""Works that are compared together: pandoc's time grows with the square, and each batch reads the style anew."""

_NAMES = tuple(row.name for row in FIELDS if row.kind is Kind.NAMES and row.csl)


def files(items: Sequence[CslItem], style: Ready) -> dict[str, bytes]:
    """Return what `letters.lua` reads."""
    lines = "\n".join(json.dumps(item) for item in items)
    batches = json.dumps(list(_batches(items)))
    return {"items.jsonl": lines.encode(), "batches.json": batches.encode(), "cites.csl": style.without_letters.csl}


def _batches(items: Sequence[CslItem]) -> Iterator[list[int]]:
    """Yield the places, from 1 on, of items that may be cited alike; those of a block together."""
    batch: list[int] = []
    for block in _blocks(items):
        if batch and len(batch) + len(block) > _BATCH:
            yield batch
            batch = []
        batch = batch + block
    if batch:
        yield batch


def _blocks(items: Sequence[CslItem]) -> Iterator[list[int]]:
    """Yield the places of items that share what citations show, directly or through others."""
    leaders: dict[str, str] = {}

    def leader(key: str) -> str:
        while (above := leaders.setdefault(key, key)) != key:
            leaders[key] = leaders[above]
            key = above
        return key

    shared = [list(_shown(item)) for item in items]
    for first, *others in shared:
        for other in others:
            leaders[leader(other)] = leader(first)
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, (first, *_) in enumerate(shared, 1):
        blocks[leader(first)].append(place)
    yield from (block for block in blocks.values() if len(block) > 1)


def _shown(item: CslItem) -> Iterator[str]:
    """Yield what a citation may begin with; works that share none of it are not cited alike."""
    year = _year(item)
    firsts = [names[0] for field in _NAMES if isinstance(names := item.get(field), list) and names]
    for name in firsts:
        if isinstance(name, dict):
            yield f"{year} name {(name.get('family') or name.get('literal') or '').casefold()}"
    for field in ("title",) if firsts else ("title", "container-title", "publisher"):
        yield f"{year} {field} {str(item.get(field, '')).casefold()}"


def _year(item: CslItem) -> str:
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    return str(parts[0][0]) if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else ""
