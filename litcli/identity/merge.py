"""Several versions of one work become one record, field by field, and it is known where each value came from.

In go the versions (one an extraction, with a trust for each field) and a person's edits; out comes the effective record.
The result depends on the set of versions alone, never on their order: values that agree support each other, the best
supported value leads, and of the values which agree with the leader the most complete one is taken. Lists are taken whole:
authors of two pages are never mixed; only lists of texts (keywords, attachments) are united where a file or a person states
one. Where a preprint and its article are one entry, the article says when and where it appeared, if it says so at all: the
preprint's year beside the journal's volume would cite a work that there is not. What surprised us: two pages that agree on a
wrong spelling outweigh one right page only when that one is not clearly more certain; a person's edit always wins.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

from litcli.identity.folding import fold, is_abbreviation, squeeze
from litcli.model.fields import BY_NAME, Kind
from litcli.model.numbers import page_bounds
from litcli.model.record import CslDate, CslName, Record, Value, surname

EDIT = "edit"
"""The origin of a value that a person set."""

Origin = int | str
"""The `source` of a version, or `EDIT`."""


_EARLIER = frozenset({"article", "manuscript"})
"""Types of what a work was before it appeared."""

_OF_ITS_FORM = frozenset(
    "type issued container-title container-title-short volume issue page number number-of-pages publisher publisher-place status"
    " genre DOI URL ISSN ISBN license peer-reviewed".split()
)
"""Fields in which a preprint and what appeared of it differ, although both are right."""


_TO_THE_LETTER = frozenset({"attachment", "extra"})
"""Lists whose items are the same only if they are to the letter."""

_TELLS_OF = {"authors-incomplete": "author", "citation-source": "citation-count"}
"""Fields that say something of another's value, and go where that comes from another version."""


@dataclass(frozen=True)
class Version:
    """One extraction's view of the work."""

    source: int
    """Tells versions apart; the number of the extraction."""
    record: Record
    trust: Mapping[str, float]
    """How sure each field is, 0 to 1."""
    otherwise: float = 0.5
    """The trust of a field that `trust` does not name."""
    stated: bool = False
    """Whether a file or a person states it, and no page."""

    def sure(self, field: str) -> float:
        """Return how sure this version is of a field."""
        return self.trust.get(field, self.otherwise)


@dataclass(frozen=True)
class Merged:
    """The effective record, and which version or edit each of its fields came from."""

    record: Record
    origins: dict[str, Origin]


@dataclass(frozen=True)
class _Candidate:
    value: Value
    trust: float
    source: int
    stated: bool

    @cached_property
    def text(self) -> str:
        """The value as canonical JSON: the last resort where all else is equal."""
        return json.dumps(self.value, ensure_ascii=False, sort_keys=True)


def merge(versions: Iterable[Version], edits: Mapping[str, Value | None] | None = None) -> Merged:
    """Merge the versions and lay the edits on top; an edit of None takes the field away.

    >>> a = Version(1, {"title": "On Bees", "issued": {"date-parts": [[1901]]}}, {}, 0.9)
    >>> b = Version(2, {"title": "ON BEES", "issued": {"date-parts": [[1901, 5]]}}, {}, 0.9)
    >>> merge([a, b], {"note": "borrowed"}).record
    {'title': 'On Bees', 'issued': {'date-parts': [[1901, 5]]}, 'note': 'borrowed'}
    """
    ordered = sorted(versions, key=lambda version: version.source)
    record, origins = _only(ordered[0]) if len(ordered) == 1 else _of_several(ordered)
    for field, value in (edits or {}).items():
        if value is None:
            record.pop(field, None)
            origins.pop(field, None)
        else:
            record[field], origins[field] = value, EDIT
    for field, owner in _TELLS_OF.items():
        if origins.get(field, EDIT) not in {EDIT, origins.get(owner)}:
            del record[field], origins[field]
    return Merged(_in_table_order(record), origins)


def _only(version: Version) -> tuple[Record, dict[str, Origin]]:
    """Return what the only version says: the usual case, so a quick one."""
    return dict(version.record), dict.fromkeys(version.record, version.source)


def _of_several(versions: Sequence[Version]) -> tuple[Record, dict[str, Origin]]:
    record: Record = {}
    origins: dict[str, Origin] = {}
    for field in _fields(versions):
        candidates = _candidates(field, versions)
        chosen = _choose(field, candidates)
        record[field], origins[field] = _united(field, chosen, candidates), chosen.source
    return record, origins


def _fields(versions: Sequence[Version]) -> list[str]:
    return sorted({field for version in versions for field in version.record})


def _in_table_order(record: Record) -> Record:
    known = {field: record[field] for field in BY_NAME if field in record}
    return known | {field: record[field] for field in sorted(record) if field not in BY_NAME}


def _candidates(field: str, versions: Sequence[Version]) -> list[_Candidate]:
    stated = [version for version in versions if version.record.get(field) is not None]
    later = [version for version in stated if version.record.get("type") not in _EARLIER]
    chosen = later if later and field in _OF_ITS_FORM else stated
    return [_Candidate(version.record[field], version.sure(field), version.source, version.stated) for version in chosen]


