"""Tables of pages: which files are tables, which column holds the pages, and what a broken row costs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litcli.errors import InputError
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.page import Found, Source
from litcli.pages.split import split

PAGES = [
    f'{title}\n\nAnna "Ann" Bell, Carl Dent\n\nJournal of Bees, {year}, vol. 3, pp. 1-9\n\nAbstract\n'
    "We watched bees in a garden for a summer; we wrote down what they did there, hour by hour, and what they left."
    for title, year in [("On bees in gardens", 2011), ("A second look at wasps", 2012), ("Hornets and how they fly", 2013)]
]
IDS = ["a1", "b2", "c3"]


def found(content: str | bytes, origin: str = "dump.csv", fields: Fields = PLAIN) -> list[Found]:
    return list(split(origin, io.BytesIO(content.encode() if isinstance(content, str) else content), fields))


def table(header: list[str], rows: list[list[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([header, *rows])
    return out.getvalue()


def read(content: str | bytes, origin: str = "dump.csv", fields: Fields = PLAIN) -> list[tuple[str, str]]:
    pages = found(content, origin, fields)
    assert all(isinstance(page, Source) for page in pages), pages
    return [(page.origin, page.content.decode()) for page in pages if isinstance(page, Source)]


def named(origin: str = "dump.csv") -> list[tuple[str, str]]:
    return [(f"{origin}#{name}", page) for name, page in zip(IDS, PAGES, strict=True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("origin", ["dump.csv", "dump.tsv", "download"])
def test_each_row_is_a_page_whatever_parts_the_cells(delimiter, end, origin):
    rows = [[name, "2011", page] for name, page in zip(IDS, PAGES, strict=True)]
    assert read(table(["id", "year", "text"], rows, delimiter, end), origin) == named(origin)


def test_a_row_tells_where_it_begins():
    content = table(["id", "text"], [[name, page] for name, page in zip(IDS, PAGES, strict=True)])
    assert [content.encode()[page.offset :][:2] for page in found(content) if isinstance(page, Source)] == [b"a1", b"b2", b"c3"]


def test_the_only_long_column_is_the_text():
    rows = [[name, page, "kept"] for name, page in zip(IDS, PAGES, strict=True)]
    assert read(table(["nr", "what", "state"], rows)) == [("dump.csv", page) for page in PAGES]


def test_the_person_says_which_columns():
    rows = [[name, page, page[::-1]] for name, page in zip(IDS, PAGES, strict=True)]
    assert read(table(["Nr", "One", "other"], rows), fields=Fields("one", "nr")) == named()


@pytest.mark.parametrize(
    "header",
    [["title", "abstract", "year"], ["id", "summary", "doi"], ["nr", "one", "other"]],
)
def test_where_no_column_is_plain_the_person_is_asked(header):
    rows = [["On bees", page, page if header[2] == "other" else "2011"] for page in PAGES]
    [error] = found(table(header, rows))
    assert str(error).startswith("dump.csv: a table in which no column is plainly the text of pages (it has ")
    assert str(error).endswith("; name one with --text-field")


def test_a_column_that_is_not_there_is_told_with_those_that_are():
    [error] = found(table(["id", "text"], [["1", PAGES[0]]]), fields=Fields("page"))
    assert str(error) == "dump.csv: a table without a column 'page' (it has id, text)"


def test_a_table_without_names_has_numbers():
    assert read(table(IDS[:2], [])[:0] + table([IDS[0], PAGES[0]], [[IDS[1], PAGES[1]], [IDS[2], PAGES[2]]])) == [
        ("dump.csv", page) for page in PAGES
    ]
    assert read(table([IDS[0], PAGES[0]], [[IDS[1], PAGES[1]]]), fields=Fields("2", "1")) == named()[:2]


def test_what_a_database_wrote_with_tabs_has_its_line_ends_back():
    rows = ["\t".join((name, page.replace("\n", "\\n"))) for name, page in zip(IDS, PAGES, strict=True)]
    assert read("id\ttext\n" + "\n".join(rows) + "\n", "dump.tsv") == named("dump.tsv")


def test_a_broken_row_is_named_and_the_rest_is_read():
    rows = [["a1", PAGES[0]], ["b2", ""], ["c3", PAGES[2], "x"], ["d4", PAGES[1]]]
    one, two, three, four = found(table(["id", "text"], rows))
    assert isinstance(one, Source)
    assert str(two) == "dump.csv#b2: no text in its column 'text'"
    assert str(three) == "dump.csv#c3 (page 3): a row of 3 cells in a table of 2 columns"
    assert isinstance(four, Source)


def test_a_quote_left_open_costs_bounded_memory(monkeypatch):
    monkeypatch.setattr("litcli.pages.tables.PAGE_LIMIT", 5000)
    rows = table(["id", "text"], [[str(number), PAGES[0]] for number in range(5000)])
    pages = found(rows + '"open","' + "x\n" * 8000)
    assert sum(isinstance(page, Source) for page in pages) == 5000
    [error, *_] = (str(page) for page in pages if isinstance(page, InputError))
    assert error.startswith("dump.csv (page 5001): a broken row (")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_another_encoding_is_read(charset):
    pages = [page.replace("Carl", "Élodie").replace("watched bees", "vîmes des abeilles à côté de l’église") for page in PAGES]
    content = table(["id", "text"], [[name, page] for name, page in zip(IDS, pages, strict=True)])
    assert [text for _, text in read(content.encode(charset))] == pages


@pytest.mark.parametrize(
    "text",
    [
        PAGES[0],
        "Bees, wasps, and hornets\n\nAnna Bell, Carl Dent\n\nJournal of Bees, 2011\n",
        "Authors, titles, abstracts\nwhat, they, say\nand, who, reads them\n",
        "Title\tBees\nAuthor\tBell\nYear\t2011\nAbstract\t" + "We saw bees. " * 30,
    ],
)
def test_a_page_with_commas_or_tabs_is_no_table(text):
    assert read(text, "page.txt") == [("page.txt", text)]


def test_a_page_with_the_suffix_of_a_table_is_a_page():
    assert read(PAGES[0]) == [("dump.csv", PAGES[0])]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t"), min_size=1),
        min_size=2,
        max_size=8,
    )
)
def test_any_texts_come_back_out_of_a_table(texts):
    kept = [text for text in texts if text.strip()]
    pages = [page for page in found(table(["id", "text"], [["x", text] for text in texts])) if isinstance(page, Source)]
    if kept and len(kept) == len(texts):
        assert [page.content.decode() for page in pages] == [text.strip("\r\n\f\ufeff") for text in texts]
