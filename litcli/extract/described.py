"""Reads pages by a description: the shared readers with its words, then what it says of its own.

A description's words join the label tables before the page is read, so that every reader knows its labels and headings; what it
says of fields takes the place of what others said of them. Only another DOI, PMID, PMCID or arXiv number stays beside: those are
checked by themselves, and where they differ the page is doubtful rather than one of them quietly dropped (`contested`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import kind as kind_at_mark
from litcli.extract.base.marking import weigh
from litcli.extract.base.patterns import stated
from litcli.extract.candidates import Candidate, Parts, Span, claim, claims
from litcli.extract.description import TAUGHT, TYPES, Description, Place
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.readers import abstracts
from litcli.extract.readers.people import SURE, is_affiliation, likeness, names_in
from litcli.extract.readers.readings import READINGS, read_row
from litcli.extract.readers.rows import Row, read_rows
from litcli.extract.readers.words import split_words
from litcli.extract.vocabulary import Label, Vocabulary, fold, vocabulary
from litcli.model.dates import find_dates
from litcli.model.fields import BY_NAME, Kind
from litcli.model.identifiers import find_identifiers

LONGEST = 2000
"""In a longer line no words before or behind a value, and no pattern, are looked for."""
LONGEST_TEXT = 400
"""A longer text is no title, journal or the like."""
SINGULAR = ("DOI", "PMID", "PMCID", "arXiv")
"""Identifiers that a work has one of."""
_COUNTS = re.compile(r"\d|^\W*[ivxlcdmIVXLCDM]+\W*$")
"""What has no digit and is no Roman number is no volume."""
_OWN = "own"
"""The language of a description's words."""
_TOP = 10
"""So many lines may tell that a page holds no work."""
_STATED_TYPE = 0.93
_CORRECTED = 0.85
_DATED = 0.92


def marks(description: Description, layout: Layout) -> float:
    """Return how sure the page is one of the description's own."""
    return weigh(layout, description.marks)


def reject(description: Description, layout: Layout) -> str | None:
    """Return why a page of the portal holds no work."""
    for line in layout.lines[:_TOP]:
        if any(_is(line, start + "*") for start in description.no_work):
            return f"a page of {description.name} of another kind than a work: {line.text[:60]}"
    return None


def seen(layout: Layout, descriptions: Sequence[Description]) -> Layout:
    """Return the page as the shared readers are to see it: with the descriptions' words, without the lines that they drop."""
    if not descriptions:
        return layout
    dropped = [line for description in descriptions for line in description.drop]
    return layout.under(_words(tuple(descriptions)), lambda line: not any(_is(line, drop) for drop in dropped))


def amended(draft: Draft, descriptions: Sequence[Description]) -> Draft:
    """Return the draft with what the descriptions say in place of what others say of the same fields."""
    for description in descriptions:
        draft = _with(_corrected(draft, description), list(_found(draft, description)))
    return draft


def contested(candidates: Iterable[Candidate], chosen: Iterable[Candidate]) -> Iterator[str]:
    """Yield what is to be said where a taught rule and another reader tell different identifiers."""
    every = list(candidates)
    for taken in chosen:
        for other in every:
            if taken.field != other.field or taken.field not in SINGULAR or str(taken.value) == str(other.value):
                continue
            taught = next((one for one in (taken, other) if one.rule.startswith(f"{TAUGHT}.")), None)
            if taught:
                beside = other if taught is taken else taken
                yield f"{taught.field}: {taught.rule} says {taught.value}, {beside.rule} {beside.value}"


def read_field(layout: Layout, field: str, span: Span, rule: str, sure: float) -> Candidate | None:
    """Read a stretch of a line as one field; None where it holds no value of it."""
    kind = BY_NAME[field].kind
    text = layout.text[span[0] : span[1]]
    if kind is Kind.NAMES:
        people = likeness(text) >= SURE and not is_affiliation(text)
        return claim(layout.text, field, names_in(layout, (span,)), f"{rule}.{field}", sure) if people else None
    places = list(_places(layout, field, span))
    return claim(layout.text, field, places, f"{rule}.{field}", sure) if places else None


def _places(layout: Layout, field: str, span: Span) -> Iterator[Parts]:
    """Yield the places of a field's values in a stretch of a line."""
    kind, text = BY_NAME[field].kind, layout.text[span[0] : span[1]]
    if kind is Kind.WORDS:
        yield from split_words(layout, span)
    elif kind is Kind.DATE:
        yield from [((span[0] + date.start, span[0] + date.end),) for date in find_dates(text)[:1]]
    elif kind is Kind.IDENTIFIER:
        found = [((span[0] + item.start, span[0] + item.end),) for item in find_identifiers(text) if item.kind == field]
        yield from found[: None if BY_NAME[field].many else 1] or [(span,)]
    elif kind is Kind.NUMBER:
        yield from [(span,)] if _COUNTS.search(text) else []
    elif kind is Kind.PROSE or len(text) <= LONGEST_TEXT:
        yield (span,)


