"""BibTeX that means harm, or is broken on purpose: time grows with the length, and nothing is dropped."""

import time

import pytest

from litcli.formats import bibtex
from litcli.formats._base import Loaded, loads

SIZE = 20_000
PACE = 8
"""A text four times as long may take this many times as long: what is quadratic takes sixteen."""


def text_of(name: str, size: int) -> str:
    braces = "{" * size
    return {
        "at-signs": "@" * size,
        "openings": "@a{" * (size // 8),
        "openings-on-lines": "@a{b, c = {x\n" * (size // 8),
        "deep-braces": f"@a{{b, title = {{{braces}x{braces.replace('{', '}')}}}}}",
        "braces-that-never-close": f"@a{{b, title = {{{braces}",
        "braces-that-only-close": f"@a{{b, title = {{x{braces.replace('{', '}')}}}}}",
        "accents-in-accents": "@a{b, title = {" + "\\'{" * size + "x" + "}" * size + "}}",
        "quotes": "@a{b, title = " + '"x{"}' * size + "}",
        "concatenation": "@a{b, title = {x}" + " # {y}" * size + "}",
        "strings": "".join(f"@string{{s{at + 1} = s{at} # s{at}}}\n" for at in range(size // 20)) + "@a{b, title = s9}",
        "circle": "".join(f"@book{{a{at}, crossref = {{a{(at + 1) % 50}}}, title = {{x}}}}\n" for at in range(size // 20)),
        "keywords": "@a{b, keywords = {" + "{a,b}, " * size + "}}",
        "names": "@a{b, author = {" + "{H}olt and " * (size // 4) + "X}}",
        "commas-in-a-name": "@a{b, author = {" + "H, " * size + "}}",
        "dollars": "@a{b, title = {" + "$ x" * size + "}}",
        "backslashes": "@a{b, title = {" + "\\" * size + "}}",
        "blank-lines": "@a{b, abstract = {x" + "\n" * size + "y}}" + "\n" * size,
        "comments": "@a{b,\n" + "% x\n" * size,
        "groups": "@comment{jabref-meta: grouping:\n" + "".join(f"{at} StaticGroup:g\\;0\\;;\n" for at in range(200)) + "}",
        "fields": "@a{b, " + "".join(f"f{at} = {{x}}, " for at in range(size // 4)) + "}",
        "files": "@a{b, file = {" + ":a:b;" * size + "}}",
        "blanks": "@a{b, title" + " " * size + "= {x}" + " " * size + "x}",
    }[name]


def took(text: str) -> tuple[float, Loaded]:
    begun = time.process_time()
    loaded = loads(bibtex, text)
    return time.process_time() - begun, loaded


NAMES = (
    "at-signs openings openings-on-lines deep-braces braces-that-never-close braces-that-only-close accents-in-accents quotes "
    "concatenation strings circle keywords names commas-in-a-name dollars backslashes blank-lines comments groups fields files blanks"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_time_grows_with_the_length(name: str) -> None:
    short, _ = took(text_of(name, SIZE))
    long, loaded = took(text_of(name, 4 * SIZE))
    assert long < PACE * short + 0.5
    assert loaded.records or loaded.failures or name in {"at-signs", "groups"}


def test_a_field_of_many_megabytes_is_read_whole() -> None:
    words = "word and more " * 400_000
    spent, loaded = took(f"@article{{a, abstract = {{{words}}}}}")
    assert loaded.records[0].record["abstract"] == words.strip()
    assert spent < 10


def test_what_is_broken_is_kept_with_its_text_and_what_follows_is_read() -> None:
    text = "@article{a, title {One}, year = 2013}\n@book{b, title = {Two}\n\n@book{c, title = {Three}}\n@book{d"
    loaded = loads(bibtex, text)
    assert [read.citekey for read in loaded.records] == ["c"]
    assert [(failure.line, failure.text) for failure in loaded.failures] == [
        (1, "@article{a, title {One}, year = 2013}"),
        (2, "@book{b, title = {Two}"),
        (5, "@book{d"),
    ]
    assert all(failure.reason for failure in loaded.failures)
