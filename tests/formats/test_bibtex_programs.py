"""BibTeX as other programs write it, in the shape of their exports: each oddity once."""

import pytest

from litcli.formats import bibtex
from litcli.formats._base import Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record


def read(text: str) -> Read:
    loaded = loads(bibtex, text)
    assert loaded.failures == ()
    (found,) = loaded.records
    return found


ZOTERO = """
@article{holt_night_2019,
	title = {Night shifts and the sleep of {Danish} nurses},
	volume = {31},
	issn = {1234-5679, 2434-561X},
	url = {https://example.org/10.5555/nss.2019.0417},
	doi = {10.5555/nss.2019.0417},
	language = {en},
	number = {4},
	urldate = {2023-05-01},
	journal = {Journal of Shift Work},
	author = {Holt, Maren and Kvam, Josef},
	month = sep,
	year = {2019},
	note = {Publisher: Fenmoor Press
PMID: 17008531
Citation Key: holt2019},
	keywords = {Humans, {T} cells},
	pages = {112--120},
	file = {Full Text PDF:files/12/Holt et al. - 2019.pdf:application/pdf;Snapshot:files/13/index.html:text/html},
}
"""


def test_zotero() -> None:
    found = read(ZOTERO)
    assert found.record == {
        "type": "article-journal",
        "title": "Night shifts and the sleep of Danish nurses",
        "volume": "31",
        "ISSN": ["1234-5679", "2434-561X"],
        "URL": "https://example.org/10.5555/nss.2019.0417",
        "DOI": "10.5555/nss.2019.0417",
        "language": "en",
        "issue": "4",
        "accessed": {"date-parts": [[2023, 5, 1]]},
        "container-title": "Journal of Shift Work",
        "author": [{"family": "Holt", "given": "Maren"}, {"family": "Kvam", "given": "Josef"}],
        "issued": {"date-parts": [[2019, 9]]},
        "publisher": "Fenmoor Press",
        "PMID": "17008531",
        "keyword": ["Humans", "T cells"],
        "page": "112-120",
        "attachment": ["files/12/Holt et al. - 2019.pdf", "files/13/index.html"],
    }
    assert (found.citekey, found.aliases) == ("holt_night_2019", ("holt2019",))


BETTER_BIBTEX = r"""
@online{holtNightShifts2019,
  title = {Night {{Shifts}}: {{A Diary Study}} of {{DNA}}},
  author = {Holt, Maren and family=Berg, given=Jan, prefix=van den, useprefix=true},
  date = {2019-09-29},
  eprint = {1909.00001},
  eprinttype = {arxiv},
  eprintclass = {q-bio.NC},
  url = {https://arxiv.org/abs/1909.00001},
  urldate = {2023-05-01},
  langid = {english},
  pubstate = {prepublished},
  keywords = {Humans,_to-read},
  file = {/home/maren/Zotero/storage/ABC/Holt - 2019.pdf;/home/maren/Zotero/storage/DEF/1909.html}
}
"""


def test_better_bibtex() -> None:
    assert read(BETTER_BIBTEX).record == {
        "type": "article",
        "title": "Night Shifts: A Diary Study of DNA",
        "author": [{"family": "Holt", "given": "Maren"}, {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}],
        "issued": {"date-parts": [[2019, 9, 29]]},
        "arXiv": "1909.00001",
        "URL": "https://arxiv.org/abs/1909.00001",
        "accessed": {"date-parts": [[2023, 5, 1]]},
        "language": "en",
        "status": "Prepublished",
        "keyword": ["Humans", "_to-read"],
        "attachment": ["/home/maren/Zotero/storage/ABC/Holt - 2019.pdf", "/home/maren/Zotero/storage/DEF/1909.html"],
        "extra": ["eprintclass: q-bio.NC"],
    }


MENDELEY = r"""
@article{Holt2019,
abstract = {Sleep fell by 12{\%} (p {\textless} 0.05) in H{\_}1 {\&} H{\_}2.},
author = {Holt, Maren and Br{\"{u}}ckner, J{\"{o}}rg},
file = {:C$\backslash$:/Users/maren/Holt - 2019.pdf:pdf;:home/maren/b{\_}c{\&}d.pdf:pdf},
journal = {Journal of Shift Work},
keywords = {Humans,Night work},
mendeley-groups = {Thesis/Sleep},
mendeley-tags = {Humans},
month = {sep},
pmid = {17008531},
title = {{Night shifts and the sleep of Danish nurses}},
year = {2019}
}
"""


