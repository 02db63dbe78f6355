"""Lists of words on a page: where each word of a keyword line, or of keywords that stand one a line, begins and ends."""

import re
from collections.abc import Sequence

from litcli.extract.candidates import Parts, Span
from litcli.extract.layout import Layout, strip

_LIST_SEPARATOR = re.compile(r"\s*[;；•·●|\n]\s*|\s*[,،、，]\s*(?![^()]*\))")
_STRONG_SEPARATOR = re.compile(r"\s*[;；•·●|]\s*|\s*\n\s*")
_RARE_SEPARATORS = ((re.compile(r"\s+[-–]\s+"), 2), (re.compile(r"\s{2,}"), 1))
"""What parts words where neither commas nor semicolons do, and how often at least: "slippers - offices - feet", wide gaps."""
_NOTE = re.compile(r"\s\(search for similar items[^()]*\)$")
"""What an index prints behind its list."""
_SPACE = re.compile(r"\s+")
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]{1,10}(?:\s+[\u3400-\u9fff]{1,10})+")
"""Words in Chinese, which nothing but spaces part."""


def split_words(layout: Layout, span: Span) -> list[Parts]:
    """Return the places of the words of a list: parted by semicolons or bullets if there are any, else by commas."""
    start, end = strip(layout.text, *span, "|.:;,")
    if note := _NOTE.search(layout.text, start, end):
        end = note.start()
    text = layout.text[start:end]
    separator = _STRONG_SEPARATOR if _STRONG_SEPARATOR.search(text) else _LIST_SEPARATOR
    separator = _SPACE if _IDEOGRAPHS.fullmatch(text) else separator
    if not separator.search(text):
        separator = next((rare for rare, least in _RARE_SEPARATORS if len(rare.findall(text)) >= least), separator)
    places: list[Parts] = []
    place = 0
    for match in [*separator.finditer(text), None]:
        stop = match.start() if match else len(text)
        word = strip(layout.text, start + place, start + stop, ".,;:|*" if stop == len(text) else ",;:|*")
        if word[0] < word[1]:
            places.append((word,))
        place = match.end() if match else stop
    return places


def words_of_lines(layout: Layout, lines: Sequence[Span]) -> list[Parts]:
    """Return the places of the words in several lines: one a line, where few of the lines hold a separator."""
    parted = [split_words(layout, span) for span in lines]
    singles = sum(len(words) == 1 for words in parted)
    if any(re.search(r"[;；|]", layout.text[start:end]) for start, end in lines):
        singles = 0
    if len(lines) > 1 and singles >= len(lines) / 2:
        return [((words[0][0][0], words[-1][-1][1]),) for words in parted if words]
    return [word for words in parted for word in words]
