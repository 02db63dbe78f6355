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

from litcli.formats import _notes, _ris_names
from litcli.formats._base import Failure, Options, Read, Row, Tables
from litcli.formats._draft import Draft
from litcli.formats._names import altered
from litcli.formats._nbib_parts import dated, short, wrapped
from litcli.formats._nbib_types import FROM_PT, LANGUAGES, PT
from litcli.formats._tagged import Raw, Syntax, parse
from litcli.model import identifiers
from litcli.model.dates import parse_date
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, FIELDS
from litcli.model.record import CslName, Record, day, people, text, words
from litcli.model.types import ARTICLES, BOOKS

NAME = "nbib"
LABEL = "NBIB (MEDLINE)"
SUFFIXES = (".nbib", ".medline")

_IN_BOOKS = frozenset({"chapter", "entry-encyclopedia", "entry-dictionary"})

_TAGGED = (
    Row("PMID", "PMID"),
    Row("ISSN", "IS"),
    Row("ISBN", "ISBN"),
    Row("volume", "VI"),
    Row("issue", "IP"),
    Row("issued", "DP"),
    Row("title", "TI"),
    Row("container-title", "BTI", _IN_BOOKS),
    Row("page", "PG"),
    Row("DOI", "LID"),
    Row("abstract", "AB"),
    Row("license", "CI"),
    Row("author", "FAU"),
    Row("editor", "FED"),
    Row("language", "LA"),
    Row("funding", "GR"),
    Row("edition", "EN"),
    Row("publisher", "PB"),
    Row("publisher-place", "PL"),
    Row("container-title-short", "TA"),
    Row("container-title", "JT"),
    Row("collection-title", "CTI"),
    Row("translated-title", "TT"),
    Row("keyword", "OT"),
    Row("mesh", "MH"),
    Row("PMCID", "PMC"),
)
BOTH_WAYS = (
    *_TAGGED,
    *(Row(row.name, "GN") for row in FIELDS if row.name not in {"type", *(tagged.field for tagged in _TAGGED)}),
)
EXPORT_ONLY = (
    Row("title", "BTI", BOOKS),
    Row("author", "AU"),
    Row("editor", "ED"),
    Row("DOI", "AID"),
    Row("number", "PG", ARTICLES),
)
IMPORT_ONLY = (
    Row("author", "CN"),
    Row("title", "BTI", BOOKS),
    Row("DOI", "AID"),
    Row("ISSN", "ISSN"),
    Row("keyword", "KW"),
    Row("translated-abstract", "OAB"),
    Row("available-date", "DEP"),
)

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

_LOOSE = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}-(?:\s(.*)|)$", re.DOTALL)


def _state(line: str) -> tuple[str, str] | None:
    if line[:1] == " ":
        return None
    found = _LOOSE.match(line)
    return (found[1], found[2] or "") if found else None


_SYNTAX = Syntax(_state, begins=lambda tag, _stated, blank: blank or tag == "PMID")
_OPENING = re.compile(r"^\ufeff?\s*(?:PMID {0,2}- ?\d*|OWN {0,2}- ?ERIC)$", re.MULTILINE)
_MORE = re.compile(r"^[A-Z][A-Z0-9]{1,3} {0,2}- ", re.MULTILINE)
_BREAK = " \u2029"
_PUBMED = re.compile(r"OWN: (?:NLM|NASA|PIP|KIE|HSR|HMD)")
"""The line of `extra` of a record that PubMed made."""
_CODE = re.compile(r"[A-Za-z]+\d[\w.]*|\d{5,}")
"""A single page that is an article number."""
_LINE = re.compile(r"([A-Z]{2,4}): ")
"""The beginning of a line of `extra` that is a tag of MEDLINE's."""
_REPEATED = frozenset({"PT", "LID", "AID"})
"""Tags that state several things, so that a further one does no harm."""
_APART = frozenset({"PMID", "PT", "TI", "TT", "BTI", "DP", "PG", "LID", "AID", "GN", "FAU", "AU", "CN", "FED", "ED", "AUID"})
"""Tags that are read together with another, or in their order."""
_PEOPLE = {"FAU": "author", "AU": "author", "CN": "author", "FED": "editor", "ED": "editor"}
_FULL = {"AU": "FAU", "ED": "FED"}
"""The tag before it that says the same name in full."""


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a file of MEDLINE; always UTF-8."""
    for at, entry in enumerate(entries):
        lines = "".join(wrapped(tag, value) for tag, value in _statements(entry, options))
        yield f"\n{lines}" if at else lines


def likely(head: str) -> float:
    """Tell how likely a file is MEDLINE: a PMID opens a record, and tags follow."""
    return 1.0 if _OPENING.search(head) and _MORE.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a file of MEDLINE holds; never raises for what stands in it."""
    for part in parse(lines, _SYNTAX):
        if isinstance(part, Failure):
            yield part
        elif any("".join(value).strip() for _, value in part.statements):
            yield _read(part)
        else:
            yield Failure(part.line, "the record holds nothing", part.source)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that MEDLINE cannot carry: names that would be read otherwise."""
    return (*(name for name in _TABLES.lost(entry) if not name.endswith(".ORCID")), *altered(entry.record, _ris_names.through))


_Statements = Iterator[tuple[str, str]]


def _statements(entry: Entry, options: Options) -> _Statements:
    """Yield the tags of an entry, in PubMed's order; what has none stands in notes."""
    record, type_ = entry.record, text(entry.record, "type") or "document"
    outward = _TABLES.outward(type_)
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
    others = {name: value for name, value in record.items() if name not in _PEOPLE.values()}
    yield from (("GN", note) for note in (*_notes.orcids(others), *_notes.written({"extra": notes}, "extra")))
    yield "GN", _notes.keyed(entry.citekey)


