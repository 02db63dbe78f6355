"""Pages on which a careless pattern or loop would run for minutes: time must grow with the page, not with its square."""

from contextlib import suppress

import pytest

from litcli.errors import InputError
from litcli.extract import engine
from litcli.extract.result import Extraction, Rejection
from litcli.pages.decode import to_page
from tests.extract.hostile import RUNS, Run

SIZE = 60_000
"""How their cost grows with their length is measured by `make bench`; here they only have to come to an end."""


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_page_that_never_stops_saying_the_same_is_read_or_refused(run: Run) -> None:
    with suppress(InputError):
        assert isinstance(engine.read(to_page(run.page(SIZE))), Extraction | Rejection)
