"""EndNote tagged (.enw): a sign behind a per cent sign for each field, as EndNote, libraries and publishers' sites give it.

In go entries, out come records that begin with %0, a blank line between two. Whatever EndNote has no field for stands in %Z, its notes,
as "Label: value" (`_notes`), our tags among them; the citekey is the label, %F. Numbers of databases stand in %M and say what they are,
as in RIS (`_ris_numbers`). A group has a comma at its end, which is EndNote's rule.

What surprised us: %B is the series of a book; %8 lacks the year; a blank line may stand between two paragraphs of an abstract, so
that a record ends only before the next %0, unless it has none; some sites write %0 twice.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from litcli.formats import _endnote_types, _notes, _ris_dates, _ris_names, _ris_numbers
from litcli.formats._base import Failure, Options, Read, Row, Tables
from litcli.formats._draft import Draft
from litcli.formats._edtf import edtf
from litcli.formats._names import altered
from litcli.formats._nbib_parts import dated
from litcli.formats._ris_types import NUMBERED, SERIAL, WHOLE
from litcli.formats._tagged import Raw, Statement, Syntax, joined, one_line, parse, prose
from litcli.model.entry import Entry
from litcli.model.fields import FIELDS
from litcli.model.record import Record, day, people, text, words
from litcli.model.types import ARTICLES

NAME = "enw"
LABEL = "EndNote tagged"
SUFFIXES = (".enw", ".refer")

_REPORTS = frozenset({"report"})
_VERSIONED = frozenset({"software", "dataset"})
_WITH_NUMBER = NUMBERED | _REPORTS

_TAGGED = (
    Row("author", "A"),
    Row("editor", "E"),
    Row("translator", "?"),
    Row("supervisor", "Y", frozenset({"thesis"})),
    Row("title", "T"),
    Row("title-short", "!"),
    Row("translated-title", "Q"),
    Row("container-title", "J", ARTICLES | SERIAL),
    Row("container-title", "B"),
    Row("collection-title", "B", SERIAL),
    Row("collection-title", "S"),
    Row("issued", "D"),
    Row("volume", "V"),
    Row("number", "@", _REPORTS),
    Row("number", "N", NUMBERED),
    Row("number", "]"),
    Row("issue", "Z", _WITH_NUMBER),
    Row("issue", "N"),
    Row("page", "&", WHOLE),
    Row("page", "P"),
    Row("number-of-pages", "P", WHOLE),
    Row("number-of-pages", "Z"),
    Row("version", "7", _VERSIONED),
    Row("edition", "Z", _VERSIONED),
    Row("edition", "7"),
    Row("publisher", "I"),
    Row("publisher-place", "C"),
    Row("genre", "9"),
    Row("PMID", "M"),
    Row("PMCID", "M"),
    Row("arXiv", "M"),
    Row("handle", "M"),
    Row("ISSN", "M", _REPORTS),
    Row("ISSN", "@"),
    Row("ISBN", "M", _REPORTS),
    Row("ISBN", "@"),
    Row("DOI", "R"),
    Row("URL", "U"),
    Row("accessed", "["),
    Row("language", "G"),
    Row("keyword", "K"),
    Row("abstract", "X"),
    Row("attachment", ">"),
)
BOTH_WAYS = (
    *_TAGGED,
    *(Row(row.name, "Z") for row in FIELDS if row.name != "type" and all(row.name != one.field or one.types for one in _TAGGED)),
)
EXPORT_ONLY = (
    Row("issued", "8"),
    Row("number", "P", ARTICLES),
    Row("PMCID", "2", ARTICLES),
)
IMPORT_ONLY = (
    Row("container-title", "J"),
    Row("container-title", "B"),
    Row("PMCID", "2", ARTICLES),
    Row("translator", "Y"),
    Row("note", "O"),
)

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)


def _begins(tag: str, stated: Sequence[Statement], blank: bool) -> bool:  # noqa: FBT001  the shape that `Syntax` asks
    if tag == "0":
        return blank or (stated[0][0] == "0" and stated[-1][0] != "0")
    return blank and stated[0][0] != "0"


_LOOSE = re.compile(r"\ufeff?%([A-Z0-9@!$&()*+,<=>?\[\]^~#])(?:[ \t](.*)|)$", re.DOTALL)


def _state(line: str) -> tuple[str, str] | None:
    found = _LOOSE.match(line)
    return (found[1], found[2] or "") if found else None


_SYNTAX = Syntax(_state, _begins)
_OPENING = re.compile(r"^\ufeff?\s*%0 +\S", re.MULTILINE)
_TAGS = re.compile(r"^%[A-Z0-9@] +\S", re.MULTILINE)
_NAMES = frozenset({"author", "editor", "translator", "supervisor"})
_PROSE = frozenset("XZO")
_NUMBERS = {"M": "AN", "@": "SN", "~": "DB", "W": "DP"}
"""What RIS calls the tags of numbers and of the database that gave them."""
_APART = frozenset("0D8PM@Z")
"""Tags that are read together with another."""
_DASHED = re.compile(r"\d\s?[-–]\s?\w")


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a file of EndNote's tags; always UTF-8."""
    for at, entry in enumerate(entries):
        lines = "".join(f"%{tag} {one_line(value)}\n" for tag, value in _statements(entry, options))
        yield f"\n{lines}" if at else lines


