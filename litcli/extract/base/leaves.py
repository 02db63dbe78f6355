"""First and last page, put together; or the article number that many journals state in their place."""

import re
from collections.abc import Sequence

from litcli.extract.base.told import place, told
from litcli.extract.candidates import Candidate
from litcli.pages.page import Embedded

_ARTICLE_NUMBER = re.compile(r"[A-Za-z]\w*\d{3,}|\d{5,}")
"""No leaf of a volume bears such a number: "e26494", "104522"."""

_LEAVES = re.compile(
    r"[A-Za-z]{0,4}\d+[A-Za-z]?(?:\s*[-–—,+]+\s*[A-Za-z]{0,4}\d+[A-Za-z]?)*|[ivxlcdm]+(?:\s*[-–—]\s*[ivxlcdm]+)?"
)
"""What may be a leaf, or a range of them in one statement."""


def leaves(text: str, rows: Sequence[Embedded], rule: str, confidence: float) -> Candidate | None:
    """Return the pages that one statement or two give, or the article number; None where they give neither."""
    kept = [row for number, row in enumerate(rows) if not number or _value(text, row) != _value(text, rows[0])]
    if not kept or not all(_LEAVES.fullmatch(_value(text, row)) for row in kept):
        return None
    alone = len(kept) == 1 and _ARTICLE_NUMBER.fullmatch(_value(text, kept[0]))
    return told(text, "number" if alone else "page", [place(*kept)], rule, confidence)


def _value(text: str, row: Embedded) -> str:
    return text[row.start : row.end]