@lru_cache(maxsize=64)
def _words(descriptions: tuple[Description, ...]) -> Vocabulary:
    """Return the label tables with the descriptions' words, which come before what the tables make of the same words."""
    words = vocabulary()
    labels, sections, prefixes = dict(words.labels), dict(words.sections), dict(words.prefixes)
    for description in descriptions:
        for word, meanings in _labels(description).items():
            labels[word] = meanings
            others = [other for other in prefixes.get(word[:3], ()) if other != word]
            prefixes[word[:3]] = tuple(sorted([word, *others], key=len, reverse=True))
        sections |= {fold(word): kind for kind, listed in description.sections for word in listed}
    return replace(words, labels=labels, sections=sections, prefixes=prefixes)


def _labels(description: Description) -> dict[str, tuple[Label, ...]]:
    return {fold(word): (Label(kind, _OWN, word),) for kind, words in description.rows for word in words}


def _is(line: Line, words: str) -> bool:
    """Tell whether a line is the words, or with "*" at their end begins so."""
    if words.endswith("*"):
        return line.folded.startswith(fold(words[:-1]))
    return line.folded == fold(words)


def _corrected(draft: Draft, description: Description) -> Draft:
    """Let what others take for one field be another, or nothing; two fields may change places."""
    corrected = draft.without(*(wrong for wrong, _ in description.corrections))
    for wrong, right in description.corrections:
        for other in draft.of(wrong) if right else ():
            parts = [item.evidence.parts for item in other.items]
            sure = min(_CORRECTED, other.confidence)
            corrected = corrected.plus(claim(draft.layout.text, right, parts, f"{description.rule}.{right}", sure))
    return corrected


def _with(draft: Draft, found: Sequence[Candidate]) -> Draft:
    """Put what a description says in place of what others say; an identifier that others tell differently stays beside it."""
    own: dict[str, list[Candidate]] = {}
    for candidate in found:
        own.setdefault(candidate.field, []).append(candidate)
    kept = tuple(other for other in draft.candidates if other.field not in own or _differs(other, own[other.field]))
    return replace(draft, candidates=kept).plus(*found)


def _differs(other: Candidate, own: Sequence[Candidate]) -> bool:
    return other.field in SINGULAR and all(str(other.value) != str(candidate.value) for candidate in own)


def _found(draft: Draft, description: Description) -> Iterator[Candidate]:
    """Yield all that a description says of a page."""
    layout = draft.layout
    yield from _rows(layout, description)
    yield from _sections(draft, description)
    done: set[str] = set()
    for place in description.places:
        found = [] if place.field in done else list(_placed(draft, place, description.rule))
        done.update(candidate.field for candidate in found)
        yield from found
    yield from _dates(layout, description)
    yield from _typed(draft, description)


def _rows(layout: Layout, description: Description) -> Iterator[Candidate]:
    own = _labels(description)
    for row in read_rows(layout, own) if own else ():
        if fold(layout.text[row.label[0] : row.label[1]]) in own and row.values:
            yield from _read_row(layout, row, description.rule)


