r"""Titles as styles want them: what title case would spoil is held, math is shown, a translation and a notice stand behind.

- CSL raises words where a manual asks for title case, and lowers none; it must leave alone what only looks like a lower-case word:
  "p53", "β-blockers", "c-Myc", the second word of a species ("Escherichia coli"), units ("5 mg"), "vs".
- CSL leaves works in other languages alone, if the record says so; a title without a language, and that of a journal, is judged by
  its small words.
- A work in another language than English has its translated title behind its own, in brackets, as APA, NLM and MLA ask.
- A retracted work says so, unless its title does.
- Math ("$H_2O$") becomes what it shows as far as letters, symbols, indices and accents go; else it stays as it is.
"""

import re

from litcli.citations.formulas import shown
from litcli.model.latex import math_spans
from litcli.model.record import Record, text

TITLES = ("title", "container-title", "collection-title", "event-title", "title-short")
"""The titles that styles may print in title case."""


def titles(record: Record, style: str) -> dict[str, str]:
    """Return the titles of a record, ready for a style.

    >>> titles({"title": "蜜蜂的舞蹈", "translated-title": "The dance of bees", "language": "zh"}, "apa")
    {'title': '蜜蜂的舞蹈 <span class="nodecor">[The dance of bees]</span>'}
    """
    hold = _held_prepositions if style.startswith(_LOWER_PREPOSITIONS) else held
    made = {name: hold(_with_math(title)) for name in TITLES if (title := text(record, name))}
    made |= {
        name: whole(title) for name, title in made.items() if (name != "title" or "language" not in record) and is_foreign(title)
    }
    if "title" in made:
        made["title"] += "".join(f" {upright(f'[{addition}]')}" for addition in _additions(record))
    if original := text(record, "original-title"):
        made["original-title"] = f'<span class="nocase">{_with_math(original)}</span>'
    return made


def is_foreign(title: str) -> bool:
    """Tell whether a title is in a language that does not raise its words, by its small words; a journal's seldom says its language.

    >>> is_foreign("Zeitschrift für Physik"), is_foreign("Revista de Biología"), is_foreign("De novo design"), is_foreign("La Niña of 2020")
    (True, True, False, False)
    """
    small = set(re.findall(r"\w+", _LATIN_PHRASE.sub("", title.casefold())))
    return bool(small & _FOREIGN) and not small & _ENGLISH


_LATIN_PHRASE = re.compile(r"\b(?:de novo|de facto|de jure|et al)\b")
_FOREIGN = frozenset(
    "der das und für mit von vom zur zum im eine einer eines dem le la les du des et aux une dans pour el los las del de y il gli "
    "della delle dei degli di da dos em uma het een van voor och för av og".split()
)
_ENGLISH = frozenset("the of and for with from to by on at its".split())


def whole(title: str) -> str:
    """Mark what keeps its letters as they are."""
    return f'<span class="nocase">{title}</span>'


def upright(addition: str) -> str:
    """Mark what follows a title and is not in italics with it."""
    return f'<span class="nodecor">{addition}</span>'


def held(title: str) -> str:
    """Mark the words of a title that title case must leave as they are.

    >>> held("Dose of 5 mg for p53")
    'Dose of 5 <span class="nocase">mg</span> for <span class="nocase">p53</span>'
    """
    return _SPECIES.sub(rf"\g<1>{_HELD}", _LOWER.sub(_HELD.replace("2", "0"), title))


_LOWER_PREPOSITIONS = ("modern-language-association", "american-chemical-society")
"""Styles whose manuals leave all prepositions lower; the others raise the longer ones, and so does CSL."""


def _held_prepositions(title: str) -> str:
    return _PREPOSITION.sub(_HELD.replace("2", "0"), held(title))


_PREPOSITION = re.compile(
    r"(?<=\w )(?:about|above|across|after|against|along|among|around|before|behind|below|beneath|beside|between|beyond|during|inside"
    r"|near|off|outside|since|through|throughout|toward|towards|under|until|upon|within|without)(?= \w)"
)

_UNITS = "mg|kg|g|ng|µg|μg|mm|cm|nm|µm|μm|km|ml|mol|mmol|nmol|min|h|s|ms|kb|bp|ppm|rpm|eV"
_LOWER = re.compile(
    r"(?<![\w<&/])(?:[a-z]\d\w*|[a-z](?=-[A-Z])|[α-ωά-ώ]\w*)(?!\w)"
    rf"|(?<=\d )(?:{_UNITS})(?![\w-])"
    r"|(?<![\w-])vs?(?:\.|(?=\s))"
)
"""A letter with digits, a letter before a capital, Greek; units; "vs"."""
_SPECIES = re.compile(r"(<i>[A-Z](?:[a-z]+|\.) |\b[A-Z]\. )([a-z]{3,}(?: [a-z]{3,}(?=</i>))?)(?!\w)")
"""A genus, in italics or as an initial, and the words that follow it."""
_HELD = r'<span class="nocase">\g<2></span>'


def _with_math(title: str) -> str:
    for first, last in reversed(math_spans(title)):
        math = shown(title[first + 1 : last - 1]) or title[first:last]
        title = f'{title[:first]}<span class="nocase">{math}</span>{title[last:]}'
    return title


def _additions(record: Record) -> list[str]:
    title, translation = text(record, "title") or "", text(record, "translated-title")
    language = (text(record, "language") or "").partition("-")[0]
    foreign = language not in {"", "en"} or not _LATIN.search(title)
    added = [translation] if translation and foreign and translation not in title else []
    notice = text(record, "editorial-notice") or ""
    return added + ([notice] if notice in _UNDONE and not _SAID.search(title) else [])


_LATIN = re.compile(r"[A-Za-z]")
_UNDONE = frozenset({"Retracted", "Withdrawn"})
_SAID = re.compile(r"retract|withdrawn", re.IGNORECASE)
