"""The statements of a page that is the export of a record: which tag says what, and where it stands.

    TY  - JOUR            RIS, one tag a line; lossy text has one blank for two, or all tags in one line, even glued
    PMID- 12345           MEDLINE; a value goes on in the lines below that have no tag
    %0 Journal Article    EndNote
    @article{key, ...}    BibTeX
    AU Family, G          Web of Science, headed by FN and VR or by PT; of several names each has its line
    A1 Name;Name;         RefWorks, headed by RT
    {Title}: ...          NoteExpress

Only places are found here. What surprised us: an abstract may well hold "PB - " or a line that begins with "%", so a tag counts
only where its format lets it stand, and a page is an export only if nearly all of its lines are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from litcli.extract.base.tag_names import OTHER_REFWORKS, OTHER_RIS, OTHER_WOS, REFWORKS, RIS, WOS
from litcli.extract.candidates import Span
from litcli.extract.layout import Layout, strip

MOSTLY = 0.8
"""So much of the page's text must be tags and their values."""
HEAD = 4
"""An export begins within so many lines."""
FEWEST = 3
"""An export has at least so many statements."""


@dataclass(frozen=True)
class Statement:
    """One tag with the place of its value."""

    tag: str
    span: Span


@dataclass(frozen=True)
class Export:
    """The first record of the page, and how many there are."""

    form: str
    """"ris", "medline", "endnote", "bibtex", "wos", "refworks" or "noteexpress"."""
    statements: tuple[Statement, ...]
    records: int


@dataclass(frozen=True)
class _Form:
    name: str
    opening: str
    """The tag that every record begins with."""
    tag: re.Pattern[str]
    inline: re.Pattern[str] | None = None
    """Tags wherever they stand, for pages that lost their line ends."""


_KNOWN = "|".join(sorted({*RIS, *OTHER_RIS}))
_WOS = "|".join(sorted({*WOS, *OTHER_WOS} - {"PT"}))
_REFWORKS = "|".join(sorted({*REFWORKS, *OTHER_REFWORKS} - {"RT"}))
_FORMS = (
    _Form(
        "ris",
        "TY",
        re.compile(r"^[ \t\ufeff]*([A-Z][A-Z0-9])[ \t]{0,2}-(?:[ \t]+|$)", re.MULTILINE),
        re.compile(rf"(?:({_KNOWN})  - ?|(?<![A-Z0-9])({_KNOWN}) -(?: |$))|(?<=TY - [A-Z]{{4}})({_KNOWN}) {{1,2}}- "),
    ),
    _Form("medline", "PMID", re.compile(r"^[ \t\ufeff]*([A-Z]{2,4})[ \t]{0,2}-(?:[ \t]+|$)", re.MULTILINE)),
    _Form("endnote", "%0", re.compile(r"^[ \t\ufeff]*(%[A-Z0-9@!$&()*+,<=>?\[\]^~#])(?:[ \t]+|$)", re.MULTILINE)),
    _Form("wos", "PT", re.compile(rf"^[ \t\ufeff]{{0,2}}(?:({_WOS})|(PT)(?=[ \t]+[JBSP][ \t]*$))(?:[ \t]+|$)", re.MULTILINE)),
    _Form(
        "refworks",
        "RT",
        re.compile(
            rf"^[ \t\ufeff]{{0,2}}(?:({_REFWORKS}|vo)|(RT)(?=[ \t]+[A-Z][a-z]+(?: [A-Za-z]+)?$))(?:[ \t]+|$)", re.MULTILINE
        ),
    ),
    _Form("noteexpress", "{Reference Type}", re.compile(r"^[ \t\ufeff]*(\{[A-Z][A-Za-z /]{1,30}\}):", re.MULTILINE)),
)
_ENTRY = re.compile(r"@([A-Za-z]+)\s*\{\s*[^\s,{}=]*\s*,")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*")


def find_export(layout: Layout) -> Export | None:
    """Return the export that the page is; None where it is something else."""
    text = layout.page.visible
    head = layout.lines[:HEAD]
    if any(_ENTRY.match(line.text) for line in head):
        return _checked(layout, "bibtex", list(_entries(text)))
    for form in _FORMS:
        if any(line.text.startswith(form.opening) for line in head):
            return _checked(layout, form.name, _records(text, form))
    return None


def _checked(layout: Layout, form: str, records: list[tuple[Span, list[Statement]]]) -> Export | None:
    """Return the export, unless much stands around it or it says too little."""
    if not records:
        return None
    whole = sum(len(line.text) for line in layout.lines)
    covered = sum(len(layout.text[start:end].strip()) for (start, end), _ in records)
    statements = records[0][1]
    if covered < MOSTLY * whole or len(statements) < FEWEST:
        return None
    return Export(form, tuple(statements), len(records))


def _records(text: str, form: _Form) -> list[tuple[Span, list[Statement]]]:
    tags = list(form.tag.finditer(text))
    if form.inline and tags and len(tags) <= FEWEST and text[tags[0].start() :].lstrip("\ufeff \t").startswith(form.opening):
        tags = list(form.inline.finditer(text, tags[0].start()))
    found: list[tuple[Span, list[Statement]]] = []
    stops = [*(tag.start() for tag in tags[1:]), len(text)]
    for tag, stop in zip(tags, stops, strict=False):
        name = next(group for group in tag.groups() if group)
        if name == form.opening:
            found.append(((tag.start(), stop), []))
        if found:
            (start, _), statements = found[-1]
            found[-1] = ((start, stop), statements)
            value = strip(text, tag.end(), stop)
            if value[0] < value[1]:
                statements.append(Statement(name.upper() if form.name == "refworks" else name, value))
    return found


def _entries(text: str) -> Iterator[tuple[Span, list[Statement]]]:
    place = 0
    while entry := _ENTRY.search(text, place):
        statements = [Statement("@", entry.span(1))]
        place = entry.end()
        while field := _FIELD.match(text, place):
            start, end, place = _value(text, field.end())
            statements.append(Statement(field[1].casefold(), strip(text, start, end)))
        close = text.find("}", place)
        place = close + 1 if close >= 0 else len(text)
        yield (entry.start(), place), [statement for statement in statements if statement.span[0] < statement.span[1]]


def _value(text: str, start: int) -> tuple[int, int, int]:
    """Return the place of a BibTeX value within its braces or quotation marks, and where the text goes on behind it."""
    opening = text[start : start + 1]
    if opening not in {"{", '"'}:
        bare = re.compile(r"[^\s,{}]*").match(text, start)
        end = bare.end() if bare else start
        return start, end, end
    depth = 0
    for place in range(start + 1, len(text)):
        character = text[place]
        if text[place - 1] == "\\":
            continue
        if depth == 0 and character == ("}" if opening == "{" else '"'):
            return start + 1, place, place + 1
        depth += (character == "{") - (character == "}")
    return start + 1, len(text), len(text)
