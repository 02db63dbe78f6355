"""From values on one page to rules for pages of its kind: a label row, a heading, words around, a place beside a landmark.

In go a page and what a person says that it states, out comes a description (see `litcli.extract.description`) with a rule for each value.
A rule is built from what stands around the value, never from the value; and it is only taken where the page, read by it, gives that
value back. The forms are tried from the one that carries furthest to the one that carries least: a label names its value on any page,
a line's number seldom does.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from litcli.errors import BadValue
from litcli.extract import engine
from litcli.extract.description import Description, Guidance, Place, Words
from litcli.extract.finding import Found, find, same
from litcli.extract.layout import Layout, Line, lay_out
from litcli.extract.result import Evidence
from litcli.extract.vocabulary import fold
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import Record, Value
from litcli.model.values import show_value
from litcli.pages.page import Page

LONGEST_LABEL = 60
NEAR = 3
"""A landmark is at most so many lines away."""
HEAD, FOOT = 6, 3
"""So many lines from the top, and from the end, a value may be told by its line's number alone."""
FEW = 3
"""A line of so few words may be a label though no other page shows that it is one."""
AROUND = 3
"""So many words before a value may tell it."""
MOST_LINES = 30
"""Names one a line are taken over so many lines."""

_KINDS = {"event-title": "event"}
"""Fields that label tables call otherwise."""
_LANDMARKS = ("title", "author", "container-title", "abstract")
"""Fields beside whose values others stand."""
_FOLLOWING = frozenset({"type", "language"})
"""Fields that are told by other fields, and change with them."""

_LABEL_END = re.compile(r"\s*[:：=|]\s*$")
_LAST_LABEL = re.compile(r"[^;|,.]+$")
_WORDS = re.compile(r"\S+\s*")
_TOKENS = re.compile(r"([^\w]*)\w*")
_DIGITS_BEFORE = re.compile(r"^.*\d")
_DIGIT_BEHIND = re.compile(r"\d.*$")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NO_LABEL = re.compile(r"[\d,;()]")


@dataclass(frozen=True)
class Rule:
    """What teaching one field adds to a description: one of a label, a heading, a place."""

    field: str
    label: str = ""
    heading: str = ""
    place: Place | None = None

    def added_to(self, description: Description) -> Description:
        """Return the description with this rule; what it made of the same word before is gone."""
        if self.label:
            return replace(description, rows=_with_word(description.rows, _KINDS.get(self.field, self.field), self.label))
        if self.heading:
            return replace(description, sections=_with_word(description.sections, self.field, self.heading))
        others = tuple(place for place in description.places if place != self.place)
        return replace(description, places=((self.place,) if self.place else ()) + others)


@dataclass(frozen=True)
class Learned:
    """What was derived."""

    description: Description
    rules: tuple[Rule, ...]
    record: Record
    """What the page says when it is read so."""
    known: tuple[str, ...] = ()
    """The fields that were read so before."""


def learn(
    page: Page, wished: Mapping[str, Value], base: Description, guidance: Guidance, constant: Collection[str] = frozenset()
) -> Learned:
    """Return the base description with a rule for each wished value.

    `guidance` is what guides the reader already; `constant` holds the folded lines that other pages of the kind have too. Raises
    `BadValue` for a value that the page does not state, and for one that nothing around it tells.
    """
    layout = lay_out(page)
    description, rules, known = base, [], []
    for field, value in wished.items():
        before, evidence = engine.values(page, guided(guidance, description))
        if same(field, before.get(field), value):
            known.append(field)
            continue
        sites = [_Site(layout, field, found, evidence, constant) for found in find(layout, field, value)]
        if not sites:
            raise BadValue(
                f"{field}: {_short(value)} is not on the page, and nothing is made up; 'litcli set' keeps what no page states"
            )
        unmoved = {*wished, *_FOLLOWING}
        rule = _first_that_reads(page, guidance, description, sites, value, {k: v for k, v in before.items() if k not in unmoved})
        description = rule.added_to(description)
        rules.append(rule)
    record, _ = engine.values(page, guided(guidance, description))
    lost = [field for field, value in wished.items() if not same(field, record.get(field), value)]
    if lost:
        raise BadValue(f"{lost[0]}: the rules for {' and '.join(wished)} get in each other's way; teach one field at a time")
    return Learned(description, tuple(rules), record, tuple(known))


