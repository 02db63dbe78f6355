"""NBIB: what is written, and what PubMed, KoreaMed and ERIC give."""

import nbib as program
import pytest

from litcli.formats import nbib
from litcli.formats._base import Failure, Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record, people, words
from tests.formats.hard import HARD

PUBMED = """\
PMID- 12345678
OWN - NLM
STAT- MEDLINE
IS  - 0301-4797 (Print)
IS  - 1095-8630 (Electronic)
VI  - 14
IP  - 2
DP  - 2016 Mar-Apr
TI  - [Growth of moss on the roofs of old houses, and what the rain of the hills
      does to it].
PG  - e101
LID - 10.5555/roofs.2016.14 [doi]
LID - S0140-6736(13)12345-6 [pii]
AB  - BACKGROUND: Moss grows. METHODS: We
      weighed it.
FAU - van der Meer, Jan Pieter
AU  - van der Meer JP
AUID- ORCID: 0000-0002-1825-0097
AD  - Institute of Roofs, Bergen,
      Norway.
CN  - MOSS Study Group
FAU - Holm, Ole Jr
AU  - Holm O Jr
LA  - nor
LA  - eng
GR  - R01 MO123456/MO/NIMO NIH HHS/United States
PT  - Journal Article
PT  - Review
DEP - 20160201
PL  - Norway
TA  - J Wet Roofs
JT  - Journal of wet roofs
TT  - Vekst av mose.
MH  - *Bryophyta/growth & development
OT  - *moss
OT  - rain
PMC - PMC7861489
PHST- 2015/10/02 00:00 [received]
PHST- 2016/01/05 00:00 [entrez]
AID - 10.5555/roofs.2016.14 [doi]
SO  - J Wet Roofs. 2016 Mar;14(2):e101.
"""


def read(text: str) -> Record:
    (found,) = loads(nbib, text).records
    return found.record


def test_a_record_of_pubmed() -> None:
    assert read(PUBMED) == {
        "type": "article-journal",
        "title": "Vekst av mose",
        "translated-title": "Growth of moss on the roofs of old houses, and what the rain of the hills does to it",
        "author": [
            {"family": "Meer", "given": "Jan Pieter", "non-dropping-particle": "van der", "ORCID": "0000-0002-1825-0097"},
            {"literal": "MOSS Study Group"},
            {"family": "Holm", "given": "Ole", "suffix": "Jr"},
        ],
        "issued": {"date-parts": [[2016, 3], [2016, 4]]},
        "number": "e101",
        "ISSN": ["0301-4797", "1095-8630"],
        "volume": "14",
        "issue": "2",
        "abstract": "BACKGROUND: Moss grows. METHODS: We weighed it.",
        "language": "no",
        "funding": ["R01 MO123456/MO/NIMO NIH HHS/United States"],
        "available-date": {"date-parts": [[2016, 2, 1]]},
        "publisher-place": "Norway",
        "container-title-short": "J Wet Roofs",
        "container-title": "Journal of wet roofs",
        "mesh": ["*Bryophyta/growth & development"],
        "keyword": ["moss", "rain"],
        "PMCID": "PMC7861489",
        "submitted": {"date-parts": [[2015, 10, 2]]},
        "PMID": "12345678",
        "DOI": "10.5555/roofs.2016.14",
        "extra": [
            "PT: Review",
            "OWN: NLM",
            "STAT: MEDLINE",
            "AD: Institute of Roofs, Bergen, Norway.",
            "LA: eng",
            "PHST: 2016/01/05 00:00 [entrez]",
            "SO: J Wet Roofs. 2016 Mar;14(2):e101.",
            "LID: S0140-6736(13)12345-6 [pii]",
        ],
    }


def test_what_pubmed_gave_is_written_as_pubmed_has_it() -> None:
    written = dumps(nbib, [Entry("a", read(PUBMED))], Options()).split("\n")
    same = "PMID OWN- STAT VI-- IP-- DP-- AUID CN-- PT-- PL-- TA-- JT-- TT-- MH-- PMC- AID- SO--".replace("-", " ").split()
    lines = [line for line in PUBMED.split("\n") if line[:4].strip() in same]
    assert [line for line in lines if line not in written] == []
    assert written[0] == "PMID- 12345678"


