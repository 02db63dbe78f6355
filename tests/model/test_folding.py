"""Text without case and accents."""

import pytest

from litcli.model.folding import unaccented


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Résumé", "resume"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Øre", "øre"),
        ("İstanbul", "istanbul"),
        ("𝐀lpha", "alpha"),
        ("한국어", "한국어"),
        ("Ёлка", "елка"),
    ],
)
def test_case_and_accents_are_gone(text: str, folded: str) -> None:
    assert unaccented(text) == folded
