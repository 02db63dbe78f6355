"""DSpace: archives of universities, in the pages of its several versions.

    breadcrumbs / View Item / Title / View/Open / Date / Author / Abstract / URI / Collections                         since 2010
    Please use this identifier to cite ... / Title: / Authors: / Keywords: / Issue Date: / Appears in Collections:    before
    Title / Files / Date / Authors / Journal Title / Journal ISSN / Volume Title / Publisher / Abstract               since 2021
    dc.contributor.author  Family, Given / dc.date.issued 2012 / dc.title ...                                         the full record

What surprised us: the newest pages print labels without values, one below the other; the full record names every field, and after each value
its language; dates of accession stand beside that of issue; the handle looks like a DOI and is none.
"""

import re
from collections.abc import Iterator

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, first_line, stated, without_line
from litcli.extract.candidates import Candidate, Parts, Span, claim, claimed, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.people import names_in
from litcli.extract.vocabulary import fold

NAME = "dspace"

MARKS = (
    Mark(0.6, "dc.", r"^\|?\s?dc\.(?:title|contributor\.author|date\.issued|creator)"),
    Mark(0.4, "Item", r"^\W*(?:View Item|Show (?:full|simple) item record|Show full item record)\W*$"),
    Mark(0.3, "View/Open", r"^\W*View/\s?Open$"),
    Mark(0.5, "Please use this identifier to cite or link to this item"),
    Mark(0.4, "Appears in Collections"),
    Mark(
        0.5,
        "identificador",
        r"(?i)(?:use este identificador para citar|utilize este identificador para referenciar|utilice este identificador para citar)",
    ),
    Mark(0.4, "oleç", r"^(?:Aparece nas coleções|Coleções|Aparece en las colecciones)\s?:?"),
    Mark(0.3, "hdl.handle.net", r"https?://hdl\.handle\.net/\S+"),
    Mark(0.2, "/handle/", r"https?://\S+/handle/\d"),
    Mark(0.6, "Volume Title", r"^Journal Title\n+(?:.*\n+)?Journal ISSN\n+(?:.*\n+)?Volume Title$"),
    Mark(0.2, "Thumbnail", r"^(?:Thumbnail|Thumbnail Image|Loading\.\.\.)$"),
    Mark(0.2, "Collections", r"^\W*Collections\s?:?$"),
    Mark(0.3, "Metadata", r"^Metadata$"),
    Mark(0.6, ", v. ", r"^[^.\n]{3,90}\. [^:\n]{2,40}: [^,\n]{2,80}, v\. [\w-]+, n\. [\w-]+, p\. [\w-]+, (?:19|20)\d\d\.$"),
)
_NAMES = {
    "dc.title": "title", "dc.title.alternative": "translated-title", "dc.contributor.author": "author", "dc.creator": "author",
    "dc.contributor.editor": "editor", "dc.date.issued": "issued", "dc.description.abstract": "abstract", "dc.language": "language",
    "dc.language.iso": "language", "dc.publisher": "publisher", "dc.subject": "keyword", "dc.subject.other": "keyword",
    "dc.subject.keyword": "keyword", "dc.type": "type", "dc.identifier.doi": "DOI", "dc.identifier.issn": "ISSN", "dc.identifier.isbn": "ISBN",
    "dc.identifier.pmid": "PMID", "dc.relation.ispartof": "container-title", "dc.source": "container-title",
    "dc.source.title": "container-title", "dc.source.journal": "container-title", "dc.relation.ispartofjournal": "container-title",
    "dc.bibliographiccitation.title": "container-title",
    "oaire.citation.title": "container-title", "dc.citation.title": "container-title", "dc.relation.ispartofseries": "collection-title",
    "oaire.citation.volume": "volume", "dc.citation.volume": "volume", "dc.source.volume": "volume", "dc.identifier.volume": "volume",
    "dc.bibliographiccitation.volume": "volume", "oaire.citation.issue": "issue", "dc.citation.issue": "issue", "dc.source.issue": "issue",
    "dc.bibliographiccitation.issue": "issue", "dc.identifier.citation": "citation", "dc.format.extent": "extent",
}  # fmt: skip
"""Names of the full record to fields; what is not here says nothing of the work."""
_KNOWN = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
_RECORD = re.compile(
    rf"^\|?\s?(?P<name>(?:{_KNOWN})(?!\.[a-z])|(?:dc|dcterms|oaire|thesis)\.[a-z]+(?:\.[a-z-]+)*)"
    r"(?P<value>.*\S.*)$"
)
_LANGUAGE = re.compile(r"(?:(?:\t|\s{2,}|\s?\|\s?|\s)(?:[a-z]{2,3}(?:[-_][A-Z]{2})?|\*)|[a-z]{2}_[A-Z]{2})\s*\|?\s*$")
_CODES = ("por", "eng", "spa", "fra", "fre", "deu", "ger", "ita", "cat", "tur", "nob", "swe")
_VIEWED = re.compile(
    r"^(?:View Item|Visualizar item|Visualizar ítem|Ver ítem|Ver item|Voir le document|Dokumentanzeige|Vis Innførsel|Visa post|Näytä aineisto)$"
)
_ABNT = re.compile(
    r"^(?P<container_title>[^.]{3,90})\. (?P<publisher_place>[^:]{2,40}): (?P<publisher>[^,]{2,80}), v\. (?P<volume>[\w-]+), "
    r"n\. (?P<issue>[\w-]+), p\. (?:(?P<page>\w+-\w+)|\w+), (?P<issued>(?:19|20)\d\d)\.$"
)
_SERIES = re.compile(r"^(?P<collection_title>[^;]{3,}?)\s*;\s*(?P<collection_number>[\w:./ -]+)$")
_INVERTED = re.compile(r"^[^\W\d_][^,\d]{0,40}, [^,\d]{1,40}$")


