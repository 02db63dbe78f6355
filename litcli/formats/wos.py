"""Web of Science (.ciw, .txt): its tagged plain text and its table with tabs, which bear the same tags; read only.

In go lines, out come records; what no field of ours holds (addresses, cited references, categories) goes to `extra` under its tag.
What surprised us: names stand twice, short in AU and in full in AF; ORCIDs stand apart in OI, by name; a journal article may well be
a "Proceedings Paper", so that PT decides; the series of a volume is SE and its title SO; what stands under ID was taken from the
references by a machine; SPR and FAL are seasons; the table is in UTF-16 or UTF-8 and quotes nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from litcli.formats import _ris_names
from litcli.formats._base import Failure, Read, Row, Tables
from litcli.formats._draft import Draft
from litcli.formats._tagged import Syntax, opened, parse, prose
from litcli.model import identifiers
from litcli.model.dates import parse_date
from litcli.model.record import CslName

NAME = "wos"
LABEL = "Web of Science"
SUFFIXES = (".ciw",)

BOTH_WAYS: tuple[Row, ...] = ()
EXPORT_ONLY: tuple[Row, ...] = ()
IMPORT_ONLY = (
    Row("title", "TI"),
    Row("author", "AF"),
    Row("author", "AU"),
    Row("author", "BF"),
    Row("author", "BA"),
    Row("author", "CA"),
    Row("author", "GP"),
    Row("editor", "BE"),
    Row("editor", "ED"),
    Row("container-title", "SO"),
    Row("container-title-short", "JI"),
    Row("container-title-short", "J9"),
    Row("collection-title", "SE"),
    Row("event-title", "CT"),
    Row("event-date", "CY"),
    Row("event-place", "CL"),
    Row("issued", "PY"),
    Row("available-date", "EA"),
    Row("volume", "VL"),
    Row("issue", "IS"),
    Row("number", "AR"),
    Row("page", "BP"),
    Row("number-of-pages", "PG", frozenset({"book"})),
    Row("abstract", "AB"),
    Row("keyword", "DE"),
    Row("index-term", "ID"),
    Row("funding", "FU"),
    Row("DOI", "DI"),
    Row("PMID", "PM"),
    Row("ISSN", "SN"),
    Row("ISSN", "EI"),
    Row("ISBN", "BN"),
    Row("URL", "DL"),
    Row("publisher", "PU"),
    Row("publisher-place", "PI"),
    Row("language", "LA"),
    Row("citation-count", "TC"),
)

_TABLES = Tables(BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY)

_LOOSE = re.compile(r"\ufeff?([A-Z][A-Z0-9])(?: (.*)|)$", re.DOTALL)


def _state(line: str) -> tuple[str, str] | None:
    found = _LOOSE.match(line)
    return (found[1], found[2] or "") if found else None


_SYNTAX = Syntax(_state, begins=lambda tag, _stated, _blank: tag == "PT", ends="ER")
_TAGGED = re.compile(r"^\ufeff?(?:FN .*\nVR |PT [A-Z]\n(?:[A-Z][A-Z0-9] |   ))", re.MULTILINE)
_TABLE = re.compile(r"\ufeff?PT\t(?:[A-Z][A-Z0-9]\t)+")
_AROUND = frozenset({"FN", "VR", "EF"})
"""Tags of the file, not of a record."""
_APART = frozenset({"PT", "DT", "PY", "PD", "BP", "EP", "AF", "AU", "BF", "BA", "CA", "GP", "BE", "ED", "OI", *_AROUND})
"""Tags that are read together with another."""
_OF_LINES = frozenset("AF AU BF BA CA GP BE ED CR".split())
"""Tags with a value a line."""
_PARTED = frozenset("AF AU BF BA CA GP BE ED CR DE ID FU OI".split())
"""Tags whose values a semicolon parts where they stand on one line."""
_PUBLICATIONS = {"J": "article-journal", "B": "book", "S": "chapter", "C": "paper-conference", "P": "patent", "D": "dataset"}
_DOCUMENTS = {
    "proceedings paper": "paper-conference",
    "meeting abstract": "paper-conference",
    "book chapter": "chapter",
    "book": "book",
    "data set": "dataset",
    "data study": "dataset",
    "software": "software",
    "dissertation/thesis": "thesis",
    "preprint": "article",
}
"""What a document that stands in no journal is."""
_SEASONS = {"SPR": "Spring", "SUM": "Summer", "FAL": "Autumn", "WIN": "Winter"}


def likely(head: str) -> float:
    """Tell how likely a file is of the Web of Science: it says so, or a PT opens a record or the head of a table."""
    return 1.0 if _TABLE.match(head) else opened(head, _TAGGED)


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield what an export holds; never raises for what stands in it."""
    whole = iter(lines)
    first = next((line for line in whole if line.strip()), "")
    yield from _of_table(first, whole) if _TABLE.match(first) else _of_tags(chain((first,), whole))


Stated = dict[str, list[str]]
"""Values by tag, a list's items each for itself."""


def _of_tags(lines: Iterable[str]) -> Iterator[Read | Failure]:
    for part in parse(lines, _SYNTAX):
        if isinstance(part, Failure):
            yield part
            continue
        stated: Stated = {}
        for tag, values in part.statements:
            whole = [prose(values, part.widest)] if tag == "AB" else [value.strip() for value in values if value.strip()]
            stated.setdefault(tag, []).extend(whole if tag == "AB" else _values(tag, whole))
        stated = {tag: values for tag, values in stated.items() if values}
        if stated.keys() - _AROUND:
            yield _read(stated, part.line, part.source)


