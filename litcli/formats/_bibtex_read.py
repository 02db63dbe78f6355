"""Entries of a BibTeX or BibLaTeX file as records: one reader for both dialects, for people mix them.

In go the entries as they stand in the file (`_bibtex_blocks`), out come records with what no field holds in `extra`. Where several
fields say one thing, the more exact one counts and the other is kept. What surprised us: Mendeley writes a title in double braces
and its own tags beside the keywords; Zotero's exports have lines "PMID: 1" in the note; JabRef keeps its groups in a comment at the
end; EndNote says "Journal Article" in the `type` of every entry.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import unquote

from litcli.errors import BadValue
from litcli.formats import _bibtex_dates, _bibtex_files, _bibtex_names, _jabref, _notes
from litcli.formats._base import Failure, Read
from litcli.formats._bibtex_blocks import RawEntry, parts, shared
from litcli.formats._bibtex_scan import blocks
from litcli.formats._bibtex_tables import BIBTEX, SECOND
from litcli.formats._bibtex_types import ALSO_BIBLATEX, FROM_TYPES, GENRES, REPEATED, VARIANTS
from litcli.formats._bibtex_values import DATES, LISTS, NAMES, address, date_text, from_latex, parted
from litcli.formats._bibtex_write import NO_GENRE, ORCIDS, PREFIXED
from litcli.formats._draft import Draft
from litcli.model.identifiers import doi
from litcli.model.latex import decode
from litcli.model.record import Value
from litcli.model.values import parse_value

Latex = Mapping[str, str]
"""The first field of each name, as LaTeX."""


def read(text: str) -> Iterator[Read | Failure]:
    """Yield what a file holds, in its order."""
    by = shared(partial(blocks, text))
    groups = _jabref.groups(by.comments)
    for part in parts(blocks(text), by):
        yield part if isinstance(part, Failure) else entry(part, groups)


def entry(raw: RawEntry, groups: _jabref.Groups) -> Read:
    """Return the record of an entry."""
    fields = dict(reversed(raw.fields))
    type_ = _type(raw.type, fields)
    draft = Draft(type_)
    _take_type(draft, raw.type, fields)
    _take_issued(draft, fields)
    inward = BIBTEX.inward(type_)
    ordered = raw.fields if SECOND.isdisjoint(fields) else sorted(raw.fields, key=lambda field: field[0] in SECOND)
    for name, latex in ordered:
        if taker := _TAKERS.get(name):
            taker(draft, name, latex, fields)
        elif name not in _IN_COMPANY:
            _take(draft, inward.get(name), name, latex, fields)
        elif name not in _GATHERED and latex != fields[name]:
            draft.keep(f"{name}: {decode(latex)}")
    if "options" in fields:
        _take_options(draft, fields["options"])
    if type_ == "thesis" and "type" not in fields:
        draft.put("genre", GENRES.get(raw.type), "type")
    beside = _take_zotero(draft, fields.get("note", ""))
    tags = (*map(groups.path, _gathered(raw, _TAGS)), *groups.of(raw.key), *beside.tags)
    aliases = (*_gathered(raw, ("ids",)), beside.citekey)
    return Read(
        raw.key,
        draft.record(),
        tuple(dict.fromkeys(tags)),
        raw.line,
        raw.source,
        tuple(dict.fromkeys(alias for alias in aliases if alias and alias != raw.key)),
    )


_SUBTITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
_ARCHIVES = ("archiveprefix", "eprinttype")
_TAGS = ("groups", "mendeley-tags", "mendeley-groups")
_IN_COMPANY = frozenset({*_bibtex_dates.FIELDS, *(f"{name}{ORCIDS}" for name in NAMES), "entrysubtype", "ids", "options", *_TAGS})
"""Fields that are read together with another."""
_GATHERED = frozenset({"ids", *_TAGS})
"""Of these all of a name are read together."""
_EPRINTS = {"arxiv": "arXiv", "pubmed": "PMID", "pmid": "PMID", "pmc": "PMCID", "hdl": "handle"}


def _gathered(raw: RawEntry, names: Sequence[str]) -> list[str]:
    return [word for wanted in names for name, latex in raw.fields if name == wanted for word in parted(latex)]


def _take_zotero(draft: Draft, latex: str) -> _notes.Beside:
    """Take a note that is Zotero's "Extra": lines of fields that it has no other place for."""
    if not _NOTED.search(latex):
        return _notes.Beside()
    return _notes.take(draft, ["\n".join(filter(None, map(decode, latex.split("\n"))))], "note")


