import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from litcli.cli.app import app


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
    for name in ("LITCLI_LIBRARY", "LITCLI_CONFIG", "LITCLI_STYLE", "LITCLI_JOBS", "LITCLI_LOCALE", "NO_COLOR", "FORCE_COLOR"):
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
