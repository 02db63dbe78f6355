"""PMC (PubMed Central): the full text of an article, headed by where it was published.

    Journal logoLink to Journal / . 2004 Jul 3;54(1):44–50. doi: ... / title / names / PMCID: ...  PMID: ... / Abstract

What surprised us: the journal stands twice, glued to the alternative text of its logo; for an author's manuscript that logo is of
the collection, and the journal stands behind "Published in final edited form as:", below a date of deposit that is not the work's.
"""

import re

from litcli.extract.base import generic, nlm
from litcli.extract.base.generic import Draft
from litcli.extract.base.nlm import Citation
from litcli.extract.candidates import Candidate, Span, claim, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.people import likeness, names_in

NAME = "pmc"

_HEAD = 30
_LOGO = re.compile(r"^(?P<name>.+?) logoLink to (?P<again>.+)$")
_FINAL = re.compile(r"(?:Published in final edited form as|Final edited form published as):\s*", re.IGNORECASE)
_DEPOSITED = re.compile(r"author manuscript; available in PMC", re.IGNORECASE)
_COLLECTION = re.compile(
    r"\bauthor manuscripts\b|\bpublic access\b|\bfunders group\b|\bsponsored (?:author|documents)\b", re.IGNORECASE
)
_TEXT_FORMAT = re.compile(r"^\d{1,3}\.\s+\S")
_NUMBERS = re.compile(r"^PMCID:\s*PMC\d+", re.IGNORECASE)
_FIGURE = re.compile(r"(?:extended data )?(?:fig(?:ure)?|table|scheme|box)\.?\s?[A-Z]?\d{1,3}\.?", re.IGNORECASE)
_NOTES = re.compile(r"^(?:Author information|Article notes|Copyright and Licen[sc]e information|PMC Disclaimer)", re.IGNORECASE)
_MARKS = "0123456789, "
"""Marks of affiliations, which stand behind a name and its comma ("Ernst Stufe, 2 Giuseppe Di Scala")."""
_IDENTIFIER = re.compile(r"\b(?P<kind>PMCID|PMID):\s*(?P<value>(?:PMC)?\d+)")


def marks(layout: Layout) -> float:
    """Weigh the logo's text, the line of its numbers, and how it heads an author's manuscript; PubMed's text format has numbers too."""
    head = layout.lines[:_HEAD]
    texts = [line.text for line in head]
    logo = any(map(_LOGO.match, texts))
    numbers = nlm.leads_with_pmcid(head) and not any(map(_TEXT_FORMAT.match, texts[:1]))
    if not (logo or numbers):
        return 0.0
    weight = 0.6 * logo + 0.5 * numbers + 0.3 * any(map(_DEPOSITED.search, texts))
    return weight + 0.2 * any(map(_FINAL.match, texts)) + 0.3 * any(map(_NOTES.match, texts))


def reject(layout: Layout) -> str | None:
    """Return why a page of PMC holds no article: it shows one figure or table of it."""
    citation = _citation(layout)
    below = layout.after(citation.line.index) if citation else None
    return "a figure or a table of an article, not its record" if below and _FIGURE.fullmatch(below.text) else None


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    draft = generic.read(layout, NAME)
    citation = _citation(layout)
    if citation:
        fields = ("container-title", "volume", "issue", "page", "number", "issued", "type", "DOI")
        draft = draft.without(*fields).plus(*nlm.read_citation(layout, citation, NAME), *_doi(layout, citation))
    draft = _with_identifiers(draft, layout)
    return _with_title_and_names(draft, layout, citation) if citation else draft


def _citation(layout: Layout) -> Citation | None:
    """Return the citation of the published article, from behind "Published in final edited form as:" where there is one."""
    head = layout.lines[:_HEAD]
    for line in head:
        if (final := _FINAL.match(line.text)) and (found := nlm.match_citation(line.text[final.end() :])):
            return nlm.cited(layout, line, found, line.start + final.end())
    citation = next(nlm.find_citations(layout, head), None)
    return Citation(citation.line, citation.found, citation.offset, _journal(layout, citation)) if citation else None


def _journal(layout: Layout, citation: Citation) -> Span | None:
    """Return the journal before the citation, from behind the text of its logo."""
    if not citation.journal or citation.span("journal"):
        return citation.journal
    start, end = citation.journal
    if logo := _LOGO.match(layout.text[start:end]):
        again = (start + logo.start("again"), end)
        return None if _COLLECTION.search(logo["again"]) else again
    return citation.journal


def _doi(layout: Layout, citation: Citation) -> list[Candidate]:
    """Read the DOI behind the citation, in its line or the next."""
    lines = layout.lines[citation.line.index : citation.line.index + 3]
    for line in lines:
        place = line.text.casefold().find("doi:")
        if place >= 0:
            end = re.compile(r"\s+\S+?(?=[.;,]?(?:\s|$))").match(line.text, place + 4)
            span = (line.start + place, line.start + end.end()) if end else line.span
            return claims(layout.text, "DOI", span, f"{NAME}.DOI", 0.97)
    return []


def _numbers(layout: Layout) -> Line | None:
    return next((line for line in layout.lines[: 2 * _HEAD] if _NUMBERS.match(line.text)), None)


def _with_identifiers(draft: Draft, layout: Layout) -> Draft:
    """Read the line of PMCID and PMID, or the lines."""
    line = _numbers(layout)
    for other in layout.lines[line.index : line.index + 3] if line else ():
        for found in _IDENTIFIER.finditer(other.text):
            span = moved(other.start, found, "value")
            candidates = claims(layout.text, found["kind"], span, f"{NAME}.{found['kind']}", 0.98)
            draft = draft.without(found["kind"]).plus(*candidates) if candidates else draft
    return draft


def _with_title_and_names(draft: Draft, layout: Layout, citation: Citation) -> Draft:
    """Read the line below the citation as the title, and the names below it."""
    below = [line for line in layout.lines[citation.line.index + 1 : citation.line.index + 8] if not _is_citation(line)]
    if not below or layout.vocabulary.sections.get(below[0].folded):
        return draft
    title = claim(layout.text, "title", [(below[0].span,)], f"{NAME}.title", 0.97)
    draft = draft.without("title").plus(title)
    names = [line for line in below[1:2] if likeness(line.text) >= 0.3]
    places = [(strip(layout.text, *place, _MARKS),) for (place,) in names_in(layout, [line.span for line in names])]
    people = claim(layout.text, "author", places, f"{NAME}.author", 0.96)
    return draft.without("author").plus(people)


def _is_citation(line: Line) -> bool:
    """Tell whether a line still belongs to the citation: "Published online 2004 Jul 3. doi: ...", or the numbers below it."""
    return (
        bool(_IDENTIFIER.match(line.text))
        or line.folded.startswith(("published online", "prepublished online", "doi:", "epub "))
        or line.text == "."
    )
