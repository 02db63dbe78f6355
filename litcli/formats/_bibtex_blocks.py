"""The entries of a BibTeX file with their values put together: macros, concatenations, and what they inherit.

In go the blocks of a file, out come its entries with their fields as LaTeX and the blocks that are no entry, one after the other. What
blocks say for others may stand anywhere, so it is looked for first (`shared`): the blocks are gone through again rather than kept,
for they take eight times the memory of the file. What surprised us: an entry may repeat another's key or one of its own fields, and
both are kept; strings may be made of strings made of strings, which would fill the memory.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from litcli.formats._base import Failure
from litcli.formats._bibtex_inherit import Parents, inherited
from litcli.formats._bibtex_scan import Block, BrokenBlock, CommentBlock, EntryBlock, StringBlock

UNUSED = "holds data for other entries, and none of them is here"


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as it stands in the file; names of types and fields in lower case."""

    type: str
    key: str
    line: int
    fields: tuple[tuple[str, str], ...]
    """Name and LaTeX, in the file's order, then what it inherits; a field may stand more than once."""
    source: str
    """The entry as it stands in the file."""
    start: int = 0
    """Where it stands, in characters."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What blocks of a file say for others of it."""

    strings: Mapping[str, str]
    comments: tuple[str, ...]
    """JabRef keeps its groups there."""
    parents: Parents
    """The entries that others name."""


def shared(found: Callable[[], Iterable[Block]]) -> Shared:
    """Return what the blocks of a file, of which each call yields all, say for others."""
    strings: dict[str, str] = {}
    comments = []
    lends = False
    for block in found():
        if isinstance(block, StringBlock):
            value = _value(block.value, strings)
            if len(value) <= _LONGEST_STRING:
                strings[block.name.casefold()] = value
        elif isinstance(block, CommentBlock):
            comments.append(block.text)
        elif isinstance(block, EntryBlock):
            lends = lends or any(name.lower() in _LENDERS for name, _ in block.fields)
    return Shared(strings, tuple(comments), _parents(found, strings) if lends else {})


def parts(found: Iterable[Block], by: Shared) -> Iterator[RawEntry | Failure]:
    """Yield the entries of a file, with what they inherit, and what is none; data kept apart (`@xdata`) is one only if nobody uses it.

    >>> from litcli.formats._bibtex_scan import blocks
    >>> found = list(blocks('@string{j = "Journal"} @article{a, journal = j # { of Bees}, year = 2013}'))
    >>> [part.fields for part in parts(found, shared(lambda: found))]
    [(('journal', 'Journal of Bees'), ('year', '2013'))]
    """
    for block in found:
        if isinstance(block, BrokenBlock):
            yield Failure(block.line, block.reason, block.raw)
        elif isinstance(block, EntryBlock):
            entry = _raw(block, by.strings)
            if entry.type != "xdata":
                yield _heir(entry, by.parents)
            elif _bare(entry.key) not in by.parents:
                yield Failure(entry.line, UNUSED, entry.source)


_LONGEST_STRING = 2000
"""A longer @string is not put in where it is named: strings made of strings made of strings would fill the memory."""


def _raw(block: EntryBlock, strings: Mapping[str, str]) -> RawEntry:
    fields = tuple(
        [
            (name.lower(), value[1:-1] if value[:1] == "{" and "#" not in value else _value(value, strings))
            for name, value in block.fields
        ]
    )
    return RawEntry(block.type.lower(), block.key, block.line, fields, block.raw, block.start)


def _value(stated: str, strings: Mapping[str, str]) -> str:
    """Return a value without its braces or quotes, names of strings replaced, pieces joined."""
    if "#" not in stated:
        return _piece(stated, strings)
    return "".join(_piece(piece.strip(), strings) for piece in _pieces(stated))


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if piece[:1] + piece[-1:] in {"{}", '""'} and len(piece) > 1:
        return piece[1:-1]
    return strings.get(piece.casefold(), piece)


def _pieces(stated: str) -> Iterator[str]:
    """Cut at the "#" signs that stand outside of braces and quotes."""
    depth, start, quoted = 0, 0, False
    for found in _SIGN.finditer(stated):
        sign = found[0]
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield stated[start : found.start()]
            start = found.end()
    yield stated[start:]


_SIGN = re.compile(r"""[{}"#]|\\.""", re.DOTALL)


def _parents(found: Callable[[], Iterable[Block]], strings: Mapping[str, str]) -> Parents:
    """Return type and fields of the entries that others name; the first one of a key counts."""
    entries = (_raw(block, strings) for block in found() if isinstance(block, EntryBlock))
    named = {_bare(key) for entry in entries for name, keys in entry.fields if name in _LENDERS for key in keys.split(",")}
    lending = (_raw(block, strings) for block in found() if isinstance(block, EntryBlock) and _bare(block.key) in named)
    parents: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
    for entry in lending:
        parents.setdefault(_bare(entry.key), (entry.type, entry.fields))
    return parents


_LENDERS = frozenset({"crossref", "xdata"})


def _heir(entry: RawEntry, parents: Parents) -> RawEntry:
    """Put what an entry inherits in the place of the keys of those that lend it; the key of one that is not here stays."""
    lent = inherited(entry.type, entry.fields, parents) if parents else []
    if not lent:
        return entry
    own = [one for one in entry.fields if one[0] not in _LENDERS or any(_bare(key) not in parents for key in one[1].split(","))]
    return replace(entry, fields=(*own, *lent))


def _bare(key: str) -> str:
    return key.strip().casefold()
