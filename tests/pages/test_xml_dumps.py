"""XML with many records is cut into one page a record, each with its place; what is no record is told."""

import io
import re

import pytest

from litcli.errors import InputError
from litcli.extract.engine import read
from litcli.extract.result import Extraction
from litcli.pages.decode import to_page
from litcli.pages.page import Found, Page, Source
from litcli.pages.split import split
from litcli.pages.xml_dumps import cut

DC = (
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{0}</dc:title><dc:creator>Bell, Anna</dc:creator><dc:date>2011</dc:date><dc:type>Article</dc:type></oai_dc:dc>"
)
OAI = '<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>{0}</ListRecords></OAI-PMH>'
RECORD = "<record><header><identifier>oai:{0}</identifier></header><metadata>{1}</metadata></record>"
DELETED = '<record><header status="deleted"><identifier>oai:9</identifier></header></record>'

ENDNOTE = (
    f"<?xml version='1.0'?>\n<xml><records>{'<record><ref-type>17</ref-type><label>bees</label></record>' * 3}</records></xml>"
)

UNKNOWN = "XML without a record that litcli knows (its first element is <xml>); a file of references is for 'litcli import'"


def found(content: str | bytes) -> list[Found]:
    return list(split("a.xml", io.BytesIO(content.encode() if isinstance(content, str) else content)))


def titles(content: str | bytes) -> list[str]:
    readings = [read(page) for source in found(content) if isinstance(source, Source) and (page := page_of(source))]
    return [str(reading.record["title"]) for reading in readings if isinstance(reading, Extraction)]


def page_of(source: Source) -> Page | None:
    try:
        return to_page(source)
    except InputError:
        return None


def listed(*names: str) -> str:
    return OAI.format("".join(RECORD.format(name, DC.format(name)) for name in names))


def test_each_record_of_a_list_is_a_page_with_its_place() -> None:
    dump = listed("On bees", "On wasps", "On ants")
    pages = [page for page in found(dump) if isinstance(page, Source)]
    assert [page.ordinal for page in pages] == [1, 2, 3]
    assert [dump[page.offset :].startswith("<record><header>") for page in pages] == [True] * 3
    assert len({page.offset for page in pages}) == 3
    assert {page.media_type for page in pages} == {"application/xml"}
    assert titles(dump) == ["On bees", "On wasps", "On ants"]


@pytest.mark.parametrize(
    "dump",
    [
        "<modsCollection xmlns='http://www.loc.gov/mods/v3'>{0}</modsCollection>",
        "<export><part>{0}</part></export>",
        "{0}",
        "<?xml version='1.0'?>{0}",
    ],
    ids=["collection", "unknown wrapper", "one behind the other", "one behind the other, declared"],
)
def test_records_are_found_in_any_wrapper_and_behind_each_other(dump: str) -> None:
    record = (
        '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>{0}</title></titleInfo><name><namePart>Bell, Anna</namePart></name>'
        "<originInfo><dateIssued>2011</dateIssued></originInfo><genre>article</genre></mods>"
    )
    assert titles(dump.format(record.format("On bees") + "\n" + record.format("On wasps"))) == ["On bees", "On wasps"]


def test_a_document_of_one_record_keeps_its_bytes() -> None:
    content = DC.format("On bees").encode()
    [page] = found(content)
    assert isinstance(page, Source)
    assert page.content == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_any_encoding_is_read_whatever_is_declared(encoding: str) -> None:
    dump = listed("Über Bienen", "Über Wespen").replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
    assert titles(dump.encode(encoding)) == ["Über Bienen", "Über Wespen"]
    assert titles(dump.replace(encoding, "iso-8859-1").encode()) == ["Über Bienen", "Über Wespen"]


def test_a_deleted_record_says_so_and_the_others_are_read() -> None:
    dump = OAI.format(RECORD.format("1", DC.format("On bees")) + DELETED + RECORD.format("2", DC.format("On ants")))
    one, error, other = found(dump)
    assert isinstance(one, Source)
    assert isinstance(other, Source)
    assert str(error) == "a.xml (page 2): a record that its source has deleted"
    assert other.ordinal == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            "<?xml version='1.0'?><urlset><url/></urlset>",
            "XML without a record that litcli knows (its first element is <urlset>)",
        ),
        (
            OAI.format("").replace("<ListRecords></ListRecords>", '<error code="noRecordsMatch">none match</error>'),
            "XML without a record that litcli knows (its first element is <OAI-PMH>: none match)",
        ),
        (
            "<?xml version='1.0'?><kml><Placemark>a",
            "XML without a record that litcli knows (its first element is <kml>); it is broken: it ends in the middle",
        ),
        (ENDNOTE, UNKNOWN),
        (ENDNOTE[:-37], f"{UNKNOWN}; it is broken: it ends in the middle"),
    ],
)
def test_other_xml_says_what_it_is(content: str, reason: str) -> None:
    [error] = found(content)
    assert isinstance(error, InputError)
    assert (error.reason, error.content) == (reason, content.encode())


def test_records_of_another_format_are_told_where_others_follow() -> None:
    other = RECORD.format("0", "<etd>On moss</etd>")
    dump = OAI.format(f"{other * 2}{RECORD.format('1', DC.format('On bees'))}")
    assert titles(dump) == ["On bees"]
    assert [error.reason for error in found(dump) if isinstance(error, InputError)] == [
        "records of no format that litcli knows stand before its first: 2"
    ]


def test_a_dump_that_breaks_off_gives_what_it_holds_and_says_so() -> None:
    dump = listed("On bees", "On wasps")
    pages = [page for page in found(dump[: dump.index("wasps</dc:title>") + 24]) if isinstance(page, Source)]
    assert [page.doubts for page in pages] == [(), ("broken XML, read as far as it goes (it ends in the middle)",)]


def test_mismatched_tags_are_told_and_the_rest_is_read() -> None:
    dump = listed("On bees", "On wasps").replace("<header>", "<header></setSpec>", 1)
    assert titles(dump) == ["On bees", "On wasps"]
    error = found(dump)[-1]
    assert isinstance(error, InputError)
    assert error.reason.startswith("broken XML (")


def test_an_undeclared_prefix_costs_nothing() -> None:
    record = RECORD.format("1", DC.format("On bees &amp; R&D"))
    dump = OAI.format(re.sub(r' xmlns:\w+="[^"]+"', "", record) * 2)
    assert titles(dump) == ["On bees & R&D"] * 2
    assert not any(page.doubts for page in found(dump) if isinstance(page, Source))


def test_a_record_that_is_too_large_is_told_and_the_next_is_read() -> None:
    pieces = ["<r><mods><title>a</title></mods><mods>", *["x" * 900] * 3, "</mods><mods><title>b</title></mods></r>"]
    assert [(one.text, one.reason) for one in cut(pieces, 2000)] == [
        ("<mods><title>a</title></mods>", ""),
        (None, "one record of more than 0 MB"),
        ("<mods><title>b</title></mods>", ""),
    ]


def test_hal_packs_its_records_into_one_text() -> None:
    one = "<biblFull><titleStmt><title>On {0}</title></titleStmt></biblFull>"
    dump = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listBibl>{0}</listBibl></body></text></TEI>'
    assert len(found(dump.format(one.format("bees") + one.format("ants")))) == 2


def test_a_web_page_is_not_taken_for_a_record() -> None:
    [page] = found('<article class="news"><h1>Bees</h1><p>Bees are back in the town, says the mayor of the town.</p></article>')
    assert isinstance(page, Source)
    assert page.media_type == "text/html"
