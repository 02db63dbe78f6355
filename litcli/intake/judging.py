"""Is what was read right? In go a case's stated values and a record, out comes a `Judgement` a field.

A value is right where it equals the stated one but for case, accents' composition, punctuation and spaces; names by family name and
first initial, a date as far as it is stated, numbers such as ISSN where one agrees. A value where the page states none is invented.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from litcli.extract.result import Evidence
from litcli.intake.gold import Ends, Stated
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import CslName, Record, Value, surname


class Said(StrEnum):
    """What is to be said of a field."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    INVENTED = "invented"
    """Read though the page states none."""


@dataclass(frozen=True)
class Judgement:
    """What is to be said of one field of one page."""

    field: str
    said: Said
    confidence: float | None
    """How sure the reader was; None for what it did not read."""
    stated: Stated
    read: Value | None
    rule: str | None = None
    """What read it."""


_TOLERATED = frozenset({"language", "number"})
"""What is no fault where nothing is stated: a language is seen in the words, an article number may stand for pages."""

_DASHES = re.compile(r"\s*[-–—−‐]+\s*")
_GAPS = re.compile(r"[,;\s]+")
_END = 40
"""So many letters of an abstract's end decide."""


def judge(stated: Mapping[str, Stated], record: Record, evidence: Mapping[str, Sequence[Evidence]]) -> Iterator[Judgement]:
    """Yield a judgement for each field that is stated or read; none where nothing is stated and nothing read."""
    for field, want in stated.items():
        home = _home(field, record)
        got = record.get(home)
        said = _said(field, want, got)
        if said:
            places = evidence.get(home, ()) if got else ()
            sure = min((place.confidence for place in places), default=None)
            yield Judgement(field, said, sure, want, got, places[0].rule if places else None)


def fold(value: object) -> str:
    """Return a value's letters and digits, without case.

    >>> fold("The Lancet: Part 2 (Suppl.)")
    'thelancetpart2suppl'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKC", str(value)).casefold() if letter.isalnum())


def _home(field: str, record: Record) -> str:
    """Return where a record holds the field: CSL has no one home for an article number."""
    return "page" if field == "number" and "number" not in record else field


def _said(field: str, want: Stated, got: Value | None) -> Said | None:
    if not want:
        return Said.INVENTED if got and field not in _TOLERATED else None
    if not got:
        return Said.MISSING
    return Said.RIGHT if _same(field, want, got) else Said.WRONG


def _same(field: str, want: Value | Ends, got: Value) -> bool:
    if isinstance(want, Ends):
        return fold(got).startswith(fold(want.first)[:_END]) and fold(got).endswith(fold(want.last)[-_END:] if want.last else "")
    match BY_NAME[field].kind:
        case Kind.NAMES:
            return [*map(_person, cast("list[CslName]", want))] == [*map(_person, cast("list[CslName]", got))]
        case Kind.DATE:
            return _same_date(want, got)
        case Kind.WORDS:
            return set(map(fold, _words(want))) == set(map(fold, _words(got)))
    if field in {"ISSN", "ISBN"}:
        return bool(_numbers(want) & _numbers(got))
    return _range(want) == _range(got) if field == "page" else fold(want) == fold(got)


def _person(name: CslName) -> tuple[str, str]:
    """Return what a citation needs of a name to be right: the family name and the first initial."""
    return fold(surname(name)), "" if name.get("literal") else fold(name.get("given", ""))[:1]


def _same_date(want: Value, got: Value) -> bool:
    """Tell whether a date is right as far as it is stated; one that is no date ("in press") by its words."""
    stated, read = _parts(want), _parts(got)
    if stated and read:
        return len(stated) <= len(read) and all(b[: len(a)] == a for a, b in zip(stated, read, strict=False))
    return want == got


def _parts(value: Value) -> list[list[int]]:
    return value.get("date-parts") or [] if isinstance(value, dict) else []


def _words(value: Value) -> Iterable[object]:
    return value if isinstance(value, list) else re.split(r"\s*[,;]\s*", str(value))


def _numbers(value: Value) -> set[str]:
    parts: Iterable[object] = value if isinstance(value, list) else _GAPS.split(str(value))
    return {fold(part) for part in parts if part}


def _range(value: Value) -> tuple[str, str]:
    first, *rest = _DASHES.split(str(value).strip())
    return fold(first), fold(rest[0]) if rest else ""
