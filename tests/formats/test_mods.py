"""MODS as libraries, repositories and bibutils write it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml.etree import QName, fromstring

from litcli.formats import mods
from litcli.formats._base import Options, Read, dumps, loads
from litcli.formats._mods_types import GENRES, Said, of
from litcli.model.entry import Entry
from litcli.model.record import Record
from litcli.model.types import TYPES
from tests.formats.hard import HARD

NAMESPACE = 'xmlns="http://www.loc.gov/mods/v3"'
A_BOOK = """<mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<mods:mods version="3.5">
  <mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>dew</mods:title><mods:subTitle>a study</mods:subTitle>
    <mods:partNumber>Part 2</mods:partNumber><mods:partName>Morning</mods:partName></mods:titleInfo>
  <mods:titleInfo type="alternative"><mods:title>Der Tau</mods:title></mods:titleInfo>
  <mods:name type="personal" usage="primary"><mods:namePart>Ng, Amy</mods:namePart><mods:namePart type="date">1960-</mods:namePart>
    <mods:role><mods:roleTerm type="text">creator</mods:roleTerm></mods:role></mods:name>
  <mods:name type="corporate"><mods:namePart>Institute of Dew</mods:namePart><mods:namePart>Section 2</mods:namePart></mods:name>
  <mods:name type="personal"><mods:namePart type="given">Cy</mods:namePart><mods:namePart type="family">van Oh</mods:namePart>
    <mods:role><mods:roleTerm type="code" authority="marcrelator">ill</mods:roleTerm></mods:role></mods:name>
  <mods:typeOfResource>text</mods:typeOfResource>
  <mods:genre authority="marcgt">bibliography</mods:genre>
  <mods:originInfo><mods:place><mods:placeTerm type="code" authority="marccountry">nyu</mods:placeTerm></mods:place>
    <mods:place><mods:placeTerm type="text">New York</mods:placeTerm></mods:place><mods:publisher>Lake</mods:publisher>
    <mods:dateIssued>c1989</mods:dateIssued><mods:dateIssued encoding="marc">1989</mods:dateIssued>
    <mods:issuance>monographic</mods:issuance></mods:originInfo>
  <mods:language><mods:languageTerm authority="iso639-2b" type="code">eng</mods:languageTerm></mods:language>
  <mods:physicalDescription><mods:form authority="marcform">print</mods:form><mods:extent>69 p.</mods:extent></mods:physicalDescription>
  <mods:note type="statement of responsibility">Amy Ng.</mods:note>
  <mods:note>Includes an index.</mods:note>
  <mods:subject authority="lcsh"><mods:topic>Dew</mods:topic><mods:geographic>Norway</mods:geographic></mods:subject>
  <mods:subject><mods:topic>Water</mods:topic></mods:subject>
  <mods:classification authority="lcc">QC929</mods:classification>
  <mods:relatedItem type="series"><mods:titleInfo><mods:title>Weather</mods:title><mods:partNumber>7</mods:partNumber>
    </mods:titleInfo></mods:relatedItem>
  <mods:relatedItem type="references" xlink:href="https://b.org"/>
  <mods:identifier type="isbn">9783642233500 (pbk.)</mods:identifier>
  <mods:identifier type="lccn">56045594</mods:identifier>
  <mods:location><mods:url dateLastAccessed="2020-02-29">https://a.org</mods:url></mods:location>
  <mods:accessCondition type="use and reproduction">CC BY</mods:accessCondition>
  <mods:recordInfo><mods:recordIdentifier>11761548</mods:recordIdentifier></mods:recordInfo>
