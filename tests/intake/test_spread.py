import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from litcli.intake import spread as module
from litcli.intake.spread import CHUNK, FEW, Lost, spread
from litcli.intake.timed import limit

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

MANY = FEW * 4


def deadly(number: int) -> int:
    if number in {30, 31, 77}:
        os.kill(os.getpid(), signal.SIGKILL)
    return -number


def pid(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, MANY])
@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    assert list(spread(abs, range(-count, 0), jobs)) == list(range(count, 0, -1))


def test_few_items_and_one_job_start_no_process() -> None:
    assert set(spread(pid, range(FEW), jobs=2)) == {os.getpid()}
    assert set(spread(pid, range(MANY), jobs=1)) == {os.getpid()}
    assert os.getpid() not in set(spread(pid, range(MANY), jobs=2))


def test_what_is_needed_by_all_is_loaded_once_and_only_where_processes_are_started() -> None:
    loaded: list[int] = []
    list(spread(abs, range(MANY), jobs=2, before=lambda: loaded.append(os.getpid())))
    assert loaded == [os.getpid()]
    list(spread(abs, range(FEW), jobs=2, before=lambda: loaded.append(0)))
    assert loaded == [os.getpid()]


def test_an_item_that_kills_its_worker_is_lost_and_no_other() -> None:
    results = list(spread(deadly, range(MANY), jobs=2))
    assert results == [Lost(n) if n in {30, 31, 77} else -n for n in range(MANY)]


def test_where_no_process_can_be_started_this_one_works(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr(module, "ProcessPoolExecutor", none)
    assert set(spread(pid, range(MANY), jobs=2)) == {os.getpid()}


def test_items_are_taken_only_a_little_ahead() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = spread(abs, items(), jobs=2)
    next(results)
    assert taken <= FEW + 1 + 2 * 3 * CHUNK
    results.close()


PARENT = """
import os, time
from litcli.intake.spread import spread

def work(number):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    list(spread(work, range(100), jobs=2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "parent.py").write_text(PARENT)
    with subprocess.Popen([sys.executable, tmp_path / "parent.py"], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        parent.stdout.readline()
        parent.kill()
        with limit(10):
            parent.stdout.read()  # ends when nobody holds the pipe any more
