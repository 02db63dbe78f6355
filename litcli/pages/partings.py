r"""How the pages of a dump are parted, told from its first megabyte.

A separator line may as well be a heading's underline or a rule within one page, and a form feed the end of a sheet of paper, so a
parting counts only when what it parts looks like pages: each piece starts like a title and says what pages say (a year, a DOI,
"Abstract", "ISSN"). Doubt means: one page. Cutting a page in two loses more than leaving two together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from litcli.pages import mail
from litcli.pages.given import LOOK, PAGE_LIMIT, Given, Spot, split_lines
from litcli.pages.page import Found
from litcli.pages.pagelike import signs, starts_like_a_title


@dataclass(frozen=True)
class Piece:
    """One page of a dump as it comes: where its first line begins, and its bytes; None for more than a page may have."""

    offset: int
    content: bytes | None


@dataclass(frozen=True)
class Parting:
    """Lines that part pages: either lines that belong to no page, or the first lines of pages."""

    pattern: re.Pattern[bytes]
    belongs: bool = False
    """The line is the first of the page after it."""
    after_blank: bool = False
    """It counts only at the start and after a blank line."""
    first: int = 0
    """Where its group 1 numbers the pages, the first number: a line with any but the next is part of a page. 0 for no numbers."""

    def cut(self, lines: Iterable[bytes], limit: int) -> Iterator[Piece]:
        """Yield each piece that is not blank as it comes."""
        piece: list[bytes] = []
        place = start = size = 0
        number, blank = self.first, True
        for line in lines:
            found = self.pattern.match(line) if blank or not self.after_blank else None
            if found and (not self.first or int(found[1]) == number):
                number += 1
                if size:
                    yield Piece(start, b"".join(piece) if size <= limit else None)
                piece, size = [], 0
                kept = line if self.belongs else b""
            else:
                kept = line
            blank = not line.strip()
            if kept and (size or not blank):
                start = start if size else place
                size += len(kept)
                if size <= limit:
                    piece.append(kept)
                else:
                    piece.clear()
            place += len(line)
        if size:
            yield Piece(start, b"".join(piece) if size <= limit else None)


FORM_FEED = Parting(re.compile(rb"\f"))
MBOX = Parting(re.compile(rb"From \S.*\d\d:\d\d.*\d{4}\s*$"), belongs=True, after_blank=True)
TAGGED = tuple(Parting(re.compile(tag), belongs=True) for tag in (rb"PMID- ?\d", rb"TY  ?- ?[A-Z]", rb"%0 \S"))
"""Exports of records (MEDLINE, RIS, EndNote): the tag that each record begins with."""
HTML = Parting(re.compile(rb"\s*<!doctype\s+html", re.IGNORECASE), belongs=True)

_RULE = re.compile(rb"\s*([=*#_~-])\1{4,}\s*$|\s*([=*-])\2{4,}\s\S.{0,100}\s\2{4,}\s*$|==> .{1,200} <==\s*$")
_DRAWN = (b"-", b"_", b"~")
"""Of these, lines are often drawn within a page."""

_HEADER = re.compile(rb"([^\s\d:][^:\t\r\n]{0,60})(?::[ \t]+|\t)(?=\S)")
"""A label and its value; the bytes of letters that are not ASCII count singly."""
_NUMBERED = re.compile(rb"(\d{1,7})[.:] +(?=\S)")

_STRONG = (2, 0.6)
_WEAK = (3, 0.8)
"""How many signs of a work make a piece telling, and what share of the pieces must be. Weak are lines that are often drawn
within a page ("-----"); strong are all others."""

_LONG = 120
"""Characters that a piece has at least."""


def pages(given: Given) -> Iterator[Found] | None:
    """Return the pages of a dump; None where nothing parts an input."""
    found = parting(given.head)
    return _pages(given, found) if found else None


def _pages(given: Given, found: Parting) -> Iterator[Found]:
    for ordinal, piece in enumerate(found.cut(given.lines(), PAGE_LIMIT), 1):
        spot = Spot(given.origin, ordinal, piece.offset)
        yield mail.page_of(spot, piece.content) if found is MBOX and piece.content else spot.decoded(piece.content)


def parting(head: bytes) -> Parting | None:
    """Return how the pages of a dump are parted, told from its start; None where it is one page."""
    lines = list(split_lines([head]))
    return next((found for found in _candidates(lines) if found), None)


def _candidates(lines: list[bytes]) -> Iterator[Parting | None]:
    first = next((line for line in lines if line.strip()), b"")
    if MBOX.pattern.match(first):
        yield MBOX
    if sum(1 for line in lines if HTML.pattern.match(line)) > 1:
        yield HTML
    if HTML.pattern.match(first):
        return
    yield from (_if_pages(tagged, lines) for tagged in TAGGED if tagged.pattern.match(first))
    if b"\f" in lines:
        yield _if_pages(FORM_FEED, lines)
    yield from (_if_pages(rule, lines, _WEAK if weak else _STRONG) for rule, weak in _rules(lines))
    yield _headers(lines)
    yield _numbered(lines)


def _rules(lines: list[bytes]) -> list[tuple[Parting, bool]]:
    """Return the lines that may be separators, the strong and frequent first, and whether each is weak."""
    keys: Counter[bytes] = Counter()
    underlines: Counter[bytes] = Counter()
    for before, line in pairwise([b"", *lines]):
        if _RULE.match(line):
            key = _key(line)
            keys[key] += 1
            text = before.strip()
            underlines[key] += bool(text) and abs(len(text) - len(line.strip())) <= 2
    usual = [key for key, count in keys.most_common(8) if underlines[key] * 2 <= count]
    return sorted(((Parting(_pattern(key)), key[:1] in _DRAWN and not key.endswith(b" ")) for key in usual), key=itemgetter(1))


def _key(line: bytes) -> bytes:
    """Return what a separator's occurrences share: the line, or its frame where a name stands in it ("==> a.txt <==")."""
    line = line.strip()
    named = re.match(rb"(==>|([=*-])\2{4,})\s", line)
    return named[1] + b" " if named else line


