import io
from pathlib import Path

import pytest

from litcli.errors import LibraryReadOnly
from litcli.intake import batch, reading
from litcli.intake.batch import BATCH, ingest, reread
from litcli.intake.report import Item
from litcli.store.filing import Outcome
from litcli.store.library import Library
from litcli.store.pages import INBOX, Status

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def outcomes(items: list[Item], folder: Path) -> list[tuple[str, str]]:
    return [(item.place.removeprefix(f"{folder}/"), item.taken.outcome) for item in items]


def test_every_page_is_told_in_order_and_bad_ones_are_kept(library: Library, folder: Path) -> None:
    heard: list[Item] = []
    report = ingest(library, [str(folder), "missing"], each=heard.append)
    assert outcomes(heard, folder) == [
        ("a.txt", "new"), ("b.txt", "rejected"), ("c.txt", "new"), ("d.txt", "failed"), ("e.txt", "new"), ("missing", "failed"),
    ]  # fmt: skip
    assert report.counts == {Outcome.NEW: 3, Outcome.REJECTED: 1, Outcome.FAILED: 2}
    assert (report.total, report.set_aside) == (6, 3)
    assert [(page.status, page.origin) for page in library.pages.with_status(*INBOX)] == [
        (Status.REJECTED, f"{folder}/b.txt"), (Status.FAILED, f"{folder}/d.txt"),
    ]  # fmt: skip


def test_the_same_pages_again_change_nothing(library: Library, folder: Path) -> None:
    ingest(library, [str(folder)])
    before = (library.info(), library.entries.all())
    assert ingest(library, [str(folder)]).counts == {Outcome.SAME: 4, Outcome.FAILED: 1}
    assert (library.info(), library.entries.all()) == before


def test_known_pages_are_not_read_again(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(library, [str(folder)])

    def unreadable(_: object) -> None:
        raise AssertionError("a known page was read")

    monkeypatch.setattr(reading, "read_source", unreadable)
    assert ingest(library, [str(folder)]).counts == {Outcome.SAME: 4, Outcome.FAILED: 1}


def test_a_page_that_another_program_took_back_meanwhile_is_read_after_all(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(library.pages), "known", _said_once(set()))
    assert ingest(library, [str(folder / "a.txt"), str(folder / "c.txt")]).counts == {Outcome.NEW: 2}


def _said_once(then: set[str]):
    """Say first that all is known, later that nothing is."""
    asked = 0

    def known(_: object, hashes) -> set[str]:
        nonlocal asked
        asked += 1
        return set(hashes) if asked == 1 else then

    return known


def test_a_long_batch_is_one_step_of_the_history(library: Library, many: Path) -> None:
    report = ingest(library, [str(many)], jobs=2)
    assert report.counts == {Outcome.NEW: 130}
    assert [step.summary for step in library.history.log()] == [f"ingest {many}"]
    library.history.undo()
    assert (library.entries.count(), library.info().pages[Status.OK]) == (0, 0)


def test_the_result_is_the_same_whatever_the_number_of_processes(tmp_path: Path, many: Path) -> None:
    records = []
    for jobs in (1, 2):
        with Library.create(tmp_path / f"{jobs}.litcli") as library:
            ingest(library, [str(many)], jobs=jobs)
            records.append([(entry.citekey, entry.record) for entry in library.entries.all()])
    assert records[0] == records[1]


def test_what_was_committed_stays_when_a_person_stops_the_batch(library: Library, many: Path) -> None:
    def stop(_: Item) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(library, [str(many)], jobs=2, each=stop)
    assert library.entries.count() == BATCH
    assert library.check() == []


def test_a_fault_in_a_reader_costs_its_page_alone(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(page) -> object:
        if "Bread ovens" in page.text:
            raise IndexError("list index out of range")
        return original(page)

    original = reading.read
    monkeypatch.setattr(reading, "read", faulty)
    report = ingest(library, [str(folder)])
    assert report.counts == {Outcome.NEW: 2, Outcome.REJECTED: 1, Outcome.FAILED: 2}
    (page,) = (page for page in library.pages.with_status(Status.FAILED) if page.origin.endswith("c.txt"))
    assert page.reason == "a fault in the reader (IndexError: list index out of range)"


def test_a_page_without_end_is_ended(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(page) -> object:
        while "Bread ovens" in page.text:
            pass
        return original(page)

    original = reading.read
    monkeypatch.setattr(reading, "read", endless)
    monkeypatch.setattr(reading, "SECONDS", 0.1)
    assert ingest(library, [str(folder / "c.txt"), str(folder / "e.txt")]).counts == {Outcome.FAILED: 1, Outcome.NEW: 1}
    assert [page.reason for page in library.pages.with_status(Status.FAILED)] == ["reading it took longer than 0.1 s"]


def test_what_is_wrong_with_the_library_stops_the_batch(tmp_path: Path, library: Library, folder: Path) -> None:
    library.close()
    with Library.open(tmp_path / "library.litcli", readonly=True) as shut, pytest.raises(LibraryReadOnly):
        ingest(shut, [str(folder)])


def test_entries_are_tagged_also_those_that_were_there(library: Library, folder: Path) -> None:
    ingest(library, [str(folder / "a.txt")])
    ingest(library, [str(folder)], tags=["sleep", "to-read"])
    assert {entry.tags for entry in library.entries.all()} == {("sleep", "to-read")}


def test_an_entry_in_the_trash_is_neither_tagged_nor_brought_back(library: Library, folder: Path) -> None:
    ingest(library, [str(folder / "a.txt")])
    with library.change("trash"):
        library.entries.trash(["holt1900"])
    heard: list[Item] = []
    ingest(library, [str(folder / "a.txt")], tags=["sleep"], each=heard.append)
    assert [item.taken.reason for item in heard] == ["in the trash; 'litcli restore holt1900' takes it out"]
    assert (library.entries.all(), library.tags.all()) == ([], [])


def test_standard_input_and_several_pages_of_one_input(library: Library, folder: Path) -> None:
    dump = "\f".join((folder / name).read_text(encoding="utf-8") for name in ("a.txt", "c.txt")).encode()
    heard: list[Item] = []
    ingest(library, ["-"], stdin=io.BytesIO(dump), each=heard.append)
    assert [(item.place, item.taken.outcome) for item in heard] == [("-", "new"), ("- (no. 2)", "new")]


def test_kept_pages_are_read_again(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = reading.read
    monkeypatch.setattr(reading, "read", lambda page: original(page) if "Bread" not in page.text else 1 / 0)
    ingest(library, [str(folder)])
    monkeypatch.undo()
    refs = [page.sha256 for page in library.pages.with_status()]
    heard: list[Item] = []
    report = reread(library, refs, each=heard.append)
    assert outcomes(heard, folder) == [
        ("a.txt", "same"), ("b.txt", "same"), ("c.txt", "new"), ("d.txt", "same"), ("e.txt", "same"),
    ]  # fmt: skip
    assert report.set_aside == 0
    assert library.history.log()[0].summary == "read 5 kept pages again"


def test_the_library_itself_is_passed_over(library: Library, folder: Path) -> None:
    (folder / "e.txt").rename(Path(library.path).parent / "e.txt")
    report = ingest(library, [str(Path(library.path).parent)])
    assert report.counts == {Outcome.NEW: 3, Outcome.REJECTED: 1, Outcome.FAILED: 1}


def test_batches_are_cut_from_a_stream() -> None:
    assert [len(some) for some in batch._batches(range(2 * BATCH + 1))] == [BATCH, BATCH, 1]
