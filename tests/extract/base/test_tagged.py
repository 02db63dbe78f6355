"""A page that shows an export gives its work the type that the file would give it."""

import pytest

from litcli.extract.engine import read
from litcli.extract.result import Extraction
from litcli.formats import bibtex, ris
from litcli.formats._base import loads
from litcli.model.type_codes import FROM_BIBTEX, FROM_RIS
from litcli.pages.page import Page, Source

RIS = "TY  - {}\nTI  - Bees of the northern moors\nAU  - Lind, Eva\nPY  - 2019\nPB  - Moor Press\nER  - \n"
BIBTEX = "@{}{{lind2019,\n  title = {{Bees of the northern moors}},\n  author = {{Lind, Eva}},\n  year = {{2019}}\n}}\n"


def type_on_page(text: str) -> object:
    reading = read(Page(Source("page", 1, b"", "text/plain"), text, "utf-8"))
    assert isinstance(reading, Extraction)
    return reading.record.get("type")


@pytest.mark.parametrize("code", [code for code, kind in FROM_RIS.items() if kind != "document"])
def test_a_ris_code_means_on_a_page_what_it_means_in_a_file(code: str) -> None:
    text = RIS.format(code)
    assert type_on_page(text) == loads(ris, text).records[0].record["type"]


@pytest.mark.parametrize("entry_type", [entry_type for entry_type, kind in FROM_BIBTEX.items() if kind != "document"])
def test_an_entry_type_means_on_a_page_what_it_means_in_a_file(entry_type: str) -> None:
    text = BIBTEX.format(entry_type)
    assert type_on_page(text) == loads(bibtex, text).records[0].record["type"]
