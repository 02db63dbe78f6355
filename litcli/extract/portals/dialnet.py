"""Dialnet: articles, theses, books and chapters of the Spanish-speaking world.

    Title / Autores: Names / Localización: Journal, ISSN 1131-5598, ISSN-e 1988-2653, Nº 24, 2012, págs. 87-104 / Idioma: español / DOI: ... /
    Títulos paralelos: / Title in English / Resumen / español / abstract / English / abstract in English / Fundación Dialnet / ...
    Title / Autores: Name / Directores de la Tesis: ... / Lectura: En la University ( Country ) en 2011 / ... / Número de páginas: 231 / ...

What surprised us: the name of a language stands above each abstract; the university of a thesis is the place where it was read.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout

NAME = "dialnet"

MARKS = (
    Mark(0.4, "Dialnet", within=4),
    Mark(0.4, "Localización: ", r"^Localización: .+"),
    Mark(0.3, "Fundación Dialnet", r"^Fundación Dialnet"),
    Mark(0.3, "Títulos paralelos", r"^Títulos paralelos"),
    Mark(0.4, "Lectura: En la ", r"^Lectura: En la "),
    Mark(0.3, "documentos encontrados", r"^[\d.]+ documentos encontrados"),
)
_LIST = re.compile(r"^[\d.]+ documentos encontrados")
_PLACE = re.compile(r"^Localización: (?P<container_title>[^,]{3,200}?(?:, [^,\d]{3,80}?)??), (?:ISSN|Vol|Nº|ISBN|Año|\d{4})")
_NUMBERS = re.compile(
    r"^Localización: .*?(?:, Vol\. (?P<volume>[\w.-]+))?(?:, Nº\.? (?P<issue>[^,]+?)(?: \(.*?\))?)?, (?P<issued__calendar>\d{4})"
    r"(?: \(.*?\))?(?:, págs\. (?P<page>\d+(?:-\d+)?))?$"
)
_THESIS = re.compile(r"^Lectura: En la (?P<publisher>.+?) \(.*?\) en (?P<issued>\d{4})$")
_TYPE = re.compile(r"^(?P<type__thesis>Directores? de la Tesis)")
_COUNT = re.compile(r"^Número de páginas: (?P<number_of_pages>\d+)$")
_PEOPLE = re.compile(r"^(?:Autores|Autor|Autoría): (?P<author>.+)$")
_ENDS = ("Fundación Dialnet", "Acceso de usuarios", "Dialnet Plus", "Hosting by", "Enlaces")


def marks(layout: Layout) -> float:
    """Weigh the name of the index and its rows."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record."""
    return "a list of search results" if first_line(layout.lines[:15], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the rows state, and the title above them."""
    end = next((line.index for line in layout.lines[3:] if line.text.startswith(_ENDS[:1])), len(layout.lines))
    seen = layout.part(0, end)
    draft = generic.read(seen, NAME)
    found = read_lines(seen, seen.lines, (_PLACE, _PEOPLE, _THESIS, _TYPE, _COUNT), NAME, 0.95)
    found += read_lines(seen, seen.lines, (_NUMBERS,), NAME, 0.95)
    thesis = any(candidate.value == "thesis" for candidate in found)
    return amended(draft.without("keyword") if thesis else draft, (*found, *_titles(seen)))


def _titles(layout: Layout) -> Iterator[Candidate]:
    first = next(
        (line for line in layout.lines[:30] if line.text.startswith(("Autores:", "Autor:", "Autoría:", "Localización:"))), None
    )
    if first and first.index:
        yield from claims(layout.text, "title", layout.lines[first.index - 1].span, f"{NAME}.title", 0.96)
    parallel = next((line for line in layout.lines if line.folded == "títulos paralelos"), None)
    if parallel and (below := layout.after(parallel.index)):
        yield from claims(layout.text, "translated-title", below.span, f"{NAME}.translated-title", 0.95)
