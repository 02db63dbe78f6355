"""Asides: short lines that speak of the copy at hand and not of the work, and what ends a list of words.

"Received 3 May 2021", "77 Citations", "Copyright 2022 Hedge House", "Uploaded by a reader on 3 May", an address, a button. Lossy text
sets them right below an abstract or among keywords, with nothing between. What surprised us: one plain word ("Print", "Home") opens
a button as often as a keyword ("Home range"), so only openings of several words count.
"""

import re
from collections.abc import Sequence

from litcli.extract.candidates import Span
from litcli.extract.layout import PROSE, Layout, Line
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import is_address
from litcli.model.dates import find_dates

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s|copyright\b|copyleft\b|all rights reserved|(?:doi|issn|isbn|pmid)\b\s?:|doi\s?10\.|https?:|www\.)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\d[\d.,]*\s?(?:total |times )?(?:citations?|cited|views?|downloads?|reads?|accesses|shares?|vues?|citas|zitationen|aufrufe|"
    r"téléchargements|descargas|visitas|просмотров|cytowań|次)\b.{0,24}|"
    r"(?:views?|downloads?|citations?|reads?|accesses|aufrufe|descargas|visitas|vistas|просмотры)\s?:?\s?\d[\d.,]*)$",
    re.IGNORECASE,
)  # fmt: skip
_HANDLED = frozenset(("issued", "submitted", "accepted"))
"""Kinds of labels that, with a date behind them, say when a work was handled."""
_UPLOADED = re.compile(r"(?:uploaded|posted|deposited|added|hochgeladen|mis en ligne|subido|déposé)\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;，、；|•·]")
_COMPLETE = 3
"""So many words in one line are a whole list, unless a sign at its end leaves it open."""


def is_aside(layout: Layout, line: Line) -> bool:
    """Tell whether a short line is about the copy at hand: its handling, its counts, its rights, a button."""
    if len(line.text) > PROSE:
        return False
    words = layout.vocabulary
    if line.folded in words.noise or line.folded.startswith(words.tail_starts) or line.folded.startswith(words.other_starts):
        return True
    if _COPYRIGHT.match(line.text) or _COUNTED.match(line.text):
        return True
    return is_handled(layout, line) or words.opens_named_noise(line.folded)


def ends_words(layout: Layout, before: Sequence[Span], line: Line) -> bool:
    """Tell whether a list of words is over before a line; `before` are its lines so far.

    It is over at an aside, an address, a citation or the journal above one, another row; behind its last bullet; behind a gap, where its own
    lines stand close; and behind a line that holds a whole list, where the next one holds a single word.
    """
    if (
        (is_aside(layout, line) and not _may_be_word(layout, line))
        or is_address_line(line.text)
        or any(found.size > 1 for found in read_locators(line))
    ):
        return True
    below = layout.after(line.index)
    if below and any(found.labels and found.start == below.start for found in read_locators(below)):
        return True  # the journal, above its numbers
    if not before or _opens_row(layout, line):
        return bool(before)
    last = layout.text[slice(*before[-1])]
    above = layout.line_at(before[-1][0])
    if above and above.mark == "bullet" and line.mark != "bullet":
        return True
    if len(before) > 1 and line.blanks and above and not above.blanks:
        return True
    whole = (len(_PARTED.findall(last)) >= _COMPLETE - 1 or ";" in last[:-1]) and not last.endswith((",", ";", "-"))
    return whole and (line.blanks > 0 or not _PARTED.search(line.text))


def _opens_row(layout: Layout, line: Line) -> bool:
    """Tell whether a line begins with a label of several words, which is no word of a list: "Published in Journal of Dew"."""
    words = layout.vocabulary
    opening = (word for word in words.prefixes.get(line.folded[:3], ()) if " " in word and line.folded.startswith(f"{word} "))
    return any(not line.text[len(word) :].strip()[:1].islower() for word in opening)


def _may_be_word(layout: Layout, line: Line) -> bool:
    """Tell whether a button of one word may be a word of the list as well, since no other button stands below: "Maintenance"."""
    below = layout.after(line.index)
    return " " not in line.folded and line.text.isalpha() and below is not None and not is_aside(layout, below)


def is_address_line(text: str) -> bool:
    """Tell an address with its parts from a subject that is an institution: "Department of Biology, University of Fenmoor"."""
    return "," in text and is_address(text)


def is_handled(layout: Layout, line: Line) -> bool:
    """Tell whether a line says when a work was handled: it begins with a label and has a date, with few words between."""
    dates = find_dates(line.text) if any(map(str.isdigit, line.text)) else []
    if not dates or len(line.text) > PROSE:
        return False
    words = layout.vocabulary
    opening = (word for word in words.prefixes.get(line.folded[:3], ()) if line.folded.startswith((word + " ", word + ":")))
    kinds = {label.kind for word in opening for label in words.labels[word]}
    return bool(kinds & _HANDLED) or bool(_UPLOADED.match(line.text))
