"""Registers of clinical trials: ClinicalTrials.gov, ISRCTN, EU, DRKS, ANZCTR and others that ask for what the WHO asks for.

    Title / Sponsor: / Name / ClinicalTrials.gov Identifier: / NCT01234567 / First received: ... / Purpose / ... / Condition ...
    Title / ClinicalTrials.gov ID NCT04567890 / Sponsor ... / Brief Summary / ... / Official Title / ... / First Posted (Actual) 2020-09-29
    ISRCTN12345678 / Title / Submission date / ... / Registration date / 04/05/2016 / ... / Plain English Summary / ... / Sponsor information
    Registration number / ACTRN... / Public title / ... / Scientific title / ... / Primary sponsor type / Hospital / Name / ...

What surprised us: a trial has three titles, of which the public one heads its page; the sponsor, not the person to write to, answers for it;
many dates stand there, of which the day of registration is when it came out. CSL has no type for it: it is a report with the register's
number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, weigh
from litcli.extract.base.patterns import first_line
from litcli.extract.candidates import Candidate, Span, claim, claimed, claims, moved
from litcli.extract.layout import Layout, Line, strip
from litcli.extract.readers.words import split_words
from litcli.extract.vocabulary import fold
from litcli.model.dates import find_dates

NAME = "trials"

MARKS = (
    Mark(0.4, "ClinicalTrials.gov I", r"^ClinicalTrials\.gov (?:ID|Identifier):?"),
    Mark(0.3, "ClinicalTrials.gov", r"^ClinicalTrials\.gov$", within=12),
    Mark(0.4, "Information provided by", r"^Information provided by\b.*"),
    Mark(0.4, "ISRCTN", r"^ISRCTN\d{8}\b", within=12),
    Mark(0.3, "Condition category", r"^Condition category"),
    Mark(0.4, "EudraCT", r"^EudraCT Number:", within=25),
    Mark(0.3, "A.3 Full title of the trial"),
    Mark(0.4, "EU CT number", r"^EU CT [Nn]umber"),
    Mark(0.4, "DRKS0", r"^DRKS-ID:?(?: der Studie)?:?\s*DRKS\d{8}|^DRKS\d{8}$", within=20),
    Mark(0.4, "ACTRN1", r"^(?:Registration number:?\s*)?ACTRN1\d{13}p?$", within=25),
    Mark(0.3, "Primary sponsor", r"^Primary [Ss]ponsor"),
    Mark(0.3, "Hauptsponsor", r"^(?:Hauptsponsor|Primärer Sponsor)"),
    Mark(0.3, "Public title", r"^(?:Public|Scientific) [Tt]itle\b"),
    Mark(0.3, "Public Title of Study", r"^Public Title of Study"),
    Mark(0.3, "Recruitment status", r"^Recruitment [Ss]tatus"),
    Mark(0.3, "CTRI Number", r"^CTRI Number"),
    Mark(0.3, "UMIN0", r"^(?:Unique ID issued by UMIN:?\s*)?UMIN0\d{8}$"),
    Mark(0.3, "ChiCTR", r"^(?:(?:Registration number|注册号)[:：]?\s*)?ChiCTR[-\w]*\d{6,10}$"),
    Mark(0.3, "Universal Trial Number", r"^Universal Trial Number"),
    Mark(0.4, "studies", r"^Viewing \d+-\d+ out of [\d,]+ studies"),
)
_NUMBER = re.compile(
    r"NCT\d{8}|ISRCTN\d{8}|ACTRN1\d{13}|DRKS\d{8}|\b20\d\d-\d{6}-\d\d(?:-\d\d)?\b|CTRI/\d{4}/\d\d/\d{6}|UMIN\d{9}|ChiCTR[-\w]*\d{6,10}|"
    r"jRCTs?\d{9,12}|IRCT[\dN]{8,}|PACTR\d{15}|KCT\d{7}|TCTR\d{11}|RBR-\w{6,8}|NTR\d{3,5}|NL\d{4,5}\b|SLCTR/\d{4}/\d{3}"
)
_LIST = re.compile(
    r"^(?:Viewing \d+-\d+ out of [\d,]+ studies|[\d,]+ (?:studies|trials) found|\d+ results? found|Showing \d+ - \d+ of [\d,]+)"
)
_REGISTERED = re.compile(r"\bRegistered on:? (\d.*)")
_REGISTER = re.compile(
    r"ClinicalTrials\.gov|EU Clinical Trials Register|\bISRCTN(?: registry)?(?!\d)|\bDRKS(?!\d|-)|\bANZCTR\b|Clinical Trials Registry ?- ?India|"
    r"Chinese Clinical Trial Registry|UMIN-CTR|Iranian Registry of Clinical Trials|Pan African Clinical Trials Registry|"
    r"Netherlands Trial Register|ReBEC|Thai Clinical Trials Registry|Clinical Trials Information System"
)


@dataclass(frozen=True)
class _Labels:
    """The labels of one field, the surest first; `stops` are those that end a text of several lines."""

    words: tuple[str, ...]
    stops: tuple[str, ...] = ()


_TITLE = _Labels(
    (
        "public title", "public title of study", "title of the study", "brief title", "titel", "titel der studie", "title of study",
        "public title:", "full title", "scientific title of study", "scientific title", "official scientific title of the study",
        "a.3 full title of the trial", "full title of the trial", "official title", "trial title",
    )
)  # fmt: skip
_SPONSOR = _Labels(
    (
        "sponsor", "primary sponsor", "primary sponsor name", "name of sponsor", "b.1.1 name of sponsor", "hauptsponsor", "primärer sponsor",
        "study leader", "sponsor name", "lead sponsor",
    )
)  # fmt: skip
_ISSUED = _Labels(
    (
        "first posted (actual)", "first posted", "first received", "registration date", "date registered", "date assigned",
        "date of registration in drks", "registrierungsdatum", "registrierungsdatum in drks", "date of registration", "registered on",
        "date on which this record was first entered in the eudract database", "date of disclosure of the study information",
        "first submitted", "date applied",
    )
)  # fmt: skip
_ABSTRACT = _Labels(
    (
        "brief summary", "plain english summary", "purpose", "laiensprachliche kurzzusammenfassung", "brief summary in lay language",
        "brief summary of study", "lay summary",
    ),
    (
        "detailed description", "official title", "condition", "condition intervention phase", "conditions", "contact information",
        "study information", "study type", "brief summary in scientific language", "wissenschaftliche kurzzusammenfassung", "trial website",
        "primary sponsor type", "study hypothesis", "ethics approval", "key inclusion & exclusion criteria", "contacts",
        "recruitment status", "countries of recruitment",
    ),
)  # fmt: skip
_STATUS = re.compile(
    r"^(?:Recruiting|Not yet recruiting|Active, not recruiting|Completed|Terminated|Withdrawn|Suspended|Unknown status|Enrolling by invitation|"
    r"No longer recruiting|No longer available|Has results|Ongoing)$"
)
_BELOW_TITLE = re.compile(
    r"^(?:This study (?:has|is)|The (?:recruitment status|safety)|Sponsor:|ClinicalTrials\.gov (?:ID|Identifier)|Verified |Submission date|"
    r"Date applied)"
)
_KEYWORDS = re.compile(r"^Keywords [Pp]rovided by ")
_AFTER_KEYWORDS = re.compile(r"^(?:Additional relevant|Study |Other Study|First |Responsible|ClinicalTrials\.gov|Last )")
_SHORTEST = 12
_PARAGRAPHS = 12
_LONGEST_WORD = 80


def marks(layout: Layout) -> float:
    """Weigh the numbers of registers and the labels that all of them have."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why the page holds no record of one trial."""
    return "a list of search results" if first_line(layout.lines[:15], _LIST) else None


