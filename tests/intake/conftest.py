from collections.abc import Iterator
from pathlib import Path

import pytest

from litcli.store.library import Library
from tests.shifts import SHIFTS

TITLE = SHIFTS.partition("\n")[0]

TITLES = (
    "Night shifts and the sleep of nurses",
    "Bread ovens of the upper valley",
    "Counting swifts over a northern town",
    "Salt tolerance of dune grasses",
    "Ferry timetables and rural schooling",
)


def page(number: int) -> str:
    """A page of a work of its own."""
    title = f"{TITLES[number % len(TITLES)]}, part {number} of a long series"
    return SHIFTS.replace(TITLE, title).replace("2019", str(1900 + number % 120))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pages with records, between them one of news and one that is no text."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    for name, number in (("a.txt", 0), ("c.txt", 1), ("e.txt", 2)):
        (inputs / name).write_text(page(number), encoding="utf-8")
    (inputs / "b.txt").write_text("Town council opens a new bridge\n\nBy our reporter. Read more news.\n", encoding="utf-8")
    (inputs / "d.txt").write_bytes(bytes(range(256)) * 8)
    return inputs


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of more pages than are committed together."""
    inputs = tmp_path / "many"
    inputs.mkdir()
    for number in range(130):
        (inputs / f"{number:03}.txt").write_text(page(number), encoding="utf-8")
    return inputs


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.create(tmp_path / "library.litcli") as made:
        yield made