</mods:mods>
</mods:modsCollection>
"""


def only(text: str) -> Read:
    loaded = loads(mods, text)
    assert loaded.failures == ()
    (read,) = loaded.records
    return read


def test_a_book_of_a_library() -> None:
    assert only(A_BOOK).record == {
        "type": "book",
        "author": [{"family": "Ng", "given": "Amy"}, {"literal": "Institute of Dew. Section 2"}],
        "issued": {"date-parts": [[1989]]},
        "accessed": {"date-parts": [[2020, 2, 29]]},
        "title": "The dew: a study. Part 2: Morning",
        "original-title": "Der Tau",
        "publisher": "Lake",
        "publisher-place": "New York",
        "language": "en",
        "number-of-pages": "69",
        "note": "Includes an index.",
        "keyword": ["Water"],
        "index-term": ["Dew"],
        "collection-title": "Weather",
        "collection-number": "7",
        "ISBN": ["9783642233500"],
        "URL": "https://a.org",
        "license": "CC BY",
        "extra": [
            "name[ill]: van Oh, Cy",
            "genre[marcgt]: bibliography",
            "originInfo/place/placeTerm[code]: nyu",
            "physicalDescription/form: print",
            "note[statement of responsibility]: Amy Ng.",
            "subject[lcsh]/geographic: Norway",
            "classification[lcc]: QC929",
            "relatedItem[references]@href: https://b.org",
            "identifier[lccn]: 56045594",
            "recordInfo/recordIdentifier: 11761548",
        ],
    }


def test_what_no_field_holds_becomes_elements_again() -> None:
    record = only(A_BOOK).record
    written = dumps(mods, [Entry("a", record)], Options())
    assert '<classification authority="lcc">QC929</classification>' in written
    assert '<note type="statement of responsibility">Amy Ng.</note>' in written
    again = only(written).record
    assert {**again, "extra": sorted(again["extra"])} == {**record, "extra": sorted(record["extra"])}


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (("<titleInfo><title>T</title></titleInfo><relatedItem type='host'><titleInfo><title>J</title></titleInfo><originInfo>"
         "<issuance>continuing</issuance></originInfo><part><detail type='volume'><number>2</number></detail>"
         "<extent unit='page'><start>1</start><end>9</end></extent><date>2013-05</date></part></relatedItem>"),
         {"type": "article-journal", "title": "T", "container-title": "J", "volume": "2", "page": "1-9",
          "issued": {"date-parts": [[2013, 5]]}}),
        ("<genre>Ph.D. thesis</genre><name><namePart>U</namePart><role><roleTerm>degree grantor</roleTerm></role></name>",
         {"type": "thesis", "genre": "Ph.D. thesis", "publisher": "U"}),
        ("<genre authority='local'>blogPost</genre>", {"type": "post-weblog"}),
        (("<genre authority='marcgt'>conference publication</genre><relatedItem type='host'><titleInfo><title>P</title></titleInfo>"
         "</relatedItem>"), {"type": "paper-conference", "container-title": "P"}),
        ("<typeOfResource>cartographic</typeOfResource>", {"type": "map"}),
        (("<originInfo><dateIssued point='start' qualifier='approximate'>1850</dateIssued><dateIssued point='end'>1855</dateIssued>"
         "</originInfo>"), {"type": "document", "issued": {"date-parts": [[1850], [1855]], "circa": True}}),
        ("<originInfo><dateIssued encoding='iso8601'>20130501</dateIssued><copyrightDate>2012</copyrightDate></originInfo>",
         {"type": "document", "issued": {"date-parts": [[2013, 5, 1]]}, "extra": ["originInfo/copyrightDate: 2012"]}),
        ("<identifier type='doi'>https://doi.org/10.1000/182</identifier><identifier type='doi'>none</identifier>",
         {"type": "document", "DOI": "10.1000/182", "extra": ["identifier[doi]: none"]}),
        (("<name type='personal'><namePart type='family'>Ng</namePart><role><roleTerm>editor</roleTerm></role>"
         "<nameIdentifier type='orcid'>https://orcid.org/0000-0002-1825-0097</nameIdentifier></name>"),
         {"type": "document", "editor": [{"family": "Ng", "ORCID": "0000-0002-1825-0097"}]}),
        ("<name type='conference'><namePart>Bees 2013</namePart></name>", {"type": "document", "event-title": "Bees 2013"}),
        ("<language>english</language>", {"type": "document", "language": "en"}),
    ],
)  # fmt: skip
def test_other_programs_records(inner: str, expected: Record) -> None:
    assert only(f"<mods {NAMESPACE}>{inner}</mods>").record == expected


@pytest.mark.parametrize(
    ("opening", "inner", "key"),
    [
        ('<mods ID="galon2013">', "", "galon2013"),
        ('<mods ID="x">', '<identifier type="citekey">galon:2013</identifier>', "galon:2013"),
        ("<mods>", "<note>n</note>", ""),
    ],
)
def test_citekeys(opening: str, inner: str, key: str) -> None:
    assert only(f"{opening}{inner}</mods>").citekey == key


def test_every_type_is_told() -> None:
    assert set(GENRES) <= set(TYPES)
    assert {of(Said(csl=[name])) for name in TYPES} == set(TYPES)
    for entry in HARD:
        assert f'<genre authority="csl">{entry.record["type"]}</genre>' in dumps(mods, [entry], Options())


def test_an_identifier_of_the_journal_is_the_journals() -> None:
    written = dumps(mods, [Entry("a", {"type": "article-journal", "title": "T", "ISSN": ["0075-8450"]})], Options())
    assert (
        written.index('<relatedItem type="host">') < written.index('<identifier type="issn">') < written.index("</relatedItem>")
    )


@pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not there")
@pytest.mark.parametrize("options", [Options(), Options(ascii=True)], ids=["utf-8", "ascii"])
def test_any_parser_reads_it(options: Options, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(dumps(mods, HARD, options), encoding="ascii" if options.ascii else "utf-8")
    subprocess.run(["xmllint", "--noout", "--nonet", "a.xml"], cwd=tmp_path, check=True)


INSIDE = {
    "modsCollection": "mods",
    "mods": (
        "titleInfo name typeOfResource genre originInfo language physicalDescription abstract tableOfContents targetAudience note subject "
        "classification relatedItem identifier location accessCondition part extension recordInfo"
    ),
    "titleInfo": "title subTitle partNumber partName nonSort",
    "name": "namePart displayForm affiliation role description nameIdentifier alternativeName",
    "role": "roleTerm",
    "originInfo": (
        "place publisher dateIssued dateCreated dateCaptured dateValid dateModified copyrightDate dateOther displayDate edition issuance "
        "frequency agent"
    ),
    "place": "placeTerm placeIdentifier cartographics",
    "language": "languageTerm scriptTerm",
    "physicalDescription": "form reformattingQuality internetMediaType extent digitalOrigin note",
    "subject": "topic geographic temporal titleInfo name genre hierarchicalGeographic cartographics geographicCode occupation",
    "location": "physicalLocation shelfLocator url holdingSimple holdingExternal",
    "part": "detail extent date text",
    "detail": "number caption title",
    "extent": "start end total list",
    "extension": "field",
}
INSIDE["relatedItem"] = INSIDE["mods"]
"""Which elements version 3.7 of the schema has in which; all others hold text."""
ALLOWED = {
    ("titleInfo", "type"): "abbreviated translated alternative uniform",
    ("name", "type"): "personal corporate conference family",
    ("namePart", "type"): "date family given termsOfAddress",
    ("roleTerm", "type"): "code text",
    ("languageTerm", "authority"): "rfc3066 iso639-2b iso639-3 rfc4646 rfc5646",
    ("placeTerm", "type"): "code text",
    ("dateIssued", "encoding"): "w3cdtf iso8601 marc temper edtf",
    ("dateIssued", "point"): "start end",
    ("dateIssued", "qualifier"): "approximate inferred questionable",
    (
        "relatedItem",
        "type",
    ): "preceding succeeding original host constituent series otherVersion otherFormat isReferencedBy references reviewOf",
}
RESOURCES = {
    *("text", "cartographic", "notated music", "sound recording-musical", "sound recording-nonmusical", "sound recording"),
    *("still image", "moving image", "three dimensional object", "software, multimedia", "mixed material"),
}


def test_elements_are_where_the_schema_has_them() -> None:
    for element in fromstring(dumps(mods, HARD, Options()).encode()).iter():
        name = QName(element).localname
        inside = {QName(child).localname for child in element}
        assert inside <= set(INSIDE.get(name, "").split()), name
        for attribute, value in element.attrib.items():
            assert value in ALLOWED.get((name, str(attribute)), str(value)).split() or (name, attribute) not in ALLOWED
        assert name != "typeOfResource" or element.text in RESOURCES
        assert name != "url" or element.get("access", "preview") in {"preview", "raw object", "object in context"}
