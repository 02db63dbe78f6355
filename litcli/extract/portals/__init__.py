"""One small module a portal: it recognises its pages and reads what is particular to them.

A portal module states

    NAME      "pubmed"
    marks     (Layout) -> float: how sure the page is one of its own, 0 to 1, by named marks on the page
    read      (Layout) -> Draft: what the page states; begins with `generic.read` and amends it
    reject    (Layout) -> str | None, optional: why a page of this portal holds no record

and is found by its name in this folder, or through the entry point group `litcli.portals` of another package.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from litcli import registry
from litcli.extract.base.generic import Draft
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


@cache
def all_portals() -> tuple[Portal, ...]:
    """Return every portal, built-in and third-party."""
    found = registry.find(import_module(__name__), "litcli.portals")
    return tuple(
        Portal(module.NAME, module.marks, module.read, getattr(module, "reject", _never)) for module in found.modules.values()
    )


def recognise(layout: Layout) -> Portal | None:
    """Return the portal that is surest the page is its own; None where none is sure."""
    weighed = [(portal.marks(layout), portal) for portal in all_portals()]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SURE else None


def _never(layout: Layout) -> str | None:
    del layout
    return None
