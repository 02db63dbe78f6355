"""The label tables of all languages as one frozen vocabulary, loaded once a process.

The tables are TOML, one a language, in `litcli/extract/labels/`; en.toml explains their shape. A page may mix languages (labels
of the portal, words of the work), so every table is in force on every page; what a word means in several languages is kept
with all its meanings, and the reader of rows decides by the company that it keeps.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple

from litcli.extract.tables import Table, read_tables

_HEAD = 2
"""So many characters tell for most lines that they begin as no noise does."""


class Label(NamedTuple):
    """One meaning of a label word."""

    kind: str
    """What the value behind it is read as: a field's name, or a kind of `litcli.extract.readers.rows.READINGS`."""
    language: str
    """The language of the word, "en"."""
    word: str
    """As printed."""


@dataclass(frozen=True)
class Vocabulary:
    """All tables, turned for looking up."""

    labels: dict[str, tuple[Label, ...]]
    """Folded label word to its meanings."""
    prefixes: dict[str, tuple[str, ...]]
    """The first three characters of the folded labels to those labels, longest first."""
    sections: dict[str, str]
    """Folded heading to what stands below it: "abstract", "keyword", "mesh", "tail", "other", "series", "event"."""
    other_starts: tuple[str, ...]
    """Folded beginnings of lines that end a section, but not the record."""
    tail_starts: tuple[str, ...]
    types: dict[str, str]
    """Folded word for a kind of work to its CSL type, with "/genre" where the genre matters."""
    neighbours: frozenset[str]
    """Folded lines above the title of another work."""
    noise: frozenset[str]
    """Folded lines that are no part of a record."""
    noise_starts: tuple[str, ...]
    """Those of them, with a space behind, that also begin longer lines."""
    negative: dict[str, str]
    """Folded phrase of pages without a record to the reason."""
    function_words: dict[str, frozenset[str]]
    """Language to its small words."""
    pure_rows: dict[str, tuple[Label, ...]]
    pure_output: tuple[str, ...]
    pure_peer: tuple[str, ...]
    pure_levels: frozenset[str]
    """Steps of Pure's type line that tell neither the kind of work nor its review ("Scientific", "Forskning")."""
    pure_signs: tuple[str, ...]
    """Folded labels that only Pure words so."""
    pure_closing: tuple[str, ...]
    """Folded beginnings of its closing lines, which quote the title."""
    pure_made_available: tuple[str, ...]
    """Folded labels of the date from which a data set can be had."""
    pure_no_work: tuple[str, ...]
    """Folded beginnings of the line that tells the kind of a Pure page which is no work."""
    pure_series: tuple[str, ...]
    """Labels of a series' name in its own section, as printed, longest first."""
    statuses: dict[str, str]
    """Folded status word to "published", "accepted", "submitted", "unpublished"."""

    @cached_property
    def _noise_heads(self) -> frozenset[str]:
        return frozenset(start[:_HEAD] for start in self.noise_starts)

    @cached_property
    def _named_noise(self) -> tuple[str, ...]:
        return tuple(start for start in self.noise_starts if not start[:-1].isalpha())

    def opens_noise(self, folded: str) -> bool:
        """Tell whether a line begins as those do that are no part of a record; a colon parts words as a space does."""
        if folded[:_HEAD] not in self._noise_heads:
            return False
        return folded.startswith(self.noise_starts) or folded.replace(":", " ", 1).startswith(self.noise_starts)

    def opens_named_noise(self, folded: str) -> bool:
        """Tell it only by beginnings of several words, which nothing else begins with: "Home" opens a keyword as well."""
        return folded[:_HEAD] in self._noise_heads and folded.replace(":", " ", 1).startswith(self._named_noise)

    def knows(self, folded: str) -> bool:
        """Tell whether a whole line is a label, a heading, a kind of work or navigation, and so no value."""
        return folded in self.labels or folded in self.sections or folded in self.types or folded in self.noise


def fold(text: str) -> str:
    """Return the text as labels are compared: compatibility forms unified, case folded, white space single, no colon at the end.

    >>> fold("Résumé  :"), fold("著者：")
    ('résumé', '著者')
    """
    unified = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("’", "'")
    return " ".join(unified.casefold().split()).rstrip(": ")


