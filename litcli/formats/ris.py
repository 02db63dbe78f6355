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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from litcli.formats import _ris_dates, _ris_names, _ris_numbers
from litcli.formats._base import Failure, Options, Read, Row, Tables
from litcli.formats._draft import Draft
from litcli.formats._ris_records import RawRecord, Tags, parse, written
from litcli.formats._ris_types import NUMBERED, SERIAL, WHOLE
from litcli.model import identifiers
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, day, people, text, words
from litcli.model.type_codes import FROM_RIS, RIS, RIS_EXPORT_ONLY
from litcli.model.types import ARTICLES, BOOKS

NAME = "ris"
LABEL = "RIS"
SUFFIXES = (".ris",)

_REPORTS = frozenset({"report"})
_VERSIONED = frozenset({"software", "dataset"})

BOTH_WAYS = (
    Row("author", "AU"),
    Row("editor", "A3", BOOKS),
    Row("editor", "A2"),
    Row("translator", "A4"),
    Row("supervisor", "A3", frozenset({"thesis"})),
    Row("title", "TI"),
    Row("title-short", "ST"),
    Row("original-title", "OP"),
    Row("translated-title", "TT"),
    Row("container-title", "JF", SERIAL),
    Row("container-title", "T2"),
    Row("container-title-short", "J2"),
    Row("collection-title", "T2", SERIAL),
    Row("collection-title", "T3"),
    Row("event-title", "C3"),
    Row("event-place", "C1"),
    Row("issued", "PY"),
    Row("volume", "VL"),
    Row("number", "SN", _REPORTS),
    Row("number", "M1", NUMBERED),
    Row("number", "C7"),
    Row("PMID", "AN"),
    Row("PMCID", "AN"),
    Row("arXiv", "AN"),
    Row("handle", "AN"),
    Row("ISSN", "AN", _REPORTS),
    Row("ISSN", "SN"),
    Row("ISBN", "AN", _REPORTS),
    Row("ISBN", "SN"),
    Row("issue", "IS"),
    Row("collection-number", "M1", BOOKS),
    Row("collection-number", "SV"),
    Row("page", "SE", WHOLE),
    Row("page", "SP"),
    Row("number-of-pages", "SP", WHOLE),
    Row("version", "ET", _VERSIONED),
    Row("edition", "N1", _VERSIONED),
    Row("edition", "ET"),
    Row("publisher", "PB"),
    Row("publisher-place", "CY"),
    Row("genre", "M3"),
    Row("DOI", "DO"),
    Row("URL", "UR"),
    Row("accessed", "Y2"),
    Row("language", "LA"),
    Row("archive", "AV"),
    Row("license", "CR"),
    Row("keyword", "KW"),
    Row("attachment", "L1"),
    Row("abstract", "AB"),
    Row("editorial-notice", "N1"),
    Row("authors-incomplete", "N1"),
    Row("version", "N1"),
    Row("funding", "N1"),
    Row("related", "N1"),
    Row("extra", "N1"),
    Row("note", "N1"),
)
EXPORT_ONLY = (
    Row("container-title", "JO", ARTICLES),
    Row("issued", "DA"),
    Row("page", "EP"),
    Row("number", "SP", ARTICLES),
    Row("PMCID", "C2", ARTICLES),
)
IMPORT_ONLY = (
    Row("author", "A1"),
    Row("editor", "ED"),
    Row("editor", "A2"),
    Row("title", "T1"),
    Row("title", "CT"),
    Row("title", "BT", BOOKS),
    Row("container-title", "JF"),
    Row("container-title", "BT"),
    Row("container-title", "JO"),
    Row("container-title", "J1"),
    Row("container-title-short", "JA"),
    Row("issue", "M1", ARTICLES),  # EndNote's; a long one is an accession number
    Row("number", "C7"),
    Row("PMCID", "C2", ARTICLES),
    Row("abstract", "N2"),
    Row("note", "RN"),
    Row("URL", "LK"),
)
LEFT_OUT = frozenset({"TY", "ID", "LB", "L2", "L3", "L4", "DP", "PY", "Y1", "DA", "SP", "EP", "AN", "SN"})
"""Tags that say nothing of the work, or that are read together with another."""

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

