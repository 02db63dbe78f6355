"""XML with the record of a work to lines: one statement a line, "path: value", in the order of the document.

In goes a document of one record, out come the lines, and each again as an `Embedded` whose name is the path: the names of the
elements from the record down, the second and later ones of a name numbered, attributes after "@". Elements within a text
("italic", "sub") are part of it. Fields of MARC go by their tags and codes ("245/a", "245/@ind1"), those of DSpace's dim by theirs
("contributor.author").

    front/article-meta/contrib-group/contrib[2]/@contrib-type: author
    front/article-meta/contrib-group/contrib[2]/name/surname: Bell

What surprised us: abstracts come as one text with blank lines as often as in paragraphs; headings of their parts stand in elements
or attributes of their own, and go in front of the text here ("Methods: We saw ..."), as every page shows them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from litcli.pages.html import Shown
from litcli.pages.metadata import on_one_line
from litcli.pages.page import Embedded
from litcli.pages.tags import words
from litcli.pages.xml_formats import FORMATS, INLINE, MARKERS, PROSE, UNSAID, VERBATIM, Format
from litcli.pages.xml_tree import BROKEN, local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LINES = 50_000
_DEEPEST = 24
_LONGEST_NAME = 60
_PARAGRAPHS = re.compile(r"\n[ \t\r]*\n\s*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ODD = re.compile(r"[^\w.-]+")
_LETTER = re.compile(r"\w")

_RANKS = {name: [rank for rank, form in enumerate(FORMATS) if name in form.roots] for form in FORMATS for name in form.roots}
"""The places in the table of the formats that a name may be the root of."""

_NAMED = words("datafield controlfield subfield field")
"""Elements whose attributes name them."""
_NAMING = words("tag code mdschema element qualifier")
_BREAKS = words("br break lb")
_UNREAD = words("fn inline-graphic graphic annotation annotation-xml label")
"""Elements that are no part of the text they stand in."""


class _Row(NamedTuple):
    path: str
    value: str


def to_lines(markup: str) -> Shown:
    r"""Return the text of a page of XML: a line a statement; empty where it holds no record of a known format.

    >>> to_lines("<mods><titleInfo><nonSort>The</nonSort><title>dew</title></titleInfo></mods>").text
    'titleInfo/nonSort: The\ntitleInfo/title: dew\n'
    """
    document, faults = whole(markup)
    form, root = _record(document)
    rows = _rows(form, root) if root is not None else iter(())
    doubts = (f"{BROKEN} ({faults})",) if faults else ()
    pieces: list[str] = []
    embedded: list[Embedded] = []
    at = 0
    for row in rows:
        if len(embedded) == _MOST_LINES:
            doubts = (f"more than {_MOST_LINES} lines of XML; the rest was left out",)
            break
        head = f"{row.path}: "
        start = at + len(head)
        at = start + len(row.value) + 1
        pieces += (head, row.value, "\n")
        embedded.append(Embedded(form.name, row.path, start, at - 1, f"/{row.path}"))
    return Shown("".join(pieces), 0, tuple(embedded), doubts)


def holds_record(element: "_Element") -> bool:
    """Tell whether an element is, or has in it, the record of a known format."""
    return any(_is_told(FORMATS[rank], inner) for inner in element.iter() for rank in _RANKS.get(local(inner), ()))


def _record(document: "_Element") -> tuple[Format, "_Element | None"]:
    """Return the format of the document's record and the element that holds it: of several formats the first in their table."""
    best, record = len(FORMATS), None
    for element in document.iter():
        for rank in _RANKS.get(local(element), ()):
            if rank < best and _is_told(FORMATS[rank], element):
                best, record = rank, element
    return FORMATS[min(best, len(FORMATS) - 1)], record


def _is_told(form: Format, element: "_Element") -> bool:
    return not form.told_by or any(local(child) in form.told_by for child in element)


