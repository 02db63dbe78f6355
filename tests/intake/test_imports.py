import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from litcli.errors import UnknownName
from litcli.formats._base import Read, Reader
from litcli.intake import formats
from litcli.intake.imports import import_files, records
from litcli.intake.opened import Opened, opened
from litcli.intake.report import Item
from litcli.store.filing import Outcome
from litcli.store.library import Library
from tests.store.conftest import dump

BIBTEX = """\
@article{peat1985, author = {Moor, Ann}, title = {Peat and its uses in horticulture}, journal = {Soil Letters}, year = {1985}}
@article{broken, title = {No end
@book{pond1999, author = {Roe, Jo}, title = {Ice on ponds and what lives below it}, publisher = {Pond Press}, year = {1999}}
"""

RIS = "TY  - JOUR\nAU  - Moor, Ann\nTI  - Peat and its uses in horticulture\nJO  - Soil Letters\nPY  - 1985\nER  - \n"


def test_records_become_entries_and_a_broken_part_is_told_with_its_line(library: Library, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIBTEX, encoding="utf-8")
    heard = list[Item]()
    report = import_files(library, [str(tmp_path / "refs.bib")], tags=["from-zotero"], each=heard.append)
    assert report.counts == {Outcome.NEW: 2, Outcome.FAILED: 1}
    assert [item.taken.citekey for item in heard] == ["peat1985", None, "pond1999"]
    assert (heard[1].taken.reason or "").startswith("line 2: ")
    assert {entry.citekey: (entry.portals, entry.tags) for entry in library.entries.all()} == {
        "peat1985": (("import",), ("from-zotero",)),
        "pond1999": (("import",), ("from-zotero",)),
    }
    library.history.undo()
    assert library.entries.all() == []


def test_the_same_file_again_changes_nothing_and_the_same_work_joins(library: Library, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIBTEX, encoding="utf-8")
    (tmp_path / "refs.ris").write_text(RIS, encoding="utf-8")
    import_files(library, [str(tmp_path / "refs.bib")])
    assert import_files(library, [str(tmp_path / "refs.bib")]).counts == {Outcome.SAME: 2, Outcome.FAILED: 1}
    report = import_files(library, [str(tmp_path / "refs.ris")])
    assert report.total == 1
    assert not report.set_aside
    assert library.entries.count() == 2


def test_what_joined_an_entry_changes_nothing_the_second_time(library: Library, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIBTEX, encoding="utf-8")
    (tmp_path / "refs.ris").write_text(RIS.replace("ER  -", "VL  - 3\nLB  - peat, soil\nER  -"), encoding="utf-8")
    for name in ("refs.bib", "refs.ris"):
        import_files(library, [str(tmp_path / name)])
    before = dump(library)
    for name in ("refs.bib", "refs.ris", "refs.bib"):
        import_files(library, [str(tmp_path / name)])
    assert dump(library) == before
    assert library.entries.get("peat1985").tags == ("peat soil",)


def test_folders_archives_and_compressed_files_are_opened(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.bib").write_text(BIBTEX, encoding="utf-8")
    (folder / "deeper" / "b.ris.gz").write_bytes(gzip.compress(RIS.encode()))
    (folder / "notes.md5").write_text("no references", encoding="utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("../../d.ris", RIS.replace("Peat", "Turf"))
        archive.writestr("readme", "no references")
    heard = list[Item]()
    import_files(library, [str(folder), str(folder / "c.zip")], each=heard.append)
    assert [(item.source.removeprefix(str(folder)), item.taken.outcome.value) for item in heard] == [
        ("/a.bib", "new"),
        ("/a.bib", "failed"),
        ("/a.bib", "new"),
        ("/deeper/b.ris.gz", "same"),
        ("/c.zip!/../../d.ris", "new"),
    ]


def test_what_a_broken_format_read_before_stays(tmp_path: Path) -> None:
    def read(lines: Iterable[str]) -> Iterator[Read]:
        yield Read("a", {"title": next(iter(lines))})
        raise KeyError("b")

    (tmp_path / "refs.txt").write_text("one\ntwo\n", encoding="utf-8")
    module = cast("Reader", SimpleNamespace(NAME="mine", read=read))
    [file] = opened(str(tmp_path / "refs.txt"), None, frozenset)
    assert isinstance(file, Opened)
    with (tmp_path / "refs.txt").open("rb") as stream:
        found = list(records(replace(file, stream=stream), module))
    assert [type(one).__name__ for one in found] == ["Read", "InputError"]
    assert "the format mine failed on it: KeyError: 'b'" in str(found[1])


@pytest.mark.parametrize(("text", "name"), [(BIBTEX, "bibtex"), (RIS, "ris")])
def test_the_format_is_told_by_name_by_ending_or_by_what_is_in_it(library: Library, tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "refs.txt").write_text(text, encoding="utf-8")
    assert import_files(library, [str(tmp_path / "refs.txt")]).counts[Outcome.NEW] >= 1
    assert import_files(library, ["-"], stdin=io.BytesIO(text.encode()), format_name=name).counts[Outcome.SAME] >= 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "no such file"), (b"", "it is empty"), (b"% none yet\n", "holds no reference"), (b"plain words\n", "")],
)
def test_a_file_without_references_is_told(library: Library, tmp_path: Path, content: bytes | None, reason: str) -> None:
    file = tmp_path / "refs.bib"
    if content is not None:
        file.write_bytes(content)
    heard = list[Item]()
    assert import_files(library, [str(file)], each=heard.append).counts == {Outcome.FAILED: 1}
    assert reason in (heard[0].taken.reason or "")


def test_a_guessed_encoding_is_told_once(library: Library, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(BIBTEX.replace("Moor", "Möör").replace("Ponds", "Pönds").encode("latin-1"))
    heard = list[Item]()
    import_files(library, [str(tmp_path / "refs.bib")], each=heard.append)
    assert [(item.taken.reason or "").startswith("guessed ") for item in heard] == [True, False, False]


def test_a_format_is_found_by_its_name(library: Library) -> None:
    assert formats.writer("BibTeX").NAME == "bibtex"
    assert formats.of_file("refs.RIS") is formats.writer("ris")
    assert formats.of_file("refs.txt") is None
    with pytest.raises(UnknownName, match="no format is called 'bibtx'; did you mean bibtex"):
        formats.writer("bibtx")
    assert library.entries.all() == []
