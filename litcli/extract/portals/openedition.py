"""OpenEdition: journals (once revues.org) and books of the social sciences and humanities.

    Navigation – Plan du site / Accueil Numéros 56 Dossier Title... / Dossier / Title / Title in English / Names / p. 71-88 / DOI / Résumés /
    Français English / abstract / abstract in English / Haut de page / Entrées d'index / Mots-clés : / words / ... / Texte intégral / ... /
    Pour citer cet article / Référence papier / Names, « Title », Journal, 56 | 2011, 71-88. / Référence électronique / ...
    Presses / Title / Name / Éditeur : ... / Collection : ... / Lieu d'édition : ... / Année d'édition : ... / Nombre de pages : ... / ISBN ...

What surprised us: the journal is named in its own citation alone, below the full text, behind a number and a bar for issue and year; a
reviewed book stands between title and names of a review.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.parallel import in_two_languages, titles
from litcli.extract.base.patterns import amended, first_line, stated
from litcli.extract.candidates import Candidate, claim, claimed, claims
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers import abstracts
from litcli.extract.readers.people import SURE, likeness, names_in
from litcli.extract.readers.words import split_words

NAME = "openedition"

MARKS = (
    Mark(0.5, "Navigation – Plan du site", within=6),
    Mark(0.4, "Pour citer cet article", r"^Pour citer cet article$"),
    Mark(0.3, "To cite this article", r"^To cite this article$"),
    Mark(0.3, "Haut de page", r"^Haut de page$"),
    Mark(0.1, "Top of page", r"^Top of page$"),
    Mark(0.3, "Référence électronique", r"^(?:Référence électronique|Electronic reference)$"),
    Mark(0.4, "OpenEdition Books", within=10),
    Mark(0.3, "Date de mise en ligne : "),
    Mark(0.3, "journals.openedition.org"),
    Mark(0.3, "books.openedition.org"),
    Mark(0.3, "Sommaire - Documents annexes"),
)
_PAPER = re.compile(
    r"»,? (?P<container_title>[^»]{3,120}?)(?: \[En ligne\]| \[Online\])?, (?P<issue>[\w./ -]+?) \| (?P<issued>\d{4})"
    r"(?:, (?P<page>\d+[-–]\d+|\d+))?"
)
_PAGES = re.compile(r"^p\. (?P<page>\d+(?:[-–]\d+)?)$")
_ONLINE = re.compile(r"\bDOI ?: (?:https?://doi\.org/)?(?P<DOI>10\.\S+[\w/])")
_RUBRIC = re.compile(
    r"^(?:Navigation|Accueil|Home|Dossier|Varia|Articles?|Études|Comptes? rendus?|Recherches?|Notes? |Débats?|Lectures|Introduction|Partie |"
    r"Menu|Présentation|Actualité|Thema|Numéros?)\b.{0,60}$"
)
_ENDS = frozenset(
    ("haut de page", "top of page", "texte intégral", "full text", "entrées d'index", "index terms", "plan", "outline", "index")
)
_HEADINGS = frozenset(("résumés", "résumé", "abstracts", "abstract", "resúmenes"))
_WORDS = frozenset(
    ("mots-clés", "keywords", "mots clés", "palabras claves", "palabras clave", "parole chiave", "schlüsselwörter")
)
_LIST = frozenset(("sommaire - documents annexes",))


def marks(layout: Layout) -> float:
    """Weigh the words of the frame that all journals and books share."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single article: it is the table of an issue."""
    listed = any(line.folded in _LIST for line in layout.lines)
    return "a table of contents of an issue" if listed and not first_line(layout.lines, _PAPER) else None


def read(layout: Layout) -> Draft:
    """Return what the page states: an article by its head and its own citation, a book by its rows."""
    draft = generic.read(layout, NAME)
    cited = _citation(layout)
    if not cited:
        return amended(draft, _description(layout, draft))
    found = [*stated(layout, cited[0].start, cited[1], NAME, 0.96), *_head(layout), *_abstract(layout), *_keywords(layout)]
    if online := first_line(reversed(layout.lines), _ONLINE):
        found += stated(layout, online[0].start, online[1], NAME, 0.96)
    draft = draft.without("container-title", "volume", "issue", "page", "issued", "abstract", "keyword")
    return amended(draft, (*found, *kind(layout, MARKS, NAME, "in-journal", 0.85)))


def _citation(layout: Layout) -> tuple[Line, re.Match[str]] | None:
    """Return the page's own citation: the one for paper, which has the pages, else the one for the network."""
    found = [(line, match) for line in reversed(layout.lines) if (match := _PAPER.search(line.text))]
    return next((pair for pair in found if pair[1]["page"]), found[0] if found else None)


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read titles and names above the pages or the abstract."""
    stop = next((line.index for line in layout.lines[:30] if _PAGES.match(line.text) or line.folded in _HEADINGS | _ENDS), 0)
    head = [
        line
        for line in layout.lines[:stop]
        if not _RUBRIC.match(line.text) and not line.text.startswith(("http", "10.", "Accueil"))
    ]
    named = next((line for line in reversed(head) if likeness(line.text) >= SURE), None)
    if not named:
        return
    yield from claimed(layout.text, "author", names_in(layout, (named.span,)), f"{NAME}.author", 0.94)
    above = [line for line in head if line.index < named.index]
    if above:
        doubled = len(above) > 1 and in_two_languages(above[-2].text, above[-1].text)
        yield from titles(layout, above[-2] if doubled else above[-1], NAME)


def _abstract(layout: Layout) -> list[Candidate]:
    """Read the first of the abstracts: the work's own language stands first."""
    heading = next((line.index for line in layout.lines[:60] if line.folded in _HEADINGS), None)
    if heading is None:
        return []
    lines = layout.lines[heading + 1 : heading + 12]
    prose = next((line for line in lines if len(line.text) > PROSE or line.text.endswith(".")), None)
    return claims(layout.text, "abstract", prose.span, f"{NAME}.abstract", 0.95) if prose else []


def _keywords(layout: Layout) -> list[Candidate]:
    """Read the words behind or below the first heading of keywords."""
    for line in layout.lines[:120]:
        head, colon, rest = line.text.partition(":")
        if head.strip().casefold() not in _WORDS:
            continue
        below = layout.lines[line.index + 1] if line.index + 1 < len(layout.lines) else None
        span = (line.end - len(rest), line.end) if colon and rest.strip() else below.span if below else None
        found = claim(layout.text, "keyword", split_words(layout, span), f"{NAME}.keyword", 0.94) if span else None
        return [found] if found else []
    return []


def _description(layout: Layout, draft: Draft) -> Iterator[Candidate]:
    """Read the first prose below the rows of a book."""
    rows = [row for row in draft.rows if row.values]
    last = layout.line_at(rows[-1].values[-1][0]) if rows else None
    prose = next((line for line in layout.body[last.index + 1 :] if len(line.text) > PROSE), None) if last else None
    if prose:
        yield from abstracts.behind(layout, draft.taken, prose.span, f"{NAME}.abstract", 0.88)
