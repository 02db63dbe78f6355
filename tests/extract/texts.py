"""Pages of invented works, and how a text becomes a page in these tests."""

from litcli.extract.layout import Layout, Line, lay_out
from litcli.pages.page import Page, Source


def page(text: str) -> Page:
    """Return a page of plain text."""
    return Page(Source("page.txt", 1, text.encode(), "text/plain"), text, "utf-8")


def laid_out(text: str) -> Layout:
    """Return the lines of a text."""
    return lay_out(page(text))


def line(text: str) -> Line:
    """Return the only line of a text."""
    return laid_out(text).lines[0]


PURE = """\
Dew on spider silk: a field study of wet mornings

Anna Bergqvist, Jan van der Meer, M. O'Neil*

* Corresponding author for this work

Research output: Contribution to journalReview articlepeer-review

12 Citations (Scopus)


Silk that is wet in the morning holds more drops than silk that is dry, and the drops grow with the night. In 2007 the fields
were mown twice. The webs of three kinds of spiders were weighed before and after sunrise, and the weight of the water was
found by the difference between them. We show that the drops follow the thread and not the wind.

Original languageEnglish
Article numbere1207
JournalJournal of Wet Mornings
Volume14
Issue number3-4
Publication statusPublished - 12 May 2016
Externally publishedYes


  • dew
  • orb webs
  • Araneae


Dive into the research topics of 'Dew on spider silk: a field study of wet mornings'. Together they form a unique fingerprint.

Cite this
"""

UNKNOWN_PORTAL = """\
Home | Search | Help

On the colour of pebbles in cold rivers

Cite as: Ashford, P. L., & Quint, R. (2011). On the colour of pebbles in cold rivers. Annals of River Stones, 22(4), 101-118.

Abstract
Pebbles in cold rivers are darker than pebbles in warm rivers, and the reason has been sought in the moss that grows on them.
Keywords: pebbles; moss; colour

References
1. Other, A. N. (1999). Stones. Stone Letters 3, 1-9. doi:10.1234/other.1999
"""
