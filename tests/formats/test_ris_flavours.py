"""RIS as each program and database writes it: one record of each flavour, and what a person reads off it."""

import pytest

from litcli.formats import ris
from litcli.formats._base import Options, Read, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record


def read(*tags: str) -> Read:
    (found,) = loads(ris, "\n".join((*tags, "ER  - "))).records
    return found


FLAVOURS: dict[str, tuple[list[str], Record]] = {
    "scopus": (
        [
            *("TY  - JOUR", "TI  - On bees", "T2  - Journal of Bees", "J2  - J. Bees", "VL  - 128", "IS  - 9", "PY  - 2020"),
            *(
                "C7  - 093903",
                "AU  - Pierrot, A.",
                "AD  - Univ of Bees",
                "C2  - 12345678",
                "SN  - 03014797 (ISSN)",
                "M3  - Article",
            ),
            *("N1  - Export Date: 15 October 2020", "N1  - Cited By :7", "DB  - Scopus", "LA  - English", "KW  - Bees"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "author": [{"family": "Pierrot", "given": "A."}],
            "container-title": "Journal of Bees",
            "container-title-short": "J. Bees",
            "volume": "128",
            "issue": "9",
            "number": "093903",
            "issued": {"date-parts": [[2020]]},
            "PMID": "12345678",
            "ISSN": ["0301-4797"],
            "genre": "Article",
            "citation-count": "7",
            "language": "en",
            "keyword": ["Bees"],
            "note": "Export Date: 15 October 2020",
            "extra": ["AD: Univ of Bees", "DB: Scopus"],
        },
    ),
    "web-of-science": (
        [
            *(
                "TY  - JOUR",
                "AU  - Holm, O",
                "TI  - On bees",
                "T2  - BEES",
                "PY  - 2016",
                "DA  - MAR",
                "AN  - WOS:000123456789012",
            ),
            *("N1  - Times Cited in Web of Science Core Collection:  4", "Total Times Cited:  5", "Cited Reference Count:  52"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "author": [{"family": "Holm", "given": "O"}],
            "container-title": "BEES",
            "issued": {"date-parts": [[2016, 3]]},
            "citation-count": "4",
            "note": "Total Times Cited: 5\n\nCited Reference Count: 52",
            "extra": ["AN: WOS:000123456789012"],
        },
    ),
    "ovid": (
        [
            *("TY  - JOUR", "ID  - 12345678", "T1  - On bees", "A1  - Holm, Ole", "Y1  - 2016//", "N2  - One.", "JF  - Bees"),
            *("VL  - 14", "IS  - 2", "SP  - 101", "EP  - 118", "UR  - http://ovidsp.ovid.com/x", "AD  - Oslo"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "author": [{"family": "Holm", "given": "Ole"}],
            "issued": {"date-parts": [[2016]]},
            "abstract": "One.",
            "container-title": "Bees",
            "volume": "14",
            "issue": "2",
            "page": "101-118",
            "URL": "http://ovidsp.ovid.com/x",
            "extra": ["ID: 12345678", "AD: Oslo"],
        },
    ),
    "proquest": (
        [
            *(
                "TY  - JOUR",
                "T1  - On bees: a study",
                "TI  - On bees",
                "ID  - 2612345678",
                "SN  - 03014797, 10958630",
                "DP  - ProQuest",
            ),
            *("L2  - https://x.org/a", "N1  - Copyright - Bees 2016", "DB  - ABI/INFORM", "CY  - Oslo", "PB  - Bee Press"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "ISSN": ["0301-4797", "1095-8630"],
            "attachment": ["https://x.org/a"],
            "note": "Copyright - Bees 2016",
            "publisher-place": "Oslo",
            "publisher": "Bee Press",
            "extra": ["ID: 2612345678", "T1: On bees: a study", "DP: ProQuest", "DB: ABI/INFORM"],
        },
    ),
    "ebsco": (
        [
            *("TY  - JOUR", "AN  - 110123456", "AU  - Holm, Ole", "T1  - On bees", "JO  - J Bees", "JF  - Journal of Bees"),
            *("Y1  - 2016/05//", "PB  - Bee Press", "DB  - CINAHL", "DP  - EBSCOhost", "KW  - Bees", "KW  - Wasps"),
        ],
        {
            "type": "article-journal",
            "author": [{"family": "Holm", "given": "Ole"}],
            "title": "On bees",
            "container-title": "Journal of Bees",
            "container-title-short": "J Bees",
            "issued": {"date-parts": [[2016, 5]]},
            "publisher": "Bee Press",
            "keyword": ["Bees", "Wasps"],
            "extra": ["AN: 110123456", "DB: CINAHL", "DP: EBSCOhost"],
        },
    ),
    "embase": (
        [
            *(
                "TY  - JOUR",
                "ID  - L2001234567",
                "T1  - On bees",
                "A1  - Holm O.",
                "Y1  - 2016",
                "U2  - L2001234567",
                "U4  - 2016-05-01",
            ),
            *("KW  - bee", "wasp", "UR  - https://www.embase.com/x", "M3  - Article", "DO  - 10.5555/x.1"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "author": [{"family": "Holm", "given": "O."}],
            "issued": {"date-parts": [[2016]]},
            "keyword": ["bee", "wasp"],
            "URL": "https://www.embase.com/x",
            "genre": "Article",
            "DOI": "10.5555/x.1",
            "extra": ["ID: L2001234567", "U2: L2001234567", "U4: 2016-05-01"],
        },
    ),
    "zotero": (
        [
            *(
                "TY  - JOUR",
                "TI  - On bees",
                "DA  - 2016/05/01/",
                "PY  - 2016",
                "DP  - PubMed",
                "UR  - https://doi.org/10.5555/x.1",
            ),
            *("M2  - PMID: 12345678", "PMCID: PMC7861489", "Citation Key: holm2016", "L1  - files/1/a.pdf", "N1  - <p>Mine</p>"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "issued": {"date-parts": [[2016, 5, 1]]},
            "URL": "https://doi.org/10.5555/x.1",
            "DOI": "10.5555/x.1",
            "PMID": "12345678",
            "PMCID": "PMC7861489",
            "attachment": ["files/1/a.pdf"],
            "note": "<p>Mine</p>",
            "extra": ["DP: PubMed"],
        },
    ),
    "endnote": (
        [
            *("TY  - CHAP", "A2  - Lind, P.", "AU  - Holm, Ole", "CY  - Oslo", "DA  - May 1", "ID  - 42", "KW  - bees", "wasps"),
            *(
                "M3  - 10.5555/x.1",
                "PY  - 2016",
                "SN  - 9783642233500",
                "T2  - Book of bees",
                "TI  - On bees",
                "L1  - internal-pdf://1/a.pdf",
            ),
        ],
        {
            "type": "chapter",
            "editor": [{"family": "Lind", "given": "P."}],
            "author": [{"family": "Holm", "given": "Ole"}],
            "publisher-place": "Oslo",
            "issued": {"date-parts": [[2016, 5, 1]]},
            "keyword": ["bees", "wasps"],
            "DOI": "10.5555/x.1",
            "ISBN": ["9783642233500"],
            "container-title": "Book of bees",
            "title": "On bees",
            "attachment": ["internal-pdf://1/a.pdf"],
            "extra": ["ID: 42"],
        },
    ),
    "mendeley": (
        [
            *(
                "TY  - JOUR",
                "T1  - On bees",
                "A1  - Holm, Ole",
                "Y1  - 2016/05//",
                "KW  - bees",
                "N2  - One.",
                "M1  - 2",
                "L3  - 10.5555/x.1",
            ),
            *("L1  - file:///C:/a.pdf", "RP  - NOT IN FILE", "M2  - 101"),
        ],
        {
            "type": "article-journal",
            "title": "On bees",
            "author": [{"family": "Holm", "given": "Ole"}],
            "issued": {"date-parts": [[2016, 5]]},
            "keyword": ["bees"],
            "abstract": "One.",
            "issue": "2",
            "DOI": "10.5555/x.1",
            "attachment": ["file:///C:/a.pdf"],
            "extra": ["RP: NOT IN FILE", "M2: 101"],
        },
    ),
    "ovid-medline": (
        [
            *("TY  - JOUR", "TI  - On bees: a review.", "DA  - 2024///", "PY  - 2024", "IS  - eag, 7805975", "J2  - J Bees"),
            *("DB  - Ovid MEDLINE(R) Epub Ahead of Print", "L2  - http://ovidsp.ovid.com/x"),
        ],
        {
            "type": "article-journal",
            "title": "On bees: a review",
            "issued": {"date-parts": [[2024]]},
            "container-title-short": "J Bees",
            "attachment": ["http://ovidsp.ovid.com/x"],
            "extra": ["IS: eag, 7805975", "DB: Ovid MEDLINE(R) Epub Ahead of Print"],
        },
    ),
    "publish-or-perish": (
        ["TY  - BOOK", "TI  - On bees", "M1  - Query date: 2023-02-10 11:34:05", "N1  - Cited By (since 2022): 1"],
        {
            "type": "book",
            "title": "On bees",
            "note": "Cited By (since 2022): 1",
            "extra": ["M1: Query date: 2023-02-10 11:34:05"],
        },
    ),
    "small-letters": (
        ["ty  - JOUR", "ti  - On bees", "au  - Holm, Ole"],
        {"type": "article-journal", "title": "On bees", "author": [{"family": "Holm", "given": "Ole"}]},
    ),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_flavour(flavour: str) -> None:
    tags, record = FLAVOURS[flavour]
    assert read(*tags).record == record
    assert ris.likely("\n".join(tags)) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_comes_back_from_our_own_file(flavour: str) -> None:
    record = read(*FLAVOURS[flavour][0]).record
    (again,) = loads(ris, dumps(ris, [Entry("key", record)], Options())).records
    assert again.record == record


@pytest.mark.parametrize(
    ("tags", "citekey", "aliases"),
    [
        (["ID  - holm2016"], "holm2016", ()),
        (["ID  - 42"], "", ()),
        (["ID  - 001-234-147-313-043"], "", ()),
        (["ID  - 42", "N1  - Citation Key: holm2016"], "holm2016", ()),
        (["ID  - old", "M2  - Citation Key: holm2016"], "holm2016", ("old",)),
        (["ID  - 2016", "N1  - Citation Key: 2016"], "2016", ()),
    ],
)
def test_citekeys(tags: list[str], citekey: str, aliases: tuple[str, ...]) -> None:
    found = read("TY  - JOUR", "TI  - A", *tags)
    assert (found.citekey, found.aliases) == (citekey, aliases)


def test_a_profile_names_the_tags() -> None:
    entry = Entry("a", {"type": "article-journal", "number": "e1", "page": "1", "keyword": ["b"], "note": "c"}, ("d",))
    places = (("number", "M1"), ("tags", "KW"), ("note", "RN"))
    lines = dumps(ris, [entry], Options(places=places)).split("\n")
    assert {"M1  - e1", "KW  - b", "KW  - d", "RN  - c"} <= set(lines)


def test_what_no_field_holds_is_a_tag_again() -> None:
    entry = Entry("a", {"type": "book", "extra": ["what: else", "TY: WHAT", "AD: Oslo", "U1: x"]})
    assert dumps(ris, [entry], Options()).split("\n") == [
        "TY  - BOOK",
        "N1  - Other fields of its file: what: else",
        "N1  - Other fields of its file: TY: WHAT",
        "AD  - Oslo",
        "U1  - x",
        "ID  - a",
        "ER  - ",
        "",
    ]
