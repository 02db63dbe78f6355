"""The values of fields as LaTeX and back, each by what its field holds; for BibTeX and BibLaTeX.

What surprised us: other programs escape the signs of a DOI, wrap an address in a command, and part keywords by semicolons as well
as by commas; a keyword may itself hold a comma; Mendeley puts every title into braces of its own.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from litcli.formats import _bibtex_files
from litcli.formats._bibtex_types import FROM_CODES, FROM_STATES, GENRES, LANGUAGES
from litcli.formats._capitals import pieces
from litcli.model.dates import Date
from litcli.model.latex import decode, is_balanced, math_spans
from litcli.model.record import Record, day, text, words

Latex = Callable[[str], str]
"""Makes LaTeX of a text."""

NAMES = frozenset({"author", "editor", "translator", "supervisor"})
DATES = frozenset({"event-date", "original-date", "accessed", "submitted", "accepted", "available-date"})
VERBATIM = frozenset({"DOI", "URL", "arXiv", "PMID", "PMCID", "handle"})
LISTS = frozenset({"keyword", "index-term", "mesh", "funding", "related", "extra"})


def to_latex(record: Record, name: str, key: str, latex: Latex) -> str:
    """Return what stands in the field `key` for the record's field `name`."""
    if key in _TITLES:
        return _title(text(record, name) or "", text(record, "language"), latex)
    return _WRITERS.get(name, _plain)(record, name, latex)


def listed(items: Iterable[str], latex: Latex) -> str:
    """Join with commas; an item that holds one stands in braces, and one that would be taken for several has a comma behind it.

    >>> listed(["bees", "1,2-dithiol"], str), listed(["bees; wasps"], str)
    ('bees, {1,2-dithiol}', 'bees; wasps,')
    """
    shown = [f"{{{latex(item)}}}" if "," in item else latex(item) for item in items]
    return f"{shown[0]}," if len(shown) == 1 and ";" in shown[0] else ", ".join(shown)


def parted(latex: str) -> list[str]:
    r"""Cut a list at the commas, or where it has none at the semicolons, that stand outside of braces; or at its lines, as EndNote does.

    >>> parted("bees, {1,2-dithiol}"), parted("bees; wasps"), parted("bees\nwasps, solitary")
    (['bees', '1,2-dithiol'], ['bees', 'wasps'], ['bees', 'wasps, solitary'])
    """
    if "\n" in latex and _LISTED.fullmatch(latex.strip()):
        found: Iterable[str] = latex.split("\n")
    elif latex[:1] + latex[-1:] == "{}" and ";" in latex and "," not in latex and is_balanced(latex[1:-1]):
        found = latex[1:-1].split(";")
    elif "{" not in latex and "\\" not in latex:
        found = latex.split("," if "," in latex else ";")
    else:
        found = _parted_outside(latex)
    return [item for one in found if (item := decode(one))]


def verbatim(value: str) -> str:
    """Return an address or identifier as it stands; what would upset the braces or be taken for an escape, as an address writes it."""
    if not is_balanced(value):
        value = value.replace("{", "%7B").replace("}", "%7D")
    return _ESCAPED.sub(lambda found: found[0].replace("\\", "%5C"), value) if "\\" in value else value


def from_latex(field: str, latex: str) -> str:
    """Return the text that a field of a file states."""
    if field in VERBATIM:
        return address(latex)
    if field == "page":
        return decode(re.sub(r"-{2,3}", "-", latex))
    found = decode(latex)
    return _KEYS[field].get(found, found) if field in _KEYS else found


def address(latex: str) -> str:
    r"""Return an address or identifier that somebody wrote in LaTeX.

    >>> address(r"\url{https://a.org/b\_c}"), address(r"10.1002/(SICI)1097{\%}3C1")
    ('https://a.org/b_c', '10.1002/(SICI)1097%3C1')
    """
    if "\\" not in latex and "{" not in latex and "$" not in latex:
        return latex.strip()
    bare = _COMMAND.sub(r"\1", latex.strip())
    bare = _TILDE.sub("~", bare)
    bare = _LESS.sub(lambda found: "<" if "<" in found[0] or "less" in found[0] else ">", bare)
    plain = _ESCAPED.sub(lambda found: found[1] or found[2], bare)
    return plain[1:-1] if plain[:1] == "{" and plain[-1:] == "}" and is_balanced(plain[1:-1]) else plain


