"""Text folded for comparison: what two spellings of the same words have in common.

In goes any text, out come lower-case words of plain letters and digits: accents, punctuation, hyphens and case are gone, and
what is no Latin letter is left as it is. Folding is for comparing only; nothing folded is ever shown or stored as a value.
"""

import re

from litcli.model.folding import LETTERS, unaccented

_NO_WORD = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(dict(LETTERS))
_SMALL = 3
"""A word of so few letters ("of", "the", "für") is left out of an abbreviation."""


def fold(text: str) -> str:
    """Return the words of a text, folded, one space between.

    >>> fold("Trial Watch:  Lénalidomide-based (TNFα)")
    'trial watch lenalidomide based tnfα'
    """
    plain = unaccented(text)
    return _NO_WORD.sub(" ", plain if plain.isascii() else plain.translate(_LETTERS)).strip()


def squeeze(text: str) -> str:
    """Return the folded letters without any space: the strictest view of "the same text".

    >>> squeeze("On-line  data"), squeeze("online data")
    ('onlinedata', 'onlinedata')
    """
    return fold(text).replace(" ", "")


def is_abbreviation(short: str, long: str) -> bool:
    """Tell whether a title is another's abbreviation, word by word; small words of the other may be left out (ISO 4).

    >>> is_abbreviation("J Noct Ecol", "Journal of Nocturnal Ecology"), is_abbreviation("Nature", "Nature Communications")
    (True, False)
    """
    pieces, words = fold(short).split(), fold(long).split()
    telling = [word for word in words if len(word) > _SMALL] if len(words) > len(pieces) else words
    return len(pieces) == len(telling) > 1 and all(word.startswith(piece) for piece, word in zip(pieces, telling, strict=True))