def _read_row(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read a row by its kind's reading; a field without one is what stands there."""
    if row.kind == "abstract":
        yield from abstracts.behind(layout, frozenset(), row.values[0], f"{rule}.abstract", row.confidence)
    elif row.kind in READINGS:
        yield from read_row(layout, row, rule)
    elif row.kind in BY_NAME and (found := read_field(layout, row.kind, row.values[0], rule, row.confidence)):
        yield found


def _sections(draft: Draft, description: Description) -> Iterator[Candidate]:
    """Yield the abstract below a heading of the description's own."""
    layout = draft.layout
    headings = {fold(word) for kind, words in description.sections if kind == "abstract" for word in words}
    for line in layout.body if headings else ():
        if line.folded in headings:
            spans = abstracts.read_on(layout, draft.taken, line.index + 1)
            found = claim(layout.text, "abstract", [tuple(spans)], f"{description.rule}.abstract", 0.93) if spans else None
            yield from [found] if found else []


def _placed(draft: Draft, place: Place, rule: str) -> Iterator[Candidate]:
    """Yield what stands at the first place that fits."""
    layout = draft.layout
    for line in _lines(draft, place):
        if place.pattern:
            match = _compiled(place.pattern).search(line.text) if len(line.text) <= LONGEST else None
            found = stated(layout, line.start, match, rule, place.sure) if match else []
        else:
            span = _within(line, place)
            found = _read_place(layout, line, span, place, rule) if span else []
        if found:
            yield from found
            return


def _lines(draft: Draft, place: Place) -> Iterator[Line]:
    """Yield the lines at a place."""
    layout = draft.layout
    body = layout.body
    if place.line:
        indexes = [place.line - 1 if place.line > 0 else len(body) + place.line]
    elif landmark := place.below or place.above:
        step = place.distance if place.below else -place.distance
        indexes = [line.index + step for line in body if _is(line, landmark)]
    elif field := place.below_field or place.above_field:
        indexes = _beside(draft, field, below=bool(place.below_field), distance=place.distance)
    else:
        indexes = list(range(len(body)))
    yield from (body[index] for index in indexes if 0 <= index < len(body))


def _beside(draft: Draft, field: str, *, below: bool, distance: int) -> list[int]:
    best = draft.best(field)
    line = draft.layout.line_at(best.end - 1 if below else best.start) if best else None
    return [line.index + (distance if below else -distance)] if line else []


def _within(line: Line, place: Place) -> Span | None:
    """Return what of a line is meant: what stands behind and before certain words, or all of it."""
    if not place.before and not place.after:
        return line.span
    if len(line.text) > LONGEST:
        return None
    start = _behind(line.text, place.before)
    stop = line.text.find(place.after, start) if place.after else len(line.text)
    return (line.start + start, line.start + stop) if start >= 0 and stop >= 0 else None


def _behind(text: str, words: str) -> int:
    """Return where the words end in a text, where they are no end of a longer word; with "^" before them it begins so. -1: nowhere."""
    if words.startswith("^"):
        return len(words) - 1 if text.startswith(words[1:]) else -1
    place = text.find(words)
    while place > 0 and text[place - 1].isalnum() and words[:1].isalnum():
        place = text.find(words, place + 1)
    return place + len(words) if place >= 0 else -1


def _read_place(layout: Layout, line: Line, span: Span, place: Place, rule: str) -> list[Candidate]:
    """Read what stands at a place; a line that is a label, a heading or a button is no value."""
    whole = span == line.span
    if whole and layout.vocabulary.knows(line.folded) and BY_NAME[place.field].kind not in {Kind.TYPE, Kind.LANGUAGE}:
        return []
    if place.lines > 1:
        return _several(layout, line, place, rule)
    found = read_field(layout, place.field, strip(layout.text, *span), rule, place.sure)
    return [found] if found else []


def _several(layout: Layout, line: Line, place: Place, rule: str) -> list[Candidate]:
    """Read a value of several lines: names or words one a line, or paragraphs, up to what is none."""
    field, names = place.field, BY_NAME[place.field].kind is Kind.NAMES
    taken: list[Line] = []
    for other in layout.body[line.index : line.index + place.lines]:
        no_name = names and (likeness(other.text) < SURE or is_affiliation(other.text))
        if no_name or layout.vocabulary.knows(other.folded) or other.cells:
            break
        taken.append(other)
    spans = [other.span for other in taken]
    if names:
        places = names_in(layout, spans)
    elif BY_NAME[field].many:
        places = [word for span in spans for word in split_words(layout, span)]
    else:
        places = [tuple(spans)] if spans else []
    found = claim(layout.text, field, places, f"{rule}.{field}", place.sure) if places else None
    return [found] if found else []


def _dates(layout: Layout, description: Description) -> Iterator[Candidate]:
    """Yield the page's dates of at least a month, each as what the description says that it is."""
    if not description.dates:
        return
    spans = [
        (line.start + date.start, line.start + date.end)
        for line in layout.body
        if len(line.text) <= PROSE
        for date in find_dates(line.text)
        if not line.text[date.start : date.end].isdigit()
    ]
    for field, span in zip(description.dates, spans, strict=False):
        if field:
            yield from claims(layout.text, field, span, f"{description.rule}.{field}", _DATED)


def _typed(draft: Draft, description: Description) -> Iterator[Candidate]:
    """Yield the type that a line or the value of a type's row tells, or that all works of the portal have."""
    layout = draft.layout
    known = {fold(word): kind for kind, words in description.types for word in words}
    rows = [span for row in draft.rows if row.kind == "type" for span in row.values[:1]] if known else []
    for span in [*rows, *(line.span for line in layout.body if known)]:
        if kind := known.get(fold(layout.text[span[0] : span[1]])):
            yield from claims(layout.text, "type", span, f"{description.rule}.type:{TYPES[kind]}", _STATED_TYPE)
            return
    if description.kind and not draft.of("type"):
        yield from kind_at_mark(layout, description.marks, description.rule, TYPES[description.kind])


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