def read(layout: Layout) -> Draft:
    """Return what the register states of the trial; nothing else on such pages is about the record."""
    kept = generic.read(layout, NAME)
    candidates = tuple(found for found in kept.candidates if found.field == "DOI")
    return Draft(layout, kept.rows, kept.taken, candidates).plus(*_found(layout))


def _found(layout: Layout) -> Iterator[Candidate]:
    number = first_line(layout.lines[:60], _NUMBER)
    if number:
        span = moved(number[0].start, number[1])
        yield from claims(layout.text, "number", span, f"{NAME}.number", 0.97)
        yield from claims(layout.text, "type", span, f"{NAME}.type:report", 0.9)
    if register := first_line(layout.lines[:40], _REGISTER):
        yield from claims(layout.text, "publisher", moved(register[0].start, register[1]), f"{NAME}.publisher", 0.93)
    yield from _title(layout)
    if sponsor := _value(layout, _SPONSOR) or _organisation(layout):
        yield from claimed(layout.text, "author", [(sponsor,)], f"{NAME}.sponsor:group", 0.93)
    yield from _issued(layout)
    yield from _abstract(layout)
    yield from _words(layout)


def _title(layout: Layout) -> Iterator[Candidate]:
    """Read the heading of the page, or the row of the public title."""
    below = next((line.index for line in layout.lines[:30] if _BELOW_TITLE.match(line.text)), 0)
    above = layout.lines[below - 1] if below else None
    is_other = not above or len(above.text) <= _SHORTEST or _NUMBER.search(above.text) or _STATUS.match(above.text)
    span = _value(layout, _TITLE) if is_other or not above else above.span
    if span:
        yield from claims(layout.text, "title", span, f"{NAME}.title", 0.95)


