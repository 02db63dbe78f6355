"""JSON dumps: which field is the page, what streams, and what a broken record costs. (Their plain forms: test_split.)"""

import io
import json

import pytest

from litcli.errors import InputError
from litcli.pages.fields import PLAIN, Fields
from litcli.pages.page import Found, Source
from litcli.pages.split import split

PAGES = [f"On bees, part {number}\n\nÉlodie Bell\n\n" + "We watched bees in a garden. " * 9 for number in (1, 2, 3)]


def found(content: str | bytes, fields: Fields = PLAIN) -> list[Found]:
    return list(split("d.json", io.BytesIO(content.encode() if isinstance(content, str) else content), fields))


def read(content: str | bytes, fields: Fields = PLAIN) -> list[tuple[str, str]]:
    pages = found(content, fields)
    assert all(isinstance(page, Source) for page in pages), pages
    return [(page.origin, page.content.decode()) for page in pages if isinstance(page, Source)]


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_person_says_which_fields():
    dump = lines(*({"nr": number, "text": "no", "got": {"page": page}} for number, page in enumerate(PAGES)))
    assert read(dump, Fields("got.page", "nr")) == [(f"d.json#{number}", page) for number, page in enumerate(PAGES)]


def test_the_only_long_text_is_the_page():
    assert read(lines({"id": 7, "scraped": PAGES[0], "state": "new"})) == [("d.json#7", PAGES[0])]


@pytest.mark.parametrize(
    "record",
    [
        {"title": "On bees", "abstract": PAGES[0], "year": 2011},
        {"title": "On bees", "authors": "Bell", "doi": "10.1/2", "notes": PAGES[0]},
        {"one": PAGES[0], "two": PAGES[1]},
    ],
)
def test_a_record_of_a_work_is_no_page(record):
    [error] = found(lines(record))
    assert "no text in it" in str(error)


def test_a_field_that_is_not_there_is_named():
    [error] = found(lines({"id": 7, "text": "On bees"}), Fields("page"))
    assert str(error) == "d.json#7: no text in its field 'page'"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_tells_where_its_record_begins(end):
    array = "[" + f",{end}  ".join(json.dumps({"id": page[:15], "text": page}, ensure_ascii=False) for page in PAGES) + "]"
    for dump in (array.encode(), array[1:-1].replace(f",{end}  ", end).encode()):
        places = [page.offset for page in found(dump) if isinstance(page, Source)]
        assert [dump[place:][:23].decode() for place in places] == [f'{{"id": "{page[:15]}' for page in PAGES]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["array", "lines"])
def test_in_any_unicode(charset, form):
    records = [json.dumps({"text": page}, ensure_ascii=False) for page in PAGES]
    dump = "[" + ", ".join(records) + "]" if form == "array" else "\n".join(records)
    assert read(dump.encode(charset)) == [("d.json", page) for page in PAGES]


def test_an_array_larger_than_a_page_streams():
    record = json.dumps({"text": PAGES[0] * 200}).encode()
    pages = split("d.json", io.BytesIO(b"[" + b",\n".join([record] * 500) + b"]"))
    assert sum(1 for page in pages if isinstance(page, Source) and page.content.decode() == PAGES[0] * 200) == 500


def test_an_array_that_breaks_off_gives_what_came_before():
    array = json.dumps([{"text": page} for page in PAGES])
    *pages, error = found(array[:-50])
    assert [page.content.decode() for page in pages if isinstance(page, Source)] == PAGES[:2]
    assert str(error) == "d.json (page 3): the JSON array is broken here; the rest was left out"


def test_a_line_larger_than_a_page_is_one_error(monkeypatch):
    monkeypatch.setattr("litcli.pages.given.PAGE_LIMIT", 2000)
    one, two, three = found(lines({"text": PAGES[0]}, {"text": "x" * 7000}, {"text": PAGES[2]}))
    assert isinstance(one, Source)
    assert str(two).startswith("d.json (page 2): one page of more than")
    assert isinstance(three, Source)


@pytest.mark.parametrize(
    "text", ['{"a": ' * 100_000, "[" * 100_000, '["', '{"text": "\\ud800 On bees"}', '{"text": "a\\u0000b"}']
)
def test_hostile_json_is_a_page_or_an_error(text):
    assert len(found(text)) == 1


def test_lone_surrogates_are_replaced():
    assert read('{"text": "On \\ud800 bees"}\n') == [("d.json", "On ? bees")]


def test_what_only_begins_like_an_array_is_a_page():
    text = '["Bees" is what they are called] On bees in gardens'
    assert read(text) == [("d.json", text)]


def test_the_items_of_an_array_that_are_no_pages_are_named():
    one, two, three = found(json.dumps([{"id": "a", "text": PAGES[0]}, 7, {"id": "b"}]))
    assert isinstance(one, Source)
    assert isinstance(two, InputError)
    assert str(two) == "d.json (page 2): a line that is no JSON object"
    assert str(three).startswith("d.json#b: no text in it")
