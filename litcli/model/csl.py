"""A record as a CSL-JSON item, as the schema has it (CSL 1.0.2), and back; what a file and a citation processor take.

Where the two differ: `keyword`, `ISSN` and `ISBN` are one text in CSL; `arXiv` is an `archive` with a location; ORCIDs and the
fields that CSL does not know go under `custom`, which the schema leaves to us, and so does a status that says no more than
"Published", since styles print it. What surprised us in other programs' files: numbers as JSON numbers, years as texts, the
citekey in `citation-key` with a URL for an `id`, seasons as months 13 to 24, and a keyword line parted by commas or by semicolons. A
variable that no field of ours holds is kept as a line of `extra` ("medium: DVD"), from where CSL's own are written again; so is what
is no value of its field.
"""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from litcli.errors import BadValue
from litcli.model import fields
from litcli.model.dates import parse_date, pending
from litcli.model.fields import Kind
from litcli.model.record import CslDate, CslName, Json, Record, Value, people, words
from litcli.model.values import parse_value

Custom = dict[str, Value | list[str | None]]
"""What CSL has no variable for, by the field's name; "author-ORCID" holds one text or null a name."""

CslItem = dict[str, Value | Custom]
"""One item of a CSL-JSON file."""


def to_item(citekey: str, record: Record) -> CslItem:
    """Return the record as a CSL-JSON item with the citekey as its `id`.

    >>> to_item("a2013", {"type": "article", "keyword": ["x", "y"], "arXiv": "1301.00001"})["keyword"]
    'x, y'
    """
    item: CslItem = {"id": citekey, **_variables(words(record, "extra"))}
    custom: Custom = {}
    for name, value in record.items():
        row = fields.BY_NAME.get(name)
        if row is None or not row.csl or (name == "status" and pending(str(value)) is None):
            custom[name] = value
        elif row.kind is Kind.NAMES:
            item[name] = [_without_orcid(person) for person in people(record, name)]
            custom |= _orcids(name, people(record, name))
        elif row.many:
            item[name] = joined = _joined(words(record, name))
            custom |= {name: value} if _split(name, joined) != value else {}
        else:
            item[name] = value
    if "arXiv" in custom and "archive" not in record:
        item |= {"archive": "arXiv", "archive_location": words(record, "arXiv")[0]}
        del custom["arXiv"]
    return item | ({"custom": custom} if custom else {})


def from_item(item: Mapping[str, Json]) -> tuple[str, Record]:
    """Return the citekey ("" where there is none) and the record of a CSL-JSON item, as other programs write it.

    >>> from_item({"id": 7, "type": "book", "volume": 2, "issued": {"date-parts": [["2013", 5]]}, "medium": "DVD"})
    ('7', {'type': 'book', 'volume': '2', 'issued': {'date-parts': [[2013, 5]]}, 'extra': ['medium: DVD']})
    """
    custom = item.get("custom")
    held = dict(custom) if isinstance(custom, Mapping) else {}
    record: Record = {}
    strange: list[str] = []
    for name, stated in item.items():
        if name in _NO_FIELDS or (name in _ARXIV and item.get("archive") == "arXiv"):
            continue
        row = fields.BY_NAME.get(_RENAMED.get(name, name))
        value = _value(row.kind, row.name, held.pop(row.name, stated) if row.many else stated) if row else None
        if row and value:
            record[row.name] = value
        elif _shown(stated):
            strange.append(f"{name}: {_shown(stated)}")
    if item.get("archive") == "arXiv" and (place := item.get("archive_location")):
        record["arXiv"] = str(place)
    beside = _take_custom(held, record)
    if extra := list(dict.fromkeys([*words(record, "extra"), *strange, *beside])):
        record["extra"] = extra
    return str(item.get("citation-key") or item.get("id") or ""), record


