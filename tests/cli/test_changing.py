from pathlib import Path

import pytest

from litcli.cli.changing import assignment
from litcli.errors import BadValue

from .conftest import Runner


def value(run: Runner, key: str, field: str) -> object:
    (entry,) = run("show", key, "--json").json
    return entry["record"].get(field)


def test_set_changes_the_record_and_leaves_the_page(run: Runner, library: Path) -> None:
    done = run("set", "holt2019", "journal=Shift Work Letters", "keywords=sleep; nurses")
    assert (done.code, done.out, done.err) == (0, "", "set container-title, keyword of 1 entry\n")
    assert value(run, "holt2019", "container-title") == "Shift Work Letters"
    assert value(run, "holt2019", "keyword") == ["sleep", "nurses"]
    assert "JournalJournal of Shift Work" in run("show", "holt2019", "--page").out
    assert run("log").lines[0].endswith("set container-title, keyword of holt2019")


def test_set_in_json_shows_what_it_made(run: Runner, library: Path) -> None:
    (entry,) = run("set", "holt2019", "volume=15", "--json").json
    assert (entry["record"]["volume"], entry["edited"]) == ("15", ["volume"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("holt2019",), 2, "litcli: say what to set as FIELD=VALUE, as in volume=2\n"),
        (("volume=2",), 2, "litcli: name one or more keys, or choose entries with --where QUERY\n"),
        (("holt2019", "colour=red"), 2, "litcli: no field is called 'colour'"),
        (("holt2019", "doi=nonsense"), 2, "litcli: DOI: "),
        (("holt2019", "volume="), 2, "litcli: volume cannot be set to nothing; 'litcli unset' takes a field away\n"),
        (("volume=2", "--where", "nothing-like-it"), 1, "litcli: nothing matches 'nothing-like-it'\n"),
        (("nobody1999", "volume=2"), 1, "litcli: no entry has the key 'nobody1999'"),
    ],
)
def test_what_cannot_be_set_is_told(run: Runner, library: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    before = library.read_bytes()
    done = run("set", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(said)
    assert library.read_bytes() == before


def test_more_than_one_entry_wants_a_yes(run: Runner, library: Path) -> None:
    refused = run("set", "language=de", "--where", "language:en")
    assert (refused.code, refused.err) == (2, "litcli: this changes 2 entries; add --yes to do it, or --dry-run to see it\n")
    dry = run("set", "language=de", "--where", "language:en", "--dry-run")
    assert (dry.code, dry.err) == (0, "set language of 2 entries (a dry run: nothing was changed)\n")
    assert value(run, "holt2019", "language") == "en"
    assert run("set", "language=de", "--where", "language:en", "--yes").err == "set language of 2 entries\n"
    assert [value(run, key, "language") for key in ("holt2019", "galon2012")] == ["de", "de"]
    run("undo")
    assert [value(run, key, "language") for key in ("holt2019", "galon2012")] == ["en", "en"]


def test_unset_takes_a_value_away_and_revert_brings_it_back(run: Runner, library: Path) -> None:
    assert run("unset", "holt2019", "volume", "issue").err == "unset volume, issue of 1 entry\n"
    assert (value(run, "holt2019", "volume"), value(run, "holt2019", "issue")) == (None, None)
    assert run("revert", "holt2019", "issue").err == "dropped 1 edit of holt2019\n"
    assert (value(run, "holt2019", "volume"), value(run, "holt2019", "issue")) == (None, "2")
    assert run("unset", "volume", "--where", "galon").code == 0
    assert value(run, "galon2012", "volume") is None
    assert run("unset", "holt2019").code == 2
    assert run("revert", "galon2012", "title").code == 1


def test_revert_keeps_the_note_unless_it_is_named(run: Runner, library: Path) -> None:
    run("set", "holt2019", "volume=9")
    run("note", "holt2019", "Ask for the diary.")
    assert run("revert", "holt2019").err == "dropped 1 edit of holt2019\n"
    assert value(run, "holt2019", "note") == "Ask for the diary."
    assert run("revert", "holt2019", "note").err == "dropped 1 edit of holt2019\n"
    assert value(run, "holt2019", "note") is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("20x9-13", "issued: '20x9-13' is no date that litcli knows; it is kept as it stands\n"),
        ("foo", "issued: 'foo' is no date that litcli knows; it is kept as it stands\n"),
        ("in press", ""),
        ("Accepted/In press", ""),
        ("n.d.", ""),
        ("spring 2019", ""),
    ],
)
def test_a_date_that_is_none_is_told(run: Runner, library: Path, words: str, said: str) -> None:
    assert run("set", "holt2019", f"date={words}").err == f"{said}set issued of 1 entry\n"
    assert run("add", "title=On hedges", f"date={words}").err.startswith(said)


