"""Lines that a portal always prints in one shape: a pattern a shape, its groups named after the fields.

container_title       the field "container-title"; a digit at the very end lets a field stand in several branches
type__in_journal      read by the normaliser "in-journal"
author, keyword       a list, parted into its items
citation              a part that is a citation in itself: journal and numbers
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Span, claim, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.citations import read_citation
from litcli.extract.readers.people import names_in
from litcli.extract.readers.words import split_words
from litcli.model.fields import BY_NAME


def amended(draft: Draft, found: Iterable[Candidate | None]) -> Draft:
    """Return the draft with what the portal found in place of what other readers say of the same fields."""
    kept = [candidate for candidate in found if candidate]
    return draft.without(*{candidate.field for candidate in kept}).plus(*kept)


def read_lines(
    layout: Layout, lines: Iterable[Line], patterns: Sequence[re.Pattern[str]], rule: str, sure: float
) -> list[Candidate]:
    """Return what the first line of each shape says."""
    left = list(patterns)
    found: list[Candidate] = []
    for line in lines:
        for pattern in left:
            if match := pattern.search(line.text):
                found += stated(layout, line.start, match, rule, sure)
                left.remove(pattern)
                break
    return found


def without_line(layout: Layout, candidate: Candidate, line: Line) -> Candidate | None:
    """Return the candidate of a text without the part that stands in a line: a citation that closes an abstract."""
    parts = tuple(part for part in candidate.items[0].evidence.parts if not line.start <= part[0] < line.end)
    return claim(layout.text, candidate.field, [parts], candidate.rule, candidate.confidence) if parts else None


def first_line(lines: Iterable[Line], pattern: re.Pattern[str]) -> tuple[Line, re.Match[str]] | None:
    """Return the first line that has the shape, with its match."""
    return next(((line, match) for line in lines if (match := pattern.search(line.text))), None)


def stated(layout: Layout, start: int, match: re.Match[str], rule: str, sure: float) -> list[Candidate]:
    """Return what the groups of a match say; `start` is where the matched text begins on the page."""
    return [
        candidate
        for group, text in match.groupdict().items()
        if text
        for candidate in _read(layout, group, moved(start, match, group), rule, sure)
    ]


def _read(layout: Layout, group: str, span: Span, rule: str, sure: float) -> Iterator[Candidate]:
    name, _, normaliser = group.rstrip("0123456789").partition("__")
    field = name.replace("_", "-")
    full = f"{rule}.{field}" + (f":{normaliser.replace('_', '-')}" if normaliser else "")
    if field == "citation":
        yield from read_citation(layout, span, full, sure)
    elif field in {"author", "editor"}:
        yield from filter(None, [claim(layout.text, field, names_in(layout, (span,)), full, sure)])
    elif field == "keyword":
        yield from filter(None, [claim(layout.text, field, split_words(layout, span), full, sure)])
    elif field in BY_NAME:
        yield from claims(layout.text, field, span, full, sure)