def test_mendeley() -> None:
    found = read(MENDELEY)
    assert found.record == {
        "type": "article-journal",
        "abstract": "Sleep fell by 12% (p < 0.05) in H_1 & H_2.",
        "author": [{"family": "Holt", "given": "Maren"}, {"family": "Brückner", "given": "Jörg"}],
        "attachment": ["C:/Users/maren/Holt - 2019.pdf", "home/maren/b_c&d.pdf"],
        "container-title": "Journal of Shift Work",
        "keyword": ["Humans", "Night work"],
        "issued": {"date-parts": [[2019, 9]]},
        "PMID": "17008531",
        "title": "Night shifts and the sleep of Danish nurses",
    }
    assert found.tags == ("Humans", "Thesis/Sleep")


JABREF = r"""% Encoding: UTF-8

@Article{Holt2019,
  author     = {Holt, Maren},
  title      = {Night shifts},
  date       = {2019-09},
  comment    = {Read this again},
  file       = {:pdfs/Holt2019.pdf:PDF;Web:https\://a.org/x\;y:URL},
  groups     = {Nurses, Unsorted},
  owner      = {maren},
  readstatus = {read},
  timestamp  = {2020-01-01},
}

@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Health\;0\;1\;0x8a8a8aff\;\;A group\;;
2 StaticGroup:Nurses\;2\;1\;\;\;\;;
1 KeywordGroup:Night\;0\;keywords\;night\;0\;0\;1\;\;\;\;;
1 StaticGroup:A\\\;B\;0\;1\;\;\;\;;
}
"""


def test_jabref() -> None:
    found = read(JABREF)
    assert found.record == {
        "type": "article-journal",
        "author": [{"family": "Holt", "given": "Maren"}],
        "title": "Night shifts",
        "issued": {"date-parts": [[2019, 9]]},
        "attachment": ["pdfs/Holt2019.pdf", "https://a.org/x;y"],
        "extra": ["comment: Read this again", "owner: maren", "readstatus: read", "timestamp: 2020-01-01"],
    }
    assert (found.tags, found.line) == (("Health/Nurses", "Unsorted"), 3)


def test_groups_of_older_jabref_list_their_keys() -> None:
    found = read(
        "@book{a, title = {A}}\n@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Health\\;0\\;b\\;;\n"
        "2 ExplicitGroup:Nur\nses\\;0\\;a\\;b\\;;\n}"
    )
    assert found.tags == ("Health/Nurses",)


def test_jabref_is_told_the_tree_of_the_tags() -> None:
    entries = [
        Entry("a", {"type": "book"}, ("insects/bees", "x;y\\z", "to read, soon")),
        Entry("b", {"type": "book"}, ("insects",)),
    ]
    options = Options(places=(("tags", "groups"),))
    text = dumps(bibtex, entries, options)
    assert text.endswith(TREE)
    assert [read.tags for read in loads(bibtex, text).records] == [entry.tags for entry in entries]
    assert bibtex.update(text, entries, options) == text
    assert "@Comment" not in dumps(bibtex, entries, Options())


TREE = r"""
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:insects\;2\;1\;\;\;\;;
2 StaticGroup:insects/bees\;2\;1\;\;\;\;;
1 StaticGroup:to read, soon\;2\;1\;\;\;\;;
1 StaticGroup:x\\\;y\\\\z\;2\;1\;\;\;\;;
}
"""

ENDNOTE = """
@article{RN12,
   author = {Holt, M. and Kvam, J.},
   title = {Night shifts},
   journal = {J Shift Work},
   volume = {31},
   pages = {112-20},
   keywords = {Humans
Sleep, REM
Nurses/psychology},
   ISSN = {1234-5679},
   year = {2019},
   type = {Journal Article}
}
"""


def test_endnote() -> None:
    assert read(ENDNOTE).record == {
        "type": "article-journal",
        "author": [{"family": "Holt", "given": "M."}, {"family": "Kvam", "given": "J."}],
        "title": "Night shifts",
        "container-title": "J Shift Work",
        "volume": "31",
        "page": "112-20",
        "keyword": ["Humans", "Sleep, REM", "Nurses/psychology"],
        "ISSN": ["1234-5679"],
        "issued": {"date-parts": [[2019]]},
    }


SCHOLAR = """@inproceedings{holt2019night,
  title={Night shifts},
  author={Holt, Maren and others},
  booktitle={2019 Conference},
  pages={1--9},
  year={2019},
  organization={IEEE}
}
"""

SCIENCE_DIRECT = """@article{HOLT2019,
title = "Night shifts",
pages = "1 - 9",
note = "Special issue: Sleep",
keywords = "a, b",
year = "2019"
}
"""


