"""Kinds of work: what short lines near the head of a page say that the work is, with its genre where that matters."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Span, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import SURE, likeness
from litcli.extract.vocabulary import fold

HEAD = 40
"""So many lines may name the kind."""
LONGEST = 110
"""A longer line is prose."""

_VAGUE = frozenset({"paper", "data", "journal", "book"})
"""Words for kinds that between commas are as often subjects, places or parts of a menu: they count as a whole line only."""
_MENU = frozenset({"books", "journals"})
"""Kinds that menus offer: as a whole line they say nothing of the work."""
_CHAPTER = re.compile(
    r"^(?P<kind>chapter|kapitel|chapitre|capítulo|capitolo|hoofdstuk|rozdział|kapitola|kapittel|глава)\s+(?:\d{1,3}|[ivxlc]+)$",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"[([]?\b(?:open access|free access|full access|acesso aberto|acceso abierto|libre accès|accès libre|offener zugang|"
    r"revisado por pares)\b[)\]]?",
    re.IGNORECASE,
)


def kind_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield the kinds of work that short lines near the head name."""
    for line in lines[:HEAD]:
        if len(line.text) > LONGEST or line.cells:
            continue
        plain = _ACCESS.sub("", line.text).strip("[]() •")
        if fold(plain) in _MENU:
            continue
        if numbered := _CHAPTER.match(plain):
            place = line.start + line.text.find(plain)
            yield from claims(layout.text, "type", moved(place, numbered, "kind"), f"{rule}.kind", 0.8)
            continue
        whole = fold(plain) in layout.vocabulary.types
        if not whole and "," in plain and likeness(line.text) >= SURE:
            continue  # people have degrees, which are kinds of works too
        pieces = [fold(piece) for piece in plain.replace("|", ",").split(",")]
        named = whole or any(piece in layout.vocabulary.types for piece in pieces if piece not in _VAGUE)
        if named and kind_of_work(line.text):
            yield from claims(layout.text, "type", line.span, f"{rule}.kind", 0.85 if whole else 0.75)
            if (kind_of_work(line.text) or "").find("/") > 0:
                span = next((_piece_span(line, piece) for piece in pieces if piece in layout.vocabulary.types), line.span)
                yield from claims(layout.text, "genre", span, f"{rule}.genre", 0.8)


def _piece_span(line: Line, piece: str) -> Span:
    place = line.text.casefold().find(piece)
    return (line.start + place, line.start + place + len(piece)) if place >= 0 else line.span
