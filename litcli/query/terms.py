"""One term of a query to one node: `author:galon`, `year:2010..`, `has:doi`, a word, a phrase, a pasted identifier.

The field's kind says how its value is read (`_BY_KIND`); what is no field of the record has a reader of its own (`_BY_NAME`).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from litcli.errors import QueryError
from litcli.model import fields, identifiers, languages, types
from litcli.model.fields import Kind
from litcli.query.lexer import Lexeme
from litcli.query.names import near, resolve
from litcli.query.text import tokens
from litcli.query.tree import And, Dated, Has, Identifier, Key, Missing, Node, Not, Number, OfType, Operator, Portal, Tag, Text
from litcli.query.types import meant


@dataclass(frozen=True)
class _Asked:
    """What a term asks for, and where the query says so."""

    query: str
    lexeme: Lexeme
    field: str
    """A field's name, one of `names.SPECIAL`, or "" for anywhere."""

    @property
    def value(self) -> str:
        return self.lexeme.value.strip()

    @property
    def folded(self) -> str:
        return self.value.casefold()

    @property
    def star(self) -> bool:
        return self.lexeme.star

    def wrong(self, problem: str) -> QueryError:
        """Return the error that points at the term."""
        return QueryError(problem, self.query, self.lexeme.start, self.lexeme.end)


def term(query: str, lexeme: Lexeme, field: str) -> Node | None:
    """Return the node of a term; None where it holds nothing to search for ("&"). `field` is its own or that of its group."""
    asked = _Asked(query, lexeme, field)
    if not field:
        return _anywhere(asked)
    if field in _BY_NAME:
        return _BY_NAME[field](asked)
    return _BY_KIND.get(fields.BY_NAME[field].kind, _words)(asked)


def _anywhere(asked: _Asked) -> Node | None:
    """Read a word, a phrase or a pasted identifier."""
    if not asked.lexeme.quoted and (pasted := _pasted(asked)):
        return pasted
    if re.match(r"\*\w", asked.value):
        raise asked.wrong("a * may stand at a word's end, not at its beginning; quote the text to search for it as it stands")
    words = tokens(asked.value)
    return Text(words, asked.star) if words else None


def _pasted(asked: _Asked) -> Identifier | None:
    """Recognise identifiers whose look leaves no doubt; a PMID or an ISSN alone looks like any number."""
    for name, looks in _UNMISTAKABLE.items():
        if looks.search(asked.value) and (value := identifiers.READERS[name](asked.value)):
            return _identifier_node(name, value, star=asked.star)
    return None


_UNMISTAKABLE = MappingProxyType(
    {
        "DOI": re.compile(r"^(?:\W*|.*doi\.org/)10\.\d{4,}"),
        "arXiv": re.compile(r"arxiv", re.IGNORECASE),
        "PMCID": re.compile(r"^\W*PMC\d{3,}\W*$|/PMC\d{3,}", re.IGNORECASE),
        "PMID": re.compile(r"pubmed\.ncbi\.nlm\.nih\.gov/", re.IGNORECASE),
        "ISBN": re.compile(r"^97[89](?:-\d+){4}$"),
    }
)


def _identifier_node(name: str, value: str, *, star: bool) -> Identifier:
    """Return the node of a whole identifier; one of arXiv without a version means every version."""
    versions = name == "arXiv" and not re.search(r"v\d+$", value)
    return Identifier(name, value.casefold(), star or versions)


def _identifier(asked: _Asked) -> Node:
    """Compare a whole identifier as such, anything else as words, so that `doi:10.1002/` finds a publisher's."""
    value = identifiers.READERS[asked.field](asked.value)
    if asked.star:
        return Identifier(asked.field, (value or asked.value).casefold(), prefix=True)
    return _identifier_node(asked.field, value, star=False) if value else _words(asked)


def _words(asked: _Asked) -> Node:
    words = tokens(asked.value)
    if not words:
        raise asked.wrong(f"'{asked.value}' holds no letter or digit to look for in {asked.field}")
    return Text(words, asked.star, asked.field)


def _type(asked: _Asked) -> Node:
    word = asked.folded + ("*" if asked.star else "")
    if found := meant(word):
        return OfType(word, found)
    close = types.near(asked.folded)
    hint = f"did you mean {' or '.join(close)}?" if close else "types are CSL's: article-journal, book, chapter, ..."
    raise asked.wrong(f"no type is called '{word}'; {hint}")


def _language(asked: _Asked) -> Node:
    """Read a language's name in any language: `language:Deutsch` means de."""
    tag = None if asked.star else languages.language_tag(asked.value)
    return Text(tokens(tag), field=asked.field) if tag else _words(asked)


def _flag(asked: _Asked) -> Node:
    if asked.folded not in {"yes", "no"}:
        raise asked.wrong(f"{asked.field} is yes or no")
    return Has(asked.field) if asked.folded == "yes" else Not(Has(asked.field))


_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_DATES = re.compile(
    rf"(?P<op>[<>]=?|=)(?P<at>{_DAY})|(?P<on>{_DAY})|(?P<from>{_DAY})?\.\.(?P<to>{_DAY})?|(?P<a>\d{{4}})-(?P<b>\d{{4}})",
    re.ASCII,
)