_NAMES = frozenset({"author", "editor", "translator", "supervisor"})
_MARKED = {BY_NAME[row.field].label: row.field for row in BOTH_WAYS if row.key == "N1" and row.field != "note"}
"""Fields without a tag, which are notes that begin with their label ("Funding: ...")."""
_LISTS = {"keyword": r"[;\n]", "attachment": r"\n"}
"""Fields whose every tag holds one or several values, and what parts them."""
_LONGEST_ISSUE = 6
_OPENING = re.compile(r"^\ufeff?\s*TY {1,2}-", re.MULTILINE)


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a RIS file; always UTF-8."""
    del options
    for at, entry in enumerate(entries):
        yield ("\n" if at else "") + written(_tags(entry))


def likely(head: str) -> float:
    """Tell how likely a file is RIS: a TY line opens a record."""
    return 1.0 if _OPENING.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a RIS file holds; never raises for what stands in it."""
    for part in parse(lines):
        yield part if isinstance(part, Failure) else _read(part)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that RIS cannot carry; the type among them where RIS does not tell it from another."""
    type_ = () if entry.record.get("type", "document") in RIS else ("type",)
    return (*type_, *_TABLES.lost(entry))


def _tags(entry: Entry) -> Tags:
    type_ = text(entry.record, "type") or "document"
    tags: Tags = {"TY": [RIS.get(type_) or RIS_EXPORT_ONLY.get(type_, "GEN")]}
    for name, tag in _TABLES.outward(type_).items():
        if name in entry.record:
            for part, value in _WRITERS.get(name, _plain)(entry.record, name, tag):
                tags.setdefault(part, []).append(value)
    for tag, separator in (("AN", "; "), ("SN", ", ")):
        if tag in tags:
            tags[tag] = [separator.join(tags[tag])]
    if type_ == "paper-conference" and "T2" in tags and "C3" in tags:
        tags["T2"], tags["C3"] = tags["C3"], tags["T2"]
    if entry.tags:
        tags["LB"] = list(entry.tags)
    return tags | {"ID": [entry.citekey]}


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
    year, whole = _ris_dates.write(day(record, name) or {})
    if name == "issued":
        yield tag, year
        if whole:
            yield "DA", whole
    else:
        yield tag, whole or year


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


def _marked(record: Record, name: str, tag: str) -> _Parts:
    yield from ((tag, f"{BY_NAME[name].label}: {value}" if tag == "N1" else value) for value in words(record, name))


_WRITERS: Mapping[str, Callable[[Record, str, str], _Parts]] = {
    **dict.fromkeys(_NAMES, _named),
    **dict.fromkeys(("issued", "accessed"), _dated),
    **dict.fromkeys(("PMID", "PMCID", "arXiv", "handle", "ISSN", "ISBN"), _identified),
    **dict.fromkeys(_MARKED.values(), _marked),
    "page": _paged,
}


def _read(raw: RawRecord) -> Read:
    tags = raw.tags
    code = tags["TY"][0].upper()
    type_ = FROM_RIS.get(code, "document")
    draft = Draft(type_)
    if code not in FROM_RIS:
        draft.keep(f"TY: {code}")
    if type_ == "paper-conference" and "T2" in tags and "C3" in tags:
        tags = tags | {"T2": tags["C3"], "C3": tags["T2"]}
    issued = _ris_dates.agreed([*tags.get("PY", []), *tags.get("Y1", [])], tags.get("DA", []))
    draft.put("issued", issued.to_csl() if issued else None, "")
    _take_pages(draft, tags, type_)
    _take_numbers(draft, tags, type_)
    inward = {**_TABLES.inward(type_), **({"AU": "editor"} if code == "EDBOOK" else {})}
    ours = [tag for tag in tags if tag in _TABLES.outward(type_).values()]
    others = [tag for tag in inward if tag in tags and tag not in ours]
    for tag in dict.fromkeys([*ours, *others, *tags]):
        if tag not in LEFT_OUT:
            _take(draft, inward.get(tag), tag, tags[tag])
    return Read(tags.get("ID", [""])[0], draft.record(), tuple(tags.get("LB", [])), raw.line, raw.source)


def _take(draft: Draft, field: str | None, tag: str, values: Sequence[str]) -> None:
    """Take the values of one tag."""
    if field is None:
        for value in values:
            draft.keep(f"{tag}: {value}")
    elif field in _NAMES:
        draft.put(field, [name for value in values if (name := _ris_names.read(value))], f"{tag}: {'; '.join(values)}")
    elif field == "accessed":
        draft.put(field, _ris_dates.read(values[0]).to_csl(), f"{tag}: {values[0]}")
    elif field in _LISTS:
        split = (" ".join(word.split()) for value in values for word in re.split(_LISTS[field], value))
        draft.put(field, list(dict.fromkeys(filter(None, split))), tag)
    elif field == "note":
        _take_notes(draft, values, tag)
    elif field == "abstract":
        draft.read(field, "\n\n".join(values), tag)
    elif tag == "M1" and field == "issue" and len(values[0]) > _LONGEST_ISSUE:
        draft.keep(f"{tag}: {values[0]}")
    elif field == "genre" and identifiers.doi(values[0]):
        draft.read("DOI", values[0], tag)
    else:
        if tag in {"JO", "J1"} and draft.has("container-title") and not draft.has("container-title-short"):
            field = "container-title-short" if draft.text("container-title") != values[0] else field
        for value in values:
            draft.read(field, value, tag)


def _take_notes(draft: Draft, values: Sequence[str], tag: str) -> None:
    """Take notes, and the fields that are written as such."""
    marked: dict[str, list[str]] = {}
    for value in values:
        label, _, rest = value.partition(": ")
        marked.setdefault(_MARKED.get(label, "note"), []).append(rest if label in _MARKED else value)
    for field, stated in marked.items():
        if BY_NAME[field].kind is Kind.WORDS:
            draft.put(field, stated, f"{tag}: {'; '.join(stated)}")
        else:
            draft.read(field, "\n\n".join(stated), tag)


def _take_pages(draft: Draft, tags: Tags, type_: str) -> None:
    first, last = tags.get("SP", [""])[0], tags.get("EP", [""])[0]
    if type_ in WHOLE and first and not last:
        draft.read("number-of-pages", first, "SP")
    elif last or [first] != tags.get("C7"):
        draft.read("page", first if first == last else "-".join(filter(None, (first, last))), "SP")


def _take_numbers(draft: Draft, tags: Tags, type_: str) -> None:
    """Take the identifiers of AN and SN; what is none in a report's SN is the report's number."""
    listed: dict[str, list[str]] = {name: [] for name in _ris_numbers.STANDARD}
    unnamed = []
    for field, value, tag in _ris_numbers.found(tags):
        if field in listed:
            listed[field].append(value)
        elif field:
            draft.put(field, value, f"{field}: {value}")
        elif tag == "SN" and type_ in _REPORTS:
            unnamed.append(value)
        else:
            draft.keep(f"{tag}: {value}")
    draft.read("number", ", ".join(unnamed), "SN")
    for name, values in listed.items():
        draft.put(name, list(dict.fromkeys(values)), name)
