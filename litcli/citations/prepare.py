"""Makes a CSL style ready for pandoc: puts right what pandoc 3.9 reads otherwise than the CSL specification says.

- `<names>` with a `<label>` but no `<name>`: pandoc prints the label before the names ("In, eds.Doe J, Roe R."), where the label
  belongs after them ("In: Doe J, Roe R, eds."). An empty `<name/>` puts it there.
- A page label ("p.") is not printed for an article number that stands in the page's place (see `litcli.citations.items`).
- Macros that are not there or call themselves are refused here: of the first pandoc makes nothing, in the second it never ends.
- In the text, a style of notes is to give what the note would say, not a footnote; where it knows no list of references, the list
  shows the notes.
"""

from copy import deepcopy
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from xml.etree import ElementTree as ET

from litcli.errors import UsageError

ARTICLE_NUMBER = "article-number"
"""A variable of ours: the item has it where its `page` is an article number."""

_CSL = "{http://purl.org/net/xbiblio/csl}"


def prepared(path: Path) -> bytes:
    """Return the style as pandoc should get it."""
    style = _read(path)
    for names in style.iter(f"{_CSL}names"):
        if names.find(f"{_CSL}label") is not None and names.find(f"{_CSL}name") is None:
            names.insert(0, ET.Element(f"{_CSL}name"))
    for parent in list(style.iter()):
        for place, child in enumerate(parent):
            if child.tag == f"{_CSL}label" and child.get("variable") == "page":
                parent[place] = _unless_article_number(child)
    if (citation := style.find(f"{_CSL}citation")) is not None and style.find(f"{_CSL}bibliography") is None:
        style.append(_list_of_notes(citation))
    style.set("class", "in-text")
    return bytes(ET.tostring(style, encoding="utf-8", xml_declaration=True))


def _unless_article_number(label: ET.Element) -> ET.Element:
    choose = ET.Element(f"{_CSL}choose")
    condition = ET.SubElement(choose, f"{_CSL}if", {"variable": ARTICLE_NUMBER, "match": "none"})
    condition.append(label)
    choose.tail, label.tail = label.tail, None
    return choose


def _list_of_notes(citation: ET.Element) -> ET.Element:
    notes = deepcopy(citation)
    notes.tag = f"{_CSL}bibliography"
    for name in [
        name for name in notes.attrib if name.startswith(("disambiguate", "givenname", "collapse", "cite-group", "near-note"))
    ]:
        del notes.attrib[name]
    return notes


def _read(path: Path) -> ET.Element:
    try:
        style = ET.parse(path).getroot()  # noqa: S314  a person's own style; expat bounds what entities may expand to
    except (ET.ParseError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: this is no CSL style: {error}") from error
    if style.tag != f"{_CSL}style" or style.find(f"{_CSL}citation") is None:
        raise UsageError(f"{path}: this is no CSL style: it has no <style> with a <citation>")
    _check_macros(style, path)
    return style


def _check_macros(style: ET.Element, path: Path) -> None:
    calls = {macro.get("name", ""): _called(macro) for macro in style.iter(f"{_CSL}macro")}
    if unknown := _called(style) - calls.keys():
        raise UsageError(f"{path}: this is no CSL style: it has no macro '{min(unknown)}', which it calls")
    try:
        TopologicalSorter(calls).prepare()
    except CycleError as error:
        raise UsageError(f"{path}: this is no CSL style: its macro '{error.args[1][0]}' calls itself") from error


def _called(part: ET.Element) -> set[str]:
    return {name for element in part.iter() if (name := element.get("macro"))}
