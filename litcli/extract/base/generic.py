"""The generic reader: what can be read off any abstract page, whatever portal it is from.

It runs every shared reader and returns all that they found, each with its confidence; `litcli.extract.weigh` takes the best
consistent whole. A portal calls it first, with its own meanings of label words where it has any, and amends the result.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from litcli.extract.candidates import Candidate, Parts, claim, claims, moved
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers import abstracts
from litcli.extract.readers.asides import is_aside
from litcli.extract.readers.citations import citation_below, journal_lines, read_citation
from litcli.extract.readers.dates import date_lines
from litcli.extract.readers.events import event_lines
from litcli.extract.readers.hosts import (
    dated_journals,
    host_alone,
    is_abbreviated,
    journal_above_issn,
    journal_above_rows,
    journal_below_title,
)
from litcli.extract.readers.identifiers import identifiers
from litcli.extract.readers.imprints import extent_lines, imprint_lines, is_extent, is_imprint, school_behind
from litcli.extract.readers.keywords import keywords
from litcli.extract.readers.kinds import kind_lines
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import SURE, is_affiliation, is_subtitle, likeness, names_in, without_orcids, without_places
from litcli.extract.readers.readings import extent_of, read_row
from litcli.extract.readers.relations import related_works
from litcli.extract.readers.rows import BRACKETS, Row, read_rows
from litcli.extract.readers.titles import opens_abstract, read_title
from litcli.extract.vocabulary import Label, fold, letters
from litcli.model.dates import DateSpan, find_dates

_LIFE = re.compile(r",?\s*\b1[6-9]\d\d-(?:\d{4}\b)?")
"""The years of a person's life, as catalogues print them behind a name."""
_FURTHER = frozenset(("contributors", "contributor", "relatednames", "otherauthors", "addedauthors"))
"""Labels, as letters, of those who wrote a book beside its first author."""
_YEAR_BEHIND = re.compile(r",?\s\(((?:1[6-9]|20)\d{2})\)[.:]?$")
"""The year of a work behind its author: "Holt, Anna (2016)"."""
_COUNTRY = re.compile(
    r",\s(?:U\.?S\.?A\.?|U\.?K\.?|United (?:Kingdom|States(?: of America)?)|Germany|Italy|Spain|Portugal|Japan|Sweden|Norway|Denmark|Finland|"
    r"(?:The )?Netherlands|Belgium|Switzerland|Austria|Poland|Czech Republic|Hungary|Greece|Turkey|Russia|Ukraine|Canada|Australia|"
    r"New Zealand|Brazil|Mexico|Argentina|Colombia|South Africa|Egypt|Nigeria|Indonesia|Malaysia|Thailand|Pakistan|South Korea|Taiwan|"
    r"[A-Z]{2} \d{5})\.?$"
)
"""How an address ends, and no list of names."""
_FEWEST_ROWS = 2
_RUBRIC = frozenset(
    "studies articles reports reviews papers letters communications editorials research originales originaux beiträge".split()
)
"""How the names of a journal's sections end, which are printed in capitals as names are."""
_IN_BRACKETS = re.compile(r"\([^()]{0,120}\)")


@dataclass(frozen=True)
class Draft:
    """What has been found so far, and the lines that label rows take."""

    layout: Layout
    rows: tuple[Row, ...]
    taken: frozenset[int]
    """The indexes of the lines that label rows take."""
    candidates: tuple[Candidate, ...]

    def plus(self, *found: Candidate | None) -> "Draft":
        """Return the draft with more candidates."""
        return replace(self, candidates=(*self.candidates, *(candidate for candidate in found if candidate)))

    def without(self, *fields: str) -> "Draft":
        """Return the draft without the candidates of these fields."""
        return replace(self, candidates=tuple(candidate for candidate in self.candidates if candidate.field not in fields))

    def of(self, field: str) -> list[Candidate]:
        """Return the candidates of a field, the surest first."""
        return sorted((c for c in self.candidates if c.field == field), key=lambda c: -c.confidence)

    def best(self, field: str) -> Candidate | None:
        """Return the surest candidate of a field."""
        return next(iter(self.of(field)), None)


