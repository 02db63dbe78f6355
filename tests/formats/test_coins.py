"""COinS as Wikipedia, catalogues and Zotero write them, and our own lists read back."""

import pytest

from litcli.formats import _coins, coins, html
from litcli.formats._base import Options, dumps, loads
from litcli.model.entry import Entry
from litcli.model.record import Record
from litcli.model.types import TYPES
from tests.formats.compare import changed
from tests.formats.hard import HARD


def span(context: str) -> str:
    return f'<span title="{context}" class="Z3988">'


JOURNAL = "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;"
BOOK = "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;"


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (
            (
                f"{JOURNAL}rft.genre=article&amp;rft.jtitle=Journal+of+Bees&amp;rft.atitle=On+bees%3A+R%26D&amp;rft.volume=2&amp;rft.issue=3"
                "&amp;rft.pages=1-9&amp;rft.date=2013-05&amp;rft_id=info%3Adoi%2F10.1000%2F182&amp;rft_id=info%3Apmid%2F15693138"
                "&amp;rft_id=https%3A%2F%2Fwww.ncbi.nlm.nih.gov%2Fpmc%2Farticles%2FPMC7861489%23id-name%3DPMC&amp;rft.aulast=Ng"
                "&amp;rft.aufirst=Amy&amp;rft.au=Oh%2C+Cy&amp;rft.issn=0075-8450&amp;rfr_id=info%3Asid%2Fen.wikipedia.org%3ABee"
            ),
            {
                "type": "article-journal",
                "author": [{"family": "Ng", "given": "Amy"}, {"family": "Oh", "given": "Cy"}],
                "page": "1-9",
                "container-title": "Journal of Bees",
                "title": "On bees: R&D",
                "volume": "2",
                "issue": "3",
                "issued": {"date-parts": [[2013, 5]]},
                "ISSN": ["0075-8450"],
                "DOI": "10.1000/182",
                "PMID": "15693138",
                "PMCID": "PMC7861489",
            },
        ),
        (
            f"{JOURNAL}rft.genre=unknown&amp;rft.jtitle=The+Hive&amp;rft.atitle=Wax&amp;rft_id=https%3A%2F%2Fa.org%2Fwax",
            {"type": "webpage", "container-title": "The Hive", "title": "Wax", "URL": "https://a.org/wax"},
        ),
        (
            (
                f"{BOOK}rft.genre=book&amp;rft.btitle=Bees&amp;rft.place=Oslo&amp;rft.pub=Hive&amp;rft.isbn=978-3-642-23350-0&amp;rft.tpages=300"
                "&amp;rft.aulast=Ng&amp;rft.aufirst=A.&amp;rft.au=Ng%2C+A.&amp;rft.aucorp=Bee+Group&amp;rft.x=y"
            ),
            {
                "type": "book",
                "title": "Bees",
                "author": [{"family": "Ng", "given": "A."}, {"literal": "Bee Group"}],
                "publisher-place": "Oslo",
                "publisher": "Hive",
                "ISBN": ["9783642233500"],
                "number-of-pages": "300",
                "extra": ["rft.x: y"],
            },
        ),
        (
            f"{BOOK}rft.genre=bookitem&amp;rft.btitle=Bees&amp;rft.atitle=Wax&amp;rft.spage=7&amp;rft.epage=9",
            {"type": "chapter", "title": "Wax", "container-title": "Bees", "page": "7-9"},
        ),
        (
            "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adissertation&amp;rft.title=Night&amp;rft.inst=MIT&amp;rft.degree=PhD",
            {"type": "thesis", "title": "Night", "publisher": "MIT", "genre": "PhD"},
        ),
        (
            (
                "rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=dataset&amp;rft.title=Hives&amp;rft.creator=Ng%2C+A."
                "&amp;rft.identifier=urn%3Adoi%3A10.1000%2F182&amp;rft.subject=bees&amp;rft.subject=wax&amp;rft.description=All."
            ),
            {
                "type": "dataset",
                "title": "Hives",
                "author": [{"family": "Ng", "given": "A."}],
                "keyword": ["bees", "wax"],
                "abstract": "All.",
                "DOI": "10.1000/182",
            },
        ),
    ],
)
def test_contexts(context: str, expected: Record) -> None:
    loaded = loads(coins, f"<html>\n<body>{span(context)}{span(context)}</body></html>")
    assert [(read.record, read.line, read.source) for read in loaded.records] == [(expected, 2, span(context))]


@pytest.mark.parametrize("context", ["", "x", "&&&===", "a=b"])
def test_a_span_without_a_reference_is_told(context: str) -> None:
    (failure,) = loads(coins, f"\n{span(context)}").failures
    assert (failure.line, failure.text) == (2, span(context))


def test_our_lists_come_back_as_far_as_coins_go() -> None:
    told = {*_coins.KEYS, "title", "author"}
    differing = {}
    for entry in HARD:
        (read,) = loads(coins, dumps(html, [entry], Options())).records
        wanted = {name: value for name, value in entry.record.items() if name in told}
        found = {name: value for name, value in read.record.items() if name in told}
        if wrong := changed(OnlyCoins, Entry("", wanted), type(read)("", found)):
            differing[entry.citekey] = wrong
    assert {(key, name) for key, wrong in differing.items() for name in wrong} == ALTERED


class OnlyCoins:
    """Nothing is lost but the ORCIDs."""

    @staticmethod
    def lost(entry: Entry) -> tuple[str, ...]:
        return tuple(f"{name}.ORCID" for name in ("author",) if "ORCID" in str(entry.record.get(name)))


ALTERED = {
    ("given-alone", "author"),
    ("name-with-comma", "author"),
    ("particles-in-family", "author"),
    ("script", "URL"),
}
"""Names that one line does not tell from others; an address that is none of the web."""


def test_types() -> None:
    back = {
        name: _coins.type_of(form, genre, _coins._ZOTERO.get(name, ""), titled=False)
        for name in TYPES
        for form, genre in (_coins._form({"type": name}),)
    }
    assert {name for name, found in back.items() if name == found} >= {
        *(
            "article-journal",
            "book",
            "chapter",
            "paper-conference",
            "report",
            "thesis",
            "patent",
            "webpage",
            "dataset",
            "software",
        ),
        *("article", "document", "map", "interview", "speech", "standard", "manuscript"),
    }