@pytest.mark.parametrize(
    ("lines", "record"),
    [
        (["PT  - Book Chapter", "TI  - A", "BTI - B"], {"type": "chapter", "title": "A", "container-title": "B"}),
        (["PT  - Book", "BTI - B"], {"type": "book", "title": "B"}),
        (
            ["OWN - ERIC", "TI  - A", "PT  - Speeches/Meeting Papers"],
            {"type": "paper-conference", "title": "A", "extra": ["OWN: ERIC"]},
        ),
        (
            ["TI  - A", "ISSN- EISSN-1095-8630", "KW  - b"],
            {"type": "document", "title": "A", "ISSN": ["1095-8630"], "keyword": ["b"]},
        ),
        (["JT  - J", "TI  - A."], {"type": "article-journal", "container-title": "J", "title": "A."}),
        (["AU  - Galon J"], {"type": "document", "author": [{"family": "Galon", "given": "J"}]}),
        (["PG  - 6913-7"], {"type": "document", "page": "6913-7"}),
        (["PG  - 26494"], {"type": "document", "number": "26494"}),
        (["LID - e80092"], {"type": "document", "number": "e80092"}),
        (["PG  - 9", "LID - 9", "LID - 10.1186/x [doi]"], {"type": "document", "number": "9", "DOI": "10.1186/x"}),
        (["LID - http://x.org/1"], {"type": "document", "URL": "http://x.org/1"}),
        (["GN  - PMID: 5", "GN  - To read"], {"type": "document", "PMID": "5", "note": "To read"}),
    ],
)
def test_records_of_other_databases(lines: list[str], record: Record) -> None:
    assert read("\n".join(lines)) == record


def test_records_are_parted_by_a_blank_line_or_a_pmid() -> None:
    loaded = loads(nbib, "PMID- 1\nTI  - A\n\nOWN - ERIC\nTI  - B\nPMID- 3\nTI  - C\n\n\nPMID- \n")
    assert [(found.record["title"], found.line) for found in loaded.records] == [("A", 1), ("B", 4), ("C", 6)]
    assert loaded.failures == (Failure(10, "the record holds nothing", "PMID- "),)


def test_citekey_and_tags_come_back_from_notes() -> None:
    text = dumps(nbib, [Entry("galon2013", {"type": "book", "title": "A"}, tags=("a/b",))], Options())
    assert text == "PMID- \nTI  - A\nBTI - A\nPT  - Book\nGN  - Tags: a/b\nGN  - Citation Key: galon2013\n"
    assert loads(nbib, text).records == (Read("galon2013", {"type": "book", "title": "A"}, ("a/b",), 1, text.rstrip("\n")),)
    keyword = dumps(nbib, [Entry("a", {"type": "book"}, tags=("b",))], Options(places=(("tags", "OT"),)))
    assert "OT  - b\n" in keyword


def test_long_values_are_cut_between_words() -> None:
    words = " ".join(["word"] * 40)
    lines = dumps(nbib, [Entry("a", {"type": "book", "abstract": f"{words}\n\n{'x' * 200} y"})], Options()).split("\n")
    assert max(len(line) for line in lines if "xx" not in line) <= 88
    assert [line for line in lines if "xx" in line] == [f"      \u2029{'x' * 200}"]


NUMBERED = tuple(
    Entry(
        entry.citekey, {name: value for name, value in entry.record.items() if name not in {"ISSN", "PMCID"}} | {"PMID": str(at)}
    )
    for at, entry in enumerate(HARD, start=1)
)
"""The program takes no record without a PMID, and no ISSN that does not say what it is of."""
SAME = {
    "title": "title",
    "abstract": "abstract",
    "volume": "journal_volume",
    "issue": "journal_issue",
    "container-title-short": "journal_abbreviated",
    "DOI": "doi",
}


@pytest.mark.parametrize("entry", NUMBERED, ids=lambda entry: entry.citekey)
def test_another_program_reads_the_same(entry: Entry) -> None:
    (found,), record = program.read(dumps(nbib, [entry], Options())), entry.record
    stated = {field: _plain(record[field]) for field in SAME if field in record}
    if "translated-title" in record and "title" in record:
        stated["title"] = f"[{_plain(record['translated-title'])}]"
    assert {
        field: _plain(found.get(SAME[field])).removesuffix("." * ("OWN: NLM" in words(record, "extra"))) for field in stated
    } == stated
    persons = [name for name in people(record, "author") if "literal" not in name]
    assert len(found.get("authors", [])) == len(persons)


def _plain(value: object) -> str:
    return " ".join(str(value).replace("\u2029", " ").split())