def likely(head: str) -> float:
    """Tell how likely a file is EndNote's: %0 opens a record; without one, several lines have such tags."""
    if _OPENING.search(head):
        return 1.0
    return 0.7 if len(_TAGS.findall(head[:4000])) > 2 else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of EndNote's tags holds; never raises for what stands in it."""
    for part in parse(lines, _SYNTAX):
        if isinstance(part, Failure):
            yield part
        elif any("".join(value).strip() for tag, value in part.statements if tag != "0"):
            yield _read(part)
        else:
            yield Failure(part.line, "the record holds nothing", part.source)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that EndNote's tags cannot carry: names that would be read otherwise."""
    return (*(name for name in _TABLES.lost(entry) if not name.endswith(".ORCID")), *altered(entry.record, _ris_names.through))


_Statements = Iterator[tuple[str, str]]


def _statements(entry: Entry, options: Options) -> _Statements:
    """Yield the tags of an entry; what has none stands in notes."""
    record, type_ = entry.record, text(entry.record, "type") or "document"
    kind = _endnote_types.outward(type_).name
    yield "0", kind
    numbers: dict[str, list[str]] = {}
    for name, tag in _TABLES.outward(type_).items():
        if name not in record or tag == "Z":
            continue
        for place, value in _WRITERS.get(name, _plain)(record, name, options.place(name, tag)):
            if place in _JOINED:
                numbers.setdefault(place, []).append(value)
            else:
                yield place, value
    yield from ((tag, _JOINED[tag].join(values)) for tag, values in numbers.items())
    yield "F", entry.citekey
    yield from _beside(entry, kind, type_, options)


def _beside(entry: Entry, kind: str, type_: str, options: Options) -> _Statements:
    """Yield what stands in notes, and the tags of other programs."""
    record, outward = entry.record, _TABLES.outward(type_)
    if _endnote_types.inward(kind, "") != type_:
        yield from (("Z", note) for note in _notes.written(record, "type"))
    notes, own = _notes.parted(words(record, "extra"), lambda line: _is_free(line, type_))
    yield from ((line[1], line[4:]) for line in own)
    for name in (name for name, tag in outward.items() if tag == "Z" and name in record and name != "extra"):
        yield from ((options.place(name, "Z"), note) for note in _notes.written(record, name))
    yield from (("Z", note) for note in _notes.orcids(record))
    yield from (("Z", note) for note in _notes.written({"extra": notes}, "extra"))
    place = options.place("tags", "Z")
    yield from ((place, _notes.tagged(tag) if place == "Z" else tag) for tag in entry.tags)


_JOINED = {"M": "; ", "@": ", "}
"""Tags that hold several numbers, and what parts them."""


def _is_free(line: str, type_: str) -> bool:
    """Tell whether a line of `extra` is a tag that is still read as nobody's."""
    tagged = line[:1] == "%" and line[2:4] == ": " and _state(line[:2]) is not None
    return tagged and line[1] not in {*_TABLES.inward(type_), *_APART, "F"}


def _plain(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, value) for value in words(record, name))
    if name == "number" and text(record, "type") in ARTICLES and "page" not in record:
        yield "P", text(record, name) or ""


def _worded(record: Record, name: str, tag: str) -> _Statements:
    """Yield the keywords; a single one with a semicolon twice, for a lone %K is a list."""
    found = words(record, name)
    yield from ((tag, word) for word in (found * 2 if len(found) == 1 and ";" in found[0] else found))


def _named(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, _ris_names.write(person)) for person in people(record, name))


def _dated(record: Record, name: str, tag: str) -> _Statements:
    """Yield the year, and in %8 the rest, which lacks the year where there is but one."""
    date = day(record, name) or {}
    whole, parts = dated(date), date.get("date-parts", [])
    year = f"{parts[0][0]:04d}" if parts else whole
    alone = all(part[0] == parts[0][0] for part in parts)
    rest = whole.removeprefix(year).strip() if alone else whole
    yield tag, year
    if rest:
        yield "8", rest
    found = _ris_dates.agreed([year], [rest] if rest else [])
    if found is None or found.to_csl() != date:
        yield from (("Z", note) for note in _notes.written(record, name))


