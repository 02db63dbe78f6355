"""Where on a page a given value stands, however the page writes it: inverted names, another form of the date, other dashes.

In goes a page and the value as a person typed it, out come the places whose reading says the same. Nothing is found that no reader could
read there, so what is found can be taught.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from litcli.extract.candidates import Span
from litcli.extract.described import read_field
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.vocabulary import letters
from litcli.model.dates import find_dates
from litcli.model.fields import BY_NAME, Kind
from litcli.model.identifiers import find_identifiers
from litcli.model.record import CslName, Value

Item = str | CslName
"""An item of a list."""

LONGEST = 6000
"""No longer line is looked through for names, words or dates."""
MOST_LINES = 60
"""Names one a line are followed over so many lines."""
_WORD = re.compile(r"(?<=\s)\S")
_RANGE = re.compile(r"\w*\d\w*\s?[-‐‑–—]\s?\w*\d\w*")
_SHORT_RANGE = re.compile(r"^(\d+)\s?-\s?(\d+)$")
_COLONS = ":："
_SAME = {**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″«»", '"')}


@dataclass(frozen=True)
class Found:
    """One place of a value."""

    start: int
    end: int
    lines: tuple[Line, ...]
    """The lines that it takes."""

    @property
    def whole(self) -> bool:
        """Whether it takes its lines as a whole."""
        return self.start == self.lines[0].start and self.end == self.lines[-1].end


def find(layout: Layout, field: str, value: Value) -> list[Found]:
    """Return the places where a page states a value, in reading order; none where it does not."""
    kind = BY_NAME[field].kind
    if isinstance(value, str) and kind in {Kind.TEXT, Kind.PROSE, Kind.NUMBER, Kind.IDENTIFIER}:
        found = list(_texts(layout, field, value))
    else:
        found = list(_pieces(layout, field, value))
    return sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end))


def same(field: str, one: Value | None, wished: Value) -> bool:
    """Tell whether a value that was read says what a person wished, who may say less: a year, initials, how an abstract begins.

    >>> same("issued", {"date-parts": [[2013, 5]]}, {"date-parts": [[2013]]}), same("page", "272–280", "272-280")
    (True, True)
    """
    if isinstance(one, str) and isinstance(wished, str):
        begins = BY_NAME[field].kind is Kind.PROSE
        return letters(one).startswith(letters(wished)) if begins else _plain(one) == _plain(wished)
    if isinstance(one, dict) and isinstance(wished, dict):
        a, b = one.get("date-parts") or [], wished.get("date-parts") or []
        return bool(b) and len(a) == len(b) and all(x[: len(y)] == y for x, y in zip(a, b, strict=True))
    if isinstance(one, list) and isinstance(wished, list) and len(one) == len(wished):
        return all(map(_same_item, one, wished))
    return False


def _same_item(one: Item, wished: Item) -> bool:
    if isinstance(one, str) or isinstance(wished, str):
        return isinstance(one, str) and isinstance(wished, str) and letters(one) == letters(wished)
    if _family(one) != _family(wished):
        return False
    given, asked = (_givens(name) for name in (one, wished))
    return len(asked) <= len(given) and all(a.startswith(b) or b.startswith(a) for a, b in zip(given, asked, strict=False))


def _family(name: CslName) -> str:
    return letters(f"{name.get('non-dropping-particle', '')}{name.get('family') or name.get('literal') or ''}")


def _givens(name: CslName) -> list[str]:
    return [letters(part) for part in name.get("given", "").replace("-", " ").replace(".", " ").split()]


def _plain(text: str) -> str:
    """Return a text as values are compared: signs of one meaning made one, case folded, ranges in full."""
    plain = "".join(_folded(text)).strip(" .")
    return _SHORT_RANGE.sub(_in_full, plain)


def _in_full(found: re.Match[str]) -> str:
    """Return a range of pages with both numbers in full: "123-9" as "123-129"."""
    first, last = found.groups()
    return f"{first}-{first[: len(first) - len(last)]}{last}" if len(last) < len(first) else f"{first}-{last}"


def _folded(text: str) -> Iterator[str]:
    for sign in text:
        if sign.isspace():
            yield " "
        elif sign.isascii():
            yield sign.lower()
        else:
            yield _SAME.get(sign) or unicodedata.normalize("NFKC", sign).casefold()


def _texts(layout: Layout, field: str, value: str) -> Iterator[Found]:
    """Yield where the text stands, over line ends too, and what reads as it in another form (page ranges, identifiers)."""
    begins = BY_NAME[field].kind is Kind.PROSE
    for start, end in _spans(layout.page.visible, value):
        if found := _at(layout, start, end):
            yield replace(found, end=found.lines[-1].end) if begins else found
    if BY_NAME[field].kind in {Kind.NUMBER, Kind.IDENTIFIER}:
        yield from _pieces(layout, field, value)


def _spans(text: str, value: str) -> Iterator[Span]:
    """Yield where a text holds a value, compared without case, with one white space for all."""
    signs: list[str] = []
    places: list[int] = []
    for place, folded in enumerate(_folded(text)):
        if folded == " " and signs[-1:] == [" "]:
            continue
        signs.append(folded)
        places.extend([place] * len(folded))
    whole, wanted = "".join(signs), "".join(_folded(" ".join(value.split())))
    at = whole.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if _bounded(whole, at, end):
            yield places[at], places[end - 1] + 1
        at = whole.find(wanted, at + 1)


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether a value is no part of a number or of a word; a label of letters may be glued before it."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() and text[start].isdigit():
        return False
    return not (behind.isalnum() and text[end - 1].isalnum())


def _at(layout: Layout, start: int, end: int) -> Found | None:
    first, last = layout.line_at(start), layout.line_at(end - 1)
    if not first or not last or not first.start <= start or end > last.end:
        return None
    return Found(start, end, layout.lines[first.index : last.index + 1])


def _pieces(layout: Layout, field: str, value: Value) -> Iterator[Found]:
    """Yield the stretches of lines that read as the value."""
    for line in layout.lines:
        if len(line.text) > LONGEST:
            continue
        for start, end in _stretches(layout, field, line):
            read = read_field(layout, field, (start, end), "", 1.0)
            if read and same(field, read.value, value):
                yield Found(start, end, (line,))
            elif read and isinstance(value, list):
                yield from _going_on(layout, field, (start, end), line, value)


def _stretches(layout: Layout, field: str, line: Line) -> Iterator[Span]:
    """Yield what of a line may be a value: all of it, a cell, what is behind a colon; names behind "Edited by"; dates by themselves."""
    yield line.span
    yield from (cell for cell in line.cells if cell[0] < cell[1])
    for at, sign in enumerate(line.text[:200]):
        if sign in _COLONS:
            yield strip(layout.text, line.start + at + 1, line.end)
    kind = BY_NAME[field].kind
    if kind is Kind.NAMES:
        yield from ((line.start + word.start(), line.end) for word in list(_WORD.finditer(line.text, 1))[:2])
    elif kind is Kind.NUMBER:
        yield from ((line.start + found.start(), line.start + found.end()) for found in _RANGE.finditer(line.text))
    elif kind is Kind.DATE:
        yield from ((line.start + date.start, line.start + date.end) for date in find_dates(line.text))
    elif kind is Kind.IDENTIFIER:
        items = (item for item in find_identifiers(line.text) if item.kind == field)
        yield from ((line.start + item.start, line.start + item.end) for item in items)


def _going_on(layout: Layout, field: str, span: Span, line: Line, value: Sequence[Item]) -> Iterator[Found]:
    """Yield a list that begins in one line and goes on in the next ones."""
    items = _items(layout, field, span)
    for last in range(line.index + 1, min(line.index + MOST_LINES, len(layout.lines))):
        if not items or len(items) >= len(value) or not all(map(_same_item, items, value)):
            return
        items += _items(layout, field, layout.lines[last].span)
        if len(items) == len(value) and all(map(_same_item, items, value)):
            yield Found(span[0], layout.lines[last].end, layout.lines[line.index : last + 1])
            return


def _items(layout: Layout, field: str, span: Span) -> list[Item]:
    read = read_field(layout, field, span, "", 1.0)
    return list(read.value) if read and isinstance(read.value, list) else []
