"""Gathers what a person adds to the reader: portal files in folders, what a library was taught, the one portal that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from litcli.errors import BadValue, UnknownName
from litcli.extract import portal_file, portals
from litcli.extract.description import TAUGHT, Description, Guidance

if TYPE_CHECKING:
    from litcli.store.library import Library

GENERIC = "generic"
"""The reader that knows no portal."""


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
    chosen = _portal_file(portal)
    every = tuple({(one.name, one.upon): one for one in (*found, *([chosen] if chosen else []))}.values())
    wrong = {one: reason for one in every if (reason := _unfit(one, every))}
    if chosen in wrong:
        raise BadValue(wrong[chosen])
    forced = (chosen.upon or chosen.name) if chosen else portal or ""
    if forced:
        _check_known(forced, names(every))
    return Gathered(Guidance(tuple(one for one in every if one not in wrong), forced), (*broken, *wrong.values()))


def _portal_file(portal: str | None) -> Description | None:
    """Read the portal file that is asked for, if one is; its pages need not show that they are its own."""
    if not portal or not portal.endswith(".toml"):
        return None
    asked = portal_file.load(Path(portal))
    return replace(asked, marks=()) if asked.upon else asked


def _unfit(one: Description, every: Sequence[Description]) -> str:
    """Return why a description cannot be used beside the portals that there are; "" where it can."""
    if one.upon and one.upon not in names(every):
        return f"{one.origin}: there is no portal '{one.upon}' that it could stand upon; 'litcli portals' lists them"
    if not one.upon and one.name in {portal.name for portal in portals.all_portals() if not portal.description}:
        return f"{one.origin}: another portal is called '{one.name}'; choose another name, or let it stand upon that one"
    return ""


def names(descriptions: Sequence[Description] = ()) -> set[str]:
    """Return the names of all portals that pages can be read by."""
    return {GENERIC, *(one.name for one in descriptions if not one.upon), *(portal.name for portal in portals.all_portals())}


def _check_known(name: str, known: set[str]) -> None:
    if name not in known:
        raise UnknownName("portal", name, get_close_matches(name, sorted(known), 3, 0.6), "'litcli portals' lists them")


def _in_folders(folders: Sequence[Path]) -> tuple[list[Description], list[str]]:
    """Read the portal files of folders, which need not be there."""
    found, broken = [], []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        try:
            found.append(portal_file.load(path))
        except BadValue as error:
            broken.append(str(error))
    return found, broken


@dataclass(frozen=True)
class Listed:
    """A portal, or what is described upon one."""

    name: str
    kind: str
    """"built-in", "package", "file" or "taught"."""
    origin: str | None
    """The package or the file."""
    upon: str | None
    about: str
    toml: str | None
    """The description as a portal file; None for a portal that is programmed."""

    @property
    def shown_origin(self) -> str:
        """Where it is from, for a person."""
        return f"{self.origin or self.kind}{f', upon {self.upon}' if self.upon else ''}"


def listed(guidance: Guidance, name: str | None = None) -> list[Listed]:
    """Return all portals and what is described, or what bears one name; raises `UnknownName` where nothing does."""
    loaded = portals.load()
    programmed = [
        Listed(portal.name, _kind(portal.name), loaded.packages.get(portal.name), None, portal.about, None)
        for portal in loaded.portals
        if not portal.description
    ]
    packed = [*(portal.description for portal in loaded.portals if portal.description), *loaded.amendments]
    found = [
        *programmed,
        *(_described(one, "package", loaded.packages.get(one.name)) for one in packed),
        *(_described(one, *_home(one)) for one in guidance.descriptions),
    ]
    found.sort(key=lambda one: (one.name, one.kind))
    if name is not None:
        _check_known(name, {one.name for one in found})
    return [one for one in found if name in {None, one.name}]


def _kind(name: str) -> str:
    return "package" if name in portals.load().packages else "built-in"


def _home(description: Description) -> tuple[str, str | None]:
    return (TAUGHT, None) if description.origin == TAUGHT else ("file", description.origin)


def _described(one: Description, kind: str, origin: str | None) -> Listed:
    return Listed(one.name, kind, origin, one.upon or None, one.about, portal_file.to_toml(one))
