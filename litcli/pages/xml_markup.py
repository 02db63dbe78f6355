"""XML made harmless before a parser sees it, piece by piece as it comes.

Declarations and document types go, so that no entity can be declared: each reference is resolved here by HTML's names, which
is what the writers of undeclared ones mean ("&eacute;", "&nbsp;"), and one that nobody knows stays as it stands. What a
strict parser would stumble upon is made text: a bare "&", a "<" that opens nothing, control characters; and so is what CDATA holds.

What surprised us: dumps are often documents one behind the other, each with a declaration of its own.
"""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from xml.sax.saxutils import escape  # it writes, and parses nothing

PROLOG = re.compile(r"\s*(?:<\?[^<>]{0,400}\?>\s*|<!--(?:[^-]|-(?!->)){0,20000}-->\s*)*")
"""What stands before a document's type and its first element: the declaration, comments, style sheets."""

_DECLARED = re.compile(r"\]\s*>")

_RISKY = re.compile(
    r"<\?xml\b[^<>]{0,300}\?>|<!doctype\b[^\[<>]{0,2000}>|&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6})|(\w{1,32}));|&|<(?![A-Za-z_/!?:])|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]",
    re.IGNORECASE,
)

_KEPT = frozenset({"&", "<", ">", '"', "'"})
_ALMOST = 2_400
"""The end of a piece may be the start of something so long: it waits for the next piece."""

_CDATA = "<![CDATA["
_LONGEST = 64 * 1024
"""CDATA that is longer may be cut, and then keeps its signs as a parser takes them."""

_SPACE = frozenset(map(chr, (9, 10, 13)))


def harmless(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces of one or more XML documents as they may be parsed, without declarations.

    >>> "".join(harmless(['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>R&D &ea', "cute; &b; p < 1</a>"]))
    '<a>R&amp;D é &amp;b; p &lt; 1</a>'
    """
    rest, begun = "", False
    for piece in pieces:
        text = rest + piece
        if not begun:
            text, begun = without_type(text.removeprefix("\ufeff")), True
        cut = _safe_end(text)
        yield from _as_text(text[:cut])
        rest = text[cut:]
    yield from _as_text(rest)


def without_type(text: str) -> str:
    """Return a document's start without its type and what that declares; nothing of one whose declarations do not end."""
    prolog = PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if text[start : start + 9].upper() != "<!DOCTYPE":
        return text
    opened, shut = text.find("[", start), text.find(">", start)
    if not 0 <= opened < shut:
        return text[shut + 1 :] if shut >= 0 else ""
    declared = _DECLARED.search(text, opened)
    return text[declared.end() :] if declared else ""


def _as_text(text: str) -> Iterator[str]:
    """Yield a text without what is risky, what CDATA holds as other text."""
    at = 0
    while (opened := text.find(_CDATA, at)) >= 0 and (shut := text.find("]]>", opened)) >= 0:
        yield _RISKY.sub(_instead, text[at:opened])
        yield _RISKY.sub(_instead, escape(text[opened + len(_CDATA) : shut]))
        at = shut + len("]]>")
    yield _RISKY.sub(_instead, text[at:])


def _safe_end(text: str) -> int:
    """Return where the text may be cut: before the last "<" or "&" near its end that nothing closes, and not within CDATA."""
    start = max(0, len(text) - _ALMOST)
    tag = text.rfind("<", start)
    reference = text.rfind("&", max(start, len(text) - 40))
    opened = [place for place, shut in ((tag, ">"), (reference, ";")) if place >= 0 and text.find(shut, place) < 0]
    cut = min(opened, default=len(text))
    held = text.rfind(_CDATA, max(0, cut - _LONGEST), cut)
    return held if held >= 0 and text.find("]]>", held, cut) < 0 else cut


def _instead(found: re.Match[str]) -> str:
    risky = found[0]
    if found[2]:
        letters = html5.get(f"{found[2]};") or html5.get(f"{found[2].lower()};")
        return escape(risky) if letters is None else escape(letters, {'"': "&quot;", "'": "&apos;"})
    if found[1]:
        return _letter(int(found[1][1:], 16) if found[1][0] in "xX" else int(found[1]))
    return escape(risky) if risky in _KEPT else " "


def _letter(code: int) -> str:
    letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    if letter in _KEPT:
        return escape(letter, {'"': "&quot;", "'": "&apos;"})
    return letter if (letter.isprintable() or letter in _SPACE or code > 0x9F) and code not in {0xFFFE, 0xFFFF} else " "
