"""A style made ready: as pandoc should get it, what it prints, and the variants that an order or a long list asks for.

A file that did not change is read once, however often it is asked for.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from litcli.citations.prepare import prepared
from litcli.citations.reach import CSL, Reach


@dataclass(frozen=True)
class Ready:
    """A style made ready."""

    csl: bytes
    """As pandoc should get it."""

    @cached_property
    def reach(self) -> Reach:
        """What it prints."""
        return Reach(self.csl)

    @cached_property
    def locale(self) -> str:
        """The locale that it is written in unless another is asked for."""
        stated = re.search(rb'\sdefault-locale="([^"]+)"', self.csl)
        return stated[1].decode() if stated else "en-US"

    @cached_property
    def numbers(self) -> bool:
        """Whether its list is numbered of its own accord."""
        return "citation-number" in self.reach.printed({"id": "x", "type": "book", "citation-number": "1"})

    @cached_property
    def unsorted(self) -> "Ready":
        """The style with its references in the order given."""
        style = ET.fromstring(self.csl)  # noqa: S314  our own output
        for bibliography in style.iter(f"{CSL}bibliography"):
            for sort in bibliography.findall(f"{CSL}sort"):
                bibliography.remove(sort)
        return Ready(_written(style))


def ready(style: Path) -> Ready:
    """Make the style of a file ready; raises `UsageError` where it is none."""
    status = style.stat()
    return _ready(style, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=32)
def _ready(style: Path, size: int, changed: int) -> Ready:  # noqa: ARG001  they tell whether the file is the same
    return Ready(prepared(style))


def _written(style: ET.Element) -> bytes:
    return bytes(ET.tostring(style, encoding="utf-8", xml_declaration=True))
