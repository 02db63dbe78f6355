"""Pages on which a careless pattern or loop would run for minutes: time must grow with the page, not with its square."""

import time
from contextlib import suppress

import pytest

from litcli.errors import InputError
from litcli.extract import engine
from litcli.pages.decode import to_page
from tests.extract.hostile import RUNS, Run

SMALL = 15_000
TIMES = 4
ROOM = 2.5
"""So much more than its length a longer page may cost, for all that disturbs a measurement; the square of it would be `TIMES`."""
CHEAP = 0.1
"""Seconds; a page that costs less tells nothing."""


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_time_grows_with_the_length_of_a_page_and_not_with_its_square(run: Run) -> None:
    engine.read(to_page(RUNS["a row"].page(1000)))
    for attempt in range(3):
        small, large = seconds(run, SMALL), seconds(run, SMALL * TIMES)
        if large < CHEAP or large < ROOM * TIMES * small:
            return
        assert attempt < 2, f"{SMALL} characters cost {small:.2f} s, {SMALL * TIMES} cost {large:.2f} s"


def seconds(run: Run, size: int) -> float:
    source = run.page(size)
    start = time.process_time()
    with suppress(InputError):
        engine.read(to_page(source))
    return time.process_time() - start