@pytest.mark.parametrize(
    ("entry", "record"),
    [
        (
            SCHOLAR,
            {
                "type": "paper-conference",
                "title": "Night shifts",
                "author": [{"family": "Holt", "given": "Maren"}],
                "authors-incomplete": "yes",
                "container-title": "2019 Conference",
                "page": "1-9",
                "issued": {"date-parts": [[2019]]},
                "publisher": "IEEE",
            },
        ),
        (
            SCIENCE_DIRECT,
            {
                "type": "article-journal",
                "title": "Night shifts",
                "page": "1-9",
                "note": "Special issue: Sleep",
                "keyword": ["a", "b"],
                "issued": {"date-parts": [[2019]]},
            },
        ),
        (
            "@article{10.1145/1, author = {Holt, Maren}, articleno = {12}, numpages = {20}, issue_date = {May 2019}}",
            {
                "type": "article-journal",
                "author": [{"family": "Holt", "given": "Maren"}],
                "number": "12",
                "number-of-pages": "20",
                "extra": ["issue_date: May 2019"],
            },
        ),
        (
            "@article{ WOS:000,\nTitle = {{Night shifts and\n   sleep}},\nKeywords = {{shift work; sleep}},\nTimes-Cited = {{3}},\n}",
            {
                "type": "article-journal",
                "title": "Night shifts and sleep",
                "keyword": ["shift work", "sleep"],
                "extra": ["times-cited: 3"],
            },
        ),
        (
            "@misc{a, title = {A site}, howpublished = {\\url{https://a.org/b_c}}, note = {Accessed: 2020-01-01}}",
            {"type": "document", "title": "A site", "URL": "https://a.org/b_c", "note": "Accessed: 2020-01-01"},
        ),
        (
            "@article{a, title = {A} journal = {J}\n year = 2019}",
            {"type": "article-journal", "title": "A", "container-title": "J", "issued": {"date-parts": [[2019]]}},
        ),
        (
            "@article{a,\n title = {A}, % no more\n % year = 2018,\n year = 2019\n}",
            {"type": "article-journal", "title": "A", "issued": {"date-parts": [[2019]]}},
        ),
        ("@ article\n{ clé:2019 , title={A}, }", {"type": "article-journal", "title": "A"}),
        (
            "@inproceedings{a, organization = {ACM}, publisher = {X}}",
            {"type": "paper-conference", "publisher": "X", "extra": ["organization: ACM"]},
        ),
        ("@misc{a, eprint = {12-3}, eprinttype = {hal}}", {"type": "document", "extra": ["eprint: 12-3", "eprinttype: hal"]}),
        ("@book{a, langid = {english}, langidopts = {variant=british}}", {"type": "book", "language": "en-GB"}),
        ("@book{a, options = {useprefix=true, skipbib=true}}", {"type": "book", "extra": ["options: skipbib=true"]}),
        ("@misc{a, note = {citation-key: x2019}}", {"type": "document"}),
        ("@misc{a, note = {About citation keys: all of them}}", {"type": "document", "note": "About citation keys: all of them"}),
        ("@misc{a, archiveprefix = {arXiv}}", {"type": "document", "extra": ["archiveprefix: arXiv"]}),
        ("@book{a, isbn = {0-486-23928-4 (volume 1), 0-486-23929-2}}", {"type": "book", "ISBN": ["0486239284", "0486239292"]}),
        (
            "@article{a, doi = {10.1002/(SICI)1097-4571(1999)50:9<840::AID-ASI15>3.0.CO%3B2-5}}",
            {"type": "article-journal", "DOI": "10.1002/(SICI)1097-4571(1999)50:9<840::AID-ASI15>3.0.CO;2-5"},
        ),
        ('@article{a, note = "{a "quoted" word}", title = "One"}', {"type": "article-journal", "note": 'a "quoted" word', "title": "One"}),
        ("@article{a, bibsource = {x}, bibsource = {y}}", {"type": "article-journal", "extra": ["bibsource: x", "bibsource: y"]}),
        (
            "@book{a, author = {Andrea de Leeuw van Weenen}}",
            {"type": "book", "author": [{"family": "Leeuw van Weenen", "given": "Andrea", "non-dropping-particle": "de"}]},
        ),
        ("@book{a, title = {What?}, subtitle = {That!}}", {"type": "book", "title": "What? That!"}),
        ("@article{a, author = {{\\noopsort{1}Holt}, M.}}", {"type": "article-journal", "author": [{"family": "Holt", "given": "M."}]}),
    ],
)  # fmt: skip
def test_publishers_and_people(entry: str, record: Record) -> None:
    assert read(entry).record == record
