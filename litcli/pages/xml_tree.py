"""XML as elements, safely: whether a text is XML with records, and its elements, however broken it is.

The parser expands nothing, fetches nothing, keeps to its limits of depth and size, and reads on behind a fault. It is lxml's, loaded
where there is XML. What surprised us: namespaces are declared wrongly so often that names are compared without them.
"""

import re
from itertools import chain
from typing import TYPE_CHECKING, cast

from litcli.pages.tags import words
from litcli.pages.xml_formats import ROOTS, SPACES
from litcli.pages.xml_markup import PROLOG, harmless, without_type

if TYPE_CHECKING:
    from lxml.etree import XMLParser, XMLPullParser, _Element

MEDIA_TYPE = "application/xml"

BROKEN = "broken XML, read as far as it goes"

WRAPPER = "litcli-pages"
"""The element that is put around all of an input, so that documents one behind the other are read as one."""

_NEAR = 20_000
"""So many characters from the start tell which XML it is."""

_FIRST = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")
_HTML = words("html head body meta title div table")


def first_element(text: str) -> str | None:
    """Return the name of a text's first element where the text is XML and no page for a browser; None for anything else.

    >>> first_element('<?xml version="1.0"?><mods xmlns="http://www.loc.gov/mods/v3">'), first_element("<article><h1>On Bees")
    ('mods', None)
    """
    start = text[:_NEAR].removeprefix("\ufeff").lstrip()
    if not start.startswith("<"):
        return None
    bare = without_type(text.removeprefix("\ufeff"))
    prolog = PROLOG.match(bare)
    found = _FIRST.match(bare, prolog.end() if prolog else 0)
    if found is None or found[1].lower() in _HTML:
        return None
    known = found[1] in ROOTS or any(space in start for space in SPACES) or start.startswith("<?xml")
    return found[1] if known else None


def parser() -> "XMLPullParser":
    """Return a parser to feed, which tells where elements begin and end."""
    from lxml.etree import XMLPullParser

    return XMLPullParser(
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def whole(text: str) -> tuple["_Element", str]:
    """Return the elements of a text of XML under one that stands for all of it, and what is wrong with it."""
    from lxml.etree import Element

    reader = parser()
    for piece in chain([f"<{WRAPPER}>"], harmless([text]), [f"</{WRAPPER}>"]):
        reader.feed(piece.encode())
    root = next((cast("_Element", element) for _, element in reader.read_events()), None)
    return root if root is not None else Element(WRAPPER), faults(reader)


def faults(reader: "XMLParser | XMLPullParser") -> str:
    """Return the first thing that is wrong with the XML that a parser was fed, "" for none; an undeclared prefix costs nothing."""
    log = reader.feed_error_log if len(reader.feed_error_log) else reader.error_log
    told = (entry.message for entry in log if entry.domain_name != "NAMESPACE")
    first = next(told, "")
    return "it ends in the middle" if WRAPPER in first or "Premature" in first else " ".join(first.split())[:100]


def local(element: "_Element") -> str:
    """Return an element's name without its namespace, or the prefix of one that is not declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]
