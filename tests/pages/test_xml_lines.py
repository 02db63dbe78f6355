"""The record of a page of XML as lines: one statement a line, each value at its place."""

import pytest

from litcli.pages.xml_lines import to_lines


def lines(markup: str) -> list[str]:
    return to_lines(markup).text.splitlines()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<mods><titleInfo lang='en'><title>On <i>Apis</i>\n bees</title></titleInfo><titleInfo><title>b</title></titleInfo></mods>",
            ["titleInfo/@lang: en", "titleInfo/title: On Apis bees", "titleInfo[2]/title: b"],
        ),
        (
            "<record><leader>  1 x</leader><datafield tag='245' ind1='1' ind2=' '><subfield code='a'>On bees :</subfield></datafield></record>",
            ["leader:   1 x", "245/@ind1: 1", "245/a: On bees :"],
        ),
        (
            "<dc><title>a</title><description>One.\n\n  Two &amp;amp; three.</description></dc>",
            ["title: a", "description/p: One.", "description/p[2]: Two & three."],
        ),
        (
            "<article><front><x><sec><title>A</title><p>All<xref ref-type='fn'>*</xref>.</p><p>b</p></sec></x></front><body>o</body></article>",
            ["front/x/sec/p: A: All.", "front/x/sec/p[2]: b"],
        ),
        (
            "<PubmedArticle><AbstractText Label='METHODS'>We saw.</AbstractText></PubmedArticle>",
            ["AbstractText/@Label: METHODS", "AbstractText: METHODS: We saw."],
        ),
        (
            "<dim><field mdschema='dc' element='title' qualifier='alternative' lang='en'>b</field></dim>",
            ["title.alternative/@lang: en", "title.alternative: b"],
        ),
        ("<svg><title>a</title></svg>", []),
    ],
    ids=["inline", "marc", "paragraphs", "headings", "labels", "dim", "no record"],
)
def test_a_record_is_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_each_value_stands_at_its_place() -> None:
    shown = to_lines("<dc><title>On bees</title><creator>Bell, Anna</creator></dc>")
    assert [(row.name, shown.text[row.start : row.end]) for row in shown.embedded] == [
        ("title", "On bees"),
        ("creator", "Bell, Anna"),
    ]
    assert shown.visible_end == 0


def test_elements_nested_beyond_all_sense_are_cut_off_and_told() -> None:
    deep = "<a>" * 5000 + "x" + "</a>" * 5000
    shown = to_lines(f"<dc><title>On bees</title>{deep}</dc>")
    assert shown.text.startswith("title: On bees\n")
    assert shown.doubts == ("broken XML, read as far as it goes (Excessive depth in document: 256, use XML_PARSE_HUGE option)",)


def test_a_record_of_too_many_lines_is_cut_off_and_told() -> None:
    shown = to_lines(f"<dc><title>On bees</title>{'<creator>Bell</creator>' * 60_000}</dc>")
    assert len(shown.embedded) == 50_000
    assert shown.doubts == ("more than 50000 lines of XML; the rest was left out",)


def test_names_that_are_no_names_make_no_path() -> None:
    assert lines("<record><datafield tag='24/5]: x'><subfield code=''>a</subfield></datafield></record>") == ["24_5_x/_: a"]
