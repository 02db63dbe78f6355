"""The texts of an element: each leaf with its path, its markup as the tags that CSL knows (`<i>`, `<b>`, `<sup>`, `<sub>`), and back.

Markup counts: without it "10<sup>6</sup>" would be 106. Only runs of one style are written as such; a text with anything else that
looks like a tag is written as text, and reads back as the same.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from litcli.formats._xml_write import Element, Paths
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

Styles = Callable[["_Element"], tuple[str, ...] | None]
"""Which tags an element within a text stands for; None for an element that is none."""

_RUN = re.compile(r"<(i|b|sup|sub)>([^<>]+)</\1>")


def leaves(element: "_Element", paths: Paths, styles: Styles, way: str = "") -> Iterator[tuple[str, "_Element"]]:
    """Yield each element below another that has no elements inside but markup, with its path."""
    for child in element:
        path = f"{way}{step(child, paths)}"
        if all(styles(inner) is not None for inner in child):
            yield path, child
        else:
            yield from leaves(child, paths, styles, f"{path}/")


def step(element: "_Element", paths: Paths) -> str:
    """Return what a path calls an element."""
    name = local(element)
    told = attribute(element, paths.attribute(name))
    return f"{name}[{told}]" if told else name


def attribute(element: "_Element", name: str) -> str:
    """Return an attribute by its name without a namespace; "" where the element has none."""
    plain = element.get(name)
    if plain is not None or not element.attrib:
        return (plain or "").strip()
    found = (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2].rpartition(":")[2] == name)
    return next(found, "").strip()


def marked(element: "_Element", styles: Styles) -> str:
    """Return an element's text, what is styled in it between tags."""
    return "".join(_marked(element, styles))


def runs(text: str, style: Callable[[str], Element]) -> list[Element | str]:
    """Return a text as what stands in an element; `style` makes the element of a tag.

    >>> [part if isinstance(part, str) else part.name for part in runs("10<sup>6</sup> <b>cells", Element)]
    ['10', 'sup', ' <b>cells']
    """
    parts: list[Element | str] = []
    at = 0
    for found in filter(lambda one: one[2].strip(), _RUN.finditer(text)):
        run = style(found[1])
        run.parts.append(found[2])
        parts += [text[at : found.start()], run]
        at = found.end()
    return [part for part in (*parts, text[at:]) if part]


def _marked(element: "_Element", styles: Styles) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        inner = marked(child, styles)
        tags = styles(child) or () if inner.strip() else ()
        yield "".join(f"<{tag}>" for tag in tags)
        yield inner
        yield "".join(f"</{tag}>" for tag in reversed(tags))
        yield child.tail or ""
