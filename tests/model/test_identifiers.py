"""Identifiers and the traps that real pages set."""

import pytest
from hypothesis import given

from litcli.model import identifiers
from litcli.model.identifiers import find_identifiers
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1016/0927-796X(94)00173-1", "10.1016/0927-796X(94)00173-1"),
        ("doi: 10.1051/jp1:1992277", "10.1051/jp1:1992277"),
        ("DOI10.1071/AN15489", "10.1071/AN15489"),
        ("https://doi.org/10.3390/a7020243", "10.3390/a7020243"),
        ("http://dx.doi.org/10.1515/bd-2015-0046.", "10.1515/bd-2015-0046"),
        ("https://doi.org/10.1016%2Fj.mee.2013.11.014", "10.1016/j.mee.2013.11.014"),
        ("10.21203/rs.3.rs-3787713/v1", "10.21203/rs.3.rs-3787713/v1"),
        ("https://doi.org/10.1016/j.elspec.2014.02.008(external)", "10.1016/j.elspec.2014.02.008"),
        ("10.1002/nop2.70364Web address", "10.1002/nop2.70364"),
        ("10.1103/PhysRevD.90.092006⟩", "10.1103/PhysRevD.90.092006"),
        ("(10.1007/s00262-004-0567-z)", None),
        ("10.1007/978–3–642–23351–7_1", "10.1007/978-3-642-23351-7_1"),
        (
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        ),
        ("10.3389/fpsyg.2019.01234/full", "10.3389/fpsyg.2019.01234"),
        ("10183/23679", None),
        ("10.1016/", None),
        ("see 10.1016/j.x.1", None),
        ("", None),
    ],
)
def test_doi(text: str, expected: str | None) -> None:
    assert identifiers.doi(text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("pmid", "PMID: 15693138", "15693138"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/15693138/", "15693138"),
        ("pmid", "0123", None),
        ("pmcid", "PMCID: PMC7861489", "PMC7861489"),
        ("pmcid", "NIHMS993827", None),
        ("arxiv", "arXiv:2101.00001v2 [cs.CL]", "2101.00001v2"),
        ("arxiv", "https://arxiv.org/abs/math/0309136", "math/0309136"),
        ("arxiv", "cond-mat.mes-hall/0309136", None),
        ("arxiv", "2199.12345", None),
        ("isbn", "951-38-1963-9", "9513819639"),
        ("isbn", "ISBN-13: 978-3-642-23350-0", "9783642233500"),
        ("isbn", "978-3-642-23350-1", None),
        ("issn", "EISSN-2330-8516", "2330-8516"),
        ("issn", "0927-796x", "0927-796X"),
        ("issn", "1234-5678", None),
        ("orcid", "ORCID iD: 0000-0003-1522-275X", "0000-0003-1522-275X"),
        ("orcid", "0000-0003-1522-2751", None),
    ],
)
def test_the_other_identifiers(kind: str, text: str, expected: str | None) -> None:
    assert getattr(identifiers, kind)(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISBN (Electronic)9783527828692", [("ISBN", "9783527828692")]),
        ("ISBN van geprinte versie3-540-44342-8", [("ISBN", "3540443428")]),
        ("ISSN: | 1552-3098, 1941-0468 |", [("ISSN", "1552-3098"), ("ISSN", "1941-0468")]),
        ("ISSN 2054-1058, Vol. 12, no 3", [("ISSN", "2054-1058")]),
        ("ISBN / ISSN: 0927-796X", [("ISSN", "0927-796X")]),
        ("ISSN: 0022-202X, 1523-1747", [("ISSN", "0022-202X"), ("ISSN", "1523-1747")]),
        ("PMID: 15693138. PMC 2010 conference", [("PMID", "15693138")]),
        ("ISBN: N/A", []),
        ("from 1998-2003 and 3022-3029", []),
        ("PMCID: PMC7861489  NIHMSID: NIHMS993827  PMID: 33551527", [("PMCID", "PMC7861489"), ("PMID", "33551527")]),
        ("DOI | 10.1007/978-3-642-23351-7_1 |", [("DOI", "10.1007/978-3-642-23351-7_1")]),
        ("⟨10.1103/PhysRevD.90.092006⟩. ⟨in2p3-00935061⟩", [("DOI", "10.1103/PhysRevD.90.092006")]),
        ("0000-0003-2610-1451Telvia", [("ORCID", "0000-0003-2610-1451")]),
        ("https://doi.org/10.48550/arXiv.2101.00001", [("DOI", "10.48550/arXiv.2101.00001"), ("arXiv", "2101.00001")]),
        ("hdl.handle.net/10183/23679", []),
    ],
)
def test_identifiers_within_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.kind, found.value) for found in find_identifiers(text)] == expected


@given(SOUP)
def test_spans_give_back_the_value(text: str) -> None:
    for found in find_identifiers(text):
        assert getattr(identifiers, found.kind.lower())(text[found.start : found.end]) == found.value


@given(SOUP)
def test_a_normalised_identifier_stays_itself(text: str) -> None:
    for kind in ("doi", "pmid", "pmcid", "arxiv", "isbn", "issn", "orcid"):
        value = getattr(identifiers, kind)(text)
        assert value is None or getattr(identifiers, kind)(value) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://hdl.handle.net/10012/1234", "10012/1234"),
        ("https://hdl.handle.net/20.500.12345/678", "20.500.12345/678"),
        ("hdl: 11250/99", "11250/99"),
        ("https://repository.example.org/handle/1721.1/4", "1721.1/4"),
        ("1721.1/4", "1721.1/4"),
        ("10.1000/182", None),
        ("12", None),
        ("2013/14 season", None),
    ],
)
def test_handle(text: str, expected: str | None) -> None:
    assert identifiers.handle(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/items/7", "https://example.org/items/7"),
        ("<http://repository.example.ac.uk/1/>", "http://repository.example.ac.uk/1/"),
        ("(https://example.org/a?b=c&d=e#f).", "https://example.org/a?b=c&d=e#f"),
        ("https://example.org/a/very/long/address/that/is…", None),
        ("https://example.org/cut/off/...", None),
        ("http://localhost:8080/items/7", None),
        ("http://127.0.0.1/x", None),
        ("https://", None),
        ("example.org/7", None),
    ],
)
def test_web_address(text: str, expected: str | None) -> None:
    assert identifiers.web_address(text) == expected