def marks(layout: Layout) -> float:
    """Weigh the names of the full record, the links and labels that the software prints, the handle."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states: by the full record where it is shown, else below the breadcrumbs."""
    if record := list(_record(layout)):
        return amended(generic.read(layout, NAME).without("author", "title", "issued"), record)
    viewed = [line.index for line in layout.lines[:40] if _VIEWED.match(line.text)]
    page = layout.part(viewed[-1] + 1) if viewed and viewed[-1] + 1 < len(layout.lines) else layout
    draft = generic.read(page, NAME)
    draft = draft if draft.of("type") else draft.plus(*_collection_kind(page))
    title = claims(page.text, "title", page.lines[0].span, f"{NAME}.title", 0.93) if viewed else []
    draft = amended(draft, (*title, *_series(draft)))
    cited = first_line(page.lines, _ABNT)
    if not cited:
        return draft
    abstracts = [without_line(page, candidate, cited[0]) for candidate in draft.of("abstract")[:1]]
    return amended(draft, (*_listed(page, *cited), *abstracts))


def _series(draft: Draft) -> Iterator[Candidate]:
    """Part a series from its number: "Klokkestudier;2014:7"."""
    series = draft.best("collection-title")
    if series and (parts := _SERIES.match(draft.layout.text[series.start : series.end])):
        yield from stated(draft.layout, series.start, parts, NAME, 0.9)


def _record(layout: Layout) -> Iterator[Candidate]:
    """Yield what the full record says, the values of a list together."""
    places: dict[str, list[Span]] = {}
    for line in layout.lines:
        found = _RECORD.match(line.text)
        field = _NAMES.get(found["name"]) if found else None
        if found and field:
            places.setdefault(field, []).append(_value(layout, line, found))
    code = _glued_code(layout, [span for spans in places.values() for span in spans])
    if code:
        places = {field: [_without(layout, span, code) for span in spans] for field, spans in places.items()}
    for field, spans in places.items():
        yield from _claimed(layout, field, spans)
    yield from _pages(layout)


def _value(layout: Layout, line: Line, found: re.Match[str]) -> Span:
    """Return the place of a value without the language behind it."""
    start, end = line.start + found.start("value"), line.start + found.end("value")
    tail = _LANGUAGE.search(layout.text, start, end)
    return strip(layout.text, start, tail.start() if tail and tail.start() > start + 1 else end, "|:")


def _glued_code(layout: Layout, spans: list[Span]) -> str | None:
    """Return the code of a language that is glued to most values; none where that is not plain."""
    for code in _CODES:
        ends = sum(layout.text.endswith(code, *span) for span in spans)
        if ends >= 3 and ends >= 0.5 * len(spans):
            return code
    return None


def _without(layout: Layout, span: Span, code: str) -> Span:
    start, end = span
    return (start, end - len(code)) if layout.text.endswith(code, *span) and end - start > len(code) else span


def _claimed(layout: Layout, field: str, spans: list[Span]) -> list[Candidate]:
    text, rule = layout.text, f"{NAME}.{field}"
    if field in {"author", "editor"}:
        found = claim(text, field, names_in(layout, spans), rule, 0.97)
    elif field in {"keyword", "ISSN", "ISBN"}:
        places: list[Parts] = [(span,) for span in spans]
        found = claim(text, field, places, rule, 0.97)
    elif field == "citation":
        return read_citation(layout, spans[0], rule, 0.9)
    elif field == "extent":
        return [
            c
            for span in spans
            if re.search(r"\d\s?(?:p|s|f|pages|páginas)\b", text[slice(*span)])
            for c in claims(text, "number-of-pages", span, rule, 0.8)
        ]
    else:
        full = {"type": f"{rule}:coded-type", "issued": f"{rule}:stated-date"}.get(field, rule)
        return claims(text, field, spans[0], full, 0.97)
    return [found] if found else []


def _pages(layout: Layout) -> list[Candidate]:
    """Put first and last page together, which stand in fields of their own."""
    ends: dict[str, Span] = {}
    for line in layout.lines:
        found = _RECORD.match(line.text)
        if found and (end := re.search(r"\.(spage|epage|startpage|endpage|initialpage|finalpage)$", found["name"])):
            ends[end[1][0].replace("i", "s").replace("f", "e")] = _value(layout, line, found)
    parts = tuple(ends[key] for key in ("s", "e") if key in ends)
    return claimed(layout.text, "page", [parts], f"{NAME}.page", 0.96) if "s" in ends else []


def _collection_kind(page: Layout) -> Iterator[Candidate]:
    """Read the kind of work off the name of its collection: "Master's theses"."""
    start = next(
        (
            line.index
            for line in page.lines
            if fold(line.text) in {"collections", "appears in collections", "coleções", "colecciones"}
        ),
        None,
    )
    for line in page.lines[start + 1 : start + 4] if start is not None else ():
        if (kind_of_work(line.text) or "").partition("/")[0] in {"thesis", "article-journal"}:
            yield from claims(page.text, "type", line.span, f"{NAME}.collection", 0.6)
            return


def _listed(page: Layout, line: Line, match: re.Match[str]) -> Iterator[Candidate]:
    """Read a page that lost its labels: title, names one a line, publisher, abstract, and the journal's line at the end."""
    yield from stated(page, line.start, match, NAME, 0.94)
    yield from claims(page.text, "type", line.span, f"{NAME}.type:in-journal", 0.9)
    names: list[Parts] = []
    for other in page.lines[1 : line.index]:
        if not _INVERTED.match(other.text):
            break
        names.append((other.span,))
    if found := claim(page.text, "author", names, f"{NAME}.author", 0.95):
        yield found
