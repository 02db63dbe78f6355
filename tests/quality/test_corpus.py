"""The floors of the reader's quality: F1 of each field on the page corpus, which only rise.

`python -m tests.quality` pins what is measured now; it lowers nothing unless told to with --lower, and lowering a floor is a change
of its own, with its reason.
"""

import json
from functools import partial

import pytest

from litcli.extract import engine
from litcli.intake.evaluate import by_field, evaluate, overall, reliability
from litcli.intake.gold import KEYS
from litcli.intake.reliability import calibration_error
from tests.quality.corpus import FLOORS, TOLERANCE, digest, folder, scores


def test_no_field_is_read_worse_than_before():
    corpus = folder()
    if corpus is None:
        pytest.skip("the page corpus is not here (LITCLI_CORPUS names its folder)")
    pinned = json.loads(FLOORS.read_text())
    if pinned["digest"] != digest(corpus):
        pytest.skip("the floors were pinned on another corpus; python -m tests.quality pins them anew")
    found = scores(corpus)
    assert {name: found[name] for name, floor in pinned["floors"].items() if found[name] < floor - TOLERANCE} == {}
    assert found["invented doi"] == 0
    assert found["invented volume"] == 0


def test_eval_gives_the_figures_of_the_scorer():
    corpus = folder()
    if corpus is None:
        pytest.skip("the page corpus is not here (LITCLI_CORPUS names its folder)")
    pages, told = list(evaluate(corpus)), scores(corpus)
    fields = {**KEYS, "year": "issued", "abstract": "abstract"}
    ours = {name: figures.f1 for name, figures in by_field(pages).items()} | {"overall": overall(pages).f1}
    names = [name for name in told if name in {*fields, "overall"}]
    assert {name: ours[fields.get(name, name)] for name in names} == pytest.approx(
        {name: told[name] for name in names}, abs=0.0005
    )


@pytest.mark.parametrize("reader", [engine.read, partial(engine.read, among=())], ids=["portals", "generic"])
def test_confidence_means_what_it_says(reader):
    corpus = folder()
    if corpus is None:
        pytest.skip("the page corpus is not here (LITCLI_CORPUS names its folder)")
    assert calibration_error(reliability(evaluate(corpus, reader))) <= 0.03
