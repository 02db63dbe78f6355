"""Web of Science: its two exports, tagged and as a table, say the same."""

import shutil
import subprocess

import pytest

from litcli.formats import mods, wos
from litcli.formats._base import Failure, loads
from litcli.model.record import Record, people, words

TAGGED = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU van der Meer, JP
   Holm, O
AF van der Meer, Jan Pieter
   Holm, Ole
CA MOSS Study Grp
TI Moss on the roofs of
   old houses
SO JOURNAL OF WET ROOFS
LA English
DT Article; Proceedings Paper
CT 3rd Conference on Roofs
CY JUL 28-AUG 02, 2019
CL Bergen, NORWAY
DE moss; roof
   tiles; slate
ID GROWTH
AB One. Two.
C1 [Holm, Ole] Univ Bergen, Bergen, Norway.
OI Holm, Ole/0000-0002-1825-0097; Nobody, A/0000-0001-5109-3700
FU Moss Fund [M-1]; Roof Fund
CR Lind P, 2001, J ROOF, V1, P1
   Lind P, 2002, J ROOF, V2, P2
TC 7
PU ROOF PRESS
PI OSLO
SN 0301-4797
EI 1095-8630
J9 J WET ROOFS
JI J. Wet Roofs
PD SPR
PY 2019
VL 14
IS 2
BP 101
EP 118
DI 10.5555/roofs.2019.14
EA MAR 2019
UT WOS:000123456789012
PM 12345678
ER

EF
"""
RECORD: Record = {
    "type": "article-journal",
    "title": "Moss on the roofs of old houses",
    "author": [
        {"family": "Meer", "given": "Jan Pieter", "non-dropping-particle": "van der"},
        {"family": "Holm", "given": "Ole", "ORCID": "0000-0002-1825-0097"},
        {"literal": "MOSS Study Grp"},
    ],
    "container-title": "JOURNAL OF WET ROOFS",
    "container-title-short": "J. Wet Roofs",
    "language": "en",
    "event-title": "3rd Conference on Roofs",
    "event-date": {"date-parts": [[2019, 7, 28], [2019, 8, 2]]},
    "event-place": "Bergen, NORWAY",
    "keyword": ["moss", "roof tiles", "slate"],
    "index-term": ["GROWTH"],
    "abstract": "One. Two.",
    "funding": ["Moss Fund [M-1]", "Roof Fund"],
    "citation-count": "7",
    "citation-source": "Web of Science",
    "publisher": "ROOF PRESS",
    "publisher-place": "OSLO",
    "ISSN": ["0301-4797", "1095-8630"],
    "issued": {"date-parts": [[2019]], "season": 1},
    "available-date": {"date-parts": [[2019, 3]]},
    "volume": "14",
    "issue": "2",
    "page": "101-118",
    "DOI": "10.5555/roofs.2019.14",
    "PMID": "12345678",
    "extra": [
        "OI: Nobody, A/0000-0001-5109-3700",
        "DT: Proceedings Paper",
        "J9: J WET ROOFS",
        "C1: [Holm, Ole] Univ Bergen, Bergen, Norway.",
        "CR: Lind P, 2001, J ROOF, V1, P1",
        "CR: Lind P, 2002, J ROOF, V2, P2",
        "UT: WOS:000123456789012",
    ],
}
PARTED = {"AU": "; ", "AF": "; ", "CR": "; "}


def table() -> str:
    """Return the record as the table with tabs has it."""
    cells: dict[str, str] = {}
    tag = ""
    for line in TAGGED.split("\n")[2:-4]:
        joint = PARTED.get(tag, " ")
        tag, value = (tag, f"{cells[tag]}{joint}{line.strip()}") if line.startswith(" ") else (line[:2], line[3:])
        cells[tag] = value
    return "\ufeff" + "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"


@pytest.mark.parametrize("text", [TAGGED, table()], ids=["tagged", "table"])
def test_an_article(text: str) -> None:
    assert wos.likely(text) == 1
    loaded = loads(wos, text)
    assert [found.record for found in loaded.records] == [RECORD]
    assert loaded.failures == ()
    assert "UT WOS" in loaded.records[0].source or "WOS:" in loaded.records[0].source


@pytest.mark.parametrize(
    ("lines", "record"),
    [
        (["PT S", "DT Proceedings Paper", "SE Lecture Notes"], {"type": "paper-conference", "collection-title": "Lecture Notes"}),
        (["PT B", "DT Article; Book Chapter", "BA Ng, A", "AU Li, B"], {"type": "chapter", "extra": ["BA: Ng, A"]}),
        (
            ["PT B", "DT Book", "BA Ng, A", "TI On bees", "SO ON BEES"],
            {"type": "book", "author": [{"family": "Ng", "given": "A"}]},
        ),
        (["PT J", "AU [Anonymous]", "BP 17", "AR 17"], {"type": "article-journal", "number": "17"}),
        (["PT J", "PD NOV 13", "PY 2013"], {"type": "article-journal", "issued": {"date-parts": [[2013, 11, 13]]}}),
        (["PT P", "TI On bees", "DT Patent"], {"type": "patent", "extra": ["DT: Patent"]}),
    ],
)
def test_other_kinds(lines: list[str], record: Record) -> None:
    (found,) = loads(wos, "\n".join([*lines, "ER", ""])).records
    assert {name: found.record.get(name) for name in record} == record
    assert "container-title" not in found.record


def test_what_is_no_record_comes_back_with_its_line() -> None:
    loaded = loads(wos, "FN Clarivate\nVR 1.0\nPT J\nER\n\nPT J\nTI A\nER\n\nEF\n")
    assert [found.record["title"] for found in loaded.records] == ["A"]
    assert loaded.failures == (Failure(3, "the record holds nothing", "PT J"),)


@pytest.mark.skipif(not shutil.which("isi2xml"), reason="bibutils is not there")
def test_bibutils_reads_the_same() -> None:
    """Bibutils knows no groups, no ORCIDs, no seasons; the place of the conference is one of the work to it."""
    done = subprocess.run(["isi2xml", "-i", "utf8"], input=TAGGED, capture_output=True, text=True, check=True)
    (found,) = loads(mods, done.stdout.removeprefix("\ufeff")).records
    same = ("title", "container-title", "volume", "issue", "page", "DOI", "language", "abstract")
    assert {field: found.record.get(field) for field in same} == {field: RECORD[field] for field in same}
    assert [name["family"] for name in people(found.record, "author")][:2] == ["Meer", "Holm"]
    assert {*words(RECORD, "keyword"), *words(RECORD, "index-term")} == {*words(found.record, "keyword")}


def test_paragraphs_of_an_abstract_have_a_line_each() -> None:
    first, second = "Objective. " + "We counted bees. " * 8, "Methods. " + "We sat still. " * 8
    (found,) = loads(wos, f"PT J\nTI On bees\nAB {first.strip()}\n   {second.strip()}\nER\n").records
    assert found.record["abstract"] == f"{first.strip()}\n\n{second.strip()}"
