"""Lists of references in Markdown and HTML: what a reader sees is the line, and nothing of an entry becomes markup."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from litcli.formats import html, markdown
from litcli.formats._base import Options, dumps
from litcli.formats._reference import line
from litcli.model.entry import Entry
from litcli.model.record import Record
from tests.formats.hard import HARD
from tests.formats.strategies import entries

EACH = pytest.mark.parametrize("entry", HARD, ids=lambda entry: entry.citekey)
STYLES = ("<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>")


def seen(text: str) -> str:
    """A text without white space and without what styles it."""
    for tag in STYLES:
        text = text.replace(tag, "")
    return "".join(text.replace("\ufffd", "").split())


def told(entry: Entry) -> str:
    return seen("".join(piece.text for piece in line(entry.record)).replace("\x00", ""))


def shown(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_inline":
            assert token.content in STYLES
        assert token.type in {
            *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close"),
            *("inline", "text", "text_special", "em_open", "em_close", "link_open", "link_close", "html_inline", "softbreak"),
        }
        yield from shown(token.children) if token.children else (token.content,)


def check_markdown(entry: Entry) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: url.startswith(("http://", "https://"))
    links = [token.attrGet("href") for part in parser.parse(dumps(markdown, [entry], Options())) for token in part.children or ()]
    assert all(str(link).startswith(("http://", "https://")) for link in links if link)
    tokens = parser.parse(dumps(markdown, [entry], Options()))
    text = "".join(shown(tokens))
    address = [piece.text for piece in line(entry.record)][-1]
    if address.startswith("http"):
        text = text[: text.rindex("http")] + address
    assert seen(text) == told(entry)


def check_html(entry: Entry) -> None:
    written = dumps(html, [entry], Options())
    page = LexborHTMLParser(written)
    (item,) = page.css("li")
    assert seen(item.text()) == told(entry)
    assert {node.tag for node in item.css("*")} <= {"li", "i", "b", "sup", "sub", "cite", "a", "span"}
    assert len(page.css("span")) == 1
    assert all((node.attributes["href"] or "").startswith(("https://", "http://")) for node in page.css("a"))
    for options in (Options(), Options(ascii=True)):
        parser = HTMLParser()
        parser.feed(dumps(html, [entry], options))


@EACH
def test_hard_entry_as_markdown(entry: Entry) -> None:
    check_markdown(entry)


@EACH
def test_hard_entry_as_html(entry: Entry) -> None:
    check_html(entry)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(entry=entries())
def test_any_entry(entry: Entry) -> None:
    check_html(entry)
    check_markdown(entry)


def coins(record: Record) -> dict[str, list[str]]:
    (span,) = LexborHTMLParser(dumps(html, [Entry("a", record)], Options())).css("span.Z3988")
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(span.attributes["title"] or "", keep_blank_values=True):
        found.setdefault(key, []).append(value)
    return found


def test_an_article_for_zotero() -> None:
    record: Record = {
        "type": "article-journal",
        "title": 'Bees & "wasps" <i>in</i> C++',
        "author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}, {"literal": "D0 Collaboration"}],
        "issued": {"date-parts": [[2013, 5]]},
        "container-title": "OncoImmunology",
        "volume": "2",
        "issue": "11",
        "page": "1-9",
        "DOI": "10.1/a<b>",
        "PMID": "15693138",
        "keyword": ["one", "two"],
        "ISSN": ["0075-8450"],
    }
    assert coins(record) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ['Bees & "wasps" <i>in</i> C++'],
        "rft.jtitle": ["OncoImmunology"],
        "rft.au": ["van Beethoven, Ludwig"],
        "rft.aucorp": ["D0 Collaboration"],
        "rft.date": ["2013-05"],
        "rft.volume": ["2"],
        "rft.issue": ["11"],
        "rft.pages": ["1-9"],
        "rft.issn": ["0075-8450"],
        "rft.subject": ["one", "two"],
        "rft_id": ["info:doi/10.1/a<b>", "info:pmid/15693138"],
    }


@pytest.mark.parametrize(
    ("record", "pairs"),
    [
        (
            {"type": "chapter", "title": "T", "container-title": "B", "publisher": "P"},
            {"rft.genre": ["bookitem"], "rft.btitle": ["B"], "rft.pub": ["P"]},
        ),
        ({"type": "thesis", "title": "T", "publisher": "U"}, {"rft.title": ["T"], "rft.inst": ["U"]}),
        ({"type": "webpage", "title": "T", "author": [{"family": "A"}]}, {"rft.type": ["webpage"], "rft.creator": ["A"]}),
        ({"type": "patent", "title": "T", "author": [{"family": "A"}]}, {"rft.title": ["T"], "rft.inventor": ["A"]}),
    ],
)
def test_other_kinds_for_zotero(record: Record, pairs: dict[str, list[str]]) -> None:
    found = coins(record)
    assert {key: found[key] for key in pairs} == pairs


@pytest.mark.parametrize(
    ("record", "shows"),
    [
        ({"type": "book", "editor": [{"family": "A", "given": "B."}], "title": "T?"}, "A, B. (ed.) (n.d.). T?"),
        (
            {
                "type": "chapter",
                "author": [{"family": "A"}],
                "editor": [{"family": "B"}, {"literal": "C"}],
                "title": "T",
                "container-title": "Book",
                "page": "1-9",
                "publisher": "P",
                "issued": {"date-parts": [[2013, 5]]},
            },
            "A (2013). T. In B; C (eds.): *Book*, 1-9. P.",
        ),
        ({"type": "review", "title": "T", "container-title": "J. Bees.", "issued": {"literal": "in press"}}, "(in press). T. *J. Bees.*"),
        ({"type": "report", "title": "T", "number": "TR-1", "URL": "ftp://a.org"}, "(n.d.). T. TR-1. ftp://a.org"),
    ],
)  # fmt: skip
def test_lines(record: Record, shows: str) -> None:
    assert dumps(markdown, [Entry("a", record)], Options()).replace("\\", "") == f"- {shows}\n"


def test_a_page_without_entries() -> None:
    assert LexborHTMLParser(dumps(html, [], Options())).css("li") == []
    assert dumps(markdown, [], Options()) == ""
