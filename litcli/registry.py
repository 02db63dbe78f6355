"""Finds portals and formats: the built-in ones by walking their package, others through entry points.

A third party's module that fails to load becomes a message in `broken`, never an error: one bad plugin stops nothing.
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType


@dataclass(frozen=True)
class Found:
    """What a group holds: modules by name, and what would not load, each with the reason."""

    modules: dict[str, ModuleType]
    broken: tuple[str, ...]


def names(package: ModuleType) -> Iterator[str]:
    """Yield the names of a package's public modules without loading them."""
    for module in pkgutil.iter_modules(package.__path__):
        if not module.name.startswith("_"):
            yield module.name


def find(package: ModuleType, group: str) -> Found:
    """Load every public module of `package` and every entry point of `group` ("litcli.portals")."""
    modules = {name: import_module(f"{package.__name__}.{name}") for name in names(package)}
    broken = []
    for point in entry_points(group=group):
        try:
            modules[point.name] = point.load()
        except Exception as error:  # noqa: BLE001  a third party's module may fail in any way
            broken.append(f"{group} '{point.name}' from {point.value} cannot be loaded: {error}")
    return Found(modules, tuple(broken))
