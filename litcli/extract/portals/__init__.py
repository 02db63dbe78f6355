"""One small module a portal: it recognises its pages and reads what is particular to them.

A portal module states

    NAME      "pubmed"
    marks     (Layout) -> float: how sure the page is one of its own, 0 to 1, by named marks on the page
    read      (Layout) -> Draft: what the page states; begins with `generic.read` and amends it
    reject    (Layout) -> str | None, optional: why a page of this portal holds no record

and is found by its name in this folder, or through the entry point group `litcli.portals` of another package. A portal may also be
described in a file (see `litcli.extract.description`); such ones come with the guidance that a person gives.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

from litcli import registry
from litcli.errors import BadValue
from litcli.extract import described
from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.description import TAUGHT, UNGUIDED, Description, Guidance
from litcli.extract.layout import Layout

SURE = 0.5
"""A page is a portal's own from this much on."""


@dataclass(frozen=True)
class Portal:
    """What a module states."""

    name: str
    marks: Callable[[Layout], float]
    read: Callable[[Layout], Draft]
    reject: Callable[[Layout], str | None]
    about: str = ""
    """What it reads, in a line."""
    description: Description | None = None
    """Where it is described rather than programmed."""


@dataclass(frozen=True)
class Loaded:
    """The portals of this installation."""

    portals: tuple[Portal, ...]
    amendments: tuple[Description, ...] = ()
    """What other packages describe upon portals."""
    broken: tuple[str, ...] = ()
    """What would not load, each with the reason."""
    packages: Mapping[str, str] = field(default_factory=dict)
    """The package that brings a portal or an amendment, by its name; ours are not in it."""


@cache
def load() -> Loaded:
    """Find every portal, built-in and of other packages."""
    found = registry.find(import_module(__name__), "litcli.portals", ("NAME", "marks", "read"))
    portals = [
        Portal(module.NAME, module.marks, module.read, getattr(module, "reject", _never), _about(module))
        for module in found.modules.values()
    ]
    descriptions, broken = _load_files(found.files)
    known = {name: module.NAME for name, module in found.modules.items()}
    known |= {name: description.name for name, description in descriptions.items()}
    return Loaded(
        (*portals, *(_described(description) for description in descriptions.values() if not description.upon)),
        tuple(description for description in descriptions.values() if description.upon),
        (*found.broken, *broken),
        {known[name]: package for name, package in found.packages.items() if name in known},
    )


def all_portals() -> tuple[Portal, ...]:
    """Return every portal, built-in and of other packages."""
    return load().portals


def _load_files(files: Mapping[str, str]) -> tuple[dict[str, Description], list[str]]:
    """Read the portal files that other packages bring; return also why one cannot be used."""
    if not files:
        return {}, []
    from litcli.extract import portal_file

    found, broken = {}, []
    for name, path in files.items():
        try:
            found[name] = portal_file.load(Path(path))
        except BadValue as error:
            broken.append(str(error))
    return found, broken


@dataclass(frozen=True)
class Recognised:
    """Whose page it is, what is described of such pages, and which portals failed to say."""

    portal: Portal | None
    broken: tuple[str, ...] = ()
    descriptions: tuple[Description, ...] = ()
    notes: tuple[str, ...] = ()


def recognise(layout: Layout, among: Iterable[Portal], guidance: Guidance = UNGUIDED) -> Recognised:
    """Return the portal that is surest the page is its own; none where none is sure. A portal that fails is named, and left out.

    A portal that is forced is returned however sure it is; that it does not know the page is told.
    """
    own = [_described(description) for description in guidance.descriptions if not description.upon]
    sures: list[tuple[float, Portal]] = []
    broken = list(load().broken)
    for portal in (*own, *among):
        if guidance.forced not in {"", portal.name}:
            continue
        try:
            sures.append((portal.marks(layout), portal))
        except Exception as error:  # noqa: BLE001  a portal may be a third party's; one that is broken must not cost the page
            broken.append(f"portal {portal.name} is broken: {type(error).__name__}: {error}")
    nobody: tuple[float, Portal | None] = (0.0, None)
    sure, best = max(sures, key=lambda pair: pair[0], default=nobody)
    known = sure >= SURE
    mine = best if known or guidance.forced else None
    notes = (f"read as a page of {mine.name}, though nothing shows that it is one",) if mine and not known else ()
    return Recognised(mine, tuple(broken), tuple(_meant(mine, layout, guidance)), notes)


def _described(description: Description) -> Portal:
    rule = "generic" if description.origin == TAUGHT else description.name
    return Portal(
        description.name,
        partial(described.marks, description),
        partial(generic.read, rule=rule),
        partial(described.reject, description),
        description.about,
        description,
    )


def _meant(portal: Portal | None, layout: Layout, guidance: Guidance) -> Iterator[Description]:
    """Yield what is described of pages like this one: the portal's own description, and those that stand upon it."""
    if portal is None:
        return
    if portal.description:
        yield portal.description
    for description in (*load().amendments, *guidance.descriptions):
        if description.upon == portal.name and (not description.marks or described.marks(description, layout) >= SURE):
            yield description


def _about(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().partition("\n")[0].rstrip(".")


def _never(layout: Layout) -> str | None:
    del layout
    return None
