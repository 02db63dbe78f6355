"""Makes a CSL style ready for pandoc: puts right what pandoc 3.9 reads otherwise than the CSL specification says.

- `<names>` with a `<label>` but no `<name>`: pandoc prints the label before the names ("In, eds.Doe J, Roe R."), where the label
  belongs after them ("In: Doe J, Roe R, eds."). An empty `<name/>` puts it there.
- A status in lower case would be "im druck" in German; the item has it as it stands within a sentence.
- A page label ("p.") is not printed for an article number that stands in the page's place (see `litcli.citations.places`).
- `text-case="sentence"`: pandoc lowers proper nouns ("in paris"), where the specification has all words but the first stay as they
  are; `capitalize-first` does that.
- Some numeric styles (Nature) never name the editors of a book, where their manuals put them in the authors' place.
- A macro of addresses that a style calls in a branch for the type and once more at the end (Cell) is called once.
- Styles that part two inverted names by a comma do so with two groups ("World Health Organization, and UNICEF"), against their
  manuals (APA, Chicago, MLA).
- Words for a date ("in press") would be printed once more where month and day stand apart from the year.
- Macros that are not there or call themselves are refused here: of the first pandoc makes nothing, in the second it never ends.
- In the text, a style of notes is to give what the note would say, not a footnote; where it knows no list of references, the list
  shows the notes.
"""

from copy import deepcopy
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from xml.etree import ElementTree as ET

from litcli.citations.reach import CSL, Reach
from litcli.errors import UsageError

ARTICLE_NUMBER = "article-number"
"""A variable of ours: the item has it where its `page` is an article number."""
IN_PRESS = "in-press"
"""A variable of ours: the item has it where words stand for its date."""
GROUPS_ONLY = "groups-only"
"""A variable of ours: the item has it where its authors are groups, or bear names that are not turned round."""


def prepared(path: Path) -> bytes:
    """Return the style as pandoc should get it."""
    style = _read(path)
    for names in style.iter(f"{CSL}names"):
        if names.find(f"{CSL}label") is not None and names.find(f"{CSL}name") is None:
            names.insert(0, ET.Element(f"{CSL}name"))
    for element in style.iter():
        if element.get("text-case") == "sentence":
            element.set("text-case", "capitalize-first")
        elif element.get("text-case") == "lowercase" and element.get("variable") == "status":
            del element.attrib["text-case"]
    for parent in list(style.iter()):
        for place, child in enumerate(parent):
            if child.tag == f"{CSL}label" and child.get("variable") == "page":
                parent[place] = _unless(child, {"variable": ARTICLE_NUMBER})
            elif child.tag == f"{CSL}date" and _is_rest(child):
                parent[place] = _unless(child, {"variable": IN_PRESS})
    _part_others(style)
    _join_groups(style)
    _name_editors(style)
    _print_once(style)
    if (citation := style.find(f"{CSL}citation")) is not None and style.find(f"{CSL}bibliography") is None:
        style.append(_list_of_notes(citation))
    style.set("class", "in-text")
    return bytes(ET.tostring(style, encoding="utf-8", xml_declaration=True))


def _is_rest(date: ET.Element) -> bool:
    """Tell whether a date is without its year, which stands elsewhere in the reference."""
    parts = {part.get("name") for part in date.iterfind(f"{CSL}date-part")}
    return date.get("variable") == "issued" and date.get("form") is None and bool(parts) and "year" not in parts


def _unless(part: ET.Element, tests: dict[str, str]) -> ET.Element:
    """Return an element that prints a part where none of the tests holds."""
    choose = ET.Element(f"{CSL}choose")
    condition = ET.SubElement(choose, f"{CSL}if", {**tests, "match": "none"})
    condition.append(part)
    choose.tail, part.tail = part.tail, None
    return choose


