"""Pages of Springer Nature's sites (SpringerLink, nature.com, BMC): the head of the page and the section about the article.

    Title / • Review / • Published: 12 May 2010 / Journal volume 12, pages 1–10 (2010)Cite this article      since 2020
    Journal / , Volume 15, Issue 6, pp 533–540 | Cite as / Title / • NameEmail author / • Name               before
    About this article / Cite this article / Names. Title. J Abbr 12, 1–10 (2010). https://doi.org/...       at the end

What surprised us: crawled pages lose the names, the dates and the numbers but keep the labels; "Journal Aims and scope Submit
manuscript" is one line; keywords of old pages stand side by side with nothing between, where nobody can tell them apart; and the
section about the article follows the references, where other readers have long stopped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims, moved
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.readers.people import likeness, names_in
from litcli.extract.vocabulary import fold
from litcli.model.fields import BY_NAME

HEAD = 40
"""So many lines from the top hold the head."""

KINDS = {
    "chapter": "in-book", "kapitel": "in-book", "buchkapitel": "in-book", "protocol": "in-book", "conference paper": "at-event",
    "konferenzbeitrag": "at-event", "book": "whole-book", "buch": "whole-book",
}  # fmt: skip
"""Lines that tell the kind of a work which is no article, folded, with the normaliser that says so."""

_ARTICLES = frozenset(
    "article|original article|original paper|original research|original contribution|originalarbeit|originalpaper|review|review article|"
    "review paper|research|research article|research paper|letter|letter to the editor|editorial|brief communication|brief report|"
    "short communication|case report|commentary|comment|correspondence|news & views|perspective|analysis|übersicht|leitthema|report|"
    "regular article|original|invited review|survey|technical note|methodology|technical report|letters to nature|obituary|book review|"
    "matters arising|author correction|erratum|correction|schwerpunkt|aufsätze|abhandlungen|cme|main article|data descriptor".split(
        "|"
    )
)
_NOISE = re.compile(
    r"home\s[ >›/]*\S.*\s(?:article|chapter|conference paper)|"
    r"skip to .*|advertisement|log ?in|menu|search|cart|download (?:pdf|chapter|book|conference paper).*|springerlink|top|find a journal|"
    r"publish with us|track your research|home|open access|full access|sign up.*|view all journals|this article has been updated|"
    r"you have full access.*|thank you for visiting nature\.com.*|the best experience, we recommend.*|internet explorer\).*|"
    r"and javascript\.?|explore content|about the journal|subscribe|nature|advanced search|journals|books|download citation|"
    r"authors?|authors and affiliations|(?:[\w ]{3,40}\|\s*)+published\b.*|"
    r"(?:published|first online|veröffentlicht|online veröffentlicht|open access)\b.*|pp\.? ?\d+[–-]\d+|cite this .*|[\d.,]+k? \w+|"
    r"these keywords were added by machine.*|explore all metrics|metrics|metrics details|buy article|.* \| springerlink|.* \| nature",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?P<journal>.{2,150}?)\s+(?:volume|Band)\s*(?P<volume>[\w.–-]+),\s*(?:(?:pages?|Seiten?)\s*(?P<page>[A-Za-z]?\d[\w–-]*)|"
    r"(?:Article number|Artikelnummer):?\s*(?P<number>[\w-]+))\s*\((?P<issued>\d{4})\)",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"^(?P<journal>(?![A-Z][a-z]+\s\d{4},)[^,|]{2,150}(?:,[^,|\d]{2,60})*)?,?\s*(?:(?P<issued>(?:[A-Z][a-z]+\s)?\d{4}),\s*)?(?:Volume\s(?P<volume>[\w–-]+)"
    r"(?:,\s*(?:Supplement\s\w+,\s*)?Issue\s(?P<issue>[\w–-]+))?,\s*pp\s?(?P<page>[A-Za-z]?\d[\w–-]*)|(?P<volume2>\d+):(?P<number>\d+))"
    r"\s*(?:\|\s*Cite as)?$"
)
_IN_BOOK = re.compile(r"^(?P<host>.{3,200}?)\s+pp\s?(?P<page>[ivxlc\d]+[–-][ivxlc\d]+)\s*\|?\s*(?:Cite as)?$")
_PLAIN_PAGES = re.compile(r"^pp\.?\s?(?P<page>\d+[–-]\d+)$")
_AIMS = re.compile(r"\s*Aims and scope\s*Submit manuscript$")
_SERIES = re.compile(
    r"Part of the (?:book series:\s*(?P<title>.+?)|(?P<title2>.+?) book series)\s*\(+(?:[^()]*?,\s*)?"
    r"(?:volume|Band|vol\.?)\s*(?P<volume>[\w./-]+)\)+"
)
_SERIES_ALONE = re.compile(r"Part of the (?:book series:\s*(?P<title>[^()]+)|(?P<title2>[^()]+?) book series)")
_EVENT = re.compile(r"included in the following conference series", re.IGNORECASE)
_DATED = re.compile(
    r"^(?:Published(?: online)?|First Online|Online veröffentlicht|Veröffentlicht)\s*:?\s*(?P<date>.*\d{4})$", re.IGNORECASE
)
_NAME_TAIL = re.compile(
    r"\s*(?:Email authors?|View author publications|ORCID:?\s*\S*(?:\s?[\d,*&])*|E-Mail-Autor(?:in)?|Authors? and Affiliations|nAff\d+)\s*$"
)
_BESIDE = re.compile(
    r"\s*(?:\[…\]|…)|\s*ORCID:?\s*(?:https?://)?(?:orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX](?:\s?[\d,*])*", re.IGNORECASE
)
_NAME_END = re.compile(r"(?<=\.),\s+|,?\s+&\s+|\s*\(\d{4}\)\.?\s*$|\s*$")
_ABOUT = re.compile(
    r"(?:about this (?:article|chapter|paper|protocol|entry)|cite this (?:article|chapter|paper|conference paper)(?: as)?:?|über diesen artikel)"
)
_LABELLED = re.compile(
    r"^(?P<label>DOI|Publisher Name|(?:Print|Online) ISBN|(?:Print|Online) ISSN|Issue Date|Published|Received|Accepted)\s*:?\s*"
    r"(?P<value>\S.*)$"
)
_LABELS = {
    "DOI": "DOI", "Publisher Name": "publisher", "Print ISBN": "ISBN", "Online ISBN": "ISBN", "Print ISSN": "ISSN", "Online ISSN": "ISSN",
    "Issue Date": "issued",
}  # fmt: skip
_REFERENCE = re.compile(
    r"\s(?P<short>[^\d]{2,80}?)\s(?P<volume>\d[\w–-]*)(?:\s?\((?P<issue>[^()]+)\))?,\s(?P<page>[A-Za-z]?\d[\w]*(?:[–-][A-Za-z]?\d\w*)?)\s"
    r"\((?P<issued>\d{4})\)"
)
_LINK = re.compile(r"10\.\d{4,9}/\S*[\w)]")


@dataclass(frozen=True)
class Head:
    """The lines above the abstract, each in its part."""

    title: Line | None
    kind: Line | None
    names: tuple[Line, ...]
    host: Line | None
    """For a chapter: the line of the book's title."""