def read(layout: Layout, rule: str = "generic", own: dict[str, tuple[Label, ...]] | None = None) -> Draft:
    """Return all that the shared readers find on the page; `rule` begins the name of each rule, `own` is for `read_rows`."""
    related = related_works(layout, rule)
    rows = tuple(row for row in read_rows(layout, own) if not _is_of_another(layout, row, related.lines))
    ends = _row_lines(layout, rows)
    readings = [(row, _read_row(layout, row, ends, rule)) for row in rows]
    taken = _row_lines(layout, tuple(row for row, found in readings if found or not row.values or _holds_line(row)))
    taken |= related.lines
    labelled = [*related.candidates, *(candidate for _, found in readings for candidate in found)]
    spoken = next((str(found.value) for found in labelled if found.field == "language"), None)
    title = _surest_title(labelled, read_title(layout, taken, rule, spoken))
    known = _known_title(labelled, title)
    labelled += [found for row in rows if row.kind == "citation" for found in _cited(layout, row, rule, known)]
    draft = Draft(layout, rows, taken, (*labelled, *([title] if title and title not in labelled else [])))
    free = tuple(line for line in layout.body if line.index not in taken)
    first = _after_title(layout, title)
    cited = tuple(line for line in free if not is_imprint(line.text) and not is_extent(line.text))
    draft = draft.plus(*journal_lines(layout, cited, f"{rule}.citation", 0.88, known))
    draft = draft.plus(*citation_below(layout, known, f"{rule}.citation-below"))
    draft = draft.plus(
        *journal_below_title(layout, title, rule), *dated_journals(layout, free, rule), *_above_rows(layout, rows, taken, rule)
    )
    draft = draft.plus(*event_lines(layout, free, rule), *imprint_lines(layout, free, rule), *extent_lines(layout, free, rule))
    draft = draft.plus(*_authors(layout, free, title, rule), *_abstracts(layout, taken, first, rule), *keywords(layout, rule))
    draft = draft.plus(
        *kind_lines(layout, free, rule), *date_lines(layout, free, rule), *identifiers(layout, rule, related.lines)
    )
    draft = draft.plus(_event_place(layout, rows, rule))
    draft = _with_subtitle(_with_host_subtitle(draft), rule).plus(_first_and_last_page(layout, rows, rule))
    draft = _with_contributors(_without_chips(_without_publishers(draft.plus(*_institution(layout, free, draft, rule)))), rule)
    draft = _with_one_a_row(draft, rule)
    return _with_hosts(draft.plus(*journal_above_issn(layout, taken, rule)))


def _is_of_another(layout: Layout, row: Row, others: frozenset[int]) -> bool:
    """Tell whether a row stands in a line that names another work."""
    line = layout.line_at(row.label[0]) if others else None
    return line is not None and line.index in others


def _above_rows(layout: Layout, rows: tuple[Row, ...], taken: frozenset[int], rule: str) -> list[Candidate]:
    first = next((row for row in rows if row.kind in {"volume", "issue"} and row.values), None)
    line = layout.line_at(first.label[0]) if first else None
    return journal_above_rows(layout, line.index, taken, f"{rule}.rows") if line else []


def _without_publishers(draft: Draft) -> Draft:
    """Leave out the line at the head that looks like a name, but is the publisher's: "Chime Press"."""
    houses = {letters(str(found.value)) for found in draft.of("publisher")}
    text = draft.layout.text
    kept = tuple(
        found
        for found in draft.candidates
        if not (found.rule.endswith(".authors-above") and letters(text[found.start : found.end]) in houses)
    )
    return replace(draft, candidates=kept)


