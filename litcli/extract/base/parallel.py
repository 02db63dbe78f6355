"""Titles in two languages, one below the other, as journals outside the English-speaking world print them.

The first is the work's own; the second is its translation where its script or its small words are those of another language. That is
asked where a portal prints its second title; on a page of any other, `readers.titles.may_be_second` asks for more.
"""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Span, claims
from litcli.extract.languages import guess_language
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, likeness

SHORTEST = 10
"""A shorter line below a title is no title in Latin letters."""
_LONGEST_NAME = 4
"""Names of more words have commas between them; a title of several words may look like a name."""
_EASTERN = re.compile(r"[\u3041-\u30fc\u3400-\u9fff\uac00-\ud7a3]")


def titles(layout: Layout, line: Line, rule: str, sure: float = 0.95) -> Iterator[Candidate]:
    """Yield the title that stands in a line, and its translation where the next line says it in another language."""
    yield from claims(layout.text, "title", line.span, f"{rule}.title", sure)
    below = layout.after(line.index)
    if below and in_two_languages(line.text, below.text):
        yield from claims(layout.text, "translated-title", below.span, f"{rule}.translated-title", sure - 0.03)


def titles_at(layout: Layout, own: Span, other: Span, rule: str, sure: float = 0.95) -> Iterator[Candidate]:
    """Yield title and translation that stand in one line, parted by a sign."""
    yield from claims(layout.text, "title", own, f"{rule}.title", sure)
    if in_two_languages(layout.text[slice(*own)], layout.text[slice(*other)]):
        yield from claims(layout.text, "translated-title", other, f"{rule}.translated-title", sure - 0.03)


def in_two_languages(title: str, other: str) -> bool:
    """Tell whether two lines that may be titles are in two languages.

    >>> in_two_languages("屋顶苔藓的生长", "Growth of moss on roofs"), in_two_languages("Growth of moss", "Karin Dolmos, Peter Larch")
    (True, False)
    """
    if len(other) < SHORTEST and not _EASTERN.search(other):
        return False
    if bool(_EASTERN.search(title)) != bool(_EASTERN.search(other)):
        return not _are_names(other) and not other.startswith(("http", "10.", "DOI", "doi"))
    one, two = guess_language(title), guess_language(other)
    foreign = one is not None or not title.isascii()
    return foreign and two is not None and one != two and not _are_names(other)


def _are_names(text: str) -> bool:
    return likeness(text) >= SURE and ("," in text or ";" in text or len(text.split()) <= _LONGEST_NAME)
