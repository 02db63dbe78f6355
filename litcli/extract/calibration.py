"""How sure a value really is. In go the values that a page's record takes, out come the same with a calibrated confidence.

A rule states how sure it is as its author judged it. What is shown is what that has been worth: the chance that a value is right, by a
logistic model of the rule, the field, the rule's own claim, how many rules agree, how strong the best other value is, and what looks
odd about value and page. Its weights are in calibration.json; `make calibrate` fits them on pages of known records, whole and damaged,
with and without their portal. Each weight is a name and a number, so that "why so unsure" can be read off.

What surprised us: choosing among candidates by calibrated confidence reads worse. The rules' own numbers rank the values of a field,
these say how far the best of them is to be trusted; so calibration comes last and changes no reading.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path
from typing import TypedDict, cast

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate
from litcli.extract.weigh import Chosen
from litcli.model.fields import BY_NAME, Kind
from litcli.model.record import CslName

FILE = Path(__file__).with_suffix(".json")
LOWEST, HIGHEST = 0.02, 0.99
"""No value is said to be surer than this, whatever speaks for it: pages hold what nobody foresaw."""

Sign = tuple[str, float]
"""Something about a value that tells how far to trust it, and how much of it there is."""


class Weights(TypedDict):
    """calibration.json: what each sign adds to the logarithm of the odds that a value is right."""

    about: str
    all: dict[str, float]
    """For every field."""
    fields: dict[str, dict[str, float]]
    """For one field, besides."""


_MAIN = ("title", "author", "issued")
_HOSTS = frozenset({"container-title", "publisher", "collection-title", "arXiv"})
"""What a work of any kind has at least one of."""
_USUAL = 2.5
"""What rules usually claim, as the logarithm of the odds."""
_FEW_LINES = 5
"""In fewer lines, what belongs apart stands together."""
_LONG = {Kind.TEXT: 200, Kind.NUMBER: 15, Kind.IDENTIFIER: 60}
_SHORT_ABSTRACT = 200

_CUT = re.compile(r"(?:[,:;(\[&/–-]|\b(?:and|of|the|in|for|und|der|die|et|de|la|y|e|i|en|och|og|van))$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。)\]\"”»’']$")
_NUMBERED = re.compile(
    r"\b(?:vol|no|nr|pp?|issue|volume|band|heft|año|tome)\b[.º°]?\s*\d|\d[.(]\d+\)?$|[(,]\s*(?:19|20)\d\d\b|\b\d+\s*[-–]\s*\d+\.?$",
    re.IGNORECASE,
)
"""What citations are made of."""
_SENTENCES = frozenset({"funding", "related"})
"""Lists whose items are no words: one of several words that ends in a full stop is as it should be."""
_STRANGE = re.compile(r"https?:|www\.|[@|©{}<>]|\.{3}|\bdoi\b|\bISSN\b", re.IGNORECASE)


def calibrated(chosen: Chosen, draft: Draft, *, known: bool) -> Chosen:
    """Return the same values, each as sure as values like it have been right."""
    around = surroundings(chosen, draft, known=known)
    return {field: candidate.at(_sure(field, signs(candidate, draft, around))) for field, candidate in chosen.items()}


def surroundings(chosen: Chosen, draft: Draft, *, known: bool) -> tuple[Sign, ...]:
    """Return what all values of a page have in common: how sure its rules are, what is not there, whose reader read it."""
    size = max(1, len(chosen))
    absent = sum(name not in chosen for name in _MAIN) + (not _HOSTS & chosen.keys())
    lines = len(draft.layout.lines)
    found = (
        ("others' claim", sum(_log_odds(candidate.confidence) for candidate in chosen.values()) / size - _USUAL),
        ("conflict", sum(candidate.standing.rival for candidate in chosen.values()) / size),
        ("lacking", absent / (len(_MAIN) + 1)),
        ("rows", log(1 + sum(bool(row.values) for row in draft.rows)) - 1.5),
        ("known", float(known)),
        ("cramped", float(lines < _FEW_LINES)),
        ("doubtful", float(bool(draft.layout.page.doubts))),
    )
    return tuple(sign for sign in found if sign[1])


def signs(candidate: Candidate, draft: Draft, around: tuple[Sign, ...]) -> list[Sign]:
    """Return what there is about one value; each sign weighs for all fields alike, and besides for its own."""
    line = draft.layout.line_at(candidate.start)
    standing = candidate.standing
    found = [
        ("value", 1.0),
        (f"by {family_of(candidate)}", 1.0),
        ("claim", _log_odds(candidate.confidence) - _USUAL),
        ("deep", log(1 + line.index) / 3 if line else 0.0),
        *around,
        *((name, 1.0) for name in _oddities(candidate)),
    ]
    if standing.witnesses > 1:
        found.append(("agreed", log(standing.witnesses)))
    if standing.rival:
        found.append(("rival", standing.rival))
    return found


def family_of(candidate: Candidate) -> str:
    """Return what a rule does, whoever's it is: "pure.author:latex" reads as "author" does; metadata in HTML is one family.

    >>> from litcli.extract.candidates import Candidate
    >>> family_of(Candidate("author", (), "pure.author:latex", 0.9)), family_of(Candidate("title", (), "html.citation_title", 0.9))
    ('author', 'metadata')
    """
    tail = candidate.rule.removeprefix("taught.").partition(".")[2]
    name, _, normaliser = tail.partition(":")
    if candidate.rule.startswith("yaml.") or name.startswith(("citation_", "dc.", "og:", "prism.")):
        return "metadata"
    return f"{name}:{normaliser}" if candidate.field == "type" and normaliser else name


def _oddities(candidate: Candidate) -> Iterator[str]:
    """Yield what looks odd about a value."""
    kind = BY_NAME[candidate.field].kind
    if kind is Kind.NAMES:
        yield from _odd_names(candidate.people)
    elif kind is Kind.WORDS and candidate.field not in _SENTENCES:
        yield from _odd_words([str(item.value) for item in candidate.items])
    elif kind in {Kind.TEXT, Kind.PROSE, Kind.NUMBER}:
        yield from _odd_text(str(candidate.value), kind)


def _odd_text(text: str, kind: Kind) -> Iterator[str]:
    first = text.lstrip("\"'“«(¿¡")[:1]
    if first.islower():
        yield "small start"
    if kind is Kind.PROSE:
        if len(text) < _SHORT_ABSTRACT:
            yield "short"
        if not _ENDS.search(text):
            yield "cut"
        return
    if len(text) > _LONG[kind]:
        yield "long"
    if kind is Kind.TEXT:
        if " " not in text.strip() and text.isascii():
            yield "one word"
        if _CUT.search(text):
            yield "cut"
        if _STRANGE.search(text):
            yield "strange"
        if _NUMBERED.search(text):
            yield "numbered"


def _odd_names(people: list[CslName]) -> Iterator[str]:
    if len(people) == 1:
        yield "one"
    if any("literal" in person for person in people):
        yield "group"
    if any("literal" not in person and not person.get("given") for person in people):
        yield "no given name"
    written = [f"{person.get('given', '')} {person.get('family', '')}{person.get('literal', '')}" for person in people]
    if any(sign.isdigit() for name in written for sign in name):
        yield "digits"
    if any(len(name.split()) > 4 for name in written):
        yield "long"


def _odd_words(words: list[str]) -> Iterator[str]:
    if len(words) == 1:
        yield "one"
    if any(len(word.split()) > 6 for word in words):
        yield "long"
    if any(word.endswith((".", ":")) or word.isdigit() for word in words):
        yield "strange"


def _sure(field: str, found: Iterable[Sign]) -> float:
    weights = _weights_of(field)
    odds = sum(weights.get(name, 0.0) * amount for name, amount in found)
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + exp(-odds)))), 3)


@lru_cache(maxsize=4096)
def _log_odds(confidence: float) -> float:
    bounded = min(0.99, max(0.05, confidence))
    return log(bounded / (1 - bounded))


@cache
def _weights_of(field: str) -> Mapping[str, float]:
    """Return what each sign weighs for a field."""
    weights = _weights()
    common, own = weights["all"], weights["fields"].get(field, {})
    return {name: common.get(name, 0.0) + own.get(name, 0.0) for name in common.keys() | own.keys()}


@cache
def _weights() -> Weights:
    return cast("Weights", json.loads(FILE.read_text(encoding="utf-8")))