def read_page(layout: Layout, rule: str) -> Draft:
    """Return what a page of these sites states; its names and places are those of its head and of the section about the article."""
    draft = generic.read(layout, rule)
    head = read_head(layout, rule)
    replaced = {candidate.field for candidate in head} - {"issued", "DOI"} | {"author", "container-title"}
    draft = draft.without(*replaced).plus(*head)
    title = draft.best("title")
    draft = draft.plus(*read_about(layout, str(title.value) if title else None, rule))
    return with_keywords(draft, layout, rule)


def read_head(layout: Layout, rule: str) -> list[Candidate]:
    """Return what the lines above the abstract say; `rule` begins the name of each rule."""
    lines = _above_abstract(layout)
    head = _head(lines)
    found: list[Candidate] = []
    if head.title:
        found += claims(layout.text, "title", head.title.span, f"{rule}.title", 0.95)
    spans = [span for line in head.names for span in _single_names(layout, line)]
    if people := claim(layout.text, "author", names_in(layout, spans), f"{rule}.author", 0.94):
        found.append(people)
    if head.kind and (kind := KINDS.get(head.kind.folded)):
        found += claims(layout.text, "type", head.kind.span, f"{rule}.type:{kind}", 0.95)
    if head.host:
        found += claims(layout.text, "container-title", head.host.span, f"{rule}.host", 0.93)
    return [*found, *_places(layout, lines, rule), *_dates(layout, lines, rule), *_series(layout, lines, rule)]


def read_about(layout: Layout, title: str | None, rule: str) -> list[Candidate]:
    """Return what the section about the article says, which stands below the references: the reference of the work, labels."""
    lines = _about(layout)
    found = _labels(layout, lines, rule)
    for line in lines:
        if title and fold(title) in fold(line.text) and not _LABELLED.match(line.text):
            found += _reference(layout, line, title, rule)
    return found


def with_keywords(draft: Draft, layout: Layout, rule: str) -> Draft:
    """Return the draft with the keywords that stand one a line or parted by a sign; those run together are left out."""
    for line in layout.lines:
        if layout.vocabulary.sections.get(line.folded) != "keyword":
            continue
        below = list(_words_below(layout, line))
        if len(below) == 1 and re.search(r"\s[·•;|]\s?|;", below[0].text):
            return draft
        if len(below) > 1:
            found = claim(layout.text, "keyword", [(word.span,) for word in below], f"{rule}.keywords", 0.93)
            return draft.without("keyword").plus(found)
        return draft.without("keyword") if below and len(below[0].text.split()) > 2 else draft
    return draft


