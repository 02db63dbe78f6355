"""BibTeX (.bib), through bibtexparser 2: what LaTeX, biber, JabRef, Zotero and pandoc read.

In go entries, out comes UTF-8 text with TeX's own signs escaped; with `ascii` also letters, as far as every reader knows their
escapes. Titles keep the capitals that are decidable (`_capitals`), names their particles (`_bibtex_names`), dates what BibTeX's
year and month cannot say (`_bibtex_dates`); the CSL type that no entry type stands for goes to biblatex's `entrysubtype`. Reading
takes BibTeX and biblatex alike; a block that is no entry comes back with its line and its text.

What surprised us: in pandoc and biber a "von" is dropped in sorting unless `useprefix` is set; a thesis without a stated kind
would print "PhD thesis" unless its `type` says otherwise; styles print `pubstate`, so a work that has appeared has a `status`
instead; styles lower the case even of math, so it stands in braces.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import AddEnclosingMiddleware
from bibtexparser.model import Entry as BibtexEntry
from bibtexparser.model import Field
from bibtexparser.writer import BibtexFormat

from litcli.formats import _bibtex_dates, _bibtex_names
from litcli.formats._base import Failure, Options, Read, Row, Tables
from litcli.formats._bibtex_blocks import RawEntry, parse
from litcli.formats._bibtex_types import FROM_SUBTYPES, GENRES, IN_BOOKS, SUBTYPES
from litcli.formats._bibtex_values import DATES, LISTS, NAMES, Latex, date_text, from_latex, listed, parted, to_latex
from litcli.formats._draft import Draft
from litcli.formats._edtf import edtf
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.latex import decode, encode
from litcli.model.record import Record, day, people, text
from litcli.model.type_codes import BIBTEX, FROM_BIBTEX
from litcli.model.types import ARTICLES, BOOKS

NAME = "bibtex"
LABEL = "BibTeX"
SUFFIXES = (".bib", ".bibtex")

BOTH_WAYS = (
    Row("author", "author"),
    Row("title", "title"),
    Row("title-short", "shorttitle"),
    Row("container-title", "booktitle", IN_BOOKS),
    Row("container-title", "journal"),
    Row("container-title-short", "shortjournal"),
    Row("editor", "editor"),
    Row("translator", "translator"),
    Row("supervisor", "supervisor"),
    Row("issued", "date"),
    Row("volume", "volume"),
    Row("issue", "number", ARTICLES),
    Row("issue", "issue"),
    Row("number", "eid", ARTICLES | IN_BOOKS | BOOKS),
    Row("number", "number"),
    Row("collection-number", "number", IN_BOOKS | BOOKS),
    Row("collection-number", "seriesnumber"),
    Row("page", "pages"),
    Row("number-of-pages", "pagetotal"),
    Row("publisher", "school", frozenset({"thesis"})),
    Row("publisher", "institution", frozenset({"report"})),
    Row("publisher", "publisher"),
    Row("publisher-place", "address"),
    Row("edition", "edition"),
    Row("version", "version"),
    Row("collection-title", "series"),
    Row("event-title", "eventtitle"),
    Row("event-place", "venue"),
    Row("event-date", "eventdate"),
    Row("genre", "type"),
    Row("status", "pubstate"),
    Row("editorial-notice", "editorialnotice"),
    Row("original-title", "origtitle"),
    Row("original-date", "origdate"),
    Row("translated-title", "translatedtitle"),
    Row("DOI", "doi"),
    Row("arXiv", "eprint"),
    Row("PMID", "pmid"),
    Row("PMCID", "pmcid"),
    Row("handle", "handle"),
    Row("ISSN", "issn"),
    Row("ISBN", "isbn"),
    Row("URL", "url"),
    Row("accessed", "urldate"),
    Row("submitted", "submitted"),
    Row("accepted", "accepted"),
    Row("available-date", "availabledate"),
    Row("language", "langid"),
    Row("keyword", "keywords"),
    Row("index-term", "indexterms"),
    Row("mesh", "mesh"),
    Row("abstract", "abstract"),
    Row("translated-abstract", "translatedabstract"),
    Row("note", "note"),
    Row("funding", "funding"),
    Row("license", "copyright"),
    Row("archive", "archive"),
    Row("related", "relations"),
    Row("attachment", "file"),
    Row("extra", "extra"),
)
EXPORT_ONLY = (
    Row("authors-incomplete", "author"),
    Row("editorial-notice", "pubstate"),
    Row("issued", "year"),
    Row("issued", "month"),
    Row("issued", "day"),
    Row("arXiv", "archiveprefix"),
    Row("arXiv", "primaryclass"),
    Row("author", "options"),
)
IMPORT_ONLY = (
    Row("container-title", "journaltitle"),
    Row("container-title", "journal"),
    Row("container-title", "booktitle"),
    Row("publisher", "publisher"),
    Row("publisher", "institution"),
    Row("publisher", "school"),
    Row("publisher", "organization"),
    Row("publisher-place", "location"),
    Row("page", "page"),
    Row("number", "article-number"),
    Row("number", "eid"),
    Row("issue", "issue"),
    Row("keyword", "keyword"),
    Row("note", "annotation"),
    Row("note", "annote"),
    Row("note", "addendum"),
    Row("language", "language"),
    Row("number-of-pages", "numpages"),
    Row("status", "status"),
    Row("license", "rights"),
    Row("PMCID", "pmc"),
)
LEFT_OUT = re.compile(
    r"timestamp|owner|date-(?:added|modified)|(?:creation|modification)date|bdsk-.*|_*markedentry|options|langidopts|"
    r"crossref|xref|xdata|ids|related.*|presort|(?:index|sort|indexsort)(?:title|name|key|year)|sortkey|label"
)
"""Fields of a file that say nothing of the work."""
NO_GENRE = "thesis"
"""The `type` of a thesis that states no kind, so that no kind is printed."""

UNDONE = frozenset({"Retracted", "Withdrawn"})
"""Notices that styles are to print."""

_OPENING = re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

_SUBTITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
_IN_COMPANY = frozenset(
    {"date", "year", "month", "day", "entrysubtype", "archiveprefix", "eprinttype", "groups"} | set(_SUBTITLES.values())
)
"""Fields that are read together with another."""
_EPRINTS = {"arxiv": "arXiv", "pubmed": "PMID", "pmc": "PMCID"}


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a BibTeX file, a blank line between two."""
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    braces = AddEnclosingMiddleware(reuse_previous_enclosing=False, enclose_integers=True, default_enclosing="{")
    for at, entry in enumerate(entries):
        library = Library([_entry(entry, options)])
        yield ("\n" if at else "") + write_string(library, unparse_stack=[braces], bibtex_format=layout)


