"""What stands among words or below an abstract and is about the copy at hand."""

import pytest

from litcli.extract import engine
from litcli.extract.readers.asides import is_aside
from litcli.extract.result import Extraction
from tests.extract.texts import laid_out, line, page

ASIDES = (
    "Received 13 March 2021; accepted 13 June 2021",
    "77 Citations",
    "Views: 248",
    "Copyright 2022 Hedge House",
    "© 2019 The Moss Society",
    "Uploaded by A. Reader on 3 May 2021",
    "Share on social media",
    "Download PDF",
    "https://doi.org/10.5555/inv.47.000090",
    "Eingereicht: 3. Mai 2021",
)
WORDS = (
    "home range",
    "print media",
    "search engines",
    "citations",
    "copyright law",
    "views on ageing",
    "authors",
    "May 1968",
    "open access",
)


@pytest.mark.parametrize("text", ASIDES)
def test_a_line_about_the_copy_is_an_aside(text: str):
    assert is_aside(laid_out(text), line(text))


@pytest.mark.parametrize("text", [word for word in WORDS if word not in {"authors", "open access", "copyright law"}])
def test_a_keyword_is_none(text: str):
    assert not is_aside(laid_out(text), line(text))


HEAD = """\
Pebbles in cold rivers: why they are darker than the pebbles in warm rivers

Anna Bergqvist, Jan van der Meer

Abstract

Pebbles in cold rivers are darker than the pebbles in warm rivers, and the reason of it has been sought in the moss that grows.

"""


def read_keywords(below: str) -> object:
    reading = engine.read(page(HEAD + below))
    assert isinstance(reading, Extraction)
    return reading.record.get("keyword")


@pytest.mark.parametrize(
    "below",
    [
        "Keywords\npebbles\nmoss\nhome range\nReceived 13 March 2021; accepted 13 June 2021\nDownload PDF",
        "Keywords\n• pebbles\n• moss\n• home range\n\n77 Citations",
        "Keywords: pebbles, moss, home range\nCopyright 2022 Hedge House",
        "Keywords\npebbles, moss, home range\nDepartment of Stones, University of Fenmoor",
        "Keywords\n\npebbles\n\nmoss\n\nhome range\n\nhttps://doi.org/10.5555/inv.47.000090",
        "Schlüsselwörter\npebbles; moss; home range\n\nShare on social media",
        "Keywords\npebbles\nmoss\nhome range\nPublished in Annals of River Stones",
    ],
)
def test_a_list_of_words_ends_before_what_is_no_word(below: str):
    assert read_keywords(below) == ["pebbles", "moss", "home range"]


def test_a_list_that_was_wrapped_goes_on():
    assert read_keywords("Keywords: pebbles, moss, home range,\ncold rivers, snow") == [
        "pebbles",
        "moss",
        "home range",
        "cold rivers",
        "snow",
    ]
