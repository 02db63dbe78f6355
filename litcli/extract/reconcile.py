"""Names that a page gives in two forms: "María José García López" above the abstract and "García López, M. J." in its citation.

The first form has the given names but not where the family name begins, the second tells just that. Put together, each name has
two places as its evidence.

And names whose neighbours tell how they are to be read: in "Hiroshi TANAKA, Megumi ODA" the first shows that family names are in
capitals and stand last, so "ODA" is no row of initials. On a page without a Japanese syllable, "林小青" is a Chinese name, and its
family name one of those that Chinese names begin with.

And a journal that is named in full and by its acronym.

And a title that is none: where a portal prints its title, another release of it prints a button, a menu, a label or where someone
works. What the vocabulary knows as such is no title, whichever reader points at it, unless a label says that it is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, claim
from litcli.extract.languages import guess_language
from litcli.extract.layout import Layout, Line
from litcli.extract.readers.people import SURE, is_address, likeness
from litcli.extract.readers.titles import MENU, read_title
from litcli.extract.vocabulary import fold, letters
from litcli.model.fields import BY_NAME, Kind
from litcli.model.folding import unaccented
from litcli.model.name_words import HISPANIC_GIVEN
from litcli.model.record import CslName

_WRITTEN_OUT = re.compile(r"[A-ZÁÉÍÓÚÑÀÈÒÜ][a-záéíóúñàèòüïç'’-]+(?:-[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)?")
_CAPITALS_LAST = re.compile(r"[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][^,;]*\s([A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]+)?)")
"""A given name with small letters, then a word in capitals."""

_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,4}")
_JAPANESE = re.compile(r"[\u3041-\u30fa]")
_MARKED = re.compile(r"(?:[\[(]?\d{1,2}[\])]?|[*†‡§])\s?(?=[^\W\d_])")
"""The mark of a footnote before an institution: "2 Department of Reeds, University of Zvon"."""
_HEADINGS = frozenset({"abstract", "keyword", "mesh"})
"""Headings of a record; a chapter may well be called as others are ("Introduction", "References")."""
_INSTEAD = 0.5
"""Where a page is not as its portal's reader knows it, a title found otherwise is no surer."""

ENOUGH = 40
"""So many lists of authors are compared with each other; a page that has more of them is a dump or noise."""


def reconciled(draft: Draft) -> Draft:
    """Return the draft with its lists of names read as their two forms, or their neighbours, tell."""
    draft = _without_menus(draft)
    capitals = {id(found): _read_given_first(draft, found) for found in draft.candidates if found.field in {"author", "editor"}}
    kept = tuple(capitals.get(id(found)) or found for found in draft.candidates)
    draft = _with_chinese_names(replace(draft, candidates=kept))
    draft = _without_acronyms(draft)
    lists = draft.of("author")[:ENOUGH]
    turned = [found for found in lists if any(_is_turned(found, other) for other in lists)]
    draft = replace(draft, candidates=tuple(found for found in draft.candidates if found not in turned))
    pairs = [pair for pair in _pairs(draft) if pair]
    return draft.plus(*pairs) if pairs else _with_two_families(draft)


def _without_menus(draft: Draft) -> Draft:
    """Leave out the titles that are none; where that leaves no title, take the line that a page without a portal would give."""
    titles = [found for found in draft.candidates if found.field == "title"]
    wrong = [found for found in titles if _is_no_title(draft, found)]
    if not wrong:
        return draft
    kept = replace(draft, candidates=tuple(found for found in draft.candidates if found not in wrong))
    if len(wrong) < len(titles):
        return kept
    instead = read_title(draft.layout, draft.taken, wrong[0].rule.partition(".")[0])
    return kept.plus(instead and instead.at(min(instead.confidence, _INSTEAD)))


def _is_no_title(draft: Draft, title: Candidate) -> bool:
    """Tell whether the page only has navigation where its title was looked for; what a label or metadata calls the title is one."""
    layout = draft.layout
    line = layout.line_at(title.start)
    if line is None or title.start != line.start or title.end < line.end:
        return False
    if any(row.kind == "title" and any(start == title.start for start, _ in row.values) for row in draft.rows):
        return False
    return _is_known(layout, line) or bool(MENU.search(line.text)) or _is_where_they_work(line.text)


def _is_known(layout: Layout, line: Line) -> bool:
    """Tell a label, a heading or a button; a chapter may be called as a button is ("Background") and then has names below it."""
    words, folded = layout.vocabulary, fold(line.text)
    if folded in words.types:
        return False
    kinds = {label.kind for label in words.labels.get(folded, ())}
    if words.sections.get(folded) in _HEADINGS or any(kind in BY_NAME and BY_NAME[kind].kind is Kind.NAMES for kind in kinds):
        return True
    below = layout.after(line.index)
    button = bool(kinds) or folded in words.noise or folded in words.negative or _is_button(layout, folded)
    return button and (below is None or likeness(below.text) < SURE)


def _is_button(layout: Layout, folded: str) -> bool:
    """Tell a button of which the vocabulary knows all words: "Share article"."""
    words = layout.vocabulary
    first, _, rest = folded.partition(" ")
    return bool(rest) and words.opens_noise(folded) and first in words.noise and words.knows(rest)


def _is_where_they_work(text: str) -> bool:
    """Tell an institution behind the mark of a footnote.

    >>> _is_where_they_work("2 Department of Reeds, University of Zvon"), _is_where_they_work("2 universities compared")
    (True, False)
    """
    mark = _MARKED.match(text)
    return bool(mark and is_address(text[mark.end() :]))


