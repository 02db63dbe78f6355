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


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Issue: 12 (27 March 2009)", "issue", "12"),
        ("Issue: 12, 2018", "issue", "12"),
        ("Issue: 12", "issue", "12"),
        ("Publisher: HEDGE SCI LTD, THE MEADOW, LONG LANE 4, FENMOOR OX5 1GB, ENGLAND", "publisher", "HEDGE SCI LTD"),
        ("Publisher: John Hedge & Sons, Inc.", "publisher", "John Hedge & Sons, Inc."),
        (
            'Authors: "Holt, Anna; Ruiter, Jan"',
            "author",
            [{"family": "Holt", "given": "Anna"}, {"family": "Ruiter", "given": "Jan"}],
        ),
    ],
)
def test_a_row_gives_up_what_stands_around_its_value(text: str, field: str, value: object) -> None:
    layout = laid_out(f"{text}\nVolume: 14")
    found = [candidate for row in read_rows(layout) for candidate in read_row(layout, row, "test") if candidate.field == field]
    assert [candidate.value for candidate in found] == [value]
