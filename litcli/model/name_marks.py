"""What stands around a name on a page (footnote marks, degrees, titles, ORCID iDs, roles), and where the name is in it.

A text with one name goes in, the span of the name alone comes out. What surprised us: a CSIRO page marks affiliations with
capital letters ("J. Lassen A C"), and SciELO prints the ORCID iD glued in front of the name.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from litcli.model import identifiers
from litcli.model.name_tokens import is_degree, is_full, is_group
from litcli.model.name_words import DEGREES, PLAIN_DEGREES, SUFFIXES, TITLES, UPPER


class CleanName(NamedTuple):
    """The span of the pure name within a text, and the ORCID iD that stood beside it."""

    start: int
    end: int
    orcid: str | None = None


LONGEST = 300
"""No name is longer, in characters; a longer text comes back whole."""

_SYMBOLS = "*†‡§¶#∥‖|✉📧☆★⁎∗✝✳¹²³⁰⁴⁵⁶⁷⁸⁹ᵃ-ᶻ✦◊♦^~"
_ORCID = r"(?:https?://orcid\.org/|orcid(?:\s?id)?\s*[:=]?\s*)?\(?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\)?"
_ORCID_INSIDE = re.compile(rf"(?i:{_ORCID})")
_FRONT = re.compile(
    rf"(?i:author\s+links\s+open\s+overlay\s+panel)\s*|[\s•·▪●◦*†‡–—:;,.&|/)\]⟩»>]+|-\s+|"
    rf"(?i:{_ORCID})|\d{{1,3}}(?:[.)]\s|(?=\s*(?:&|,|(?:and|und|et|y|och|og|ja)\s)))|\(\d{{1,3}}\)\s|\d{{1,2}}\s(?=[{UPPER}][a-zà-ÿ])"
    rf"|[a-c]\s(?=[{UPPER}])"  # the letter of an address, left over from the name before
    rf"|(?:autor|author|auteur|autore)\s+(?=[{UPPER}])"
    rf"|(?:and|und|et|och|og|ja|the)\s+(?=[{UPPER}])|(?:and|with|for)\s+the\s+(?=[{UPPER}])|(?i:for|on behalf of|pour|für)\s+(?=the\s)"
)
_PAIRS = ("ab", "ac", "ad", "ae", "bc", "bd", "cd")
"""Letters of two addresses behind a name, which are no particle."""
_BACK = re.compile(
    r"(?:[\s,;:&/·•|]"
    r"|,\s*1[6-9]\d\d-(?:\d{4})?"
    r"|[\s,](?:joint\s)?(?:author|creator|editor|compiler|translator|contributor|aut|edt|auteur|författare|verfasser(?:in)?)\.?"  # roles
    rf"|(?i:{_ORCID})"
    rf"|[{_SYMBOLS}]"
    r"|(?<=[\s,])(?:b\.\s?)?[12]\d{3}\s?[-–]?\s?(?:[12]\d{3})?"  # years of birth and death
    r"|(?:(?<=\w\w)|(?<=[\s.,*†‡)]))\d{1,3}(?:\s*[,–-]\s*\d{1,3})*"
    r"|(?<=[\s,])[a-z](?:\s*,\s*[a-z\d*†‡§])*"
    rf"|(?<=[{UPPER}]\.)[a-z](?:\s*,\s*[a-z])*"  # the letter of an address, behind initials: "Holt A.a"
    rf"|[{_SYMBOLS}][a-z]{{1,2}}"  # a mark and the letters of addresses: "Holt*a"
    rf"|(?<=\s)(?:{'|'.join(_PAIRS)})"
    r"|(?<=[\s\d)])(?:and|und|et|och|og)"
    r"|[\[({](?:[^()\[\]{}]|\([^()]{0,80}\)){0,200}[\])}]"
    r"|\s(?i:(?:view\s+)?(?:e-?mail(?:\s+author)?|corresponding\s+author|orcid(?:\s+(?:id|profile|logo|icon))?(?:\s+for\s.{1,60})?|"
    r"view\s+author\s+publications|author\s+links\s+open\s+overlay\s+panel|contact\s+author|open\s+in\s+new\s+tab|show\s+more))"
    r")$"
)
_LETTER = r"[^\W\d_¹²³⁰⁴-⁹ᵃ-ᶻ]"
"""Signs set high are letters and digits to a pattern, and marks to a reader."""
_PLAIN = re.compile(rf"{_LETTER}{{2,}}(?:[ -]{_LETTER}{{2,}})*")
_PLAIN_WORD = re.compile(rf"{_LETTER}{{2,}}")
_AROUND = frozenset(
    "and und et och og ja the for on pour für author id profile logo icon publications panel tab more".split()
    + "creator editor compiler translator contributor aut edt auteur författare verfasser verfasserin".split()
    + [word.casefold() for word in (*_PAIRS, *TITLES, *PLAIN_DEGREES, *DEGREES)]
)
_FIRST_WORD = re.compile(r"(\S+)\s+(?=\S)")
_LETTER_MARKS = re.compile(rf"((?:[{UPPER}]\.\s?-?){{1,4}}\s*[^\s,]{{2,}}(?:\s[^\s,]{{3,}}){{0,2}})(?:[\s,]+[A-Z](?![.\w]))+$")
_GLUED_LABEL = re.compile(r"(?<=[^\W\d_A-Z]{2})(?:Email|E-mail|View ORCID|ORCID).*$")
_FULL_STOP = re.compile(
    rf"(?:(?<=[^\W\d_]{{4}})|(?<=[a-z]\s[{UPPER}]{{2}})|(?<=[a-z]\s[{UPPER}]{{3}})|(?<=\.)|(?<=\s(?:da|de|do|di|du))|(?<=\s(?:dos|das|del|van|von|der|den)))\.$"
)
_ACRONYM = re.compile(r"\([A-ZÄÖÜ0-9&-]{2,10}\)$")


@lru_cache(maxsize=1024)
def clean_name(text: str) -> CleanName:
    """Return the span of the name alone, without marks, degrees, titles and roles, and the ORCID iD that stood beside it.

    Whoever splits a line, weighs a name or reads it asks for the same text, so the answers are remembered.

    >>> clean_name("TIAN Yu1,2"), clean_name("0000-0003-2610-1451Telvia Arias-Lafargue1  *  ")
    (CleanName(start=0, end=7, orcid=None), CleanName(start=19, end=40, orcid='0000-0003-2610-1451'))
    """
    start, end = _stripped(text)
    if end - start > LONGEST or _is_plain(text):
        return CleanName(start, end)
    found = _ORCID_INSIDE.search(text, start, end)
    before = None
    while before != (start, end):
        before = start, end
        start = _from(text, start, end)
        end = _to(text, start, end)
    return CleanName(start, end, identifiers.orcid(found[0].strip("()")) if found else None)


def _is_plain(text: str) -> bool:
    """Tell at a glance that a text is a name and nothing else, as most are: whole words, and none of those that stand around names."""
    if not _PLAIN.fullmatch(text):
        return False
    folded = text.casefold()
    words = folded.split(" ")
    return _AROUND.isdisjoint((words[0], words[-1])) and "mail" not in folded and "orcid" not in folded


def _stripped(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def _from(text: str, start: int, end: int) -> int:
    """Take off one mark or title in front."""
    found = _FRONT.match(text, start, end)
    if found:
        return found.end()
    title = _FIRST_WORD.match(text, start, end)
    is_title = title and title[1].casefold() in TITLES and not title[1].isupper()
    return title.end() if title and is_title else start


def _to(text: str, start: int, end: int) -> int:
    """Take off one mark, degree or role behind."""
    if start == end or _ends_plainly(text, start, end):
        return end
    glued = _GLUED_LABEL.search(text, start, end)
    if glued:
        return glued.start()
    if _ACRONYM.search(text, start, end) and is_group(text[start:end]):
        return end
    found = _BACK.search(text, start, end) or _FULL_STOP.search(text, start, end)
    if found and (found[0] != "." or text[start:end].rpartition(" ")[2].casefold() not in SUFFIXES | DEGREES):
        return found.start()
    letters = _LETTER_MARKS.match(text, start, end)
    return letters.end(1) if letters else start + _degrees(text[start:end])


def _ends_plainly(text: str, start: int, end: int) -> bool:
    """Tell at a glance that the last word is one of a name, as most are: nothing else could end with it."""
    if not _PLAIN_WORD.fullmatch(text, text.rfind(" ", start, end) + 1 or start, end):
        return False
    folded = text[start:end].casefold()
    return folded.rpartition(" ")[2] not in _AROUND and "mail" not in folded and "orcid" not in folded


_WHOLE_GIVEN = re.compile(r",\s[^\W\d_]{3,}$")
"""A given name in full behind the family name: two capitals behind that are a degree ("Menon, Ravi MD")."""


def _degrees(part: str) -> int:
    """Return where a degree at the end begins: behind a full name and a comma, or one that can be nothing else."""
    head, comma, tail = part.rpartition(",")
    if comma and is_degree(tail) and is_full(head):
        return len(head)
    head, space, tail = part.rpartition(" ")
    turned = tail == "MD" and _WHOLE_GIVEN.search(head)
    return len(head) if space and (tail in PLAIN_DEGREES or turned) and " " in head.strip() else len(part)