def likely(head: str) -> float:
    """Tell how likely a file is BibTeX or biblatex: an entry opens somewhere at the beginning of a line."""
    return 0.9 if _OPENING.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what a BibTeX or biblatex file holds; never raises for what stands in it."""
    entries, failures = parse("".join(lines))
    parts: list[Read | Failure] = [*map(_read, entries), *failures]
    yield from sorted(parts, key=lambda part: part.line)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that BibTeX cannot carry; that authors are left out is told by "and others" behind them."""
    told = {"authors-incomplete"} if "author" in entry.record else set()
    return tuple(name for name in _TABLES.lost(entry) if name not in told)


def _entry(entry: Entry, options: Options) -> BibtexEntry:
    record = entry.record
    latex = partial(encode, ascii=options.ascii)
    type_ = text(record, "type") or "document"
    entry_type, subtype = SUBTYPES.get(type_) or (_entry_type(type_, record), None)
    if entry_type == "misc" and "arXiv" in record and type_ == "document":
        subtype = type_
    fields = [Field("entrysubtype", subtype)] if subtype else []
    for name, key in _TABLES.outward(type_).items():
        if name in record:
            fields += _fields(record, name, key, latex)
    if type_ == "thesis" and "genre" not in record:
        fields.append(Field("type", NO_GENRE))
    if entry.tags:
        fields.append(Field("groups", listed(entry.tags, latex)))
    return BibtexEntry(entry_type, entry.citekey, fields)


def _entry_type(type_: str, record: Record) -> str:
    if type_ == "thesis" and re.search(r"\b(?:master|magister|m\.?sc)", text(record, "genre") or "", re.IGNORECASE):
        return "mastersthesis"
    return BIBTEX.get(type_, "misc")


