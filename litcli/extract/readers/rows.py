"""Label rows: what a page says by naming it, in every shape that lossy text leaves.

    Journal: Nature          a colon, also several in one line
    | Journal | Nature |     a table with bars
    Journal                  the label alone, the value on the next line or lines
    JournalNature            glued together
    Journal Nature           a space only; a tab or a wide gap is as good as a colon

The first three are taken wherever the label is known. "Glued" and "spaced" look like plain text, so they count only on pages that have
several such rows. What the words mean in several languages is decided by the language that most other labels of the page are in.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from litcli.extract.candidates import Span
from litcli.extract.layout import PROSE, Layout, Line, strip
from litcli.extract.readers.asides import ends_words
from litcli.extract.readers.locators import read_locators
from litcli.extract.readers.people import SURE, likeness
from litcli.extract.vocabulary import Label, fold
from litcli.model.languages import language_code

NUMERIC = frozenset(
    {"volume", "issue", "page", "page-first", "page-last", "number-of-pages", "ISSN", "ISBN", "PMID", "PMCID", "DOI"}
)
"""Kinds whose value has a digit in it."""
INLINE = NUMERIC | {"language", "issued", "submitted", "accepted", "publisher", "publisher-place", "number", "isbn-issn"}
"""Kinds that may stand behind others in one line."""
LISTS = frozenset({"author", "editor", "supervisor", "keyword", "index-term", "mesh", "funding", "imprint", "publisher"})
"""Kinds whose value may take several lines."""
WORDS = frozenset({"keyword", "index-term", "mesh"})
"""Those of them that are words."""
LONGEST_LABEL = 60
_LONGEST_NAME, _LONGEST_WORDS = 50, 200
"""A further line of a value is no longer: a name or a word by itself, or the rest of a list that was wrapped."""
BRACKETS = "【〔"
"""What a label opens with on pages in Chinese."""
_NUMBER_REACH = 12
"""So near its label a number has its first digit, where only a space or nothing parts them."""
SHORTEST_PREFIX = 3
"""A shorter label stands before a value only with a colon or in a table, but for those of ideographs ("巻14"); a line of two small
letters is the name of a language ("en")."""
IDEOGRAPHS = "\u3000"
"""From here on stand the scripts of China, Japan and Korea."""

_COLON = re.compile(r"\s?[:：]+(?=\s|$|[^\s/\d])|\s?[:：]\s*(?=\d)")
_APART = re.compile(r"^\S|(?<=[;|,.)]\s)\S|(?<=\s\s)\S|(?<=[;|])\S")
"""Where a label may begin in the middle of a line: behind a sign or a gap."""
_WORD = re.compile(r"(?:^|(?<=[\s;|,.)]))\S")
_LANGUAGE_MARK = re.compile(r"\s*[\[(](?:[a-z]{2,3}|[A-Z]{2,3}|[A-Z][a-zé]+)[\])]$")
_ROW = re.compile(r"[^\W\d_][\w /]{2,30}:\s")
"""A further row, though its label is not known."""
_FOOTED = re.compile(r"[\s*]+$")
_PLURAL = re.compile(r"\s?\([^\W\d_]{1,3}\)$")
"""What stands behind a label for one or several: "Subject(s)", "Person(en)"."""
_IN_BRACKETS = re.compile(r"[【〔]\s*([^【】〔〕]{1,30}?)\s*[】〕][\s:：]*")
"""How pages in Chinese, Japanese and Korean set their labels: 【作者】."""


@dataclass(frozen=True)
class Row:
    """A label and the place of its value."""

    kind: str
    language: str
    label: Span
    values: tuple[Span, ...]
    """One span a line of the value; none where the label stands without a value."""
    shape: str
    """"colon", "table", "alone", "glued", "tabbed", "spaced"."""

    @property
    def confidence(self) -> float:
        """How often a value in such a shape is what its label says."""
        return {"colon": 0.94, "table": 0.96, "alone": 0.9, "glued": 0.95, "tabbed": 0.93, "spaced": 0.85}[self.shape]


@dataclass(frozen=True)
class _Found:
    meanings: tuple[Label, ...]
    label: Span
    values: tuple[Span, ...]
    shape: str


def read_rows(layout: Layout, own: dict[str, tuple[Label, ...]] | None = None) -> tuple[Row, ...]:
    """Return the page's label rows in reading order; `own` holds meanings that a portal gives to words, which come first."""
    found = list(_find(layout))
    votes = Counter(
        label.language for row in found for label in {m.language: m for m in row.meanings}.values() if len(row.meanings) < 3
    )
    shapes = Counter(row.shape for row in found if row.values)
    return tuple(_row(row, votes, own or {}, layout) for row in found if _counts(layout, row, shapes))


