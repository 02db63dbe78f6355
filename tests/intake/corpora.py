"""A small corpus in both layouts, of which every figure is known."""

import json
from pathlib import Path

from tests.shifts import SHIFTS

NEWS = "Town council opens a new bridge\n\nBy our reporter. Read more news. Subscribe to our newsletter.\n"

GOLD = {
    "portal": "pure",
    "language": "en",
    "title": "Night shifts and the sleep of nurses: a diary study",
    "year": 2018,
    "volume": None,
    "doi": None,
    "publisher": "Sleep House",
}
"""What is told of the page of `SHIFTS`: a wrong year, a volume that it does not state, a publisher that nobody reads."""


def corpus(folder: Path) -> Path:
    """Write the corpus."""
    for name, page, gold in (("shifts", SHIFTS, GOLD), ("news", NEWS, {"portal": "news", "negative": True})):
        _write(folder / "pages" / f"{name}.txt", page)
        _write(folder / "gold" / f"{name}.json", json.dumps(gold))
    record = {"type": "article-journal", "title": "Night shifts and the sleep of nurses: a diary study", "language": "en"}
    _write(folder / "whole" / "shifts.txt", SHIFTS)
    _write(folder / "whole" / "shifts.json", json.dumps({"portal": "hospital", "record": record}))
    _write(folder / "whole" / "news.txt", NEWS)
    _write(folder / "whole" / "news.json", json.dumps({"portal": "hospital", "rejected": "news"}))
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
