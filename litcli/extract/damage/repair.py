"""The door: a page as it was before it was damaged."""

from dataclasses import dataclass, replace

from litcli.extract.damage.characters import mend_characters
from litcli.extract.damage.escapes import mend_encoding, mend_entities, mend_escapes
from litcli.extract.damage.gaps import mend_broken_words
from litcli.extract.damage.leaves import mend_leaves
from litcli.extract.damage.margins import mend_gaps, mend_margins
from litcli.extract.damage.markup import mend_markdown, mend_tags
from litcli.extract.damage.mended import Mended
from litcli.extract.damage.one_line import mend_one_line
from litcli.extract.damage.wraps import mend_wraps
from litcli.pages.page import Page

_CHARACTERS = (mend_encoding, mend_entities, mend_characters, mend_tags)
"""Repairs of any page, and of embedded metadata too."""
_LINES = (mend_markdown, mend_margins, mend_gaps, mend_one_line, mend_wraps, mend_broken_words)
"""Repairs of plain text; HTML and XML tell where their lines end."""
_TEXT = (mend_escapes, mend_leaves, *_CHARACTERS, *_LINES)


@dataclass(frozen=True)
class Repair:
    """A page and what was done to it."""

    page: Page
    """With its text mended; the same page where nothing was."""
    mended: Mended | None
    """None where nothing was mended."""


def repair(page: Page) -> Repair:
    """Return the page mended."""
    mended = Mended(page.text)
    for mend in _TEXT if page.source.media_type == "text/plain" else _CHARACTERS:
        mended = mend(mended)
    return Repair(_moved(page, mended), mended) if mended.steps else Repair(page, None)


def plain(text: str) -> str:
    """Return a piece of a page with its characters mended.

    >>> plain("de\ufb01ned &amp; **used**")
    'defined & used'
    """
    mended = Mended(text)
    for mend in (mend_escapes, *_CHARACTERS, mend_markdown):
        mended = mend(mended)
    return mended.text


def _moved(page: Page, mended: Mended) -> Page:
    """Return the page with the mended text, and all its places where they now are."""
    embedded = tuple(
        replace(row, start=start, end=end) for row in page.embedded for start, end in [mended.forth(row.start, row.end)]
    )
    visible_end = mended.forth(0, page.visible_end)[1] if page.visible_end >= 0 else -1
    return replace(page, text=mended.text, visible_end=visible_end, embedded=embedded, doubts=(*page.doubts, *mended.doubts))
