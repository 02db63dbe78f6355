"""Imprints as library catalogues print them: place, publisher, year and extent in one line, the report's series and number behind.

Cambridge, MA, The Institute Press, 1964, 45 p.; Technical Report ; No. 9
"""

import re
from collections.abc import Iterator

from litcli.extract.candidates import Candidate, claims, moved
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work

_IMPRINT = re.compile(
    r"^(?P<place>[^\W\d_][^:;]{1,60}?)(?:,\s*\[etc\.?\])?\s*[,:]\s+(?P<publisher>(?:The\s)?[^\W\d_][^,;:]{3,100}),\s+(?P<year>(?:1[6-9]|20)\d{2}),?"
    r"\s*[.;:]?\s+(?P<extent>\d{1,4})\s?(?:p|pp|s|S|blz|str|с)\b\.?(?P<rest>.*)$"
)
_SERIES = re.compile(r"^[\s;.,(]*(?P<series>[^;:/()]{4,80}?)\s*[;,]\s*(?:No|Nr|Vol|Bd)\.?\s*(?P<number>[\w.-]{1,12})")


def imprint_lines(layout: Layout, lines: tuple[Line, ...], rule: str) -> Iterator[Candidate]:
    """Yield what the first line says that has the shape of an imprint."""
    for line in lines:
        found = _IMPRINT.match(line.text) if len(line.text) < 300 else None
        if not found:
            continue
        for field, name, sure in (
            ("publisher", "publisher", 0.85),
            ("issued", "year", 0.88),
            ("number-of-pages", "extent", 0.85),
        ):
            span = moved(line.start, found, name)
            yield from claims(layout.text, field, span, f"{rule}.imprint", sure)
        yield from claims(layout.text, "publisher-place", (line.start, line.start + found.end("place")), f"{rule}.imprint", 0.7)
        if series := _SERIES.match(found.group("rest")):
            base = line.start + found.start("rest")
            kind = kind_of_work(series.group("series"))
            if kind:
                yield from claims(layout.text, "type", moved(base, series, "series"), f"{rule}.imprint", 0.8)
            span = moved(base, series, "number")
            yield from claims(layout.text, "number", span, f"{rule}.imprint", 0.75)
        return


def is_imprint(text: str) -> bool:
    """Tell whether a line has the shape of an imprint."""
    return len(text) < 300 and bool(_IMPRINT.match(text))
