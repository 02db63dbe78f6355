"""Abstracts whose parts have headings on lines of their own ("Aim", "Methods"): the paragraphs, without the headings."""

import re

from litcli.extract.candidates import Candidate, claim
from litcli.extract.layout import Layout

_HEADING = 40
"""A shorter line without a full stop at its end is a heading."""


def structured_abstract(layout: Layout, ends: re.Pattern[str], rule: str, sure: float = 0.95) -> list[Candidate]:
    """Return the abstract from its heading down to a line that matches `ends`, keywords or the end of the record."""
    sections = layout.vocabulary.sections
    start = next((line.index for line in layout.lines if sections.get(line.folded) == "abstract"), None)
    if start is None:
        return []
    parts = []
    for line in layout.lines[start + 1 :]:
        if ends.match(line.text) or sections.get(line.folded) in {"keyword", "tail"}:
            break
        if len(line.text) > _HEADING or line.text.endswith("."):
            parts.append(line.span)
    found = claim(layout.text, "abstract", [tuple(parts)], rule, sure) if parts else None
    return [found] if found else []
