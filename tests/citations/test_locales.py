"""Locales by name."""

import re

import pytest

from litcli.citations.locales import LOCALES, find
from litcli.errors import UnknownName


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_is_a_tag_that_finds_itself(locale: str) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", locale)
    assert find(locale) == locale


@pytest.mark.parametrize(("name", "locale"), [("fi", "fi-FI"), ("nb", "nb-NO"), ("zh", "zh-CN"), ("EN_gb", "en-GB")])
def test_a_language_finds_its_locale(name: str, locale: str) -> None:
    assert find(name) == locale


@pytest.mark.parametrize("name", ["xx", "de-XX", ""])
def test_an_unknown_locale_is_said_so(name: str) -> None:
    with pytest.raises(UnknownName):
        find(name)
