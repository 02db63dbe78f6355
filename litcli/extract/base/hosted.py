"""Documents on the sites of one host (1library, 5dok, 123deta, 9lib, ...): a frame in any language around a document's text.

    • No results found / Title / N/A / N/A / Protected / Academic year: 2021 / Share "Title" / Copied! / 134 / 0 / 0 / Full text / (1) / text

What surprised us: the academic year is the host's, the numbers count pages and readers, and the title is what an uploader wrote: it holds
where the document says the same.
"""

import re
from dataclasses import dataclass

from litcli.extract.layout import Layout, Line
from litcli.extract.vocabulary import letters

_YEAR = re.compile(r"^Academic year\s?: ?\d{4}$")
_SHARE = re.compile(r"^\S+\s[\"“].{4,}[\"”]$")
_FIRST_PAGE = re.compile(r"^\(1\)$")
_HEAD = 40


@dataclass(frozen=True)
class Frame:
    """Where the frame says the title, and where the document begins."""

    title: Line
    below: int
    """The index of the document's first line."""


def frame(layout: Layout) -> Frame | None:
    """Return the frame around a hosted document; None where there is none."""
    head = layout.lines[:_HEAD]
    protected = next((line.index for line in head if line.text == "Protected"), None)
    year = next((line.index for line in head if _YEAR.match(line.text)), None)
    if protected is None or year is None:
        return None
    title = next((line for line in head[:protected] if not line.mark and line.text != "N/A"), None)
    start = next((line.index for line in head if _FIRST_PAGE.match(line.text)), None)
    share = next((line.index for line in head if _SHARE.match(line.text)), year)
    return Frame(title, (share if start is None else start) + 1) if title else None


def document(layout: Layout, around: Frame | None) -> Layout:
    """Return the document without the frame; the page itself where it has none."""
    return layout.part(around.below) if around else layout


def confirmed(around: Frame | None, below: Layout) -> bool:
    """Tell whether the document says the frame's title too."""
    said = letters("".join(line.text for line in below.lines[:80]))
    return around is not None and letters(around.title.text) in said