def _words_below(layout: Layout, line: Line) -> Iterator[Line]:
    for word in layout.lines[line.index + 1 :]:
        if word.folded in layout.vocabulary.sections or (len(word.text) > PROSE and not re.search(r"[·•;|]", word.text)):
            return
        if (
            _NOISE.fullmatch(word.text)
            or _LABELLED.match(word.text)
            or word.text.rstrip(": ") in _LABELS
            or (word.blanks > 1 and word.index > line.index + 1)
        ):
            return
        yield word


def _above_abstract(layout: Layout) -> tuple[Line, ...]:
    sections = layout.vocabulary.sections
    stop = next((line.index for line in layout.lines[:HEAD] if sections.get(line.folded) == "abstract" and line.index > 0), None)
    prose = next((line.index for line in layout.lines[:HEAD] if len(line.text) > 3 * PROSE), HEAD)
    return layout.lines[: prose if stop is None else stop]


def _head(lines: Sequence[Line]) -> Head:
    cited = next((line.index for line in reversed(lines) if line.text.endswith("Cite as") or _old(line)), -1)
    free = [line for line in lines if line.index > cited and not _is_other(line)]
    kind = next((line for line in lines if line.folded in KINDS or line.folded in _ARTICLES), None)
    title = next((line for line in free if line is not kind), None)
    rest = [line for line in free if title and line.index > title.index and line is not kind]
    bullets = [line for line in rest if line.mark == "bullet" and likeness(_clean(line.text)) >= 0.3]
    plain = [line for line in rest if likeness(_clean(line.text)) >= 0.5]
    host = None
    if kind and title and kind.index > title.index and KINDS.get(kind.folded) in {"in-book", "at-event"} and cited < 0:
        host = next((line for line in rest if line.index > kind.index and line.mark != "bullet"), None)
        host = None if host in plain and plain.index(host) == 0 and not bullets else host
    names = tuple(bullets or [line for line in plain if line is not host])
    return Head(title, kind, names, host)


def _is_other(line: Line) -> bool:
    """Tell whether a line of the head is no title and no name: buttons, kinds, numbers of pages and readers."""
    return bool(
        line.folded in KINDS
        or line.folded in _ARTICLES
        or _NOISE.fullmatch(line.text)
        or _NUMBERED.match(line.text)
        or _AIMS.search(line.text)
        or _SERIES_ALONE.search(line.text)
        or _EVENT.search(line.text)
        or line.text.endswith(("Section Editor)", "Cite as"))
    )


def _clean(text: str) -> str:
    """Return a name without the button that is glued to it."""
    return _NAME_TAIL.sub("", text)


def _single_names(layout: Layout, line: Line) -> Iterator[Span]:
    """Yield the pieces of a line of names around ORCIDs, which have marks of affiliations glued to them, and signs of omission."""
    place, stop = line.start, line.start + len(_clean(line.text))
    for beside in [*_BESIDE.finditer(layout.text, place, stop), None]:
        span = strip(layout.text, place, beside.start() if beside else stop, ",&")
        if span[0] < span[1]:
            yield span
        place = beside.end() if beside else stop


def _places(layout: Layout, lines: Sequence[Line], rule: str) -> Iterator[Candidate]:
    """Yield journal or book, volume, issue and pages from the line that has them."""
    for line in lines:
        if aims := _AIMS.search(line.text):
            yield from _journal(layout, (line.start, line.start + aims.start()), rule)
        elif pages := _PLAIN_PAGES.match(line.text):
            yield from claims(layout.text, "page", moved(line.start, pages, "page"), f"{rule}.page", 0.94)
        elif found := _NUMBERED.match(line.text) or _old(line):
            journal = moved(line.start, found, "journal") if found["journal"] else _line_above(layout, line)
            yield from _journal(layout, journal, rule) if journal else ()
            for group, field in _FIELDS.items():
                if found.groupdict().get(group):
                    yield from claims(layout.text, field, moved(line.start, found, group), f"{rule}.{field}", 0.96)
        elif (book := _IN_BOOK.match(line.text)) and line.text.endswith("Cite as"):
            yield from claims(layout.text, "container-title", moved(line.start, book, "host"), f"{rule}.host", 0.95)
            yield from claims(layout.text, "page", moved(line.start, book, "page"), f"{rule}.page", 0.96)


_FIELDS = {"volume": "volume", "volume2": "volume", "issue": "issue", "page": "page", "number": "number", "issued": "issued"}