def _counts(layout: Layout, row: _Found, shapes: Counter[str]) -> bool:
    if not row.values or shapes[row.shape] >= {"glued": 2, "spaced": 3}.get(row.shape, 1):
        return True
    start, end = row.values[0]
    return any(meaning.kind == "author" for meaning in row.meanings) and likeness(layout.text[start:end]) >= SURE


def _row(row: _Found, votes: Counter[str], own: dict[str, tuple[Label, ...]], layout: Layout) -> Row:
    word = fold(layout.text[row.label[0] : row.label[1]])
    meanings = own.get(word) or row.meanings
    label = max(meanings, key=lambda meaning: votes[meaning.language])
    return Row(label.kind, label.language, row.label, row.values, row.shape)


def _find(layout: Layout) -> Iterator[_Found]:
    taken = -1
    for line in layout.body:
        if line.index <= taken:
            continue
        rows = list(_in_table(layout, line) if line.cells else _in_line(layout, line))
        for row in rows:
            taken = max([taken, *(last.index for span in row.values if (last := layout.line_at(span[0])))])
            yield row


def _in_line(layout: Layout, line: Line) -> Iterator[_Found]:
    alone = layout.vocabulary.labels.get(
        _FOOTED.sub("", line.folded) if line.folded not in layout.vocabulary.labels else line.folded
    )
    if alone and (len(line.text) >= SHORTEST_PREFIX or not line.text.islower()):
        yield _Found(alone, line.span, _below(layout, line, alone), "alone")
        return
    if line.folded in layout.vocabulary.sections or line.folded in layout.vocabulary.noise:
        return
    if line.text[0] in BRACKETS:
        yield from _at_brackets(layout, line)
        return
    colons = list(_at_colons(layout, line))
    if colons:
        yield from colons
    elif prefixed := _at_prefix(layout, line):
        yield prefixed


def _at_brackets(layout: Layout, line: Line) -> Iterator[_Found]:
    """Yield "【Label】 value", and more of them in the same line; what no label names stays part of the value before it."""
    marks = [(found, layout.vocabulary.labels.get(fold(found[1]))) for found in _IN_BRACKETS.finditer(line.text)]
    known = [(found, meanings) for found, meanings in marks if meanings]
    stops = [found.start() for found, _ in known[1:]] + [len(line.text)]
    for (found, meanings), stop in zip(known, stops, strict=False):
        value = strip(layout.text, line.start + found.end(), line.start + stop, ";；，,|")
        label = (line.start + found.start(1), line.start + found.end(1))
        values = (value,) if value[0] < value[1] else _below(layout, line, meanings) if stop == len(line.text) else ()
        yield _Found(meanings, label, values, "colon")


def _at_colons(layout: Layout, line: Line) -> Iterator[_Found]:
    """Yield "Label: value", and more of them in the same line where they are of a kind that comes in company."""
    marks: list[tuple[int, int, tuple[Label, ...]]] = []
    for colon in _COLON.finditer(line.text[: 4 * LONGEST_LABEL] if len(line.text) > 1000 else line.text):
        start = marks[-1][1] if marks else 0
        found = _label_before(layout, line.text, start, colon.start(), first=not marks)
        if found:
            marks.append((found[0], colon.end(), found[1]))
    if not marks or (marks[0][0] > 0 and not {label.kind for label in marks[0][2]} & INLINE):
        return
    ends = [mark[0] for mark in marks[1:]] + [len(line.text)]
    for (start, after, meanings), stop in zip(marks, ends, strict=True):
        value = strip(layout.text, line.start + after, line.start + stop, ";|,")
        label = strip(layout.text, line.start + start, line.start + after, "::")
        values = (value,) if value[0] < value[1] else _below(layout, line, meanings) if stop == len(line.text) else ()
        if value[0] < value[1] and stop == len(line.text) and _goes_on(layout, value, meanings):
            values = (value, *_names_below(layout, line, meanings))
        yield _Found(meanings, label, values, "colon")


