"""NBIB (.nbib): MEDLINE's tagged records, as PubMed, KoreaMed and ERIC give them and reference managers take them.

In go entries, out come records as PubMed writes them: PMID first, values wrapped below their tag, a blank line between two records.
Whatever MEDLINE has no tag for stands in GN, its general note, as "Label: value" (`_notes`), our citekey and tags among them. Between
two paragraphs stands U+2029 behind a blank, as in RIS, and for the same reason.

What surprised us: each author stands twice (FAU in full, AU short), groups under CN, an ORCID below the name it belongs to; PG holds
article numbers ("e26494"); a translated title stands in brackets with the work's own under TT; PubMed ends titles with a full stop that
is none of theirs; KW and ISSN are other databases' spellings; whole books have their title under BTI.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from litcli.formats import _names, _notes, _ris_names
from litcli.formats._base import Failure, Options, Read
from litcli.formats._nbib_parts import dated, short, wrapped
from litcli.formats._nbib_reading import is_number, record_of
from litcli.formats._nbib_tables import APART, BOTH_WAYS, CODE, EXPORT_ONLY, IMPORT_ONLY, PEOPLE, REPEATED, TABLES, of_pubmed
from litcli.formats._nbib_types import LANGUAGES, PT
from litcli.formats._tagged import Syntax, opened, parse
from litcli.model.dates import parse_date
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.record import Record, day, people, text, words
from litcli.model.types import ARTICLES, BOOKS

__all__ = ["BETWEEN", "BOTH_WAYS", "EXPORT_ONLY", "IMPORT_ONLY", "LABEL", "NAME", "SUFFIXES", "likely", "lost", "read", "write"]

NAME = "nbib"
LABEL = "NBIB (MEDLINE)"
SUFFIXES = (".nbib", ".medline")
BETWEEN = "\n"

_LOOSE = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}-(?:\s(.*)|)$", re.DOTALL)


def _state(line: str) -> tuple[str, str] | None:
    if line[:1] == " ":
        return None
    found = _LOOSE.match(line)
    return (found[1], found[2] or "") if found else None


_SYNTAX = Syntax(_state, begins=lambda tag, _stated, blank: blank or tag == "PMID")
_OPENING = re.compile(r"^\ufeff?[ \t]*(?:PMID {0,2}- ?\d*|OWN {0,2}- ?ERIC)$", re.MULTILINE)
_MORE = re.compile(r"^[A-Z][A-Z0-9]{1,3} {0,2}- ", re.MULTILINE)
_LINE = re.compile(r"([A-Z]{2,4}): ")
"""The beginning of a line of `extra` that is a tag of MEDLINE's."""


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a file of MEDLINE; always UTF-8."""
    for at, entry in enumerate(entries):
        lines = "".join(wrapped(tag, value) for tag, value in _statements(entry, options))
        yield f"\n{lines}" if at else lines


def likely(head: str) -> float:
    """Tell how likely a file is MEDLINE: a PMID opens a record, and tags follow."""
    return opened(head, _OPENING) if _MORE.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of MEDLINE holds; never raises for what stands in it."""
    for part in parse(lines, _SYNTAX):
        if isinstance(part, Failure):
            yield part
        elif any("".join(value).strip() for _, value in part.statements):
            yield record_of(part)
        else:
            yield Failure(part.line, "the record holds nothing", part.source)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that MEDLINE cannot carry: names that would be read otherwise."""
    return _names.lost(TABLES, entry, _ris_names.through)


_Statements = Iterator[tuple[str, str]]


def _statements(entry: Entry, options: Options) -> _Statements:
    """Yield the tags of an entry, in PubMed's order; what has none stands in notes."""
    record, type_ = entry.record, text(entry.record, "type") or "document"
    outward = TABLES.outward(type_)
    yield "PMID", text(record, "PMID") or ""
    for name, tag in outward.items():
        if name in record and tag not in {"PMID", "GN"}:
            yield from _WRITERS.get(name, _plain)(record, name, options.place(name, tag))
    yield "PT", PT.get(type_, PT["article-journal"])
    if type_ not in PT:
        yield from (("GN", note) for note in _notes.written(record, "type"))
    if type_ in ARTICLES and "page" not in record:
        yield from (("PG", number) for number in words(record, "number"))
    notes, own = _notes.parted(words(record, "extra"), lambda line: _is_free(line, record, type_))
    yield from ((tag, value) for tag, _, value in (line.partition(": ") for line in own))
    place = options.place("tags", "GN")
    yield from ((place, _notes.tagged(tag) if place == "GN" else tag) for tag in entry.tags)
    for name in (name for name, tag in outward.items() if tag == "GN" and name in record and name != "extra"):
        yield from (("GN", note) for note in _notes.written(record, name))
    others = {name: value for name, value in record.items() if name not in PEOPLE.values()}
    yield from (("GN", note) for note in (*_notes.orcids(others), *_notes.written({"extra": notes}, "extra")))
    yield "GN", _notes.keyed(entry.citekey)


