"""Cover sheets that Pure puts before the documents of its universities, as they stand alone or on a host's site.

    Title, over several lines / Citation for published version (APA): / Schoofs, A. J. G. (1982). Title. (Series; Vol. 1). Publisher. /
    Document status and date: / DOI: / Document Version: / General rights / Take down policy

What surprised us: a page of legal text about versions and rights stands where an abstract would; the year in the title is not the work's;
the sheet's own date is the first of January where the day is not known; hosts print the whole sheet as one line.
"""

import re

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.hosted import confirmed, document, frame
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import amended, stated
from litcli.extract.candidates import Candidate, Span, claims
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.citations import read_citation

NAME = "pure-cover"

MARKS = (
    Mark(0.5, "lished version (", r"Citation for pub?lished version \((?:APA|Harvard|HARVARD|Vancouver)\)\s?:"),
    Mark(0.3, "Document Version"),
    Mark(0.2, "Document status and date"),
    Mark(0.2, "Link to publication"),
    Mark(0.2, "Take down policy"),
    Mark(0.2, "Please check the document version of this publication"),
)
_CITED = re.compile(r"Citation for pub?lished version \([^()]+\)\s?:\s*", re.IGNORECASE)
_CITATION_ENDS = re.compile(
    r"\s*(?:General rights|Document status|Document Version|DOI:|Please check|Important note|Download date).*$"
)
_THESIS = re.compile(
    r"\[(?P<type__thesis>(?P<genre>[^\],]*[Tt]hesis[^\],]*?)(?: \d \([^\]]*)?)(?:,[^\]]*)?\]\. (?P<publisher>[^.]+)"
)
_ROWS = ("original language", "publication status", "research output:")


def marks(layout: Layout) -> float:
    """Weigh the heading of the citation and those of the sheet's other parts; a portal's own page has rows, a sheet none."""
    rows = any(line.folded.startswith(_ROWS) for line in layout.lines)
    return 0.0 if rows else weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the citation says; what the sheet says of itself is no part of the work."""
    around = frame(layout)
    page = document(layout, around)
    draft = generic.read(page, NAME).without(
        "abstract", "keyword", "event-title", "event-date", "issued", "volume", "issue", "page"
    )
    span = _citation(page)
    title = around.title if around and confirmed(around, page) else _repeated(page, span)
    found = claims(page.text, "title", title.span, f"{NAME}.title", 0.96) if title else []
    return amended(draft, (*found, *_cited(page, span, title))) if span else amended(draft, found)


def _citation(page: Layout) -> Span | None:
    """Return where the citation stands: behind its heading, or in the line below."""
    for line in page.lines:
        if heading := _CITED.search(line.text):
            end = _CITATION_ENDS.search(line.text, heading.end())
            span = strip(page.text, line.start + heading.end(), line.start + (end.start() if end else len(line.text)))
            following = page.after(line.index)
            return span if span[0] < span[1] else following.span if following else None
    return None


def _repeated(page: Layout, span: Span | None) -> Line | None:
    """Return the first line that the citation repeats: the title."""
    cited = page.text[slice(*span)] if span else ""
    return next(
        (line for line in page.lines[:6] if len(line.text) > 12 and line.text in cited and line.start != (span or (0, 0))[0]),
        None,
    )


def _cited(page: Layout, span: Span, title: Line | None) -> list[Candidate]:
    found = read_citation(page, span, f"{NAME}.citation", 0.92, title.text if title else None)
    thesis = _THESIS.search(page.text[slice(*span)])
    return [*found, *(stated(page, span[0], thesis, NAME, 0.94) if thesis else [])]
