"""Times whole processes: seconds on the clock and on the cores, peak of memory; medians of rounds in which all commands take turns.

Taking turns is what makes ratios hold on a machine that does other things too: what disturbs one command disturbs the other.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Failed(Exception):
    """A command did not do what it was to be timed at."""

    def __init__(self, short: str, argv: Sequence[str] = ()) -> None:
        super().__init__(f"{short}: {' '.join(argv)}" if argv else short)
        self.short = short


@dataclass(frozen=True)
class Command:
    """A command to time."""

    argv: tuple[str, ...]
    before: Callable[[], None] = field(default=lambda: None)
    """Puts things as they were before the command ran; not timed."""
    env: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)
    """The exit codes of a run that did its job."""
    patience: float = 600.0


@dataclass(frozen=True)
class Run:
    """What one run took."""

    seconds: float
    cores: float
    """Seconds that all its processes kept a core busy; on a machine with other work this says more than the clock."""
    peak: int
    """Bytes of the largest of its processes."""


@dataclass(frozen=True)
class Runs:
    """One command's runs, a round each."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return median(run.seconds for run in self.runs)

    @property
    def cores(self) -> float:
        """The median."""
        return median(run.cores for run in self.runs)

    def ratio(self, other: "Runs") -> float:
        """Return how many times the other's time this took: the median over the rounds."""
        return median(mine.seconds / theirs.seconds for mine, theirs in zip(self.runs, other.runs, strict=True))


def alternately(commands: Sequence[Command], rounds: int) -> list[Runs]:
    """Run the commands in turn, round by round; of several rounds a first one, not counted, warms what the system keeps."""
    warming = rounds > 1
    counted = [[run(command) for command in commands] for _ in range(rounds + warming)][warming:]
    return [Runs(tuple(runs)) for runs in zip(*counted, strict=True)]


def run(command: Command) -> Run:
    """Run a command once; raises `Failed` where its exit code is another, or it takes too long."""
    command.before()
    start = time.perf_counter()
    with subprocess.Popen(
        command.argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | dict(command.env),
    ) as process:
        used = _wait(process, command, start + command.patience)
        seconds = time.perf_counter() - start
    if process.returncode not in command.codes:
        raise Failed(f"exit code {process.returncode}", command.argv)
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * _PEAK_UNIT)


def _wait(process: "subprocess.Popen[bytes]", command: Command, until: float) -> resource.struct_rusage:
    """Wait for a process; return what it and those that it waited for have used."""
    pause = 0.0005
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage
        if time.perf_counter() > until:
            process.kill()
            process.wait()
            raise Failed(f"given up after {command.patience:.0f} s", command.argv)
        time.sleep(pause)
        pause = min(pause * 1.1, 0.005)


def beside(name: str) -> str:
    """Return the program of this name that is installed beside this Python."""
    return str(Path(sys.executable).with_name(name))
