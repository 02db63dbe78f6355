"""Pages on which a careless pattern or loop would run for minutes: time must grow with the page, not with its square."""

import pytest

from litcli.extract import engine
from litcli.intake.timed import limit
from tests.extract.texts import page

SIZE = 100_000
PATIENCE = 8
"""Seconds; each of these pages takes well under one, and took more than twenty."""


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "A",
        "Aa",
        "漢字",
        "10.1234/a.",
        "a@",
        "Authors: John Smith, Ann Lee\n",
        "(",
        "1-",
        "Smith, J., ",
        "Vol. ",
        "2013, 14(2), ",
    ],
)
def test_a_page_of_one_thing_over_and_over_is_read_in_time(unit):
    with limit(PATIENCE):
        engine.read(page(unit * (SIZE // len(unit))))
