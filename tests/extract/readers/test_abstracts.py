"""Where an abstract begins and ends."""

import pytest

from litcli.extract.readers import abstracts
from tests.extract.texts import laid_out

FIRST = "Pebbles in cold rivers are darker than the pebbles in warm rivers, and the reason of it has been sought in the moss that grows."
SECOND = "We took the moss from the stones, and they were still dark, so that the moss cannot be the reason for the colour of the stones."
GERMAN = (
    "Die Steine in den kalten Flüssen sind dunkler als die Steine in den warmen, und der Grund dafür ist in dem Moos gesucht "
    "worden, das auf ihnen wächst."
)


def told(text: str) -> str | None:
    found = next(abstracts.under_headings(laid_out(text), frozenset(), "test.abstract"), None)
    return str(found.value) if found else None


def test_paragraphs_are_kept_apart():
    assert told(f"Title\n\nAbstract\n\n{FIRST}\n\n{SECOND}\n\nKeywords\n\nmoss") == f"{FIRST}\n\n{SECOND}"


def test_headings_of_a_structured_abstract_stand_before_its_paragraphs_but_for_the_first():
    text = f"Title\n\nAbstract\nAim\n\n{FIRST}\n\nDesign\n\nA survey of stones.\n\nData Sources\n\n{SECOND}\n\nReferences"
    assert told(text) == f"{FIRST}\n\nDesign: A survey of stones.\n\nData Sources: {SECOND}"


def test_the_same_abstract_in_another_language_is_not_part_of_it():
    assert told(f"Title\n\nAbstract\n\n{FIRST}\n\n{GERMAN}") == FIRST


def test_a_copyright_sentence_at_the_end_is_not_part_of_it():
    assert told(f"Title\n\nAbstract\n\n{FIRST} © 2013 Springs and Streams, New Town.") == FIRST


def test_a_wrapped_paragraph_is_one_paragraph():
    words = FIRST.split()
    wrapped = "\n    ".join(" ".join(words[start : start + 9]) for start in range(0, len(words), 9))
    assert told(f"Title\n\nAbstract\n    {wrapped}\n\nKeywords") == FIRST


def test_the_first_long_prose_is_taken_where_no_heading_is():
    layout = laid_out(f"Title of the work\n\nAnna Bergqvist, Jan Meer\n\n{FIRST} {SECOND}\n\nJournalDew\nVolume3")
    found = next(abstracts.unnamed(layout, frozenset({3, 4}), 1, "test.prose"))
    assert found.value == f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    "opening",
    [
        "Here we use",
        "Maintenance therapy with lichen extract after",
        "Privacy in shared gardens changes with",
        "Cookies baked of acorn flour need",
        "JavaScript is the language of most pages about",
        "Subscriptions to journals of hedge science fell with",
        "The number of downloads rises with",
        "The halo sign in leaves is told by",
    ],
)
def test_an_abstract_may_open_with_words_that_notices_use_too(opening):
    prose = (
        f"{opening} the colour of the stones in cold rivers, and the reason of it has been sought in the moss that grows on them."
    )
    assert told(f"Title\n\nAbstract\n\n{prose}\n\nKeywords\n\nmoss") == prose


def test_a_notice_is_no_abstract():
    notice = "We use cookies to make this site better for you and for us, and by going on you accept that we do so. " * 3
    assert not list(abstracts.unnamed(laid_out(f"Title\n\n{notice}"), frozenset(), 0, "test.prose"))
