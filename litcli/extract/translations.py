"""Title and abstract in the language of the work, and in others: which of several is the work's own.

In go all that was found and what was taken; out comes the same with `translated-abstract` for the abstracts in other languages, and
with the title in the work's language where a page gives it beside its translation ("Original title"). What surprised us: the
second abstract of a page is as often a notice or a repetition as a translation, so its language must be plainly another.
"""

from litcli.extract.base.generic import Draft
from litcli.extract.candidates import Candidate, Parts, claim
from litcli.extract.languages import guess_language
from litcli.extract.vocabulary import letters

SHORTEST = 150
"""A shorter text is no abstract in another language."""
_IDEOGRAPH = "\u3041"
_BEGINNING = 80

Chosen = dict[str, Candidate]


def with_translations(draft: Draft, chosen: Chosen) -> Chosen:
    """Return what was taken, each text in its language."""
    return _titles(draft, _abstracts(draft, chosen))


def _abstracts(draft: Draft, chosen: Chosen) -> Chosen:
    own = chosen.get("abstract")
    found = sorted([*draft.of("abstract"), *draft.of("translated-abstract")], key=lambda one: one.start)
    if own is None or len(found) < 2 or len({letters(str(one.value))[:_BEGINNING] for one in found}) < 2:
        return _without_repetition(chosen)
    stated = _stated_language(chosen)
    by_language = {language: one for one in reversed(found) if (language := _language(one))}
    if stated and stated in by_language and _language(own) not in {stated, None}:
        own = by_language[stated]
    others = [one for language, one in by_language.items() if language != _language(own) and one.start != own.start]
    if _language(own) is None or not others:
        return _without_repetition(chosen)
    text = draft.layout.text
    parts: Parts = tuple(part for one in sorted(others, key=lambda one: one.start) for part in one.items[0].evidence.parts)
    rule = f"{own.rule.partition('.')[0]}.translated-abstract"
    translated = claim(text, "translated-abstract", [parts], rule, min(one.confidence for one in others))
    return {**chosen, "abstract": own, **({"translated-abstract": translated} if translated else {})}


def _without_repetition(chosen: Chosen) -> Chosen:
    """Drop a translation that is the abstract once more, or in its language."""
    own, other = chosen.get("abstract"), chosen.get("translated-abstract")
    if own is None or other is None:
        return chosen
    one, two = str(own.value), str(other.value)
    same = letters(one)[:_BEGINNING] == letters(two)[:_BEGINNING] or guess_language(one) == guess_language(two)
    return {field: said for field, said in chosen.items() if field != "translated-abstract" or not same}


def _language(abstract: Candidate) -> str | None:
    """Return the language of an abstract long enough to tell it by; one that was taken for its change of language is."""
    text = str(abstract.value)
    size = len(text) * (3 if text[:1] >= _IDEOGRAPH else 1)
    return guess_language(text) if size >= SHORTEST or abstract.field == "translated-abstract" else None


def _stated_language(chosen: Chosen) -> str | None:
    """Return the language that the page states of the work."""
    language = chosen.get("language")
    return str(language.value) if language and ":" not in language.rule else None


def _titles(draft: Draft, chosen: Chosen) -> Chosen:
    """Take the original title for the work's where the page says that the work is in its language, not in the other's."""
    title, original = chosen.get("title"), chosen.get("original-title")
    if title is None or original is None:
        return chosen
    if letters(str(title.value)) == letters(str(original.value)):
        return {field: one for field, one in chosen.items() if field != "original-title"}
    stated = _stated_language(chosen)
    if not stated or guess_language(str(original.value)) != stated or guess_language(str(title.value)) in {stated, None}:
        return chosen
    text, rule = draft.layout.text, original.rule.partition(".")[0]
    own = claim(text, "title", [original.items[0].evidence.parts], f"{rule}.original-title", original.confidence)
    other = claim(text, "translated-title", [title.items[0].evidence.parts], f"{rule}.title", title.confidence)
    if own is None or other is None:
        return chosen
    kept = {field: one for field, one in chosen.items() if field != "original-title"}
    return {**kept, "title": own, "translated-title": chosen.get("translated-title", other)}
