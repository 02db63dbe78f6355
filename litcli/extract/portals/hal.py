"""HAL: the French archive; its pages and the cover sheets of its documents, as they stand alone or on a host's site.

    # Title / Abstract : ... / V.M. Abazov, G. Bernardi, et al.. Title. Journal, Publisher, 2014, 90, pp.092006. ⟨10.1103/...⟩. ⟨in2p3-00935061⟩
    HAL Id: tel-00250225 / Submitted on 11 Feb 2008 / HAL is a multi-disciplinary ... / Title / Name / To cite this version: / citation

What surprised us: the citation alone tells journal, university or event, in an order that depends on the kind of work; angle brackets,
which lossy text turns into a replacement character, hold the DOI, then numbers of the archive; "Submitted on" is the day of the deposit.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.hosted import confirmed, document, frame
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, stated, without_line
from litcli.extract.candidates import Candidate, Span, claim, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.people import likeness, names_in

NAME = "hal"

_ID = (
    r"(?:hal|tel|inria|halshs|in2p3|inserm|cea|pasteur|insu|obspm|ujm|lirmm|ineris|hprints|sic|jpa|ensl|cel|mem|dumas|anses|irsn|emse|edutice|artxibo|"
    r"insa|ird|meteo|univ|ifp|hceres)[-_]\d{7,8}(?:v\d{1,2})?"
)
_OPEN, _SHUT = r"[⟨〈<�]", r"[⟩〉>�]"
MARKS = (
    Mark(0.7, "-0", rf"{_OPEN}\s?{_ID}\s?{_SHUT}"),
    Mark(0.6, "HAL Id", r"HAL Id\s?:"),
    Mark(0.6, "HAL is a multi-disciplinary open access"),
    Mark(0.5, "archive ouverte pluridisciplinaire HAL"),
    Mark(0.5, "hal.archives-ouvertes.fr"),
    Mark(0.3, "Liste complète des métadonnées"),
)
_CITED = re.compile(rf"{_OPEN}\s?{_ID}\s?{_SHUT}")
_DOI = re.compile(rf"{_OPEN}\s?(?P<DOI>10\.\d{{4,9}}/[^⟩〉>�\s]+)\s?{_SHUT}")
_ARXIV = re.compile(rf"{_OPEN}\s?arXiv:(?P<arXiv>[\w./-]+)\s?{_SHUT}")
_YEAR = r"(?P<issued__calendar>(?:1[89]|20)\d\d)"
_PAGES = r"(?:,? pp?\.\s?(?P<page>[\w.:]+(?:\s?[-–]\s?[\w.:]+)?))"
_SHAPES = (
    re.compile(rf"^[^.]*\[[\w.-]+\]\. (?P<type__thesis>(?P<publisher>.+?)), {_YEAR}\.(?: (?P<language>[^\W\d_]+))?\.?$"),
    re.compile(
        rf"^\[(?P<type__report>[^\]]+)\] (?:(?P<number>[^,.]*\d[^,.]*), )?(?:(?P<publisher>[^.]+?)\. )?{_YEAR}"
        r"(?:, pp?\.\s?(?P<number_of_pages>\d+))?"
    ),
    re.compile(rf"^(?P<type__preprint>{_YEAR})\.?$"),
    re.compile(
        rf"^(?P<type__at_event>(?P<event_title>.+?)), (?P<event_date>[^\W\d_]{{3,9}}\.? \d{{4}}), (?P<event_place>[^.,]+(?:, [^.,]+)?)\.?"
        rf"(?:\s?{_PAGES})?(?:\.$|,?\s|$)"
    ),
    re.compile(
        rf"^(?:(?P<editor>[^.]+(?:\.[^.]{{1,20}})*?)\. )?(?P<type__in_book>(?P<container_title>[^.]+?)), (?:[\w\s]+, )?(?P<publisher>[^,]+)"
        rf"{_PAGES}, {_YEAR}\b"
    ),
    re.compile(
        rf"^(?P<type__in_journal>(?P<container_title>.+?)), (?:(?P<publisher>[^,]+(?: (?:&|and|et) [^,]+)?), )?{_YEAR}, (?:[^,\d]{{8,}}, )?"
        rf"(?P<volume>[\w./–-]+(?: \(?(?:Suppl|Part)[^,()]*\)?)?)(?: \((?P<issue>[^()]+)\))?{_PAGES}?(?:\.$|\.\s|$)"
    ),
    re.compile(rf"^(?P<type__in_journal>(?P<container_title>[^,]+)), (?:(?P<publisher>[^,]+), )?{_YEAR}{_PAGES}?\.?$"),
)
"""What follows the title: of a thesis, a report, a preprint, a paper, a chapter, an article, an article without a volume."""
_EVENT_YEAR = re.compile(r", [^\W\d_]{3,9}\.? (?P<issued__calendar>\d{4}), ")
_HEADED = re.compile(r"^(?:To cite this version|Pour citer ce document|Citation|Citer|Cite)\s?:?$", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the archive's number in angle brackets and what its cover sheet says of itself."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; the citation is surer than all else."""
    around = frame(layout)
    page = document(layout, around)
    draft = generic.read(page, NAME)
    line = _citation(page)
    if not line:
        return draft
    cover = any(_HEADED.match(found.text) for found in page.lines[:60]) and page.lines[0].mark != "heading"
    title = around.title if around and confirmed(around, page) else None if cover else page.lines[0]
    known = title.span if title and title.index != line.index and title.text in line.text else None
    found = [*_parts(page, line, page.text[slice(*known)] if known else None)]
    if known:
        found += claims(page.text, "title", known, f"{NAME}.title", 0.97)
    elif "title" not in {candidate.field for candidate in found}:
        found += draft.of("title")[:1]
    abstracts = [without_line(page, candidate, line) for candidate in draft.of("abstract")[:1] if not cover]
    return amended(draft.without("abstract", "container-title", "volume", "issue", "page", "number"), (*found, *abstracts))


