"""References of eleven kinds of works in the styles most asked for, each line compared with the style's manual by a person.

Where a manual says otherwise than its CSL style (IEEE puts an article number after the date), the style as shipped counts.
"""

from pathlib import Path

import pytest

from litcli.citations import cite
from tests.citations.works import WORKS

_GOLD = Path(__file__).with_name("gold")


@pytest.mark.parametrize("style", sorted(path.stem for path in _GOLD.glob("*.txt")))
def test_references_are_as_the_manual_has_them(style: str) -> None:
    written = cite(WORKS, style=style)
    assert isinstance(written, str)
    assert written.splitlines() == (_GOLD / f"{style}.txt").read_text(encoding="utf-8").splitlines()
