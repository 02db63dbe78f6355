"""SciELO: the classic article pages of its national collections, and the pages of scielo.br.

    menu / Journal / versión impresa ISSN 2007-0934 / J. Abbr. vol.6 no.8 Texcoco nov./dic. 2015 / section / title / title / names
    Acessibilidade / title / title / Resumo / ... / ARTIGO / title / title / names

What surprised us: the menu names the neighbouring articles, glued to "vol.6 no.8"; ORCIDs and academic degrees are glued to the names,
old pages mark affiliations with Roman numerals ("Leandro MartinsII"); "Epub" is not the date of the issue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from litcli.extract.base import generic
from litcli.extract.base.generic import Draft
from litcli.extract.base.marking import Mark, kind, weigh
from litcli.extract.base.patterns import amended, first_line, read_lines
from litcli.extract.candidates import Candidate, Parts, claim, claims
from litcli.extract.layout import Layout, Line
from litcli.extract.normalise import kind_of_work
from litcli.extract.readers.people import is_affiliation, likeness, names_in
from litcli.extract.readers.words import split_words

NAME = "scielo"

_ISSN_LINE = r"^\s*(?:vers[ãa]o|versión|version|print version|on-?line version|printed version|vers[ãa]o impressa)\b.*\bISSN\s\d{4}-\d{3}[\dXx]"
MARKS = (
    Mark(0.4, "SciELO - Scientific Electronic Library Online"),
    Mark(0.5, "ISSN", r"(?i)" + _ISSN_LINE),
    Mark(0.7, "Acessibilidade / Reportar erro"),
    Mark(0.2, "SciELO", r"Similares en SciELO|Similars in SciELO|Similares em SciELO|Citado por SciELO|Cited by SciELO"),
)
_ISSN = re.compile(_ISSN_LINE, re.IGNORECASE)
_ISSUE = re.compile(
    r"^.{2,90}?\s+v(?:ol)?\.\s?(?P<volume>[\w-]+)(?:\s+n(?:o|ro|úm|um)?s?\.?[ªº°]?\s?(?P<issue>[\w/-]+)|\s+(?P<issue2>supl\.?\s?\w*|especial))?"
    r"\s*(?:supl\.?\s?\d*\s)?[^\d]*?\s?(?P<issued__calendar>(?:[^\W\d]{3,10}\.?(?:[/-][^\W\d]{3,10}\.?)?\s)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TITLE_AGAIN = re.compile(r"^(?:ARTIGOS?|ART[IÍ]CULOS?|ARTICLES?|REVIS[ÃAÓ]O?N?|RESENHA|NOTA|EDITORIAL)\b", re.IGNORECASE)
_NUMERALS = re.compile(r"(?<=[a-zà-ÿ])(?:[IVX]{1,4}(?:,\s?[IVX]{1,4})*)$")
_DEGREE = re.compile(r"\s(?:M\.?Sc|Ph\.?D|Ing|Dra?|Lic|Tnlg[oa]|Esp|Mgs?|Mag)\.?\s?\d*$")
_NO_TITLE = re.compile(r"^(?:https?:|doi\b|10\.\d{4})|^\W*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\d{1,2}(?!\d|-)|[IVX]{1,4}[A-ZÀ-Þ]")
"""How the line of an affiliation begins."""
_BETWEEN_SEMICOLONS = re.compile(r"[^;]+")
_MAIL = re.compile(r"\*?\s*e-?mail\s*:\s*\S+\s*,?\s*[IVX]*", re.IGNORECASE)


def marks(layout: Layout) -> float:
    """Weigh the menu and the line that gives the ISSN of a version."""
    return weigh(layout, MARKS)


def reject(layout: Layout) -> str | None:
    """Return why a SciELO page holds no article: it has an issue's table of contents or a journal's own page."""
    toc = sum("text in" in line.folded or "texto en" in line.folded or "texto em" in line.folded for line in layout.lines)
    return "the table of contents of an issue" if toc >= 3 else None


def read(layout: Layout) -> Draft:
    """Return what the page states, the menu left out."""
    head = first_line(layout.lines, _ISSN)
    page = layout.part(head[0].index) if head else layout
    draft = _outside_addresses(generic.read(page, NAME))
    journal = layout.lines[head[0].index - 1] if head and head[0].index else None
    found = claims(layout.text, "container-title", journal.span, f"{NAME}.journal", 0.95) if journal else []
    found += kind(layout, MARKS, NAME, "in-journal")
    issue = first_line(page.lines[:12], _ISSUE)
    found += read_lines(page, [issue[0]], (_ISSUE,), NAME, 0.95) if issue else []
    first = issue[0].index + 1 if issue else _repeated_head(page)
    return amended(draft, (*found, *_head(page, first), *_keywords(page)))


def _outside_addresses(draft: Draft) -> Draft:
    """Leave out numbers that were read in affiliations: post-office boxes and codes."""
    at = {line.index for line in draft.layout.lines if is_affiliation(line.text)}
    numbers = {"volume", "issue", "page", "container-title", "issued"}
    kept = (
        c for c in draft.candidates if not (c.field in numbers and (line := draft.layout.line_at(c.start)) and line.index in at)
    )
    return replace(draft, candidates=tuple(kept))


def _repeated_head(page: Layout) -> int:
    """Return the line behind the section's name on pages of scielo.br, where title and names stand a second time."""
    again = first_line(page.lines, _TITLE_AGAIN)
    return again[0].index + 1 if again else 0