def guided(guidance: Guidance, description: Description) -> Guidance:
    """Return the guidance with a description in the place of the former one of its name."""
    key = (description.name, description.upon)
    others = tuple(one for one in guidance.descriptions if (one.name, one.upon) != key)
    return replace(guidance, descriptions=(*others, description))


@dataclass(frozen=True)
class _Site:
    """A value's place with all that surrounds it."""

    layout: Layout
    field: str
    found: Found
    evidence: Mapping[str, tuple[Evidence, ...]]
    """What is read off the page so far, and where."""
    constant: Collection[str]

    @property
    def first(self) -> Line:
        """The line in which the value begins."""
        return self.found.lines[0]

    @property
    def before(self) -> str:
        """What stands before it in its line."""
        return self.layout.text[self.first.start : self.found.start]

    @property
    def behind(self) -> str:
        """What stands behind it in its last line."""
        return self.layout.text[self.found.end : self.found.lines[-1].end]

    @property
    def above(self) -> Line | None:
        """The line above it, if it has its own lines."""
        return self.layout.lines[self.first.index - 1] if self.first.index and not self.before else None

    def labels(self, line: Line) -> bool:
        """Tell whether a line looks like one that is the same on other pages of the kind."""
        if self.is_read(line.start, line.end):
            return False
        if line.folded in self.constant or line.folded in self.layout.vocabulary.labels or line.text.endswith((":", "：")):
            return True
        return not self.constant and len(line.text.split()) <= FEW and not _DIGIT.search(line.text)

    def is_read(self, start: int, end: int) -> bool:
        """Tell whether another value was read off a stretch, so that it says something else on every page."""
        parts = (part for several in self.evidence.values() for place in several for part in place.parts)
        others = (part for part in parts if part[1] <= self.found.start or self.found.end <= part[0])
        return any(first < end and start < last for first, last in others)


def _first_that_reads(
    page: Page, guidance: Guidance, description: Description, sites: list[_Site], value: Value, rest: Record
) -> Rule:
    """Return the first rule that gives the value back; if there is any, one that leaves the rest of the record as it is."""
    field = sites[0].field
    second: Rule | None = None
    for rule in dict.fromkeys(_rules(sites)):
        after, places = engine.values(page, guided(guidance, rule.added_to(description)))
        if not same(field, after.get(field), value) or not places[field][0].rule.startswith(f"{description.rule}."):
            continue
        if all(after.get(name) == known for name, known in rest.items()):
            return rule
        second = second or rule
    if second is None:
        told = "stands on the page, but nothing around it tells it from the rest"
        raise BadValue(f"{field}: {_short(value)} {told}; write a portal file (see 'litcli portals --help'), or set it by hand")
    return second


def _rules(sites: list[_Site]) -> Iterator[Rule]:
    """Yield what may tell the value, what carries furthest first."""
    for form in (_labels, _headings, _around, _by_line, _by_field, _numbered):
        for site in sites:
            yield from form(site)


def _labels(site: _Site) -> Iterator[Rule]:
    """Yield the label of a value: the cell before it, what stands before it in its line, the line above."""
    start, above = site.first.start, site.above
    if site.first.cells:
        spans = [cell for cell in site.first.cells if cell[0] < cell[1] <= site.found.start][-1:]
    elif site.before.strip():
        last = _LAST_LABEL.search(_LABEL_END.sub("", site.before))
        spans = [(start, site.found.start), *([(start + last.start(), start + last.end())] if last else [])]
    else:
        spans = [above.span] if above and site.found.whole and site.labels(above) else []
    for first, end in spans:
        word = _LABEL_END.sub("", site.layout.text[first:end]).strip()
        if _is_label(site, word) and not site.is_read(first, end):
            yield Rule(site.field, label=word)


def _is_label(site: _Site, word: str) -> bool:
    if fold(word) in site.layout.vocabulary.labels:
        return True
    short = len(word) <= LONGEST_LABEL and len(word.split()) <= LONGEST_LABEL // 8
    return short and bool(_LETTER.search(word)) and not _NO_LABEL.search(word)


