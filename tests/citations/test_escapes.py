"""What looks like markup in a record shows as text in every format: each is read back, and must say what the record says.

RTF is read back by LibreOffice, in test_rendered: pandoc's own reader loses a digit behind a quotation mark.
"""

import subprocess

import pypandoc
import pytest

from litcli.citations.bibliography import cite, in_text
from litcli.model.entry import Entry
from litcli.model.record import Record

_READERS = {
    "html": "html",
    "markdown": "gfm",
    "latex": "latex",
    "typst": "typst",
    "docx": "docx",
    "odt": "odt",
}
SIGNS = (
    "<script>alert(1)</script>",
    "\\input{x} and \\write18{ls}",
    "costs $5 and more",
    "#1 and #let x = 1",
    "@key and \\@key",
    "[x](https://example.org) and [@y]",
    "*a* and **b**",
    "_c_ and __d__",
    "<i>unbalanced and </b>",
    "^e^ and ~f~ and ~~g~~",
    "`h` and ```i```",
    "{j} and {\\rtf1 k}",
    "50% & more",
    "1. k",
    "&lt;b&gt; and &amp;",
    "- m + n = o",
    "{{r}} {% s %} <%= t %>",
    "// u /* v */",
)
"""What one format or another would take for more than text."""


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    author = [{"literal": "Ng"}]
    return [Entry(f"k{at}", _record(f"{at}: {sign}") | {"author": author}) for at, sign in enumerate(SIGNS)]


def _record(title: str) -> Record:
    return {"type": "article-journal", "title": title, "container-title": "Bees"}


@pytest.mark.parametrize("format_", _READERS)
def test_signs_of_markup_show_as_text(format_: str, entries: list[Entry]) -> None:
    written = cite(entries, style="ieee", format=format_)
    shown = _read(written if isinstance(written, bytes) else written.encode(), _READERS[format_])
    for at, sign in enumerate(SIGNS):
        assert f"{at}: {sign}" in shown


def test_the_text_says_what_the_record_says(entries: list[Entry]) -> None:
    lines = str(cite(entries, style="ieee")).splitlines()
    assert [f"{at}: {sign}" in line for at, (sign, line) in enumerate(zip(SIGNS, lines, strict=True))] == [True] * len(SIGNS)


def test_markdown_is_text_where_extensions_are_read_too(entries: list[Entry]) -> None:
    shown = _read(str(cite(entries[:2], style="ieee", format="markdown")).encode(), "markdown-smart+raw_tex+raw_html")
    assert "<script>alert(1)</script>" in shown
    assert "\\input{x} and \\write18{ls}" in shown


@pytest.mark.parametrize("format_", ["html", "markdown", "latex", "typst"])
def test_a_citation_in_the_text_is_as_safe(format_: str) -> None:
    group = Entry("k", _record("Bees") | {"author": [{"literal": "<script> \\input{x} #let *a* _b_ [c]"}]})
    written = str(in_text([group], format=format_))
    assert "<script> \\input{x} #let *a* _b_ [c]" in _read(written.encode(), _READERS[format_])


def _read(written: bytes, reader: str) -> str:
    """Return the text of a document, as pandoc reads it: a second implementation of the format, not the one that wrote it."""
    run = [pypandoc.get_pandoc_path(), "-f", reader, "-t", "plain", "--wrap=none"]
    plain = subprocess.run(run, input=written, capture_output=True, check=True).stdout.decode()
    return plain.replace("\u00a0", " ")
