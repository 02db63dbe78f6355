"""One input that holds several pages, and one that only looks as if it did."""

import io
import json
from email.message import EmailMessage

import pytest

from litcli.errors import InputError
from litcli.intake.timed import limit
from litcli.pages import partings
from litcli.pages.decode import to_page
from litcli.pages.page import Source
from litcli.pages.split import split

PAGES = [
    f"{title}\n\nAnna Bell, Carl Dent\n\nJournal of Bees, {year}, vol. 3, pp. 1-9\nDOI: 10.1000/bees.{year}\n\nAbstract\n"
    "We watched bees in a garden for a summer and wrote down what they did there, hour by hour."
    for title, year in [("On bees in gardens", 2011), ("A second look at wasps", 2012), ("Hornets and how they fly", 2013)]
]

ONE_PAGE = """On bees in gardens
==================

Anna Bell, Carl Dent

----------

Journal of Bees, 2011, vol. 3. DOI: 10.1000/bees.2011

----------

Abstract

We watched bees in a garden for a summer and wrote down what they did there, hour by hour, in 2010 and 2011.

----------

References

1. Dent C. Wasps. J Wasps. 2009;1:1. DOI: 10.1000/wasps
"""


def pages(content: bytes | str, origin: str = "dump.txt") -> list[Source]:
    found = list(split(origin, io.BytesIO(content.encode() if isinstance(content, str) else content)))
    assert all(isinstance(page, Source) for page in found), found
    return found


def texts(content: bytes | str) -> list[str]:
    return [page.content.decode() for page in pages(content)]


