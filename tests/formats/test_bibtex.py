"""BibTeX: what is written, and what other programs' files give."""

from functools import partial

import pytest

from litcli.formats import bibtex
from litcli.formats._base import Failure, Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import CslDate, CslName, Record
from tests.formats import bib
from tests.formats.bib import field

JOURNAL: Record = {
    "type": "article-journal",
    "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": [{"family": "Semeraro", "given": "Michaela"}, {"family": "Galon", "given": "Jérôme"}],
    "issued": {"date-parts": [[2013, 11]]},
    "container-title": "OncoImmunology",
    "volume": "2",
    "issue": "11",
    "number": "e26494",
    "DOI": "10.4161/onci.26494",
    "keyword": ["IMiDs", "1,2-dithiol"],
}

WRITTEN = """\
@article{semeraro2013,
  author = {Semeraro, Michaela and Galon, Jérôme},
  title = {Trial {Watch}: Lenalidomide-based immunochemotherapy},
  journal = {OncoImmunology},
  year = {2013},
  month = nov,
  volume = {2},
  number = {11},
  eid = {e26494},
  doi = {10.4161/onci.26494},
  keywords = {IMiDs, {1,2-dithiol}},
  groups = {oncology/trials},
}
"""


read = partial(bib.read, bibtex)


def dumped(record: Record, *, ascii: bool = False) -> str:  # noqa: A002
    return dumps(bibtex, [Entry("key", record)], Options(ascii=ascii))


def test_a_journal_article() -> None:
    assert dumps(bibtex, [Entry("semeraro2013", JOURNAL, tags=("oncology/trials",))], Options()) == WRITTEN


def test_a_blank_line_stands_between_two_entries() -> None:
    assert dumped({"type": "book"}) == "@book{key,\n}\n"
    text = dumps(bibtex, [Entry("a", {"type": "book"}), Entry("b", {"type": "book"})], Options())
    assert text == "@book{a,\n}\n\n@book{b,\n}\n"
    assert dumps(bibtex, [], Options()) == ""