def _without_acronyms(draft: Draft) -> Draft:
    """Leave out the acronym of a journal where the page has its whole name too: "RTQ" beside "Tecnología Química"."""
    names = [found for found in draft.candidates if found.field == "container-title"][:ENOUGH]
    short = [found for found in names if _ACRONYM.fullmatch(str(found.value))]
    if not short or len(short) == len(names):
        return draft
    whole = [_initials(str(found.value)) for found in names if found not in short]
    dropped = [one for one in short if any(len(initials) > 1 and str(one.value).endswith(initials) for initials in whole)]
    return replace(draft, candidates=tuple(found for found in draft.candidates if found not in dropped))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _with_chinese_names(draft: Draft) -> Draft:
    """Part the Chinese names that stand without a space into family and given name, unless the page has Japanese on it."""
    people = [found for found in draft.candidates if found.field in {"author", "editor"} and any(map(_is_whole, found.people))]
    if not people or _JAPANESE.search(draft.layout.page.visible):
        return draft
    changed = {id(found): _chinese(draft, found) for found in people}
    return replace(draft, candidates=tuple(changed.get(id(found), found) for found in draft.candidates))


def _is_whole(person: CslName) -> bool:
    return bool(_CHINESE.fullmatch(person.get("literal", "")))


def _chinese(draft: Draft, found: Candidate) -> Candidate:
    rule = f"{found.rule}:chinese" if ":" not in found.rule else found.rule
    read = [claim(draft.layout.text, found.field, [item.evidence.parts], rule, found.confidence) for item in found.items]
    return replace(found, items=tuple(new.items[0] if new else item for new, item in zip(read, found.items, strict=True)))


def _with_two_families(draft: Draft) -> Draft:
    """Read the names of a Spanish or Catalan work with two family names, where three words or more are neither particles nor given names."""
    title = draft.best("title")
    if not title or guess_language(str(title.value)) not in {"es", "ca", "gl"}:
        return draft
    changed = [_spanish(draft, found) or found if found.field in {"author", "editor"} else found for found in draft.candidates]
    return replace(draft, candidates=tuple(changed))


def _spanish(draft: Draft, found: Candidate) -> Candidate | None:
    text = draft.layout.text
    if ":" in found.rule:
        return None
    items = []
    for item in found.items:
        claimed = claim(text, found.field, [item.evidence.parts], f"{found.rule}:two-families", min(found.confidence, 0.85))
        doubled = _has_two_families(text[item.evidence.start : item.evidence.end])
        items.append(claimed.items[0] if claimed and doubled else item)
    return replace(found, items=tuple(items)) if tuple(items) != found.items else None


def _has_two_families(name: str) -> bool:
    """Tell whether a name written out ends in two family names."""
    words = name.split()
    if len(words) < 3 or not all(_WRITTEN_OUT.fullmatch(word) for word in words):
        return False
    return unaccented(words[-2]) not in HISPANIC_GIVEN


def _is_turned(found: Candidate, other: Candidate) -> bool:
    """Tell whether a citation gives the names of another list the other way round, without a comma to tell by: "Dupont Marie"."""
    if not found.rule.endswith("citation") or other.rule.endswith("citation") or len(found.items) != len(other.items):
        return False
    pairs = [(_parts(one), _parts(two)) for one, two in zip(found.people, other.people, strict=True)]
    return all(one and two and (one[0], one[1]) == (two[1], two[0]) for one, two in pairs)


def _read_given_first(draft: Draft, found: Candidate) -> Candidate | None:
    """Read a list again where its names end in a family name in capitals; None where they plainly do not."""
    text = draft.layout.text
    names = [text[item.evidence.start : item.evidence.end] for item in found.items]
    ends = [_CAPITALS_LAST.fullmatch(name) for name in names]
    sure = any(end and len(end.group(1)) >= 5 for end in ends)
    if ":" in found.rule or not sure or sum(end is not None for end in ends) < 0.8 * len(names):
        return None
    places = [item.evidence.parts for item in found.items]
    return claim(text, found.field, places, f"{found.rule}:given-first", found.confidence)


def _pairs(draft: Draft) -> Iterator[Candidate | None]:
    lists = [candidate for candidate in draft.of("author") if len(candidate.items) > 0][:ENOUGH]
    for full, short in product(lists, lists):
        if full is short or len(full.items) != len(short.items):
            continue
        pairs = list(zip(full.people, short.people, strict=True))
        if all(_fit(one, other) for one, other in pairs) and any(_differ(one, other) for one, other in pairs):
            items = zip(full.items, short.items, strict=True)
            places = [(*one.evidence.parts, *other.evidence.parts) for one, other in items]
            rule = f"{full.rule.partition(':')[0]}:two-forms"
            yield claim(draft.layout.text, "author", places, rule, min(0.97, full.confidence + 0.08))


def _fit(full: CslName, short: CslName) -> bool:
    """Tell whether the second is the first's family name with initials; the first must say more."""
    one, other = _parts(full), _parts(short)
    if not one or not other:
        return False
    whole, family = letters(one[1] + one[0]), letters(other[0])
    initials = "".join(word[:1] for word in other[1].replace(".", " ").replace("-", " ").split())
    longer = len(letters(one[1])) > len(letters(other[1]))
    return bool(family) and whole.endswith(family) and longer and whole.startswith(letters(initials[:1]))


def _differ(full: CslName, short: CslName) -> bool:
    one, other = _parts(full), _parts(short)
    return bool(one and other and letters(one[0]) != letters(other[0]))


def _parts(name: CslName) -> tuple[str, str] | None:
    """Return family name with its particle, and given name; None for a group."""
    if "family" not in name:
        return None
    particle = name.get("non-dropping-particle", "")
    return f"{particle} {name['family']}".strip(), name.get("given", "")
