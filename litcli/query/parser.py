"""The search language: text to tree.

    query   = all ("OR" all)*            OR binds loosest
    all     = ("-" | "NOT")* one  ...    side by side means: all of them (AND may be written)
    one     = word | word* | "a phrase" | field:one | ( query )

Anything that a person pastes is found; a QueryError means that part of the query was meant as the language and is wrong in it.
Parentheses that do not pair are an error where there is something to group (an OR or a field before them), else punctuation.
"""

from collections.abc import Sequence

from litcli.errors import QueryError
from litcli.query.lexer import Lexeme, Sign, lexemes
from litcli.query.terms import term
from litcli.query.tree import And, Node, Not, Or


def parse(query: str) -> Node:
    """Return the meaning of a query; raises QueryError, which knows the place.

    >>> str(parse('author:Galon year:2010..2015 ("tumor microenvironment" OR TME)'))
    'author:galon issued:2010..2015 ("tumor microenvironment" OR tme)'
    """
    found = list(lexemes(query))
    node = _Reader(query, _paired(query, found)).alternatives("")
    if node is None:
        raise QueryError('there is nothing to search for; give a word, "a phrase" or field:word', query, 0, len(query))
    return node


_DEEPEST = 50
"""How deep groups may nest."""
_MOST = 500
"""How many terms there may be: a pasted abstract has fewer, and SQLite takes no condition of a thousand."""


def _paired(query: str, found: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the lexemes without parentheses that do not pair; raise where such a one was meant to group."""
    grouping = any(lexeme.sign is Sign.OR or (lexeme.sign is Sign.OPEN and lexeme.field) for lexeme in found)
    unpaired: set[Lexeme] = set()
    waiting: list[Lexeme] = []
    if len(terms := [lexeme for lexeme in found if lexeme.sign is Sign.TERM]) > _MOST:
        problem = f"a query may have {_MOST} terms, no more; quote a text to search for it as it stands"
        raise QueryError(problem, query, terms[_MOST].start, terms[_MOST].end)
    for lexeme in found:
        if lexeme.sign is Sign.OPEN:
            waiting.append(lexeme)
            if len(waiting) > _DEEPEST:
                raise QueryError(f"groups may be nested {_DEEPEST} deep, no deeper", query, lexeme.start, lexeme.end)
        elif lexeme.sign is Sign.CLOSE and waiting:
            waiting.pop()
        elif lexeme.sign is Sign.CLOSE:
            unpaired.add(lexeme)
    unpaired.update(waiting)
    if unpaired and grouping:
        first = min(unpaired, key=lambda lexeme: lexeme.start)
        problem = "nothing closes this parenthesis" if first.sign is Sign.OPEN else "nothing opens this parenthesis"
        raise QueryError(f"{problem}; quote the text to search for it as it stands", query, first.start, first.end)
    return [lexeme for lexeme in found if lexeme not in unpaired]


class _Reader:
    """Walks the lexemes once, from left to right."""

    def __init__(self, query: str, found: Sequence[Lexeme]) -> None:
        self.query = query
        self.found = found
        self.at = 0

    def alternatives(self, field: str) -> Node | None:
        """Read up to the group's end; None where there is nothing to search for. `field` is that of the group."""
        parts = [self._all(field)]
        while self._next() is Sign.OR:
            operator = self.found[self.at]
            self.at += 1
            parts.append(self._all(field))
            if parts[-1] is None or parts[-2] is None:
                raise QueryError("OR stands between two terms; one is not there", self.query, operator.start, operator.end)
        return _joined(Or, [part for part in parts if part is not None])

    def _all(self, field: str) -> Node | None:
        parts = []
        while self._next() not in {None, Sign.OR, Sign.CLOSE}:
            if (part := self._one(field)) is not None:
                parts.append(part)
        return _joined(And, parts)

    def _one(self, field: str) -> Node | None:
        negated = False
        while self._next() is Sign.NOT:
            negated = not negated
            self.at += 1
        if self._next() in {None, Sign.OR, Sign.CLOSE}:
            return None
        lexeme = self.found[self.at]
        self.at += 1
        if lexeme.sign is Sign.TERM:
            node = term(self.query, lexeme, lexeme.field or field)
        else:
            node = self.alternatives(lexeme.field or field)
            self.at += 1
        return Not(node) if negated and node is not None else node

    def _next(self) -> Sign | None:
        return self.found[self.at].sign if self.at < len(self.found) else None


def _joined(kind: type[And | Or], parts: Sequence[Node]) -> Node | None:
    """Join conditions of which each may itself be so joined; one alone stays as it is."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else [part])
    return kind(tuple(flat)) if len(flat) > 1 else (flat[0] if flat else None)