def _headings(site: _Site) -> Iterator[Rule]:
    above = site.above
    if above and BY_NAME[site.field].kind is Kind.PROSE and site.labels(above):
        yield Rule(site.field, heading=above.text.rstrip(" :："))


def _around(site: _Site) -> Iterator[Rule]:
    """Yield words before and behind a value that is a part of its line."""
    for before, after in _parts(site):
        if _LETTER.search(before + after):
            yield Rule(site.field, place=Place(site.field, before=before, after=after, sure=0.85))


def _by_line(site: _Site) -> Iterator[Rule]:
    """Yield the lines near a value that other pages of the kind have too."""
    for distance in range(1, NEAR + 1):
        for line in _lines_at(site, site.first.index - distance):
            yield from _placed(site, Place(below=line.text, distance=distance))
        for line in _lines_at(site, site.found.lines[-1].index + distance):
            yield from _placed(site, Place(above=line.text, distance=distance + len(site.found.lines) - 1))


def _lines_at(site: _Site, index: int) -> list[Line]:
    return [line for line in site.layout.lines[max(index, 0) : index + 1] if site.labels(line)]


def _by_field(site: _Site) -> Iterator[Rule]:
    """Yield the fields near whose values a value stands."""
    for field in _LANDMARKS:
        places = site.evidence.get(field)
        if not places or field == site.field:
            continue
        top, bottom = (site.layout.line_at(place) for place in (places[0].start, places[-1].end - 1))
        if bottom and 0 < site.first.index - bottom.index <= NEAR:
            yield from _placed(site, Place(below_field=field, distance=site.first.index - bottom.index, sure=0.88))
        if top and 0 < top.index - site.first.index <= NEAR:
            yield from _placed(site, Place(above_field=field, distance=top.index - site.first.index, sure=0.88))


def _numbered(site: _Site) -> Iterator[Rule]:
    """Yield the number of the line, counted from the top or the end."""
    index, tail = site.first.index, site.layout.tail
    if index < HEAD:
        yield from _placed(site, Place(line=index + 1, sure=0.75))
    if tail - FOOT <= index < tail:
        yield from _placed(site, Place(line=index - tail, sure=0.75))


def _placed(site: _Site, place: Place) -> Iterator[Rule]:
    count = len(site.found.lines)
    lines = MOST_LINES if count > 1 and BY_NAME[site.field].many else count
    for before, after in _parts(site):
        yield Rule(site.field, place=replace(place, field=site.field, lines=lines, before=before, after=after))


def _parts(site: _Site) -> list[tuple[str, str]]:
    """Return what may stand right before and right behind a value, the shortest first; no numbers, which no other page has."""
    if site.found.whole or len(site.found.lines) > 1:
        return [("", "")] if site.found.whole else []
    words = _WORDS.findall(site.before)
    befores = ["".join(words[-count:]) for count in range(1, min(AROUND, len(words)) + 1)] or [""]
    behind = _TOKENS.match(site.behind) if site.behind.strip() else None
    afters = ["", behind[1], behind[0]] if behind else [""]
    start, end = site.found.start, site.found.end
    befores = [cut for text in befores if not site.is_read(start - len(cut := _DIGITS_BEFORE.sub("", text)), start)]
    afters = [cut for text in afters if not site.is_read(end, end + len(cut := _DIGIT_BEHIND.sub("", text)))]
    pairs = dict.fromkeys((before, after) for before in befores for after in afters)
    return [pair for pair in pairs if "".join(pair).strip()]


def _with_word(listed: Words, kind: str, word: str) -> Words:
    """Return words by kind with one more, which no other kind has any longer."""
    kept = {name: tuple(one for one in words if fold(one) != fold(word)) for name, words in listed}
    kept[kind] = (*kept.get(kind, ()), word)
    return tuple((name, words) for name, words in kept.items() if words)


def _short(value: Value) -> str:
    shown = show_value(value)
    return f"'{shown}'" if len(shown) <= LONGEST_LABEL else f"'{shown[:LONGEST_LABEL]}…'"
