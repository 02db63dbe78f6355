"""Teaching: from values on one page to a rule for pages of its kind, and what that rule would change in a library.

The kind is the portal's whose page it is; for a page that no portal knows, the kept pages are gone through for those that share its lines,
and those lines become the marks. Everything streams, so memory stays flat however many pages are kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from anyascii import anyascii

from litcli.errors import BadValue, InputError
from litcli.extract import described, engine, portals
from litcli.extract.base.marking import Mark
from litcli.extract.description import TAUGHT, Description, Guidance
from litcli.extract.finding import same
from litcli.extract.kin import Kin
from litcli.extract.layout import lay_out
from litcli.extract.portals import Portal
from litcli.extract.result import Extraction
from litcli.extract.taught import Company, Learned, guided, learn
from litcli.intake.changes import VERDICT, Change, between, rules_of, verdict_of
from litcli.intake.guidance import GENERIC
from litcli.intake.reading import Read, read_source, reader_of
from litcli.intake.report import Item
from litcli.intake.spread import Lost, spread
from litcli.model.record import Value
from litcli.model.values import show_value
from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source
from litcli.store.library import Library

SAMPLE = 300
"""So many pages of a portal tell which lines all its pages have."""
COMPANY = 6
"""On so many other pages of the kind it is tried which of several rules does least harm."""

_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 30


class Asked(NamedTuple):
    """How a person wants the rule kept."""

    into: Description | None = None
    """A description to add to; None for what the library was taught of such pages."""
    origin: str = TAUGHT
    """The portal file that it is for."""
    name: str = ""
    """What a new description is called; "" leaves it to its kind."""
    marks: tuple[str, ...] = ()
    """Words that stand on all such pages; none where they are to be found out."""


@dataclass(frozen=True)
class Lesson:
    """What was derived from a page."""

    source: Source
    learned: Learned
    before: Guidance
    after: Guidance
    kind: str
    """The portal of such pages so far."""
    kin: int
    """How many kept pages share the page's lines."""

    @property
    def description(self) -> Description:
        """What is to be kept."""
        return self.learned.description

    @property
    def fields(self) -> list[str]:
        """The fields that a rule was derived for; none where all were read so before."""
        return [rule.field for rule in self.learned.rules]


def lesson(
    library: Library | None, sources: Iterable[Source], wished: Mapping[str, Value], guidance: Guidance, asked: Asked
) -> Lesson | None:
    """Derive a rule for each wished value from the first of these pages that states them all; None where there are no pages.

    Raises `BadValue` where a value is not on the page, where nothing around it tells it, and where nothing tells the page's kind;
    `InputError` for a page that is no text.
    """
    wrong = None
    for source in sources:
        try:
            return _lesson(library, source, wished, guidance, asked)
        except BadValue as error:
            wrong = error
    if wrong:
        raise wrong
    return None


def keep(library: Library, lesson: Lesson) -> None:
    """Let the library learn it, as one step of the history."""
    with library.change(f"teach {lesson.description.name}: {', '.join(lesson.fields)}"):
        library.taught.put(lesson.description)


def effects(library: Library, lesson: Lesson, jobs: int = 0) -> Iterator[tuple[Change, ...]]:
    """Yield what the lesson would change of each kept page of the kind, page after page; empty for a page that stays as it is."""
    kept = library.pages.each(*dict.fromkeys((lesson.kind, lesson.description.name)))
    compare = partial(_compared, lesson.before, lesson.after, lesson.description)
    for result in spread(compare, kept, jobs):
        yield tuple(_changes(library, *result)) if result and not isinstance(result, Lost) else ()


def effect_on_source(lesson: Lesson) -> tuple[Change, ...]:
    """Return what the lesson changes of the page that it was derived from, which need not be kept."""
    read = _compared(lesson.before, lesson.after, lesson.description, lesson.source)
    return tuple(_differences(*read)) if read else ()


def plain_name(words: str) -> str:
    """Return a name for pages with these words.

    >>> plain_name("Heidearchiv, Bestand Größe")
    'heidearchiv-bestand-grosse'
    """
    plain = _NO_NAME.sub("-", anyascii(words).lower()).strip("-")
    cut = plain[: _LONGEST_NAME + 1].rpartition("-")[0] if len(plain) > _LONGEST_NAME else plain
    return cut or plain[:_LONGEST_NAME] or "pages"


def _lesson(library: Library | None, source: Source, wished: Mapping[str, Value], guidance: Guidance, asked: Asked) -> Lesson:
    page = to_page(source)
    portal = portals.recognise(lay_out(page), portals.all_portals(), guidance).portal
    kin, some = _kin(library, page, portal, guidance)
    base = _base(page, portal, guidance, kin, asked)
    learned = learn(page, wished, base, guidance, Company(kin.constant(), some))
    kind = portal.name if portal else GENERIC
    return Lesson(source, learned, guidance, guided(guidance, learned.description), kind, kin.pages)