def _choose(field: str, candidates: Sequence[_Candidate]) -> _Candidate:
    """Return the candidate that stands; many sources say the same to the letter, so values are compared, not sources."""
    if len(candidates) == 1:
        return candidates[0]
    kind = _kind(field)
    groups: dict[str, list[_Candidate]] = {}
    for one in candidates:
        groups.setdefault(one.text, []).append(one)
    firsts = [max(group, key=lambda one: (one.trust, -one.source)) for group in groups.values()]

    def support(candidate: _Candidate) -> float:
        agreeing = (groups[first.text] for first in firsts if agree(field, candidate.value, first.value))
        return round(1 - prod(sorted(1 - one.trust for group in agreeing for one in group)), 9)

    leader = max(firsts, key=lambda one: (support(one), one.trust, _completeness(kind, one.value), one.text, -one.source))
    agreeing = [one for one in firsts if agree(field, leader.value, one.value)]
    return max(agreeing, key=lambda one: (_completeness(kind, one.value), one.trust, one.text, -one.source))


def _united(field: str, leader: _Candidate, candidates: Sequence[_Candidate]) -> Value:
    """Return the leader's value; where a list of texts was stated by a file or a person, with what the others list besides."""
    row = BY_NAME.get(field)
    if len(candidates) == 1 or row is None or not row.many or row.kind is Kind.NAMES or not any(one.stated for one in candidates):
        return leader.value
    same = str if field in _TO_THE_LETTER else squeeze
    found: dict[str, str] = {}
    for one in (leader, *sorted(candidates, key=lambda one: (-one.trust, one.text))):
        for item in one.value:
            found.setdefault(same(str(item)), str(item))
    return list(found.values())


def _kind(field: str) -> Kind:
    return BY_NAME[field].kind if field in BY_NAME else Kind.TEXT


def agree(field: str, one: Value, other: Value) -> bool:
    """Tell whether two values of a field say the same, one perhaps more fully."""
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return _texts_agree(field, _kind(field), one, other)
    if isinstance(one, dict) and isinstance(other, dict):
        return _dates_agree(one, other)
    if isinstance(one, list) and isinstance(other, list):
        return _lists_agree(one, other)
    return False


def _texts_agree(field: str, kind: Kind, one: str, other: str) -> bool:
    short, long = sorted((one.strip(), other.strip()), key=lambda text: (len(text), text))
    if squeeze(short) == squeeze(long):
        return True
    if field == "container-title":
        return is_abbreviation(short, long)
    if kind is Kind.PROSE:
        return len(short) > 80 and squeeze(long).startswith(squeeze(short))
    if kind is Kind.LANGUAGE:
        return long.startswith(f"{short}-")
    if field == "page":
        bounds = page_bounds(short)
        return long.startswith((f"{short}-", f"{short}–")) or (bounds is not None and bounds == page_bounds(long))
    return field == "title" and fold(long).startswith(fold(short)) and long[len(short) :].lstrip()[:1] == ":"


def _dates_agree(one: CslDate, other: CslDate) -> bool:
    """Tell whether one date states more of the other: 2013 and 2013-05."""
    a, b = one.get("date-parts"), other.get("date-parts")
    if not a or not b or len(a) != len(b):
        return False
    return all(x[: len(y)] == y or y[: len(x)] == x for x, y in zip(a, b, strict=True))


def _lists_agree(one: Sequence[str | CslName], other: Sequence[str | CslName]) -> bool:
    """Names agree person by person, in order; words agree where one list holds the other."""
    if all(isinstance(item, str) for item in (*one, *other)):
        a, b = ({squeeze(str(item)) for item in items} for items in (one, other))
        return a <= b or b <= a
    if len(one) != len(other):
        return False
    return all(isinstance(x, dict) and isinstance(y, dict) and _same_person(x, y) for x, y in zip(one, other, strict=True))


def _same_person(one: CslName, other: CslName) -> bool:
    if squeeze(surname(one)) != squeeze(surname(other)):
        return False
    a, b = fold(one.get("given", "")).split(), fold(other.get("given", "")).split()
    return all(x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=False))


def _completeness(kind: Kind, value: Value) -> tuple[int, ...]:
    """Return how much a value states; larger is more. Only values that agree are compared by it."""
    if isinstance(value, dict):
        parts = value.get("date-parts") or []
        return (sum(len(part) for part in parts), int("season" in value))
    if isinstance(value, list):
        texts = [item if isinstance(item, str) else " ".join(str(part) for part in item.values()) for item in value]
        return (len(value), *_wording(" ".join(texts)))
    longer = len(value) if kind in {Kind.PROSE, Kind.LANGUAGE} else len(squeeze(value))
    return (longer, *_wording(value))


def _wording(text: str) -> tuple[int, int, int]:
    """Return marks of a careful spelling: not all in capitals, more letters, more accents."""
    mixed = int(not (text.isupper() and len(text) > 3))
    return (mixed, sum(char.isalnum() for char in text), sum(not char.isascii() for char in text))
