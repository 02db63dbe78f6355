"""HTML that would cost a parser minutes, made harmless before it is parsed.

Lexbor's time grows with the square of the depth of nesting and of the number of attributes in one tag. Browsers stop nesting
at 512 levels; so do we: an opening tag below that is replaced by a space. Pages of honest size pass unchanged, after two
quick counts.
"""

import re
from dataclasses import dataclass

from litcli.pages.tags import CHOICES, NO_DEPTH, SHAPES

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
    flat, deep = _flat(markup)
    if deep:
        doubts = (*doubts, f"nested more than {_DEEPEST} levels deep; flattened")
    return Tamed(flat, doubts)


def _few_attributes(piece: str) -> str:
    tag = _TAG.search(piece) if len(piece) > _LONG_TAG else None
    if tag is None:
        return piece
    if sum(1 for _ in _ATTRIBUTE.finditer(piece, tag.end())) <= _MANY_ATTRIBUTES:
        return piece
    return piece[: tag.end()]


def _flat(markup: str) -> tuple[str, bool]:
    """Return the markup without the tags that are too deep, and whether there were any; choices of forms go as well."""
    kept: list[str] = []
    depth = done = foreign = 0
    deep = False
    for tag in _TAG.finditer(markup):
        name, closing = tag[2].lower(), bool(tag[1])
        if name in NO_DEPTH or (foreign > 0 and name in SHAPES and _closes_itself(markup, tag.end())):
            continue
        if name in {"svg", "math"}:
            foreign += -1 if closing else 1
        if closing:
            depth = max(0, depth - 1)
        elif name in CHOICES or depth == _DEEPEST:
            deep = deep or name not in CHOICES
            kept.append(markup[done : tag.start()])
            done = _end_of_tag(markup, tag.end())
        else:
            depth += 1
    return " ".join((*kept, markup[done:])), deep


def _closes_itself(markup: str, start: int) -> bool:
    return markup[_end_of_tag(markup, start) - 2 : start + _LONG_TAG].startswith("/>")


def _end_of_tag(markup: str, start: int) -> int:
    end = markup.find(">", start)
    return len(markup) if end < 0 else end + 1
