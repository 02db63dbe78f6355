"""What in a line may be the name of a journal or a book."""

import pytest

from litcli.extract.readers.hosts import container_in
from tests.extract.texts import laid_out


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("In Vivo.", "In Vivo"),
        ("In Annals of River Stones", "Annals of River Stones"),
        ("Int. J. Press/Politics", "Int. J. Press/Politics"),
        ("Annals of River Stones. Hedge House Press", "Annals of River Stones"),
        ("13. Internationale Tagung Moosforschung", "13. Internationale Tagung Moosforschung"),
        ("May 2019Annals of River Stones", "Annals of River Stones"),
        ("März 2019 Annals of River Stones", "Annals of River Stones"),
        ("Rivers 2019 Annual Report", "Rivers 2019 Annual Report"),
        ("Rafter, Luke J; Beam, Sue. Barn Quarterly; Omaha", "Barn Quarterly"),
        ("Paul Marten and Zoé Blanc. Handbook of Ropes", "Handbook of Ropes"),
        ("Science and Technology of Moss. Series B", "Science and Technology of Moss. Series B"),
        ("Ecology & Society. Supplement", "Ecology & Society. Supplement"),
        ("Plant Biology and Soil Science. Section B", "Plant Biology and Soil Science. Section B"),
        ("茶業史刊；42期", "茶業史刊"),
    ],
)
def test_a_host_keeps_its_words_and_loses_what_stands_around_them(text: str, host: str) -> None:
    layout = laid_out(text)
    found = container_in(layout, 0, len(text))
    assert found is not None
    assert layout.text[slice(*found)] == host


@pytest.mark.parametrize("text", ["1 - Tiles", "Home > Search"])
def test_a_chapter_and_a_path_are_no_host(text: str) -> None:
    assert container_in(laid_out(text), 0, len(text)) is None