def _pattern(key: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"\s*" + re.escape(key) + (b"" if key.endswith(b" ") else rb"\s*$"))


def _headers(lines: list[bytes]) -> Parting | None:
    """Tell a dump whose pages each begin with the same two labels ("Title: a", "Authors: b"), with or without a blank line between."""
    filled = [line for line in lines if line.strip()][:2]
    heads = [_HEADER.match(line) for line in filled]
    if len(heads) < 2 or not heads[0] or not heads[1] or heads[0][1] == heads[1][1]:
        return None
    found = Parting(re.compile(re.escape(heads[0][1]) + rb"(?::[ \t]|\t)"), belongs=True)
    second = re.compile(re.escape(heads[1][1]) + rb"[:\t]")
    starts = [[line for line in piece.splitlines() if line.strip()][1:2] for piece in _pieces(found, lines)]
    if not all(line and second.match(line[0]) for line in starts):
        return None
    return _if_pages(found, lines)


def _numbered(lines: list[bytes]) -> Parting | None:
    """Tell a dump whose pages are numbered, as PubMed's lists of abstracts are: "1. J Moss Res. 2019 ...", "2. ..."."""
    head = _NUMBERED.match(next((line for line in lines if line.strip()), b""))
    if not head or head[1] == b"0":
        return None
    return _if_pages(Parting(_NUMBERED, belongs=True, after_blank=True, first=int(head[1])), lines)


def _if_pages(found: Parting, lines: list[bytes], least: tuple[int, float] = _STRONG) -> Parting | None:
    pieces = [piece.decode(errors="replace") for piece in _pieces(found, lines)]
    odd = sum(len(piece) < _LONG or not (found.belongs or starts_like_a_title(piece)) for piece in pieces)
    telling = sum(signs(piece) >= least[0] for piece in pieces)
    return found if len(pieces) > 1 and odd <= len(pieces) // 5 and telling >= least[1] * len(pieces) else None


def _pieces(found: Parting, lines: list[bytes]) -> list[bytes]:
    return [piece.content for piece in found.cut(lines, LOOK) if piece.content]
