"""Archives, honest, broken and hostile."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import InputError
from litcli.pages.archives import members
from litcli.pages.page import Source

PAGES = {"a.txt": b"On Bees", "deep/b.html": b"<!doctype html><p>On Wasps"}


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files: dict[str, bytes | tarfile.TarInfo], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, content in files.items():
            info = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(content) if isinstance(content, bytes) else 0
            archive.addfile(info, io.BytesIO(content) if isinstance(content, bytes) else None)
    return buffer.getvalue()


def read(content: bytes, origin: str = "dump"):
    return list(members(origin, io.BytesIO(content)))


def shown(content: bytes) -> list[str]:
    return [found.origin if isinstance(found, Source) else str(found) for found in read(content)]


@pytest.mark.parametrize(
    "archive",
    [
        zipped(PAGES),
        zipped(PAGES, zipfile.ZIP_STORED),
        zipped(PAGES, zipfile.ZIP_BZIP2),
        tarred(PAGES),
        tarred(PAGES, "w:gz"),
        tarred(PAGES, "w:bz2"),
        tarred(PAGES, "w:xz"),
    ],
    ids=["zip", "stored", "zip-bzip2", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)
def test_the_pages_of_an_archive_whatever_its_name(archive):
    assert read(archive) == [
        Source("dump!/a.txt", 1, b"On Bees", "text/plain"),
        Source("dump!/deep/b.html", 1, b"<!doctype html><p>On Wasps", "text/html"),
    ]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_one_compressed_page(compress):
    assert read(compress(b"On Bees"), "a.txt.gz") == [Source("a.txt.gz", 1, b"On Bees", "text/plain")]


def test_a_dump_in_an_archive_is_parted():
    found = read(zipped({"d.jsonl": b'{"text": "On Bees"}\n{"text": "On Wasps"}\n'}))
    assert [(page.origin, page.ordinal) for page in found] == [("dump!/d.jsonl", 1), ("dump!/d.jsonl", 2)]


@pytest.mark.parametrize("name", ["../a.txt", "x/../../a.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "\\\\server\\a.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_path_that_climbs_out_is_set_aside_and_the_rest_is_read(pack, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    climbing, honest = read(pack({name: b"out", "ok.txt": b"On Bees"}))
    assert isinstance(climbing, InputError)
    assert climbing.reason == "its path climbs out of the archive"
    assert honest == Source("dump!/ok.txt", 1, b"On Bees", "text/plain")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a..txt", "x/b..c/a.txt"])
def test_dots_that_do_not_climb_are_names(name):
    assert shown(zipped({name: b"On Bees"})) == [f"dump!/{name}"]


def test_links_are_not_followed():
    link, hard = tarfile.TarInfo("link.txt"), tarfile.TarInfo("hard.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard.type, hard.linkname = tarfile.LNKTYPE, "a.txt"
    assert shown(tarred({"a.txt": b"On Bees", "link.txt": link, "hard.txt": hard})) == [
        "dump!/a.txt",
        "dump!/link.txt: a link; links are not followed",
        "dump!/hard.txt: a link; links are not followed",
    ]
    zipped_link = zipfile.ZipInfo("link.txt")
    zipped_link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipped_link, "/etc/passwd")
    assert shown(buffer.getvalue()) == ["dump!/link.txt: a link; links are not followed"]


def test_a_device_in_a_tar_is_no_file():
    device = tarfile.TarInfo("null")
    device.type = tarfile.CHRTYPE
    assert shown(tarred({"null": device})) == ["dump!/null: no file: a pipe or a device"]


def test_what_holds_no_page_is_told_and_what_is_hidden_is_not():
    files = {
        "__MACOSX/a.txt": b"x",
        ".DS_Store": b"x",
        "page.html": b"<!doctype html><p>On Bees",
        "page_files/logo.css": b"p {}",
        "b.bib": b"@article{a}",
        "c.png": b"\x89PNG\r\n\x1a\n\x00",
        "d.txt": b"",
    }
    assert shown(zipped(files)) == [
        "dump!/page.html",
        "dump!/b.bib: references, not a page; read them with 'litcli import'",
        "dump!/c.png: a PNG image, not text",
        "dump!/d.txt: it is empty",
    ]


def test_names_cannot_write_to_the_terminal():
    assert shown(tarred({"a\x1b[31m\n.txt": b"On Bees"})) == ["dump!/a?[31m?.txt"]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not():
    once = zipped({"in.tgz": tarred(PAGES, "w:gz")})
    assert shown(once) == ["dump!/in.tgz!/a.txt", "dump!/in.tgz!/deep/b.html"]
    assert shown(tarred({"out.zip": once, "ok.txt": b"On Bees"})) == [
        "dump!/out.zip!/in.tgz: an archive in an archive in an archive; unpack it first",
        "dump!/ok.txt",
    ]


def test_an_empty_archive_is_told():
    assert shown(zipped({"__MACOSX/a.txt": b"x"})) == ["dump: it holds no pages"]


def test_an_office_document_is_no_archive():
    assert shown(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})) == [
        "dump: an Office document or e-book, not text"
    ]


def test_a_bomb_in_a_zip_is_set_aside_and_the_rest_is_read():
    bomb = zipped({"zeros.txt": bytes(60 << 20), "ok.txt": b"On Bees"})
    assert shown(bomb) == ["dump!/zeros.txt: a binary file, not text", "dump!/ok.txt"]


@pytest.mark.parametrize("filler", [b"A", b"bees and wasps\n"])
def test_a_bomb_of_text_is_stopped(filler):
    size = 60 << 20
    bomb, honest = shown(zipped({"bomb.txt": (filler * (size // len(filler))), "ok.txt": b"On Bees"}))
    assert bomb.startswith("dump!/bomb.txt: ")
    assert "20 MB" in bomb or "as a bomb does" in bomb
    assert honest == "dump!/ok.txt"


def test_a_bomb_before_other_members_of_a_tar_is_stopped():
    found = shown(tarred({"a.txt": b"On Bees", "bomb.bin": bytes(80 << 20), "b.txt": b"On Wasps"}, "w:gz"))
    assert found[:2] == ["dump!/a.txt", "dump!/bomb.bin: a binary file, not text"]
    assert found[2] == "dump: it unpacks to more than 200 times its size, as a bomb does; the rest was left out"


def test_the_whole_members_of_a_broken_archive_are_kept():
    letters = bytes(range(97, 123)) * 40
    files = {f"{n}.txt": bytes(letters[(n * i) % 1040] for i in range(1, 3000)) for n in range(1, 40)}
    content = tarred(files, "w:gz")
    found = shown(content[: len(content) // 2])
    assert found[0] == "dump!/1.txt"
    assert found[-1].startswith("dump")
    assert "it is broken" in found[-1]


@pytest.mark.parametrize(
    "damage", [lambda tar: tar[:1024] + b"x" + tar[1025:], lambda tar: tar[:1124]], ids=["changed", "cut off"]
)
def test_a_tar_with_a_damaged_header_is_told(damage):
    whole, error = shown(damage(tarred({"a.txt": b"On Bees", "b.txt": b"On Wasps", "c.txt": b"On Flies"})))
    assert whole == "dump!/a.txt"
    assert error.startswith("dump: it is broken (")


def test_a_compressed_tar_that_does_not_fit_its_checksum_is_told():
    packed = tarred(PAGES, "w:gz")
    *pages, error = shown(packed[:-8] + b"0000" + packed[-4:])
    assert pages == [f"dump!/{name}" for name in PAGES]
    assert error.startswith("dump: it is broken (CRC check failed")


def test_a_damaged_member_of_a_zip_is_named_and_the_rest_is_read():
    content = bytearray(zipped({"a.txt": b"On Bees" * 50, "b.txt": b"On Wasps"}, zipfile.ZIP_STORED))
    content[60] ^= 0xFF
    damaged, honest = shown(bytes(content))
    assert damaged.startswith("dump!/a.txt: it is broken (Bad CRC-32")
    assert honest == "dump!/b.txt"


def test_an_encrypted_member_is_told():
    content = bytearray(zipped({"a.txt": b"On Bees"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert shown(bytes(content)) == ["dump!/a.txt: it is encrypted"]


@given(st.sampled_from([zipped(PAGES), tarred(PAGES), tarred(PAGES, "w:gz"), tarred(PAGES, "w:xz")]), st.data())
def test_no_damage_raises(archive, data):
    content = bytearray(archive)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for found in read(bytes(content[:cut])):
        assert isinstance(found, Source | InputError)