def _date(asked: _Asked) -> Node:
    """Read 2013, 2013-05, 2010..2015, 2010-2015, 2010.., ..2015, >2019, >=2019, <2010, <=2010."""
    if asked.lexeme.quoted and asked.field in fields.BY_NAME:
        return _words(asked)
    found = _DATES.fullmatch(asked.value)
    if not found or asked.value == ".." or asked.star:
        raise asked.wrong(f"'{asked.value}' is no date: write 2013, 2013-05, 2010..2015, 2010.. or >2019")
    first, last = _limits(asked, found)
    for limit in (first, last):
        if limit and not _exists(limit):
            raise asked.wrong(f"there is no date {limit}")
    if first and last and f"{first}~" > f"{last}~~":
        raise asked.wrong(f"{first} comes after {last}; write the earlier one first")
    return Dated(asked.field, first, last)


def _limits(asked: _Asked, found: re.Match[str]) -> tuple[str | None, str | None]:
    at = found["at"]
    if at and not _exists(at):
        raise asked.wrong(f"there is no date {at}")
    match found["op"]:
        case ">":
            return _neighbour(at, 1), None
        case ">=":
            return at, None
        case "<":
            return None, _neighbour(at, -1)
        case "<=":
            return None, at
    on = at or found["on"]
    return (on, on) if on else (found["from"] or found["a"], found["to"] or found["b"])


def _exists(day: str) -> bool:
    year, month, date = ([int(part) for part in day.split("-")] + [1, 1])[:3]
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= date <= monthrange(year, month)[1]


def _neighbour(day: str, step: int) -> str:
    """Return the next or the previous year, month or day, as exact as the day is."""
    parts = [int(part) for part in day.split("-")]
    parts[-1] += step
    if len(parts) == 3 and not 1 <= parts[2] <= monthrange(*parts[:2])[1]:
        month = _neighbour(day[:7], step)
        parts = [*map(int, month.split("-")), 1 if step > 0 else monthrange(*map(int, month.split("-")))[1]]
    elif len(parts) == 2 and not 1 <= parts[1] <= 12:
        parts = [parts[0] + step, 1 if step > 0 else 12]
    return "-".join(f"{part:0{2 if at else 4}d}" for at, part in enumerate(parts))


_VALUE = r"\d{1,12}(?:\.\d{1,12})?"
_NUMBERS = re.compile(rf"(?P<op>[<>]=?|=)\s*(?P<at>{_VALUE})|(?P<from>{_VALUE})?\.\.(?P<to>{_VALUE})?", re.ASCII)
_COMPARED = re.compile(r"[<>=]|.*\.\.")


def _number(asked: _Asked) -> Node:
    """Read <0.8, >=12, 3..5; anything else is the number as printed."""
    if asked.lexeme.quoted or not _COMPARED.match(asked.value):
        return _words(asked)
    return _compared(asked)


def _confidence(asked: _Asked) -> Node:
    return Number("confidence", "=", float(asked.value)) if re.fullmatch(_VALUE, asked.value, re.ASCII) else _compared(asked)


def _compared(asked: _Asked) -> Node:
    found = _NUMBERS.fullmatch(asked.value)
    if not found or asked.value == "..":
        raise asked.wrong(f"'{asked.value}' is no comparison of numbers: write <0.8, >=12 or 3..5")
    if found["op"]:
        return Number(asked.field, _OPERATORS[found["op"]], float(found["at"]))
    limits = [(found["from"], ">="), (found["to"], "<=")]
    parts = [Number(asked.field, _OPERATORS[operator], float(limit)) for limit, operator in limits if limit]
    if len(parts) == 2 and parts[0].value > parts[1].value:
        raise asked.wrong(f"{found['from']} is more than {found['to']}; write the smaller one first")
    return And(tuple(parts)) if len(parts) == 2 else parts[0]


_OPERATORS: MappingProxyType[str, Operator] = MappingProxyType({"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="})


def _tag(asked: _Asked) -> Node:
    path = asked.folded.lstrip("/")
    if not path.rstrip("/"):
        raise asked.wrong("name a tag: tag:oncology, or tag:oncology/ with all below it")
    if asked.star:
        return Tag(path, "*")
    return Tag(path.rstrip("/"), "/" if path.endswith("/") else "")


def _key(asked: _Asked) -> Node:
    return Key(asked.folded, asked.star)


def _portal(asked: _Asked) -> Node:
    return Portal(asked.folded, asked.star)


def _has(asked: _Asked) -> Node:
    return Has(_named(asked))


def _missing(asked: _Asked) -> Node:
    return Missing(_named(asked))


def _named(asked: _Asked) -> str:
    """Return the field whose presence is asked for."""
    name = resolve(asked.value)
    if name not in fields.BY_NAME and name not in {"tag", "confidence"}:
        known = near(asked.value)
        raise asked.wrong(f"no field is called '{asked.value}'" + (f"; did you mean {known[0]}?" if known else ""))
    return str(name)


_BY_KIND: MappingProxyType[Kind, Callable[[_Asked], Node]] = MappingProxyType(
    {
        Kind.DATE: _date,
        Kind.LANGUAGE: _language,
        Kind.NUMBER: _number,
        Kind.TYPE: _type,
        Kind.FLAG: _flag,
        Kind.IDENTIFIER: _identifier,
    }
)

_BY_NAME: MappingProxyType[str, Callable[[_Asked], Node]] = MappingProxyType(
    {
        "key": _key,
        "tag": _tag,
        "portal": _portal,
        "added": _date,
        "modified": _date,
        "confidence": _confidence,
        "has": _has,
        "missing": _missing,
    }
)