@pytest.mark.parametrize(
    ("record", "head"),
    [
        ({"type": "article-journal"}, "@article{key,"),
        ({"type": "chapter"}, "@incollection{key,"),
        ({"type": "paper-conference"}, "@inproceedings{key,"),
        ({"type": "report"}, "@techreport{key,"),
        ({"type": "thesis", "genre": "PhD thesis"}, "@phdthesis{key,"),
        ({"type": "thesis", "genre": "Masterarbeit"}, "@mastersthesis{key,"),
        ({"type": "thesis", "genre": "M.Sc. thesis"}, "@mastersthesis{key,"),
        ({"type": "dataset"}, "@misc{key,\n  entrysubtype = {dataset},"),
        ({"type": "article", "arXiv": "2101.00001"}, "@misc{key,\n  entrysubtype = {article},"),
        ({"type": "article-newspaper"}, "@article{key,\n  entrysubtype = {newspaper},"),
    ],
)
def test_types(record: Record, head: str) -> None:
    assert dumped(record).startswith(head)


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        ({"type": "report", "publisher": "VTT", "number": "7"}, "institution", "{VTT}"),
        ({"type": "report", "publisher": "VTT", "number": "7"}, "number", "{7}"),
        ({"type": "thesis", "publisher": "Universität Köln"}, "school", "{Universität Köln}"),
        ({"type": "thesis"}, "type", "{thesis}"),
        ({"type": "thesis", "genre": "PhD thesis"}, "type", None),
        ({"type": "thesis", "genre": "Doctoral thesis, monograph"}, "type", "{Doctoral thesis, monograph}"),
        ({"type": "book", "collection-number": "7"}, "number", "{7}"),
        ({"type": "article-journal", "page": "S383-S385"}, "pages", "{S383--S385}"),
        ({"type": "book", "language": "pt-BR"}, "language", "{brazilian}"),
        ({"type": "book", "language": "ja"}, "language", "{ja}"),
        ({"type": "book", "language": "de"}, "langid", "{ngerman}"),
        ({"type": "book", "publisher": "Simon and Schuster"}, "publisher", "{Simon and Schuster}"),
        ({"type": "book", "author": [{"family": "=Cell", "given": "A"}]}, "author", "{{=Cell}, A}"),
        ({"type": "book", "author": [{"family": "hooks", "given": "bell"}]}, "author", "{{hooks}, bell}"),
        (
            {"type": "book", "author": [{"family": "House", "given": "G", "suffix": "M.D., Ph.D."}]},
            "author",
            "{{House}, {M.D., Ph.D.}, {G}}",
        ),
        ({"type": "book", "extra": ["rating: 5", "LCCN: 1"]}, "rating", "{5}"),
        ({"type": "book", "extra": ["rating: 5", "tex.x: 1"]}, "extra", "{tex.x: 1}"),
        ({"type": "book", "URL": "https://a.org/{x"}, "url", "{https://a.org/%7Bx}"),
        (
            {"type": "book", "author": [{"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}]},
            "options",
            "{useprefix=true}",
        ),
        ({"type": "article", "arXiv": "hep-th/9901001"}, "primaryclass", "{hep-th}"),
        ({"type": "book", "issued": {"date-parts": [[2012], [2013]]}}, "year", "{2012}"),
        ({"type": "book", "issued": {"date-parts": [[2012], [2013]]}}, "endyear", "{2013}"),
        ({"type": "book", "issued": {"date-parts": [[2012], [2013]]}}, "date", None),
        ({"type": "book", "issued": {"date-parts": [[2013, 6], [2013, 7]]}}, "month", 'jun # "--" # jul'),
        ({"type": "book", "issued": {"date-parts": [[2013]], "season": 3}}, "month", "{Autumn}"),
        ({"type": "webpage", "publisher": "WHO"}, "howpublished", "{WHO}"),
        ({"type": "book", "publisher-place": "Berlin"}, "address", "{Berlin}"),
        ({"type": "book", "issued": {"literal": "in press"}}, "year", "{in press}"),
        ({"type": "book", "status": "Accepted/In press"}, "pubstate", "{Accepted/In press}"),
        ({"type": "book", "status": "Published"}, "pubstate", None),
        ({"type": "book", "status": "Published"}, "status", "{Published}"),
        ({"type": "book", "title": "The HIV Book"}, "title", "{The {HIV} Book}"),
        ({"type": "book", "ISBN": ["9783642233500", "3540443428"]}, "isbn", "{9783642233500, 3540443428}"),
    ],
)
def test_fields(record: Record, name: str, value: str | None) -> None:
    assert field(dumped(record), name) == value


def test_ascii_escapes_letters() -> None:
    text = dumped(JOURNAL, ascii=True)
    assert text.isascii()
    assert field(text, "author") == r"{Semeraro, Michaela and Galon, J{\'e}r{\^o}me}"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ludwig van Beethoven", [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}]),
        ("von Neumann, John", [{"family": "Neumann", "given": "John", "non-dropping-particle": "von"}]),
        ("Humboldt, Alexander von", [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}]),
        ("King, Jr., Martin Luther", [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
        ("{World Health Organization}", [{"literal": "World Health Organization"}]),
        ("{\\'E}tienne Dupont and \\'Emile Z", [{"family": "Dupont", "given": "Étienne"}, {"family": "Z", "given": "Émile"}]),
        ("Donald~E. Knuth\n AND  Lamport, L.", [{"family": "Knuth", "given": "Donald E."}, {"family": "Lamport", "given": "L."}]),
        ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
        ("Plato", [{"family": "Plato"}]),
        ("Ford Jr., Henry", [{"family": "Ford", "given": "Henry", "suffix": "Jr."}]),
        ("Henry B. Ford III", [{"family": "Ford", "given": "Henry B.", "suffix": "III"}]),
        ("{Ford Jr.}, Henry", [{"family": "Ford Jr.", "given": "Henry"}]),
        ("Holt, M. and and Kvam, J.", [{"family": "Holt", "given": "M."}, {"family": "Kvam", "given": "J."}]),
        ("Holt, M.; Kvam, J.", [{"family": "Holt", "given": "M."}, {"family": "Kvam", "given": "J."}]),
        ("Holt, M., Kvam, J.", [{"family": "Holt", "given": "M."}, {"family": "Kvam", "given": "J."}]),
        ("{Ng;Li}, A", [{"family": "Ng;Li", "given": "A"}]),
    ],
)
def test_names_of_other_programs(written: str, names: list[CslName]) -> None:
    assert read(f"@book{{a, author = {{{written}}}}}")["author"] == names


def test_names_that_a_list_leaves_out_are_told() -> None:
    found = read("@book{a, author = {Knuth, D. and others}, note = {Hi}}")
    assert found["author"] == [{"family": "Knuth", "given": "D."}]
    assert (found["authors-incomplete"], found["note"]) == ("yes", "Hi")
    assert field(dumped(found), "author") == "{Knuth, D. and others}"
    assert bibtex.lost(Entry("a", found)) == ()


