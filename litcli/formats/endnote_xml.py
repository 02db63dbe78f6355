"""EndNote XML (.xml): what EndNote exports and imports whole, and Zotero, Mendeley, Citavi and databases write.

In go entries, out comes a record each, its elements in the order that EndNote's document type asks for. The table follows EndNote's
own templates of reference types: a book's series stands where a journal would, "section" is where the pages of a book stand, and
"number" is an issue, a number in a series or a bill's number. What EndNote has no place for stands in the research notes, a line
"Label: value" each. The citekey is the label, as bibutils has it, and the key, as pandoc has it.

What surprised us: every text may be cut into runs of styles; a line break is "&#xD;" and nothing else; the addresses of a work
stand among "related-urls", for "web-urls" are shown by no field; Mendeley numbers its types wrongly, so that their names count.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from litcli.formats import _endnote_types, _names, _notes, _ris_names, _ris_numbers
from litcli.formats._base import Failure, Options, Read, Tables, Takes
from litcli.formats._draft import Draft
from litcli.formats._endnote_tables import BOTH_WAYS, EXPORT_ONLY, FURTHER, IMPORT_ONLY, LEFT_OUT, NOTES, ORDER
from litcli.formats._ris_types import WHOLE
from litcli.formats._xml_records import BREAK, XmlRecord, is_xml, parse
from litcli.formats._xml_text import attribute, leaves, marked, runs
from litcli.formats._xml_write import Element, Paths, ascii_only, uncarried, written
from litcli.model.dates import Date, parse_date
from litcli.model.edtf import edtf
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, day, people, text, words
from litcli.model.types import ARTICLES
from litcli.pages.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "endnote-xml"
LABEL = "EndNote XML"
SUFFIXES = (".xml",)
TAKES = Takes.PIECES

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)
_PATHS = Paths({"": "no-such-attribute"})
_RANKS = {name: rank for rank, name in enumerate(ORDER)}

_OURS = "litcli"
"""What the key of an entry is told by among those of EndNote's own libraries."""
_TWICE = {"container-title": "periodical/full-title", "container-title-short": "titles/alt-title"}
_SHARED = {"AN": "accession-num", "SN": "isbn", "DB": "remote-database-name", "DP": "remote-database-provider"}
"""Elements that hold several numbers or say of what base they are, by the tags of RIS."""
_RANGE = re.compile(r"\d+ ?[-\u2013] ?\d+")
_PARAGRAPH = "\u2028"
"""What parts paragraphs within one of the research notes, which take a line each."""
_BLANKS = re.compile(r"[^\S\u2028]+")
_FACES = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}
_TAGS = {face: tag for tag, face in _FACES.items()}
_CITEKEY = re.compile(r"(?=\S*[^\W\d_])\S{1,200}")
_HEAD = re.compile(r"<xml>\s*<records>|<record>|<ref-type\s")


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as an EndNote XML file; always UTF-8."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n'
    for number, entry in enumerate(entries, start=1):
        record = written(_record(entry, number, options))
        yield ascii_only(record) if options.ascii else record
    yield "</records>\n</xml>\n"


