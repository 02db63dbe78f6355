"""Pages that a careless pattern or loop would take minutes for: one thing over and over, or many things that all differ.

What surprised us: most such loops are fast as long as things repeat, since equal values are one value; it takes a page of ten thousand
different keywords, authors or volumes to see that each is compared with every other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from litcli.pages.page import Source

_HEAD = "Dew on spider silk\n\nAnna Bell, Carl Dent\n\nJournal of Dew 2013; 12(3):45-67. doi:10.1234/a\n\n"
_PROSE = "We saw dew in the garden, and it was seen by us all at the end of the day, when the sun was low and it was warm in the wood.\n"


@dataclass(frozen=True)
class Run:
    """One kind of page that grows."""

    unit: str
    """What is repeated; "{n}" is a number that grows and "{w}" a word that is another each time."""
    head: str = ""
    tail: str = ""
    media_type: str = "text/plain"

    def page(self, size: int) -> Source:
        """Return a page of so many characters."""
        return Source("page", 1, "".join(self._pieces(size)).encode(), self.media_type)

    def _pieces(self, size: int) -> Iterator[str]:
        if self.unit.format(n=0, w="") == self.unit.format(n=1, w="a"):
            unit = self.unit.format()
            yield self.head + unit * ((size - len(self.head)) // len(unit)) + self.tail
            return
        yield self.head
        written, number = len(self.head), 0
        while written < size:
            piece = self.unit.format(n=number, w=word(number))
            yield piece
            written, number = written + len(piece), number + 1
        yield self.tail


def word(number: int) -> str:
    """Return a word that no other number has.

    >>> word(0), word(27)
    ('Aaa', 'Abb')
    """
    letters = []
    for _ in range(3):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("a") + letter))
    more = chr(ord("a") + number) if 0 < number < 26 else str(number or "")
    return "".join(letters[::-1]).capitalize() + more


def _html(unit: str, head: str = "", tail: str = "") -> Run:
    return Run(unit, f"<html><body>{head}", tail, "text/html")


def _xml(unit: str, tail: str = "") -> Run:
    return Run(unit, "<dc><title>Dew</title>", f"{tail}</dc>", "application/xml")


RUNS = {
    # one thing over and over, all in one line
    "spaces between words": Run("a                    "),
    "dots": Run("."),
    "commas": Run(","),
    "semicolons": Run(";"),
    "brackets": Run("("),
    "digits": Run("1"),
    "dashes": Run("1-"),
    "initials": Run("A. "),
    "capitals": Run("Aa"),
    "capital words": Run("Word "),
    "and": Run("and "),
    "ideographs": Run("漢字"),
    "DOIs": Run("10.1234/a. "),
    "addresses": Run("http://"),
    "mail": Run("a@"),
    "volumes": Run("Vol. "),
    "citations": Run("2013, 14(2), "),
    "names": Run("Smith, J., "),
    "labels in a line": Run("Authors: "),
    # short lines
    "a row": Run("Authors: John Smith, Ann Lee\n"),
    "glued rows": Run("JournalJournal of X\nVolume14\n"),
    "labels alone": Run("Title\nAuthors\nVolume\nDOI\n"),
    "headings": Run("Abstract\nKeywords\nReferences\n"),
    "abstracts": Run("Abstract\n" + _PROSE),
    "keyword headings": Run("Keywords\nbees; wasps; ants\n"),
    "references": Run("1. Smith J. On dew. J Dew. 2013;12(3):45-67. doi:10.1234/a\n"),
    "tags": Run("TY  - JOUR\nTI  - On dew\nER  - \n"),
    "cells": Run("| Volume | 14 |\n"),
    "blank lines": Run("a\n\n\n"),
    # many things that differ
    "authors": Run("Anna {w}, ", "Dew on spider silk\n\n"),
    "authors by semicolon": Run("{w}, A. B.; ", "Dew on spider silk\n\nAuthors: "),
    "author rows": Run("Author: Anna {w}\n", "Dew on spider silk\n\n"),
    "keywords in a line": Run("{w} dew; ", f"{_HEAD}Abstract\n{_PROSE}Keywords: "),
    "keywords in lines": Run("{w} dew\n", f"{_HEAD}Abstract\n{_PROSE}Keywords\n"),
    "titles": Run("Title: The dew of {w}\n"),
    "volume rows": Run("Volume: {n}\n", _HEAD),
    "ISBNs": Run("ISBN: 978-3-16-{n:06d}-0\n", _HEAD),
    "journals": Run("Journal of {w} 12(3), {n}-{n}9, 2013.\n", "Dew on spider silk\n\n"),
    "citations that differ": Run(
        "{w}, A. & Lee, B. (2013). On the dew of {w}. Journal of {w}, 12(3), {n}-{n}9. doi:10.1234/{w}\n"
    ),
    "abstracts that differ": Run("Abstract\n{w}: " + _PROSE, _HEAD),
    "events": Run("Conference on {w}, 5 May 2013, London, UK\n", _HEAD),
    "names in BibTeX": Run("{w}, A and ", "@article{x,\n title={Dew},\n author={", "Z, B}\n}\n"),
    "keywords in RIS": Run("KW  - {w} dew\n", "TY  - JOUR\nTI  - Dew\nAU  - Bell, A\n", "ER  - \n"),
    # markup
    "open divisions": _html("<div>", "Dew"),
    "open paragraphs": _html("<p>a"),
    "metadata": _html('<meta name="citation_author" content="Bell, {w}">'),
    "linked data": _html(
        '{{"@type":"Person","name":"Anna {w}"}},',
        '<script type="application/ld+json">{"name":"Dew","author":[',
        "{}]}</script>Dew",
    ),
    "list items": _html("<li>{w} dew", "<h3>Keywords</h3><ul>"),
    "empty elements": _xml("<a/>"),
    "open elements": _xml("<a>"),
    "references to entities": _xml("&a;"),
    "subjects": _xml("<subject>{w} dew</subject>"),
    "subjects in one": Run("{w} dew; ", "<dc><title>Dew</title><subject>", "</subject></dc>", "application/xml"),
    "sources": _xml("<source>Journal of {w}; Vol. 3 No. 2 (2014); {n}-{n}8</source>"),
    "contributors": Run(
        "<contrib><name><surname>{w}</surname><given-names>Anna</given-names></name></contrib>",
        '<article article-type="x"><front><article-meta><contrib-group>',
        "</contrib-group></article-meta></front></article>",
        "application/xml",
    ),
}
"""By what they are made of."""
