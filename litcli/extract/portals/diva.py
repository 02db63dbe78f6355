"""DiVA: the archive of Swedish and Norwegian universities (Digitala Vetenskapliga Arkivet).

    menu of citation styles / Title / Family, Given / affiliation, ORCID iD: / Family, Given / affiliation /
    2025 (English)In: Journal, E-ISSN 2054-1058, Vol. 12, no 3, article id e70176Article in journal (Refereed) Published
    Abstract [en] / ... / Place, publisher, year, edition, pages / Wiley, 2025. Vol. 12, no 3 / Keywords [en] / Identifiers

What surprised us: the kind of work is glued to the number before it; names may be lost, so that only affiliations stand below the title;
theses list the articles that they are made of, each with its own year, journal and abstract; DOI and ISBN are glued to what follows.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, Parts, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.people import is_affiliation
from litcli.extract.vocabulary import fold

NAME = "diva"

_LANGUAGES = (
    r"English|Engelska|Engelsk|Swedish|Svenska|Svensk|Norwegian|Norska|Norsk|German|Tyska|Tysk|French|Franska|Fransk|Danish|Danska|Dansk|"
    r"Finnish|Finska|Finsk|Spanish|Spanska|Spansk|Italian|Italienska|Russian|Ryska|Portuguese|Polish|Polska|Chinese|Kinesiska|Norwegian "
    r"(?:Bokmål|Nynorsk)|Norska \(Bokmål\)|Undefined|Odefinierat språk|Latin|Dutch|Nederländska|Estonian|Japanese|Greek, Modern"
)
_KINDS = (
    r"Article|Artikel|Conference|Konferens|Doctoral thesis|Doktorsavhandling|Doktoravhandling|Licentiate|Licentiatavhandling|Chapter|Kapitel|"
    r"Book|Bok|Report|Rapport|Independent thesis|Självständigt|Student|Manuscript|Manuskript|Collection|Samlingsverk|Proceedings|Proceeding|"
    r"Patent|Data set|Dataset|Other|Övrigt|Annet|Artistic|Konstnärlig|Editorial|Master|Masteroppgave|Bacheloroppgave"
)
_DATED = re.compile(
    rf"^(?P<issued__calendar>\d{{4}})\s*\((?P<language>{_LANGUAGES})\)\s*(?:(?:In|Ingår i|I)\s?:\s?(?P<host>.*)|[^:]{{0,80}})"
    rf"(?P<type>(?<!\()(?:{_KINDS})(?![^\W\d_]{{0,3}}\d).{{0,150}})$"
)
_PAGES = r"(?:.*?\b(?:s|p|pp)\.\s?(?P<page>\w+(?:[-–]\w+)?))?"
_BOOKS = (
    re.compile(rf"^(?P<container_title>.+?)\s*/\s*\[(?:ed|red)\.?\].*?{_PAGES}$"),
    re.compile(rf"^(?P<container_title>.+?), (?:[^,:]{{2,40}} ?: )?(?P<publisher>[^,:\d]{{2,80}}?) ?, \d{{4}}(?:,{_PAGES}|$)"),
)
"""How the host stands that is no journal."""
_PEER = re.compile(r"\((?P<peer_reviewed>Refereed|Refereegranskat|Fagfellevurdert|Peer reviewed)\)")
MARKS = (
    Mark(0.5, "Digitala Vetenskapliga Arkivet"),
    Mark(0.5, "diva2:"),
    Mark(0.4, "DiVA.org"),
    Mark(0.5, "Link to record", r"CiteExport\s?Link to record"),
    Mark(0.5, "Länk till posten", r"ExporteraLänk till posten|RefereraExportera"),
    Mark(0.3, "Place, publisher, year, edition, pages"),
    Mark(0.3, "Ort, förlag, år, upplaga, sidor"),
    Mark(0.4, "(", rf"^\d{{4}}\s*\((?:{_LANGUAGES})\)\s*(?:(?:In|Ingår i)\s?:|(?:{_KINDS}))"),
    Mark(0.2, "urn:nbn:se:"),
    Mark(0.6, "Link to result list"),
    Mark(0.6, "Länk till träfflistan"),
)
_RESULT = re.compile(rf"\S(?:19|20)\d\d(?:{_KINDS})[^.]*\([^()]+\)")
_MENU_ENDS = frozenset(
    map(fold, ("rtf", "asciidoc", "Other locale", "Annat språk", "Direct link", "Direktlänk", "More languages", "Fler språk"))
)
_NAME = re.compile(
    r"^(?P<name>[^\W\d_][^,;:.\d]{1,40}, (?:[A-ZÀ-Þ][^\W\d_]*[.'’-]?(?:[- ]?)){1,5})(?:, \d{4}-(?:\d{4})?)?(?=$|\s*$|[A-ZÀ-Þ]|\s*\()"
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ.])(?=[A-ZÀ-Þ][a-zà-ÿ]+[\s,])")
_IMPRINT = re.compile(
    r"^(?:(?P<publisher_place>[^:,;\d]{2,50}) ?: )?(?P<publisher>[^:;]{2,90}?) ?, (?P<issued__calendar>\d{4})\b"
    r"(?:\. [^\n]*?,? p(?:p)?\. (?P<number_of_pages>\d{1,4})$)?"
)
_BELOW = (
    (
        re.compile(
            r"^(?:Place, publisher, year, edition, pages|Ort, förlag, år, upplaga, sidor|Utgiver, utgivelsesår, opplag, sider)$"
        ),
        _IMPRINT,
    ),
    (
        re.compile(r"^(?:Series|Serie)$"),
        re.compile(r"^(?P<collection_title>.+?)(?:, E?-?ISSN [\d-]{8}[\dXx])*(?: ; (?P<collection_number>[\w:./-]+))?$"),
    ),
    (
        re.compile(r"^(?:Conference|Konferens)$"),
        re.compile(r"^(?P<event_title>.+?(?:, (?P<event_place>[^,\d]+(?:, [^,\d]+)?))?, (?P<event_date>[^,]*\d{4}))\.?$"),
    ),
    (re.compile(r"^(?:Keywords|Nyckelord|Emneord) \[\w\w\]$"), re.compile(r"^(?P<keyword>.+)$")),
)
"""What stands below a heading, and its shape."""
_IDENTIFIERS = (
    re.compile(
        r"DOI:\s?(?P<DOI>10\.\d{4,9}/\S+?)(?=ISI:|PubMedID:|Scopus ID:|OAI:|ISBN:|ISSN:|Local ID:|Archive number:|arXiv|\s|$)"
    ),
    re.compile(r"PubMedID:\s?(?P<PMID>\d{5,8})"),
)
_ISBN = re.compile(r"ISBN:\s?([\d-]{9,16}[\dXx])")
_WORKS_BELOW = re.compile(r"^(?:List of papers|Delarbeten|Liste over artikler|In thesis|Ingår i avhandling)$", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the archive's names, its menu, and the line that tells year, language and kind."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a page of the archive holds no record: it lists several, title, year and kind glued in one line."""
    lists = any(line.text.endswith(("Link to result list", "Länk till träfflistan")) for line in layout.lines[:60])
    return "a list of search results" if lists or sum(bool(_RESULT.search(line.text)) for line in layout.lines) >= 3 else None


