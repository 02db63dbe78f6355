"""The invented pages are read right: what each prints comes out as it is, and nothing else is said of it."""

import pytest

from litcli.extract.result import Extraction
from litcli.intake.reading import read_text
from litcli.model.record import Value
from tests.bench.pages import LAYOUTS, page, suffix
from tests.bench.works import Work, work

NOT_PRINTED: dict[str, set[str]] = {
    "_pure": {"DOI"},
    "_springer": {"issue"},
    "_journal": {"page"},
    "_plain": {"keyword"},
}
"""By layout, the fields that it leaves out."""


def stated(of: Work) -> dict[str, Value]:
    return {
        "title": of.title,
        "volume": str(of.volume),
        "issue": str(of.issue),
        "page": of.pages,
        "DOI": of.doi,
        "keyword": list(of.keywords),
        "abstract": of.abstract,
    }


@pytest.mark.parametrize("layout", range(len(LAYOUTS)), ids=lambda at: LAYOUTS[at].__name__.strip("_"))
def test_what_a_page_prints_is_what_is_read(layout: int) -> None:
    name = LAYOUTS[layout].__name__
    for number in range(layout, 25 * len(LAYOUTS), len(LAYOUTS)):
        reading = read_text(page(number), media_type="text/html" if suffix(number) == ".html" else "text/plain")
        assert isinstance(reading, Extraction)
        expected = {field: value for field, value in stated(work(number)).items() if field not in NOT_PRINTED.get(name, ())}
        assert {field: reading.record.get(field) for field in stated(work(number)) if field in reading.record} == expected


def test_the_same_number_gives_the_same_page_everywhere() -> None:
    assert page(6).startswith("Does late mowing change the larval growth of mason bees? Evidence from 9 rice terraces\n")
    assert len({page(number) for number in range(200)}) == 200
