"""What documents cite: of each kind the keys in order with their lines, and what only looks like a citation."""

import time
import zipfile
from pathlib import Path

import pytest

from litcli.citations.cited import read
from litcli.errors import InputError, UsageError
from tests.citations.word import docx, field, mendeley, note, text, zotero

MARKDOWN = """\
---
title: Bees
abstract: As @abstract has it.
nocite: '@unseen'
references:
- id: own
  title: Mine
---

Bees fly [see @ng2020, p. 3; -@young2015], and @doe:2019.b does not.^[A note by @noted.]
`@code`, \\@escaped, a@mail.org and @own cite nothing.

```
@block
```

Again @ng2020 and @{odd/key}.
"""

LATEX = r"""
\newcommand{\mycite}[1]{\cite{#1}}
Bees \cite{ng2020,young2015} % \cite{comment}
fly \parencite[see][p.~3]{doe2019} 100\% \citep*{percent}
\textcites(see)()[12]{a1}[ch.~3][]{b2} and \mycite{own1}\footcite{foot}
\verb|\cite{verb}| \nocite{unseen}
\begin{verbatim}
\cite{verbatim}
\end{verbatim}
\citestyle{authoryear} line break\\\cite{broken}
\input{chapters/one}
\include{missing}
\input{/etc/passwd}\input{../outside}
\Citeauthor{last}
"""

TYPST = """\
#import "@preview/ieee:0.1.0": ieee
#set text(lang: "en") // @comment
= Bees <bees>
See @ng2020[p. 3], @young2015. And #cite(<doe2019>, supplement: [p. 3]) in @bees.
/* @block
*/ `@raw` mail a@b.org, https://example.org/@no #cite(label("odd/key"))
#figure(caption: [@caption:x]) <fig>
"""

AUX = """\
\\relax
\\citation{ng2020,young2015}
\\abx@aux@cite{0}{doe2019}
\\abx@aux@cite{old}
\\@input{chapter.aux}
\\bibdata{refs}
\\citation{last}
"""


def cites(tmp_path: Path, name: str, content: str | bytes) -> list[tuple[str, int | None]]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [(mention.key, mention.line) for mention in read(path).mentions]


def test_markdown(tmp_path: Path) -> None:
    assert cites(tmp_path, "paper.md", MARKDOWN) == [
        ("abstract", 3), ("ng2020", 10), ("young2015", 10), ("doe:2019.b", 10), ("noted", 10), ("ng2020", 17), ("odd/key", 17),
        ("unseen", 4),
    ]  # fmt: skip


def test_each_work_is_taken_where_it_is_cited_first(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("@b then @a then @b\n\nthen @c")
    assert [(mention.key, mention.line) for mention in read(tmp_path / "paper.md").first] == [("b", 1), ("a", 1), ("c", 3)]


def test_a_figure_that_the_document_labels_is_no_work(tmp_path: Path) -> None:
    text = "@Fig:map and @eq:one, but @fig:old and @ng2020.\n\n![Map](map.png){#fig:map width=50%}\n\n$$x$$ {#eq:one}\n"
    assert cites(tmp_path, "paper.md", text) == [("fig:old", 1), ("ng2020", 1)]


def test_what_quarto_calls_figures_is_no_work(tmp_path: Path) -> None:
    assert cites(tmp_path, "paper.qmd", "See @fig-map, @tbl-x and @ng2020.") == [("ng2020", 1)]
    assert cites(tmp_path, "paper.org", "See [cite:@ng2020;@young2015].") == [("ng2020", 1), ("young2015", 1)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "---\nnocite: '@*'\n---\n@ng2020"),
        ("a.tex", "\\cite{ng2020}\\nocite{*}"),
        ("a.aux", "\\citation{ng2020}\n\\citation{*}"),
    ],
)
def test_a_document_may_want_everything(tmp_path: Path, name: str, content: str) -> None:
    assert [key for key, _ in cites(tmp_path, name, content)] == ["ng2020"]
    assert read(tmp_path / name).everything


@pytest.mark.parametrize("references", ["none", "[a, b]", "[{title: x}]", "{id: ng2020}", "3"])
def test_a_head_that_defines_no_works(tmp_path: Path, references: str) -> None:
    assert cites(tmp_path, "paper.md", f"---\nreferences: {references}\n---\n\n@ng2020") == [("ng2020", 5)]


