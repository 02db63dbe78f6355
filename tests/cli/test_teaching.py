"""Portals in files and packages, and rules that the library is taught, as a person at the command line meets them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.extract.heide import PAGES, SCHNUCKEN, TORF

from .conftest import MYELOMA, Runner

HEIDE = """\
name = "heide"
about = "Archive of the Heide institute"

[[marks]]
words = "Heidearchiv, Bestand"

[rows]
container-title = ["Blatt"]
"""

TAUGHT = """\
name = "heide"
drop = ["Heidearchiv, Bestand der Bibliothek"]

[[marks]]
words = "Heidearchiv, Bestand der Bibliothek"
weight = 0.5

[[marks]]
words = "Im selben Regal"
weight = 0.5

[[marks]]
words = "Worum es geht"
weight = 0.5

[rows]
container-title = ["Blatt"]
"""


@pytest.fixture
def archive(run: Runner, home: Path) -> Path:
    """A library with three pages of an archive that no portal knows, all of them in the inbox."""
    (home / "pages").mkdir()
    for name, text in PAGES.items():
        (home / "pages" / name).write_text(text, encoding="utf-8")
    assert run("ingest", "pages", "--library", "library.litcli").code == 3
    return home / "library.litcli"


@pytest.fixture
def entries(run: Runner, archive: Path) -> Path:
    """The same, with the three entries that teaching the journal gives: moor1985, brandt1991, wiese1979."""
    assert run("teach", "pages/a-torf.txt", "journal=Moorkundliche Blätter", "--name", "heide", "--yes").code == 0
    assert run("reextract", "--apply").code == 0
    return archive


def test_teach_shows_the_rule_and_what_it_changes_and_keeps_nothing_with_diff(run: Runner, entries: Path) -> None:
    before = run("log").out
    done = run("teach", "moor1985", "volume=14", "--diff")
    assert done.code == 0
    assert done.out == (
        TAUGHT + '\n[[places]]\nfield = "volume"\nbefore = "^Bogen "\nsure = 0.85\n\n'
        "moor1985  volume: {+14+}  (taught.heide.volume)\n"
        "brandt1991  volume: {+3+}  (taught.heide.volume)\n"
        "wiese1979  volume: {+22+}  (taught.heide.volume)\n"
    )
    assert done.err == (
        "2 other kept pages share lines with this one\n"
        "3 changes in 3 records: volume 3; by portal: heide 3 (a dry run: nothing was changed)\n"
    )
    assert run("log").out == before


def test_off_a_terminal_teach_wants_yes(run: Runner, entries: Path) -> None:
    done = run("teach", "moor1985", "volume=14")
    assert done.code == 2
    assert done.err.endswith(
        "litcli: this teaches pages of heide; 3 changes in 3 records: volume 3; by portal: heide 3; "
        "add --yes to do it, or --dry-run to see it\n"
    )
    assert "[[places]]" not in run("portals", "heide").out


def test_what_was_taught_is_one_step_guides_all_reading_and_is_undone(run: Runner, entries: Path, home: Path) -> None:
    done = run("teach", "moor1985", "volume=14", "--yes")
    assert done.err.endswith("the library has learned volume; 'litcli reextract --apply' reads kept pages again\n")
    assert run("reextract", "--apply").lines == [
        "brandt1991  volume: {+3+}  (taught.heide.volume)",
        "moor1985  volume: {+14+}  (taught.heide.volume)",
        "wiese1979  volume: {+22+}  (taught.heide.volume)",
    ]
    assert ", taught.heide.volume, " in run("why", "moor1985", "volume").out
    (home / "new.txt").write_text(TORF.replace("14", "15").replace("Torf", "Moor"), encoding="utf-8")
    assert run("extract", "new.txt", "--json").json[0]["record"]["volume"] == "15"
    assert run("ingest", "new.txt", "--json").json[0]["outcome"] == "new"
    for _ in range(3):
        run("undo")
    assert "Bogen" not in run("portals", "heide").out
    assert "volume" not in run("show", "moor1985", "--json").json[0]["record"]


def test_taught_rules_reach_the_workers_of_a_batch(run: Runner, entries: Path, home: Path) -> None:
    (home / "more").mkdir()
    for number in range(40):
        text = SCHNUCKEN.replace("Die Schnucken", f"Die {number} Schnucken")
        (home / "more" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    records = [line["record"] for line in run("extract", "more", "--json", "--jobs", "2").json]
    assert {record["container-title"] for record in records} == {"Heimatblätter der Heide"}
    assert len(records) == 40


def test_what_contradicts_an_edit_or_what_was_found_right_is_said(run: Runner, entries: Path) -> None:
    run("set", "brandt1991", "volume=7")
    run("set", "wiese1979", "volume=22")
    run("review", "moor1985", stdin="a\n")
    done = run("teach", "pages/a-torf.txt", "volume=14", "--diff")
    assert done.lines[-3:] == [
        "moor1985  volume: {+14+}  (taught.heide.volume)",
        "brandt1991  volume: {+3+}  (taught.heide.volume; contradicts what was set by hand: 7)",
        "wiese1979  volume: {+22+}  (taught.heide.volume; as it was set by hand)",
    ]
    assert done.err.splitlines()[-1] == (
        "3 changes in 3 records: volume 3; by portal: heide 3; 1 of them against what a person confirmed "
        "(a dry run: nothing was changed)"
    )
    run("teach", "moor1985", "volume=14", "--yes")
    run("reextract", "--apply")
    assert run("show", "brandt1991", "--json").json[0]["record"]["volume"] == "7"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("moor1985", "volume=99"), 2, "volume: '99' is not on the page, and nothing is made up; 'litcli set' keeps what no page states"),
        (("moor1985", "colour=red"), 2, "no field is called 'colour'"),
        (("moor1985", "doi=12"), 2, "DOI: '12' is no DOI"),
        (("nobody2000", "volume=14"), 1, "'nobody2000' is no file, no entry's key and no page of the inbox"),
        (("pages", "volume=14"), 1, "'pages' is no file, no entry's key and no page of the inbox"),
        (("two.txt", "volume=14"), 2, "two.txt holds several pages; cut one out, or ingest it and name an entry"),
        (("empty.txt", "volume=14"), 3, "empty.txt: "),
        (("moor1985", "volume=14", "--name", "Heide!", "-o", "x.toml"), 2, "x.toml, line 1: a portal needs a name of small letters"),
        (("pages/a-torf.txt", "volume=14", "-o", "other.toml"), 2, "other.toml is for other pages: none of its marks is on the page"),
    ],
)  # fmt: skip
def test_what_cannot_be_taught_is_said_with_its_reason(
    run: Runner, entries: Path, home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (home / "two.txt").write_text(f"{TORF}\f{SCHNUCKEN}", encoding="utf-8")
    (home / "empty.txt").write_text("", encoding="utf-8")
    (home / "other.toml").write_text('name = "other"\n[[marks]]\nwords = "Wiesenarchiv"\n', encoding="utf-8")
    done = run("teach", *arguments, "--yes")
    assert done.code == code
    assert said in done.err.splitlines()[-1]


def test_what_is_read_already_need_not_be_taught(run: Runner, library: Path) -> None:
    done = run("teach", "holt2019", "volume=14")
    assert (done.code, done.out, done.err) == (0, "", "nothing to teach: volume read so already\n")


def test_a_rule_for_a_portals_pages_stands_upon_it(run: Runner, library: Path) -> None:
    done = run("teach", "galon2012", "archive=Registry Medicine", "--yes")
    doubtful = next(line["origin"] for line in run("inbox", "list", "--json").json if line["status"] == "doubtful")
    assert done.lines == [
        'name = "pure"',
        'upon = "pure"',
        "",
        "[rows]",
        'archive = ["Journal"]',
        "",
        "holt2019  archive: {+Journal of Shift Work+}  (taught.pure.archive)",
        "galon2012  archive: {+Registry Medicine+}  (taught.pure.archive)",
        "galon2012  archive: {+Registry Medicine+}  (taught.pure.archive)",
        f"{doubtful}  archive: {{+Journal of Shift Work+}}  (taught.pure.archive)",
    ]
    assert [(line["portal"], line["kind"], line["upon"]) for line in run("portals", "pure", "--json").json] == [
        ("pure", "built-in", None),
        ("pure", "taught", "pure"),
    ]
    assert run("unteach", "pure").err == "dropped 1 description\n"
    assert run("unteach", "pure").code == 1


def test_a_rule_goes_into_a_portal_file_and_the_next_one_joins_it(run: Runner, archive: Path, home: Path) -> None:
    page = "pages/b-schnucken.txt"
    assert run("teach", page, "journal=Heimatblätter der Heide", "-o", "portals/heide.toml", "--yes").code == 0
    assert run("teach", page, "volume=3", "-o", "portals/heide.toml", "--yes").code == 0
    text = (home / "portals" / "heide.toml").read_text(encoding="utf-8")
    assert text == TAUGHT + '\n[[places]]\nfield = "volume"\nbefore = "^Bogen "\nsure = 0.85\n'
    record = run("extract", "pages/a-torf.txt", "--json").json[0]
    assert (record["portal"], record["evidence"]["volume"]["rule"]) == ("heide", "heide.volume")
    assert "teach" not in run("log").out


def test_a_page_alone_may_be_given_its_mark(run: Runner, home: Path) -> None:
    (home / "page.txt").write_text("Über den Torf\n\nAnna Moor\n\nBogen 14\n\nWiesenarchiv\n", encoding="utf-8")
    done = run("teach", "page.txt", "volume=14", "-o", "wiese.toml", "--mark", "Wiesenarchiv", "--yes")
    assert done.code == 0
    assert (home / "wiese.toml").read_text(encoding="utf-8").startswith('name = "wiese"\n\n[[marks]]\nwords = "Wiesenarchiv"\n')


def test_json_tells_the_rule_then_each_change(run: Runner, entries: Path) -> None:
    first, *changes = run("teach", "moor1985", "volume=14", "--diff", "--json").json
    assert {name: first[name] for name in ("name", "upon", "fields", "known", "output")} == {
        "name": "heide",
        "upon": None,
        "fields": ["volume"],
        "known": [],
        "output": None,
    }
    assert [(change["citekey"], change["field"], change["old"], change["new"]) for change in changes] == [
        ("moor1985", "volume", None, "14"),
        ("brandt1991", "volume", None, "3"),
        ("wiese1979", "volume", None, "22"),
    ]


def test_portal_files_are_found_beside_the_library_and_beside_the_config_file(run: Runner, archive: Path, home: Path) -> None:
    for folder, name in ((home / "portals", "heide"), (home.parent / ".user" / "config" / "litcli" / "portals", "wiese")):
        folder.mkdir(parents=True)
        (folder / f"{name}.toml").write_text(HEIDE.replace('"heide"', f'"{name}"'), encoding="utf-8")
    (home / "portals" / "bad.toml").write_text('name = "bad"\n[rows]\nvolum = ["Bd."]\n', encoding="utf-8")
    done = run("portals")
    listed = [line for line in done.lines if "built-in" not in line]
    assert listed == [
        f"heide            {home}/portals/heide.toml  Archive of the Heide institute",
        f"wiese            {home.parent}/.user/config/litcli/portals/wiese.toml  Archive of the Heide institute",
    ]
    assert done.err == (
        f"{home}/portals/bad.toml, line 3: 'volum' is none of the names that may stand here; did you mean volume?\n"
    )
    assert run("portals", "heide").out == HEIDE.replace('Bestand"\n', 'Bestand"\nweight = 0.5\n') + "\n"
    assert run("portals", "heid").err.splitlines()[-1] == "litcli: no portal is called 'heid'; did you mean heide?"


def test_a_portal_that_is_asked_for_reads_and_says_where_it_does_not_know_the_page(
    run: Runner, archive: Path, home: Path
) -> None:
    (home / "heide.toml").write_text(HEIDE, encoding="utf-8")
    done = run("extract", "pages/a-torf.txt", "--portal", "heide.toml", "--json")
    assert (done.code, done.err, done.json[0]["portal"]) == (0, "", "heide")
    done = run("extract", "pages/a-torf.txt", "--portal", "pure", "--json")
    assert "pages/a-torf.txt: read as a page of pure, though nothing shows that it is one\n" in done.err or done.code == 3
    assert run("extract", "pages/a-torf.txt", "--portal", "generic").code == 3
    for command in ("extract", "ingest"):
        done = run(command, "pages/a-torf.txt", "--portal", "pur")
        assert (done.code, done.err) == (2, "litcli: no portal is called 'pur'; did you mean pure?\n")
        done = run(command, "pages/a-torf.txt", "--portal", "none.toml")
        assert (done.code, done.err) == (2, "litcli: the portal file none.toml cannot be read: No such file or directory\n")


def test_a_portal_file_must_fit_beside_the_portals_that_there_are(run: Runner, archive: Path, home: Path) -> None:
    (home / "portals").mkdir()
    for name, head in (("a", 'name = "pure"\n'), ("b", 'name = "b"\nupon = "pur"\n')):
        (home / "portals" / f"{name}.toml").write_text(f'{head}[[marks]]\nwords = "Heidearchiv"\n', encoding="utf-8")
    said = [
        f"{home}/portals/a.toml: another portal is called 'pure'; choose another name, or let it stand upon that one",
        f"{home}/portals/b.toml: there is no portal 'pur' that it could stand upon; 'litcli portals' lists them",
    ]
    done = run("portals", "pure", "--json")
    assert (done.err.splitlines(), [line["kind"] for line in done.json]) == (said, ["built-in"])
    done = run("extract", "pages/a-torf.txt", "--portal", f"{home}/portals/a.toml")
    assert (done.code, done.err) == (2, f"litcli: {said[0]}\n")


def test_a_file_upon_a_portal_that_is_asked_for_reads_all_pages_so(run: Runner, library: Path, home: Path) -> None:
    (home / "x.toml").write_text(
        'name = "x"\nupon = "pure"\n[[marks]]\nwords = "of no page"\n[[places]]\nfield = "archive"\nbefore = "^Journal"\n',
        encoding="utf-8",
    )
    (home / "page.txt").write_text(MYELOMA, encoding="utf-8")
    assert run("extract", "page.txt", "--portal", "x.toml", "--json").json[0]["record"]["archive"] == "Registry Medicine"


def test_ingest_takes_the_portal_that_is_asked_for(run: Runner, home: Path) -> None:
    without_frame = HEIDE.replace("[[marks]]", 'drop = ["Heidearchiv, Bestand der Bibliothek"]\n\n[[marks]]', 1)
    (home / "heide.toml").write_text(without_frame, encoding="utf-8")
    (home / "page.txt").write_text(TORF, encoding="utf-8")
    assert run("ingest", "page.txt", "--portal", "heide.toml", "--library", "x.litcli", "--json").json[0]["outcome"] == "new"
    assert run("list", "--library", "x.litcli", "--json").json[0]["portals"] == ["heide"]


PACKAGE = {
    "pyproject.toml": """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "moor-portals"
