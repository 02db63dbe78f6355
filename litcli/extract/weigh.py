"""From all that the readers found to one consistent record: which candidate of each field is taken, and how sure that is.

Candidates that agree strengthen each other as independent witnesses would (1 - the product of their doubts); the strongest
group wins, and in it the fullest value. Then what contradicts itself goes: a journal that is the title, names that are the journal.
"""

import re
from collections.abc import Hashable, Iterable
from dataclasses import replace

from litcli.extract.base.beside import beside_names
from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Standing, claim
from litcli.extract.languages import guess_language, tells_language
from litcli.extract.readers.hosts import PERIODICAL
from litcli.extract.reconcile import reconciled
from litcli.extract.result import Evidence
from litcli.extract.translations import with_translations
from litcli.extract.vocabulary import letters
from litcli.model.record import CslName, Record, Value

CERTAIN = 0.99
_PLAINLY = 0.85
"""Names so sure are no journal, though numbers stand below them."""
LEAST = 0.45
"""A value less sure than this stays out: a wrong value is worse than a missing one."""

PREPRINTS = (
    "10.21203/",
    "10.1101/",
    "10.48550/",
    "10.20944/",
    "10.31234/",
    "10.26434/",
    "10.2139/",
    "10.31219/",
    "10.36227/",
    "10.22541/",
)
"""Prefixes of the DOIs of preprint servers."""

_EVENT = re.compile(r"proceedings|conference|congress|symposium|tagung|kongress|workshop|actes d|actas d|atti d", re.IGNORECASE)
_ACADEMY = re.compile(r"proceedings of (?:the )?[^:]*?\b(?:academy|society|royal|institution|association)\b", re.IGNORECASE)
"""Journals that are called proceedings, unless they name a meeting as well."""
_MEETING = re.compile(
    r"conference|congress|symposium|workshop|meeting|annual|\b(?:19|20)\d\d\b|\d(?:st|nd|rd|th)\b", re.IGNORECASE
)
_BOOK = re.compile(
    r"\b(?:hand(?:book|buch|boek|bok|bog)|companion to|encyclop|enzyklop|enciclop|festschrift|textbook|lehrbuch|lexikon)",
    re.IGNORECASE,
)
"""What tells a book that holds chapters, where it has no volumes."""
_BOTH = 2
_OPENING = 240
"""So much of an abstract has the letters that tell it from another."""
_REPORT = re.compile(r"rapport|report|bericht|informe|relatório|raport", re.IGNORECASE)

_DATES = frozenset({"issued", "event-date"})
_JOURNAL = frozenset({"container-title", "container-title-short"})

Chosen = dict[str, Candidate]


def weigh(draft: Draft) -> Chosen:
    """Return the candidate of each field that the record takes."""
    draft = reconciled(draft)
    chosen: Chosen = {}
    for field in dict.fromkeys(candidate.field for candidate in draft.candidates):
        best = _strongest(draft.of(field))
        if best and best.confidence >= LEAST:
            chosen[field] = best
    chosen = _without_title_as_host(with_translations(draft, _spoken(draft, _consistent(chosen))))
    return beside_names(draft.layout, _supervised(_typed(draft, chosen)))


def record_of(chosen: Chosen) -> tuple[Record, dict[str, tuple[Evidence, ...]]]:
    """Return the record and its evidence."""
    record: Record = {field: candidate.value for field, candidate in chosen.items()}
    return record, {field: tuple(item.evidence for item in candidate.items) for field, candidate in chosen.items()}


def _strongest(candidates: list[Candidate]) -> Candidate | None:
    groups = _groups(candidates)
    if not groups:
        return None
    if candidates[0].field in {"ISSN", "ISBN", "extra"}:
        return _all_of(candidates)
    group = max(groups, key=lambda group: (_joint(group), -group[0].start))
    rival = max((_joint(other) for other in groups if other is not group), default=0.0)
    standing = Standing(len({candidate.rule for candidate in group}), round(rival, 3))
    return replace(_fullest(group).at(round(_joint(group) * (1 - 0.25 * rival * rival), 3)), standing=standing)


