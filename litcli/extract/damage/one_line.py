"""A page whose line ends are lost: all on one line, or each word on its own.

Lines are cut again before what plainly begins one: a label with its colon, a label of several words, a heading, an address, a bullet; short
labels only in the company of such. What stands before all of them holds title and names, which no label parts: there names in a
row decide, and the cut is a guess, so that what is read beside it is doubtful.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from litcli.extract.candidates import Span
from litcli.extract.damage.heads import head_cuts
from litcli.extract.damage.mended import Edit, Mended
from litcli.extract.vocabulary import Label, fold, vocabulary
from litcli.model.dates import find_dates
from litcli.model.languages import language_code

DOUBT = "the page has lost its line ends; they were guessed by its labels"
LONGEST = 60_000
"""What stands further behind is not cut."""
_FEWEST_LINES = 4
_SHORTEST = 200
_LONGEST_WORD = 15
_SCATTERED = 30
"""So many lines of one word each are a page in pieces."""

_IDEOGRAPH = re.compile("[\u2e80-\uffef]")
"""Scripts without spaces, in which a word may well be a line."""
_TAGGED = re.compile(r"\s*(?:[A-Z][A-Z0-9]{1,3} {1,2}-\s|@\w+\{|%[A-Z0] |[{<])")
"""The beginning of an export, which has its own way of parting."""
_COLON = re.compile(r"\s?[:：](?!/)")
_WORD_START = re.compile(r"(?<!\w)\w|(?<=[^\W\d_A-ZÀ-Þ])[A-ZÀ-Þ]|(?<=\d)[^\W\d_]|[\u2e80-\uffef]")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]|(?<=[^\W\d_A-ZÀ-Þ])[A-ZÀ-Þ]|(?<=[\d)\]])[A-ZÀ-Þ]")
_ADDRESS = re.compile(r"(?<![\w(\[/:])https?://\S+|(?<=\w)https?://(?:dx\.)?doi\.org/\S+")
_BULLET = re.compile(r"(?<=\s)[•●■▪◦]\s")
_BULLET_ALONE = re.compile(r"[•●■▪◦|#]\s*")
_ROW = re.compile(r"(?<=\|)\s+(?=\|)")
"""Between two rows of a table."""
_DATE_LABEL = re.compile(r"[^\W\d_][^:\d]{2,40}[:：]\s*(?=\d|[A-Z][a-z]+ \d)")
_TYPE_LINE = re.compile(r"([^\W\d_][^\W\d_ ]{3,20}(?: [^\W\d_]{2,15}){0,3}):\s")
_CLOSING = re.compile(r"©|(?<=\s)Copyright ©")
_COUNT_BEHIND = re.compile(r"\((?:Scopus|Pure)\)(?=\s?[A-ZÀ-Þ])")
_WINDOW = 60
_UNSURE = 0.5
_NAMES_TOO = frozenset(
    "university institute institution press school society library department series conference section".split()
)
"""Labels that names of institutions and books hold."""
_SEVERAL = 4
"""So many different short labels are each other's company."""
_COMPANY = 160
"""So far from a plain label a short one counts."""
_NUMBERS = frozenset(
    {"volume", "issue", "page", "page-first", "page-last", "number-of-pages", "ISSN", "ISBN", "PMID", "PMCID", "DOI", "number"}
)
_ALWAYS = frozenset({"abstract", "keyword", "mesh", "tail"})
"""Kinds of headings that part a page."""


def mend_one_line(mended: Mended) -> Mended:
    """Cut a page into lines that has none left."""
    mended = mended.edited(_gathered(mended.text)) if _is_scattered(mended.text) else mended
    text = mended.text
    if not _is_one_line(text):
        return mended
    cuts = _cuts(text)
    return replace(mended.edited(_edits(text, cuts), _unsure(text, cuts)), doubts=(*mended.doubts, DOUBT))


def _is_scattered(text: str) -> bool:
    count = text.count("\n") + 1
    if count < _SCATTERED or len(text) > _LONGEST_WORD * count or len(_IDEOGRAPH.findall(text)) > len(text) / 10:
        return False
    return len(text.split()) < 1.5 * sum(1 for line in text.split("\n") if line.strip())


def _gathered(text: str) -> Iterator[Edit]:
    """Put the words of each block on one line."""
    for found in re.finditer(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)", text):
        yield Edit(found.start(), found.end(), " ")


