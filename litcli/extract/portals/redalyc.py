"""Redalyc and AmeliCA: journals of Latin America, as their readers show them.

    menu (Secciones, Referencias, ..., Buscar, Fuente) / Title / Title in English / Journal, vol. 20, núm. 43, pp. 307-325, 2021 / University /
    Recepción: 22 Agosto 2020 / DOI: ... / Resumen: ... / Palabras clave: ... / Abstract: ...
    SECTION / Title / Title in English / Journal / University, Country / ISSN: ... / Periodicidad: Semestral / vol. 19, núm. 32, 2019 / ...

What surprised us: a menu stands among the lines of the record, and its "referencias" does not end it; the names may be lost, or stand twice, the
first time cut short.
"""

import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness, names_in
from litcli.extract.vocabulary import fold

NAME = "redalyc"

MARKS = (
    Mark(0.4, "Periodicidad:", r"^Periodicidad: "),
    Mark(0.3, "Recepción:", r"^Recepción: \d{1,2} [A-Z][a-z]+ \d{4}"),
    Mark(0.2, "Aprobación:", r"^Aprobación: \d{1,2} [A-Z][a-z]+ \d{4}"),
    Mark(0.4, "P. Completa", r"^P\. Completa$"),
    Mark(0.3, ", núm. ", r"^.{3,150}, vol\. \w+, núm\. [\w-]+(?:, pp\. [\w-]+)?, (?:[a-z-]+ )?(?:19|20)\d\d$"),
    Mark(0.2, "ISSN-e", r"^ISSN-[eE]: "),
    Mark(0.3, "Descargas\nHTML"),
)
_MENU = frozenset(
    map(
        fold,
        "Secciones|Referencias|Resumen|Resúmenes|Servicios|Descargas|HTML|ePub|PDF|Buscar|Fuente|Idiomas|P. Completa|Imágenes|Español|English|"
        "Português|Cómo citar|Mi Cuenta|Artículo|Artículos|Investigación".split("|"),
    )
)
_PLACE = re.compile(
    r"^(?:(?P<container_title>.{3,150}?), )?(?P<type__in_journal>vol\. (?P<volume>\w+), núm\. (?P<issue>[\w-]+))"
    r"(?:, pp\. (?P<page>\w+(?:-\w+)?))?, (?:[a-z]+(?:-[a-z]+)? )?(?P<issued__calendar>(?:19|20)\d\d)$"
)
_ABSTRACT = re.compile(r"^(?:Resumen|Resumo|Abstract)\s?:\s?(?P<abstract>.{40,})$")
_KEYWORDS = re.compile(r"^(?:Palabras [Cc]lave|Palavras-chave|Keywords)\s?:\s?(?P<keyword>.+?)\.?$")
_ENDS = ("issn", "vol.", "periodicidad", "recepción", "doi", "url")


def marks(layout: Layout) -> float:
    """Weigh the labels, the line of the journal and the reader's menu."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states, the menu left out."""
    draft = generic.read(layout, NAME).without("author", "abstract", "keyword", "container-title")
    placed = first_line(layout.lines[:40], _PLACE)
    found = read_lines(layout, layout.lines, (_PLACE, _ABSTRACT, _KEYWORDS), NAME, 0.95)
    if placed:
        head = [line for line in layout.lines[: placed[0].index] if line.folded not in _MENU]
        found += [*_head(layout, head), *(_journal(layout, head) if not placed[1]["container_title"] else ())]
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.8)))


def _head(layout: Layout, head: Sequence[Line]) -> Iterator[Candidate]:
    """Read the title, which the name of a section in capitals may precede, and the fullest line of names."""
    lines = [line for line in head if not line.text.isupper() or len(head) == 1]
    if not lines:
        return
    yield from claims(layout.text, "title", lines[0].span, f"{NAME}.title", 0.94)
    named = [line for line in lines[1:] if ";" in line.text and likeness(line.text) >= SURE]
    fullest = max(named, key=lambda line: len(line.text), default=None)
    if fullest and (people := claim(layout.text, "author", names_in(layout, (fullest.span,)), f"{NAME}.author", 0.93)):
        yield people


def _journal(layout: Layout, head: Sequence[Line]) -> Iterator[Candidate]:
    """Read journal and university, the two lines above the first ISSN."""
    stop = next((at for at, line in enumerate(head) if line.folded.startswith(_ENDS)), 0)
    if stop > 2:
        yield from claims(layout.text, "container-title", head[stop - 2].span, f"{NAME}.journal", 0.92)
