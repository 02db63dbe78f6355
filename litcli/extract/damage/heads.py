"""The head of a page on one line: navigation, title, names, the journal, with nothing between them.

A page that says its title twice, once with a citation around it, tells where it begins and ends. Names tell themselves: capitals,
initials and commas in a row, and what stands before them is the title; where it is in capitals too, the first name has as many words
as the others.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from litcli.extract.damage.signs import names_share
from litcli.extract.vocabulary import fold, vocabulary

LONGEST = 1500
"""So many characters may be a head."""
_SHORTEST_HEAD = 20
_SHORTEST_TITLE = 20
_LONGEST_TITLE = 400
_SURE = 0.6
_NAVIGATION = 0.8
_TWICE = 0.9
_NAMED = 0.5
"""How sure such cuts are."""

_CAPITAL = re.compile(r"(?<!\w)[^\W_a-zß-ÿ]|(?<=[^\W\d_A-ZÀ-Þ])[A-ZÀ-Þ]|(?<=[\d)\]])[A-ZÀ-Þ]")
_FOUR_WORDS = re.compile(r"\S+\s\S+\s\S+\s\w+")

_TOKEN = re.compile(r"\S+")
_PARTICLE = frozenset(
    "van von der den de del della di da du la le ter ten dos das do e y and & und et i och og bin al el ben".split()
)
_JOINING = frozenset("and & und et y e i och og".split())
_MARKS = re.compile(r"^[\d*†‡§,;|•·]+|[\d*†‡§¶,;|•·]+$")
_MARK = re.compile(r"[\d,;*†‡§¶|•·()]+")
_NOTE = re.compile(r"[*†‡§][^\W\d_]")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?-?){1,4}")


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    bare: str
    """Without marks around it."""
    ends_name: bool
    """Whether a comma or the like stands behind it."""
    opens: bool
    """Whether a line begins with it."""


def head_cuts(text: str, known: list[int]) -> dict[int, float]:
    """Return where title, names, and what follows them begin, and how sure that is; `known` are the places where lines begin anyway."""
    first = next((at for at in known if at > _SHORTEST_HEAD), len(text))
    begin = _after_navigation(text, min(first, LONGEST))
    cuts = {begin: _NAVIGATION} if begin else {}
    title = _said_twice(text, begin)
    if title:
        cuts |= dict.fromkeys(title, _TWICE)
    tokens = list(_tokens(text, begin, begin + LONGEST, {*known, *cuts}))
    best = max(_runs(tokens), key=lambda run: _weight(text, run), default=())
    if _weight(text, best) > 0:
        before = [token for token in tokens if token.start < best[0].start][-1:]
        names = before[0].start if before and before[0].bare == "by" else best[0].start
        behind = next((token.start for token in tokens if token.start >= best[-1].end and token.bare), None)
        cuts = {names: _NAMED} | ({behind: _NAMED} if behind else {}) | cuts
    return cuts


def _said_twice(text: str, begin: int) -> tuple[int, int] | None:
    """Return the longest stretch of the head that is said again further down, from word to word."""
    best = (0, 0)
    for found in _CAPITAL.finditer(text, begin, LONGEST):
        start = found.start()
        if start < best[1]:
            continue
        words = _FOUR_WORDS.match(text, start)
        again = text.find(words[0], words.end()) if words else -1
        if again < 0:
            continue
        end = _common_end(text, start, again)
        if end - start > best[1] - best[0] and end - start <= _LONGEST_TITLE:
            best = (start, end)
    return best if best[1] - best[0] >= _SHORTEST_TITLE else None


def _common_end(text: str, one: int, other: int) -> int:
    """Return where two places of the text that begin alike cease to, at the end of a word."""
    size = 0
    while (
        size < _LONGEST_TITLE + 1 and other + size < len(text) and one + size < other and text[one + size] == text[other + size]
    ):
        size += 1
    end = one + size
    inside = text[end - 1].isalnum() and all(text[at : at + 1].isalnum() and not text[at].isupper() for at in (end, other + size))
    if inside:
        end = max(text.rfind(" ", one, end), one)
    return len(text[:end].rstrip(" .,;:(|–-'\"“‘"))


def _after_navigation(text: str, stop: int) -> int:
    """Return where the words of menus and buttons, and of the kind of work, end that a page begins with."""
    at = 0
    while at < stop:
        end = next((end for size in (6, 5, 4, 3, 2, 1) if (end := _known_end(text, at, stop, size))), 0)
        if not end or text[end : end + 1].islower():
            return at
        at = end
    return at


def _known_end(text: str, at: int, stop: int, size: int) -> int:
    words = vocabulary()
    said = _said(text, at, stop, size)
    return _end_of(text, at, stop, size) if said in words.noise or said in words.types else 0


def _said(text: str, at: int, stop: int, size: int) -> str:
    return fold(text[at : _end_of(text, at, stop, size)])


def _end_of(text: str, at: int, stop: int, size: int) -> int:
    tokens = [token for token, _ in zip(_TOKEN.finditer(text, at, stop), range(size + 1), strict=False)]
    return tokens[size].start() if len(tokens) > size else stop


def _tokens(text: str, start: int, stop: int, cuts: set[int]) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text, start, stop):
        bare = "" if _NOTE.match(found[0]) else _MARKS.sub("", found[0])
        parted = found[0].rstrip("0123456789*†‡§")[-1:] in (",", ";", "|", "•", "·") or bool(_MARK.fullmatch(found[0]))
        yield _Token(found.start(), found.end(), bare, parted, found.start() in cuts)


def _runs(tokens: list[_Token]) -> Iterator[tuple[_Token, ...]]:
    """Yield the longest rows of words that may be names, cut to what the first and the last name may have."""
    run: list[_Token] = []
    for token in tokens:
        if token.opens and run:
            yield _trimmed(run)
            run = []
        if _may_be_name(token.bare):
            run.append(token)
        elif token.ends_name and not token.bare and run:
            run[-1] = replace(run[-1], ends_name=True)
        elif run:
            yield _trimmed(run)
            run = []
    yield _trimmed(run)


def _may_be_name(word: str) -> bool:
    if not word or word in _PARTICLE:
        return bool(word) and word != "by"
    if word[0].islower() or word.endswith(":") or not word[0].isalpha():
        return False
    return len(word) == 1 or not word.isupper() or bool(_INITIALS.fullmatch(word)) or len(word) < 14


def _trimmed(run: list[_Token]) -> tuple[_Token, ...]:
    """Return the row without the title's words before the first name, and without others behind the last."""
    while run and run[0].bare in _PARTICLE:
        run = run[1:]
    names = _names(run)
    if len(names) < 2:
        return tuple(run) if 2 <= len(run) <= 4 else ()
    usual = Counter(len(name) for name in names[1:-1] or names[-1:]).most_common(1)[0][0]
    first = names[0][-usual:] if len(names[0]) > max(3, usual) else names[0]
    if _INITIALS.fullmatch(first[0].bare) and len(names[0]) > len(first) and not names[-1][0].ends_name:
        first = names[0][-len(first) - 1 :]
    last = names[-1][:usual] if len(names) > 2 and len(names[-1]) > max(3, usual) else names[-1]
    return tuple(token for token in run if first[0].start <= token.start <= last[-1].start)


def _names(run: list[_Token]) -> list[list[_Token]]:
    names: list[list[_Token]] = [[]]
    for token in run:
        if token.bare not in _JOINING:
            names[-1].append(token)
        if (token.ends_name or token.bare in _JOINING) and names[-1]:
            names.append([])
    return [name for name in names if name]


def _weight(text: str, run: tuple[_Token, ...]) -> float:
    """Weigh a row of names: how many there are and how much they look like it; negative for none."""
    if not run:
        return -1.0
    said = text[run[0].start : run[-1].end]
    share = names_share(said)
    count = len(_names(list(run)))
    return share * min(count, 5) if share >= _SURE else -1.0
