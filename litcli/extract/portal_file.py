"""Portal files: a description as TOML, read with every mistake named by file and line, and written for people to read on.

    name = "heidearchiv"

    [[marks]]                                # how its pages are recognised; from a weight of 0.5 on
    words = "Heidearchiv, Bestand"
    within = 5                               # among the first five lines; -5: the last five; without: anywhere

    [rows]                                   # label words, by the field that stands behind them
    container-title = ["Erschienen als"]

    [sections]                               # headings; below one of "tail" the record has ended
    tail = ["Im selben Regal"]

    [[places]]                               # where else a value stands
    field = "author"
    below-field = "title"

`litcli portals --help` names all keys. What surprised us: `tomllib` gives the place of a broken line, but of no value, so the lines of a
file are gone through once more when there is something to complain of.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from litcli.errors import BadValue
from litcli.extract.base.marking import Mark
from litcli.extract.description import TYPES, Description, Place, Words
from litcli.extract.normalise import NAMED
from litcli.extract.readers.readings import READINGS
from litcli.model.fields import BY_NAME

KINDS = frozenset(READINGS) | frozenset(BY_NAME) | {"ignored", "abstract", "page-first", "page-last", "citation"}
"""What the value behind a label may be read as."""
SECTIONS = frozenset({"abstract", "keyword", "mesh", "series", "event", "tail", "other"})
"""What may stand below a heading."""
SURE = 0.5
"""The weight from which on a page is recognised."""
_LANDMARKS = ("below", "above", "below-field", "above-field", "line")
_RESERVED = frozenset({"generic", "taught", "import", "hand"})

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]\]?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_LINE = re.compile(r"line (\d+)")
_NESTED = re.compile(r"\((?:\?[:P<\w>=!]*)?[^()]*[+*}][^()]*\)(?:[+*]|\{\d*,)")
"""A repetition within a repetition, which can take forever on a line that does not fit."""
_PLAIN = re.compile(r"[^'\x00-\x1f\x7f]*")

_Table = Mapping[str, object]


def load(path: Path) -> Description:
    """Read a portal file; raises `BadValue` with file, line and what to do."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadValue(f"the portal file {path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return parse(text, str(path))


def parse(text: str, origin: str) -> Description:
    """Read the text of a portal file; `origin` names it in messages, and in the description."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise BadValue(f"{origin}, line {line[1] if line else 1}: this is no TOML: {error}") from error
    return _Reader(text, origin).description(table)


def to_toml(description: Description) -> str:
    """Return a description as the text of a portal file."""
    shown = {name: value for name, value in _top(description) if value}
    parts = ["".join(f"{name} = {_written(value)}\n" for name, value in shown.items())]
    parts += ["[[marks]]\n" + _keys(mark, Mark) for mark in description.marks]
    for name in ("rows", "sections", "types"):
        words: Words = getattr(description, name)
        parts += [f"[{name}]\n" + "".join(f"{kind} = {_written(list(listed))}\n" for kind, listed in words)] if words else []
    if description.corrections:
        parts.append("[corrections]\n" + "".join(f"{wrong} = {_written(right)}\n" for wrong, right in description.corrections))
    parts += ["[[places]]\n" + _keys(place, Place) for place in description.places]
    return "\n".join(parts)


def _top(description: Description) -> Iterator[tuple[str, str | list[str]]]:
    for name in ("name", "about", "upon", "kind"):
        yield name, getattr(description, name)
    for name in ("drop", "no_work", "dates"):
        yield name.replace("_", "-"), list(getattr(description, name))


def _keys(thing: Mark | Place, shape: type[Mark] | type[Place]) -> str:
    """Write what of a mark or a place is not as it is by default, texts first."""
    ordered = sorted(fields(shape), key=lambda row: row.type is float)
    rows = ((row.name.replace("_", "-"), getattr(thing, row.name), row.default) for row in ordered)
    return "".join(f"{name} = {_written(value)}\n" for name, value, default in rows if default is MISSING or value != default)


def _written(value: object) -> str:
    r"""Write a value of TOML.

    >>> _written(["a", "b"]), _written(0.5), _written('a "b"'), _written("\\d+")
    ('["a", "b"]', '0.5', '"a \\"b\\""', "'\\d+'")
    """
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str) and "\\" in value and _PLAIN.fullmatch(value):
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


class _Reader:
    """Turns the tables of one file into a description, or into a message that names the line."""

    def __init__(self, text: str, origin: str) -> None:
        self._text = text
        self._origin = origin

    def description(self, table: _Table) -> Description:
        self._known(table, "", 0, _TOP)
        name = self._name(table)
        found = Description(
            name=name,
            origin=self._origin,
            about=_string(table, "about"),
            upon=_string(table, "upon"),
            marks=tuple(self._mark(mark, at) for at, mark in enumerate(self._list(table, "marks"))),
            rows=self._words(table, "rows", KINDS),
            sections=self._words(table, "sections", SECTIONS),
            types=self._words(table, "types", TYPES.keys()),
            kind=self._one_of(_string(table, "kind"), TYPES.keys(), ("", 0, "kind")),
            drop=self._texts(table, "drop"),
            no_work=self._texts(table, "no-work"),
            dates=tuple(self._field(text, ("", 0, "dates")) for text in self._texts(table, "dates")),
            corrections=tuple(self._corrections(table)),
            places=tuple(self._place(place, at) for at, place in enumerate(self._list(table, "places"))),
        )
        return self._recognisable(found)

    def _name(self, table: _Table) -> str:
        name = _string(table, "name")
        if not _NAME.fullmatch(name) or name in _RESERVED:
            raise self._wrong(("", 0, "name"), f"a portal needs a name of small letters, digits and '-', not '{name}'")
        return name

    def _recognisable(self, found: Description) -> Description:
        if not found.upon and not found.marks:
            raise self._wrong(
                ("", 0, "name"), 'nothing tells its pages; give it [[marks]], or the portal it stands upon: upon = "pure"'
            )
        weight = sum(mark.weight for mark in found.marks)
        if found.marks and weight < SURE:
            raise self._wrong(
                ("marks", 0, "weight"), f"the marks weigh {weight:.2g} together; pages are recognised from {SURE} on"
            )
        return found

    def _mark(self, table: _Table, at: int) -> Mark:
        self._known(table, "marks", at, {"words": str, "weight": float, "pattern": str, "within": int})
        words = _string(table, "words")
        if len(words.strip()) < 3:
            raise self._wrong(("marks", at, "words"), "a mark needs words of three letters or more, as they stand on the page")
        pattern = self._pattern(_string(table, "pattern"), ("marks", at, "pattern"))
        weight, within = table.get("weight", SURE), table.get("within", 0)
        self._share(weight, ("marks", at, "weight"))
        return Mark(float(cast("float", weight)), words, pattern, cast("int", within))

    def _place(self, table: _Table, at: int) -> Place:
        self._known(table, "places", at, _PLACE)
        where = ("places", at)
        plain = {name: value for name, value in table.items() if name != "field"}
        field = self._field(_string(table, "field"), (*where, "field"))
        for name in ("below-field", "above-field"):
            self._field(_string(table, name), (*where, name))
        landmarks = [name for name in _LANDMARKS if name in table]
        if len(landmarks) > 1:
            raise self._wrong((*where, landmarks[1]), f"a place has one landmark, not {' and '.join(landmarks)}")
        pattern = _string(table, "pattern")
        if bool(field) == bool(pattern):
            raise self._wrong((*where, "field"), "a place names its field, or has a pattern whose groups do")
        if not pattern and not landmarks and not {"before", "after"} & table.keys():
            raise self._wrong((*where, "field"), f"a place says where: one of {', '.join(_LANDMARKS)}, before, after, pattern")
        self._pattern(pattern, (*where, "pattern"), groups=True)
        self._share(table.get("sure", 0.9), (*where, "sure"))
        values = {name.replace("-", "_"): value for name, value in plain.items()}
        return Place(field, **values)  # type: ignore[arg-type]  # _known holds each to its type

    def _pattern(self, pattern: str, where: "_Where", *, groups: bool = False) -> str:
        try:
            compiled = re.compile(pattern)
        except re.error as error:
            raise self._wrong(where, f"the pattern cannot be read: {error}") from error
        if _NESTED.search(pattern):
            raise self._wrong(where, "a repetition within a repetition can take forever; write it without")
        groups_of = [name.rstrip("0123456789").replace("_", "-").partition("--") for name in compiled.groupindex]
        strange = [name for name, _, _ in groups_of if name not in BY_NAME and name != "citation"]
        strange += [normaliser for _, _, normaliser in groups_of if normaliser and normaliser not in NAMED]
        if pattern and groups and (strange or not groups_of):
            told = f"'{strange[0]}' is no field" if strange else "no group names a field"
            raise self._wrong(where, f"{told}; write (?P<volume>...), with '_' for '-'")
        return pattern

    def _share(self, value: object, where: "_Where") -> None:
        if not 0 < cast("float", value) <= 1:
            raise self._wrong(where, f"{where[2]} lies between 0 and 1")

    def _corrections(self, table: _Table) -> Iterator[tuple[str, str]]:
        listed = _inner(table, "corrections")
        for wrong, right in listed.items():
            where = ("corrections", 0, wrong)
            if not isinstance(right, str):
                raise self._wrong(where, f'{wrong} needs the name of a field, or "" where what is read is nothing')
            yield self._field(wrong, where), self._field(right, where)

    def _words(self, table: _Table, name: str, kinds: Collection[str]) -> Words:
        listed = _inner(table, name)
        return tuple((self._one_of(kind, kinds, (name, 0, kind)), self._texts(listed, kind, (name, 0))) for kind in listed)

    def _field(self, name: str, where: "_Where") -> str:
        return self._one_of(name, BY_NAME.keys(), where) if name else ""

    def _one_of(self, name: str, known: Collection[str], where: "_Where") -> str:
        names = sorted(known)
        if name and name not in names:
            near = get_close_matches(name, names, 3, 0.6)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(names)}"
            raise self._wrong(where, f"'{name}' is none of the names that may stand here; {hint}")
        return name

    def _known(self, table: _Table, of: str, at: int, shape: Mapping[str, type]) -> None:
        """Hold a table to its keys and their types."""
        for name, value in table.items():
            if name not in shape:
                near = get_close_matches(name, shape, 3, 0.6) or shape
                raise self._wrong((of, at, name), f"there is no key '{name}'; there are {', '.join(near)}")
            wanted = (int, float) if shape[name] is float else shape[name]
            if not isinstance(value, wanted) or isinstance(value, bool):
                raise self._wrong((of, at, name), f"{name} must be {_SAID.get(name) or _SAID[shape[name].__name__]}")

    def _texts(self, table: _Table, name: str, of: tuple[str, int] = ("", 0)) -> tuple[str, ...]:
        texts = table.get(name, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self._wrong((*of, name), f'{name} must be a list of texts: ["...", "..."]')
        if name != "dates" and any(not text.strip(" *") for text in texts):
            raise self._wrong((*of, name), f"{name} holds a text without words, which would fit any line")
        return tuple(texts)

    def _list(self, table: _Table, name: str) -> list[_Table]:
        listed = cast("list[object]", table.get(name, []))
        if not all(isinstance(one, dict) for one in listed):
            raise self._wrong((name, 0, ""), f"each of the {name} is a table of its own: [[{name}]]")
        return cast("list[_Table]", listed)

    def _wrong(self, where: "_Where", what: str) -> BadValue:
        return BadValue(f"{self._origin}, line {_line_of(self._text, *where)}: {what}")


_Where = tuple[str, int, str]
"""A table, which of several of its name, and the key."""

_TOP: Mapping[str, type] = {
    "name": str,
    "about": str,
    "upon": str,
    "kind": str,
    "drop": list,
    "no-work": list,
    "dates": list,
    "marks": list,
    "rows": dict,
    "sections": dict,
    "types": dict,
    "corrections": dict,
    "places": list,
}
_PLACE: Mapping[str, type] = {row.name.replace("_", "-"): cast("type", row.type) for row in fields(Place)}
_SAID = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "list": 'a list of texts: ["...", "..."]',
    "dict": "a table with its name in brackets above it",
    "marks": "tables, each with [[marks]] above it",
    "places": "tables, each with [[places]] above it",
}
"""What a value must be, by its type; by the name of its key where that says more."""


def _string(table: _Table, name: str) -> str:
    """Return a text that `_known` has held to be one."""
    return cast("str", table.get(name, ""))


def _inner(table: _Table, name: str) -> _Table:
    return cast("_Table", table.get(name, {}))


def _line_of(text: str, table: str, at: int, key: str) -> int:
    r"""Return the number of the line with a key; of its table where the key is not there, of the first line where neither is.

    >>> _line_of('name = "x"\n[[marks]]\nwords = "a"\n[[marks]]\nwords = "b"\n', "marks", 1, "words")
    5
    """
    current, home, seen = "", 1, Counter[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            current = header[1]
            seen[current] += 1
            home = number if current == table and seen[current] == at + 1 else home
        elif current == table and seen[current] in {0, at + 1} and (found := _KEY.match(line)) and found[1] == key:
            return number
    return home
