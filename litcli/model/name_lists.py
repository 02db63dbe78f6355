"""A line of names to the spans of its single names.

What surprised us: a comma parts names ("Given Family, Given Family"), the halves of a name ("Family, G., Family, H."), footnote
marks ("Yu1,2") and degrees, often in one line; "y", "e" and "i" part names and stand within them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from litcli.model import name_chinese
from litcli.model.name_marks import LONGEST, clean_name
from litcli.model.name_tokens import (
    has_han,
    is_degree,
    is_full,
    is_group,
    is_initial_like,
    is_lower,
    is_name,
    is_surname_in_capitals,
)
from litcli.model.name_words import SUFFIXES, UPPER

Span = tuple[int, int]

_MORE = (
    r"et\.?\s?al(?:\.|\b|ii)|(?:and|&|et|und|y|e|en)\s+(?:\d+\s+)?(?:others|co-workers|colleagues|otros|otras|outros|altri|autres|andere|anderen)|"
    r"others|u\.\s?a\.|m\.\s?fl\.|ym\.|i in\.|i inni|a kol\.|a d\.|и др\.|та ін\.|и соавт\.|ve ark\.|és mtsai|e\.a\.|"
    r"\+?\s?\d+ (?:more|others)(?: authors)?|\+\s?\d+ (?:authors|autoren|auteurs|autores|autori)|等|ほか|他|외"
)
_INCOMPLETE = re.compile(
    rf"(?:[\s,;.&(\[]|^)[\s,;.&(\[]*(?:{_MORE}|\.\.\.|…)[\])\s.,;…]*$|(?:\.\.\.|…)\s*$|[\u3040-\u9fff](?:等|ほか|他)$",
    re.IGNORECASE,
)
_ALIVE = re.compile(r"\d{4}-\.{2,4}\)?\s*$")
"""The years of a person who is alive, as catalogues in French print them: "(1951-....)"."""
_LOOK_BACK = 40
_FEW = 3
"""Of so few parts between semicolons, one may hold all persons and the others a group."""
_SHORT = 6000
"""The names of texts up to this long are remembered."""

_STRONG = re.compile(rf"[;；؛|•∙…\n\t、]|\s[·/]\s|(?<=[^\W\d_A-Z])/(?=[{UPPER}])")
_AND = re.compile(r"\s+and\s+")
_FAMILY_GIVEN = r"(?:[^\W\d_][\w'’-]*),\s[^\W\d_][^,;&]{0,40}?"
_AND_LIST = re.compile(rf"{_FAMILY_GIVEN}(?:\sand\s{_FAMILY_GIVEN})+")
"""Names as BibTeX and EPrints part them: "Bertram, Iain and Fox, Harald", each family name one word."""
_RUN_ON = re.compile(
    rf"[{UPPER}][^\W\d_]+(?:[ '’-][{UPPER}][^\W\d_]+){{0,2}}, (?:[{UPPER}]\.[ -]?){{1,4}}(?=\s|$|[{UPPER}][^\W\d_])"
)
_RUN_ON_HAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々]+, ?[\u3041-\u30ff\u3400-\u9fff々]+(?=\s|$)")
_SEVERAL = 2
_PARTED = re.compile(r"[;；؛|•&]|\.,|\s(?:and|und|et|y|e|i)\s")
"""A sign that parts names."""
_COMMA = re.compile(r"[,，،]")
_AND_BEHIND = re.compile(r"[^,]{0,12},\s*(?:and|&|und|et|y|e|och|og|ja|oraz|i)\s", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"(?:^|\s+|(?<=[\d*)]))(?:(?P<sure>and|und|och|og|ja|oraz|sowie|&|on behalf of(?:\s+the)?)|(?:et|y|en|e|i|a|и|та|ve|és))\s+(?=\S)",
    re.IGNORECASE,
)


def is_incomplete(text: str) -> bool:
    """Tell whether a line of names says that it leaves some out.

    >>> is_incomplete("V.M. Abazov, G. Bernardi, et al."), is_incomplete("G. Bernardi")
    (True, False)
    """
    return _end_of_names(text) < len(text)


def split_names(text: str) -> list[Span]:
    """Return the span of each single name in a line, without the marks around it.

    >>> line = "TIAN Yu1,2, DAI Jiang-Nan1 and XIONG Hui1"
    >>> [line[start:end] for start, end in split_names(line)]
    ['TIAN Yu', 'DAI Jiang-Nan', 'XIONG Hui']
    """
    return list(_split(text)) if len(text) <= _SHORT else _split_now(text)


@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[Span, ...]:
    """Answer for `split_names`: whoever weighs a line, reads it and names its author asks for the same one."""
    return tuple(_split_now(text))


def _split_now(text: str) -> list[Span]:
    if has_han(text) and (chinese := name_chinese.split_run(text)):
        return chinese
    if runs := _run_on(text):
        return [_clean(text, span) for span in runs]
    if _AND_LIST.fullmatch(text.strip(" .;,")):
        return [_clean(text, span) for span in _cut(text, 0, len(text), _AND)]
    segments = list(_cut(text, 0, _end_of_names(text), _STRONG))
    persons = sum(not is_group(text[start:end]) for start, end in segments) if len(segments) < _FEW else _FEW
    read = _comma_line if persons <= 1 else _between_semicolons
    spans = (_clean(text, span) for segment in segments for span in read(text, _pieces(text, segment)))
    return [span for span in spans if any(c.isalpha() for c in _word(text, span))]


def _run_on(text: str) -> list[Span]:
    """Return the spans of names that nothing but a space parts, each with its comma: "Holt, A. Lindner, B. C.", "冷田, 花子 眠山, 太郎"."""
    if text.count(",") < _SEVERAL or _PARTED.search(text):
        return []
    shape = _RUN_ON_HAN if has_han(text) else _RUN_ON
    found = [one.span() for one in shape.finditer(text)]
    edges = [0, *(edge for span in found for edge in span), len(text)]
    between = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return found if len(found) >= _SEVERAL and not any(map(str.strip, between)) else []


def _end_of_names(text: str) -> int:
    """Return where a closing "et al." begins, else the end of the text."""
    found = _INCOMPLETE.search(text, max(0, len(text) - _LOOK_BACK))
    if not found or _ALIVE.search(text, max(0, len(text) - _LOOK_BACK)):
        return len(text)
    return found.start() + (1 if has_han(found[0][:1]) and len(found[0]) > 1 else 0)


def _between_semicolons(text: str, pieces: list[Span]) -> list[Span]:
    """Read what stands between two semicolons: "Family, Given", or a line of its own."""
    if len(pieces) == 2 and not _has_initials(_word(text, pieces[0])) and not is_group(_word(text, pieces[0])):
        return [(pieces[0][0], pieces[1][1])]
    return _comma_line(text, pieces)


def _comma_line(text: str, pieces: list[Span]) -> list[Span]:
    parts = [(part, at) for at, piece in enumerate(pieces) for part in _conjuncts(text, piece)]
    names = [name for name, _ in parts]
    words = [_word(text, name) for name in names]
    if len(words) != 2 and all(map(_is_family, words)) and len(pieces) < len(parts):
        return names
    apart = all(one[1] != other[1] for one, other in zip(parts[::2], parts[1::2], strict=False))
    if apart and not _joined(text, names) and _take_turns(words):
        return [(family[0], given[1]) for family, given in zip(names[::2], names[1::2], strict=True)]
    return list(_one_by_one(text, parts))


def _joined(text: str, names: list[Span]) -> bool:
    """Tell whether an "and" stands behind the comma of what would be a family name: "Ingrid Solberg, and R. J. Haymaker"."""
    return any(_AND_BEHIND.match(text, one[1], other[0]) for one, other in zip(names[::2], names[1::2], strict=False))


def _pieces(text: str, segment: Span) -> list[Span]:
    """Cut at commas outside brackets; marks and degrees vanish, a suffix or a particle joins the piece before it."""
    kept: list[Span] = []
    for piece in _cut(text, *segment, _COMMA):
        span = _clean(text, piece)
        word = _word(text, span)
        if not any(c.isalpha() for c in word) or (len(word) == 1 and word.islower() and not has_han(word)):
            continue
        joins = word.casefold() in SUFFIXES or (is_lower(word) and len(word) <= 4)
        if kept and joins:
            kept[-1] = kept[-1][0], span[1]
        elif not (kept and is_degree(word) and is_full(_word(text, kept[-1]))):
            kept.append(span)
    return kept


def _conjuncts(text: str, piece: Span) -> Iterator[Span]:
    """Cut a piece at each "and" that has a name on both sides."""
    start, end = piece
    if end - start > LONGEST:
        yield piece
        return
    for found in _CONJUNCTION.finditer(text, start, end):
        further = _CONJUNCTION.search(text, found.end(), end)
        left, right = text[start : found.start()], text[found.end() : further.start() if further else end]
        if _parts(left, right, sure=found["sure"] is not None):
            yield _clean(text, (start, found.start()))
            start = found.end()
    last = _clean(text, (start, end))
    if last[0] < last[1]:
        yield last


def _parts(left: str, right: str, *, sure: bool) -> bool:
    """Tell whether an "and" between two texts parts two names. "y" or "e" is sure only between two whole names."""
    if not left.strip() or not right.strip() or is_group(left):
        return False
    whole = _is_whole(left), _is_whole(right)
    if is_group(right):
        return whole[0]
    if sure and _is_initials(left.strip()):
        return True
    both_short = " " not in left.strip() and " " not in right.strip()
    return all(whole) or (sure and (any(whole) or both_short))


def _take_turns(words: list[str]) -> bool:
    """Tell whether family and given names take turns: "Family, G., Family, H."."""
    families, given = words[::2], words[1::2]
    if not words or len(words) % 2 or not all(map(_is_given, given)):
        return False
    if any(is_group(family) or _has_initials(family) for family in families):
        return False
    if any(map(has_han, families)):
        return any(len(word) == 1 for word in words)
    if all(map(_is_initials, given)):
        return True
    doubled = [is_full(family) for family in families]
    apart = any(double and _is_two_words(second) for double, second in zip(doubled, given, strict=True))
    if apart or all(map(_has_capitals_in_front, words)) or all(map(_has_capitals_behind, words)):
        return False
    return len(words) == 2 or sum(doubled) * 2 <= len(doubled)


def _one_by_one(text: str, parts: list[tuple[Span, int]]) -> Iterator[Span]:
    """Take whole names as they come; half a name takes the next piece as its other half."""
    at = 0
    while at < len(parts):
        (name, piece), (following, next_piece) = parts[at], parts[at + 1] if at + 1 < len(parts) else ((0, 0), -1)
        if next_piece not in {-1, piece} and _are_halves(_word(text, name), _word(text, following)):
            yield name[0], following[1]
            at += 2
        else:
            yield name
            at += 1


def _are_halves(word: str, following: str) -> bool:
    if has_han(word) or is_group(word):
        return False
    return (not _is_whole(word) and _is_given(following)) or (_is_initials(following) and not _has_initials(word))


def _word(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _clean(text: str, span: Span) -> Span:
    start, end, _ = clean_name(text[span[0] : span[1]])
    return span[0] + start, span[0] + end


def _has_capitals_in_front(word: str) -> bool:
    """Tell whether a text is a family name in capitals and a given name that is not: "LI Na"."""
    first, _, rest = word.partition(" ")
    return bool(rest) and is_surname_in_capitals(first) and not rest.isupper()


def _has_capitals_behind(word: str) -> bool:
    """Tell whether a text is a given name and a family name in capitals: "Mehmet AYAK"."""
    rest, _, last = word.rpartition(" ")
    return bool(rest) and is_surname_in_capitals(last) and not rest.isupper()


def _is_whole(word: str) -> bool:
    """Tell whether a text is a whole name: two words, a group, or one in Han letters."""
    tokens = [token for token in word.split() if is_name(token)]
    return len(tokens) > 1 or has_han(word) or is_group(word)


def _is_family(word: str) -> bool:
    return len(word.split()) == 1 and not is_initial_like(word) and not has_han(word)


def _is_given(word: str) -> bool:
    tokens = word.split()
    return bool(tokens) and not is_lower(tokens[0]) and len(tokens) <= 4 and not is_group(word)


def _is_initials(word: str) -> bool:
    tokens = [token for token in word.split() if not is_lower(token)]
    return bool(tokens) and all(map(is_initial_like, tokens))


def _has_initials(word: str) -> bool:
    tokens = word.split()
    return len(tokens) > 1 and (is_initial_like(tokens[0]) or is_initial_like(tokens[-1]))


def _is_two_words(word: str) -> bool:
    return sum(not is_initial_like(token) for token in word.split()) > 1


def _cut(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    """Cut a stretch at a separator outside brackets."""
    depth, last = 0, start
    for found in _BRACKET_OR[separator].finditer(text, start, end):
        if not found["cut"]:
            depth = max(0, depth + (1 if found[0] in "([" else -1))
        elif not depth:
            yield last, found.start()
            last = found.end()
    yield last, end


_BRACKET_OR = {separator: re.compile(rf"[(\[)\]]|(?P<cut>{separator.pattern})") for separator in (_STRONG, _COMMA, _AND)}
