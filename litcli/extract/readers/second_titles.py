"""Second titles: whether a line beside a title says it in another language.

What surprised us: the two are told by their letters as often as by their small words, of which a title may have none.
"""

import re

from litcli.extract.languages import guess_language, tells_language
from litcli.extract.readers.people import SURE, likeness

_FEWEST_WORDS, _MOST_WORDS, _FEWEST_IDEOGRAPHS = 4, 40, 6
"""A title in a second language has so many."""
_CYRILLIC = re.compile(r"[А-Яа-яЁё]{3}")
_REFERENCE = re.compile(r"\b(?:1[89]|20)\d\d\b|://|@|\d\s?[-–]\s?\d")


def may_be_second(text: str, title: str) -> bool:
    """Tell whether a line beside a title says it in another language: in another script, or plainly with other small words.

    >>> may_be_second("Das Wachstum des Mooses auf den Dächern", "The growth of the moss on the roofs of the houses")
    True
    >>> may_be_second("Anna Bergqvist, Jan van der Meer", "The growth of the moss on the roofs of the houses")
    False
    """
    enough = (
        len(text) >= _FEWEST_IDEOGRAPHS and " " not in text
        if is_dense(text)
        else _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS
    )
    if not enough or title in text or likeness(text) >= SURE or _REFERENCE.search(text):
        return False
    one, two = ((is_dense(said), bool(_CYRILLIC.search(said))) for said in (text, title))
    if one != two or (_plainly_english(text) != _plainly_english(title) and _marked(text) != _marked(title)):
        return True
    return tells_language(text) and tells_language(title) and guess_language(text) != guess_language(title)


def _plainly_english(text: str) -> bool:
    return text.isascii() and guess_language(text) == "en"


def _marked(text: str) -> bool:
    """Tell whether several words have letters that English has not."""
    return sum(not word.isascii() for word in re.findall(r"[^\W\d_]+", text)) > 1


def is_dense(text: str) -> bool:
    """Tell whether few characters may say much: Chinese, Japanese, Korean."""
    return not text.isascii() and len(text) >= 4 and sum(ord(character) > 0x2E80 for character in text) > 0.5 * len(text)
