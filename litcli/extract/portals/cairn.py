"""Cairn.info: journals, books and magazines in French.

    CAIRN.INFO : Matières à réflexion / ... / Accueil Revues Journal Numéro 2015/2 (n° 42) Title / Title / Names / Dans Journal 2015/2 (n° 42),
    pages 45 à 60 / Article / Résumé / Plan / Auteurs / Cité par / abstract / Mots-clés / one a line / Mis en ligne sur Cairn.info le ... /
    https://doi.org/10.3917/... / ... / Publisher © Publisher. Tous droits réservés pour tous pays.

What surprised us: tabs named "Résumé" and "Plan" stand between the names and the abstract, which then has no heading of its own.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims, moved
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in
from litcli.extract.readers.words import split_words

NAME = "cairn"

MARKS = (
    Mark(0.5, "CAIRN.INFO", r"^CAIRN\.INFO\b", within=12),
    Mark(0.4, "Mis en ligne sur Cairn.info"),
    Mark(0.5, "Dans ", r"^Dans .{3,120} \d{4}/\d[\w-]* \((?:n°|N°|No|Vol|Tome)"),
    Mark(0.3, "Tous droits réservés pour tous pays"),
    Mark(0.3, "Cairn.info", within=10),
)
_PLACE = re.compile(
    r"^Dans (?P<container_title>.{3,120}?) (?P<issued>\d{4})/(?P<issue>\d[\w-]*)(?: \((?P<more>[^()]*)\))?"
    r"(?:, pages? (?P<page>\d+(?: (?:à|-) \d+)?))?$"
)
_WHOLE = re.compile(r"(?:n|N)[°o]\.? ?(?P<issue>[\w/-]+)")
_VOLUME = re.compile(r"(?:Vol\.?|Volume|Tome|T\.) ?(?P<volume>[\w-]+)")
_PAGES = re.compile(r"(?P<first>\d+) (?:à|-) (?P<last>\d+)$")
_PUBLISHER = re.compile(r"^(?P<publisher>[^©]{3,80}?) © ")
_DOI = re.compile(r"^https?://doi\.org/(?P<DOI>10\.\S+)$")
_TABS = frozenset("article|résumé|plan|auteurs|auteur|cité par|bibliographie|sur un sujet proche|file-pdf|notes|citer".split("|"))


def marks(layout: Layout) -> float:
    """Weigh the site's name and the line of journal, issue and pages."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: a list of results, or the contents of an issue."""
    if not first_line(layout.lines[:40], _PLACE) and any(
        line.folded in {"sommaire du numéro", "dans ce numéro"} for line in layout.lines
    ):
        return "a table of contents of an issue"
    return None


def read(layout: Layout) -> Draft:
    """Return what the page states: titles and names stand above the line of the journal, the abstract below the tabs."""
    draft = generic.read(layout, NAME)
    placed = first_line(layout.lines[:40], _PLACE)
    found = read_lines(layout, layout.lines, (_PUBLISHER, _DOI), NAME, 0.93)
    if not placed:
        return amended(draft, found)
    found += [*_numbers(layout, *placed), *_head(layout, placed[0]), *_text(layout, placed[0])]
    draft = draft.without("container-title", "volume", "issue", "page", "author", "issued")
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _numbers(layout: Layout, line: Line, match: re.Match[str]) -> Iterator[Candidate]:
    """Read the journal; of "2015/2 (n° 42)" the number that counts through is the issue."""
    for found in stated(layout, line.start, match, NAME, 0.96):
        if found.field not in {"issue", "page"}:
            yield found
    base = line.start + match.start("more") if match["more"] else line.start
    whole, volume = _WHOLE.search(match["more"] or ""), _VOLUME.search(match["more"] or "")
    yield from (
        stated(layout, base, whole, NAME, 0.95)
        if whole
        else claims(layout.text, "issue", moved(line.start, match, "issue"), f"{NAME}.issue", 0.95)
    )
    yield from stated(layout, base, volume, NAME, 0.95) if volume else ()
    if pages := _PAGES.search(line.text):
        parts = tuple(moved(line.start, pages, group) for group in ("first", "last"))
        yield from claimed(layout.text, "page", [parts], f"{NAME}.page", 0.96)
    elif match["page"]:
        yield from claims(layout.text, "page", moved(line.start, match, "page"), f"{NAME}.page", 0.95)


def _head(layout: Layout, placed: Line) -> Iterator[Candidate]:
    above = list(layout.lines[max(0, placed.index - 4) : placed.index])
    if above and likeness(above[-1].text) >= SURE:
        yield from claimed(layout.text, "author", names_in(layout, (above.pop().span,)), f"{NAME}.author", 0.95)
    if above:
        yield from claims(layout.text, "title", above[-1].span, f"{NAME}.title", 0.95)


def _text(layout: Layout, placed: Line) -> Iterator[Candidate]:
    """Read the first prose below the tabs, and the keywords below their heading."""
    below = [line for line in layout.lines[placed.index + 1 : placed.index + 16] if line.folded not in _TABS]
    prose = next((line for line in below if len(line.text) > PROSE), None)
    if prose:
        yield from claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.93)
    start = next((line.index for line in layout.lines if line.folded in {"mots-clés", "mots clés"}), None)
    places: list[Parts] = []
    for line in layout.lines[start + 1 :] if start is not None else ():
        if line.text.startswith(("Mis en ligne", "http", "Plan", "Cité", "Notes")) or len(line.text) > PROSE // 2:
            break
        places += split_words(layout, line.span)
    yield from filter(None, [claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.93)] if places else [])
