"""EndNote tagged: what is written, and what EndNote, libraries and publishers give."""

import pytest

from litcli.formats import enw
from litcli.formats._base import Failure, Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import CslDate, Record

ARTICLE: Record = {
    "type": "article-journal",
    "title": "On bees",
    "author": [{"family": "Galon", "given": "J."}, {"literal": "World Health Organization"}],
    "container-title": "Bees",
    "issued": {"date-parts": [[2013, 5, 1]]},
    "volume": "2",
    "issue": "11",
    "number": "e26494",
    "PMID": "15693138",
    "ISSN": ["0075-8450", "0927-796X"],
    "keyword": ["IMiDs", "bees"],
    "abstract": "One.\n\nTwo.",
    "attachment": ["files/a.pdf"],
    "funding": ["NSF 1"],
    "extra": ["DB: x", "%+: Oslo"],
    "note": "To read",
}


def lines(record: Record, *tags: str) -> list[str]:
    return dumps(enw, [Entry("galon2013", record, tags=tags)], Options()).split("\n")


def read(*stated: str) -> Record:
    (found,) = loads(enw, "\n".join(stated)).records
    return found.record


def test_a_journal_article() -> None:
    assert lines(ARTICLE, "a/b") == [
        "%0 Journal Article",
        "%A Galon, J.",
        "%A World Health Organization,",
        "%T On bees",
        "%J Bees",
        "%D 2013",
        "%8 May 1",
        "%V 2",
        "%] e26494",
        "%P e26494",
        "%N 11",
        "%K IMiDs",
        "%K bees",
        "%X One. \u2029Two.",
        "%> files/a.pdf",
        "%M PMID: 15693138",
        "%@ 0075-8450, 0927-796X",
        "%F galon2013",
        "%+ Oslo",
        "%Z To read",
        "%Z Funding: NSF 1",
        "%Z Other fields of its file: DB: x",
        "%Z Tags: a/b",
        "",
    ]


@pytest.mark.parametrize(
    ("stated", "record"),
    [
        (["%0 Book", "%T A", "%P 173 s."], {"type": "book", "title": "A", "number-of-pages": "173 s."}),
        (["%0 Book", "%T A", "%P 1-9", "%B Series"], {"type": "book", "title": "A", "page": "1-9", "collection-title": "Series"}),
        (["%0 Edited Book", "%A Ng, A."], {"type": "book", "editor": [{"family": "Ng", "given": "A."}]}),
        (["%0 Serial", "%0 Audio", "%T A"], {"type": "periodical", "title": "A", "extra": ["%0: Audio"]}),
        (["%0 Thesis", "%Y Ng, A."], {"type": "thesis", "supervisor": [{"family": "Ng", "given": "A."}]}),
        (["%0 Report", "%@ TR-12"], {"type": "report", "number": "TR-12"}),
        (["%0 Journal Article", "%X One.", "", "Two."], {"type": "article-journal", "abstract": "One.\n\nTwo."}),
        (["%0 Journal Article", "%K bees", "wasps; ants"], {"type": "article-journal", "keyword": ["bees", "wasps", "ants"]}),
        (["%0 Journal Article", "%M 5", "%W PubMed"], {"type": "article-journal", "PMID": "5", "extra": ["%W: PubMed"]}),
        (["%0 Journal Article", "%M PMID: 1; PMID: 22"], {"type": "article-journal", "PMID": "1", "extra": ["PMID: 22"]}),
        (["%0 Journal Article", "%Z PMID: 5", "%Z Mine"], {"type": "article-journal", "PMID": "5", "note": "Mine"}),
        (
            ["%0 Journal Article", "%R 10.1000/x", "%R oai:1"],
            {"type": "article-journal", "DOI": "10.1000/x", "extra": ["%R: oai:1"]},
        ),
        (
            ["%T Corn", "%A Newman, W. H."],
            {"type": "document", "title": "Corn", "author": [{"family": "Newman", "given": "W. H."}]},
        ),
    ],
)
def test_files_of_other_programs(stated: list[str], record: Record) -> None:
    assert read(*stated) == record


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        (["%D 2013"], {"date-parts": [[2013]]}),
        (["%D 2013", "%8 May 1"], {"date-parts": [[2013, 5, 1]]}),
        (["%D 2013", "%8 2013/05/01"], {"date-parts": [[2013, 5, 1]]}),
        (["%D 2013", "%8 May-Jun"], {"date-parts": [[2013, 5], [2013, 6]]}),
        (["%8 May 2013"], {"date-parts": [[2013, 5]]}),
        (["%D in press"], {"literal": "in press"}),
    ],
)
def test_dates(stated: list[str], date: CslDate) -> None:
    assert read("%0 Book", "%T A", *stated) == {"type": "book", "title": "A", "issued": date}


def test_a_day_of_another_year_is_kept() -> None:
    assert read("%0 Book", "%D 2013", "%8 2019-12-31") == {
        "type": "book",
        "issued": {"date-parts": [[2013]]},
        "extra": ["%8: 2019-12-31"],
    }


def test_records_without_a_type_are_parted_by_blank_lines() -> None:
    loaded = loads(enw, "%T A\n%D 2013\n\n%T B\n\n%0 Book\n%T C\n%X One.\n\nTwo.\n\n%0 Book\n%T D\n%0 Book\n")
    assert [found.record["title"] for found in loaded.records] == ["A", "B", "C", "D"]
    assert loaded.failures == (Failure(14, "the record holds nothing", "%0 Book"),)


def test_further_labels_are_aliases() -> None:
    (found,) = loads(enw, "%0 Book\n%T A\n%F one\n%F two\n").records
    assert (found.citekey, found.aliases) == ("one", ("two",))
