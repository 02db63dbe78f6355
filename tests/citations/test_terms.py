"""The words that we add to references are those of the locale; English ones cost no call."""

import pytest

from litcli.citations import pandoc
from litcli.citations.bibliography import cite
from litcli.citations.terms import Words
from litcli.model.entry import Entry
from tests.citations.works import WORKS


def _printed(kind: str, style: str, locale: str) -> str:
    return str(cite([work for work in WORKS if work.citekey == kind], style=style, locale=locale))


@pytest.mark.parametrize(
    ("kind", "style", "locale", "said"),
    [
        ("translated", "vancouver", "en-GB", "Translated by Mary Low."),
        ("translated", "vancouver", "de", "Übersetzt von Mary Low."),
        ("translated", "nature", "fr", "Traduit par Mary Low."),
        ("dataset", "vancouver", "ja", "(版 2.1)"),
        ("software", "ieee", "fr", "(Version 3.0.1). (2022). [En ligne]."),
        ("inpress", "apa", "de", "Ng, A. (im Druck)."),
        ("inpress", "chicago", "de", "Ng, Amy. Im Druck."),
        ("inpress", "ama", "fr", "Sous presse."),
        ("inpress", "ieee", "es", "En imprenta."),
        ("patent", "apa", "de", "(US Patent No. 8173001)"),
        ("patent", "vancouver", "de", "Patent US 8173001,"),
        ("patent", "cell", "fr", "Brevet US 8173001."),
        ("poster", "apa", "de", "[Poster]"),
        ("retracted", "apa", "de", "[Retracted]"),
    ],
)
def test_what_we_add_is_in_the_locale(kind: str, style: str, locale: str, said: str) -> None:
    assert said in _printed(kind, style, locale)


def test_two_translators_are_joined_in_the_locale() -> None:
    record = {**WORKS[0].record, "translator": [{"family": "Low", "given": "Mary"}, {"literal": "Büro Süd"}]}
    assert "Übersetzt von Mary Low und Büro Süd." in str(cite([Entry("x", record)], style="nature", locale="de"))


def test_authors_left_out_of_a_style_without_et_al_are_told_in_the_locale() -> None:
    record = {**WORKS[0].record, "authors-incomplete": "yes"}
    assert "u. a." in str(cite([Entry("x", record)], style="acs", locale="de")).replace("\u00a0", " ")


def test_a_style_in_another_language_is_that_throughout() -> None:
    assert "(im Druck)" in str(cite([work for work in WORKS if work.citekey == "inpress"], style="din-1505-2"))


def test_english_words_need_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_shipped", lambda: None)
    monkeypatch.setenv("PATH", "")
    assert [Words(locale).of("Translated by") for locale in ("en-US", "en-GB")] == ["Translated by"] * 2
