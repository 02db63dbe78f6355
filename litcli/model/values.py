"""A text to the value of a field, and back: what `set` and imports use.

`parse_value` raises `BadValue` only where a field cannot hold the text (a DOI that is none, an unknown type); a date or a number
that is none ("in press", "IV-1/W1") is kept as it stands. `parse_value(field, show_value(value)) == value`.
"""

import re
from collections.abc import Callable

from litcli.errors import BadValue
from litcli.model import identifiers, languages, numbers, types
from litcli.model.dates import Date, parse_date
from litcli.model.edtf import edtf
from litcli.model.fields import Field, Kind, named
from litcli.model.names import Name, parse_name, split_names
from litcli.model.record import CslDate, CslName, Value

_EXAMPLES = {
    "DOI": "10.1000/xyz123",
    "PMID": "15693138",
    "PMCID": "PMC7861489",
    "arXiv": "2101.00001 or math/0309136",
    "ISSN": "1234-5679",
    "ISBN": "978-3-16-148410-0",
    "handle": "2142/99",
}
"""An identifier of each kind, for the one who mistyped it."""

_NUMBERS: dict[str, Callable[[str], str]] = {"page": numbers.page_range, "volume": numbers.volume, "issue": numbers.issue}

_YES = frozenset("yes y true 1 on ja oui si sí sim tak kyllä".split())


def parse_value(field: str, text: str) -> Value:
    """Return the value that a text gives in a field, named as `litcli.model.fields.find` takes it; raises `BadValue`, `UnknownName`.

    >>> parse_value("author", "Galon, Jérôme; van Houtum, G.J.")[1]
    {'family': 'Houtum', 'given': 'G.J.', 'non-dropping-particle': 'van'}
    >>> parse_value("year", "May 2009"), parse_value("pages", "3–13"), parse_value("keywords", "IMiDs; cancer")
    ({'date-parts': [[2009, 5]]}, '3-13', ['IMiDs', 'cancer'])
    """
    row = named(field)
    if not text.strip():
        raise BadValue(f"{row.name}: there is no value; use `unset` to take a field's value away")
    return _PARSERS[row.kind](row, text)


def show_value(value: Value) -> str:
    """Return a value as one line of text (prose: as its paragraphs), which `parse_value` reads back.

    >>> show_value([{"family": "Galon", "given": "Jérôme"}, {"literal": "D0 Collaboration"}])
    'Galon, Jérôme; D0 Collaboration'
    >>> show_value({"date-parts": [[2013, 5]]}), show_value(["IMiDs", "cancer"])
    ('2013-05', 'IMiDs; cancer')

    A single word with a comma in it ends in a semicolon, or it would be read as two.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        shown = "; ".join(item if isinstance(item, str) else _show_name(item) for item in value)
        return f"{shown};" if len(value) == 1 and isinstance(value[0], str) and "," in shown else shown
    return Date.from_csl(value).edtf()


def _show_name(name: CslName) -> str:
    return Name.from_csl(name).inverted()


def _text(row: Field, text: str) -> str:
    del row
    return " ".join(text.split())


def _prose(row: Field, text: str) -> str:
    del row
    paragraphs = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n"))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())


def _number(row: Field, text: str) -> str:
    plain = " ".join(text.split())
    return _NUMBERS[row.name](plain) if row.name in _NUMBERS else plain


def _type(row: Field, text: str) -> str:
    found = types.find(text)
    if found is None:
        near = types.near(text)
        hint = (
            f"did you mean {' or '.join(near)}?"
            if near
            else "the types are those of CSL, such as article-journal, book, chapter, thesis"
        )
        raise BadValue(f"{row.name}: no type is called '{text.strip()}'; {hint}")
    return found


def _language(row: Field, text: str) -> str:
    found = languages.language_tag(text)
    if found is None:
        raise BadValue(f"{row.name}: '{text.strip()}' is no language; give its name or its code, such as en or pt-BR")
    return found


def _names(row: Field, text: str) -> list[CslName]:
    single = text.split(";") if ";" in text else [text[start:end] for start, end in split_names(text)]
    found = [parse_name(part) for part in single or [text]]
    names = [name.to_csl() for name in found if name]
    if not names:
        raise BadValue(f"{row.name}: '{text.strip()}' holds no name; write 'Family, Given; Family, Given'")
    return names


def _words(row: Field, text: str) -> list[str]:
    separator = ";" if ";" in text else "\n" if "\n" in text.strip() else ","
    words = [" ".join(word.split()).strip(", ") for word in text.split(separator)]
    kept = list(dict.fromkeys(word for word in words if word))
    if not kept:
        raise BadValue(f"{row.name}: '{text.strip()}' holds no word")
    return kept


def _date(row: Field, text: str) -> CslDate:
    """Read a date; a year before 1000 is one only as EDTF has it, in four digits: "0079", "-0043"."""
    del row
    return (edtf(text) if _EARLY.match(text.strip()) else parse_date(text)).to_csl()


_EARLY = re.compile(r"0\d{3}|-\d{4}")


def _identifier(row: Field, text: str) -> Value:
    found = []
    for part in re.split(r"[;,\n]|\s{2,}", text) if row.many else [text]:
        value = identifiers.READERS[row.name](part)
        if value:
            found.append(value)
        elif part.strip():
            raise BadValue(f"{row.name}: '{part.strip()}' is no {row.label}; one looks like {_EXAMPLES[row.name]}")
    return found if row.many else found[0]


def _flag(row: Field, text: str) -> str:
    if text.strip().casefold() not in _YES:
        raise BadValue(f"{row.name}: the only value is 'yes'; use `unset` to take it away")
    return "yes"


_PARSERS: dict[Kind, Callable[[Field, str], Value]] = {
    Kind.TEXT: _text,
    Kind.PROSE: _prose,
    Kind.NUMBER: _number,
    Kind.TYPE: _type,
    Kind.LANGUAGE: _language,
    Kind.NAMES: _names,
    Kind.WORDS: _words,
    Kind.DATE: _date,
    Kind.IDENTIFIER: _identifier,
    Kind.FLAG: _flag,
}
