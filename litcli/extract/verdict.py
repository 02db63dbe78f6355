"""Whether a page holds the record of one work at all, and how sure the record is.

What speaks for a record is counted against what speaks for another kind of page: a list of works, news, a profile, a shop. Phrases of
such pages are data (`[negative]` of the label tables). Doubtful beats wrong: what is neither is kept with its doubts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from math import prod

from litcli.extract.base.generic import Draft
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.second_titles import may_be_second
from litcli.extract.vocabulary import vocabulary
from litcli.extract.weigh import Chosen
from litcli.model.fields import BY_NAME
from litcli.model.identifiers import find_identifiers
from litcli.model.numbers import page_range

EVIDENCE = {
    "title": 1.0, "author": 1.2, "abstract": 1.0, "DOI": 1.2, "PMID": 1.5, "PMCID": 1.0, "arXiv": 1.2, "ISBN": 0.8, "ISSN": 0.6,
    "container-title": 1.0, "volume": 0.7, "issue": 0.5, "page": 0.7, "number": 0.5, "issued": 0.6, "type": 0.9, "keyword": 0.5,
    "publisher": 0.3, "language": 0.1, "collection-title": 0.3, "event-title": 0.3, "number-of-pages": 0.3, "status": 0.4,
}  # fmt: skip
"""How much each field speaks for a record."""
ENOUGH = 2.6
"""Less evidence than this is no record."""
HEAD = 80
"""So many lines from the top tell what kind of page it is."""
PLAIN = 0.8
"""A title and authors so sure show that a notice of cookies is a banner over a record, and no wall before it."""
BANNER = 0.9
SHORT = 160
"""A longer line is prose, where any word may stand."""
VITAL = ("title", "author", "type", "container-title")
"""The fields that a reference cannot do with wrong."""
DOUBTFUL = 0.5
"""A record of which something vital is likelier wrong than not wants a person's look."""
SHAKY = 0.9
"""A vital field less sure than this is named where a record is doubtful."""
SINGLE = ("container-title", "volume", "issue", "page", "number", "DOI", "PMID", "issued", "language", "abstract")
"""Of these a work has one."""
RIVAL, CONTESTED = 0.85, 3
"""So many of them, each with another value this sure, are of several works: then the record may be put together from them."""
LIKELY = 0.25
"""A value less sure than this is left out: three times likelier wrong than right, it would be worse than none."""
READ_ANYWAY = frozenset({"title", "abstract"})
UNTITLED = 0.5
"""What a record is worth that has no title."""

LONGEST_ROW = 200
"""A line of a list of works is no longer."""
LONGEST_BUTTONS = 120
_ONE_EACH = 2
"""Labels of title and author that several records share."""

_FOUND = re.compile(
    r"(?:about |ca\. |showing |page \d+ of )?(?:\d[\d.,\s]*(?:[-–]\s?\d[\d.,\s]*)?(?:of|von|sur|de|di|van|av|из|z)?\s?)?\d[\d.,\s]*\s?"
    r"(?:results?|Treffer|Ergebnisse|résultats|resultados|risultati|resultaten|resultater|träffar|tulosta|wyników|výsledků|результат\w{0,3})"
    r"(?:\s(?:found|gefunden|trouvés|encontrados|trovati))?(?:\s?\([\d.]+ \w+\))?|"
    r"(?:Всего найдено|Найдено|找到|共|約|검색결과)\s?:?\s?\d[\d.,\s]*.{0,40}",
    re.IGNORECASE,
)
"""How a list of results tells how many there are."""
_RANGE = re.compile(r"(?:\d+:\d+-\d+:\d+|[A-Za-z]?\d+-[A-Za-z]?\d+)")
_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def rejection(draft: Draft, chosen: Chosen) -> str | None:
    """Return why the page holds no record of one work; None where it holds one."""
    layout = draft.layout
    if not layout.lines and not layout.page.embedded:
        return "an empty page"
    evidence = sum(EVIDENCE.get(field, 0.0) * min(1.0, candidate.confidence + 0.1) for field, candidate in chosen.items())
    against = _negative_phrases(layout)
    if all(field in chosen and chosen[field].confidence >= PLAIN for field in ("title", "author")):
        against = {one: min(weight, BANNER) if one.startswith("a wall") else weight for one, weight in against.items()}
    reason = max(against, key=lambda one: against[one], default="")
    strength = 0.5 * (against.get(reason, 0.0) + sum(against.values()))
    if _is_list(draft, chosen):
        return reason if reason.startswith("a list of") else "a list of several works"
    if not ({"title", "abstract"} & chosen.keys()):
        return reason or "no title and no abstract"
    if strength and evidence < ENOUGH + 1.3 * strength:
        return reason
    if evidence < ENOUGH or not _has_company(chosen):
        return reason or "nothing on it is plainly the record of a work"
    return None


