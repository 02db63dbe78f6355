"""The blocks of a BibTeX file: bibtexparser cuts it, here its values are put together and its oddities undone.

In goes a file's text, out come its entries with their fields as LaTeX, and the blocks that are no entry. What surprised us:
bibtexparser sets aside an entry that repeats another's key or one of its own fields, and leaves concatenations (`"Proc. " # acm`)
alone, so that both are done here. Lines are counted from 0 there, from 1 here.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, ParsingFailedBlock
from bibtexparser.model import Entry as Parsed

from litcli.formats._base import Failure

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it would warn of comes back as failures

_NOT_INHERITED = frozenset({"crossref", "xref", "ids", "entrysubtype", "label", "shorttitle", "keywords", "abstract", "note"})
_LONGEST_STRING = 2000
"""A longer @string is not put in where it is named: strings made of strings made of strings would fill the memory."""
_INHERITED_AS = {"title": "booktitle", "subtitle": "booksubtitle"}


@dataclass(frozen=True)
class RawEntry:
    """An entry as it stands in the file; names of types and fields in lower case."""

    type: str
    key: str
    line: int
    fields: tuple[tuple[str, str], ...]
    """Name and LaTeX, in the file's order; a field may stand more than once."""
    source: str
    """The entry as it stands in the file."""


def parse(text: str) -> tuple[list[RawEntry], list[Failure]]:
    """Return the entries of a file, with what they inherit by `crossref`, and the blocks that are none.

    >>> parse('@string{j = "Journal"} @article{a, journal = j # { of Bees}, year = 2013}')[0][0].fields
    (('journal', 'Journal of Bees'), ('year', '2013'))
    """
    library = parse_string(text, parse_stack=[])
    strings: dict[str, str] = {}
    for string in library.strings:
        value = _value(string.value, strings)
        if len(value) <= _LONGEST_STRING:
            strings[string.key.casefold()] = value
    entries, failures = [], []
    for block in library.blocks:
        parsed = _entry(block)
        if parsed is not None:
            entries.append(_raw(parsed, strings))
        elif isinstance(block, ParsingFailedBlock):
            failures.append(Failure((block.start_line or 0) + 1, _reason(block), block.raw or ""))
    return _inherited(entries), failures


def _entry(block: Block) -> Parsed | None:
    found = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
    return found if isinstance(found, Parsed) else None


def _raw(parsed: Parsed, strings: Mapping[str, str]) -> RawEntry:
    fields = tuple((field.key.casefold(), _value(field.value, strings)) for field in parsed.fields)
    return RawEntry(parsed.entry_type.casefold(), parsed.key, (parsed.start_line or 0) + 1, fields, parsed.raw or "")


def _reason(block: ParsingFailedBlock) -> str:
    said = getattr(block.error, "abort_reason", None) or str(block.error)
    return " ".join(said.split()).rstrip(".")


def _value(stated: str, strings: Mapping[str, str]) -> str:
    """Return a value without its braces or quotes, names of strings replaced, pieces joined."""
    if "#" not in stated and stated[:1] + stated[-1:] in {"{}", '""'} and len(stated) > 1:
        return stated[1:-1]
    return "".join(_piece(piece.strip(), strings) for piece in _pieces(stated))


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if piece[:1] + piece[-1:] in {"{}", '""'} and len(piece) > 1:
        return piece[1:-1]
    return strings.get(piece.casefold(), piece)


def _pieces(stated: str) -> Iterator[str]:
    """Cut at the "#" signs that stand outside of braces and quotes."""
    depth, start, quoted, escaped = 0, 0, False, False
    for at, sign in enumerate(stated):
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
        elif sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield stated[start:at]
            start = at + 1
    yield stated[start:]


def _inherited(entries: Sequence[RawEntry]) -> list[RawEntry]:
    parents = {entry.key.casefold(): entry for entry in reversed(entries)}
    return [_heir(entry, parents) for entry in entries]


def _heir(entry: RawEntry, parents: Mapping[str, RawEntry]) -> RawEntry:
    """Give an entry the fields of the one that it names in `crossref`, where it has none of its own."""
    own = dict(entry.fields)
    parent = parents.get(own.get("crossref", "").strip().casefold())
    if parent is None:
        return entry
    lent = ((_INHERITED_AS.get(name, name), value) for name, value in parent.fields if name not in _NOT_INHERITED)
    return replace(entry, fields=(*entry.fields, *((name, value) for name, value in lent if name not in own)))
