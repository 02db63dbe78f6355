import bz2
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from litcli.errors import InputError
from litcli.formats._base import Failure
from litcli.intake import opened as module
from litcli.intake.opened import Opened, opened

SUFFIXES = frozenset({".bib", ".ris"})


def read(path: Path | str, stdin: bytes | None = None) -> list[tuple[str, str, str, tuple[str, ...]] | str]:
    """Origin, text, charset and doubts of each file, or why it cannot be read."""
    stream = None if stdin is None else io.BytesIO(stdin)
    return [
        str(file) if isinstance(file, InputError) else (file.origin, "".join(file.pieces()), file.charset, file.doubts)
        for file in opened(str(path), stream, lambda: SUFFIXES)
    ]


@pytest.mark.parametrize(
    ("content", "text", "charset", "doubts"),
    [
        ("Jérôme\r\nb\rc\n".encode(), "Jérôme\nb\nc\n", "utf-8", ()),
        ("\ufeffJérôme".encode(), "Jérôme", "utf-8", ()),
        ("Jérôme\r\n".encode("utf-16"), "Jérôme\n", "utf-16-le", ()),
        (b"a\x00b\n", "ab\n", "utf-8", ()),
        (b"% Encoding: Cp1250\n\xe8\xf8\n", "% Encoding: Cp1250\nčř\n", "windows-1250", ()),
        ("Jérôme\n".encode() + b"J\xe9r\xf4me\r\n\xe9\rx\n", "Jérôme\nJérôme\né\nx\n", "utf-8",
         ("2 lines are no UTF-8 (line 2 the first), read as windows-1252",)),
        (b"\xef\xbb\xbf\xc3\xa9\n\x93x\x94", "é\n“x”", "utf-8", ("1 line is no UTF-8 (line 2), read as windows-1252",)),
        ("a\u2028b\u2029c\x85d\n".encode(), "a\u2028b\u2029c\x85d\n", "utf-8", ()),
    ],
)  # fmt: skip
def test_the_encoding_is_told_from_the_whole_file(
    tmp_path: Path, content: bytes, text: str, charset: str, doubts: tuple[str, ...]
) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(content)
    assert read(file) == [(str(file), text, charset, doubts)]
    assert read("-", content) == [("-", text, charset, doubts)]


def test_a_guessed_encoding_is_a_doubt(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes("Žluťoučký kůň a štěně\nPříliš\n".encode("cp1250") * 20)
    [(_, text, charset, (doubt,))] = read(file)
    assert (text.partition("\n")[0], charset) == ("Žluťoučký kůň a štěně", "windows-1250")
    assert doubt.startswith("guessed windows-1250")


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7 \x00\x01", "a PDF file, not text"),
        (gzip.compress(zipped({"a.bib": b"x"})), "an archive; unpack it first"),
        (gzip.compress(b"x" * 1000)[:-12], "it is broken"),
        (bz2.compress(b"0" * 40_000_000), "as a bomb does"),
        (zipped({"a.txt": b"x"}), "no file of references in it"),
        (zipped({"a.bib": b"x"})[:40], "it is broken"),
    ],
    ids=["empty", "pdf", "zip in gzip", "cut", "bomb", "nothing of ours", "cut zip"],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(content)
    [told] = read(file)
    assert isinstance(told, str)
    assert told.startswith(f"{file}: ")
    assert said in told


def test_files_that_are_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert read(tmp_path / "no.bib") == [f"{tmp_path}/no.bib: no such file"]
    assert read(tmp_path / "empty") == [f"{tmp_path}/empty: no file of references in it"]


def test_packed_files_are_opened_by_what_they_hold(tmp_path: Path) -> None:
    file = tmp_path / "download"
    file.write_bytes(zipped({"x/a.bib": b"one", "b.ris.gz": gzip.compress(b"two"), "c.txt": b"three", "__MACOSX/._a.bib": b""}))
    assert read(file) == [
        (f"{file}!/x/a.bib", "one", "utf-8", ()),
        f"{file}!/b.ris.gz: an archive; unpack it first",
    ]
    file.write_bytes(gzip.compress(b"four"))
    assert read(file) == [(str(file), "four", "utf-8", ())]


@pytest.fixture
def short_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_LINE", 10)
    monkeypatch.setattr(module, "KEPT", 4)


@pytest.mark.parametrize("begin", ["", "é\n", "é\n".encode("cp1252").decode("latin-1")])
@pytest.mark.usefixtures("short_lines")
def test_a_line_without_end_is_left_out_and_told(tmp_path: Path, begin: str) -> None:
    file = tmp_path / "refs.ris"
    file.write_bytes(f"{begin}one\n0123456789abcdefghijklmn\ntwo\n0123456789\nthree".encode())
    left = list[Failure]()

    def lines(one: Opened) -> list[str]:
        return list(one.lines(left.append))

    found = taking(file, lines)
    first = begin.count("\n")
    assert found[first:] == ["one\n", "\n", "two\n", "\n", "three"]
    assert [(one.line, one.text) for one in left] == [(first + 2, "0123"), (first + 4, "0123")]


def test_a_file_that_is_needed_as_a_whole_has_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "refs.json"
    file.write_text("abc\ndef\n")
    left = list[Failure]()
    assert taking(file, lambda one: list(one.at_most(8, left.append))) == ["abc\n", "def\n"]
    assert left == []
    assert taking(file, lambda one: list(one.at_most(7, left.append))) == ["abc\n"]
    assert [(one.line, one.reason.startswith("from here on more than 0 MB")) for one in left] == [(2, True)]


def taking(path: Path, what: Callable[[Opened], list[str]]) -> list[str]:
    for file in opened(str(path), None, frozenset):
        assert isinstance(file, Opened)
        return what(file)
    raise AssertionError


def test_an_archive_asks_once_which_endings_there_are(tmp_path: Path) -> None:
    asked = []

    def suffixes() -> frozenset[str]:
        asked.append(1)
        return frozenset({".bib"})

    file = tmp_path / "many.zip"
    file.write_bytes(zipped({f"{number}.txt": b"" for number in range(9)} | {"a.bib": b"one"}))
    assert [one.origin for one in opened(str(file), None, suffixes) if isinstance(one, Opened)] == [f"{file}!/a.bib"]
    assert len(asked) == 1
