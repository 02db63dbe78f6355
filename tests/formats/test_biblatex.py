"""BibLaTeX: what is written otherwise than in BibTeX, and what only BibLaTeX's files say."""

from functools import partial

import pytest

from litcli.formats import biblatex, bibtex
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import CslName, Record
from tests.formats import bib
from tests.formats.bib import field

JOURNAL: Record = {
    "type": "article-journal",
    "title": "Trial Watch: Lenalidomide-based immunochemotherapy",
    "author": [{"family": "Semeraro", "given": "Michaela", "ORCID": "0000-0002-1825-0097"}],
    "issued": {"date-parts": [[2013, 11]]},
    "container-title": "OncoImmunology",
    "volume": "2",
    "issue": "11",
    "number": "e26494",
    "DOI": "10.4161/onci.26494",
    "language": "en-GB",
}

WRITTEN = """\
@article{semeraro2013,
  author = {Semeraro, Michaela},
  author+an:orcid = {1="0000-0002-1825-0097"},
  title = {Trial {Watch}: Lenalidomide-based immunochemotherapy},
  journaltitle = {OncoImmunology},
  date = {2013-11},
  volume = {2},
  number = {11},
  eid = {e26494},
  doi = {10.4161/onci.26494},
  langid = {british},
  groups = {oncology/trials},
  ids = {old:key},
}
"""


read = partial(bib.read, biblatex)


def dumped(record: Record) -> str:
    return dumps(biblatex, [Entry("key", record)], Options())


def test_a_journal_article() -> None:
    entry = Entry("semeraro2013", JOURNAL, tags=("oncology/trials",), aliases=("old:key",))
    assert dumps(biblatex, [entry], Options()) == WRITTEN
    (found,) = loads(biblatex, WRITTEN).records
    assert (found.record, found.tags, found.aliases) == (JOURNAL, entry.tags, entry.aliases)


@pytest.mark.parametrize(
    ("record", "head"),
    [
        ({"type": "webpage"}, "@online{key,"),
        ({"type": "post-weblog"}, "@online{key,\n  entrysubtype = {post-weblog},"),
        ({"type": "article", "arXiv": "2101.00001"}, "@online{key,\n  entrysubtype = {article},"),
        ({"type": "report"}, "@report{key,"),
        ({"type": "thesis", "genre": "Master's thesis"}, "@thesis{key,"),
        ({"type": "dataset"}, "@dataset{key,"),
        ({"type": "software"}, "@software{key,"),
        ({"type": "patent"}, "@patent{key,"),
        ({"type": "entry-encyclopedia"}, "@inreference{key,"),
        ({"type": "book", "editor": [{"family": "A"}]}, "@collection{key,"),
        ({"type": "book", "author": [{"family": "A"}], "editor": [{"family": "B"}]}, "@book{key,"),
        ({"type": "map"}, "@misc{key,\n  entrysubtype = {map},"),
    ],
)
def test_types(record: Record, head: str) -> None:
    assert dumped(record).startswith(head)
    assert read(dumped(record)) == record


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        ({"type": "book", "issued": {"date-parts": [[2012, 12, 30], [2013, 1, 2]]}}, "date", "{2012-12-30/2013-01-02}"),
        ({"type": "book", "issued": {"date-parts": [[2013]], "season": 3, "circa": True}}, "date", "{2013-23~}"),
        ({"type": "book", "issued": {"date-parts": [[2013, 5]]}}, "year", None),
        ({"type": "book", "issued": {"literal": "in press"}}, "year", "{in press}"),
        ({"type": "book", "publisher-place": "Berlin"}, "location", "{Berlin}"),
        ({"type": "thesis", "publisher": "MIT"}, "institution", "{MIT}"),
        ({"type": "thesis", "genre": "PhD thesis"}, "type", "{phdthesis}"),
        ({"type": "report", "genre": "Technical report"}, "type", "{techreport}"),
        ({"type": "report", "genre": "Working paper"}, "type", "{Working paper}"),
        ({"type": "webpage", "publisher": "WHO"}, "organization", "{WHO}"),
        ({"type": "dataset", "publisher": "Zenodo"}, "publisher", "{Zenodo}"),
        ({"type": "book", "publisher": "Simon and Schuster"}, "publisher", "{{Simon and Schuster}}"),
        ({"type": "book", "container-title": "The Set"}, "maintitle", "{The Set}"),
        ({"type": "book", "issued": {"date-parts": [[-44, 3, 15]]}}, "date", "{-0043-03-15}"),
        ({"type": "book", "issued": {"date-parts": [[-1]]}}, "date", "{0000}"),
        ({"type": "book", "status": "In press"}, "pubstate", "{inpress}"),
        ({"type": "book", "status": "Accepted/In press"}, "pubstate", "{Accepted/In press}"),
        ({"type": "article", "arXiv": "hep-th/9901001"}, "eprinttype", "{arxiv}"),
        ({"type": "article", "arXiv": "hep-th/9901001"}, "eprintclass", "{hep-th}"),
    ],
)
def test_fields(record: Record, name: str, value: str | None) -> None:
    assert field(dumped(record), name) == value
    assert read(dumped(record)) == record


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("family=Gogh, given=Vincent, prefix=van", {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}),
        (
            "family=Humboldt, given=Alexander, given-i=A, prefix=von, prefix-i=v, useprefix=false",
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
        ),
        ("given={Martin Luther}, family=King, suffix=Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("family={World Health Organization}", {"literal": "World Health Organization"}),
        ('"family={Müller, Lüdenscheidt}", given=J.', {"family": "Müller, Lüdenscheidt", "given": "J."}),
    ],
)
def test_names_in_parts(written: str, name: CslName) -> None:
    assert read(f"@book{{a, author = {{Knuth, D. and {written}}}}}")["author"] == [{"family": "Knuth", "given": "D."}, name]


