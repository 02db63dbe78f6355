"""How alike two records are: the same work, perhaps, or different ones, with the reasons.

In go two records, out comes a verdict that errs on one side only: what is not beyond doubt the same work stays two entries,
for a person to join, since two works taken for one would mix their values. What surprised us: a page on an erratum often
bears the DOI of the article; conference papers and journal articles share title, authors and year; "Editorial" is no title.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from litcli.identity.blocking import CLEAR_TITLE, IDENTIFIERS, bare
from litcli.identity.folding import fold, squeeze
from litcli.model.record import CslName, Value, people, surname, text, words, year


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    """Beyond doubt one work."""
    UNSURE = "unsure"
    """A person should look."""
    DIFFERENT = "different"


@dataclass(frozen=True)
class Likeness:
    """A verdict with its reasons, fit to be shown."""

    verdict: Verdict
    score: float
    """0 to 1; orders pairs of the same verdict."""
    reasons: tuple[str, ...]


Fields = Mapping[str, Value]

_EQUAL = 0.96
_CLOSE = 0.85

_OF_ANOTHER = re.compile(
    r"\b(errat(?:um|a)|corrigend(?:um|a)|corrections?(?= to|:)|addendum|retract(?:ion|ed)|expression of concern|withdrawn"
    r"|(?:authors? )?reply|(?:in )?response to|comments? on|commentary on|rejoinder|review of|rezension|supplement(?:ary)? to)\b",
    re.IGNORECASE,
)
"""Marks of a work about another work, whose title it repeats."""
_PART = re.compile(
    r"\b(?:part|teil|partie|parte|del|deel|vol(?:ume)?|band|tome|chapter|kapitel|book|no|number|update|edition)\.?\s*"
    r"(\d+|[ivx]+)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+|\b[ivx]{1,5}$|\b[ivx]{2,5}\b")

_FORMS: Mapping[str, str] = {
    "article-journal": "journal",
    "article-magazine": "journal",
    "article-newspaper": "journal",
    "review": "journal",
    "review-book": "book review",
    "article": "preprint",
    "manuscript": "preprint",
    "paper-conference": "conference paper",
    "speech": "talk",
    "chapter": "chapter",
    "entry-encyclopedia": "chapter",
    "entry-dictionary": "chapter",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
    "software": "software",
}
"""Forms in which a work appears; the same text in two forms is two works. What is not named here ("document") fits any."""


def compare(one: Fields, other: Fields) -> Likeness:
    """Judge whether two records are of the same work.

    >>> a = {"title": "Bees", "DOI": "10.1/a"}
    >>> compare(a, {"title": "BEES", "DOI": "10.1/a"}).reasons
    ('same DOI 10.1/a', 'same title')
    >>> compare(a, {"title": "Bees", "DOI": "10.1/b"}).verdict
    <Verdict.DIFFERENT: 'different'>
    """
    differing, agreeing = _identifiers(one, other)
    if "DOI" in differing and _version_of(one, other):
        return Likeness(Verdict.UNSURE, 0.65, ("same title", "same authors", *_apart(one, other), "other DOI"))
    if "DOI" in differing:
        return Likeness(Verdict.DIFFERENT, 0.0, (f"other DOI: {text(one, 'DOI')} and {text(other, 'DOI')}",))
    if differing and not agreeing:
        name = differing[0]
        return Likeness(Verdict.DIFFERENT, 0.0, (f"other {name}: {text(one, name)} and {text(other, name)}",))
    title = _title_likeness(one, other)
    apart = _apart(one, other)
    if agreeing:
        return _by_identifier(one, other, agreeing, title, [*apart, *(f"other {name}" for name in differing)])
    return _by_description(one, other, title, apart)


def _identifiers(one: Fields, other: Fields) -> tuple[list[str], list[str]]:
    differing: list[str] = []
    agreeing: list[str] = []
    for name in IDENTIFIERS:
        a, b = (bare(name, text(record, name) or "") for record in (one, other))
        if a and b:
            (agreeing if a == b else differing).append(name)
    return differing, agreeing


def _title_likeness(one: Fields, other: Fields) -> float | None:
    """Return 0 to 1, or None where a title is missing; a subtitle that only one of them gives does not count against them."""
    a, b = fold(text(one, "title") or ""), fold(text(other, "title") or "")
    if not a or not b:
        return None
    if a.replace(" ", "") == b.replace(" ", ""):
        return 1.0
    return fuzz.ratio(a, b) / 100


def _version_of(one: Fields, other: Fields) -> bool:
    """Tell whether one may be the preprint of the other: each has a DOI of its own then."""
    preprints = [_FORMS.get(text(record, "type") or "") == "preprint" for record in (one, other)]
    alike = (_title_likeness(one, other) or 0.0) >= _EQUAL and _people_agree(one, other)
    return preprints[0] != preprints[1] and bool(alike) and _tells_apart(one, other)


def _by_identifier(one: Fields, other: Fields, names: list[str], title: float | None, apart: list[str]) -> Likeness:
    """Judge by a shared identifier, which proves little where the rest speaks against it: pages cite other works' identifiers."""
    reasons = [f"same {names[0]} {text(one, names[0])}"]
    if apart:
        return Likeness(Verdict.UNSURE, 0.5, (*reasons, *apart))
    if title is None:
        return Likeness(Verdict.SAME, 0.95, tuple(reasons))
    if title >= _CLOSE or _subtitle(one, other):
        return Likeness(Verdict.SAME, 0.95 + title / 20, (*reasons, "same title" if title >= _EQUAL else "like title"))
    if _people_agree(one, other) and _years_apart(one, other) == 0:
        return Likeness(Verdict.SAME, 0.9, (*reasons, "same authors and year"))
    return Likeness(Verdict.UNSURE, 0.6, (*reasons, "other title"))


