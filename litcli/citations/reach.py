"""Which of an item's variables a style prints in its list of references, told from the style without running it.

In go a style and an item, out come names of variables; so what a style would leave out can be given in another place (see
`litcli.citations.places`). The style is walked as a processor walks it, branch by branch. What only a whole document decides
(disambiguation, positions) counts as not so. Thousands of items have few shapes: each shape is walked once.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from litcli.model.csl import CslItem

CSL = "{http://purl.org/net/xbiblio/csl}"
"""Before the name of every element."""


class Reach:
    """What a style reaches."""

    def __init__(self, style: bytes) -> None:
        root = ET.fromstring(style)  # noqa: S314  read and written before
        self._macros = {macro.get("name", ""): macro for macro in root.iter(f"{CSL}macro")}
        self._layouts = list(root.iterfind(f"{CSL}bibliography/{CSL}layout"))
        self._known: dict[tuple[object, frozenset[str], frozenset[str]], frozenset[str]] = {}
        self.bare_initials = any(names.get("initialize-with") == "" for names in root.iter())
        """The style writes "Smith AB Jr", without full stops."""
        self.cuts_names = any(part.get("et-al-min") for part in root.iter())
        """The style ever writes "et al."."""
        self.tells_series = any("interview paper-conference" in test.get("type", "") for test in root.iter())
        """The style takes conference papers without editors for articles of a serial."""

    def printed(self, item: CslItem) -> frozenset[str]:
        """Return the variables of the item that its reference shows.

        >>> style = b'''<style xmlns="http://purl.org/net/xbiblio/csl"><bibliography><layout><choose>
        ... <if type="book"><text variable="title"/></if><else><text variable="DOI"/></else>
        ... </choose></layout></bibliography></style>'''
        >>> sorted(Reach(style).printed({"id": "a", "type": "book", "title": "Old bees", "DOI": "10.1/a"}))
        ['title']
        """
        numbers = frozenset(name for name, value in item.items() if isinstance(value, str) and _NUMERIC.fullmatch(value))
        shape = (item.get("type"), frozenset(item), numbers)
        if shape not in self._known:
            walk = _Walk(self._macros, str(item.get("type")), item, numbers)
            self._known[shape] = frozenset(name for layout in self._layouts for name in walk.printed(layout))
        return self._known[shape]


_NUMERIC = re.compile(r"[^\W\d]*\d+[^\W\d]*(?:\s*[-–,&]\s*[^\W\d]*\d+[^\W\d]*)*")
"""What CSL calls numeric: digits with letters before or behind, several of them in a row or as a range."""

_ALIASES = {"page-first": "page"}


class _Walk:
    """One item's way through a style."""

    def __init__(self, macros: Mapping[str, ET.Element], type_: str, item: CslItem, numbers: frozenset[str]) -> None:
        self._macros = macros
        self._type = type_
        self._item = item
        self._numbers = numbers

    def printed(self, part: ET.Element) -> Iterator[str]:
        """Yield the variables that an element prints, inner ones included."""
        kind = part.tag.removeprefix(CSL)
        if kind == "choose":
            chosen = next((branch for branch in part if self._holds(branch)), None)
            yield from self._inner(chosen) if chosen is not None else ()
        elif kind == "names":
            yield from self._names(part)
        elif macro := self._macros.get(part.get("macro", "")):
            yield from self._inner(macro)
        elif kind in {"text", "number", "date"}:
            yield from self._there(part)
        else:
            yield from self._inner(part)

    def _inner(self, part: ET.Element) -> Iterator[str]:
        for child in part:
            yield from self.printed(child)

    def _there(self, part: ET.Element) -> list[str]:
        named = (_ALIASES.get(name, name) for name in part.get("variable", "").split())
        return [name for name in named if name in self._item]

    def _names(self, part: ET.Element) -> list[str]:
        if there := self._there(part):
            return there
        substitutes = part.find(f"{CSL}substitute")
        for other in substitutes if substitutes is not None else ():
            if there := list(self.printed(other)):
                return there
        return []

    def _holds(self, branch: ET.Element) -> bool:
        if branch.tag == f"{CSL}else":
            return True
        tests = [self._test(kind, word) for kind, words in branch.attrib.items() if kind != "match" for word in words.split()]
        match branch.get("match", "all"):
            case "any":
                return any(tests)
            case "none":
                return not any(tests)
            case "nand":
                return not all(tests)
        return all(tests)

    def _test(self, kind: str, word: str) -> bool:
        match kind:
            case "type":
                return word == self._type
            case "variable":
                return word in self._item
            case "is-numeric":
                return word in self._numbers
        return False
