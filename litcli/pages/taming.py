"""HTML that would cost a parser minutes, made harmless before it is parsed.

Lexbor's time grows with the square of the depth of nesting and of the number of attributes in one tag. Browsers stop nesting
at 512 levels; so do we: an opening tag below that is replaced by a space. Pages of honest size pass unchanged, after two
quick counts.
"""

import re
from dataclasses import dataclass

from litcli.pages.tags import NO_DEPTH, SHAPES

_MANY_TAGS = 10_000
"""Fewer tags than this cost little however they are nested."""

_DEEPEST = 512
_LONG_TAG = 8_000
_MANY_ATTRIBUTES = 2_000

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]+[^\s/]")


@dataclass(frozen=True)
class Tamed:
    """The markup as it may be parsed, and what was changed."""

    markup: str
    doubts: tuple[str, ...] = ()


def tame(markup: str) -> Tamed:
    """Return markup that parses in a time that grows with its length alone.

    >>> tame("<p>On Bees").doubts, tame("<div>" * 100_000).doubts
    ((), ('nested more than 512 levels deep; flattened',))
    """
    pieces = markup.split(">")
    doubts: tuple[str, ...] = ()
    if max(map(len, pieces)) > _LONG_TAG:
        bare = ">".join(_few_attributes(piece) for piece in pieces)
        if len(bare) < len(markup):
            markup, doubts = bare, (f"a tag with more than {_MANY_ATTRIBUTES} attributes; they were left out",)
    if len(pieces) <= _MANY_TAGS and markup.count("<") <= _MANY_TAGS:
        return Tamed(markup, doubts)
    flat = _flat(markup)
    return Tamed(flat, doubts if flat is markup else (*doubts, f"nested more than {_DEEPEST} levels deep; flattened"))


def _few_attributes(piece: str) -> str:
    tag = _TAG.search(piece) if len(piece) > _LONG_TAG else None
    if tag is None:
        return piece
    if sum(1 for _ in _ATTRIBUTE.finditer(piece, tag.end())) <= _MANY_ATTRIBUTES:
        return piece
    return piece[: tag.end()]


def _flat(markup: str) -> str:
    kept: list[str] = []
    depth = done = foreign = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in NO_DEPTH or (foreign > 0 and name in SHAPES and _closes_itself(markup, tag.end())):
            continue
        if name in {"svg", "math"}:
            foreign += -1 if tag[1] else 1
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST and not tag[1]:
            depth -= 1
            kept.append(markup[done : tag.start()])
            done = _end_of_tag(markup, tag.end())
    return markup if not done else " ".join((*kept, markup[done:]))


def _closes_itself(markup: str, start: int) -> bool:
    return markup[_end_of_tag(markup, start) - 2 : start + _LONG_TAG].startswith("/>")


def _end_of_tag(markup: str, start: int) -> int:
    end = markup.find(">", start)
    return len(markup) if end < 0 else end + 1
