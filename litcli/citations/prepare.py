"""Makes a CSL style ready for pandoc: puts right what pandoc 3.9 reads otherwise than the CSL specification says.

- `<names>` with a `<label>` but no `<name>`: pandoc prints the label before the names ("In, eds.Doe J, Roe R."), where the label
  belongs after them ("In: Doe J, Roe R, eds."). An empty `<name/>` puts it there.
- A page label ("p.") is not printed for an article number that stands in the page's place (see `litcli.citations.items`).
- In the text, a style of notes is to give what the note would say, not a footnote.
"""

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
    style.set("class", "in-text")
    return bytes(ET.tostring(style, encoding="utf-8", xml_declaration=True))


def _unless_article_number(label: ET.Element) -> ET.Element:
    choose = ET.Element(f"{_CSL}choose")
    condition = ET.SubElement(choose, f"{_CSL}if", {"variable": ARTICLE_NUMBER, "match": "none"})
    condition.append(label)
    choose.tail, label.tail = label.tail, None
    return choose


def _read(path: Path) -> ET.Element:
    try:
        style = ET.parse(path).getroot()  # noqa: S314  a person's own style; expat bounds what entities may expand to
    except (ET.ParseError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: this is no CSL style: {error}") from error
    if style.tag != f"{_CSL}style" or style.find(f"{_CSL}citation") is None:
        raise UsageError(f"{path}: this is no CSL style: it has no <style> with a <citation>")
    if style.find(f"{_CSL}bibliography") is None:
        raise UsageError(f"{path}: this style formats no bibliography; it has only in-text citations")
    return style
