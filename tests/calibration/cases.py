"""The pages that confidence is fitted on: no page of the public corpus, whole and damaged, with and without their portal.

Out comes a stream of `Sample`s: what there is about one value that was read, whether it is right, and of which portal's page it is.
What a damaged page no longer states is neither right nor wrong where the reader gave the part that is left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from litcli.extract import engine, portals, verdict
from litcli.extract.base import embedded
from litcli.extract.calibration import Sign, signs, surroundings
from litcli.extract.candidates import Candidate
from litcli.extract.layout import lay_out
from litcli.extract.portals import Portal
from litcli.extract.weigh import record_of, weigh
from litcli.intake.gold import Stated, cases
from litcli.intake.judging import Said, fold, judge
from litcli.model.fields import FIELDS
from litcli.model.record import Record
from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source
from tests.calibration import layouts
from tests.calibration.damage import DAMAGES

FOLDER = Path(__file__).parent.parent / "extract" / "portals"
INVENTED = "invented"
"""Stands for the portal of invented works in layouts that no portal has."""


class Text(NamedTuple):
    """A page to read, and what it states."""

    portal: str
    page: Page
    stated: Mapping[str, Stated]
    whole: bool = True
    """Not damaged."""
    laid_out: bool = False
    """In a layout of no portal."""


@dataclass(frozen=True)
class Sample:
    """One value that was read."""

    portal: str
    known: bool
    """Read by the portal's own reader."""
    whole: bool
    laid_out: bool
    field: str
    signs: Sequence[Sign]
    right: bool


def texts(damaged: int, works: int) -> Iterator[Text]:
    """Yield the pages of all portals, their records in layouts of no portal, and `works` invented ones; each whole and damaged."""
    for number, case in enumerate(case for case in cases(FOLDER) if not case.negative):
        page = to_page(Source(case.page.name, 1, case.page.read_bytes(), _MEDIA_TYPES.get(case.page.suffix, "text/plain")))
        yield from _damaged(Text(case.page.parent.name, page, case.stated), damaged, case.name)
        record = {field: value for field, value in case.stated.items() if value}
        yield from filter(
            None, (_laid_out(case.page.parent.name, layouts.page_of(record, 2 * number + again)) for again in (0, 1))
        )
    for number in range(works):
        yield from _damaged(invented(number), damaged, str(number))


def invented(number: int) -> Text:
    """Return an invented work in a layout that no portal has."""
    return _stating(INVENTED, *layouts.page(number))


def _laid_out(portal: str, page: tuple[str, Record] | None) -> Text | None:
    return _stating(portal, *page) if page else None


def _stating(portal: str, text: str, record: Record) -> Text:
    return Text(portal, _page(text), {row.name: record.get(row.name) for row in FIELDS}, laid_out=True)


_MEDIA_TYPES = {".html": "text/html", ".xml": "application/xml"}


def samples(text: Text) -> Iterator[Sample]:
    """Yield the values that are read off a page, by its portal's reader where it has one and by the generic one."""
    layout = lay_out(text.page)
    own = portals.recognise(layout, portals.all_portals()).portal
    for portal in dict.fromkeys((own, None)):
        yield from _read(text, portal)


def _read(text: Text, portal: Portal | None) -> Iterator[Sample]:
    layout = lay_out(text.page)
    if portal and portal.reject(layout):
        return
    draft = engine.draft_of(layout, portal)
    chosen = weigh(draft)
    if embedded.other_than_a_work(text.page) or verdict.rejection(draft, chosen):
        return
    record, evidence = record_of(chosen)
    around = surroundings(chosen, draft, known=portal is not None)
    for judgement in judge(text.stated, record, evidence):
        candidate = chosen.get(judgement.field)
        if candidate and judgement.said is not Said.MISSING:
            right = judgement.said is Said.RIGHT
            if right or text.whole or not _is_rest(judgement.stated, candidate, text.page.text):
                found = signs(candidate, draft, around)
                yield Sample(text.portal, portal is not None, text.whole, text.laid_out, candidate.field, found, right)


def _is_rest(stated: Stated, candidate: Candidate, text: str) -> bool:
    """Tell whether a value is what a damaged page has left of the one that it stated."""
    whole, rest = fold(_words(stated)), fold(_words(candidate.value))
    return bool(stated) and whole not in fold(text) and rest in whole


def _words(value: object) -> str:
    """Return the text of a value as a page has it, names as "given family"."""
    if isinstance(value, list):
        return " ".join(map(_words, value))
    if isinstance(value, dict) and "date-parts" not in value:
        return f"{value.get('given', '')} {value.get('family', '')} {value.get('literal', '')}"
    return str(value)


def _damaged(text: Text, damaged: int, name: str) -> Iterator[Text]:
    """Yield the page, and if it is plain text so many times damaged."""
    yield text
    if text.page.source.media_type != "text/plain":
        return
    chance = Random(name)  # noqa: S311  the same for the same name is what is wanted
    for damage in chance.sample(DAMAGES, damaged):
        yield text._replace(page=_page(damage(text.page.text, chance)), whole=False)


def _page(text: str) -> Page:
    return Page(Source("page.txt", 1, text.encode(), "text/plain"), text, "utf-8")