def test_latex(tmp_path: Path) -> None:
    paper = tmp_path / "paper"
    (paper / "chapters").mkdir(parents=True)
    (paper / "chapters" / "one.tex").write_text("\n\\autocite{inner}\\input{paper}\\input{chapters/one}")
    (tmp_path / "outside.tex").write_text("\\cite{outside}")
    assert cites(paper, "paper.tex", LATEX) == [
        ("ng2020", 3), ("young2015", 3), ("doe2019", 4), ("percent", 4), ("a1", 5), ("b2", 5), ("own1", 5), ("foot", 5),
        ("unseen", 6), ("broken", 10), ("inner", 2), ("last", 14),
    ]  # fmt: skip
    assert [path.name for path in read(paper / "paper.tex").files] == ["paper.tex", "one.tex"]


def test_aux(tmp_path: Path) -> None:
    (tmp_path / "chapter.aux").write_text("\\citation{inner}\n")
    assert cites(tmp_path, "paper.aux", AUX) == [
        ("ng2020", 2), ("young2015", 2), ("doe2019", 3), ("old", 4), ("inner", 1), ("last", 7),
    ]  # fmt: skip


def test_typst(tmp_path: Path) -> None:
    assert cites(tmp_path, "paper.typ", TYPST) == [
        ("ng2020", 4), ("young2015", 4), ("doe2019", 4), ("odd/key", 6), ("caption:x", 7),
    ]  # fmt: skip


def test_word(tmp_path: Path) -> None:
    known = {"id": "x", "type": "book", "citation-key": "ng2020", "title": "On bees"}
    by_doi = {"id": 7, "type": "article-journal", "title": "The moth", "DOI": "10.1/moth"}
    body = [
        text("See @first") + text("2019, and ") + zotero(known, by_doi) + note(1) + text("."),
        mendeley({"title": "Untold"}) + field(" CITATION Smi20 \\l 1033 \\p 12  \\m Ng19", "(Smith)", 1),
        field(' HYPERLINK "https://example.org/@no" ', "a link") + text("mail a@b.org [@last; @{odd key}]"),
    ]
    path = tmp_path / "paper.docx"
    path.write_bytes(docx(body, [text("As ") + zotero({"title": "In a note"})]))
    found = read(path).mentions
    assert [mention.key for mention in found] == [
        "first2019", "ng2020", "10.1/moth", "In a note", "Untold", "Smi20", "Ng19", "last", "odd key",
    ]  # fmt: skip
    assert [bool(mention.work) for mention in found] == [False, True, True, True, True, False, False, False, False]
    assert found[1].work == known


@pytest.mark.parametrize("code", ["ADDIN ZOTERO_ITEM CSL_CITATION {broken", 'CSL_CITATION {"citationItems": 3}', "CSL_CITATION"])
def test_a_field_that_is_broken_cites_nothing(tmp_path: Path, code: str) -> None:
    assert cites(tmp_path, "a.docx", docx([field(code, "(Ng)") + text("@ng2020")])) == [("ng2020", None)]


@pytest.mark.parametrize(
    "content", [b"", b"no archive", docx([])[:40], docx(["<w:p>"])], ids=["empty", "text", "cut", "broken XML"]
)
def test_a_word_file_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "paper.docx").write_bytes(content)
    with pytest.raises(InputError, match=r"paper\.docx: this is no Word document: "):
        read(tmp_path / "paper.docx")


def test_an_archive_of_something_else_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "paper.docx", "w") as archive:
        archive.writestr("other.txt", "x")
    with pytest.raises(InputError, match="it has no word/document"):
        read(tmp_path / "paper.docx")


def test_a_file_that_is_not_there_or_of_another_kind_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"paper\.md: no such file"):
        read(tmp_path / "paper.md")
    with pytest.raises(UsageError, match=r"paper\.pdf: litcli finds citations in files that end in \.md, "):
        read(tmp_path / "paper.pdf")


def test_old_encodings_and_line_ends(tmp_path: Path) -> None:
    assert cites(tmp_path, "a.tex", "\ufeffé\r\n\\cite{ng2020}".encode()) == [("ng2020", 2)]
    assert cites(tmp_path, "b.tex", "é\r\\cite{ng2020}".encode("latin-1")) == [("ng2020", 2)]


def test_a_document_without_bottom_is_told(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("> " * 2000 + "@ng2020")
    with pytest.raises(InputError, match=r"paper\.md: its quotes, lists or emphasis lie too deep in each other"):
        read(tmp_path / "paper.md")


@pytest.mark.parametrize(
    ("name", "piece"),
    [("a.tex", "\\begin{verbatim}\n"), ("a.tex", "\\"), ("a.tex", "\\cite["), ("a.typ", "/* "), ("a.typ", "`"), ("a.typ", '"@a')],
)
def test_what_never_ends_costs_no_more_than_its_share(tmp_path: Path, name: str, piece: str) -> None:
    start = time.process_time()
    cites(tmp_path, name, piece * (400_000 // len(piece)))
    assert time.process_time() - start < 3
