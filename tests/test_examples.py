"""The examples do what they promise, each in a copy of examples/ and a home of its own.

`test_examples.json` is what a person reads off each example page (ORCID iDs left out).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pypandoc
import pytest

from litcli import Extraction, Library, Read, read_pages
from litcli.model.record import Record, people

ROOT = Path(__file__).parent.parent
EXPECTED = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
KEYS = (
    "bruckner2019", "echeverri2020", "figueiredo2017", "halvorsen2021", "koskenniemiaho2020", "lindqvistmoberg2014",
    "oseitutu2023", "ostergaardlund2016", "raghunathan2022", "tsai2023", "vandermeulen2018",
)  # fmt: skip
"""The entries that the pages give: two of the pages are of one work."""
DUMP_KEYS = ("bakkerhuis2017", "odonoghue2021", "sorensen2015")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(folder: Path, *command: str, code: int = 0, err: bool = False, **environment: str) -> str:
    """Run a command as a script would, and return what it printed, or with `err` what it said."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    closed = {"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", **environment}
    done = subprocess.run(command, cwd=folder, env=closed, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stderr if err else done.stdout


def keys(library: Path) -> tuple[str, ...]:
    with Library.open(library, readonly=True) as opened:
        return tuple(entry.citekey for entry in opened.entries.all("key"))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_page_says_what_a_person_reads(name: str) -> None:
    file, _, ordinal = name.partition("#")
    path = ROOT / "examples" / file if ordinal else ROOT / "examples" / "pages" / file
    reads = [read for read in read_pages([str(path)]) if isinstance(read, Read)]
    assert _told(reads[int(ordinal or 1) - 1]) == EXPECTED[name]


def test_every_page_is_expected() -> None:
    pages = {path.name for path in (ROOT / "examples" / "pages").iterdir()}
    assert {name for name in EXPECTED if "#" not in name} == pages


def _told(read: Read) -> dict[str, object]:
    if not isinstance(read.reading, Extraction):
        return {"rejected": True}
    record = _without_orcid(read.reading.record)
    return {"portal": read.reading.portal, "record": record, "missing": list(read.reading.missing)}


def _without_orcid(record: Record) -> Record:
    named = {field: people(record, field) for field in ("author", "editor") if field in record}
    plain = {field: [{key: name[key] for key in name if key != "ORCID"} for name in names] for field, names in named.items()}
    return {**record, **plain}


def test_the_demo(folder: Path) -> None:
    shown = run(folder, "sh", "examples/demo.sh")
    made = folder / ".demo"
    assert keys(made / "library.litcli") == tuple(sorted(KEYS + DUMP_KEYS))
    assert shown.count("\n$ litcli ") > 20
    assert (made / "refs.ris").read_text(encoding="utf-8").count("\nER  - ") == 14
    assert re.findall(r"^@\w+\{(\w+),$", (made / "refs.bib").read_text(encoding="utf-8"), re.MULTILINE) == [
        "halvorsen2021",
        "odonoghue2021",
        "raghunathan2022",
    ]
    assert "<em>Reviews in Night Ecology</em>" in (made / "refs.html").read_text(encoding="utf-8")
    assert "The results lie in .demo:\n" in shown


def test_the_demo_stops_where_something_is_not_as_promised(folder: Path) -> None:
    (folder / "examples" / "pages" / "news.txt").unlink()
    assert "litcli list" not in run(folder, "sh", "examples/demo.sh", code=1)


def test_the_batch_script(folder: Path) -> None:
    command = ("sh", "examples/batch.sh", "examples/pages", "papers.litcli", "papers.bib")
    assert run(folder, *command) == "11 new, 1 rejected, 1 joined\n"
    assert keys(folder / "papers.litcli") == KEYS
    written = (folder / "papers.bib").read_text(encoding="utf-8")
    assert run(folder, *command) == "13 same\n"
    assert (folder / "papers.bib").read_text(encoding="utf-8") == written
    assert written.count("\n@") + written.startswith("@") == len(KEYS)


def test_the_batch_script_hands_on_what_went_wrong(folder: Path) -> None:
    run(folder, "sh", "examples/batch.sh", code=2)
    (folder / "papers.litcli").write_text("this is no library", encoding="utf-8")
    run(folder, "sh", "examples/batch.sh", "examples/pages", "papers.litcli", "papers.bib", code=75)
    assert not (folder / "papers.bib").exists()


def test_the_report(folder: Path) -> None:
    lines = run(folder, sys.executable, "examples/report.py").split("\n")
    assert lines[0] == "# 13 pages, 11 works"
    assert "- title: “Donkere corridors langs kanalen” (characters 0-31, pure.title)" in lines
    assert "- not stated: container-title, volume, DOI" in lines
    assert [line.partition(":")[0] for line in lines[lines.index("## Set aside") :] if line.startswith("- ")] == [
        "- examples/pages/news.txt"
    ]


def test_the_paper(folder: Path) -> None:
    run(folder, "litcli", "--library", "a.litcli", "ingest", "examples/pages", "examples/dump.txt", code=3)
    run(folder, "litcli", "--library", "a.litcli", "set", "halvorsen2021", "journal=Reviews in Night Ecology", "volume=9")
    (folder / "out").mkdir()
    run(folder, "sh", "examples/paper/build.sh", "a.litcli", "out")
    paper = " ".join((folder / "out" / "paper.html").read_text(encoding="utf-8").split())
    cited = set(re.findall(r"@(\w+)", (folder / "examples" / "paper" / "paper.md").read_text(encoding="utf-8")))
    assert set(re.findall(r'id="ref-(\w+)"', paper)) == cited
    assert "<em>Reviews in Night Ecology</em> 9 (6): 104417." in paper
    assert cited <= set(re.findall(r"^@\w+\{(\w+),$", (folder / "out" / "refs.bib").read_text(encoding="utf-8"), re.MULTILINE))
    reading = (folder / "out" / "reading.md").read_text(encoding="utf-8")
    assert "*Journal of Nocturnal Ecology* 15 (2): e210. <https://doi.org/10.5555/jne.2022.0210>." in reading


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_makefile_of_the_paper(folder: Path) -> None:
    run(folder, "litcli", "--library", "a.litcli", "ingest", "examples/pages", "examples/dump.txt", code=3)
    make = ("make", "-C", "examples/paper", f"LIBRARY={folder / 'a.litcli'}", f"PANDOC={pypandoc.get_pandoc_path()}")
    home = folder / "examples" / "paper"
    run(folder, *make, "paper.html", "refs.html")
    cited = set(re.findall(r"@(\w+)", (home / "paper.md").read_text(encoding="utf-8")))
    for page in ("paper.html", "refs.html"):
        assert set(re.findall(r'id="ref-(\w+)"', (home / page).read_text(encoding="utf-8"))) == cited
    assert "is up to date" in run(folder, *make)
    assert "cites 6 works; 1 finding" in run(folder, *make, "check", code=2, err=True)
    run(folder, "litcli", "--library", "a.litcli", "set", "halvorsen2021", "journal=Reviews in Night Ecology", "volume=9")
    run(folder, *make, "check")
    run(folder, *make)
    assert "Reviews in Night Ecology" in (home / "paper.html").read_text(encoding="utf-8")


def test_a_changelog_entry_for_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" in project["dynamic"]
    from litcli import __version__

    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
