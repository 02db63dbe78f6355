"""A page that is the export of one record (RIS, MEDLINE, EndNote, BibTeX) as a draft, each value with its place.

The modules of `litcli.formats` read such files too, but they know no places on a page. What surprised us: "SP - 345" of a book is
the number of its pages and "T2" its series, Pure's abstract stands twice (N2 and AB) and may differ, and MEDLINE puts a translated
title in brackets, with the work's own one, if any, under "TT".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from litcli.extract.base.generic import Draft
from litcli.extract.base.tag_lines import Export
from litcli.extract.base.tag_names import BIBTEX, ENDNOTE, MEDLINE, NOTEEXPRESS, REFWORKS, RIS, WHOLE, WOS
from litcli.extract.candidates import Candidate, Item, Parts, Span, claim
from litcli.extract.layout import Layout, strip
from litcli.extract.readers.words import split_words
from litcli.model.fields import BY_NAME

SURE = 0.97

_TABLES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ris": RIS,
        "medline": MEDLINE,
        "endnote": ENDNOTE,
        "bibtex": BIBTEX,
        "wos": WOS,
        "refworks": REFWORKS,
        "noteexpress": NOTEEXPRESS,
    }
)
_ALL = frozenset({"issued", "abstract", "DOI", "URL", "ISSN", "ISBN"})
"""Meanings of which every tag counts, not only the first one that the page has."""

LONGEST_IDENTIFIER = 80
"""A longer value is none."""

_NOTE = re.compile(r"\s+(?:\[(?:doi|pii)\]|\((?:print|electronic|linking|internet)\))$", re.IGNORECASE)
_LATEX = re.compile(r"[\\{}$~]|--")
_AND = re.compile(r"\s+and\s+")
_BETWEEN_NAMES = {
    "wos": re.compile(r"\s*\n\s*"),
    "refworks": re.compile(r"\s*[;；]\s*"),
    "noteexpress": re.compile(r"\s*[;；]\s*"),
}
"""What parts the names under a single tag."""
_CODE = re.compile(r"[A-Za-z]+\d[\w.]*|\d{5,}")
_COUNT = re.compile(r"\d{1,5}")
_DASH = re.compile(r"\d\s?[-–—]")
_BRACKETED = re.compile(r"\[(.+?)\.?\]\.?", re.DOTALL)
_PARAGRAPH = re.compile(r"\n\s*\n")
_LINK = re.compile(r"https?://(?!(?:dx\.)?doi\.org/)\S+")


@dataclass(frozen=True)
class _Stated:
    """What the record's tags state, by meaning."""

    layout: Layout
    form: str
    places: Mapping[str, tuple[Span, ...]]
    rule: str
    kind: str = ""
    """The CSL type, as far as a tag names it."""

    def text(self, span: Span) -> str:
        return self.layout.text[span[0] : span[1]]

    def of(self, meaning: str) -> tuple[Span, ...]:
        return self.places.get(meaning, ())

    def claim(self, field: str, places: Iterable[Parts], normaliser: str = "") -> list[Candidate]:
        """Claim places for a field; what is written in LaTeX is read as such."""
        parts = list(places)
        latex = self.form == "bibtex" and any(_LATEX.search(self.text(span)) for spans in parts for span in spans)
        name = normaliser or "latex" * latex
        rule = f"{self.rule}.{field}" + (f":{name}" if name else "")
        found = claim(self.layout.text, field, parts, rule, SURE)
        return [found] if found else []


def read(layout: Layout, export: Export, rule: str) -> Draft:
    """Return what the export states; `rule` begins the name of each rule."""
    stated = _Stated(layout, export.form, _by_meaning(layout, export), rule)
    draft = Draft(layout, (), frozenset(), ()).plus(*_type(stated, "type"))
    if kind := draft.best("type"):
        stated = replace(stated, kind=str(kind.value))
    for meaning in stated.places:
        draft = draft.plus(*READINGS.get(meaning, _scalar)(stated, meaning))
    return draft


