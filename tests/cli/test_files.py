from pathlib import Path

import pytest

from litcli.cli.files import write_file
from litcli.errors import UsageError


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    write_file(target, b"one")
    target.chmod(0o640)
    write_file(target, b"two")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"two", 0o640)
    link = tmp_path / "link.bib"
    link.symlink_to(target)
    write_file(link, b"three")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"three")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="folder cannot be written: "):
        write_file(tmp_path / "folder", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link.bib", "refs.bib"]
