import os
from pathlib import Path

import pytest

from litcli.cli.files import keep_apart, write_file
from litcli.errors import UsageError
from litcli.store.library import Library


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


def test_a_library_is_not_written_over(tmp_path: Path) -> None:
    with Library.create(tmp_path / "refs.litcli"):
        pass
    before = (tmp_path / "refs.litcli").read_bytes()
    (tmp_path / "refs.bib").symlink_to("refs.litcli")
    for name in ("refs.litcli", "refs.bib"):
        with pytest.raises(UsageError, match=f"{name} is a library and would be lost; name another file"):
            write_file(tmp_path / name, b"x")
    assert (tmp_path / "refs.litcli").read_bytes() == before


def test_links_that_lead_to_themselves_are_no_place(tmp_path: Path) -> None:
    (tmp_path / "one.bib").symlink_to("two.bib")
    (tmp_path / "two.bib").symlink_to("one.bib")
    with pytest.raises(UsageError, match=r"one\.bib cannot be written: Too many levels"):
        write_file(tmp_path / "one.bib", b"x")


def test_a_name_that_just_fits_is_written(tmp_path: Path) -> None:
    longest = tmp_path / f"{'n' * 251}.bib"
    write_file(longest, b"x")
    assert [file.name for file in tmp_path.iterdir()] == [longest.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    target.write_bytes(b"mine")
    target.chmod(0o444)
    with pytest.raises(UsageError, match="Permission denied"):
        write_file(target, b"x")
    assert target.read_bytes() == b"mine"


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    paper, link, other = tmp_path / "paper.md", tmp_path / "link.md", tmp_path / "refs.md"
    paper.write_bytes(b"[@ng2020]")
    link.symlink_to(paper)
    keep_apart(other, [paper])
    keep_apart(None, [paper])
    for output in (paper, link):
        with pytest.raises(UsageError, match="is what is read and would be lost"):
            keep_apart(output, [tmp_path / "absent.csl", paper])
