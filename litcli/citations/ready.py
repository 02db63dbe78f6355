"""A style made ready: as pandoc should get it, what it prints, and the variants that an order or a long list asks for.

A file that did not change is read once, however often it is asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

from litcli.citations.prepare import prepared
from litcli.citations.reach import CSL, Reach

MARK = "litcli-mark"
"""A variable of ours: works that are cited alike share it."""


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
    def prints_places(self) -> bool:
        """Whether its citations say where in a work: "p. 12"; those of many journals never do."""
        return re.search(rb'\svariable="[^"]*\blocator\b', self.csl) is not None

    @cached_property
    def adds_letters(self) -> bool:
        """Whether works that would be cited alike get letters behind their year."""
        return any(citation.get(_LETTERS) == "true" for citation in self._tree().iter(f"{CSL}citation"))

    @cached_property
    def unsorted(self) -> "Ready":
        """The style with its references in the order given."""
        style = self._tree()
        for bibliography in style.iter(f"{CSL}bibliography"):
            for sort in bibliography.findall(f"{CSL}sort"):
                bibliography.remove(sort)
        return _written(style)

    @cached_property
    def without_small_capitals(self) -> "Ready":
        """The style for plain text, which has none; pandoc would write capitals."""
        return Ready(re.sub(rb'\sfont-variant="small-caps"', b"", self.csl))

    @cached_property
    def without_letters(self) -> "Ready":
        """The style without such letters, so that one sees what is cited alike."""
        style = self._tree()
        for citation in style.iter(f"{CSL}citation"):
            citation.set(_LETTERS, "false")
        return _written(style)

    @cached_property
    def by_mark(self) -> "Ready | None":
        """The style with its list alone: in the text it cites by `MARK`. None where its list depends on how works are cited."""
        style = self._tree()
        if any(test.get("disambiguate") for part in _of_list(style) for test in part.iter()):
            return None
        for citation in style.iter(f"{CSL}citation"):
            citation.clear()
            citation.set(_LETTERS, "true" if self.adds_letters else "false")
            ET.SubElement(ET.SubElement(citation, f"{CSL}layout"), f"{CSL}text", {"variable": MARK})
        return _written(style)

    def _tree(self) -> ET.Element:
        return ET.fromstring(self.csl)  # noqa: S314  our own output


def ready(style: Path) -> Ready:
    """Make the style of a file ready; raises `UsageError` where it is none."""
    status = style.stat()
    return _ready(style, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=32)
def _ready(style: Path, size: int, changed: int) -> Ready:  # noqa: ARG001  they tell whether the file is the same
    return Ready(prepared(style))


def _of_list(style: ET.Element) -> Iterator[ET.Element]:
    """Yield what makes the list: the element for it, and the macros that it comes to."""
    macros = {macro.get("name"): macro for macro in style.iter(f"{CSL}macro")}
    waiting = list(style.iter(f"{CSL}bibliography"))
    while waiting:
        part = waiting.pop()
        yield part
        called = {name for element in part.iter() if (name := element.get("macro"))}
        waiting += [macros.pop(name) for name in called if name in macros]


def _written(style: ET.Element) -> Ready:
    return Ready(bytes(ET.tostring(style, encoding="utf-8", xml_declaration=True)))


_LETTERS = "disambiguate-add-year-suffix"