def _fields(record: Record, name: str, key: str, latex: Latex) -> Iterator[Field]:
    """Yield what one field of a record becomes."""
    if name == "issued":
        for part, shown in _bibtex_dates.write(day(record, name) or {}).items():
            yield Field(part, latex(shown) if part == "year" else shown, enclosing="no-enclosing" if part == "month" else None)
    elif name in NAMES:
        others = ["others"] if name == "author" and "authors-incomplete" in record else []
        yield Field(key, " and ".join([_bibtex_names.join(people(record, name), latex), *others]))
        if name == "author" and any("non-dropping-particle" in person for person in people(record, name)):
            yield Field("options", "useprefix=true")
    elif name == "editorial-notice":
        yield Field(key, to_latex(record, name, key, latex))
        if text(record, name) in UNDONE and pending(text(record, "status") or "") is None:
            yield Field("pubstate", to_latex(record, name, key, latex))
    elif name == "status" and pending(text(record, name) or "") is None:
        yield Field(name, to_latex(record, name, name, latex))
    elif name == "genre" and text(record, name) in {GENRES["phdthesis"], GENRES["mastersthesis"]} and record["type"] == "thesis":
        return
    else:
        yield Field(key, to_latex(record, name, key, latex))
        if name == "arXiv":
            yield from _arxiv_company(text(record, name) or "")


def _arxiv_company(number: str) -> Iterator[Field]:
    yield Field("archiveprefix", "arXiv")
    if "/" in number:
        yield Field("primaryclass", number.partition("/")[0])


def _read(raw: RawEntry) -> Read:
    fields = {name: value for name, value in reversed(raw.fields)}  # noqa: C416  the first one of a name counts
    type_ = _type(raw.type, fields)
    draft = Draft(type_)
    if raw.type not in FROM_BIBTEX:
        draft.keep(f"entry type: {raw.type}")
    if (kind := fields.get("entrysubtype")) and (raw.type, kind) not in FROM_SUBTYPES:
        draft.keep(f"entrysubtype: {decode(kind)}")
    _take_issued(draft, fields)
    inward = _TABLES.inward(type_)
    for name, latex in raw.fields:
        if (
            name in _IN_COMPANY
            or LEFT_OUT.fullmatch(name)
            or (name == "pubstate" and fields.get("editorialnotice") == latex)
            or (name == "primaryclass" and fields.get("eprint", "").startswith(latex))
        ):
            continue
        field = _EPRINTS.get(_repository(fields)) if name == "eprint" else inward.get(name)
        _take(draft, field, name, _with_subtitle(name, latex, fields))
    if type_ == "thesis" and "type" not in fields:
        draft.put("genre", GENRES.get(raw.type), "type")
    return Read(raw.key, draft.record(), tuple(parted(fields.get("groups", ""))), raw.line, raw.source)


def _type(entry_type: str, fields: Mapping[str, str]) -> str:
    named = FROM_SUBTYPES.get((entry_type, fields.get("entrysubtype", "")))
    if named is None and entry_type == "misc" and _repository(fields) == "arxiv" and "eprint" in fields:
        return "article"
    return named or FROM_BIBTEX.get(entry_type, "document")


def _repository(fields: Mapping[str, str]) -> str:
    return fields.get("archiveprefix", fields.get("eprinttype", "arXiv")).casefold()


def _take_issued(draft: Draft, fields: Mapping[str, str]) -> None:
    stated = {name: date_text(fields[name]) for name in ("date", "year", "month", "day") if name in fields}
    issued = _bibtex_dates.read(stated)
    draft.put("issued", issued, "date")
    if "month" in stated and issued and not issued.get("season") and len(issued.get("date-parts", [[0, 0]])[0]) == 1:
        draft.keep(f"month: {stated['month']}")


def _take(draft: Draft, field: str | None, name: str, latex: str) -> None:
    """Take one field of a file."""
    shown = decode(latex)
    if field is None:
        if shown:
            draft.keep(f"{name}: {shown}")
    elif field in NAMES:
        names = _bibtex_names.split(latex)
        draft.put(field, names.named, f"{name}: {shown}")
        if names.incomplete and field == "author":
            draft.put("authors-incomplete", "yes", f"{name}: and others")
        elif names.incomplete:
            draft.keep(f"{name}: and others")
    elif field in DATES:
        draft.put(field, edtf(date_text(latex)).to_csl(), f"{name}: {shown}")
    elif field in LISTS:
        draft.put(field, list(dict.fromkeys(parted(latex))), f"{name}: {shown}")
    elif field == "genre" and shown == NO_GENRE:
        return
    else:
        draft.read(field, from_latex(field, latex), name)


def _with_subtitle(name: str, latex: str, fields: Mapping[str, str]) -> str:
    subtitle = fields.get(_SUBTITLES.get(name, ""))
    return f"{latex}: {subtitle}" if subtitle else latex
