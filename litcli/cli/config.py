"""Reads the settings: the defaults, above them the config file, above it the environment.

    # ~/.config/litcli/config.toml (the folder is the platform's; `litcli config` names it)
    style = "vancouver"
    jobs = 2

Each setting can also be given as `LITCLI_STYLE=vancouver`. A name or a value that makes no sense is an error with its place,
never passed over: a setting that silently does nothing is worse than none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from litcli.errors import BadValue, UnknownName
from litcli.settings import Settings

PREFIX = "LITCLI_"


@dataclass(frozen=True)
class Setting:
    """One setting as it stands, and where it was said."""

    name: str
    value: str | int | None
    origin: str
    """"default", the config file's path, or the name of the environment variable."""


def config_file(environment: Mapping[str, str]) -> Path:
    """Return where the config file is looked for; `LITCLI_CONFIG` names another."""
    if chosen := environment.get(f"{PREFIX}CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("litcli") / "config.toml"


def read_settings(file: Path, environment: Mapping[str, str]) -> tuple[Setting, ...]:
    """Return every setting with its origin."""
    written = _written(file)
    return tuple(_setting(row.name, row.default, written, file, environment) for row in fields(Settings))


def settings(rows: tuple[Setting, ...]) -> Settings:
    """Return the settings as the object that the layers below take."""
    return Settings(**{row.name: row.value for row in rows})  # type: ignore[arg-type]  # _checked holds each to its type


def _setting(name: str, default: object, written: Mapping[str, object], file: Path, environment: Mapping[str, str]) -> Setting:
    variable = PREFIX + name.upper()
    if variable in environment:
        return Setting(name, _checked(name, environment[variable], variable), variable)
    if name in written:
        return Setting(name, _checked(name, written[name], str(file)), str(file))
    return Setting(name, default if isinstance(default, str | int) else None, "default")


def _checked(name: str, value: object, origin: str) -> str | int:
    if name == "jobs":
        try:
            jobs = int(str(value))
        except ValueError:
            jobs = -1
        if jobs < 0:
            raise BadValue(f"{origin}: {name} must be a whole number from 0 on, not '{value}'")
        return jobs
    if not isinstance(value, str) or not value:
        raise BadValue(f"{origin}: {name} must be a text, not '{value}'")
    return value


def _written(file: Path) -> dict[str, object]:
    import tomllib

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BadValue(f"{file}: cannot be read as TOML: {error}") from error
    known = [row.name for row in fields(Settings)]
    for name in table:
        if name not in known:
            raise UnknownName(f"setting in {file}", name, get_close_matches(name, known))
    return table
