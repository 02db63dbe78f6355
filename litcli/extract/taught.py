"""From values on one page to rules for pages of its kind: a label row, a heading, words around, a place beside a landmark.

In go a page and what a person says that it states, out comes a description (see `litcli.extract.description`) with a rule for each value.
A rule is built from what stands around the value, never from the value; and it is only taken where the page, read by it, gives that
value back. The forms are tried from the one that carries furthest to the one that carries least: a label names its value on any page,
a line's number seldom does.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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

MOST_RULES = 8
"""Of so many rules that give the value back the best is taken."""
LIKE = 6
"""A value may be so many times longer than another of its field."""
_CONTRADICTED = 0.25

_KINDS = {"event-title": "event"}
"""Fields that label tables call otherwise."""
_LANDMARKS = ("title", "author", "container-title", "abstract")
"""Fields beside whose values others stand."""
_CHECKED = frozenset({Kind.NAMES, Kind.DATE, Kind.IDENTIFIER, Kind.LANGUAGE, Kind.TYPE})
"""Kinds of fields whose values look like nothing else."""
_FOLLOWING = frozenset({"type", "language"})
"""Fields that are told by other fields, and change with them."""

_LABEL_END = re.compile(r"\s*[:：=|]\s*$")
_LAST_LABEL = re.compile(r"[^;|,.]+$")
_WORDS = re.compile(r"\S+\s*")
_TOKENS = re.compile(r"([^\w]*)\w*")
_DIGITS_BEFORE = re.compile(r"^.*\d")
_DIGIT_BEHIND = re.compile(r"\d.*$")
_ANCHOR = re.compile(r"[^\W\d_][.:/#=№]\s*$|[^\W\d_a-zß-öø-ÿ]\w*\s*$")
"""Words that announce a value: an abbreviation, a word with a sign behind it, a capital."""
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NO_LABEL = re.compile(r"[\d,;()]|[:：]\s*\S")


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


@dataclass(frozen=True)
class Company:
    """What is known of other pages of the kind."""

    constant: Collection[str] = frozenset()
    """The folded lines that they have in common with the page."""
    pages: tuple[Page, ...] = ()
    """Some of them: of two rules the one that does less harm there is better."""


ALONE = Company()


def learn(page: Page, wished: Mapping[str, Value], base: Description, guidance: Guidance, company: Company = ALONE) -> Learned:
    """Return the base description with a rule for each wished value; `guidance` is what guides the reader already.

    Raises `BadValue` for a value that the page does not state, and for one that nothing around it tells.
    """
    layout = lay_out(page)
    description, rules, known = base, [], []
    for field, value in wished.items():
        before, evidence = engine.values(page, guided(guidance, description))
        if same(field, before.get(field), value):
            known.append(field)
            continue
        sites = [_Site(layout, field, found, evidence, company.constant) for found in find(layout, field, value)]
        if not sites:
            raise BadValue(
                f"{field}: {_short(value)} is not on the page, and nothing is made up; 'litcli set' keeps what no page states"
            )
        rest = {name: known for name, known in before.items() if name not in {*wished, *_FOLLOWING}}
        rule = _best(page, guidance, description, sites, value, rest, company)
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
    loose: bool = False
    """Whether also such rules may be tried as only other pages can show to be good."""

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
    def near(self) -> int:
        """How many lines away a landmark may be: next to the value, where any line would do for it."""
        return NEAR if self.loose or BY_NAME[self.field].kind in _CHECKED else 1

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
        return not self.constant and len(line.text.split()) <= FEW and not _NO_LABEL.search(line.text)

    def is_read(self, start: int, end: int) -> bool:
        """Tell whether another value was read off a stretch, so that it says something else on every page."""
        parts = (part for several in self.evidence.values() for place in several for part in place.parts)
        others = (part for part in parts if part[1] <= self.found.start or self.found.end <= part[0])
        return any(first < end and start < last for first, last in others)


def _best(
    page: Page, guidance: Guidance, description: Description, sites: list[_Site], value: Value, rest: Record, company: Company
) -> Rule:
    """Return the rule that gives the value back and does least harm, here and on other pages; of such the first.

    Rules of which any line may be the victim are tried last, and only taken where most other pages show that they hold.
    """
    field = sites[0].field
    known = [engine.values(other, guided(guidance, description))[0] for other in company.pages]
    loose = [replace(site, loose=True) for site in sites] if len(company.pages) > 1 else []
    rated: list[tuple[float, Rule]] = []
    sound = dict.fromkeys(_rules(sites))
    for rule in dict.fromkeys((*sound, *_rules(loose))):
        after = guided(guidance, rule.added_to(description))
        record, evidence = engine.values(page, after)
        if not same(field, record.get(field), value) or not evidence[field][0].rule.startswith(f"{description.rule}."):
            continue
        there = [engine.values(other, after)[0] for other in company.pages]
        read = record[field]
        if rule not in sound and not _holds(field, read, known, there):
            continue
        harm = sum(record.get(name) != one for name, one in rest.items())
        rated.append((harm + sum(_harm(field, read, *records) for records in zip(known, there, strict=True)), rule))
        if rated[-1][0] <= 0 or len(rated) == MOST_RULES:
            break
    if not rated:
        told = "stands on the page, but nothing around it tells it from the rest"
        raise BadValue(f"{field}: {_short(value)} {told}; write a portal file (see 'litcli portals --help'), or set it by hand")
    return min(rated, key=lambda one: one[0])[1]


def _harm(field: str, value: Value, before: Record, after: Record) -> float:
    """Return how much of another page's record a rule upsets: any other field; a little, what contradicts or looks unlike."""
    names = (before.keys() | after.keys()) - {field, *_FOLLOWING}
    others = sum(before.get(name) != after.get(name) for name in names)
    if before.get(field) == after.get(field):
        return others
    return others + _CONTRADICTED * ((field in before) + (field not in after or not _alike(value, after[field])))


