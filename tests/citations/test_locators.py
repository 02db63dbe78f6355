"""Places in works: parted from the key, their labels in the locale's words, and nothing of them read as markup."""

import pytest

from litcli.citations.bibliography import in_text
from litcli.citations.locators import LABELS, parted
from litcli.model.entry import Entry

_NG = Entry("ng2013", {"type": "book", "title": "On bees", "author": [{"family": "Ng"}], "issued": {"date-parts": [[2013]]}})


@pytest.mark.parametrize(
    ("text", "key", "locator"),
    [
        ("ng2013", "ng2013", ""),
        ("ng2013, p. 12", "ng2013", "p. 12"),
        (" ng2013 ,pp. 3-5, 7 ", "ng2013", "pp. 3-5, 7"),
        ("ng2013,", "ng2013", ""),
    ],
)
def test_a_key_and_its_place(text: str, key: str, locator: str) -> None:
    assert parted(text) == (key, locator)


@pytest.mark.parametrize(
    ("locator", "locale", "shown"),
    [
        ("", None, "(Ng, 2013)"),
        ("12", None, "(Ng, 2013, p. 12)"),
        ("p. 12", None, "(Ng, 2013, p. 12)"),
        ("pp. 33-35, 40", None, "(Ng, 2013, pp. 33–35, 40)"),
        ("ch. 3", None, "(Ng, 2013, Chapter 3)"),
        ("p. 12", "de", "(Ng, 2013, S. 12)"),
        ("S. 12", "de", "(Ng, 2013, S. 12)"),
        ("pp. 12-14", "de", "(Ng, 2013, S. 12–14)"),
        ("ch. 3", "de", "(Ng, 2013, Kapitel 3)"),
        ("fig. 3", "fr", "(Ng, 2013, Figure 3)"),
        ("§ 3", "de", "(Ng, 2013, Abschnitt 3)"),
        ("p. iv", "ru", "(Ng, 2013, с. iv)"),
        ("p. 12", "zh-CN", "(Ng, 2013, 页 12)"),
        ("passim", None, "(Ng, 2013, passim)"),
        ("passim", "de", "(Ng, 2013, passim)"),
        ("p. 12, emphasis added", None, "(Ng, 2013, p. 12, emphasis added)"),
        ("*x* [y](z) @doe ; `w` $v$ <b>u</b> \\input{t}", None, "(Ng, 2013, *x* [y](z) @doe ; `w` $v$ <b>u</b> \\input{t})"),
    ],
)
def test_a_place_in_the_text(locator: str, locale: str | None, shown: str) -> None:
    assert in_text([_NG], locators=[locator], locale=locale) == f"{shown}\n"


@pytest.mark.parametrize("label", sorted(set(LABELS) - {"opus"}))
def test_every_word_for_a_label_is_translated(label: str) -> None:
    shown = {in_text([_NG], locators=[f"{word} 3"], locale="es") for word in LABELS[label]}
    assert len(shown) == 1
    assert label == "page" or f"{LABELS[label][0]} 3" not in str(shown)


def test_a_locator_is_no_command_of_the_target() -> None:
    assert "\\textbackslash input\\{t\\}" in str(in_text([_NG], locators=["\\input{t}"], format="latex"))
    assert "&lt;script&gt;" in str(in_text([_NG], locators=["<script>x</script>"], format="html"))
