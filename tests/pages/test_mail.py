"""Web pages that a browser saved as one file (.mhtml)."""

import io
from email.message import EmailMessage

import pytest

from litcli.pages.decode import to_page
from litcli.pages.page import Source
from litcli.pages.split import split

ADDRESS = "https://example.org/bees?id=7"
HTML = "<!doctype html><html><head><title>Bees</title></head><body><h1>On bees = wasps</h1><p>Élodie Bell, 2011</p></body></html>"
TEXT = "On bees = wasps\n\nÉlodie Bell, 2011"


def saved(charset: str | None = "utf-8", address: str | None = ADDRESS) -> bytes:
    """As Chrome writes it: the page, its style, its frame."""
    page = EmailMessage()
    page.set_content(HTML, subtype="html", charset=charset or "utf-8", cte="quoted-printable")
    if charset is None:
        page.replace_header("Content-Type", "text/html")
    if address:
        page["Content-Location"] = address
    style = EmailMessage()
    style.set_content("p { color: red }", subtype="css")
    style["Content-Location"] = "cid:css-1@mhtml.blink"
    frame = EmailMessage()
    frame.set_content("<p>An advertisement", subtype="html")
    frame["Content-Location"] = "https://ads.example.org/"
    whole = EmailMessage()
    whole["From"], whole["Subject"] = "<Saved by Blink>", "Bees"
    whole["Snapshot-Content-Location"] = address or ""
    whole["MIME-Version"] = "1.0"
    whole.add_header("Content-Type", "multipart/related", type="text/html", boundary="----MultipartBoundary--x----")
    for part in (page, style, frame):
        del part["MIME-Version"]
        whole.attach(part)
    return whole.as_bytes()


def page(content: bytes) -> Source:
    [found] = split("a.mhtml", io.BytesIO(content))
    assert isinstance(found, Source)
    return found


def test_a_saved_page_is_its_main_html_and_tells_its_address():
    found = page(saved())
    assert (found.origin, found.media_type, to_page(found).visible) == (f"a.mhtml#{ADDRESS}", "text/html", TEXT)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", None])
def test_its_charset_is_heeded(charset):
    assert to_page(page(saved(charset))).visible == TEXT


def test_without_an_address_the_file_is_named():
    assert page(saved(address=None)).origin == "a.mhtml"


def test_one_that_breaks_off_in_its_pictures_is_read():
    assert to_page(page(saved()[:-120])).visible == TEXT
