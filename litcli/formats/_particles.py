"""The particles of names, as formats that have no place of their own for them write them: small words before or behind."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")


def is_small(word: str) -> bool:
    """Tell whether the first letter of a word is a small one.

    >>> is_small("van"), is_small("d'Alembert"), is_small("'t"), is_small("Van"), is_small("宮")
    (True, True, True, False, False)
    """
    return next((letter for letter in word if letter.isalpha()), "").islower()


def is_particle(word: str) -> bool:
    """Tell whether a word may be a particle: letters only, small.

    >>> is_particle("van"), is_particle("v."), is_particle("{x}")
    (True, False, False)
    """
    return bool(_WORD.fullmatch(word)) and is_small(word)


def before(words: Sequence[str]) -> int:
    """Return how many particles stand before a family name; its last word is none of them."""
    return next((at for at, word in enumerate(words[:-1]) if not is_particle(word)), max(len(words) - 1, 0))


def behind(words: Sequence[str]) -> int:
    """Return how many particles stand behind the given names; their first word is none of them."""
    return before([*reversed(words)])
