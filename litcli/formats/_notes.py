"""Fields that a format has no tag for, as notes "Label: value", and what other programs write into notes in this way.

Zotero's "Extra", which other programs hand on as a note, has such lines for all that it has no field for ("PMID: 123", "Citation Key:
galon2013"). A line counts only where the record has no value of that field yet and the text is one; all else stays a note. A note of a
person that would be taken for such a line gets "Note: " in front.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from litcli.errors import BadValue
from litcli.formats import _ris_names
from litcli.formats._draft import Draft
from litcli.model.dates import Date
from litcli.model.edtf import edtf
from litcli.model.fields import BY_NAME, FIELDS, Kind
from litcli.model.record import CslDate, CslName, Record, Value, day, people, text, words
from litcli.model.types import TYPES
from litcli.model.values import parse_value

_APART = re.compile(r"\n\s*\n|\n")
_LABELLED = re.compile(r"([^\W\d_][\w /&.*-]{0,48}?) ?: *(?=\S)")
_CITEKEY, _TAG, _NOTE, _TYPE = "citekey", "tags", "note", "type"
_NEVER = frozenset({"title", "author", "keyword", "abstract"})
"""Fields for which every format has a tag, and whose labels are common words."""
_MEANINGS = {
    **{word.casefold(): row.name for row in FIELDS if row.name not in _NEVER for word in (row.name, row.label)},
    "cited by": "citation-count",
    "times cited": "citation-count",
    "times cited in web of science core collection": "citation-count",
    "citation key": _CITEKEY,
    "citation-key": _CITEKEY,
    "citekey": _CITEKEY,
    "bibtex": _CITEKEY,
    "tags": _TAG,
    "note": _NOTE,
}


_ORCIDS = {f"{row.name} orcid": row.name for row in FIELDS if row.kind is Kind.NAMES}
_MEANINGS |= {label: label for label in _ORCIDS}
_WITH_ORCID = re.compile(r"(.+?)(?: \[([1-9]\d{0,4})\])? \((\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)")
_DATE = f"{BY_NAME['issued'].label}: "


class Beside(NamedTuple):
    """What notes say of an entry, beside its record."""

    citekey: str = ""
    tags: tuple[str, ...] = ()


def written(record: Record, field: str) -> Iterator[str]:
    """Yield the notes that hold a field.

    >>> list(written({"funding": ["A", "B"]}, "funding")), list(written({"note": "PMID: 1"}, "note"))
    (['Funding: A', 'Funding: B'], ['Note: PMID: 1'])
    """
    row = BY_NAME[field]
    if field == _NOTE:
        paragraphs = (text(record, field) or "").split("\n\n")
        yield "\n\n".join(f"Note: {part}" if _part(part).value != part else part for part in paragraphs)
    elif row.kind is Kind.NAMES:
        yield from (f"{row.label}: {_ris_names.write(person)}" for person in people(record, field))
    elif row.kind is Kind.DATE:
        yield f"{row.label}: {Date.from_csl(day(record, field) or {}).edtf()}"
    else:
        yield from (f"{row.label}: {value}" for value in words(record, field))


def orcids(record: Record) -> Iterator[str]:
    """Yield the notes that hold the ORCIDs of names.

    >>> list(orcids({"author": [{"family": "Ng", "given": "Amy", "ORCID": "0000-0002-1825-0097"}]}))
    ['author ORCID: Ng, Amy (0000-0002-1825-0097)']
    """
    for field in _ORCIDS.values():
        persons = people(record, field) if field in record else []
        if any("ORCID" in person for person in persons):
            yield from _orcids_of(field, persons)


def _orcids_of(field: str, persons: Sequence[CslName]) -> Iterator[str]:
    """Yield the notes of a field; of several people who are written alike, the number tells which is meant."""
    written = [_ris_names.write(person) for person in persons]
    alike, before = Counter(written), Counter[str]()
    for person, name in zip(persons, written, strict=True):
        before[name] += 1
        if "ORCID" in person:
            which = f" [{before[name]}]" if alike[name] > 1 else ""
            yield f"{field} ORCID: {name}{which} ({person['ORCID']})"


def keyed(citekey: str) -> str:
    """Return the note that holds a citekey, as Zotero's plugins write it."""
    return f"Citation Key: {citekey}"


def tagged(tag: str) -> str:
    """Return the note that holds one of our tags."""
    return f"Tags: {tag}"


