"""PubMed: the abstract page, its "Abstract (text)" and its MEDLINE format.

    Title / names1 / citation / abstract / Keywords: ... / Publication types / MeSH terms     as pages of old were copied
    citation / title / names 1 2 / Affiliations / PMID: ... / Abstract                        as the site prints it
    1. J Foo. 2010 Jan;5(1):1-9. doi: ...                                                     the text format, paragraph by paragraph

What surprised us: a title in brackets is a translation and the work in the language that "[Article in German]" names; MeSH terms
are the indexer's, not the authors' keywords; under "Comment in", "Erratum in" and "Similar articles" stand other works' citations.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic, nlm, tagged
from litcli.extract.base.generic import Draft
from litcli.extract.base.nlm import Citation
from litcli.extract.base.tag_lines import Export, find_export
from litcli.extract.candidates import Candidate, Span, claim, claims, moved
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.readers.people import likeness, names_in

NAME = "pubmed"

_HEAD = 40
_SIGNS = (
    ("publication types", 0.3), ("mesh terms", 0.3), ("linkout - more resources", 0.4), ("linkout — more resources", 0.4),
    ("pubmed disclaimer", 0.5), ("free pmc article", 0.3), ("author information", 0.2), ("affiliations", 0.1), ("similar articles", 0.1),
    ("cited by", 0.1), ("conflict of interest statement", 0.1), ("search in pubmed", 0.4), ("format: abstract", 0.4), ("pmid", 0.1),
    ("full text links", 0.2), ("erratum in", 0.2), ("comment in", 0.2), ("grants and funding", 0.2), ("grant support", 0.2),
    ("indexed for medline", 0.4), ("substances", 0.1),
)  # fmt: skip
"""Lines that PubMed prints below or beside an abstract, folded, with how much each speaks for it."""

_PARTS_BELOW = {
    "mesh terms": "mesh", "substances": "index-term", "supplementary concepts": "index-term", "grants and funding": "funding",
    "grant support": "funding",
}  # fmt: skip
"""Parts of a page below "Similar articles" that are of the work itself."""
_BUTTONS = frozenset({"actions", "search in pubmed", "search in mesh", "add to search"})
_HEADINGS = (
    *_PARTS_BELOW, "publication types", "related information", "linkout", "full text", "cited by", "references", "similar articles",
    "pubmed dis", "other literature", "medical", "research materials", "miscellaneous", "associated data", "copyright", "©",
)  # fmt: skip

_NUMBERED = re.compile(r"^\d{1,3}\.\s+\S")
_PMID = re.compile(r"^PMID:?\s*\d{1,8}(?!\d)|\bPMID:\s*\d{1,8}\s*\[(?:Indexed|PubMed)", re.IGNORECASE)
_IDENTIFIER = re.compile(r"^(?P<kind>DOI|PMCID|PMID):\s*(?P<value>\S+)")
_SECTION = re.compile(r"[A-Z][A-Z /&,-]{3,40}: ")
_ARTICLE_IN = re.compile(r"^\[?(?:Article\s)?in\s(?P<language>[A-Z][a-z]+)(?:,[^\]]*)?\]?\.?$", re.IGNORECASE)
_BRACKETED = re.compile(r"^\[(?P<title>.+?)\.?\]\.?$")
_NOT_TITLE = re.compile(
    r"(?:actions|search in \w+|add to search|copy|review|comment|editorial|letter|meta-analysis|clinical trial|randomized.*trial|doi:.*|"
    r"epub .*|print .*|ecollection .*|online ahead of print.*|free article|free pmc article|affiliations?|authors?)\.?",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"^(?:author information|collaborators|\(\d+\)|affiliations?\b|erratum in|comment in|comment on|update of)", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^(?:©|copyright\b|\(c\)\s|pmid:|pmcid:|doi:|conflict of interest|keywords:|published by|\d{4} [^.]{3,60}all rights|free pmc article)",
    re.IGNORECASE,
)


def marks(layout: Layout) -> float:
    """Weigh the citation line and the named parts that PubMed puts around an abstract; a page of PMC leads with its PMCID."""
    if _medline(layout):
        return 1.0
    citation = _citation(layout)
    if not citation or (not _is_numbered(citation) and _is_of_pmc(layout.lines[:_HEAD])):
        return 0.0
    folded = {line.folded for line in layout.lines} | {line.folded[:30] for line in layout.lines if len(line.text) > 30}
    signs = sum(weight for sign, weight in _SIGNS if any(line == sign or line.startswith(sign + " ") for line in folded))
    signs += 0.3 * any(_PMID.search(line.text) for line in layout.lines)
    return 0.35 + signs if signs >= 0.2 else 0.0


def reject(layout: Layout) -> str | None:
    """Return why the page holds no single record: a list of results, an export of several."""
    export = _medline(layout)
    citation = _citation(layout)
    lines = layout.lines if citation and _is_numbered(citation) else layout.body
    works = export.records if export else sum(bool(_PMID.search(line.text)) for line in lines)
    return f"a list of several works: {works} records of PubMed" if works > 1 else None


def read(layout: Layout) -> Draft:
    """Return what the page states."""
    if export := _medline(layout):
        return tagged.read(layout, export, NAME)
    draft = generic.read(layout, NAME)
    citation = _citation(layout)
    if not citation:
        return draft
    fields = ("container-title", "volume", "issue", "page", "number", "issued", "type", "genre")
    draft = draft.without(*fields).plus(*nlm.read_citation(layout, citation, NAME), *_language(layout))
    draft = draft.plus(*_below_similar_articles(layout, draft))
    if _is_numbered(citation):
        return _with_paragraphs(draft, layout, citation)
    return _with_title_below(draft, layout, citation)


def _below_similar_articles(layout: Layout, draft: Draft) -> Iterator[Candidate]:
    """Yield the indexer's terms and the grants, which the site prints below the lists of other works."""
    for line in layout.lines[layout.tail :]:
        field = _PARTS_BELOW.get(line.folded)
        if field is None or draft.of(field):
            continue
        below = itertools.takewhile(_goes_on, layout.lines[line.index + 1 :])
        places = [(other.span,) for other in below if other.folded not in _BUTTONS]
        if found := claim(layout.text, field, places, f"{NAME}.{field}", 0.95):
            yield found


