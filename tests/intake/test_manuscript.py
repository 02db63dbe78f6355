"""The works that a manuscript cites, found in a library, and what is wrong with citing them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from litcli.citations.cited import read
from litcli.intake.manuscript import Problem, check, entries_of, resolve
from litcli.model.record import Record
from litcli.store.library import Library
from tests.citations.word import docx, text, zotero

_MOTHS: Record = {
    "type": "article-journal",
    "title": "Moths at the lamps of harbour towns",
    "author": [{"family": "Ng", "given": "Amy"}],
    "issued": {"date-parts": [[2020]]},
    "container-title": "Moth Letters",
    "volume": "3",
    "issue": "1",
    "page": "1-9",
    "DOI": "10.5555/moths",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "library.litcli") as opened:
        with opened.change("what the tests need"):
            opened.add(_MOTHS, "hand", "ng2020")
            opened.add({**_MOTHS, "title": "Bees under glass in the far north", "DOI": "10.5555/bees"}, "hand", "bees2020")
            opened.add({**_MOTHS, "title": "Bats of the old bridge at night", "DOI": "10.5555/bats"}, "hand", "bats2020")
            opened.entries.rename("bees2020", "hives2020")
            opened.edits.set("bats2020", "editorial-notice", "Retracted")
        yield opened


def found(library: Library, tmp_path: Path, markdown: str, style: str = "apa") -> list[tuple[str, str, str]]:
    path = tmp_path / "paper.md"
    path.write_text(markdown, encoding="utf-8")
    findings = check(library, resolve(library, read(path)), style)
    return [(finding.mention.key, finding.problem.value, finding.detail) for finding in findings]


def test_keys_and_former_keys_are_found_in_order(library: Library, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("@bees2020 and @NG2020, and @nobody.")
    resolved = resolve(library, read(tmp_path / "paper.md"))
    assert [entry.citekey for entry in entries_of(resolved)] == ["hives2020", "ng2020"]
    assert [one.mention.key for one in resolved if one.entry is None] == ["nobody"]


def test_what_is_right_has_no_findings(library: Library, tmp_path: Path) -> None:
    assert found(library, tmp_path, "@ng2020 and @hives2020, again @ng2020") == []


def test_what_is_wrong_is_told_in_the_order_of_the_manuscript(library: Library, tmp_path: Path) -> None:
    with library.change("less"):
        library.edits.unset("ng2020", "volume")
    assert found(library, tmp_path, "@nobody, @bats2020, @hives2020, @bees2020, @ng2020") == [
        ("nobody", "unresolved", "no entry has the key 'nobody'; 'litcli list' shows the keys"),
        ("bats2020", "retracted", "Retracted: Bats of the old bridge at night"),
        ("bees2020", "ambiguous", "it is the same entry as hives2020, its key is hives2020"),
        ("ng2020", "incomplete", "it has no volume, which apa prints"),
    ]


def test_what_a_style_does_not_print_may_lack(library: Library, tmp_path: Path) -> None:
    with library.change("less"):
        library.edits.unset("ng2020", "issue")
    assert found(library, tmp_path, "@ng2020", "nature") == []
    assert found(library, tmp_path, "@ng2020", "apa") == [("ng2020", "incomplete", "it has no issue, which apa prints")]


def add_preprint(library: Library) -> None:
    with library.change("a preprint"):
        preprint: Record = {**_MOTHS, "type": "article", "DOI": "10.48550/arxiv.2001.00001", "container-title": "arXiv"}
        library.add(preprint, "hand", "ngpre2020")


def test_two_entries_of_one_work_are_told_until_somebody_decides(library: Library, tmp_path: Path) -> None:
    add_preprint(library)
    ((cited, _, detail),) = [one for one in found(library, tmp_path, "@ng2020 and @ngpre2020") if one[1] == "ambiguous"]
    assert cited == "ngpre2020"
    assert detail.startswith("it may be the same work as ng2020 (same title, ")
    with library.change("decided"):
        library.decisions.version("ng2020", "ngpre2020")
    assert not any(one[1] == "ambiguous" for one in found(library, tmp_path, "@ng2020 and @ngpre2020"))


@pytest.mark.parametrize(
    ("work", "entries"),
    [
        ({"id": 1, "citation-key": "ng2020", "title": "Moths at the lamps of harbour towns"}, ["ng2020"]),
        ({"id": 1, "title": "Something else by DOI", "DOI": "https://doi.org/10.5555/MOTHS"}, ["ng2020"]),
        ({**_MOTHS, "id": "zotero/7", "DOI": ""}, ["ng2020"]),
        ({**_MOTHS, "id": "zotero/7", "DOI": "", "title": "A work that nobody has"}, []),
        ({"id": "ng2020", "type": "book", "title": "Another work that only has the key", "author": [{"family": "Roe"}]}, []),
    ],
)
def test_works_of_a_reference_manager(library: Library, tmp_path: Path, work: dict[str, object], entries: list[str]) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(docx([text("See ") + zotero(work)]))
    (one,) = resolve(library, read(path))
    assert [entry.citekey for entry in one.entries] == entries


def test_a_work_that_may_be_several_entries_is_ambiguous(library: Library, tmp_path: Path) -> None:
    add_preprint(library)
    path = tmp_path / "paper.docx"
    path.write_bytes(docx([zotero({"id": 1, "title": "Moths at the lamps of harbour towns"})]))
    resolved = resolve(library, read(path))
    (finding,) = check(library, resolved, "apa")
    assert (finding.problem, finding.detail) == (Problem.AMBIGUOUS, "it may be ng2020 or ngpre2020")
    assert entries_of(resolved) == []
