"""Files as other programs and hands write them: what a person reads in each is what we read."""

import pytest

from litcli.formats._base import loads
from tests.formats.found import READERS
from tests.formats.hard.files import FILES, HardFile

BY_NAME = {module.NAME: module for module in READERS}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_hard_files_are_read_as_a_person_reads_them(file: HardFile) -> None:
    loaded = loads(BY_NAME[file.format], file.text)
    assert [read.record for read in loaded.records] == list(file.records)
    assert len(loaded.failures) == file.failures
    assert all(failure.line and failure.reason and failure.text for failure in loaded.failures)
