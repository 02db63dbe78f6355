from pathlib import Path

from .conftest import BIBTEX, Runner


def test_import_takes_a_file(run: Runner, home: Path) -> None:
    (home / "refs.bib").write_text(BIBTEX, encoding="utf-8")
    done = run("import", "refs.bib", "--tag", "zotero", "--library", "library.litcli")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[-1] == "3 references: 3 new (old1985, clinics2001, clinics2003)"
    assert run("list", "tag:zotero", "--columns", "key").lines == ["clinics2001", "clinics2003", "old1985"]
    assert run("import", "refs.bib").err == "3 references: 3 the same as before\n"
    run("undo")
    assert run("list").code == 1


def test_import_tells_what_may_be_one_work(run: Runner, home: Path) -> None:
    (home / "refs.bib").write_text(BIBTEX, encoding="utf-8")
    done = run("import", "refs.bib", "--json", "--library", "library.litcli")
    assert done.json[2] == {
        "source": "refs.bib",
        "ordinal": 3,
        "outcome": "new",
        "citekey": "clinics2003",
        "reason": "may be the same work as clinics2001",
        "like": ["clinics2001"],
        "fills": [],
        "differs": [],
    }
    assert "refs.bib (no. 3): new clinics2003: may be the same work as clinics2001" in done.err


def test_import_reads_standard_input_and_tells_what_fails(run: Runner, home: Path) -> None:
    done = run("import", "-", "missing.bib", "--from", "bibtex", "--dry-run", stdin=BIBTEX)
    assert done.code == 3
    assert "missing.bib: failed: no such file" in done.err
    assert list(home.iterdir()) == []
    wrong = run("import", "-", "--from", "bibtx", stdin=BIBTEX)
    assert wrong.code == 2
    assert wrong.err.startswith("litcli: no format is called 'bibtx'; did you mean bibtex")


OTHER = """\
@article{moor, author = {Moor, Ann}, title = {Peat and its uses in horticulture}, journal = {Soil Letters}, year = {1985},
  volume = {7}, note = {borrowed}, keywords = {peat}}
@article{fell, author = {Fell, Tom}, title = {Rural clinics in winter and their waiting rooms}, journal = {The Lancet},
  year = {2001}, publisher = {Elsevier}}
"""


def test_import_tells_what_is_new_same_fuller_and_conflicting(run: Runner, home: Path) -> None:
    (home / "refs.bib").write_text(BIBTEX.replace("{1985}}", "{1985}, note = {lent}, publisher = {Bog Press}}"), encoding="utf-8")
    (home / "other.bib").write_text(OTHER + BIBTEX.splitlines()[-1] + "\n@book{ice, title = {Ice on ponds}}", encoding="utf-8")
    run("import", "refs.bib", "--library", "library.litcli")
    told = run("import", "other.bib", "--dry-run", "--json")
    assert [(line["citekey"], line["outcome"], line["fills"], line["differs"]) for line in told.json] == [
        ("old1985", "joined", ["volume", "keyword"], [{"field": "note", "ours": "lent", "theirs": "borrowed"}]),
        ("clinics2001", "joined", ["publisher"], []),
        ("clinics2003", "same", [], []),
        ("ice", "new", [], []),
    ]
    joined = "2 joined to entries that were there (2 fuller, 1 conflicting)"
    assert run("import", "other.bib", "--dry-run").err.splitlines() == [
        'other.bib: joined old1985: same title, same authors, same year; fills volume, keyword; note differs: "lent" here, "borrowed" there',
        "other.bib (no. 2): joined clinics2001: same title, same authors, same year; fills publisher",
        f"4 references: 1 new (ice), {joined}, 1 the same as before (a dry run: nothing was changed)",
    ]
    assert run("show", "old1985", "--json").json[0]["record"]["note"] == "lent"
    run("import", "other.bib")
    record = run("show", "moor", "--json").json[0]["record"]
    assert (record["publisher"], record["volume"], record["keyword"]) == ("Bog Press", "7", ["peat"])