def parted(extra: Sequence[str], is_tag: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """Return the lines of `extra` that are written as notes, and those that become tags again.

    Notes are read first, so whatever stands before a line that must be one is one too, and the order stays.

    >>> parted(["AD: Oslo", "what: else", "U1: x"], lambda line: line[2] == ":")
    (['AD: Oslo', 'what: else'], ['U1: x'])
    """
    last = next((at for at in reversed(range(len(extra))) if not is_tag(extra[at])), -1)
    return [*extra[: last + 1]], [*extra[last + 1 :]]


def type_of(notes: Iterable[str]) -> str | None:
    """Return the CSL type that one of the notes names, where the format has no word of its own for it.

    >>> type_of(["Funding: NSF", "Type: review-book"])
    'review-book'
    """
    return next((part.value for note in notes for part in _parts(note) if part.meaning == _TYPE), None)


def is_labelled(note: str) -> bool:
    """Tell whether a line of a note names a field.

    >>> is_labelled("PMID: 123"), is_labelled("345")
    (True, False)
    """
    return any(part.meaning != _NOTE for part in _parts(note))


def exact_date(notes: Iterable[str]) -> CslDate | None:
    """Return the date of issue that one of the notes states, for a format that cannot say every date."""
    dates = (note.removeprefix(_DATE) for note in notes if note.startswith(_DATE))
    return next((edtf(date).to_csl() for date in dates), None)


def take(draft: Draft, notes: Sequence[str], name: str) -> Beside:
    """Take notes, and the fields that are written as such; `name` is what the file calls a note."""
    parts = [part for note in notes for part in _parts(note)]
    stated: dict[str, list[str]] = {}
    for part in parts:
        stated.setdefault(part.meaning, []).append(part.value)
    taken = {_NOTE, _CITEKEY, _TAG, _TYPE}
    for field in [field for field in stated if field in BY_NAME and field not in taken]:
        value = None if draft.has(field) else _value(field, stated[field])
        if value is not None:
            draft.put(field, value, name)
            taken.add(field)
    taken |= {label for label in _ORCIDS if label in stated and _give_orcids(draft, _ORCIDS[label], stated[label])}
    kept = [part.value if part.meaning in taken else part.whole for part in parts if part.meaning not in taken - {_NOTE}]
    draft.read(_NOTE, "\n\n".join(kept), name)
    return Beside(next(iter(stated.get(_CITEKEY, [])), ""), tuple(stated.get(_TAG, [])))


def _give_orcids(draft: Draft, field: str, stated: Sequence[str]) -> bool:
    """Give each person the ORCID that a note states; tell whether all were somebody's."""
    by_name: dict[str, list[CslName]] = {}
    for person in draft.people(field):
        by_name.setdefault(_ris_names.write(person), []).append(person)
    given = 0
    for one in filter(None, map(_WITH_ORCID.fullmatch, stated)):
        persons = by_name.get(one[1], [])[int(one[2] or 1) - 1 :]
        if persons and "ORCID" not in persons[0]:
            persons[0]["ORCID"] = one[3]
            given += 1
    return given == len(stated)


class _Part(NamedTuple):
    """A paragraph of a note."""

    meaning: str
    value: str
    whole: str


def _parts(note: str) -> Iterator[_Part]:
    """Yield the paragraphs of a note; prose behind a label is one with those that follow."""
    paragraphs = [part for part in _APART.split(note.strip()) if part.strip()]
    first = _part(paragraphs[0]) if paragraphs else None
    if first and first.meaning in BY_NAME and BY_NAME[first.meaning].kind is Kind.PROSE and first.meaning != _NOTE:
        yield _Part(first.meaning, "\n\n".join([first.value, *paragraphs[1:]]), "\n\n".join(paragraphs))
    else:
        yield from map(_part, paragraphs)


def _part(paragraph: str) -> _Part:
    found = _LABELLED.match(paragraph)
    meaning = _MEANINGS.get(found[1].casefold()) if found else None
    if found is None or meaning is None or (meaning == _TYPE and paragraph[found.end() :] not in TYPES):
        return _Part(_NOTE, paragraph, paragraph)
    return _Part(meaning, paragraph[found.end() :], paragraph)


def _value(field: str, stated: Sequence[str]) -> Value | None:
    """Return what the notes of a label give its field; None where that is no value of it."""
    kind = BY_NAME[field].kind
    if kind is Kind.WORDS:
        return list(stated)
    if kind is Kind.NAMES:
        return [name for one in stated if (name := _ris_names.read(one))] or None
    if len(stated) > 1 and not BY_NAME[field].many:
        return None
    if kind is Kind.DATE:
        return edtf(stated[0]).to_csl()
    try:
        return parse_value(field, "; ".join(stated))
    except BadValue:
        return None