def letters(text: str) -> str:
    """Return only the letters and digits, as values are compared.

    >>> letters("On Bees: a Study (2nd)")
    'onbeesastudy2nd'
    """
    unified = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isalnum, unified.casefold()))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of all languages."""
    tables = dict(read_tables())
    labels = _labels((language, table.get("rows", {})) for language, table in tables.items())
    own_rows = ((language, _pure_rows(table)) for language, table in tables.items())
    starts = sorted({fold(word) for kind, word in _pairs(tables, "noise") if kind == "start"})
    prefixes: dict[str, list[str]] = {}
    for word in labels:
        prefixes.setdefault(word[:3], []).append(word)
    return Vocabulary(
        labels=labels,
        prefixes={key: tuple(sorted(words, key=len, reverse=True)) for key, words in prefixes.items()},
        sections={fold(word): kind for kind, word in _pairs(tables, "sections") if not kind.endswith("-start")},
        other_starts=tuple(fold(word) for kind, word in _pairs(tables, "sections") if kind == "other-start"),
        tail_starts=tuple(fold(word) for kind, word in _pairs(tables, "sections") if kind == "tail-start"),
        types={fold(word): kind for kind, word in reversed(list(_pairs(tables, "types")))},
        neighbours=frozenset(fold(word) for kind, word in _pairs(tables, "noise") if kind == "neighbour"),
        noise=frozenset(fold(word) for kind, word in _pairs(tables, "noise") if kind != "neighbour"),
        noise_starts=tuple(word + " " for word in starts),
        negative={_phrase(word): reason for reason, word in _pairs(tables, "negative")},
        function_words={
            language: frozenset(fold(word) for word in table.get("words", {}).get("function", ()))
            for language, table in tables.items()
            if table.get("words", {}).get("function")
        },
        pure_rows=_labels(own_rows),
        pure_output=tuple(fold(word) for word in _pure_words(tables, "output")),
        pure_peer=tuple(fold(word) for word in _pure_words(tables, "peer")),
        pure_levels=frozenset(fold(word) for word in _pure_words(tables, "level")),
        pure_signs=tuple(fold(word) for word in _pure_words(tables, "signs")),
        pure_closing=tuple(fold(word) for word in _pure_words(tables, "closing")),
        pure_made_available=tuple(fold(word) for word in _pure_words(tables, "made-available")),
        pure_no_work=tuple(_phrase(word) for word in _pure_words(tables, "no-work")),
        pure_series=tuple(sorted(_series_names(tables), key=len, reverse=True)),
        statuses={fold(word): kind for kind, word in _pairs(tables, "status")},
    )


def _phrase(word: str) -> str:
    """Fold a word, but keep its colon: "prize:" tells a kind of page, a prize does not."""
    return fold(word) + ":" * word.rstrip().endswith(":")


def _labels(groups: Iterator[tuple[str, dict[str, list[str]]]]) -> dict[str, tuple[Label, ...]]:
    found: dict[str, list[Label]] = {}
    for language, rows in groups:
        for kind, words in rows.items():
            for word in words:
                found.setdefault(fold(word), []).append(Label(kind, language, word))
    return {word: tuple(labels) for word, labels in found.items()}


_Part = Literal["sections", "types", "noise", "negative", "words", "status"]


def _pairs(tables: dict[str, Table], part: _Part) -> Iterator[tuple[str, str]]:
    for table in tables.values():
        for kind, words in table.get(part, {}).items():
            for word in words:
                yield kind, word


def _pure_rows(table: Table) -> dict[str, list[str]]:
    rows = table.get("pure", {}).get("rows", {})
    return rows if isinstance(rows, dict) else {}


def _pure_words(tables: dict[str, Table], part: str) -> Iterator[str]:
    for table in tables.values():
        words = table.get("pure", {}).get(part, [])
        if isinstance(words, list):
            yield from words


def _series_names(tables: dict[str, Table]) -> Iterator[str]:
    yield from _pure_words(tables, "series-name")
    for table in tables.values():
        yield from _pure_rows(table).get("collection-title", ())
