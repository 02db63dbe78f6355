from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import cast

import pytest

from litcli.formats._base import Failure, Read, Reader
from litcli.identity.contrast import Difference
from litcli.intake.verifying import Altered, altered
from litcli.model.entry import Entry
from litcli.model.record import Record

NG: Record = {"title": "On bees", "author": [{"family": "Ng", "ORCID": "0000-0002-1825-0097"}], "volume": "3"}


def reader(*found: Read | Failure) -> Reader:
    def read(lines: Iterable[str]) -> Iterator[Read | Failure]:
        assert list(lines) == ["x"]
        yield from found

    return cast("Reader", SimpleNamespace(NAME="mine", read=read))


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (Read("ng", NG, ("b", "a")), []),
        (Read("ng", NG), [Altered("ng", ("tags",), (), ())]),
        (Read("ng2", NG, ("a", "b")), [Altered("ng", (), (Difference("citekey", "ng", "ng2"),), ())]),
        (Read("ng", {**NG, "volume": "4"}, ("a", "b")), [Altered("ng", (), (Difference("volume", "3", "4"),), ())]),
        (Read("ng", {**NG, "issue": "1"}, ("a", "b")), [Altered("ng", (), (), ("issue",))]),
        (Read("ng", {**NG, "author": [{"family": "Ng"}]}, ("a", "b")), [Altered("ng", ("author.ORCID",), (), ())]),
        (Read("ng", NG, ("a", "b"), aliases=("old",)), [Altered("ng", (), (), ("aliases",))]),
        (Failure(1, "no record", "x"), [Altered("ng", ("entry",), (), ())]),
    ],
)
def test_what_is_not_whole_is_told_field_by_field(read: Read | Failure, expected: list[Altered]) -> None:
    assert altered([Entry("ng", NG, ("a", "b"))], b"x", reader(read)) == expected


def test_a_former_key_that_a_file_does_not_give_back_is_told() -> None:
    entry = Entry("ng", NG, aliases=("old",))
    assert altered([entry], b"x", reader(Read("ng", NG))) == [Altered("ng", ("aliases",), (), ())]
    assert altered([entry], b"x", reader(Read("ng", NG, aliases=("old",)))) == []


def test_entries_are_found_by_key_where_some_are_missing() -> None:
    entries = [Entry("a", {"title": "A"}), Entry("b", {"title": "B"})]
    assert altered(entries, b"x", reader(Read("b", {"title": "B"}))) == [Altered("a", ("entry",), (), ())]
