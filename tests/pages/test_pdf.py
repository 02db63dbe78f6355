"""PDF files of landing pages: their lines in reading order, and a clear word for those that give none."""

import builtins
import io

import pytest

from litcli.errors import InputError
from litcli.extract.engine import read
from litcli.extract.result import Extraction
from litcli.intake.reading import Read, read_source
from litcli.intake.timed import limit
from litcli.pages.decode import to_page
from litcli.pages.page import Page, Source
from litcli.pages.split import split

from .pdf_files import Run, pdf

FOOTER = (50, 40, 8, "Printed from a library of bees")
HEAD: list[Run] = [
    (50, 800, 18, "On bees in gardens and"),
    (50, 780, 18, "what they did there"),
    (50, 750, 10, "Anna Bell,"),
    (110, 750, 10, "Carl Dent"),
    (50, 736, 10, "Journal of Bees, 2011, vol. 3, pp. 1-9. DOI: 10.1000/bees.2011"),
    (50, 700, 10, "Abstract"),
    (50, 686, 10, "We watched bees in a garden (for a summer) and wrote down"),
    (50, 674, 10, "what they did there, hour by hour."),
]
TEXT = """On bees in gardens and what they did there

Anna Bell, Carl Dent
Journal of Bees, 2011, vol. 3, pp. 1-9. DOI: 10.1000/bees.2011

Abstract
We watched bees in a garden (for a summer) and wrote down
what they did there, hour by hour."""


def source(content: bytes, origin: str = "a.pdf") -> Source:
    [found] = split(origin, io.BytesIO(content))
    assert isinstance(found, Source)
    assert (found.media_type, found.content) == ("application/pdf", content)
    return found


def page(*sheets: list[Run]) -> Page:
    return to_page(source(pdf(*sheets)))


def reason(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        to_page(source(content))
    assert caught.value.place == "a.pdf"
    return caught.value.reason


def test_lines_stand_as_on_the_sheet_and_a_wrapped_heading_is_one():
    assert page(HEAD).text == TEXT


def test_what_is_drawn_first_and_stands_below_comes_last():
    assert page([FOOTER, *HEAD]).text == f"{TEXT}\n\nPrinted from a library of bees"


def test_columns_stay_one_behind_the_other():
    left = [(50, 640 - 12 * n, 10, f"left {n}") for n in range(3)]
    right = [(300, 640 - 12 * n, 10, f"right {n}") for n in range(3)]
    assert page([FOOTER, *HEAD, *left, *right]).text.split("\n\n")[-3:] == [
        "left 0\nleft 1\nleft 2",
        "right 0\nright 1\nright 2",
        "Printed from a library of bees",
    ]


def test_sheets_follow_each_other():
    assert page(HEAD, [(50, 800, 10, "Keywords: bees, gardens")]).text == f"{TEXT}\n\nKeywords: bees, gardens"


def test_its_record_is_read():
    reading = read(page(HEAD))
    assert isinstance(reading, Extraction)
    assert (reading.record["title"], reading.record["DOI"]) == ("On bees in gardens and what they did there", "10.1000/bees.2011")


def test_of_many_sheets_the_first_are_read_and_that_is_told():
    found = page(*[[(50, 800, 10, f"sheet {number}")] for number in range(1, 13)])
    assert found.text.splitlines()[-1] == "sheet 10"
    assert found.doubts == ("a PDF file of 12 sheets, of which the first 10 were read",)


def test_a_few_bytes_before_it_do_no_harm():
    assert to_page(source(b"\r\n\r\n" + pdf(HEAD))).text == TEXT


PROTECTED = "/Encrypt 4 0 R /ID [<00> <00>]"
LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -1 /O (%s) /U (%s) >>" % (b"o" * 32, b"u" * 32)


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (pdf([]), "a PDF file without a text layer, as a scan is"),
        (pdf(HEAD, trailer=PROTECTED, objects=(LOCK,)), "a PDF file that is encrypted"),
        (pdf(HEAD)[:400], "a broken PDF file ("),
        (b"%PDF-1.7\n\xe2\xe3", "a broken PDF file ("),
        (b"%PDF-1.7\n" + b"[" * 100_000, "a broken PDF file ("),
    ],
    ids=["scan", "encrypted", "cut", "nothing", "deep"],
)
def test_what_gives_no_text_says_why(content, begins):
    with limit(5):
        assert reason(content).startswith(begins)
    assert "\n" not in reason(content)


def test_without_the_extra_it_is_named(monkeypatch):
    importing = builtins.__import__

    def without(name, *rest):
        if name.startswith("pypdf"):
            raise ImportError(name)
        return importing(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert reason(pdf(HEAD)).endswith("when its extra 'pdf' is installed (pip install 'litcli[pdf]')")


def test_in_a_batch_a_broken_one_is_a_failed_page():
    result = read_source(source(pdf(HEAD)[:400]))
    assert isinstance(result, Read)
    assert isinstance(result.reading, InputError)


def test_a_large_one_is_set_aside():
    [error] = split("a.pdf", io.BytesIO(b"%PDF-1.7\n" + bytes(21 << 20)))
    assert str(error) == "a.pdf: a PDF file of more than 20 MB"