def confidence_of(chosen: Chosen) -> float:
    """Return how sure the record as a whole is: the chance that title, authors, type and host, as far as it has them, are all right."""
    vital = prod(chosen[field].confidence for field in VITAL if field in chosen)
    return round(vital if "title" in chosen else vital * UNTITLED, 3)


def doubts_of(chosen: Chosen) -> list[str]:
    """Return, in plain words, why the record wants a person's look; nothing where it can be taken as it is."""
    doubts = [] if "title" in chosen else ["the page states no title"]
    contested = [BY_NAME[field].label.lower() for field in SINGLE if field in chosen and chosen[field].standing.rival >= RIVAL]
    if len(contested) >= CONTESTED:
        doubts.append(f"it may hold several works: it states more than one {', '.join(contested)}")
    if confidence_of(chosen) < DOUBTFUL:
        shaky = sorted(
            (field for field in VITAL if field in chosen and chosen[field].confidence < SHAKY), key=lambda f: chosen[f].confidence
        )
        named = ", ".join(f"{BY_NAME[field].label.lower()} ({chosen[field].confidence:.0%} sure)" for field in shaky)
        doubts += [f"what may be wrong: {named}"] if named else []
    return doubts


def kept(chosen: Chosen) -> Chosen:
    """Return the values that are not far likelier wrong than right; title and abstract stay: a person knows the record by them."""
    return {field: candidate for field, candidate in chosen.items() if field in READ_ANYWAY or candidate.confidence >= LIKELY}


def left_out(chosen: Chosen) -> list[str]:
    """Return, in plain words, which values were read but not taken."""
    out = [
        f"{BY_NAME[field].label.lower()} ({chosen[field].confidence:.0%} sure)" for field in chosen.keys() - kept(chosen).keys()
    ]
    return [f"left out, since most likely wrong: {', '.join(sorted(out))}"] if out else []


def _negative_phrases(layout: Layout) -> dict[str, float]:
    """Weigh, by reason, the lines that say what pages without a record say; a heading near the top counts more."""
    found: dict[str, float] = defaultdict(float)
    lines = [line for line in layout.lines[:HEAD] if len(line.text) <= SHORT and not (line.mark == "bullet" and line.index < 2)]
    whole = "\n".join(line.folded for line in lines)
    present = [(phrase, reason) for _, phrase, reason in sorted(_candidates(whole)) if phrase in whole]
    if any(_FOUND.fullmatch(line.text) for line in lines):
        found["a list of search results"] += 1.5
    for line in lines if present else ():
        for phrase, reason in present:
            if phrase in line.folded and _bounded(phrase, line.folded):
                found[reason] += _strength(line, phrase)
    return found


_Ranked = tuple[int, str, str]
"""A phrase with its rank in the tables, and the reason that it gives."""


def _candidates(text: str) -> set[_Ranked]:
    """Return the phrases of which the text holds the sign that they are kept by: few of some hundred."""
    index = _phrases()
    signs = index.keys() & {*_WORD.findall(text), *text}
    return {phrase for sign in signs for phrase in index[sign]}


