"""RIS (.ris): what Zotero, EndNote, JabRef, Mendeley and the tools of systematic reviews exchange.

In go entries, out come records of one line a value (`_ris_records`), names (`_ris_names`) and dates (`_ris_dates`) as the targets
read them. An article number stands in C7, EndNote's tag for it, and, where there are no pages, in SP too, where publishers put it
and Zotero finds it; never in M1, which Zotero makes an issue. C7 stands before IS, for JabRef takes the last of the two. A report's
number stands in SN, where EndNote and Zotero have it, so that a report's ISSN and ISBN go to AN, with the other identifiers that
have no tag (`_ris_numbers`).

What surprised us: SP is the number of pages in a book; T2 is a book's series, and of a conference paper the proceedings, save
where C3 has them and T2 the conference; M3 may be a DOI; a journal stands in T2, JF, JO or BT; DB is where a reference was found,
not where the work is kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from litcli.formats import _names, _notes, _ris_dates, _ris_names
from litcli.formats._base import Failure, Options, Read
from litcli.formats._ris_reading import NO_KEY, record_of
from litcli.formats._ris_records import Tags, records, written
from litcli.formats._ris_tables import APART, BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY, NOTES, TABLES
from litcli.formats._ris_types import NAMES, REPORTS
from litcli.formats._tagged import no_list, opened
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME
from litcli.model.record import Record, day, people, text, words
from litcli.model.type_codes import RIS, RIS_EXPORT_ONLY
from litcli.model.types import ARTICLES

__all__ = ["BETWEEN", "BOTH_WAYS", "EXPORT_ONLY", "IMPORT_ONLY", "LABEL", "NAME", "SUFFIXES", "likely", "lost", "read", "write"]

NAME = "ris"
LABEL = "RIS"
SUFFIXES = (".ris",)
BETWEEN = "\n"

_OPENING = re.compile(r"^\ufeff?[ \t]*(?:TY|ty) {1,2}-", re.MULTILINE)


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a RIS file; always UTF-8."""
    for at, entry in enumerate(entries):
        yield ("\n" if at else "") + written(_tags(entry, options))


def likely(head: str) -> float:
    """Tell how likely a file is RIS: a TY line opens a record."""
    return opened(head, _OPENING)


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a RIS file holds; never raises for what stands in it."""
    for part in records(lines):
        yield part if isinstance(part, Failure) else record_of(part)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that RIS cannot carry: names that would be read otherwise."""
    return _names.lost(TABLES, entry, _ris_names.through)


def _tags(entry: Entry, options: Options) -> Tags:
    record = entry.record
    type_ = text(record, "type") or "document"
    tags: Tags = {"TY": [RIS.get(type_) or RIS_EXPORT_ONLY.get(type_, "GEN")]}
    for name, tag in TABLES.outward(type_).items():
        if name in record and name != "extra":
            writer = _noted if tag == NOTES else _WRITERS.get(name, _plain)
            for part, value in writer(record, name, options.place(name, tag)):
                tags.setdefault(part, []).append(value)
    for tag, separator in (("AN", "; "), ("SN", ", ")):
        if tag in tags:
            tags[tag] = [separator.join(tags[tag])]
    if type_ == "paper-conference" and "T2" in tags and "C3" in tags:
        tags["T2"], tags["C3"] = tags["C3"], tags["T2"]
    if type_ not in RIS:
        tags.setdefault(NOTES, []).extend(_notes.written(record, "type"))
    if orcids := list(_notes.orcids(record)):
        tags.setdefault(NOTES, []).extend(orcids)
    if "extra" in record:
        _add_extra(tags, record, type_)
    if entry.tags:
        tags.setdefault(options.place("tags", "LB"), []).extend(entry.tags)
    if NO_KEY.fullmatch(entry.citekey):
        tags.setdefault(NOTES, []).append(_notes.keyed(entry.citekey))
    return tags | {"ID": [entry.citekey]}


def _add_extra(tags: Tags, record: Record, type_: str) -> None:
    """Add what no field holds: RIS's own tags as such, anything else as notes."""
    notes, own = _notes.parted(words(record, "extra"), lambda line: _is_free(line, record, type_))
    for line in notes:
        tags.setdefault(NOTES, []).extend(_notes.written({"extra": [line]}, "extra"))
    for line in own:
        tags.setdefault(line[:2], []).append(line[4:])


_LINE = re.compile(r"[A-Z][A-Z0-9]: ")
"""The beginning of a line of `extra` that is a tag of RIS'."""


def _is_free(line: str, record: Record, type_: str) -> bool:
    """Tell whether a line of `extra` is a tag that is still read as nobody's: it means no field, or one that has its value."""
    tag = line[:2]
    if not _LINE.match(line) or tag in {"AN", "SN"}:
        return bool(_LINE.match(line)) and type_ not in REPORTS
    field = TABLES.inward(type_).get(tag)
    return tag not in APART and (field is None or (field in record and not BY_NAME[field].many and field not in _APPENDED))


_APPENDED = frozenset({"abstract", "note"})
"""Fields that all values of a tag become together."""
_Parts = Iterator[tuple[str, str]]


def _plain(record: Record, name: str, tag: str) -> _Parts:
    for value in words(record, name):
        yield tag, value
        if name == "container-title" and text(record, "type") in ARTICLES:
            yield "JO", value
        if name == "number" and text(record, "type") in ARTICLES and "page" not in record:
            yield "SP", value


def _named(record: Record, name: str, tag: str) -> _Parts:
    yield from ((tag, _ris_names.write(person)) for person in people(record, name))


def _dated(record: Record, name: str, tag: str) -> _Parts:
    """Yield the year, and the whole date where there is more; a date that would be read otherwise is a note too."""
    date = day(record, name) or {}
    year, whole = _ris_dates.write(date)
    if name != "issued":
        exact = _ris_dates.read(whole or year).to_csl() == date
        yield from ((tag, whole or year),) if exact else _noted(record, name, NOTES)
        return
    yield tag, year
    if whole:
        yield "DA", whole
    if not _ris_dates.comes_back(date):
        yield from _noted(record, name, NOTES)


def _identified(record: Record, name: str, tag: str) -> _Parts:
    for value in words(record, name):
        yield tag, f"{name}: {value}" if tag == "AN" else value
        if name == "PMCID" and text(record, "type") in ARTICLES:
            yield "C2", value


def _paged(record: Record, name: str, tag: str) -> _Parts:
    pages = text(record, name) or ""
    first, hyphen, last = pages.partition("-")
    if tag == "SP" and first and hyphen and last:
        yield from (("SP", first), ("EP", last))
    else:
        yield tag, pages


def _noted(record: Record, name: str, tag: str) -> _Parts:
    yield from ((tag, note) for note in _notes.written(record, name))


def _worded(record: Record, name: str, tag: str) -> _Parts:
    yield from ((tag, word) for word in no_list(words(record, name)))


_WRITERS: Mapping[str, Callable[[Record, str, str], _Parts]] = {
    **dict.fromkeys(NAMES, _named),
    **dict.fromkeys(("issued", "accessed"), _dated),
    **dict.fromkeys(("PMID", "PMCID", "arXiv", "handle", "ISSN", "ISBN"), _identified),
    "keyword": _worded,
    "page": _paged,
}
