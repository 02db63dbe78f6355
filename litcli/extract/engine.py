"""The door of `litcli.extract`: a page in, an `Extraction` or a `Rejection` out.

The portal that recognises the page reads it, upon what the generic reader finds; a page that no portal knows is left to the
generic reader alone. Then one consistent record is weighed out, and the verdict falls.
"""

from collections.abc import Sequence

from litcli.extract import described, portals, verdict
from litcli.extract.base import embedded, generic
from litcli.extract.base.beside import beside
from litcli.extract.base.generic import Draft
from litcli.extract.calibration import calibrated
from litcli.extract.description import UNGUIDED, Description, Guidance
from litcli.extract.layout import Layout, lay_out
from litcli.extract.portals import Portal, Recognised
from litcli.extract.result import Evidence, Extraction, Reading, Rejection
from litcli.extract.weigh import Chosen, record_of, weigh
from litcli.model.fields import missing
from litcli.model.record import Record
from litcli.pages.page import Page


def read(page: Page, among: Sequence[Portal] | None = None, guidance: Guidance = UNGUIDED) -> Reading:
    """Read one page: pure, and the same for the same text and guidance.

    `among` are the portals asked; all where None, none where empty. `guidance` is what a person described besides.
    """
    layout = lay_out(page)
    recognised = portals.recognise(layout, portals.all_portals() if among is None else among, guidance)
    try:
        return _read(layout, recognised)
    except Exception as error:
        if not recognised.portal:
            raise
        failed = f"portal {recognised.portal.name} is broken: {type(error).__name__}: {error}"
        return _read(layout, Recognised(None, (*recognised.broken, failed)))


def draft_of(layout: Layout, portal: Portal | None, descriptions: Sequence[Description] = ()) -> Draft:
    """Return all that is found on a page: by its portal's reader or the generic one, in its metadata, and by what is described."""
    seen = described.seen(layout, descriptions)
    draft = portal.read(seen) if portal else generic.read(seen)
    draft = beside(draft, portal.name if portal else "generic")
    return described.amended(draft.plus(*embedded.read(layout.page)), descriptions)


def values(page: Page, guidance: Guidance = UNGUIDED) -> tuple[Record, dict[str, tuple[Evidence, ...]]]:
    """Return what a page says and where, whether that makes a record or not; its confidence is as the rules claim it."""
    layout = lay_out(page)
    recognised = portals.recognise(layout, portals.all_portals(), guidance)
    return record_of(weigh(draft_of(layout, recognised.portal, recognised.descriptions)))


def _read(layout: Layout, recognised: Recognised) -> Reading:
    portal = recognised.portal
    if portal and (reason := portal.reject(layout)):
        return Rejection(reason)
    draft = draft_of(layout, portal, recognised.descriptions)
    chosen = weigh(draft)
    if reason := embedded.other_than_a_work(layout.page) or verdict.rejection(draft, chosen):
        return Rejection(reason)
    chosen = _as_sure_as_mended(layout, calibrated(chosen, draft, known=portal is not None))
    kept = verdict.kept(chosen)
    record, evidence = record_of(kept)
    return Extraction(
        portal=portal.name if portal else "generic",
        confidence=verdict.confidence_of(chosen),
        record=record,
        evidence={field: tuple(map(layout.raw, places)) for field, places in evidence.items()},
        missing=missing(record),
        doubts=(*_lost(layout, record), *verdict.doubts_of(chosen), *described.contested(draft.candidates, kept.values())),
        broken=recognised.broken,
        notes=(*recognised.notes, *verdict.left_out(chosen)),
    )


def _as_sure_as_mended(layout: Layout, chosen: Chosen) -> Chosen:
    """Return the values no surer than the repairs of the text that they stand in; an abstract is long enough to bear one."""
    sure = {field: min(map(layout.surety, (item.evidence for item in found.items))) for field, found in chosen.items()}
    return {
        field: found.at(found.confidence * sure[field]) if sure[field] < 1 and field != "abstract" else found
        for field, found in chosen.items()
    }


def _lost(layout: Layout, record: Record) -> list[str]:
    """Return what is doubtful about the page's own text."""
    lost = [field for field, value in record.items() if "\ufffd" in str(value)]
    return [*layout.page.doubts, *([f"the page has lost characters of: {', '.join(lost)}"] if lost else [])]
