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
    ],
)
def test_a_host_keeps_its_words_and_loses_what_stands_around_them(text: str, host: str) -> None:
    layout = laid_out(text)
    found = container_in(layout, 0, len(text))
    assert found is not None
    assert layout.text[slice(*found)] == host
