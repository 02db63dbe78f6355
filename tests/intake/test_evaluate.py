import json
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from litcli.errors import BadValue
from litcli.extract import engine
from litcli.intake.evaluate import Figures, by, by_field, evaluate, overall, reliability, verdicts
from litcli.intake.gold import cases
from tests.intake.corpora import corpus


def test_every_figure_of_a_small_corpus(tmp_path: Path) -> None:
    pages = list(evaluate(corpus(tmp_path)))
    assert [(page.case.name, page.verdict) for page in pages] == [
        ("news", "rejected"),
        ("shifts", "accepted"),
        ("whole/news", "rejected"),
        ("whole/shifts", "accepted"),
    ]
    assert overall(pages) == Figures(right=5, wrong=1, missing=1, invented=10)
    assert by_field(pages) == {
        "type": Figures(right=1),
        "title": Figures(right=2),
        "author": Figures(invented=1),
        "issued": Figures(wrong=1, invented=1),
        "container-title": Figures(invented=1),
        "volume": Figures(invented=2),
        "issue": Figures(invented=1),
        "page": Figures(invented=1),
        "publisher": Figures(missing=1),
        "status": Figures(invented=1),
        "language": Figures(right=2),
        "abstract": Figures(invented=1),
        "peer-reviewed": Figures(invented=1),
    }
    assert list(by(pages, lambda case: case.portal).items()) == [
        ("hospital", Figures(right=3, invented=9)),
        ("pure", Figures(right=2, wrong=1, missing=1, invented=1)),
    ]
    assert sum(one.count for one in reliability(pages)) == 16


def test_an_invented_journal_misleads_a_wrong_year_does_not(tmp_path: Path) -> None:
    assert verdicts(evaluate(corpus(tmp_path))) == {
        "accepted": Counter(pages=2, misleading=1, negative=0),
        "doubtful": Counter(),
        "rejected": Counter(pages=2, misleading=0, negative=2),
    }


def test_the_generic_reader_can_be_judged_alone(tmp_path: Path) -> None:
    pages = evaluate(corpus(tmp_path), partial(engine.read, among=()))
    assert {page.reading.portal for page in pages if page.reading} == {"generic"}


@pytest.mark.parametrize(
    ("figures", "precision", "recall", "f1"),
    [
        (Figures(), 0, 0, 0),
        (Figures(right=3), 1, 1, 1),
        (Figures(right=3, wrong=1), 0.75, 0.75, 0.75),
        (Figures(right=1, missing=1), 1, 0.5, pytest.approx(2 / 3)),
        (Figures(right=1, invented=1), 0.5, 1, pytest.approx(2 / 3)),
    ],
)
def test_figures(figures: Figures, precision: float, recall: float, f1: float) -> None:
    assert (figures.precision, figures.recall, figures.f1) == (precision, recall, f1)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no corpus"),
        ({"gold/a.json": "{}"}, "there is no page"),
        ({"a.txt": "x", "a.json": "{"}, "cannot be read as JSON"),
        ({"a.txt": "x", "a.json": "[]"}, "no JSON object"),
        ({"a.txt": "x", "a.json": "{}"}, 'neither "record" nor "rejected"'),
    ],
)
def test_what_is_no_corpus_is_told(tmp_path: Path, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadValue, match=message):
        cases(tmp_path)


def test_a_null_is_not_stated_and_an_absent_key_is_not_judged(tmp_path: Path) -> None:
    for folder, name, text in (("pages", "a.txt", "x"), ("gold", "a.json", json.dumps({"doi": None, "abstract_start": None}))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    (case,) = cases(tmp_path)
    assert case.stated == {"DOI": None, "abstract": None}