def _rows(form: Format, root: "_Element") -> Iterator[_Row]:
    """Yield the statements below an element, without recursion."""
    waiting: list[tuple[_Element, str]] = [(root, "")]
    while waiting:
        element, path = waiting.pop()
        yield from _attributes(element, path)
        if len(element) and not _is_text(element) and path.count("/") < _DEEPEST:
            if element.text and _LETTER.search(element.text):
                yield from _values(path, element.text)
            waiting += reversed(list(_children(form, element, path)))
        elif path:
            yield from _values(path, _text(element))


def _children(form: Format, element: "_Element", path: str) -> Iterator[tuple["_Element", str]]:
    counts: Counter[str] = Counter()
    for child in element:
        name = _name(child)
        counts[name] += 1
        number = f"[{counts[name]}]" if counts[name] > 1 else ""
        if local(child) not in form.left_out and not _is_run_in(child):
            yield child, f"{path}/{name}{number}".lstrip("/")


def _name(element: "_Element") -> str:
    """Return what a step of the path is called: the element's name, or the tag, code or field that its attributes give."""
    name = local(element)
    if name in {"datafield", "controlfield"}:
        name = element.get("tag", name)
    elif name == "subfield":
        name = element.get("code", name)
    elif name == "field" and element.get("element"):
        name = ".".join(filter(None, (element.get("element"), element.get("qualifier"))))
    return _ODD.sub("_", name[:_LONGEST_NAME]) or "_"


def _attributes(element: "_Element", path: str) -> Iterator[_Row]:
    for key, value in element.attrib.items():
        name = re.split(r"[}:]", str(key))[-1]
        told = on_one_line(str(value))
        if told and name not in UNSAID and not (name in _NAMING and local(element) in _NAMED):
            yield _Row(f"{path}/@{_ODD.sub('_', name[:_LONGEST_NAME])}".lstrip("/"), told)


def _values(path: str, text: str) -> Iterator[_Row]:
    """Yield an element's text, its paragraphs one by one."""
    if path in VERBATIM:
        yield from [_Row(path, _CONTROL.sub(" ", text))] if text.strip() else []
        return
    paragraphs = [told for paragraph in _PARAGRAPHS.split(text.strip()) if (told := on_one_line(paragraph))]
    if len(paragraphs) == 1:
        yield _Row(path, paragraphs[0])
    elif paragraphs:
        yield from (_Row(f"{path}/p{f'[{number}]' if number > 1 else ''}", told) for number, told in enumerate(paragraphs, 1))


def _is_text(element: "_Element") -> bool:
    """Tell whether an element is a text, whatever elements stand in it."""
    if local(element) == "p" or all(local(child) in INLINE for child in element):
        return True
    direct = [element.text, *(child.tail for child in element)]
    return local(element) in PROSE and any(text and _LETTER.search(text) for text in direct)


def _text(element: "_Element") -> str:
    heading = _heading(element)
    text = "".join(_pieces(element))
    return f"{heading}: {text.lstrip()}" if heading and text.strip() else text


def _pieces(element: "_Element") -> Iterator[str]:
    """Yield the text in an element without the marks of footnotes and with one form of each formula."""
    yield element.text or ""
    for child in element:
        name = local(child)
        doubled = name == "tex-math" and any(local(other) == "math" for other in element)
        if not (doubled or name in _UNREAD or (name == "xref" and child.get("ref-type") in MARKERS)):
            apart = "" if name in INLINE and name not in _BREAKS else " "
            yield apart
            yield from _pieces(child)
            yield apart
        yield child.tail or ""


def _heading(element: "_Element") -> str:
    """Return the heading of the part that a text begins, without its colon; "" for any other text."""
    if local(element) == "AbstractText":
        return " ".join((element.get("Label") or "").split()).rstrip(" :")
    before = element.getprevious()
    if local(element) != "p" or before is None or not _is_run_in(before):
        return ""
    return on_one_line("".join(_pieces(before))).rstrip(" :.")


def _is_run_in(element: "_Element") -> bool:
    """Tell whether an element is the heading of a part and goes in front of the paragraph behind it."""
    parent, after = element.getparent(), element.getnext()
    if parent is None or after is None or local(element) not in {"title", "head"}:
        return False
    return local(parent) in {"sec", "div"} and local(after) == "p"
