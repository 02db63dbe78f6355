import json
from itertools import chain

import pytest

from litcli.extract import engine, portals
from litcli.extract.calibration import FILE, HIGHEST, LOWEST, calibrated, signs, surroundings
from litcli.extract.layout import lay_out
from litcli.extract.result import Extraction
from litcli.extract.weigh import weigh
from litcli.model.fields import BY_NAME
from tests.extract.texts import PURE, UNKNOWN_PORTAL, page


def test_calibration_changes_how_sure_values_are_and_nothing_else():
    draft = engine.draft_of(lay_out(page(UNKNOWN_PORTAL)), None)
    before = weigh(draft)
    after = calibrated(before, draft, known=False)
    assert {field: (c.value, c.rule, c.start, c.end) for field, c in before.items()} == {
        field: (c.value, c.rule, c.start, c.end) for field, c in after.items()
    }
    assert all(LOWEST <= c.confidence <= HIGHEST for c in after.values())
    assert all(item.evidence.confidence == c.confidence for c in after.values() for item in c.items)


def test_a_portals_own_reader_is_trusted_more_than_the_generic_one():
    own, generic = engine.read(page(PURE)), engine.read(page(PURE), ())
    assert isinstance(own, Extraction)
    assert isinstance(generic, Extraction)
    assert (own.portal, generic.portal) == ("pure", "generic")
    assert own.confidence > generic.confidence


@pytest.mark.parametrize(
    ("title", "odd"),
    [
        ("On the colour of pebbles in cold rivers", set()),
        ("on the colour of pebbles in cold rivers", {"small start"}),
        ("On the colour of pebbles and of stones in", {"cut"}),
        ("Annals of River Stones, vol. 22 on pebbles", {"numbered"}),
        ("On the colour of pebbles | River portal", {"strange"}),
    ],
)
def test_what_looks_odd_about_a_title_is_a_sign(title, odd):
    text = UNKNOWN_PORTAL.replace("Home | Search | Help\n\nOn the colour of pebbles in cold rivers\n", f"Title: {title}\n")
    draft = engine.draft_of(lay_out(page(text)), None)
    chosen = weigh(draft)
    found = {name for name, _ in signs(chosen["title"], draft, surroundings(chosen, draft, known=False))}
    assert chosen["title"].value == title
    assert found & {"small start", "cut", "numbered", "strange", "long", "one word"} == odd


def test_every_weight_is_of_a_field_and_a_number():
    weights = json.loads(FILE.read_text(encoding="utf-8"))
    assert weights["fields"].keys() <= BY_NAME.keys()
    numbers = [*weights["all"].values(), *chain.from_iterable(own.values() for own in weights["fields"].values())]
    assert all(isinstance(number, float) and abs(number) < 10 for number in numbers)
    assert not {portal.name for portal in portals.all_portals()} & {
        name.removeprefix("by ").partition(".")[0] for name in weights["all"]
    }
