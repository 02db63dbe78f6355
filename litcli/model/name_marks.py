"""What stands around a name on a page (footnote marks, affiliations, degrees, titles, ORCID iDs, roles) and where the name is in it.

A text with one name goes in, the span of the name alone comes out. What surprised us: a CSIRO page marks affiliations with capital
letters ("J. Lassen A C"), and SciELO prints the ORCID iD glued in front of the name.
"""

import re
from typing import NamedTuple

from litcli.model import identifiers
from litcli.model.name_words import DEGREES, LEADING, PLAIN_DEGREES, SUFFIXES, TITLES, UPPER, is_group


class CleanName(NamedTuple):
    """The span of the pure name within a text, and the ORCID iD that stood beside it."""

    start: int
    end: int
    orcid: str | None = None


_SYMBOLS = "*†‡§¶#∥‖|✉📧☆★⁎∗✝✳¹²³⁰⁴⁵⁶⁷⁸⁹ᵃ-ᶻ✦◊♦^~"
_ORCID = r"(?:https?://orcid\.org/|orcid(?:\s?id)?\s*[:=]?\s*)?\(?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\)?"
_FRONT = re.compile(
    rf"[\s•·▪●◦*†‡–—:;,.&|/)\]⟩»>]+|(?i:{_ORCID})|\d{{1,3}}[.)]\s|\(\d{{1,3}}\)\s|(?:and|und|et|och|og|ja)\s+(?=[{UPPER}])|(?i:for|on behalf of|pour|für)\s+(?=the\s)|the\s+(?=[{UPPER}])"
)
_BACK = re.compile(
    r"(?:[\s,;:&/·•|]"
    rf"|(?i:{_ORCID})"
    rf"|[{_SYMBOLS}]"
    r"|(?:(?<=\w\w)|(?<=[\s.,*†‡)]))\d{1,3}(?:\s*[,–-]\s*\d{1,3})*"
    r"|(?<=[\s,])[a-z](?:\s*,\s*[a-z\d*†‡§])*"
    r"|(?<=[\s\d)])(?:and|und|et|och|og)"
    r"|[\[({](?:[^()\[\]{}]|\([^()]{0,80}\)){0,200}[\])}]"
    r"|(?i:\s*(?:view\s+)?(?:e-?mail(?:\s+author)?|corresponding\s+author|orcid(?:\s+(?:id|profile|logo|icon))?(?:\s+for\s.{1,60})?|"
    r"view\s+author\s+publications|author\s+links\s+open\s+overlay\s+panel|contact\s+author|open\s+in\s+new\s+tab|show\s+more)"
    r"(?<!\w\w\w\w-mail))"
    r")$"
)
_LETTER_MARKS = re.compile(rf"((?:[{UPPER}]\.\s?-?){{1,4}}\s*[^\s,]{{2,}}(?:\s[^\s,]{{3,}}){{0,2}})(?:[\s,]+[A-Z](?![.\w]))+$")
_GLUED_LABEL = re.compile(r"(?<=[^\W\d_]{2})(?:Email author|E-mail|View ORCID|ORCID).*$")
_FULL_STOP = re.compile(rf"(?:(?<=[^\W\d_]{{4}})|(?<=[a-z]\s[{UPPER}]{{2}})|(?<=[a-z]\s[{UPPER}]{{3}})|(?<=\.))\.$")
_ACRONYM = re.compile(r"\([A-ZÄÖÜ0-9&-]{2,10}\)$")


def clean_name(text: str) -> CleanName:
    """Return the span of the name alone, without marks, degrees, titles, roles; and the ORCID iD that stood beside it.

    >>> clean_name("TIAN Yu1,2"), clean_name("0000-0003-2610-1451Telvia Arias-Lafargue1  *  ")
    (CleanName(start=0, end=7, orcid=None), CleanName(start=19, end=40, orcid='0000-0003-2610-1451'))
    """
    found = re.search(rf"(?i:{_ORCID})", text) if "-" in text else None
    start, end = 0, len(text)
    while True:
        before = start, end
        start = _from(text, start, end)
        end = _to(text, start, end)
        if (start, end) == before:
            break
    return CleanName(start, end, identifiers.orcid(found[0].strip("()")) if found else None)


def _from(text: str, start: int, end: int) -> int:
    """Take off one mark or title in front."""
    found = _FRONT.match(text, start, end)
    if found:
        return found.end()
    title = re.compile(r"\S+\s+(?=\S)").match(text, start, end)
    return title.end() if title and title[0].strip().casefold() in TITLES and not re.fullmatch(r"[A-Z]\.\s+", title[0]) else start


def _to(text: str, start: int, end: int) -> int:
    """Take off one mark, degree or role behind."""
    part = text[start:end]
    glued = _GLUED_LABEL.search(part)
    if glued:
        return start + glued.start()
    if _ACRONYM.search(part) and is_group(part):
        return end
    found = _BACK.search(part)
    if found and found.start() < len(part):
        return start + found.start()
    stop = _FULL_STOP.search(part)
    if stop and part.split()[-1].casefold() not in SUFFIXES | DEGREES:
        return start + stop.start()
    letters = _LETTER_MARKS.match(part)
    if letters:
        return start + letters.end(1)
    return start + _degrees(part)


def _degrees(part: str) -> int:
    """Return where a degree at the end begins: behind a full name and a comma, or one that can be nothing else."""
    head, comma, tail = part.rpartition(",")
    words = head.split()
    if comma and tail.strip().casefold() in DEGREES and (len(words) > 1 and words[0].casefold() not in LEADING):
        return len(head)
    head, space, tail = part.rpartition(" ")
    return len(head) if space and tail in PLAIN_DEGREES and " " in head.strip() else len(part)