_NO_FIELDS = frozenset({"id", "citation-key", "custom"})
_ARXIV = frozenset({"archive", "archive_location"})
_RENAMED = {"event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
"""Names of CSL 1.0.1 and of citeproc-js, which files still bear."""


def _value(kind: Kind, name: str, stated: Json) -> Value | None:
    """Give what a file states the shape of its field; None where it cannot have it."""
    match kind:
        case Kind.NAMES if isinstance(stated, list):
            return [person for item in stated if (person := _person(item))] or None
        case Kind.DATE:
            return _date(stated)
        case Kind.PROSE:
            return _prose(stated) or None
    if name in _LISTS:
        listed = [_plain(item) for item in stated] if isinstance(stated, list) else _split(name, _plain(stated))
        return _checked(kind, name, "; ".join(listed)) if kind is Kind.IDENTIFIER else [item for item in listed if item] or None
    shown = _plain(stated[0] if isinstance(stated, list) and len(stated) == 1 else stated)
    return _checked(kind, name, shown) if kind in _PARSED else shown or None


_PARSED = frozenset({Kind.TYPE, Kind.LANGUAGE, Kind.IDENTIFIER, Kind.NAMES})
"""Kinds whose values a text may fail to be."""


def _checked(kind: Kind, name: str, shown: str) -> Value | None:
    """Return a text as the value of its field; None where it is none, so that it is kept as it stands."""
    if kind is Kind.LANGUAGE and _LANGUAGE.fullmatch(shown):
        return shown
    try:
        return parse_value(name, shown)
    except BadValue:
        return None


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")


_LISTS = frozenset(row.name for row in fields.FIELDS if row.many and row.kind is not Kind.NAMES)


def _plain(stated: Json) -> str:
    """Return a text on one line, without what no text has: signs of control and halves of a sign."""
    shown = "" if stated is None or isinstance(stated, bool | list | Mapping) else str(stated)
    return " ".join(_NO_SIGN.sub("", _HALF.sub("\ufffd", shown)).split())


def _prose(stated: Json) -> str:
    paragraphs = re.split(r"\r?\n\s*\n", stated) if isinstance(stated, str) else [stated]
    return "\n\n".join(filter(None, map(_plain, paragraphs)))


_NO_SIGN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_HALF = re.compile(r"[\ud800-\udfff]")


def _person(stated: Json) -> CslName | None:
    if not isinstance(stated, Mapping):
        return {"literal": _plain(stated)} if _plain(stated) else None
    parts = {part: said for part in _NAME_PARTS if (said := _plain(stated.get(part)))}
    return cast("CslName", parts) if parts else None


_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal", "ORCID")


def _date(stated: Json) -> CslDate | None:
    """Read a CSL date; years and months may be texts, `raw` and a bare text hold a date as a person writes it."""
    if not isinstance(stated, Mapping):
        return parse_date(_plain(stated)).to_csl() if _plain(stated) else None
    date: CslDate = {}
    if parts := _parts(stated.get("date-parts")):
        date = _in_season(parts)
    elif raw := _plain(stated.get("raw")):
        date = parse_date(raw).to_csl()
    elif literal := _plain(stated.get("literal")):
        date["literal"] = literal
    if (season := _plain(stated.get("season"))).isdigit():
        date["season"] = int(season)
    if stated.get("circa"):
        date["circa"] = True
    return date or None


def _parts(stated: Json) -> list[list[int]] | None:
    """Return date-parts as numbers; None where one of them is none."""
    days = [day for day in stated if isinstance(day, list)] if isinstance(stated, list) else []
    numbers = [[int(str(part)) for part in day if _INTEGER.fullmatch(str(part))] for day in days]
    whole = bool(numbers) and all(seen and len(day) == len(seen) for day, seen in zip(days, numbers, strict=True))
    return numbers if whole else None


_INTEGER = re.compile(r"-?\d{1,4}", re.ASCII)


def _in_season(parts: list[list[int]]) -> CslDate:
    """Take a month from 13 (CSL 1.0.1) or 21 (EDTF) on for a season."""
    month = parts[0][1] if len(parts[0]) > 1 else 0
    season = next((month - before for before in (12, 20) if 1 <= month - before <= 4), None)
    return {"date-parts": [parts[0][:1]], "season": season} if season else {"date-parts": parts}


def _joined(items: Sequence[str]) -> str:
    """Join a list with commas, or with semicolons where an item has a comma."""
    return ("; " if any("," in item for item in items) else ", ").join(items)


def _split(name: str, stated: str) -> list[str]:
    """Undo `_joined`; identifiers may also be parted by spaces."""
    if name != "keyword":
        return re.split(r"[\s,;]+", stated.strip()) if stated.strip() else []
    return [item.strip() for item in stated.split(";" if ";" in stated else ",") if item.strip()]


def _variables(extra: Sequence[str]) -> CslItem:
    """Return the lines of `extra` that are variables of CSL, once more as such."""
    found: CslItem = {}
    for line in extra:
        name, _, shown = line.partition(": ")
        if name in _TEXTS and shown:
            found[name] = shown
        elif name in _ROLES and shown:
            parts = [one.partition(" || ") for one in shown.split("; ")]
            found[name] = [CslName(family=one, given=other) if other else CslName(literal=one) for one, _, other in parts]
    return found


_TEXTS = frozenset(
    "annote archive_collection archive_location archive-place call-number chapter-number dimensions division jurisdiction "
    "medium original-publisher original-publisher-place part-number part-title printing-number references reviewed-genre "
    "reviewed-title scale section source supplement-number volume-title volume-title-short".split()
)
_ROLES = frozenset(
    "chair collection-editor compiler composer container-author contributor curator director editorial-director editor-translator "
    "executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient "
    "reviewed-author script-writer series-creator".split()
)


def _without_orcid(person: CslName) -> CslName:
    bare = person.copy()
    bare.pop("ORCID", None)
    return bare


def _orcids(name: str, persons: Sequence[CslName]) -> Custom:
    found = [person.get("ORCID") for person in persons]
    return {f"{name}-ORCID": found} if any(found) else {}


def _take_custom(held: dict[str, Json], record: Record) -> list[str]:
    """Put what stands under `custom` into its fields, and return the rest as lines for the note."""
    rest = []
    for name, stated in held.items():
        row = fields.BY_NAME.get(name)
        people_field = name.removesuffix("-ORCID")
        if row and (value := _value(row.kind, name, stated)):
            record[name] = value
        elif people_field != name and isinstance(stated, list):
            for person, orcid in zip(people(record, people_field), stated, strict=False):
                person.update({"ORCID": str(orcid)} if orcid else {})
        else:
            rest.append(f"{name}: {_shown(stated)}")
    return rest


def _shown(stated: Json) -> str:
    """Write a value of a variable that we have no field for on one line, names as "Family || Given"."""
    if isinstance(stated, Mapping):
        return " || ".join(filter(None, map(_shown, stated.values())))
    if isinstance(stated, list):
        return "; ".join(filter(None, map(_shown, stated)))
    return "" if stated is None else str(stated)
