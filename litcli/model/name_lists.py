"""A line of names to the spans of its single names.

What surprised us: a comma parts names ("Given Family, Given Family"), the halves of a name ("Family, G., Family, H."), footnote
marks ("Yu1,2") and degrees, often in one line; "y", "e" and "i" part names and stand within them.
"""

import re
from collections.abc import Iterator

from litcli.model.name_marks import clean_name
from litcli.model.name_words import DEGREES, SUFFIXES, has_han, is_group, is_initial_like, is_lower

Span = tuple[int, int]

_INCOMPLETE = re.compile(
    r"[\s,;.&(\[]*(?:\b(?:(?:and|&|et|und|y|e)\s+)?(?:et\.? al(?:\.|\b|ii)|others|a\.|otros|otras|outros|altri|autres|andere|andra|u\.\s?a\.|"
    r"m\.\s?fl\.|ym\.|i in\.|i inni|a kol\.|a d\.|и др\.|та ін\.|и соавт\.|ve ark\.|és mtsai|\d+ more|\d+ others)|\.\.\.|…|等|ほか|他|외)[\])\s.,;…]*$",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\s*(?:[;；|•\n\t]|\s[·/]\s|[、])\s*")
_COMMA = re.compile(r"[,，]")
_CONJUNCTION = re.compile(
    r"(?:^|\s+|(?<=[\d*)]))(?:(and|und|och|og|ja|&|und|oraz|sowie)|(et|y|en|e|i|a|и|та|ve|és))\s+(?=\S)", re.IGNORECASE
)


def is_incomplete(text: str) -> bool:
    """Tell whether a line of names says that it leaves some out.

    >>> is_incomplete("V.M. Abazov, G. Bernardi, et al."), is_incomplete("G. Bernardi")
    (True, False)
    """
    found = _INCOMPLETE.search(text, max(0, len(text) - 40))
    return bool(found and found[0].strip(" ,;.&()[]")) or text.rstrip().endswith(("...", "…"))


def split_names(text: str) -> list[Span]:
    """Return the span of each single name in a line, without the marks around it.

    >>> line = "TIAN Yu1,2, DAI Jiang-Nan1 and XIONG Hui1"
    >>> [line[start:end] for start, end in split_names(line)]
    ['TIAN Yu', 'DAI Jiang-Nan', 'XIONG Hui']
    """
    end = _complete_end(text)
    segments = list(_cut(text, 0, end, _STRONG))
    several = len(segments) > 1
    found: list[Span] = []
    for segment in segments:
        found += _semicolon_part(text, segment) if several else _comma_line(text, segment)
    return found


def _complete_end(text: str) -> int:
    if not is_incomplete(text):
        return len(text)
    found = _INCOMPLETE.search(text, max(0, len(text) - 40))
    return found.start() if found else len(text)


def _semicolon_part(text: str, segment: Span) -> list[Span]:
    """Read what stands between two semicolons: one name, or a line of its own where it holds several."""
    pieces = _pieces(text, segment)
    if len(pieces) == 2 and not _has_initials(text[slice(*pieces[0])]):
        return _joined(text, pieces)
    return _comma_line(text, segment)


def _comma_line(text: str, segment: Span) -> list[Span]:
    pieces = [part for piece in _pieces(text, segment) for part in _conjunct(text, piece)]
    if not pieces:
        return []
    if _is_paired(text, pieces):
        return [span for at in range(0, len(pieces), 2) for span in _joined(text, pieces[at : at + 2])]
    return list(_greedy(text, pieces))


def _pieces(text: str, segment: Span) -> list[Span]:
    """Cut at commas outside brackets; marks and degrees vanish, suffixes and particles join the piece before."""
    kept: list[Span] = []
    for piece in _cut(text, *segment, _COMMA):
        start, end, _ = clean_name(text[piece[0] : piece[1]])
        span = piece[0] + start, piece[0] + end
        word = text[span[0] : span[1]].strip()
        if not any(c.isalpha() for c in word) or (len(word) == 1 and word.islower()):
            continue
        if kept and (
            word.casefold() in SUFFIXES
            or (word.casefold() in DEGREES and _is_full(text, kept[-1]) and not _is_pairable(text, kept, word))
        ):
            if word.casefold() in SUFFIXES:
                kept[-1] = kept[-1][0], span[1]
            continue
        if kept and is_lower(word) and " " not in word and len(word) <= 4:
            kept[-1] = kept[-1][0], span[1]
            continue
        kept.append(span)
    return kept


def _is_pairable(text: str, kept: list[Span], word: str) -> bool:
    """Tell whether capitals such as "MA" or "MS" are this line's initials rather than a degree."""
    del kept, text
    return "." in word


def _conjunct(text: str, piece: Span) -> Iterator[Span]:
    """Cut a piece at "and" where both sides are names."""
    start, end = piece
    for found in _CONJUNCTION.finditer(text, start, end):
        left = start, found.start()
        if found.start() <= start:
            start = found.end()
            continue
        further = _CONJUNCTION.search(text, found.end(), end)
        right = found.end(), further.start() if further else end
        if _parts_here(text, left, right, certain=bool(found[1])):
            yield _clean(text, left)
            start = found.end()
    yield _clean(text, (start, end))


def _parts_here(text: str, left: Span, right: Span, *, certain: bool) -> bool:
    one, two = text[left[0] : left[1]], text[right[0] : right[1]]
    if is_group(one):
        return False
    if is_group(two):
        return _is_full(text, left)
    full = _is_full(text, left), _is_full(text, right)
    if not certain:
        return all(full)
    return full[0] or full[1] or (" " not in one.strip() and " " not in two.strip())


def _is_paired(text: str, pieces: list[Span]) -> bool:
    """Tell whether family and given names take turns."""
    if len(pieces) % 2:
        return False
    firsts = [text[s:e] for s, e in pieces[::2]]
    seconds = [text[s:e] for s, e in pieces[1::2]]
    if not all(_is_given(second) for second in seconds) or any(is_group(first) for first in firsts):
        return False
    if any(_has_initials(first) for first in firsts):
        return False
    if any(has_han(first) for first in firsts):
        return any(len(piece.strip()) == 1 for piece in (*firsts, *seconds))
    whole = [len([token for token in first.split() if not is_lower(token)]) > 1 for first in firsts]
    if all(_is_initials(second) for second in seconds):
        return True
    if any(one and _is_two_words(second) for one, second in zip(whole, seconds, strict=True)):
        return False
    return sum(whole) * 2 <= len(whole)


def _is_two_words(word: str) -> bool:
    return sum(not is_initial_like(token) for token in word.split()) > 1


def _greedy(text: str, pieces: list[Span]) -> Iterator[Span]:
    """Take whole names as they come; a piece that is half a name takes the next as its other half."""
    at = 0
    while at < len(pieces):
        word = text[slice(*pieces[at])]
        following = text[slice(*pieces[at + 1])] if at + 1 < len(pieces) else ""
        whole = _is_full(text, pieces[at])
        half = following and ((not whole and _is_given(following)) or (_is_initials(following) and not _has_initials(word)))
        if half and not has_han(word):
            yield pieces[at][0], pieces[at + 1][1]
            at += 2
        else:
            yield pieces[at]
            at += 1


def _joined(text: str, pieces: list[Span]) -> list[Span]:
    return [_clean(text, (pieces[0][0], pieces[-1][1]))] if pieces else []


def _clean(text: str, span: Span) -> Span:
    start, end, _ = clean_name(text[span[0] : span[1]])
    return span[0] + start, span[0] + end


def _is_full(text: str, span: Span) -> bool:
    """Tell whether a piece is a whole name: two words, a group, or one in Han letters."""
    word = text[span[0] : span[1]]
    tokens = [token for token in word.split() if not is_lower(token)]
    return (
        len(tokens) > 1
        or has_han(word)
        or is_group(word)
        or bool(tokens and "." in tokens[0][:-1] and not is_initial_like(tokens[0]))
    )


def _is_given(word: str) -> bool:
    tokens = word.split()
    return bool(tokens) and not is_lower(tokens[0]) and len(tokens) <= 4 and not is_group(word)


def _is_initials(word: str) -> bool:
    tokens = [token for token in word.split() if not is_lower(token)]
    return bool(tokens) and all(is_initial_like(token) for token in tokens)


def _has_initials(word: str) -> bool:
    tokens = word.split()
    return len(tokens) > 1 and (is_initial_like(tokens[0]) or is_initial_like(tokens[-1]))


def _cut(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    """Cut a stretch at a separator outside brackets."""
    depth, last = 0, start
    brackets = re.compile(rf"[(\[]|[)\]]|(?P<cut>{separator.pattern})")
    for found in brackets.finditer(text, start, end):
        if found["cut"]:
            if depth <= 0:
                yield last, found.start()
                last = found.end()
        else:
            depth = max(0, depth + (1 if found[0] in "([" else -1))
    yield last, end
