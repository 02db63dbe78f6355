"""Gathers what a person adds to the reader: portal files in folders, what a library was taught, the one portal that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from litcli.errors import BadValue, UnknownName
from litcli.extract import portal_file, portals
from litcli.extract.description import Description, Guidance

if TYPE_CHECKING:
    from litcli.store.library import Library

GENERIC = "generic"
"""Asks for the reader that knows no portal."""


@dataclass(frozen=True)
class Gathered:
    """The guidance, and why some file could not be used."""

    guidance: Guidance
    broken: tuple[str, ...] = ()


def gather(library: "Library | None", folders: Sequence[Path] = (), portal: str | None = None) -> Gathered:
    """Return what guides the reader; of two descriptions of one name the later stands: by folder, then taught, then `portal`.

    `portal` names a portal, or a portal file ("x.toml"); raises `UnknownName` for one that there is not, `BadValue` for a bad file.
    """
    found, broken = _in_folders(folders)
    found += library.taught.all() if library else ()
    chosen = portal_file.load(Path(portal)) if portal and portal.endswith(".toml") else None
    found += [chosen] if chosen else []
    descriptions = tuple({(one.name, one.upon): one for one in found}.values())
    forced = (chosen.upon or chosen.name) if chosen else portal or ""
    known = names(descriptions) if forced or any(one.upon for one in descriptions) else {forced}
    if forced not in {"", *known}:
        raise UnknownName("portal", forced, get_close_matches(forced, sorted(known), 3, 0.6), "'litcli portals' lists them")
    lost = [f"{one.origin}: '{one.upon}' is no portal to stand upon" for one in descriptions if one.upon not in {"", *known}]
    return Gathered(Guidance(descriptions, forced), (*broken, *lost))


def names(descriptions: Sequence[Description] = ()) -> set[str]:
    """Return the names of all portals that pages can be read by."""
    return {GENERIC, *(one.name for one in descriptions if not one.upon), *(portal.name for portal in portals.all_portals())}


def _in_folders(folders: Sequence[Path]) -> tuple[list[Description], list[str]]:
    """Read the portal files of folders, which need not be there."""
    found, broken = [], []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        try:
            found.append(portal_file.load(path))
        except BadValue as error:
            broken.append(str(error))
    return found, broken
