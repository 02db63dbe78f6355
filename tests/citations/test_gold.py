"""References of eleven kinds of works in the styles most asked for, each line compared with the style's manual by a person.

Where a manual says otherwise than its CSL style (IEEE puts an article number after the date), the style as shipped counts.
"""

from pathlib import Path

import pytest

from litcli.citations.bibliography import cite
from litcli.model.entry import Entry
from tests.citations.works import WORKS

_GOLD = Path(__file__).with_name("gold")
_STYLES = sorted(path.stem for path in _GOLD.glob("*.txt"))


@pytest.mark.parametrize("style", _STYLES)
def test_references_are_as_the_manual_has_them(style: str) -> None:
    written = cite(WORKS, style=style)
    assert isinstance(written, str)
    assert written.splitlines() == (_GOLD / f"{style}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("unstated", [(), ("container-title", "volume", "DOI"), ("volume", "issue"), ("issued",)])
def test_an_article_number_is_printed_once(style: str, unstated: tuple[str, ...]) -> None:
    record = {name: value for name, value in WORKS[0].record.items() if name not in (*unstated, "DOI")}
    assert str(cite([Entry("seed", record)], style=style)).count("e26494") == 1
