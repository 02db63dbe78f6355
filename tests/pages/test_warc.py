"""WARC files: the pages that a server gave, each with its address."""

import gzip
import io

import pytest

from litcli.errors import InputError
from litcli.pages.archives import members
from litcli.pages.decode import to_page
from litcli.pages.page import Found, Source

HTML = "<!doctype html><title>Bees</title><h1>On bees</h1><p>Élodie Bell, 2011"
SITE = "https://example.org"

Response = tuple[str, str, bytes, dict[str, str]]
"""Path, status, body and headers."""


def warc(*responses: Response, packed: bool = False) -> bytes:
    records = [record("warcinfo", "", b"software: test\r\n")]
    for path, status, body, headers in responses:
        records.append(record("request", path, f"GET {path} HTTP/1.1\r\nHost: example.org\r\n\r\n".encode()))
        told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        records.append(record("response", path, f"HTTP/1.1 {status}\r\n{told}\r\n".encode() + body))
    return b"".join(gzip.compress(one) if packed else one for one in records)


def record(kind: str, path: str, content: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {SITE}{path}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    typed = f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype={kind}\r\n"
    return f"{head}{typed}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def html(path: str, text: str = HTML, charset: str = "utf-8", **more: str) -> Response:
    return path, "200 OK", text.encode(charset), {"Content-Type": f"text/html; charset={charset}", **more}


def found(content: bytes) -> list[Found]:
    return list(members("a.warc", io.BytesIO(content)))


def read(content: bytes) -> list[tuple[str, int, str]]:
    pages = found(content)
    assert all(isinstance(page, Source) for page in pages), pages
    return [(page.origin, page.ordinal, to_page(page).visible) for page in pages if isinstance(page, Source)]


TEXT = "On bees\n\nÉlodie Bell, 2011"


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_found_with_their_addresses(packed):
    plain = ("/c", "200 OK", b"Wasps\n\nCarl Dent", {"Content-Type": "text/plain"})
    assert read(warc(html("/a"), html("/b?x=1"), plain, packed=packed)) == [
        (f"a.warc#{SITE}/a", 1, TEXT),
        (f"a.warc#{SITE}/b?x=1", 2, TEXT),
        (f"a.warc#{SITE}/c", 3, "Wasps\n\nCarl Dent"),
    ]


def test_a_page_tells_where_its_record_begins():
    content = warc(html("/a"), html("/b"))
    assert all(content[page.offset :].startswith(b"WARC/1.0\r\n") for page in found(content) if isinstance(page, Source))


@pytest.mark.parametrize(
    "other",
    [
        ("/x", "404 Not Found", b"<p>gone", {"Content-Type": "text/html"}),
        ("/x", "301 Moved", b"<p>there", {"Content-Type": "text/html"}),
        ("/x.png", "200 OK", b"\x89PNG", {"Content-Type": "image/png"}),
        ("/x.js", "200 OK", b"x()", {"Content-Type": "text/javascript"}),
    ],
    ids=["error", "redirect", "image", "script"],
)
def test_what_is_no_page_is_passed_over(other):
    assert [origin for origin, _, _ in read(warc(other, html("/a"), other))] == [f"a.warc#{SITE}/a"]
    assert [str(error) for error in found(warc(other))] == [
        "a.warc: a WARC file without a page: no HTML or text that a server gave with status 200"
    ]


def test_the_charset_of_the_headers_counts():
    assert [
        text for _, _, text in read(warc(html("/a", charset="iso-8859-1"), html("/b", charset="shift_jis", text="<p>苔の年齢")))
    ] == [
        TEXT,
        "苔の年齢",
    ]


def test_what_was_sent_packed_or_in_chunks_is_unpacked():
    body = gzip.compress(HTML.encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML.encode()), HTML.encode())
    one = ("/a", "200 OK", body, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
    two = ("/b", "200 OK", chunked, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    assert [text for _, _, text in read(warc(one, two))] == [TEXT, TEXT]


def test_what_cannot_be_unpacked_is_named():
    odd = ("/a", "200 OK", b"\x1b\x02", {"Content-Type": "text/html", "Content-Encoding": "zstd"})
    one, two = found(warc(odd, html("/b")))
    assert str(one) == f"a.warc#{SITE}/a: its content is packed as 'zstd', which cannot be unpacked"
    assert isinstance(two, Source)


@pytest.mark.parametrize("cut", [20, 60, 200])
def test_a_file_that_breaks_off_gives_what_came_before(cut, capfd):
    one, *rest = found(warc(html("/a"), html("/b", text=HTML + " and more" * 50))[:-cut])
    assert isinstance(one, Source)
    assert [str(error) for error in rest] == [f"a.warc#{SITE}/b: the WARC file breaks off within this page"]
    assert capfd.readouterr() == ("", "")


def test_what_is_broken_in_the_middle_is_told_and_says_nothing_else(capfd):
    whole = warc(html("/a"))
    one, *rest = found(whole + b"no record at all\r\n" * 40)
    assert isinstance(one, Source)
    assert all(isinstance(error, InputError) for error in rest)
    assert "broken here" in str(rest[0])
    assert capfd.readouterr() == ("", "")


def test_a_huge_page_is_set_aside(monkeypatch):
    monkeypatch.setattr("litcli.pages.warc.PAGE_LIMIT", 1000)
    one, two = found(warc(html("/a", text="x" * 2000), html("/b")))
    assert "one page of more than" in str(one)
    assert isinstance(two, Source)
