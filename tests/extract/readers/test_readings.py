"""The value of a label row, as a field."""

import pytest

from litcli.extract.readers.readings import read_row
from litcli.extract.readers.rows import read_rows
from tests.extract.texts import laid_out


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Journal: Em Questão", "Em Questão"),
        ("Journal: In Vivo", "In Vivo"),
        ("Journal: In: Annals of River Stones", "Annals of River Stones"),
    ],
)
def test_a_journal_keeps_the_small_word_that_it_begins_with(text: str, host: str) -> None:
    layout = laid_out(f"{text}\nVolume: 14")
    found = [candidate.value for row in read_rows(layout) for candidate in read_row(layout, row, "test")]
    assert host in found
