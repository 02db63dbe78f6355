"""What the words of a text tell about where something begins: labels, headings, names.

Damage is mended before lines are read, so these are asked of any piece of text, and are cheaper and stricter than the readers.
"""

import re
from functools import lru_cache

from litcli.extract.vocabulary import Label, fold, vocabulary
from litcli.model.name_lists import split_names
from litcli.model.name_shape import looks_like_name

LONGEST_LABEL = 60
_SHORTEST = 3

_COLON = re.compile(r"\s?[:：]")


def is_heading(text: str) -> bool:
    """Tell whether a text is a label, a heading, a kind of work or a button, and nothing else."""
    return len(text) <= LONGEST_LABEL and vocabulary().knows(fold(text))


def begins_row(text: str) -> bool:
    """Tell whether a text begins with a label and a colon, or with a label of several words.

    >>> begins_row("Journal: Moss"), begins_row("Original languageEnglish"), begins_row("Journal of Moss")
    (True, True, False)
    """
    label = label_at(text, 0)
    if not label:
        return False
    end, _ = label
    return bool(_COLON.match(text, end)) or (" " in text[:end].strip() and not text[end : end + 1].islower())


def label_at(text: str, at: int) -> tuple[int, tuple[Label, ...]] | None:
    """Return where the longest label ends that is printed at a place, and what it may mean; None where there is none."""
    words = vocabulary()
    folded = text[at : at + LONGEST_LABEL].casefold()
    for word in words.prefixes.get(folded[:_SHORTEST], ()):
        if folded.startswith(word):
            end = at + len(word)
            meanings = tuple(label for label in words.labels[word] if text.startswith(label.word, at))
            if meanings:
                return end, meanings
    return None


@lru_cache(maxsize=256)
def names_share(text: str) -> float:
    """Return how much of a text is names of people, 0 to 1."""
    names = [text[start:end] for start, end in split_names(text)[:20]]
    scores = [looks_like_name(name) for name in names]
    return sum(scores) / len(scores) if scores else 0.0
