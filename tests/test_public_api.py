"""What scripts may import, and that it does what the package's docstring shows."""

import ast
from pathlib import Path

import pytest

import litcli
from tests.shifts import SHIFTS


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert litcli.__all__ == sorted(litcli.__all__)
    assert [name for name in litcli.__all__ if getattr(litcli, name) is None] == []
    assert set(litcli.__all__) <= set(dir(litcli))


def test_what_type_checkers_see_is_what_is_loaded() -> None:
    tree = ast.parse(Path(litcli.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.asname or alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == set(litcli.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = litcli.nothing


def test_a_text_is_read_without_a_library() -> None:
    reading = litcli.read_text(SHIFTS)
    assert isinstance(reading, litcli.Extraction)
    assert reading.record["title"] == "Night shifts and the sleep of nurses: a diary study"
    (title,) = reading.evidence["title"]
    assert SHIFTS[title.start : title.end] == reading.record["title"]
    assert isinstance(litcli.read_text("Subscribe to our newsletter"), litcli.Rejection)


def test_the_example_of_the_docstring(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(SHIFTS, encoding="utf-8")
    (tmp_path / "pages" / "b.txt").write_text("Subscribe to our newsletter", encoding="utf-8")
    heard: list[tuple[str, str]] = []
    with litcli.Library.create(tmp_path / "refs.litcli") as library:
        report = litcli.ingest(
            library, [str(tmp_path / "pages")], each=lambda item: heard.append((item.place, item.taken.outcome))
        )
        entries = library.search.find(litcli.parse_query("author:kvam year:2018..2020"))
    assert heard == [(str(tmp_path / "pages" / "a.txt"), "new"), (str(tmp_path / "pages" / "b.txt"), "rejected")]
    assert (report.total, report.set_aside) == (2, 1)
    assert [entry.citekey for entry in entries] == ["holt2019"]
    assert litcli.dumps(entries, "bibtex").startswith("@article{holt2019,\n")
    assert litcli.cite(entries, style="apa").startswith("Holt, M., & Kvam, J. (2019). Night shifts and the sleep of nurses")


def test_references_go_out_and_come_back_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{ng, title = {On bees}, year = {2020}, note = {mine}}", encoding="utf-8")
    with litcli.Library.create(tmp_path / "refs.litcli") as library:
        assert litcli.import_files(library, [str(tmp_path / "refs.bib")]).total == 1
        entries = library.entries.all()
    text = litcli.dumps(entries, profile="zotero", omit=["note"])
    assert [(read.citekey, read.record["title"]) for read in litcli.loads(text).records] == [("ng", "On bees")]
    assert litcli.verify(entries, "csl-json") == []
    assert [one.dropped for one in litcli.verify(entries, "jats")] == []
    with pytest.raises(litcli.UsageError, match="say which format"):
        litcli.dumps(entries)
    with pytest.raises(litcli.InputError, match="in no format"):
        litcli.loads("no references")
