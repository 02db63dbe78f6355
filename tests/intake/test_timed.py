import re
import threading
import time

import pytest

from litcli.intake.timed import TooLong, limit


def test_a_call_within_its_time_is_left_alone() -> None:
    with limit(5):
        value = 1
    assert value == 1


def test_a_sleeping_call_is_ended() -> None:
    with pytest.raises(TooLong), limit(0.05):
        time.sleep(5)


def test_a_regular_expression_without_end_is_ended() -> None:
    with pytest.raises(TooLong), limit(0.2):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_outside_the_main_thread_the_call_just_runs() -> None:
    done: list[bool] = []

    def run() -> None:
        with limit(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert done == [True]