_NOTED = re.compile(
    r"^(?:citation[ -]key|citekey|publisher|pmid|pmcid|doi|arxiv|issn|isbn|original[ -]date|event[ -]place) ?:",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of Zotero's "Extra", which it writes into `note`."""


def _type(entry_type: str, fields: Latex) -> str:
    subtype = decode(fields["entrysubtype"]) if "entrysubtype" in fields else ""
    if not subtype and entry_type in {"misc", "online"} and "eprint" in fields and _repository(fields) == "arxiv":
        return "article"
    return FROM_TYPES.get((entry_type, subtype)) or FROM_TYPES.get((entry_type, ""), "document")


def _take_type(draft: Draft, entry_type: str, fields: Latex) -> None:
    if (entry_type, "") not in FROM_TYPES or entry_type in ALSO_BIBLATEX:
        draft.keep(f"entry type: {entry_type}")
    subtype = decode(fields["entrysubtype"]) if "entrysubtype" in fields else ""
    if subtype and (entry_type, subtype) not in FROM_TYPES:
        draft.keep(f"entrysubtype: {subtype}")


def _repository(fields: Latex) -> str:
    return fields.get("archiveprefix", fields.get("eprinttype", "arXiv")).strip().casefold()


def _take_issued(draft: Draft, fields: Latex) -> None:
    """Take the date of issue; a month that is none, or stands alone, is kept, and what says otherwise beside a `date`."""
    stated = {name: date_text(fields[name]) for name in _bibtex_dates.FIELDS if name in fields}
    issued = _bibtex_dates.read(stated)
    if issued:
        draft.put("issued", issued, "date")
    for name in _bibtex_dates.otherwise(stated, issued):
        draft.keep(f"{name}: {stated[name]}")
    within = bool(issued and (issued.get("season") or len(issued.get("date-parts", [[0, 0]])[0]) > 1))
    if stated.get("month") and not within and "date" not in stated:
        draft.keep(f"month: {stated['month']}")


def _take(draft: Draft, field: str | None, name: str, latex: str, fields: Latex) -> None:
    """Take one field of a file by what its name means."""
    if field is None:
        if shown := decode(latex):
            draft.keep(f"{name}: {shown}")
    elif taker := _BY_FIELD.get(field):
        taker(draft, field, name, latex, fields)
    elif subtitle := fields.get(_SUBTITLES.get(name, "")):
        draft.read(field, _joined(from_latex(field, latex), decode(subtitle)), name)
    else:
        draft.read(field, from_latex(field, latex), name)


def _joined(title: str, subtitle: str) -> str:
    return f"{title} {subtitle}" if title.endswith(("?", "!", ":")) else f"{title}: {subtitle}"


def _take_date(draft: Draft, field: str, name: str, latex: str, fields: Latex) -> None:
    del fields
    _put(draft, field, _bibtex_dates.from_edtf(date_text(latex)).to_csl(), name, latex)


def _take_list(draft: Draft, field: str, name: str, latex: str, fields: Latex) -> None:
    del fields
    _put(draft, field, list(dict.fromkeys(parted(latex))), name, latex)


def _take_files(draft: Draft, field: str, name: str, latex: str, fields: Latex) -> None:
    del fields
    draft.put(field, _bibtex_files.split(latex), f"{name}: {latex}")


def _take_extra(draft: Draft, field: str, name: str, latex: str, fields: Latex) -> None:
    del field, name, fields
    for line in parted(latex):
        draft.keep(line)


def _put(draft: Draft, field: str, value: Value, name: str, latex: str) -> None:
    """Take a value; the text of the whole field is only put together where the record has another value."""
    draft.put(field, value, f"{name}: {decode(latex)}" if draft.has(field) else name)


def _take_names(draft: Draft, field: str, name: str, latex: str, fields: Latex) -> None:
    names = _bibtex_names.split(latex)
    for at, orcid in _ORCID.findall(fields.get(f"{name}{ORCIDS}", "")):
        if int(at) <= len(names.named):
            names.named[int(at) - 1]["ORCID"] = orcid
    _put(draft, field, names.named, name, latex)
    if names.incomplete and field == "author":
        draft.put("authors-incomplete", "yes", f"{name}: and others")
    elif names.incomplete:
        draft.keep(f"{name}: and others")


_ORCID = re.compile(r'(\d{1,4})\s*=\s*"?([0-9X-]+)')


def _take_eprint(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take a number of arXiv or PubMed; another archive's is kept with its name."""
    field = _EPRINTS.get(_repository(fields))
    if field:
        draft.read(field, address(latex), name)
    else:
        draft.keep(f"{name}: {address(latex)}")
    if not field or not draft.has(field):
        for kind in _ARCHIVES:
            if kind in fields:
                draft.keep(f"{kind}: {decode(fields[kind])}")


def _take_subject(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    if not fields.get("eprint", "").startswith(latex):
        draft.keep(f"{name}: {decode(latex)}")


def _take_state(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    if fields.get("editorialnotice") != latex:
        draft.read("status", from_latex("status", latex), name)


def _take_kind(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take the kind of work, unless it says no more than the type of the entry."""
    del fields
    shown = from_latex("genre", latex)
    if shown not in {NO_GENRE, REPEATED.get(draft.text("type") or "")}:
        draft.read("genre", shown, name)


def _take_options(draft: Draft, latex: str) -> None:
    """Keep BibLaTeX's options, but for the one that we write; last of all, for where they stand says nothing."""
    kept = [option for option in parted(latex) if re.sub(r"\s", "", option) not in {PREFIXED, PREFIXED.partition("=")[0]}]
    if kept:
        draft.keep(f"options: {', '.join(kept)}")


def _take_note(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take a note, unless it is Zotero's "Extra", which is read when all else is."""
    if not _NOTED.search(latex):
        _take(draft, "note", name, latex, fields)


def _take_archive(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Keep the name of an archive that goes with no number."""
    if "eprint" not in fields:
        draft.keep(f"{name}: {decode(latex)}")


def _take_language(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take a language, with the variant that `langidopts` states."""
    variant = _variant(fields)
    if variant:
        draft.put("language", variant, f"{name}: {latex}")
    else:
        draft.read("language", from_latex("language", latex), name)


def _take_variant(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    if not _variant(fields):
        draft.keep(f"{name}: {decode(latex)}")


def _variant(fields: Latex) -> str | None:
    stated = fields.get("langidopts", "").partition("=")[2].strip().rstrip("}")
    return VARIANTS.get((fields.get("langid", "").strip(), stated))


def _take_published(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    r"""Take `howpublished`: a publisher, unless it is an address ("\url{...}")."""
    del fields
    bare = address(latex)
    if re.fullmatch(r"https?://\S+", bare):
        draft.put("URL", bare, f"{name}: {bare}")
    elif "http" in latex:
        draft.keep(f"{name}: {decode(latex)}")
    else:
        draft.read("publisher", decode(latex), name)


def _take_alone(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Keep a subtitle that has no title, or is a second one."""
    if fields[name] != latex or not any(subtitle == name and title in fields for title, subtitle in _SUBTITLES.items()):
        draft.keep(f"{name}: {decode(latex)}")


def _take_doi(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take a DOI, also one that is written as addresses are ("%3B" for ";")."""
    del fields
    stated = address(latex)
    if found := doi(stated) or doi(unquote(stated)):
        draft.put("DOI", found, f"{name}: {stated}")
    elif stated:
        draft.keep(f"{name}: {stated}")


def _take_numbers(draft: Draft, name: str, latex: str, fields: Latex) -> None:
    """Take ISBNs or ISSNs, of which many say beside each what it is the number of ("(paperback)")."""
    del fields
    shown = decode(latex)
    field = "ISSN" if name == "issn" else "ISBN"
    bare = _BESIDE.sub("", shown)
    try:
        draft.put(field, parse_value(field, bare), f"{name}: {shown}")
    except BadValue:
        draft.read(field, shown, name)


_BESIDE = re.compile(r"\s*\([^()]*\)")


_BY_FIELD: Mapping[str, Callable[[Draft, str, str, str, Latex], None]] = {
    **dict.fromkeys(NAMES, _take_names),
    **dict.fromkeys(DATES, _take_date),
    **dict.fromkeys(LISTS, _take_list),
    "attachment": _take_files,
    "extra": _take_extra,
}
"""How fields of the record are taken that are no text."""

_TAKERS: Mapping[str, Callable[[Draft, str, str, Latex], None]] = {
    "eprint": _take_eprint,
    "primaryclass": _take_subject,
    "eprintclass": _take_subject,
    "pubstate": _take_state,
    "type": _take_kind,
    "note": _take_note,
    "langidopts": _take_variant,
    **dict.fromkeys(_ARCHIVES, _take_archive),
    "langid": _take_language,
    "howpublished": _take_published,
    "doi": _take_doi,
    "issn": _take_numbers,
    **dict.fromkeys(("isbn", "isbn-13", "isbn13"), _take_numbers),
    **dict.fromkeys(("subtitle", "booksubtitle", "journalsubtitle"), _take_alone),
}
"""How fields of the file are taken that say more, or other things, than their name."""
