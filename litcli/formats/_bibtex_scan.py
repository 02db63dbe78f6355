r"""The blocks of a BibTeX file as they stand in it: entries with the pieces of their fields, strings, comments, what is broken.

Well-formed entries, which are all but a few, are cut here by one expression a field; what it does not match goes to bibtexparser, which
is five times as slow and knows what to do with an entry that never ends, with "\{", with "(" for "{", with @string and @comment. Both count a
block by the same marks: an entry ends where its braces do, or where a line begins another one. What surprised us: bibtexparser takes
"@article{" for the begin of an entry only if no line break stands within it, and loses what it does not take for one.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block as Parsed
from bibtexparser.model import Entry, ExplicitComment, ImplicitComment, ParsingFailedBlock, String

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would warn of comes back as failures


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a file."""

    start: int
    """Where it begins, in characters."""
    line: int
    """The same in lines, counted from 1."""
    raw: str
    """The part as it stands in the file."""


@dataclass(frozen=True, slots=True)
class EntryBlock(Block):
    """An entry."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    """Names and what stands behind their "=", braces or quotes included."""


@dataclass(frozen=True, slots=True)
class StringBlock(Block):
    """A `@string`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CommentBlock(Block):
    """A `@comment`."""

    text: str


@dataclass(frozen=True, slots=True)
class BrokenBlock(Block):
    """What should be an entry, and cannot be read as one."""

    reason: str


def blocks(text: str) -> Iterator[Block]:
    r"""Yield the blocks of a file in their order; what is neither entry nor `@...` is left out, as BibTeX does.

    >>> [type(block).__name__ for block in blocks('@string{j = "J"} text @article{a, title = {One}}\n@book{b, title = {no end')]
    ['StringBlock', 'EntryBlock', 'BrokenBlock']
    """
    at, line, counted = 0, 1, 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        line, counted = line + text.count("\n", counted, start), start
        entry = _entry(text, start, line)
        if entry:
            yield entry
            at = start + len(entry.raw)
        else:
            at = _next_plain(text, opening.end())
            yield from _odd(text[start:at], start, line)


_UNCLOSED = "no closing bracket is found"
_DEEPEST = 4
"""Braces within braces that are cut here."""
_TEXT = r"[^{}\\\n]++|\\[^{}\n]|\\?\n(?![ \t]*+@)"
_BARE = r'[^{}"\\\n]++|\\[^{}\n]|\\?\n(?![ \t]*+@)'


def _paired(text: str, depth: int) -> str:
    """Return the expression of a text whose braces come in pairs."""
    return text if depth == 0 else rf"{text}|\{{(?:{_paired(text, depth - 1)})*+\}}"


_BRACED = rf"\{{(?:{_paired(_TEXT, _DEEPEST)})*+\}}"
_PIECE = rf'{_BRACED}|"(?:{_BARE}|{_BRACED})*+"|[0-9]++|[^\W\d][\w.:+/-]*+'
_WORD = r"[^\s,{}()\"#%=@\\]++"
_OPENING = re.compile(r"@[ \t]*+\w++\s*+[{(]")
_HEAD = re.compile(rf"@[ \t]*+(?!(?:string|comment|preamble)\b)(\w++)\s*+\{{[ \t]*+({_WORD})\s*+(?=[,}}])", re.IGNORECASE)
_APART = r"(?:[\s,]++|%[^\n]*+)*+"
"""What stands between two fields: commas, blanks, and what people take for a comment."""
_FIELD = re.compile(rf"{_APART}({_WORD})\s*+=\s*+((?:{_PIECE})(?:\s*+#\s*+(?:{_PIECE}))*+)(?=[\s,}}])")
_END = re.compile(rf"{_APART}\}}")
_LINE_START = re.compile(r"^[ \t]*+(?=@)", re.MULTILINE)
_LOOSE_OPENING = re.compile(r"^([ \t]*+)@([ \t]*+)(\w++)(\s*+)(?=[{(])", re.MULTILINE)