def test_an_unknown_field_says_where_they_are_named(run: Runner, library: Path) -> None:
    assert run("set", "holt2019", "colour=red").err == "litcli: no field is called 'colour'; 'litcli set --help' names them\n"
    assert "translated-title" in run("set", "--help").out


def editor(home: Path, script: str) -> dict[str, str]:
    file = home / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return {"EDITOR": str(file)}


def test_edit_sets_only_what_was_changed(run: Runner, library: Path, home: Path) -> None:
    env = editor(
        home, "sed -i -e 's/^volume: 14$/volume: 15/' -e '/^issue:/d' \"$1\"; printf 'publisher: Night Press\\n' >> \"$1\""
    )
    (entry,) = run("edit", "holt2019", "--json", env=env).json
    assert (entry["record"]["volume"], entry["record"].get("issue"), entry["record"]["publisher"]) == ("15", None, "Night Press")
    assert entry["edited"] == ["issue", "publisher", "volume"]


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        ("exit 0", 0, "nothing was changed\n"),
        ("exit 3", 2, "ended with code 3; nothing was changed\n"),
        ("printf 'no field\\n' >> \"$1\"", 2, "litcli: 'no field' is no line of the form 'field: value'; nothing was changed\n"),
        ("printf 'colour: red\\n' >> \"$1\"", 2, "litcli: no field is called 'colour'; "),
        ("printf 'DOI: nonsense\\n' >> \"$1\"", 2, "litcli: DOI: "),
    ],
)
def test_an_edit_that_fails_changes_nothing(run: Runner, library: Path, home: Path, script: str, code: int, said: str) -> None:
    before = library.read_bytes()
    done = run("edit", "holt2019", env=editor(home, script))
    assert done.code == code
    assert said in done.err
    assert library.read_bytes() == before


def test_without_a_terminal_or_an_editor_edit_says_what_to_do(run: Runner, library: Path) -> None:
    done = run("edit", "holt2019")
    assert (done.code, done.err) == (
        2,
        "litcli: there is no terminal to edit on; use 'litcli set', or name an editor in EDITOR\n",
    )
    gone = run("edit", "holt2019", env={"EDITOR": "no-such-editor"})
    assert (gone.code, gone.err) == (2, "litcli: the editor 'no-such-editor' cannot be started: No such file or directory\n")


def test_note_adds_a_paragraph_or_opens_the_editor(run: Runner, library: Path, home: Path) -> None:
    run("note", "holt2019", "Compare with Galon.")
    run("note", "holt2019", "Ask for the data.")
    assert value(run, "holt2019", "note") == "Compare with Galon.\n\nAsk for the data."
    run("note", "holt2019", env=editor(home, "printf 'Done.\\n' > \"$1\""))
    assert value(run, "holt2019", "note") == "Done."
    run("note", "holt2019", env=editor(home, ': > "$1"'))
    assert value(run, "holt2019", "note") is None
    assert run("note", "holt2019", env=editor(home, "exit 0")).err == "nothing was changed\n"


def test_rm_and_restore(run: Runner, library: Path) -> None:
    assert run("rm", "holt2019", "galon2012").code == 2
    assert run("rm", "holt2019").err == "put 1 entry in the trash: holt2019\n"
    gone = run("show", "holt2019")
    assert (gone.code, gone.err) == (1, "litcli: 'holt2019' is in the trash; take it out with 'litcli restore holt2019'\n")
    assert run("restore", "galon2012").code == 1
    assert run("restore", "holt2019", "--dry-run").err == "took 1 entry out of the trash (a dry run: nothing was changed)\n"
    assert [entry["citekey"] for entry in run("restore", "holt2019", "--json").json] == ["holt2019"]
    assert run("rm", "--where", "year:>2000", "--yes").err == "put 2 entries in the trash: galon2012, holt2019\n"
    run("undo")
    assert len(run("list").lines) == 2


def test_an_assignment_names_its_field_in_any_way() -> None:
    assert assignment("Vol=2") == ("volume", "2")
    assert assignment("doi=https://doi.org/10.1000/XYZ") == ("DOI", "10.1000/XYZ")
    assert assignment("note=a=b") == ("note", "a=b")
    with pytest.raises(BadValue):
        assignment("volume= ")