def _is_one_line(text: str) -> bool:
    if len(text) < _SHORTEST or text.count("\n", 0, _SHORTEST) >= _FEWEST_LINES or _TAGGED.match(text):
        return False
    lines = [line for line in text.split("\n", 2 * _FEWEST_LINES) if line.strip()]
    return 0 < len(lines) < _FEWEST_LINES and max(map(len, lines)) > 0.8 * len(text)


def _edits(text: str, cuts: dict[int, float]) -> Iterator[Edit]:
    last = 0
    for at in sorted(cuts):
        if _BULLET_ALONE.fullmatch(text, last, at):
            continue
        start = last = at
        while start > 0 and text[start - 1] in " \t":
            start -= 1
        if start and text[start - 1] != "\n":
            yield Edit(start, at, "\n", cuts[at])


def _unsure(text: str, cuts: dict[int, float]) -> Iterator[tuple[Span, float]]:
    """Yield what stands between two cuts without a label or heading before it: it may go on, or hold two lines."""
    starts = sorted({0, *cuts})
    headed = False
    for start, end in pairwise([*starts, min(len(text), LONGEST)]):
        word, _ = _printed_at(text, start)
        if not word and not headed:
            yield (start, end), cuts.get(start, _UNSURE) if cuts.get(start, 1.0) < 1 else _UNSURE
        headed = bool(word) and not text[start + len(word) : end].strip(" :")


def _cuts(text: str) -> dict[int, float]:
    """Return the places where lines begin, and how sure that is."""
    plain = {*_at_colons(text), *_at_signs(text), *_at_headings(text)}
    plain.update(_in_company(text, sorted(plain)))
    plain.update([behind for at in sorted(plain) for behind in _behind_date(text, at)])
    plain.update(_behind_review(text))
    return {**head_cuts(text[:LONGEST], sorted(plain)), **dict.fromkeys(plain, 1.0)}


def _at_colons(text: str) -> Iterator[int]:
    """Yield where the longest known label begins before each colon."""
    words = vocabulary()
    last = 0
    for colon in _COLON.finditer(text[:LONGEST]):
        for begin in _WORD_START.finditer(text, max(last, colon.start() - _WINDOW), colon.start()):
            label = fold(text[begin.start() : colon.start()])
            named = label in words.labels or label in words.pure_output or words.sections.get(label) in _ALWAYS
            if named and _stands_out(text, begin.start(), label):
                yield begin.start()
                break
        last = colon.end()


def _stands_out(text: str, at: int, label: str) -> bool:
    """Tell a label from a word of a sentence: by its capital, or since it comes before a number."""
    if len(label) < 3:
        return text[at] >= "\u2e80"
    return not text[at].islower() or any(meaning.kind in _NUMBERS for meaning in vocabulary().labels.get(label, ()))


def _at_signs(text: str) -> Iterator[int]:
    for found in _ADDRESS.finditer(text[:LONGEST]):
        yield found.start()
        yield _next_word(text, found.end())
    for pattern in (_BULLET, _CLOSING):
        yield from (found.start() for found in pattern.finditer(text[:LONGEST]))
    yield from (found.end() for found in _ROW.finditer(text[:LONGEST]))
    yield from (_next_word(text, found.end()) for found in _COUNT_BEHIND.finditer(text[:LONGEST]))


def _behind_date(text: str, at: int) -> Iterator[int]:
    """Yield what stands behind the date of a row that holds one."""
    label = _DATE_LABEL.match(text, at)
    dates = find_dates(text[label.end() : label.end() + 30]) if label else []
    if label and dates and dates[0].start < 3:
        behind = _next_word(text, label.end() + dates[0].end)
        if text[behind : behind + 1].isupper():
            yield behind


def _behind_review(text: str) -> Iterator[int]:
    """Yield what stands behind the word of a type line that tells of peer review."""
    words = vocabulary()
    for line in _TYPE_LINE.finditer(text[:LONGEST]):
        if line[1].casefold() in words.pure_output:
            folded = text[line.end() : line.end() + 160].casefold()
            ends = [folded.find(word) + len(word) for word in words.pure_peer if word in folded]
            yield from (_next_word(text, line.end() + end) for end in ends[:1] if text[line.end() + end :].lstrip()[:1].isupper())


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _at_headings(text: str) -> Iterator[int]:
    """Yield where headings and labels of several words begin, and what stands below a heading."""
    for at in _capitals(text):
        word, kind = _printed_at(text, at)
        if not word:
            continue
        end = at + len(word)
        behind = _next_word(text, end)
        if kind == "closing" or (kind == "label" and " " in word and _opens_value(text, end)):
            yield at
        elif kind in _ALWAYS and _is_heading(text, at, end) and not (kind == "tail" and _is_counted(text, at)):
            yield at
            if text[behind : behind + 1] not in ":：":
                yield behind