def _groups(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Part candidates into those that agree with each other; only those of one key can, so a page of many costs no more than their number."""
    groups: list[list[Candidate]] = []
    near: dict[Hashable, list[list[Candidate]]] = {}
    for candidate in candidates:
        key = _key(candidate)
        home = next((group for group in near.get(key, ()) if _agree(group[0], candidate)), None)
        if home is None:
            home = []
            groups.append(home)
            if key:
                near.setdefault(key, []).append(home)
        home.append(candidate)
    return groups


def _all_of(candidates: list[Candidate]) -> Candidate:
    """Put together what several rows give: print and online each have their own."""
    first, *others = sorted(candidates, key=lambda candidate: candidate.start)
    items = {letters(str(item.value)): item for candidate in (*others[::-1], first) for item in candidate.items}
    ordered = sorted(items.values(), key=lambda item: item.evidence.start)
    return replace(first, items=tuple(ordered)).at(_joint(candidates))


def _joint(group: Iterable[Candidate]) -> float:
    """Return how sure independent witnesses make a value; one rule counts once."""
    doubts: dict[str, float] = {}
    for candidate in group:
        doubts[candidate.rule] = min(doubts.get(candidate.rule, 1.0), 1 - candidate.confidence)
    doubt = 1.0
    for each in doubts.values():
        doubt *= each
    return min(CERTAIN, 1 - doubt)


def _fullest(group: list[Candidate]) -> Candidate:
    if group[0].field in _DATES:
        return max(group, key=lambda c: (_precision(c.value), c.confidence))
    if group[0].field in {"author", "editor"}:
        return max(group, key=lambda c: (_givens(c.people), c.confidence))
    return group[0]


def _precision(value: Value) -> int:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return len(parts[0]) if parts else 0


def _givens(people: list[CslName]) -> int:
    return sum(len(person.get("given", "")) for person in people)


def _key(candidate: Candidate) -> tuple[str | int, ...] | frozenset[str]:
    """Return what candidates that agree have in common; () for one that agrees with no other."""
    value = candidate.value
    if candidate.field in {"author", "editor"}:
        return tuple(letters(person.get("family") or person.get("literal") or "") for person in candidate.people)
    if candidate.field in _DATES:
        return tuple(_parts(value)[:1])
    if isinstance(value, list):
        return frozenset(letters(str(word)) for word in value)
    return (letters(str(value)[:_OPENING])[:80] if candidate.field == "abstract" else letters(str(value)),)


def _agree(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates of one key agree: dates also where one is the fuller of two."""
    if one.field not in _DATES:
        return True
    first, second = _parts(one.value), _parts(other.value)
    size = min(len(first), len(second))
    return first[:size] == second[:size]


def _parts(value: Value) -> list[int]:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return parts[0] if parts else []


def _consistent(chosen: Chosen) -> Chosen:
    """Drop what contradicts what is surer."""
    kept = dict(chosen)
    title, container = kept.get("title"), kept.get("container-title")
    if title and container and letters(str(title.value)) == letters(str(container.value)):
        del kept["container-title" if container.confidence <= title.confidence else "title"]
    container = kept.get("container-title")
    author = kept.get("author")
    if container and author and container.start == author.start and _is_plainly_people(author, container):
        del kept["container-title"]  # names above numbers
    elif container and author and len(author.items) == 1 and author.start == container.start:
        del kept["author"]
    elif container and author and len(author.items) > 1:
        items = tuple(item for item in author.items if item.evidence.start != container.start)
        kept["author"] = replace(author, items=items)
    publisher = kept.get("publisher")
    if publisher and any(letters(str(publisher.value)) == letters(_value(kept, name)) for name in _JOURNAL & kept.keys()):
        del kept["publisher"]
    page, number = kept.get("page"), kept.get("number")
    if page and number and letters(str(page.value)) == letters(str(number.value)):
        del kept["page" if page.confidence < number.confidence else "number"]
    issued, number = kept.get("issued"), kept.get("number")
    if issued and number and number.rule.endswith(".citation") and str(number.value) == str(_parts(issued.value)[:1]).strip("[]"):
        del kept["number"]  # "Publication . Article . 2014" has no number
    volume, issue = kept.get("volume"), kept.get("issue")
    if volume and issue and volume.start == issue.start:
        del kept["issue" if issue.confidence <= volume.confidence else "volume"]
    return kept


def _is_plainly_people(author: Candidate, container: Candidate) -> bool:
    """Tell names that stand above numbers as a journal does from a journal whose name looks like a person's."""
    if PERIODICAL.search(str(container.value)):
        return False
    return len(author.items) > 1 or (author.confidence > _PLAINLY and container.rule.endswith("-above"))


def _spoken(draft: Draft, chosen: Chosen) -> Chosen:
    """Tell the language by title and abstract where no row states it."""
    text = draft.layout.text
    titled = "title" in chosen and tells_language(_value(chosen, "title"))
    for field, least in (("title", 0.8), ("abstract", 0.7)) if titled else (("abstract", 0.75), ("title", 0.7)):
        if "language" in chosen or field not in chosen:
            continue
        parts = tuple(part for item in chosen[field].items for part in item.evidence.parts)
        if guess_language(" ".join(text[start:end] for start, end in parts)):
            found = claim(text, "language", [parts], f"{_rule(draft)}.language:words", least)
            chosen = {**chosen, **({"language": found} if found else {})}
    return chosen


def _typed(draft: Draft, chosen: Chosen) -> Chosen:
    """Tell the type by what the page states where nothing names it: numbers in a journal, a host with an ISBN, an event."""
    if "type" in chosen and not _is_proceedings(chosen):
        return chosen
    reason = _type_reason(chosen)
    if not reason:
        return chosen
    field, normaliser, sure = reason
    parts = chosen[field].items[0].evidence.parts
    found = claim(draft.layout.text, "type", [parts], f"{_rule(draft)}.type:{normaliser}", sure)
    return {**chosen, **({"type": found} if found else {})}


def _without_title_as_host(chosen: Chosen) -> Chosen:
    """Leave out a host that is the title in another language, above the numbers of a journal that the page does not name."""
    host, other = chosen.get("container-title"), chosen.get("translated-title")
    same = host is not None and other is not None and host.start == other.start
    return {field: found for field, found in chosen.items() if not (same and field == "container-title")}


def _supervised(chosen: Chosen) -> Chosen:
    """Leave out who supervised a work that is plainly no thesis: who directed a book is its editor."""
    held = "type" in chosen and chosen["type"].value in {"chapter", "book"}
    return {field: found for field, found in chosen.items() if not (held and field == "supervisor")}


def _is_proceedings(chosen: Chosen) -> bool:
    """Tell whether a page that calls its work an article names proceedings, without volume or issue, as its host."""
    kind, container = chosen["type"], chosen.get("container-title")
    weak = kind.rule.endswith(".kind") and kind.value == "article-journal" and not {"volume", "issue"} & chosen.keys()
    return bool(weak and container and _names_event(str(container.value)))


def _names_event(container: str) -> bool:
    """Tell whether a host is the proceedings of an event, and no journal of that name.

    >>> _names_event("Proceedings of the 3rd Moss Workshop"), _names_event("Proceedings of the Royal Moss Society")
    (True, False)
    """
    return bool(_EVENT.search(container)) and (not _ACADEMY.match(container) or bool(_MEETING.search(container)))


def _type_reason(chosen: Chosen) -> tuple[str, str, float] | None:
    """Return the field that tells the type, the normaliser that makes the type of it, and how sure that is."""
    container = chosen.get("container-title")
    numbered = next((field for field in ("volume", "issue", "page", "number") if field in chosen), None)
    if container:
        numbers = {"volume", "issue"} & chosen.keys()
        if _names_event(str(container.value)) and len(numbers) < _BOTH:
            return "container-title", "at-event", 0.75
        if "ISBN" in chosen or (not numbers and ("editor" in chosen or _BOOK.search(str(container.value)))):
            return "container-title", "in-book", 0.75
        return "container-title", "in-journal", 0.85 if numbered else 0.7
    reasons = (
        ("DOI" in chosen and str(chosen["DOI"].value).startswith(PREPRINTS), "DOI", "preprint", 0.85),
        ("arXiv" in chosen, "arXiv", "preprint", 0.75),
        ("event-title" in chosen, "event-title", "at-event", 0.7),
        (
            "collection-title" in chosen and bool(_REPORT.search(_value(chosen, "collection-title"))),
            "collection-title",
            "report",
            0.8,
        ),
        ("ISBN" in chosen, "ISBN", "whole-book", 0.6),
        ({"number-of-pages", "publisher"} <= chosen.keys() and not numbered, "number-of-pages", "whole-book", 0.55),
        (bool(numbered) and "ISSN" in chosen, "ISSN", "in-journal", 0.75),
        (numbered in {"volume", "issue"}, numbered or "", "in-journal", 0.6),
    )
    return next(((field, normaliser, sure) for holds, field, normaliser, sure in reasons if holds), None)


def _value(chosen: Chosen, field: str) -> str:
    return str(chosen[field].value)


def _rule(draft: Draft) -> str:
    return draft.candidates[0].rule.partition(".")[0] if draft.candidates else "generic"
