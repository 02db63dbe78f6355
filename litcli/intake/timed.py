"""A limit of time for one call, where the platform has an alarm clock (POSIX, main thread); elsewhere the call just runs."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLong(BaseException):
    """Time is up. No `Exception`, so that no reader's `except Exception` swallows it."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise `TooLong` in the body once it has run for `seconds`."""
    if not _free():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _free() -> bool:
    """Tell whether there is an alarm clock and nobody else uses it."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
    )


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooLong
