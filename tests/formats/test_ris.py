"""RIS: what is written, and what other programs' files give."""

import pytest

from litcli.formats import ris
from litcli.formats._base import Failure, Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import CslDate, CslName, Record

JOURNAL: Record = {
    "type": "article-journal",
    "title": "Trial Watch",
    "author": [{"family": "Semeraro", "given": "Michaela"}, {"literal": "World Health Organization"}],
    "issued": {"date-parts": [[2013, 11]]},
    "container-title": "OncoImmunology",
    "volume": "2",
    "issue": "11",
    "number": "e26494",
    "PMID": "15693138",
    "PMCID": "PMC7861489",
    "ISSN": ["0075-8450", "0927-796X"],
    "keyword": ["IMiDs", "1,2-dithiol"],
    "abstract": "One.\n\nTwo.",
}

WRITTEN = [
    "TY  - JOUR",
    "AU  - Semeraro, Michaela",
    "AU  - World Health Organization,",
    "TI  - Trial Watch",
    "T2  - OncoImmunology",
    "JO  - OncoImmunology",
    "PY  - 2013",
    "DA  - 2013/11//",
    "VL  - 2",
    "C7  - e26494",
    "SP  - e26494",
    "AN  - PMID: 15693138; PMCID: PMC7861489",
    "C2  - PMC7861489",
    "SN  - 0075-8450, 0927-796X",
    "IS  - 11",
    "KW  - IMiDs",
    "KW  - 1,2-dithiol",
    "AB  - One. \u2029Two.",
    "LB  - oncology/trials",
    "ID  - semeraro2013",
    "ER  - ",
    "",
]


def lines(record: Record) -> list[str]:
    return dumps(ris, [Entry("key", record)], Options()).split("\n")


def read(*tags: str) -> Record:
    (found,) = loads(ris, "\n".join((*tags, "ER  - "))).records
    return found.record


def test_a_journal_article() -> None:
    assert dumps(ris, [Entry("semeraro2013", JOURNAL, tags=("oncology/trials",))], Options()).split("\n") == WRITTEN


def test_every_record_ends_and_a_blank_line_follows() -> None:
    text = dumps(ris, [Entry("a", {"type": "book"}), Entry("b", {"type": "book"})], Options())
    assert text == "TY  - BOOK\nID  - a\nER  - \n\nTY  - BOOK\nID  - b\nER  - \n"
    assert dumps(ris, [], Options()) == ""


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ({"type": "report", "number": "TR-12"}, "SN  - TR-12"),
        ({"type": "report", "ISBN": ["9783642233500"]}, "AN  - ISBN: 9783642233500"),
        ({"type": "patent", "number": "US 123"}, "M1  - US 123"),
        ({"type": "paper-conference", "number": "12"}, "C7  - 12"),
        ({"type": "book", "number-of-pages": "300"}, "SP  - 300"),
        ({"type": "book", "collection-title": "Series"}, "T2  - Series"),
        ({"type": "book", "collection-number": "7"}, "M1  - 7"),
        ({"type": "book", "editor": [{"family": "A", "given": "B."}]}, "A3  - A, B."),
        ({"type": "chapter", "editor": [{"family": "A", "given": "B."}]}, "A2  - A, B."),
        ({"type": "chapter", "collection-title": "Series"}, "T3  - Series"),
        ({"type": "article-journal", "page": "S1-S5"}, "EP  - S5"),
        ({"type": "book", "issued": {"date-parts": [[2013, 5], [2013, 6]]}}, "DA  - 2013/05//2013-05..2013-06"),
        ({"type": "book", "issued": {"date-parts": [[2013]], "season": 2}}, "DA  - 2013///2013-22"),
        ({"type": "book", "issued": {"literal": "in press"}}, "PY  - in press"),
        ({"type": "book", "accessed": {"date-parts": [[2020, 1, 2]]}}, "Y2  - 2020/01/02/"),
        ({"type": "paper-conference", "container-title": "Proc"}, "T2  - Proc"),
        ({"type": "paper-conference", "container-title": "Proc", "event-title": "Conf"}, "C3  - Proc"),
        ({"type": "book", "author": [{"family": "King", "given": "M. L.", "suffix": "Jr."}]}, "AU  - King, M. L., Jr."),
    ],
)
def test_what_the_targets_expect(record: Record, line: str) -> None:
    assert line in lines(record)


def test_the_issue_stands_behind_all_that_jabref_takes_for_one() -> None:
    tags = [line[:2] for line in WRITTEN]
    assert tags.index("IS") > max(tags.index("C7"), tags.index("AN"))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("van Houtum, G.J.", {"family": "Houtum", "given": "G.J.", "non-dropping-particle": "van"}),
        ("Humboldt, Alexander von", {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}),
        ("King, Martin Luther, Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("King, Jr., Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("World Health Organization,", {"literal": "World Health Organization"}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("Galon J", {"family": "Galon", "given": "J"}),
        ("Galon,Jérôme", {"family": "Galon", "given": "Jérôme"}),
    ],
)
def test_names_of_other_programs(written: str, name: CslName) -> None:
    assert read("TY  - JOUR", f"AU  - {written}")["author"] == [name]


@pytest.mark.parametrize(
    ("tags", "date"),
    [
        (["PY  - 2013"], {"date-parts": [[2013]]}),
        (["PY  - 2013///"], {"date-parts": [[2013]]}),
        (["Y1  - 2013/05/01/"], {"date-parts": [[2013, 5, 1]]}),
        (["PY  - 2013", "DA  - 2013/05//"], {"date-parts": [[2013, 5]]}),
        (["PY  - 2013", "DA  - May 1"], {"date-parts": [[2013, 5, 1]]}),
        (["PY  - 2013", "DA  - 2019/12/31"], {"date-parts": [[2013]]}),
        (["PY  - 2013", "DA  - 2013///Spring"], {"date-parts": [[2013]], "season": 1}),
        (["DA  - 2013-05-01"], {"date-parts": [[2013, 5, 1]]}),
        (["PY  - 2013", "DA  - 2013/13/45/"], {"date-parts": [[2013]]}),
        (["PY  - in press"], {"literal": "in press"}),
    ],
)
def test_dates_of_other_programs(tags: list[str], date: CslDate) -> None:
    assert read("TY  - JOUR", *tags)["issued"] == date


@pytest.mark.parametrize(
    ("tags", "record"),
    [
        (
            ["T1  - A", "A1  - B, C", "N2  - D", "JF  - E"],
            {"title": "A", "author": [{"family": "B", "given": "C"}], "abstract": "D", "container-title": "E"},
        ),
        (["JO  - Full", "T2  - Full", "JA  - F."], {"container-title": "Full", "container-title-short": "F."}),
        (["T2  - Full", "JO  - F."], {"container-title": "Full", "container-title-short": "F."}),
        (["JO  - Full"], {"container-title": "Full"}),
        (["VL  - 2", "M1  - 11"], {"volume": "2", "issue": "11"}),
        (["VL  - 2", "M1  - 1008150341"], {"volume": "2", "extra": ["M1: 1008150341"]}),
        (["AV  - Bodleian Library"], {"archive": "Bodleian Library"}),
        (["IS  - 11", "C7  - e26494"], {"issue": "11", "number": "e26494"}),
        (["SP  - e26494", "C7  - e26494"], {"number": "e26494"}),
        (["SP  - e26494"], {"page": "e26494"}),
        (["SP  - 1", "EP  - 9"], {"page": "1-9"}),
        (["SP  - 12", "EP  - 12"], {"page": "12"}),
        (["SP  - 1-9"], {"page": "1-9"}),
        (["SN  - 0075-8450 (Print) 0927-796X"], {"ISSN": ["0075-8450", "0927-796X"]}),
        (["SN  - 0075-8450 (Print), 0927-796X, 1234"], {"ISSN": ["0075-8450", "0927-796X"], "extra": ["SN: 1234"]}),
        (["SN  - 1234"], {"extra": ["SN: 1234"]}),
        (["AN  - 15693138", "DB  - PubMed"], {"PMID": "15693138", "extra": ["DB: PubMed"]}),
        (["AN  - 15693138"], {"extra": ["AN: 15693138"]}),
        (["AN  - WOS:0001"], {"extra": ["AN: WOS:0001"]}),
        (["M3  - 10.1000/xyz"], {"DOI": "10.1000/xyz"}),
        (["DO  - https://doi.org/10.1000/xyz"], {"DOI": "10.1000/xyz"}),
        (["KW  - bees", "wasps", "ants; flies"], {"keyword": ["bees", "wasps", "ants", "flies"]}),
        (["KW  - bees", "KW  - bees"], {"keyword": ["bees"]}),
        (["LA  - English"], {"language": "en"}),
        (["N1  - One", "N1  - Two"], {"note": "One\n\nTwo"}),
        (["UR  - https://a.org", "UR  - https://b.org"], {"URL": "https://a.org", "extra": ["UR: https://b.org"]}),
        (["AD  - Oslo", "XX  - what"], {"extra": ["AD: Oslo", "XX: what"]}),
        (["L1  - file.pdf", "L2  - https://a.org/b", "L4  - c.png"], {"attachment": ["file.pdf", "https://a.org/b", "c.png"]}),
        (["DP  - Database"], {"extra": ["DP: Database"]}),
        (["TI  - A title that", "goes on"], {"title": "A title that goes on"}),
    ],
)
def test_files_of_other_programs(tags: list[str], record: Record) -> None:
    assert read("TY  - JOUR", "ID  - a", *tags) == {"type": "article-journal"} | record


