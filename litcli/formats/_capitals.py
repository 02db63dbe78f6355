"""Which words of a title must keep their capitals when a BibTeX style sets the title in lower case.

In goes a title as the page has it, out come its pieces, each with whether braces must hold it. Decidable are capitals within a
word ("PD-L1", "mRNA", "pH", "McDonald") and a single capital ("T cells", "vitamin A"). Proper nouns are decidable only where the
title does not itself capitalise its words: in "Alzheimer's disease in Denmark" the capital of Denmark says something, in "The
Role of Bees" that of Bees does not. Other languages than English do not capitalise titles, so there every capital counts. The
first word, and the first after a colon, keep their capital in every style; a title all in capitals says nothing about any word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-‐‑–'’.·][^\W_]+)*")
_JOINT = re.compile(r"[-‐‑–'’.·]")
_SMALL = frozenset(
    "with from into onto over upon between among amongst after before during through under against about than that when versus "
    "without within toward towards across beyond along around above below behind near since until while where which whose".split()
)
"""Words of four letters and more that titles in capitals leave small."""


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int
    leads: bool
    """It opens the title or follows a colon."""


def pieces(title: str, language: str | None, math: Sequence[tuple[int, int]] = ()) -> list[tuple[str, bool]]:
    """Cut a title into pieces, in order and without a gap, each with whether its capitals must be held; `math` is left alone.

    >>> [text for text, held in pieces("Role of the PD-L1 axis in Danish cows: a T cell view", "en") if held]
    ['PD-L1', 'Danish', 'T']
    >>> [text for text, held in pieces("The Role of the PD-L1 Axis in Danish Cows", "en") if held]
    ['PD-L1']
    """
    words = [word for word in _words(title) if not any(start <= word.start < end for start, end in math)]
    if not any(c.islower() for c in title):
        words = []
    plain = _is_plain(words, language)
    found: list[tuple[str, bool]] = []
    last = 0
    for word in words:
        if _is_held(word, plain=plain):
            found += [(title[last : word.start], False), (word.text, True)]
            last = word.end
    return [piece for piece in (*found, (title[last:], False)) if piece[0]]


def _words(title: str) -> list[_Word]:
    found = list(_WORD.finditer(title))
    leads = [
        at == 0 or title[found[at - 1].end() : word.start()].lstrip(" \"'”’)").startswith(":") for at, word in enumerate(found)
    ]
    return [_Word(word[0], *word.span(), lead) for word, lead in zip(found, leads, strict=True)]


def _is_plain(words: Sequence[_Word], language: str | None) -> bool:
    """Tell whether the title is set as a sentence is, so that a capital in it says something."""
    if language and language.split("-")[0] != "en":
        return any(word.text[0].islower() for word in words)
    telling = [word.text for word in words if not word.leads and len(word.text) > 3 and word.text.casefold() not in _SMALL]
    small = sum(word[0].islower() for word in telling)
    large = sum(_is_upper(word[0]) and word[1:].islower() for word in telling)
    return small > 0 and small >= large


def _is_held(word: _Word, *, plain: bool) -> bool:
    if word.text == word.text.lower():
        return False
    parts = _JOINT.split(word.text)
    if any(_is_upper(c) for part in parts for c in part[1:]):
        return True
    if any(_is_upper(part) and (len(parts) > 1 or not word.leads) for part in parts if len(part) == 1):
        return True
    return plain and not word.leads and any(_is_upper(part[0]) for part in parts)


def _is_upper(letter: str) -> bool:
    return letter.isupper() or letter.istitle()