def _by_meaning(layout: Layout, export: Export) -> dict[str, tuple[Span, ...]]:
    places: dict[str, tuple[Span, ...]] = {}
    for tag, meanings in _TABLES[export.form].items():
        spans = tuple(_bare(layout, statement.span) for statement in export.statements if statement.tag == tag)
        for meaning in meanings if spans else ():
            if meaning in _ALL:
                places[meaning] = places.get(meaning, ()) + spans
            else:
                places.setdefault(meaning, spans)
    return places


def _bare(layout: Layout, span: Span) -> Span:
    """Return the place of an identifier without the note that MEDLINE puts behind it: "[doi]", "(Print)"."""
    start, end = span
    note = _NOTE.search(layout.text, start, end) if end - start < LONGEST_IDENTIFIER else None
    return (start, note.start()) if note else span


def _scalar(stated: _Stated, meaning: str) -> list[Candidate]:
    """Claim the first place that holds a value of the field."""
    if meaning not in BY_NAME:
        return []
    return next((found for span in stated.of(meaning) if (found := stated.claim(meaning, [(span,)]))), [])


def _type(stated: _Stated, meaning: str) -> list[Candidate]:
    spans = stated.of(meaning)
    return next((found for span in spans if (found := stated.claim("type", [(span,)], f"{stated.form}-type"))), [])


def _all(stated: _Stated, meaning: str) -> list[Candidate]:
    """Claim every value once."""
    found = stated.claim(meaning, [(span,) for span in stated.of(meaning)])
    return [replace(candidate, items=_once(candidate.items)) for candidate in found]


def _once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    kept: dict[str, Item] = {}
    for item in items:
        kept.setdefault(str(item.value), item)
    return tuple(kept.values())


