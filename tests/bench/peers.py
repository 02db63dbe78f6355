"""The programs that litcli is compared with, and how each imports a BibTeX file without a person and without a network.

`python -m tests.bench.peers` (which is `make bench-peers`) installs them under .bench/peers/, each in an environment of its own,
since they want different versions of the same libraries. Each runs with a home folder that is made for the run.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from tests.bench.measure import Command, run

ROOT = Path(__file__).parents[2] / ".bench" / "peers"
PATIENCE = 90.0
"""Seconds after which a peer is given up; the row says so."""


@dataclass(frozen=True)
class Peer:
    """One program."""

    name: str
    needs: tuple[str, ...]
    """What pip installs; the versions are fixed, so that figures of different days can be compared."""
    program: str
    first: tuple[str, ...]
    """Its arguments to make its home; not timed."""
    imports: tuple[str, ...]
    """Its arguments to import a file; "{file}" stands for it, "{home}" for the home folder."""
    held: Callable[[Path], int]
    """How many entries its home holds."""
    config: tuple[str, str] | None = None
    """A file of its home and what stands in it."""

    @property
    def binary(self) -> Path:
        """Where it is installed."""
        return ROOT / self.name / "bin" / self.program

    def command(self, home: Path, bibtex: Path) -> Command:
        """Return the import into a new home as a command."""

        def argv(arguments: tuple[str, ...]) -> tuple[str, ...]:
            return (str(self.binary), *(argument.format(file=bibtex, home=home) for argument in arguments))

        def anew() -> None:
            rmtree(home, ignore_errors=True)
            home.mkdir(parents=True)
            if self.config:
                file = home / self.config[0]
                file.parent.mkdir(parents=True)
                file.write_text(self.config[1].format(home=home), encoding="utf-8")
            run(Command(argv(self.first), env=env))

        env = {"HOME": str(home), **{f"XDG_{kind}_HOME": str(home / f".{kind.lower()}") for kind in ("CONFIG", "DATA", "CACHE")}}
        return Command(argv(self.imports), anew, env, patience=PATIENCE)


def _lines(pattern: str, start: str) -> Callable[[Path], int]:
    """Count the lines that begin so in the files that the pattern finds."""
    return lambda home: sum(
        line.startswith(start) for file in home.glob(pattern) for line in file.read_text(encoding="utf-8").splitlines()
    )


PEERS = (
    Peer(
        "bibmanager",
        ("bibmanager==1.4.14",),
        "bibm",
        ("-v",),
        ("merge", "{file}", "new"),
        _lines(".bibmanager/*.bib", "@"),
    ),
    Peer(
        "pubs",
        ("pubs==0.9.0", "bibtexparser<2", "pyparsing", "setuptools<81"),
        "pubs",
        ("init", "-p", "{home}/pubs"),
        ("import", "{file}"),
        _lines("pubs/bib/*.bib", "@"),
    ),
    Peer(
        "cobib",
        ("cobib==6.0.3",),
        "cobib",
        ("init",),
        ("add", "--bibtex", "{file}"),
        _lines(".data/cobib/*.yaml", "---"),
    ),
    Peer(
        "papis",
        ("papis==0.16.1",),
        "papis",
        ("--version",),
        ("bibtex", "read", "{file}", "import", "--all", "--batch"),
        lambda home: sum(1 for _ in home.glob("*/info.yaml")),
        (".config/papis/config", "[settings]\ndefault-library = papers\n[papers]\ndir = {home}\n"),
    ),
)


def install() -> None:
    """Install each peer that is not there."""
    for peer in PEERS:
        if peer.binary.exists():
            continue
        folder = ROOT / peer.name
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *peer.needs], check=True)


if __name__ == "__main__":
    install()
