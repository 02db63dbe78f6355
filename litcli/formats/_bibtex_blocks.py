"""The entries of a BibTeX file with their values put together: macros, concatenations, and what they inherit.

In goes a file's text, out come its entries with their fields as LaTeX, the comments (JabRef keeps its groups there), and the blocks that
are no entry. What surprised us: an entry may repeat another's key or one of its own fields, and both are kept; strings may be made of
strings made of strings, which would fill the memory.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from litcli.formats._base import Failure
from litcli.formats._bibtex_inherit import Parents, inherited
from litcli.formats._bibtex_scan import Block, BrokenBlock, CommentBlock, EntryBlock, StringBlock, blocks

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
class File:
    """What a file holds."""

    entries: list[RawEntry]
    failures: list[Failure]
    comments: list[str]


def parse(text: str) -> File:
    """Return the entries of a file, with what they inherit, and what else stands in it.

    >>> parse('@string{j = "Journal"} @article{a, journal = j # { of Bees}, year = 2013}').entries[0].fields
    (('journal', 'Journal of Bees'), ('year', '2013'))
    """
    return put_together(list(blocks(text)))


def put_together(found: Sequence[Block]) -> File:
    """Do what `parse` does with the blocks of a file."""
    strings: dict[str, str] = {}
    for block in found:
        if isinstance(block, StringBlock):
            value = _value(block.value, strings)
            if len(value) <= _LONGEST_STRING:
                strings[block.name.casefold()] = value
    entries = [_raw(block, strings) for block in found if isinstance(block, EntryBlock)]
    failures = [Failure(block.line, block.reason, block.raw) for block in found if isinstance(block, BrokenBlock)]
    entries, unused = _with_inheritance(entries)
    return File(entries, [*failures, *unused], [block.text for block in found if isinstance(block, CommentBlock)])


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


def _with_inheritance(entries: list[RawEntry]) -> tuple[list[RawEntry], list[Failure]]:
    """Give each entry what it inherits; data that is kept apart for others (`@xdata`) is no entry, and told where nobody uses it."""
    heirs = list(filter(_is_heir, entries))
    if not heirs and all(entry.type != "xdata" for entry in entries):
        return entries, []
    parents = {entry.key.casefold(): (entry.type, entry.fields) for entry in reversed(entries)}
    used = {_bare(key) for entry in heirs for name, keys in entry.fields if name == "xdata" for key in keys.split(",")}
    unused = [entry for entry in entries if entry.type == "xdata" and entry.key.casefold() not in used]
    whole = [_heir(entry, parents) if _is_heir(entry) else entry for entry in entries if entry.type != "xdata"]
    return whole, [Failure(entry.line, UNUSED, entry.source) for entry in unused]


def _is_heir(entry: RawEntry) -> bool:
    return any(name in _LENDERS for name, _ in entry.fields)


_LENDERS = frozenset({"crossref", "xdata"})


def _heir(entry: RawEntry, parents: Parents) -> RawEntry:
    """Put what an entry inherits in the place of the keys of those that lend it; the key of one that is not here stays."""
    lent = inherited(entry.type, entry.fields, parents)
    if not lent:
        return entry
    own = [one for one in entry.fields if one[0] not in _LENDERS or any(_bare(key) not in parents for key in one[1].split(","))]
    return replace(entry, fields=(*own, *lent))


def _bare(key: str) -> str:
    return key.strip().casefold()
