"""Abbreviated titles of journals with the full stops that styles expect: they take them out where their manual has none.

PubMed and many publishers abbreviate without ("J Insect Stud"); IEEE, Nature, Cell and ACS print them ("J. Insect Stud.").
"""

import re


def dotted(short: str, full: str) -> str:
    """Put a full stop behind each word of `short` that is cut from a word of `full`.

    >>> dotted("J Insect Stud", "Journal of Insect Studies"), dotted("JAMA", "JAMA"), dotted("PLoS Biol", "PLoS Biology")
    ('J. Insect Stud.', 'JAMA', 'PLoS Biol.')
    >>> dotted("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences of the United States of America")
    'Proc. Natl. Acad. Sci. U. S. A.'
    """
    if "." in short:
        return short
    words = [word.casefold() for word in re.findall(r"\w+", full)]
    return " ".join(f"{part}." if _is_cut(part.casefold(), words) else part for part in short.split(" "))


def _is_cut(part: str, words: list[str]) -> bool:
    """Tell whether a word begins like one of the words, has its letters in order, and is none of them."""
    if not part.isalpha() or part in words:
        return False
    return any(word[0] == part[0] and len(part) < len(word) and _in_order(part, word) for word in words)


def _in_order(part: str, word: str) -> bool:
    letters = iter(word)
    return all(letter in letters for letter in part)