def _goes_on(line: Line) -> bool:
    """Tell whether a line is a further term of its part, no heading of the next."""
    return len(line.text) < PROSE and not line.folded.startswith(_HEADINGS)


def _medline(layout: Layout) -> Export | None:
    export = find_export(layout)
    return export if export and export.form == "medline" else None


def _citation(layout: Layout) -> Citation | None:
    return next(nlm.find_citations(layout, layout.lines[:_HEAD]), None)


def _is_numbered(citation: Citation) -> bool:
    """Tell whether it is the text format, which numbers its records."""
    return bool(_NUMBERED.match(citation.line.text))


def _is_of_pmc(lines: Sequence[Line]) -> bool:
    return nlm.leads_with_pmcid(lines) or any(" logoLink to " in line.text for line in lines)


def _language(layout: Layout) -> list[Candidate]:
    for line in layout.lines[:_HEAD]:
        if found := _ARTICLE_IN.match(line.text):
            span = moved(line.start, found, "language")
            return claims(layout.text, "language", span, f"{NAME}.language", 0.97)
    return []


def _title(layout: Layout, span: Span) -> Candidate | None:
    """Claim a title, without the brackets around a translated one."""
    bracketed = _BRACKETED.match(layout.text[span[0] : span[1]].replace("\n", " "))
    if bracketed:
        span = (span[0] + bracketed.start("title"), span[0] + bracketed.end("title"))
    return claim(layout.text, "title", [(span,)], f"{NAME}.title", 0.97)


