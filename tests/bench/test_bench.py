"""The harness runs and measures what it says; no time is asserted."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def table() -> str:
    done = subprocess.run([sys.executable, "-m", "tests.bench", "--quick"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    "row",
    [
        "litcli --version",
        "litcli ingest, 48 raw pages",
        "litcli extract --json, the same pages",
        "the floor: read, hash, insert a row",
        "bibmanager imports as many BibTeX entries",
        "litcli cite --style vancouver, all",
        "litcli import, 48 BibTeX entries",
        "litcli import, 96 BibTeX entries",
        "96 entries as ris, litcli",
        "import of 384 records of jsonl, largest process",
        "pandoc alone, one reference, apa",
        "48 references, din-1505-2",
        "480 references, apa, largest process",
        "a page of 4 KB, one long line",
        "4 KB of what grows worst",
        "ingest of 96 pages, largest process",
    ],
)
def test_each_promise_has_its_row(table: str, row: str) -> None:
    assert sum(line.strip().startswith(row) for line in table.splitlines()) == 1
