import io
import zipfile
from pathlib import Path

import pytest

from .conftest import BROKEN_LETTERS, MYELOMA, NEWS, SHIFTS, Runner, objection

DOUBT = objection(BROKEN_LETTERS)
NEWS_REASON = objection(NEWS.encode())


def test_ingest_makes_the_library_and_tells_the_sum(run: Runner, pages: Path, home: Path) -> None:
    done = run("ingest", "pages", "--library", "refs.litcli")
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines() == [
        "pages/c-myeloma-again.txt: joined galon2012: same title, same authors, same year",
        f"pages/d-broken-letters.txt: doubtful: {DOUBT}",
        f"pages/e-news.txt: rejected: {NEWS_REASON}",
        "made the library refs.litcli",
        "5 pages: 2 new (holt2019, galon2012), 1 joined to entries that were there, 1 doubtful, 1 rejected",
    ]
    assert (home / "refs.litcli").is_file()


def test_ingest_tells_each_page_in_json(run: Runner, pages: Path) -> None:
    done = run("ingest", "pages/b-myeloma.txt", "pages/e-news.txt", "--json", "--library", "refs.litcli")
    none = {"like": [], "fills": [], "differs": []}
    assert done.json == [
        {"source": "pages/b-myeloma.txt", "ordinal": 1, "outcome": "new", "citekey": "galon2012", "reason": None, **none},
        {"source": "pages/e-news.txt", "ordinal": 1, "outcome": "rejected", "citekey": None, "reason": NEWS_REASON, **none},
    ]


def test_the_same_pages_twice_change_nothing(run: Runner, library: Path, pages: Path) -> None:
    before = run("list", "--json").out, run("log").out
    done = run("ingest", "pages")
    assert (done.code, done.err) == (0, "5 pages: 5 the same as before\n")
    assert (run("list", "--json").out, run("log").out) == before


def test_a_dry_run_tells_the_same_and_makes_nothing(run: Runner, pages: Path, home: Path) -> None:
    done = run("ingest", "pages/a-shifts.txt", "--dry-run", "--library", "refs.litcli")
    assert (done.code, done.err) == (0, "1 page: 1 new (holt2019) (a dry run: nothing was changed)\n")
    assert list(home.iterdir()) == [pages]


def test_a_dry_run_into_a_library_keeps_nothing(run: Runner, library: Path, home: Path) -> None:
    (home / "new.txt").write_text(SHIFTS.replace("Night shifts", "Early shifts").replace("Holt", "Quist"), encoding="utf-8")
    before = library.read_bytes()
    assert "1 new (quist2019)" in run("ingest", "new.txt", "-n").err
    assert run("list", "quist2019").code == 1
    assert library.read_bytes() == before