@pytest.mark.parametrize(
    "between",
    [
        "\f",
        "\n\f\n",
        "\n\n==========\n\n",
        "\n-----\n",
        "\n*****\n",
        "\n########\n",
        "\n==> page.txt <==\n",
        "\n===== page 2 =====\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_separator_parts_pages(between, end):
    assert texts(between.join(PAGES).replace("\n", end)) == [page.replace("\n", end) for page in PAGES]


def test_two_pages_and_one_separator_are_enough():
    assert texts("\n=====\n".join(PAGES[:2])) == PAGES[:2]


def test_separators_before_and_behind_make_no_pages():
    assert texts("=====\n" + "\n=====\n".join(PAGES) + "\n=====\n") == PAGES


def test_pages_are_numbered_and_keep_the_name_of_their_input():
    assert [(page.origin, page.ordinal) for page in pages("\n=====\n".join(PAGES))] == [("dump.txt", n) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "text",
    [
        ONE_PAGE,
        ONE_PAGE.replace("----------", "*****"),
        ONE_PAGE.replace("----------", "\f"),
        PAGES[0],
        PAGES[0] + "\f",
        PAGES[0] + "\n-----\nCookies and privacy. All rights reserved 2020.",
        "On bees\n=====\n\nAbstract\n-----\n\nWe saw bees.\n",
        f"{PAGES[0]} and then\n\fthe sentence goes on over the sheet's end, in 2011, with DOI 10.1000/1 and more.",
        "[Bees] and {wasps}: a text that begins like JSON",
        "From Anna to Carl: letters of 1893",
    ],
)
def test_one_page_stays_one_and_keeps_its_bytes(text):
    [page] = pages(text)
    assert (page.content, page.ordinal) == (text.encode(), 1)


def test_pages_with_the_same_header_lines_are_parted():
    dump = "\n\n".join(f"Source: {number}.txt\nFetched: 2020-01-0{number}\n\n{page}" for number, page in enumerate(PAGES, 1))
    assert [text.splitlines()[0] for text in texts(dump)] == ["Source: 1.txt", "Source: 2.txt", "Source: 3.txt"]


def test_html_documents_one_behind_the_other_are_parted():
    found = pages("".join(f"<!DOCTYPE html>\n<html><p>{page}</html>\n" for page in PAGES))
    assert [page.media_type for page in found] == ["text/html"] * 3
    assert to_page(found[1]).text.startswith("A second look at wasps")


def test_json_lines_give_each_page_its_id():
    dump = "".join(json.dumps({"id": n, "text": page}) + "\n" for n, page in enumerate(PAGES, 7))
    found = pages(dump, "dump.jsonl")
    assert [(page.origin, page.ordinal) for page in found] == [("dump.jsonl#7", 1), ("dump.jsonl#8", 2), ("dump.jsonl#9", 3)]
    assert [page.content.decode() for page in found] == PAGES


@pytest.mark.parametrize("field", ["text", "body", "content", "abstract_page", "html"])
def test_the_text_may_stand_under_several_names(field):
    assert texts(json.dumps({"x": 1, field: "On Bees"}) + "\n") == ["On Bees"]


@pytest.mark.parametrize(
    "document",
    [
        [{"text": page} for page in PAGES],
        {"records": [{"text": page} for page in PAGES]},
        PAGES,
    ],
)
def test_a_json_document_of_pages_is_parted(document):
    assert texts(json.dumps(document, indent=1)) == PAGES


def test_html_in_json_is_html():
    [page] = pages(json.dumps({"html": "<!doctype html><h1>On Bees"}))
    assert page.media_type == "text/html"


def test_a_line_that_is_no_page_is_named_and_the_rest_is_read():
    dump = '{"id": "a", "text": "On Bees"}\n{"id": "b", "title": "x"}\n{"id": \n{"text": "On Wasps"}\n'
    one, two, three, four = split("d.jsonl", io.BytesIO(dump.encode()))
    assert isinstance(one, Source)
    assert isinstance(four, Source)
    assert (
        str(two)
        == "d.jsonl#b: no text in it (looked for text, html, page, body, content and the like); name the field with --text-field"
    )
    assert str(three) == "d.jsonl (page 3): a line that is no JSON object"


def mail(body: str, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = "a@example.org", "b@example.org", "Wed, 1 May 2013 10:00:00 +0000"
    message["Subject"] = "Fwd: Étude des abeilles"
    message.set_content(body, subtype=subtype, cte="base64")
    return message.as_bytes()


def test_a_mail_is_its_body_under_its_subject():
    assert texts(mail("Anna Bell, 2013")) == ["Étude des abeilles\n\nAnna Bell, 2013"]


def test_a_mail_of_html_is_html():
    [page] = pages(mail("<!doctype html><h1>Étude</h1>", "html"))
    assert (page.media_type, to_page(page).text) == ("text/html", "Étude")


def test_an_mbox_is_parted_into_its_mails():
    envelope = b"From a@example.org Wed May  1 10:00:00 2013\n"
    assert texts(b"\n".join(envelope + mail(page) for page in PAGES)) == [f"Étude des abeilles\n\n{page}" for page in PAGES]


HEADERS = b"From: a@example.org\nDate: Wed, 1 May 2013 10:00:00 +0000\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(
    "headers",
    [
        b"Subject: x\nContent-Type: text/plain; " + b"(" * 5000,
        b"Subject: x\nContent-Disposition: " + b"(" * 5000,
        b"Subject: x" + b"\nContent-Type: message/rfc822\n" * 2000,
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000,
    ],
    ids=["comments", "disposition", "messages", "subject"],
)
def test_a_mail_that_cannot_be_taken_apart_is_a_page_as_it_stands(headers):
    with limit(2):
        [page] = texts(HEADERS + headers + b"\n\nOn bees in gardens\n")
    assert "On bees in gardens" in page


def test_the_old_code_page_of_a_dump_is_told_of_each_page():
    dump = "\n=====\n".join(PAGES).replace("Carl", "Élodie").encode("cp1252")
    found = pages(dump)
    assert [page.content.decode() for page in found] == [page.replace("Carl", "Élodie") for page in PAGES]
    assert "guessed windows-125" in to_page(found[2]).doubts[0]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_a_dump_in_any_unicode_is_parted(charset):
    assert texts("\n=====\n".join(PAGES).encode(charset)) == PAGES


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \r\n\n", "it holds no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image, not text"),
    ],
)
def test_no_page_at_all_has_a_reason(content, reason):
    [error] = split("a.txt", io.BytesIO(content))
    assert isinstance(error, InputError)
    assert (error.place, error.reason) == ("a.txt", reason)


