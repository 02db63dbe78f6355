"""Scopus: the page of a document, old and new, and the text that it exports.

    Journal / Volume 44, Issue 2, 1 January 2009, Pages 101-109 / Title (Article) / Perch, A.M.a, Twigg, B.b / ... / Abstract / ...
    Journal•Open Access•Volume 8, Issue 7•July 2021•Article number 1123 / Title / Reed, Sanna a Send mail to Reed S. ; Sedge, Marco b / ...
    EXPORT DATE: ... / names / numbers of the authors / Title / (2015) Journal, 12 (3), pp. 45-58. Cited 3 times. / ABSTRACT: ... /
    SOURCE: Scopus

What surprised us: marks of affiliations are glued to the names, keywords of old pages to each other; indexed keywords are not the authors', and
"REFERENCES:" stands between the rows of an export.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.words import split_words

NAME = "scopus"

MARKS = (
    Mark(0.6, "SOURCE: Scopus", r"^SOURCE: Scopus$"),
    Mark(0.4, "EXPORT DATE:", r"^EXPORT DATE: ", within=4),
    Mark(0.5, "SciVal Topic Prominence"),
    Mark(0.4, "Scopus", r"^(?:Scopus|This is a preview of the Scopus record)$", within=8),
    Mark(0.3, "Indexed keywords", r"^Indexed keywords$"),
    Mark(0.3, "Original language", r"^Original language(?::|$)"),
    Mark(0.3, "Source Type: "),
    Mark(0.2, "document results"),
)
_LIST = re.compile(r"^[\d,]+ document results$")
_CITED = re.compile(
    r"^\((?P<issued__calendar>\d{4})\) (?P<container_title>.+?)(?: \(including subseries [^()]*\))?,"
    r"(?: (?P<volume>\d[\w ./-]*?)(?: \((?P<issue>[\w ./-]+)\))?,)?"
    r"(?: art\. no\. (?P<number>[\w.-]+),)?(?: pp?\. (?P<page>\w+(?: ?- ?\w+)?))?[.,]"
)
_PLACE_OLD = re.compile(
    r"^(?:Volume (?P<volume>[\w.-]+), )?(?:Issue (?P<issue>[\w./ -]+?), )?(?P<issued>(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})"
    r"(?:, Article number (?P<number>[\w.-]+))?(?:, Pages (?P<page>\w+(?:-\w+)?))?$"
)
_PLACE_NEW = re.compile(
    r"^(?P<container_title>[^•]{3,160}?) ?•(?: ?(?:[A-Z][a-z]+ )?Open Access ?•)?"
    r"(?: ?Volume (?P<volume>[\w.-]+)(?:, Issue (?P<issue>[\w./ -]+?))?)?(?:,? ?Pages (?P<page>\w+(?: ?- ?\w+)?))? ?"
    r"• ?(?P<issued__calendar>(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})(?: ?• ?Article number (?P<number>[\w.-]+))?$"
)
_KIND_BEHIND = re.compile(r"^(?P<title>.+?) ?\((?P<type>[A-Z][a-z]+(?: [A-Za-z]+)?)\)(?: ?\(Open Access\))?$")
_ROWS = (
    re.compile(r"^AUTHOR KEYWORDS: (?P<keyword>.+)$"),
    re.compile(r"^ABSTRACT: (?P<abstract>.+?)(?: © .*)?$"),
    re.compile(r"^DOCUMENT TYPE: (?P<type>.+)$"),
    re.compile(r"^EDITORS: (?P<editor>.+)$"),
    re.compile(r"^PUBLISHER: (?P<publisher>.+)$"),
    re.compile(r"^ABBREVIATED SOURCE TITLE: (?P<container_title_short>.+)$"),
    re.compile(r"^CONFERENCE NAME: (?P<event_title>.+)$"),
    re.compile(r"^CONFERENCE DATE: (?P<event_date>.+)$"),
    re.compile(r"^LANGUAGE OF ORIGINAL DOCUMENT: (?P<language>\w+)"),
    re.compile(r"^DOI: (?P<DOI>10\.\S+)$"),
    re.compile(r"^PUBMED ID: (?P<PMID>\d+)"),
)
_OTHER_ROWS = ("REFERENCES:", "AFFILIATIONS:", "AUTHOR FULL NAMES:", "CORRESPONDENCE ADDRESS:", "INDEX KEYWORDS:", "EXPORT DATE:")
_BUTTONS = re.compile(
    r"^(?:View (?:references|at Publisher|additional|PDF|more)|Save all to|Send mail|Hide additional|< Back|Abstract$|Author keywords$)"
)
_NAME_OLD = re.compile(r"[^\W\d_][^\d,;]*?, (?:[^\W\d_a-z]\.[- ]?)+")
_NAME_FULL = re.compile(r"([^\W\d_][^;()]*?)(?: \(\d{8,}\)|(?: [a-z](?:, ?[a-z])*)?(?: Send mail to [^;]*)?(?=\s*;|$))")
_GLUED = re.compile(r"(?<=[a-zà-ÿ)])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def marks(layout: Layout) -> float:
    """Weigh the name of the database and labels that only it prints."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    if first_line(layout.lines[:12], _LIST):
        return "a list of search results"
    exported = sum(line.text == "SOURCE: Scopus" for line in layout.lines)
    return f"a list of several works: an export of {exported} records; read it with 'litcli import'" if exported > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page or the export states."""
    exported = any(line.text == "SOURCE: Scopus" for line in layout.lines)
    seen = _without_others(layout) if exported else layout
    draft = generic.read(seen, NAME)
    if exported:
        return amended(draft.without("author", "title", "keyword"), _export(layout))
    draft = draft.without("author", "container-title", "volume", "issue", "page", "number", "issued", "keyword", "editor")
    return amended(draft, _page(seen))


def _without_others(layout: Layout) -> Layout:
    """Return an export without references and addresses, which may take several lines each."""
    dropped: set[int] = set()
    inside = False
    for line in layout.lines:
        inside = line.text.startswith(_OTHER_ROWS) or (inside and not re.match(r"[A-Z][A-Z ]{3,}: |$", line.text))
        if inside:
            dropped.add(line.index)
    return layout.under(layout.vocabulary, lambda line: line.index not in dropped)


def _export(layout: Layout) -> Iterator[Candidate]:
    yield from read_lines(layout, layout.lines, _ROWS, NAME, 0.97)
    cited = first_line(layout.lines[:12], _CITED)
    if not cited:
        return
    yield from stated(layout, cited[0].start, cited[1], NAME, 0.96)
    head = [line for line in layout.lines[: cited[0].index] if not line.text.startswith(("Scopus", *_OTHER_ROWS))]
    if head:
        yield from claims(layout.text, "title", head[-1].span, f"{NAME}.title", 0.97)
    full = next((line for line in layout.lines[:8] if line.text.startswith("AUTHOR FULL NAMES: ")), None)
    places: list[Parts] = []
    if full:
        places = [(moved(full.start, found, 1),) for found in _NAME_FULL.finditer(full.text, len("AUTHOR FULL NAMES: "))]
    elif head:
        yield from stated(layout, head[0].start, re.fullmatch("(?P<author>.+)", head[0].text) or cited[1], NAME, 0.95)
    if people := claim(layout.text, "author", places, f"{NAME}.author", 0.96):
        yield people


def _page(layout: Layout) -> Iterator[Candidate]:
    head = layout.lines[:40]
    placed = first_line(head, _PLACE_NEW) or first_line(head, _PLACE_OLD)
    if placed:
        line, match = placed
        yield from stated(layout, line.start, match, NAME, 0.96)
        if line.index and "container_title" not in match.groupdict():
            yield from claims(layout.text, "container-title", layout.lines[line.index - 1].span, f"{NAME}.journal", 0.93)
        yield from _below(layout, layout.lines[line.index + 1 : line.index + 3])
    yield from _abstract(layout)
    if words := next((layout.after(line.index) for line in layout.lines if line.folded == "author keywords"), None):
        yield from claimed(layout.text, "keyword", _keywords(layout, words), f"{NAME}.keyword", 0.93)


def _below(layout: Layout, lines: tuple[Line, ...]) -> Iterator[Candidate]:
    """Read title and names below the line of the journal's numbers."""
    if not lines:
        return
    if titled := _KIND_BEHIND.match(lines[0].text):
        yield from stated(layout, lines[0].start, titled, NAME, 0.96)
    else:
        yield from claims(layout.text, "title", lines[0].span, f"{NAME}.title", 0.96)
    for line in lines[1:]:
        if ";" in line.text or "Send mail" in line.text:
            places: list[Parts] = [(moved(line.start, found, 1),) for found in _NAME_FULL.finditer(line.text)]
        else:
            places = [(moved(line.start, found),) for found in _NAME_OLD.finditer(line.text)]
        if people := claim(layout.text, "author", places, f"{NAME}.author", 0.93):
            yield people


def _abstract(layout: Layout) -> list[Candidate]:
    """Read the first prose below the heading, past the button between."""
    heading = next((line.index for line in layout.lines if line.folded == "abstract"), None)
    below = layout.lines[heading + 1 : heading + 4] if heading is not None else ()
    prose = next((line for line in below if not _BUTTONS.match(line.text)), None)
    if not prose:
        return []
    end = prose.text.rfind(" ©")
    span = (prose.start, prose.start + end if end > 0 else prose.end)
    return claims(layout.text, "abstract", span, f"{NAME}.abstract", 0.95)


def _keywords(layout: Layout, line: Line) -> list[Parts]:
    """Part keywords by their semicolons, or where a capital follows a small letter without a space."""
    if ";" in line.text or not _GLUED.search(line.text):
        return split_words(layout, line.span)
    cuts = [0, *(found.start() for found in _GLUED.finditer(line.text)), len(line.text)]
    return [((line.start + start, line.start + end),) for start, end in pairwise(cuts)]
