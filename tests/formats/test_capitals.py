"""Which words of a title keep their capitals."""

import pytest

from litcli.formats._capitals import pieces


@pytest.mark.parametrize(
    ("title", "language", "held"),
    [
        ("Role of PD-L1 and mRNA at pH 7 in T cells", "en", ["PD-L1", "mRNA", "pH", "T"]),
        ("The Role of PD-L1 and mRNA in T Cells", "en", ["PD-L1", "mRNA", "T"]),
        ("Alzheimer's disease in Denmark: a study", None, ["Denmark"]),
        ("A study of vitamin A and hepatitis B", "en", ["A", "B"]),
        ("X-ray structure of TiO2 and H2O", "en", ["X-ray", "TiO2", "H2O"]),
        ("McDonald's and O'Neil's Theory of Games", "en", ["McDonald's", "O'Neil's"]),
        ("The U.S. Army Research Laboratory", "en", ["U.S"]),
        ("Trial watch: Lenalidomide-based immunochemotherapy", "en", []),
        ("Die Rolle der Bienen in der Landwirtschaft", "de", ["Rolle", "Bienen", "Landwirtschaft"]),
        ("Le rôle des abeilles à Paris", "fr", ["Paris"]),
        ("A STUDY OF DNA", "en", []),
        ("Effects of Exercise with Music", "en", []),
        ("What do we know? The answer from Japan", "en", ["The", "Japan"]),
        ("日本の研究", "ja", []),
        ("on bees", "en", []),
        ("", "en", []),
    ],
)
def test_held_words(title: str, language: str | None, held: list[str]) -> None:
    found = pieces(title, language)
    assert [piece for piece, capitals in found if capitals] == held
    assert "".join(piece for piece, _ in found) == title


def test_math_is_left_alone() -> None:
    assert pieces("Mass of $M_W$ in GeV", "en", [(8, 13)]) == [("Mass of $M_W$ in ", False), ("GeV", True)]
