"""MODS (.mods, .xml): the Library of Congress's schema, version 3.7; what catalogues, repositories and bibutils exchange.

In go entries, out comes a `mods` element each, with the genres of several lists (`_mods_types`), names in parts with their roles
(`_mods_names`), and in a `relatedItem` the work that the entry stands in. What MODS has no element for stands in an `extension`, which
the schema leaves to us. Text has no markup in MODS: what looks like it is text.

What surprised us: the title of one record is in up to five elements; what is of the article stands on the host as often as not;
subtitles are cut off by bibutils; the name of a conference without a role is an author to programs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from litcli.formats import _mods_dates, _mods_names, _mods_read, _mods_types, _names
from litcli.formats._base import Failure, Options, Read, Takes
from litcli.formats._mods_read import ROLES, TABLES, TAGS, folded
from litcli.formats._mods_tables import HOST, LEFT_OUT, OWN, PATHS
from litcli.formats._xml_records import is_xml, parse
from litcli.formats._xml_write import Element, ascii_only, uncarried, written
from litcli.model.dates import Date
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS, Kind
from litcli.model.record import Record, day, people, text, words

NAME = "mods"
LABEL = "MODS"
SUFFIXES = (".mods", ".xml")
TAKES = Takes.PIECES
BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = TABLES.both_ways, TABLES.export_only, TABLES.import_only

_HEAD = re.compile(r"loc\.gov/mods|<(?:\w{1,20}:)?modsCollection|<(?:\w{1,20}:)?mods[\s>]")
_OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
"""
_CLOSING = "</modsCollection>\n"
_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_EXTRA = "extension/field[extra]"
_LEAVES = frozenset({"classification", "tableOfContents", "targetAudience"})
_PATH = re.compile(r"[A-Za-z]+(?:\[[^\[\]/@]+\])?(?:/[A-Za-z]+(?:\[[^\[\]/@]+\])?)*")
_RANGE = re.compile(r"([^\s,-]+)-([^\s,-]+)")


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a collection of MODS."""
    yield _OPENING
    for entry in entries:
        text_ = written(_mods(entry, options))
        yield ascii_only(text_) if options.ascii else text_
    yield _CLOSING


def likely(head: str) -> float:
    """Tell how likely a file is MODS: its namespace or the name of its records."""
    return 1.0 if is_xml(head) and _HEAD.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of MODS holds; never raises for what stands in it."""
    for part in parse(lines, "mods"):
        yield part if isinstance(part, Failure) else _mods_read.read(part)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry whole."""
    return tuple(dict.fromkeys((*_names.lost(TABLES, entry, _mods_names.through), *uncarried(entry.record))))


def _mods(entry: Entry, options: Options) -> Element:
    record = entry.record
    type_ = text(record, "type") or "document"
    root = Element("mods", {"version": "3.7"} | ({"ID": entry.citekey} if _ID.fullmatch(entry.citekey) else {}))
    kinds = _mods_types.GENRES.get(type_, _mods_types.Genres())
    root.add("typeOfResource", kinds.resource)
    for authority, genre in (("csl", type_), ("local", kinds.local), ("marcgt", kinds.marc)):
        _put(root, f"genre[{authority}]", genre)
    known = TABLES.inward(type_)
    for name, path in TABLES.outward(type_).items():
        if name in record:
            _WRITERS.get(name, _plain)(root, record, name, path)
    for genre in kinds.host:
        _put(root, f"{HOST}genre[{'bibutilsgt' if genre in _mods_types.OF_BIBUTILS else 'marcgt'}]", genre)
    if type_ == "thesis":
        _put(root, "genre[bibutilsgt]", _mods_types.thesis(text(record, "genre") or ""))
    if type_ == "thesis" and "publisher" in record:
        root.parts.append(_mods_names.written({"literal": text(record, "publisher") or ""}, "dgg"))
    for line in words(record, "extra"):
        if contributor := _mods_names.of_line(line):
            root.parts.append(contributor)
        else:
            _put(root, *_own(line, known))
    for tag in entry.tags:
        _put(root, options.place("tags", TAGS), tag)
    root.add("identifier", entry.citekey, type="citekey")
    return root


def _put(root: Element, path: str, value: str) -> Element | None:
    """Put a text at a path."""
    if not value:
        return None
    element = PATHS.grow(root, path)
    element.parts.append(value)
    if element.name == "field":
        element.attributes["xmlns"] = ""
    return element


def _own(line: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return the path and the text of a line of `extra`: an element of MODS again, or a field of the extension."""
    path, colon, value = line.partition(": ")
    first = re.split(r"[/\[]", path)[0]
    leads = path != first or path in _LEAVES
    own = colon and first in OWN and leads and _PATH.fullmatch(path) and path not in known and path not in LEFT_OUT
    return (path, value) if own and value == folded(value) != "" else (_EXTRA, line)


def _plain(root: Element, record: Record, name: str, path: str) -> None:
    for value in words(record, name):
        _put(root, path, value)


def _named(root: Element, record: Record, name: str, path: str) -> None:
    way, _, role = path.rpartition("name[")
    for person in people(record, name):
        element = _mods_names.written(person, role.rstrip("]"))
        (PATHS.shared(root, way) if way else root).parts.append(element)


def _conference(root: Element, record: Record, name: str, path: str) -> None:
    """Name a conference, with a role, or programs would take it for an author."""
    del path
    element = root.add("name", type="conference")
    element.add("namePart", text(record, name) or "")
    element.add("role").add("roleTerm", "conference", type="text")


def _dated(root: Element, record: Record, name: str, path: str) -> None:
    if path.startswith("extension/"):
        _put(root, path, Date.from_csl(day(record, name) or {}).edtf())
        return
    for stated in _mods_dates.written(day(record, name) or {}):
        if element := _put(root, path, stated.text):
            element.attributes |= stated.attributes


def _paged(root: Element, record: Record, name: str, path: str) -> None:
    pages = text(record, name) or ""
    extent = PATHS.grow(root, path)
    if found := _RANGE.fullmatch(pages):
        extent.add("start", found[1])
        extent.add("end", found[2])
    else:
        extent.add("start" if pages.isalnum() else "list", pages)


def _counted(root: Element, record: Record, name: str, path: str) -> None:
    number = text(record, name) or ""
    _put(root, path, f"{number} p." if number.isdecimal() else number)


def _located(root: Element, record: Record, name: str, path: str) -> None:
    element = _put(root, path, text(record, name) or "")
    if element and (accessed := day(record, "accessed")):
        element.attributes["dateLastAccessed"] = Date.from_csl(accessed).edtf()


def _accessed(root: Element, record: Record, name: str, path: str) -> None:
    if "URL" not in record:
        _dated(root, record, name, path)


_WRITERS: Mapping[str, Callable[[Element, Record, str, str], None]] = {
    **dict.fromkeys(ROLES.values(), _named),
    **{row.name: _dated for row in FIELDS if row.kind is Kind.DATE},
    "event-title": _conference,
    "page": _paged,
    "number-of-pages": _counted,
    "URL": _located,
    "accessed": _accessed,
    "extra": lambda *_: None,
}
