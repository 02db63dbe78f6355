"""In what a work stands, as records say it in one text: "Journal of Moss; Vol. 3 No. 2 (2014); 33-48", "Vol. 12, no. 3, p. 45-67"."""

import re
from collections.abc import Iterable, Sequence

from litcli.extract.base.xml_record import SURE, XmlRecord, joined
from litcli.extract.candidates import Candidate, Parts, Span, moved
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.words import split_words
from litcli.model.fields import BY_NAME

_OJS = re.compile(r"(?P<host>[^;]{2,200}?)\s?; (?P<numbers>[^;]{4,200}?)(?:\s?; (?P<page>[\w.:/–-]{1,25}))?\.?")
"""What OJS writes: the journal, its numbers with the name of the issue, the pages."""
_CODE = re.compile(r"[A-Za-z]+\d[\w.]*|\d{5,}")
_ISSUE_NAME = re.compile(r"(?<=\)): .*$")
_NAMED = re.compile(r"[^\W\d_]{3}")

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_EXTENT = re.compile(
    r"(?P<pages>\d{1,5})\s?"
    r"(?:p|pp|pages?|s|seiten|leaves|bl|blatt|f|ff|feuillets|páginas|pág|str|sidor|sider|sivua|pag|с)(?![^\W\d_])",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"creativecommons\.org|\bCC[ -]?(?:BY|0)|creative commons|licen[cs]es?\b(?! holder)|lizenz|licenci?a|public domain|"
    r"\b(?:MIT|GPL|BSD|Apache)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://(?!(?:dx\.)?doi\.org/|hdl\.handle\.net/|\S*\.(?:pdf|docx?)\b)\S+")

LOCATING = frozenset({"volume", "issue", "page", "number"})


def hosted(record: XmlRecord, span: Span, sure: float) -> list[Candidate]:
    """Return what a text says of the journal or book, its volume, issue and pages; nothing where it is no such text."""
    text = record.layout.text[slice(*span)]
    if parted := _OJS.fullmatch(text):
        found = located(record, moved(span[0], parted, "numbers"), sure)
        if found:
            host = record.claims("container-title", [(moved(span[0], parted, "host"),)], sure=sure)
            pages = moved(span[0], parted, "page") if parted["page"] else None
            field = "number" if parted["page"] and _CODE.fullmatch(parted["page"]) else "page"
            return [*host, *found, *(record.claims(field, [(pages,)], sure=sure) if pages else [])]
    cited = read_citation(record.layout, span, f"{record.rule}.cited", sure)
    fields = {candidate.field for candidate in cited}
    return (
        [one for one in cited if one.field in LOCATING | {"container-title"}] if LOCATING & fields and _NAMED.match(text) else []
    )


def located(record: XmlRecord, span: Span, sure: float) -> list[Candidate]:
    """Return the volume, the issue and the pages that a text states, without the name of what they are of."""
    start, end = span
    if named := _ISSUE_NAME.search(record.layout.text[start:end]):
        end = start + named.start()
    cited = read_citation(record.layout, (start, end), f"{record.rule}.located", sure)
    return [one for one in cited if one.field in LOCATING]


def dated(record: XmlRecord, span: Span, sure: float = SURE) -> list[Candidate]:
    """Return the date of a place; of one that is written as catalogues do ("c2012", "[2012?]") the year."""
    found = record.claims("issued", [(span,)], "stated-date", sure)
    year = None if found else _YEAR.search(record.layout.text, *span)
    return record.claims("issued", [(year.span(),)], "calendar", sure) if year else found


def addresses(record: XmlRecord, paths: Iterable[str]) -> list[Candidate]:
    """Return the first address that is the page of the work itself, no other form of its DOI or handle, and no file."""
    spans = [span for path in paths for span in record.at(path) if _ADDRESS.fullmatch(record.layout.text, *span)]
    return record.claims("URL", [(span,) for span in spans[:1]], sure=0.9)


def licences(record: XmlRecord, paths: Iterable[str]) -> list[Candidate]:
    """Return the first licence at some paths; what only says whose the rights are, or that it is open, is none."""
    spans = [span for path in paths for span in record.at(path) if _LICENCE.search(record.layout.text, *span)]
    return record.claims("license", [(span,) for span in spans[:1]])


def number_of_pages(record: XmlRecord, spans: Iterable[Span]) -> list[Candidate]:
    """Return the count of pages of the first extent that states one: "VIII, 176 S."."""
    found = (_EXTENT.search(record.layout.text, *span) for span in spans)
    first = next((pages for pages in found if pages), None)
    return record.claims("number-of-pages", [(first.span("pages"),)], sure=0.95) if first else []


def words_at(record: XmlRecord, spans: Sequence[Span]) -> list[Parts]:
    """Return the places of keywords; a text that stands alone may hold several."""
    return split_words(record.layout, spans[0]) if len(spans) == 1 else [(span,) for span in spans]


def first_of_each(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the first candidate of each field, since those that stand first are trusted most; of a list field all as one."""
    fields: dict[str, list[Candidate]] = {}
    for candidate in found:
        fields.setdefault(candidate.field, []).append(candidate)
    return [joined(several) if BY_NAME[field].many else several[0] for field, several in fields.items()]