def _entry(text: str, start: int, line: int) -> EntryBlock | None:
    """Return the entry that opens here; None where it is not well formed."""
    head = _HEAD.match(text, start)
    if not head:
        return None
    at = head.end()
    fields = []
    while field := _FIELD.match(text, at):
        fields.append((field[1], field[2]))
        at = field.end()
    end = _END.match(text, at)
    return EntryBlock(start, line, text[start : end.end()], head[1], head[2], tuple(fields)) if end else None


def places(block: EntryBlock, at: int) -> list[tuple[int, int, int]]:
    """Return where each field of an entry stands in it: its name, its value and its end; `at` is behind the key."""
    found = []
    begin = at
    while field := _FIELD.match(block.raw, at):
        found.append((field.start(1), field.start(2), field.start(2) + len(field[2].rstrip())))
        at = field.end()
    return found if len(found) == len(block.fields) else _searched(block, begin)


def _searched(block: EntryBlock, at: int) -> list[tuple[int, int, int]]:
    """Do what `places` does for an entry that bibtexparser read, between whose fields nothing but commas and blanks stands."""
    found = []
    for name, value in block.fields:
        start = block.raw.index(name, at)
        begin = block.raw.index(value, block.raw.index("=", start + len(name)) + 1)
        at = begin + len(value)
        found.append((start, begin, at))
    return found


def _next_plain(text: str, at: int) -> int:
    """Return where the next well-formed entry begins a line."""
    return next((found.end() for found in _LINE_START.finditer(text, at) if _entry(text, found.end(), 0)), len(text))


def _odd(text: str, start: int, line: int) -> Iterator[Block]:
    """Yield the blocks of a part that bibtexparser is to read, cut where it gives up a block: where a line begins the next one."""
    cuts = [0, *(found.start() for found in _LOOSE_OPENING.finditer(text) if found.start()), len(text)]
    for begin, end in pairwise(cuts):
        yield from _parsed(text[begin:end], start + begin, line)
        line += text.count("\n", begin, end)


def _parsed(text: str, start: int, line: int) -> Iterator[Block]:
    """Yield the blocks that bibtexparser finds; what it gives up reaches to the next one."""
    plain = _LOOSE_OPENING.sub(lambda found: f"{found[1]}@{found[3]}{' ' * len(found[2] + found[4])}", text)
    found = [block for block in parse_string(plain, parse_stack=[]).blocks if not isinstance(block, ImplicitComment)]
    starts = []
    at = 0
    for block in found:
        at = max(plain.find(block.raw or "@", at), at)
        starts.append(at)
        at += 1
    counted = 0
    for block, begin, end in zip(found, starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", counted, begin)
        counted = begin
        broken = isinstance(block, ParsingFailedBlock) and not isinstance(block.ignore_error_block, Entry)
        raw = text[begin:end].rstrip() if broken else text[begin : begin + len(block.raw or "")]
        yield _block(block, start + begin, line, raw)


def _block(parsed: Parsed, start: int, line: int, raw: str) -> Block:
    block = parsed.ignore_error_block if isinstance(parsed, ParsingFailedBlock) else parsed
    if isinstance(block, Entry):
        return EntryBlock(
            start, line, raw, block.entry_type, block.key, tuple((field.key, field.value) for field in block.fields)
        )
    if isinstance(block, String):
        return StringBlock(start, line, raw, block.key, block.value)
    if isinstance(block, ExplicitComment):
        return CommentBlock(start, line, raw, block.comment)
    if isinstance(parsed, ParsingFailedBlock):
        said = getattr(parsed.error, "abort_reason", None) or str(parsed.error)
        return BrokenBlock(start, line, raw, _UNCLOSED if "end of file" in said else " ".join(said.split()).rstrip("."))
    return Block(start, line, raw)