def date_text(latex: str) -> str:
    """Return the text of a date; the tilde of EDTF is no blank."""
    return latex.strip() if _EDTF.fullmatch(latex) else decode(latex)


_TITLES = frozenset({"title", "shorttitle", "origtitle", "booktitle", "maintitle"})
"""Fields that styles and pandoc set in lower case."""
_KEYS = {"language": FROM_CODES, "genre": GENRES, "status": FROM_STATES}
"""What stands for more than its letters."""

_EDTF = re.compile(r"[-0-9/~?%. ]+")
_COMMAND = re.compile(r"^\{?\\(?:url|href|path|nolinkurl)\s*\{(.*?)\}\}?.*$", re.DOTALL)
_TILDE = re.compile(r"\{?\\textasciitilde\s*(?:\{\})?\}?|\{?\\~\{\}\}?|\$\\sim\$")
_LESS = re.compile(r"\{?\\text(?:less|greater)\s*(?:\{\})?\}?|\$[<>]\$")
_ESCAPED = re.compile(r"\{\\([%&_#$])\}|\\([%&_#${}~])")
_LISTED = re.compile(r"[^\n]*[^\n,;](?:\n[^\s][^\n]*(?<![,;]))+")
"""Lines that neither go on from one to the next nor are indented, as wrapped ones are."""
_SIGN = re.compile(r"\\.|[{},;]", re.DOTALL)


def _parted_outside(latex: str) -> list[str]:
    """Cut at the commas, or else at the semicolons, outside of braces."""
    depth = 0
    cuts: dict[str, list[int]] = {",": [-1], ";": [-1]}
    for found in _SIGN.finditer(latex):
        sign = found[0]
        if sign in cuts and depth == 0:
            cuts[sign].append(found.start())
        depth += (sign == "{") - (sign == "}")
    best = cuts[","] if len(cuts[","]) > 1 else cuts[";"]
    return [latex[start + 1 : end] for start, end in zip(best, [*best[1:], len(latex)], strict=True)]


def _title(title: str, language: str | None, latex: Latex) -> str:
    held = pieces(title, language, math_spans(title) if "$" in title else ())
    return "".join([f"{{{latex(piece)}}}" if capitals else latex(piece) for piece, capitals in held])


def _plain(record: Record, name: str, latex: Latex) -> str:
    return latex(text(record, name) or "")


def _verbatim(record: Record, name: str, latex: Latex) -> str:
    del latex
    return verbatim(text(record, name) or "")


def _apart(note: str, latex: Latex) -> str:
    """Return a note that begins with a label ("PMID: 1") so that it is not taken for a line of Zotero's."""
    return f"{{}}{latex(note)}" if _LABELLED.match(note) else latex(note)


_LABELLED = re.compile(r"[\w -]{1,20}:")


def _date(record: Record, name: str, latex: Latex) -> str:
    date = Date.from_csl(day(record, name) or {})
    return date.edtf() if date.parts else latex(date.literal or "")


_WRITERS: Mapping[str, Callable[[Record, str, Latex], str]] = {
    **dict.fromkeys(DATES, _date),
    **dict.fromkeys(VERBATIM, _verbatim),
    **dict.fromkeys(("ISSN", "ISBN"), lambda record, name, latex: latex(", ".join(words(record, name)))),
    **dict.fromkeys(LISTS, lambda record, name, latex: listed(words(record, name), latex)),
    "attachment": lambda record, name, latex: _bibtex_files.join(words(record, name)),  # noqa: ARG005
    "note": lambda record, name, latex: _apart(text(record, name) or "", latex),
    "page": lambda record, name, latex: "--".join(map(latex, (text(record, name) or "").split("-"))),
    "language": lambda record, name, latex: latex(LANGUAGES.get(code := text(record, name) or "", code)),
}
