"""Names of languages, in many languages."""

import pytest
from hypothesis import given

from litcli.model.languages import language_code, language_tag
from tests.model.texts import SOUP


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"),
        ("English (US)", "en"),
        ("English - American English", "en"),
        ("Engels", "en"),
        ("Engelska", "en"),
        ("Englisch", "en"),
        ("Anglais", "en"),
        ("Inglês", "en"),
        ("englanti", "en"),
        ("angielski", "en"),
        ("język angielski", "en"),
        ("английский язык", "en"),
        ("англійська", "en"),
        ("英语", "en"),
        ("英語", "en"),
        ("英文", "en"),
        ("eng", "en"),
        ("en_US", "en"),
        ("ger", "de"),
        ("deu", "de"),
        ("por", "pt"),
        ("Castellano", "es"),
        ("suomi", "fi"),
        ("norsk", "no"),
        ("nb", "nb"),
        ("und", None),
        ("N/A", None),
        ("Original language", None),
        ("", None),
    ],
)
def test_language_code(text: str, code: str | None) -> None:
    assert language_code(text) == code


def test_a_tag_stays_whole() -> None:
    assert [language_tag(text) for text in ("pt_br", "zh-Hant-TW", "eng", "Tysk")] == ["pt-BR", "zh-Hant-TW", "en", "de"]


@given(SOUP)
def test_any_text_is_taken(text: str) -> None:
    code = language_code(text)
    assert code is None or language_code(code) == code
