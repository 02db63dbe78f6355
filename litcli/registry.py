"""Finds portals and formats: the built-in ones by walking their package, others through entry points.

A third party's module that fails to load, or lacks what one must state, becomes a message in `broken`, never an error: one bad plugin
stops nothing.
"""

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from os import PathLike
from types import ModuleType


@dataclass(frozen=True)
class Found:
    """What a group holds: modules by name, and what would not load, each with the reason."""

    modules: dict[str, ModuleType]
    broken: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    """What entry points name by a path instead of a module: a portal's file."""
    packages: Mapping[str, str] = field(default_factory=dict)
    """The package that brings a module or file, by name; ours are not in it."""


def names(package: ModuleType) -> Iterator[str]:
    """Yield the names of a package's public modules without loading them."""
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            yield module.name


def find(package: ModuleType, group: str, needs: Sequence[str] = ()) -> Found:
    """Load every public module of `package` and every entry point of `group` ("litcli.portals"); `needs` is what each must have."""
    modules = {name: import_module(f"{package.__name__}.{name}") for name in names(package)}
    files, packages, broken = {}, {}, []
    for point in entry_points(group=group):
        try:
            loaded = point.load()
        except Exception as error:  # noqa: BLE001  a third party's module may fail in any way
            broken.append(f"{_said(group, point)} cannot be loaded: {error}")
            continue
        lacking = [name for name in needs if not hasattr(loaded, name)]
        if isinstance(loaded, str | PathLike):
            files[point.name] = str(loaded)
        elif lacking:
            broken.append(f"{_said(group, point)} cannot be used: it has no {', '.join(lacking)}")
            continue
        else:
            modules[point.name] = loaded
        packages[point.name] = _package(point)
    return Found(modules, tuple(broken), files, packages)


def _said(group: str, point: EntryPoint) -> str:
    return f"{group} '{point.name}' from {point.value}"


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