def _holds(field: str, value: Value, before: Sequence[Record], after: Sequence[Record]) -> bool:
    """Tell whether most other pages have a value of the like at the same place, and few say otherwise."""
    found = [new for new in after if field in new]
    alike = sum(_alike(value, new[field]) for new in found)
    against = sum(field in old and old[field] != new.get(field) for old, new in zip(before, after, strict=True))
    return alike == len(found) and 3 * alike >= 2 * len(after) and 3 * against <= len(after)


def _alike(one: Value, other: Value) -> bool:
    """Tell whether two values look like values of one field: both begin with a capital, neither is many times longer."""
    if not isinstance(one, str) or not isinstance(other, str):
        return True
    short, long = sorted((len(one), len(other)))
    return long <= LIKE * short and _beginning(one) == _beginning(other)


def _beginning(text: str) -> str:
    sign = text.lstrip("\"'“«([¿¡")[:1]
    return "digit" if sign.isdigit() else "small" if sign.islower() else "capital"


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
    alone = BY_NAME[site.field].kind in _CHECKED | {Kind.NUMBER}
    for before, after in _parts(site):
        words = _LETTER.search(before) if before.startswith("^") else _ANCHOR.search(before)
        if words or site.loose or (alone and before == "^" and _LETTER.search(after)):
            yield Rule(site.field, place=Place(site.field, before=before, after=after, sure=0.85))


def _by_line(site: _Site) -> Iterator[Rule]:
    """Yield the lines near a value that other pages of the kind have too."""
    for distance in range(1, site.near + 1):
        for line in _lines_at(site, site.first.index - distance):
            yield from _placed(site, Place(below=line.text, distance=distance))
        for line in _lines_at(site, site.found.lines[-1].index + distance):
            yield from _placed(site, Place(above=line.text, distance=distance + len(site.found.lines) - 1))


def _lines_at(site: _Site, index: int) -> list[Line]:
    return [line for line in site.layout.lines[max(index, 0) : index + 1] if site.labels(line)]


def _by_field(site: _Site) -> Iterator[Rule]:
    """Yield the fields near whose values a value stands; for values that are told by themselves, since lines come and go."""
    for field in _LANDMARKS if site.near > 1 else ():
        places = site.evidence.get(field)
        if not places or field == site.field:
            continue
        top, bottom = (site.layout.line_at(place) for place in (places[0].start, places[-1].end - 1))
        if bottom and 0 < site.first.index - bottom.index <= NEAR:
            yield from _placed(site, Place(below_field=field, distance=site.first.index - bottom.index, sure=0.88))
        if top and 0 < top.index - site.first.index <= NEAR:
            yield from _placed(site, Place(above_field=field, distance=top.index - site.first.index, sure=0.88))


def _numbered(site: _Site) -> Iterator[Rule]:
    """Yield the number of the line, counted from the top or the end; for values that are told by themselves."""
    index, tail = site.first.index, site.layout.tail
    if BY_NAME[site.field].kind not in _CHECKED:
        return
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
    start, end = site.found.start, site.found.end
    befores = [text for text in _befores(site) if not site.is_read(start - len(text.removeprefix("^")), start)]
    afters = [text for text in _afters(site) if not site.is_read(end, end + len(text))]
    pairs = ((before, after) for before in befores for after in afters)
    return [pair for pair in pairs if "".join(pair).strip(" ^")]


def _befores(site: _Site) -> list[str]:
    """Return all that stands before a value where that is little, then its last words."""
    words = _WORDS.findall(site.before)
    whole = [f"^{site.before}"] if len(words) <= AROUND and not _DIGIT.search(site.before) else []
    ends = (_DIGITS_BEFORE.sub("", "".join(words[-count:])) for count in range(1, min(AROUND, len(words)) + 1))
    return list(dict.fromkeys([*whole, *filter(None, ends)]))


def _afters(site: _Site) -> list[str]:
    """Return nothing, then the signs behind a value, then a word with them."""
    behind = _TOKENS.match(site.behind) if site.behind.strip() else None
    return list(dict.fromkeys(["", *(_DIGIT_BEHIND.sub("", behind[group]) for group in (1, 0) if behind)]))


def _with_word(listed: Words, kind: str, word: str) -> Words:
    """Return words by kind with one more, which no other kind has any longer."""
    kept = {name: tuple(one for one in words if fold(one) != fold(word)) for name, words in listed}
    kept[kind] = (*kept.get(kind, ()), word)
    return tuple((name, words) for name, words in kept.items() if words)


def _short(value: Value) -> str:
    shown = show_value(value)
    return f"'{shown}'" if len(shown) <= LONGEST_LABEL else f"'{shown[:LONGEST_LABEL]}…'"