def _is_free(line: str, record: Record, type_: str) -> bool:
    """Tell whether a line of `extra` is a tag that is still read as nobody's: it means no field, or one that has its value."""
    found = _LINE.match(line)
    if not found or found[1] in _APART - _REPEATED:
        return False
    field = _TABLES.inward(type_).get(found[1])
    return found[1] in _REPEATED or field is None or (field in record and not BY_NAME[field].many)


def _plain(record: Record, name: str, tag: str) -> _Statements:
    yield from ((tag, value) for value in words(record, name))


def _titled(record: Record, name: str, tag: str) -> _Statements:
    """Yield the title; a translated one stands in its place, in brackets."""
    title, translated = text(record, "title"), text(record, "translated-title")
    stop = "." if _of_pubmed(words(record, "extra")) else ""
    if title and translated:
        yield (tag, f"[{translated}]{stop}") if name == "title" else (tag, f"{title}{stop}")
    elif title:
        yield tag, title if title.endswith(("?", "!")) else f"{title}{stop}"
    else:
        yield from (("GN", note) for note in _notes.written(record, name))
    if name == "title" and text(record, "type") in BOOKS:
        yield "BTI", f"{title}{stop}"


def _of_pubmed(extra: Iterable[str]) -> bool:
    return any(map(_PUBMED.match, extra))


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
    if _CODE.fullmatch(pages):
        yield from (("GN", note) for note in _notes.written(record, name))


def _identified(record: Record, name: str, tag: str) -> _Statements:
    yield from ((one, f"{text(record, name)} [doi]") for one in (tag, "AID"))


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
    "keyword": _worded,
    "language": _spoken,
}


def _read(raw: Raw) -> Read:
    stated: dict[str, list[str]] = {}
    for tag, lines in raw.statements:
        if value := _joined(lines):
            stated.setdefault(tag, []).append(value)
    kinds = stated.get("PT", [])
    told = next((kind for kind in kinds if kind.casefold() in FROM_PT), None)
    known = FROM_PT[told.casefold()] if told else "article-journal" if {"JT", "TA"} & stated.keys() else "document"
    notes = stated.get("GN", [])
    draft = Draft(_notes.type_of(notes) or known)
    for kind in kinds:
        if kind != told:
            draft.keep(f"PT: {kind}")
    _take_title(draft, stated)
    _take_people(draft, raw)
    _take_place(draft, stated, notes)
    for tag, values in stated.items():
        if tag not in _APART:
            _take(draft, _TABLES.inward(draft.type).get(tag), tag, values)
    _take_identifiers(draft, stated)
    beside = _notes.take(draft, notes, "GN")
    return Read(beside.citekey, draft.record(), beside.tags, raw.line, raw.source)


def _joined(lines: Iterable[str]) -> str:
    whole = " ".join(lines)
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in whole.split("\u2029"))))


def _take(draft: Draft, field: str | None, tag: str, values: list[str]) -> None:
    """Take the values of one tag."""
    match field:
        case None:
            for value in values:
                _take_strange(draft, tag, value)
        case "keyword" | "mesh" | "funding":
            draft.put(field, list(dict.fromkeys(value.removeprefix("*" * (field == "keyword")) for value in values)), tag)
        case "ISSN" | "ISBN":
            _take_standard(draft, field, tag, values)
        case "available-date":
            for value in values:
                draft.put(field, parse_date(_EIGHT.sub(r"\1-\2-\3", value)).to_csl(), f"{tag}: {value}")
        case _:
            for value in values:
                draft.read(field, value, tag)