@pytest.mark.parametrize(
    ("tags", "record"),
    [
        (
            ["TY  - CPAPER", "T2  - Proc", "C3  - Conf"],
            {"type": "paper-conference", "container-title": "Conf", "event-title": "Proc"},
        ),
        (["TY  - CPAPER", "T2  - Proc"], {"type": "paper-conference", "container-title": "Proc"}),
        (["TY  - EDBOOK", "AU  - A, B"], {"type": "book", "editor": [{"family": "A", "given": "B"}]}),
        (["TY  - BOOK", "A2  - A, B"], {"type": "book", "editor": [{"family": "A", "given": "B"}]}),
        (["TY  - BOOK", "SP  - 300"], {"type": "book", "number-of-pages": "300"}),
        (["TY  - BOOK", "SP  - 1", "EP  - 9"], {"type": "book", "page": "1-9"}),
        (["TY  - RPRT", "SN  - TR-12"], {"type": "report", "number": "TR-12"}),
        (["TY  - RPRT", "SN  - 978-3-642-23350-0"], {"type": "report", "ISBN": ["9783642233500"]}),
        (["TY  - ELEC", "TI  - A"], {"type": "webpage", "title": "A"}),
        (["TY  - what", "TI  - A"], {"type": "document", "title": "A", "extra": ["TY: WHAT"]}),
        (["\ufeffTY - JOUR", "TI - One blank"], {"type": "article-journal", "title": "One blank"}),
    ],
)
def test_types_of_other_programs(tags: list[str], record: Record) -> None:
    assert read(*tags) == record


def test_an_abstract_cut_into_lines_is_one_paragraph() -> None:
    cut = ["AB  - " + "word " * 13, "word " * 14, "short end.", "", "Next paragraph."]
    assert read("TY  - JOUR", *cut)["abstract"] == f"{'word ' * 27}short end.\n\nNext paragraph."


def test_long_lines_are_paragraphs() -> None:
    first, second = "word " * 30, "term " * 30
    assert read("TY  - JOUR", f"AB  - {first}", second)["abstract"] == f"{first.strip()}\n\n{second.strip()}"


def test_line_ends_of_every_system() -> None:
    text = "TY  - JOUR\nTI  - A\nER  - \n"
    for end in ("\n", "\r\n", "\r"):
        assert loads(ris, text.replace("\n", end)).records[0].record == {"type": "article-journal", "title": "A"}


def test_a_record_without_its_end_is_read() -> None:
    loaded = loads(ris, "TY  - JOUR\nTI  - A\n\nTY  - BOOK\nTI  - B")
    assert [(read.record["title"], read.line) for read in loaded.records] == [("A", 1), ("B", 4)]


def test_what_is_no_record_comes_back_with_its_line() -> None:
    loaded = loads(ris, "Provider: X\n\nTY  - JOUR\nTI  - A\nER  - \nAU  - Nobody\nER  - \n\nTY  - JOUR\nER  - \n")
    assert [read.record["title"] for read in loaded.records] == ["A"]
    assert loaded.failures == (
        Failure(6, "no TY line opens this record", "AU  - Nobody"),
        Failure(9, "the record holds nothing", "TY  - JOUR"),
    )


def test_lost_fields_are_named() -> None:
    author: list[CslName] = [{"family": "Ng, the elder", "given": "A."}, {"family": "Li", "ORCID": "0000-0002-1694-233X"}]
    assert ris.lost(Entry("a", {"type": "review-book", "title": "x", "status": "p"})) == ()
    assert ris.lost(Entry("a", {"type": "article-journal", "author": author})) == ("author",)