def _keywords(page: Layout) -> list[Candidate]:
    """Read the words that stand without a label behind the abstract on pages of scielo.br."""
    again = first_line(page.lines, _TITLE_AGAIN)
    for line in page.lines[: again[0].index] if again else ():
        if line.text.count(";") >= 1 and len(line.text) < 250 and not line.text.endswith(".") and likeness(line.text) < 0.8:
            found = claim(page.text, "keyword", split_words(page, line.span), f"{NAME}.keyword", 0.85)
            return [found] if found else []
    return []


def _head(page: Layout, first: int) -> Iterator[Candidate]:
    """Read section, titles and names, up to the first affiliation or the abstract."""
    lines = list(_above_abstract(page, first))
    names = [line for line in lines if _is_names(line)]
    titles = [line for line in lines if line.index < names[0].index] if names else lines[:3]
    titles = [line for line in titles if not _NO_TITLE.search(line.text) and not is_affiliation(line.text)]
    if len(titles) > 1 and _is_section(titles):
        titles = titles[1:]
    for line, field in zip(titles, ("title", "translated-title"), strict=False):
        yield from claims(page.text, field, line.span, f"{NAME}.{field}", 0.95 if field == "title" else 0.8)
    places = [place for line in names for place in _names(page, line)]
    if found := claim(page.text, "author", places, f"{NAME}.author", 0.95):
        yield found


def _above_abstract(page: Layout, first: int) -> Iterator[Line]:
    for line in page.lines[first : first + 60]:
        if page.vocabulary.sections.get(line.folded.rstrip(".:")) in {"abstract", "tail", "keyword"}:
            return
        yield line


def _is_section(titles: Sequence[Line]) -> bool:
    first, second = titles[0].text, titles[1].text
    return (
        bool(kind_of_work(first) and len(first) < 50)
        or first.isupper()
        or (len(first.split()) <= 4 and len(second) > 2 * len(first))
    )


def _is_names(line: Line) -> bool:
    if _NO_TITLE.search(line.text) or _FOOTNOTE.match(line.text):
        return False
    plain = _DEGREE.sub("", _NUMERALS.sub("", _MAIL.sub("", line.text).strip()))
    parts = [_NUMERALS.sub("", part.strip()) for part in plain.split(";")]
    return likeness("; ".join(parts)) >= 0.55 and not is_affiliation(plain)


def _names(page: Layout, line: Line) -> Iterator[Parts]:
    """Yield the names of a line without what is glued to them: numerals, degrees, an address."""
    spans = [match.span() for match in _BETWEEN_SEMICOLONS.finditer(line.text)] if ";" in line.text else [(0, len(line.text))]
    for start, end in spans:
        mail = _MAIL.search(line.text, start, end)
        stop = mail.start() if mail else end
        for ((first, last),) in names_in(page, ((line.start + start, line.start + stop),)):
            yield ((first, first + len(_bare(page.text[first:last]))),)


def _bare(name: str) -> str:
    for mark in (_NUMERALS, _DEGREE):
        if (cut := mark.search(name)) and cut.start() > 3:
            name = name[: cut.start()]
    return name
