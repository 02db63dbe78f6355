"""EndNote tagged (.enw): a sign behind a per cent sign for each field, as EndNote, libraries and publishers' sites give it.

In go entries, out come records that begin with %0, a blank line between two. Whatever EndNote has no field for stands in %Z, its notes,
as "Label: value" (`_notes`), our tags among them; the citekey is the label, %F. Numbers of databases stand in %M and say what they are,
as in RIS (`_ris_numbers`). A group has a comma at its end, which is EndNote's rule.

What surprised us: %B is the series of a book; %8 lacks the year; a blank line may stand between two paragraphs of an abstract, so
that a record ends only before the next %0, unless it has none; some sites write %0 twice.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from litcli.formats import _endnote_types, _names, _notes, _ris_dates, _ris_names
from litcli.formats._base import Failure, Options, Read
from litcli.formats._enw_reading import record_of
from litcli.formats._enw_tables import APART, BOTH_WAYS, DASHED, EXPORT_ONLY, IMPORT_ONLY, TABLES
from litcli.formats._nbib_parts import dated
from litcli.formats._ris_types import NAMES
from litcli.formats._tagged import Statement, Syntax, no_list, one_line, opened, parse
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, day, people, text, words
from litcli.model.types import ARTICLES

__all__ = ["BETWEEN", "BOTH_WAYS", "EXPORT_ONLY", "IMPORT_ONLY", "LABEL", "NAME", "SUFFIXES", "likely", "lost", "read", "write"]

NAME = "enw"
LABEL = "EndNote tagged"
SUFFIXES = (".enw", ".refer")
BETWEEN = "\n"


def _begins(tag: str, stated: Sequence[Statement], blank: bool) -> bool:  # noqa: FBT001  the shape that `Syntax` asks
    if tag == "0":
        return blank or (stated[0][0] == "0" and stated[-1][0] != "0")
    return blank and stated[0][0] != "0"


_LOOSE = re.compile(r"\ufeff?%([A-Z0-9@!$&()*+,<=>?\[\]^~#])(?:[ \t](.*)|)$", re.DOTALL)


def _state(line: str) -> tuple[str, str] | None:
    found = _LOOSE.match(line)
    return (found[1], found[2] or "") if found else None


_SYNTAX = Syntax(_state, _begins)
_OPENING = re.compile(r"^\ufeff?[ \t]*%0 +\S", re.MULTILINE)
_TAGS = re.compile(r"^%[A-Z0-9@] +\S", re.MULTILINE)


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a file of EndNote's tags; always UTF-8."""
    for at, entry in enumerate(entries):
        lines = "".join(f"%{tag} {one_line(value)}\n" for tag, value in _statements(entry, options))
        yield f"\n{lines}" if at else lines


def likely(head: str) -> float:
    """Tell how likely a file is EndNote's: %0 opens a record; without one, several lines have such tags."""
    return opened(head, _OPENING) or (0.7 if len(_TAGS.findall(head[:4000])) > 2 else 0.0)


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of EndNote's tags holds; never raises for what stands in it."""
    for part in parse(lines, _SYNTAX):
        if isinstance(part, Failure):
            yield part
        elif any("".join(value).strip() for tag, value in part.statements if tag != "0"):
            yield record_of(part)
        else:
            yield Failure(part.line, "the record holds nothing", part.source)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that EndNote's tags cannot carry: names that would be read otherwise."""
    return _names.lost(TABLES, entry, _ris_names.through)


_Statements = Iterator[tuple[str, str]]


def _statements(entry: Entry, options: Options) -> _Statements:
    """Yield the tags of an entry; what has none stands in notes."""
    record, type_ = entry.record, text(entry.record, "type") or "document"
    kind = _endnote_types.outward(type_).name
    yield "0", kind
    numbers: dict[str, list[str]] = {}
    for name, tag in TABLES.outward(type_).items():
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
    record, outward = entry.record, TABLES.outward(type_)
    if _endnote_types.inward(kind, "") != type_:
        yield from (("Z", note) for note in _notes.written(record, "type"))
    notes, own = _notes.parted(words(record, "extra"), lambda line: _is_free(line, record, type_))
    yield from ((line[1], line[4:]) for line in own)
    for name in (name for name, tag in outward.items() if tag == "Z" and name in record and name != "extra"):
        yield from ((options.place(name, "Z"), note) for note in _notes.written(record, name))
    yield from (("Z", note) for note in _notes.orcids(record))
    yield from (("Z", note) for note in _notes.written({"extra": notes}, "extra"))
    place = options.place("tags", "Z")
    yield from ((place, _notes.tagged(tag) if place == "Z" else tag) for tag in entry.tags)


_JOINED = {"M": "; ", "@": ", "}
"""Tags that hold several numbers, and what parts them."""


def _is_free(line: str, record: Record, type_: str) -> bool:
    """Tell whether a line of `extra` is a tag that is still read as nobody's: it means no field, or one that has its value."""
    if line[:1] != "%" or line[2:4] != ": " or _state(line[:2]) is None or line[1] in APART:
        return False
    field = TABLES.inward(type_).get(line[1])
    return field is None or (field in record and not BY_NAME[field].many and BY_NAME[field].kind is not Kind.PROSE)


def _plain(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, value) for value in words(record, name))
    if name == "number" and text(record, "type") in ARTICLES and "page" not in record:
        yield "P", text(record, name) or ""


def _worded(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, word) for word in no_list(words(record, name)))


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
    if DASHED.search(text(record, name) or ""):
        yield from (("Z", note) for note in _notes.written(record, name))
    else:
        yield from _plain(record, name, tag)


_WRITERS: Mapping[str, Callable[[Record, str, str], _Statements]] = {
    **dict.fromkeys(NAMES, _named),
    **dict.fromkeys(("PMID", "PMCID", "arXiv", "handle", "ISSN", "ISBN"), _identified),
    "keyword": _worded,
    "issued": _dated,
    "accessed": _accessed,
    "number-of-pages": _counted,
}