class Endless:
    """A stream of one line over and over, which counts what was read of it."""

    def __init__(self, line: bytes, size: int) -> None:
        self.line, self.left, self.read_so_far = line, size, 0

    def read(self, size: int) -> bytes:
        piece = (self.line * (size // len(self.line) + 1))[: min(size, self.left)]
        self.left -= len(piece)
        self.read_so_far += len(piece)
        return piece


def test_a_huge_page_is_set_aside_without_reading_all_of_it():
    stream = Endless(b"We saw bees and wasps.\n", 200 << 20)
    [error] = split("big.txt", stream)
    assert str(error) == "big.txt: one page of more than 20 MB, without separators between pages"
    assert stream.read_so_far < 25 << 20


def test_one_huge_page_of_a_dump_is_set_aside_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(partings, "PAGE_LIMIT", 2000)
    one, two, three = split("dump.txt", io.BytesIO("\n=====\n".join([PAGES[0], PAGES[1] + "x" * 3000, PAGES[2]]).encode()))
    assert isinstance(one, Source)
    assert str(two).startswith("dump.txt (page 2): one page of more than")
    assert isinstance(three, Source)
    assert three.ordinal == 3


def test_a_dump_larger_than_a_page_streams():
    stream = Endless(("\n=====\n" + PAGES[0] + "\n").encode(), 24 << 20)
    found = split("dump.txt", stream)
    first = next(found)
    assert isinstance(first, Source)
    assert stream.read_so_far <= 4 << 20
    assert sum(1 for _ in found) >= 70_000


PUBMED_LIST = """1. J Moss Res. 2019 Mar;12(3):45-56. doi: 10.5555/moss.2019.45.

Moss upon the roofs of old houses.

Hollander M(1), Smit JP(2).

Moss grows on roofs. We asked for two years whether it depends on rain.

1. Rain came first, and explained half of it.

PMID: 30000001


2. Roof Sci. 2020 Jan 5;4:7. doi: 10.5555/roof.2020.7.

Lichens and the age of tiles.

Berg A(1), Ek N.

Lichens tell the age of tiles, and we followed two hundred of them for ten years.

PMID: 30000002
"""


def test_the_numbered_pages_of_a_list_are_cut_where_the_count_goes_on():
    assert [text.splitlines()[2] for text in texts(PUBMED_LIST)] == [
        "Moss upon the roofs of old houses.",
        "Lichens and the age of tiles.",
    ]
    later = PUBMED_LIST.replace("\n2. Roof", "\n22. Roof").replace("1. J Moss", "21. J Moss")
    assert len(texts(later)) == 2
    assert len(texts(PUBMED_LIST.replace("\n2. Roof", "\n5. Roof"))) == 1


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("labels", [("Title: ", "Authors: "), ("Titel\t", "Verfasser\t"), ("題名: ", "著者: ")])
def test_pages_that_begin_with_the_same_two_labels_are_cut(labels: tuple[str, str], between: str):
    def labelled(page: str) -> str:
        title, _, authors, _, *rest = page.splitlines()
        return "\n".join([labels[0] + title, labels[1] + authors, *filter(None, rest)])

    parts = [labelled(page) for page in PAGES]
    assert [text.strip() for text in texts(between.join(parts))] == parts


def test_a_label_that_stands_again_within_a_page_cuts_nothing():
    page = "Title: On bees\nAuthors: Anna Bell\nYear: 2011\nAbstract: We watched bees in a garden for a summer, hour by hour.\n"
    host = "Title: Handbook of bees\nISBN: 9780306406157\nPages: 12-19, in the journal's own words, as long as a page must be\n"
    assert len(texts(page + host)) == 1


@pytest.mark.parametrize(
    "record",
    [
        (
            "PMID- 3000000{n}\nOWN - NLM\nDP  - 2019\nTI  - Moss upon roof {n}.\nFAU - Hollander, Maria\nJT  - Journal of Moss\nVI  - 12\n"
            "AB  - Moss grows on roofs where it rains, and more than elsewhere."
        ),
        (
            "TY  - JOUR\nAU  - Hollander, Maria\nTI  - Moss upon roof {n}\nJO  - Journal of Moss\nPY  - 2019\nVL  - 12\n"
            "AB  - Moss grows on roofs where it rains, and more than elsewhere.\nER  - "
        ),
        (
            "%0 Journal Article\n%A Hollander, Maria\n%T Moss upon roof {n}\n%J Journal of Moss\n%D 2019\n%V 12\n"
            "%X Moss grows on roofs where it rains, and more than elsewhere."
        ),
    ],
)
def test_exports_of_several_records_are_cut_at_the_tag_that_begins_them(record: str):
    records = [record.format(n=number) for number in (1, 2, 3)]
    assert [text.strip() for text in texts("\n\n".join(records))] == [one.strip() for one in records]
