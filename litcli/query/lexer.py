r"""Cuts a query into lexemes. What is no sign of the language is text.

What surprised us is how much text that people paste looks like a sign: `(E)-2-butenal` is no group, `5'-UTR` no quote,
`12" tube` no phrase, `HLA-B*57:01` no field and no prefix, `(-)-epicatechin` no negation. So a sign counts only where a term
begins, and a parenthesis that goes on as a word is part of that word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from litcli.errors import QueryError
from litcli.query.names import is_identifier, near, resolve


class Sign(Enum):
    """What a lexeme is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()
    TERM = auto()


@dataclass(frozen=True)
class Lexeme:
    """A piece of the query; for a term, and for a group that belongs to a field, also what it consists of."""

    sign: Sign
    start: int
    end: int
    field: str = ""
    """The name that stands before the colon, as `names.resolve` gives it."""
    value: str = ""
    quoted: bool = False
    star: bool = False


def lexemes(query: str) -> Iterator[Lexeme]:
    """Yield the lexemes of a query.

    >>> [lexeme.value or lexeme.sign.name for lexeme in lexemes('-galon OR ("a b" C++)')]
    ['NOT', 'galon', 'OR', 'OPEN', 'a b', 'C++', 'CLOSE']
    """
    at = 0
    while found := _SPACE.match(query, at):
        at = found.end()
        if at == len(query):
            return
        lexeme = _sign(query, at) or _term(query, at)
        at = lexeme.end
        if lexeme.sign is not Sign.TERM or lexeme.value != "AND" or lexeme.quoted:
            yield lexeme


_SPACE = re.compile(r"\s*")
_OPERATOR = re.compile(r"(OR|NOT)(?=[\s()]|$)")
_WORDLIKE = re.compile(r"\([^\s()]*\)[^\s()]")
"""A parenthesis at the beginning of a word: `(E)-2-butenal`."""


def _sign(query: str, at: int) -> Lexeme | None:
    """Return the sign that stands here, if one does."""
    if operator := _OPERATOR.match(query, at):
        return Lexeme(Sign[operator[1]], at, operator.end())
    if query[at] == "-" and at + 1 < len(query) and not query[at + 1].isspace():
        return Lexeme(Sign.NOT, at, at + 1)
    if query[at] == ")":
        return Lexeme(Sign.CLOSE, at, at + 1)
    if query[at] == "(" and not _WORDLIKE.match(query, at):
        return Lexeme(Sign.OPEN, at, at + 1)
    return None


_PHRASE = re.compile(r'"((?:[^"\\]|\\.)*)"(\*?)|“([^”]*)”(\*?)', re.DOTALL)
_ESCAPED = re.compile(r'\\(["\\])')


def _term(query: str, at: int) -> Lexeme:
    """Return the word or phrase that begins here, with the field before it."""
    field, begin = _field(query, at)
    if field and query.startswith("(", begin):
        return Lexeme(Sign.OPEN, at, begin + 1, field)
    if phrase := _PHRASE.match(query, begin):
        value = _ESCAPED.sub(r"\1", phrase[1] if phrase[1] is not None else phrase[3])
        return Lexeme(Sign.TERM, at, phrase.end(), field, value, quoted=True, star=bool(phrase[2] or phrase[4]))
    if query.startswith('"', begin):
        raise QueryError('this quote is never closed; add a " at the end of the phrase', query, begin, begin + 1)
    end = _word_end(query, begin)
    value = query[begin:end]
    if field and not value:
        raise QueryError(f"nothing follows '{query[at:end]}'; name what to look for, or quote the text", query, at, end)
    star = value.endswith("*") and value != "*"
    return Lexeme(Sign.TERM, at, end, field, value[:-1] if star else value, star=star)


_BEFORE_COLON = re.compile(r"([^\W\d_][\w-]*):")


def _field(query: str, at: int) -> tuple[str, int]:
    """Return the field before a term and where its value begins; ("", at) where the colon belongs to a text."""
    head = _BEFORE_COLON.match(query, at)
    if not head:
        return "", at
    word, begin = head[1], head.end()
    name = resolve(word)
    followed = begin < len(query) and not query[begin].isspace()
    if name and is_identifier(name) and not followed:
        begin += len(query[begin:]) - len(query[begin:].lstrip())
        return name, begin
    if name and (followed or word in {name, word.lower()}):
        return name, begin
    if followed and not name and not query.startswith("//", begin) and (meant := near(word)):
        problem = f"no field is called '{word}'; did you mean {meant[0]}? Quote the text to search for it as it stands"
        raise QueryError(problem, query, at, begin - 1)
    return "", at


def _word_end(query: str, at: int) -> int:
    """Return where a word ends: at a space, or at a parenthesis that it did not open itself."""
    depth = 0
    for place in range(at, len(query)):
        char = query[place]
        depth += (char == "(") - (char == ")")
        if char.isspace() or depth < 0:
            return place
    return len(query)