def _old(line: Line) -> re.Match[str] | None:
    found = _OLD.match(line.text)
    return found if found and (line.text.endswith("Cite as") or found["volume"]) else None


def _line_above(layout: Layout, line: Line) -> Span | None:
    return layout.lines[line.index - 1].span if line.index and not _NOISE.fullmatch(layout.lines[line.index - 1].text) else None


def _journal(layout: Layout, span: Span, rule: str) -> list[Candidate]:
    name = strip(layout.text, *span, ",")
    return [
        *claims(layout.text, "container-title", name, f"{rule}.journal", 0.96),
        *claims(layout.text, "type", name, f"{rule}.type:in-journal", 0.93),
    ]


def _dates(layout: Layout, lines: Sequence[Line], rule: str) -> Iterator[Candidate]:
    """Yield the date of publication; the year of the volume, where the page has it, is surer."""
    for line in lines:
        if found := _DATED.match(line.text):
            yield from claims(layout.text, "issued", moved(line.start, found, "date"), f"{rule}.published:calendar", 0.85)


def _series(layout: Layout, lines: Sequence[Line], rule: str) -> Iterator[Candidate]:
    for line in lines:
        if found := _SERIES.search(line.text) or _SERIES_ALONE.search(line.text):
            group = "title" if found["title"] else "title2"
            yield from claims(layout.text, "collection-title", moved(line.start, found, group), f"{rule}.series", 0.95)
            if found.groupdict().get("volume"):
                yield from claims(layout.text, "volume", moved(line.start, found, "volume"), f"{rule}.series-volume", 0.93)
        elif _EVENT.search(line.text) and (event := layout.after(line.index)):
            yield from claims(layout.text, "event-title", event.span, f"{rule}.event", 0.9)


def _about(layout: Layout) -> tuple[Line, ...]:
    """Return the lines from the last heading "About this article" or "Cite this article" on."""
    starts = [line.index for line in layout.lines if _ABOUT.fullmatch(line.folded)]
    heading = next((index for index in starts if layout.lines[index].folded.startswith(("about", "über"))), None)
    first = heading if heading is not None else starts[-1] if starts else len(layout.lines)
    return layout.lines[first : first + 60]


def _labels(layout: Layout, lines: Sequence[Line], rule: str) -> list[Candidate]:
    """Read the labels, whose values stand behind them or in the next line."""
    places: dict[str, list[Parts]] = {}
    for line, below in pairwise((*lines, *lines[-1:])):
        if label := _LABELLED.match(line.text):
            places.setdefault(_LABELS.get(label["label"], ""), []).append((moved(line.start, label, "value"),))
        elif field := _LABELS.get(line.text.rstrip(": ")):
            places.setdefault(field, []).append((below.span,))
    found = []
    for field, parts in places.items():
        if field:
            normaliser = ":calendar" if field == "issued" else ""
            many = parts if BY_NAME[field].many else parts[:1]
            found.append(claim(layout.text, field, many, f"{rule}.about-{field}{normaliser}", 0.93))
    return [candidate for candidate in found if candidate]


def _reference(layout: Layout, line: Line, title: str, rule: str) -> list[Candidate]:
    """Read the reference of the work itself: what stands behind its title."""
    place = line.text.casefold().find(title.casefold())
    behind = place + len(title) if place >= 0 else 0
    found: list[Candidate] = []
    if reference := _REFERENCE.search(line.text, behind):
        for field in ("volume", "issue", "issued"):
            if reference[field]:
                found += claims(layout.text, field, moved(line.start, reference, field), f"{rule}.reference-{field}", 0.94)
        ranged = re.search(r"[–-]", reference["page"])
        field = "page" if ranged else "number"
        found += claims(
            layout.text, field, moved(line.start, reference, "page"), f"{rule}.reference-{field}", 0.93 if ranged else 0.75
        )
        short = strip(layout.text, *moved(line.start, reference, "short"), ".?!")
        found += claims(layout.text, "container-title-short", short, f"{rule}.reference-journal", 0.85)
    if link := _LINK.search(line.text, behind):
        found += claims(layout.text, "DOI", moved(line.start, link), f"{rule}.reference-DOI", 0.96)
    return found + _reference_names(layout, (line.start, line.start + max(place, 0)), rule)


def _reference_names(layout: Layout, span: Span, rule: str) -> list[Candidate]:
    """Read "Angel, I., Schwelle, L. & von Riegel, N."; where "et al." stands for the others, the names are not the work's."""
    start, stop = span
    if "et al." in layout.text[start:stop]:
        return []
    places: list[Parts] = []
    for end in _NAME_END.finditer(layout.text, start, stop):
        if start < end.start():
            places.append(((start, end.start()),))
        start = end.end()
    found = claim(layout.text, "author", places, f"{rule}.reference-author", 0.85) if places else None
    return [found] if found else []
