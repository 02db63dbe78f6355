"""Entries as BibTeX or BibLaTeX: which fields an entry gets, and the text of it.

A dialect says in data where the two differ. What stands in `extra` as "name: value" with a name in lower case came from a field that
no field of ours holds, and becomes that field again, as long as it would be read back as what it was. bibtexparser's writer copies an
entry several times before it prints it, which took longer than all that is done here, so that entries are put together here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from litcli.formats import _bibtex_dates, _bibtex_names, _jabref
from litcli.formats._base import Options, Tables
from litcli.formats._bibtex_types import FROM_TYPES, MASTER, PHD
from litcli.formats._bibtex_values import NAMES, Latex, listed, to_latex, verbatim
from litcli.model.dates import pending
from litcli.model.entry import Entry
from litcli.model.latex import encode
from litcli.model.record import CslDate, Record, day, people, text, words

Fields = dict[str, str]
"""Names of fields and what stands behind their "=", braces included, in the order in which they are written."""


@dataclass(frozen=True, eq=False)
class Dialect:
    """Where BibTeX and BibLaTeX differ."""

    tables: Tables
    kind: Callable[[str, Record], tuple[str, str]]
    """The entry type of a record of a CSL type, and its `entrysubtype` or ""."""
    date: Callable[[CslDate], Mapping[str, str]]
    """The fields that a date of issue becomes; `month` may be a macro, all others are texts."""
    archive: tuple[str, str, str]
    """The field that says of what an `eprint` is the number, what it says of arXiv, and the field of arXiv's subject."""
    words: Mapping[str, Mapping[str, str]]
    """What is said otherwise, by field: {"status": {"In press": "inpress"}}."""
    lists: frozenset[str]
    """Fields that an "and" parts."""
    also: frozenset[str]
    """Entry types that it has beside those of its tables."""
    twice: Mapping[str, str]
    """Fields that are said once more under another name, which other programs look for."""


RESERVED = frozenset(
    {*_bibtex_dates.FIELDS, "crossref", "xdata", "ids", "entrysubtype", "groups", "extra"}
    | {"subtitle", "booksubtitle", "journalsubtitle", "mendeley-tags", "mendeley-groups", "langidopts"}
)
"""Names that are read together with others, and so are no field of a line of `extra`."""

EPRINTS = frozenset({"eprint", "archiveprefix", "eprinttype"})
"""Names that are read together, unless the record has another number of arXiv."""

NO_GENRE = "thesis"
"""The `type` of a thesis that states no kind, so that no kind is printed."""

UNDONE = frozenset({"Retracted", "Withdrawn"})
"""Notices that styles are to print."""

GROUPS = "groups"
"""The field of JabRef's groups."""

PREFIXED = "useprefix=true"
"""What makes pandoc and biber sort a particle with its family name."""


ORCIDS = "+an:orcid"
"""BibLaTeX's annotation of a list of names with one value a name."""


