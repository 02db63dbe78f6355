"""CyberLeninka: articles of Russian journals.

    Научная статья на тему 'TITLE' / TITLE Текст научной статьи по специальности «...» / CC BY / 278 / Ключевые слова / A / B / C /
    Аннотация научной статьи по ..., автор научной работы — Family Given Patronymic, ... / abstract / Похожие темы научных работ

What surprised us: the list of words gives each word again in English; the names stand at the end of the heading of the abstract; the title is
printed in capitals.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims, moved
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers.people import names_in

NAME = "cyberleninka"

MARKS = (
    Mark(0.5, "Научная статья на тему"),
    Mark(0.5, "Текст научной статьи по специальности"),
    Mark(0.4, "Аннотация научной статьи по"),
    Mark(0.3, "Похожие темы научных работ"),
    Mark(0.3, "Надоели баннеры"),
)
_TITLE = re.compile(r"^Научная статья на тему '(?P<title>.+)'$")
_SUBJECT = re.compile(r"^(?P<title>.+?) Текст научной статьи по специальности")
_HEADING = re.compile(r"^Аннотация научной статьи по .+?, автор научной работы [—–-] (?P<names>.+)$")
_WORDS = re.compile(r"^Ключевые слова:?\s*(?P<words>.*)$")
_SLASH = re.compile(r"[^/]+")
_BANNER = re.compile(r"^i Надоели баннеры|^Похожие темы")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def marks(layout: Layout) -> float:
    """Weigh the site's own headings."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; names and abstract by the heading of the abstract."""
    draft = generic.read(layout, NAME).without("author", "keyword", "abstract")
    titled = first_line(layout.lines, _TITLE) or first_line(layout.lines, _SUBJECT)
    found: list[Candidate] = []
    if titled:
        line, match = titled
        found += claims(layout.text, "title", moved(line.start, match, "title"), f"{NAME}.title", 0.96)
    own = bool(found) and bool(_CYRILLIC.search(layout.text[found[0].start : found[0].end]))
    found += [*_keywords(layout, own_script=own), *_abstract(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)]
    return amended(draft, found)


def _keywords(layout: Layout, *, own_script: bool) -> Iterator[Candidate]:
    """Read the words in the title's script; the others say the same in English."""
    heading = first_line(layout.lines, _WORDS)
    if not heading:
        return
    line: Line | None = heading[0] if heading[1]["words"] else layout.after(heading[0].index)
    start = heading[1].start("words") if heading[1]["words"] else 0
    places: list[Parts] = []
    for word in _SLASH.finditer(line.text, start) if line else ():
        if line and word.group().strip() and bool(_CYRILLIC.search(word.group())) == own_script:
            lead = len(word.group()) - len(word.group().lstrip())
            first = line.start + word.start() + lead
            places.append(((first, first + len(word.group().strip())),))
    if found := claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.92):
        yield found


def _abstract(layout: Layout) -> Iterator[Candidate]:
    """Read the names that end the heading, and the prose below it."""
    heading = first_line(layout.lines, _HEADING)
    if not heading:
        return
    line, match = heading
    names = (line.start + match.start("names"), line.end)
    if people := claim(layout.text, "author", names_in(layout, (names,)), f"{NAME}.author", 0.95):
        yield people
    parts: list[Span] = []
    for below in layout.lines[line.index + 1 :]:
        if _BANNER.match(below.text) or (parts and len(below.text) < PROSE):
            break
        parts.append(below.span)
    if parts and (found := claim(layout.text, "abstract", [tuple(parts)], f"{NAME}.abstract", 0.94)):
        yield found
