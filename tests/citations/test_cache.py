"""The cache of answers: what is kept comes back whole, or not at all; nothing that befalls it is an error."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.citations import cache as module
from litcli.citations.cache import Cache, key_of


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "not" / "there")
    assert cache.get("a") is None
    cache.put("a", b"answer")
    assert cache.get("a") == b"answer"
    assert cache.get("b") is None
    assert (tmp_path / "not" / "there").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 100])
def test_what_was_damaged_is_not_there(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"answer")
    (tmp_path / "a").write_bytes(damage)
    assert cache.get("a") is None
    cache.put("a", b"again")
    assert cache.get("a") == b"again"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("a", b"answer")
    assert cache.get("a") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 8)
    cache = Cache(tmp_path)
    for number in range(8):
        cache.put(f"k{number}", b"x")
        os.utime(tmp_path / f"k{number}", (number, number))
    assert cache.get("k0") == b"x"
    cache.put("new", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["k0", "k4", "k5", "k6", "k7", "new"]


def test_it_holds_no_more_than_so_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST", 1000)
    cache = Cache(tmp_path)
    for number in range(20):
        cache.put(f"k{number}", b"x" * 100)
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1000


def test_many_may_use_it_at_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    wrong: list[bytes] = []

    def use(number: int) -> None:
        for turn in range(60):
            cache.put(f"k{turn % 5}", b"%d" % (turn % 5) * 1000)
            kept = cache.get(f"k{turn % 5}")
            if kept != b"%d" % (turn % 5) * 1000:
                wrong.append(kept or b"nothing")

    threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@given(st.lists(st.binary(max_size=4)), st.lists(st.binary(max_size=4)))
def test_other_parts_give_another_key(one: list[bytes], other: list[bytes]) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)
