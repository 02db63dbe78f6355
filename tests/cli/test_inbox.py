from pathlib import Path

import pytest

from .conftest import BROKEN_LETTERS, NEWS, Runner, objection

DOUBT = objection(BROKEN_LETTERS)
NEWS_REASON = objection(NEWS.encode())


@pytest.fixture
def refs(run: Runner, library: Path) -> dict[str, str]:
    return {page["status"]: page["sha256"][:8] for page in run("inbox", "list", "--json").json}


def test_list_gives_each_page_its_reason(run: Runner, library: Path, refs: dict[str, str]) -> None:
    first, second = run("inbox", "list").lines
    assert first.startswith(f"{refs['doubtful']}  doubtful  ")
    assert first.endswith(f"d.txt  {DOUBT}")
    assert second.startswith(f"{refs['rejected']}  rejected  ")
    assert second.endswith(f"e.txt  {NEWS_REASON}")


def test_show_gives_reason_record_and_text(run: Runner, refs: dict[str, str]) -> None:
    shown = run("inbox", "show", refs["doubtful"]).out
    assert f"Reason: {DOUBT}" in shown
    assert "Authors: Brandt, Maren; Kvam, Josef" in shown
    assert "Research output: Contribution to journalArticlepeer-review" in shown
    (page,) = run("inbox", "show", refs["rejected"], "--json").json
    assert (page["status"], page["reason"], page["record"]) == ("rejected", NEWS_REASON, None)
    assert page["text"].startswith("Town council")
    assert run("inbox", "show", "ffff").code == 1


def test_accept_makes_an_entry_or_a_source_of_one(run: Runner, refs: dict[str, str]) -> None:
    done = run("inbox", "accept", refs["doubtful"], "--dry-run")
    assert (done.code, done.err) == (0, "1 page: 1 new (brandt2019) (a dry run: nothing was changed)\n")
    joined = run("inbox", "accept", refs["doubtful"], "--as", "holt2019", "--json")
    assert [(line["outcome"], line["citekey"]) for line in joined.json] == [("joined", "holt2019")]
    run("undo")
    assert run("inbox", "accept", refs["doubtful"]).err == "1 page: 1 new (brandt2019)\n"
    assert run("list", "brandt").code == 0
    assert [page["status"] for page in run("inbox", "list", "--json").json] == ["rejected"]


def test_only_what_waits_can_be_accepted(run: Runner, refs: dict[str, str]) -> None:
    done = run("inbox", "accept", refs["doubtful"], refs["rejected"])
    assert done.code == 2
    assert "that could be accepted; 'litcli add' makes an entry by hand" in done.err
    assert run("list", "brandt").code == 1
    assert run("inbox", "accept").code == 2


def test_reject_keeps_the_page_with_the_reason(run: Runner, refs: dict[str, str]) -> None:
    assert run("inbox", "reject", refs["doubtful"], "--reason", "a poster").err == "rejected 1 page\n"
    assert {page["reason"] for page in run("inbox", "list", "--json").json} == {"a poster", NEWS_REASON}
    run("undo")
    assert {page["reason"] for page in run("inbox", "list", "--json").json} == {DOUBT, NEWS_REASON}


def test_retry_reads_again(run: Runner, refs: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("inbox", "retry").code == run("inbox", "retry", refs["doubtful"], "--all").code == 2
    done = run("inbox", "retry", "--all")
    assert (done.code, done.err.splitlines()[-1]) == (0, "2 pages: 2 the same as before")

    from litcli.extract.result import Extraction
    from litcli.intake import reading

    def bolder(page):
        read = original(page)
        return (
            Extraction(read.portal, read.confidence, read.record, read.evidence, read.missing)
            if isinstance(read, Extraction)
            else read
        )

    original = reading.read
    monkeypatch.setattr(reading, "read", bolder)
    assert run("inbox", "retry", refs["doubtful"]).err == "1 page: 1 new (brandt2019)\n"
