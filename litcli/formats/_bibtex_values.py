"""The values of fields as LaTeX and back, each by what its field holds; for `litcli.formats.bibtex`.

What surprised us: other programs escape the signs of a DOI, wrap an address in a command, and part keywords by semicolons as well
as by commas; a keyword may itself hold a comma.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from litcli.formats import _bibtex_names
from litcli.formats._bibtex_types import FROM_CODES, GENRES, LANGUAGES
from litcli.formats._capitals import pieces
from litcli.model.dates import Date
from litcli.model.latex import decode, is_balanced, math_spans
from litcli.model.record import Record, day, people, text, words

Latex = Callable[[str], str]
"""Makes LaTeX of a text."""

NAMES = frozenset({"author", "editor", "translator", "supervisor"})
DATES = frozenset({"event-date", "original-date", "accessed", "submitted", "accepted", "available-date"})
VERBATIM = frozenset({"DOI", "URL", "arXiv", "PMID", "PMCID", "handle"})
LISTS = frozenset({"keyword", "index-term", "mesh", "funding", "related", "attachment", "extra"})


def to_latex(record: Record, name: str, key: str, latex: Latex) -> str:
    """Return what stands in the field `key` for the record's field `name`."""
    if key in _TITLES:
        return _title(text(record, name) or "", text(record, "language"), latex)
    return _WRITERS.get(name, _plain)(record, name, latex)


def listed(items: Iterable[str], latex: Latex) -> str:
    """Join with commas; an item that holds one stands in braces.

    >>> listed(["bees", "1,2-dithiol"], str)
    'bees, {1,2-dithiol}'
    """
    return ", ".join(f"{{{latex(item)}}}" if "," in item else latex(item) for item in items)


def parted(latex: str) -> list[str]:
    """Cut a list at the commas, or where it has none at the semicolons, that stand outside of braces.

    >>> parted("bees, {1,2-dithiol}"), parted("bees; wasps")
    (['bees', '1,2-dithiol'], ['bees', 'wasps'])
    """
    depth = 0
    parts = {",": [""], ";": [""]}
    for sign in re.findall(r"\\.|.", latex, re.DOTALL):
        depth += (sign == "{") - (sign == "}")
        for separator, found in parts.items():
            if sign == separator and depth == 0:
                found.append("")
            else:
                found[-1] += sign
    best = parts[","] if len(parts[","]) > 1 else parts[";"]
    return [item for one in best if (item := decode(one))]


def from_latex(field: str, latex: str) -> str:
    """Return the text that a field of a file states."""
    if field in VERBATIM:
        return _address(latex)
    if field == "page":
        return decode(re.sub(r"-{2,3}", "-", latex))
    found = decode(latex)
    if field == "language":
        return FROM_CODES.get(found, found)
    return GENRES.get(found, found) if field == "genre" else found


def date_text(latex: str) -> str:
    """Return the text of a date; the tilde of EDTF is no blank."""
    return latex.strip() if re.fullmatch(r"[-0-9/~?%. ]+", latex) else decode(latex)


_TITLES = frozenset({"title", "shorttitle", "origtitle", "booktitle"})
"""Fields that styles and pandoc set in lower case."""


def _title(title: str, language: str | None, latex: Latex) -> str:
    held = pieces(title, language, math_spans(title))
    return "".join(f"{{{latex(piece)}}}" if capitals else latex(piece) for piece, capitals in held)


def _plain(record: Record, name: str, latex: Latex) -> str:
    return latex(text(record, name) or "")


def _verbatim(record: Record, name: str, latex: Latex) -> str:
    """Return an address or identifier as it stands; what would upset the braces, as an address writes it."""
    del latex
    value = text(record, name) or ""
    if "\\" in value or not is_balanced(value):
        return value.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
    return value


def _date(record: Record, name: str, latex: Latex) -> str:
    date = Date.from_csl(day(record, name) or {})
    return date.edtf() if date.parts else latex(date.literal or "")


_WRITERS: Mapping[str, Callable[[Record, str, Latex], str]] = {
    **dict.fromkeys(NAMES, lambda record, name, latex: _bibtex_names.join(people(record, name), latex)),
    **dict.fromkeys(DATES, _date),
    **dict.fromkeys(VERBATIM, _verbatim),
    **dict.fromkeys(("ISSN", "ISBN"), lambda record, name, latex: latex(", ".join(words(record, name)))),
    **dict.fromkeys(LISTS, lambda record, name, latex: listed(words(record, name), latex)),
    "page": lambda record, name, latex: "--".join(latex(part) for part in (text(record, name) or "").split("-")),
    "language": lambda record, name, latex: latex(LANGUAGES.get(code := text(record, name) or "", code)),
}


def _address(latex: str) -> str:
    bare = re.sub(r"^\\(?:url|href|path|nolinkurl)\s*\{(.*?)\}.*$", r"\1", latex.strip(), flags=re.DOTALL)
    bare = re.sub(r"\{?\\textasciitilde\s*(?:\{\})?\}?|\{?\\~\{\}\}?|\$\\sim\$", "~", bare)
    return re.sub(r"\{\\([%&_#$])\}|\\([%&_#${}~])", lambda found: found[1] or found[2], bare)