def _is_free(line: str, record: Record, type_: str) -> bool:
    """Tell whether a line of `extra` is a tag that is still read as nobody's: it means no field, or one that has its value."""
    found = _LINE.match(line)
    if not found or found[1] in APART - REPEATED:
        return False
    field = TABLES.inward(type_).get(found[1])
    if found[1] == "LID" and is_number(line[found.end() :]):
        return "number" in record
    return found[1] in REPEATED or field is None or (field in record and not BY_NAME[field].many)


def _plain(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, value) for value in words(record, name))


def _titled(record: Record, name: str, tag: str) -> _Statements:
    """Yield the title; a translated one stands in its place, in brackets."""
    title, translated = text(record, "title"), text(record, "translated-title")
    stop = "." if of_pubmed(words(record, "extra")) else ""
    if title and translated:
        yield (tag, f"[{translated}]{stop}") if name == "title" else (tag, f"{title}{stop}")
    elif title:
        yield tag, title if title.endswith(("?", "!")) else f"{title}{stop}"
    else:
        yield from (("GN", note) for note in _notes.written(record, name))
    if name == "title" and text(record, "type") in BOOKS:
        yield "BTI", f"{title}{stop}"


def _named(record: Record, name: str, tag: str) -> _Statements:
    """Yield each name in full, short, and with its ORCID."""
    for person in people(record, name):
        if "literal" in person and name == "author":
            yield "CN", person["literal"]
        else:
            yield tag, _ris_names.write(person)
            yield tag[1:], short(person)
        if "ORCID" in person:
            yield "AUID", f"ORCID: {person['ORCID']}"


def _dated(record: Record, name: str, tag: str) -> _Statements:
    date = day(record, name) or {}
    yield tag, dated(date)
    if parse_date(dated(date)).to_csl() != date:
        yield from (("GN", note) for note in _notes.written(record, name))


def _paged(record: Record, name: str, tag: str) -> _Statements:
    pages = text(record, name) or ""
    yield tag, pages
    if CODE.fullmatch(pages) or pages == record.get("number"):
        yield from (("GN", note) for note in _notes.written(record, name))


def _identified(record: Record, name: str, tag: str) -> _Statements:
    yield from ((one, f"{text(record, name)} [doi]") for one in (tag, "AID"))


def _numbered(record: Record, name: str, tag: str) -> _Statements:
    """Yield the article number, bare, as PubMed has it; one that would be taken for another identifier is a note."""
    number = text(record, name) or ""
    if is_number(number):
        yield tag, number
    else:
        yield from (("GN", note) for note in _notes.written(record, name))


def _worded(record: Record, name: str, tag: str) -> _Statements:
    """Yield the keywords; an asterisk in front of one is MEDLINE's mark for a main topic."""
    yield from ((tag, f"*{word}" if word.startswith("*") else word) for word in words(record, name))


def _spoken(record: Record, name: str, tag: str) -> _Statements:
    language = text(record, name) or ""
    yield tag, LANGUAGES.get(language, language)


_WRITERS: Mapping[str, Callable[[Record, str, str], _Statements]] = {
    "title": _titled,
    "translated-title": _titled,
    "author": _named,
    "editor": _named,
    "issued": _dated,
    "page": _paged,
    "DOI": _identified,
    "number": _numbered,
    "keyword": _worded,
    "language": _spoken,
}
