"""litcli/README.md, the map of the house, names every module there is and none that is gone."""

import re
from pathlib import Path

import litcli

HOUSE = Path(litcli.__file__).parent
MAP = (HOUSE / "README.md").read_text(encoding="utf-8")
BY_KIND = ("extract/portals", "extract/readers")
"""Folders that the map names as a whole."""


def modules() -> set[str]:
    """Return every module that a newcomer may look for, as a path without its ending."""
    paths = {path.relative_to(HOUSE).with_suffix("").as_posix() for path in HOUSE.rglob("*.py") if not path.name.startswith("_")}
    return {path for path in paths if not path.startswith(BY_KIND)}


def named() -> set[str]:
    """Return every module in the first column of a table; one without a folder is in that of its section."""
    found = set()
    for section in re.split(r"^## ", MAP, flags=re.MULTILINE):
        folder = re.match(r"(\w+)/: ", section)
        for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE):
            for name in re.findall(r"`([\w/]+)`", row):
                inside = folder and not name.startswith(("identity/", "query/", "formats/", "citations/"))
                found.add(f"{folder[1]}/{name}" if inside and folder else name)
    return found


def test_every_module_is_on_the_map() -> None:
    assert modules() - named() == set(), "name it in litcli/README.md"


def test_nothing_on_the_map_is_gone() -> None:
    assert {name for name in named() - modules() if not (HOUSE / name).is_dir()} == set()