def _part_others(style: ET.Element) -> None:
    """Have a comma before "et al." in the list of a style that has one behind every name, even behind a single one.

    Only lists of authors that a page cuts short have a single name there; CSL knows them not.
    """
    inverted = [part for part in style.iter() if part.get("name-as-sort-order")]
    bare = any(part.get("initialize-with") == "" for part in style.iter())
    commas = bare or any(part.get("delimiter-precedes-last") == "always" for part in inverted)
    bibliography = style.find(f"{CSL}bibliography")
    if commas and bibliography is not None and not any(part.get("delimiter-precedes-et-al") for part in style.iter()):
        bibliography.set("delimiter-precedes-et-al", "always")


def _join_groups(style: ET.Element) -> None:
    """Have no comma between two authors who are groups."""
    if not any(part.get("delimiter-precedes-last") in {"always", "after-inverted-name"} for part in style.iter()):
        return
    for parent in list(style.iter()):
        for place, names in enumerate(parent):
            if names.tag == f"{CSL}names" and parent.tag != f"{CSL}substitute" and _prints_authors(names):
                parent[place] = _unless(names, {"variable": GROUPS_ONLY})
                other = deepcopy(names)
                if (name := other.find(f"{CSL}name")) is None:
                    other.insert(0, name := ET.Element(f"{CSL}name"))
                name.set("delimiter-precedes-last", "contextual")
                ET.SubElement(parent[place], f"{CSL}else").append(other)


def _prints_authors(names: ET.Element) -> bool:
    return any("author" in part.get("variable", "").split() for part in [names, *names.iterfind(f"{CSL}substitute/{CSL}names")])


def _name_editors(style: ET.Element) -> None:
    """Have a numeric style that does not name the editors of a book without authors put them in the authors' place."""
    citation, authors = style.find(f"{CSL}citation"), style.findall(f".//{CSL}names[@variable='author']")
    numeric = citation is not None and any(part.get("variable") == "citation-number" for part in citation.iter())
    if not numeric or any(names.find(f"{CSL}substitute") is not None for names in authors):
        return
    if "editor" in Reach(ET.tostring(style)).printed({"id": "x", "type": "book", "title": "x", "editor": "x"}):
        return
    for names in authors:
        editors = ET.Element(f"{CSL}names", {"variable": "editor"})
        editors.extend(deepcopy(part) for part in names if part.tag != f"{CSL}label")
        ET.SubElement(editors, f"{CSL}label", {"form": "short", "prefix": " (", "suffix": ")"})
        ET.SubElement(names, f"{CSL}substitute").append(editors)


def _print_once(style: ET.Element) -> None:
    """Have a macro of addresses at the end of each reference keep silent where a branch for the type has called it already."""
    addresses = {
        macro.get("name")
        for macro in style.iter(f"{CSL}macro")
        if any(part.get("variable") in {"DOI", "URL"} for part in macro.iter())
    }
    for layout in style.iterfind(f"{CSL}bibliography/{CSL}layout"):
        branches = [branch for choose in layout.iterfind(f"{CSL}choose") for branch in choose if branch.get("type")]
        for place, child in enumerate(layout):
            name = child.get("macro")
            types = [branch.get("type", "") for branch in branches if any(part.get("macro") == name for part in branch.iter())]
            if name in addresses and types:
                layout[place] = _unless(child, {"type": " ".join(types)})


def _list_of_notes(citation: ET.Element) -> ET.Element:
    notes = deepcopy(citation)
    notes.tag = f"{CSL}bibliography"
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
    if style.tag != f"{CSL}style" or style.find(f"{CSL}citation") is None:
        raise UsageError(f"{path}: this is no CSL style: it has no <style> with a <citation>")
    _check_macros(style, path)
    return style


def _check_macros(style: ET.Element, path: Path) -> None:
    calls = {macro.get("name", ""): _called(macro) for macro in style.iter(f"{CSL}macro")}
    if unknown := _called(style) - calls.keys():
        raise UsageError(f"{path}: this is no CSL style: it has no macro '{min(unknown)}', which it calls")
    try:
        TopologicalSorter(calls).prepare()
    except CycleError as error:
        raise UsageError(f"{path}: this is no CSL style: its macro '{error.args[1][0]}' calls itself") from error


def _called(part: ET.Element) -> set[str]:
    return {name for element in part.iter() if (name := element.get("macro"))}