def _issued(layout: Layout) -> Iterator[Candidate]:
    registered = first_line(layout.lines[:40], _REGISTERED)
    span = moved(registered[0].start, registered[1], 1) if registered else _value(layout, _ISSUED)
    dates = find_dates(layout.text[slice(*span)]) if span else []
    if span and dates:
        yield from claims(layout.text, "issued", (span[0] + dates[0].start, span[0] + dates[0].end), f"{NAME}.issued", 0.93)


def _value(layout: Layout, labels: _Labels) -> Span | None:
    """Return what stands behind or below the first of the labels that the page has."""
    for word in labels.words:
        for line in layout.lines:
            if line.folded == word and line.index + 1 < len(layout.lines):
                return layout.lines[line.index + 1].span
            if line.folded.startswith(word) and (span := _behind(layout, line, len(word))):
                return span
    return None


def _behind(layout: Layout, line: Line, size: int) -> Span | None:
    """Return what stands behind a label in its line, if a colon or a space parts them and the label is printed as it is folded."""
    if fold(line.text[:size]) != fold(line.folded[:size]) or line.text[size : size + 1] not in {":", " ", "\t"}:
        return None
    span = strip(layout.text, line.start + size, line.end, ":")
    begins = layout.text[span[0] : span[0] + 1]
    return span if begins.isupper() or begins.isdigit() else None


def _organisation(layout: Layout) -> Span | None:
    """Return the organisation or name in the section of the sponsor."""
    at = next(
        (line.index for line in layout.lines if line.folded.startswith(("sponsor information", "primary sponsor type"))), None
    )
    for line in layout.lines[at + 1 : at + 6] if at is not None else ():
        if line.folded in {"organisation", "name"} and line.index + 1 < len(layout.lines):
            return layout.lines[line.index + 1].span
        for word in ("organisation", "name"):
            if line.folded.startswith(word) and (span := _behind(layout, line, len(word))):
                return span
    return None


def _abstract(layout: Layout) -> Iterator[Candidate]:
    """Read the paragraphs below the heading of the summary."""
    at = next((line for word in _ABSTRACT.words for line in layout.lines if line.folded == word), None)
    if not at:
        return
    spans = []
    for line in layout.lines[at.index + 1 : at.index + 1 + _PARAGRAPHS]:
        if line.folded.startswith(_ABSTRACT.stops):
            break
        spans.append(line.span)
    yield from filter(None, [claim(layout.text, "abstract", [tuple(spans)], f"{NAME}.abstract", 0.93)] if spans else [])


def _words(layout: Layout) -> Iterator[Candidate]:
    """Read the keywords below their heading, one a line."""
    at = next((line.index for line in layout.lines if _KEYWORDS.match(line.text)), None)
    places = []
    for line in layout.lines[at + 1 : at + 30] if at is not None else ():
        if _AFTER_KEYWORDS.match(line.text) or len(line.text) > _LONGEST_WORD:
            break
        places += split_words(layout, line.span)
    yield from filter(None, [claim(layout.text, "keyword", places, f"{NAME}.keyword", 0.92)] if places else [])
