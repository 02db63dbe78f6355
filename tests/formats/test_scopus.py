"""Scopus: the columns of its newer and older tables."""

import csv

import pytest

from litcli.formats import csv as plain
from litcli.formats import scopus
from litcli.formats._base import Failure, loads
from litcli.model.record import Record

NEW = {
    "Authors": "van der Meer J.P.; Holm O.",
    "Author full names": "van der Meer, Jan Pieter (57190000001); Holm, Ole (7000000002)",
    "Author(s) ID": "57190000001; 7000000002",
    "Title": 'Moss, "slate" and rain',
    "Year": "2019",
    "Source title": "Journal of Wet Roofs",
    "Volume": "14",
    "Issue": "2",
    "Art. No.": "17",
    "Page start": "101",
    "Page end": "118",
    "Cited by": "7",
    "DOI": "10.5555/roofs.2019.14",
    "Link": "https://www.scopus.com/inward/record.uri?eid=2-s2.0-1",
    "Abstract": "One.\nTwo.",
    "Author Keywords": "moss; slate",
    "Index Keywords": "Roofs; Rain",
    "Funding Details": "Moss Fund, (M-1); Roof Fund",
    "Editors": "Lind P.",
    "Publisher": "Roof Press",
    "Conference name": "3rd Conference on Roofs",
    "Conference date": "2 July 2019 through 5 July 2019",
    "ISSN": "03014797",
    "ISBN": "978-364223350-0",
    "PubMed ID": "12345678",
    "Language of Original Document": "English; Norwegian",
    "Abbreviated Source Title": "J. Wet Roofs",
    "Document Type": "Review",
    "Source": "Scopus",
    "EID": "2-s2.0-1",
}


def table(*rows: dict[str, str]) -> str:
    def line(cells: list[str]) -> str:
        return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)

    return "\ufeff" + "\n".join(line(list(cells)) for cells in (rows[0].keys(), *(row.values() for row in rows))) + "\n"


def read(row: dict[str, str]) -> Record:
    (found,) = loads(scopus, table(row)).records
    return found.record


def test_a_document() -> None:
    assert read(NEW) == {
        "type": "article-journal",
        "title": 'Moss, "slate" and rain',
        "author": [
            {"family": "Meer", "given": "Jan Pieter", "non-dropping-particle": "van der"},
            {"family": "Holm", "given": "Ole"},
        ],
        "issued": {"date-parts": [[2019]]},
        "container-title": "Journal of Wet Roofs",
        "container-title-short": "J. Wet Roofs",
        "volume": "14",
        "issue": "2",
        "number": "17",
        "page": "101-118",
        "citation-count": "7",
        "citation-source": "Scopus",
        "DOI": "10.5555/roofs.2019.14",
        "URL": "https://www.scopus.com/inward/record.uri?eid=2-s2.0-1",
        "abstract": "One. Two.",
        "keyword": ["moss", "slate"],
        "index-term": ["Roofs", "Rain"],
        "funding": ["Moss Fund, (M-1)", "Roof Fund"],
        "editor": [{"family": "Lind", "given": "P."}],
        "publisher": "Roof Press",
        "event-title": "3rd Conference on Roofs",
        "event-date": {"date-parts": [[2019, 7, 2], [2019, 7, 5]]},
        "ISSN": ["0301-4797"],
        "ISBN": ["9783642233500"],
        "PMID": "12345678",
        "language": "en",
        "extra": [
            "Document Type: Review",
            f"Author full names: {NEW['Author full names']}",
            "Author(s) ID: 57190000001; 7000000002",
            "Language of Original Document: Norwegian",
            "Source: Scopus",
            "EID: 2-s2.0-1",
        ],
    }


def test_its_head_tells_it_from_other_tables() -> None:
    assert scopus.likely(table(NEW)) > plain.likely(table(NEW))
    assert scopus.likely("citekey,title,author\n") == 0


@pytest.mark.parametrize(
    ("cells", "record"),
    [
        ({"Title": "Moss", "Language of Original Document": ";"}, {"title": "Moss"}),
        (
            {"Authors": "Galon, J., Holm, O.B."},
            {"author": [{"family": "Galon", "given": "J."}, {"family": "Holm", "given": "O.B."}]},
        ),
        ({"Authors": "[No author name available]"}, {"author": None}),
        ({"Document Type": "Conference Paper"}, {"type": "paper-conference"}),
        ({"Document Type": "Book chapter"}, {"type": "chapter"}),
        ({"Abstract": "[No abstract available]"}, {"abstract": None, "extra": ["Abstract: [No abstract available]"]}),
    ],
)
def test_other_documents_and_older_tables(cells: dict[str, str], record: Record) -> None:
    found = read({"Title": "On bees", "EID": "", **cells})
    assert {name: found.get(name) for name in record} == record


def test_a_row_that_is_none_is_told() -> None:
    text = "Title,Year,EID\n" + '"On bees,2013,1\nOn wasps,2013,2\n,,\n'
    loaded = loads(scopus, text)
    assert [found.record["title"] for found in loaded.records] == ["On wasps"]
    assert loaded.failures == (Failure(2, "a quotation mark opens here and does not close", '"On bees,2013,1'),)
    assert loads(scopus, "price\n1\n").failures == (Failure(1, "the first row names no column of Scopus'", "price"),)


def test_python_reads_the_same_rows() -> None:
    assert next(csv.DictReader(table(NEW).removeprefix("\ufeff").splitlines(keepends=True))) == NEW
