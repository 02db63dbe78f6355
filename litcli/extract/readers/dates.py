"""Dates: when the work came out, as short lines say it with or without a label word before the date."""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, claim
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work
from litcli.extract.vocabulary import fold
from litcli.model.dates import find_dates

HEAD = 60
"""So many lines may hold the date."""
LONGEST = 300
"""A longer line is prose."""

_ELSEWHERE = re.compile(r"\b(?:online|received|accepted|revised|posted|uploaded|reviewed)\b", re.IGNORECASE)
"""Words before a date that is not the day on which the work came out."""
_LEAD_BREAK = re.compile(r"\s[–—-]\s|[;|/)(.•]\s*|\s{2,}")


def date_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield dates in short lines, by the label words before them: "Published online: ..." is another than "Received: ..."."""
    for line in lines[:HEAD]:
        if len(line.text) > LONGEST or line.cells:
            continue
        place = 0
        for date in find_dates(line.text):
            lead = line.text[place : date.start]
            place = date.end
            field, sure = _date_weight(layout, lead, line.text)
            span = (line.start + date.start, line.start + date.end)
            if sure and (found := claim(layout.text, field, [(span,)], f"{rule}.date:calendar", sure)):
                yield found


def _date_weight(layout: Layout, lead: str, text: str) -> tuple[str, float]:
    """Return which date it is and how surely; 0 where its words say that it is another than those we keep."""
    named = _LEAD_BREAK.split(lead.rstrip(" :|;,/–-("))[-1]
    kinds = {label.kind for label in layout.vocabulary.labels.get(fold(named), ())}
    if kinds & {"issued", "status-date"}:
        return "issued", 0.86
    if handled := kinds & {"submitted", "accepted"}:
        return min(handled), 0.86
    if kinds:
        return "issued", 0.0
    if not named.strip() and len(text) < 40:
        return "issued", 0.6
    return "issued", 0.55 if len(text) < 80 and not _ELSEWHERE.search(named) and kind_of_work(text) else 0.0