def _with_title_below(draft: Draft, layout: Layout, citation: Citation) -> Draft:
    """Read the title and names where they stand below the citation; where they stand above, the shared readers read them."""
    below = [
        line for line in layout.lines[citation.line.index + 1 : citation.line.index + 12] if not _NOT_TITLE.fullmatch(line.text)
    ]
    if (
        not below
        or layout.vocabulary.sections.get(below[0].folded)
        or len(below[0].text) > 3 * PROSE
        or _is_below_abstract(below)
    ):
        return _with_title_above(draft, layout, citation)
    draft = draft.without("title").plus(_title(layout, below[0].span))
    names = [line for line in below[1:4] if not _ARTICLE_IN.match(line.text)][:1]
    return _with_names(draft, layout, [line.span for line in names if likeness(line.text.rstrip(".")) >= 0.3])


def _is_below_abstract(lines: Sequence[Line]) -> bool:
    """Tell whether the lines are no title with what follows one: an abstract's prose stands first."""
    return lines[0].text.endswith(".") and len(lines[0].text) > 2 * PROSE


def _with_title_above(draft: Draft, layout: Layout, citation: Citation) -> Draft:
    """Read the names between the title, as the shared readers found it, and the citation; brackets around the title go."""
    best = draft.best("title")
    if not best or best.end > citation.line.start:
        return draft
    span = best.items[0].evidence.parts[0]
    if layout.text[span[0]] == "[":
        draft = draft.without("title").plus(_title(layout, span))
    first = layout.line_at(best.end - 1)
    names = [line for line in layout.lines[first.index + 1 : citation.line.index] if _is_names(line)] if first else []
    return _with_names(draft, layout, [line.span for line in names]) if names else draft


def _is_names(line: Line) -> bool:
    return likeness(line.text.rstrip(".")) >= 0.5


def _with_names(draft: Draft, layout: Layout, spans: Sequence[Span]) -> Draft:
    """Claim the names; the full stop that ends them is none of an initial's, which PubMed prints without."""
    places = names_in(layout, [strip(layout.text, *span, ".") for span in spans])
    found = claim(layout.text, "author", places, f"{NAME}.author", 0.96)
    return draft.without("author").plus(found)


def _with_paragraphs(draft: Draft, layout: Layout, citation: Citation) -> Draft:
    """Read the text format: citation, title, names, affiliations and the abstract, each a paragraph of wrapped lines."""
    paragraphs = list(_paragraphs(layout, citation.line.index))[1:]
    texts = [layout.text[start:end] for start, end in paragraphs]
    if not paragraphs:
        return draft
    draft = draft.without("title").plus(_title(layout, paragraphs[0]))
    rest = next((i for i, text in enumerate(texts[1:], 1) if not _ARTICLE_IN.match(text)), len(texts))
    names = paragraphs[rest : rest + 1] if rest < len(texts) and likeness(" ".join(texts[rest].split())) >= 0.3 else []
    draft = _with_names(draft, layout, names)
    first = rest + len(names)
    while first < len(texts) and _CREDITS.match(texts[first]):
        first += 1
    last = next((i for i in range(first, len(texts)) if _CLOSING.match(texts[i])), len(texts))
    found = claim(layout.text, "abstract", [tuple(paragraphs[first:last])], f"{NAME}.abstract", 0.96) if first < last else None
    return _with_numbers(draft.without("abstract").plus(found), layout)


def _with_numbers(draft: Draft, layout: Layout) -> Draft:
    """Read the identifiers below the abstract, each in a line of its own."""
    for line in layout.lines:
        if identifier := _IDENTIFIER.match(line.text):
            span = moved(line.start, identifier, "value")
            if found := claims(layout.text, identifier["kind"], span, f"{NAME}.{identifier['kind']}", 0.98):
                draft = draft.without(identifier["kind"]).plus(*found)
    return draft


def _paragraphs(layout: Layout, first: int) -> Iterator[Span]:
    """Yield the paragraphs from a line on: lines without a blank one between, parted where a section of the abstract begins."""
    start = layout.lines[first].start
    for line, following in zip(layout.lines[first:], [*layout.lines[first + 1 :], None], strict=True):
        if following is None or following.blanks or _SECTION.match(following.text):
            yield start, line.end
            start = following.start if following else line.end
