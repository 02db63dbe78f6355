"""What a style gets for a record: exact values, mostly without pandoc."""

import re
from functools import cache

import pytest

from litcli.citations import styles
from litcli.citations.bibliography import cite
from litcli.citations.items import item
from litcli.citations.ready import Ready, ready
from litcli.citations.target import Target
from litcli.model.csl import CslItem
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record, Value

_ARTICLE: Record = {
    "type": "article-journal",
    "title": "On bees",
    "author": [{"family": "Ng", "given": "Amy"}],
    "issued": {"date-parts": [[2013]]},
    "container-title": "Bees",
    "volume": "2",
}


@cache
def _ready(style: str) -> Ready:
    return ready(styles.find(style).path)


def _made(style: str = "apa", **fields: Value) -> CslItem:
    return item(Entry("k", _ARTICLE | fields), Target(styles.find(style).name, _ready(style).reach))


@pytest.mark.parametrize(
    ("style", "name", "made"),
    [
        ("apa", {"family": "王", "given": "伟"}, {"literal": "王伟"}),
        ("ieee", {"family": "김", "given": "철수"}, {"literal": "김철수"}),
        ("apa", {"family": "Иванов", "given": "Иван"}, {"family": "Иванов", "given": "Иван"}),
        ("apa", {"family": "King", "given": "M.", "suffix": "Jr."}, {"family": "King", "given": "M.", "suffix": "Jr."}),
        ("vancouver", {"family": "King", "given": "M.", "suffix": "Jr."}, {"family": "King", "given": "M.", "suffix": "Jr"}),
        ("ama", {"family": "Smith", "given": "J", "suffix": "III"}, {"family": "Smith", "given": "J", "suffix": "III"}),
        (
            "apa",
            {"family": "Berg", "given": "A", "non-dropping-particle": "van den", "ORCID": "0000-0002-1825-0097"},
            {"family": "Berg", "given": "A", "non-dropping-particle": "van den"},
        ),
        ("apa", {"literal": "World Health Organization"}, {"literal": "World Health Organization"}),
    ],
)
def test_names(style: str, name: CslName, made: CslName) -> None:
    assert _made(style, author=[name])["author"] == [made]
    assert _made(style, editor=[name])["editor"] == [made]


@pytest.mark.parametrize(("style", "told"), [("apa", "others"), ("vancouver", "others"), ("acs", "et al.")])
def test_authors_left_out_are_told(style: str, told: str) -> None:
    assert _made(style, **{"authors-incomplete": "yes"})["author"] == [{"family": "Ng", "given": "Amy"}, {"literal": told}]
    assert "author" not in item(Entry("k", {"type": "book", "authors-incomplete": "yes"}), Target(style, _ready(style).reach))


@pytest.mark.parametrize(
    ("style", "fields", "name", "made"),
    [
        ("apa", {"page": "123-45"}, "page", "123-145"),
        ("apa", {"page": "S12-8"}, "page", "S12-S18"),
        ("apa", {"page": "1-3, 7"}, "page", "1-3, 7"),
        ("apa", {"number": "e26494"}, "number", "e26494"),
        ("nature", {"number": "e26494"}, "page", "e26494"),
        ("harvard", {"number": "e26494"}, "page", "e26494"),
        ("mla", {"number": "e26494"}, "page", "e26494"),
        ("mla", {"number": "e26494", "page": "1-9"}, "page", "1-9"),
        (
            "ieee",
            {"container-title-short": "J Bee Sci", "container-title": "Journal of Bee Science"},
            "container-title-short",
            None,
        ),
        ("apa", {"event-title": "Congress of Bees"}, "event", "Congress of Bees"),
        ("apa", {"status": "Accepted/In press", "issued": {}}, "status", "in press"),
        ("nature", {"status": "Accepted/In press", "issued": {}}, "issued", {"literal": "In press"}),
        ("apa", {"issued": {"literal": "In Press"}}, "status", "in press"),
        ("vancouver", {"type": "article", "arXiv": "2101.00001"}, "URL", "https://arxiv.org/abs/2101.00001"),
        ("ieee", {"type": "article", "arXiv": "2101.00001"}, "number", "arXiv:2101.00001"),
        ("ieee", {"type": "article", "arXiv": "2101.00001"}, "URL", None),
        ("vancouver", {"issued": {"literal": "in press"}}, "issued", {"literal": "in press"}),
        ("apa", {"status": "Published"}, "status", None),
        ("ieee", {"type": "webpage", "URL": "https://a.example"}, "medium", "Online"),
        ("ieee", {"type": "webpage", "URL": "https://a.example", "DOI": "10.1/a"}, "medium", None),
        ("apa", {"type": "patent", "number": "US8173001B2"}, "authority", "U.S."),
        ("chicago", {"type": "patent", "number": "US8173001B2"}, "number", "8,173,001"),
        ("mla", {"type": "patent", "number": "EP 1234567 A1"}, "number", "European patent 1234567"),
        ("apa", {"type": "patent", "number": "12/345"}, "number", "12/345"),
        ("apa", {"type": "speech", "genre": "Poster"}, "genre", "Poster presentation"),
        ("mla", {"type": "speech", "genre": "Poster"}, "genre", "Poster"),
    ],
)
def test_fields(style: str, fields: Record, name: str, made: Value | None) -> None:
    expected = "J. Bee Sci." if name == "container-title-short" else made
    assert _made(style, **fields).get(name) == expected


