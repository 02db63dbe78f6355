"""Formats of lines: no more memory for a large file than for a small one, and one failure for what fits in no memory."""

import tracemalloc
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from litcli.formats import bibtex, csv, enw, jsonl, nbib, ris, scopus, tsv, wos
from litcli.formats._base import Failure, Options, Read
from litcli.model.entry import Entry

WRITTEN = (ris, nbib, enw, csv, tsv, jsonl)
EACH = pytest.mark.parametrize("format_", WRITTEN, ids=lambda module: module.NAME)
FEW, MANY = 200, 1000


def entries(number: int) -> Iterator[Entry]:
    for at in range(number):
        author = [{"family": f"Family{at}", "given": "A. B."}]
        yield Entry(f"key{at}", {"type": "article-journal", "title": f"On bees {at}", "author": author, "abstract": "x" * 20_000})


def peak(work: Callable[[], int]) -> int:
    tracemalloc.start()
    assert work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@EACH
def test_memory_is_flat(format_: ModuleType) -> None:
    def there_and_back(number: int) -> Callable[[], int]:
        def work() -> int:
            pieces = format_.write(entries(number), Options())
            lines = (line for piece in pieces for line in piece.splitlines(keepends=True))
            return sum(isinstance(part, Read) for part in format_.read(lines)) == number

        return work

    few = peak(there_and_back(FEW))
    assert peak(there_and_back(MANY)) < few + 3_000_000


def test_bibtex_takes_the_memory_of_its_text() -> None:
    one = "@article{key, author = {Ng, Amy}, title = {On bees}, year = {2020}, volume = {3}, crossref = {proc}}\n"
    text = "@string{j = {Bee}}\n" + one * 4_000 + "@proceedings{proc, title = {Proc}}\n"
    assert peak(lambda: sum(1 for _ in bibtex.read([text]))) < 3 * len(text)


RECORDS: dict[ModuleType, tuple[list[str], str, str]] = {
    ris: (["TY  - JOUR\n"], "TI  - On bees\n", "ER  - \n"),
    nbib: (["PMID- 1\n"], "TI  - On bees\n", "\n"),
    enw: (["%0 Journal Article\n"], "%T On bees\n", "\n"),
    wos: (["PT J\n"], "TI On bees\n", "ER\n"),
}
TAGGED = pytest.mark.parametrize("format_", RECORDS, ids=lambda module: module.NAME)


@TAGGED
@pytest.mark.parametrize(
    "value",
    [
        lambda tag: [f"{tag[:-1]} {'x ' * 5_000_000}\n"],
        lambda tag: [tag[:-1] + " of the field" * 10 + "\n"] * 65_000,
        lambda tag: [tag, *(["   x" * 20 + "\n"] * 120_000)],
    ],
    ids=["a long line", "many tags", "many lines"],
)
def test_a_record_that_is_too_long_is_one_failure(format_: ModuleType, value: Callable[[str], list[str]]) -> None:
    begin, title, end = RECORDS[format_]
    good = [*begin, title, end]
    parts = list(format_.read(iter([*good, *begin, *value(title), end, *good])))
    assert [isinstance(part, Failure) for part in parts] == [False, True, False]
    assert (parts[1].line, parts[1].reason) == (len(good) + 1, "the record is longer than 8 million characters")


@TAGGED
def test_many_strange_tags_of_one_record_are_kept_in_time(format_: ModuleType) -> None:
    begin, title, end = RECORDS[format_]
    strange = "%# {}\n" if format_ is enw else title.replace("TI", "ZZ").replace("On bees\n", "{}\n")
    (found,) = format_.read(iter([*begin, title, *(strange.format(at) for at in range(50_000)), end]))
    assert len(found.record["extra"]) == 50_000


@TAGGED
def test_very_many_empty_records_are_as_many_failures(format_: ModuleType) -> None:
    begin, title, end = RECORDS[format_]
    empty = ["PMID- \n"] if format_ is nbib else begin
    parts = list(format_.read(line for at in range(20_001) for line in ([*begin, title, end] if at == 20_000 else [*empty, end])))
    assert len(parts) == 20_001
    assert isinstance(parts[-1], Read)
    assert {part.reason for part in parts[:-1]} == {"the record holds nothing"}


@pytest.mark.parametrize(("format_", "head"), [(csv, "citekey,title\n"), (scopus, "EID,Title\n")], ids=["csv", "scopus"])
def test_a_cell_that_is_too_long_is_one_failure(format_: ModuleType, head: str) -> None:
    parts = list(format_.read(iter([head, f"a,{'x ' * 9_000_000}\n", "b,On bees\n"])))
    assert [(type(part), part.line) for part in parts] == [(Failure, 2), (Read, 3)]


def test_a_json_line_that_is_too_long_is_one_failure() -> None:
    parts = list(jsonl.read(iter([f'{{"record": {{"title": "{"x" * 17_000_000}"}}}}\n', '{"record": {"title": "A"}}\n'])))
    assert [(type(part), part.line) for part in parts] == [(Failure, 1), (Read, 2)]
