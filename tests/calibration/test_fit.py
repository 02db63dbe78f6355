"""The fit finds what is known of made-up samples; the weights that ship hold on pages that they were not fitted on."""

import json
from random import Random

import pytest

from litcli.extract import calibration
from litcli.intake.reliability import bins, calibration_error
from tests.calibration import damage
from tests.calibration.__main__ import bounded, held_out
from tests.calibration.cases import Sample, invented, samples
from tests.calibration.fit import fit, sure
from tests.calibration.layouts import page


def made_up(field: str, rule: str, right: int, wrong: int, portal: str = "a") -> list[Sample]:
    signs = [("value", 1.0), (f"by {rule}", 1.0)]
    return [Sample(portal, False, True, False, field, signs, number < right) for number in range(right + wrong)]


def test_a_rule_is_as_sure_as_it_was_right() -> None:
    told = [*made_up("title", "heading", 900, 100), *made_up("title", "guess", 300, 200), *made_up("DOI", "link", 990, 10)]
    weights = fit(told)
    assert [sure(weights, told[at]) for at in (0, 1000, 1500)] == pytest.approx([0.9, 0.6, 0.99], abs=0.02)
    assert json.dumps(weights) == json.dumps(fit(told))


def test_what_was_seen_twice_says_little() -> None:
    told = [*made_up("title", "heading", 900, 100), *made_up("title", "rare", 0, 2)]
    assert 0.6 < sure(fit(told), told[-1]) < 0.9


def test_an_unknown_rule_is_as_sure_as_its_field() -> None:
    told = [*made_up("title", "heading", 900, 100), *made_up("volume", "row", 990, 10)]
    (strange,) = made_up("volume", "never seen", 1, 0)
    assert 0.9 < sure(fit(told), strange) < 0.99


def test_a_portal_is_judged_by_weights_that_never_saw_it() -> None:
    told = [sample for name in "abcdef" for sample in made_up("title", "x", 50, 50 if name == "f" else 0, name)]
    assert min(confidence for sample, confidence in held_out(told) if sample.portal == "f") > 0.95


def test_the_weights_that_ship_hold_on_layouts_that_they_were_not_fitted_on() -> None:
    weights = json.loads(calibration.FILE.read_text(encoding="utf-8"))
    values = [sample for number in range(160) for sample in samples(invented(100_000 + number))]
    assert len(values) > 1000
    assert calibration_error(bins((bounded(sure(weights, sample)), sample.right) for sample in values)) <= 0.04


def test_the_same_number_gives_the_same_page() -> None:
    assert page(7) == page(7)
    text, record = page(7)
    assert str(record["title"]).split()[0] in text


TEXT = "Title: On Bees\n\nJournal: Bee Letters\nVolume: 3\nThe bees fly over the hill and far away, to the heather that is in bloom there.\n"


@pytest.mark.parametrize(
    ("harm", "lines"),
    [
        (damage.blanks_lost, ["Title: On Bees", "Journal: Bee Letters", "Volume: 3", TEXT.split("\n")[4]]),
        (damage.labels_glued, ["TitleOn Bees", "", "JournalBee Letters", "Volume3", TEXT.split("\n")[4], ""]),
        (damage.one_line, [" ".join(TEXT.split())]),
        (damage.cut_off, ["Title: On Bees", "", "Journal: Bee Letters"]),
        (damage.head_lost, ["", "Journal: Bee Letters", "Volume: 3", TEXT.split("\n")[4], ""]),
    ],
)
def test_damage_is_the_same_for_the_same_chance(harm, lines) -> None:
    assert harm(TEXT, Random(3)).split("\n") == lines  # noqa: S311  the same for the same number is what is wanted
