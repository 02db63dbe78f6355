"""XML as text: small elements that formats put together, and how they stand in a file.

In go elements with texts and elements inside, out comes their text, two blanks deep, a line an element; what stands beside text stays
on its line, or white space would come into it. A sign that XML cannot carry becomes U+FFFD; `uncarried` names the fields that have
one. A line break that is meant is U+2029 here and "&#xD;" in the file, as EndNote has it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr  # they write, and parse nothing

from litcli.formats._xml_records import BREAK
from litcli.model.record import Record, Value

_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_STEP = re.compile(r"([A-Za-z_][\w.-]*)(?:\[([^\[\]/@]*)\])?")


@dataclass
class Element:
    """An element as it is put together."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: "list[Element | str]" = field(default_factory=list)

    def add(self, name: str, /, *parts: "Element | str", **attributes: str) -> "Element":
        """Put an element at the end, and return it."""
        made = Element(name, attributes, list(parts))
        self.parts.append(made)
        return made

    def children(self) -> "list[Element]":
        """Return the elements inside."""
        return [part for part in self.parts if isinstance(part, Element)]


@dataclass(frozen=True)
class Paths:
    """How a format names its elements by a path: "titleInfo[abbreviated]/title"."""

    told_by: Mapping[str, str]
    """The attribute that stands in brackets, by the element's name; "" for all others."""
    apart: frozenset[str] = frozenset()
    """Elements of which each value has its own."""
    more: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Further attributes of a step."""

    def attribute(self, name: str) -> str:
        """Return the attribute that tells elements of a name apart."""
        return self.told_by.get(name) or self.told_by[""]

    def grow(self, root: Element, path: str) -> Element:
        """Make a new element at a path below another, those on the way where they are missing, and return it."""
        way, _, last = path.rpartition("/")
        made = self._element(last)
        self.shared(root, way).parts.append(made)
        return made

    def shared(self, root: Element, path: str) -> Element:
        """Return the element at a path below another, made where it is missing; "" is that other itself."""
        at = root
        for step in filter(None, path.split("/")):
            wanted = self._element(step)
            found = None if wanted.name in self.apart else next((one for one in at.children() if self._same(one, wanted)), None)
            if found is None:
                at.parts.append(found := wanted)
            at = found
        return at

    def _element(self, step: str) -> Element:
        found = _STEP.fullmatch(step)
        if not found:
            raise ValueError(step)
        told = {self.attribute(found[1]): found[2]} if found[2] else {}
        return Element(found[1], told | dict(self.more.get(step, {})))

    def _same(self, one: Element, wanted: Element) -> bool:
        name = self.attribute(wanted.name)
        return one.name == wanted.name and one.attributes.get(name) == wanted.attributes.get(name)


def written(element: Element, indent: str = "") -> str:
    r"""Return an element as it stands in a file, lines ended.

    >>> written(Element("a", {"x": '"'}, [Element("b", parts=["1 < 2"]), Element("c")]))
    '<a x=\'"\'>\n  <b>1 &lt; 2</b>\n  <c/>\n</a>\n'
    """
    return "".join(_pieces(element, indent))


def ascii_only(markup: str) -> str:
    """Return XML or HTML with the letters beyond ASCII as references."""
    return markup.encode("ascii", "xmlcharrefreplace").decode()


def cleaned(text: str) -> str:
    """Return a text with U+FFFD for each sign that XML cannot carry."""
    return _UNCARRIED.sub("\ufffd", text)


def uncarried(record: Record) -> tuple[str, ...]:
    r"""Return the fields with a sign that XML cannot carry.

    >>> uncarried({"title": "a\x00b", "note": "c"})
    ('title',)
    """
    return tuple(name for name, value in record.items() if any(map(_UNCARRIED.search, _texts(value))))


def _pieces(element: Element, indent: str) -> Iterator[str]:
    opening = " ".join([element.name, *(f"{name}={quoteattr(cleaned(value))}" for name, value in element.attributes.items())])
    if not element.parts:
        yield f"{indent}<{opening}/>\n"
    elif any(isinstance(part, str) or part.name == "style" for part in element.parts):
        yield f"{indent}<{opening}>{''.join(map(_inline, element.parts))}</{element.name}>\n"
    else:
        yield f"{indent}<{opening}>\n"
        for child in element.children():
            yield from _pieces(child, f"{indent}  ")
        yield f"{indent}</{element.name}>\n"


def _inline(part: Element | str) -> str:
    if isinstance(part, str):
        return escape(cleaned(part)).replace(BREAK, "&#xD;")
    opening = " ".join([part.name, *(f"{name}={quoteattr(cleaned(value))}" for name, value in part.attributes.items())])
    return f"<{opening}>{''.join(map(_inline, part.parts))}</{part.name}>"


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from (item,) if isinstance(item, str) else (part for part in item.values() if isinstance(part, str))
    elif literal := value.get("literal"):
        yield literal