def write(dialect: Dialect, entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a file, a blank line between two; where a profile asks for groups, their tree comes last."""
    tags: dict[str, None] = {}
    grouped = ("tags", GROUPS) in options.places
    for at, entry in enumerate(entries):
        if grouped:
            tags |= dict.fromkeys(entry.tags)
        entry_type, fields = fields_of(dialect, entry, options)
        body = "".join([f"  {name} = {value},\n" for name, value in fields.items()])
        yield f"{'' if at == 0 else chr(10)}@{entry_type}{{{key(entry.citekey)},\n{body}}}\n"
    if tags:
        yield f"\n{_jabref.tree(tags)}\n"


def key(citekey: str) -> str:
    """Return a citekey as BibTeX takes it; signs that would end it or confuse TeX become hyphens.

    >>> key("müller:2013a"), key("Smith, 2013")
    ('müller:2013a', 'Smith-2013')
    """
    return _UNFIT.sub("-", citekey).strip("-") or "entry" if _UNFIT.search(citekey) else citekey


def fields_of(dialect: Dialect, entry: Entry, options: Options) -> tuple[str, Fields]:
    """Return the entry type and the fields of an entry."""
    record = entry.record
    latex = partial(encode, ascii=True) if options.ascii else encode
    type_ = text(record, "type") or "document"
    entry_type, subtype = dialect.kind(type_, record)
    fields: Fields = {"entrysubtype": f"{{{subtype}}}"} if subtype else {}
    outward = dialect.tables.outward(type_)
    places = {name: key_ for name, key_ in options.places if name == "tags" or all(outward.get(own) != key_ for own in record)}
    for name, usual in outward.items():
        if name in record and name != "extra":
            _put(dialect, fields, record, name, places.get(name, usual), latex)
    if type_ == "thesis" and "genre" not in record:
        fields["type"] = f"{{{NO_GENRE}}}"
    _put_tags(fields, entry, places.get("tags", GROUPS), latex)
    if entry.aliases:
        fields["ids"] = f"{{{', '.join(map(key, entry.aliases))}}}"
    return _put_extra(dialect, fields, record, entry_type, latex), fields


_UNFIT = re.compile(r"[\s,{}()\"#%~\\='@]+")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_LINE = re.compile(r"([a-z][a-z0-9_:+-]*): (.+)", re.DOTALL)
"""What every reader takes for the name of a field: pandoc gives up a whole file for another one."""
_ENTRY_TYPE = re.compile(r"entry type: (\w+)")


def _put(dialect: Dialect, fields: Fields, record: Record, name: str, key_: str, latex: Latex) -> None:
    """Put what one field of a record becomes."""
    special = _SPECIAL.get(name)
    if special:
        special(dialect, fields, record, key_, latex)
        return
    shown = to_latex(record, name, key_, latex)
    fields[key_] = f"{{{{{shown}}}}}" if key_ in dialect.lists and _AND.search(shown) else f"{{{shown}}}"
    if key_ in dialect.twice:
        fields[dialect.twice[key_]] = fields[key_]


def _issued(dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    del key_
    for part, shown in dialect.date(day(record, "issued") or {}).items():
        fields[part] = shown if part in {"month", "endmonth"} else f"{{{latex(shown) if part == 'year' else shown}}}"


def _names(field: str, dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    del dialect
    persons = people(record, field)
    joined = _bibtex_names.join(persons, latex)
    author = field == "author"
    fields[key_] = f"{{{joined} and others}}" if author and "authors-incomplete" in record else f"{{{joined}}}"
    orcids = "; ".join([f'{at}="{person["ORCID"]}"' for at, person in enumerate(persons, 1) if "ORCID" in person])
    if orcids:
        fields[f"{key_}{ORCIDS}"] = f"{{{orcids}}}"
    if author and any("non-dropping-particle" in person for person in persons):
        fields["options"] = f"{{{PREFIXED}}}"


def _notice(dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    del dialect
    shown = f"{{{latex(text(record, 'editorial-notice') or '')}}}"
    fields[key_] = shown
    if text(record, "editorial-notice") in UNDONE and pending(text(record, "status") or "") is None:
        fields["pubstate"] = shown


def _status(dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    """Put a state where styles print it, unless it says no more than that the work has appeared."""
    status = text(record, "status") or ""
    said = dialect.words.get("status", {}).get(status) or latex(status)
    fields["status" if pending(status) is None else key_] = f"{{{said}}}"


def _genre(dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    genre = text(record, "genre") or ""
    said = dialect.words.get("genre", {}).get(genre)
    if said or record["type"] != "thesis" or genre not in {PHD, MASTER}:
        fields[key_] = f"{{{said or latex(genre)}}}"


def _arxiv(dialect: Dialect, fields: Fields, record: Record, key_: str, latex: Latex) -> None:
    del latex
    number = text(record, "arXiv") or ""
    archive, arxiv, subject = dialect.archive
    fields[key_] = f"{{{verbatim(number)}}}"
    fields[archive] = f"{{{arxiv}}}"
    if "/" in number:
        fields[subject] = f"{{{number.partition('/')[0]}}}"


_SPECIAL: Mapping[str, Callable[[Dialect, Fields, Record, str, Latex], None]] = {
    "issued": _issued,
    "editorial-notice": _notice,
    "status": _status,
    "genre": _genre,
    "arXiv": _arxiv,
    **{name: partial(_names, name) for name in NAMES},
}


def _put_tags(fields: Fields, entry: Entry, key_: str, latex: Latex) -> None:
    if not entry.tags:
        return
    tags = listed(entry.tags, latex)
    fields[key_] = f"{fields[key_][:-1]}, {tags}}}" if key_ in fields else f"{{{tags}}}"


def _put_extra(dialect: Dialect, fields: Fields, record: Record, entry_type: str, latex: Latex) -> str:
    """Put the lines of `extra`, in their order; return the entry type, which may be the first of them."""
    lines = words(record, "extra")
    named = _ENTRY_TYPE.fullmatch(lines[0]) if lines else None
    if named and _is_kept(dialect, record, named[1]):
        entry_type = named[1]
        del lines[0]
    stated = [_LINE.fullmatch(line) for line in lines]
    names = [line[1] if line else "" for line in stated]
    free = [bool(name) and name not in names[:at] and _is_free(dialect, fields, record, name) for at, name in enumerate(names)]
    first = free.index(False) if False in free else len(lines)
    last = len(lines) - free[::-1].index(False) if False in free else len(lines)
    for line in stated[:first]:
        _put_line(fields, line, latex)
    if lines[first:last]:
        fields["extra"] = f"{{{listed(lines[first:last], latex)}}}"
    for line in stated[last:]:
        _put_line(fields, line, latex)
    return entry_type


def _is_kept(dialect: Dialect, record: Record, entry_type: str) -> bool:
    """Tell whether an entry type that `extra` names is the record's, as a file of this dialect states it."""
    means = FROM_TYPES.get((entry_type, ""))
    return record.get("type") == (means or "document") and (means is None or entry_type in dialect.also)


def _put_line(fields: Fields, line: re.Match[str] | None, latex: Latex) -> None:
    if line and line[1] == "options" and "options" in fields:
        fields["options"] = f"{fields['options'][:-1]}, {latex(line[2])}}}"
    elif line:
        fields[line[1]] = f"{{{latex(line[2])}}}"


def _is_free(dialect: Dialect, fields: Fields, record: Record, name: str) -> bool:
    """Tell whether a field of this name would be read as what no field holds."""
    if name == "options":
        return True
    if name in EPRINTS:
        return "arXiv" not in record
    if name in fields or name in RESERVED:
        return False
    means = dialect.tables.inward(text(record, "type") or "document").get(name)
    return means is None or means in record