def test_an_entry_takes_data_that_is_kept_apart() -> None:
    text = (
        "@xdata{x, publisher = {X}, location = {Y}, xdata = {z}} @xdata{z, series = {S}} @book{a, xdata = {x}, location = {Own}}"
    )
    loaded = loads(biblatex, text)
    assert [(read.citekey, read.record) for read in loaded.records] == [
        ("a", {"type": "book", "publisher-place": "Own", "publisher": "X", "collection-title": "S"})
    ]
    assert loaded.failures == ()


@pytest.mark.parametrize(
    ("entry_type", "type_", "classic"),
    [("manual", "report", "manual"), ("inbook", "chapter", "inbook"), ("mvbook", "book", "book"), ("zine", "document", "zine")],
)
def test_an_entry_type_that_csl_does_not_know_comes_back(entry_type: str, type_: str, classic: str) -> None:
    record = read(f"@{entry_type}{{a, title = {{Bees}}}}")
    assert record == {"type": type_, "title": "Bees", "extra": [f"entry type: {entry_type}"]}
    assert dumped(record).startswith(f"@{entry_type}{{key,")
    assert dumps(bibtex, [Entry("key", record)], Options()).startswith(f"@{classic}{{key,")
    assert dumped(record | {"type": "map"}).startswith("@misc{key,")
    for module in (bibtex, biblatex):
        assert loads(module, dumps(module, [Entry("key", record)], Options())).records[0].record == record


def test_data_that_nobody_takes_is_told() -> None:
    (failure,) = loads(biblatex, "@book{a, title = {A}}\n@xdata{x, publisher = {X}}").failures
    assert (failure.line, failure.text) == (2, "@xdata{x, publisher = {X}}")


def test_inheritance_follows_the_types() -> None:
    text = """
        @inproceedings{a, title = {Paper}, crossref = {p}, year = {2014}}
        @proceedings{p, title = {Proc}, subtitle = {Two}, date = {2013-05}, doi = {10.1000/p}, crossref = {m}, pages = {1--500}}
        @mvproceedings{m, title = {All}, publisher = {X}}
        @article{b, title = {Bees}, crossref = {j}}
        @periodical{j, title = {Journal}, issn = {1234-5679}}
        @book{c, title = {C}, crossref = {gone}}
    """
    records = {read.citekey: read.record for read in loads(biblatex, text).records}
    assert records["a"] == {
        "type": "paper-conference",
        "title": "Paper",
        "issued": {"date-parts": [[2014]]},
        "container-title": "Proc: Two",
        "publisher": "X",
        "extra": ["maintitle: All"],
    }
    assert records["b"] == {"type": "article-journal", "title": "Bees", "container-title": "Journal", "ISSN": ["1234-5679"]}
    assert records["c"] == {"type": "book", "title": "C", "extra": ["crossref: gone"]}


def test_entries_that_inherit_in_a_circle_end() -> None:
    text = "@book{a, title = {A}, crossref = {b}} @book{b, note = {B}, publisher = {X}, crossref = {a}}"
    assert loads(biblatex, text).records[0].record == {"type": "book", "title": "A", "publisher": "X"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@article{a, journaltitle = {J}}", "biblatex"),
        ("@online{a, title = {J}}", "biblatex"),
        ("@book{a,\n  date = {2013},\n}", "biblatex"),
        ("@article{a,\n  journal = {J},\n  year = 2013,\n}", "bibtex"),
        ("no entry, but a date = 2013", None),
    ],
)
def test_the_dialect_is_found_by_content(text: str, name: str | None) -> None:
    rated = {module.NAME: module.likely(text) for module in (bibtex, biblatex)}
    best = max(rated, key=lambda one: rated[one])
    assert (best if rated[best] else None) == name
