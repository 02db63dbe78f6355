from pathlib import Path

import pytest

from litcli.cli.config import Setting, config_file, read_settings, settings
from litcli.errors import BadValue, UnknownName
from litcli.settings import Settings


def test_without_file_and_environment_the_defaults_stand(tmp_path: Path) -> None:
    assert settings(read_settings(tmp_path / "none.toml", {})) == Settings()


def test_the_file_stands_above_the_defaults_and_the_environment_above_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('style = "vancouver"\njobs = 2\n')
    rows = read_settings(file, {"LITCLI_JOBS": "3", "LITCLI_LOCALE": "nl-NL"})
    assert rows[1:] == (
        Setting("style", "vancouver", str(file)),
        Setting("locale", "nl-NL", "LITCLI_LOCALE"),
        Setting("jobs", 3, "LITCLI_JOBS"),
    )
    assert settings(rows) == Settings(style="vancouver", locale="nl-NL", jobs=3)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("jobs = -1", BadValue, "{file}: jobs must be a whole number from 0 on, not '-1'"),
        ('jobs = "many"', BadValue, "{file}: jobs must be a whole number from 0 on, not 'many'"),
        ("style = 3", BadValue, "{file}: style must be a text, not '3'"),
        ('stile = "apa"', UnknownName, "no setting in {file} is called 'stile'; did you mean style?"),
        ("style = ", BadValue, "{file}: cannot be read as TOML: "),
    ],
)
def test_what_makes_no_sense_is_named_with_its_place(tmp_path: Path, text: str, error: type[Exception], message: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(error) as raised:
        read_settings(file, {})
    assert str(raised.value).startswith(message.format(file=file))


def test_the_environment_names_another_file() -> None:
    assert config_file({"LITCLI_CONFIG": "here.toml"}) == Path("here.toml")


def test_config_shows_each_setting_with_its_origin(run, home: Path) -> None:
    done = run("config", env={"LITCLI_STYLE": "ieee"})
    assert (done.code, done.lines[1]) == (0, "style            ieee            LITCLI_STYLE")
    assert done.err == f"the config file is {home.parent}/.user/config/litcli/config.toml (not there yet)\n"
    assert run("config", "--json", env={"LITCLI_STYLE": "ieee"}).json[1] == {
        "name": "style", "value": "ieee", "origin": "LITCLI_STYLE",
    }  # fmt: skip
    assert list(home.parent.iterdir()) == [home]