def _without_chips(draft: Draft) -> Draft:
    """Take the word "Book" above the title of a book for its type, not for the label of a book that holds it."""
    title, text = draft.best("title"), draft.layout.text
    chips = [row for row in draft.rows if row.kind == "host-title" and row.shape == "alone" and row.values]
    known = letters(str(title.value)) if title else ""
    for row in chips:
        if known and letters(text[slice(*row.values[0])]).startswith(known):
            kept = tuple(
                found for found in draft.candidates if not (found.field == "container-title" and found.start == row.values[0][0])
            )
            rule = title.rule.partition(".")[0] if title else "generic"
            draft = replace(draft, candidates=kept).plus(*claims(text, "type", row.label, f"{rule}.kind", 0.85))
    return draft


def _with_contributors(draft: Draft, rule: str) -> Draft:
    """Put together the first author of a book and the further ones, of which catalogues have rows of their own."""
    rows = [row for row in draft.rows if row.kind == "author" and row.values]
    further = [row for row in rows if letters(draft.layout.text[slice(*row.label)]) in _FURTHER]
    first = next((row for row in rows if row not in further), None)
    if not further or not first or not draft.of("number-of-pages"):
        return draft
    places = [place for row in (first, *further) for place in names_in(draft.layout, row.values, least=SURE)]
    return draft.plus(claim(draft.layout.text, "author", places, f"{rule}.contributors", 0.97))


def _with_one_a_row(draft: Draft, rule: str) -> Draft:
    """Put together the people of whom each has a row: authors with the same label, supervisors with any ("First Advisor")."""
    for kind in ("author", "supervisor"):
        rows = [row for row in draft.rows if row.kind == kind and row.values and row.shape != "spaced"]
        if len(rows) < _FEWEST_ROWS:
            continue
        labels = {letters(draft.layout.text[slice(*row.label)]) for row in rows}
        if kind == "author" and len(labels) > 1:
            continue
        places = [names_in(draft.layout, row.values) for row in rows]
        if all(len(named) == 1 for named in places):
            draft = draft.plus(claim(draft.layout.text, kind, [named[0] for named in places], f"{rule}.{kind}", 0.97))
    return draft


def _institution(layout: Layout, free: tuple[Line, ...], draft: Draft, rule: str) -> list[Candidate]:
    """Return the short line that names an institution alone, for a thesis that no row gives a publisher."""
    kind = draft.best("type")
    if draft.of("publisher") or not kind or kind.value != "thesis":
        return []
    for line in free[:30]:
        if school := school_behind(layout, line):
            return claims(layout.text, "publisher", school, f"{rule}.institution", 0.85)
        plain = len(line.text.split()) <= 6 and line.text.replace(" ", "").isalpha() and not is_aside(layout, line)
        if plain and is_affiliation(line.text):
            return claims(layout.text, "publisher", line.span, f"{rule}.institution", 0.6)
    return []


def _event_place(layout: Layout, rows: tuple[Row, ...], rule: str) -> Candidate | None:
    """Put city and country together where each has a row; pages name the country first."""
    found = [row for row in rows if row.kind == "event-place" and row.values]
    if len(found) != 2:
        return None
    return claim(layout.text, "event-place", [(found[1].values[0], found[0].values[0])], f"{rule}.event-place", 0.96)


def _first_and_last_page(layout: Layout, rows: tuple[Row, ...], rule: str) -> Candidate | None:
    """Put first and last page together where each has a row; a first page may stand alone."""
    found = {row.kind: row.values[0] for row in rows if row.kind in {"page-first", "page-last"} and row.values}
    if "page-first" not in found:
        return None
    return claim(
        layout.text,
        "page",
        [tuple(found[kind] for kind in ("page-first", "page-last") if kind in found)],
        f"{rule}.page-first",
        0.93,
    )


def _is_own_line(line: Line) -> bool:
    """Tell whether a line below a word of the menu is too long to be that word's value: it may be the title."""
    long = len(line.text) >= 25 or len(line.text.split()) >= 4
    return long and (not find_dates(line.text) or any(found.size >= 3 for found in read_locators(line)))


