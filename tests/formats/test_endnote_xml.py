"""EndNote XML as EndNote, Zotero, Mendeley and databases write it, and the order that its document type asks for."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml.etree import fromstring

from litcli.formats import endnote_xml
from litcli.formats._base import Options, Read, dumps, loads
from litcli.formats._endnote_tables import ORDER
from litcli.formats._endnote_types import BOTH_WAYS, EXPORT_ONLY, inward, outward
from litcli.model.entry import Entry
from litcli.model.record import Record
from litcli.model.types import TYPES
from tests.formats.hard import HARD

_STYLE = 'face="normal" font="default" size="100%"'
FROM_ENDNOTE = (
    '<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl" path="C:\\My.enl">My.enl</database>'
    '<source-app name="EndNote" version="20.2">EndNote</source-app><rec-number>12</rec-number><foreign-keys>'
    '<key app="EN" db-id="x2r" timestamp="1">12</key></foreign-keys><ref-type name="Journal Article">17</ref-type>'
    f"<contributors><authors><author><style {_STYLE}>Ng, A.</style></author><author><style {_STYLE}>Bee Group,</style></author>"
    f"</authors></contributors><auth-address><style {_STYLE}>Bee Lane 1</style></auth-address><titles><title>"
    f'<style {_STYLE}>Role of </style><style face="italic" font="default" size="100%">Apis mellifera</style>'
    f'<style {_STYLE}> at 10</style><style face="superscript" font="default" size="100%">6</style>'
    f"<style {_STYLE}> hives</style></title><secondary-title><style {_STYLE}>Journal of Bees</style></secondary-title>"
    f"<alt-title><style {_STYLE}>J. Bees</style></alt-title></titles><periodical><full-title>Journal of Bees</full-title>"
    "<abbr-1>J. Bees</abbr-1></periodical>"
    f"<pages><style {_STYLE}>1-9</style></pages><volume><style {_STYLE}>2</style></volume><number><style {_STYLE}>3</style></number>"
    f"<keywords><keyword><style {_STYLE}>honey</style></keyword><keyword><style {_STYLE}>wax</style></keyword></keywords>"
    f"<dates><year><style {_STYLE}>2013</style></year><pub-dates><date><style {_STYLE}>May 1</style></date></pub-dates></dates>"
    f"<isbn><style {_STYLE}>0075-8450 (Print)&#xD;0933-033X (Linking)</style></isbn>"
    f"<accession-num><style {_STYLE}>15693138</style></accession-num>"
    f"<electronic-resource-num><style {_STYLE}>10.1000/182</style></electronic-resource-num>"
    f"<abstract><style {_STYLE}>One &amp; two.&#xD;Three.</style></abstract>"
    f"<notes><style {_STYLE}>First.&#xD;Second.</style></notes><research-notes><style {_STYLE}>Read it!</style></research-notes>"
    "<remote-database-name>Medline</remote-database-name><urls><related-urls><url>https://a.org/b?c=1&amp;d=2</url>"
    "<url>https://b.org</url></related-urls><pdf-urls><url>internal-pdf://0123/Ng.pdf</url></pdf-urls></urls>"
    "<custom1>legal</custom1><custom2>PMC7861489</custom2><custom7>e12</custom7></record></records></xml>"
)


def only(text: str) -> Read:
    (read,) = loads(endnote_xml, text).records
    return read


def test_a_record_of_endnote() -> None:
    read = only(FROM_ENDNOTE)
    assert read.record == {
        "type": "article-journal",
        "issued": {"date-parts": [[2013, 5, 1]]},
        "page": "1-9",
        "PMID": "15693138",
        "ISSN": ["0075-8450", "0933-033X"],
        "author": [{"family": "Ng", "given": "A."}, {"literal": "Bee Group"}],
        "title": "Role of <i>Apis mellifera</i> at 10<sup>6</sup> hives",
        "container-title": "Journal of Bees",
        "container-title-short": "J. Bees",
        "volume": "2",
        "issue": "3",
        "number": "e12",
        "DOI": "10.1000/182",
        "URL": "https://a.org/b?c=1&d=2",
        "keyword": ["honey", "wax"],
        "attachment": ["internal-pdf://0123/Ng.pdf"],
        "abstract": "One & two.\n\nThree.",
        "PMCID": "PMC7861489",
        "note": "First.\n\nSecond.\n\nRead it!",
        "extra": [
            "urls/related-urls/url: https://b.org",
            "auth-address: Bee Lane 1",
            "remote-database-name: Medline",
            "custom1: legal",
        ],
    }
    assert (read.citekey, read.line, read.source) == (
        "",
        1,
        FROM_ENDNOTE[FROM_ENDNOTE.index("<record>") : -len("</records></xml>")],
    )


def test_what_no_field_holds_becomes_elements_again() -> None:
    written = dumps(endnote_xml, [Entry("a", only(FROM_ENDNOTE).record)], Options())
    assert "<auth-address>Bee Lane 1</auth-address>" in written
    assert "<custom1>legal</custom1>" in written
    assert only(written).record == only(FROM_ENDNOTE).record


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<ref-type name="Report">10</ref-type><titles><title>T</title></titles>', {"type": "report", "title": "T"}),
        ("<ref-type>6</ref-type><pages>300</pages>", {"type": "book", "number-of-pages": "300"}),
        ("<ref-type>6</ref-type><pages>30-35</pages>", {"type": "book", "page": "30-35"}),
        ('<ref-type name="Edited Book">28</ref-type><contributors><authors><author>Ng, A.</author></authors></contributors>',
         {"type": "book", "editor": [{"family": "Ng", "given": "A."}]}),
        ('<ref-type name="Custom 3">71</ref-type>', {"type": "document", "extra": ["ref-type: Custom 3 71"]}),
        (('<ref-type name="Web Page">12</ref-type><urls><web-urls><url>https://a.org</url></web-urls></urls>'
         "<dates><pub-dates><date>2013-05-01</date></pub-dates></dates>"),
         {"type": "webpage", "URL": "https://a.org", "issued": {"date-parts": [[2013, 5, 1]]}}),
        ('<ref-type name="Journal Article">17</ref-type><dates><year>2013</year><pub-dates><date>2019-01</date></pub-dates></dates>',
         {"type": "article-journal", "issued": {"date-parts": [[2013]]}, "extra": ["dates/pub-dates/date: 2019-01"]}),
        (('<ref-type name="Conference Proceedings">10</ref-type><titles><secondary-title>Bees 2013</secondary-title></titles>'
         "<custom3>Proceedings of Bees</custom3>"),
         {"type": "paper-conference", "event-title": "Bees 2013", "container-title": "Proceedings of Bees"}),
        ('<ref-type name="Report">27</ref-type><isbn>TR-12</isbn>', {"type": "report", "number": "TR-12"}),
        ('<ref-type name="Journal Article">17</ref-type><electronic-resource-num>see text</electronic-resource-num>',
         {"type": "article-journal", "extra": ["electronic-resource-num: see text"]}),
    ],
)  # fmt: skip
def test_other_programs_records(inner: str, expected: Record) -> None:
    assert only(f"<xml><records><record>{inner}</record></records></xml>").record == expected


@pytest.mark.parametrize(("label", "key"), [("galon2013", "galon2013"), ("12", ""), ("to read", ""), ("", "")])
def test_a_label_may_be_the_citekey(label: str, key: str) -> None:
    read = only(f"<record><ref-type>17</ref-type><label>{label}</label><volume>1</volume></record>")
    assert read.citekey == key
    assert read.record.get("extra", []) == ([f"label: {label}"] if label and not key else [])


def test_every_type_has_its_name_and_number() -> None:
    assert set(TYPES) == set(BOTH_WAYS) | set(EXPORT_ONLY)
    for csl, kind in BOTH_WAYS.items():
        assert inward(kind.name, "") == inward("", str(kind.number)) == csl
    for csl in EXPORT_ONLY:
        assert outward(csl).number
    numbers = [kind.number for kind in BOTH_WAYS.values()]
    assert len(set(numbers)) == len(numbers)


def test_elements_stand_in_the_order_of_the_document_type() -> None:
    for record in fromstring(dumps(endnote_xml, HARD, Options()).encode()).iter("record"):
        names = [str(child.tag) for child in record]
        assert names == sorted(names, key=ORDER.index)
        assert len(set(names)) == len(names)


@pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not there")
@pytest.mark.parametrize("options", [Options(), Options(ascii=True)], ids=["utf-8", "ascii"])
def test_any_parser_reads_it(options: Options, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(dumps(endnote_xml, HARD, options), encoding="ascii" if options.ascii else "utf-8")
    subprocess.run(["xmllint", "--noout", "--nonet", "a.xml"], cwd=tmp_path, check=True)


def test_signs_that_xml_cannot_carry_are_told() -> None:
    entry = Entry("a", {"type": "book", "title": "a\x00b\ufffe", "note": "c"})
    assert endnote_xml.lost(entry) == ("title",)
    assert only(dumps(endnote_xml, [entry], Options())).record == {"type": "book", "title": "a\ufffdb\ufffd", "note": "c"}


def test_tags_go_where_a_person_wants_them() -> None:
    entry = Entry("a", {"type": "book", "title": "T", "keyword": ["k"]}, tags=("x/y",))
    written = dumps(endnote_xml, [entry], Options(places=(("tags", "keywords/keyword"),)))
    assert only(written).record["keyword"] == ["k", "x/y"]
    assert only(dumps(endnote_xml, [entry], Options())).tags == ("x/y",)
