"""ACS Publications: articles of the American Chemical Society, on the pages of 2010, of 2018 and of today.

    Title / Names / View Author Information / Cite this: J. Abbr. 2018, 66, 12, 4400–4410 / Publication Date (Web):March 12, 2018 /
    https://doi.org/10.1021/... / Copyright © 2018 American Chemical Society / ... / Abstract / Abstract Image
    ArticleMarch 12, 2024 / Title / Name / Name* / Open PDF / Journal / Cite this: ... / https://doi.org/10.1021/... / Published March 12, 2024
    Article / Title / Names† / † Address / J. Abbr., 2010, 75 (12), pp 4400–4403 / DOI: 10.1021/... / Publication Date (Web): May 21, 2010

What surprised us: the four numbers of a citation are year, volume, issue and pages; the kind of an article is glued to its date; subjects of
the publisher stand one a line behind "SUBJECTS:", and are no keywords of the authors.
"""

import re
from collections.abc import Iterator, Sequence

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.heads import people_between
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines, stated
from litcli.extract.candidates import Candidate, claims
from litcli.extract.layout import Layout
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import SURE, likeness

NAME = "acs"

MARKS = (
    Mark(0.5, "Cite this: ", r"^Cite this: .+ (?:19|20)\d\d, (?:\w+, \w+, |[A-Z]{3}, )"),
    Mark(0.3, "10.1021/", r"^(?:https://doi\.org/|DOI: )10\.1021/\S+$"),
    Mark(0.3, "Publication Date (Web)"),
    Mark(0.3, "American Chemical Society", r"^Copyright © \d{4} American Chemical Society"),
    Mark(0.3, "RETURN TO ISSUE"),
)
_CITED = re.compile(
    r"^Cite this: (?P<container_title>.+?) (?P<issued__calendar>(?:19|20)\d\d), (?P<volume>\w+), (?P<issue>[\w-]+), (?P<page>\w+(?:[-–]\w+)?)$"
)
_CITED_OLD = re.compile(
    r"^(?P<container_title>[A-Z].+?), (?P<issued__calendar>(?:19|20)\d\d), (?P<volume>\w+) \((?P<issue>[\w-]+)\), pp (?P<page>\w+(?:[-–]\w+)?)$"
)
_AS_SOON = re.compile(r"^Cite this: (?P<container_title>.+?) (?:19|20)\d\d, [A-Z]{3}, ")
"""An article that has no issue yet."""
_WEB = re.compile(r"^(?:Publication Date \(Web\): ?|Published )(?P<issued__calendar>[A-Z]\w+ \d{1,2}, (?P<year>\d{4}))$")
_DOI = re.compile(r"^(?:https://doi\.org/|DOI: )(?P<DOI>10\.1021/\S+)$")
_LICENSE = re.compile(r"licensed under (?P<license>CC[ -]BY[\w-]* \d\.\d)")
_ABOVE_TITLE = re.compile(r"^(?:RETURN TO ISSUE|ADDITION / CORRECTION|(?:[A-Z][A-Za-z/ ]+)?[A-Z][a-z]+ \d{1,2}, \d{4}$|Note$)")
_BELOW_NAMES = re.compile(r"^(?:View Author Information|Open PDF|Cite this: )")
_HEAD = 60


def marks(layout: Layout) -> float:
    """Weigh the citation, the DOI and the publisher's notices."""
    return weigh(layout, MARKS)


def read(layout: Layout) -> Draft:
    """Return what the page states around its own citation."""
    draft = generic.read(layout, NAME).without("license")
    head = layout.lines[:_HEAD]
    cited = next(
        (found for shape in (_CITED, _CITED_OLD, _AS_SOON) if (found := read_lines(layout, head, (shape,), NAME, 0.95))), []
    )
    found = [*cited, *_published(layout, cited), *read_lines(layout, head, (_DOI, _LICENSE), NAME, 0.95)]
    found += [*_head(layout), *_full_journal(layout), *kind(layout, MARKS, NAME, "in-journal", 0.85)]
    return amended(_without_subjects(draft), found)


def _published(layout: Layout, cited: Sequence[Candidate]) -> list[Candidate]:
    """Read the day on which it appeared, unless its issue is of another year."""
    web = first_line(layout.lines[:_HEAD], _WEB)
    years = {
        str(one.value["date-parts"][0][0])
        for one in cited
        if one.field == "issued" and isinstance(one.value, dict) and "date-parts" in one.value
    }
    return stated(layout, web[0].start, web[1], NAME, 0.96) if web and web[1]["year"] in (years or {web[1]["year"]}) else []


def _head(layout: Layout) -> Iterator[Candidate]:
    """Read the title, and the names between it and the first button or the citation."""
    stop = first_line(layout.lines[:_HEAD], _BELOW_NAMES) or first_line(layout.lines[:_HEAD], _CITED_OLD)
    if not stop:
        return
    above = [
        line.index
        for line in layout.lines[: stop[0].index]
        if _ABOVE_TITLE.match(line.text) or (kind_of_work(line.text) and len(line.text.split()) < 3)
    ]
    title = layout.lines[above[-1] + 1 if above else 0]
    if title.index < stop[0].index:
        yield from claims(layout.text, "title", title.span, f"{NAME}.title", 0.95)
        yield from people_between(layout, title.index + 1, stop[0].index, f"{NAME}.author", 0.94)


def _full_journal(layout: Layout) -> list[Candidate]:
    """Read the journal's name above its short form, where it stands there."""
    cited = next((line for line in layout.lines[1:_HEAD] if line.text.startswith("Cite this: ")), None)
    above = layout.lines[cited.index - 1] if cited else None
    if not above or layout.vocabulary.knows(above.folded) or _BELOW_NAMES.match(above.text) or likeness(above.text) >= SURE:
        return []
    return claims(layout.text, "container-title", above.span, f"{NAME}.journal", 0.97)


def _without_subjects(draft: Draft) -> Draft:
    """Return the draft without the publisher's subjects, one a line behind "SUBJECTS:"."""
    row = next((row for row in draft.rows if draft.layout.text[slice(*row.label)].startswith("SUBJECTS")), None)
    kept = [one for one in draft.of("keyword") if not row or one.start != row.values[0][0]]
    return draft.without("keyword").plus(*kept)