def _with_subtitle(draft: Draft, rule: str) -> Draft:
    """Put the title and its subtitle together, where the subtitle has a row; a title that says it already stays as it is."""
    row = next((row for row in draft.rows if row.kind == "subtitle" and row.values), None)
    title = draft.best("title")
    if not row or not title or letters(draft.layout.text[slice(*row.values[0])]) in letters(str(title.value)):
        return draft
    parts = (*title.items[0].evidence.parts, row.values[0])
    whole = claim(draft.layout.text, "title", [parts], f"{rule}.title:subtitled", max(title.confidence, row.confidence))
    return draft.without("title").plus(whole)


def _with_host_subtitle(draft: Draft) -> Draft:
    """Put the title of a host publication and its subtitle together, where each has a row."""
    rows = {row.kind: row for row in draft.rows if row.values}
    host, subtitle = rows.get("host-title"), rows.get("host-subtitle")
    if not host or not subtitle:
        return draft
    rule = next(found.rule for found in draft.candidates if found.field == "container-title")
    parts = (host.values[0], subtitle.values[0])
    return draft.without("container-title").plus(claim(draft.layout.text, "container-title", [parts], rule, 0.96))


def _with_hosts(draft: Draft) -> Draft:
    """Where rows name both a book and a journal or series, the book holds the work and the other is its series."""
    hosts = [c for c in draft.candidates if c.field == "container-title" and c.rule.endswith(".host-title")]
    journals = [c for c in draft.candidates if c.field == "container-title" and c.rule.endswith(".container-title")]
    if not hosts or not journals or hosts[0].value == journals[0].value:
        return draft
    series = [claim(draft.layout.text, "collection-title", [c.items[0].evidence.parts], c.rule, c.confidence) for c in journals]
    kept = tuple(candidate for candidate in draft.candidates if candidate not in journals)
    return replace(draft, candidates=kept).plus(*series)


def _holds_line(row: Row) -> bool:
    """Tell whether a row keeps its line though nothing was read there: its label is beyond doubt."""
    return row.kind in {"ignored", "citation"} or row.shape in {"colon", "table"}


def _read_row(layout: Layout, row: Row, ends: frozenset[int], rule: str) -> list[Candidate]:
    """Read a row; an abstract goes on below its row, up to the next one."""
    if not row.values:
        return []
    if row.kind == "abstract":
        if extent := extent_of(layout, row, rule):
            return extent
        return abstracts.behind(layout, ends, row.values[0], f"{rule}.abstract", row.confidence)
    return read_row(layout, row, rule)


def _cited(layout: Layout, row: Row, rule: str, known: str | None) -> Iterator[Candidate]:
    """Yield what a row holds that names a citation: a whole one, or a year alone."""
    for span in row.values[:2]:
        text = layout.text[span[0] : span[1]].strip()
        if text.isdigit() and len(text) == 4:
            yield from claims(layout.text, "issued", span, f"{rule}.citation", row.confidence)
        found = read_citation(layout, span, f"{rule}.citation", row.confidence, known)
        yield from found
        if not found and row.shape == "colon" and fold(layout.text[slice(*row.label)]) == "in":
            yield from host_alone(layout, span, f"{rule}.citation")


def _row_lines(layout: Layout, rows: tuple[Row, ...]) -> frozenset[int]:
    """Return the indexes of the lines that label rows take from their beginning on."""
    found: set[int] = set()
    for row in rows:
        head = layout.line_at(row.label[0])
        if head and (head.start == row.label[0] or head.cells or head.text[0] in BRACKETS):
            found.add(head.index)
            values = [line for start, _ in row.values if (line := layout.line_at(start))]
            bare = row.kind in {"ignored", "citation"} and row.shape == "alone" and not head.text.endswith(":")
            found.update(line.index for line in values if not (bare and _is_own_line(line)))
    return frozenset(found)


def _surest_title(labelled: list[Candidate], free: Candidate | None) -> Candidate | None:
    """Return the title that a row names where the line that looks most like one says another and is less sure."""
    named = max((found for found in labelled if found.field == "title"), key=lambda found: found.confidence, default=None)
    if not named or not free:
        return named or free
    same = letters(str(named.value)) == letters(str(free.value))
    return free if same or free.confidence > named.confidence else named