def read(layout: Layout) -> Draft:
    """Return what the page states: below the menu, above the articles that a thesis is made of."""
    start = max((line.index + 1 for line in layout.lines[:60] if line.folded in _MENU_ENDS), default=0)
    below = first_line(layout.lines, _WORKS_BELOW)
    page = layout.part(start, below[0].index if below else None)
    draft = generic.read(page, NAME)
    dated = first_line(page.lines, _DATED)
    if not dated:
        return draft
    line, match = dated
    found = [
        *stated(page, line.start, match, NAME, 0.96),
        *_genre(page, line, match),
        *_peer(page, line),
        *_host(page, line, match),
    ]
    found += read_lines(page, page.lines, _IDENTIFIERS, NAME, 0.97)
    draft = draft.without("author", "container-title", "volume", "issue", "page", "number", "publisher")
    return amended(draft, (*found, *_head(page, line), *_below_headings(page), *_isbns(page)))


def _genre(page: Layout, line: Line, match: re.Match[str]) -> list[Candidate]:
    """Read what kind of thesis it is, without the level of its readers."""
    words = match["type"].partition(" (")[0]
    start = line.start + match.start("type")
    return (
        claims(page.text, "genre", (start, start + len(words)), f"{NAME}.genre", 0.93)
        if "/" in (kind_of_work(words) or "")
        else []
    )


def _peer(page: Layout, line: Line) -> list[Candidate]:
    peer = _PEER.search(line.text)
    return stated(page, line.start, peer, NAME, 0.97) if peer else []


def _host(page: Layout, line: Line, match: re.Match[str]) -> list[Candidate]:
    """Read "Journal, ISSN, Vol. 12, no 3, article id e70176", or a book with editors, publisher and year."""
    if not match["host"]:
        return []
    start = line.start + match.start("host")
    book = next((found for shape in _BOOKS if (found := shape.match(match["host"]))), None)
    if book:
        return stated(page, start, book, NAME, 0.94)
    return read_citation(page, strip(page.text, start, line.start + match.end("host"), ","), f"{NAME}.host", 0.95)


def _head(page: Layout, dated: Line) -> Iterator[Candidate]:
    """Read the title, which comes first, and the names among the affiliations."""
    lines = page.lines[: dated.index]
    if not lines:
        return
    yield from claims(page.text, "title", lines[0].span, f"{NAME}.title", 0.96)
    places = [place for line in lines[1:] for place in _name(line)]
    if found := claim(page.text, "author", places, f"{NAME}.author", 0.96):
        yield found


def _name(line: Line) -> Iterator[Parts]:
    """Yield the name that a line begins with; the affiliation may be glued to it."""
    glue = _GLUED.search(line.text)
    text = (
        line.text[: glue.start()]
        if glue and "," in line.text[: glue.start()] and is_affiliation(line.text[glue.start() :])
        else line.text
    )
    if (found := _NAME.match(text)) and not is_affiliation(text) and len(text) - found.end() < 15:
        yield ((line.start, line.start + len(found["name"].rstrip())),)


def _below_headings(page: Layout) -> Iterator[Candidate]:
    """Read the lines below the headings of imprint, series and keywords; the year of the imprint repeats the other."""
    for line in page.lines:
        shape = next((shape for heading, shape in _BELOW if heading.match(line.text)), None)
        following = page.after(line.index)
        if shape and following and (found := shape.match(following.text)):
            yield from (c for c in stated(page, following.start, found, NAME, 0.94) if c.field != "issued")


def _isbns(page: Layout) -> list[Candidate]:
    places: list[Parts] = [(moved(line.start, found, 1),) for line in page.lines for found in _ISBN.finditer(line.text)]
    return claimed(page.text, "ISBN", places, f"{NAME}.ISBN", 0.96)
