"""One small module a portal: it recognises its pages and reads what is particular to them.

A portal module states

    NAME      "pubmed"
    marks     (Layout) -> float: how sure the page is one of its own, 0 to 1, by named marks on the page
    read      (Layout) -> Draft: what the page states; begins with `generic.read` and amends it
    reject    (Layout) -> str | None, optional: why a page of this portal holds no record

and is found by its name in this folder, or through the entry point group `litcli.portals` of another package.
"""

from collections.abc import Callable, Iterable
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


@dataclass(frozen=True)
class Recognised:
    """Whose page it is, and which portals failed to say."""

    portal: Portal | None
    broken: tuple[str, ...] = ()


def recognise(layout: Layout, among: Iterable[Portal]) -> Recognised:
    """Return the portal that is surest the page is its own; none where none is sure. A portal that fails is named, and left out."""
    best: tuple[float, Portal | None] = (0.0, None)
    broken = []
    for portal in among:
        try:
            sure = portal.marks(layout)
        except Exception as error:  # noqa: BLE001  a portal may be a third party's; one that is broken must not cost the page
            broken.append(f"portal {portal.name} is broken: {type(error).__name__}: {error}")
            continue
        best = max(best, (sure, portal), key=lambda pair: pair[0]) if sure >= SURE else best
    return Recognised(best[1], tuple(broken))


def _never(layout: Layout) -> str | None:
    del layout
    return None
