"""BazTech and other collections of Yadda (ICM, Warsaw), in Polish and English.

    menu / Czasopismo / Journal / Tytuł artykułu / Title / Autorzy Obrębski, J. B. / Warianty tytułu / EN Title / Konferencja ... /
    Języki publikacji PL / Abstrakty / PL abstract / EN abstract / Słowa kluczowe / PL a   b   c / Wydawca / Rocznik / Tom / Strony

What surprised us: a code of two letters before each abstract, title and list of words tells its language; the date in the line of a conference
is that of the conference; words of a list are parted by wide gaps alone.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, read_lines
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims
from litcli.extract.layout import Layout, Line, strip

NAME = "baztech"

MARKS = (
    Mark(0.6, "bwmeta1.element"),
    Mark(0.5, "cannonical link button"),
    Mark(0.4, "Tytuł artykułu", r"^Tytuł artykułu$"),
    Mark(0.4, "Article title", r"^Article title$"),
    Mark(0.3, "Warianty tytułu"),
    Mark(0.3, "Title variants"),
    Mark(0.3, "Języki publikacji"),
    Mark(0.3, "Languages of publication"),
    Mark(0.2, "Treść / Zawartość"),
)
_CODED = re.compile(r"^(?P<code>PL|EN|DE|FR|RU|ES|IT|UK|CS|SK)\s+(?=\S)")
_LANGUAGE = re.compile(r"^(?:Języki publikacji|Languages of publication)\s+(?P<language>[A-Z]{2})\b")
_PLACES = (
    _LANGUAGE,
    re.compile(r"^(?:Wydawca|Publisher)\s{1,3}(?P<publisher>\S.{3,120})$"),
    re.compile(r"^(?:Rocznik|Year)\s+(?P<issued__calendar>(?:19|20)\d\d)$"),
    re.compile(
        r"^(?:Tom|Volume)\s+(?:(?:Vol|T|R|Tom)\.\s?)?(?P<volume>[\w/-]+)(?:,\s?(?:nr|z|no|iss|issue|zesz)\.?\s?(?P<issue>[\w./ -]+?))?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:Strony|Pages)\s+(?P<page>[A-Za-z]?\d[\w–-]*)$"),
    re.compile(
        r"^(?:Konferencja|Conference)\s+(?P<event_title>[^();]{5,200}?\s*"
        r"\([^()]*?(?P<event_date>[\d-]+\.\d{1,2}\.\d{4})\s?;\s?(?P<event_place>[^()]+)\))$"
    ),
)
_ABSTRACTS = ("abstrakty", "abstracts", "abstrakt", "abstract")
_WORDS = ("słowa kluczowe", "keywords")
_AUTHORS = re.compile(r"^(?:Autorzy|Authors)\s+(?=\S)")
_GAP = re.compile(r"\s{2,}|\t+|\s*[;•·]\s*")


def marks(layout: Layout) -> float:
    """Weigh the identifier in the address and the headings that Yadda words so."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states; of texts in several languages that in the work's own."""
    draft = generic.read(layout, NAME)
    own = next((named["language"] for line in layout.lines if (named := _LANGUAGE.match(line.text))), None)
    found = read_lines(layout, layout.lines, _PLACES, NAME, 0.94)
    head = (*_title(layout), *_people(layout), *_variant(layout))
    draft = amended(draft, (*found, *head, *_abstract(layout, own), *_keywords(layout, own)))
    dated = any(candidate.field == "issued" for candidate in found)
    return draft if dated else draft.without("issued")


def _coded_below(layout: Layout, heads: tuple[str, ...], own: str | None) -> Span | None:
    """Return the text in the work's language below a heading, without its code; the first one where none is."""
    start = next((line.index for line in layout.lines if line.folded in heads), None)
    below = layout.lines[start + 1 : start + 8] if start is not None else ()
    spans = [(code["code"], (line.start + code.end(), line.end)) for line in below if (code := _CODED.match(line.text))]
    return next((span for code, span in spans if code == own), spans[0][1] if spans else None)


def _abstract(layout: Layout, own: str | None) -> list[Candidate]:
    span = _coded_below(layout, _ABSTRACTS, own)
    return claims(layout.text, "abstract", span, f"{NAME}.abstract", 0.95) if span and span[1] - span[0] > 60 else []


def _keywords(layout: Layout, own: str | None) -> Iterator[Candidate]:
    span = _coded_below(layout, _WORDS, own)
    places = _between_gaps(layout, span) if span else []
    if len(places) > 1 and (found := claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.93)):
        yield found


def _between_gaps(layout: Layout, span: Span) -> list[Parts]:
    edges = [span[0], *(edge for gap in _GAP.finditer(layout.text, *span) for edge in gap.span()), span[1]]
    return [((start, end),) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _title(layout: Layout) -> list[Candidate]:
    heading = next((line for line in layout.lines if line.folded in {"tytuł artykułu", "article title"}), None)
    following = layout.after(heading.index) if heading else None
    return claims(layout.text, "title", following.span, f"{NAME}.title", 0.96) if following else []


def _people(layout: Layout) -> list[Candidate]:
    """Read the names behind their label, which only wide gaps part."""
    for line in layout.lines[:40]:
        if named := _AUTHORS.match(line.text):
            span = strip(layout.text, line.start + named.end(), line.end)
            people = claim(layout.text, "author", _between_gaps(layout, span), f"{NAME}.author", 0.95)
            return [people] if people else []
    return []


def _variant(layout: Layout) -> Iterator[Candidate]:
    """Read the title in another language."""
    line: Line | None = next((line for line in layout.lines if line.folded in {"warianty tytułu", "title variants"}), None)
    following = layout.after(line.index) if line else None
    if following and (code := _CODED.match(following.text)):
        yield from claims(
            layout.text, "translated-title", (following.start + code.end(), following.end), f"{NAME}.translated-title", 0.93
        )