def test_et_al_says_that_names_are_left_out() -> None:
    found = read("@book{a, author = {Knuth, D. and Holt, M. et al.}}")
    assert found["author"] == [{"family": "Knuth", "given": "D."}, {"family": "Holt", "given": "M."}]
    assert found["authors-incomplete"] == "yes"


def test_a_retracted_work_is_printed_as_such_unless_it_has_a_status_of_its_own() -> None:
    retracted: Record = {"type": "article-journal", "title": "On bees", "editorial-notice": "Retracted"}
    assert field(dumped(retracted), "pubstate") == "{Retracted}"
    assert read(dumped(retracted)) == retracted
    assert field(dumped({**retracted, "status": "In press"}), "pubstate") == "{In press}"
    assert "pubstate" not in dumped({**retracted, "editorial-notice": "Corrected"})


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2013, month = may", {"date-parts": [[2013, 5]]}),
        ('year = {2013}, month = may # "~3"', {"date-parts": [[2013, 5, 3]]}),
        ("year = {2013}, month = {5}, day = {3}", {"date-parts": [[2013, 5, 3]]}),
        ("year = {2013}, month = {June--July}", {"date-parts": [[2013, 6], [2013, 7]]}),
        ("year = {2013}, month = {Spring}", {"date-parts": [[2013]], "season": 1}),
        ("date = {2013-05-01/2013-06-02}", {"date-parts": [[2013, 5, 1], [2013, 6, 2]]}),
        ("date = {1850~}", {"date-parts": [[1850]], "circa": True}),
        ("date = {1999-05-XX}", {"date-parts": [[1999, 5]]}),
        ("date = {-0043}", {"date-parts": [[-44]]}),
        ("year = 2013, month = {December}, day = 31", {"date-parts": [[2013, 12, 31]]}),
        ("year = 2012, month = dec, endyear = 2013, endmonth = jan", {"date-parts": [[2012, 12], [2013, 1]]}),
        ("month = {May 2013}", {"date-parts": [[2013, 5]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {800}", {"date-parts": [[800]]}),
    ],
)
def test_dates_of_other_programs(fields: str, date: CslDate) -> None:
    assert read(f"@book{{a, {fields}}}")["issued"] == date


@pytest.mark.parametrize(
    ("entry", "record"),
    [
        ("@phdthesis{a, school = {MIT}}", {"type": "thesis", "genre": "PhD thesis", "publisher": "MIT"}),
        (
            "@thesis{a, type = {mathesis}, institution = {MIT}}",
            {"type": "thesis", "genre": "Master's thesis", "publisher": "MIT"},
        ),
        ("@misc{a, eprint = {2101.00001}, archivePrefix = {arXiv}}", {"type": "article", "arXiv": "2101.00001"}),
        ("@article{a, eprint = {15693138}, eprinttype = {pubmed}}", {"type": "article-journal", "PMID": "15693138"}),
        ("@online{a, url = {\\url{https://a.org/x\\_y}}}", {"type": "webpage", "URL": "https://a.org/x_y"}),
        ("@article{a, doi = {https://doi.org/10.1000/x\\_y}}", {"type": "article-journal", "DOI": "10.1000/x_y"}),
        ("@article{a, doi = {no doi}}", {"type": "article-journal", "extra": ["doi: no doi"]}),
        ("@book{a, title = {Bees}, subtitle = {A View}}", {"type": "book", "title": "Bees: A View"}),
        ("@software{a, langid = {english}, langidopts = {variant=american}}", {"type": "software", "language": "en-US"}),
        ("@software{a, langidopts = {variant=poly}}", {"type": "software", "extra": ["langidopts: variant=poly"]}),
        ("@book{a, abstract = {One}, annotation = {Two}}", {"type": "book", "abstract": "One", "note": "Two"}),
        ("@book{a, language = {ngerman}}", {"type": "book", "language": "de"}),
        ("@book{a, langid = {german}}", {"type": "book", "language": "de"}),
        ("@book{a, keywords = {bees; wasps}}", {"type": "book", "keyword": ["bees", "wasps"]}),
        ("@article{a, pages = {1--9}, journaltitle = {J}}", {"type": "article-journal", "page": "1-9", "container-title": "J"}),
        (
            "@book{a, rating = {5}, file = {x.pdf}, timestamp = {2020}}",
            {"type": "book", "attachment": ["x.pdf"], "extra": ["rating: 5", "timestamp: 2020"]},
        ),
        ("@zine{a, title = {Bees}}", {"type": "document", "title": "Bees", "extra": ["entry type: zine"]}),
        ("@book(a, title = {Bees})", {"type": "book", "title": "Bees"}),
        ('@BOOK{a, TITLE = "Bees in {N}ormandy"}', {"type": "book", "title": "Bees in Normandy"}),
    ],
)
def test_files_of_other_programs(entry: str, record: Record) -> None:
    assert read(entry) == record


def test_strings_made_of_strings_do_not_fill_the_memory():
    strings = "".join(f"@string{{s{n + 1} = {' # '.join([f's{n}'] * 10)}}}" for n in range(12))
    (read,) = loads(bibtex, "@string{s0 = {bees }}" + strings + "@article{k, title = s2, journal = s12}").records
    assert read.record["title"] == ("bees " * 100).strip()
    assert read.record["container-title"] == "s11" * 10


def test_strings_are_resolved_and_joined() -> None:
    text = '@string{pub = "Springer"} @string{series = pub # { Series}} @book{a, publisher = pub, series = series # " in X"}'
    assert read(text) == {"type": "book", "publisher": "Springer", "collection-title": "Springer Series in X"}


def test_an_entry_inherits_by_crossref() -> None:
    loaded = loads(
        bibtex, "@inproceedings{a, title = {One}, crossref = {P}} @proceedings{p, title = {Proc}, year = 2013, publisher = {X}}"
    )
    assert loaded.records[0].record == {
        "type": "paper-conference",
        "title": "One",
        "container-title": "Proc",
        "issued": {"date-parts": [[2013]]},
        "publisher": "X",
    }


def test_a_block_that_is_no_entry_comes_back_with_its_line() -> None:
    text = "@book{a, title = {One}}\n\n@article{broken,\n  title = {no end\n\n@book{b, title = {Two}}\n"
    loaded = loads(bibtex, text)
    assert [(read.citekey, read.line) for read in loaded.records] == [("a", 1), ("b", 6)]
    (failure,) = loaded.failures
    assert isinstance(failure, Failure)
    assert failure.line == 3
    assert failure.text.startswith("@article{broken,\n  title = {no end")
    assert failure.reason == "no closing bracket is found"


def test_entries_of_one_key_are_all_read() -> None:
    loaded = loads(bibtex, "@book{a, title = {One}}\n@book{a, title = {Two}}")
    assert [read.record["title"] for read in loaded.records] == ["One", "Two"]
    assert loaded.failures == ()


def test_a_month_alone_is_no_date() -> None:
    assert read("@book{a, month = may}") == {"type": "book", "extra": ["month: may"]}


def test_a_repeated_field_is_kept() -> None:
    assert read("@book{a, title = {One}, title = {Two}}") == {"type": "book", "title": "One", "extra": ["title: Two"]}


def test_text_that_is_no_bibtex_holds_nothing() -> None:
    assert loads(bibtex, "Just a letter, with an @ sign.").records == ()


def test_lost_fields_are_named() -> None:
    record: Record = {
        "type": "book",
        "authors-incomplete": "yes",
        "URL": "https://a.org/b\\_c",
        "DOI": "10.1000/b\\c",
        "note": "x",
    }
    assert bibtex.lost(Entry("a", record)) == ("authors-incomplete", "URL")
    assert bibtex.lost(Entry("a", {"type": "book", "author": [{"family": "A"}], "authors-incomplete": "yes"})) == ()


@pytest.mark.parametrize(
    ("fields", "extra"),
    [
        ("year = {2019}, year = {2018}", ["year: 2018"]),
        ("year = 2020, month = jun, month = jul", ["month: jul"]),
        ("date = {2020-05}, year = {2020}, month = may", None),
        ("date = {2020-05}, year = {2019}", ["year: 2019"]),
        ("date = {2020}, month = jun", ["month: jun"]),
        ("date = {2020}, year = {in press}", ["year: in press"]),
        ("year = 2020, options = {a=b}, options = {c=d}", ["options: c=d", "options: a=b"]),
    ],
)
def test_what_a_file_says_twice_and_otherwise_is_kept(fields: str, extra: list[str] | None) -> None:
    assert read(f"@article{{a, {fields}}}").get("extra") == extra


def test_groups_and_former_keys_may_stand_in_several_fields() -> None:
    (found,) = loads(bibtex, "@article{a, groups = {g}, groups = {h}, ids = {x}, ids = {y}}").records
    assert (found.tags, found.aliases) == (("g", "h"), ("x", "y"))
