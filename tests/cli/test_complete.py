"""What a shell offers when a person presses Tab."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from litcli.cli.app import app

from .conftest import Runner


def offered(line: str) -> list[str]:
    env = {"_LITCLI_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    result = CliRunner().invoke(app, [], env=env, prog_name="litcli")
    assert "Traceback" not in result.output
    return result.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("litcli sho", ["show"]),
        ("litcli tag re", ["rename"]),
        ("litcli show ", ["galon2012", "holt2019"]),
        ("litcli show ho", ["holt2019"]),
        ("litcli why holt2019 vol", ["volume"]),
        ("litcli set ho", ["holt2019"]),
        ("litcli set holt2019 vol", ["volume="]),
        ("litcli tag add onc", ["oncology/trials"]),
        ("litcli restore ", ["thrown1985"]),
        ("litcli list --columns key,vol", ["key,volume"]),
        ("litcli export --to bib", ["biblatex", "bibtex"]),
        ("litcli cite --format mark", ["markdown"]),
        ("litcli cite --style the-lancet-inf", ["the-lancet-infectious-diseases"]),
        ("litcli add --type article-j", ["article-journal"]),
        ("litcli show zzz", []),
    ],
)
def test_tab_offers_what_fits(run: Runner, library: Path, line: str, expected: list[str]) -> None:
    run("tag", "add", "oncology/trials", "galon2012")
    run("add", "title=Peat fires", "author=Moor, Ann", "--key", "thrown1985")
    run("rm", "thrown1985")
    assert offered(line) == expected


def test_tab_offers_pages_of_the_inbox(run: Runner, library: Path) -> None:
    assert len(offered("litcli inbox show ")) == 2


def test_tab_uses_the_library_that_is_named(run: Runner, library: Path, home: Path) -> None:
    library.rename(home / "other.litcli")
    assert offered("litcli show --library other.litcli ho") == ["holt2019"]


@pytest.mark.parametrize("line", ["litcli show ", "litcli tag add ", "litcli restore ", "litcli inbox accept "])
def test_where_there_is_no_library_or_none_that_opens_nothing_is_offered(home: Path, line: str) -> None:
    assert offered(line) == []
    (home / "library.litcli").write_text("no library", encoding="utf-8")
    assert offered(line) == []
    assert [path.name for path in home.iterdir()] == ["library.litcli"]
