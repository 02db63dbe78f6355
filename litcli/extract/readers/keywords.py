"""Keywords: the words below a heading, one a line or a line of them."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, Parts, Span, claim
from litcli.extract.layout import PROSE, Layout
from litcli.extract.readers.asides import ends_words
from litcli.extract.readers.words import split_words

_LANGUAGE = re.compile(r"[A-Z]{2}")
"""The code of a language, above the keywords in it."""


def keywords(layout: Layout, rule: str) -> Iterator[Candidate]:
    """Yield the words below a keyword heading: one a line, or a line of them."""
    for line in layout.body:
        if layout.vocabulary.sections.get(line.folded) != "keyword":
            continue
        places = _places(layout, line.index + 1)
        if found := claim(layout.text, "keyword", places, f"{rule}.keywords", 0.9):
            yield found


def _places(layout: Layout, first: int) -> list[Parts]:
    """Return the places of the keywords that begin at a line."""
    places: list[Parts] = []
    before: list[Span] = []
    for line in layout.between(first, layout.tail):
        if (
            line.text.endswith(":")
            or line.folded in layout.vocabulary.sections
            or line.folded in layout.vocabulary.labels
            or line.cells
        ):
            break
        if _LANGUAGE.fullmatch(line.text):
            continue
        if ends_words(layout, before, line):
            break
        parted = split_words(layout, line.span)
        if (
            (len(line.text) > 2 * PROSE and len(parted) < 3)
            or (places and line.blanks > 1)
            or (line.text.endswith((".", ":")) and not parted)
        ):
            break
        if len(parted) == 1 and (len(line.text.split()) > 7 or line.text.startswith("http")):
            break
        before.append(line.span)
        places += [(line.span,)] if line.mark == "bullet" and ";" not in line.text else parted
        if line.mark != "bullet" and len(parted) > 2:
            break
    return places