def _known_title(labelled: list[Candidate], title: Candidate | None) -> str | None:
    best = max((c for c in labelled if c.field == "title"), key=lambda c: c.confidence, default=title)
    return best.value if best and isinstance(best.value, str) and len(best.value) > 12 else None


def _after_title(layout: Layout, title: Candidate | None) -> int:
    line = layout.line_at(title.end - 1) if title else None
    return line.index + 1 if line else 0


def _authors(layout: Layout, free: tuple[Line, ...], title: Candidate | None, rule: str) -> Iterator[Candidate]:
    """Yield the lines of names near the title: right below it, or up to its abstract; names one a line are one list."""
    start = _after_title(layout, title)
    stop = next((line.index for line in layout.body[start:] if opens_abstract(layout, line)), layout.tail)
    head = [line for line in free if start <= line.index < min(stop, start + (25 if title else 40))]
    if title and (above := layout.line_at(title.start - 1)) and above in free and _is_name_line(layout, above):
        yield from filter(None, [claim(layout.text, "author", names_in(layout, (above.span,)), f"{rule}.authors-above", 0.84)])
    groups: list[list[Line]] = []
    for line in head:
        if _is_name_line(layout, line):
            if year := _YEAR_BEHIND.search(line.text):
                yield from claims(layout.text, "issued", moved(line.start, year, 1), f"{rule}.citation", 0.75)
            apart = bool(groups) and ";" in without_places(groups[-1][0].text) and "," not in line.text
            if groups and line.index - groups[-1][-1].index <= 3 and not apart:
                groups[-1].append(line)
            else:
                groups.append([line])
        elif len(line.text) > 3 * PROSE and title:
            break
    for rank, group in enumerate(groups[:3]):
        near = 0.05 if title and group[0].index <= start + 2 else 0.0
        score = sum(likeness(line.text) for line in group) / len(group)
        places = list(_named_once(layout, group))
        found = claim(layout.text, "author", places, f"{rule}.authors", min(0.93, 0.35 + 0.55 * score + near - 0.08 * rank))
        if found:
            yield found


def _named_once(layout: Layout, group: list[Line]) -> Iterator[Parts]:
    """Yield the places of the names in some lines; a line may say names of one above again, with their addresses or ORCID iDs."""
    said: set[str] = set()
    for line in group:
        for place in names_in(layout, (line.span,), least=0.3):
            name = layout.text[place[0][0] : place[0][1]]
            if name not in said:
                yield place
            said.add(name)


def _is_name_line(layout: Layout, line: Line) -> bool:
    if line.text.isupper() and line.folded.split()[-1] in _RUBRIC:
        return False
    named = without_orcids(line.text).lstrip()[:1].isdigit() or layout.vocabulary.knows(line.folded)
    if (
        named
        or line.cells
        or _COUNTRY.match(line.text, line.text.rfind(","))
        or len(line.text) > 6000
        or line.text.endswith(":")
        or is_subtitle(line.text)
    ):
        return False
    if any(locator.size > 1 for locator in read_locators(line)):
        return False
    below = layout.after(line.index)
    if below and is_abbreviated(line.text) and read_locators(below):
        return False
    plain = without_places(_IN_BRACKETS.sub("", line.text))
    return (
        likeness(line.text) >= SURE
        and not is_affiliation(plain)
        and not _first_date(_LIFE.sub("", _YEAR_BEHIND.sub("", line.text)))
    )


def _first_date(text: str) -> DateSpan | None:
    """Return the first date of a short text."""
    return next(iter(find_dates(text)), None) if len(text) < 200 else None


def _abstracts(layout: Layout, taken: frozenset[int], first: int, rule: str) -> Iterator[Candidate]:
    named = list(abstracts.under_headings(layout, taken, f"{rule}.abstract"))
    for rank, candidate in enumerate(named):
        yield candidate.at(candidate.confidence - 0.02 * rank)
    parts = [] if named else list(abstracts.in_parts(layout, taken, first, f"{rule}.parts", 0.85))
    yield from parts
    if not named and not parts:
        yield from abstracts.unnamed(layout, taken, first, f"{rule}.prose", 0.78)