def _accessed(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, note.partition(": ")[2]) for note in _notes.written(record, name))


def _identified(record: Record, name: str, tag: str) -> _Statements:
    for value in words(record, name):
        yield tag, f"{name}: {value}" if tag == "M" else value
        if name == "PMCID" and text(record, "type") in ARTICLES:
            yield "2", value


def _counted(record: Record, name: str, tag: str) -> _Statements:
    """Yield the number of pages; one that looks like a range is a note."""
    if _DASHED.search(text(record, name) or ""):
        yield from (("Z", note) for note in _notes.written(record, name))
    else:
        yield from _plain(record, name, tag)


_WRITERS: Mapping[str, Callable[[Record, str, str], _Statements]] = {
    **dict.fromkeys(_NAMES, _named),
    **dict.fromkeys(("PMID", "PMCID", "arXiv", "handle", "ISSN", "ISBN"), _identified),
    "keyword": _worded,
    "issued": _dated,
    "accessed": _accessed,
    "number-of-pages": _counted,
}


def _read(raw: Raw) -> Read:
    widest = raw.widest
    stated: dict[str, list[str]] = {}
    for tag, lines in raw.statements:
        value = prose(lines, widest) if tag in _PROSE else "\n".join(map(str.strip, lines)) if tag in "K>" else joined(lines)
        if value:
            stated.setdefault(tag, []).append(value)
    kinds, notes = stated.get("0", []), stated.get("Z", [])
    told = next((kind for kind in kinds if _endnote_types.inward(kind, "")), "")
    draft = Draft(_notes.type_of(notes) or _endnote_types.inward(told, "") or "document")
    for kind in kinds:
        if kind != told:
            draft.keep(f"%0: {kind}")
    _take_date(draft, stated, notes)
    _take_pages(draft, stated)
    _take_numbers(draft, stated)
    inward = {**_TABLES.inward(draft.type), **({"A": "editor"} if told == "Edited Book" else {})}
    for tag, values in stated.items():
        if tag not in _APART and tag != "F":
            _take(draft, inward.get(tag), tag, values)
    beside = _notes.take(draft, notes, "%Z")
    key, *others = stated.get("F", [beside.citekey])
    return Read(key, draft.record(), beside.tags, raw.line, raw.source, tuple(others))


def _take(draft: Draft, field: str | None, tag: str, values: Sequence[str]) -> None:
    """Take the values of one tag."""
    source = f"%{tag}: {'; '.join(values)}"
    if field is None:
        for value in values:
            draft.keep(f"%{tag}: {value}")
    elif field in _NAMES:
        draft.put(field, [name for value in values if (name := _ris_names.read(value))], source)
    elif field in {"keyword", "attachment"}:
        parted = r"[;\n]" if field == "keyword" and len(values) == 1 else r"\n"
        split = (" ".join(word.split()) for value in values for word in re.split(parted, value))
        draft.put(field, list(dict.fromkeys(filter(None, split))), source)
    elif field == "accessed":
        draft.put(field, edtf(values[0]).to_csl(), source)
    elif field == "note":
        _notes.take(draft, values, f"%{tag}")
    else:
        for value in values:
            draft.read(field, value, f"%{tag}")


def _take_date(draft: Draft, stated: Mapping[str, list[str]], notes: Sequence[str]) -> None:
    """Take the date that year and day state together, unless a note says it whole; what does not fit is kept."""
    years, days = stated.get("D", []), stated.get("8", [])
    exact = _notes.exact_date(notes)
    found = _ris_dates.agreed(years, days)
    if exact is not None and dated(exact).startswith(tuple(years) or "?"):
        return
    draft.put("issued", found.to_csl() if found else None, "")
    if found == _ris_dates.agreed(years, []):
        for value in days:
            draft.keep(f"%8: {value}")


def _take_pages(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    for value in stated.get("P", []):
        if draft.type in WHOLE and not _DASHED.search(value):
            draft.read("number-of-pages", value, "%P")
        elif [value] != stated.get("]"):
            draft.read("page", value, "%P")


def _take_numbers(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    """Take the identifiers of %M and %@; what is none in a report's %@ is the report's number."""
    named = {ris: tag for tag, ris in _NUMBERS.items()}
    listed: dict[str, list[str]] = {}
    for field, value, ris in _ris_numbers.found({ris: stated.get(tag, []) for tag, ris in _NUMBERS.items()}):
        if field:
            listed.setdefault(field, []).append(value)
        elif ris == "SN" and draft.type in _REPORTS:
            draft.read("number", value, "%@")
        else:
            draft.keep(f"%{named[ris]}: {value}")
    for field, values in listed.items():
        many = field in _ris_numbers.STANDARD
        draft.put(field, list(dict.fromkeys(values)) if many else values[0], f"%M: {'; '.join(values)}")