def _title(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the title; one in brackets is a translation, which stands in for a title that is not stated."""
    span = stated.of(meaning)[0]
    translated = _BRACKETED.fullmatch(stated.text(span)) if stated.form == "medline" else None
    if not translated:
        return stated.claim("title", [(span,)])
    inner = (span[0] + translated.start(1), span[0] + translated.end(1))
    if own := stated.of("original"):
        return [*stated.claim("title", [own[:1]]), *stated.claim("translated-title", [(inner,)])]
    return stated.claim("title", [(inner,)])


def _people(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the people, and the groups beside them, in the order of the page."""
    spans = [name for span in stated.of(meaning) for name in _names(stated, span)]
    found = stated.claim(meaning, [(span,) for span in spans if not _is_group(stated, span)])
    groups = [strip(stated.layout.text, *span, "{}") for span in spans if _is_group(stated, span)]
    groups += stated.of("group") if meaning == "author" else ()
    found += stated.claim(meaning, [(span,) for span in groups], "group")
    items = sorted((item for candidate in found for item in candidate.items), key=lambda item: item.evidence.start)
    return [replace(found[0], items=tuple(items))] if found else []


def _groups(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read groups where there are no people."""
    return [] if stated.of("author") else stated.claim("author", [(span,) for span in stated.of(meaning)], "group")


def _names(stated: _Stated, span: Span) -> Iterator[Span]:
    """Yield the single names of a value; BibTeX joins them by "and", others have each on a line or semicolons between them."""
    start, stop = span
    if stated.form == "bibtex":
        ends = list(_open_ands(stated, span))
    elif between := _BETWEEN_NAMES.get(stated.form):
        ends = [match.span() for match in between.finditer(stated.layout.text, start, stop)]
    else:
        ends = []
    for end, following in [*ends, (stop, stop)]:
        name = strip(stated.layout.text, start, end)
        if name[0] < name[1] and stated.text(name) != "others":
            yield name
        start = following


def _open_ands(stated: _Stated, span: Span) -> Iterator[Span]:
    """Yield each "and" that stands outside of all braces."""
    start, stop = span
    depth = 0
    for match in _AND.finditer(stated.layout.text, start, stop):
        between = stated.text((start, match.start()))
        depth += between.count("{") - between.count("}")
        start = match.start()
        if depth == 0:
            yield match.span()


def _is_group(stated: _Stated, span: Span) -> bool:
    text = stated.text(span)
    return stated.form == "bibtex" and text.startswith("{") and text.find("}") == len(text) - 1 and " " in text


def _words(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the keywords: one a tag, or a list of them under a single tag."""
    spans = stated.of(meaning)
    if len(spans) == 1:
        return stated.claim("keyword", split_words(stated.layout, spans[0]))
    return stated.claim("keyword", [(strip(stated.layout.text, *span, "*"),) for span in spans])


def _issued(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the dates, and a month with the year that another tag has."""
    years, months = stated.of(meaning), stated.of("month")
    places: list[Parts] = [(span,) for span in (*years, *months)]
    places += [(month, year) for month in months for year in years[:1]]
    return [found for place in places for found in stated.claim("issued", [place], "calendar")]


def _host(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the name of the journal, book or, for a work that is a whole by itself, of the series."""
    span = stated.of(meaning)[0]
    if stated.kind in WHOLE and stated.text(span) in map(stated.text, stated.of("title")):
        return []
    return stated.claim("collection-title" if stated.kind in WHOLE else "container-title", [(span,)])


def _host_short(stated: _Stated, meaning: str) -> list[Candidate]:
    field = "container-title-short" if stated.of("host") else "container-title"
    return stated.claim(field, [stated.of(meaning)[:1]])


def _issue(stated: _Stated, meaning: str) -> list[Candidate]:
    return stated.claim("number" if stated.kind == "report" else "issue", [stated.of(meaning)[:1]])


def _page(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read pages; a single code is an article number, a single number of a whole work the count of its pages."""
    if meaning == "page" and stated.of("page-first"):
        return []
    first = stated.of(meaning)[0]
    last = stated.of("page-last")[:1] if meaning == "page-first" else ()
    if last and not _DASH.search(stated.text(first)):
        return stated.claim("page", [(first, *last)])
    if stated.kind in WHOLE:
        return stated.claim("number-of-pages", [(first,)]) if _COUNT.fullmatch(stated.text(first)) else []
    return stated.claim("number" if _CODE.fullmatch(stated.text(first)) else "page", [(first,)])


def _prose(stated: _Stated, meaning: str) -> list[Candidate]:
    """Read the abstract, its paragraphs parted at blank lines; of two the one that stands first."""
    start, stop = min(stated.of(meaning))
    ends = [match.span() for match in _PARAGRAPH.finditer(stated.layout.text, start, stop)]
    parts = []
    for end, following in [*ends, (stop, stop)]:
        parts.append((start, end))
        start = following
    return stated.claim("abstract", [tuple(parts)])


def _link(stated: _Stated, meaning: str) -> list[Candidate]:
    places = [(span,) for span in stated.of(meaning) if _LINK.fullmatch(stated.text(span))]
    return stated.claim("URL", places[:1])


def _beside(stated: _Stated, meaning: str) -> list[Candidate]:
    """Say nothing: it is read with another meaning."""
    del stated, meaning
    return []


READINGS: Mapping[str, Callable[[_Stated, str], list[Candidate]]] = MappingProxyType(
    {
        "type": _beside,
        "title": _title,
        "original": _beside,
        "author": _people,
        "editor": _people,
        "group": _groups,
        "keyword": _words,
        "issued": _issued,
        "month": _beside,
        "host": _host,
        "host-short": _host_short,
        "issue": _issue,
        "page": _page,
        "page-first": _page,
        "page-last": _beside,
        "abstract": _prose,
        "ISSN": _all,
        "ISBN": _all,
        "URL": _link,
    }
)
"""How each meaning is read; one that is not here is the field of that name and is taken as it stands."""
