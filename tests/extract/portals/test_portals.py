"""Every portal against its pages: `PORTAL/CASE.txt` (or .html, .xml) beside `PORTAL/CASE.json`, found by name.

The JSON is the whole reading as a person reads the page: "portal" (whose page it is; "generic" for a look-alike that is no
portal's), then either "record" and "missing", or "rejected", the beginning of the reason. To add a portal, add its folder.
"""

import json
from pathlib import Path
from typing import TypedDict

import pytest

from litcli.extract import portals
from litcli.extract.engine import read
from litcli.extract.layout import lay_out
from litcli.extract.normalise import normalise
from litcli.extract.result import Evidence, Extraction, Rejection
from litcli.model.record import Record
from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source

HERE = Path(__file__).parent
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".xml": "application/xml"}
FOUND = sorted(path for path in HERE.glob("*/*") if path.suffix in MEDIA_TYPES)
PAGES = [path for path in FOUND if path.with_suffix(".json").exists()]


class Expected(TypedDict, total=False):
    """What a person reads off the page."""

    portal: str
    record: Record
    missing: list[str]
    rejected: str


def page_of(path: Path) -> Page:
    return to_page(Source(path.name, 1, path.read_bytes(), MEDIA_TYPES[path.suffix]))


def expected_of(path: Path) -> Expected:
    found: Expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


WORKS = [path for path in PAGES if "record" in expected_of(path)]
"""The pages that hold a record."""


@pytest.mark.parametrize("path", WORKS, ids=name_of)
def test_the_page_is_read_as_a_person_reads_it(path: Path) -> None:
    reading = read(page_of(path))
    assert isinstance(reading, Extraction)
    expected = expected_of(path)
    assert reading.record == expected["record"]
    assert (reading.portal, list(reading.missing)) == (expected["portal"], expected["missing"])


@pytest.mark.parametrize("path", [path for path in PAGES if path not in WORKS], ids=name_of)
def test_a_page_without_a_record_is_set_aside_with_its_reason(path: Path) -> None:
    reading = read(page_of(path))
    assert isinstance(reading, Rejection)
    assert reading.reason.startswith(expected_of(path)["rejected"])


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_only_the_owner_claims_the_page(path: Path) -> None:
    layout = lay_out(page_of(path))
    claims = {portal.name for portal in portals.all_portals() if portal.marks(layout) >= portals.SURE}
    assert claims == {expected_of(path)["portal"]} - {"generic"}


@pytest.mark.parametrize("path", WORKS, ids=name_of)
def test_every_value_is_what_its_evidence_says(path: Path) -> None:
    page = page_of(path)
    reading = read(page)
    assert isinstance(reading, Extraction)
    assert reading.record.keys() == reading.evidence.keys()
    for field, evidence in reading.evidence.items():
        value = reading.record[field]
        values = value if isinstance(value, list) else [value]
        assert values == [restated(page, field, item) for item in evidence]


def restated(page: Page, field: str, evidence: Evidence) -> object:
    return normalise(field, lay_out(page).texts(evidence), evidence.rule)


FOLDERS = sorted({path.parent for path in PAGES if path.parent.name != "generic"})
"""The portals; "generic" holds pages of portals that have no reader of their own."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_portal_comes_with_pages_a_look_alike_and_a_page_to_reject(folder: Path) -> None:
    cases = [expected_of(path) for path in PAGES if path.parent == folder]
    own = [case for case in cases if case["portal"] == folder.name]
    assert sum("record" in case for case in own) >= 3
    assert any(case["portal"] != folder.name for case in cases)
    assert any("rejected" in case for case in cases)


def test_every_page_has_its_json_and_every_json_its_page() -> None:
    assert [path.with_suffix(".json") for path in FOUND] == sorted(HERE.glob("*/*.json"))
