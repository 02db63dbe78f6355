"""What a style prints, told without running it."""

import json

import pytest

from litcli.citations import pandoc, styles
from litcli.citations.reach import Reach
from litcli.citations.ready import ready
from tests.citations.test_gold import STYLES

_ITEM = {"id": "a", "type": "book", "title": "Bees", "volume": "2", "edition": "second", "editor": "x", "translator": "y"}


def _reach(layout: str, macros: str = "") -> Reach:
    bibliography = f"<bibliography><layout>{layout}</layout></bibliography>"
    return Reach(f'<style xmlns="http://purl.org/net/xbiblio/csl">{macros}{bibliography}</style>'.encode())


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book"', True),
        ('type="book chapter"', False),
        ('type="book chapter" match="any"', True),
        ('type="chapter" match="none"', True),
        ('variable="title volume"', True),
        ('variable="title DOI"', False),
        ('variable="title DOI" match="nand"', True),
        ('is-numeric="volume"', True),
        ('is-numeric="edition"', False),
        ('type="book" variable="DOI"', False),
        ('type="book" variable="DOI" match="any"', True),
        ('position="first"', False),
        ('disambiguate="true"', False),
    ],
)
def test_conditions(test: str, holds: bool) -> None:
    layout = f'<choose><if {test}><text variable="title"/></if><else><number variable="volume"/></else></choose>'
    assert _reach(layout).printed(_ITEM) == {"title"} if holds else {"volume"}


def test_a_macro_prints_where_it_is_called() -> None:
    macros = '<macro name="a"><text variable="title"/></macro><macro name="b"><text variable="volume"/></macro>'
    assert _reach('<group><text macro="a"/></group>', macros).printed(_ITEM) == {"title"}


def test_only_the_first_substitute_with_something_prints() -> None:
    names = '<substitute><names variable="composer"/><names variable="editor"/><names variable="translator"/></substitute>'
    assert _reach(f'<names variable="author">{names}</names>').printed(_ITEM) == {"editor"}
    assert _reach('<names variable="editor translator"/>').printed(_ITEM) == {"editor", "translator"}


@pytest.mark.parametrize("value", ["2", "2nd", "2-4", "2, 3", "v2", "2 & 3"])
def test_numbers(value: str) -> None:
    layout = '<choose><if is-numeric="volume"><text variable="volume"/></if></choose>'
    assert _reach(layout).printed({"id": "a", "type": "book", "volume": value}) == {"volume"}
    assert _reach(layout).printed({"id": "a", "type": "book", "volume": f"{value} of two"}) == set()


_TYPES = (
    *("article-journal", "book", "chapter", "thesis", "report", "paper-conference", "dataset", "software", "patent", "speech"),
    *("entry-encyclopedia", "webpage", "article", "article-newspaper", "review-book", "motion_picture"),
)
_SAID = {
    "publisher": "qpub",
    "container-title": "qcont",
    "page": "7711-7722",
    "volume": "8833",
    "version": "qvers",
    "event-title": "qevent",
    "number": "9944",
    "genre": "qgenre",
    "edition": "qnth",
    "collection-title": "qseries",
    "publisher-place": "qplace",
}
_NAMES = {"author": "qaut", "editor": "qedi", "translator": "qtra"}


@pytest.mark.parametrize("style", STYLES)
def test_what_it_tells_is_what_pandoc_prints(style: str) -> None:
    made = ready(styles.find(style).path)
    items = [
        {"id": type_, "type": type_, "title": f"at{at:02}", **_SAID}
        | {role: [{"family": f"{name}{at}"}] for role, name in _NAMES.items()}
        for at, type_ in enumerate(_TYPES)
    ]
    document = b"---\nnocite: '@*'\n---\n"
    arguments = (
        "-f",
        "markdown",
        "--citeproc",
        "--csl",
        "s.csl",
        "--bibliography",
        "r.json",
        "--wrap=none",
        "-t",
        "plain",
        "-o",
        "-",
    )
    call = pandoc.Call(arguments, document, {"s.csl": made.csl, "r.json": json.dumps(items).encode()}, 60)
    lines = pandoc.run(call, None).decode().casefold().splitlines()
    for at, item in enumerate(items):
        shown = next(line for line in lines if f"at{at:02}" in line)
        said = {**_SAID, **_NAMES, "page": "7711"}
        printed = {name for name, text in said.items() if text in shown}
        assert printed == made.reach.printed(item) & said.keys(), item["type"]