version = "1.2"

[project.entry-points."litcli.portals"]
moor = "moor_portals.moor"
heide = "moor_portals:HEIDE"
pond = "moor_portals.pond"
dry = "moor_portals.dry"

[tool.hatch.build.targets.wheel]
packages = ["moor_portals"]
""",
    "moor_portals/__init__.py": 'from pathlib import Path\n\nHEIDE = Path(__file__).with_name("heide.toml")\n',
    "moor_portals/heide.toml": HEIDE,
    "moor_portals/moor.py": '''\
"""Moor letters: pages of one journal."""

from litcli.extract.base import generic

NAME = "moor"


def marks(layout):
    return 0.9 if "Moorbriefe" in layout.text else 0.0


def read(layout):
    return generic.read(layout, NAME)
''',
    "moor_portals/pond.py": "import no_such_module\n",
    "moor_portals/dry.py": 'NAME = "dry"\n',
}


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which a little package of portals is installed as pip does it."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("packages")
    for name, text in PACKAGE.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    install = [
        "-m",
        "pip",
        "install",
        "-q",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(target),
        str(source),
    ]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    return target


def test_a_package_brings_portals_as_modules_and_as_files(home: Path, packages: Path) -> None:
    (home / "page.txt").write_text(TORF, encoding="utf-8")
    (home / "moor.txt").write_text(TORF.replace("Heidearchiv", "Moorbriefe").replace("Blatt:", "Journal:"), encoding="utf-8")

    def litcli(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(packages), *sys.path])}
        return subprocess.run(
            [sys.executable, "-m", "litcli", *arguments], capture_output=True, text=True, env=environment, check=False
        )

    listed = litcli("portals").stdout.splitlines()
    assert [" ".join(line.split()) for line in listed if "moor-portals" in line] == [
        "heide moor-portals 1.2 Archive of the Heide institute",
        "moor moor-portals 1.2 Moor letters: pages of one journal",
    ]
    done = litcli("extract", "page.txt", "moor.txt", "--json")
    assert [line[line.index('"portal"') :].split('"')[3] for line in done.stdout.splitlines()] == ["heide", "moor"]
    assert sorted(done.stderr.splitlines()) == [
        f"litcli.portals '{said}; the generic reader stood in for it"
        for said in (
            "dry' from moor_portals.dry cannot be used: it has no marks, read",
            "pond' from moor_portals.pond cannot be loaded: No module named 'no_such_module'",
        )
    ]