def likely(head: str) -> float:
    """Tell how likely a file is EndNote XML: its records with their types."""
    if not is_xml(head):
        return 0.0
    return 1.0 if _HEAD.search(head) and "<ref-type" in head else 0.6 if re.search(r"<xml>\s*<records>", head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of EndNote XML holds; never raises for what stands in it."""
    for part in parse(lines, "record"):
        yield part if isinstance(part, Failure) else _read(part)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that the format cannot carry whole."""
    return tuple(dict.fromkeys((*_names.lost(_TABLES, entry, _ris_names.through), *uncarried(entry.record))))


def _record(entry: Entry, number: int, options: Options) -> Element:
    record = entry.record
    type_ = text(record, "type") or "document"
    kind = _endnote_types.outward(type_)
    root = Element("record")
    root.add("rec-number", str(number))
    root.add("foreign-keys").add("key", entry.citekey, **{"app": _OURS, "db-id": _OURS})
    root.add("ref-type", str(kind.number), name=kind.name)
    root.add("label", entry.citekey)
    noted = ["type"] if type_ not in _endnote_types.BOTH_WAYS else []
    for name, path in _outward(record, type_).items():
        if path == NOTES:
            noted.append(name)
        else:
            for place, value in _WRITERS.get(name, _plain)(record, name, path):
                _put(root, place, value)
    for path, joint in (("accession-num", "; "), ("isbn", ", ")):
        if numbers := list(_numbers(record, type_, path)):
            _put(root, path, joint.join(numbers))
    own, others = _divided(words(record, "extra"), type_)
    for path, value in own.items():
        _put(root, path, value)
    notes = [note for name in noted for note in _notes.written(record | {"extra": others}, name)]
    notes += _notes.orcids(record)
    place = options.place("tags", NOTES)
    for tag in entry.tags if place != NOTES else ():
        _put(root, place, tag)
    notes += [_notes.tagged(tag) for tag in entry.tags if place == NOTES]
    if notes:
        _put(root, NOTES, BREAK.join(note.replace("\n\n", _PARAGRAPH) for note in notes))
    root.parts.sort(key=_rank)
    return root


def _outward(record: Record, type_: str) -> Mapping[str, str]:
    """Return where each field of a record goes."""
    paths = {name: path for name, path in _TABLES.outward(type_).items() if name in record}
    if type_ == "paper-conference" and "container-title" in paths and "event-title" in paths:
        paths |= {"container-title": paths["event-title"], "event-title": paths["container-title"]}
    if paths.get("number-of-pages") == "pages" and _RANGE.fullmatch(text(record, "number-of-pages") or ""):
        paths["number-of-pages"] = NOTES
    return paths


def _put(root: Element, path: str, value: str) -> None:
    """Put a text at a path; where a part of it is styled, all of it stands in runs."""
    parts = runs(value, lambda tag: Element("style", _style(_FACES[tag])))
    if len(parts) > 1 or any(isinstance(part, Element) for part in parts):
        parts = [Element("style", _style("normal"), [part]) if isinstance(part, str) else part for part in parts]
    _PATHS.grow(root, path).parts += parts


def _style(face: str) -> dict[str, str]:
    return {"face": face, "font": "default", "size": "100%"}


def _rank(part: Element | str) -> int:
    return _RANKS[part.name] if isinstance(part, Element) else 0


_Parts = Iterator[tuple[str, str]]


def _plain(record: Record, name: str, path: str) -> _Parts:
    article = text(record, "type") in ARTICLES
    for value in words(record, name):
        yield path, value.replace("\n\n", BREAK)
        if article and name in _TWICE:
            yield _TWICE[name], value
        elif article and name == "number" and "page" not in record:
            yield "pages", value


def _noted(record: Record, name: str, path: str) -> _Parts:
    yield from ((path, note.replace("\n\n", BREAK)) for note in _notes.written(record, name))


def _named(record: Record, name: str, path: str) -> _Parts:
    yield from ((path, _ris_names.write(person)) for person in people(record, name))


def _issued(record: Record, name: str, path: str) -> _Parts:
    date = Date.from_csl(day(record, name) or {})
    year = Date((date.parts[0][:1],)).edtf() if date.parts else date.literal or ""
    yield path, year
    if date.edtf() != year:
        yield "dates/pub-dates/date", date.edtf()


def _accessed(record: Record, name: str, path: str) -> _Parts:
    yield path, Date.from_csl(day(record, name) or {}).edtf()


def _elsewhere(record: Record, name: str, path: str) -> _Parts:
    """Say a number that shares its element with others, as far as it stands in another too."""
    del path
    if name == "PMCID" and text(record, "type") in ARTICLES:
        yield "custom2", text(record, name) or ""


_WRITERS: Mapping[str, Callable[[Record, str, str], _Parts]] = {
    **dict.fromkeys(("author", "editor", "translator", "supervisor"), _named),
    **dict.fromkeys(("PMID", "PMCID", "arXiv", "handle", "ISSN", "ISBN", "extra"), _elsewhere),
    "note": _noted,
    "issued": _issued,
    "accessed": _accessed,
}


def _numbers(record: Record, type_: str, path: str) -> Iterator[str]:
    """Yield the numbers that share one element."""
    for name, place in _TABLES.outward(type_).items():
        if place == path and name != "number":
            yield from (f"{name}: {value}" if path == "accession-num" else value for value in words(record, name))


def _divided(extra: Sequence[str], type_: str) -> tuple[dict[str, str], list[str]]:
    """Part the lines of `extra` that are elements of EndNote from all others."""
    known = _TABLES.inward(type_)
    own: dict[str, str] = {}
    others = []
    for line in extra:
        path, colon, value = line.partition(": ")
        free = colon and path in FURTHER and path not in known and path not in own
        if free and value == " ".join(value.split()) != "":
            own[path] = value
        else:
            others.append(line)
    return own, others


def _read(part: XmlRecord) -> Read:
    found: dict[str, list[str]] = {}
    kind, key = ("", ""), ""
    for path, element in leaves(part.element, _PATHS, _styles):
        value = _folded(marked(element, _styles))
        if path == "ref-type":
            kind = attribute(element, "name"), value
        elif path == "foreign-keys/key":
            key = value if attribute(element, "app") == _OURS else key
        elif value:
            found.setdefault(path, []).append(value)
    notes = [value.replace(BREAK, "\n\n") for value in found.get("notes", [])]
    notes += [line.replace(_PARAGRAPH, "\n\n") for value in found.get(NOTES, []) for line in value.split(BREAK)]
    type_ = _notes.type_of(notes) or _endnote_types.inward(*kind)
    draft = Draft(type_ or "document")
    if not type_ and any(kind):
        draft.keep(f"ref-type: {' '.join(filter(None, kind))}")
    _take_fields(draft, _turned(found, type_), _inward(type_ or "document", kind[0]))
    beside = _notes.take(draft, notes, NOTES)
    label = " ".join(found.get("label", []))
    if label != key and not _CITEKEY.fullmatch(label):
        draft.keep(f"label: {label}")
    citekey = key or (label if _CITEKEY.fullmatch(label) else "") or beside.citekey
    return Read(citekey, draft.record(), beside.tags, part.line, part.source)


def _styles(element: "_Element") -> tuple[str, ...] | None:
    if local(element) != "style":
        return None
    return tuple(_TAGS[face] for face in attribute(element, "face").split() if face in _TAGS)


def _folded(value: str) -> str:
    """Fold white space; line breaks that are meant, and blank lines, stay as `BREAK`."""
    lines = (_BLANKS.sub(" ", line).strip() for line in re.split(rf"[{BREAK}]|\n[ \t]*\n", value))
    return BREAK.join(filter(None, lines))


def _turned(found: dict[str, list[str]], type_: str | None) -> dict[str, list[str]]:
    """Give the proceedings of a conference paper the place that they have where there is no name of a conference."""
    event, proceedings = found.get("titles/secondary-title"), found.get("custom3")
    if type_ != "paper-conference" or not event or not proceedings:
        return found
    return found | {"titles/secondary-title": proceedings, "custom3": event}


def _inward(type_: str, name: str) -> Mapping[str, str]:
    """Return the field that each element means; the authors of an "Edited Book" are its editors."""
    return {**_TABLES.inward(type_), **({"contributors/authors/author": "editor"} if name == "Edited Book" else {})}


def _take_fields(draft: Draft, found: Mapping[str, list[str]], inward: Mapping[str, str]) -> None:
    years, dates = found.get("dates/year", []), found.get("dates/pub-dates/date", [])
    draft.put("issued", _agreed(draft, years, dates).to_csl(), "")
    _take_pages(draft, found)
    numbers = {tag: [value.replace(BREAK, "; ") for value in found.get(path, [])] for tag, path in _SHARED.items()}
    _ris_numbers.take(draft, numbers, _SHARED)
    type_ = draft.text("type") or "document"
    ours = [path for path in _TABLES.outward(type_).values() if path in found]
    for path in dict.fromkeys([*ours, *(path for path in inward if path in found), *found]):
        if path not in LEFT_OUT:
            _take(draft, inward.get(path), path, found[path])


def _take(draft: Draft, field: str | None, path: str, values: Sequence[str]) -> None:
    """Take the values of one element."""
    if field is None:
        for value in values:
            draft.keep(f"{path}: {value.replace(BREAK, ' ')}")
    elif BY_NAME[field].kind is Kind.NAMES:
        draft.put(field, [name for value in values if (name := _ris_names.read(value))], f"{path}: {'; '.join(values)}")
    elif BY_NAME[field].kind is Kind.DATE:
        draft.put(field, edtf(values[0]).to_csl(), f"{path}: {values[0]}")
        draft.keep_others(path, values)
    elif BY_NAME[field].kind is Kind.WORDS:
        listed = list(dict.fromkeys(part for value in values for part in value.split(BREAK)))
        draft.put(field, listed, f"{path}: {'; '.join(listed)}")
    elif BY_NAME[field].kind is Kind.PROSE:
        draft.read(field, BREAK.join(values).replace(BREAK, "\n\n"), path)
    else:
        for value in values:
            draft.read(field, value, path)


def _agreed(draft: Draft, years: Sequence[str], dates: Sequence[str]) -> Date:
    """Return the date that year and date state together; a date of another year is kept apart.

    >>> draft = Draft("book")
    >>> _agreed(draft, ["2013"], ["May 1"]).edtf(), _agreed(draft, ["2013"], ["2019-01-01"]).edtf(), draft.record()["extra"]
    ('2013-05-01', '2013', ['dates/pub-dates/date: 2019-01-01'])
    """
    draft.keep_others("dates/year", years)
    draft.keep_others("dates/pub-dates/date", dates)
    by_year = next((edtf(year) for year in years), Date())
    for stated in dates:
        whole = edtf(stated)
        if not whole.parts and by_year.parts:
            whole = parse_date(f"{stated} {years[0]}")
        if whole.parts and by_year.year in {whole.year, None}:
            return whole
        draft.keep(f"dates/pub-dates/date: {stated}")
    return by_year


def _take_pages(draft: Draft, found: Mapping[str, list[str]]) -> None:
    """Take the pages; an article's that only repeat its number are none, a book's are how many there are."""
    for value in found.get("pages", []):
        if draft.text("type") in WHOLE and not _RANGE.fullmatch(value):
            draft.read("number-of-pages", value, "pages")
        elif draft.text("type") not in ARTICLES or [value] != found.get("custom7"):
            draft.read("page", value, "pages")