def _is_heading(text: str, at: int, end: int) -> bool:
    """Tell a heading from the same word in a sentence: nothing before it leads to it, and what follows begins something."""
    before = text[max(0, at - 20) : at].split()
    led = bool(before) and before[-1].casefold() in _leading_words()
    following = text[end : end + 2].strip()
    return not led and bool(following) and not following[0].islower() and following[0] not in ",;)(&"


def _is_counted(text: str, at: int) -> bool:
    """Tell whether a number stands before a word: "12 Citations"."""
    return text[max(0, at - 3) : at].rstrip()[-1:].isdigit()


@cache
def _leading_words() -> frozenset[str]:
    small = (word for words in vocabulary().function_words.values() for word in words)
    return frozenset(
        (*small, "graphical", "view", "show", "full", "hide", "an", "cited", "similar", "related", "author", "structured")
    )


def _opens_value(text: str, end: int) -> bool:
    """Tell whether a value may stand behind a label: it begins with a capital, a digit or a sign."""
    following = text[end : end + 2].strip()
    return bool(following) and not following[0].islower() and following[0] not in ",;)"


def _in_company(text: str, plain: list[int]) -> Iterator[int]:
    """Yield where short labels begin before what may be their value: near plain ones, or several near each other."""
    short = list(_short_labels(text))
    kinds = {fold(text[at:end]) for at, end in short}
    company = plain if len(plain) > 1 else []
    if len(kinds) >= _SEVERAL:
        company = sorted([*company, *(at for at, _ in short)])
    near = {at // _COMPANY + step for at in company for step in (-1, 0, 1)}
    yield from (at for at, _ in short if at // _COMPANY in near)


def _short_labels(text: str) -> Iterator[tuple[int, int]]:
    """Yield labels of one word with what may be their value behind; a label right behind another is that one's value."""
    last = -1
    for at in _capitals(text):
        word, kind = _printed_at(text, at)
        if not word or kind != "label":
            continue
        end = at + len(word)
        if " " not in word and at > last and fold(word) not in _NAMES_TOO and _fits(text, at, end):
            yield at, end
        last = _next_word(text, end)


def _fits(text: str, at: int, end: int) -> bool:
    kinds = {meaning.kind for meaning in _meanings(fold(text[at:end]))}
    value = text[_next_word(text, end) : end + 40]
    if end - at < 3 or not value:
        return False
    if kinds & _NUMBERS:
        return value[0].isdigit() or (value.startswith(("http", "e")) and any(map(str.isdigit, value[:8])))
    if "language" in kinds:
        return bool(language_code(re.split(r"[\s\d]|(?<=[a-z])(?=[A-Z])", value)[0]))
    before = text[max(0, at - 15) : at].rstrip()
    return _opens_value(text, end) and not (before and before.split()[-1].casefold() in _leading_words())


def _meanings(word: str) -> tuple[Label, ...]:
    words = vocabulary()
    return words.labels.get(word, ()) or words.pure_rows.get(word, ())


def _capitals(text: str) -> Iterator[int]:
    return (found.start() for found in _CAPITAL.finditer(text[:LONGEST]))


def _printed_at(text: str, at: int) -> tuple[str, str]:
    """Return the longest heading or label printed at a place, as printed, and what it is."""
    folded = text[at : at + _WINDOW].casefold()
    for word, kind in _index().get(folded[:3], ()):
        if folded.startswith(word):
            behind = text[at + len(word) : at + len(word) + 1]
            if kind == "closing" or not behind.islower() or not word[-1].isalpha():
                return text[at : at + len(word)], kind
    return "", ""


@cache
def _index() -> MappingProxyType[str, tuple[tuple[str, str], ...]]:
    """Return the words of headings and labels, longest first, by their first three characters."""
    words = vocabulary()
    every = {
        **dict.fromkeys(words.labels, "label"),
        **dict.fromkeys(words.pure_signs, "label"),
        **dict.fromkeys(words.pure_rows, "label"),
        **{word: kind for word, kind in words.sections.items() if kind in _ALWAYS},
        **dict.fromkeys((*words.pure_closing, *words.tail_starts), "closing"),
    }
    found: dict[str, list[tuple[str, str]]] = {}
    for word, kind in every.items():
        if len(word) > 2:
            found.setdefault(word[:3], []).append((word, kind))
    return MappingProxyType({key: tuple(sorted(several, key=lambda one: -len(one[0]))) for key, several in found.items()})
