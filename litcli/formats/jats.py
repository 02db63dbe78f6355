"""JATS (.jats, .xml): the list of references of a journal's article, as publishers, PubMed Central and pandoc exchange it.

In go entries, out comes a `ref-list` with a `ref` and its `element-citation` each. Reading takes the references of a whole article:
`element-citation` or its forerunners, or what the elements of a `mixed-citation` say; a reference without elements is told as one.
What no element of a citation says (abstracts, keywords, our tags) is not written, since a citation is printed as it stands.

What surprised us: a book's title is its "source", which in an article is the journal; "B12" and "ref-CR12" are numbers, not
citekeys; one `ref` may hold several works; addresses stand in comments ("Available at ...").
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from litcli.formats import _jats_names, _jats_read
from litcli.formats._base import Failure, Options, Read, Takes
from litcli.formats._jats_tables import HOSTED, OWN, PATHS, PUBLICATION_TYPES, TABLES
from litcli.formats._names import altered
from litcli.formats._xml_records import is_xml, parse
from litcli.formats._xml_text import runs
from litcli.formats._xml_write import Element, ascii_only, uncarried, written
from litcli.model.dates import Date
from litcli.model.entry import Entry
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, day, people, text, words

NAME = "jats"
LABEL = "JATS reference list"
SUFFIXES = (".jats", ".nxml", ".xml")
TAKES = Takes.PIECES

BOTH_WAYS, EXPORT_ONLY, IMPORT_ONLY = TABLES.both_ways, TABLES.export_only, TABLES.import_only

_HEAD = re.compile(r"<(?:ref-list|element-citation|mixed-citation|nlm-citation)[\s>]")
_ARTICLE = re.compile(r"//NLM//DTD|<article\s[^<>]{0,400}article-type=")
_STYLES = {"i": "italic", "b": "bold"}
_RANGES = re.compile(r"[^\s,-]{1,40}(?:-[^\s,-]{1,40})?(?:, [^\s,-]{1,40}(?:-[^\s,-]{1,40})?){0,99}")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def write(entries: Iterable[Entry], options: Options) -> Iterator[str]:
    """Yield the entries as a list of references."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<ref-list>\n'
    for entry in entries:
        reference = written(_reference(entry))
        yield ascii_only(reference) if options.ascii else reference
    yield "</ref-list>\n"


def likely(head: str) -> float:
    """Tell how likely a file is JATS: references, or an article that may have some further on."""
    return 0.0 if not is_xml(head) else 1.0 if _HEAD.search(head) else 0.7 if _ARTICLE.search(head) else 0.0


def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
    """Yield the references of a file of JATS; never raises for what stands in it."""
    for part in parse(lines, "ref"):
        yield from (part,) if isinstance(part, Failure) else _jats_read.read(part)


def lost(entry: Entry) -> tuple[str, ...]:
    """Return the fields that a citation cannot carry whole, "tags" among them."""
    type_ = text(entry.record, "type") or "document"
    kept = {"extra"} if all(_own(line, type_) for line in words(entry.record, "extra")) else set()
    fields = (name for name in TABLES.lost(entry) if name not in kept)
    tags = ("tags",) if entry.tags else ()
    return tuple(dict.fromkeys((*fields, *altered(entry.record, _jats_names.through), *uncarried(entry.record), *tags)))


def _reference(entry: Entry) -> Element:
    record = entry.record
    type_ = text(record, "type") or "document"
    root = Element("ref", {"id": _jats_names.identifier(entry.citekey)})
    citation = root.add("element-citation", **{"publication-type": PUBLICATION_TYPES[type_]})
    for name, path in TABLES.outward(type_).items():
        if name in record:
            _WRITERS.get(name, _plain)(citation, record, name, path)
    for line in words(record, "extra"):
        if own := _own(line, type_):
            _put(citation, *own)
    return root


def _put(root: Element, path: str, value: str) -> None:
    """Put a text at a path, what is styled in it in elements of its own."""
    if value:
        PATHS.grow(root, path).parts += runs(value, lambda tag: Element(_STYLES.get(tag, tag)))


def _own(line: str, type_: str) -> tuple[str, str] | None:
    """Return the path and the text of a line of `extra` that is an element of a citation; None for any other."""
    path, colon, value = line.partition(": ")
    own = colon and re.split(r"\[", path)[0] in OWN and re.fullmatch(r"[a-z-]+(?:\[[a-z-]+\])?", path)
    free = path not in TABLES.inward(type_) and value == " ".join(value.split()) != ""
    return (path, value) if own and free else None


def _plain(root: Element, record: Record, name: str, path: str) -> None:
    for value in words(record, name):
        for paragraph in value.split("\n\n") if BY_NAME[name].kind is Kind.PROSE else [value]:
            _put(root, path, paragraph)


def _contained(root: Element, record: Record, name: str, path: str) -> None:
    """Name what the work stands in; where the work has no title itself, it would be taken for that."""
    unsure = "title" not in record and text(record, "type") not in HOSTED
    _put(root, f"{path}[{name}]" if unsure else path, text(record, name) or "")


def _named(root: Element, record: Record, name: str, path: str) -> None:
    group = PATHS.shared(root, path)
    group.parts += [_jats_names.written(person) for person in people(record, name)]


def _incomplete(root: Element, record: Record, name: str, path: str) -> None:
    del record, name
    PATHS.grow(root, path)


def _dated(root: Element, record: Record, name: str, path: str) -> None:
    date = Date.from_csl(day(record, name) or {}).edtf()
    element = PATHS.grow(root, path)
    element.parts.append(date)
    element.attributes["iso-8601-date"] = date


def _issued(root: Element, record: Record, name: str, path: str) -> None:
    date = Date.from_csl(day(record, name) or {})
    if not date.parts:
        _put(root, path, date.literal or "")
        return
    first = date.parts[0]
    element = root.add(path, "\u2013".join(dict.fromkeys(Date((part[:1],)).edtf() for part in date.parts)))
    element.attributes["iso-8601-date"] = date.edtf()
    for part, number in zip(("month", "day"), first[1:], strict=False):
        if len(date.parts) == 1:
            root.add(part, f"{number:02d}")
    if date.season:
        root.add("season", _SEASONS[date.season - 1])


def _paged(root: Element, record: Record, name: str, path: str) -> None:
    del path
    pages = text(record, name) or ""
    numbers = re.findall(r"[^\s,-]+", pages) if _RANGES.fullmatch(pages) else []
    for part, number in zip(("fpage", "lpage"), dict.fromkeys(numbers[:1] + numbers[-1:]), strict=False):
        root.add(part, number)
    if "," in pages or not numbers:
        root.add("page-range", pages)


def _language(root: Element, record: Record, name: str, path: str) -> None:
    del path
    root.attributes["xml:lang"] = text(record, name) or ""


_WRITERS: Mapping[str, Callable[[Element, Record, str, str], None]] = {
    **{row.name: _named for row in BY_NAME.values() if row.kind is Kind.NAMES},
    **{row.name: _dated for row in BY_NAME.values() if row.kind is Kind.DATE},
    "container-title": _contained,
    "issued": _issued,
    "authors-incomplete": _incomplete,
    "page": _paged,
    "language": _language,
}