def test_ingest_takes_tags_standard_input_and_archives(run: Runner, home: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inner/a.txt", SHIFTS)
    (home / "dump.zip").write_bytes(packed.getvalue())
    done = run("ingest", "dump.zip", "-", "--tag", "to-read", "--tag", "x/y", "--json", "--library", "refs.litcli", stdin=MYELOMA)
    assert [(line["source"], line["citekey"]) for line in done.json] == [
        ("dump.zip!/inner/a.txt", "holt2019"),
        ("-", "galon2012"),
    ]
    assert [line["tags"] for line in run("list", "--json", "--library", "refs.litcli").json] == [["to-read", "x/y"]] * 2


def test_ingest_says_less_with_q_and_more_with_v(run: Runner, pages: Path) -> None:
    quiet = run("ingest", "pages/a-shifts.txt", "pages/e-news.txt", "-q", "--library", "a.litcli")
    assert (quiet.code, quiet.err) == (3, f"pages/e-news.txt: rejected: {NEWS_REASON}\n")
    verbose = run("ingest", "pages/a-shifts.txt", "-v", "--library", "b.litcli")
    assert verbose.err.splitlines()[0] == "pages/a-shifts.txt: new holt2019"


def test_extract_prints_the_contract(run: Runner, pages: Path, home: Path) -> None:
    done = run("extract", "pages/a-shifts.txt", "pages/e-news.txt", "--json")
    record, rejected = done.json
    assert rejected == {"source": "pages/e-news.txt", "ordinal": 1, "offset": 0, "rejected": NEWS_REASON}
    assert list(record) == [
        "source",
        "ordinal",
        "offset",
        "sha256",
        "portal",
        "confidence",
        "record",
        "missing",
        "doubts",
        "evidence",
    ]
    assert (record["source"], record["ordinal"], record["portal"]) == ("pages/a-shifts.txt", 1, "pure")
    assert record["record"]["author"] == [{"family": "Holt", "given": "Maren"}, {"family": "Kvam", "given": "Josef"}]
    assert record["missing"] == ["DOI"]
    places = record["evidence"]
    assert SHIFTS[places["title"]["start"] : places["title"]["end"]] == record["record"]["title"]
    assert [SHIFTS[place["start"] : place["end"]] for place in places["author"]] == ["Maren Holt", "Josef Kvam"]
    assert set(places) == set(record["record"])
    assert (done.code, done.err) == (3, f"pages/e-news.txt: rejected: {NEWS_REASON}\n")
    assert list(home.iterdir()) == [pages]


def test_extract_shows_a_record_to_read(run: Runner, pages: Path) -> None:
    done = run("extract", "pages/a-shifts.txt")
    assert done.lines[0].startswith("pages/a-shifts.txt: pure, ")
    assert done.lines[1:4] == [
        "Type: article-journal",
        "Title: Night shifts and the sleep of nurses: a diary study",
        "Authors: Holt, Maren; Kvam, Josef",
    ]
    assert "Not stated: DOI" in done.lines


def test_extract_explains_where_each_value_stands(run: Runner, pages: Path) -> None:
    shown = run("extract", "pages/a-shifts.txt", "--explain").out
    assert "[title: Night shifts and the sleep of nurses: a diary study]" in shown
    assert "[author: Maren Holt], [author: Josef Kvam]" in shown
    assert "Volume[volume: 14]\nIssue number[issue: 2]" in shown


def test_extract_explains_in_json_as_ever(run: Runner, pages: Path) -> None:
    assert run("extract", "pages/a-shifts.txt", "--explain", "--json").out == run("extract", "pages/a-shifts.txt", "--json").out


def test_extract_tells_doubts(run: Runner, home: Path) -> None:
    (home / "d.txt").write_bytes(BROKEN_LETTERS)
    done = run("extract", "d.txt")
    assert (done.code, done.err) == (0, f"d.txt: doubtful: {DOUBT}\n")


def test_a_file_of_references_is_told_who_reads_it(run: Runner, home: Path) -> None:
    one = "@article{{moss{0}, title={{Moss {0}}}, author={{Holt, Anna}}, year={{200{0}}}}}\n"
    (home / "refs.bib").write_text("% My library\n\n@string{m = {Moss}}\n\n" + one.format(1) + one.format(2), encoding="utf-8")
    (home / "refs.txt").write_text(one.format(1) + one.format(2), encoding="utf-8")
    (home / "one.bib").write_text(one.format(1), encoding="utf-8")
    assert run("ingest", "refs.bib").err.startswith(
        "refs.bib: rejected: references, not a page; read them with 'litcli import'\n"
    )
    assert run("ingest", "refs.txt").err.startswith(
        "refs.txt: rejected: a list of several works: an export of 2 records; read it with 'litcli import'\n"
    )
    assert run("ingest", "one.bib").err == "1 page: 1 new (holt2001)\n"


def test_news_alone_makes_an_inbox(run: Runner, home: Path) -> None:
    (home / "news.txt").write_text(NEWS, encoding="utf-8")
    assert run("ingest", "news.txt", "--library", "refs.litcli").code == 3
    assert run("inbox", "list", "--library", "refs.litcli").lines[0].endswith(f"rejected  news.txt  {NEWS_REASON}")


def test_a_portal_that_fails_is_told_once_a_batch(run: Runner, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from litcli.extract import portals

    def fail(_layout):
        raise RuntimeError("out of order")

    monkeypatch.setattr(portals, "all_portals", lambda: (portals.Portal("mine", fail, fail, fail),))
    for number, text in enumerate((SHIFTS, MYELOMA)):
        (home / f"{number}.txt").write_text(text, encoding="utf-8")
    said = "portal mine is broken: RuntimeError: out of order; the generic reader stood in for it\n"
    assert run("ingest", "0.txt", "1.txt", "--library", "refs.litcli").err.count(said) == 1
    assert run("extract", "0.txt", "1.txt").err.count(said) == 1
    assert run("reextract", "--diff", "--library", "refs.litcli").err.count(said) == 1