def _by_description(one: Fields, other: Fields, title: float | None, apart: list[str]) -> Likeness:
    if title is None or (title < _CLOSE and not _subtitle(one, other)):
        return _by_place(one, other)
    reasons = ["same title" if title >= _EQUAL else "like title"]
    people_agree = _people_agree(one, other)
    if people_agree is False:
        return Likeness(Verdict.DIFFERENT, title / 2, (*reasons, "other authors"))
    years = _years_apart(one, other)
    if years is not None and years > 1:
        reasons.append("other year")
        verdict = Verdict.UNSURE if people_agree and title >= _EQUAL else Verdict.DIFFERENT
        return Likeness(verdict, title / 2, tuple(reasons))
    placed = _unsigned(one) and _unsigned(other) and _one_place(one, other)
    reasons.append("same place" if placed else "same authors" if people_agree else "an author list is missing")
    reasons += ["same year"] if years == 0 else ["year differs by one"] if years == 1 else ["a year is missing"]
    beyond_doubt = title >= _EQUAL and (people_agree or placed) and years == 0 and not apart and _tells_apart(one, other)
    if beyond_doubt:
        return Likeness(Verdict.SAME, 0.8 + title / 10, tuple(reasons))
    if any(reason.startswith("other work") for reason in apart):
        return Likeness(Verdict.DIFFERENT, title / 2, (*reasons, *apart))
    return Likeness(Verdict.UNSURE, title * 0.7, (*reasons, *apart))


def _by_place(one: Fields, other: Fields) -> Likeness:
    """Two titles (one translated, perhaps) at one place of one journal."""
    here = all(_folded(one, field) and _folded(one, field) == _folded(other, field) for field in ("volume", "page"))
    if here and _people_agree(one, other) and _years_apart(one, other) == 0:
        return Likeness(Verdict.UNSURE, 0.5, ("other title", "same authors, year, volume and pages"))
    return Likeness(Verdict.DIFFERENT, 0.0, ("other title",))