def _take_strange(draft: Draft, tag: str, value: str) -> None:
    """Take what no field holds; of a publication's history, when it came and was accepted."""
    history = _HISTORY.fullmatch(value) if tag == "PHST" else None
    if history:
        draft.put(_STEPS[history[2]], parse_date(history[1]).to_csl(), f"{tag}: {value}")
    else:
        draft.keep(f"{tag}: {value}")


def _take_standard(draft: Draft, field: str, tag: str, values: list[str]) -> None:
    """Take ISSNs or ISBNs, each once, whatever stands behind them ("(Print)")."""
    read = identifiers.READERS[field]
    found = {value: read(_BEHIND.sub("", value)) for value in values}
    draft.put(field, list(dict.fromkeys(filter(None, found.values()))), tag)
    for value in (value for value, number in found.items() if not number):
        draft.keep(f"{tag}: {value}")


def _take_title(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    pubmed = _of_pubmed(f"OWN: {value}" for value in stated.get("OWN", []))
    titles = [(tag, value.removesuffix(".") if pubmed else value) for tag in ("TI", "TT") for value in stated.get(tag, [])]
    bracketed = re.fullmatch(r"\[(.+)\]", titles[0][1]) if titles and titles[0][0] == "TI" else None
    if bracketed and len(titles) > 1:
        draft.read("title", titles[1][1], "TT")
        draft.read("translated-title", bracketed[1], "TI")
        titles = titles[2:]
    elif bracketed and pubmed:
        draft.read("title", bracketed[1], "TI")
        titles = titles[1:]
    for tag, value in titles:
        draft.read("title", value, tag)
    inward = _TABLES.inward(draft.type)
    for value in stated.get("BTI", []):
        _take(draft, inward.get("BTI"), "BTI", [value.removesuffix(".") if pubmed else value])


def _take_people(draft: Draft, raw: Raw) -> None:
    """Take the names in their order: a short one says again what the full one before it says."""
    found: dict[str, list[CslName]] = {}
    before, last = "", None
    for tag, lines in raw.statements:
        value = _joined(lines)
        orcid = identifiers.orcid(value) if tag == "AUID" else None
        if tag in _PEOPLE and (not before or before != _FULL.get(tag)):
            last = _person(tag, value)
            if last:
                found.setdefault(_PEOPLE[tag], []).append(last)
        elif tag == "AUID" and last is not None and orcid:
            last["ORCID"] = orcid
        elif tag == "AUID" and value:
            draft.keep(f"{tag}: {value}")
        before = tag
    for field, names in found.items():
        draft.put(field, names, field)


def _person(tag: str, value: str) -> CslName | None:
    if tag == "CN":
        return {"literal": value} if value else None
    name = _ris_names.read(value)
    behind = _SUFFIX.fullmatch(name.get("given", "")) if name and "suffix" not in name else None
    return name | {"given": behind[1], "suffix": behind[2]} if name and behind else name


def _take_place(draft: Draft, stated: Mapping[str, list[str]], notes: list[str]) -> None:
    """Take date and pages, unless a note says them whole."""
    for value in stated.get("DP", []):
        exact = _notes.exact_date(notes)
        if exact is None or dated(exact) != value:
            draft.put("issued", parse_date(value).to_csl(), f"DP: {value}")
    for value in stated.get("PG", []):
        if f"Pages: {value}" not in notes and f"{_NUMBER}: {value}" not in notes:
            draft.read("number" if _CODE.fullmatch(value) else "page", value, "PG")


def _take_identifiers(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    """Take PMID and DOI; an identifier of another kind is kept."""
    for value in stated.get("PMID", []):
        draft.read("PMID", value, "PMID")
    for tag in ("LID", "AID"):
        for value in stated.get(tag, []):
            doi = identifiers.doi(value.removesuffix("[doi]").strip())
            if value.endswith("[doi]") and doi:
                draft.put("DOI", doi, f"{tag}: {value}")
            elif value.startswith(("http://", "https://")):
                draft.read("URL", value, tag)
            else:
                draft.keep(f"{tag}: {value}")


_SUFFIX = re.compile(r"(\S.*) (Jr\.?|Sr\.?|2nd|3rd|4th|II|III)")
"""Given names and what stands behind them in MEDLINE, without a comma."""
_EIGHT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_BEHIND = re.compile(r"^E?ISS?N-|^ISBN-|\s*\([^()]*\)$")
_HISTORY = re.compile(r"(\d{4}/\d\d/\d\d)(?: \d\d:\d\d)? \[(received|accepted)\]")
_STEPS = {"received": "submitted", "accepted": "accepted"}
_NUMBER = BY_NAME["number"].label
