"""How the values behind further labels are read: what a page says of a work beside what a reference needs.

Supervisors, index terms, grants, addresses, dates of handling, review and citations. What surprised us: an examiner is no
supervisor; a row of "Peer reviewed" may say "No"; "Cited by" is as often a link as a number.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from litcli.extract.candidates import Candidate, Parts, Span, claim, claims
from litcli.extract.layout import Layout
from litcli.extract.readers.dates import date_lines
from litcli.extract.readers.people import names_in
from litcli.extract.readers.rows import Row
from litcli.extract.readers.words import words_of_lines
from litcli.extract.vocabulary import fold
from litcli.model.dates import find_dates

Reading = Callable[[Layout, Row, str], Iterable[Candidate]]

ADVISED = 0.55
"""How surely a work that somebody supervised is a thesis."""
MOST_FUNDERS = 20
"""A list of grants takes so many lines."""

_YES = frozenset(
    "yes true ja oui sí si sim sì sí kyllä tak ano áno igen da да так evet はい 有 有り 査読有り 是 예 ναι ya".split()
)
_PEER = re.compile(
    r"peer|refere|begutacht|revis|revu|comité de lecture|vertaisarvi|fagfelle|granska|recenz|рецензи|hakem|査読", re.IGNORECASE
)
_NOT_PEER = re.compile(r"\b(?:non?|not|nicht|nein|niet|ej|ikke|ei|sans|sem|sin|bez|не)\b", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\d.,/])\d{1,3}(?:[,.\u00a0 ]\d{3}){1,2}(?!\d)|(?<![\d.,/])\d{1,6}(?![\d/]|[.,]\d)")
_GRANT_BREAK = re.compile(r"\s*[;；•|]\s*|(?<=[a-z)\d]{2}\.)\s+(?=[A-ZÀ-Þ])")


def supervised(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read who supervised a thesis, and that the work is one, for a page that does not say so."""
    places = names_in(layout, row.values, least=0.3)
    if found := claim(layout.text, "supervisor", places, f"{rule}.supervisor", row.confidence):
        yield found
    yield from advised(layout, row, rule)


def advised(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read that a work which somebody supervised or examined is a thesis."""
    yield from claims(layout.text, "type", row.label, f"{rule}.advisor:thesis", ADVISED)


def _terms(field: str) -> Reading:
    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        if found := claim(layout.text, field, words_of_lines(layout, row.values), f"{rule}.{field}", row.confidence):
            yield found

    return reading


def _funding(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read funders and grants: one a line, or parted by semicolons or full stops; a comma parts the parts of one grant."""
    places = [part for span in row.values[:MOST_FUNDERS] for part in cut(layout, span)]
    if found := claim(layout.text, "funding", places, f"{rule}.funding", row.confidence):
        yield found


def cut(layout: Layout, span: Span) -> Iterator[Parts]:
    """Yield the places of the grants in a text."""
    start, end = span
    for gap in _GRANT_BREAK.finditer(layout.text, start, end):
        if start < gap.start():
            yield ((start, gap.start()),)
        start = gap.end()
    if start < end:
        yield ((start, end),)


def _address(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read where the record stands on the web; a handle's address is a handle too. A DOI's address is a DOI and nothing else."""
    text = layout.text[row.values[0][0] : row.values[0][1]]
    if "doi.org/" in text:
        yield from claims(layout.text, "DOI", row.values[0], f"{rule}.DOI", row.confidence)
        return
    if "://" in text:
        yield from claims(layout.text, "URL", row.values[0], f"{rule}.URL", row.confidence)
    yield from claims(layout.text, "handle", row.values[0], f"{rule}.handle", row.confidence)


def _dated(field: str) -> Reading:
    """Read a date, and those that stand behind it with labels of their own: "Received 3 May 2010; accepted 5 June 2010"."""

    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        start, end = row.values[0]
        dates = find_dates(layout.text[start:end])
        for date in dates[:1]:
            yield from claims(layout.text, field, (start + date.start, start + date.end), f"{rule}.{field}", row.confidence)
        if len(dates) > 1:
            yield from date_lines(layout, (layout.piece((start + dates[0].end, end)),), rule)

    return reading


def _peer(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    text = layout.text[row.values[0][0] : row.values[0][1]]
    said = fold(text)
    if said in _YES or (len(text) < 60 and _PEER.search(text) and not _NOT_PEER.search(text)):
        yield from claims(layout.text, "peer-reviewed", row.values[0], f"{rule}.peer-reviewed", row.confidence)


def _cited(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read how often the work is cited, and who counted: "Cited by: 12 (Scopus)", "Times cited in Scopus: 12"."""
    start, end = row.values[0]
    number = _COUNT.match(layout.text, start, end)
    if not number or end - start > 60:
        return
    yield from claims(layout.text, "citation-count", number.span(), f"{rule}.citation-count", row.confidence)
    for first, last in ((number.end(), end), row.label):
        yield from claims(layout.text, "citation-source", (first, last), f"{rule}.citation-source", row.confidence)


def _plain(field: str) -> Reading:
    def reading(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
        yield from claims(layout.text, field, row.values[0], f"{rule}.{field}", row.confidence)

    return reading


def _short_journal(layout: Layout, row: Row, rule: str) -> Iterator[Candidate]:
    """Read the short name of a journal; numbers in its place are those of the next line, below an empty row."""
    if not any(map(str.isdigit, layout.text[slice(*row.values[0])])):
        yield from claims(layout.text, "container-title-short", row.values[0], f"{rule}.container-title-short", row.confidence)


FURTHER: dict[str, Reading] = {
    "supervisor": supervised,
    "advisor": advised,
    "mesh": _terms("mesh"),
    "index-term": _terms("index-term"),
    "funding": _funding,
    "URL": _address,
    "handle": _address,
    "submitted": _dated("submitted"),
    "accepted": _dated("accepted"),
    "peer": _peer,
    "citation-count": _cited,
    "title-short": _plain("title-short"),
    "original-title": _plain("original-title"),
    "container-title-short": _short_journal,
}
"""Kind of label to its reading."""
