"""SwePub: what the universities of Sweden publish.

    Title / Family, Given, 1970- (författare) / University, Department / ... / Publisher, 2014 / 2014 / Svenska. /
    Ingår i: Journal. - Publisher. - ISSN. ; 21:2, s. 77-92 / Tidskriftsartikel (refereegranskat) / Abstract / Ämnesord / Stäng / abstract /
    Nyckelord / one a line / ...

What surprised us: the headings of the abstract and of the subjects stand above both, and the row of the host is a small catalogue entry.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import PROSE, Layout
from litcli.extract.readers.people import names_in

NAME = "swepub"

MARKS = (
    Mark(0.4, "(författare)"),
    Mark(0.3, "SwePub", within=6),
    Mark(0.4, "Ingår i: ", r"^(?:Ingår i|Relaterad länk|In|Part of): .+ - .+ ; "),
    Mark(0.3, "Publikations- och innehållstyp"),
    Mark(0.3, "(ämneskategori)"),
    Mark(0.3, "Hitta via bibliotek"),
    Mark(0.4, "träffar", r"^Träfflista för sökning|^Sökning: .*\d+ träffar"),
)
_LIST = re.compile(r"^Träfflista för sökning|^Resultat \d+-\d+ av")
_HOST = re.compile(
    r"^(?:Ingår i|In|Part of): (?P<container_title>[^;]+?)\.? - (?:(?:[^.;]*? : )?(?P<publisher>[^.\d;][^.;]*)\.(?: - )?)?"
    r"(?:(?P<ISSN>\d{4}-\d{3}[\dX])\.?)? ?; (?P<volume>[\w.]+)(?::(?P<issue>[\w-]+))?(?:, s\. (?P<page>\d+-\d+|\d+))?"
)
_TYPE = re.compile(r"^(?P<type>Tidskriftsartikel|Bokkapitel|Konferensbidrag|Doktorsavhandling|Licentiatavhandling|Bok|Rapport)\b")
_IMPRINT = re.compile(r"^(?:(?P<publisher_place>[^:]{2,40}) : )?(?P<publisher>[^:]{3,80}), (?P<issued>\d{4})$")
_SERIES = re.compile(r"^Serie: (?P<collection_title>.+?)(?:, (?P<ISSN>\d{4}-\d{3}[\dX]))? ; (?P<collection_number>[\w:-]+)$")
_PERSON = "(författare)"
_ENDS = ("Publikations-", "Hitta", "Av författaren", "Till lärosätets", "Om ämnet", "Ämneskategori")


def marks(layout: Layout) -> float:
    """Weigh the roles behind the names and the row of the host."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:12], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: the title stands above the first name."""
    draft = generic.read(layout, NAME).without("keyword", "abstract", "author", "container-title")
    return amended(
        draft, (*read_lines(layout, layout.lines, (_HOST, _TYPE, _IMPRINT, _SERIES), NAME, 0.95), *_head(layout), *_text(layout))
    )


def _head(layout: Layout) -> Iterator[Candidate]:
    names = [line for line in layout.lines if _PERSON in line.text]
    if names:
        people = claim(layout.text, "author", names_in(layout, [line.span for line in names]), f"{NAME}.author", 0.96)
        yield from filter(None, [people])
        if names[0].index:
            yield from claims(layout.text, "title", layout.lines[names[0].index - 1].span, f"{NAME}.title", 0.96)


def _text(layout: Layout) -> Iterator[Candidate]:
    """Read the first prose, and the words below their heading."""
    prose = next((line for line in layout.lines if len(line.text) > PROSE * 0.8 and not _HOST.match(line.text)), None)
    if prose:
        yield from claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.93)
    start = next((line.index for line in layout.lines if line.folded == "nyckelord"), None)
    places: list[Parts] = []
    for line in layout.lines[start + 1 :] if start is not None else ():
        if line.text.startswith(_ENDS):
            break
        places.append((line.span,))
    yield from filter(None, [claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.93)] if places else [])