def _kin(library: Library | None, page: Page, portal: Portal | None, guidance: Guidance) -> tuple[Kin, tuple[Page, ...]]:
    """Go through the kept pages for those that share the page's lines; return also the first few of them."""
    record, _ = engine.values(page, guidance)
    kin, some = Kin(page.visible, [show_value(value) for value in record.values()]), list[Page]()
    kept = library.pages.each(portal.name if portal else GENERIC) if library else iter(())
    for source in islice(kept, SAMPLE) if portal else kept:
        other = _page(source)
        if other and source.sha256 != page.source.sha256 and kin.meet(other.visible) and len(some) < COMPANY:
            some.append(other)
    return kin, tuple(some)


def _page(source: Source) -> Page | None:
    try:
        return to_page(source)
    except InputError:
        return None


def _base(page: Page, portal: Portal | None, guidance: Guidance, kin: Kin, asked: Asked) -> Description:
    """Return the description that the rules are added to."""
    marks = tuple(Mark(0.5, words) for words in asked.marks)
    if asked.into:
        return _fitting(replace(asked.into, marks=(*asked.into.marks, *marks)), page, portal)
    if portal is None:
        marks = marks or kin.marks()
        if not marks:
            raise BadValue("nothing tells such pages from others; give words that stand on all of them: --mark 'WORDS'")
        return Description(asked.name or plain_name(marks[0].words), asked.origin, marks=marks, drop=kin.heads())
    if portal.description and portal.description.origin == asked.origin == TAUGHT and not marks:
        return portal.description
    new = Description(asked.name or portal.name, asked.origin, upon=portal.name, marks=marks)
    taught = (one for one in guidance.descriptions if (one.name, one.upon, one.origin) == (new.name, new.upon, new.origin))
    return next(taught, new)


def _fitting(description: Description, page: Page, portal: Portal | None) -> Description:
    """Return a description whose page this is; raises `BadValue` for one of other pages."""
    marked = description.marks and described.marks(description, lay_out(page)) >= portals.SURE
    upon = description.upon and portal and portal.name == description.upon
    if (upon and (marked or not description.marks)) or (marked and not description.upon):
        return description
    told = f"it stands upon {description.upon}" if description.upon and not upon else "none of its marks is on the page"
    raise BadValue(f"{description.origin} is for other pages: {told}; write to another file, or add --mark 'WORDS'")


def _compared(before: Guidance, after: Guidance, description: Description, source: Source) -> tuple[Read, Read] | None:
    """Read a page without and with what is taught; None for a page that it is not for."""
    try:
        layout = lay_out(to_page(source))
    except InputError:
        return None
    if description not in portals.recognise(layout, portals.all_portals(), after).descriptions:
        return None
    return read_source(source, reader_of(before)), read_source(source, reader_of(after))


def _changes(library: Library, old: Read, new: Read) -> Iterator[Change]:
    """Yield what differs for a kept page, each change with what a person confirmed of it."""
    page = library.pages.find(old.source.sha256)
    key = next(iter(page.citekeys), None) if page else None
    live = key if key and key in library.entries.keys(key, 1) else None
    for change in _differences(old, new):
        yield _confirmed(library, replace(change, citekey=live)) if live else change


def _differences(old: Read, new: Read) -> Iterator[Change]:
    """Yield what becomes of the page, where that is another thing now, and the fields that differ."""
    place = Item.place_of(old.source.origin, old.source.ordinal)
    before, after = (one.reading if isinstance(one.reading, Extraction) else None for one in (old, new))
    portal = before.portal if before else after.portal if after else GENERIC
    verdicts = verdict_of(old.reading), verdict_of(new.reading)
    if verdicts[0] != verdicts[1]:
        yield Change(None, place, portal, VERDICT, *verdicts)
    if after:
        records = before.record if before else {}, after.record
        for field, old_rules, new_rules in between(*records, (rules_of(before) if before else {}, rules_of(after))):
            yield Change(None, place, portal, field, records[0].get(field), records[1].get(field), old_rules, new_rules)


def _confirmed(library: Library, change: Change) -> Change:
    """Return a change with what a person said of the value before: set by hand, or found right."""
    key = change.citekey or ""
    edit = next((edit for edit in library.edits.of(key) if edit.field == change.field), None)
    if edit:
        agrees = edit.value is not None and same(change.field, change.new, edit.value)
        said = "taken away" if edit.value is None else show_value(edit.value)
        note = "as it was set by hand" if agrees else f"contradicts what was set by hand: {said}"
        return replace(change, note=note, confirmed=not agrees)
    accepted = library.reviews.accepted(key) or any(source.doubts for source in library.extractions.of_entry(key))
    return replace(change, note="a person found the entry right as it is", confirmed=True) if accepted else change
