"""The citation line of the National Library of Medicine, as PubMed and PMC print it.

    Twin Res Hum Genet. 2006 Dec;9(6):772-7. doi: 10.1375/183242706779462778. Epub 2006 Oct 1.
    . 2018 Sep 27;7:147. doi: ...          the journal stands above, with buttons between
    Cochrane Database Syst Rev. 2005 Jan 25;(1):CD001234.

What surprised us: a number without a range is an article number since journals print them (a one-page article hardly has an
abstract page), PMC writes the days of a meeting as the volume, and the date behind "Epub" is not the date of the issue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from litcli.extract.candidates import Candidate, Span, claims
from litcli.extract.layout import Layout, Line, strip

NUMBERED_SINCE = 2003
"""Since about this year a single number behind the volume is that of the article, before it a page."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)[a-z]{0,6}"
_DATE = rf"(?:1[89]|20)\d\d(?:[ ]{_MONTH}(?:[-–/](?:\d{{4}}[ ])?{_MONTH})?(?:[ ]\d{{1,2}}(?:[-–]\d{{1,2}})?)?)?"
_CITATION = re.compile(
    rf"(?:^(?:\d{{1,3}}\.\s+)?(?P<journal>[^\s.;:][^;\n]{{0,180}}?)\s?\.\s+|^\s*\.?\s*)(?P<issued>{_DATE})"
    r"(?:;\s*(?P<volume>[^();:\n]{1,30}?)?\s*(?:\((?P<issue>[^()\n]{1,25})\))?\s*(?::\s*(?P<page>[^\s;]{1,40}))?"
    r"|:\s*(?P<code>[^\s;]{1,40}))?(?=[.;,]|$)"
)
_SIGNS = re.compile(r"\bdoi:|\bPMID\b|\bEpub\b|\beCollection\b|\[Preprint\]", re.IGNORECASE)
_VOLUME = re.compile(r"[A-Za-z]{0,4}\.?\s?\d[\w./-]*(?:\s(?:Suppl|Pt|Spec\sNo|Part|Special)\.?(?:\s?[\w-]+)?)*|Suppl(?:\s?\w+)?")
_MANUSCRIPTS = re.compile(r"\b(?:author manuscripts?|PMC|published (?:online|in)|available in)\b", re.IGNORECASE)
_BUTTONS = re.compile(
    r"actions|search in (?:pubmed|nlm catalog|pmc)|add to search|view on publisher site|copy|\.?\s*nlm catalog|\.", re.IGNORECASE
)
_NUMBER = re.compile(r"^(PMCID|PMID):\s*(?:PMC)?\d")
_PREPRINT = re.compile(r"\s*\[preprint\]\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Citation:
    """A citation line and what its parts are."""

    line: Line
    found: re.Match[str]
    offset: int
    """Where the text that was searched begins on the page."""
    journal: Span | None

    def span(self, name: str) -> Span | None:
        """Return the place of a part; None where the line does not have it."""
        start, end = self.found.span(name)
        return (self.offset + start, self.offset + end) if start >= 0 else None


def find_citations(layout: Layout, lines: Sequence[Line]) -> Iterator[Citation]:
    """Yield the citation lines among the lines; a year alone is none, unless an identifier follows."""
    for line in lines:
        if found := _CITATION.match(line.text):
            told = found["volume"] or found["issue"] or found["page"] or _SIGNS.search(line.text, found.end())
            if told and not (found["journal"] and _MANUSCRIPTS.search(found["journal"])):
                yield cited(layout, line, found, line.start)


def cited(layout: Layout, line: Line, found: re.Match[str], offset: int) -> Citation:
    """Return a matched citation with the journal before it, in the line or in one above."""
    start, end = found.span("journal")
    journal = (offset + start, offset + end) if start >= 0 else _above(layout, line)
    return Citation(line, found, offset, journal)


def leads_with_pmcid(lines: Sequence[Line]) -> bool:
    """Tell whether the PMCID stands first among the numbers, as on pages of PMC; PubMed puts its own PMID there."""
    first = next((found[1] for line in lines if (found := _NUMBER.match(line.text))), None)
    return first == "PMCID"


def match_citation(text: str) -> re.Match[str] | None:
    """Match a citation at the beginning of a text."""
    return _CITATION.match(text)


def read_citation(layout: Layout, citation: Citation, rule: str, sure: float = 0.96) -> list[Candidate]:
    """Return what the citation says; its journal is the short form where the page's metadata has the full one."""
    found: list[Candidate] = []
    text = layout.text
    if citation.journal:
        start, end = citation.journal
        preprint = _PREPRINT.search(text, start, end)
        span = (start, preprint.start()) if preprint else (start, end)
        kind = "preprint" if preprint else "in-journal"
        full = any(statement.name == "citation_journal_title" for statement in layout.page.embedded)
        field = "container-title-short" if full else "container-title"
        found += claims(text, field, span, f"{rule}.{field}", sure)
        found += claims(text, "type", (start, end), f"{rule}.type:{kind}", sure)
    if issued := citation.span("issued"):
        found += claims(text, "issued", issued, f"{rule}.issued:calendar", sure)
    for field in ("volume", "issue"):
        if (span_ := citation.span(field)) and _holds(citation, field):
            found += claims(text, field, strip(text, *span_), f"{rule}.{field}", sure)
    return found + _place(layout, citation, rule, sure)


def _holds(citation: Citation, field: str) -> bool:
    stated = citation.found[field].strip()
    if field == "volume":
        return bool(_VOLUME.fullmatch(stated))
    return stated != citation.found["issued"][:4]


def _place(layout: Layout, citation: Citation, rule: str, sure: float) -> list[Candidate]:
    """Read the pages, or the number of an article that has none."""
    span = citation.span("page") or citation.span("code")
    if not span:
        return []
    start, end = strip(layout.text, *span, ".,;")
    stated = layout.text[start:end]
    if stated.count(".") > 1 or (not any(map(str.isdigit, stated)) and not re.fullmatch(r"[ivxlc]+[-–][ivxlc]+", stated)):
        return []
    year = int(citation.found["issued"][:4])
    numbered = not re.search(r"[-–]", stated) and (year >= NUMBERED_SINCE or stated[0].isalpha()) and not stated.startswith("S")
    field = "number" if numbered else "page"
    return claims(layout.text, field, (start, end), f"{rule}.{field}", sure - 0.1 * numbered)


def _above(layout: Layout, line: Line) -> Span | None:
    """Return the line above that names the journal, without buttons and without the kind of work before a tab."""
    for above in reversed(layout.lines[max(0, line.index - 7) : line.index]):
        if not _BUTTONS.fullmatch(above.text):
            behind_kind = layout.text.rfind("\t", *above.span) + 1
            span = (behind_kind or above.start, above.end)
            return span if len(above.text) < 200 and not above.text.endswith(":") else None
    return None