def test_an_imported_record_shows_what_its_file_said(run: Runner, home: Path) -> None:
    (home / "refs.bib").write_text(f"\n{BIBTEX}", encoding="utf-8")
    run("import", "refs.bib", "--library", "library.litcli")
    shown = run("show", "clinics2001", "--page")
    assert (shown.out, shown.err[:28]) == (f"{BIBTEX.splitlines()[1]}\n", "refs.bib, line 3 (bibtex), 2")
    (line,) = run("show", "clinics2001", "--page", "--json").json
    assert (line["origin"], line["line"], line["format"], line["text"]) == ("refs.bib", 3, "bibtex", BIBTEX.splitlines()[1])
    assert "from refs.bib, line 3 (bibtex)" in run("why", "clinics2001", "title").out


def test_what_is_no_record_waits_in_the_inbox_as_it_stands(run: Runner, home: Path) -> None:
    broken = "@article{broken, title = {No end\n"
    (home / "refs.bib").write_text(BIBTEX + broken, encoding="utf-8")
    done = run("import", "refs.bib", "--library", "library.litcli")
    assert (done.code, done.err.splitlines()[-1]) == (3, "4 references: 3 new (old1985, clinics2001, clinics2003), 1 failed")
    (waiting,) = run("inbox", "list", "--json").json
    assert (waiting["origin"], waiting["status"], waiting["reason"][:8]) == ("refs.bib", "failed", "line 4: ")
    assert run("inbox", "show", waiting["sha256"], "--json").json[0]["text"].strip() == broken.strip()
    assert run("import", "refs.bib").code == 3
    assert len(run("inbox", "list", "--json").json) == 1


def test_add_takes_values_and_a_key(run: Runner, home: Path) -> None:
    arguments = ("add", "--type", "book", "title=Ice on ponds", "author=Roe, Jo", "year=1999", "publisher=Pond Press")
    done = run(*arguments, "--key", "ponds", "--tag", "water", "--library", "library.litcli")
    assert (done.code, done.err) == (0, "made the library library.litcli\n1 reference: 1 new (ponds)\n")
    (entry,) = run("show", "ponds", "--json").json
    assert entry["record"] == {
        "type": "book",
        "title": "Ice on ponds",
        "author": [{"family": "Roe", "given": "Jo"}],
        "issued": {"date-parts": [[1999]]},
        "publisher": "Pond Press",
    }
    assert (entry["tags"], entry["portals"], entry["confidence"]) == (["water"], ["hand"], None)
    assert run(*arguments).err == "1 reference: 1 the same as before\n"


def test_add_opens_an_editor_with_what_such_a_work_should_have(run: Runner, home: Path) -> None:
    tool = home / "editor"
    tool.write_text('#!/bin/sh\ncp "$1" seen\nsed -i -e "s/^title:/title: On ponds/" -e "s/^issued:/issued: 1999/" "$1"\n')
    tool.chmod(0o755)
    done = run("add", "--type", "chapter", "--json", "--library", "library.litcli", env={"EDITOR": str(tool)})
    assert [line["citekey"] for line in done.json] == ["ponds1999"]
    asked = [line for line in (home / "seen").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert asked == ["title:", "author:", "issued:", "container-title:", "page:", "publisher:", "DOI:", "abstract:", "note:"]
    assert run("show", "ponds1999", "--json").json[0]["record"] == {
        "type": "chapter",
        "title": "On ponds",
        "issued": {"date-parts": [[1999]]},
    }


def test_what_cannot_be_added_is_told(run: Runner, home: Path) -> None:
    for arguments, said in (
        (("On ponds",), "litcli: 'On ponds' is no FIELD=VALUE, as in year=2020\n"),
        (("colour=red",), "litcli: no field is called 'colour'"),
        (("title=x", "--type", "pamflet"), "litcli: type: no type is called 'pamflet'"),
        (("title=x", "--key", "not a key"), "litcli: "),
    ):
        done = run("add", *arguments, "--library", "library.litcli")
        assert done.code == 2
        assert done.err.startswith(said)
    assert run("add", env={"EDITOR": "true"}).err == "litcli: no value was given; nothing was added\n"
    assert list(home.iterdir()) == []