def _goes_on(layout: Layout, value: Span, meanings: tuple[Label, ...]) -> bool:
    """Tell whether a value that stands behind its label may have further lines: names, or keywords that are one a line."""
    kinds = {label.kind for label in meanings}
    single = not re.search(r"[,;，、；]", layout.text[value[0] : value[1]])
    return bool(kinds & {"author", "editor", "imprint"}) or ("keyword" in kinds and (single or _is_open(layout, value[1])))


def _is_open(layout: Layout, end: int) -> bool:
    """Tell whether a list of words goes on in the next line: a sign that parts them closes this one."""
    return layout.text[end : end + 1] in {",", ";"} or layout.text[end - 1 : end] in {",", ";"}


def _label_before(layout: Layout, text: str, start: int, colon: int, *, first: bool) -> tuple[int, tuple[Label, ...]] | None:
    """Return where the longest known label that ends at the colon begins, and its meanings."""
    labels = layout.vocabulary.labels
    if first and colon <= LONGEST_LABEL:
        label = text[:colon]
        whole = (
            labels.get(fold(label)) or labels.get(fold(_PLURAL.sub("", label))) or labels.get(fold(_LANGUAGE_MARK.sub("", label)))
        )
        if whole:
            return 0, whole
    window = text[max(start, colon - LONGEST_LABEL) : colon]
    for word in (_APART if first else _WORD).finditer(window):
        meanings = labels.get(fold(window[word.start() :]))
        unit = len(window) - word.start() <= SHORTEST_PREFIX or text[colon : colon + 1] == " "
        counted = unit and window[: word.start()].rstrip()[-1:].isdigit()
        if counted and any(label.kind == "page" for label in meanings or ()):
            continue  # "214 p. : ill." says how many there are
        if meanings and any(label.kind in INLINE or label.kind == "ignored" for label in meanings):
            return max(start, colon - LONGEST_LABEL) + word.start(), meanings
    return None


def _at_prefix(layout: Layout, line: Line) -> _Found | None:
    """Return "LabelValue" or "Label value"; the longest label that the line begins with, if the rest may be its value."""
    for word in _labels_like(layout, line.folded):
        if not line.folded.startswith(word):
            continue
        size = _printed_size(line.text, word)
        meanings = tuple(label for label in layout.vocabulary.labels[word] if line.text.startswith(label.word))
        if not size or not meanings or size >= len(line.text):
            continue
        rest = line.text[size:]
        shape = _shape(rest)
        if size < SHORTEST_PREFIX and not (rest[0].isascii() or {label.kind for label in meanings} & {"language", "status-date"}):
            continue
        if _may_be_value(rest, meanings, shape):
            value = strip(layout.text, line.start + size, line.end, ":")
            return _Found(meanings, (line.start, line.start + size), (value, *_names_below(layout, line, meanings)), shape)
    return None


def _shape(rest: str) -> str:
    """Tell by what stands between a label and its value how surely it is one."""
    if rest.startswith(("\t", "  ", " \t")):
        return "tabbed"
    return "spaced" if rest[0].isspace() else "glued"


def _labels_like(layout: Layout, folded: str) -> tuple[str, ...]:
    """Return the labels that a line may begin with, longest first; the shortest only in scripts where one character is a word."""
    prefixes = layout.vocabulary.prefixes
    longest = prefixes.get(folded[:SHORTEST_PREFIX], ())
    if folded[:1] < IDEOGRAPHS:
        return longest
    return longest + prefixes.get(folded[:2], ()) + prefixes.get(folded[:1], ())


def _printed_size(text: str, word: str) -> int:
    """Return how many printed characters the folded label takes at the start of the line; 0 where it cannot be told."""
    return len(word) if fold(text[: len(word)]) == word else 0


def _may_be_value(rest: str, meanings: tuple[Label, ...], shape: str) -> bool:
    kinds = {label.kind for label in meanings}
    value = rest.strip()
    if len(value) > 300 and not kinds & {"author", "keyword", "abstract"}:
        return False
    if kinds & NUMERIC:
        return any(map(str.isdigit, value[:_NUMBER_REACH])) or (shape == "glued" and value[:1].isupper() and len(value) < 30)
    if "language" in kinds and language_code(value):
        return True
    first = value[:1]
    begins = first.isalnum() and not first.islower()
    if shape == "glued":
        return begins or not first.isascii() or first in "(\"“'‘«[" or value.startswith("http") or _code(value)
    return begins or shape == "tabbed" or ("keyword" in kinds and ("," in value or ";" in value))


