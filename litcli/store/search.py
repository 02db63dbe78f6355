"""Searching: a query's tree compiled to SQL, beside the schema that it knows.

In goes a `litcli.query.tree.Node`, out come the entries which it means, the very ones for which `node.matches(entry)` holds.
Words go to the full-text index, already folded and always in quotes, so nothing that a person types is an error there; what no
column holds is compared by the tree's own functions, which the connection knows as SQL functions. Entries in the trash are
never found.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch

from litcli.identity.folding import fold
from litcli.model.entry import Entry
from litcli.query import tree
from litcli.query.searchable import COLUMNS, field_text
from litcli.query.tree import Node
from litcli.store.context import Context
from litcli.store.entries import SELECT, ordering, to_entry
from litcli.store.plain import to_value
from litcli.store.sql import Plain, Sql, marks

Clause = tuple[str, tuple[Plain, ...]]
"""A condition of SQL on `entries e`, and its values."""

_WEIGHTS: Mapping[str, float] = {
    "title": 10.0,
    "translated-title": 6.0,
    "author": 6.0,
    "editor": 3.0,
    "keyword": 4.0,
    "container-title": 3.0,
    "other": 8.0,
}
"""How much a word counts where it stands; 1 elsewhere (abstract, notes, ...)."""

_RANK = ", ".join(str(_WEIGHTS.get(name, 1.0)) for name in COLUMNS)


@dataclass(frozen=True)
class Hit:
    """One entry found, and how well it fits."""

    entry: Entry
    score: float
    """Larger is better; 0 where the query holds no word to rank by."""


class Search:
    """Finds entries by a query."""

    def __init__(self, context: Context) -> None:
        self._sql = context.sql
        _teach(context.sql)

    def find(self, node: Node, sort: str = "citekey", limit: int | None = None) -> list[Entry]:
        """Return the entries that a query means; sorted as `Entries.all` sorts."""
        condition, values = where(node)
        statement = f"{SELECT} WHERE e.trashed IS NULL AND {condition} ORDER BY {ordering(sort)} LIMIT ?"
        return [to_entry(row) for row in self._sql.rows(statement, (*values, -1 if limit is None else limit))]

    def keys(self, node: Node) -> list[str]:
        """Return the keys of the entries that a query means, sorted."""
        condition, values = where(node)
        statement = f"SELECT e.citekey FROM entries e WHERE e.trashed IS NULL AND {condition} ORDER BY e.citekey"
        return self._sql.texts(statement, values)

    def count(self, node: Node) -> int:
        """Return how many entries a query means."""
        condition, values = where(node)
        return self._sql.number(f"SELECT count(*) FROM entries e WHERE e.trashed IS NULL AND {condition}", values)

    def ranked(self, node: Node, limit: int | None = None) -> list[Hit]:
        """Return the entries that a query means, the best fitting first; a word counts most in title, key and names."""
        condition, values = where(node)
        words = _ranking(node)
        ranks = "SELECT rowid, bm25(entries_fts, " + _RANK + ") AS score FROM entries_fts WHERE entries_fts MATCH ?"
        select = SELECT.replace("SELECT e.id", "SELECT r.score AS score, e.id", 1) + f" LEFT JOIN ({ranks}) r ON r.rowid = e.id"
        statement = (
            f"{select} WHERE e.trashed IS NULL AND {condition} ORDER BY ifnull(r.score, 0), e.issued DESC, e.citekey LIMIT ?"
        )
        rows = self._sql.rows(statement, (words or '"\ue001"', *values, -1 if limit is None else limit))
        return [Hit(to_entry(row), -(row["score"] or 0.0)) for row in rows]


@singledispatch
def where(node: Node) -> Clause:
    """Compile a node to a condition on `entries e`."""
    raise TypeError(f"no SQL for {type(node).__name__}")


@where.register
def _all(node: tree.And) -> Clause:
    return _joined(" AND ", node.parts)


@where.register
def _any(node: tree.Or) -> Clause:
    return _joined(" OR ", node.parts)


def _joined(word: str, nodes: tuple[Node, ...]) -> Clause:
    parts = [where(node) for node in nodes]
    return f"({word.join(part for part, _ in parts)})", tuple(value for _, values in parts for value in values)


@where.register
def _not(node: tree.Not) -> Clause:
    condition, values = where(node.part)
    return f"NOT {condition}", values


@where.register
def _identifier(node: tree.Identifier) -> Clause:
    condition, values = _equal("casefolded(value)", node.value, prefix=node.prefix)
    return f"EXISTS (SELECT 1 FROM json_each(e.record, {_path(node.field)}) WHERE {condition})", values


@where.register
def _type(node: tree.OfType) -> Clause:
    return f"ifnull(e.type IN ({marks(len(node.types))}), 0)", node.types


@where.register
def _key(node: tree.Key) -> Clause:
    condition, values = _equal("lower({0})", node.value, prefix=node.prefix)
    own, alias = condition.format("e.citekey"), condition.format("a.citekey")
    return f"({own} OR EXISTS (SELECT 1 FROM aliases a WHERE a.entry = e.id AND {alias}))", (*values, *values)


@where.register
def _portal(node: tree.Portal) -> Clause:
    condition, values = _equal("casefolded(x.portal)", node.value, prefix=node.prefix)
    return f"EXISTS (SELECT 1 FROM extractions x WHERE x.entry = e.id AND {condition})", values


@where.register
def _text(node: tree.Text) -> Clause:
    if node.field is None or node.field in COLUMNS:
        return "e.id IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", (_match(node),)
    path = _path(node.field)
    asked = json.dumps([node.words, node.prefix])
    return f"(json_type(e.record, {path}) IS NOT NULL AND has_words(json_quote(json_extract(e.record, {path})), ?, ?))", (
        node.field,
        asked,
    )


def _match(node: tree.Text) -> str:
    """Return a word or phrase as FTS5 wants it."""
    phrase = '"' + " ".join(node.words).replace('"', '""') + '"' + (" *" if node.prefix else "")
    return f"{node.field.replace('-', '_')} : {phrase}" if node.field else phrase


def _ranking(node: Node) -> str:
    """Return the words that a match ranks by, joined for FTS5; "" where there are none."""
    return " OR ".join(f"({_match(text)})" for text in _positive(node))


def _positive(node: Node) -> list[tree.Text]:
    match node:
        case tree.And() | tree.Or():
            return [text for part in node.parts for text in _positive(part)]
        case tree.Text() if node.field is None or node.field in COLUMNS:
            return [node]
    return []


@where.register
def _dated(node: tree.Dated) -> Clause:
    columns = {"added": "e.added", "modified": "e.modified", "issued": "ifnull(e.issued, '')"}
    at = columns.get(node.field) or f"sortable(e.record -> {_path(node.field)})"
    conditions, values = [f"{at} <> ''"], []
    if node.first is not None:
        conditions.append(f"{at} >= ?")
        values.append(node.first)
    if node.last is not None:
        conditions.append(f"{at} || '~' < ?")
        values.append(f"{node.last}~~")
    return f"({' AND '.join(conditions)})", tuple(values)


@where.register
def _number(node: tree.Number) -> Clause:
    stated = "e.confidence" if node.field == "confidence" else f"as_number(e.record ->> {_path(node.field)})"
    return f"ifnull({stated} {node.operator} ?, 0)", (node.value,)


@where.register
def _has(node: tree.Has) -> Clause:
    return _present(node.field), ()


def _present(field: str) -> str:
    if field == "tag":
        return "EXISTS (SELECT 1 FROM entry_tags et WHERE et.entry = e.id)"
    if field == "confidence":
        return "e.confidence IS NOT NULL"
    return f"json_type(e.record, {_path(field)}) IS NOT NULL"


@where.register
def _missing(node: tree.Missing) -> Clause:
    conditions = [f"NOT {_present(node.field)}"]
    if node.field == "page":
        conditions.append(f"NOT {_present('number')}")
    if not node.types or "*" in node.types:
        return f"({' AND '.join(conditions)})", ()
    conditions.append(f"ifnull(e.type, '') IN ({marks(len(node.types))})")
    return f"({' AND '.join(conditions)})", node.types


@where.register
def _tag(node: tree.Tag) -> Clause:
    condition, values = _equal("t.folded", node.path, prefix=node.reach == "*")
    if node.reach == "/":
        below, more = _equal("t.folded", f"{node.path}/", prefix=True)
        condition, values = f"({condition} OR {below})", (*values, *more)
    return f"EXISTS (SELECT 1 FROM entry_tags et JOIN tags t ON t.id = et.tag WHERE et.entry = e.id AND {condition})", values


def _equal(expression: str, value: str, *, prefix: bool) -> Clause:
    """Compare a text with a value, or its beginning."""
    return (f"substr({expression}, 1, ?) = ?", (len(value), value)) if prefix else (f"{expression} = ?", (value,))


def _path(field: str) -> str:
    """Return a field of the record as SQL's JSON path; fields come from our own table."""
    return f"""'$."{field}"'"""


def _teach(sql: Sql) -> None:
    """Let the connection know the functions that columns and index cannot replace."""
    for name, function in (
        ("casefolded", _casefolded),
        ("folded", _fold),
        ("sortable", _sortable),
        ("as_number", tree.as_number),
        ("has_words", _has_words),
    ):
        sql.database.register_function(function, name=name, deterministic=True)


def _casefolded(value: str | None) -> str | None:
    return value.casefold() if isinstance(value, str) else value


def _fold(value: str | None) -> str | None:
    return None if value is None else fold(value)


def _sortable(value: str | None) -> str:
    return tree.sortable(json.loads(value)) if value else ""


def _has_words(value: str, field: str, asked: str) -> bool:
    words, prefix = json.loads(asked)
    return tree.Text(tuple(words), prefix, field).accepts(field_text({field: to_value(value)}, field))
