"""A record of EndNote's tags, with the lines of their values, to ours; for `litcli.formats.enw`."""

import re
from collections.abc import Mapping, Sequence

from litcli.formats import _endnote_types, _notes, _ris_dates, _ris_names, _ris_numbers
from litcli.formats._base import Read
from litcli.formats._draft import Draft
from litcli.formats._enw_tables import APART, DASHED, TABLES
from litcli.formats._nbib_parts import dated
from litcli.formats._ris_types import NAMES, WHOLE
from litcli.formats._tagged import Raw, joined, prose
from litcli.model.edtf import edtf

_PROSE = frozenset("XZO")
_NUMBERS = {"AN": "M", "SN": "@", "DB": "~", "DP": "W"}
"""The tags of numbers, and of the database that gave them, by what RIS calls them."""
_CALLED = {ris: f"%{tag}" for ris, tag in _NUMBERS.items()}


def record_of(raw: Raw) -> Read:
    """Return what the tags of one record say."""
    widest = raw.widest
    stated: dict[str, list[str]] = {}
    for tag, lines in raw.statements:
        value = prose(lines, widest) if tag in _PROSE else "\n".join(map(str.strip, lines)) if tag in "K>" else joined(lines)
        if value:
            stated.setdefault(tag, []).append(value)
    kinds, notes = stated.get("0", []), stated.get("Z", [])
    told = next((kind for kind in kinds if _endnote_types.inward(kind, "")), "")
    draft = Draft(_notes.type_of(notes) or _endnote_types.inward(told, "") or "document")
    for kind in kinds:
        if kind != told:
            draft.keep(f"%0: {kind}")
    _take_date(draft, stated, notes)
    _take_pages(draft, stated)
    _ris_numbers.take(draft, {ris: stated.get(tag, []) for ris, tag in _NUMBERS.items()}, _CALLED)
    inward = {**TABLES.inward(draft.type), **({"A": "editor"} if told == "Edited Book" else {})}
    for tag, values in stated.items():
        if tag not in APART:
            _take(draft, inward.get(tag), tag, values)
    beside = _notes.take(draft, notes, "%Z")
    key, *others = stated.get("F", [beside.citekey])
    return Read(key, draft.record(), beside.tags, raw.line, raw.source, tuple(others))


def _take(draft: Draft, field: str | None, tag: str, values: Sequence[str]) -> None:
    """Take the values of one tag."""
    source = f"%{tag}: {'; '.join(values)}"
    if field is None:
        for value in values:
            draft.keep(f"%{tag}: {value}")
    elif field in NAMES:
        draft.put(field, [name for value in values if (name := _ris_names.read(value))], source)
    elif field in {"keyword", "attachment"}:
        parted = r"[;\n]" if field == "keyword" and len(values) == 1 else r"\n"
        split = (" ".join(word.split()) for value in values for word in re.split(parted, value))
        draft.put(field, list(dict.fromkeys(filter(None, split))), source)
    elif field == "accessed":
        draft.put(field, edtf(values[0]).to_csl(), source)
        draft.keep_others(f"%{tag}", values)
    elif field == "note":
        _notes.take(draft, values, f"%{tag}")
    else:
        for value in values:
            draft.read(field, value, f"%{tag}")


def _take_date(draft: Draft, stated: Mapping[str, list[str]], notes: Sequence[str]) -> None:
    """Take the date that year and day state together, unless a note says it whole; what does not fit is kept."""
    years, days = stated.get("D", []), stated.get("8", [])
    exact = _notes.exact_date(notes)
    found = _ris_dates.agreed(years, days)
    if exact is not None and dated(exact).startswith(tuple(years) or "?"):
        return
    draft.put("issued", found.to_csl() if found else None, "")
    for line in _ris_dates.unsaid([("%D", year) for year in years], [("%8", value) for value in days]):
        draft.keep(line)


def _take_pages(draft: Draft, stated: Mapping[str, list[str]]) -> None:
    for value in stated.get("P", []):
        if draft.type in WHOLE and not DASHED.search(value):
            draft.read("number-of-pages", value, "%P")
        elif [value] != stated.get("]"):
            draft.read("page", value, "%P")