@cache
def _phrases() -> dict[str, list[_Ranked]]:
    """Return the phrases by their first word, which must stand whole; others by a letter, since in Chinese no word stands apart."""
    index: dict[str, list[_Ranked]] = {}
    for rank, (phrase, reason) in enumerate(vocabulary().negative.items()):
        sign = _WORD.search(phrase) if phrase.isascii() else _NOT_ASCII.search(phrase)
        if sign:
            index.setdefault(sign[0], []).append((rank, phrase, reason))
    return index


def _strength(line: Line, phrase: str) -> float:
    if line.folded == phrase:
        return 1.5
    return 2.0 if line.index < 2 and len(phrase) > 0.35 * len(line.folded) else 0.45


def _bounded(phrase: str, text: str) -> bool:
    place = text.find(phrase)
    before, behind = text[place - 1 : place], text[place + len(phrase) : place + len(phrase) + 1]
    return not (before.isalnum() or (behind.isalnum() and phrase[-1].isalnum())) or not phrase.isascii()


def _has_company(chosen: Chosen) -> bool:
    """Tell whether a title or an abstract does not stand alone: something only records have stands with it."""
    records = {
        "author",
        "DOI",
        "PMID",
        "PMCID",
        "arXiv",
        "ISBN",
        "ISSN",
        "volume",
        "page",
        "number",
        "issue",
        "container-title",
        "type",
    }
    return len(records & chosen.keys()) >= 1


def _is_list(draft: Draft, chosen: Chosen) -> bool:
    """Tell whether several works stand one below the other before any record ends: each with its numbers, its pages or its DOI."""
    if _repeats_records(draft):
        return True
    related = _related(draft)
    lines = [line for line in draft.layout.body if line.index not in related]
    cited = sum(1 for line in lines if len(line.text) > 60 and any(found.size >= 3 for found in read_locators(line)))
    if cited >= 5 or (not _has_abstract(chosen) and max(cited, len(_ranges(draft)), len(_dois(lines, LONGEST_ROW))) >= 3):
        return True
    return cited >= 3 and len(_dois(lines)) >= 3


def _repeats_records(draft: Draft) -> bool:
    """Tell whether title and authors come with the same labels again, of other works and not in another language."""
    text = draft.layout.text
    told = [
        (row.kind, text[slice(*row.label)], text[slice(*row.values[0])])
        for row in draft.rows
        if row.values and row.kind in {"title", "author"}
    ]
    order = [kind for kind, _, _ in told]
    labels = {(kind, label) for kind, label, _ in told}
    first, *others = [value for kind, _, value in told if kind == "title"] or [""]
    repeated = order[:4] == ["title", "author"] * 2 and len(labels) == _ONE_EACH
    return repeated and any(other != first and not may_be_second(other, first) for other in others)


def _related(draft: Draft) -> set[int]:
    """Return the indexes of the lines that name a related work: a record may have several, and stays one."""
    places = (item.evidence.start for found in draft.of("related") for item in found.items)
    return {line.index for place in places if (line := draft.layout.line_at(place))}


def _has_abstract(chosen: Chosen) -> bool:
    """Tell whether there is an abstract, and no buttons that stand where one would ("Abstract Full text PDF References")."""
    return "abstract" in chosen and len(str(chosen["abstract"].value)) > LONGEST_BUTTONS


def _ranges(draft: Draft) -> set[str]:
    """Return the ranges of pages that the page states, each of a work of its own where there are several."""
    text = draft.layout.text
    rows = (line for line in draft.layout.body if len(line.text) < LONGEST_ROW)
    places = (found.page for line in rows for found in read_locators(line) if found.page)
    stated = {page_range(text[start:end]) for start, end in places}
    return {pages for pages in (*stated, *(str(found.value) for found in draft.of("page"))) if _RANGE.fullmatch(pages)}


def _dois(lines: Iterable[Line], longest: int = 3000) -> set[str]:
    rows = (line for line in lines if len(line.text) <= longest)
    return {item.value.casefold() for line in rows for item in find_identifiers(line.text) if item.kind == "DOI"}