def _of_table(head: str, lines: Iterable[str]) -> Iterator[Read | Failure]:
    tags = head.removeprefix("\ufeff").rstrip("\n").split("\t")
    for number, line in enumerate(lines, start=2):
        cells = line.rstrip("\n").split("\t")
        stated = {tag: _values(tag, [cell.strip()]) for tag, cell in zip(tags, cells, strict=False) if tag and cell.strip()}
        if stated:
            yield _read(stated, number, line.rstrip("\n"))


def _values(tag: str, lines: Sequence[str]) -> list[str]:
    """Return the single values of a tag."""
    listed = lines if tag in _OF_LINES else [" ".join(lines)]
    if tag not in _PARTED or (tag in _OF_LINES and len(lines) > 1):
        return [value for value in listed if value]
    return [value for part in listed for one in _SEMICOLON.split(part) if (value := one.strip())]


_SEMICOLON = re.compile(r";(?:\s|$)")


def _read(stated: Stated, line: int, source: str) -> Read | Failure:
    if not stated.keys() - {"PT", "UT", *_AROUND}:
        return Failure(line, "the record holds nothing", source)
    kinds = [kind.strip() for value in stated.get("DT", []) for kind in value.split(";")]
    draft = Draft(_type(stated.get("PT", [""])[0], kinds))
    _take_people(draft, stated)
    _take_date(draft, stated)
    _take_pages(draft, stated)
    inward = _TABLES.inward(draft.type)
    for kind in kinds:
        if kind != "Article" and _DOCUMENTS.get(kind.casefold()) != draft.type:
            draft.keep(f"DT: {kind}")
    for tag in dict.fromkeys([*(tag for tag in inward if tag in stated), *stated]):
        if tag not in _APART:
            _take(draft, inward.get(tag), tag, stated[tag])
    if draft.has("citation-count"):
        draft.put("citation-source", LABEL, "")
    return Read("", draft.record(), (), line, source)


def _type(publication: str, kinds: Sequence[str]) -> str:
    """Return the CSL type: what stands in a journal is an article, whatever else it is."""
    known = _PUBLICATIONS.get(publication, "article-journal")
    if known in {"article-journal", "patent", "dataset"}:
        return known
    return next((_DOCUMENTS[kind.casefold()] for kind in kinds if kind.casefold() in _DOCUMENTS), known)


def _take(draft: Draft, field: str | None, tag: str, values: Sequence[str]) -> None:
    if field is None:
        for value in values:
            draft.keep(f"{tag}: {value}")
    elif field in {"keyword", "index-term", "funding"}:
        draft.put(field, list(dict.fromkeys(values)), f"{tag}: {'; '.join(values)}")
    elif tag == "SO" and draft.type == "book" and values[0].casefold() == (draft.text("title") or "").casefold():
        return
    elif tag == "EI" and (issn := identifiers.issn(values[0])):
        draft.extend(field, [issn])
    else:
        for value in values:
            draft.read(field, value, tag)


def _take_people(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    """Take the names, the full ones where there are as many; the groups come last."""
    full, short = stated.get("AF", []), stated.get("AU", [])
    of_book = stated.get("BF") or stated.get("BA") or []
    stood = (full if len(full) >= len(short) else short) or (of_book if draft.type == "book" else [])
    named = [name if text != "[Anonymous]" and (name := _ris_names.read(text)) else None for text in stood]
    _take_orcids(draft, [*zip(full, named, strict=False), *zip(short, named, strict=False)], stated.get("OI", []))
    groups: list[CslName] = [{"literal": group} for tag in ("CA", "GP") for group in stated.get(tag, [])]
    draft.put("author", [*filter(None, named), *groups], "AU")
    for tag, names in (("AF", full if stood is short else []), ("BA", of_book if stood is not of_book else [])):
        for text in names:
            draft.keep(f"{tag}: {text}")
    editors = stated.get("ED") or stated.get("BE") or []
    draft.put("editor", [name for text in editors if (name := _ris_names.read(text))], "ED")


def _take_orcids(draft: Draft, named: Iterable[tuple[str, CslName | None]], stated: Iterable[str]) -> None:
    """Give each author the ORCID that stands beside the name; one that is nobody's is kept."""
    by_name = {text.casefold(): author for text, author in named if author}
    for value in stated:
        name, _, number = value.rpartition("/")
        author, orcid = by_name.get(name.strip().casefold()), identifiers.orcid(number)
        if author is not None and orcid:
            author["ORCID"] = orcid
        else:
            draft.keep(f"OI: {value}")


def _take_date(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    year, days = stated.get("PY", [""])[0], stated.get("PD", [""])[0]
    for word, season in _SEASONS.items():
        days = days.replace(word, season)
    whole, only = parse_date(f"{days} {year}"), parse_date(year) if year else parse_date(days)
    draft.put("issued", (whole if whole.parts else only).to_csl() if year or days else None, "")
    if days and not whole.parts:
        draft.keep(f"PD: {days}")


def _take_pages(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    first, last = stated.get("BP", [""])[0], stated.get("EP", [""])[0]
    if [first] != stated.get("AR"):
        draft.read("page", first if first == last else "-".join(filter(None, (first, last))), "BP")