@pytest.mark.parametrize(
    ("style", "fields", "type_"),
    [
        ("apa", {"type": "entry-encyclopedia", "editor": [{"family": "A"}], "publisher": "B"}, "entry-encyclopedia"),
        ("nature", {"type": "entry-encyclopedia", "editor": [{"family": "A"}], "publisher": "B"}, "chapter"),
        ("din-1505-2", {"type": "dataset", "publisher": "Zenodo"}, "report"),
        ("apa", {"type": "dataset", "publisher": "Zenodo"}, "dataset"),
        ("nature", {"type": "software", "URL": "https://a.example"}, "webpage"),
        ("apa", {"type": "paper-conference", "publisher": "ACM", "volume": "3"}, "paper-conference"),
        ("ieee", {"type": "paper-conference", "publisher": "ACM"}, "paper-conference"),
        ("apa", {"type": "review-book", "title": "Review of Bees"}, "article-journal"),
        ("apa", {"type": "review-book", "title": "Bees of Europe"}, "review-book"),
    ],
)
def test_types(style: str, fields: Record, type_: str) -> None:
    assert _made(style, **fields)["type"] == type_


def test_a_paper_in_a_book_is_a_chapter_where_the_style_would_take_it_for_an_article() -> None:
    record: Record = {
        "type": "paper-conference",
        "container-title": "Proceedings",
        "publisher": "ACM",
        "event-title": "Bees 2013",
    }
    for style, type_ in [
        ("apa", "chapter"),
        ("chicago", "chapter"),
        ("ieee", "paper-conference"),
        ("vancouver", "paper-conference"),
    ]:
        made = item(Entry("k", record), Target(styles.find(style).name, _ready(style).reach))
        assert made["type"] == type_
        assert ("event-title" in made) == (type_ == "paper-conference")


@pytest.mark.parametrize(
    ("style", "fields", "behind"),
    [
        ("vancouver", {"type": "dataset", "version": "2"}, " (Version 2)"),
        ("apa", {"type": "dataset", "version": "2"}, ""),
        ("nature", {"type": "thesis", "genre": "PhD thesis", "publisher": "Leeds"}, ". PhD thesis"),
        ("apa", {"type": "thesis", "genre": "PhD thesis", "publisher": "Leeds"}, ""),
        ("ama", {"type": "report", "genre": "Report", "number": "7", "publisher": "WHO"}, ". Report 7"),
        ("nature", {"type": "patent", "number": "US8173001B2"}, ". US patent 8,173,001"),
        (
            "ama",
            {"type": "book", "translator": [{"family": "Low", "given": "Mary"}, {"literal": "A Team"}]},
            ". Translated by Mary Low and A Team",
        ),
        ("apa", {"type": "book", "translator": [{"family": "Low", "given": "Mary"}]}, ""),
        ("nature", {"type": "speech", "genre": "Talk", "event-title": "Bees 2013"}, ". Talk. Bees 2013"),
    ],
)
def test_what_a_style_has_no_place_for_stands_behind_the_title(style: str, fields: Record, behind: str) -> None:
    assert re.sub("<[^>]*>", "", str(_made(style, **fields)["title"])) == f"On bees{behind}"


@pytest.mark.parametrize(
    ("style", "publisher", "author"),
    [("apa", None, "WHO"), ("mla", "WHO", None), ("vancouver", "WHO", "WHO"), ("nature", "WHO", "WHO")],
)
def test_a_group_that_is_author_and_publisher(style: str, publisher: str | None, author: str | None) -> None:
    made = _made(style, type="report", author=[{"literal": "WHO"}], publisher="WHO")
    assert made.get("publisher") == publisher
    assert made.get("author") == ([{"literal": author}] if author else None)


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("ama", "1. Ng A. On bees. Bees. In press."),
        ("cse", "1. Ng A. On bees. Bees. in press."),
        ("lancet", "1 Ng A. On bees. Bees in press."),
        ("harvard", "Ng, A. (in press) ‘On bees’, Bees."),
        ("chicago", "Ng, Amy. In press. “On Bees.” Bees."),
    ],
)
def test_that_a_work_is_in_press_is_said_once(style: str, line: str) -> None:
    record = {name: value for name, value in _ARTICLE.items() if name != "volume"} | {"issued": {"literal": "in press"}}
    assert cite([Entry("k", record)], style=style) == f"{line}\n"
