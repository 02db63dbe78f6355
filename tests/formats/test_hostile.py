"""Files that want to do harm, or are none: reading never raises, opens nothing, and gives what is good before the fault."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litcli.formats._base import Loaded, Options, dumps, loads
from litcli.model.entry import Entry
from tests.formats.found import BOTH_WAYS, READERS, WRITERS, by_name
from tests.formats.hostile import NESTED, REPEATED, SMALL, written

EACH = pytest.mark.parametrize("format_", READERS, ids=by_name)
UNICODE = Options()
SECRET = "the-secret-of-the-hive"

LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
BOMBS = {
    "billion-laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY l12 "{"ha" * 50_000}">]>',
    "external": '<!DOCTYPE x [<!ENTITY l12 SYSTEM "file://{secret}">]>',
    "external-dtd": '<!DOCTYPE x SYSTEM "file://{secret}" [<!ENTITY % p SYSTEM "file://{secret}"> %p;]>',
}
"""What may stand before an XML file; the entity `l12` is what it wants to be read."""


@contextmanager
def nothing_opened() -> Iterator[None]:
    """Hold that no file is opened and no address asked."""
    opened: list[object] = []
    watching = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in {"open", "socket.connect", "urllib.Request", "os.listdir", "subprocess.Popen"}:
            opened.append((event, *arguments))

    sys.addaudithook(hear)
    try:
        yield
    finally:
        watching = False
    assert [one for one in opened if not str(one[1]).endswith((".py", ".pyc"))] == []


def told(loaded: Loaded) -> str:
    return repr([(read.record, read.citekey, read.tags) for read in loaded.records])


@EACH
@pytest.mark.parametrize("bomb", BOMBS)
def test_entities_are_not_blown_up_nor_fetched(format_: ModuleType, bomb: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    whole = written(format_)
    head, body = whole.partition("?>")[::2] if whole.startswith("<?xml") else ("", whole)
    opening = f"{head}?>\n" if head else ""
    text = opening + BOMBS[bomb].replace("{secret}", str(tmp_path / "secret")) + body.replace("On bees", "On &l12;")
    loads(format_, whole)
    with nothing_opened():
        loaded = loads(format_, text)
    assert SECRET not in told(loaded)
    assert len(told(loaded)) < 3 * len(text) + 200_000


@EACH
@pytest.mark.parametrize("opening", NESTED)
def test_deep_nesting_is_read_or_told(format_: ModuleType, opening: str) -> None:
    loads(format_, opening * 50_000)
    whole = written(format_)
    loads(format_, whole.replace("On bees", f"On {opening * 5_000}", 1))


@EACH
@pytest.mark.parametrize("item", REPEATED)
def test_very_many_empty_items_are_read_or_told(format_: ModuleType, item: str) -> None:
    loaded = loads(format_, item * 50_000)
    assert all(failure.reason for failure in loaded.failures)


@EACH
def test_a_file_cut_anywhere_gives_what_stands_before_the_cut(format_: ModuleType) -> None:
    whole = written(format_)
    full = [read.record for read in loads(format_, whole).records]
    for part in range(1, 20):
        kept = [read.record for read in loads(format_, whole[: len(whole) * part // 20]).records]
        assert kept[:-1] == full[: max(len(kept) - 1, 0)]
        assert len(kept) >= len(full) * part // 20 - 12


@EACH
@settings(max_examples=60, deadline=None, derandomize=True)
@given(content=st.binary(max_size=400))
def test_bytes_at_random_are_read_or_told(format_: ModuleType, content: bytes) -> None:
    for encoding in ("latin-1", "utf-8"):
        loads(format_, content.decode(encoding, "replace"))


@EACH
@settings(max_examples=60, deadline=None, derandomize=True)
@given(at=st.integers(0, 100_000), content=st.text(max_size=30))
def test_a_file_with_something_in_it_that_does_not_belong_is_read_or_told(format_: ModuleType, at: int, content: str) -> None:
    whole = written(format_)
    place = at % len(whole)
    loads(format_, whole[:place] + content + whole[place + len(content) :])


@EACH
@pytest.mark.parametrize("other", WRITERS, ids=by_name)
def test_a_file_of_another_format_is_read_or_told(format_: ModuleType, other: ModuleType) -> None:
    loaded = loads(format_, dumps(other, SMALL, UNICODE))
    assert all(read.record for read in loaded.records)
    assert all(failure.reason and failure.text for failure in loaded.failures)


@pytest.mark.parametrize("format_", BOTH_WAYS, ids=by_name)
def test_attachments_are_texts(format_: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    paths = ["../../../../../../etc/passwd", str(tmp_path / "secret"), f"file://{tmp_path}/secret", "~/.ssh/id_rsa", "|ls", "nul"]
    entry = Entry("k", {"type": "book", "title": "Bees", "attachment": paths, "URL": f"file://{tmp_path}/secret"})
    loads(format_, dumps(format_, [entry], UNICODE))
    with nothing_opened():
        (read,) = loads(format_, dumps(format_, [entry], UNICODE)).records
    assert read.record.get("attachment") == (None if "attachment" in format_.lost(entry) else paths)
