"""One entry of a BibTeX file with some of its fields rewritten, in the hand of the person who wrote it.

In go the entry as it stands and what its fields are to say, out comes the entry. A value keeps its quotes, a number its lack of braces;
a new field stands before the closing brace, indented, aligned and capitalised as the others are.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from litcli.formats._bibtex_scan import EntryBlock, places
from litcli.model.latex import is_balanced


def edited(block: EntryBlock, entry_type: str | None, fields: Mapping[str, str], gone: Collection[str]) -> str:
    r"""Return an entry with another type (None: the same), with these fields, braces included, and without those that are gone.

    >>> fields = (("Title", '"One"'), ("Year", "2013"))
    >>> block = EntryBlock(0, 1, '@Book{a,\n Title = "One",\n Year  = 2013\n}', "Book", "a", fields)
    >>> print(edited(block, None, {"title": "{Two}", "note": "{New}"}, ["year"]))
    @Book{a,
     Title = "Two",
     Note  = {New},
    }
    """
    own = _places(block)
    first = {place.name.lower(): place for place in reversed(own)}
    edits = [(place.value, place.end, _like(place.text, fields[name])) for name, place in first.items() if name in fields]
    new = {name: value for name, value in fields.items() if name not in first}
    edits += [_removal(block.raw, place) for place in own if place.name.lower() in gone]
    if entry_type and (head := _TYPE.match(block.raw)):
        edits.append((*head.span(1), entry_type))
    if new:
        at = next((place.end for place in reversed(own) if place.name.lower() not in gone), _behind_key(block))
        edits.append((at, at, _lines(block.raw, own, new)))
    return _applied(block.raw, edits)


def line_end(text: str) -> str:
    """Return how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


@dataclass(frozen=True)
class _Place:
    """Where a field stands within its entry."""

    name: str
    text: str
    start: int
    value: int
    end: int


_TYPE = re.compile(r"@[ \t]*(\w+)")


def _places(block: EntryBlock) -> list[_Place]:
    """Find the fields of an entry."""
    at = places(block, _behind_key(block))
    return [_Place(name, value, *place) for (name, value), place in zip(block.fields, at, strict=True)]


def _behind_key(block: EntryBlock) -> int:
    opening = re.search(r"[{(]", block.raw)
    return block.raw.index(block.key, opening.end() if opening else 0) + len(block.key)


def _like(old: str, new: str) -> str:
    """Return a value with the quotes of the old one, or bare as it was, where the new one allows it."""
    inner = new[1:-1]
    if not new.startswith("{"):
        return new
    if old.isdigit() and inner.isdigit():
        return inner
    return f'"{inner}"' if old.startswith('"') and "#" not in old and '"' not in inner and is_balanced(inner) else new


def _removal(raw: str, place: _Place) -> tuple[int, int, str]:
    """Return the edit that takes a field away, with its comma and its line."""
    behind = _BEHIND.match(raw, place.end)
    return (place.start - len(_indent(raw, place.start)), behind.end() if behind else place.end, "")


_BEHIND = re.compile(r"[ \t]*,?[ \t]*(?:\r?\n)?")


def _indent(raw: str, start: int) -> str:
    """Return the blanks between the begin of a line and what stands in it; "" where more stands before."""
    before = raw[raw.rfind("\n", 0, start) + 1 : start]
    return before if not before.strip() and "\n" in raw[:start] else ""


def _lines(raw: str, places: Sequence[_Place], fields: Mapping[str, str]) -> str:
    """Return new fields as they stand behind others."""
    last = places[-1] if places else None
    indent = _indent(raw, last.start) if last else "  "
    apart = f"{line_end(raw)}{indent}" if "\n" in raw and (indent or not last or raw[last.start - 1] == "\n") else " "
    widths = {place.value - place.start for place in places}
    aligned = max(widths) if len(widths) == 1 and len({len(place.name) for place in places}) > 1 else 0
    sign = re.sub(r"^\s+(?==)", " ", raw[last.start + len(last.name) : last.value]) if last else " = "
    shown = [_named(name, places).ljust(aligned - len(sign)) for name in fields]
    return "".join(f",{apart}{name}{sign}{value}" for name, value in zip(shown, fields.values(), strict=True))


def _named(name: str, places: Sequence[_Place]) -> str:
    """Return a name in the case of the others."""
    if places and all(place.name.isupper() for place in places):
        return name.upper()
    return name.capitalize() if places and all(place.name.istitle() for place in places) else name


def _applied(raw: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        raw = raw[:start] + text + raw[end:]
    return raw