def _apart(one: Fields, other: Fields) -> list[str]:
    """Return what speaks for two works although titles or identifiers agree."""
    found = []
    titles = text(one, "title") or "", text(other, "title") or ""
    if _marks(titles[0]) != _marks(titles[1]):
        found.append("other work: one is about the other")
    if all(titles) and _numbers(titles[0]) != _numbers(titles[1]):
        found.append("other work: another part or number")
    forms = [_FORMS.get(text(record, "type") or "") for record in (one, other)]
    if all(forms) and forms[0] != forms[1]:
        found.append(f"a {forms[0]} and a {forms[1]}")
    for field, what in (("edition", "other edition"), ("volume", "other volume"), ("issue", "other issue")):
        if _folded(one, field) and _folded(other, field) and _folded(one, field) != _folded(other, field):
            found.append(what)
    if _first_page(one) and _first_page(other) and _first_page(one) != _first_page(other):
        found.append("other pages")
    if _other_journal(one, other):
        found.append("other journal or book")
    if _other_isbn(one, other):
        found.append("other ISBN")
    return found


def _marks(title: str) -> bool:
    return bool(_OF_ANOTHER.search(title))


def _numbers(title: str) -> list[str]:
    """Return the numbers that a title holds, Roman ones and parts included."""
    return sorted([*_NUMBER.findall(fold(title)), *(found.casefold() for found in _PART.findall(title))])


def _folded(record: Fields, field: str) -> str:
    return squeeze(text(record, field) or "")


def _first_page(record: Fields) -> str:
    return fold(text(record, "page") or "").split(" ")[0]


def _other_journal(one: Fields, other: Fields) -> bool:
    """Tell whether two containers differ; an abbreviation ("J Clin Oncol") is one with its full form."""
    a, b = fold(text(one, "container-title") or ""), fold(text(other, "container-title") or "")
    if not a or not b or fuzz.token_set_ratio(a, b) >= 85:
        return False
    short, long = sorted((a.split(), b.split()), key=lambda found: sum(map(len, found)))
    return not _abbreviates(short, long)


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Tell whether each short word begins a word of the long title, in order."""
    rest = iter(long)
    return all(any(word.startswith(piece) for word in rest) for piece in short)


def _other_isbn(one: Fields, other: Fields) -> bool:
    a, b = set(words(one, "ISBN")), set(words(other, "ISBN"))
    return bool(a and b and not a & b)


def _subtitle(one: Fields, other: Fields) -> bool:
    """Tell whether one title is the other and a subtitle."""
    short, long = sorted((text(one, "title") or "", text(other, "title") or ""), key=len)
    head = re.split(r"\s*[:.?!–—]\s+", long, maxsplit=1)[0]
    return bool(short) and squeeze(short) == squeeze(head) and len(squeeze(short)) >= CLEAR_TITLE


def _unsigned(record: Fields) -> bool:
    return not people(record, "author") and not people(record, "editor")


def _one_place(one: Fields, other: Fields) -> bool:
    """Tell whether both stand on the same pages of the same journal or book, and say so."""
    return all(_folded(one, field) and _folded(one, field) == _folded(other, field) for field in ("container-title", "page"))


def _tells_apart(one: Fields, other: Fields) -> bool:
    """Tell whether the title is long enough to be no other work's; a short one needs the same place in the same journal."""
    if len(_folded(one, "title")) >= CLEAR_TITLE:
        return True
    return all(_folded(one, field) and _folded(one, field) == _folded(other, field) for field in ("container-title", "volume"))


def _years_apart(one: Fields, other: Fields) -> int | None:
    a, b = year(one), year(other)
    return None if a is None or b is None else abs(a - b)


def _people_agree(one: Fields, other: Fields) -> bool | None:
    """Tell whether the authors (else the editors) are the same persons; None where a record names nobody.

    A list may be cut ("et al."): the shorter must be the beginning of the longer, and hold more than one of several.
    """
    a, b = (people(record, "author") or people(record, "editor") for record in (one, other))
    if not a or not b:
        return None
    short, long = sorted((a, b), key=len)
    if len(short) < min(len(long), 2):
        return None if _same(short[0], long[0]) else False
    return all(_same(x, y) for x, y in zip(short, long, strict=False))


def _same(one: CslName, other: CslName) -> bool:
    """Tell whether two names can be one person's: family names alike, given names or initials not in contradiction."""
    a, b = (squeeze(surname(name)) for name in (one, other))
    if a != b and fuzz.ratio(a, b) < 90:
        return False
    x, y = (fold(name.get("given", "")) for name in (one, other))
    return not x or not y or x[0] == y[0]
