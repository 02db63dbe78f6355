import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from litcli.cli.app import app
from litcli.extract.engine import read
from litcli.extract.result import Rejection
from litcli.intake.batch import ingest
from litcli.pages.decode import to_page
from litcli.pages.page import Source
from litcli.store.library import Library
from tests.shifts import SHIFTS

MYELOMA = """\
Lenalidomide in older adults with myeloma: a registry study

Ida Galon, Peer Osk

Research output: Contribution to journalArticlepeer-review

Abstract

The registry holds nine hundred patients over seventy who began lenalidomide. Half were still on it after two years; rash and
fatigue were the usual reasons to stop. The tumor microenvironment was studied in a subset of biopsies.

Original languageEnglish
Pages (from-to)20-31
JournalRegistry Medicine
Volume3
Publication statusPublished - 2012

Keywords

  • lenalidomide
  • older adults
"""

MYELOMA_AGAIN = MYELOMA.replace("Volume3\n", "Volume3\nIssue number4\n")

NEWS = "Town council opens a new bridge\n\nBy our reporter. Read more news. Subscribe to our newsletter.\n"

BROKEN_LETTERS = SHIFTS.replace("Night shifts", "Day shifts").replace("Holt", "Brandt").encode().replace(b"diary", b"di\xffary")

BIBTEX = """\
@article{old1985, author = {Moor, Ann}, title = {Peat and its uses in horticulture}, journal = {Soil Letters}, year = {1985}}
@article{clinics2001, author = {Fell, Tom}, title = {Rural clinics in winter and their waiting rooms}, journal = {The Lancet}, year = {2001}}
@article{clinics2003, author = {Fell, Tom}, title = {Rural clinics in winter and their waiting rooms}, journal = {Lancet}, year = {2003}}
"""


@cache
def objection(content: bytes) -> str:
    """What today's reader has against a page: why it rejects it, or doubts it."""
    reading = read(to_page(Source("page", 1, content, "text/plain")))
    return reading.reason if isinstance(reading, Rejection) else "; ".join(reading.doubts)


@dataclass(frozen=True)
class Run:
    """What one call of the program gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> list[dict]:
        return [json.loads(line) for line in self.lines]


Runner = Callable[..., Run]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, with the user's folders inside it and no setting from outside."""
    for name in ("LIBRARY", "CONFIG", "STYLE", "JOBS", "LOCALE", "CITEKEY_PATTERN"):
        monkeypatch.delenv(f"LITCLI_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / ".user" / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / ".user"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def run(home: Path) -> Runner:
    """The program, run in this process in the empty working directory."""

    def call(*arguments: str, stdin: str | bytes = "", env: dict[str, str] | None = None) -> Run:
        result = CliRunner().invoke(app, list(arguments), input=stdin, env=env, prog_name="litcli")
        return Run(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def pages(home: Path) -> Path:
    """A folder of pages: two records, one of them from two pages, a doubtful page, one to reject."""
    folder = home / "pages"
    folder.mkdir()
    (folder / "a-shifts.txt").write_text(SHIFTS, encoding="utf-8")
    (folder / "b-myeloma.txt").write_text(MYELOMA, encoding="utf-8")
    (folder / "c-myeloma-again.txt").write_text(MYELOMA_AGAIN, encoding="utf-8")
    (folder / "d-broken-letters.txt").write_bytes(BROKEN_LETTERS)
    (folder / "e-news.txt").write_text(NEWS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    for name, text in (("a.txt", SHIFTS), ("b.txt", MYELOMA), ("c.txt", MYELOMA_AGAIN), ("e.txt", NEWS)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "d.txt").write_bytes(BROKEN_LETTERS)
    with Library.create(folder / "library.litcli") as library:
        ingest(library, [str(folder / f"{name}.txt") for name in "abcde"])
    return folder / "library.litcli"


@pytest.fixture
def library(home: Path, _filled: Path) -> Path:
    """A library with what the pages of `pages` give: holt2019, galon2012 with two sources, and an inbox of two pages."""
    return Path(shutil.copy(_filled, home / "library.litcli"))