def _code(value: str) -> bool:
    """Tell whether it looks like an article number ("e26494")."""
    return len(value) < 20 and " " not in value and any(map(str.isdigit, value))


def _in_table(layout: Layout, line: Line) -> Iterator[_Found]:
    labels = layout.vocabulary.labels
    cells = line.cells
    for place, cell in enumerate(cells):
        text = layout.text[cell[0] : cell[1]]
        meanings = labels.get(fold(text)) or labels.get(fold(_FOOTED.sub("", text))) if len(text) <= LONGEST_LABEL else None
        if not meanings:
            continue
        value = cells[place + 1] if place + 1 < len(cells) else None
        if value and value[0] < value[1]:
            further = cells[place + 2] if place + 2 < len(cells) else (0, 0)
            taken = fold(layout.text[value[0] : value[1]]) in labels and further[0] < further[1]
            yield _Found(meanings, cell, () if taken else (value,), "table")
        elif place == 0:
            yield _Found(meanings, cell, tuple(_open_cell(layout, line)) if len(cells) == 1 else (), "table")


def _open_cell(layout: Layout, line: Line) -> Iterator[Span]:
    """Yield the lines of a cell that goes on below its row, up to the bar that closes it."""
    below: list[Span] = []
    for index in range(line.index + 1, min(line.index + 12, layout.tail)):
        follower = layout.lines[index]
        if len(follower.cells) > 1:
            return
        bar = follower.text.find("|")
        below.append(strip(layout.text, follower.start, follower.end if bar < 0 else follower.start + bar))
        if bar >= 0:
            yield from (span for span in below if span[0] < span[1])
            return


def _below(layout: Layout, line: Line, meanings: tuple[Label, ...]) -> tuple[Span, ...]:
    """Return the value of a label that stands alone: the next line, or for a list all lines up to the next label."""
    kinds = {label.kind for label in meanings}
    values: list[Span] = []
    if "abstract" in kinds:
        return ()
    for index in range(line.index + 1, min(line.index + 80, layout.tail)):
        follower = layout.lines[index]
        if _ends_value(layout, follower) or (not kinds & LISTS and _is_menu(layout, follower)):
            break
        if kinds & WORDS and ends_words(layout, values, follower):
            break
        if "author" in kinds and read_locators(follower):
            return tuple(values[:-1] if values and not _has_initials(layout.text[values[-1][0] : values[-1][1]]) else values)
        values.append(follower.span)
        if not kinds & LISTS or (len(follower.text) > PROSE and "author" not in kinds):
            break
    return tuple(values)


def _is_menu(layout: Layout, line: Line) -> bool:
    """Tell whether several things stand below a label to be chosen from: "Language / * de-DE / * en-GB"."""
    following = layout.after(line.index)
    return line.mark == "bullet" and following is not None and following.mark == "bullet"


def _has_initials(text: str) -> bool:
    """Tell a person with initials from the name of a journal, which stands right above its numbers."""
    return bool(re.search(r"\b[A-ZÀ-Þ]\.", text))


def _names_below(layout: Layout, line: Line, meanings: tuple[Label, ...]) -> tuple[Span, ...]:
    """Return the further lines of a value that began in the label's line: names one a line."""
    kinds = {label.kind for label in meanings}
    if not kinds & {"author", "editor", "keyword"}:
        return ()
    values: list[Span] = []
    for index in range(line.index + 1, min(line.index + 60, layout.tail)):
        follower = layout.lines[index]
        if "keyword" not in kinds and likeness(follower.text) < SURE:
            break
        if "keyword" in kinds and (_ROW.match(follower.text) or ends_words(layout, values, follower)):
            break
        longest = _LONGEST_WORDS if "keyword" in kinds and _is_open(layout, layout.lines[index - 1].end) else _LONGEST_NAME
        if follower.blanks or len(follower.text) > longest or _ends_value(layout, follower) or _at_prefix(layout, follower):
            break
        values.append(follower.span)
    return tuple(values)


def _ends_value(layout: Layout, line: Line) -> bool:
    words = layout.vocabulary
    if line.folded in words.labels or line.folded in words.sections or line.cells:
        return True
    prefixed = _at_prefix(layout, line)
    if (prefixed and prefixed.shape in {"glued", "tabbed"}) or (line.text.endswith(":") and len(line.text) <= LONGEST_LABEL):
        return True
    colon = _COLON.search(line.text[: LONGEST_LABEL + 2])
    return colon is not None and fold(line.text[: colon.start()]) in words.labels