def _citation(page: Layout) -> Line | None:
    """Return the line that ends in the archive's number."""
    return next((line for line in page.lines if len(line.text) > 40 and _CITED.search(line.text)), None)


def _parts(page: Layout, line: Line, known: str | None) -> Iterator[Candidate]:
    """Part "Names. Title. Place. ⟨DOI⟩. ⟨number⟩"."""
    for pattern in (_DOI, _ARXIV):
        if bracket := pattern.search(line.text):
            yield from stated(page, line.start, bracket, NAME, 0.97)
    brackets = re.search(rf"[.,\s]*{_OPEN}", line.text)
    end = line.start + (brackets.start() if brackets else len(line.text))
    names, title, rest = _cut(page, (line.start, end), known)
    if names and (people := claim(page.text, "author", names_in(page, (names,)), f"{NAME}.author", 0.95)):
        yield people
    if title and not known:
        yield from claims(page.text, "title", title, f"{NAME}.title", 0.92)
    if rest:
        yield from _place(page, rest)


def _cut(page: Layout, span: Span, known: str | None) -> tuple[Span | None, Span | None, Span | None]:
    """Return names, title and what follows; by the known title, else by the first full stops that leave names and a title."""
    start, end = span
    text = page.text[start:end]
    if known and (at := text.find(known)) > 0:
        return strip(page.text, start, start + at, "., "), None, strip(page.text, start + at + len(known), end, ". ")
    for stop in re.finditer(r"\.{1,2}\s+(?=[^\W_])", text):
        if likeness(text[: stop.start()]) >= 0.6 and not re.search(r"(?:^|[\s.])[A-ZÀ-Þ]$", text[: stop.start()]):
            for ending in re.finditer(r"[.?!]\s+(?=[\[A-ZÀ-Þ\d])", text[stop.end() :]):
                rest = (start + stop.end() + ending.end(), end)
                if any(shape.match(page.text[slice(*rest)]) for shape in _SHAPES):
                    keep = ending.start() + (text[stop.end() + ending.start()] in "?!")
                    return (start, start + stop.start()), (start + stop.end(), start + stop.end() + keep), rest
            return (start, start + stop.start()), None, None
    return None, None, None


def _place(page: Layout, rest: Span) -> Iterator[Candidate]:
    """Read what follows the title, by the first shape that it has."""
    text = page.text[slice(*rest)]
    for shape in _SHAPES:
        if found := shape.match(text):
            yield from stated(page, rest[0], found, NAME, 0.95)
            if "event_date" in found.groupdict() and (year := _EVENT_YEAR.search(text)):
                yield from stated(page, rest[0], year, NAME, 0.9)
            return
