"""Every program loses of the hard entries what the reviewed file tells, and nothing else; README shows the sums."""

import pytest

from tests.formats.hard import HARD
from tests.formats.matrix import README, held, shown, table, told
from tests.formats.oracles import ORACLES, Oracle, losses, version


@pytest.mark.parametrize("oracle", ORACLES, ids=lambda oracle: oracle.name)
def test_a_program_gives_back_what_is_told(oracle: Oracle) -> None:
    section = held()[oracle.name]
    if not oracle.there():
        pytest.skip(f"{oracle.program} is not there")
    if version(oracle.program) != section["version"]:
        pytest.skip(f"told of {oracle.program} {section['version']}, here is {version(oracle.program)}")
    never, fields = told(losses(oracle))
    assert never == section["never"]
    assert fields == section["fields"]


def test_every_loss_has_a_reason() -> None:
    assert [name for name, section in held().items() if not section["why"]] == []
    assert sorted(held()) == sorted(oracle.name for oracle in ORACLES)


def test_readme_shows_the_table() -> None:
    readme = README.read_text(encoding="utf-8")
    assert shown(readme) == table(held())
    assert f"{len(HARD)} entries that are hard" in readme
